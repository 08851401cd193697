// Only beside a simulator: the world from its beginning with another resident, the emergency stop button, and faults.
import { useState, type FormEvent } from "react";
import { CONDITIONS, type ConditionName } from "../../../core/body/condition.ts";
import type { ResetWorld_Request } from "../../../core/messages.ts";
import { services, topics } from "../../../core/topics.ts";
import { kilograms, metres } from "../../../core/units.ts";
import { Faults } from "./faults.tsx";
import { useRoom, useSeen } from "../session/use-room.ts";
import { useTexts, type TextKey } from "../texts/language.ts";
import { SimTimePanel } from "./sim-time.tsx";

interface Field {
  readonly name: "body_mass" | "stature" | "strength" | "seed";
  readonly label: TextKey;
  readonly from: number;
  readonly to: number;
  readonly step: number;
  readonly start: number;
}
/** The residents of the ride: 45 to 80 kg with 40 to 70 % of the strength that rising alone needs. */
const FIELDS: readonly Field[] = [
  { name: "body_mass", label: "sim.mass", from: 45, to: 80, step: 1, start: 60 },
  { name: "stature", label: "sim.stature", from: 1.45, to: 1.85, step: 0.01, start: 1.6 },
  { name: "strength", label: "sim.strength", from: 20, to: 150, step: 5, start: 55 },
  { name: "seed", label: "sim.seed", from: 0, to: 9999, step: 1, start: 1 },
];

export function Simulator() {
  const room = useRoom();
  const { t } = useTexts();
  const sex = useSeen(topics.resident)?.message.sex ?? 0;
  const pressed = useSeen(topics.safetyState)?.message.reasons.includes("reason.estop_pressed") === true;
  const [values, setValues] = useState(() => Object.fromEntries(FIELDS.map((f) => [f.name, f.start])));
  const [condition, setCondition] = useState<ConditionName>("well");
  const [answer, setAnswer] = useState("");

  const tell = (
    reply: { ok: true; response: { refused: boolean; reason: string } } | { ok: false; why: string },
  ) => setAnswer(reply.ok ? reply.response.reason : t("act.no_answer"));
  const reset = async (event: FormEvent) => {
    event.preventDefault();
    tell(await room.graph.call(services.resetWorld, requestOf(values, sex, condition)));
  };
  const press = async () =>
    tell(await room.graph.call(services.injectFault, { fault: "estop", on: !pressed }));
  return (
    <details className="card simulator">
      <summary data-testid="simulator">{t("sim.title")}</summary>
      <SimTimePanel />
      <form onSubmit={(event) => void reset(event)}>
        {FIELDS.map(({ name, label, from, to, step }) => (
          <label key={name}>
            {t(label)}
            <input
              type="number"
              data-testid={`sim-${name}`}
              min={from}
              max={to}
              step={step}
              value={values[name]}
              onChange={(event) => setValues({ ...values, [name]: event.target.valueAsNumber })}
            />
          </label>
        ))}
        <label>
          {t("sim.condition")}
          <select
            data-testid="sim-condition"
            value={condition}
            onChange={({ target }) => setCondition(target.value as ConditionName)}
          >
            {(Object.keys(CONDITIONS) as ConditionName[]).map((name) => (
              <option key={name} value={name}>
                {t(`condition.${name}`)}
              </option>
            ))}
          </select>
        </label>
        <button type="submit" data-testid="reset-world">
          {t("sim.reset")}
        </button>
        <button type="button" data-testid="inject-estop" aria-pressed={pressed} onClick={() => void press()}>
          {t(pressed ? "sim.estop_off" : "sim.estop")}
        </button>
      </form>
      <Faults tell={tell} />
      <p className="answer" role="status" data-testid="sim-answer">
        {answer}
      </p>
    </details>
  );
}

const PERCENT = 100;
const requestOf = (
  values: Readonly<Record<string, number>>,
  sex: number,
  condition: ConditionName,
): ResetWorld_Request => ({
  seed: values["seed"] ?? 0,
  sex,
  stature: metres(values["stature"] ?? NaN),
  body_mass: kilograms(values["body_mass"] ?? NaN),
  leg_strength: (values["strength"] ?? NaN) / PERCENT,
  condition: CONDITIONS[condition],
  tries_alone: false,
});
