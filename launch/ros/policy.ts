// The permissions of every group as SROS 2 takes them (policy 0.2.0): what its nodes declare, what every node of ROS has, and nothing else.
import type { AnyNode } from "../../core/node.ts";
import { element } from "../../sim/xml.ts";
import { rosName } from "./names.ts";

/** The place of a group in a keystore, and what its process is told by `--enclave`. */
export const enclaveOf = (group: string): string => `/dolbom/${group}`;

/** What rclnodejs gives every lifecycle node to serve. */
const SERVED = [
  ..."describe_parameters get_parameter_types get_parameters list_parameters".split(" "),
  ..."set_parameters set_parameters_atomically get_type_description".split(" "),
  ..."change_state get_state get_available_states get_available_transitions get_transition_graph".split(" "),
];

export interface Declared {
  readonly name: string;
  readonly nodes: readonly AnyNode[];
  /** Its world is time, which it tells. */
  readonly tellsTime: boolean;
}

/** The policy of these groups within a namespace, such as "/room_3"; "/" is none. */
export function policyXml(groups: readonly Declared[], namespace: string): string {
  const enclaves = groups.map(({ name, nodes, tellsTime }) =>
    element("enclave", { path: enclaveOf(name) }, [
      element(
        "profiles",
        {},
        nodes.map((node, place) => profile(node, namespace, tellsTime && place === 0)),
      ),
    ]),
  );
  const body = element("policy", { version: "0.2.0" }, [element("enclaves", {}, enclaves)]);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<!-- Generated from the declarations of the nodes by npm run -s ros: policy. -->\n${body}\n`;
}

function profile(node: AnyNode, namespace: string, tellsTime: boolean): string {
  const full = (name: string) => `${namespace === "/" ? "" : namespace}/${rosName(name)}`;
  const names = (map: Readonly<Record<string, { readonly name: string }>>) =>
    Object.values(map).map(({ name }) => full(name));
  const own = (name: string) => full(`${node.name}/${name}`);
  const clock = full("clock");
  const parameters = [full("parameter_events"), "/parameter_events"]; // rclnodejs says it within the namespace
  const rules = [
    rule("topics", "publish", [
      ...names(node.publishes),
      ...(tellsTime ? [clock] : []),
      own("transition_event"),
      ...parameters,
      "/rosout",
    ]),
    rule("topics", "subscribe", [...names(node.subscribes), clock, ...parameters]),
    rule("services", "reply", [...names(node.serves), ...SERVED.map(own)]),
    rule("services", "request", names(node.calls)),
    rule("actions", "execute", names(node.offers)),
    rule("actions", "call", names(node.requests)),
  ];
  return element("profile", { ns: namespace, node: node.name }, rules.flat());
}

/** One list of names that is allowed in one way; SROS 2 knows no empty one. */
function rule(kind: "topics" | "services" | "actions", way: string, names: readonly string[]): string[] {
  const sorted = [...new Set(names)].toSorted();
  if (sorted.length === 0) return [];
  return [
    element(
      kind,
      { [way]: "ALLOW" },
      sorted.map((name) => element(kind.slice(0, -1), {}, name)),
    ),
  ];
}
