// What `npm run ros` tells others of its groups: ros2 launch what to start and what follows a death, SROS 2 who may say what.
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { XMLParser } from "fast-xml-parser";
import { describe, expect, test } from "vitest";

const run = promisify(execFile);
const ros = async (...words: string[]) => {
  const { stdout } = await run(process.execPath, ["launch/ros.ts", ...words], {
    env: { ...process.env, AMENT_PREFIX_PATH: "" }, // no ROS is needed for it
  });
  return stdout;
};

interface Told {
  readonly groups: readonly { readonly name: string; readonly onDeath: string; readonly rosArgs: string[] }[];
}
describe("the groups", () => {
  const groups = async (...words: string[]) => (JSON.parse(await ros("groups", ...words)) as Told).groups;

  test("end all where the simulated world dies, every other is started anew", async () => {
    const told = await groups();
    const ending = told.filter(({ onDeath }) => onDeath === "end").map(({ name }) => name);
    expect(ending).toEqual(["world"]);
    expect(told.filter(({ onDeath }) => onDeath === "again").length).toBe(told.length - 1);
    expect(told.map(({ name }) => name)).toContain("twist");
    expect(told.map(({ name }) => name)).toContain("blackbox");
  });
  test("hear their own world's time, each robot its own, and a real robot's the machine's", async () => {
    for (const { name, rosArgs } of await groups()) {
      expect(rosArgs.join(" ")).toContain(`--enclave /dolbom/${name} -r /clock:=clock`);
      expect(rosArgs.includes("use_sim_time:=true")).toBe(name !== "world");
    }
    const real = await groups("--hardware");
    expect(real.map(({ name }) => name).filter((name) => ["world", "camera"].includes(name))).toEqual([]);
    expect(real.flatMap(({ rosArgs }) => rosArgs).join(" ")).not.toContain("clock");
  });
  test("share one session of the black box, which a user may name", async () => {
    const session = async (...words: string[]) =>
      (JSON.parse(await ros("groups", ...words)) as { session: string }).session;
    expect(await session()).toMatch(/^\d{4}-\d\d-\d\dT[\d-]+Z-\d+$/);
    expect(await session("--session", "night-7")).toBe("night-7");
    await expect(session("--session", "../x")).rejects.toThrow(
      '--session ../x: expected letters, digits, "-"',
    );
  });
  test("that need other packages of ROS are there only where they are asked for", async () => {
    const names = async (...words: string[]) => (await groups(...words)).map(({ name }) => name);
    const others = ["navigation", "drives", "guard"];
    expect((await names("--hardware")).filter((name) => others.includes(name))).toEqual([]);
    expect(await names("--nav2")).toEqual(expect.arrayContaining([...(await names()), "navigation"]));
    const both = [...(await names("--hardware")), "drives", "guard"];
    expect((await names("--ros2-control")).toSorted()).toEqual(both.toSorted());
  });
  test("of a robot with hardware and a simulated world are refused", async () => {
    await expect(ros("groups", "--hardware", "--world", "gazebo")).rejects.toThrow("a robot has one world");
    await expect(ros("groups", "--hardware", "--paused")).rejects.toThrow("have their own time");
  });
});

interface Profile {
  readonly node: string;
  readonly topics: readonly { readonly publish?: string; readonly topic: readonly string[] }[];
}
/** Which enclaves may say a topic, by the policy of a ride with these options in /room_3. */
async function policy(...words: string[]) {
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: "",
    isArray: (name) => ["enclave", "profile", "topics", "topic"].includes(name),
  });
  const { policy: told } = parser.parse(
    await ros("policy", ...words, "--ros-args", "-r", "__ns:=/room_3"),
  ) as {
    readonly policy: {
      readonly enclaves: {
        readonly enclave: readonly {
          readonly path: string;
          readonly profiles: { readonly profile: Profile[] };
        }[];
      };
    };
  };
  return (topic: string) =>
    told.enclaves.enclave
      .filter(({ profiles }) =>
        profiles.profile.some(({ topics }) =>
          topics.some((one) => one.publish === "ALLOW" && one.topic.includes(topic)),
        ),
      )
      .map(({ path }) => path);
}

test("of all enclaves the control group alone may command the drives, and only the hands of people may ask to drive", async () => {
  const sayers = await policy();
  expect(sayers("/room_3/hardware/command")).toEqual(["/dolbom/control"]);
  expect(sayers("/room_3/safety/state")).toEqual(["/dolbom/control"]);
  expect(sayers("/room_3/operator/motion")).toEqual(["/dolbom/gateway", "/dolbom/twist"]);
  expect(sayers("/room_3/clock")).toEqual(["/dolbom/world"]);
  expect(sayers("/hardware/command")).toEqual([]);
});

test("drives of ros2_control hear the driver, and of its joints the guard; Nav2's client says no more than a twist", async () => {
  const sayers = await policy("--ros2-control", "--nav2");
  expect(sayers("/room_3/hardware/command")).toEqual(["/dolbom/control"]);
  expect(sayers("/room_3/base_controller/cmd_vel")).toEqual(["/dolbom/drives"]);
  expect(sayers("/room_3/joint_controller/commands")).toEqual(["/dolbom/drives", "/dolbom/guard"]);
  expect(sayers("/room_3/odom")).toEqual(["/dolbom/drives"]);
  expect(sayers("/room_3/cmd_vel")).toEqual(["/dolbom/navigation"]);
  expect(sayers("/room_3/operator/motion")).toEqual(["/dolbom/gateway", "/dolbom/twist"]);
});
