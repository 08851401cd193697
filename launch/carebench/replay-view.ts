// The replay of one run as a piece of HTML: a stick figure from the side, played or moved by a slider, without any library or request.
import type { Film } from "./film.ts";
import type { Part } from "./furniture.ts";

/** Links that a line joins, in a person and in the robot. */
const SIDE = (side: string) => [
  ["thorax", `${side}_upper_arm`, `${side}_forearm`, `${side}_hand`],
  ["pelvis", `${side}_thigh`, `${side}_shank`, `${side}_foot`],
];
const PERSON = [["pelvis", "thorax", "head"], ...SIDE("left"), ...SIDE("right")];
const ROBOTS = {
  transfer_robot: [
    ["base_link", "lift_link", "left_arm"],
    ["lift_link", "right_arm"],
  ],
  patrol_robot: [["base_link", "mast"]],
  walker_robot: [
    ["base_link", "handle_carriage", "left_handle"],
    ["handle_carriage", "right_handle"],
  ],
};

const of = (model: string, lines: readonly (readonly string[])[], links: readonly string[]) =>
  lines
    .map((line) => line.map((link) => links.indexOf(`${model}/${link}`)).filter((place) => place >= 0))
    .filter((line) => line.length > 1);

/** A ride lasts a minute or more. */
const FASTER = 4;
const boxOf = ([x0, z0, x1, z1]: Part) => `M${x0} ${-z0}H${x1}V${-z1}H${x0}Z`;

/** Seen from the side: x to the right, z up, in metres. Throws for a film without frames or without a person. */
export function replayView({ links, period, frames, furniture }: Film): string {
  const person = of("resident", PERSON, links);
  const robot = Object.entries(ROBOTS).flatMap(([name, lines]) => of(name, lines, links));
  if (frames.length === 0 || person.length === 0) throw new Error("replay: expected frames of a person");
  const data = JSON.stringify({ period, frames, person, robot }).replaceAll("<", "\\u003c");
  return `<svg id="stage" viewBox="-1 -2 5 2.2" width="800" role="img"><title>replay</title>
<path d="M-9 0H99" stroke="#999" stroke-width=".01"/>
<path id="furniture" d="${furniture.map(boxOf).join("")}" fill="#d9d9d9" stroke="#999" stroke-width=".005"/>
<path id="robot" fill="none" stroke="#d55e00" stroke-width=".05" stroke-linecap="round"/>
<path id="person" fill="none" stroke="#0072b2" stroke-width=".05" stroke-linecap="round" stroke-linejoin="round"/>
</svg>
<p><button id="play" type="button" aria-pressed="false">▶ ${FASTER}×</button> <input id="moment" aria-label="moment, s" type="range" min="0" max="${frames.length - 1}" value="0" style="width:640px"> <output id="time"></output></p>
<script>
const film = ${data};
const moment = document.getElementById("moment");
function line(places, frame) {
  return places.map((place, i) => (i ? "L" : "M") + frame[3 * place] + " " + -frame[3 * place + 2]).join("");
}
function draw() {
  const frame = film.frames[moment.value];
  for (const who of ["robot", "person"])
    document.getElementById(who).setAttribute("d", film[who].map((places) => line(places, frame)).join(""));
  document.getElementById("time").value = (moment.value * film.period).toFixed(1) + " s";
}
const xs = film.frames.flatMap((frame) => film.person.flat().map((place) => frame[3 * place])).filter(Number.isFinite);
const middle = (xs.reduce((least, x) => Math.min(least, x), Infinity) + xs.reduce((most, x) => Math.max(most, x), -Infinity)) / 2;
document.getElementById("stage").setAttribute("viewBox", (middle - 2.5) + " -2 5 2.2");
moment.addEventListener("input", draw);
draw();
const play = document.getElementById("play");
let timer = 0;
function stop() {
  clearInterval(timer);
  timer = 0;
  play.setAttribute("aria-pressed", "false");
}
play.addEventListener("click", () => {
  if (timer) return stop();
  if (moment.value === moment.max) moment.value = 0;
  play.setAttribute("aria-pressed", "true");
  timer = setInterval(() => {
    moment.stepUp();
    draw();
    if (moment.value === moment.max) stop();
  }, 1000 * film.period / ${FASTER});
});
</script>`;
}
