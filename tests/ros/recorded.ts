// What a folder of the black box holds, read back for a test.
import type { Topic } from "../../core/topics.ts";
import { partsOf } from "../../robot/blackbox/folder.ts";
import { openRecording, type Recorded } from "../../robot/blackbox/read.ts";

export const pathsIn = (folder: string) => partsOf(folder).map(({ path }) => path);
export const messagesIn = (folder: string) =>
  pathsIn(folder).flatMap((path) => [...openRecording(path).messages()]);
export const on = (messages: readonly Recorded[], topic: string) =>
  messages.filter((one) => one.topic === topic);
export const read = <M>(messages: readonly Recorded[], { name }: Topic<M>) =>
  on(messages, name).map((one) => one.read() as M);
