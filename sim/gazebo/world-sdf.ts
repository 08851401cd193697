// Gazebo's variant of the ward, made from the same SDF: its system plugins, skin on every link, and the resident seated.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { WHEEL } from "../../core/motion/wheel-odometry.ts";
import { bodyName } from "../mujoco/mjcf.ts";
import type { Simulation } from "../mujoco/simulation.ts";
import type { Joint, Model, Scene } from "../sdf/model.ts";
import { compose, invert } from "../sdf/pose.ts";
import { residentSdf } from "../resident/body.ts";
import { ROBOT, type World } from "../world.ts";
import { seatedAngles } from "./mirror.ts";

/** Fortress (2021) names its plugins `ignition-gazebo-…`; every later one `gz-sim-…`. */
export type Release = "fortress" | "later";

const FOLDER = join(import.meta.dirname, "../models");
export const RESIDENT = "resident";
/** Of the link's sensor that feels whatever any of its collisions touches. */
export const SKIN = "skin";
/** m: the stops of lift and arms stand so far below where they rest. Their range is the gate's to keep. */
const BELOW_REST = 0.01;
/** Hz: as often as our own world tells. */
const RATE = 100;
/**
 * N·m/rad and N·m·s/rad: Gazebo's resident has no muscles but springs that hold them seated. A trunk of 45 kg leaning by
 * 0.1 rad asks for 15 N·m.
 */
const SPRING = { stiffness: 200, damping: 10 } as const;

interface Plugin {
  readonly system: string;
  readonly file: string;
  readonly inside?: string;
}

function plugin(release: Release, { system, file, inside = "" }: Plugin): string {
  const [library, space] =
    release === "fortress" ? ["ignition-gazebo", "ignition::gazebo"] : ["gz-sim", "gz::sim"];
  return `<plugin filename="${library}-${file}-system" name="${space}::systems::${system}">${inside}</plugin>\n`;
}

const WORLD: readonly Plugin[] = [
  { system: "Physics", file: "physics" },
  { system: "UserCommands", file: "user-commands" },
  { system: "SceneBroadcaster", file: "scene-broadcaster" },
  { system: "Imu", file: "imu" },
  { system: "ForceTorque", file: "forcetorque" },
  { system: "Contact", file: "contact" },
];
const JOINTS: Plugin = { system: "JointStatePublisher", file: "joint-state-publisher" };
const ROBOT_SYSTEMS: readonly Plugin[] = [
  JOINTS,
  {
    system: "DiffDrive",
    file: "diff-drive",
    inside:
      `<left_joint>left_wheel_joint</left_joint><right_joint>right_wheel_joint</right_joint>` +
      `<wheel_separation>${WHEEL.separation}</wheel_separation><wheel_radius>${WHEEL.radius}</wheel_radius>` +
      `<odom_publish_frequency>${RATE}</odom_publish_frequency>`,
  },
  ...["lift_joint", "left_arm_joint", "right_arm_joint"].map((joint) => ({
    system: "JointController",
    file: "joint-controller",
    inside: `<joint_name>${joint}</joint_name>`,
  })),
];

const read = (uri: string) => readFileSync(join(FOLDER, uri), "utf8");
const lastOf = (text: string, tag: string) => text.lastIndexOf(`</${tag}>`);
const insertBefore = (text: string, tag: string, what: string) =>
  text.slice(0, lastOf(text, tag)) + what + text.slice(lastOf(text, tag));
/** The one `<model>` of a file's text. */
const modelOf = (text: string) =>
  text.slice(text.indexOf("<model "), lastOf(text, "model") + "</model>".length);

const numbers = (values: readonly number[]) => values.map((value) => Number(value.toFixed(7))).join(" ");
const placed = (model: string, pose: string) => model.replace(/>/, `>\n<pose>${pose}</pose>`);

/** What always rolls on the floor: felt by nobody, it would only be told 500 times a second. */
const ROLLS = /_caster$|^tyre$/;

/** The collisions of each link that can touch a person. */
export const skinOf = ({ links }: Model): ReadonlyMap<string, readonly string[]> =>
  new Map(
    links
      .map(
        ({ name, collisions }) =>
          [name, collisions.map((one) => one.name).filter((one) => !ROLLS.test(one))] as const,
      )
      .filter(([, felt]) => felt.length > 0),
  );

/** A sensor on every link that feels all of its collisions; Gazebo tells contacts of nothing else. */
function withSkin(text: string, model: Model): string {
  return [...skinOf(model)].reduce((sdf, [name, collisions]) => {
    const felt = collisions.map((one) => `<collision>${one}</collision>`).join("");
    const sensor = `<sensor name="${SKIN}" type="contact"><always_on>true</always_on><update_rate>${RATE}</update_rate><contact>${felt}</contact></sensor>`;
    const start = sdf.indexOf(`<link name="${name}">`);
    const end = sdf.indexOf("</link>", start);
    return sdf.slice(0, end) + sensor + sdf.slice(end);
  }, text);
}

