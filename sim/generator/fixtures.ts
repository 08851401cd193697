// What stands fast in the ward: toilet with its grab bars, basin, bedside cabinet, counter of the nurses' station, table.
import { SEAT } from "./dimensions.ts";
import { DARK, GREEN, LINEN, STEEL, WHITE, WOOD } from "./colours.ts";
import type { ModelDesign } from "./design.ts";
import { bar, box, drum, type Part } from "./parts.ts";

const fixed = (name: string, about: string, parts: readonly Part[]): ModelDesign => ({
  name,
  about,
  fixed: true,
  links: [{ name: "link", at: [0, 0, 0], parts }],
});

/** Law A: seat 0.40–0.45 m, horizontal bars 0.6–0.7 m high, one upright bar, 0.4 m from the middle of the bowl at most. */
const BAR = { height: 0.65, away: 0.4, radius: 0.016 } as const;
/** [m] from its middle to the wall at its side. */
export const TOILET_TO_WALL = 0.46;
/** [m] from the wall behind to the front of the bowl. */
const BOWL = 0.68;

export const toilet = fixed(
  "toilet",
  "A toilet with grab bars. Origin on the floor at the wall behind it, x the way one faces; the wall at the side is on the left.",
  [
    box("tank", [0.09, 0, 0.6], [0.18, 0.4, 0.36], WHITE),
    box("bowl", [0.36, 0, 0.2], [0.5, 0.3, 0.4], WHITE),
    box("seat", [BOWL - 0.23, 0, SEAT.height - 0.04], [0.46, 0.38, 0.03], LINEN, {
      surface: { friction: 0.6 },
    }),
    bar("wall_bar", [0.1, BAR.away, BAR.height], [0.8, BAR.away, BAR.height], BAR.radius, STEEL),
    bar("upright_bar", [0.8, BAR.away, BAR.height], [0.8, BAR.away, 1.45], BAR.radius, STEEL),
    ...[0.12, 0.78].map((x, i) =>
      bar(`wall_bracket_${i}`, [x, BAR.away, BAR.height], [x, TOILET_TO_WALL, BAR.height], 0.012, STEEL, {
        only: "seen",
      }),
    ),
    bar("free_bar", [0, -BAR.away, BAR.height], [0.7, -BAR.away, BAR.height], BAR.radius, STEEL),
    bar("free_brace", [0, -BAR.away, BAR.height - 0.2], [0.35, -BAR.away, BAR.height], BAR.radius, STEEL),
  ],
);

/** Law A: top 0.85 m at most, 0.65 m free below for the knees. */
export const basin = fixed(
  "wash_basin",
  "A wash basin on the wall. Origin on the floor at the wall, x away from it; a wheelchair drives below.",
  [
    box("basin", [0.23, 0, 0.76], [0.46, 0.5, 0.16], WHITE),
    drum("bowl", [0.25, 0, 0.842], [0.17, 0.005], [0.8, 0.85, 0.88, 1], { only: "seen" }),
    bar("tap", [0.04, 0, 0.82], [0.1, 0, 0.98], 0.012, STEEL),
    box("mirror", [0.01, 0, 1.4], [0.02, 0.5, 0.8], [0.75, 0.82, 0.86, 1]),
  ],
);

export const cabinet = fixed(
  "bedside_cabinet",
  "A bedside cabinet. Origin on the floor at the wall behind it, x away from the wall.",
  [
    box("body", [0.225, 0, 0.4], [0.43, 0.42, 0.72], WOOD),
    box("top", [0.225, 0, 0.775], [0.45, 0.45, 0.03], LINEN),
    box("drawer", [0.442, 0, 0.62], [0.004, 0.38, 0.16], [0.8, 0.64, 0.46, 1], { only: "seen" }),
    bar("pull", [0.455, -0.06, 0.62], [0.455, 0.06, 0.62], 0.008, STEEL, { only: "seen" }),
    ...[0.05, 0.4].flatMap((x) =>
      [-0.18, 0.18].map((y) =>
        drum(`foot_${x * 100}_${y > 0 ? "left" : "right"}`, [x, y, 0.02], [0.02, 0.04], DARK),
      ),
    ),
  ],
);

/** Law A: part of a counter 0.7–0.9 m high, for those who sit. */
export const counter = fixed(
  "nurses_counter",
  "The counter of the nurses' station: 1.1 m high, and 0.8 m where one sits. Origin on the floor in its middle, x to the corridor.",
  [
    box("high_front", [0.15, 0.6, 0.55], [0.05, 2.1, 1.1], WOOD),
    box("high_top", [0.1, 0.6, 1.115], [0.35, 2.1, 0.03], LINEN),
    box("low_front", [0.15, -1.05, 0.385], [0.05, 1.2, 0.77], GREEN),
    box("low_top", [0.05, -1.05, 0.785], [0.6, 1.2, 0.03], LINEN),
    box("desk", [-0.2, 0.6, 0.735], [0.65, 2.1, 0.03], WOOD),
    box("screen", [-0.1, 0.8, 0.98], [0.03, 0.52, 0.32], DARK),
    box("screen_foot", [-0.1, 0.8, 0.79], [0.16, 0.2, 0.08], DARK, { only: "seen" }),
    ...[-1.62, -0.45, 1.62].map((y, i) => box(`side_${i}`, [-0.2, y, 0.36], [0.65, 0.03, 0.72], WOOD)),
  ],
);

export const table = fixed("table", "A table for four. Origin on the floor below its middle.", [
  box("top", [0, 0, 0.705], [1.2, 0.8, 0.03], WOOD),
  ...[0.52, -0.52].flatMap((x) =>
    [0.33, -0.33].map((y) =>
      box(
        `leg_${x > 0 ? "front" : "back"}_${y > 0 ? "left" : "right"}`,
        [x, y, 0.345],
        [0.05, 0.05, 0.69],
        WOOD,
      ),
    ),
  ),
]);
