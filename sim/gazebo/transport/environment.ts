// How this machine joins Gazebo's discovery: the same environment variables that Gazebo itself reads, both spellings.
import { hostname, networkInterfaces, userInfo } from "node:os";
import type { Prefix } from "./names.ts";

export interface TransportOptions {
  /** Who shares it hears one another; nobody else does. */
  readonly partition: string;
  /** The address that others are told to connect to. */
  readonly address: string;
  /** Addresses of the interfaces on which discovery is sent and heard. */
  readonly interfaces: readonly string[];
  /** Peers beyond the reach of multicast. */
  readonly relays: readonly string[];
  readonly group: string;
  readonly messagePort: number;
  readonly servicePort: number;
  /** Asked of whoever wants to hear us, and said to whom we hear. */
  readonly user: { readonly name: string; readonly password: string } | undefined;
  /** Of the types we say; undefined learns it from the peers, and takes today's until there is one. */
  readonly prefix?: Prefix | undefined;
}

type Environment = Readonly<Record<string, string | undefined>>;

const LOOPBACK = "127.0.0.1";
/** gz-transport, NodeShared.hh: where everybody meets. */
const GROUP = "239.255.0.7";
const MESSAGE_PORT = 10317;
const SERVICE_PORT = 10318;

/** Reads GZ_… and, where that is not set, IGN_…. Throws on a port that is none. */
export function optionsFromEnvironment(env: Environment = process.env): TransportOptions {
  const read = (name: string) => {
    const value = env[`GZ_${name}`] ?? env[`IGN_${name}`];
    return value === "" ? undefined : value;
  };
  const address = read("IP");
  const outside = externalAddresses();
  const [name, password] = [read("TRANSPORT_USERNAME"), read("TRANSPORT_PASSWORD")];
  return {
    partition: read("PARTITION") ?? `${hostname()}:${userInfo().username}`,
    address: address ?? outside[0] ?? LOOPBACK,
    interfaces: address === undefined ? [...outside, LOOPBACK] : [address],
    relays: (read("RELAY") ?? "").split(":").filter((relay) => relay !== ""),
    group: read("DISCOVERY_MULTICAST_IP") ?? GROUP,
    messagePort: portOf(read("DISCOVERY_MSG_PORT"), MESSAGE_PORT),
    servicePort: portOf(read("DISCOVERY_SRV_PORT"), SERVICE_PORT),
    user: name === undefined || password === undefined ? undefined : { name, password },
  };
}

function portOf(text: string | undefined, usual: number): number {
  const port = Number(text ?? usual);
  if (!Number.isInteger(port) || port < 1 || port > 65535)
    throw new Error(`discovery port "${text}": expected a whole number from 1 to 65535`);
  return port;
}

const externalAddresses = (): string[] =>
  Object.values(networkInterfaces()).flatMap((addresses) =>
    (addresses ?? []).filter((one) => one.family === "IPv4" && !one.internal).map((one) => one.address),
  );
