// Serves the built page and what it asks for once: the session, the ward's shapes. Nothing from outside, nothing to it.
import { existsSync, readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { extname, join, normalize, sep } from "node:path";
import type { Incident, Timeline } from "../../core/incident.ts";
import { hostIsOurs } from "./origin.ts";

/** What the page asks for once, as /session.json. */
interface Session {
  readonly version: string;
  /** Port of the stop-and-heartbeat lane, on the host that served the page. */
  readonly lane_port: number;
  /** True where a simulator serves the world: it can be put back to its beginning. */
  readonly simulated: boolean;
}

/** Where incidents are read. A time line takes a moment. */
export interface IncidentSource {
  list(): readonly Incident[];
  timeline(incident: Incident): Promise<Timeline>;
}

export interface Served {
  readonly host: string;
  readonly session: Session;
  /** The scene's models with their visuals, as JSON; asked for at every reload. */
  readonly visuals: () => unknown;
  /** What the black box has of incidents; undefined where nothing is recorded. */
  readonly incidents?: IncidentSource | undefined;
  /** Folder of the built page; undefined serves none. */
  readonly page: string | undefined;
}

/** Paths that are the one page, which shows another view. */
const VIEWS: ReadonlySet<string> = new Set(["/", "/incident", "/safety"]);
/** Views that may connect to nothing at all, this host included: whoever tries things there moves no robot. */
const CUT_OFF: ReadonlySet<string> = new Set(["/safety"]);

const KINDS: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
};

/** Throws when the folder holds no built page. */
export function servePage(served: Served) {
  const { host, session, page } = served;
  if (page !== undefined && !existsSync(join(page, "index.html")))
    throw new Error(`${page} holds no built page: type npx vite build teleop-ui/web`);
  return (request: IncomingMessage, response: ServerResponse) => {
    const path = pathOf(request.url ?? "/");
    const asked = request.headers.host;
    if (asked === undefined || !hostIsOurs(asked, host))
      return answer(response, 403, "text/plain", "not this host");
    if (path === undefined) return answer(response, 400, "text/plain", "no such path");
    if (request.method !== "GET") return answer(response, 405, "text/plain", "GET only");
    response.setHeader(
      "Content-Security-Policy",
      policy(CUT_OFF.has(path) ? "'none'" : linksOf(asked, session.lane_port)),
    );
    const told = TOLD[path];
    if (told !== undefined) return void told(response, served, request.url ?? "");
    return file(response, page, VIEWS.has(path) ? "/index.html" : path);
  };
}

type Told = (response: ServerResponse, served: Served, url: string) => unknown;
/** What the page asks for that is no file. */
const TOLD: Readonly<Partial<Record<string, Told>>> = {
  "/session.json": (response, { session }) => json(response, session),
  "/visuals.json": (response, { visuals }) => json(response, visuals()),
  "/incidents.json": (response, { incidents }) => json(response, incidents?.list() ?? []),
  "/incident.json": (response, { incidents }, url) => timeline(response, incidents, url),
};

/** Only an incident that was noted is looked for: what is asked never becomes a path. */
async function timeline(response: ServerResponse, incidents: IncidentSource | undefined, url: string) {
  const asked = new URLSearchParams(url.split("?")[1] ?? "");
  const incident = incidents
    ?.list()
    .find(({ session, at }) => session === asked.get("session") && String(at) === asked.get("at"));
  if (incidents === undefined || incident === undefined)
    return answer(response, 404, "text/plain", "no such incident");
  try {
    return json(response, await incidents.timeline(incident));
  } catch (error) {
    return answer(response, 410, "text/plain", error instanceof Error ? error.message : "gone");
  }
}

/** The path asked for, without its query; undefined when it cannot be read. */
function pathOf(url: string): string | undefined {
  try {
    return decodeURIComponent(url.split("?")[0] ?? "/");
  } catch {
    return undefined;
  }
}

/** This host, its rosbridge and its stop lane. */
const linksOf = (host: string, lanePort: number) =>
  `'self' ws://${host} ws://${host.replace(/:\d+$/, "")}:${lanePort}`;

/** Nothing but this host: no script, style, picture, font or connection from anywhere else, no frame around us. */
function policy(links: string): string {
  return [
    "default-src 'self'",
    `connect-src ${links}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}

function file(response: ServerResponse, page: string | undefined, path: string) {
  const inside = normalize(path);
  const kind = KINDS[extname(inside)];
  if (page === undefined || kind === undefined || inside.split(sep).includes(".."))
    return answer(response, 404, "text/plain", "no such file");
  const full = join(page, inside);
  if (!existsSync(full)) return answer(response, 404, "text/plain", "no such file");
  return answer(response, 200, kind, readFileSync(full));
}

const json = (response: ServerResponse, value: unknown) =>
  answer(response, 200, "application/json", JSON.stringify(value));

function answer(response: ServerResponse, status: number, kind: string, body: string | Buffer) {
  response.writeHead(status, {
    "Content-Type": kind,
    "Cache-Control": "no-cache",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
  });
  response.end(body);
}
