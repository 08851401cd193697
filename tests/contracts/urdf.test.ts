// Tests of the command that hands a model to ROS: URDF on standard output, or one line that says what was expected.
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const run = promisify(execFile);
const urdf = (...words: string[]) => run(process.execPath, ["launch/urdf.ts", ...words]);

test("a model's URDF is all that stands on standard output", async () => {
  const { stdout } = await urdf("walker_robot");
  expect(stdout).toMatch(/^<\?xml version="1.0"\?>\n[^]*<robot name="walker_robot">[^]*<\/robot>\n$/);
  for (const frame of ["base_link", "left_handle", "imu", "lidar", "user_lidar"])
    expect(stdout).toContain(`<link name="${frame}"`);
});

test.each([
  [[], /^dolbom: expected the name of a model[^\n]*\n$/],
  [["walker"], /^dolbom: no model "walker"; expected one of transfer_robot, [^\n]*\n$/],
  [["ward_building"], /^dolbom: URDF has no plane\n$/],
])("told %j it ends with one line", async (words, line) => {
  await expect(urdf(...words)).rejects.toMatchObject({
    code: 1,
    stdout: "",
    stderr: expect.stringMatching(line) as string,
  });
});
