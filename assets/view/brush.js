// The timeline slider: track, two handles From and To, typed dates, play, step, zoom.
import { OPEN_END, OPEN_START, dayWords, isoDay, parseDay, rangeWords } from "./days.js";
import { afterRest, button, el, fill, icon, inNextFrame } from "./dom.js";
import { Scale } from "./scale.js";
import { Strip } from "./strip.js";

const ICONS = {
  play: "M8 5v14l11-7z",
  pause: "M7 5h4v14H7zM13 5h4v14h-4z",
  back: "M7 5h2v14H7zM20 5v14l-10-7z",
  next: "M15 5h2v14h-2zM4 5v14l10-7z",
};
const MAX_ZOOM = 64;
const SIDE = 18; // room for half a handle at each end of the track
const MARGIN = 18; // axis kept free at both ends: a handle at rest covers no mark

export class Brush {
  /** `on` has letGo() when a change of the window is complete, and play(), step(direction), reset(). */
  constructor(model, theme, on) {
    Object.assign(this, { model, theme, on, zoom: 1, left: 0, published: null });
    this.strip = new Strip(model);
    this.canvas = el("canvas", { class: "dl-strip", "aria-hidden": "true" });
    this.handles = { from: this.handle("from", "From"), to: this.handle("to", "To") };
    this.body = el("div", { class: "dl-body" });
    this.shades = [el("div", { class: "dl-shade" }), el("div", { class: "dl-shade" })];
    this.track = el(
      "div",
      { class: "dl-track" },
      this.canvas,
      this.shades,
      this.body,
      this.handles.from,
      this.handles.to,
    );
    this.tip = el("div", { class: "dl-tip dl-time-tip", hidden: true, "aria-hidden": "true" });
    this.track.append(this.tip);
    this.element = el("section", { class: "dl-time", "aria-label": "Timeline" }, this.bar(), this.track);
    this.repaint = inNextFrame(() => this.paint());
    this.rest = afterRest(() => this.on.letGo(), 250);
    this.listen();
    this.observer = new ResizeObserver(() => this.resize());
    this.observer.observe(this.track);
  }

  destroy() {
    this.observer.disconnect();
    this.repaint.cancel();
    this.rest.cancel();
  }

  handle(end, label) {
    const flag = el("span", { class: "dl-flag" });
    const props = {
      class: `dl-handle dl-handle-${end}`,
      role: "slider",
      tabindex: "0",
      "aria-label": label,
      "aria-orientation": "horizontal",
    };
    return Object.assign(el("div", props, flag), { flag });
  }

  bar() {
    this.play = button("", () => this.on.play(), { label: "Play from event to event", class: "dl-round" });
    this.speed = el(
      "select",
      { "aria-label": "Speed" },
      [0.5, 1, 2, 4].map((x) => el("option", { value: x, text: `${x}×` })),
    );
    this.speed.value = "1";
    this.fields = { from: this.field("from", "From"), to: this.field("to", "To") };
    this.modes = ["window", "accumulate"].map((mode) => this.modeButton(mode));
    this.status = el("span", { class: "dl-status", role: "status", "aria-live": "polite" });
    const sign = (name, label, work) => button("", work, { label, class: "dl-round" });
    const back = sign("back", "Previous event", () => this.on.step(-1));
    const next = sign("next", "Next event", () => this.on.step(1));
    back.append(icon(ICONS.back));
    next.append(icon(ICONS.next));
    this.playing(false);
    const zoom = el(
      "span",
      { class: "dl-group", role: "group", "aria-label": "Zoom of the timeline" },
      button("−", () => this.zoomBy(0.5), { label: "Show more time" }),
      button("+", () => this.zoomBy(2), { label: "Show less time" }),
      button("All", () => this.zoomTo(1, 0), { label: "All time" }),
    );
    const reset = button("Reset", () => this.on.reset(), { label: "Reset: show the whole story again" });
    const dates = el("span", { class: "dl-dates" }, this.fields.from.label, this.fields.to.label);
    const modes = el("span", { class: "dl-group", role: "group", "aria-label": "What the slider shows" }, this.modes);
    const player = el("span", { class: "dl-player" }, back, this.play, next, this.speed);
    return el("div", { class: "dl-bar" }, player, dates, modes, reset, zoom, this.status);
  }

