// The generated messages are those of the interface package, and standard enough for every ROS client.
import { expect, test } from "vitest";
import { generateMessages } from "../scripts/generate-messages.ts";
import { readDefinition } from "../scripts/message-definitions.ts";
import { textOf } from "./sources.ts";

test("core/messages.ts is what `npm run generate` writes", async () => {
  expect(textOf("core/messages.ts")).toBe(await generateMessages());
});

test("a float without a unit is refused, by name", () => {
  expect(() => readDefinition("x/msg/Bad", "float64 speed # fast")).toThrow(
    "x/msg/Bad.speed: a float says its unit first",
  );
});

test("a member without a comment is refused, by its line", () => {
  expect(() => readDefinition("x/msg/Bad", "bool on")).toThrow('x/msg/Bad: "bool on" has no comment');
});

test("a member that C++ or Python could not have is refused, by name", () => {
  for (const word of ["operator", "pass"])
    expect(() => readDefinition("x/msg/Bad", `string ${word} # who`)).toThrow(`x/msg/Bad.${word}: a word`);
});

test("what is no interface definition is refused", () => {
  expect(() => readDefinition("x/msg/Bad", "float64 [] = # [m] nonsense")).toThrow();
});

test("constants, lengths and the head comment are kept", () => {
  const read = readDefinition(
    "x/msg/Good",
    "# What it is.\n\nuint8 A=1 # first\nfloat64[3] p # [m] a point\n",
  );
  expect(read).toMatchObject({
    about: "What it is.",
    constants: [{ name: "A", value: "1" }],
    fields: [{ name: "p", array: 3, type: "float64" }],
  });
});
