// The simulator's faults, in Korean: which sensor, and what is wrong with it.
import type { ROBOT_FAULTS, Sensor, SensorFault } from "../../../core/faults.ts";

export type FaultKey =
  | `sensor.${Sensor}`
  | `fault.${(typeof ROBOT_FAULTS)[number] | SensorFault | "slip" | "of"}`
  | `sim.${"faults" | "fault" | "robot" | "fault_on" | "fault_off" | "fault_off_of"}`;

export const faultKo = {
  "sim.faults": "고장 내 보기",
  "sim.fault": "고장",
  "sim.robot": "로봇과 의자",
  "sim.fault_on": "고장 내기",
  "sim.fault_off": "되돌리기",
  "sim.fault_off_of": "{{fault}} 되돌리기",
  "sensor.joints": "관절",
  "sensor.odometry": "바퀴 주행거리",
  "sensor.imu": "기울기 센서",
  "sensor.left_wrench": "왼팔 힘 센서",
  "sensor.right_wrench": "오른팔 힘 센서",
  "sensor.contacts": "접촉 피부",
  "sensor.scan": "거리 센서",
  "sensor.bed": "침대 압력 센서",
  "sensor.camera": "카메라",
  "fault.estop": "비상정지 버튼 눌림",
  "fault.supply": "배터리 거의 없음",
  "fault.power": "구동 전원 끊김",
  "fault.runaway": "승강 구동이 멈추지 않음",
  "fault.seat": "의자 치워짐",
  "fault.silent": "말이 없음",
  "fault.frozen": "값이 굳음",
  "fault.stale": "오래된 값",
  "fault.noisy": "값이 흔들림",
  "fault.biased": "값이 치우침",
  "fault.nan": "값을 모름",
  "fault.slip": "바퀴가 미끄러짐",
  "fault.of": "{{sensor}}: {{fault}}",
} as const satisfies Readonly<Record<FaultKey, string>>;
