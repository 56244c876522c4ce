import assert from "node:assert/strict";
import { test } from "node:test";
import { parseDay } from "../../assets/view/days.js";
import { histogram, packLanes } from "../../assets/view/lanes.js";
import { BREAK_WIDTH, Scale, segments, ticks } from "../../assets/view/scale.js";

const day = (text) => parseDay(text);
const span = (from, to = from) => [day(from), day(to), 1];
const MANTA = [
  span("2008-01-01", "2009-12-31"),
  span("2024-01-01", "2024-01-31"),
  span("2025-11-06"),
  span("2025-11-11", "2025-11-20"),
  span("2025-12-10", "2025-12-17"),
];

test("decades and weeks at once: each long empty stretch becomes a break", () => {
  const parts = segments(MANTA);
  assert.equal(parts.length, 3);
  assert.ok(parts.every((part, at) => at === 0 || part.first > parts[at - 1].last));
});

test("a story without long gaps has no break", () => {
  assert.equal(segments(Array.from({ length: 40 }, (_, at) => [at * 20, at * 20, 1])).length, 1);
});

test("the busy weeks get at least a third of the width", () => {
  const scale = new Scale(segments(MANTA), 1000);
  const last = scale.parts.at(-1);
  assert.ok(last.x1 - last.x0 > 333);
});

for (const width of [120, 360, 1200, 20000]) {
  test(`${width} pixels: x grows with the day, and day(x) leads back`, () => {
    const scale = new Scale(segments(MANTA), width);
    let before = -1;
    for (let at = scale.first; at <= scale.last; at += 3) {
      const x = scale.x(at);
      assert.ok(x >= before && x >= 0 && x <= width + 1e-6);
      before = x;
    }
    for (const part of scale.parts) {
      assert.equal(scale.day(scale.x(part.first) + 1e-6), part.first);
      if (part.perDay > 0.01) assert.equal(scale.day(scale.middle(part.first + 2)), part.first + 2);
    }
  });
}

test("breaks are equally wide whatever they leave out", () => {
  const scale = new Scale(segments(MANTA), 1000);
  for (let at = 1; at < scale.parts.length; at++) {
    assert.ok(Math.abs(scale.parts[at].x0 - scale.parts[at - 1].x1 - BREAK_WIDTH) < 1e-9);
  }
});

test("an axis for one day, and for none", () => {
  const scale = new Scale(segments([[100, 100, 1]]), 500);
  assert.equal(scale.day(scale.middle(100)), 100);
  assert.deepEqual(segments([]), []);
});

for (const [days, width] of [
  [3, 600],
  [20, 600],
  [90, 800],
  [700, 900],
  [9000, 900],
  [400000, 900],
]) {
  test(`ticks over ${days} days stand apart and rise`, () => {
    const part = new Scale([{ first: 1000, last: 1000 + days, weight: 1 }], width).parts[0];
    const marks = ticks(part);
    assert.ok(marks.length >= 1);
    for (let at = 1; at < marks.length; at++) assert.ok((marks[at].day - marks[at - 1].day) * part.perDay > 20);
    assert.ok(marks[0].label.length > 0);
  });
}

test("no two marks in one lane touch, and none is lost while there is room", () => {
  const items = Array.from({ length: 60 }, (_, at) => ({
    left: (at * 37) % 500,
    right: ((at * 37) % 500) + 5 + (at % 9) * 8,
  }));
  const places = packLanes(items, 40);
  for (let a = 0; a < items.length; a++) {
    assert.ok(places[a].lane >= 0);
    for (let b = a + 1; b < items.length; b++) {
      if (places[a].lane === places[b].lane)
        assert.ok(items[a].right <= items[b].left || items[b].right <= items[a].left);
    }
  }
});

test("marks of one day step aside when the lanes are full; bars do not", () => {
  const items = Array.from({ length: 5 }, () => ({ left: 100, right: 116, loose: true }));
  const places = packLanes(items, 2, { step: 16 });
  assert.ok(places.every(({ lane }) => lane >= 0));
  assert.equal(new Set(places.map(({ lane, shift }) => `${lane} ${shift}`)).size, 5);
  assert.deepEqual(
    packLanes(
      [
        { left: 0, right: 9 },
        { left: 1, right: 9 },
      ],
      1,
      { step: 16 },
    )[1],
    { lane: -1, shift: 0 },
  );
});

test("a histogram counts every event once", () => {
  const counts = histogram([0, 4.9, 5, 99, 100, -1], 20, 100);
  assert.deepEqual([counts[0], counts[1], counts[19]], [2, 1, 1]);
});
