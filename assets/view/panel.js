// Search and filters.
import { countFilters } from "./filters.js";
import { afterRest, button, el, fill } from "./dom.js";
import { STATUS_LABELS } from "./words.js";

const MOST_CHOICES = 40;
const WEIGHTS = [
  ["All", null, "Every event that was found"],
  ["Main", ["essential", "main"], "Main: leave out side remarks"],
  ["Essential", ["essential"], "Essential: only what the story is about"],
];
const SURENESS = [
  ["Any", 0],
  ["Likely or sure", 0.5],
  ["Sure", 0.8],
];

export class Panel {
  constructor(model, letGo) {
    Object.assign(this, { model, letGo });
    this.search = el("input", { type: "search", placeholder: "Search", "aria-label": "Search events", size: 10 });
    this.search.addEventListener(
      "input",
      afterRest(() => this.set({ search: this.search.value }), 120),
    );
    this.opener = button("Filters", () => this.open(this.element.hidden), {
      "aria-expanded": "false",
      "aria-controls": "dl-filters",
    });
    this.element = el("section", { class: "dl-filters", id: "dl-filters", "aria-label": "Filters", hidden: true });
    this.element.addEventListener("keydown", (event) => {
      if (event.key === "Escape") this.open(false);
    });
    this.weights = WEIGHTS.map(([label, keys, words]) =>
      el("button", {
        type: "button",
        text: label,
        title: words,
        onclick: () => this.set({ saliences: keys ?? undefined }),
      }),
    );
    this.weight = el("span", { class: "dl-group", role: "group", "aria-label": "How much to show" }, this.weights);
  }

  open(now) {
    this.element.hidden = !now;
    this.opener.setAttribute("aria-expanded", String(now));
    if (now) this.element.querySelector("input, button")?.focus();
    else this.opener.focus();
  }

  set(changes) {
    const filters = { ...this.model.filters, ...changes };
    this.model.setFilters(Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined)));
    this.letGo();
  }

  rebuild() {
    const { story } = this.model;
    const { legend } = story;
    this.boxes = [];
    const statuses = legend.statuses.map((key) => [key, STATUS_LABELS[key] ?? key]);
    fill(
      this.element,
      el(
        "header",
        {},
        el("h2", { text: "Filters" }),
        button("×", () => this.open(false), { label: "Close the filters", class: "dl-close" }),
      ),
      this.choices(
        "kinds",
        "What",
        legend.kinds.map(([key, label]) => [key, label]),
        tally(story.kind, legend.kinds.length),
        legend,
      ),
      this.choices("statuses", "Status", statuses, tally(story.status, legend.statuses.length)),
      this.sureness(),
      this.choices("places", "Where", ...byPlace(story)),
      this.choices("actors", "Who", ...byActor(story)),
      this.undatedBox(),
      button("Clear all filters", () => this.clear(), { class: "dl-wide" }),
    );
    this.mark();
  }

  clear() {
    this.search.value = "";
    this.model.setFilters({});
    this.letGo();
  }

  choices(name, title, entries, counts, legend) {
    const used = entries.map((entry, at) => [...entry, counts[at], at]).filter(([, , count]) => count > 0);
    if (used.length < 2) return null;
    if (name === "places" || name === "actors") used.sort((a, b) => b[2] - a[2] || a[3] - b[3]);
    const keys = used.map(([key]) => key);
    const boxes = used
      .slice(0, MOST_CHOICES)
      .map(([key, label, count, at]) =>
        this.choice(name, key, label, count, keys, legend?.groups[legend.kinds[at][2]][0]),
      );
    const more =
      used.length > MOST_CHOICES
        ? el("p", { class: "dl-note", text: `and ${used.length - MOST_CHOICES} more: use the search` })
        : null;
    const all = el("button", { type: "button", text: "all", onclick: () => this.set({ [name]: undefined }) });
    const none = el("button", { type: "button", text: "none", onclick: () => this.set({ [name]: [] }) });
    for (const [node, words] of [[all, `All of “${title}”`], [none, `None of “${title}”`]]) node.setAttribute("aria-label", words); // prettier-ignore
    const quick = el("span", { class: "dl-quick" }, all, none);
    return el("fieldset", {}, el("legend", { text: title }), quick, boxes, more);
  }

  choice(name, key, label, count, keys, group) {
    const box = el("input", { type: "checkbox", checked: true });
    box.addEventListener("change", () => this.pick(name, key, box.checked, keys));
    this.boxes.push({ name, key, box });
    const swatch = group ? el("i", { class: "dl-swatch", "data-group": group, "aria-hidden": "true" }) : null;
    return el(
      "label",
      { class: "dl-choice" },
      box,
      swatch,
      el("span", { text: label }),
      el("small", { text: count.toLocaleString("en") }),
    );
  }

  /** The first box of a list that is unticked leaves the others; ticking all again drops the filter. */
  pick(name, key, on, keys) {
    const chosen = new Set(this.model.filters[name] ?? keys);
    if (on) chosen.add(key);
    else chosen.delete(key);
    this.set({ [name]: keys.every((one) => chosen.has(one)) ? undefined : [...chosen] });
  }

  sureness() {
    this.sure = SURENESS.map(([label, least]) => button(label, () => this.set({ min_confidence: least || undefined })));
    return el("fieldset", {}, el("legend", { text: "How sure" }), el("span", { class: "dl-group" }, this.sure));
  }

  undatedBox() {
    const box = el("input", { type: "checkbox", checked: true });
    box.addEventListener("change", () => this.set({ undated: box.checked ? undefined : false }));
    this.undated = box;
    return el("label", { class: "dl-choice" }, box, el("span", { text: "Events without a date" }));
  }

  /** Show the filters that are set now. */
  mark() {
    const { filters } = this.model;
    for (const { name, key, box } of this.boxes) box.checked = !filters[name] || filters[name].includes(key);
    this.weights.forEach((node, at) =>
      node.setAttribute("aria-pressed", String(String(WEIGHTS[at][1]) === String(filters.saliences ?? null))),
    );
    this.sure.forEach((node, at) =>
      node.setAttribute("aria-pressed", String(SURENESS[at][1] === (filters.min_confidence ?? 0))),
    );
    this.undated.checked = filters.undated !== false;
    if (document.activeElement !== this.search) this.search.value = filters.search ?? "";
    const count = countFilters(filters);
    this.opener.textContent = count ? `Filters (${count})` : "Filters";
  }
}

function tally(column, size) {
  const counts = new Array(size).fill(0);
  for (const value of column) counts[value]++;
  return counts;
}

function byPlace(story) {
  const counts = new Map();
  for (const place of story.place) if (place >= 0) counts.set(place, (counts.get(place) ?? 0) + 1);
  const named = [...counts].filter(([place]) => story.places.name(place));
  return [named.map(([place]) => [story.places.id(place), story.places.name(place)]), named.map(([, count]) => count)];
}

function byActor(story) {
  const counts = new Map();
  for (let row = 0; row < story.text.actors.length; row++) {
    for (const actor of story.actors(row)) counts.set(actor, (counts.get(actor) ?? 0) + 1);
  }
  return [[...counts.keys()].map((actor) => [actor, actor]), [...counts.values()]];
}
