// XML elements as SDF needs them: children by name, numbers by count, and errors that name file and element.
import { XMLParser, XMLValidator } from "fast-xml-parser";

export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
  readonly children: readonly Element[];
  /** The file and the elements down to this one, for errors. */
  readonly where: string;
}

type Raw = Readonly<Record<string, unknown>>;

/** The root element of an XML text. Throws one error with file, line and reason when the text is not XML. */
export function parseXml(text: string, file: string): Element {
  const valid = XMLValidator.validate(text);
  if (valid !== true) throw new Error(`${file}:${valid.err.line}: broken XML: ${valid.err.msg}`);
  const parser = new XMLParser({
    preserveOrder: true,
    ignoreAttributes: false,
    attributeNamePrefix: "",
    parseTagValue: false,
    parseAttributeValue: false,
    ignoreDeclaration: true,
  });
  const roots = (parser.parse(text) as Raw[]).map((raw) => element(raw, file)).filter((e) => e !== undefined);
  const root = roots[0];
  if (!root) throw new Error(`${file}: expected one root element, found none`);
  return root;
}

function element(raw: Raw, parent: string): Element | undefined {
  const name = Object.keys(raw).find((key) => key !== ":@" && key !== "#text");
  if (name === undefined) return undefined;
  const attributes = (raw[":@"] ?? {}) as Record<string, string>;
  const inner = raw[name] as Raw[];
  const where = `${parent} > ${name}${attributes["name"] === undefined ? "" : ` "${attributes["name"]}"`}`;
  return {
    name,
    attributes,
    where,
    text: inner
      .map((child) => (typeof child["#text"] === "string" ? child["#text"] : ""))
      .join(" ")
      .trim(),
    children: inner.map((child) => element(child, where)).filter((child) => child !== undefined),
  };
}

export function fail(at: Element, problem: string): never {
  throw new Error(`${at.where}: ${problem}`);
}

export const all = (at: Element, name: string): Element[] =>
  at.children.filter((child) => child.name === name);
export const child = (at: Element, name: string): Element | undefined =>
  at.children.find((one) => one.name === name);

export function need(at: Element, name: string): Element {
  return child(at, name) ?? fail(at, `expected a <${name}>`);
}

/** The child at the end of a path of names, or undefined. */
export function descend(at: Element, ...names: string[]): Element | undefined {
  return names.reduce<Element | undefined>((here, name) => here && child(here, name), at);
}

export function nameOf(at: Element): string {
  return at.attributes["name"] || fail(at, `expected a name="…"`);
}

/** Exactly `count` finite numbers. */
export function numbers(at: Element, count: number): number[] {
  const words = at.text.split(/\s+/).filter((word) => word !== "");
  const values = words.map(Number);
  if (values.length !== count || !values.every((value) => !Number.isNaN(value)))
    fail(at, `expected ${count} number${count === 1 ? "" : "s"}, got "${at.text}"`);
  return values;
}

export function vector(at: Element): readonly [number, number, number] {
  const [x, y, z] = numbers(at, 3);
  return [x ?? NaN, y ?? NaN, z ?? NaN];
}

/** The number in the child `name`, or `otherwise` when there is no such child. */
export function numberIn(at: Element | undefined, name: string, otherwise?: number): number {
  const found = at && child(at, name);
  if (found) return numbers(found, 1)[0] ?? NaN;
  if (otherwise !== undefined) return otherwise;
  return at ? fail(at, `expected a <${name}>`) : NaN;
}

/** A length, mass or rate: above zero, or the file is wrong. */
export function positiveIn(at: Element, name: string): number {
  const value = numberIn(at, name);
  if (!(value > 0)) fail(need(at, name), `expected a number above 0, got ${value}`);
  return value;
}
