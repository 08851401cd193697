// What the robot says to the resident and what the resident answers, word for word.
import { useEffect, useState } from "react";
import type { Spoken } from "../../../core/messages.ts";
import { topics } from "../../../core/topics.ts";
import { useRoom } from "../session/use-room.ts";
import { useTexts } from "../texts/language.ts";

export function Prompt({ waitingFor }: { readonly waitingFor: string }) {
  const { graph } = useRoom();
  const { t, said } = useTexts();
  const [told, setTold] = useState<Spoken>();
  const [heard, setHeard] = useState<Spoken>();
  useEffect(() => {
    const ends = [
      graph.watch(topics.said, (spoken) => {
        setTold(spoken);
        setHeard(undefined);
      }),
      graph.watch(topics.heard, setHeard),
    ];
    return () => ends.forEach((end) => end());
  }, [graph]);
  return (
    <div className="prompt" aria-live="polite">
      {told && (
        <p data-testid="said">
          <small>{t("task.heard_by")}</small> “{said(told.key, { resident: told.resident })}”
        </p>
      )}
      {heard && (
        <p>
          <small>{t("task.said_by")}</small> “{said(heard.key)}”
        </p>
      )}
      {waitingFor !== "" && (
        <p>
          <small>{t("task.waits")}</small> {said(waitingFor)}
        </p>
      )}
    </div>
  );
}
