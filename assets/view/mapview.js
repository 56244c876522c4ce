// The map of the linked view: ground, marks and mentioned places on the Leaflet map that folium made.
import { CanvasLayer } from "./canvaslayer.js";
import { button, el, fill } from "./dom.js";
import { drawGround, drawNames } from "./ground.js";
import { Marks, isOnMap } from "./marks.js";
import { covers } from "./shapes.js";
import { beyond, distanceKm, drawMentioned, spread } from "./mentioned.js";
import { Inset } from "./inset.js";

const ARROWS = 6;
const INSET_FROM = { x: 620, y: 380 }; // pixels of map from which there is room for the inset
const STACK_ROWS = 60;
const HOME_ZOOM = 9;
const TILES_ZOOM = 18;
const KEY_SHARE = 0.6; // of the open key's width that the opening view keeps free
const NARROW = 500; // pixels: a smaller map points only to events beyond its edge

export class MapView {
  /** `hosts` of online tiles, and the `legend` that lies over the map. */
  constructor(map, model, ground, theme, { hosts, legend }) {
    Object.assign(this, { map, model, ground, theme, tiles: hosts, legend });
    this.inset = new Inset(model, (place) => this.revealPlace(place, !this.still.matches));
    this.edges = el("div", { class: "dl-edges" });
    this.marks = new Marks(model, theme);
    this.still = matchMedia("(prefers-reduced-motion: reduce)");
    this.mentions = [];
    this.steered = false; // whether the user moved the map himself
    this.canvases = {
      ground: layerIn(map, "dl-ground", 150, (context, view) => drawGround(context, view, this.ground, this.theme)),
      areas: layerIn(map, "dl-areas", 160, (context, view) => this.paintAreas(context, view)),
      names: layerIn(map, "dl-names", 170, (context, view) => this.paintNames(context, view)),
      marks: layerIn(map, "dl-marks", 450, (context, view, ratio) => this.paintMarks(context, view, ratio)),
    };
    this.pop = el("div", { class: "dl-pop", hidden: true, role: "dialog", "aria-label": "At this place" });
    this.tip = el("div", { class: "dl-tip", hidden: true, "aria-hidden": "true" });
    map.getContainer().append(this.inset.canvas, this.edges, this.pop, this.tip);
    L.DomEvent.disableClickPropagation(this.inset.canvas);
    L.DomEvent.disableClickPropagation(this.pop);
    L.DomEvent.disableScrollPropagation(this.pop);
    this.furnish();
    this.listen();
  }

  furnish() {
    const { map } = this;
    map.attributionControl?.setPrefix(false);
    for (const credit of this.ground.credits) map.attributionControl?.addAttribution(escaped(credit));
    for (const host of this.tiles) map.attributionControl?.addAttribution(escaped(`Online tiles from ${host}`));
    L.control.scale({ position: "bottomleft", maxWidth: 140, imperial: false }).addTo(map);
    this.limits();
  }

  /** No panning into nothing, no zoom beyond what the ground can show. */
  limits() {
    const [x0, , x1] = this.ground.frame;
    const middle = ((x0 + x1) / 2) * 360 - 180;
    this.map.setMaxBounds([
      [-84, middle - 200],
      [85, middle + 200],
    ]);
    this.fitWorld();
    this.map.setMaxZoom(this.tiles.length ? TILES_ZOOM : this.ground.max_zoom);
  }

  /** The world is never shown twice side by side. */
  fitWorld() {
    const { x, y } = this.map.getSize();
    this.map.setMinZoom(Math.max(0, Math.log2(Math.max(x, y) / 256)));
  }

