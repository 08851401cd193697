// Who is at a page and who commands, by the same authority as the robot's; and the acts of people, one button each.
import { OperatorAct_Request as Act } from "../../../core/messages.ts";
import type { LeaseAct, Present } from "../../../core/safety/authority.ts";
import type { Possible } from "../../../core/safety/texts.ts";
import { useTexts, type TextKey } from "../texts/language.ts";
import type { Change } from "./handles.tsx";
import { PEOPLE } from "./situations.ts";
import { ask, press, setPresent, setWish, type Trial } from "./trial.ts";

interface Props {
  readonly trial: Trial;
  readonly change: Change;
}

/** An act, and the advice that offers it. */
const ACTS: readonly (readonly [code: number, name: TextKey, offered: Possible])[] = [
  [Act.RESET, "act.reset", "may.reset"],
  [Act.CONFIRM_ON_SITE, "act.confirm", "may.confirm_on_site"],
  [Act.START, "act.start", "may.start"],
];

/** Every act can be tried; the one that is offered is marked, another tells why it has no effect. */
export function Acts({ trial, change }: Props) {
  const { t, said } = useTexts();
  const { held, wanted } = trial.wishes;
  return (
    <section className="card safety-acts" aria-label={t("safety.acts")}>
      <h2>{t("safety.acts")}</h2>
      <div className="acts-row">
        {ACTS.map(([code, name, offered], place) => (
          <button
            type="button"
            key={name}
            data-testid={name}
            data-needed={trial.verdict.possible.includes(offered)}
            onClick={() => change((before) => press(before, code))}
          >
            <span aria-hidden="true">{place + 1}</span> {t(name)}
          </button>
        ))}
        <button
          type="button"
          data-testid="press-stop"
          onClick={() => change((before) => press(before, Act.STOP))}
        >
          {t("safety.press_stop")}
        </button>
        <button
          type="button"
          data-testid="hold-lower"
          aria-pressed={held}
          onClick={() => change((before) => setWish(before, "held", !held))}
        >
          {t("safety.hold_lower")}
        </button>
        <button
          type="button"
          data-testid="ask-motion"
          aria-pressed={wanted}
          onClick={() => change((before) => setWish(before, "wanted", !wanted))}
        >
          {t("safety.ask_motion")}
        </button>
      </div>
      <p className="answer" role="status" data-testid="answer">
        {trial.refused !== undefined && said(trial.refused)}
      </p>
    </section>
  );
}

const LEASE_ACTS: readonly (readonly [type: LeaseAct["type"], name: TextKey])[] = [
  ["TAKE", `incident.act.${Act.TAKE}`],
  ["GRANT", `incident.act.${Act.GRANT}`],
  ["CONSENT", `incident.act.${Act.CONSENT}`],
];

export function People({ trial, change }: Props) {
  const { t, said } = useTexts();
  const { authority } = trial;
  return (
    <section className="card" aria-label={t("safety.people")}>
      <h2>{t("safety.people")}</h2>
      <p data-testid="authority">
        {said(`safety.lease.${authority.kind}`)} · {t("safety.epoch", { epoch: authority.epoch })}
        {authority.consenting !== undefined && ` · ${t("safety.consented")}`}
        {authority.asking !== undefined &&
          ` · ${t("safety.asking", { who: said(`safety.person.${authority.asking}`) })}`}
      </p>
      {PEOPLE.map((person) => (
        <Person key={person.session} person={person} trial={trial} change={change} />
      ))}
    </section>
  );
}

function Person({ person, trial, change }: Props & { readonly person: Present }) {
  const { t, said } = useTexts();
  const { session } = person;
  const here = trial.present.some((one) => one.session === session);
  return (
    <div className="safety-person">
      <label className="switch">
        <input
          type="checkbox"
          data-testid={`here-${session}`}
          checked={here}
          onChange={({ target }) => change((before) => setPresent(before, person, target.checked))}
        />
        {said(`safety.person.${session}`)}
      </label>
      <div className="safety-row">
        {LEASE_ACTS.map(([type, name]) => (
          <button
            type="button"
            className="small"
            key={type}
            data-testid={`${type}-${session}`}
            disabled={!here}
            onClick={() => change((before) => ask(before, { type, session }))}
          >
            {t(name)}
          </button>
        ))}
      </div>
    </div>
  );
}
