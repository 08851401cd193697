// The shapes that stand beside words, so that no meaning rests on colour alone.
const PATHS = {
  locked:
    "M7 11V8a5 5 0 0 1 10 0v3h1a1 1 0 0 1 1 1v8a1 1 0 0 1-1 1H6a1 1 0 0 1-1-1v-8a1 1 0 0 1 1-1zm2 0h6V8a3 3 0 0 0-6 0z",
  ready: "M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18zm-1.2 12.6 5.9-5.9-1.4-1.4-4.5 4.5-2.1-2.1-1.4 1.4z",
  moving: "M4 5l8 7-8 7zM12 5l8 7-8 7z",
  holding: "M7 5h4v14H7zM13 5h4v14h-4z",
  lowering: "M11 3h2v11h5l-6 7-6-7h5z",
  stopped: "M5 5h14v14H5z",
  warning: "M12 3l10 18H2zm-1 7v5h2v-5zm0 6.5v2h2v-2z",
  unknown: "M4 11h16v2H4z",
} as const;
export type GlyphName = keyof typeof PATHS;

export const Glyph = ({ name }: { readonly name: GlyphName }) => (
  <svg className="glyph" viewBox="0 0 24 24" aria-hidden="true">
    <path d={PATHS[name]} fillRule="evenodd" fill="currentColor" />
  </svg>
);
