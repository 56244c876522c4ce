import assert from "node:assert/strict";
import { test } from "node:test";
import { readMessage } from "../../assets/view/embed.js";
import { cleaned, folded } from "../../assets/view/filters.js";
import { fromHash, toHash } from "../../assets/view/state.js";

const full = {
  window: [20398, 20450],
  mode: "window",
  selected: "a&b=c#d",
  filters: {
    kinds: ["attack"],
    actors: ["Daniel Noboa", "A, B"],
    search: "élan & co",
    min_confidence: 0.5,
    undated: false,
  },
  camera: [-1.5, -80.25, 6.5],
};

test("a state comes back from the hash as it was", () => assert.deepEqual(fromHash(`#${toHash(full)}`), full));

test("open ends and an empty choice survive", () => {
  const state = { window: [null, 20450], mode: "accumulate", selected: null, filters: { kinds: [] }, camera: null };
  assert.deepEqual(fromHash(toHash(state)), state);
});

test("the state at the start is an empty hash", () => {
  assert.equal(toHash({ window: null, mode: "window", selected: null, filters: {}, camera: null }), "");
});

for (const hash of [
  "#",
  "#window=abc",
  "#window=..",
  "#map=1,2",
  "#map=99,0,3",
  "#sure=7",
  "#%E0%A4%A",
  "#__proto__=1",
]) {
  test(`${hash} is read as nothing`, () => {
    assert.deepEqual(fromHash(hash), { window: null, mode: "window", selected: null, filters: {}, camera: null });
  });
}

test("filters keep only known fields of the right type", () => {
  assert.deepEqual(cleaned({ kinds: ["a", 1], search: "  ", min_confidence: 2, undated: "no", window: [1, 2] }), {
    kinds: ["a"],
  });
  assert.deepEqual(cleaned(null), {});
});

test("search ignores case and accents", () => assert.equal(folded("Ulpiano PÁEZ"), "ulpiano paez"));

test("messages that are not of the protocol are nothing", () => {
  for (const message of [null, 1, "x", {}, { type: "constructor" }, { type: "dateline:window", window: [1] }]) {
    assert.equal(readMessage(message), null);
  }
  assert.deepEqual(readMessage({ type: "dateline:window", window: [1, null] }), { window: [1, null] });
});
