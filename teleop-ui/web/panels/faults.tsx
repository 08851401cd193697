// Only beside a simulator: a fault of the robot or of a sensor, chosen and switched on; those that are on, to be switched off.
import { useState } from "react";
import { faultsOf, ROBOT_FAULTS, SENSORS } from "../../../core/faults.ts";
import { services, topics } from "../../../core/topics.ts";
import { useRoom, useSeen } from "../session/use-room.ts";
import { useTexts, type TextKey } from "../texts/language.ts";

/** In words: "inertial unit: the same reading again". */
function useNames() {
  const { t } = useTexts();
  return (fault: string): string => {
    const [what = "", how] = fault.split(".");
    if (how === undefined) return t(`fault.${what}` as TextKey);
    return t("fault.of", { sensor: t(`sensor.${what}` as TextKey), fault: t(`fault.${how}` as TextKey) });
  };
}

/** @param tell hears what the world answered */
export function Faults({ tell }: { readonly tell: (reply: FaultReply) => void }) {
  const room = useRoom();
  const { t } = useTexts();
  const name = useNames();
  const active = useSeen(topics.activeFaults)?.message.faults ?? [];
  const [chosen, setChosen] = useState<string>(ROBOT_FAULTS[1]);
  const inject = async (fault: string, on: boolean) =>
    tell(await room.graph.call(services.injectFault, { fault, on }));
  return (
    <fieldset className="faults">
      <legend>{t("sim.faults")}</legend>
      <label>
        {t("sim.fault")}
        <select data-testid="fault" value={chosen} onChange={(event) => setChosen(event.target.value)}>
          <optgroup label={t("sim.robot")}>
            {ROBOT_FAULTS.map((fault) => (
              <option key={fault} value={fault}>
                {name(fault)}
              </option>
            ))}
          </optgroup>
          {SENSORS.map((sensor) => (
            <optgroup key={sensor} label={t(`sensor.${sensor}`)}>
              {faultsOf(sensor).map((how) => (
                <option key={how} value={`${sensor}.${how}`}>
                  {name(`${sensor}.${how}`)}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </label>
      <button type="button" data-testid="fault-on" onClick={() => void inject(chosen, true)}>
        {t("sim.fault_on")}
      </button>
      <ul data-testid="faults-active">
        {active.map((fault) => (
          <li key={fault}>
            {name(fault)}{" "}
            <button
              type="button"
              data-testid={`off-${fault}`}
              aria-label={t("sim.fault_off_of", { fault: name(fault) })}
              onClick={() => void inject(fault, false)}
            >
              {t("sim.fault_off")}
            </button>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}

type FaultReply = { ok: true; response: { refused: boolean; reason: string } } | { ok: false; why: string };
