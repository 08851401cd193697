// What the stand-up machine is told each step: facts measured by the robot, each a word of the diagram.

export interface Facts {
  /** The safety supervisor does not let the task move now. */
  readonly held: boolean;
  /** The person was lifted and is seen with their hips where they sat: lowered, or not yet off the seat. */
  readonly seatedAgain: boolean;
  /** The base stands in the dock in front of a seated person who is seen. */
  readonly docked: boolean;
  /** Both pads press lightly. */
  readonly touching: boolean;
  /** The pads have gone the leaning part of their path. */
  readonly leaned: boolean;
  /** The pads have gone their whole path and the person is seen standing. */
  readonly risen: boolean;
  /** The person has stood without swaying for long enough and bears their own weight. */
  readonly steady: boolean;
  /** The pads have let go and the base is out of reach. */
  readonly clear: boolean;
}
export const NOTHING: Facts = {
  held: false,
  seatedAgain: false,
  docked: false,
  touching: false,
  leaned: false,
  risen: false,
  steady: false,
  clear: false,
};
