// The family "night round": a room of the ward at night, with somebody asleep, on the edge of the bed, on the floor, or not there.
import { WEAK, type Residents } from "../../scenarios/residents.ts";
import { ROUND } from "../night/rounders.ts";
import type { Goal, NightPlot, Story, Text } from "../story.ts";

const NIGHT =
  "DOMAIN §6 A10: what is not known is never told as fine; told as they are at the first word and before the round is over, no false alarm [D]";
const FALL =
  "DOMAIN §3 and §6 A3: a fall is told within 5 s; here of the beginning of the round, for it has happened before";
const EXIT =
  "DOMAIN §3: bed states alert at the edge, for high risk; told within the 5 s that §3 and §6 A3 give a fall, from when they sit";
const LEFT =
  "DOMAIN §3 and §6 A3: who has left their bed is told within the 5 s that a fall is given, from when they have left it";
/** Strong enough to hold the trunk upright on the edge; to roll over; and to sit up alone (docs/people.md). */
const SITS = { ...WEAK, legStrength: { least: 0.6, most: 1 } };
const ROLLS = { ...WEAK, legStrength: { least: 1, most: 1.5 } };
const RISES = { ...WEAK, legStrength: { least: 1.5, most: 1.5 } };

const story = (
  name: string,
  title: Text,
  happens: Text,
  plot: Omit<NightPlot, "kind">,
  goal: Goal = "told",
  source = NIGHT,
  people: Residents = SITS,
): Story => ({
  id: `night_round/${name}`,
  family: "night_round",
  title,
  happens,
  people,
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
  story(
    "leaves",
    { ko: "야간 순회: 일어나 앉는 어르신", en: "Night round: somebody sits up" },
    {
      ko: "침대에서 자던 어르신이 순회 중에 일어나 침대 가장자리에 앉습니다.",
      en: "A resident who is asleep in bed sits up to its edge in the middle of the round.",
    },
    { finds: "on_edge", within: 5, does: { what: "sit_up", at: [9, 16] } },
    "alarmed",
    EXIT,
    RISES,
  ),
  story(
    "gets_up",
    { ko: "야간 순회: 일어서는 어르신", en: "Night round: somebody gets up" },
    {
      ko: "침대에서 자던 어르신이 순회 중에 일어나 앉았다가, 잠시 뒤 침대 옆에 일어섭니다.",
      en: "A resident who is asleep in bed sits up in the middle of the round, rests on its edge, and stands up beside it.",
    },
    { finds: "away", within: 5, does: { what: "get_up", at: [2, 9] } },
    "alarmed",
    LEFT,
    RISES,
  ),
  story(
    "turns",
    { ko: "야간 순회: 돌아눕는 어르신", en: "Night round: somebody turns over" },
    {
      ko: "자던 어르신이 난간 쪽으로 돌아눕습니다. 경보를 울리면 오경보입니다.",
      en: "A resident turns over in their sleep, towards the rail: whoever raises an alarm raises a false one.",
    },
    { finds: "in_bed", within: ROUND, does: { what: "roll", at: [1, 4] } },
    "told",
    NIGHT,
    ROLLS,
  ),
];
