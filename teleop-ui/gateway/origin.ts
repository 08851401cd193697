// Who may knock: pages that this host has served, under a name that cannot be somebody else's.
import { isIP } from "node:net";

const nameOf = (authority: string) => authority.replace(/:\d+$/, "").replace(/^\[(.*)\]$/, "$1");

/**
 * Whether the Host header is one of ours: an IP address, localhost, or the name we listen under. Any other name
 * may be a stranger's that was pointed at this machine (DNS rebinding).
 */
export function hostIsOurs(host: string | undefined, bound: string): boolean {
  if (host === undefined) return false;
  const name = nameOf(host);
  return name === "localhost" || name === bound || isIP(name) !== 0;
}

/**
 * Whether the page that asks was served from the same host and port. Programs that are no browser send no Origin
 * and pass: they are kept out by the address we listen on.
 */
export function originIsOurs(origin: string | undefined, host: string | undefined): boolean {
  return origin === undefined || origin === `http://${host}`;
}
