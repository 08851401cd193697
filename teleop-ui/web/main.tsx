// Starts the page: asks the gateway for its session until it answers, then opens both links; the other views need none.
import { createRoot } from "react-dom/client";
import { App } from "./app.tsx";
import { IncidentPage } from "./incident/incident-page.tsx";
import { keptName } from "./panels/more.tsx";
import { SafetyPage } from "./safety/safety-page.tsx";
import { Room, type ServedSession } from "./session/room.ts";
import { openLanguage } from "./texts/language.ts";
import "./style/page.css";

const RETRY = 1000; // ms

async function askSession(): Promise<ServedSession> {
  for (;;) {
    try {
      const answer = await fetch("/session.json");
      return (await answer.json()) as ServedSession;
    } catch {
      await new Promise((later) => setTimeout(later, RETRY));
    }
  }
}

openLanguage();
const holder = document.querySelector("#page");
if (!holder) throw new Error("index.html has no #page");
if (location.pathname === "/incident") createRoot(holder).render(<IncidentPage />);
else if (location.pathname === "/safety") createRoot(holder).render(<SafetyPage />);
else {
  const room = new Room(location.host, await askSession(), { name: keptName() ?? "bedside", onSite: false });
  createRoot(holder).render(<App room={room} />);
}
