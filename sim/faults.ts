// The faults that the simulated robot can be given (InjectFault.srv).

/** estop: its button is pressed. supply: the battery is all but empty. power: the drives have none, and brakes hold. seat: the chair is pulled away. */
const FAULTS = ["estop", "supply", "power", "seat"] as const;
type Fault = (typeof FAULTS)[number];
export type Faults = Readonly<Record<Fault, boolean>>;

export const NO_FAULT: Faults = { estop: false, supply: false, power: false, seat: false };

const isFault = (name: string): name is Fault => FAULTS.some((fault) => fault === name);

/** The faults with the named one on or off; what was wrong and what was expected when there is none of that name. */
export const withFault = (faults: Faults, name: string, on: boolean): Faults | string =>
  isFault(name)
    ? { ...faults, [name]: on }
    : `fault "${name}": expected ${FAULTS.map((fault) => `"${fault}"`).join(", ")}`;
