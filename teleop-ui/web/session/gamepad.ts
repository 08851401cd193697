// A gamepad as an enabling device: the stick counts only while the right shoulder button is held.
import { AT_REST, type Hand } from "./drive.ts";

interface Ears {
  held(hand: Hand): void;
  released(): void;
}

const LOOK = 50; // ms, the period of a drive request
const ENABLING = 5; // right shoulder button of the W3C standard layout
const STILL = 0.15; // of the stick's way: sticks do not come back to their middle exactly

/** What the first pad with the W3C standard layout says; undefined while its enabling button is up. */
export function handOf(pads: readonly (Gamepad | null)[]): Hand | undefined {
  const pad = pads.find((p) => p?.mapping === "standard" && p.connected);
  if (pad?.buttons[ENABLING]?.pressed !== true) return undefined;
  const [across = 0, down = 0] = pad.axes;
  return Math.hypot(across, down) > STILL ? { forward: -down, left: -across } : AT_REST;
}

/** Watches until the returned function is called. Looks only while a gamepad is connected. */
export function watchGamepad(ears: Ears): () => void {
  let held = false;
  const look = () => {
    const hand = handOf(navigator.getGamepads());
    if (hand) ears.held(hand);
    else if (held) ears.released();
    held = hand !== undefined;
  };
  const timer = setInterval(look, LOOK);
  return () => {
    clearInterval(timer);
    if (held) ears.released();
  };
}