  field(end, label) {
    const input = el("input", {
      type: "text",
      size: 11,
      inputmode: "text",
      autocomplete: "off",
      spellcheck: "false",
      placeholder: "yyyy-mm-dd",
    });
    input.addEventListener("change", () => this.typed(end, input));
    return { input, label: el("label", {}, `${label} `, input) };
  }

  modeButton(mode) {
    const [text, label] =
      mode === "window"
        ? ["Window", "Window: what happened between From and To"]
        : ["Up to", "Up to this date: everything before it, accumulated"];
    return button(text, () => this.setMode(mode), { label, "data-mode": mode });
  }

  setMode(mode) {
    if (mode === "accumulate" && !this.model.window) this.model.setWindow([null, this.model.last]);
    this.model.setMode(mode);
    this.on.letGo();
  }

  typed(end, input) {
    const empty = !input.value.trim();
    const day = empty ? null : parseDay(input.value, end === "to");
    input.setAttribute("aria-invalid", String(!empty && day === null));
    if (!empty && day === null) {
      this.status.textContent = `“${input.value.slice(0, 30)}” is not a date; write it like 2025-11-06 or Nov 2025.`;
      return;
    }
    if (this.counted) this.status.textContent = this.counted;
    if (end === "from" && !empty && this.model.mode === "accumulate") this.model.setMode("window");
    const window = this.model.window ?? [null, null];
    this.model.setWindow(end === "from" ? [day, window[1]] : [window[0], day]);
    this.on.letGo();
  }

  playing(now) {
    this.play.replaceChildren(icon(now ? ICONS.pause : ICONS.play));
    this.play.setAttribute("aria-label", now ? "Pause" : "Play from event to event");
    this.play.setAttribute("aria-pressed", String(now));
  }

  listen() {
    for (const end of ["from", "to"]) {
      this.handles[end].addEventListener("keydown", (event) => this.key(end, event));
      this.handles[end].addEventListener("pointerdown", (event) => this.drag(event, this.ends(end)));
    }
    this.body.addEventListener("pointerdown", (event) => this.pressBody(event));
    this.track.addEventListener("pointermove", (event) => this.over(event));
    this.track.addEventListener("pointerleave", () => this.leave());
    this.track.addEventListener("pointerdown", (event) => this.pressTrack(event));
    this.track.addEventListener("wheel", (event) => this.wheel(event), { passive: false });
  }

  ends(end) {
    return (day) => this.moveEnd(end, day);
  }

  at(event) {
    const box = this.track.getBoundingClientRect();
    return [event.clientX - box.left - SIDE, event.clientY - box.top];
  }

  over(event) {
    if (this.dragging) return;
    const [x, y] = this.at(event);
    const row = this.strip.hit(x, y);
    this.model.hover(row);
    this.track.classList.toggle("dl-over", row >= 0);
    this.tellTip(x, row);
  }

  /** What is under the pointer: an event with its title, or how many events a stretch of the histogram holds. */
  tellTip(x, row) {
    const bin = row < 0 && !this.strip.items.length ? this.strip.bin(x) : null;
    this.tip.hidden = row < 0 && !bin;
    if (this.tip.hidden) return;
    fill(this.tip, row < 0 ? binLines(bin) : eventLines(this.model.story, row));
    const left = x + SIDE - this.tip.offsetWidth / 2;
    this.tip.style.left = `${Math.max(4, Math.min(left, this.width + 2 * SIDE - this.tip.offsetWidth - 4))}px`;
  }

  leave() {
    this.model.hover(-1);
    this.tip.hidden = true;
  }

