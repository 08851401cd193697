// The building of the ward: floor, walls with doors and windows, thresholds, handrails and the ramp. Nothing of it moves.
import { metres } from "../../core/units.ts";
import { WARD as W } from "./dimensions.ts";
import { FLOOR, MARK, TILE } from "./colours.ts";
import type { ModelDesign } from "./design.ts";
import { box, type Part } from "./parts.ts";
import { PLAN } from "./plan.ts";
import { handrail, wall, type Wall } from "./walls.ts";

const { corridor, station, toilet, common, rooms } = PLAN;
const half = W.wall / 2;
const [roomA, roomB] = rooms;
const windows = (at: readonly number[]) => at.map((x) => ({ at: x, width: 1.6, kind: "window" as const }));

const walls: readonly Wall[] = [
  {
    name: "rooms_south",
    along: "x",
    from: -W.wall,
    to: corridor.end,
    at: corridor.north + half,
    openings: rooms.map(({ door }) => ({ at: door.x, width: W.roomDoor, kind: "door" as const })),
  },
  {
    name: "rooms_north",
    along: "x",
    from: -W.wall,
    to: corridor.levelEnd,
    at: roomA.north + half,
    openings: windows(rooms.flatMap(({ middle: { x } }) => [x - 1.5, x + 1.5])),
  },
  { name: "rooms_west", along: "y", from: corridor.north + W.wall, to: roomA.north, at: -half },
  { name: "rooms_between", along: "y", from: roomA.south, to: roomA.north, at: roomA.east + half },
  { name: "rooms_east", along: "y", from: roomB.south, to: roomB.north, at: roomB.east + half },
  { name: "west_end", along: "y", from: station.south, to: corridor.north, at: -half },
  {
    name: "east_end",
    along: "y",
    from: -W.wall,
    to: corridor.north + W.wall,
    at: corridor.end + half,
    openings: [{ at: corridor.north / 2, width: 1.4, kind: "window" }],
  },
  { name: "ramp_south", along: "x", from: corridor.levelEnd, to: corridor.end, at: -half },
  { name: "station_south", along: "x", from: -W.wall, to: station.east, at: station.south - half },
  { name: "toilet_west", along: "y", from: station.south - W.wall, to: 0, at: toilet.west - half },
  { name: "toilet_east", along: "y", from: common.south - W.wall, to: 0, at: toilet.east + half },
  { name: "toilet_south", along: "x", from: toilet.west, to: toilet.east, at: toilet.south - half },
  {
    name: "toilet_north",
    along: "x",
    from: toilet.west,
    to: toilet.east,
    at: toilet.door.y,
    openings: [{ at: toilet.door.x, width: W.toiletDoor, kind: "door" }],
  },
  {
    name: "common_south",
    along: "x",
    from: common.west,
    to: common.east + W.wall,
    at: common.south - half,
    openings: windows([common.middle.x - 1.3, common.middle.x + 1.3]),
  },
  { name: "common_east", along: "y", from: common.south, to: -W.wall, at: common.east + half },
];

const threshold = (name: string, at: { x: number; y: number }, width: number, height: number): Part =>
  box(name, [at.x, at.y, height / 2], [width, W.wall, height], MARK, { surface: { friction: 0.8 } });

const SLOPE = Math.atan2(W.rampRise, W.rampRun);
const SLAB = 0.1;
/** The slab's upper face leads from the floor to the landing. */
const ramp = box(
  "ramp",
  [
    corridor.levelEnd + W.rampRun / 2 + (SLAB / 2) * Math.sin(SLOPE),
    corridor.north / 2,
    W.rampRise / 2 - (SLAB / 2) * Math.cos(SLOPE),
  ],
  [Math.hypot(W.rampRun, W.rampRise), corridor.north, SLAB],
  TILE,
  { turned: [0, -SLOPE, 0], surface: { friction: 0.9 } },
);
/** Where it begins and ends is marked. */
const marks = [corridor.levelEnd - 0.05, corridor.rampEnd + 0.05].map((x, i) =>
  box(`ramp_mark_${i}`, [x, corridor.north / 2, i * W.rampRise + 0.001], [0.1, corridor.north, 0.002], MARK, {
    only: "seen",
  }),
);
const landing = box(
  "landing",
  [(corridor.rampEnd + corridor.end) / 2, corridor.north / 2, W.rampRise / 2],
  [W.rampLanding, corridor.north, W.rampRise],
  FLOOR,
  { surface: { friction: 0.9 } },
);

/** Clear of a door's opening on either side, m. */
const CLEAR = 0.1;
const doorway = ({ x }: { x: number }, width: number): [number, number] => [
  x - width / 2 - CLEAR,
  x + width / 2 + CLEAR,
];
const [a, b] = rooms.map(({ door }) => doorway(door, W.roomDoor)) as [[number, number], [number, number]];
const up: readonly [number, number] = [W.handrail, W.handrail + W.rampRise];
const rails: readonly Part[] = [
  ...handrail("rail_north_0", [CLEAR, a[0]], corridor.north, -1),
  ...handrail("rail_north_1", [a[1], b[0]], corridor.north, -1),
  ...handrail("rail_north_2", [b[1], corridor.levelEnd], corridor.north, -1),
  ...handrail("rail_north_ramp", [corridor.levelEnd, corridor.rampEnd], corridor.north, -1, up),
  ...handrail("rail_south_ramp", [corridor.levelEnd, corridor.rampEnd], corridor.south, 1, up),
  ...handrail("rail_toilet", [toilet.west, doorway(toilet.door, W.toiletDoor)[0]], corridor.south, 1),
];

const [west, east, southEnd, north] = [
  -W.wall,
  corridor.end + W.wall,
  common.south - W.wall,
  roomA.north + W.wall,
];
const floor: Part = {
  ...box("floor", [(west + east) / 2, (southEnd + north) / 2, 0], [1, 1, 1], FLOOR, {
    surface: { friction: 0.9 },
  }),
  shape: { kind: "plane", normal: [0, 0, 1], size: [metres(east - west), metres(north - southEnd)] },
};
const tiles = box(
  "toilet_tiles",
  [(toilet.west + toilet.east) / 2, (toilet.south + toilet.north) / 2, 0.001],
  [...W.toilet, 0.002],
  TILE,
  { only: "seen" },
);

export const building: ModelDesign = {
  name: "ward_building",
  about:
    "The building of the ward. Origin on the floor at the corridor's south-west corner, x along the corridor, y towards " +
    "the two rooms of four beds. Nurses' station, toilet and common room are on the other side, the ramp is at the end.",
  fixed: true,
  links: [
    {
      name: "link",
      at: [0, 0, 0],
      parts: [
        floor,
        tiles,
        ...walls.flatMap(wall),
        ...rooms.map(({ door }, i) => threshold(`room_threshold_${i}`, door, W.roomDoor, W.roomThreshold)),
        threshold("toilet_threshold", toilet.door, W.toiletDoor, W.toiletThreshold),
        ramp,
        landing,
        ...marks,
        ...rails,
      ],
    },
  ],
};
