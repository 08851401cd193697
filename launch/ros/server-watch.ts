// While a question is open: whether who must answer it is still there, for DDS does not say that a server died.

/** ms between two looks; a process that was killed is missed by DDS itself after its lease, 10 s with CycloneDDS. */
const LOOK = 500;

/** Calls `gone` once when there is no server any more. Returns what ends the watch. */
export function watchServer(isThere: () => boolean, gone: () => void): () => void {
  const timer = setInterval(() => {
    if (isThere()) return;
    clearInterval(timer);
    gone();
  }, LOOK);
  timer.unref();
  return () => clearInterval(timer);
}
