// Hold to run: what a finger or key holds ends with its release, leave, cancel, blur, and with a page nobody sees.
import { useEffect, type KeyboardEvent, type PointerEvent } from "react";
import type { Room } from "./room.ts";

/** Ends every hold when the window loses the focus or the page is hidden. Installed once. */
export function useLettingGo(room: Room) {
  useEffect(() => {
    const hidden = () => {
      if (document.hidden) room.release();
    };
    window.addEventListener("blur", room.release);
    window.addEventListener("pagehide", room.release);
    document.addEventListener("visibilitychange", hidden);
    return () => {
      window.removeEventListener("blur", room.release);
      window.removeEventListener("pagehide", room.release);
      document.removeEventListener("visibilitychange", hidden);
    };
  }, [room]);
}

/** A finger must stay on the control: touch would otherwise keep reporting to it from anywhere. */
export function keepUncaptured(event: PointerEvent) {
  if (event.currentTarget.hasPointerCapture(event.pointerId))
    event.currentTarget.releasePointerCapture(event.pointerId);
}

/** Events of a button that is held by a finger, the mouse's first button, or Enter (the space bar is the stop). */
export function holdingEvents(room: Room, what: "drive" | "lower") {
  return {
    onPointerDown(event: PointerEvent) {
      if (event.button !== 0) return;
      keepUncaptured(event);
      room.hold(what);
    },
    onPointerUp: room.release,
    onPointerCancel: room.release,
    onPointerLeave: room.release,
    onBlur: room.release,
    onKeyDown(event: KeyboardEvent) {
      if (event.key === "Enter" && !event.repeat) room.hold(what);
    },
    onKeyUp(event: KeyboardEvent) {
      if (event.key === "Enter") room.release();
    },
    onContextMenu: (event: { preventDefault(): void }) => event.preventDefault(),
  };
}
