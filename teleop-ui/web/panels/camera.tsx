// The room camera: the picture, the landmarks drawn over it, and its true age.
import { useEffect, useRef } from "react";
import type { CompressedImage } from "../../../core/messages.ts";
import { topics } from "../../../core/topics.ts";
import { STALE } from "../link/ages.ts";
import { useAged, useRoom, useSeen } from "../session/use-room.ts";
import { useTexts } from "../texts/language.ts";
import { Age } from "./age.tsx";
import { paint } from "./picture.ts";
import { Person } from "./person.tsx";

export function Camera() {
  const { t } = useTexts();
  const canvas = useRef<HTMLCanvasElement>(null);
  const { message, age } = useAged(topics.compressedImage);
  const refused = useSeen(topics.resident)?.message.picture_refused !== false;
  const stale = !refused && !(age <= STALE);
  useDrawing(canvas);
  const note = refused ? "camera.skeleton" : message === undefined ? "camera.none" : stale && "camera.frozen";
  return (
    <section className="card camera" data-stale={stale} aria-label={t("camera.title")}>
      <div className="camera-frame">
        <canvas
          ref={canvas}
          data-testid="camera"
          role="img"
          aria-label={t("camera.title")}
          width={320}
          height={240}
        />
        {note && <p data-testid="camera-note">{t(note)}</p>}
      </div>
      <div className="camera-facts">
        <header>
          <h2>{t("camera.title")}</h2>
          {!refused && <Age age={age} stale={stale} />}
        </header>
        <Person />
      </div>
    </section>
  );
}

/**
 * Draws each picture that arrives, one at a time: while one is being decoded the newer ones pass by. Where the
 * resident has not consented to pictures there are none, and the landmarks are drawn alone.
 */
function useDrawing(canvas: { readonly current: HTMLCanvasElement | null }) {
  const { graph } = useRoom();
  useEffect(() => {
    let busy = false;
    const ends = [
      graph.watch(topics.compressedImage, (picture) => {
        if (busy || document.hidden) return;
        busy = true;
        void decoded(picture)
          .then((bitmap) => {
            if (canvas.current)
              paint(canvas.current, bitmap, graph.latest(topics.person)?.message.landmarks ?? []);
            bitmap.close();
          })
          .catch(() => {}) // a broken picture is not drawn: the last one grows old
          .finally(() => {
            busy = false;
          });
      }),
      graph.watch(topics.resident, ({ picture_refused }) => {
        if (picture_refused && canvas.current) paint(canvas.current, undefined, []);
      }),
      graph.watch(topics.person, ({ landmarks }) => {
        const refused = graph.latest(topics.resident)?.message.picture_refused !== false;
        if (refused && canvas.current && !document.hidden) paint(canvas.current, undefined, landmarks);
      }),
    ];
    return () => ends.forEach((end) => end());
  }, [graph, canvas]);
}

/** On the wire the bytes are base64. */
function decoded({ data, format }: CompressedImage): Promise<ImageBitmap> {
  const bytes = Uint8Array.from(atob(data as unknown as string), (c) => c.charCodeAt(0));
  return createImageBitmap(new Blob([bytes], { type: `image/${format}` }));
}
