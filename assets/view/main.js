// mount(map, payload, options) puts the linked view around a Leaflet map: header, map, reading pane, timeline, table.
import { Brush } from "./brush.js";
import { Cards } from "./cards.js";
import { afterRest, button, el, inNextFrame } from "./dom.js";
import { PROTOCOL, connect } from "./embed.js";
import { decodeGround } from "./ground.js";
import { header } from "./header.js";
import { helpButton } from "./help.js";
import { legend } from "./legend.js";
import { MapView } from "./mapview.js";
import { Model } from "./model.js";
import { opening, rowNear } from "./opening.js";
import { Panel } from "./panel.js";
import { patched } from "./patch.js";
import { decode } from "./payload.js";
import { Player } from "./player.js";
import { windowAt } from "./steps.js";
import { fromHash, toHash } from "./state.js";
import { Table } from "./table.js";
import { readTheme, setTheme } from "./theme.js";
import { installShims } from "./userlayers.js";

installShims();

const SMALL = 400; // events up to which cards and table follow every frame of a drag
const REST_MS = 250;

/**
 * Mount the view. `options` may hold theme ("auto", "light", "dark") and tiles (the hosts of online tiles that a user added). Returns {update, mend, destroy, ready, ...}:
 * update(payload) takes other data into the same map, mend(patch) changes a few events of it; `ready` resolves when everything is drawn; draw() draws at once
 * what would wait for the next frame; report() says what stands where.
 */
export function mount(map, payload, options = {}) {
  const view = new View(map, options);
  const ready = view.start(payload);
  return {
    ready,
    update: (next) => ready.then(() => view.replace(next)),
    mend: (patch) => ready.then(() => view.mend(patch)),
    destroy: () => view.destroy(),
    report: () => view.report(),
    draw: () => view.frame(),
    strip: () => view.brush.strip,
    map: () => map,
    get model() {
      return view.model;
    },
  };
}

class View {
  constructor(map, options) {
    this.map = map;
    this.options = options;
    this.root = el("div", { class: "dl-root" });
    this.scheme = matchMedia("(prefers-color-scheme: dark)");
    this.still = matchMedia("(prefers-reduced-motion: reduce)");
    this.wear(options.theme ?? "auto");
    this.recolor = () => {
      this.wear(this.worn);
      this.colors();
    };
  }

  /** Put on a theme: "light", "dark" or "auto", which follows the system. */
  wear(theme) {
    this.worn = theme;
    setTheme(this.root, theme, this.scheme.matches);
  }

  async start(payload) {
    const [story, ground] = await Promise.all([decode(payload), decodeGround(payload.ground)]);
    this.given = story;
    this.model = new Model(story);
    this.build(story, ground);
    this.obeyed = Promise.resolve(); // one command after the other: new data take a moment to unpack
    this.link = connect((command) => (this.obeyed = this.obeyed.then(() => this.obey(command)).catch(console.error)));
    this.restore();
    this.model.listen((changed) => this.changed(changed));
    this.refreshAll();
    this.first();
    this.scheme.addEventListener("change", this.recolor);
    this.link.post("dateline:ready", { version: PROTOCOL, events: story.n });
    this.link.post("dateline:state", this.state());
  }

  build(story, ground) {
    const { model, map, root } = this;
    const container = map.getContainer();
    container.before(root);
    for (const [key, , color] of story.legend.groups) root.style.setProperty(`--kind-${key}`, color);
    const show = (row) => this.show(row);
    this.cards = new Cards(model, { show, showPlace: (place) => this.mapview.revealPlace(place, !this.still.matches) });
    this.panel = new Panel(model, () => this.letGo());
    this.table = new Table(model, show);
    this.brush = new Brush(model, {}, this.brushActions());
    this.brush.published = publishedDay(story);
    this.head = header(story, this.panel, () => this.nextTheme(), helpButton(root));
    this.mapBox = el("div", { class: "dl-map" }, this.panel.element);
    const middle = el("div", { class: "dl-middle" }, this.mapBox, this.cards.element);
    root.append(el("div", { class: "dl-shell" }, this.head.element, middle, this.brush.element), this.table.element);
    this.mapBox.prepend(container);
    document.querySelector("#dl-static")?.remove();
    this.player = new Player(
      model,
      (row) => this.step(row),
      (playing) => this.brush.playing(playing),
    );
    this.brush.speed.addEventListener("change", () => (this.player.speed = Number(this.brush.speed.value)));
    map.invalidateSize({ animate: false });
    this.theme = readTheme(root, story.legend);
    this.legend = legend(story, () => this.mapview.rearrange());
    this.mapview = new MapView(map, model, ground, this.theme, {
      hosts: this.options.tiles ?? [],
      legend: this.legend,
    });
    this.brush.theme = this.theme;
    this.mapBox.append(
      this.legend,
      button("⌂", () => this.mapview.home(!this.still.matches), { label: "Show all places", class: "dl-home" }),
    );
    this.remember = afterRest(() => this.writeHash(), REST_MS);
    map.on("moveend", this.remember);
    this.onResize = () => this.fit();
    map.on("resize", this.onResize);
    this.drawFrame = inNextFrame(() => this.frame());
    this.settle = afterRest(() => this.settled(), 120);
    this.tellRest = afterRest(() => this.letGo(), REST_MS);
    this.sizes = new ResizeObserver(() => map.invalidateSize({ animate: false, pan: false }));
    this.sizes.observe(this.mapBox);
  }

