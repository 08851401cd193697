// For each axis of the robot: who may move it now, and every reason why somebody else may not. Folded until it is asked for.
import type { AxisAdvice } from "../../../core/messages.ts";
import { useTexts, type TextKey } from "../texts/language.ts";

/** Both arms are told as one where they are told alike. */
const NAMES: Readonly<Record<string, TextKey>> = {
  base_x: "axis.base_x",
  base_yaw: "axis.base_yaw",
  lift_joint: "axis.lift_joint",
  left_arm_joint: "axis.arms",
};

export function Axes({ axes }: { readonly axes: readonly AxisAdvice[] }) {
  const { t, said } = useTexts();
  return (
    <details className="axes" data-testid="axes">
      <summary>{t("axis.title")}</summary>
      <dl>
        {axes.flatMap(({ axis, drive, task, lower, reasons }) => {
          const name = NAMES[axis];
          if (name === undefined) return [];
          const may = [drive && t("axis.drive"), task && t("axis.task"), lower && t("axis.lower")].filter(
            Boolean,
          );
          return [
            <div key={axis} data-axis={axis}>
              <dt>{t(name)}</dt>
              <dd>
                {may.length > 0 ? may.join(" · ") : t("axis.nothing")}
                <ul>
                  {reasons.map((reason) => (
                    <li key={reason}>{said(reason)}</li>
                  ))}
                </ul>
              </dd>
            </div>,
          ];
        })}
      </dl>
    </details>
  );
}
