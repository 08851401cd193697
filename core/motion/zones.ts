// What a scan or a cloud of points means for each direction of motion: pure, and no memory is taken while points are looked at.
import type { LaserScan } from "../messages.ts";
import { metres } from "../units.ts";
import { ROW, type NearBounds } from "./bounds.ts";
import { BAND, DOCK, FOOTPRINT, LIDAR, REACH, SLOW_ZONE, STOP_ZONE } from "./footprint.ts";
import { boxOf, contains, nearestOf, nowhere } from "./polygon.ts";
import { approachSpeed, CONTACT_SPEED } from "./separation.ts";

/** One thing is kept for each degree of bearing: the one nearest to the outline. */
const CELLS = 360;
/** x, y, squared distance, ux, uy, qx, qy */
const CELL = 7;
const XYZ = 3;
/** [m²] nearer than this to the outline its own normal tells the way, for a difference of nothing has no direction */
const TOUCHING = 1e-12;

/** What was seen. It belongs to whoever made it with `reading()` and is written anew at each look. */
export interface Reading {
  /** nothing can be said, and everything may be near */
  blind: boolean;
  /** m from the outline to the nearest thing within reach; Infinity when there is none, 0 inside and when blind */
  nearest: number;
  /** points within the zone that stops, and within the zone that slows */
  stopping: number;
  slowing: number;
  /** for one who drives, and for a task, which docks between the legs */
  readonly drive: NearBounds & { count: number };
  readonly task: NearBounds & { count: number };
  readonly cells: Float64Array;
}

/** With room for every bearing, and for one that is blind. */
export const reading = (): Reading => ({
  blind: true,
  nearest: 0,
  stopping: 0,
  slowing: 0,
  drive: { rows: new Float64Array((CELLS + 1) * ROW), count: 0 },
  task: { rows: new Float64Array((CELLS + 1) * ROW), count: 0 },
  cells: new Float64Array(CELLS * CELL),
});

const found = nowhere();
const BOX = boxOf(FOOTPRINT);
/** m²: the zone that stops lies within this of the box, corners included */
const STOPPING = 2 * (boxOf(STOP_ZONE).right - BOX.right) ** 2;
const { left: LEFT, right: RIGHT, bottom: BOTTOM, top: TOP } = boxOf(SLOW_ZONE);
/** m: nothing of the slow zone is further from the lidar. */
const FAR = Math.hypot(Math.max(LIDAR.x - LEFT, RIGHT - LIDAR.x), Math.max(LIDAR.y - BOTTOM, TOP - LIDAR.y));

/** Looks at a scan of the robot's own lidar. A ray that is no number may have met anything: nothing goes that way. */
export function lookAtScan(scan: LaserScan, into: Reading): void {
  const { ranges, angle_min: first, angle_increment: step } = scan;
  begin(into);
  into.blind = !(ranges.length > 0 && Number.isFinite(first + step));
  for (let ray = 0; ray < ranges.length && !into.blind; ray += 1) {
    const range = ranges[ray] ?? NaN;
    // what is too far away needs no direction
    if (range > FAR) continue;
    const bearing = first + ray * step;
    const cell = Math.floor((ray * CELLS) / ranges.length);
    if (range >= 0) see(LIDAR.x + range * Math.cos(bearing), LIDAR.y + range * Math.sin(bearing), cell, into);
    else block(Math.cos(bearing), Math.sin(bearing), cell, into);
  }
  finish(into);
}

/** Looks at a cloud of x, y, z in base_link, m. A point that is no number may be anywhere: the cloud is worth nothing. */
export function lookAtCloud(points: Float32Array, into: Reading): void {
  begin(into);
  into.blind = points.length === 0;
  for (let at = 0; at < points.length && !into.blind; at += XYZ) {
    const x = read(points, at);
    const y = read(points, at + 1);
    const z = read(points, at + 2);
    into.blind = Number.isNaN(x + y + z);
    if (isInBand(z)) see(x, y, cellOf(x, y), into);
  }
  finish(into);
}

const read = (values: Float32Array | Float64Array, place: number): number => values[place] ?? NaN;
const isInBand = (z: number) => z >= BAND.lower && z <= BAND.upper;
const isWithinReach = (x: number, y: number) => x >= LEFT && x <= RIGHT && y >= BOTTOM && y <= TOP;
const cellOf = (x: number, y: number) => Math.floor(((Math.atan2(y, x) / Math.PI + 1) / 2) * CELLS) % CELLS;

