// The ward in 3-D with its legend: views by button, layers that can be switched, each named by line and word.
import { useEffect, useRef, useState } from "react";
import { topics } from "../../../core/topics.ts";
import { STALE } from "../link/ages.ts";
import { showWard, type Layer } from "../scene/ward.ts";
import type { View } from "../scene/stage.ts";
import type { Visuals } from "../scene/visuals.ts";
import { useAged, useRoom } from "../session/use-room.ts";
import { useTexts } from "../texts/language.ts";
import { Age } from "./age.tsx";

type Shown = ReturnType<typeof showWard>;
const VIEWS: readonly View[] = ["front", "side", "top"];
const LAYERS: readonly Layer[] = ["perceived", "true", "scan"];

export function Ward() {
  const room = useRoom();
  const { t } = useTexts();
  const holder = useRef<HTMLDivElement>(null);
  const [ward, setWard] = useState<Shown>();
  const [flat, setFlat] = useState(false);
  const { age } = useAged(topics.linkPoses);
  const stale = !(age <= STALE);

  useEffect(() => {
    if (!holder.current) return undefined;
    let shown: Shown;
    try {
      shown = showWard(holder.current, room.graph);
    } catch {
      setFlat(true);
      return undefined;
    }
    setWard(shown);
    const furnish = () =>
      fetch("/visuals.json")
        .then((answer) => answer.json() as Promise<Visuals>)
        .then((visuals) => shown.furnish(visuals))
        .catch(() => {}); // the gateway is gone: it is asked again when it is back
    void furnish();
    const end = room.graph.subscribe(() => room.graph.connected() && void furnish());
    return () => {
      end();
      shown.close();
    };
  }, [room]);
  usePaper(ward);

  return (
    <section className="card ward" data-stale={stale} aria-label={t("ward.title")}>
      <div className="ward-view" ref={holder} role="img" aria-label={t("ward.about")} data-testid="ward">
        {flat && <p>{t("ward.no_webgl")}</p>}
      </div>
      <div className="ward-views">
        {VIEWS.map((view) => (
          <button key={view} type="button" className="small" onClick={() => ward?.stage.look(view)}>
            {t(`ward.${view}`)}
          </button>
        ))}
      </div>
      <div className="legend">
        {LAYERS.map((layer) => (
          <LegendLine key={layer} layer={layer} ward={ward} />
        ))}
      </div>
      <div className="ward-age">
        <Age age={age} stale={stale} />
      </div>
    </section>
  );
}

function LegendLine({ layer, ward }: { readonly layer: Layer; readonly ward: Shown | undefined }) {
  const { t } = useTexts();
  const [shown, setShown] = useState(true);
  return (
    <label className="switch" data-layer={layer}>
      <input
        type="checkbox"
        data-testid={`layer-${layer}`}
        checked={shown}
        onChange={(event) => {
          setShown(event.target.checked);
          ward?.toggle(layer, event.target.checked);
        }}
      />
      <span className="line" aria-hidden="true" /> {t(`ward.${layer}`)}
    </label>
  );
}

/** The room's background follows day and night. */
function usePaper(ward: Shown | undefined) {
  useEffect(() => {
    if (!ward) return undefined;
    const paint = () =>
      ward.stage.paper(getComputedStyle(document.documentElement).getPropertyValue("--room").trim());
    paint();
    const watcher = new MutationObserver(paint);
    watcher.observe(document.documentElement, { attributes: true, attributeFilter: ["data-night"] });
    return () => watcher.disconnect();
  }, [ward]);
}
