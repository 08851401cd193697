// Who we are on the wire: what every part of one transport shares.
import type { Context } from "zeromq";
import type { Discovery } from "./discovery.ts";
import type { TransportOptions } from "./environment.ts";
import type { Troubles } from "./troubles.ts";

export interface Party {
  readonly context: Context;
  readonly process: string;
  readonly node: string;
  readonly options: TransportOptions;
  readonly troubles: Troubles;
  /** The full name of a type without prefix, as it is to be said now. */
  readonly typeName: (type: string) => string;
  /** The discovery of messages, and that of services; each is there once its part has been opened. */
  readonly messages: () => Discovery;
  readonly services: () => Discovery;
}
