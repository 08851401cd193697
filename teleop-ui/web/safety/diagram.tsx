// The states of the safety machine as a picture, drawn from its own definition: where it is now, and where it may go next.
import { safetyMachine } from "../../../core/safety/machine.ts";
import { useTexts, type TextKey } from "../texts/language.ts";
import { onRing, readMachine, type Point, type Way } from "./state-graph.ts";
import { motionKey } from "./verdict.tsx";

const GRAPH = readMachine(safetyMachine);

/** All in the picture's own units. */
const WIDTH = 360;
const HEIGHT = 304;
const BOX: Point = { x: 98, y: 56 };
const RING: Point = { x: (WIDTH - BOX.x) / 2 - 2, y: (HEIGHT - BOX.y) / 2 - 2 };
const CORNER = 10;
const LINE = 17;
const SIGN = 15;

const PLACES = new Map(onRing(GRAPH.states.length, RING).map((at, place) => [GRAPH.states[place] ?? "", at]));
const placeOf = (state: string): Point => PLACES.get(state) ?? { x: 0, y: 0 };

/** Where a line from the middle of a box towards `to` leaves the box. */
function leaves(from: Point, to: Point): Point {
  const [x, y] = [to.x - from.x, to.y - from.y];
  const share = Math.min(BOX.x / 2 / Math.abs(x), BOX.y / 2 / Math.abs(y));
  return { x: from.x + x * share, y: from.y + y * share };
}

/** [1] how far a way bends towards the middle, so that there and back are two lines. */
const BEND = 0.12;

function pathOf({ from, to }: Way): string {
  const [a, b] = [placeOf(from), placeOf(to)];
  const middle = {
    x: (a.x + b.x) / 2 + (b.y - a.y) * BEND,
    y: (a.y + b.y) / 2 - (b.x - a.x) * BEND,
  };
  const [start, end] = [leaves(a, middle), leaves(b, middle)];
  return `M${start.x} ${start.y}Q${middle.x} ${middle.y} ${end.x} ${end.y}`;
}

/** A word of many parts on two lines of about one length. */
function inTwo(word: string): string[] {
  const parts = word.split(" ");
  const cuts = parts.slice(1).map((_, place) => [parts.slice(0, place + 1), parts.slice(place + 1)] as const);
  const lengths = cuts.map((cut) => Math.max(...cut.map((half) => half.join(" ").length)));
  const best = cuts[lengths.indexOf(Math.min(...lengths))];
  return best === undefined ? [word] : best.map((half) => half.join(" "));
}

type Role = "now" | "next" | "other";

export function Diagram({ motion }: { readonly motion: string }) {
  const { t, said } = useTexts();
  const next = new Set(GRAPH.ways.filter(({ from }) => from === motion).map(({ to }) => to));
  const roleOf = (state: string): Role => (state === motion ? "now" : next.has(state) ? "next" : "other");
  // ways out of the present state are drawn last, over the others
  const ways = GRAPH.ways.toSorted((a, b) => Number(a.from === motion) - Number(b.from === motion));
  return (
    <section className="card safety-diagram" aria-label={t("safety.diagram")}>
      <h2>{t("safety.diagram")}</h2>
      <svg
        viewBox={`${-WIDTH / 2} ${-HEIGHT / 2} ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={t("safety.diagram_about", { motion: said(motionKey(motion)) })}
        data-testid="diagram"
      >
        <defs>
          <marker
            id="tip"
            viewBox="0 0 10 10"
            refX="9"
            refY="5"
            markerWidth="7"
            markerHeight="7"
            orient="auto"
          >
            <path d="M0 0L10 5L0 10z" fill="context-stroke" />
          </marker>
        </defs>
        {ways.map((way) => (
          <path
            key={`${way.from} ${way.to} ${way.act} ${way.guard}`}
            className="safety-way"
            data-out={way.from === motion}
            data-act={way.act !== undefined}
            d={pathOf(way)}
            markerEnd="url(#tip)"
          />
        ))}
        {GRAPH.states.map((state) => (
          <Box key={state} state={state} role={roleOf(state)} />
        ))}
      </svg>
      <p className="safety-legend">
        <span data-act="false" /> {t("safety.by_itself")} <span data-act="true" /> {t("safety.by_people")}
      </p>
      <Ways ways={GRAPH.ways.filter(({ from }) => from === motion)} />
    </section>
  );
}

function Box({ state, role }: { readonly state: string; readonly role: Role }) {
  const { t, said } = useTexts();
  const signs: Readonly<Record<Role, string>> = {
    now: `● ${t("safety.here")}`,
    next: `→ ${t("safety.next")}`,
    other: "",
  };
  const { x, y } = placeOf(state);
  const lines = inTwo(said(motionKey(state)));
  const sign = signs[role];
  const first = y - ((lines.length - 1) * LINE) / 2 - (sign === "" ? 0 : SIGN / 2);
  return (
    <g className="safety-state" data-state={state} data-role={role}>
      <rect x={x - BOX.x / 2} y={y - BOX.y / 2} width={BOX.x} height={BOX.y} rx={CORNER} />
      <text x={x} y={first}>
        {lines.map((line, place) => (
          <tspan key={line} x={x} dy={place === 0 ? 0 : LINE}>
            {line}
          </tspan>
        ))}
        {sign !== "" && (
          <tspan className="safety-sign" x={x} dy={SIGN}>
            {sign}
          </tspan>
        )}
      </text>
    </g>
  );
}

/** The ways out of the present state in words. */
function Ways({ ways }: { readonly ways: readonly Way[] }) {
  const { t, said } = useTexts();
  return (
    <details className="axes" data-testid="ways">
      <summary>{t("safety.ways")}</summary>
      <ul>
        {ways.map(({ to, act, guard }) => (
          <li key={`${to} ${act} ${guard}`} data-to={to}>
            <strong>{said(motionKey(to))}</strong> ← {said(`guard.${guard}` satisfies string as TextKey)}
          </li>
        ))}
      </ul>
    </details>
  );
}
