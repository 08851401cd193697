// The alarms above all else: each with its rank in marks and words, its sound, and who sees to it.
import { useEffect, useRef, useState } from "react";
import { AlarmAct_Request, type Alarm, type Alarms as AlarmsMessage } from "../../../core/messages.ts";
import { secondsOf } from "../../../core/time.ts";
import { topics } from "../../../core/topics.ts";
import { seconds, type Seconds } from "../../../core/units.ts";
import { isDue, soundOf, UNWATCHED, type Burst } from "../session/alarm-sound.ts";
import { Speaker } from "../session/speaker.ts";
import { useAged, useLinks, useRoom } from "../session/use-room.ts";
import { useTexts } from "../texts/language.ts";

const speaker = new Speaker();
/** Marks of rank, as IEC 60601-1-8 writes them. */
const MARKS: Readonly<Record<number, string>> = { 1: "!", 2: "!!", 3: "!!!" };

export function Alarms() {
  const { t, said } = useTexts();
  const { graph } = useLinks();
  const room = useRoom();
  const { message, age } = useAged(topics.alarms);
  const burst = soundOf(message, age);
  const audible = useSound(burst);
  const [answer, setAnswer] = useState("");
  const act = async (what: number, alarm = "") => {
    const reply = await room.actOnAlarm(what, alarm);
    setAnswer(!reply.ok ? t("alarm.not_sent") : said(reply.response.reason));
  };
  const isWatched = age <= UNWATCHED;
  const standing = isWatched ? (message?.alarms ?? []) : [];
  if (isWatched && standing.length === 0) return undefined;
  return (
    <section className="alarms" data-testid="alarms" aria-label={t("alarm.title")}>
      {graph && !isWatched && (
        <p role="alert" className="alarms-unwatched" data-testid="alarms-unwatched">
          {t("alarm.unwatched")}
        </p>
      )}
      <ul role="alert">
        {standing.map((alarm) => (
          <Standing
            key={alarm.alarm}
            alarm={alarm}
            now={seconds(secondsOf(message?.header.stamp) + age)}
            acknowledge={() => void act(AlarmAct_Request.ACKNOWLEDGE, alarm.alarm)}
          />
        ))}
      </ul>
      {standing.length > 0 && message !== undefined && (
        <Sound alarms={message} audible={audible} act={(what) => void act(what)} answer={answer} />
      )}
    </section>
  );
}

interface SoundProps {
  readonly alarms: AlarmsMessage;
  readonly audible: boolean;
  readonly act: (what: number) => void;
  readonly answer: string;
}

function Sound({ alarms, audible, act, answer }: SoundProps) {
  const { t } = useTexts();
  const left = t("alarm.paused", { seconds: alarms.audio_paused_for.toFixed(0) });
  return (
    <div className="alarms-sound">
      {alarms.audio_paused ? (
        <button type="button" data-testid="audio-resume" onClick={() => act(AlarmAct_Request.RESUME_AUDIO)}>
          {left} · {t("alarm.resume")}
        </button>
      ) : (
        <button type="button" data-testid="audio-pause" onClick={() => act(AlarmAct_Request.PAUSE_AUDIO)}>
          {t("alarm.pause")}
        </button>
      )}
      {!audible && (
        <button type="button" data-testid="sound-on" onClick={() => void speaker.open()}>
          {t("alarm.sound_on")}
        </button>
      )}
      <span role="status">{answer}</span>
    </div>
  );
}

interface StandingProps {
  readonly alarm: Alarm;
  readonly now: Seconds;
  readonly acknowledge: () => void;
}

function Standing({ alarm, now, acknowledge }: StandingProps) {
  const { t, said } = useTexts();
  const { priority, acknowledged_by: by, escalation, sources, since } = alarm;
  const isSeen = by !== "";
  return (
    <li data-testid="alarm" data-alarm={alarm.alarm} data-priority={priority} data-seen={isSeen}>
      <strong className="alarm-rank">
        <span aria-hidden="true">{MARKS[priority]}</span> {said(`alarm.priority.${priority}`)}
      </strong>
      <div>
        <strong>{said(alarm.alarm)}</strong>{" "}
        <span>{t("alarm.since", { seconds: Math.max(0, now - secondsOf(since)).toFixed(0) })}</span>
        {isSeen && <p>{t("alarm.acknowledged", { who: by })}</p>}
        {!isSeen && escalation > 0 && <p>{said(`alarm.escalated.${escalation}`)}</p>}
        {sources.length === 0 && <p>{t("alarm.clearing")}</p>}
      </div>
      {!isSeen && (
        <button type="button" data-testid="acknowledge" onClick={acknowledge}>
          {t("alarm.acknowledge")}
        </button>
      )}
    </li>
  );
}

/** Sounds what is due, looked at with every drawing; opens the speaker at the first touch. Whether it can be heard. */
function useSound(burst: Burst | undefined): boolean {
  const last = useRef<{ readonly burst: Burst; readonly at: Seconds }>(undefined);
  useEffect(() => {
    const open = () => void speaker.open();
    for (const event of ["pointerdown", "keydown"]) window.addEventListener(event, open, { once: true });
    return () => {
      for (const event of ["pointerdown", "keydown"]) window.removeEventListener(event, open);
    };
  }, []);
  useEffect(() => {
    const at = seconds(performance.now() / 1000);
    if (burst === undefined) last.current = undefined;
    else if (isDue(burst, last.current, at)) {
      last.current = { burst, at };
      speaker.play(burst);
    }
  });
  return speaker.isOpen;
}
