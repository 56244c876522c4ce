// A correction as a patch: some events leave the story that the page was given, others come. The counterpart of
// timeline/page/patch.py. No DOM.
import { Story, rings } from "./payload.js";

/** Another story: `story`, as it was given, with the patch laid over it. `story` itself stays as it is. */
export async function patched(story, patch) {
  const outlines = await Promise.all(
    Object.entries(patch.outlines).map(async ([key, shape]) => [key, await rings(shape)]),
  );
  const order = newOrder(story, patch);
  const offset = story.text.strings.length;
  const { spots, places, rowOf } = newPlaces(story, patch, offset);
  const columns = newColumns(story, patch.events, order, rowOf);
  columns.number = newNumbers(story, patch, order);
  return new Story(
    { ...story.payload, counts: patch.counts, problems: patch.problems },
    columns,
    spots,
    { ...newText(story, patch, order, offset), places },
    story.reading,
    { ...story.outlines, ...Object.fromEntries(outlines) },
  );
}

/** What stands in each row now: a row of the story, or -1 - k for the patch's event k. Undated ones stand last. */
function newOrder(story, { gone, events }) {
  const left = new Set(gone);
  const order = [];
  for (let row = 0; row < story.n; row++) if (!left.has(story.number[row])) order.push(row);
  const key = (at) => (at < 0 ? moment(events, -1 - at) : moment(story.columns, at));
  events.start.forEach((_, at) => {
    const mine = moment(events, at);
    const next = order.findIndex((other) => key(other) > mine);
    order.splice(next < 0 ? order.length : next, 0, -1 - at);
  });
  return order;
}

function moment({ flags, start }, row) {
  return flags[row] & 1 ? start[row] : Infinity;
}

/** A value for each row, from the story's column or the patch's. */
function merged(order, old, fresh, make) {
  return make.from(order, (at) => (at < 0 ? fresh[-1 - at] : old[at]));
}

function newColumns(story, events, order, rowOf) {
  const columns = {};
  for (const [name, column] of Object.entries(story.columns)) {
    const fresh = name === "place" ? events.place.map((row) => (row ? rowOf[row - 1] + 1 : 0)) : events[name];
    columns[name] = merged(order, column, fresh, column.constructor);
  }
  return columns;
}

/** Numbers from 1 without a gap: the patch's events have theirs, the others keep their order. */
function newNumbers(story, { events }, order) {
  const taken = new Set(events.number);
  const numbers = new Int32Array(order.length);
  const old = [...order.keys()].filter((row) => order[row] >= 0);
  old.sort((a, b) => story.number[order[a]] - story.number[order[b]]);
  let next = 0;
  for (const row of old) {
    do next++;
    while (taken.has(next));
    numbers[row] = next;
  }
  order.forEach((at, row) => {
    if (at < 0) numbers[row] = events.number[-1 - at];
  });
  return numbers;
}

/** The story's places and those of the patch that it does not have; `rowOf` leads from the patch's rows to the new ones. */
function newPlaces({ spots, text }, patch, offset) {
  const known = new Map(text.places.map(([id], row) => [id, row]));
  const count = spots.x.length;
  const added = [];
  const rowOf = patch.places.x.map((_, at) => {
    const row = known.get(patch.text.places[at]?.[0]);
    return row ?? count + added.push(at) - 1;
  });
  const joined = Object.fromEntries(
    Object.entries(spots).map(([name, column]) => {
      const wider = new column.constructor(count + added.length);
      wider.set(column);
      added.forEach((at, n) => (wider[count + n] = patch.places[name][at]));
      return [name, wider];
    }),
  );
  const named = text.places.length ? [...text.places] : Array.from({ length: count }, () => NAMELESS);
  for (const at of added) named.push(patch.text.places[at] ? moved(patch.text.places[at], offset) : NAMELESS);
  return { spots: joined, places: named, rowOf };
}

const NAMELESS = ["", -1, -1, -1, 0, ""];

function moved([id, name, kind, region, ...rest], offset) {
  return [id, name + offset, kind + offset, region + offset, ...rest];
}

const STRINGS = ["when", "where", "sure", "sources"];
const PLAIN = ["ids", "quotes", "article"];

/** The words of each row; numbers of strings in the patch count from the end of the story's own. */
function newText({ text, n }, { text: fresh }, order, offset) {
  const shift = (number) => number + offset;
  const lists = {
    ...Object.fromEntries(STRINGS.map((name) => [name, fresh[name]?.map(shift)])),
    ...Object.fromEntries(PLAIN.map((name) => [name, fresh[name]])),
    reasons: fresh.reasons?.map((all) => all.map(([about, why, doubtful]) => [about, shift(why), doubtful])),
    others: fresh.others?.map((all) => all.map(([role, name]) => [role, shift(name)])),
  };
  const next = { ...text, strings: [...text.strings, ...fresh.strings] };
  for (const [name, list] of Object.entries(lists)) if (text[name]) next[name] = merged(order, text[name], list, Array);
  next.titles = sparse(order, n, text.titles, fresh.titles, "");
  next.actors = sparse(order, n, text.actors, fresh.actors.map((actors) => actors.map(shift)), []); // prettier-ignore
  return next;
}

/** Titles and actors are left out where no event has any. */
function sparse(order, n, old, fresh, none) {
  if (!old.length && !fresh.length) return [];
  const filled = old.length ? old : new Array(n).fill(none);
  return order.map((at) => (at < 0 ? (fresh[-1 - at] ?? none) : filled[at]));
}
