// Reads .msg, .srv and .action files with their comments; a float without a unit or a field without a comment is an error.
import { parse as parseRos } from "@foxglove/rosmsg";

export interface Field {
  readonly type: string;
  /** false: a single value; true: any length; a number: that many. */
  readonly array: boolean | number;
  readonly name: string;
  readonly comment: string;
  readonly value?: string;
}
export interface Definition {
  /** Package-qualified, e.g. care_interfaces/msg/Person. */
  readonly name: string;
  readonly about: string;
  readonly fields: readonly Field[];
  readonly constants: readonly Field[];
}

const LINE =
  /^(?<type>[\w/]+)(?:\[(?<length>\d*)\])?\s+(?<name>\w+)\s*(?:=\s*(?<value>[^#\s]+))?\s*(?:#\s*(?<comment>.*))?$/;
const UNIT = /^\[[^\]]+\]/;

/** One definition out of the text of a .msg file or of one part of a .srv or .action file. Throws, naming file and line. */
export function readDefinition(name: string, source: string, about = ""): Definition {
  parseRos(source, { ros2: true, skipTypeFixup: true }); // the grammar itself is judged by the library
  const lines = source.split("\n").map((line) => line.trim());
  const body = lines
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => readLine(name, line));
  const end = lines.findIndex((line) => line !== "" && !line.startsWith("#"));
  const head = lines
    .slice(0, end === -1 ? lines.length : end)
    .filter((line) => line.startsWith("#"))
    .map((line) => line.replace(/^#\s*/, ""))
    .join(" ");
  return {
    name,
    about: head === "" ? about : head,
    fields: body.filter((field) => field.value === undefined),
    constants: body.filter((field) => field.value !== undefined),
  };
}

function readLine(owner: string, line: string): Field {
  const { type = "", length, name = "", value, comment } = LINE.exec(line)?.groups ?? {};
  if (comment === undefined)
    throw new Error(`${owner}: "${line}" has no comment; every member says what it is`);
  if (type.startsWith("float") && value === undefined && !UNIT.test(comment))
    throw new Error(`${owner}.${name}: a float says its unit first, e.g. "[m] …"; got "${comment}"`);
  return { type, array: arrayOf(length), name, comment, ...(value === undefined ? {} : { value }) };
}

/** What stands between the brackets: nothing at all, nothing between them, or how many. */
const arrayOf = (length: string | undefined): Field["array"] =>
  length === "" ? true : length !== undefined && Number(length);
