// Messages between the page in a frame and the page around it. The protocol is docs/embedding.md.
import { cleaned } from "./filters.js";

export const PROTOCOL = 1;

/** What a message asks for, or null: only known types with well-formed fields. */
export function readMessage(message) {
  if (message === null || typeof message !== "object" || typeof message.type !== "string") return null;
  const read = Object.hasOwn(READERS, message.type) ? READERS[message.type] : null;
  return read ? read(message) : null;
}

const isDay = (value) => value === null || Number.isInteger(value);

const READERS = {
  "dateline:select": ({ id }) => (typeof id === "string" || id === null ? { select: id } : null),
  "dateline:window": ({ window }) => {
    if (window === null) return { window: null };
    return Array.isArray(window) && window.length === 2 && window.every(isDay) ? { window } : null;
  },
  "dateline:filter": ({ filters }) =>
    filters !== null && typeof filters === "object" ? { filters: cleaned(filters) } : null,
  "dateline:theme": ({ theme }) => (["light", "dark", "auto"].includes(theme) ? { theme } : null),
  "dateline:replace": ({ payload }) => readPayload(payload),
  "dateline:patch": ({ patch }) => (isPatch(patch) ? { patch } : null),
};

/** Whether a patch has all its parts; what they hold is read as text and numbers only. */
function isPatch(patch) {
  const parts = ["events", "places", "text", "outlines", "counts"];
  return (
    patch !== null &&
    typeof patch === "object" &&
    Array.isArray(patch.gone) &&
    parts.every((part) => patch[part] !== null && typeof patch[part] === "object")
  );
}

function readPayload(payload) {
  if (typeof payload !== "string") return payload !== null && typeof payload === "object" ? { payload } : null;
  try {
    return readPayload(JSON.parse(payload) ?? null);
  } catch {
    return null;
  }
}

/** Listen to the page around this one, and post to it. Outside a frame nothing happens. */
export function connect(obey) {
  const framed = window.parent !== window;
  const listen = (event) => {
    const command = event.source === window.parent && framed ? readMessage(event.data) : null;
    if (command) obey(command);
  };
  window.addEventListener("message", listen);
  return {
    framed,
    post: (type, fields) => framed && window.parent.postMessage({ type, ...fields }, "*"),
    close: () => window.removeEventListener("message", listen),
  };
}
