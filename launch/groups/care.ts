// The group of care: the alarms and the watch that raises them, apart from all that moves and from the page.
import { careNodes } from "../../care/care-group.ts";
import type { OpenedGroup } from "../threads/group.ts";

export const open = async (): Promise<OpenedGroup> => ({ nodes: careNodes });
