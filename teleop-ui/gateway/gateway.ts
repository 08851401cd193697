// Opens the gateway: the door first, then the nodes of its group for a runner.
import { openDoor, type DoorOptions } from "./door.ts";
import { gatewayNode } from "./gateway.node.ts";
import { jpegNode } from "./jpeg.node.ts";

/**
 * Opens the door and answers with the group's nodes and the port it listens on. The gateway node closes the door
 * when it is stopped. Throws one clear Error when the port is taken or no page is built.
 */
export async function openGateway(options: DoorOptions) {
  const door = await openDoor(options);
  const watched = () => [...door.clients].some((client) => client.wants("compressedImage"));
  return { nodes: [gatewayNode(door), jpegNode(watched)], port: door.port, door };
}
