// The inset: a small map of the world with the frame of the big map and the places that lie beyond it.
import { haloed, isFree, shifts, trace } from "./ground.js";
import { isOnMap } from "./marks.js";

const WIDTH = 208;
const HEIGHT = 98;
const SPAN = 1.12; // of the world's width shown, so that a place near the edge keeps its name
const NORTH = 0.17; // mercator units of the upper edge, 74 degrees north; the lower is near 58 degrees south
const NEAR = 10; // pixels within which a click means a place

export class Inset {
  /** `go(place)` is called for a place that was clicked. */
  constructor(model, go) {
    Object.assign(this, { model, go, spots: [] });
    this.canvas = document.createElement("canvas");
    this.canvas.className = "dl-inset";
    this.canvas.setAttribute("aria-hidden", "true");
    this.canvas.addEventListener("click", (event) => this.click(event));
    this.canvas.addEventListener("mousemove", (event) => this.over(event));
  }

  /** Draw the world around the middle of `view` with `places` beyond it; false when there is nothing to show. */
  draw(view, places, ground, theme) {
    const world = ground.sets.find((set) => set.box === null);
    this.canvas.hidden = !world || !places.length;
    if (this.canvas.hidden) return false;
    const ratio = Math.min(2, window.devicePixelRatio || 1);
    Object.assign(this.canvas, { width: WIDTH * ratio, height: HEIGHT * ratio });
    const context = this.canvas.getContext("2d");
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    const frame = frameOf(view);
    const small = smallView(frame);
    this.drawLand(context, small, world, theme);
    this.drawPlaces(context, small, places, theme, drawFrame(context, small, frame, theme));
    return true;
  }

  drawLand(context, small, world, theme) {
    context.fillStyle = theme.sea;
    context.fillRect(0, 0, WIDTH, HEIGHT);
    context.fillStyle = theme.insetLand;
    for (const shift of shifts(small)) {
      trace(context, { ...small, left: small.left - shift * small.scale }, world.shapes.land, true);
      context.fill("evenodd");
    }
  }

  drawPlaces(context, small, places, theme, frame) {
    const { story } = this.model;
    const events = placesWithEvents(story);
    this.spots = places.map((place) => ({ place, ...spotOf(story, place, small), event: events.get(place) }));
    for (const { x, y, event } of this.spots) drawDot(context, x, y, event, theme);
    const taken = [frame, ...this.spots.map(({ x, y }) => [x - 4, y - 4, x + 4, y + 4])];
    context.font = `10px ${theme.font}`;
    for (const { place, x, y } of this.spots) drawLabel(context, story.places.name(place), x, y, taken, theme);
  }

  nearest(event) {
    const [x, y] = [event.offsetX, event.offsetY];
    const near = (spot) => Math.hypot(spot.x - x, spot.y - y);
    const best = [...this.spots].sort((a, b) => near(a) - near(b))[0];
    return best && near(best) <= NEAR ? best : null;
  }

  over(event) {
    const spot = this.nearest(event);
    this.canvas.title = spot ? `${this.model.story.places.name(spot.place)}: go there` : "";
    this.canvas.classList.toggle("dl-over", Boolean(spot));
  }

  click(event) {
    const spot = this.nearest(event);
    if (spot) this.go(spot.place);
  }
}

/** What the big map shows, in units of mercator: {x0, y0, x1, y1}. */
function frameOf({ left, top, scale, inner }) {
  const [x0, y0] = [(left + inner.x) / scale, (top + inner.y) / scale];
  return { x0, y0, x1: x0 + inner.width / scale, y1: y0 + inner.height / scale };
}

/** A view of the world turned so that the frame stands in its middle. */
function smallView({ x0, x1 }) {
  const scale = WIDTH / SPAN;
  const left = ((x0 + x1) / 2) * scale - WIDTH / 2;
  return { scale, left, top: NORTH * scale, width: WIDTH, height: HEIGHT, zoom: 0 };
}

function spotOf(story, place, { scale, left, top }) {
  const middle = (left + WIDTH / 2) / scale;
  const x = story.places.x[place] + Math.round(middle - story.places.x[place]);
  const clamped = Math.max(4, Math.min(HEIGHT - 4, story.places.y[place] * scale - top));
  return { x: x * scale - left, y: clamped };
}

function drawFrame(context, { scale, left, top }, { x0, y0, x1, y1 }, theme) {
  const [x, y] = [x0 * scale - left, y0 * scale - top];
  const [width, height] = [Math.max(6, (x1 - x0) * scale), Math.max(5, (y1 - y0) * scale)];
  context.lineWidth = 1.5;
  context.strokeStyle = theme.accent;
  context.strokeRect(x, y, width, height);
  return [x, y, x + width, y + height];
}

function drawDot(context, x, y, event, theme) {
  context.beginPath();
  context.arc(x, y, event === undefined ? 2.8 : 3.4, 0, 2 * Math.PI);
  context.fillStyle = event === undefined ? theme.paper : theme.kind(event);
  context.fill();
  context.lineWidth = 1.3;
  context.strokeStyle = event === undefined ? theme.mention : theme.chipLine;
  context.stroke();
}

function drawLabel(context, name, x, y, taken, theme) {
  const width = context.measureText(name).width;
  const places = [[6, 0], [-width - 6, 0], [-width / 2, 9], [-width / 2, -9], [6, 9], [6, -9], [-width - 6, 9], [-width - 6, -9]]; // prettier-ignore
  for (const [dx, dy] of places) {
    const box = [x + dx - 1, y + dy - 5, x + dx + width + 1, y + dy + 5];
    if (box[0] < 2 || box[2] > WIDTH - 2 || box[1] < 1 || box[3] > HEIGHT - 1 || !isFree(taken, box)) continue;
    taken.push(box);
    haloed(context, name, x + dx, y + dy, theme.ink, theme.halo, 2.5);
    return;
  }
}

/** The group of the first event at each place. */
function placesWithEvents(story) {
  const found = new Map();
  for (let row = 0; row < story.n; row++) {
    if (isOnMap(story, row) && !found.has(story.place[row])) found.set(story.place[row], story.kindGroup[row]);
  }
  return found;
}
