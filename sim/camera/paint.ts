// What a surface looks like at one point, before any light falls on it.

/** Filled in place for every pixel, so that none is thrown away. Colours are linear, 0..1. */
export interface Paint {
  red: number;
  green: number;
  blue: number;
  /** 0 dull to 1 glossy. */
  gloss: number;
  /** 0 smooth; 1 the creases of cloth. */
  creases: number;
}

export const setPaint = (
  paint: Paint,
  [red, green, blue]: readonly [number, number, number],
  shade: number,
): void => {
  paint.red = red * shade;
  paint.green = green * shade;
  paint.blue = blue * shade;
};

/** Mixes a colour over what is there: 0 leaves it, 1 covers it. */
export const cover = (paint: Paint, red: number, green: number, blue: number, amount: number): void => {
  paint.red += (red - paint.red) * amount;
  paint.green += (green - paint.green) * amount;
  paint.blue += (blue - paint.blue) * amount;
};

/** Darkens each channel by its own factor, as flesh does in a fold. */
export const tint = (paint: Paint, red: number, green: number, blue: number, amount: number): void =>
  cover(paint, paint.red * red, paint.green * green, paint.blue * blue, amount);
