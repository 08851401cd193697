// What people settle among themselves: who commands, who asks for it, consent to a lift from elsewhere, and whether the seat is there.
import { useState } from "react";
import { Lease as LeaseMessage, OperatorAct_Request as Act, SafetyState } from "../../../core/messages.ts";
import { topics } from "../../../core/topics.ts";
import { useLinks, useOperator, useRoom, useSeen } from "../session/use-room.ts";
import { useTexts, type TextKey } from "../texts/language.ts";

interface Settle {
  readonly testid: string;
  readonly act: number;
  readonly name: TextKey;
  readonly shown: boolean;
}

export function Lease({ safety }: { readonly safety: SafetyState }) {
  const room = useRoom();
  const { t, said } = useTexts();
  const { onSite } = useOperator();
  const { lane } = useLinks();
  const lease = useSeen(topics.lease)?.message;
  const [answer, setAnswer] = useState("");
  const who = lease?.asked_by ?? "";
  const seatGone = safety.possible.includes("may.bring_seat");
  const borne = safety.load !== SafetyState.LOAD_NONE;
  const settles: readonly Settle[] = [
    { testid: "grant", act: Act.GRANT, name: "lease.grant", shown: lane.inCommand && who !== "" },
    {
      testid: "consent",
      act: Act.CONSENT,
      name: "lease.consent",
      shown: onSite && safety.possible.includes("may.consent"),
    },
    { testid: "seat-back", act: Act.SEAT_BACK, name: "lease.seat_back", shown: onSite && seatGone },
    { testid: "seat-gone", act: Act.SEAT_GONE, name: "lease.seat_gone", shown: borne && !seatGone },
  ];
  const settle = async (act: number) => {
    const reply = await room.act(act);
    setAnswer(reply.ok && reply.response.refused ? said(reply.response.reason) : "");
  };
  return (
    <div className="lease" data-testid="lease">
      {lease?.kind === LeaseMessage.TASK && (
        <span className="chip" data-good>
          {t("lease.task")}
        </span>
      )}
      {settles
        .filter(({ shown }) => shown)
        .map(({ testid, act, name }) => (
          <button
            key={testid}
            type="button"
            className="small"
            data-testid={testid}
            onClick={() => void settle(act)}
          >
            {t(name, { who })}
          </button>
        ))}
      <span role="status">{answer}</span>
    </div>
  );
}
