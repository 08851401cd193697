// Which policies play a story alike: those that have no helper for it.
import { expect, test } from "vitest";
import { storyOf } from "./catalogue.ts";
import { playedBy } from "./policies.ts";

const by = (id: string) =>
  (["dolbom", "position", "none"] as const).map((name) => playedBy(storyOf(id).plot, name));

test("whoever helps plays for themselves, and who has nothing to help with plays as whoever stands by", () => {
  expect(by("stand_up/usual")).toEqual(["dolbom", "position", "none"]);
  expect(by("sit_down/chair")).toEqual(["dolbom", "position", "none"]);
  expect(by("transfer/bed_to_wheelchair")).toEqual(["dolbom", "dolbom", "dolbom"]);
  expect(by("night_round/fall")).toEqual(["dolbom", "position", "dolbom"]);
  expect(by("walk/ten_metres")).toEqual(["dolbom", "position", "none"]);
});
