// The state of the view as the hash of the URL, readable by people. No DOM but `location`, which may be closed to us.
import { isoDay, parseDay } from "./days.js";
import { cleaned } from "./filters.js";

const LISTS = { kinds: "kind", statuses: "status", saliences: "weight", actors: "who", places: "place" };

/** State to "window=2025-11-06..2025-12-17&event=..."; parts that are as at the start are left out. */
export function toHash({ window, mode, selected, filters, camera }) {
  const params = new URLSearchParams();
  if (window) params.set("window", window.map((day) => (day === null ? "" : isoDay(day))).join(".."));
  if (mode === "accumulate") params.set("upto", "1");
  if (selected) params.set("event", selected);
  for (const [name, key] of Object.entries(LISTS)) for (const item of filters[name] ?? []) params.append(key, item);
  for (const [name, key] of Object.entries(LISTS)) if (filters[name]?.length === 0) params.set(key, "");
  if (filters.search) params.set("search", filters.search);
  if (filters.min_confidence) params.set("sure", String(filters.min_confidence));
  if (filters.undated === false) params.set("undated", "0");
  if (camera) params.set("map", camera.map((number) => Number(number.toFixed(4))).join(","));
  return params.toString();
}

/** The counterpart; what cannot be read is left out. */
export function fromHash(hash) {
  const params = new URLSearchParams(hash.replace(/^#/, ""));
  const filters = {};
  for (const [name, key] of Object.entries(LISTS)) {
    if (params.has(key)) filters[name] = params.getAll(key).filter(Boolean);
  }
  if (params.has("search")) filters.search = params.get("search");
  if (params.has("sure")) filters.min_confidence = Number(params.get("sure"));
  if (params.get("undated") === "0") filters.undated = false;
  return {
    window: readWindow(params.get("window")),
    mode: params.get("upto") === "1" ? "accumulate" : "window",
    selected: params.get("event"),
    filters: cleaned(filters),
    camera: readCamera(params.get("map")),
  };
}

function readWindow(text) {
  if (!text?.includes("..")) return null;
  const [from, to] = text.split("..");
  const window = [parseDay(from), parseDay(to, true)];
  return window[0] === null && window[1] === null ? null : window;
}

function readCamera(text) {
  const numbers = (text ?? "").split(",").map(Number);
  const valid = numbers.length === 3 && numbers.every(Number.isFinite) && Math.abs(numbers[0]) <= 90;
  return valid ? numbers : null;
}
