// The faults that the simulated world has now, switched by name.
import { FAULTS, ROBOT_FAULTS, faultsOf, SENSORS, type Fault } from "../core/faults.ts";

export type Faults = Readonly<Record<Fault, boolean>>;

export const NO_FAULT = Object.fromEntries(FAULTS.map((fault) => [fault, false])) as Faults;

const isFault = (name: string): name is Fault => FAULTS.some((fault) => fault === name);

/** The faults with the named one on or off; what was wrong and what was expected when there is none of that name. */
export const withFault = (faults: Faults, name: string, on: boolean): Faults | string =>
  isFault(name) ? { ...faults, [name]: on } : `fault "${name}": expected ${EXPECTED}`;

/** The names of those that are on. */
export const activeIn = (faults: Faults): readonly Fault[] => FAULTS.filter((fault) => faults[fault]);

const EXPECTED = [
  ...ROBOT_FAULTS.map((fault) => `"${fault}"`),
  ...SENSORS.map((sensor) => `"${sensor}." and ${faultsOf(sensor).join(", ")}`),
].join("; ");
