// The help: how to read the marks, what can be done, and the keys. A native dialog, so that Escape closes it.
import { button, el, fill } from "./dom.js";

const READING = [
  ["dl-exact", "A full disc is an exact place: a town, a base, a street."],
  ["dl-area", "A dashed ring is an area, or a place that the text only implies: somewhere inside the outline."],
  ["dl-country", "A square is a whole country."],
  ["dl-planned", "A double line is planned, and lies to the right of “published”."],
];
const NOTES = [
  "A mark's number is the event's number in the list, on the timeline and in the text.",
  "On the timeline a bar is a time that is not known to the day: it fades where it is unsure, and an arrow is an open end. Two slanted strokes leave out empty years.",
  "Faint marks lie inside the window only by the widest reading of their date.",
  "A grey ring is a place that is mentioned, where nothing is reported to have happened.",
  "What was denied or is only possible is listed, and never drawn on the map.",
  "Everything was read by a machine. Compare an event with its sentence before you rely on it.",
];
const KEYS = [
  ["Tab", "to the next button, handle or event"],
  ["← →", "on a handle of the timeline: a step"],
  ["Page Up, Page Down", "on a handle: a large step"],
  ["Home, End", "on a handle: to the end of the story"],
  ["↑ ↓", "in the list of events: to the next one"],
  ["Enter", "opens the event"],
  ["+ − and arrows", "on the map: zoom and move"],
  ["Ctrl + wheel", "on the timeline: zoom"],
  ["Esc", "closes lists, filters and this help"],
];

/** The button for the header; the dialog is made when it is first asked for. */
export function helpButton(root) {
  const open = () => {
    dialog ??= makeDialog();
    if (!dialog.isConnected) root.append(dialog);
    dialog.showModal();
  };
  let dialog = null;
  return button("?", open, { label: "Help: how to read this page", class: "dl-round" });
}

function makeDialog() {
  const dialog = el("dialog", { class: "dl-help", "aria-labelledby": "dl-help-title" });
  const close = button("×", () => dialog.close(), { label: "Close the help", class: "dl-close" });
  const signs = READING.map(([shape, text]) =>
    el("li", {}, el("i", { class: `dl-chip ${shape}`, "aria-hidden": "true" }), el("span", { text })),
  );
  return fill(
    dialog,
    el("header", {}, el("h2", { id: "dl-help-title", text: "How to read this page" }), close),
    el("ul", { class: "dl-signs" }, signs),
    el(
      "ul",
      {},
      NOTES.map((text) => el("li", { text })),
    ),
    el("h3", { text: "Keys" }),
    el(
      "dl",
      {},
      KEYS.map(([key, text]) => [el("dt", {}, el("kbd", { text: key })), el("dd", { text })]),
    ),
  );
}
