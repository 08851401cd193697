// The protective stop: on pointer-down, by the space bar from anywhere, never disabled, and its fate told.
import { useCallback, useEffect, useState } from "react";
import { useLinks, useRoom } from "../session/use-room.ts";
import { useTexts } from "../texts/language.ts";

type Fate = "ready" | "pressed" | "arrived" | "failed";
const SHOWN = 4000; // ms that the answer stays on the button

export function Stop() {
  const room = useRoom();
  const { t } = useTexts();
  const { graph, lane } = useLinks();
  const [fate, setFate] = useState<Fate>("ready");

  const press = useCallback(() => {
    setFate("pressed");
    void room.stop().then((arrived) => setFate(arrived ? "arrived" : "failed"));
  }, [room]);

  useEffect(() => {
    const isSpace = (event: KeyboardEvent) => event.code === "Space";
    const swallow = (event: Event) => {
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    const down = (event: KeyboardEvent) => {
      if (!isSpace(event)) return;
      swallow(event);
      if (!event.repeat) press();
    };
    // a button is clicked on the release of the space bar: that must not happen either
    const up = (event: KeyboardEvent) => {
      if (isSpace(event)) swallow(event);
    };
    window.addEventListener("keydown", down, true);
    window.addEventListener("keyup", up, true);
    return () => {
      window.removeEventListener("keydown", down, true);
      window.removeEventListener("keyup", up, true);
    };
  }, [press]);

  useEffect(() => {
    if (fate !== "arrived") return undefined;
    const timer = setTimeout(() => setFate("ready"), SHOWN);
    return () => clearTimeout(timer);
  }, [fate]);

  const mute = !lane.open && !graph;
  const told = fate === "ready" ? (mute ? t("stop.failed") : t("stop.hint")) : t(`stop.${fate}`);
  return (
    <button
      type="button"
      className="stop"
      data-testid="stop"
      data-fate={mute ? "failed" : fate}
      aria-label={`${t("stop.name")} (${t("stop.kind")})`}
      onPointerDown={press}
      onClick={(event) => event.detail === 0 && press()} // Enter, and readers of the screen: no pointer came before
    >
      <span className="stop-name">
        {t("stop.name")} <small>({t("stop.kind")})</small>
      </span>
      <span className="stop-fate" aria-live="assertive">
        {told}
      </span>
    </button>
  );
}
