// A handle for every observation the rules look at and for every wish: switches for facts, a list of values for the rest.
import { LOADS, type Load, type Observations } from "../../../core/safety/observations.ts";
import { CALM } from "../../../core/safety/rehearsal.ts";
import { loadCode } from "../../../core/safety/supervisor.ts";
import { useTexts, type TextKey } from "../texts/language.ts";
import { canGrow, GROUPS, groupOf, KEYS, kindOf, read, type Key, type Kind } from "./conditions.ts";
import { limitsOf, valuesOf, type Limits } from "./probing.ts";
import { fallSilent, seenNow, setSeen, setWish, type Trial } from "./trial.ts";

/** Wishes that are no act of a person. */
const WISHES_APART = ["wayBack", "lowered"] as const;

/** Changes the trial. */
export type Change = (change: (trial: Trial) => Trial) => void;
interface Props {
  readonly trial: Trial;
  readonly change: Change;
}

export function Handles({ trial, change }: Props) {
  const { t } = useTexts();
  const seen = seenNow(trial);
  return (
    <section className="card" aria-label={t("safety.conditions")}>
      <h2>{t("safety.conditions")}</h2>
      <div className="safety-groups">
        {GROUPS.map((group) => (
          <fieldset key={group}>
            <legend>{t(`group.${group}`)}</legend>
            {KEYS.filter((key) => groupOf(key) === group).map((key) => (
              <Handle key={key} name={key} trial={trial} seen={seen} change={change} />
            ))}
            {group === "load" &&
              WISHES_APART.map((wish) => (
                <Switch
                  key={wish}
                  name={`wish.${wish}`}
                  on={trial.wishes[wish]}
                  set={(on) => change((before) => setWish(before, wish, on))}
                />
              ))}
          </fieldset>
        ))}
      </div>
    </section>
  );
}

interface HandleProps extends Props {
  readonly name: Key;
  readonly seen: Observations;
}

function Handle({ name, trial, seen, change }: HandleProps) {
  const value = seen[name];
  const set = (to: unknown) => change((before) => setSeen(before, name, to as never));
  if (typeof value === "boolean")
    return <Switch name={`seen.${name}`} on={value} set={name === "unansweredOnSite" ? undefined : set} />;
  if (typeof value === "string") return <LoadHandle load={value} set={set} />;
  const silentFor = trial.silentSince.has(name) ? value : undefined;
  return (
    <Values
      name={name}
      value={silentFor === undefined ? Number(trial.set[name]) : undefined}
      silentFor={silentFor}
      table={trial.table}
      set={set}
      silence={() => change((before) => fallSilent(before, name))}
    />
  );
}

interface SwitchProps {
  readonly name: TextKey;
  readonly on: boolean;
  /** undefined where it follows from something else */
  readonly set: ((on: boolean) => void) | undefined;
}

const Switch = ({ name, on, set }: SwitchProps) => {
  const { t } = useTexts();
  return (
    <label className="switch">
      <input
        type="checkbox"
        data-testid={name}
        checked={on}
        disabled={set === undefined}
        onChange={(event) => set?.(event.target.checked)}
      />
      <span>
        {t(name)}
        {set === undefined && <small>{t("safety.follows")}</small>}
      </span>
    </label>
  );
};

function LoadHandle({ load, set }: { readonly load: Load; readonly set: (load: string) => void }) {
  const { t, said } = useTexts();
  return (
    <label className="safety-handle">
      {t("seen.load")}
      <select data-testid="seen.load" value={load} onChange={(event) => set(event.target.value)}>
        {LOADS.map((one) => (
          <option key={one} value={one}>
            {said(`load.${loadCode(one)}`)}
          </option>
        ))}
      </select>
    </label>
  );
}

interface ValuesProps {
  readonly name: Key;
  readonly value: number | undefined;
  readonly silentFor: number | undefined;
  readonly table: Trial["table"];
  readonly set: (value: number) => void;
  readonly silence: () => void;
}

const SILENT = "silent";

/** A list of values, one for each answer that the rules can give. */
function Values({ name, value, silentFor, table, set, silence }: ValuesProps) {
  const { t } = useTexts();
  const kind = kindOf(name);
  const limits = limitsFor(table, name);
  const wordOf = useValueWords();
  const listed = valuesOf(name, limits.all);
  const values =
    value === undefined || listed.some((one) => Object.is(one, value)) ? listed : [...listed, value];
  return (
    <label className="safety-handle" data-silent={silentFor !== undefined}>
      <span>
        {t(`seen.${name}`)}
        {limits.fixed.length > 0 && (
          <small>
            {t("safety.limit", { limit: limits.fixed.map((limit) => read(kind, limit)).join(" · ") })}
          </small>
        )}
        {silentFor !== undefined && <strong>{t("safety.silent_for", { age: read(kind, silentFor) })}</strong>}
      </span>
      <select
        data-testid={`seen.${name}`}
        value={value === undefined ? SILENT : String(value)}
        onChange={({ target }) => (target.value === SILENT ? silence() : set(Number(target.value)))}
      >
        {values.map((one) => (
          <option key={one} value={String(one)}>
            {wordOf(kind, one, Object.is(one, CALM[name]))}
          </option>
        ))}
        {canGrow(name) && <option value={SILENT}>{t("safety.silent")}</option>}
      </select>
    </label>
  );
}

function useValueWords() {
  const { t } = useTexts();
  return (kind: Kind, value: number, calm: boolean): string => {
    if (Number.isNaN(value)) return t("safety.unknown");
    const far = t(kind === "distance" ? "safety.nothing_near" : "safety.never");
    const word = value === Infinity ? far : read(kind, value);
    return calm ? t("safety.calm", { value: word }) : word;
  };
}

/** Asking the rules takes a while: once for each table. */
const asked = new WeakMap<Trial["table"], Map<Key, Limits>>();
function limitsFor(table: Trial["table"], key: Key): Limits {
  const known = asked.get(table) ?? new Map<Key, Limits>();
  asked.set(table, known);
  const limits = known.get(key) ?? limitsOf(key, table);
  known.set(key, limits);
  return limits;
}
