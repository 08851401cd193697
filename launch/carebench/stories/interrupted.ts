// The family "interrupted": in the middle of the rise a person, a line, a node, the power or the chair fails.
import { WEAK } from "../../scenarios/residents.ts";
import { READY, type Cause, type Story, type Text } from "../story.ts";

const SOURCE =
  "DOMAIN §1.2 R6: who is carried is held, then lowered to the seat or stood up; never dropped, never left between";

const WORDS: Readonly<Record<Cause, { readonly title: Text; readonly happens: Text }>> = {
  operator_stop: {
    title: { ko: "일어서는 중 정지를 누름", en: "Stop pressed in mid-rise" },
    happens: { ko: "요양보호사가 정지를 누릅니다.", en: "The care worker presses stop." },
  },
  link_lost: {
    title: { ko: "일어서는 중 연결 끊김", en: "Link lost in mid-rise" },
    happens: {
      ko: "요양보호사와의 연결이 10초 동안 끊깁니다.",
      en: "The link to the care worker is gone for 10 s.",
    },
  },
  eyes_lost: {
    title: { ko: "일어서는 중 카메라 인식이 멈춤", en: "Eyes lost in mid-rise" },
    happens: {
      ko: "사람을 보는 노드가 죽고 돌아오지 않습니다.",
      en: "The node that sees the person dies and does not come back.",
    },
  },
  task_dead: {
    title: { ko: "일어서는 중 작업 노드가 죽음", en: "Task dead in mid-rise" },
    happens: {
      ko: "작업 노드가 죽고 돌아오지 않습니다.",
      en: "The task's node dies and does not come back.",
    },
  },
  supply_failing: {
    title: { ko: "일어서는 중 배터리가 거의 바닥남", en: "Supply failing in mid-rise" },
    happens: { ko: "배터리가 거의 비었습니다.", en: "The battery is all but empty." },
  },
  drives_without_power: {
    title: { ko: "일어서는 중 구동 전원이 끊김", en: "Drives without power in mid-rise" },
    happens: {
      ko: "구동 전원이 10초 동안 끊기고 브레이크가 잡습니다.",
      en: "The drives have no power for 10 s; brakes hold.",
    },
  },
  seat_pulled_away: {
    title: { ko: "일어서는 중 의자가 치워짐", en: "Seat pulled away in mid-rise" },
    happens: {
      ko: "의자가 치워졌다가 10초 뒤 돌아옵니다.",
      en: "The chair is pulled away, and comes back after 10 s.",
    },
  },
};

export const INTERRUPTED: readonly Story[] = Object.entries(WORDS).map(([cause, words]) => ({
  id: `interrupted/${cause}`,
  family: "interrupted",
  ...words,
  people: WEAK,
  rule: { goal: "feet_or_seat", source: SOURCE },
  plot: { ...READY, breaks: cause as Cause },
}));
