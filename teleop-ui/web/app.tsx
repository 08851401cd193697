// The page's layout: what is going on above, what to do about it below, and the stop always in its place.
import { useEffect, useState } from "react";
import { Alarms } from "./panels/alarms.tsx";
import { Camera } from "./panels/camera.tsx";
import { Drive } from "./panels/drive.tsx";
import { Header } from "./panels/header.tsx";
import { Lower } from "./panels/lower.tsx";
import { Simulator } from "./panels/simulator.tsx";
import { State } from "./panels/state.tsx";
import { Stop } from "./panels/stop.tsx";
import { Task } from "./panels/task.tsx";
import { Ward } from "./panels/ward.tsx";
import { useLettingGo } from "./session/holding.ts";
import type { Room } from "./session/room.ts";
import { RoomContext, useLinks } from "./session/use-room.ts";
import { useTexts } from "./texts/language.ts";

export function App({ room }: { readonly room: Room }) {
  useLettingGo(room);
  return (
    <RoomContext value={room}>
      <Page simulated={room.served.simulated} />
    </RoomContext>
  );
}

function Page({ simulated }: { readonly simulated: boolean }) {
  const { t } = useTexts();
  const { graph } = useLinks();
  const [driving, setDriving] = useState(false);
  useEffect(() => {
    document.title = t("brand");
  }, [t]);
  return (
    <div className="page" data-connected={graph}>
      <div className="above">
        <Header />
        <Alarms />
      </div>
      <main>
        <div className="seeing">
          <Ward />
          <Camera />
        </div>
        <div className="doing">
          <State />
          <Task />
          {simulated && <Simulator />}
        </div>
        {driving && <Drive />}
      </main>
      <footer className="bar">
        <button
          type="button"
          className="drive-toggle"
          data-testid="drive-toggle"
          aria-expanded={driving}
          onClick={() => setDriving(!driving)}
        >
          {t(driving ? "drive.hide" : "drive.show")}
        </button>
        <Lower />
        <Stop />
      </footer>
    </div>
  );
}
