// The reading pane: a card for each event, the trays, the mentioned places, and the article's own text where it is given.
import { button, el, fill } from "./dom.js";
import { ABOUT_WORDS, ROLE_WORDS, STATUS_LABELS, STATUS_WORDS } from "./words.js";

const MOST_CARDS = 150;

export class Cards {
  /** `on.show(row)` selects an event and brings it into view on the map. */
  constructor(model, on) {
    Object.assign(this, { model, on, nodes: new Map() });
    this.list = el("div", { class: "dl-cards" });
    this.text = el("div", { class: "dl-text", tabindex: "0", role: "region", "aria-label": "Text of the article" });
    this.dock = el("div", { class: "dl-dock", role: "region", "aria-label": "The selected event" });
    this.tabs = ["Text", "Events"].map((name) =>
      el("button", { type: "button", text: name, onclick: () => this.tab(name) }),
    );
    this.tabBar = el("div", { class: "dl-tabs dl-group", role: "group", "aria-label": "Reading pane" }, this.tabs);
    this.element = el(
      "section",
      { class: "dl-pane", "aria-label": "Events" },
      this.tabBar,
      this.list,
      this.text,
      this.dock,
    );
    this.tab(model.story.reading ? "Text" : "Events");
    this.list.addEventListener("keydown", (event) => this.key(event));
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

  /** Show the article's text with the selected event below it, or the events one after the other. */
  tab(name) {
    for (const node of this.tabs) node.setAttribute("aria-pressed", String(node.textContent === name));
    this.list.hidden = name !== "Events";
    this.text.hidden = name !== "Text";
    this.mark();
    this.reveal();
  }

  /** Up and down lead from card to card. */
  key(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const heads = step ? [...this.list.querySelectorAll(".dl-head")] : [];
    const next = heads[heads.indexOf(document.activeElement) + step];
    if (!next || !heads.includes(document.activeElement)) return;
    event.preventDefault();
    next.focus();
  }

  /** The selected event's card under the text. */
  showDock() {
    const { selected, story } = this.model;
    this.dock.hidden = this.text.hidden || selected < 0 || selected >= story.n;
    if (this.dock.hidden || this.docked === this.stamp()) return;
    this.docked = this.stamp();
    const close = button("×", () => this.model.select(-1), { label: "Close", class: "dl-close" });
    const card = this.make(selected);
    card.classList.add("dl-selected");
    card.firstChild.replaceWith(el("div", { class: "dl-head" }, ...card.firstChild.childNodes));
    card.append(details(story, selected));
    fill(this.dock, close, card);
  }

  stamp() {
    return `${this.model.selected} ${this.version}`;
  }

  /** Everything anew, after another story or other filters. */
  rebuild() {
    this.nodes.clear();
    this.version = (this.version ?? 0) + 1;
    this.tabBar.hidden = !this.model.story.reading;
    if (!this.model.story.reading && this.list.hidden) this.tab("Events");
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
        el(
          "span",
          { class: "dl-kicker" },
          el("span", { class: "dl-when", text: story.when(row) }),
          " ",
          el("span", { class: "dl-where", text: story.where(row) }),
        ),
        el("span", { class: "dl-title", text: story.titleOf(row) }),
        badges(story, row),
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
      const selected = row === model.selected && !this.list.hidden; // else the dock shows it
      node.classList.toggle("dl-selected", selected);
      node.classList.toggle("dl-hovered", row === model.hovered);
      node.classList.toggle("dl-faint", Boolean(model.story.flags[row] & 1) && !model.isSurelyInside(row));
      node.firstChild.setAttribute("aria-expanded", String(selected));
      if (selected && node.childElementCount === 1) node.append(details(model.story, row));
      if (!selected && node.childElementCount > 1) node.lastChild.remove();
    }
    this.showDock();
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
  if (inner.top < outer.top || inner.bottom > outer.bottom) box.scrollTop += Math.floor(inner.top - outer.top);
}

/** What sets an event apart: planned, doubtful, checked. */
function badges(story, row) {
  const status = story.legend.statuses[story.status[row]];
  const found = [
    status === "planned" || status === "background" ? [STATUS_LABELS[status], ""] : null,
    story.has(row, "doubtful") ? ["doubtful", "dl-doubt"] : null,
    story.has(row, "checked") ? ["✓ checked", "dl-checked"] : null,
  ].filter(Boolean);
  if (!found.length) return null;
  return el(
    "span",
    { class: "dl-badges" },
    found.map(([text, name]) => el("span", { class: `dl-badge ${name}`, text })),
  );
}

function details(story, row) {
  const quote = story.quote(row);
  const others = story.others(row).map(({ role, name }) => `${name} (${ROLE_WORDS[role] ?? role})`);
  const key = story.legend.statuses[story.status[row]];
  const status = key === "asserted" ? "" : STATUS_WORDS[key];
  const facts = [
    ["Who", story.actors(row).join(", ")],
    ["Kind", story.kindLabel(row) + (status ? `, ${status}` : "")],
    ["Also", [...new Set(others)].join(", ")],
    ["How sure", story.sure(row)],
    ...story
      .reasons(row)
      .map(({ about, why, doubtful }) => [ABOUT_WORDS[about] ?? about, doubtful ? `doubtful, ${why}` : why, doubtful]),
    ["Source", story.source(row)],
  ].filter(([, value]) => value);
  return el(
    "div",
    { class: "dl-details" },
    quote ? el("blockquote", { text: quote }) : null,
    el(
      "dl",
      {},
      facts.map(([name, value, doubtful]) => [
        el("dt", { text: name }),
        el("dd", { text: value, class: doubtful ? "dl-doubt" : undefined }),
      ]),
    ),
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
