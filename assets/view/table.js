// The table: the complete equivalent for whoever cannot use the map.
import { button, el, fill } from "./dom.js";
import { STATUS_WORDS } from "./words.js";

const FIRST = 200;
const HEADS = ["No.", "When", "Where", "What", "Kind", "Status", "How sure"];

export class Table {
  constructor(model, show) {
    Object.assign(this, { model, show, most: FIRST });
    this.body = el("tbody");
    this.caption = el("caption");
    const heads = HEADS.map((text) => el("th", { scope: "col", text }));
    const table = el("table", {}, this.caption, el("thead", {}, el("tr", {}, heads)), this.body);
    this.more = button("Show more", () => this.grow(), { class: "dl-wide" });
    this.element = el(
      "section",
      { class: "dl-table", id: "dl-table", "aria-label": "Table of events", tabindex: "-1" },
      el("div", { class: "dl-scroll", tabindex: "0", role: "region", "aria-label": "Events as a table" }, table),
      this.more,
    );
  }

  grow() {
    this.most += FIRST * 5;
    this.refresh();
  }

  refresh() {
    const { model } = this;
    const rows = [...model.shown.subarray(0, Math.min(model.count, this.most)), ...model.undated].slice(0, this.most);
    this.caption.textContent = `${model.shownCount.toLocaleString("en")} of ${model.story.n.toLocaleString("en")} events`;
    fill(
      this.body,
      rows.map((row) => this.line(row)),
    );
    this.more.hidden = rows.length >= model.shownCount;
  }

  line(row) {
    const { story } = this.model;
    const status = STATUS_WORDS[story.legend.statuses[story.status[row]]];
    const name = button(story.titleOf(row), () => this.show(row), { class: "dl-link" });
    const cells = [
      story.number[row],
      story.when(row),
      story.where(row),
      name,
      story.kindLabel(row),
      status,
      story.sure(row),
    ];
    return el(
      "tr",
      { "data-row": row },
      cells.map((cell, at) =>
        el(at === 3 ? "th" : "td", at === 3 ? { scope: "row" } : {}, typeof cell === "number" ? String(cell) : cell),
      ),
    );
  }
}
