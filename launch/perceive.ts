// The program behind `npm run perceive`: the eyes on files, for trying them on real photographs and videos.
import { perceive } from "../perception/perceive.ts";

try {
  process.exitCode = await perceive(process.argv.slice(2), (line) => console.log(line));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
