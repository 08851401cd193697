// A finite machine as a table of numbers, made by running the real code once on every state and input it can meet.

/** Real code over its own states and inputs, both finite. */
export interface Machinery<State, Input> {
  readonly initial: readonly State[];
  readonly inputs: readonly Input[];
  readonly next: (state: State, input: Input) => State;
  /** All of a state that its future depends on: two states alike in this behave alike for ever. */
  readonly key: (state: State) => string;
}

export interface Automaton<State, Input> {
  readonly inputs: readonly Input[];
  readonly states: readonly State[];
  /** place in `states` of the initial ones */
  readonly initial: readonly number[];
  /** `next[state * inputs.length + input]` is the place of the state that follows */
  readonly next: Int32Array;
  /** the place of a state; throws when it was never met */
  readonly place: (state: State) => number;
}

/** States beyond this mean that something is not finite: an age, an epoch or a count has got into a key. */
const MOST_STATES = 100_000;

/** Runs the code from its initial states until nothing new is met. Throws when it is not finite. */
export function tabulate<State, Input>(machinery: Machinery<State, Input>): Automaton<State, Input> {
  const { initial, inputs, next, key } = machinery;
  const places = new Map<string, number>();
  const states: State[] = [];
  const placeOf = (state: State): number => {
    const name = key(state);
    const known = places.get(name);
    if (known !== undefined) return known;
    if (states.length >= MOST_STATES)
      throw new Error(`more than ${MOST_STATES} states: something is not finite`);
    places.set(name, states.length);
    states.push(state);
    return states.length - 1;
  };
  const begins = initial.map(placeOf);
  const rows: number[][] = [];
  for (let at = 0; at < states.length; at += 1) {
    const state = states[at];
    if (state !== undefined) rows.push(inputs.map((input) => placeOf(next(state, input))));
  }
  return {
    inputs,
    states,
    initial: begins,
    next: Int32Array.from(rows.flat()),
    place(state) {
      const known = places.get(key(state));
      if (known === undefined) throw new Error(`a state that was never met: ${key(state)}`);
      return known;
    },
  };
}

/** The state after an input, by their places. */
export const follow = (
  { next, inputs }: { readonly next: Int32Array; readonly inputs: readonly unknown[] },
  state: number,
  input: number,
): number => next[state * inputs.length + input] ?? NaN;
