// A small chart as SVG text: two axes with ticks and units, a band from the literature, lines and dots.

interface Axis {
  readonly label: string;
  readonly least: number;
  readonly most: number;
  readonly step: number;
}
type Point = readonly [x: number, y: number];
export interface Chart {
  readonly title: string;
  readonly x: Axis;
  readonly y: Axis;
  /** Where the literature puts it, from corner to corner. */
  readonly band?: { readonly from: Point; readonly to: Point; readonly label: string };
  readonly line?: readonly Point[];
  readonly series: readonly { readonly label: string; readonly points: readonly Point[] }[];
}

const [WIDTH, HEIGHT] = [640, 400];
const AREA = { left: 64, right: 470, top: 44, bottom: 344 } as const;
/** Okabe and Ito 2008: told apart with any colour vision; and a mark of its own for each. */
const COLOURS = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#000000"];
const MARKS: readonly ((x: string, y: string) => string)[] = [
  (x, y) => `<circle cx="${x}" cy="${y}" r="3.5"/>`,
  (x, y) => `<path d="M${x} ${y}m-4 3.5h8l-4 -7z"/>`,
  (x, y) => `<path d="M${x} ${y}m-3.5 -3.5h7v7h-7z"/>`,
  (x, y) => `<path d="M${x} ${y}m-4 -3.5h8l-4 7z"/>`,
  (x, y) => `<path d="M${x} ${y}m-4.5 0l4.5 4.5 4.5 -4.5 -4.5 -4.5z"/>`,
  (x, y) => `<path d="M${x} ${y}m-4 -1h8v2h-8z"/>`,
];
const num = (value: number) => String(Number(value.toFixed(2)));
const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
const text = (x: number, y: number, what: string, more = "") =>
  `<text x="${num(x)}" y="${num(y)}" ${more}>${escaped(what)}</text>`;

/** The chart as a whole SVG document. What lies outside its axes is drawn at their edge. */
export function svgOf({ title, x, y, band, line, series }: Chart): string {
  const share = (value: number, { least, most }: Axis) =>
    Math.max(0, Math.min(1, (value - least) / (most - least)));
  const across = (value: number) => AREA.left + share(value, x) * (AREA.right - AREA.left);
  const down = (value: number) => AREA.bottom - share(value, y) * (AREA.bottom - AREA.top);
  const ticks = ({ least, most, step }: Axis) =>
    Array.from({ length: Math.round((most - least) / step) + 1 }, (_, i) => least + i * step);
  const grid = [
    ...ticks(x).map((value) => `M${num(across(value))} ${AREA.top}V${AREA.bottom}`),
    ...ticks(y).map((value) => `M${AREA.left} ${num(down(value))}H${AREA.right}`),
  ].join("");
  const labels = [
    ...ticks(x).map((value) => text(across(value), AREA.bottom + 18, num(value), 'text-anchor="middle"')),
    ...ticks(y).map((value) => text(AREA.left - 8, down(value) + 4, num(value), 'text-anchor="end"')),
    text((AREA.left + AREA.right) / 2, HEIGHT - 12, x.label, 'text-anchor="middle"'),
    `<g transform="translate(18 ${(AREA.top + AREA.bottom) / 2}) rotate(-90)">${text(0, 0, y.label, 'text-anchor="middle"')}</g>`,
    text(AREA.left, 26, title, 'font-size="15"'),
  ];
  const box = band
    ? `<rect x="${num(across(band.from[0]))}" y="${num(down(band.to[1]))}" width="${num(across(band.to[0]) - across(band.from[0]))}" height="${num(down(band.from[1]) - down(band.to[1]))}" fill="#bbb" fill-opacity=".45"/>`
    : "";
  const path = (line ?? []).map(([px, py], i) => `${i === 0 ? "M" : "L"}${num(across(px))} ${num(down(py))}`);
  const marks = series.map(({ points }, i) => {
    const mark = MARKS[i % MARKS.length];
    const drawn = points.map(([px, py]) => mark?.(num(across(px)), num(down(py))));
    return `<g fill="${COLOURS[i % COLOURS.length]}" fill-opacity=".75">${drawn.join("")}</g>`;
  });
  const legend = series.map(({ label }, i) => {
    const at = AREA.top + 8 + 20 * i;
    const mark = MARKS[i % MARKS.length]?.(num(AREA.right + 18), num(at));
    return `<g fill="${COLOURS[i % COLOURS.length]}">${mark}</g>${text(AREA.right + 28, at + 4, label)}`;
  });
  const bandAt = AREA.top + 8 + 20 * series.length;
  const bandLegend = band
    ? `<rect x="${AREA.right + 12}" y="${bandAt - 6}" width="12" height="12" fill="#bbb"/>${text(AREA.right + 28, bandAt + 4, band.label)}`
    : "";
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12">
<title>${escaped(title)}</title>
<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>
${box}
<path d="${grid}" stroke="#ddd" fill="none"/>
<path d="M${AREA.left} ${AREA.top}V${AREA.bottom}H${AREA.right}" stroke="#333" fill="none"/>
<path d="${path.join("")}" stroke="#0072b2" fill="none"/>
${[...marks, ...labels, ...legend, bandLegend].join("\n")}
</svg>
`;
}
