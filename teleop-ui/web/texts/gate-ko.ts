// What the gate does not let through, in Korean: which limit holds motion back, and why an order is not followed.

export const gateKo = {
  "gate.title": "구동 제어가 막고 있는 것",
  "limit.near":
    "그쪽에 가까이 무언가 있습니다: 그쪽으로는 느리게 가거나 멈추고, 다른 쪽으로는 갈 수 있습니다",
  "limit.contact.force":
    "누군가를 누르고 있습니다: 더 누르는 쪽으로는 가지 않고, 떨어지는 쪽으로는 갈 수 있습니다",
  "limit.contact.unknown": "접촉 감지 신호가 없어 움직이지 않습니다",
  "limit.tilt": "로봇이 기울었습니다: 더 기울게 하는 움직임은 막습니다",
  "limit.support": "팔이 받칠 수 있는 만큼 받치고 있습니다: 더 올리지 않습니다",
  "limit.range": "움직일 수 있는 끝입니다: 되돌아갈 수는 있습니다",
  "refused.malformed": "알아볼 수 없는 명령입니다",
  "refused.not_finite": "숫자가 아닌 명령입니다",
  "refused.wrong_frame": "다른 좌표계의 명령입니다",
  "refused.wrong_kind": "보낸 쪽이 할 수 없는 종류의 명령입니다",
  "refused.unknown_joint": "로봇에 없는 관절의 명령입니다",
  "refused.unknown_axis": "로봇이 움직일 수 없는 방향의 명령입니다",
  "refused.no_lease": "조작 권한을 가진 사람이 없는데 명령이 왔습니다",
  "refused.wrong_nonce": "로봇을 다시 켜기 전의 명령입니다",
  "refused.wrong_epoch": "조작 권한이 바뀌기 전의 명령입니다",
  "refused.not_in_command": "조작 권한이 없는 사람의 명령입니다",
  "refused.not_holder": "다른 사람이 조작하고 있어 돌봄 동작이 기다립니다",
  "refused.other_source": "둘이 한꺼번에 명령하고 있습니다",
  "refused.stale": "명령이 너무 늦게 옵니다",
  "refused.future": "시계가 앞선 곳에서 온 명령입니다",
  "refused.repeated": "같은 명령이 두 번 왔습니다",
  "refused.reordered": "명령의 순서가 뒤바뀌었습니다",
  "refused.not_neutral": "먼저 한 번 손을 떼 주세요: 멈추기 전의 명령은 따르지 않습니다",
  "refused.loaded": "안고 있는 동안에는 직접 운전할 수 없습니다",
  "refused.drive_blocked": "지금은 직접 운전할 수 없습니다",
} as const;

export type GateKey = keyof typeof gateKo;
