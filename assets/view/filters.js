// Which events pass the filters; the same words as Selection in timeline/model.py. No DOM.

/** Lower case without accents, for comparing what is typed with what a text says. */
export function folded(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

const LISTS = ["kinds", "statuses", "saliences", "actors", "places"];

/** Only the known fields with values of the right type; anything else is dropped. */
export function cleaned(filters) {
  const clean = {};
  if (filters === null || typeof filters !== "object") return clean;
  for (const name of LISTS) {
    const list = filters[name];
    if (Array.isArray(list)) clean[name] = list.filter((item) => typeof item === "string");
  }
  if (typeof filters.search === "string" && filters.search.trim()) clean.search = filters.search;
  if (filters.min_confidence > 0 && filters.min_confidence <= 1) clean.min_confidence = filters.min_confidence;
  if (filters.undated === false) clean.undated = false;
  return clean;
}

/** How many separate filters are set. */
export function countFilters(filters) {
  return Object.keys(filters).length;
}

/** 1 for each row that passes all filters, whatever the window. */
export function mask(story, filters) {
  const tests = [];
  const { legend } = story;
  addColumn(
    tests,
    filters.kinds,
    story.kind,
    legend.kinds.map(([key]) => key),
  );
  addColumn(tests, filters.statuses, story.status, legend.statuses);
  addColumn(tests, filters.saliences, story.salience, legend.saliences);
  if (filters.min_confidence) tests.push((row) => story.confidence[row] >= Math.round(filters.min_confidence * 100));
  if (filters.actors) tests.push(hasActor(story, new Set(filters.actors)));
  if (filters.places) tests.push(hasPlace(story, new Set(filters.places)));
  if (filters.search) tests.push(matches(story, filters.search));
  const passed = new Uint8Array(story.n);
  for (let row = 0; row < story.n; row++) passed[row] = tests.every((test) => test(row)) ? 1 : 0;
  return passed;
}

function addColumn(tests, wanted, column, keys) {
  if (!wanted) return;
  const allowed = Uint8Array.from(keys, (key) => (wanted.includes(key) ? 1 : 0));
  tests.push((row) => allowed[column[row]]);
}

function hasActor(story, wanted) {
  return (row) => story.actors(row).some((actor) => wanted.has(actor));
}

function hasPlace(story, wanted) {
  return (row) => {
    const place = story.place[row];
    if (place >= 0 && (wanted.has(story.places.id(place)) || wanted.has(story.places.name(place)))) return true;
    return story.others(row).some(({ name }) => wanted.has(name));
  };
}

function matches(story, search) {
  const words = folded(search).split(/\s+/).filter(Boolean);
  return (row) => {
    const text = searchText(story, row);
    return words.every((word) => text.includes(word));
  };
}

function searchText(story, row) {
  story.searched ??= new Array(story.n);
  story.searched[row] ??= folded(
    [
      story.titleOf(row),
      story.quote(row),
      story.where(row),
      ...story.actors(row),
      ...story.others(row).map(({ name }) => name),
    ].join(" "),
  );
  return story.searched[row];
}
