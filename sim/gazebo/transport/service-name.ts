// What a service of Gazebo Transport is called: its name and both its types; several may share the name.
import { bareType } from "./names.ts";
import type { Publisher } from "./wire.ts";

/** The types are without prefix. A response type `Empty` means that nobody answers. */
export interface ServiceName {
  readonly name: string;
  readonly request: string;
  readonly response: string;
}

export const ONE_WAY = "Empty";

/** The same for both prefixes of the types. */
export const serviceId = ({ name, request, response }: ServiceName): string =>
  `${name} ${bareType(request)} ${bareType(response)}`;

export const servedBy = ({ topic, srv_pub: pub }: Publisher): string =>
  serviceId({ name: topic, request: pub?.request_type ?? "", response: pub?.response_type ?? "" });
