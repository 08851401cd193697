// The WebAssembly factory of @mediapipe/tasks-vision, which ships without a declaration.
declare module "@mediapipe/tasks-vision/vision_wasm_module_internal.js" {
  const factory: unknown;
  export default factory;
}
