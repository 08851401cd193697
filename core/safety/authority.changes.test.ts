// What is a new lease and what is not, and what an act leaves alone: the epoch, who asks, and a consent that was given.
import { describe, expect, test } from "vitest";
import { Lease } from "../messages.ts";
import {
  authorise,
  NOBODY,
  whyNoLeaseAct,
  type Authority,
  type Claims,
  type LeaseAct,
  type Present,
} from "./authority.ts";

const person = (operator: string, onSite: boolean): Present => ({
  session: operator.toLowerCase(),
  operator,
  onSite,
  wantsCommand: true,
});
const [kim, park] = [person("Kim", true), person("Park", true)];
const [lee, choi] = [person("Lee", false), person("Choi", false)];
const CLAIMS: Claims = {
  present: [],
  acts: [],
  task: undefined,
  humanInput: false,
  loaded: false,
  stopped: false,
};
const after = (...moments: readonly Partial<Claims>[]): Authority =>
  moments.reduce<Authority>((state, moment) => authorise(state, { ...CLAIMS, ...moment }), NOBODY);
const does = (type: LeaseAct["type"], who: Present): LeaseAct => ({ type, session: who.session });

describe("SR-36 another epoch", () => {
  test("is that of who goes to the resident, and of who leaves them, without letting go of the lease", () => {
    const beside = { ...lee, onSite: true };
    expect(after({ present: [lee] }, { present: [beside] })).toMatchObject({
      kind: Lease.ON_SITE,
      holder: "Lee",
      epoch: 2,
    });
    expect(after({ present: [beside] }, { present: [lee] })).toMatchObject({ kind: Lease.REMOTE, epoch: 2 });
  });
  test("is that of another task under the same person", () => {
    const present = [kim];
    expect(after({ present, task: "planner" }, { present, task: "docking" })).toMatchObject({
      kind: Lease.TASK,
      holder: "docking",
      epoch: 2,
    });
  });
  test("is not that of the same lease a moment later", () => {
    const moments = [{ present: [kim, lee] }, { present: [lee, kim], loaded: true }, { present: [kim] }];
    expect(after(...moments).epoch).toBe(1);
  });
});

describe("SR-36 who asks", () => {
  const asked = { present: [kim, lee, park], acts: [does("TAKE", lee)] };
  test("is forgotten when they are gone, though others are there", () => {
    expect(after({ present: [kim] }, asked).asking).toBe("lee");
    expect(after({ present: [kim] }, asked, { present: [kim, park] }).asking).toBeUndefined();
    expect(after({ present: [kim] }, asked, { present: [kim, lee] }).asking).toBe("lee");
  });
  test("waits on when who has the lease takes it once more", () => {
    const again = { present: [kim, lee], acts: [does("TAKE", kim)] };
    expect(after({ present: [kim] }, asked, again)).toMatchObject({ holder: "Kim", asking: "lee", epoch: 1 });
  });
  test("waits on when who has the lease from elsewhere takes it once more", () => {
    const present = [choi, lee];
    const moments = [{ present: [choi] }, { present, acts: [does("TAKE", lee)] }];
    expect(after(...moments, { present, acts: [does("TAKE", choi)] })).toMatchObject({
      holder: "Choi",
      asking: "lee",
    });
  });
  test("for a lease that is free has it at once, before who came first", () => {
    const present = [lee, choi];
    expect(after({ present, acts: [does("TAKE", choi)] })).toMatchObject({
      holder: "Choi",
      asking: undefined,
    });
  });
});

describe("SR-35 a consent that was given on site", () => {
  const remote = { present: [lee, kim, choi], loaded: true };
  const given = { ...remote, acts: [does("CONSENT", kim)] };
  test("is not taken away by one from elsewhere, which is worth nothing", () =>
    expect(
      after({ present: [lee] }, remote, given, { ...remote, acts: [does("CONSENT", choi)] }).consenting,
    ).toBe("kim"));
  test("ends with who gave it, though another is beside the resident", () =>
    expect(
      after({ present: [lee] }, remote, given, { present: [lee, park, choi], loaded: true }).consenting,
    ).toBeUndefined());
  test("stays over moments in which nothing is said, and is worth nothing before a load", () => {
    expect(after({ present: [lee] }, remote, given, remote, remote).consenting).toBe("kim");
    expect(after({ present: [lee] }, { ...given, loaded: false }, remote).consenting).toBeUndefined();
  });
});

test("who has the lease from elsewhere and takes it again is refused nothing, and nobody hands over what nobody has", () => {
  const claims = { present: [lee, kim], loaded: false };
  expect(whyNoLeaseAct(does("TAKE", lee), after({ present: [lee] }), claims)).toBeUndefined();
  expect(whyNoLeaseAct(does("GRANT", kim), NOBODY, claims)).toBe("reason.not_in_command");
  expect(after({ present: [{ ...kim, wantsCommand: false }], acts: [does("GRANT", kim)] }).kind).toBe(
    Lease.NOBODY,
  );
});
