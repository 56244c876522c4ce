// The dashboard's side of the frame: shows the page in a sandboxed iframe and carries messages both ways.
//
// Streamlit calls the default function at every rerun. The iframe is made anew only when the order names
// another story; everything else is posted into the page that is there, so map, zoom and window survive.
// docs/embedding.md has the messages.

/** Streamlit hands bytes over as a Uint8Array; the order is JSON in UTF-8. */
export function readOrder(data) {
  return JSON.parse(new TextDecoder().decode(data));
}

/** "dark" when a colour such as "#0e1117", "#eee" or "rgb(14, 17, 23)" is darker than middle grey. */
export function themeOf(color) {
  const hex = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(color.trim());
  const parts = hex ? channels(hex[1]) : (color.match(/[0-9.]+/g) || []).slice(0, 3).map(Number);
  if (parts.length < 3) return "light";
  return 0.299 * parts[0] + 0.587 * parts[1] + 0.114 * parts[2] < 128 ? "dark" : "light";
}

function channels(hex) {
  const wide = hex.length === 3 ? hex.replace(/./g, "$&$&") : hex;
  return [0, 2, 4].map((at) => parseInt(wide.slice(at, at + 2), 16));
}

/**
 * What Python is told of a message of the page. `story` and `turn` tell it from an older state that Streamlit keeps:
 * the same event chosen again, after the rail had chosen another one, is news.
 */
export function stateOf(message, story, turn) {
  const { window = null, selected = null, filters = {} } = message;
  return { window, selected, filters, story, turn };
}

function newFrame(order) {
  const frame = document.createElement("iframe");
  frame.className = "dateline-frame";
  frame.title = "Map, timeline and text of the story";
  frame.setAttribute("sandbox", "allow-scripts");
  frame.srcdoc = order.page;
  return frame;
}

/** One mounted component: the frame, what was posted into it, and how to speak with Streamlit. */
class Mount {
  constructor(parent, tell) {
    this.parent = parent;
    this.tell = tell;
    this.frame = null;
    this.turn = 0;
    this.listen = (event) => this.hear(event);
    this.retheme = () => this.postTheme();
    window.addEventListener("message", this.listen);
    this.media = window.matchMedia("(prefers-color-scheme: dark)");
    this.media.addEventListener("change", this.retheme);
  }

  follow(data) {
    if (data !== this.data) {
      this.data = data;
      this.order = readOrder(data);
    }
    if (this.order.serial !== this.serial) this.open();
    else if (this.ready) this.post();
  }

  open() {
    this.serial = this.order.serial;
    this.revision = this.made = 0;
    this.ready = false;
    this.theme = null;
    this.sequence = this.order.command ? this.order.command.seq : 0;
    const frame = newFrame(this.order);
    if (this.frame) this.frame.replaceWith(frame);
    else this.parent.append(frame);
    this.frame = frame;
  }

  post() {
    const { revision, payload_revision: made, payload, patch, command } = this.order;
    if (made > this.made) {
      this.revision = this.made = made;
      this.say({ type: "dateline:replace", payload });
    }
    if (revision > this.revision && patch) {
      this.revision = revision;
      this.say({ type: "dateline:patch", patch });
    }
    if (command && command.seq > this.sequence) {
      this.sequence = command.seq;
      this.say(command.message);
    }
    this.postTheme();
  }

  postTheme() {
    const color = getComputedStyle(this.parent).getPropertyValue("--st-background-color");
    const theme = themeOf(color);
    if (!this.ready || theme === this.theme) return;
    this.theme = theme;
    this.say({ type: "dateline:theme", theme });
  }

  say(message) {
    this.frame.contentWindow.postMessage(message, "*");
  }

  hear(event) {
    if (!this.frame || event.source !== this.frame.contentWindow) return;
    const message = event.data;
    if (!message || typeof message !== "object") return;
    if (message.type === "dateline:ready" && !this.ready) {
      this.ready = true;
      this.post();
    }
    if (message.type === "dateline:state") this.tell("state", stateOf(message, this.serial, ++this.turn));
  }

  close() {
    window.removeEventListener("message", this.listen);
    this.media.removeEventListener("change", this.retheme);
    if (this.frame) this.frame.remove();
  }
}

const mounts = new WeakMap();

export default function show({ data, parentElement, setStateValue }) {
  let mount = mounts.get(parentElement);
  if (!mount) {
    mount = new Mount(parentElement, setStateValue);
    mounts.set(parentElement, mount);
  }
  mount.tell = setStateValue;
  mount.follow(data);
  return () => {
    mount.close();
    mounts.delete(parentElement);
  };
}
