// Korean texts of a simulated world's time.
export const timeKo = {
  "time.title": "모의 시간",
  "time.paused": "시간 멈춤",
  "time.running": "시간 흐름",
  "time.restoring": "되돌리는 중 {{percent}}%",
  "time.at": "{{seconds}}초",
  "time.rate": "{{speed}}배",
  "time.pause": "시간 멈추기",
  "time.run": "시간 흐르게 하기",
  "time.steps": "조금 나아가서 멈추기",
  "time.step": "+{{seconds}}초",
  "time.speed": "빠르기",
  "time.moment": "순간의 이름",
  "time.save": "이 순간 저장",
  "time.restore": "이 순간으로 되돌리기",
  "time.kept": "저장된 순간: {{name}}",
  "time.after": "되돌린 뒤 로봇은 정지해 있습니다. 정지 해제, 현장 확인, 시작을 차례로 누르십시오.",
} as const;
