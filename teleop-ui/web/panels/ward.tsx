// The ward in 3-D with its legend: views by button, layers that can be switched, each named by line and word.
import { useEffect, useRef, useState } from "react";
import { topics } from "../../../core/topics.ts";
import { STALE } from "../link/ages.ts";
import { showWard, type Layer } from "../scene/ward.ts";
import { effortOf, type View } from "../scene/stage.ts";
import type { Visuals } from "../scene/visuals.ts";
import { useAged, useRoom } from "../session/use-room.ts";
import { useTexts } from "../texts/language.ts";
import { Age } from "./age.tsx";

type Shown = ReturnType<typeof showWard>;
const VIEWS: readonly View[] = ["front", "side", "top"];
const LAYERS: readonly Layer[] = ["perceived", "true", "scan"];

export function Ward() {
  const { graph } = useRoom();
  const { t } = useTexts();
  const holder = useRef<HTMLDivElement>(null);
  const ward = useRef<Shown>(undefined);
  const [effort] = useState(effortOf);
  const { age } = useAged(topics.linkPoses);
  const stale = !(age <= STALE);

  useEffect(() => {
    if (!holder.current || !effort) return undefined;
    const shown = showWard(holder.current, graph, effort);
    ward.current = shown;
    const furnish = () =>
      fetch("/visuals.json")
        .then((answer) => answer.json() as Promise<Visuals>)
        .then((visuals) => shown.furnish(visuals))
        .catch(() => {}); // the gateway is gone: it is asked again when it is back
    void furnish();
    const ends = [graph.subscribe(() => graph.connected() && void furnish()), followPaper(shown)];
    return () => {
      ends.forEach((end) => end());
      shown.close();
      ward.current = undefined;
    };
  }, [graph, effort]);

  return (
    <section className="card ward" data-stale={stale} aria-label={t("ward.title")}>
      <div className="ward-view" ref={holder} role="img" aria-label={t("ward.about")} data-testid="ward">
        {!effort && <p>{t("ward.no_webgl")}</p>}
      </div>
      <div className="ward-views">
        {VIEWS.map((view) => (
          <button key={view} type="button" className="small" onClick={() => ward.current?.stage.look(view)}>
            {t(`ward.${view}`)}
          </button>
        ))}
      </div>
      <div className="legend">
        {LAYERS.map((layer) => (
          <LegendLine key={layer} layer={layer} toggle={(shown) => ward.current?.toggle(layer, shown)} />
        ))}
      </div>
      <div className="ward-age">
        <Age age={age} stale={stale} />
      </div>
    </section>
  );
}

interface LegendProps {
  readonly layer: Layer;
  readonly toggle: (shown: boolean) => void;
}

function LegendLine({ layer, toggle }: LegendProps) {
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
          toggle(event.target.checked);
        }}
      />
      <span className="line" aria-hidden="true" /> {t(`ward.${layer}`)}
    </label>
  );
}

/** The room's background follows day and night. */
function followPaper(ward: Shown): () => void {
  const root = document.documentElement;
  const paint = () => ward.stage.paper(getComputedStyle(root).getPropertyValue("--room").trim());
  paint();
  const watcher = new MutationObserver(paint);
  watcher.observe(root, { attributes: true, attributeFilter: ["data-night"] });
  return () => watcher.disconnect();
}
