// What of rules and machine has a name on the page that explains them: a new one does not compile without its texts.
import type { Snapshot } from "../../../core/safety/machine-steps.ts";
import type { Observations } from "../../../core/safety/observations.ts";
import type { Rule } from "../../../core/safety/rule.ts";

/** Fields of a rule that are either true or not there. */
type Mark = {
  [Field in keyof Rule]-?: Rule[Field] extends true | undefined ? Field : never;
}[keyof Rule];
type Context = Snapshot["context"];
type Remembered = keyof Context["judged"] | Exclude<keyof Context, "judged">;

export type SafetyTextKey =
  `seen.${keyof Observations}` | `clears.${Rule["clears"]}` | `mark.${Mark}` | `memory.${Remembered}`;