  listen() {
    const { map } = this;
    map.on("resize", () => this.fitWorld());
    map.on("mousemove", (event) => this.hover(event));
    map.on("mouseout", () => this.leave());
    map.on("click", (event) => this.click(event));
    map.on("movestart", () => this.close());
    const steer = () => (this.steered = true);
    map.on("dragstart", steer);
    for (const hand of ["wheel", "dblclick"]) map.getContainer().addEventListener(hand, steer);
    map.getContainer().addEventListener("keydown", ({ key }) => /^(Arrow.+|[-+=_])$/.test(key) && steer());
    map.zoomControl?.getContainer().addEventListener("click", steer);
    map.getContainer().addEventListener("touchmove", ({ touches }) => touches.length > 1 && steer(), { passive: true });
    this.pop.addEventListener("keydown", (event) => {
      if (event.key === "Escape") this.close();
    });
  }

  destroy() {
    for (const layer of Object.values(this.canvases)) layer.remove();
    for (const node of [this.pop, this.tip, this.edges, this.inset.canvas]) node.remove();
  }

  /** Everything anew: another theme, other filters, another story. */
  redraw() {
    this.marks.theme = this.theme;
    this.arranged = null;
    for (const layer of Object.values(this.canvases)) layer.draw();
  }

  /** Names and marks find their places anew, because something was laid over the map or taken away. */
  rearrange() {
    if (this.canvases) this.redraw();
  }

  /** Only what the window and the selection change. */
  redrawMarks() {
    const { canvas, view, ratio } = this.canvases.marks;
    if (!view) return;
    const context = canvas.getContext("2d");
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    this.marks.draw(context, view, ratio);
    if (this.marks.style === "chips") this.canvases.areas.draw();
  }

  paintAreas(context, view) {
    this.arrange(context, view);
    this.marks.drawAllAreas(context, view);
  }

  /** Find room for the marks once a camera and a set of filters. */
  arrange(context, view) {
    const camera = [view.scale, view.left, view.top, view.width, view.height].join();
    if (this.arranged === camera && this.arrangedFor === this.model.passed) return;
    this.arranged = camera;
    this.arrangedFor = this.model.passed;
    this.drawEdges(view);
    this.marks.layout(context, view, this.covered(view));
  }

  /** Boxes of the canvas that lie under the key, the arrows, the inset and the buttons. */
  covered(view) {
    const map = this.map.getContainer().getBoundingClientRect();
    const corners = [
      ...this.map.getContainer().querySelectorAll(".leaflet-control-zoom, .leaflet-control-attribution"),
    ];
    const nodes = [this.legend, this.inset.canvas, ...this.edges.children, ...corners];
    return nodes
      .map((node) => node.getBoundingClientRect())
      .filter(({ width }) => width)
      .map((box) => [box.left - map.left, box.top - map.top, box.right - map.left, box.bottom - map.top])
      .map(([x0, y0, x1, y1]) => [x0 + view.inner.x, y0 + view.inner.y, x1 + view.inner.x, y1 + view.inner.y]);
  }

  paintNames(context, view) {
    this.arrange(context, view);
    context.clearRect(0, 0, view.width, view.height);
    const taken = [...this.marks.taken];
    this.mentions = drawMentioned(context, view, this.model.story, this.theme, taken, (one) => this.isLit(one));
    const written = new Set(this.marks.groups.map(({ row }) => this.model.story.places.name(row)));
    this.names = drawNames(context, view, this.ground, this.theme, taken, written);
  }

  paintMarks(context, view, ratio) {
    this.arrange(context, view);
    this.marks.draw(context, view, ratio);
  }

  /** A mentioned place lights up while an event of its sentence is selected. */
  isLit({ place }) {
    const { selected, story } = this.model;
    if (selected < 0) return false;
    const name = story.places.name(place);
    return Boolean(name) && story.quote(selected).includes(name);
  }

  at(event) {
    const { marks } = this.canvases;
    const point = marks.fromContainer(event.containerPoint);
    const hit = this.marks.hit(point, marks.view);
    if (hit) return hit;
    const mention = this.mentions.find(
      ({ x0, y0, x1, y1 }) => point.x >= x0 && point.x <= x1 && point.y >= y0 && point.y <= y1,
    );
    return mention ?? null;
  }

  hover(event) {
    const hit = this.at(event);
    this.map.getContainer().classList.toggle("dl-over", Boolean(hit));
    this.model.hover(hit?.rows?.length === 1 ? hit.rows[0] : -1);
    if (hit && this.pop.hidden) this.showTip(hit, event.containerPoint);
    else this.tip.hidden = true;
  }

