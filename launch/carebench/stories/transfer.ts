// The family "transfer": from the edge of a bed to the wheelchair beside it, and back. No policy has a task for it yet.
import { WEAK } from "../../scenarios/residents.ts";
import { READY, type SeatPlot, type Story, type Text } from "../story.ts";

const story = (
  name: string,
  title: Text,
  happens: Text,
  from: Pick<SeatPlot, "sits" | "wheelchair" | "to">,
): Story => ({
  id: `transfer/${name}`,
  family: "transfer",
  title,
  happens,
  people: WEAK,
  rule: {
    goal: "other_seat",
    source: "DOMAIN §1.7 and §7: hoist limits; on the other seat in the end, parking brakes set",
  },
  plot: { ...READY, ...from },
});

export const TRANSFER: readonly Story[] = [
  story(
    "bed_to_wheelchair",
    { ko: "침대에서 휠체어로", en: "From the bed to the wheelchair" },
    {
      ko: "침대 가장자리에 앉아 있습니다. 발치 쪽에 브레이크를 건 휠체어가 같은 높이로 놓여 있습니다.",
      en: "Sits on the edge of a bed; a wheelchair of the same height, its brakes set, stands at the foot end.",
    },
    { sits: "bed_edge", to: "wheelchair" },
  ),
  story(
    "wheelchair_to_bed",
    { ko: "휠체어에서 침대로", en: "From the wheelchair to the bed" },
    {
      ko: "브레이크를 건 휠체어에 앉아 있습니다. 옆에 같은 높이의 침대가 있습니다.",
      en: "Sits in a wheelchair with its brakes set; a bed of the same height stands beside it.",
    },
    { wheelchair: "set", to: "bed" },
  ),
];
