// The family "stand up": people of all weights and strengths who are asked, and who answer soon, late, no, or not at all.
import { CONDITIONS } from "../../../core/body/condition.ts";
import { WEAK, type Residents } from "../../scenarios/residents.ts";
import { READY, type Goal, type SeatPlot, type Story, type Text } from "../story.ts";

const SOURCE: Readonly<Record<Extract<Goal, "feet" | "stays_seated" | "feet_or_seat">, string>> = {
  feet: "DOMAIN §2.1: phase IV ends on one's own feet; standing lifts are for who bears 25 to 75 % of the weight",
  feet_or_seat:
    "DOMAIN §2.1 and §2.2: what makes a rise unsafe aborts it; on the feet or the seat in the end, never dropped",
  stays_seated: "DOMAIN §5 and §6 A6: announce, wait for consent, act; no motion of the person before it",
};

const story = (
  name: string,
  title: Text,
  happens: Text,
  people: Residents,
  goal: keyof typeof SOURCE = "feet",
  plot: SeatPlot = READY,
): Story => ({
  id: `stand_up/${name}`,
  family: "stand_up",
  title,
  happens,
  people,
  rule: { goal, source: SOURCE[goal] },
  plot,
});

export const STAND_UP: readonly Story[] = [
  story(
    "usual",
    { ko: "다리 힘이 약한 어르신", en: "A resident with weak legs" },
    {
      ko: "필요한 힘의 40~70 %로 의자에서 일어섭니다.",
      en: "Rises from a chair with 40 to 70 % of the strength needed.",
    },
    WEAK,
  ),
  story(
    "slight",
    { ko: "체구가 작은 어르신", en: "A slight resident" },
    { ko: "40~48 kg의 어르신이 일어섭니다.", en: "Somebody of 40 to 48 kg rises." },
    { ...WEAK, bodyMass: { least: 40, most: 48 } },
  ),
  story(
    "heavy",
    { ko: "체중이 많이 나가는 어르신", en: "A heavy resident" },
    { ko: "80~95 kg의 어르신이 일어섭니다.", en: "Somebody of 80 to 95 kg rises." },
    { ...WEAK, bodyMass: { least: 80, most: 95 } },
  ),
  story(
    "very_weak",
    { ko: "다리 힘이 아주 약한 어르신", en: "A very weak resident" },
    {
      ko: "필요한 힘의 25~35 %로 일어섭니다.",
      en: "Rises with 25 to 35 % of the strength needed: the least for which standing lifts are meant.",
    },
    { ...WEAK, legStrength: { least: 0.25, most: 0.35 } },
  ),
  story(
    "able",
    { ko: "혼자 일어설 수 있는 어르신", en: "A resident who could rise alone" },
    {
      ko: "필요한 힘의 120~150 %가 있습니다. 로봇이 방해가 되지 않아야 합니다.",
      en: "Has 120 to 150 % of the strength needed: a robot must not be in the way.",
    },
    { ...WEAK, legStrength: { least: 1.2, most: 1.5 } },
  ),
  story(
    "hesitant",
    { ko: "대답이 늦은 어르신", en: "A resident who answers late" },
    { ko: "10~25초 생각한 뒤 네라고 대답합니다.", en: "Thinks for 10 to 25 s, then says yes." },
    WEAK,
    "feet",
    { kind: "seat", answer: "yes", thinks: [10, 25] },
  ),
  story(
    "refuses",
    { ko: "싫다고 하는 어르신", en: "A resident who says no" },
    { ko: "묻는 말에 아니라고 대답합니다.", en: "Answers no when asked." },
    WEAK,
    "stays_seated",
    { kind: "seat", answer: "no", thinks: [0.5, 4] },
  ),
  story(
    "silent",
    { ko: "대답하지 않는 어르신", en: "A resident who does not answer" },
    { ko: "묻는 말에 아무 대답도 하지 않습니다.", en: "Says nothing when asked." },
    WEAK,
    "stays_seated",
    { kind: "seat", answer: "nothing", thinks: [0, 0] },
  ),
  story(
    "bed_edge",
    { ko: "침대 가장자리에서 일어서기", en: "From the edge of the bed" },
    {
      ko: "휠체어 높이로 맞춘 전동침대의 가장자리에 앉아 있습니다. 그쪽 난간은 떼어 두었습니다.",
      en: "Sits on the edge of an adjustable bed as high as a wheelchair, the rails of that side taken off.",
    },
    WEAK,
    "feet",
    { ...READY, sits: "bed_edge" },
  ),
  story(
    "weak_side",
    { ko: "왼쪽 몸이 약한 어르신", en: "A resident whose left side is weak" },
    {
      ko: "뇌졸중 뒤처럼 왼팔과 왼다리 힘이 40 %만 남아 있습니다.",
      en: "Has 40 % of the strength left in the left arm and leg, as after a stroke.",
    },
    { ...WEAK, condition: CONDITIONS.weak_side },
  ),
  story(
    "fearful",
    { ko: "무서워하는 어르신", en: "A fearful resident" },
    {
      ko: "늦게 움직이고 몸을 덜 숙이며 로봇 팔을 꼭 붙잡습니다.",
      en: "Moves late, hardly bends forward, and clings to the arms.",
    },
    { ...WEAK, condition: CONDITIONS.fearful },
  ),
  story(
    "dizzy",
    { ko: "일어서면 어지러운 어르신", en: "A resident who becomes dizzy" },
    {
      ko: "일어선 지 6초 뒤 혈압이 떨어져 힘의 70 %가 빠집니다.",
      en: "Six seconds after standing up the blood pressure drops, and 70 % of all strength goes.",
    },
    { ...WEAK, condition: CONDITIONS.dizzy },
    "feet_or_seat",
  ),
  story(
    "struggling",
    { ko: "몸부림치는 어르신", en: "A resident who struggles" },
    {
      ko: "들어 올려지면 몸과 팔을 마구 흔들며 버팁니다.",
      en: "Throws trunk and arms about as soon as the arms lift them.",
    },
    { ...WEAK, condition: CONDITIONS.struggling },
    "feet_or_seat",
  ),
];
