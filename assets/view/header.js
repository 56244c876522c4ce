// The header: title, counts that add up, range of dates, publication date, doubts, search and filters.
import { rangeWords } from "./days.js";
import { button, el, fill } from "./dom.js";

const GROUP_WORDS = {
  place_and_date: "with place and date",
  place_only: "without a date",
  date_only: "without a place",
  neither: "with neither",
  not_happened: "denied or only possible",
};

/** The header; `help` is the button that explains the page. */
export function header(story, panel, switchTheme, help) {
  const title = el("h1");
  const facts = el("p", { class: "dl-facts" });
  const counts = el("p", { class: "dl-counts" });
  const theme = button("◐", switchTheme, { label: "Light or dark", class: "dl-round" });
  const toTable = el("button", { type: "button", text: "Table", onclick: () => goToTable() });
  const tools = el("div", { class: "dl-tools" }, panel.weight, panel.search, panel.opener, toTable, help, theme);
  const element = el(
    "header",
    { class: "dl-header" },
    el("div", { class: "dl-headline" }, title, facts, counts),
    tools,
  );
  const head = {
    element,
    story(next) {
      title.textContent = next.title || "Untitled story";
      title.title = title.textContent;
      fill(facts, factsOf(next));
    },
    count(model) {
      counts.textContent = countWords(model);
    },
    themeGiven: () => theme.remove(),
  };
  head.story(story);
  return head;
}

function goToTable() {
  const table = document.querySelector("#dl-table");
  table.scrollIntoView();
  table.focus({ preventScroll: true });
}

function factsOf(story) {
  const { articles, counts } = story.payload;
  const facts = [];
  if (articles.length === 1) {
    const [{ source, published_words: words }] = articles;
    if (source) facts.push(el("span", { class: "dl-source", text: source, title: source }));
    facts.push(el("span", { text: `Published: ${words}` }));
  } else if (articles.length) facts.push(el("span", { text: `${articles.length} articles` }));
  const range = rangeOf(story);
  if (range) facts.push(el("span", { text: `Covers ${range}` }));
  const made = articles.length ? "Machine-made" : "From a table";
  facts.push(el("span", { text: `${made}, ${counts.checked} of ${counts.events} checked` }));
  if (counts.doubts) facts.push(el("span", { class: "dl-doubt", text: `${counts.doubts} doubtful` }));
  return facts;
}

function rangeOf(story) {
  let first = Infinity;
  let last = -Infinity;
  for (let row = 0; row < story.n; row++) {
    if (!(story.flags[row] & 1)) continue;
    for (const day of [story.start[row], story.endEarliest[row]])
      if (Math.abs(day) < 2 ** 30) first = Math.min(first, day);
    for (const day of [story.end[row], story.startLatest[row]]) if (Math.abs(day) < 2 ** 30) last = Math.max(last, day);
  }
  return first <= last ? rangeWords(first, last) : "";
}

/** "13 events: 9 with place and date, 1 without a place, ...": five groups that add up. */
function countWords(model) {
  const { story } = model;
  const { events, groups } = story.payload.counts;
  const parts = groups
    .map((count, at) => [count, GROUP_WORDS[story.legend.event_groups[at]]])
    .filter(([count]) => count);
  const all = `${events.toLocaleString("en")} ${events === 1 ? "event" : "events"}`;
  return parts.length
    ? `${all}: ${parts.map(([count, words]) => `${count.toLocaleString("en")} ${words}`).join(", ")}`
    : all;
}
