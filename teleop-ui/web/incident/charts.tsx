// Forces, lift and drive around a stop, one under the other on one time, with one cursor.
import { useEffect, useRef } from "react";
import uPlot from "uplot";
import "uplot/dist/uPlot.min.css";
import type { Curves } from "../../../core/incident.ts";
import { useTexts, type TextKey } from "../texts/language.ts";

type Name = Exclude<keyof Curves, "t">;
interface Line {
  readonly name: Name;
  readonly label: TextKey;
  /** A custom property of tokens.css. */
  readonly colour: string;
  /** So that no meaning rests on colour alone. */
  readonly dash: number[];
}
interface Chart {
  readonly title: TextKey;
  readonly lines: readonly Line[];
}

const SOLID: number[] = [];
const DASHED = [8, 4];
const DOTTED = [2, 3];
/** The legend's sign of a line, as CSS draws borders. */
const borderOf = (dash: number[] | undefined) =>
  dash === DASHED ? "dashed" : dash === DOTTED ? "dotted" : "solid";
const CHARTS: readonly Chart[] = [
  {
    title: "incident.forces",
    lines: [
      { name: "force_left", label: "incident.left", colour: "--true", dash: SOLID },
      { name: "force_right", label: "incident.right", colour: "--perceived", dash: DASHED },
      { name: "contact", label: "incident.contact", colour: "--stop", dash: DOTTED },
    ],
  },
  {
    title: "incident.lift",
    lines: [
      { name: "lift_command", label: "incident.command", colour: "--perceived", dash: DASHED },
      { name: "lift_speed", label: "incident.measured", colour: "--true", dash: SOLID },
    ],
  },
  {
    title: "incident.drive",
    lines: [
      { name: "drive_command", label: "incident.command", colour: "--perceived", dash: DASHED },
      { name: "drive_speed", label: "incident.measured", colour: "--true", dash: SOLID },
    ],
  },
];
const HEIGHT = 190; // px
const LINE = 2; // px
const AXIS = 56; // px for the numbers at the side

export const Charts = ({ curves }: { readonly curves: Curves }) => (
  <>
    {CHARTS.map((chart) => (
      <Plot key={chart.title} chart={chart} curves={curves} />
    ))}
  </>
);

/** The moment of the stop, from top to bottom. */
function drawMoment(plot: uPlot, colour: string) {
  const x = plot.valToPos(0, "x", true);
  const { top, height } = plot.bbox;
  plot.ctx.save();
  plot.ctx.strokeStyle = colour;
  plot.ctx.lineWidth = LINE * devicePixelRatio;
  plot.ctx.setLineDash([]);
  plot.ctx.beginPath();
  plot.ctx.moveTo(x, top);
  plot.ctx.lineTo(x, top + height);
  plot.ctx.stroke();
  plot.ctx.restore();
}

function Plot({ chart, curves }: { readonly chart: Chart; readonly curves: Curves }) {
  const { t } = useTexts();
  const holder = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = holder.current;
    if (element === null) return undefined;
    const style = getComputedStyle(document.documentElement);
    const colour = (name: string) => style.getPropertyValue(name).trim();
    const axis = {
      stroke: colour("--soft"),
      grid: { stroke: colour("--line") },
      ticks: { stroke: colour("--line") },
    };
    const options: uPlot.Options = {
      width: element.clientWidth,
      height: HEIGHT,
      scales: { x: { time: false } },
      legend: { markers: { dash: (_, series) => borderOf(chart.lines[series - 1]?.dash) } },
      cursor: { sync: { key: "incident" }, drag: { x: false, y: false } },
      axes: [axis, { ...axis, size: AXIS }],
      series: [
        { label: "s", value: (_, value) => (Number.isFinite(value) ? value.toFixed(2) : "–") },
        ...chart.lines.map(({ label, colour: name, dash }) => ({
          label: t(label),
          stroke: colour(name),
          dash,
          width: LINE,
          value: (_: uPlot, value: number | null) => (value === null ? "–" : value.toFixed(2)),
        })),
      ],
      hooks: { draw: [(plot) => drawMoment(plot, colour("--ink"))] },
    };
    const data = [curves.t, ...chart.lines.map(({ name }) => curves[name])] as unknown as uPlot.AlignedData;
    const plot = new uPlot(options, data, element);
    const resized = new ResizeObserver(() => plot.setSize({ width: element.clientWidth, height: HEIGHT }));
    resized.observe(element);
    return () => {
      resized.disconnect();
      plot.destroy();
    };
  }, [chart, curves, t]);
  return (
    <section className="card" aria-label={t(chart.title)}>
      <h2>{t(chart.title)}</h2>
      <div ref={holder} data-testid={chart.title} />
    </section>
  );
}
