// The family "night round": a room of the ward at night, with somebody asleep, on the edge of the bed, on the floor, or not there.
import { WEAK } from "../../scenarios/residents.ts";
import { ROUND } from "../night/rounders.ts";
import type { Goal, NightPlot, Story, Text } from "../story.ts";

const NIGHT =
  "DOMAIN §6 A10: what is not known is never told as fine; told as they are at the first word and before the round is over, no false alarm [D]";
const FALL =
  "DOMAIN §3 and §6 A3: a fall is told within 5 s; here of the beginning of the round, for it has happened before";
/** Strong enough to hold the trunk upright on the edge. */
const SITS = { ...WEAK, legStrength: { least: 0.6, most: 1 } };

const story = (
  name: string,
  title: Text,
  happens: Text,
  plot: Omit<NightPlot, "kind">,
  goal: Goal = "told",
  source = NIGHT,
): Story => ({
  id: `night_round/${name}`,
  family: "night_round",
  title,
  happens,
  people: SITS,
  rule: { goal, source },
  plot: { kind: "night", ...plot },
});

export const NIGHT_ROUND: readonly Story[] = [
  story(
    "fall",
    { ko: "야간 순회: 낙상", en: "Night round: a fall" },
    { ko: "어르신이 침대 옆 바닥에 누워 있습니다.", en: "A resident lies on the floor beside the bed." },
    { finds: "on_floor", within: 5 },
    "alarmed",
    FALL,
  ),
  story(
    "bed_exit",
    { ko: "야간 순회: 침대 이탈", en: "Night round: a bed exit" },
    { ko: "어르신이 침대 가장자리에 앉아 있습니다.", en: "A resident sits on the edge of the bed." },
    { finds: "on_edge", within: ROUND },
    "alarmed",
  ),
  story(
    "empty_bed",
    { ko: "야간 순회: 빈 침대", en: "Night round: an empty bed" },
    {
      ko: "침대가 비어 있고 어르신은 방에 없습니다.",
      en: "The bed is empty and its resident is not in the room.",
    },
    { finds: "away", within: ROUND },
  ),
  story(
    "false_alarm",
    { ko: "야간 순회: 오경보", en: "Night round: a false alarm" },
    {
      ko: "어르신이 난간에 바짝 붙어 자고 있어 압력 센서에는 침대 가장자리에 있는 것처럼 보입니다.",
      en: "A resident sleeps close to the rail: the foil under the mattress takes them for somebody on the edge.",
    },
    { finds: "in_bed", within: ROUND, atTheRail: true },
  ),
];
