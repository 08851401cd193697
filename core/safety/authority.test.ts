// The lease: who gets it, who may take it, what consent is worth, and that there is never more than one.
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Lease } from "../messages.ts";
import {
  authorise,
  isAnsweredOnSite,
  NOBODY,
  whyNoLeaseAct,
  type Authority,
  type Claims,
  type LeaseAct,
  type Present,
} from "./authority.ts";

const person = (operator: string, onSite: boolean, wantsCommand = true): Present => ({
  session: operator.toLowerCase(),
  operator,
  onSite,
  wantsCommand,
});
const kim = person("Kim", true);
const lee = person("Lee", false);
const park = person("Park", true, false);
const CLAIMS: Claims = {
  present: [],
  acts: [],
  task: undefined,
  humanInput: false,
  loaded: false,
  stopped: false,
};
/** The authority after these moments, each of which says only what differs from nobody being there. */
const after = (...moments: readonly Partial<Claims>[]): Authority =>
  moments.reduce<Authority>((state, moment) => authorise(state, { ...CLAIMS, ...moment }), NOBODY);
const does = (type: LeaseAct["type"], who: Present): LeaseAct => ({ type, session: who.session });

describe("SR-36 the lease", () => {
  test("goes to who came first, to those on site before the others, and to nobody who only watches", () => {
    expect(after({ present: [lee] })).toMatchObject({ kind: Lease.REMOTE, holder: "Lee", epoch: 1 });
    expect(after({ present: [lee, kim] })).toMatchObject({ kind: Lease.ON_SITE, holder: "Kim" });
    expect(after({ present: [park] })).toMatchObject({ kind: Lease.NOBODY, holder: "", epoch: 0 });
  });
  test("stays where it is while its holder lives, and is free when they are gone or only watch", () => {
    expect(after({ present: [lee] }, { present: [lee, kim] }).holder).toBe("Lee");
    expect(after({ present: [lee] }, { present: [] })).toMatchObject({ kind: Lease.NOBODY, epoch: 2 });
    const watching = { ...lee, wantsCommand: false };
    expect(after({ present: [lee] }, { present: [watching, kim] }).holder).toBe("Kim");
  });
  test("is taken by a person on site from whoever has it, and only asked for from elsewhere", () => {
    const everybody = { present: [lee, kim] };
    const taken = after({ present: [lee] }, { ...everybody, acts: [does("TAKE", kim)] });
    expect(taken).toMatchObject({ kind: Lease.ON_SITE, holder: "Kim", epoch: 2, asking: undefined });
    const asked = authorise(taken, { ...CLAIMS, ...everybody, acts: [does("TAKE", lee)] });
    expect(asked).toMatchObject({ holder: "Kim", asking: "lee", epoch: 2 });
  });
  test("is not taken by one who only watches", () => {
    const watched = after({ present: [lee] }, { present: [lee, park], acts: [does("TAKE", park)] });
    expect(watched).toMatchObject({ holder: "Lee", epoch: 1 });
  });
  test("is handed over by its holder alone, to the one who asked", () => {
    const present = [lee, kim];
    const asked = after({ present: [kim] }, { present, acts: [does("TAKE", lee)] });
    const byAnother = authorise(asked, { ...CLAIMS, present, acts: [does("GRANT", lee)] });
    expect(byAnother).toMatchObject({ holder: "Kim", epoch: 1 });
    const granted = authorise(asked, { ...CLAIMS, present, acts: [does("GRANT", kim)] });
    expect(granted).toMatchObject({ holder: "Lee", kind: Lease.REMOTE, asking: undefined, epoch: 2 });
  });
  test("forgets who asked when they are gone", () => {
    const asked = after({ present: [kim] }, { present: [kim, lee], acts: [does("TAKE", lee)] });
    expect(authorise(asked, { ...CLAIMS, present: [kim] }).asking).toBeUndefined();
  });
  test("is a task's only under a person in command, who takes it by moving the robot; then the task has it again", () => {
    const task = "planner";
    expect(after({ task })).toMatchObject({ kind: Lease.NOBODY, holder: "" });
    const moments = [
      { present: [kim], task },
      { present: [kim], task, humanInput: true },
      { present: [kim], task },
    ];
    const holders = moments.map((_, last) => after(...moments.slice(0, last + 1)));
    expect(holders.map(({ holder, epoch, kind }) => [holder, epoch, kind])).toEqual([
      ["planner", 1, Lease.TASK],
      ["Kim", 2, Lease.ON_SITE],
      ["planner", 3, Lease.TASK],
    ]);
  });
  test("has another epoch for another person in command, also while a task goes on", () => {
    const before = after({ present: [lee], task: "planner" });
    const taken = authorise(before, {
      ...CLAIMS,
      present: [lee, kim],
      task: "planner",
      acts: [does("TAKE", kim)],
    });
    expect([before.epoch, taken.epoch, taken.holder]).toEqual([1, 2, "planner"]);
  });
});

