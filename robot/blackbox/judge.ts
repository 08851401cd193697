// Judges a session's files: is the chain of hashes whole, and do the recorded nodes decide the same again.
import { NodeTurn, type ChainLink } from "../../core/messages.ts";
import { recordTopics } from "../../core/topics.ts";
import { ChainCheck, GENESIS, isChained } from "./chain.ts";
import { openRecording, type Recorded, type Recording } from "./read.ts";
import { NodeReplay, type Maker } from "./replay.ts";

export interface Judgement {
  readonly parts: number;
  /** Every part was ended by a clean stop. */
  readonly ended: boolean;
  readonly messages: number;
  /** [s] from the earliest message to the latest */
  readonly duration: number;
  /** Chained messages, and of those at the very end how many no link covers. */
  readonly chained: number;
  readonly unlinked: number;
  /** The first place where the chain does not hold, in words. */
  readonly tampered: string | undefined;
  /** Turns fed to each replayed node. */
  readonly turns: Readonly<Record<string, number>>;
  /** The first thing a node said that it did not say then, or why it cannot be told, in words. */
  readonly difference: string | undefined;
}

const NANO = 1e9;
const seconds = (time: bigint) => Number(time) / NANO;

/** Goes along the parts of one session, in order. `makers` are the nodes to replay; none only checks the chain. */
export function judge(paths: readonly string[], makers: Readonly<Record<string, Maker>>): Judgement {
  const nodes = new Replays(makers);
  const found: Found = { ended: true, messages: 0, chained: 0, unlinked: 0, tampered: undefined };
  const span = new Span();
  let head: Uint8Array | undefined;
  for (const path of paths) head = judgePart(path, head, found, span, nodes);
  const { turns, difference } = nodes;
  return { ...found, parts: paths.length, duration: span.length(), turns, difference };
}

type Found = {
  -readonly [K in "ended" | "messages" | "chained" | "unlinked" | "tampered"]: Judgement[K];
};

/** Adds one part to what was found, and answers with the hash it ends with. */
function judgePart(
  path: string,
  head: Uint8Array | undefined,
  found: Found,
  span: Span,
  nodes: Replays,
): Uint8Array {
  const recording = openRecording(path);
  const start = Buffer.from(recording.about["chain"] ?? "", "hex");
  found.tampered ??= outOfPlace(recording, start, head);
  const check = new ChainCheck(start);
  for (const recorded of recording.messages((where) => check.damage(where))) {
    found.messages += 1;
    span.add(recorded.logTime);
    inspect(recorded, check, nodes);
  }
  const verdict = check.verdict();
  found.ended &&= recording.ended;
  found.chained += verdict.messages;
  found.unlinked = verdict.unlinked;
  found.tampered ??= verdict.broken ?? tail(recording, verdict.unlinked) ?? named(path, recording.fault());
  return verdict.head;
}

/** A first part begins with nothing before it, every other with what the one before ended with. */
function outOfPlace({ path, about }: Recording, start: Uint8Array, head: Uint8Array | undefined) {
  const expected = head ?? (about["part"] === "1" ? GENESIS : start);
  if (Buffer.compare(start, expected) === 0) return undefined;
  return `${path} does not follow from the part before it`;
}

class Span {
  #first: bigint | undefined;
  #last = 0n;

  add(time: bigint): void {
    // threads are recorded as they come: what is first in the file need not be the earliest
    if (this.#first === undefined || time < this.#first) this.#first = time;
    if (time > this.#last) this.#last = time;
  }

  length(): number {
    return seconds(this.#last - (this.#first ?? this.#last));
  }
}

const named = (path: string, fault: string | undefined) =>
  fault === undefined ? undefined : `${path}: ${fault}`;
/** A clean end leaves nothing unlinked; a crash may. */
const tail = ({ path, ended }: Recording, unlinked: number) =>
  ended && unlinked > 0 ? `${path}: its last ${unlinked} chained messages have no link` : undefined;

function inspect(recorded: Recorded, check: ChainCheck, nodes: Replays): void {
  if (recorded.topic === recordTopics.chain.name) check.link(recorded.read() as ChainLink);
  else if (isChained(recorded.topic)) check.add(recorded);
  if (recorded.topic === recordTopics.nodeTurn.name)
    nodes.take(recorded.read() as NodeTurn, recorded.logTime);
}

class Replays {
  readonly #makers: Readonly<Record<string, Maker>>;
  readonly #nodes = new Map<string, NodeReplay>();
  readonly turns: Record<string, number> = {};
  difference: string | undefined;

  constructor(makers: Readonly<Record<string, Maker>>) {
    this.#makers = makers;
  }

  /** After the first difference nothing more is fed: all that follows would differ. */
  take(turn: NodeTurn, logTime: bigint): void {
    const make = this.#makers[turn.node];
    if (make === undefined || this.difference !== undefined) return;
    // a group that died and was started anew begins with nothing, as it did then
    const known = turn.kind === NodeTurn.START ? undefined : this.#nodes.get(turn.node);
    const node = known ?? new NodeReplay(make);
    this.#nodes.set(turn.node, node);
    const when = `${turn.node}, turn ${turn.sequence} at ${seconds(logTime).toFixed(3)} s`;
    try {
      const replayed = node.take(turn);
      this.turns[turn.node] = (this.turns[turn.node] ?? 0) + 1;
      if (!replayed.same)
        this.difference = `${when}: ${replayed.where} was ${replayed.then}, now ${replayed.now}`;
    } catch (error) {
      this.difference = `${when}: ${error instanceof Error ? error.message : String(error)}`;
    }
  }
}