  brushActions() {
    return {
      letGo: () => this.letGo(),
      play: () => this.player.toggle(),
      step: (direction) => this.stepBy(direction),
      reset: () => this.reset(),
    };
  }

  /** Show the whole story, unless the user has moved the map himself: where a page is opened out of sight, the map has no size yet. */
  fit() {
    if (this.mapview.steered) return;
    this.mapview.home();
    if (this.model.selected >= 0) this.mapview.reveal(this.model.selected, false);
  }

  /** The first screen: everything shown, the weightiest event chosen unless the URL says otherwise. */
  first() {
    if (this.camera) this.mapview.steered = true;
    else this.mapview.home();
    this.refreshAll();
    this.selectedChanged();
  }

  restore() {
    const state = fromHash(this.link.framed ? "" : location.hash);
    this.camera = state.camera;
    if (state.camera) this.map.setView([state.camera[0], state.camera[1]], state.camera[2], { animate: false });
    if (Object.keys(state.filters).length) this.model.setFilters(state.filters);
    this.model.setMode(state.mode);
    if (state.window) this.model.setWindow(state.window);
    const row = state.selected ? this.model.story.row(state.selected) : opening(this.model, this.mapview.ground, SMALL);
    this.model.select(row);
  }

  changed(what) {
    if (what.has("story") || what.has("filters")) this.needsAll = true;
    if (what.has("selected")) this.needsSelected = true;
    if (what.has("window")) this.needsLists = true;
    this.drawFrame();
  }

  /** One frame: only what changed. Long lists wait until the hand rests. */
  frame() {
    const { model } = this;
    if (this.needsAll) this.refreshAll();
    else {
      this.mapview.redrawMarks();
      this.brush.repaint();
      if (this.needsLists && model.story.n <= SMALL) this.cards.refresh();
      else this.cards.mark();
    }
    if (this.needsSelected) this.selectedChanged();
    if (this.needsLists) this.settle();
    this.head.count(model);
    this.needsAll = this.needsSelected = this.needsLists = false;
  }

  settled() {
    if (this.model.story.n > SMALL) this.cards.refresh();
    this.table.refresh();
    this.brush.announce(statusWords(this.model));
  }

  selectedChanged() {
    const { model } = this;
    if (model.selected >= 0) this.mapview.reveal(model.selected, !this.still.matches);
    this.cards.mark();
    this.cards.reveal();
    if (model.story.mentioned.length) this.mapview.canvases.names.draw();
    this.remember();
    if (!this.brush.dragging && !this.obeying) this.tellRest();
  }

  refreshAll() {
    this.panel.rebuild();
    this.cards.rebuild();
    this.table.refresh();
    this.brush.rescale();
    this.mapview.redraw();
    this.head.count(this.model);
    this.brush.announce(statusWords(this.model));
  }

  /** Choose an event that someone pointed at, and widen the window if it lies outside. */
  show(row) {
    if (row < 0) return;
    this.model.select(row);
    if (!this.cards.list.hidden) this.cards.reveal();
  }

  stepBy(direction) {
    const row = this.model.neighbour(direction);
    if (row >= 0) this.step(row);
  }

  /** One step of Play, Previous or Next: the window follows the event. */
  step(row) {
    const { model } = this;
    const window = windowAt(model, row, this.player.playing);
    if (this.player.playing && !model.window) model.setMode("accumulate");
    if (window) model.setWindow(window);
    model.select(row);
  }

