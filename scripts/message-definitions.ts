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
/**
 * ROS makes C++ and Python of every field: a field with the name of one of their words builds for neither (C++20, Python 3.12).
 */
const KEYWORDS = new Set(
  (
    "alignas alignof and and_eq as asm assert async auto await bitand bitor bool break case catch char class compl concept " +
    "const consteval constexpr continue co_await co_return co_yield decltype def default del delete do double elif else enum " +
    "except explicit export extern false finally float for friend from global goto if import in inline int is lambda long " +
    "mutable namespace new noexcept nonlocal not not_eq nullptr operator or or_eq pass private protected public raise " +
    "register requires return short signed sizeof static struct switch template this throw true try typedef typeid typename " +
    "union unsigned using virtual void volatile while with xor xor_eq yield"
  ).split(" "),
);
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
  const wrong = wrongIn(type, name, value, comment);
  if (wrong !== undefined) throw new Error(`${owner}.${name}: ${wrong}`);
  return { type, array: arrayOf(length), name, comment, ...(value === undefined ? {} : { value }) };
}

function wrongIn(type: string, name: string, value: string | undefined, comment: string): string | undefined {
  if (KEYWORDS.has(name)) return "a word of C++ or Python, for which ROS could not build it";
  if (type.startsWith("float") && value === undefined && !UNIT.test(comment))
    return `a float says its unit first, e.g. "[m] …"; got "${comment}"`;
  return undefined;
}

/** What stands between the brackets: nothing at all, nothing between them, or how many. */
const arrayOf = (length: string | undefined): Field["array"] =>
  length === "" ? true : length !== undefined && Number(length);
