// Whether the messages that a sourced ROS 2 knows are ours: a stale set would carry zeros, so it refuses to run.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const OURS = join(import.meta.dirname, "../../interfaces/care_interfaces");
const KINDS = ["msg", "srv", "action"] as const;
const BUILD = "colcon build --packages-select care_interfaces, and source install/setup.bash";
const GENERATE = "npx generate-ros-messages";

/** What a definition says once comments and empty lines are gone. */
const essence = (text: string) =>
  text
    .split("\n")
    .map((line) => line.replace(/#.*$/, "").trim().replaceAll(/\s+/g, " "))
    .filter((line) => line !== "")
    .join("\n");

const definitions = (folder: string) =>
  KINDS.flatMap((kind) =>
    readdirSync(join(folder, kind))
      .filter((file) => file.endsWith(`.${kind}`))
      .map((file) => `${kind}/${file}`),
  );

/**
 * Compares our definitions with those built for ROS (`share/care_interfaces` below a prefix) and with what rclnodejs in
 * `home` generated from them. Throws with the first that is missing or differs, and the command that mends it.
 */
export function checkInterfaces(prefixes: readonly string[], home: string): void {
  const built = prefixes
    .map((prefix) => join(prefix, "share/care_interfaces"))
    .find((folder) => existsSync(folder));
  if (built === undefined)
    throw new Error(
      `care_interfaces is not built for this ROS: type ${BUILD}, in a workspace with interfaces/`,
    );
  for (const name of definitions(OURS)) {
    const theirs = join(built, name);
    if (!existsSync(theirs) || essence(readFileSync(theirs, "utf8")) !== essence(read(name)))
      throw new Error(`${built}: ${name} is not as in interfaces/care_interfaces: type ${BUILD}`);
    const generated = join(home, "generated/care_interfaces", scriptOf(name));
    if (!existsSync(generated) || fieldsIn(generated, name) !== fieldNamesOf(read(name)))
      throw new Error(`rclnodejs has no ${name}, or a stale one: type ${GENERATE}`);
  }
}

const read = (name: string) => readFileSync(join(OURS, name), "utf8");

/** rclnodejs writes msg/X.msg to care_interfaces__msg__X.js. */
function scriptOf(name: string): string {
  const [kind = "", file = ""] = name.split("/");
  return `care_interfaces__${kind}__${file.slice(0, -kind.length - 1)}.js`;
}

/** The names of the fields of a message, in order; of services and actions, whose parts lie apart, nothing. */
function fieldNamesOf(text: string): string {
  if (/^---$/m.test(text)) return "";
  return essence(text)
    .split("\n")
    .filter((line) => !line.includes("="))
    .map((line) => line.split(" ")[1] ?? "")
    .join(" ");
}

/** The same, out of what rclnodejs generated: it lists them in ROSMessageDef. */
function fieldsIn(path: string, name: string): string {
  if (!name.startsWith("msg/")) return "";
  const [, list = ""] =
    /ROSMessageDef\(\)\s*\{\s*return\s*(\{.*?\});/s.exec(readFileSync(path, "utf8")) ?? [];
  try {
    const { fields } = JSON.parse(list) as { readonly fields: readonly { readonly name: string }[] };
    return fields.map((field) => field.name).join(" ");
  } catch {
    return `unreadable ${path}`;
  }
}
