// Reads our messages from the CDR bytes that DDS carries.
import { parse } from "@foxglove/rosmsg";
import { MessageReader } from "@foxglove/rosmsg2-serialization";
import { isTypeName, schemaOf } from "./schema.ts";

const readers = new Map<string, MessageReader>();

/** The message in `bytes`. Throws on a type that is not ours and on bytes that end too early. */
export function decode(type: string, bytes: Uint8Array): unknown {
  let reader = readers.get(type);
  if (reader === undefined) {
    if (!isTypeName(type)) throw new Error(`message type ${type}: expected one of core/messages.ts`);
    reader = new MessageReader(parse(schemaOf(type), { ros2: true }));
    readers.set(type, reader);
  }
  return reader.readMessage(bytes);
}
