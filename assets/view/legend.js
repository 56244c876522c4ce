// The key of the map: what colours, shapes and lines mean, as far as this story uses them.
import { el } from "./dom.js";

const ROOM = { width: 1200, height: 800 }; // pixels of window from which the key stands open

/** `moved()` is called when it was opened or closed. */
export function legend(story, moved) {
  const used = new Set(story.kindGroup);
  const groups = story.legend.groups.map(([key, label], at) =>
    used.has(at) ? item(el("i", { class: "dl-swatch", "data-group": key, "aria-hidden": "true" }), label) : null,
  );
  const open = window.innerWidth >= ROOM.width && window.innerHeight >= ROOM.height;
  const element = el(
    "details",
    { class: "dl-legend", open },
    el("summary", { text: "Key" }),
    el("ul", {}, groups, shapes(story)),
  );
  element.addEventListener("toggle", moved);
  return element;
}

function shapes(story) {
  const [planned, shown] = [story.legend.statuses.indexOf("planned"), new Set()];
  for (let row = 0; row < story.n; row++) if (story.place[row] >= 0) shown.add(story.precision(row));
  const chip = (name) => el("i", { class: `dl-chip dl-${name}`, "aria-hidden": "true" });
  return [
    shown.has("exact") ? item(chip("exact"), "exact place") : null,
    shown.has("area") ? item(chip("area"), "area, or only implied") : null,
    shown.has("country") ? item(chip("country"), "whole country") : null,
    story.status.includes(planned) ? item(chip("planned"), "planned") : null,
    story.mentioned.length
      ? item(el("i", { class: "dl-ring", "aria-hidden": "true" }), "mentioned, no event here")
      : null,
  ];
}

function item(sign, words) {
  return el("li", {}, sign, words);
}
