// The control group: supervisor, gate and the stop lane, alone in their thread so that nothing delays a stop.
import { openControlGroup } from "../../robot/control-group.ts";
import type { RideOptions } from "../options.ts";

export const open = ({ host, lanePort }: RideOptions) => openControlGroup({ port: lanePort, host });
