// What may be set of the nodes that decide: nothing that a safety rule looks at.
import { expect, test } from "vitest";
import { decidingNodes } from "./decisions.ts";

test("no parameter turns a rule off or moves a limit: all that is set is the number of this life", () =>
  expect(decidingNodes().flatMap((node) => Object.keys(node.parameters ?? {}))).toEqual(["nonce"]));
