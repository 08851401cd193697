// The top line: whom this is about, who is in command, and how well both links live.
import { OperatorAct_Request } from "../../../core/messages.ts";
import { topics } from "../../../core/topics.ts";
import type { Room } from "../session/room.ts";
import { useLinks, useOperator, useRoom, useSeen, useTicking } from "../session/use-room.ts";
import { useTexts } from "../texts/language.ts";
import { Battery } from "./battery.tsx";
import { More } from "./more.tsx";
import { SimTimeChip } from "./sim-time.tsx";

/** Asks for the command: at once where it is free or one is on site, and else of who holds it. */
function take(room: Room) {
  room.sitDown(room.operator);
  void room.act(OperatorAct_Request.TAKE);
}

export function Header() {
  const room = useRoom();
  const { t } = useTexts();
  const operator = useOperator();
  const { graph, lane } = useLinks();
  const resident = useSeen(topics.resident)?.message;
  useTicking();
  const roundTrip = room.clock.roundTrip();
  const seat = lane.inCommand
    ? t("seat.mine")
    : lane.heldBy === ""
      ? t("seat.none")
      : t("seat.other", { who: lane.heldBy });
  return (
    <header className="top">
      <h1>{t("brand")}</h1>
      <span className="top-resident">{resident?.name}</span>
      <div className="chips">
        <label className="switch">
          <input
            type="checkbox"
            data-testid="on-site"
            checked={operator.onSite}
            onChange={(event) => room.sitDown({ ...operator, onSite: event.target.checked })}
          />
          {t("act.on_site")}
        </label>
        <span className="chip" data-testid="seat" data-good={lane.inCommand}>
          {seat}
        </span>
        {lane.open && !lane.inCommand && (
          <button type="button" className="small" data-testid="take-seat" onClick={() => take(room)}>
            {t("seat.take")}
          </button>
        )}
        <span className="chip" data-testid="link" data-good={graph} role="status">
          {t(graph ? "link.live" : "link.lost")}
        </span>
        <span className="chip" data-testid="lane" data-good={lane.open}>
          {t("link.lane")}{" "}
          {lane.open && roundTrip !== undefined ? `${(roundTrip * 1000).toFixed(0)} ms` : t("link.lost")}
        </span>
        <Battery />
        <SimTimeChip />
      </div>
      <More />
    </header>
  );
}
