// Names of Gazebo Transport: topics within their partition, and message types under both prefixes they have had.

/** `ignition` up to Fortress, `gz` from Garden on. */
export type Prefix = "ignition" | "gz";

/** The name on the wire, `@/partition@/topic`. Throws on a name that Gazebo Transport would refuse. */
export function qualified(partition: string, name: string): string {
  if (name === "" || /[@~\s]|\/\/|:=/.test(name))
    throw new Error(`topic "${name}": expected a name without spaces, "@", "~", "//" and ":="`);
  if (/[@~\s]|\/\/|:=/.test(partition))
    throw new Error(`partition "${partition}": expected a name without spaces, "@", "~", "//" and ":="`);
  const rooted = (path: string) => (path.startsWith("/") ? path : `/${path}`).replace(/\/$/, "");
  return `@${partition === "" ? "" : rooted(partition)}@${rooted(name)}`;
}

/** What a type is called without its prefix: `Clock` of `ignition.msgs.Clock` and of `gz.msgs.Clock`. */
export const bareType = (type: string): string => type.replace(/^(ignition|gz)\.msgs\./, "");

export const prefixOf = (type: string): Prefix | undefined =>
  type.startsWith("gz.msgs.") ? "gz" : type.startsWith("ignition.msgs.") ? "ignition" : undefined;

export const fullType = (prefix: Prefix, type: string): string => `${prefix}.msgs.${bareType(type)}`;
