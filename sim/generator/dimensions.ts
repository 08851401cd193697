// The dimensions of furniture, robots and building that care, law and other rooms rely on, each with its source.
// Law A: 장애인·노인·임산부 등의 편의증진 보장에 관한 법률 시행규칙 별표 1. Law B: 노인복지법 시행규칙 별표 4.
// [D] our design, within what is usual.

const degrees = (value: number): number => (value * Math.PI) / 180;

/** An electric care bed. m, N, kg */
export const BED = {
  /** A mattress of 0.91 by 1.95 m is the usual size of a Korean or Japanese care bed. */
  length: 1.95,
  width: 0.91,
  mattress: 0.15,
  /** Lying surface without mattress [D]: with it 0.45 m, where feet reach the floor, up to 0.85 m, where care is given. */
  low: 0.3,
  travel: 0.4,
  /** The legs of a hoist pass below: 0.15 m free, the clearance that hoist makers ask for. */
  clearance: 0.15,
  /** Back rest: hinge behind the hips, and how far it rises [D]. */
  back: 0.78,
  backRise: degrees(70),
  /** IEC 60601-2-52 table 201.101: rail 0.22 m above the mattress, gaps at most 0.12 m, to head board and each other 0.06 m. */
  railAbove: 0.22,
  railGap: 0.11,
  railApart: 0.055,
  railDrop: 0.25,
  /** Safe working load 170 kg, of it 135 kg patient: IEC 60601-2-52 §201.9.8.3. Spindles lock themselves. */
  load: 170,
  castor: 0.0625,
} as const;

/** A folding wheelchair for adults; within the 1.2 by 0.7 by 1.09 m of ISO 7193. */
export const WHEELCHAIR = {
  seatWidth: 0.42,
  seatDepth: 0.42,
  /** Top of the cushion. */
  seatHeight: 0.49,
  backHeight: 0.42,
  /** Tyres of 24 inch, castors of 7 inch. */
  wheel: 0.305,
  castor: 0.09,
  castorTrail: 0.05,
  track: 0.56,
  wheelbase: 0.4,
  handles: 0.92,
  armRest: 0.22,
} as const;

/** Seats of armchair and commode: 0.45 m, in the 0.40–0.45 m that Law A gives a toilet. */
export const SEAT = { height: 0.45, width: 0.48, depth: 0.45, armRest: 0.2 } as const;

/** What brakes and latches resist, N·m; a robot's brakes close without power. */
export const BRAKES = {
  /** ISO 7176-3 tries brakes on a slope: 118 kg on 7° need 43 N·m of two wheels; rolling free is the bearing alone. */
  wheelchair: { set: 25, free: 0.3 },
  /** ISO 11199-2 tries a rollator's parking brake on a slope: 40 kg and 60 kg leaning on 6° need 10 N·m of two wheels. */
  walker: { set: 15, free: 0.1 },
} as const;

/** The mobile base of walker and patrol robot, and the walker's handles. */
export const WALKER = {
  /** Passes a door of 0.9 m (Law A) with 0.12 m on either side. */
  width: 0.66,
  /** Axle, on which the feet walk, to the front. */
  length: 0.62,
  wheel: 0.1,
  /** Its axle is at 0.09 m, so that it climbs a threshold of 0.02 m at a push of 0.8 times its load. */
  castor: 0.09,
  /** Between the driven wheels' middles. */
  separation: 0.6,
  /** Between the grips' middles, about shoulder width; their thickness, and length [D]. */
  grips: 0.46,
  grip: 0.017,
  gripLength: 0.13,
  /** Grips from 0.76 to 0.98 m: wrist height of people of 1.50 to 1.85 m who stand upright [D]. */
  low: 0.76,
  travel: 0.22,
  /** DOMAIN §2.4: 0.8 m/s at most. */
  speed: 0.8,
} as const;

export const PATROL = {
  /** The lenses look over a raised bed rail (0.97 m) and into a bed. */
  lens: 1.3,
} as const;

/** The ward. */
export const WARD = {
  height: 2.5,
  wall: 0.12,
  /** Two beds pass each other: 2.4 m; Law A asks for 1.2 m. */
  corridor: 2.4,
  /** Four beds, at most as many as Law B allows, and 6.6 m² each: 26.4 m². */
  room: [6.4, 5.6],
  /** Law A asks 0.9 m of a door; a bed needs 1.2 m. */
  roomDoor: 1.2,
  toiletDoor: 0.95,
  doorHeight: 2.05,
  /** Law A: 1.6 by 2.0 m at least. */
  toilet: [2.2, 2.4],
  /** Law A: a step of 0.02 m at most. */
  toiletThreshold: 0.02,
  roomThreshold: 0.005,
  /** Law A: one in twelve, 1.5 m level at its ends. */
  rampRise: 0.15,
  rampRun: 1.8,
  rampLanding: 1.5,
  /** Law A: 0.8–0.9 m high, 0.032–0.038 m thick, 0.05 m off the wall. */
  handrail: 0.85,
  handrailRadius: 0.017,
  handrailOff: 0.05,
} as const;
