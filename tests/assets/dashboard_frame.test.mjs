import assert from "node:assert/strict";
import { test } from "node:test";

import { readOrder, stateOf, themeOf } from "../../assets/view/dashboard/frame.js";

test("the order is read from bytes, whatever the script of its text", () => {
  const order = { serial: "a", page: "<p>Manabí 新闻</p>", revision: 0, payload: null, command: null };
  assert.deepEqual(readOrder(new TextEncoder().encode(JSON.stringify(order))), order);
});

for (const [color, theme] of [
  ["#ffffff", "light"],
  ["#0e1117", "dark"],
  [" #eee", "light"],
  ["#111", "dark"],
  ["rgb(14, 17, 23)", "dark"],
  ["rgba(250, 250, 250, 1)", "light"],
  ["", "light"],
  ["canvas", "light"],
]) {
  test(`the background ${JSON.stringify(color)} makes a ${theme} page`, () => assert.equal(themeOf(color), theme));
}

test("only window, selected event and filters are told to Python", () => {
  const message = { type: "dateline:state", window: [1, 2], selected: "e", filters: { search: "x" }, more: "y" };
  assert.deepEqual(stateOf(message, "s", 3), {
    window: [1, 2],
    selected: "e",
    filters: { search: "x" },
    story: "s",
    turn: 3,
  });
  const bare = stateOf({ type: "dateline:state" }, "s", 1);
  assert.deepEqual(bare, { window: null, selected: null, filters: {}, story: "s", turn: 1 });
});