  leave() {
    this.model.hover(-1);
    this.tip.hidden = true;
  }

  showTip(hit, point) {
    const { story } = this.model;
    const lines = hit.rows
      ? hit.rows.slice(0, 3).map((row) => el("div", {}, el("b", { text: story.when(row) }), ` ${story.titleOf(row)}`))
      : [el("div", { text: `${story.places.name(hit.mention.place)}: mentioned, no event here` })];
    if (hit.rows?.length > 3) lines.push(el("div", { text: `and ${hit.rows.length - 3} more` }));
    fill(this.tip, lines);
    this.tip.hidden = false;
    this.place(this.tip, point);
  }

  place(node, { x, y }) {
    const size = this.map.getSize();
    node.style.left = `${Math.max(4, Math.min(x + 14, size.x - node.offsetWidth - 8))}px`;
    node.style.top = `${Math.max(4, y + 18 + node.offsetHeight > size.y ? y - node.offsetHeight - 12 : y + 18)}px`;
  }

  click(event) {
    const hit = this.at(event);
    this.close();
    if (!hit) return;
    if (hit.mention) this.openMention(hit.mention, event.containerPoint);
    else if (hit.rows.length === 1) this.model.select(hit.rows[0]);
    else this.openList(hit, event.containerPoint);
  }

  /** The events of a stack as a list to choose from. */
  openList({ rows, place }, point) {
    const { story } = this.model;
    const choices = rows
      .slice(0, STACK_ROWS)
      .map((row) =>
        el(
          "li",
          {},
          el(
            "button",
            { type: "button", onclick: () => this.choose(row) },
            el("b", { text: `${story.number[row]} · ${story.when(row)}` }),
            ` ${story.titleOf(row)}`,
          ),
        ),
      );
    const rest =
      rows.length > STACK_ROWS
        ? el("p", { text: `and ${rows.length - STACK_ROWS} more: narrow the window to see them` })
        : null;
    this.open(story.places.name(place) || `${rows.length} events`, el("ul", {}, choices), rest, point);
  }

  openMention({ place, why }, point) {
    const { story } = this.model;
    this.open(story.places.name(place), el("p", { text: "Mentioned, no event here." }), el("p", { text: why }), point);
  }

  open(title, body, more, point) {
    const close = button("×", () => this.close(), { label: "Close", class: "dl-close" });
    fill(this.pop, el("header", {}, el("b", { text: title }), close), body, more);
    this.pop.hidden = false;
    this.tip.hidden = true;
    this.place(this.pop, point);
    this.pop.querySelector("li button, .dl-close").focus({ preventScroll: true });
  }

  close() {
    this.pop.hidden = true;
    this.tip.hidden = true;
  }

  choose(row) {
    this.close();
    this.model.select(row);
  }

  /** The opening view: the frame that the page was given, or the whole world. */
  home(animate = false) {
    this.steered = false;
    const [x, y] = this.map.getSize().x < NARROW ? [30, 40] : [70, 56];
    const aside = this.legend.open ? this.legend.offsetWidth : 0; // the key stands on the right
    const paddingTopLeft = L.point(x, y);
    const paddingBottomRight = L.point(x + aside * KEY_SHARE, y);
    const padding = paddingTopLeft.add(paddingBottomRight);
    const [whole, core] = [this.ground.frame, this.ground.core].map(boundsOf);
    const fits = this.map.getBoundsZoom(whole, false, padding) >= this.map.getMinZoom() + 0.01;
    this.map.fitBounds(fits ? whole : core, { paddingTopLeft, paddingBottomRight, maxZoom: HOME_ZOOM, animate });
  }

  /** Move only as far as needed to bring a place into view. */
  reveal(row, animate) {
    const { story } = this.model;
    const place = story.place[row];
    if (place < 0 || !isOnMap(story, row)) return;
    this.revealPlace(place, animate);
  }

