// The stories whose world is not built yet: they stand in the catalogue so that what nobody can do is counted.
import { WEAK } from "../../scenarios/residents.ts";
import type { Family, Goal, Story } from "../story.ts";

type Row = readonly [id: `${Family}/${string}`, ko: string, en: string, goal: Goal, source: string];

const SIT = "DOMAIN §7: lowering ≤ 0.08 m/s to the seat";
const TRANSFER = "DOMAIN §1.7 and §7: hoist limits; on the other seat in the end, parking brakes set";
const WALK = "DOMAIN §2.4: 10 m at 1.1 times one's own speed at most, hard cap 0.8 m/s";
const CRISIS =
  "DOMAIN §2.4: brakes, does not reverse, within 200 ms; Appl. Sci. 2026 16(10):4986 names the crises";
const NIGHT =
  "DOMAIN §3 and §6 A3, A10: fall alarm within 5 s, no false alarm, unknown is never told as well";
const BYSTANDER = "DOMAIN §1.4, ISO 13855: separation kept from who crosses";
const BRAKES = "DOMAIN §1.7: parking brakes hold before anybody is moved";

const ROWS: readonly Row[] = [
  ["sit_down/chair", "의자에 앉기", "Sit down on a chair", "feet_or_seat", SIT],
  [
    "transfer/bed_to_wheelchair",
    "침대에서 휠체어로",
    "From the bed to the wheelchair",
    "feet_or_seat",
    TRANSFER,
  ],
  [
    "transfer/wheelchair_to_bed",
    "휠체어에서 침대로",
    "From the wheelchair to the bed",
    "feet_or_seat",
    TRANSFER,
  ],
  ["walk/ten_metres", "10 m 걷기", "Walk 10 m", "feet", WALK],
  ["walker_crisis/foot_caught", "보행기: 발 걸림", "Walker: foot caught", "feet_or_seat", CRISIS],
  ["walker_crisis/grip_lost", "보행기: 손 놓침", "Walker: grip lost", "feet_or_seat", CRISIS],
  ["walker_crisis/forward_fall", "보행기: 앞으로 넘어짐", "Walker: forward fall", "feet_or_seat", CRISIS],
  [
    "walker_crisis/vertical_collapse",
    "보행기: 주저앉음",
    "Walker: vertical collapse",
    "feet_or_seat",
    CRISIS,
  ],
  ["walker_crisis/lateral_fall", "보행기: 옆으로 넘어짐", "Walker: lateral fall", "feet_or_seat", CRISIS],
  [
    "walker_crisis/two_in_a_row",
    "보행기: 위기가 연달아 둘",
    "Walker: two crises in a row",
    "feet_or_seat",
    CRISIS,
  ],
  ["night_round/fall", "야간 순회: 낙상", "Night round: a fall", "feet_or_seat", NIGHT],
  ["night_round/bed_exit", "야간 순회: 침대에서 나옴", "Night round: a bed exit", "feet_or_seat", NIGHT],
  ["night_round/empty_bed", "야간 순회: 빈 침대", "Night round: an empty bed", "feet_or_seat", NIGHT],
  ["night_round/false_alarm", "야간 순회: 거짓 경보", "Night round: a false alarm", "feet_or_seat", NIGHT],
  ["bystander/crossing", "지나가는 사람", "A bystander crosses", "feet_or_seat", BYSTANDER],
  [
    "misuse/wrong_person",
    "다른 어르신",
    "The wrong person",
    "stays_seated",
    "DOMAIN §6 A4: each person's own profile",
  ],
  ["misuse/brakes_off", "휠체어 브레이크 풀림", "Wheelchair brakes off", "stays_seated", BRAKES],
];

export const NOT_BUILT: readonly Story[] = ROWS.map(([id, ko, en, goal, source]) => ({
  id,
  family: id.split("/")[0] as Family,
  title: { ko, en },
  happens: { ko: "아직 만들지 않았습니다.", en: "Not built yet." },
  people: WEAK,
  rule: { goal, source },
  plot: undefined,
}));