function begin(into: Reading): void {
  into.nearest = Infinity;
  into.stopping = 0;
  into.slowing = 0;
  for (let cell = 2; cell < into.cells.length; cell += CELL) into.cells[cell] = Infinity;
}

/** m² from the box around the outline: never more than from the outline itself. */
function fromBox(x: number, y: number): number {
  const dx = Math.max(BOX.left - x, 0, x - BOX.right);
  const dy = Math.max(BOX.bottom - y, 0, y - BOX.top);
  return dx * dx + dy * dy;
}

/** A thing at a point of the floor. */
function see(x: number, y: number, cell: number, into: Reading): void {
  if (!isWithinReach(x, y)) return;
  into.slowing += 1;
  const { cells } = into;
  const at = cell * CELL;
  const least = fromBox(x, y);
  if (least <= STOPPING && contains(STOP_ZONE, x, y)) into.stopping += 1;
  if (!(least < read(cells, at + 2))) return;
  nearestOf(FOOTPRINT, x, y, found);
  keep(cells, at, x, y, least === 0 && contains(FOOTPRINT, x, y));
}

/** Keeps what is nearer than what was there, with the way to it from where the outline, as it was `found`, comes nearest. */
function keep(cells: Float64Array, at: number, x: number, y: number, inside: boolean): void {
  const squared = inside ? 0 : found.squared;
  if (!(squared < read(cells, at + 2))) return;
  cells[at] = x;
  cells[at + 1] = y;
  cells[at + 2] = squared;
  const isOn = !(found.squared > TOUCHING);
  const away = (inside ? -1 : 1) / Math.sqrt(found.squared);
  cells[at + 3] = isOn ? found.nx : (x - found.x) * away;
  cells[at + 4] = isOn ? found.ny : (y - found.y) * away;
  cells[at + 5] = found.x;
  cells[at + 6] = found.y;
}

/** Nothing is known of a bearing: as if something touched the lidar from there. */
function block(ux: number, uy: number, cell: number, { cells }: Reading): void {
  const at = cell * CELL;
  [cells[at], cells[at + 1], cells[at + 2]] = [LIDAR.x, LIDAR.y, 0];
  [cells[at + 3], cells[at + 4]] = [ux, uy];
  [cells[at + 5], cells[at + 6]] = [LIDAR.x, LIDAR.y];
}

/** Makes bounds of what was kept. */
function finish(into: Reading): void {
  [into.drive.count, into.task.count] = [0, 0];
  if (into.blind) {
    into.nearest = 0;
    boundAll(into.drive, 0);
    return boundAll(into.task, CONTACT_SPEED);
  }
  for (let at = 0; at < into.cells.length; at += CELL) bound(into, at);
}

/** The outline at q comes nearer by u·(v + ω × q). A cell that kept nothing is infinitely far. */
function bound(into: Reading, at: number): void {
  const { cells } = into;
  const x = read(cells, at);
  const y = read(cells, at + 1);
  const distance = Math.sqrt(read(cells, at + 2));
  if (!(distance >= into.nearest)) into.nearest = distance;
  if (!(distance < REACH)) return;
  const ux = read(cells, at + 3);
  const uy = read(cells, at + 4);
  const stops = read(cells, at + 2) <= STOPPING && contains(STOP_ZONE, x, y);
  const most = stops ? 0 : approachSpeed(metres(distance));
  const turning = uy * read(cells, at + 5) - ux * read(cells, at + 6);
  add(into.drive, ux, turning, most);
  if (!contains(DOCK, x, y)) add(into.task, ux, turning, most);
}

function add(bounds: NearBounds & { count: number }, x: number, yaw: number, most: number): void {
  const at = bounds.count * ROW;
  bounds.rows[at] = x;
  bounds.rows[at + 1] = yaw;
  bounds.rows[at + 2] = most;
  bounds.count += 1;
}

/** Something may be anywhere: nobody drives, and a task goes on as slowly as contact permits. */
function boundAll(bounds: NearBounds & { count: number }, most: number): void {
  for (const sign of [1, -1]) {
    add(bounds, sign, 0, most);
    add(bounds, 0, sign, most);
  }
}

/** What is seen by nobody. */
export const blindReading = (): Reading => {
  const into = reading();
  begin(into);
  finish(into);
  return into;
};
