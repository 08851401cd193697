// The family "bystander": somebody else is there while the robot works.
import { WEAK } from "../../scenarios/residents.ts";
import { READY, type Story } from "../story.ts";

export const BYSTANDER: readonly Story[] = [
  {
    id: "bystander/visitor",
    family: "bystander",
    title: { ko: "옆에 와서 서는 방문객", en: "A visitor comes and stands beside" },
    happens: {
      ko: "로봇이 다가오는 동안 한 사람이 어르신 옆으로 와서 섭니다.",
      en: "While the robot drives up, somebody comes and stands beside the resident, close to the robot's legs.",
    },
    people: WEAK,
    rule: {
      goal: "feet",
      source: "DOMAIN §1.4, ISO 13855: nobody who stands by is touched, and the task goes on",
    },
    plot: { ...READY, passes: "visits" },
  },
  {
    id: "bystander/crossing",
    family: "bystander",
    title: { ko: "앞을 가로질러 가는 사람", en: "Somebody crosses before the robot" },
    happens: {
      ko: "로봇이 다가오기 시작할 때 한 사람이 로봇과 어르신 사이를 가로질러 갑니다.",
      en: "As the robot begins to drive up, somebody walks through between it and the resident.",
    },
    people: WEAK,
    rule: {
      goal: "feet",
      source: "DOMAIN §1.4, ISO 13855: separation kept from who crosses, and the task goes on",
    },
    plot: { ...READY, passes: "crosses" },
  },
];
