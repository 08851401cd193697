// The times of the alarms, each with its source.
import { seconds } from "../../core/units.ts";

/** An alarm falls when all its sources have been clear for this long on end: one that comes and goes stays. [design] */
export const FALLS_AFTER = seconds(2);
/** Without acknowledgement an alarm escalates [design: a minute for who is near, a second one for who is not]. */
export const ESCALATES_AFTER = [seconds(60), seconds(120)] as const;
/** The longest the sound can be paused (IEC 60601-1-8 leaves it to the maker; two minutes is common). */
export const AUDIO_PAUSE = seconds(120);
