// The nodes of the care group: who watches for people, and what tells them.
import { alarmsNode } from "./alarms/alarms.node.ts";
import { alarmWatchNode } from "./alarms/watch.node.ts";

export const careNodes = [alarmsNode, alarmWatchNode] as const;
