// The reading pane: a card for each event, the trays, the mentioned places, and the article's own text where it is given.
import { el, fill } from "./dom.js";
import { ABOUT_WORDS, ROLE_WORDS, STATUS_WORDS } from "./words.js";

const MOST_CARDS = 150;

export class Cards {
  /** `on.show(row)` selects an event and brings it into view on the map. */
  constructor(model, on) {
    Object.assign(this, { model, on, nodes: new Map() });
    this.list = el("div", { class: "dl-cards" });
    this.text = el("div", { class: "dl-text", hidden: true });
    this.tabs = ["Events", "Text"].map((name, at) =>
      el("button", { type: "button", text: name, "aria-pressed": String(at === 0), onclick: () => this.tab(at) }),
    );
    this.tabBar = el("div", { class: "dl-tabs", role: "group", "aria-label": "Reading pane" }, this.tabs);
    this.element = el("section", { class: "dl-pane", "aria-label": "Events" }, this.tabBar, this.list, this.text);
    this.list.addEventListener("mouseover", (event) => this.over(event));
    this.list.addEventListener("mouseleave", () => model.hover(-1));
    this.list.addEventListener("focusin", (event) => this.over(event));
    this.text.addEventListener("mouseover", (event) => this.overText(event));
    this.text.addEventListener("mouseleave", () => model.hover(-1));
  }

  over(event) {
    const card = event.target.closest("[data-row]");
    this.model.hover(card ? Number(card.dataset.row) : -1);
  }

  overText(event) {
    const piece = event.target.closest("[data-events]");
    this.model.hover(piece ? this.model.story.row(piece.dataset.events.split(" ")[0]) : -1);
  }

  tab(at) {
    this.tabs.forEach((node, n) => node.setAttribute("aria-pressed", String(n === at)));
    this.list.hidden = at !== 0;
    this.text.hidden = at !== 1;
  }

  /** Everything anew, after another story or other filters. */
  rebuild() {
    this.nodes.clear();
    this.tabBar.hidden = !this.model.story.reading;
    if (this.model.story.reading)
      fill(
        this.text,
        readingText(this.model.story, (row) => this.on.show(row)),
      );
    this.refresh();
  }

  /** Follow the window: cards are made once and kept. */
  refresh() {
    const { model } = this;
    const { story } = model;
    const inside = Array.from(model.shown.subarray(0, Math.min(model.count, MOST_CARDS)));
    const off = (row) => story.legend.event_groups[story.group[row]] === "not_happened";
    const main = inside.filter((row) => !off(row));
    const placed = main.filter((row) => story.place[row] >= 0);
    const unplaced = main.filter((row) => story.place[row] < 0);
    const undated = model.undated.filter((row) => !off(row));
    const denied = [...inside, ...model.undated].filter(off);
    const rest = model.count - inside.length;
    fill(
      this.list,
      this.emptyNote(),
      placed.map((row) => this.card(row)),
      rest > 0
        ? el("p", {
            class: "dl-note",
            text: `and ${rest.toLocaleString("en")} more in this window. Narrow the window or filter to read them.`,
          })
        : null,
      this.tray("No place", "What has a date but no place stands on the timeline only.", unplaced),
      this.tray("No date", "Outside every window; shown apart.", undated),
      this.tray("Denied or only possible", "Listed, and never drawn as if it had happened.", denied),
      this.mentions(),
    );
    this.mark();
  }

  emptyNote() {
    const { story, count } = this.model;
    if (!story.n) return el("p", { class: "dl-note", text: "No events were found in this text." });
    if (!count && !this.model.undated.length)
      return el("p", { class: "dl-note", text: "No event in this window with these filters." });
    return null;
  }

  tray(title, why, rows) {
    if (!rows.length) return null;
    const shown = rows.slice(0, MOST_CARDS).map((row) => this.card(row));
    const head = el("h3", { text: `${title} (${rows.length.toLocaleString("en")})`, title: why });
    return el(
      "section",
      { class: "dl-tray", "aria-label": title },
      head,
      el("p", { class: "dl-why", text: why }),
      shown,
    );
  }

  mentions() {
    const { story } = this.model;
    if (!story.mentioned.length) return null;
    const items = story.mentioned.map(({ place, why }) =>
      el(
        "li",
        {},
        el("button", { type: "button", text: story.places.name(place), onclick: () => this.on.showPlace(place) }),
        el("span", { text: why }),
      ),
    );
    const head = el("h3", { text: `Mentioned, no event here (${items.length})` });
    return el("section", { class: "dl-tray dl-mentions", "aria-label": "Mentioned places" }, head, el("ul", {}, items));
  }

  card(row) {
    if (!this.nodes.has(row)) this.nodes.set(row, this.make(row));
    return this.nodes.get(row);
  }

