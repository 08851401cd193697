// Builds the page into dist/web: one script, one style, nothing fetched from outside, nothing inline.
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/** three.js alone is above vite's warning of 500 kB; the page is served from this machine. */
const LARGE = 2000;

export default defineConfig({
  root: import.meta.dirname,
  base: "./",
  plugins: [react()],
  build: {
    outDir: "../../dist/web",
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: false,
    chunkSizeWarningLimit: LARGE,
  },
});