  reset() {
    this.player.stop();
    this.model.setMode("window");
    this.model.setWindow(null);
    this.model.setFilters({});
    this.brush.zoomTo(1, 0);
    this.mapview.home(!this.still.matches);
    this.letGo();
  }

  /** The user let go: the URL and the page around this one learn it now. */
  letGo() {
    this.settled();
    this.writeHash();
    if (!this.obeying) this.link.post("dateline:state", this.state());
  }

  state() {
    const { model } = this;
    return {
      window: model.window,
      selected: model.selected < 0 ? null : model.story.id(model.selected),
      filters: model.filters,
    };
  }

  writeHash() {
    if (this.link.framed) return;
    const { lat, lng } = this.map.getCenter();
    const hash = toHash({ ...this.state(), mode: this.model.mode, camera: [lat, lng, this.map.getZoom()] });
    try {
      history.replaceState(null, "", `#${hash}`);
    } catch {
      // a sandboxed page keeps its state to itself
    }
  }

  /** A command from the page around this one; it is not echoed, but that another event is open now is told. */
  async obey(command) {
    this.obeying = true;
    try {
      await this.follow(command);
    } finally {
      this.obeying = false;
    }
  }

  async follow({ select, window: days, filters, theme, payload, patch }) {
    const before = this.state().selected;
    if (theme !== undefined) {
      this.wear(theme);
      this.head.themeGiven();
      this.colors();
    }
    if (payload !== undefined) await this.replace(payload);
    if (patch !== undefined) await this.mend(patch);
    if (days !== undefined) this.model.setWindow(days);
    if (filters !== undefined) this.model.setFilters(filters);
    if (select !== undefined) this.model.select(select === null ? -1 : this.model.story.row(select));
    this.tellRest.cancel();
    this.drawFrame.cancel();
    this.frame();
    const state = this.state();
    if (select === undefined && state.selected !== before) this.link.post("dateline:state", state);
  }

  /** Other data in the same map: window, filters, selection and camera stay where they still mean something. */
  async replace(payload) {
    let decoded;
    try {
      decoded = await Promise.all([decode(payload), decodeGround(payload.ground)]);
    } catch (error) {
      console.error(error);
      return;
    }
    const [story, ground] = decoded;
    const moved = String(ground.frame) !== String(this.mapview.ground.frame);
    this.mapview.ground = ground;
    this.mapview.limits();
    this.given = story;
    this.take(story);
    if (moved) this.fit();
  }

  /** A few events of the data that was given last are others now. */
  async mend(patch) {
    try {
      this.take(await patched(this.given, patch));
    } catch (error) {
      console.error(error);
    }
  }

  take(story) {
    const { selected, story: old } = this.model;
    this.model.replace(story);
    if (selected >= 0 && this.model.selected < 0) this.model.select(rowNear(story, old.number[selected]));
    this.brush.published = publishedDay(story);
    this.head.story(story);
    this.refreshAll();
    this.link.post("dateline:ready", { version: PROTOCOL, events: story.n });
  }

  nextTheme() {
    this.wear(this.theme.dark ? "light" : "dark");
    this.colors();
  }

  colors() {
    this.theme = readTheme(this.root, this.model.story.legend);
    this.mapview.theme = this.theme;
    this.brush.theme = this.theme;
    this.mapview.redraw();
    this.brush.repaint();
  }

  report() {
    const { model } = this;
    return {
      ...this.mapview.report(),
      shown: model.shownCount,
      inside: Array.from(model.shown.subarray(0, model.count)),
      strip: this.brush.strip.items.map(({ row, chip, lane, from, to }) => ({ row, chip, lane, from, to })),
      status: this.brush.status.textContent,
    };
  }

  destroy() {
    this.player.stop();
    this.link.close();
    this.brush.destroy();
    this.sizes.disconnect();
    for (const ask of [this.remember, this.settle, this.tellRest, this.drawFrame]) ask.cancel();
    this.scheme.removeEventListener("change", this.recolor);
    this.map.off("resize", this.onResize);
    this.mapview.destroy();
    this.root.before(this.map.getContainer());
    this.root.remove();
  }
}

function publishedDay(story) {
  const days = new Set(story.payload.articles.map(({ published }) => published[1]));
  return days.size === 1 ? [...days][0] : null;
}

function statusWords(model) {
  const shown = model.shownCount.toLocaleString("en");
  return `${shown} of ${model.story.n.toLocaleString("en")} events shown`;
}
