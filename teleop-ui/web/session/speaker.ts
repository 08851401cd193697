// Sounds bursts through Web Audio. A browser lets a page sound only after somebody has touched it; until then it says so.
import type { Burst } from "./alarm-sound.ts";

/** Amplitudes of the ground note and its harmonics. */
const HARMONICS = [0, 1, 0.6, 0.45, 0.35, 0.25];
/** [s] a pulse takes to swell and to fade, so that it does not click. */
const EDGE = 0.015;
const LOUDNESS = 0.5;

export class Speaker {
  #context: AudioContext | undefined;

  /** Whether it can be heard. */
  get isOpen(): boolean {
    return this.#context?.state === "running";
  }

  /** To be called in answer to a touch or a key. */
  async open(): Promise<boolean> {
    if (!("AudioContext" in window)) return false;
    this.#context ??= new AudioContext();
    await this.#context.resume();
    return this.isOpen;
  }

  play({ pulses, pitch }: Burst): void {
    const context = this.#context;
    if (context === undefined || !this.isOpen) return;
    const wave = context.createPeriodicWave(new Float32Array(HARMONICS.length), new Float32Array(HARMONICS));
    for (const { at, length } of pulses) {
      const start = context.currentTime + at;
      const gain = new GainNode(context, { gain: 0 });
      gain.gain.setValueAtTime(0, start);
      gain.gain.linearRampToValueAtTime(LOUDNESS, start + EDGE);
      gain.gain.setValueAtTime(LOUDNESS, start + length - EDGE);
      gain.gain.linearRampToValueAtTime(0, start + length);
      const note = new OscillatorNode(context, { frequency: pitch });
      note.setPeriodicWave(wave);
      note.connect(gain).connect(context.destination);
      note.start(start);
      note.stop(start + length);
    }
  }
}