  revealPlace(place, animate) {
    const { places } = this.model.story;
    const [lon, lat] = lonLat(places.x[place], places.y[place]);
    const target = L.latLng(lat, lon + 360 * Math.round((this.map.getCenter().lng - lon) / 360));
    if (this.map.getBounds().pad(-0.08).contains(target)) return;
    this.map.panTo(target, { animate });
  }

  /** Arrows to events beyond the edge; places that are only mentioned stand in the inset, or have arrows too. */
  drawEdges(view) {
    const { story, selected } = this.model;
    const roomy = view.inner.width >= NARROW;
    const events = new Set();
    if (story.n <= 200) for (let row = 0; row < story.n; row++) if (isOnMap(story, row)) events.add(story.place[row]);
    if (selected >= 0 && isOnMap(story, selected)) events.add(story.place[selected]);
    const named = story.mentioned.filter(({ role }) => role !== "metonym").map(({ place }) => place);
    const wanted = [...events, ...named].filter((place) => !covers(place, view, story));
    const far = beyond(wanted, view, story);
    const hasInset = this.drawInset(view, far);
    const found = far.filter(({ place }) => events.has(place) || (roomy && !hasInset));
    const out = new Set(far.map(({ place }) => place));
    const seen = [...events].filter((place) => !out.has(place));
    const arrows = found.length > (roomy ? ARROWS : 2) ? [] : spread(found, view.inner);
    fill(
      this.edges,
      arrows.map((one) => this.arrow(one, seen)),
    );
  }

  drawInset(view, far) {
    const hasRoom = view.inner.width >= INSET_FROM.x && view.inner.height >= INSET_FROM.y;
    return this.inset.draw(view, hasRoom ? far.map(({ place }) => place) : [], this.ground, this.theme);
  }

  arrow({ place, name, angle, u, v }, seen) {
    const km = this.frameDistance(place, seen);
    const node = button("", () => this.revealPlace(place, !this.still.matches), {
      class: "dl-edge",
      title: `Beyond the map's edge, ${km} from the nearest event in view: go there`,
    });
    const sign = el("span", { class: "dl-edge-sign", text: "➤", "aria-hidden": "true" });
    sign.style.transform = `rotate(${angle}rad)`;
    node.append(sign, el("span", { text: name }), " ", el("small", { text: km }));
    node.style.left = `${u * 100}%`;
    node.style.top = `${v * 100}%`;
    node.style.transform = `translate(${-u * 100}%, ${-v * 100}%)`;
    return node;
  }

  /** How far a place lies from the nearest place with an event that is on the screen. */
  frameDistance(place, seen) {
    const km = [...seen].reduce(
      (least, other) => Math.min(least, distanceKm(this.model.story, place, other)),
      Infinity,
    );
    return Number.isFinite(km) ? `${roundedKm(km).toLocaleString("en")} km` : "";
  }

  /** What is drawn, for tests and for those who ask: names, marks, mentioned places. */
  report() {
    return {
      style: this.marks.style,
      names: this.marks.names,
      groundNames: this.names ?? [],
      mentioned: this.mentions.map(({ name }) => name).filter(Boolean),
      marks: this.marks.hits.map(({ x0, y0, x1, y1, rows }) => ({ x0, y0, x1, y1, rows: [...rows] })),
    };
  }
}

function boundsOf([x0, y0, x1, y1]) {
  return L.latLngBounds([lonLat(x0, y1), lonLat(x1, y0)].map(([lon, lat]) => [lat, lon]));
}

function layerIn(map, name, zIndex, paint) {
  const pane = map.createPane(name);
  pane.style.zIndex = zIndex;
  pane.style.pointerEvents = "none";
  return new CanvasLayer(paint, name).addTo(map);
}

/** Leaflet's attribution takes markup: ours is text. */
function escaped(text) {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}

function roundedKm(km) {
  const step = km > 1000 ? 50 : km > 100 ? 10 : 1;
  return Math.round(km / step) * step;
}

export function lonLat(x, y) {
  return [x * 360 - 180, (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI];
}
