// One of our nodes as a lifecycle node of ROS 2: what each of its transitions does, and that no throw of ours aborts the process.
import type { AnyNode } from "../../core/node.ts";
import type { Hub } from "../hub.ts";
import type { Loop, LoopedNode } from "../loop.ts";
import { bridgeActions, type Guard } from "./actions.ts";
import { declareParameters, type Values } from "./parameters.ts";
import type { LifecycleNode, Rcl, RosNode } from "./rcl.ts";
import { bridgeServices } from "./services.ts";
import { bridgeTopics, type Bridge } from "./topics.ts";

/** What a configured node has. */
interface Configured {
  readonly looped: LoopedNode;
  readonly topics: Bridge;
  readonly drop: () => void;
}

/** What the nodes of a process share. */
interface Home {
  readonly loop: Loop;
  readonly hubOf: (spec: AnyNode) => Hub;
  readonly failed: (error: unknown) => void;
}
interface StartedNode {
  /** Why its last transition that failed did. */
  trouble(): string | undefined;
}

/**
 * Makes `spec` a lifecycle node, unconfigured. configure: joins its topics, services and actions, and starts it; it hears, and
 * says nothing. activate: it steps and speaks. deactivate: it rests. cleanup and shutdown: it stops. Each node has a hub of
 * its own: also nodes of one process speak to each other by DDS, so that remapping, recording and permissions hold for all.
 * Throws NodeError on a parameter that is wrong.
 */
export function openRosNode(
  rcl: Rcl,
  node: LifecycleNode,
  spec: AnyNode,
  given: Values,
  { loop, hubOf, failed }: Home,
): StartedNode {
  const { SUCCESS, FAILURE } = rcl.lifecycle.CallbackReturnCode;
  const complain = (text: string) => node.getLogger().warn(text);
  let configured: Configured | undefined;
  let active = false;
  let trouble: string | undefined;
  const guard: Guard = (act, otherwise) => {
    try {
      return act();
    } catch (error) {
      failed(error);
      return otherwise;
    }
  };
  const guarded = guardedNode(node, guard);
  let values = declareParameters(rcl, node, spec, given, (changed) => {
    values = changed;
    configured?.looped.setParameters(changed);
  });
  const configure = () => {
    const hub = hubOf(spec);
    const looped = loop.start(spec, hub, values);
    const topics = bridgeTopics(guarded, spec, hub, rcl.QoS, complain);
    const services = bridgeServices(guarded, spec, hub, () => active);
    const actions = bridgeActions(rcl, node, spec, hub, () => active, guard);
    const drop = () => [() => topics.destroy(), services, actions].forEach((end) => end());
    configured = { looped, topics, drop };
  };
  const rest = () => {
    active = false;
    configured?.looped.rest();
    configured?.topics.shut();
  };
  const stop = () => {
    rest();
    void configured?.looped.stop().catch(failed);
  };
  const unmake = () => {
    stop();
    configured?.drop();
    configured = undefined;
  };
  const transition = (act: () => void) => () => {
    try {
      act();
      return SUCCESS;
    } catch (error) {
      trouble = error instanceof Error ? error.message : String(error);
      node.getLogger().error(trouble);
      return FAILURE;
    }
  };
  node.registerOnConfigure(transition(configure));
  node.registerOnActivate(
    transition(() => {
      active = true;
      configured?.topics.open();
      configured?.looped.go();
    }),
  );
  node.registerOnDeactivate(transition(rest));
  node.registerOnCleanup(transition(unmake));
  // what is joined stays so until the process ends: rclnodejs aborts where it is taken down under traffic
  node.registerOnShutdown(transition(stop));
  node.registerOnError(transition(unmake));
  return { trouble: () => trouble };
}

/** The same node, whose callbacks never throw into rclnodejs. */
const guardedNode = (node: LifecycleNode, guard: Guard): RosNode => ({
  ...bound(node),
  createSubscription: (type, topic, options, heard) =>
    node.createSubscription(type, topic, options, (message) => guard(() => heard(message), undefined)),
  createService: (type, name, options, asked) =>
    node.createService(type, name, options, (request, response) =>
      guard(() => asked(request, response), undefined),
    ),
  createClient(type, name, options) {
    const client = node.createClient(type, name, options);
    return Object.assign(Object.create(client) as typeof client, {
      sendRequest: (request: object, answered: (response: object) => void) =>
        client.sendRequest(request, (response) => guard(() => answered(response), undefined)),
    });
  },
});

const bound = (node: LifecycleNode): RosNode => ({
  createPublisher: (...a) => node.createPublisher(...a),
  createSubscription: (...a) => node.createSubscription(...a),
  createService: (...a) => node.createService(...a),
  createClient: (...a) => node.createClient(...a),
  createGuardCondition: (...a) => node.createGuardCondition(...a),
  destroyPublisher: (one) => node.destroyPublisher(one),
  destroySubscription: (one) => node.destroySubscription(one),
  destroyService: (one) => node.destroyService(one),
  destroyClient: (one) => node.destroyClient(one),
  declareParameter: (...a) => node.declareParameter(...a),
  getParameter: (name) => node.getParameter(name),
  addOnSetParametersCallback: (wanted) => node.addOnSetParametersCallback(wanted),
  getClock: () => node.getClock(),
  getLogger: () => node.getLogger(),
  destroy: () => node.destroy(),
});
