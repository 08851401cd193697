// The interfaces on which discovery is spoken: one socket each, as multicast leaves by one interface at a time.
import { createSocket, type Socket } from "node:dgram";
import type { TransportOptions } from "./environment.ts";

/** That a network is down is no news: peers fall silent, and that is told. */
export const ignored = (): void => {};

/** One socket an interface to speak through; the ear joins the group on each. Throws, and closes the ear, when none can be joined. */
export async function openMouths(ear: Socket, options: TransportOptions): Promise<Socket[]> {
  const { group } = options;
  const mouths: Socket[] = [];
  const refusals: string[] = [];
  for (const address of options.interfaces) {
    const mouth = createSocket({ type: "udp4" });
    await new Promise<void>((bound, failed) => mouth.once("error", failed).bind(0, "0.0.0.0", bound));
    mouth.on("error", ignored);
    try {
      mouth.setMulticastInterface(address);
      mouth.setMulticastLoopback(true);
      ear.addMembership(group, address);
      mouths.push(mouth);
    } catch (error) {
      refusals.push(`${address}: ${error instanceof Error ? error.message : String(error)}`);
      mouth.close();
    }
  }
  if (mouths.length > 0) return mouths;
  ear.close();
  throw new Error(`gazebo link: cannot join ${group} on any interface (${refusals.join("; ")}); set GZ_IP`);
}
