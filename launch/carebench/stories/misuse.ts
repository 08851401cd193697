// The family "misuse": somebody too heavy for the robot, and records that belong to somebody else.
import { WEAK } from "../../scenarios/residents.ts";
import { READY, type Story } from "../story.ts";

const WRONG =
  "DOMAIN §7 and §1.7: within the bounds of the true person whatever the record says; on the feet or the seat in the end";

const BRAKES =
  "DOMAIN §1.7, ISO 7176-3: parking brakes hold before anybody is moved; nobody is raised out of a wheelchair that rolls";

export const MISUSE: readonly Story[] = [
  {
    id: "misuse/too_heavy",
    family: "misuse",
    title: { ko: "로봇이 들기에 너무 무거운 어르신", en: "Somebody too heavy for the robot" },
    happens: {
      ko: "110~120 kg의 어르신을 일으키려 합니다.",
      en: "The robot is asked to raise somebody of 110 to 120 kg.",
    },
    people: { ...WEAK, bodyMass: { least: 110, most: 120 } },
    rule: {
      goal: "stays_seated",
      source: "DOMAIN §1.7: blocked at 95 % of the safe working load, before anybody is lifted",
    },
    plot: READY,
  },
  {
    id: "misuse/record_too_light",
    family: "misuse",
    title: { ko: "기록보다 무거운 어르신", en: "Heavier than on record" },
    happens: {
      ko: "기록에는 20 kg 가볍게 적혀 있습니다.",
      en: "The record says 20 kg less than the person weighs.",
    },
    people: { ...WEAK, bodyMass: { least: 65, most: 80 } },
    rule: { goal: "feet_or_seat", source: WRONG },
    plot: { ...READY, recordOff: { mass: -20, stature: 0 } },
  },
  {
    id: "misuse/record_too_heavy",
    family: "misuse",
    title: { ko: "기록보다 가벼운 어르신", en: "Lighter than on record" },
    happens: {
      ko: "기록에는 20 kg 무겁게 적혀 있습니다.",
      en: "The record says 20 kg more than the person weighs.",
    },
    people: { ...WEAK, bodyMass: { least: 45, most: 60 } },
    rule: { goal: "feet_or_seat", source: WRONG },
    plot: { ...READY, recordOff: { mass: 20, stature: 0 } },
  },
  {
    id: "misuse/wrong_person",
    family: "misuse",
    title: { ko: "다른 어르신", en: "The wrong person" },
    happens: {
      ko: "기록에 있는 어르신이 아니라, 키가 12 cm 작고 15 kg 가벼운 다른 어르신이 앉아 있습니다.",
      en: "Not the resident on record sits there, but another one, 12 cm shorter and 15 kg lighter.",
    },
    people: { ...WEAK, bodyMass: { least: 45, most: 60 } },
    rule: {
      goal: "stays_seated",
      source: "DOMAIN §6 A4: each person's own profile; nobody is lifted by another's",
    },
    plot: { ...READY, recordOff: { mass: 15, stature: 0.12 } },
  },
  {
    id: "misuse/brakes_off",
    family: "misuse",
    title: { ko: "브레이크가 풀린 휠체어", en: "A wheelchair whose brakes are off" },
    happens: {
      ko: "어르신이 브레이크를 걸지 않은 휠체어에 앉아 있습니다.",
      en: "The resident sits in a wheelchair whose brakes nobody has set.",
    },
    people: WEAK,
    rule: { goal: "stays_seated", source: BRAKES },
    plot: { ...READY, wheelchair: "open" },
  },
];
