// The ground plan of the ward: where rooms, doors and the ramp are. Map frame: x along the corridor, y to the rooms; m.
import { WARD as W } from "./dimensions.ts";

const [roomLength, roomDepth] = W.room;
const half = W.wall / 2;

/** Two rooms side by side on the corridor's north, each with its door in the middle. */
const room = (index: number) => {
  const west = index * (roomLength + W.wall);
  const south = W.corridor + W.wall;
  return {
    west,
    east: west + roomLength,
    south,
    north: south + roomDepth,
    middle: { x: west + roomLength / 2, y: south + roomDepth / 2 },
    door: { x: west + roomLength / 2, y: W.corridor + half },
  } as const;
};
const rooms = [room(0), room(1)] as const;
/** The corridor is level as far as the rooms reach; then the ramp begins. */
const levelEnd = rooms[1].east + W.wall;
const rampEnd = levelEnd + W.rampRun;
const end = rampEnd + W.rampLanding;

/** South of the corridor: the nurses' station, the toilet, the common room; the first and the last are open to it. */
const stationEast = 5;
const toiletWest = stationEast + W.wall;
const toiletEast = toiletWest + W.toilet[0];
const toiletSouth = -W.wall - W.toilet[1];
const commonWest = toiletEast + W.wall;
const south = -3.2;

export const PLAN = {
  rooms,
  corridor: { west: 0, levelEnd, rampEnd, end, south: 0, north: W.corridor },
  station: { west: 0, east: stationEast, south, middle: { x: 1.9, y: -0.5 } },
  toilet: {
    west: toiletWest,
    east: toiletEast,
    south: toiletSouth,
    north: -W.wall,
    /** So that the open leaf still stands before a wall. */
    door: { x: toiletEast - W.toiletDoor / 2 - 0.15, y: -half },
  },
  common: { west: commonWest, east: levelEnd, south, middle: { x: (commonWest + levelEnd) / 2, y: -1.7 } },
} as const;
