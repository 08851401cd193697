// Direct drive, held: a pad for the finger, arrows or WASD while the pad has the focus, a gamepad with its shoulder button.
import { useEffect, useRef, useState, type KeyboardEvent, type PointerEvent } from "react";
import { topics } from "../../../core/topics.ts";
import { AT_REST, type Hand } from "../session/drive.ts";
import { watchGamepad } from "../session/gamepad.ts";
import { keepUncaptured } from "../session/holding.ts";
import { useHold, useLinks, useRoom, useSeen } from "../session/use-room.ts";
import { useTexts } from "../texts/language.ts";

const KEYS: Readonly<Record<string, Hand>> = {
  ArrowUp: { forward: 1, left: 0 },
  ArrowDown: { forward: -1, left: 0 },
  ArrowLeft: { forward: 0, left: 1 },
  ArrowRight: { forward: 0, left: -1 },
  KeyW: { forward: 1, left: 0 },
  KeyS: { forward: -1, left: 0 },
  KeyA: { forward: 0, left: 1 },
  KeyD: { forward: 0, left: -1 },
};

/** The finger's place on the pad: its middle is rest, its edge the most. */
function handAt(event: PointerEvent<HTMLElement>): Hand {
  const { left, top, width, height } = event.currentTarget.getBoundingClientRect();
  return {
    forward: 1 - (2 * (event.clientY - top)) / height,
    left: 1 - (2 * (event.clientX - left)) / width,
  };
}

export function Drive() {
  const room = useRoom();
  const { t } = useTexts();
  const { lane, graph } = useLinks();
  const hold = useHold();
  const possible = useSeen(topics.safetyState)?.message.drive_blocked === false;
  const usable = graph && lane.inCommand && possible;
  const [hand, setHand] = useState(AT_REST);
  const keys = useRef(new Set<string>());

  const steer = (to: Hand) => {
    room.steer(to);
    setHand(to);
  };
  const begin = (to: Hand) => {
    if (usable && room.hold("drive")) steer(to);
  };
  const end = () => {
    keys.current.clear();
    room.release();
  };
  useEffect(() => {
    if (!usable) return undefined;
    return watchGamepad({
      held: (to) => {
        if (room.hold("drive")) room.steer(to);
      },
      released: () => room.release(),
    });
  }, [room, usable]);
  // a hold that no longer drives must not live on: with a person borne the robot would take it for lowering
  useEffect(() => {
    if (!usable && room.machine.getSnapshot().matches({ hold: "driving" })) room.release();
    return () => {
      if (room.machine.getSnapshot().matches({ hold: "driving" })) room.release();
    };
  }, [room, usable]);

  const onKey = (event: KeyboardEvent, down: boolean) => {
    if (KEYS[event.code] === undefined) return;
    event.preventDefault();
    if (event.repeat) return;
    if (down) keys.current.add(event.code);
    else keys.current.delete(event.code);
    const wishes = [...keys.current].map((code) => KEYS[code] ?? AT_REST);
    if (wishes.length === 0) return end();
    begin({
      forward: wishes.reduce((sum, wish) => sum + wish.forward, 0),
      left: wishes.reduce((sum, wish) => sum + wish.left, 0),
    });
  };
  return (
    <section className="card drive" aria-label={t("drive.title")} data-usable={usable}>
      <div
        className="pad"
        data-testid="drive-pad"
        data-held={hold === "driving"}
        role="application"
        aria-label={t("drive.pad")}
        aria-description={`${t("drive.about")} ${t("drive.keys")}`}
        aria-disabled={!usable}
        tabIndex={0}
        onPointerDown={(event) => {
          if (event.button !== 0) return;
          keepUncaptured(event);
          begin(handAt(event));
        }}
        onPointerMove={(event) => hold === "driving" && event.buttons > 0 && steer(handAt(event))}
        onPointerUp={end}
        onPointerCancel={end}
        onPointerLeave={() => hold === "driving" && keys.current.size === 0 && end()}
        onBlur={end}
        onKeyDown={(event) => onKey(event, true)}
        onKeyUp={(event) => onKey(event, false)}
        onContextMenu={(event) => event.preventDefault()}
      >
        <Knob hand={hold === "driving" ? hand : AT_REST} />
      </div>
      <p>{t(usable ? "drive.about" : "drive.not")}</p>
      {usable && <p className="drive-keys">{t("drive.keys")}</p>}
    </section>
  );
}

const EDGE = 38; // % of the pad's width that the knob moves at most

function Knob({ hand }: { readonly hand: Hand }) {
  const reach = Math.max(1, Math.hypot(hand.forward, hand.left));
  const style = {
    left: `${50 - (hand.left / reach) * EDGE}%`,
    top: `${50 - (hand.forward / reach) * EDGE}%`,
  };
  return (
    <>
      <svg viewBox="0 0 100 100" aria-hidden="true">
        <path d="M50 6l8 12H42zM50 94l8-12H42zM6 50l12 8V42zM94 50l-12 8V42z" fill="currentColor" />
      </svg>
      <span className="knob" style={style} />
    </>
  );
}
