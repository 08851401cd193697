// Words are judged by what is true when they are said: of who rests, and of who gets up in the middle of the round.
import { expect, test } from "vitest";
import { listensFor } from "./listener.ts";

test("who is so from the beginning is found after the time to the first word, and only by the first", () => {
  const heard = listensFor("on_floor");
  heard.look(0, "on_floor");
  heard.hear("on_floor", "on_floor", 3, true);
  heard.hear("in_bed", "on_floor", 4, true);
  expect(heard).toMatchObject({ found: 3, falseAlarms: 0, falseClears: 1 });
});

test("whoever guesses twice has not found them", () => {
  const heard = listensFor("on_floor");
  heard.look(0, "on_floor");
  heard.hear("on_edge", "on_floor", 3, true);
  heard.hear("on_floor", "on_floor", 4, true);
  expect(heard).toMatchObject({ found: undefined, falseAlarms: 1, falseClears: 0 });
});

test("who gets up is first told in bed, rightly, and found from the moment they sit", () => {
  const heard = listensFor("on_edge");
  heard.look(0, "in_bed");
  heard.hear("in_bed", "in_bed", 7, true);
  heard.look(12, "on_edge");
  heard.look(13, "on_edge");
  heard.hear("on_edge", "on_edge", 14, true);
  expect(heard).toMatchObject({ found: 2, falseAlarms: 0, falseClears: 0 });
});

test("an exit that is told before it is so is a false alarm, and no finding", () => {
  const heard = listensFor("on_edge");
  heard.look(0, "in_bed");
  heard.hear("on_edge", "in_bed", 7, true);
  heard.look(12, "on_edge");
  heard.hear("on_edge", "on_edge", 12, true);
  expect(heard).toMatchObject({ found: undefined, falseAlarms: 1 });
});

test("who has sat up and is told in bed is left alone", () => {
  const heard = listensFor("on_edge");
  heard.look(12, "on_edge");
  heard.hear("in_bed", "on_edge", 14, true);
  expect(heard).toMatchObject({ found: undefined, falseAlarms: 0, falseClears: 1 });
});

test("a neighbour's alarm is judged and finds nobody", () => {
  const heard = listensFor("on_edge");
  heard.look(0, "on_edge");
  heard.hear("on_edge", "in_bed", 1, false);
  expect(heard).toMatchObject({ found: undefined, falseAlarms: 1 });
});
