// The report page holds every row and failure, asks for nothing from outside, lets no text become markup, and replays a film.
import { parseHTML } from "linkedom";
import { expect, test } from "vitest";
import { DEFAULT_RESIDENT } from "../../sim/resident/parameters.ts";
import { chairSeat, readWard } from "../../sim/ward.ts";
import { furnitureOf } from "./furniture.ts";
import { judge } from "./judge.ts";
import { cannot, type Played } from "./played.ts";
import { replayView } from "./replay-view.ts";
import { reportOf } from "./report.ts";
import { storyOf } from "./catalogue.ts";

const film = {
  links: ["resident/pelvis", "resident/thorax", "resident/head", "transfer_robot/base_link"],
  period: 0.1,
  frames: [
    [0, 0, 0.5, 0, 0, 0.7, 0, 0, 1, 2, 0, 0.1],
    [0, 0, 0.6, 0, 0, 0.8, 0, 0, 1.1, 2, 0, 0.1],
  ],
  furniture: [[-0.2, 0.4, 0.2, 0.45]] as const,
};
const walk = storyOf("walk/ten_metres");
const worst: Played = {
  ...cannot(walk, "position", 1),
  place: "floor",
  duration_s: 60,
  peak_support_bw: 0.7,
  why: ["carried <b>70 %</b>"],
  film,
};
const all = [cannot(walk, "dolbom", 1), worst];
const html = reportOf(judge(all), all, worst);

test("it has a row for each family and policy, each failure in both languages, and a plot", () => {
  const { document } = parseHTML(html);
  const text = document.documentElement.textContent;
  for (const word of ["10 m 걷기", "Walk 10 m", "this policy has no task for it", "walk: time and load"])
    expect(text).toContain(word);
  expect(document.querySelectorAll("table")).toHaveLength(4);
  expect(document.querySelectorAll("b")).toHaveLength(0);
});

test("it asks for nothing from outside", () => {
  expect(html.replaceAll('xmlns="http://www.w3.org/2000/svg"', "")).not.toMatch(
    /https?:|src=|href=|@import|fetch\(/,
  );
});

test("its replay has a place on the slider for each frame", () => {
  expect(parseHTML(html).document.getElementById("moment")?.getAttribute("max")).toBe("1");
  expect(() => replayView({ ...film, frames: [] })).toThrow("expected frames");
});

test("its replay shows the seat where it stands, and of a ward nothing but what people sit and lie on", () => {
  expect(parseHTML(html).document.getElementById("furniture")?.getAttribute("d")).toBe(
    "M-0.2 -0.4H0.2V-0.45H-0.2Z",
  );
  const ward = readWard(DEFAULT_RESIDENT);
  const { edge, height } = chairSeat(ward);
  const parts = furnitureOf(ward);
  expect(parts.filter(([, , x1, z1]) => x1 === edge[0] && z1 === height)).toHaveLength(1);
  const [chair, bed] = ["chair", "bed"].map(
    (name) => ward.models.find((one) => one.name === name)?.links[0]?.collisions.length,
  );
  expect(parts).toHaveLength((chair ?? NaN) + (bed ?? NaN));
});
