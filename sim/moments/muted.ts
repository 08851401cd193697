// A node's voice that can be silenced: a world that is played again in private says nothing to anybody.

/** The same functions, which do nothing while `isMute`. */
export function muted<Publish extends object>(publish: Publish, isMute: () => boolean): Publish {
  const entries = Object.entries(publish as Record<string, (message: unknown) => void>);
  return Object.fromEntries(
    entries.map(([key, say]) => [key, (message: unknown) => (isMute() ? undefined : say(message))]),
  ) as Publish;
}