  make(row) {
    const { story } = this.model;
    const chip = el("span", {
      class: `dl-chip dl-${story.place[row] < 0 ? "exact" : story.precision(row)}`,
      text: story.number[row],
      "aria-hidden": "true",
    });
    const head = el(
      "button",
      { type: "button", class: "dl-head", "aria-expanded": "false", onclick: () => this.toggle(row) },
      chip,
      el(
        "span",
        { class: "dl-line" },
        el("span", { class: "dl-when", text: story.when(row) }),
        el("span", { class: "dl-where", text: story.where(row) }),
        el("span", { class: "dl-title", text: story.titleOf(row) }),
      ),
    );
    const node = el("article", { class: "dl-card", "data-row": row, "data-id": story.id(row) }, head);
    node.dataset.group = story.legend.groups[story.kindGroup[row]][0];
    node.dataset.status = story.legend.statuses[story.status[row]];
    return node;
  }

  toggle(row) {
    if (this.model.selected === row) this.model.select(-1);
    else this.on.show(row);
  }

  /** Show which card is selected, hovered or only perhaps inside the window. */
  mark() {
    const { model } = this;
    for (const [row, node] of this.nodes) {
      const selected = row === model.selected;
      node.classList.toggle("dl-selected", selected);
      node.classList.toggle("dl-hovered", row === model.hovered);
      node.classList.toggle("dl-faint", Boolean(model.story.flags[row] & 1) && !model.isSurelyInside(row));
      node.firstChild.setAttribute("aria-expanded", String(selected));
      if (selected && node.childElementCount === 1) node.append(details(model.story, row));
      if (!selected && node.childElementCount > 1) node.lastChild.remove();
    }
    this.markText();
  }

  markText() {
    if (!this.model.story.reading) return;
    const [selected, hovered] = [this.model.selected, this.model.hovered].map((row) =>
      row < 0 ? null : this.model.story.id(row),
    );
    for (const piece of this.text.querySelectorAll("[data-events]")) {
      const ids = piece.dataset.events.split(" ");
      piece.classList.toggle("dl-told", selected !== null && ids.includes(selected));
      piece.classList.toggle("dl-heard", hovered !== null && ids.includes(hovered));
    }
  }

  /** Bring the selected card, and its sentence in the text, into view. */
  reveal() {
    const { selected } = this.model;
    if (selected >= 0) scrollWithin(this.list, this.nodes.get(selected));
    scrollWithin(this.text, this.text.querySelector(".dl-told"));
  }
}

function scrollWithin(box, node) {
  if (!node?.isConnected || box.hidden) return;
  const [outer, inner] = [box.getBoundingClientRect(), node.getBoundingClientRect()];
  if (inner.top < outer.top) box.scrollTop -= outer.top - inner.top + 8;
  else if (inner.bottom > outer.bottom)
    box.scrollTop += Math.min(inner.bottom - outer.bottom, inner.top - outer.top) + 8;
}

function details(story, row) {
  const quote = story.quote(row);
  const actors = story.actors(row);
  const reasons = story
    .reasons(row)
    .map(({ about, why, doubtful }) =>
      el(
        "li",
        { class: doubtful ? "dl-doubt" : "" },
        el("b", { text: `${ABOUT_WORDS[about] ?? about}: ` }),
        doubtful ? `doubtful, ${why}` : why,
      ),
    );
  const others = story.others(row).map(({ role, name }) => `${name} (${ROLE_WORDS[role] ?? role})`);
  const key = story.legend.statuses[story.status[row]];
  const status = key === "asserted" ? "" : STATUS_WORDS[key];
  const facts = [
    ["Kind", story.kindLabel(row) + (status ? `, ${status}` : "")],
    ["Who", actors.join(", ")],
    ["Also", others.join(", ")],
    ["Sure?", story.sure(row)],
    ["Source", story.source(row)],
  ].filter(([, value]) => value);
  return el(
    "div",
    { class: "dl-details" },
    quote ? el("blockquote", { text: quote }) : null,
    el(
      "dl",
      {},
      facts.map(([name, value]) => [el("dt", { text: name }), el("dd", { text: value })]),
    ),
    reasons.length ? el("ul", { class: "dl-reasons" }, reasons) : null,
  );
}

/** The articles' text: places underlined, dates boxed, event numbers in the margin. */
function readingText(story, show) {
  return story.reading.map((paragraphs) =>
    el(
      "article",
      {},
      paragraphs.map((paragraph) => readingParagraph(story, paragraph, show)),
    ),
  );
}

function readingParagraph(story, [pieces, chips], show) {
  const margin = chips.map(([number, id, group]) => {
    const label = `Event ${number}`;
    return el("button", {
      type: "button",
      class: "dl-chip dl-exact",
      "data-group": group,
      text: number,
      title: label,
      "aria-label": label,
      onclick: () => show(story.row(id)),
    });
  });
  const body = pieces.map(([text, mark, hint, , events]) => {
    const props = { class: mark ? `dl-mark-${mark}` : "", title: hint || undefined };
    if (events.length) props["data-events"] = events.join(" ");
    const node = el("span", props, text);
    if (events.length) node.addEventListener("click", () => show(story.row(events[0])));
    return node;
  });
  return el("div", { class: "dl-par" }, el("div", { class: "dl-margin" }, margin), el("p", {}, body));
}
