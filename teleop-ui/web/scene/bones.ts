// Which of the 33 BlazePose landmarks a drawn bone joins (MediaPipe's POSE_CONNECTIONS without face, fingers and toes).
export const BONES: readonly (readonly [from: number, to: number])[] = [
  [11, 12],
  [11, 23],
  [12, 24],
  [23, 24],
  [11, 13],
  [13, 15],
  [12, 14],
  [14, 16],
  [23, 25],
  [25, 27],
  [27, 31],
  [24, 26],
  [26, 28],
  [28, 32],
  [0, 11],
  [0, 12],
];
