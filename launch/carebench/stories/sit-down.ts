// The family "sit down": somebody stands before the chair and is asked to sit down.
import { WEAK } from "../../scenarios/residents.ts";
import type { Story } from "../story.ts";

const RULE = {
  goal: "seated",
  source: "DOMAIN §7 and §3: lowered to the seat, and not dropped onto it",
} as const;

export const SIT_DOWN: readonly Story[] = [
  {
    id: "sit_down/chair",
    family: "sit_down",
    title: { ko: "의자에 앉기", en: "Sit down on a chair" },
    happens: {
      ko: "의자 앞에 서 있는, 다리 힘이 약한 어르신에게 앉으시라고 합니다.",
      en: "Somebody with weak legs stands before the chair and is asked to sit down.",
    },
    people: WEAK,
    rule: RULE,
    plot: { kind: "sit", raised: false },
  },
  {
    id: "sit_down/again",
    family: "sit_down",
    title: { ko: "일어선 뒤 다시 앉기", en: "Sit down again after rising" },
    happens: {
      ko: "로봇이 일으켜 드린 어르신이, 로봇이 놓아 드리기 전에 다시 앉고 싶어 하십니다. 로봇이 없으면 혼자 서 있다가 앉습니다.",
      en: "Somebody whom the robot has raised wants to sit again before it lets go; without a robot they stand, and sit down alone.",
    },
    people: WEAK,
    rule: RULE,
    plot: { kind: "sit", raised: true },
  },
];
