// What a page may do with the graph: the one allow-list. All that is not named here is refused.
import { actions, services, topics } from "../../core/topics.ts";

/** Every topic may be read; the pictures only with the resident's consent. */
export const readable = topics;
/** Names of the topics that show the resident's picture. */
export const pictures: ReadonlySet<string> = new Set([topics.image.name, topics.compressedImage.name]);
/** What a page may say: a request for motion that the gate judges, and nothing else. */
export const publishable = { operatorMotion: topics.operatorMotion } as const;
export const callable = services;
export const requestable = actions;

export type TopicKey = keyof typeof readable;
export type PublishKey = keyof typeof publishable;
export type ServiceKey = keyof typeof callable;
export type ActionKey = keyof typeof requestable;

const keyByName = <K extends string>(table: Readonly<Record<K, { readonly name: string }>>) =>
  new Map((Object.keys(table) as K[]).map((key) => [table[key].name, key]));
const slash = (name: string) => (name.startsWith("/") ? name : `/${name}`);
const find = <K extends string>(keys: ReadonlyMap<string, K>, name: string) => keys.get(slash(name));

const topicKeys = keyByName(readable);
const publishKeys = keyByName(publishable);
const serviceKeys = keyByName(callable);
const actionKeys = keyByName(requestable);

/** The key of a name a client used, or undefined when it may not have it. */
export const readableKey = (name: string): TopicKey | undefined => find(topicKeys, name);
export const publishableKey = (name: string): PublishKey | undefined => find(publishKeys, name);
export const callableKey = (name: string): ServiceKey | undefined => find(serviceKeys, name);
export const requestableKey = (name: string): ActionKey | undefined => find(actionKeys, name);

/** ROS 1's and roslib's short form "package/Type" names the same type as "package/msg/Type". */
export const sameType = (given: string, type: string) =>
  given === type || given === type.replace(/\/(msg|srv|action)\//, "/");
