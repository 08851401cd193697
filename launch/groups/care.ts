// The group of care: the alarms and the watch that raises them, apart from all that moves and from the page.
import { alarmsNode } from "../../care/alarms/alarms.node.ts";
import { alarmWatchNode } from "../../care/alarms/watch.node.ts";
import type { OpenedGroup } from "../threads/group.ts";

export const open = async (): Promise<OpenedGroup> => ({ nodes: [alarmsNode, alarmWatchNode] });
