import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { OPEN_START, parseDay } from "../../assets/view/days.js";
import { Model } from "../../assets/view/model.js";
import { decode, rings } from "../../assets/view/payload.js";
import { windowAt } from "../../assets/view/steps.js";

const golden = JSON.parse(await readFile(new URL("../golden/payload.json", import.meta.url), "utf8"));
const story = await decode(golden);
const rowOf = (id) => story.row(id);
const day = (text) => parseDay(text);

test("the golden payload has every event of its counts", () => {
  assert.equal(story.n, golden.counts.events);
  assert.equal(
    golden.counts.groups.reduce((sum, count) => sum + count, 0),
    story.n,
  );
});

test("days, place and words of an event are those that Python wrote", () => {
  const row = rowOf("e03");
  assert.deepEqual(
    [story.start[row], story.startLatest[row], story.endEarliest[row], story.end[row]],
    new Array(4).fill(day("2025-11-06")),
  );
  assert.equal(story.titleOf(row), "Kristi Noem tours the Ulpiano Páez air base");
  assert.equal(story.when(row), "6 Nov 2025");
  assert.equal(story.places.name(story.place[row]), "Ulpiano Páez Air Base");
  assert.deepEqual(story.actors(row), ["Kristi Noem", "Daniel Noboa"]);
  assert.equal(story.precision(row), "exact");
});

test("open ends stay open", () => {
  const row = rowOf("e00");
  assert.deepEqual(
    [story.start[row], story.startLatest[row], story.end[row]],
    [OPEN_START, day("2009-12-31"), day("2009-12-31")],
  );
});

test("a place that is only implied is never exact, and coordinates are kept to metres", () => {
  const place = story.place[rowOf("e06")];
  assert.ok(Math.abs(story.places.x[place] * 360 - 180 + 80.7162) < 1e-4);
});

test("events stand in order of their first day, undated ones last", () => {
  const dated = [...story.flags].map((flag) => flag & 1);
  assert.equal(dated.lastIndexOf(1), dated.indexOf(0) - 1);
  for (let row = 1; row < dated.indexOf(0); row++) assert.ok(story.start[row] >= story.start[row - 1]);
});

test("mentioned places come with their reason", () => {
  assert.deepEqual(
    story.mentioned.map(({ place }) => story.places.name(place)),
    ["Galápagos Islands", "Quito"],
  );
});

test("rings are read to the grid that they were written on", async () => {
  const [ring] = await rings(Object.values(golden.outlines)[0]);
  assert.ok(ring.points.length > 20);
  assert.ok(ring.box[0] < ring.box[2] && ring.box[1] < ring.box[3]);
});

test("data of another version is refused", () => assert.rejects(decode({ ...golden, version: 2 }), /version 2/));

test("the widest reading decides what is inside, the narrowest what is surely so", () => {
  const model = new Model(story);
  const row = rowOf("e04"); // mid-November
  model.setWindow([day("2025-11-15"), day("2025-11-15")]);
  assert.equal(model.isInside(row), true);
  assert.equal(model.isSurelyInside(row), false);
  model.setWindow([day("2025-11-10"), day("2025-11-20")]);
  assert.equal(model.isSurelyInside(row), true);
});

test("a window given the wrong way round is turned", () => {
  const model = new Model(story);
  model.setWindow([day("2025-12-31"), day("2025-11-01")]);
  assert.deepEqual(model.window, [day("2025-11-01"), day("2025-12-31")]);
});

test("undated events are outside every window and counted apart", () => {
  const model = new Model(story);
  model.setWindow([day("2100-01-01"), day("2100-01-02")]);
  assert.equal(model.count, 0);
  assert.equal(model.undated.length, 3);
  model.setFilters({ undated: false });
  assert.equal(model.shownCount, 0);
});

test("next and previous go through the dated events that pass the filters", () => {
  const model = new Model(story);
  model.setFilters({ kinds: ["deployment_movement"] });
  const visited = [];
  for (let row = model.neighbour(1); row >= 0; row = model.neighbour(1)) {
    visited.push(story.id(row));
    model.select(row);
  }
  assert.deepEqual(visited, ["e00", "e05", "e06", "e11"]);
});

test("up-to windows end with the event; others keep their length", () => {
  const model = new Model(story);
  assert.equal(windowAt(model, rowOf("e06"), false), null);
  assert.deepEqual(windowAt(model, rowOf("e06"), true), [null, day("2025-12-17")]);
  model.setWindow([day("2025-11-01"), day("2025-11-08")]);
  assert.deepEqual(windowAt(model, rowOf("e06"), false), [day("2025-12-10"), day("2025-12-17")]);
});

test("a story that is replaced keeps its selection by id", async () => {
  const model = new Model(story);
  model.select(rowOf("e06"));
  model.replace(await decode(golden));
  assert.equal(model.story.id(model.selected), "e06");
});
