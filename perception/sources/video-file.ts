// A video file as a source: frames decoded by ffmpeg in a child process, with the times the file gives them.
import { spawn } from "node:child_process";
import { buffer, text } from "node:stream/consumers";
import { seconds } from "../../core/units.ts";
import { pamPictures } from "./pam.ts";
import type { Source } from "./source.ts";

/** Starts a program; its own failure to start becomes an error that says what to install. */
function start(program: string, words: readonly string[]) {
  const child = spawn(program, [...words], { stdio: ["ignore", "pipe", "pipe"] });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once("error", (cause) =>
      reject(new Error(`cannot run ${program}: install it (Debian, Ubuntu: apt install ffmpeg)`, { cause })),
    );
    child.once("close", resolve);
  });
  return { child, ended };
}

/** The time of every frame, in order; undefined when the file is not a video. */
async function frameTimes(file: string): Promise<readonly number[] | undefined> {
  const { child, ended } = start("ffprobe", [
    ...["-v", "error", "-select_streams", "v:0"],
    ...["-show_entries", "frame=best_effort_timestamp_time", "-of", "csv=p=0", file],
  ]);
  const [output, , code] = await Promise.all([text(child.stdout), buffer(child.stderr), ended]);
  const times = output.split("\n").flatMap((line) => {
    const time = Number.parseFloat(line);
    return Number.isFinite(time) ? [time] : [];
  });
  return code === 0 && times.length > 0 ? times : undefined;
}

/**
 * The video in a file; undefined when it is none.
 * @throws when ffmpeg is not installed
 */
export async function videoFile(file: string): Promise<Source | undefined> {
  const times = await frameTimes(file);
  if (times === undefined) return undefined;
  const first = times[0] ?? 0;
  return {
    kind: "video",
    count: times.length,
    async *frames() {
      const decode = ["-map", "0:v:0", "-fps_mode", "passthrough"];
      const pictures = ["-f", "image2pipe", "-c:v", "pam", "-pix_fmt", "rgba", "-"];
      const { child, ended } = start("ffmpeg", ["-v", "error", "-i", file, ...decode, ...pictures]);
      const complaint = text(child.stderr);
      let frame = 0;
      try {
        for await (const picture of pamPictures(child.stdout)) {
          yield { ...picture, time: seconds((times[frame] ?? NaN) - first) };
          frame++;
        }
        const code = await ended;
        if (code !== 0)
          throw new Error(`ffmpeg stopped in ${file} after ${frame} frames: ${(await complaint).trim()}`);
      } finally {
        child.kill();
      }
    },
  };
}
