// How a Chromium is started to look at the page: without a screen, without a GPU, and talking to nobody.

/** No sandbox inside containers; nothing in the background may talk to anyone; WebGL in software. */
export const CHROMIUM_FLAGS: readonly string[] = [
  "--no-sandbox",
  "--headless=new",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--use-gl=angle",
  "--use-angle=swiftshader",
  "--enable-unsafe-swiftshader",
];