describe("SR-35 a lift from remote", () => {
  const remote = { present: [lee, park], loaded: true };
  const consented = () => after(remote, { ...remote, acts: [does("CONSENT", park)] });
  test("is answered on site by consent, and by nothing else", () => {
    expect(isAnsweredOnSite(after(remote))).toBe(false);
    expect(isAnsweredOnSite(consented())).toBe(true);
    expect(isAnsweredOnSite(after({ present: [kim], loaded: true }))).toBe(true);
    expect(isAnsweredOnSite(after(remote, { ...remote, acts: [does("CONSENT", lee)] }))).toBe(false);
    expect(isAnsweredOnSite(NOBODY)).toBe(false);
  });
  test.each([
    ["the load", { ...remote, loaded: false }],
    ["a stop", { ...remote, stopped: true }],
    ["who gave it", { ...remote, present: [lee] }],
    ["who gave it being on site", { ...remote, present: [lee, { ...park, onSite: false }] }],
    ["the one in command", { ...remote, present: [park, person("Choi", false)] }],
  ])("has its consent end with %s", (_, moment) => {
    const ended = authorise(consented(), { ...CLAIMS, ...moment });
    expect([ended.consenting, isAnsweredOnSite(ended)]).toEqual([undefined, false]);
  });
  test("cannot be consented to before anybody is in the arms", () =>
    expect(after({ present: [lee, park], acts: [does("CONSENT", park)] }).consenting).toBeUndefined());
});

test("an act that has no effect is refused with its reason", () => {
  const present = [kim, lee, park];
  const held = after({ present: [kim] }, { present });
  const why = (type: LeaseAct["type"], who: Present, loaded = true) =>
    whyNoLeaseAct(does(type, who), held, { present, loaded });
  expect(why("TAKE", person("Stranger", true))).toBe("reason.not_known");
  expect([why("TAKE", kim), why("TAKE", park), why("TAKE", lee)]).toEqual([
    undefined,
    "reason.only_watches",
    "reason.asked",
  ]);
  const beside = person("Park", true);
  expect(
    whyNoLeaseAct(does("TAKE", beside), held, { present: [kim, beside], loaded: false }),
  ).toBeUndefined();
  expect(whyNoLeaseAct(does("TAKE", lee), NOBODY, { present, loaded: false })).toBeUndefined();
  expect([why("GRANT", lee), why("GRANT", kim)]).toEqual(["reason.not_in_command", "reason.nobody_asks"]);
  const asked = { ...held, asking: "lee" };
  expect(whyNoLeaseAct(does("GRANT", kim), asked, { present, loaded: false })).toBeUndefined();
  expect([why("CONSENT", lee), why("CONSENT", park), why("CONSENT", park, false)]).toEqual([
    "reason.not_on_site",
    undefined,
    "reason.nobody_borne",
  ]);
});

test("SR-36 in any story the epoch counts every change, and a holder has a person in command", () => {
  const anybody = fc.subarray([kim, lee, park, person("Choi", false)]);
  const anyAct = fc.record({
    type: fc.constantFrom("TAKE", "GRANT", "CONSENT" as const),
    session: fc.constantFrom("kim", "lee", "park", "choi", "stranger"),
  }) as fc.Arbitrary<LeaseAct>;
  const anyMoment = fc.record({
    present: anybody,
    acts: fc.array(anyAct, { maxLength: 3 }),
    task: fc.constantFrom(undefined, "planner"),
    humanInput: fc.boolean(),
    loaded: fc.boolean(),
    stopped: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(anyMoment, { maxLength: 30 }), (moments) => {
      let before = NOBODY;
      for (const moment of moments) {
        const now = authorise(before, moment);
        const changed =
          now.holder !== before.holder ||
          now.kind !== before.kind ||
          now.commander?.session !== before.commander?.session;
        expect(now.epoch).toBe(before.epoch + (changed ? 1 : 0));
        expect(now.holder !== "").toBe(now.commander !== undefined);
        if (now.commander !== undefined)
          expect(moment.present.map(({ session }) => session)).toContain(now.commander.session);
        if (now.consenting !== undefined) expect(moment.loaded && !moment.stopped).toBe(true);
        before = now;
      }
    }),
    { numRuns: 300, seed: 13482 },
  );
});

test("one who asked and then gets a lease that fell free waits for nothing any more", () => {
  const asked = after({ present: [kim] }, { present: [kim, lee], acts: [does("TAKE", lee)] });
  expect(asked.asking).toBe("lee");
  expect(authorise(asked, { ...CLAIMS, present: [lee] })).toMatchObject({ holder: "Lee", asking: undefined });
  const another = { ...kim, session: "kim-2" };
  const taken = authorise(asked, { ...CLAIMS, present: [kim, lee, another], acts: [does("TAKE", another)] });
  expect([taken.commander?.session, taken.epoch]).toEqual(["kim-2", 2]);
});

test("the epoch after the last is the first again", () => {
  const late = { ...NOBODY, epoch: 2 ** 32 - 1 };
  expect(authorise(late, { ...CLAIMS, present: [kim] }).epoch).toBe(0);
});
