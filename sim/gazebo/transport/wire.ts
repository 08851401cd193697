// The packets of Gazebo's discovery, byte by byte: a length, then a protobuf message. What does not parse is told, not thrown.
import protobuf from "protobufjs";

/**
 * 10 since Ignition Transport 8. A process with IGN_TRANSPORT_TOPIC_STATISTICS=1 says 110, adds a frame to each message,
 * and neither hears nor is heard by the others: we speak both.
 */
export const VERSIONS = [10, 110] as const;
export type Version = (typeof VERSIONS)[number];

/** gz-msgs, discovery.proto */
export const KIND = {
  advertise: 1,
  subscribe: 2,
  unadvertise: 3,
  heartbeat: 4,
  bye: 5,
  newConnection: 6,
  endConnection: 7,
} as const;
export const SCOPE_ALL = 2;

/** One who publishes a topic, or who serves a service. */
export interface Publisher {
  readonly topic: string;
  readonly address: string;
  readonly process_uuid: string;
  readonly node_uuid: string;
  readonly scope: number;
  readonly msg_pub?: { readonly ctrl: string; readonly msg_type: string };
  readonly srv_pub?: {
    readonly socket_id: string;
    readonly request_type: string;
    readonly response_type: string;
  };
}

export interface Packet {
  readonly version: number;
  readonly process_uuid: string;
  readonly type: number;
  readonly flags?: { readonly relay?: boolean; readonly no_relay?: boolean };
  readonly sub?: { readonly topic: string };
  readonly pub?: Publisher;
}

/** Field numbers: gz-msgs, discovery.proto. Its header (field 1) carries nothing and is left out. */
const SCHEMA = `syntax = "proto3";
message Discovery {
  message Flags { bool relay = 1; bool no_relay = 2; }
  message Subscriber { string topic = 1; }
  message MessagePublisher { string ctrl = 1; string msg_type = 2; bool throttled = 3; uint64 msgs_per_sec = 4; }
  message ServicePublisher { string socket_id = 1; string request_type = 2; string response_type = 3; }
  message Publisher {
    string topic = 1; string address = 2; string process_uuid = 3; string node_uuid = 4; uint32 scope = 5;
    oneof pub_type { MessagePublisher msg_pub = 6; ServicePublisher srv_pub = 7; }
  }
  uint32 version = 2; string process_uuid = 3; uint32 type = 4; Flags flags = 5;
  oneof disc_contents { Subscriber sub = 6; Publisher pub = 7; }
}`;
const DISCOVERY = protobuf.parse(SCHEMA, { keepCase: true }).root.lookupType("Discovery");
const LENGTH = 2;

export function encodePacket(packet: Packet): Buffer {
  const body = DISCOVERY.encode(DISCOVERY.fromObject(packet)).finish();
  const bytes = Buffer.alloc(LENGTH + body.length);
  bytes.writeUInt16LE(body.length);
  bytes.set(body, LENGTH);
  return bytes;
}

/** The packet, or undefined when these bytes are none: Ignition Transport before 8, or anything else on that port. */
export function decodePacket(bytes: Buffer): Packet | undefined {
  if (bytes.length < LENGTH || bytes.readUInt16LE() + LENGTH !== bytes.length) return undefined;
  try {
    const packet = DISCOVERY.toObject(DISCOVERY.decode(bytes.subarray(LENGTH)), {
      defaults: true,
      longs: Number,
    }) as Packet;
    return packet.process_uuid === "" ? undefined : packet;
  } catch {
    return undefined; // protobuf's own errors say nothing that a count does not
  }
}

export const versionOf = (packet: Packet): Version | undefined =>
  VERSIONS.find((version) => version === packet.version);
