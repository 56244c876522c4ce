import assert from "node:assert/strict";
import { test } from "node:test";
import { gathered, grouped, placed } from "../../assets/view/placing.js";

const view = { inner: { x: 0, y: 0, width: 1000, height: 600 } };
const spot = (row, x, y, events, precision = "exact") => ({ row, x, y, precision, events });

test("places closer than a mark share one group; areas keep their own", () => {
  const groups = grouped([spot(0, 100, 100, [0, 1]), spot(1, 105, 102, [2]), spot(2, 103, 101, [3], "area")]);
  assert.deepEqual(
    groups.map(({ events }) => events),
    [[0, 1, 2], [3]],
  );
});

test("no block covers another or hides an exact place", () => {
  const spots = Array.from({ length: 24 }, (_, at) =>
    spot(at, 120 + (at % 6) * 140, 90 + Math.floor(at / 6) * 130, [at, at + 100]),
  );
  const groups = grouped(spots);
  placed(groups, () => 60, view);
  const boxes = groups.map(({ left, top, size }) => [left, top, left + size.width, top + size.height]);
  for (let a = 0; a < boxes.length; a++) {
    for (let b = a + 1; b < boxes.length; b++) {
      const apart =
        boxes[a][2] <= boxes[b][0] ||
        boxes[b][2] <= boxes[a][0] ||
        boxes[a][3] <= boxes[b][1] ||
        boxes[b][3] <= boxes[a][1];
      assert.ok(apart, `${a} and ${b}`);
    }
  }
  for (const { x, y } of groups) assert.ok(boxes.every((box) => x < box[0] || x > box[2] || y < box[1] || y > box[3]));
});

test("a block near the edge stays on the screen", () => {
  const groups = grouped([spot(0, 995, 5, [0, 1, 2])]);
  placed(groups, () => 90, view);
  const [{ left, top, size }] = groups;
  assert.ok(left >= 0 && top >= 0 && left + size.width <= 1000 && top + size.height <= 600);
});

test("hundreds of places are gathered without losing an event", () => {
  const spots = Array.from({ length: 500 }, (_, at) => spot(at, (at * 53) % 900, (at * 31) % 500, [at, at + 1000]));
  const groups = gathered(spots);
  assert.ok(groups.length < 300);
  assert.equal(
    groups.reduce((sum, { events }) => sum + events.length, 0),
    1000,
  );
});