  /** A press on a mark selects it; elsewhere it moves the nearer handle there. */
  pressTrack(event) {
    if (event.target !== this.track && event.target !== this.canvas && !this.shades.includes(event.target)) return;
    const [x, y] = this.at(event);
    const row = this.strip.hit(x, y);
    if (row >= 0) return this.model.select(row);
    const [from, to] = this.edges();
    const end = Math.abs(x - this.x(from)) < Math.abs(x - this.x(to + 1)) ? "from" : "to";
    this.moveEnd(end, this.dayAt(x));
    this.drag(event, this.ends(end));
  }

  /** A press on the window: on a mark it selects, else it drags the whole window along. */
  pressBody(event) {
    const [x, y] = this.at(event);
    const row = this.strip.hit(x, y);
    if (row >= 0) return void this.model.select(row);
    if (!this.model.window || this.model.mode === "accumulate") return;
    const start = this.dayAt(x);
    const [from, to] = this.edges();
    this.drag(event, (day) => this.model.setWindow([from + day - start, to + day - start]));
  }

  drag(event, move) {
    event.preventDefault();
    event.stopPropagation();
    const { pointerId } = event;
    this.dragging = true;
    this.tip.hidden = true;
    event.target.focus?.({ preventScroll: true });
    this.track.setPointerCapture(pointerId);
    const shift = (next) => {
      this.pending = this.at(next)[0];
      this.moveNow ??= requestAnimationFrame(() => {
        this.moveNow = null;
        move(this.dayAt(this.pending));
      });
    };
    const end = () => {
      for (const [name, work] of Object.entries({ pointermove: shift, pointerup: end, pointercancel: end })) {
        this.track.removeEventListener(name, work);
      }
      this.dragging = false;
      this.on.letGo();
    };
    this.track.addEventListener("pointermove", shift);
    this.track.addEventListener("pointerup", end);
    this.track.addEventListener("pointercancel", end);
  }

  moveEnd(end, day) {
    const [from, to] = this.edges();
    if (end === "from") {
      if (this.model.mode === "accumulate") this.model.setMode("window");
      return this.model.setWindow([Math.min(day, to), this.model.window?.[1] ?? null]);
    }
    const start = this.model.mode === "accumulate" ? null : (this.model.window?.[0] ?? null);
    return this.model.setWindow([start, Math.max(day, start === null ? this.model.first : from)]);
  }

  key(end, event) {
    const [from, to] = this.edges();
    const day = end === "from" ? from : to;
    const step = Math.max(1, this.dayAt(this.x(day) + 1) - day);
    const page = Math.max(7, this.dayAt(this.x(day) + this.width / 10) - day);
    const target = {
      ArrowLeft: day - step,
      ArrowDown: day - step,
      ArrowRight: day + step,
      ArrowUp: day + step,
      PageDown: day - page,
      PageUp: day + page,
      Home: end === "from" ? this.model.first : from,
      End: end === "from" ? to : this.model.last,
    }[event.key];
    if (target === undefined) return;
    event.preventDefault();
    this.moveEnd(end, Math.max(this.model.first, Math.min(this.model.last, target)));
    this.rest();
  }

  wheel(event) {
    if (!event.ctrlKey) return;
    event.preventDefault();
    this.zoomBy(event.deltaY < 0 ? 1.3 : 1 / 1.3, this.at(event)[0]);
  }

  zoomBy(factor, around = this.zoomCentre()) {
    const zoom = Math.max(1, Math.min(MAX_ZOOM, this.zoom * factor));
    const share = (this.left + around) / (this.width * this.zoom);
    this.zoomTo(zoom, share * this.width * zoom - around);
  }

  zoomCentre() {
    const { selected } = this.model;
    const at = selected >= 0 && this.model.story.flags[selected] & 1 ? this.strip.middle(selected) : this.width / 2;
    return Math.max(0, Math.min(this.width, at));
  }

  zoomTo(zoom, left) {
    this.zoom = zoom;
    this.left = Math.max(0, Math.min(left, this.width * (zoom - 1)));
    this.rescale();
  }

  /** The window as two real days on the axis. */
  edges() {
    const [from, to] = this.model.days();
    return [from === OPEN_START ? this.model.first : from, to === OPEN_END ? this.model.last : to];
  }

  x(day) {
    return this.scale.x(day) - this.left;
  }

