import assert from "node:assert/strict";
import { test } from "node:test";
import { OPEN_END, OPEN_START } from "../../assets/view/days.js";
import { TimeIndex } from "../../assets/view/window.js";

function* noise(seed) {
  for (let state = seed; ;) {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    yield state >>> 8;
  }
}

function stories(count, seed) {
  const next = noise(seed);
  const roll = (n) => next.next().value % n;
  const events = Array.from({ length: count }, () => {
    const start = roll(12) ? roll(1000) : OPEN_START;
    const length = roll(20) ? roll(30) : roll(2000);
    return [start, roll(15) ? (start === OPEN_START ? roll(1000) : start + length) : OPEN_END];
  });
  return events.sort((a, b) => a[0] - b[0]);
}

for (const count of [0, 1, 7, 300]) {
  test(`${count} events: the searches find exactly what overlaps the window, in order of start`, () => {
    const events = stories(count, count + 1);
    const [start, end] = [0, 1].map((side) => Int32Array.from(events, (event) => event[side]));
    const index = new TimeIndex(Int32Array.from(events.keys()), start, end);
    const found = new Int32Array(count);
    for (let from = -50; from < 1100; from += 37) {
      for (const to of [from, from + 1, from + 90, OPEN_END]) {
        const expected = [...events.keys()].filter((row) => start[row] <= to && end[row] >= from);
        const filled = index.fill(from, to, found);
        assert.deepEqual([...found.subarray(0, filled)], expected);
        assert.equal(index.count(from, to), expected.length);
      }
    }
  });
}

test("both ends of a window are inside it", () => {
  const index = new TimeIndex(Int32Array.of(0), Int32Array.of(10), Int32Array.of(12));
  assert.deepEqual(
    [9, 10, 12, 13].map((day) => index.count(day, day)),
    [0, 1, 1, 0],
  );
});

test("an event that began before the window and goes on is inside it", () => {
  const index = new TimeIndex(Int32Array.of(0, 1), Int32Array.of(0, 500), Int32Array.of(10000, 501));
  const found = new Int32Array(2);
  assert.equal(index.fill(600, 700, found), 1);
  assert.equal(found[0], 0);
});
