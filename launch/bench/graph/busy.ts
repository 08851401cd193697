// A process that is busy for as long as its parent lives: the load of the bench of the control loop.

/** ms of work between two looks whether the parent is still there */
const SPELL = 50;

process.on("disconnect", () => process.exit(0));
function work(): void {
  const end = performance.now() + SPELL;
  while (performance.now() < end);
  setImmediate(work);
}
work();
