// Opens a file as a source, whatever it holds, or says clearly why it cannot be one.
import { stat } from "node:fs/promises";
import { pictureFile } from "./picture-file.ts";
import type { Source } from "./source.ts";
import { videoFile } from "./video-file.ts";

/** @throws when the file is missing, is a folder, or holds neither a picture nor a video */
export async function openFile(file: string): Promise<Source> {
  const found = await stat(file).catch(() => undefined);
  if (found === undefined) throw new Error(`${file}: no such file`);
  if (!found.isFile()) throw new Error(`${file}: expected a picture or a video, not a folder`);
  const source = (await pictureFile(file)) ?? (await videoFile(file));
  if (source === undefined)
    throw new Error(`${file}: neither a picture nor a video that sharp or ffmpeg can read`);
  return source;
}
