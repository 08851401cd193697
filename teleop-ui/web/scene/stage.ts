// The 3-D view itself: camera, light, controls, and a renderer that draws only what changed, at most 15 times a second, and only in sight.
import {
  AmbientLight,
  Color,
  DirectionalLight,
  HemisphereLight,
  PerspectiveCamera,
  Scene,
  Vector3,
  WebGLRenderer,
  type Object3D,
} from "three";
import { OrbitControls } from "three/addons/controls/OrbitControls.js";
import { makeZUp } from "./axes.ts";

export type View = "front" | "side" | "top";

/**
 * Frames at most, and dots drawn for each of the screen. Where WebGL is software the view shares its cores with the
 * rest of the page: it draws a quarter of the dots, four times a second, and the stop is never slowed by a picture.
 */
const EFFORTS = {
  hardware: { frame: 1000 / 15, dots: 1, antialias: true }, // ms
  software: { frame: 1000 / 4, dots: 0.5, antialias: false }, // ms
} as const;
const SOFTWARE = /swiftshader|llvmpipe|software|basic render/i;

/** How hard this device may work; undefined when it has no WebGL. */
export function effortOf(): keyof typeof EFFORTS | undefined {
  const gl = document.createElement("canvas").getContext("webgl2");
  if (!gl) return undefined;
  const named = gl.getExtension("WEBGL_debug_renderer_info");
  const renderer = String(gl.getParameter(named ? named.UNMASKED_RENDERER_WEBGL : gl.RENDERER));
  gl.getExtension("WEBGL_lose_context")?.loseContext();
  return SOFTWARE.test(renderer) ? "software" : "hardware";
}
const ACROSS = 45; // degrees, three.js's unit of a camera's field of view
/** Where the resident and the robot meet, m in the map; the eye stands off it by these, m. */
const LOOKED_AT = new Vector3(-0.35, 0, 0.75);
const EYES: Readonly<Record<View, Vector3>> = {
  front: new Vector3(2.3, 2.6, 1.5),
  side: new Vector3(0.3, 3.4, 0.5),
  top: new Vector3(0.01, 0, 4.6),
};

export class Stage {
  readonly scene = new Scene();
  readonly #renderer: WebGLRenderer;
  readonly #camera: PerspectiveCamera;
  readonly #controls: OrbitControls;
  readonly #sizes: ResizeObserver;
  readonly #frame: number; // ms
  readonly #sight: IntersectionObserver;
  #due = false;
  #inSight = true;
  #lastFrame = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(holder: HTMLElement, effort: keyof typeof EFFORTS) {
    makeZUp();
    const { frame, dots, antialias } = EFFORTS[effort];
    this.#frame = frame;
    this.#renderer = new WebGLRenderer({ antialias, powerPreference: "low-power" });
    this.#renderer.setPixelRatio(dots);
    holder.append(this.#renderer.domElement);
    this.#camera = new PerspectiveCamera(ACROSS, 1, 0.1, 50);
    this.#controls = new OrbitControls(this.#camera, this.#renderer.domElement);
    this.#controls.maxPolarAngle = Math.PI / 2;
    this.#controls.addEventListener("change", () => this.draw());
    const sun = new DirectionalLight(0xffffff, 1.6);
    sun.position.set(2, 3, 5);
    this.scene.add(new HemisphereLight(0xffffff, 0x9a9488, 1.4), new AmbientLight(0xffffff, 0.3), sun);
    this.#sizes = new ResizeObserver(() => this.#fit(holder));
    this.#sizes.observe(holder);
    this.#sight = new IntersectionObserver((entries) => {
      this.#inSight = entries.some((entry) => entry.isIntersecting);
      if (this.#inSight && this.#due) this.draw();
    });
    this.#sight.observe(holder);
    document.addEventListener("visibilitychange", this.draw);
    this.look("front");
  }

  add(...objects: readonly Object3D[]) {
    this.scene.add(...objects);
  }

  paper(colour: string) {
    this.scene.background = new Color(colour);
    this.draw();
  }

  look(view: View) {
    this.#camera.position.copy(LOOKED_AT).add(EYES[view]);
    this.#controls.target.copy(LOOKED_AT);
    this.#controls.update();
    this.draw();
  }

  /** Something has changed: it is drawn with the next frame that is due, and never while nobody sees the page. */
  draw = () => {
    this.#due = true;
    if (this.#timer !== undefined || document.hidden || !this.#inSight) return;
    const wait = Math.max(0, this.#lastFrame + this.#frame - performance.now());
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      if (!this.#due || document.hidden) return;
      this.#due = false;
      this.#lastFrame = performance.now();
      this.#renderer.render(this.scene, this.#camera);
    }, wait);
  };

  close() {
    clearTimeout(this.#timer);
    document.removeEventListener("visibilitychange", this.draw);
    this.#sizes.disconnect();
    this.#sight.disconnect();
    this.#controls.dispose();
    this.#renderer.dispose();
    this.#renderer.domElement.remove();
  }

  #fit(holder: HTMLElement) {
    const { clientWidth, clientHeight } = holder;
    if (clientWidth === 0 || clientHeight === 0) return;
    this.#renderer.setSize(clientWidth, clientHeight);
    this.#camera.aspect = clientWidth / clientHeight;
    this.#camera.updateProjectionMatrix();
    this.draw();
  }
}
