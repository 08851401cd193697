// The families "walk" and "walker crisis": ten metres on one's feet, with nothing and with everything that happens to people who walk.
import { WEAK } from "../../scenarios/residents.ts";
import type { Mishap, Story, Text } from "../story.ts";

const WALK = "DOMAIN §2.4: ten metres on one's own feet, at 0.8 m/s at most";
const CRISIS =
  "DOMAIN §2.4: brakes, does not reverse, within 200 ms; nobody on the floor. Appl. Sci. 2026 16(10):4986 names the crises";
/** Walks a little short of the strength to rise from a chair alone: who needs a walker [D]. */
const WALKS = { ...WEAK, legStrength: { least: 0.8, most: 1.2 } };

const crisis = (name: string, mishaps: readonly Mishap[], title: Text, happens: Text): Story => ({
  id: `walker_crisis/${name}`,
  family: "walker_crisis",
  title,
  happens,
  people: WALKS,
  rule: { goal: "feet", source: CRISIS },
  plot: { kind: "walk", mishaps },
});

export const WALKING: readonly Story[] = [
  {
    id: "walk/ten_metres",
    family: "walk",
    title: { ko: "10 m 걷기", en: "Walk 10 m" },
    happens: { ko: "평평한 바닥을 10 m 걷습니다.", en: "Walks 10 m along a level floor." },
    people: WALKS,
    rule: { goal: "arrived", source: WALK },
    plot: { kind: "walk", mishaps: [] },
  },
  crisis(
    "foot_caught",
    ["foot_caught"],
    { ko: "보행기: 발 걸림", en: "Walker: foot caught" },
    { ko: "발이 0.15~0.45초 동안 걸립니다.", en: "A foot is caught for 0.15 to 0.45 s." },
  ),
  crisis(
    "grip_lost",
    ["grip_lost"],
    { ko: "보행기: 손 놓침", en: "Walker: grip lost" },
    { ko: "두 손을 놓습니다.", en: "Lets go with both hands." },
  ),
  crisis(
    "forward_fall",
    ["pushed_forward"],
    { ko: "보행기: 앞으로 넘어짐", en: "Walker: forward fall" },
    { ko: "등을 앞으로 떠밀립니다.", en: "Is pushed forward from behind." },
  ),
  crisis(
    "vertical_collapse",
    ["legs_give_way"],
    { ko: "보행기: 주저앉음", en: "Walker: vertical collapse" },
    { ko: "다리에 힘이 풀립니다.", en: "The legs give way." },
  ),
  crisis(
    "lateral_fall",
    ["pushed_aside"],
    { ko: "보행기: 옆으로 넘어짐", en: "Walker: lateral fall" },
    { ko: "옆으로 떠밀립니다.", en: "Is pushed to a side." },
  ),
  crisis(
    "two_in_a_row",
    ["foot_caught", "grip_lost"],
    { ko: "보행기: 위기가 연달아 둘", en: "Walker: two crises in a row" },
    { ko: "발이 걸리고, 2 m 뒤에 손을 놓습니다.", en: "A foot is caught, and 2 m later both hands let go." },
  ),
];
