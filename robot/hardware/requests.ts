// What ros2_control's manager is asked, as its services take it, and what its answer means.
import {
  State,
  SwitchController_Request,
  type ListControllers_Response,
  type ListHardwareComponents_Response,
  type SetHardwareComponentState_Request,
  type SetHardwareComponentState_Response,
  type SwitchController_Response,
} from "../../core/messages.ts";
import type { Answer } from "../../core/node.ts";
import type { Act } from "./manager.ts";

/** The manager gives up by then [D]: long before we ask again. */
const TIMEOUT = { sec: 0, nanosec: 500_000_000 } as const;

/** As far as it goes: whether all are switched is read in the manager's list. */
export const switchRequest = ({
  on,
  controllers,
}: Extract<Act, { kind: "switch" }>): SwitchController_Request => ({
  activate_controllers: on ? controllers : [],
  deactivate_controllers: on ? [] : controllers,
  strictness: SwitchController_Request.BEST_EFFORT,
  activate_asap: true,
  timeout: TIMEOUT,
});

export const powerRequest = ({
  on,
  component,
}: Extract<Act, { kind: "power" }>): SetHardwareComponentState_Request => ({
  name: component,
  target_state: on
    ? { id: State.PRIMARY_STATE_ACTIVE, label: "active" }
    : { id: State.PRIMARY_STATE_INACTIVE, label: "inactive" },
});

/** Each with its state. */
export const controllersIn = ({ controller }: ListControllers_Response): Readonly<Record<string, string>> =>
  Object.fromEntries(controller.map(({ name, state }) => [name, state]));
export const hardwareIn = ({
  component,
}: ListHardwareComponents_Response): Readonly<Record<string, string>> =>
  Object.fromEntries(component.map(({ name, state }) => [name, state.label]));

export type Answered = Answer<SwitchController_Response | SetHardwareComponentState_Response>;

/** Why it was not done; empty when it was. */
export function troubleOf(answer: Answered): string {
  if (!answer.ok) return answer.detail;
  const { response } = answer;
  if (response.ok) return "";
  return "state" in response
    ? `the hardware stays ${response.state.label}`
    : `not switched: ${response.message}`;
}
