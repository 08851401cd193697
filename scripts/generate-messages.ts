// Turns interfaces/ into core/messages.ts: types with units, constants, and the definitions the doors check messages against.
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { ros2jazzy } from "@foxglove/rosmsg-msgs-common";
import { format } from "prettier";
import { readDefinition, type Definition, type Field } from "./message-definitions.ts";

const ROOT = join(import.meta.dirname, "..");
const PACKAGE = "interfaces/care_interfaces";
/** Packages whose services and actions are called: see the README there. */
const OTHERS = "interfaces/others";
/** Standard messages that a topic uses directly; those they contain follow by themselves. */
const STANDARD = [
  "std_msgs/Bool",
  "std_msgs/String",
  "std_msgs/Float64MultiArray",
  "sensor_msgs/JointState",
  "sensor_msgs/Imu",
  "sensor_msgs/LaserScan",
  "sensor_msgs/Range",
  "sensor_msgs/BatteryState",
  "sensor_msgs/Image",
  "sensor_msgs/CameraInfo",
  "sensor_msgs/CompressedImage",
  "geometry_msgs/WrenchStamped",
  "geometry_msgs/TwistStamped",
  "nav_msgs/Odometry",
  "diagnostic_msgs/DiagnosticArray",
  "tf2_msgs/TFMessage",
];
const UNITS: Readonly<Record<string, string>> = {
  m: "Metres",
  s: "Seconds",
  rad: "Radians",
  kg: "Kilograms",
  N: "Newtons",
  "N·m": "NewtonMetres",
  "m/s": "MetresPerSecond",
  "rad/s": "RadiansPerSecond",
};
const PLAIN: Readonly<Record<string, string>> = {
  bool: "boolean",
  string: "string",
  time: "Stamp",
  duration: "Stamp",
};

const short = (type: string) => type.replace(/^.*\//, "");
const isNumber = (type: string) => /^(float|u?int)\d+$|^(byte|char)$/.test(type);

function typeOf(field: Field): string {
  if (field.type === "uint8" && field.array !== false) return "Uint8Array";
  const unit = field.type.startsWith("float")
    ? UNITS[/^\[([^\]]+)\]/.exec(field.comment)?.[1] ?? ""]
    : undefined;
  const item = unit ?? PLAIN[field.type] ?? (isNumber(field.type) ? "number" : short(field.type));
  return field.array === false ? item : `readonly ${item}[]`;
}

function written(definition: Definition): string {
  const name = short(definition.name);
  const fields = definition.fields.map((f) => `/** ${f.comment} */\nreadonly ${f.name}: ${typeOf(f)};`);
  const constants = definition.constants.map((c) => `/** ${c.comment} */\n${c.name}: ${c.value},`);
  return [
    `/** ${definition.about} */\nexport interface ${name} {\n${fields.join("\n")}\n}`,
    ...(constants.length > 0 ? [`export const ${name} = {\n${constants.join("\n")}\n} as const;`] : []),
  ].join("\n");
}

/** The interfaces of a package below ROOT: messages, and the parts of services and actions. */
function interfacesOf(path: string): Definition[] {
  const read = (kind: string, parts: readonly string[]) =>
    filesIn(join(ROOT, path, kind))
      .filter((file) => file.endsWith(`.${kind}`))
      .toSorted()
      .flatMap((file) => {
        const base = file.replace(`.${kind}`, "");
        const texts = readFileSync(join(ROOT, path, kind, file), "utf8").split(/^---$/m);
        if (texts.length !== parts.length)
          throw new Error(
            `${file}: expected ${parts.length} parts between lines of ---, got ${texts.length}`,
          );
        return texts.map((text, i) =>
          readDefinition(
            `${basename(path)}/${kind}/${base}${parts[i]}`,
            text,
            `The ${parts[i]?.slice(1).toLowerCase()} of ${base}.`,
          ),
        );
      });
  return [
    ...read("msg", [""]),
    ...read("srv", ["_Request", "_Response"]),
    ...read("action", ["_Goal", "_Result", "_Feedback"]),
  ];
}

const filesIn = (folder: string) => (existsSync(folder) ? readdirSync(folder) : []);

/** The standard definitions that `wanted` need, without comments: the library has none. */
function standard(wanted: readonly string[]): Definition[] {
  const found = new Map<string, Definition>();
  const visit = (name: string) => {
    const known = (ros2jazzy as Readonly<Record<string, { definitions: readonly RosField[] }>>)[name];
    if (known === undefined || found.has(name)) return;
    const members = (constant: boolean) =>
      known.definitions.filter((d) => (d.isConstant === true) === constant).map((d) => fieldOf(d, name));
    found.set(name, {
      name: name.replace("/", "/msg/"),
      about: `${name} of ROS 2 Jazzy.`,
      fields: members(false),
      constants: members(true),
    });
    for (const d of known.definitions) if (d.isComplex === true) visit(d.type);
  };
  wanted.forEach(visit);
  return [...found.values()].toSorted((a, b) => a.name.localeCompare(b.name));
}
interface RosField {
  readonly name: string;
  readonly type: string;
  readonly isComplex?: boolean;
  readonly isArray?: boolean;
  readonly arrayLength?: number;
  readonly isConstant?: boolean;
  readonly valueText?: string;
}
const fieldOf = (d: RosField, owner: string): Field => ({
  type: d.type,
  array: d.isArray === true ? (d.arrayLength ?? true) : false,
  name: d.name,
  comment: `${short(owner)}.${d.name}`,
  ...(d.valueText === undefined ? {} : { value: d.valueText }),
});

/** The whole text of core/messages.ts. */
export async function generateMessages(): Promise<string> {
  const others = readdirSync(join(ROOT, OTHERS), { withFileTypes: true }).filter((one) => one.isDirectory());
  const mine = [PACKAGE, ...others.map(({ name }) => `${OTHERS}/${name}`)].flatMap(interfacesOf);
  const used = mine.flatMap((d) => d.fields.map((f) => f.type)).filter((type) => type.includes("/"));
  const all = [...standard([...STANDARD, ...used]), ...mine];
  const names = new Map(all.map((d) => [short(d.name), d.name]));
  const full = (f: Field) =>
    PLAIN[f.type] !== undefined || isNumber(f.type) ? f.type : names.get(short(f.type));
  const table = all.map((d) => {
    const fields = d.fields.map((f) => {
      const type = full(f);
      if (type === undefined) throw new Error(`${d.name}.${f.name}: unknown type ${f.type}`);
      return `{name:"${f.name}",type:"${type}",array:${f.array}}`;
    });
    return `"${d.name}":[${fields.join(",")}],`;
  });
  const text = [
    "// Generated from interfaces/ by `npm run generate`; never edited.",
    `import type { Stamp } from "./time.ts";`,
    `import type { ${Object.values(UNITS)
      .filter((u) => all.some((d) => d.fields.some((f) => typeOf(f).includes(u))))
      .join(", ")} } from "./units.ts";`,
    ...all.map(written),
    `export interface MessageTypes {\n${all.map((d) => `"${d.name}": ${short(d.name)};`).join("\n")}\n}`,
    "/** One member of a message; `array` is false, true, or its fixed length. */",
    "export interface FieldDefinition { readonly name: string; readonly type: string; readonly array: boolean | number }",
    `export const DEFINITIONS: Readonly<Record<keyof MessageTypes, readonly FieldDefinition[]>> = {\n${table.join("\n")}\n};`,
    "",
  ].join("\n\n");
  return format(text, { parser: "typescript", printWidth: 110 });
}

if (import.meta.main) writeFileSync(join(ROOT, "core/messages.ts"), await generateMessages());
