// Writes XML: an element stands on one line while it is short, and is indented when it is not.

/** What stands in an element: a text, or elements in order. */
export type Inner = string | readonly string[];

const WIDTH = 120;
/** Lengths to a micrometre, angles to a microradian, and small inertias still with four digits. */
const DIGITS = 9;

/** The shortest text of a number, to nine decimals. Throws for what is not a number. */
export function number(value: number): string {
  if (!Number.isFinite(value)) throw new Error(`expected a number, got ${value}`);
  return String(Number(value.toFixed(DIGITS)) + 0);
}
export const numbers = (values: readonly number[]): string => values.map(number).join(" ");

const indented = (text: string): string => text.replace(/^/gm, "  ");

export function element(name: string, attributes: Readonly<Record<string, string>>, inner: Inner): string {
  const said = Object.entries(attributes).map(([key, value]) => ` ${key}="${value}"`);
  const open = `<${name}${said.join("")}`;
  const parts = typeof inner === "string" ? [inner] : inner;
  if (parts.length === 0) return `${open}/>`;
  const line = `${open}>${parts.join("")}</${name}>`;
  if (!line.includes("\n") && line.length <= WIDTH) return line;
  return `${open}>\n${indented(parts.join("\n"))}\n</${name}>`;
}
