// Reset, confirm on site, start: three acts on three buttons, each live only when it is its turn.
import { useState } from "react";
import { OperatorAct_Request, type SafetyState } from "../../../core/messages.ts";
import { topics } from "../../../core/topics.ts";
import { STATE_STALE } from "../link/ages.ts";
import { useAged, useLinks, useOperator, useRoom } from "../session/use-room.ts";
import { useTexts, type TextKey } from "../texts/language.ts";

interface Act {
  readonly name: TextKey;
  readonly testid: string;
  readonly act: number;
  readonly needed: (state: SafetyState, onSite: boolean) => boolean;
}

const ACTS: readonly Act[] = [
  { name: "act.reset", testid: "reset", act: OperatorAct_Request.RESET, needed: (s) => s.needs_reset },
  {
    name: "act.confirm",
    testid: "confirm",
    act: OperatorAct_Request.CONFIRM_ON_SITE,
    needed: (s, onSite) => !s.needs_reset && s.needs_confirmation && onSite,
  },
  {
    name: "act.start",
    testid: "start",
    act: OperatorAct_Request.START,
    needed: (s) => !s.needs_reset && !s.needs_confirmation && s.needs_start,
  },
];

export function Acts() {
  const room = useRoom();
  const { t, said } = useTexts();
  const links = useLinks();
  const [answer, setAnswer] = useState("");
  const { onSite } = useOperator();
  const { message, age } = useAged(topics.safetyState);
  const live = links.graph && message !== undefined && age <= STATE_STALE;

  const ask = async (act: number) => {
    setAnswer("");
    const reply = await room.act(act);
    if (!reply.ok) setAnswer(t(reply.why === "disconnected" ? "act.disconnected" : "act.no_answer"));
    else if (reply.response.refused) setAnswer(said(reply.response.reason));
  };

  return (
    <section className="acts" aria-label={t("act.about")}>
      <div className="acts-row">
        {ACTS.map(({ name, testid, act, needed }, i) => {
          const needs = live && needed(message, onSite);
          return (
            <button
              key={name}
              type="button"
              data-testid={testid}
              data-needed={needs}
              disabled={!needs}
              onClick={() => void ask(act)}
            >
              <span aria-hidden="true">{i + 1}</span> {t(name)}
            </button>
          );
        })}
      </div>
      <p className="answer" role="status" data-testid="act-answer">
        {answer}
      </p>
    </section>
  );
}