const robotModel = (scene: Scene, release: Release): string => {
  const robot = scene.models.find(({ name }) => name === ROBOT);
  if (robot === undefined) throw new Error(`${scene.name}: expected a model "${ROBOT}"`);
  const plain = modelOf(read("transfer-robot.sdf"))
    .replace(/<plugin[^]*?<\/plugin>/g, "")
    .replace(/<sensor name="\w+_support" type="contact">.*<\/sensor>\n/g, "")
    // Fortress would weld a continuous joint; a revolute one without limits turns for ever in each Gazebo
    .replaceAll(`type="continuous"`, `type="revolute"`)
    // DART's servo does not move a joint off the stop it rests on, as the lift does at its beginning
    .replaceAll("<lower>0</lower>", `<lower>${-BELOW_REST}</lower>`);
  const systems = ROBOT_SYSTEMS.map((one) => plugin(release, one)).join("");
  return insertBefore(withSkin(plain, robot), "model", systems);
};

/** The pose of a link in the world, as x y z and roll pitch yaw. */
function poseText({ position, rotation: [x, y, z, w] }: ReturnType<typeof compose>): string {
  const roll = Math.atan2(2 * (w * x + y * z), 1 - 2 * (x * x + y * y));
  const pitch = Math.asin(Math.max(-1, Math.min(1, 2 * (w * y - z * x))));
  const yaw = Math.atan2(2 * (w * z + x * y), 1 - 2 * (y * y + z * z));
  return numbers([...position, roll, pitch, yaw]);
}

function poseIn(sim: Simulation, link: string) {
  const { xpos, xquat } = sim.views();
  const body = sim.index("mjOBJ_BODY", bodyName(RESIDENT, link));
  const [x = NaN, y = NaN, z = NaN] = xpos.subarray(3 * body, 3 * body + 3);
  const [w = NaN, qx = NaN, qy = NaN, qz = NaN] = xquat.subarray(4 * body, 4 * body + 4);
  return { position: [x, y, z], rotation: [qx, qy, qz, w] } as const;
}

/**
 * The resident as they sit at the beginning of `world`: links where they are then, joints zero there. SDF has no way to
 * say where a joint begins that Gazebo listens to.
 */
function residentModel(world: World, release: Release): string {
  const model = world.scene.models.find(({ name }) => name === RESIDENT);
  if (model === undefined) throw new Error(`${world.scene.name}: expected a model "${RESIDENT}"`);
  const X_WP = poseIn(world.sim, "pelvis");
  const seated = seatedAngles(world);
  let text = modelOf(residentSdf(world.resident));
  for (const { name } of model.links) {
    const X_PL = compose(invert(X_WP), poseIn(world.sim, name));
    text = text.replace(
      new RegExp(`(<link name="${name}">)<pose>[^<]*</pose>`),
      `$1<pose>${poseText(X_PL)}</pose>`,
    );
  }
  text = text.slice(0, text.indexOf("<joint "));
  text += model.joints.map((joint) => jointText(joint, seated.get(joint.name) ?? [])).join("");
  return placed(`${text}${plugin(release, JOINTS)}</model>`, poseText(X_WP));
}

function jointText({ name, kind, parent, child, axes }: Joint, seated: readonly number[]): string {
  const inner = axes.map(({ direction, lower, upper }, i) => {
    const [tag, from] = i === 0 ? ["axis", parent] : ["axis2", child];
    const zero = seated[i] ?? 0;
    return (
      `<${tag}><xyz expressed_in="${from}">${numbers(direction)}</xyz>` +
      `<limit><lower>${numbers([lower - zero])}</lower><upper>${numbers([upper - zero])}</upper></limit>` +
      `<dynamics><damping>${SPRING.damping}</damping><spring_reference>0</spring_reference>` +
      `<spring_stiffness>${SPRING.stiffness}</spring_stiffness></dynamics></${tag}>`
    );
  });
  return `<joint name="${name}" type="${kind}"><parent>${parent}</parent><child>${child}</child>${inner.join("")}</joint>\n`;
}

/** The whole ward as one file that any Gazebo of this release reads, with nothing to include. */
export function gazeboWorldSdf(world: World, release: Release): string {
  const home = world.scene.models.find(({ name }) => name === ROBOT)?.pose;
  if (home === undefined) throw new Error(`${world.scene.name}: expected a model "${ROBOT}"`);
  const robot = placed(robotModel(world.scene, release), poseText(home));
  const moving = `${robot}\n${residentModel(world, release)}`;
  const text = read("ward.sdf")
    .replace(/<include>[^]*?<\/include>\s*/g, "")
    .replace(/(<world [^>]*>)/, `$1\n${WORLD.map((one) => plugin(release, one)).join("")}`)
    .replace(/<!--[^]*?-->\s*/, "<!-- Generated by `npm run gazebo`: change sim/models/, not this. -->\n");
  return insertBefore(text, "world", `${moving}\n`);
}
