// A node's parameters as ROS has them: declared with type, unit, range and meaning; a change is checked before it counts.
import type { AnyNode, Parameter as Declared } from "../../core/node.ts";
import { NodeError, parametersOf } from "../host.ts";
import type { Parameter, Rcl, RosNode } from "./rcl.ts";

type Value = Declared["default"];
export type Values = Readonly<Record<string, Value>>;

function typeOf(rcl: Rcl, value: Value): number {
  const { PARAMETER_BOOL, PARAMETER_DOUBLE, PARAMETER_STRING } = rcl.ParameterType;
  if (typeof value === "boolean") return PARAMETER_BOOL;
  return typeof value === "number" ? PARAMETER_DOUBLE : PARAMETER_STRING;
}

/**
 * Declares them with `given` in place of defaults; what a parameter file or the command line of ROS says comes before both.
 * `wanted` hears the whole set after each change that is within type and range; any other is refused with the reason.
 */
export function declareParameters(
  rcl: Rcl,
  node: RosNode,
  spec: AnyNode,
  given: Values,
  wanted: (values: Values) => void,
): Values {
  let values: Values = given;
  try {
    parametersOf(spec, given);
  } catch (error) {
    throw new NodeError(spec.name, error);
  }
  for (const [name, parameter] of Object.entries(spec.parameters)) {
    const type = typeOf(rcl, parameter.default);
    // rclnodejs 2.2 keeps a descriptor's range to itself: in the description everybody reads it
    const span = parameter.range && `${parameter.range[0]} to ${parameter.range[1]}`;
    const unit = parameter.unit && `[${parameter.unit}]`;
    const about = [[parameter.about, unit].filter(Boolean).join(" "), span].filter(Boolean).join(", ");
    const first = new rcl.Parameter(name, type, given[name] ?? parameter.default);
    const declared = node.declareParameter(first, new rcl.ParameterDescriptor(name, type, about));
    values = { ...values, [name]: declared.value as Value };
  }
  node.addOnSetParametersCallback((changes: readonly Parameter[]) => {
    const known = changes.filter(({ name }) => Object.hasOwn(spec.parameters, name));
    const next = { ...values, ...Object.fromEntries(known.map(({ name, value }) => [name, value as Value])) };
    try {
      parametersOf(spec, next);
    } catch (error) {
      return { successful: false, reason: error instanceof Error ? error.message : String(error) };
    }
    values = next;
    wanted(values);
    return { successful: true, reason: "" };
  });
  return values;
}
