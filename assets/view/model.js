// What is seen now: window, filters, selection. Views listen; nothing here knows the DOM.
import { OPEN_END, OPEN_START } from "./days.js";
import { cleaned, mask } from "./filters.js";
import { segments, stretches } from "./scale.js";
import { TimeIndex, upper } from "./window.js";

export class Model {
  constructor(story) {
    this.listeners = [];
    this.window = null; // null: the whole story; else [from, to], each a day or null
    this.mode = "window"; // or "accumulate": from the beginning up to a day
    this.selected = -1;
    this.hovered = -1;
    this.filters = {};
    this.replace(story);
  }

  /** Call `listener(changed)` after each change; `changed` is a Set of "story", "filters", "window", "selected", "hovered", "mode". */
  listen(listener) {
    this.listeners.push(listener);
  }

  emit(...changed) {
    const what = new Set(changed);
    for (const listener of this.listeners) listener(what);
  }

  /** Take another story; what is selected stays selected if it is still there. */
  replace(story) {
    const selected = this.story && this.selected >= 0 ? this.story.id(this.selected) : null;
    this.story = story;
    this.shown = new Int32Array(story.n);
    const dated = this.dated(() => true);
    const spans = stretches(story, dated);
    this.axis = segments(spans);
    this.first = spans[0]?.[0] ?? 0;
    this.last = spans.at(-1)?.[1] ?? 0;
    this.selected = selected === null ? -1 : story.row(selected);
    this.hovered = -1;
    this.refilter();
    this.emit("story", "filters", "window", "selected");
  }

  dated(passes) {
    const rows = [];
    for (let row = 0; row < this.story.n; row++) if (this.story.flags[row] & 1 && passes(row)) rows.push(row);
    return Int32Array.from(rows);
  }

  refilter() {
    this.passed = mask(this.story, this.filters);
    this.index = new TimeIndex(
      this.dated((row) => this.passed[row]),
      this.story.start,
      this.story.end,
    );
    this.undated = [];
    for (let row = 0; row < this.story.n; row++) {
      if (!(this.story.flags[row] & 1) && this.passed[row] && this.filters.undated !== false) this.undated.push(row);
    }
    this.recount();
  }

  recount() {
    const [from, to] = this.days();
    this.count = this.index.fill(from, to, this.shown);
  }

  /** The window as two days, open ends as sentinels. */
  days() {
    return [this.window?.[0] ?? OPEN_START, this.window?.[1] ?? OPEN_END];
  }

  /** How many events are seen, those without a date included, as an export of this view would hold them. */
  get shownCount() {
    return this.count + this.undated.length;
  }

  isInside(row) {
    const [from, to] = this.days();
    if (!this.passed[row]) return false;
    if (!(this.story.flags[row] & 1)) return this.filters.undated !== false;
    return this.story.start[row] <= to && this.story.end[row] >= from;
  }

  /** Whether every reading of the event's time overlaps the window, not only the widest. */
  isSurelyInside(row) {
    const [from, to] = this.days();
    return this.story.startLatest[row] <= to && this.story.endEarliest[row] >= from;
  }

  setWindow(window) {
    const next = window && (window[0] !== null || window[1] !== null) ? ordered(window) : null;
    if (String(next) === String(this.window)) return;
    this.window = next;
    this.recount();
    this.emit("window");
  }

  setMode(mode) {
    if (mode === this.mode || !["window", "accumulate"].includes(mode)) return;
    this.mode = mode;
    this.emit("mode");
    if (mode === "accumulate" && this.window) this.setWindow([null, this.window[1]]);
  }

  setFilters(filters) {
    this.filters = cleaned(filters);
    this.refilter();
    this.emit("filters", "window");
  }

  select(row) {
    if (row === this.selected) return;
    this.selected = row;
    this.emit("selected");
  }

  hover(row) {
    if (row === this.hovered) return;
    this.hovered = row;
    this.emit("hovered");
  }

  /** The nearest dated event after (step 1) or before (step -1) the selected one among those that pass the filters. */
  neighbour(step) {
    const { rows } = this.index;
    if (!rows.length) return -1;
    const at = rows.indexOf(this.selected);
    if (at >= 0) return rows[at + step] ?? -1;
    if (this.selected >= 0 && this.story.flags[this.selected] & 1) {
      const after = upper(this.index.starts, this.story.start[this.selected]);
      return rows[step > 0 ? after : after - 1] ?? -1;
    }
    return step > 0 ? rows[0] : rows.at(-1);
  }
}

function ordered([from, to]) {
  return from !== null && to !== null && from > to ? [to, from] : [from, to];
}