  dayAt(x) {
    return this.scale.day(Math.max(0, Math.min(this.scale.width, x + this.left)));
  }

  resize() {
    const box = this.track.getBoundingClientRect();
    this.width = Math.max(40, box.width - 2 * SIDE);
    this.height = Math.max(40, box.height);
    this.ratio = Math.min(2, window.devicePixelRatio || 1);
    this.canvas.width = Math.round(this.width * this.ratio);
    this.canvas.height = Math.round(this.height * this.ratio);
    this.canvas.style.width = `${this.width}px`;
    this.canvas.style.height = `${this.height}px`;
    this.rescale();
  }

  rescale() {
    if (!this.width) return;
    this.scale = new Scale(this.model.axis, this.width * this.zoom, MARGIN);
    this.relayout();
  }

  relayout() {
    if (!this.scale) return;
    this.strip.layout(this.scale, this.width, this.height, this.left, this.published);
    this.repaint();
  }

  paint() {
    const context = this.canvas.getContext("2d");
    context.setTransform(this.ratio, 0, 0, this.ratio, 0, 0);
    const empty = !this.model.axis.length;
    this.track.classList.toggle("dl-empty", empty);
    if (empty) return context.clearRect(0, 0, this.width, this.height);
    this.strip.draw(context, this.theme);
    return this.placeHandles();
  }

  placeHandles() {
    const [from, to] = this.edges();
    const [first, last] = this.model.days();
    const clamped = (x) => Math.max(-8, Math.min(this.width + 8, x));
    const x0 = clamped(first === OPEN_START ? -this.left : this.x(from));
    const x1 = clamped(last === OPEN_END ? this.scale.width - this.left : this.x(to + 1));
    this.handles.from.style.transform = `translateX(${SIDE + x0}px)`;
    this.handles.to.style.transform = `translateX(${SIDE + x1}px)`;
    this.body.style.transform = `translateX(${SIDE + x0}px)`;
    this.body.style.width = `${Math.max(0, x1 - x0)}px`;
    this.shades[0].style.width = `${SIDE + x0}px`;
    this.shades[1].style.left = `${SIDE + x1}px`;
    this.track.classList.toggle("dl-close-handles", x1 - x0 < 120);
    this.tell(from, to);
  }

  tell(from, to) {
    const said = { from, to };
    for (const [end, day] of Object.entries(said)) {
      const handle = this.handles[end];
      const open = this.model.days()[end === "from" ? 0 : 1] === (end === "from" ? OPEN_START : OPEN_END);
      const words = dayWords(day);
      handle.flag.textContent = `${end === "from" ? "From" : "To"} ${words}`;
      handle.setAttribute("aria-valuemin", this.model.first);
      handle.setAttribute("aria-valuemax", this.model.last);
      handle.setAttribute("aria-valuenow", day);
      handle.setAttribute(
        "aria-valuetext",
        open ? `${words}, the ${end === "from" ? "beginning" : "end"} of the story` : words,
      );
      const { input } = this.fields[end];
      if (document.activeElement !== input || input.getAttribute("aria-invalid") !== "true") input.value = isoDay(day);
    }
    for (const node of this.modes) node.setAttribute("aria-pressed", String(node.dataset.mode === this.model.mode));
    this.handles.from.classList.toggle("dl-pinned", this.model.mode === "accumulate");
  }

  /** "12 of 14 events shown", politely. */
  announce(text) {
    if (text === this.counted) return; // a redraw alone does not wipe out what a typed date was told
    this.counted = text;
    this.status.textContent = text;
  }

  words() {
    return rangeWords(...this.edges());
  }
}

function eventLines(story, row) {
  return [
    el("b", { text: `${story.number[row]} · ${story.titleOf(row)}` }),
    el("div", { text: `${story.when(row)} · ${story.where(row)}` }),
  ];
}

function binLines({ from, to, count }) {
  const events = `${count.toLocaleString("en")} ${count === 1 ? "event" : "events"}`;
  return [el("b", { text: events }), el("div", { text: rangeWords(from, Math.max(from, to)) })];
}
