// The base map: land, borders, water and names, drawn from the page itself.
import { numbers, packedJson, rings } from "./payload.js";

const FILLS = [["land", "land"], ["focus", "focus"], ["contested", "contested"], ["lakes", "sea"]]; // prettier-ignore
const LINES = [
  ["admin1", "admin", 0.8, []],
  ["rivers", "river", 0.9, []],
  ["land", "coast", 0.9, []],
  ["lakes", "coast", 0.7, []],
  ["borders", "border", 1.1, []],
  ["disputed", "border", 1.1, [4, 3]],
];
const ADMIN_FROM = 4.5; // zoom from which first-level borders help more than they clutter
const RIVERS_FROM = 3;

/** Decode the ground of a payload: {frame, sets, names, credits}. */
export async function decodeGround(ground) {
  const sets = await Promise.all(ground.sets.map(decodeSet));
  const names = ground.names ? await decodeNames(ground.names) : [];
  return { ...ground, sets, names };
}

async function decodeSet({ box, from, ...packed }) {
  const entries = Object.entries(packed);
  const shapes = await Promise.all(entries.map(([, value]) => rings(value)));
  return { box, from, shapes: Object.fromEntries(entries.map(([name], at) => [name, shapes[at]])) };
}

async function decodeNames(packed) {
  const [x, y, names] = await Promise.all([numbers(packed.x), numbers(packed.y), packedJson(packed.names)]);
  const unit = 1 / (2 ** 24 - 1);
  return names.map(([text, kind, from], at) => ({ text, kind, from, x: x[at] * unit, y: y[at] * unit }));
}

/** Draw the sets that fit the zoom; finer ones replace the coarse ground inside their box. */
export function drawGround(context, view, ground, theme) {
  context.fillStyle = theme.sea;
  context.fillRect(0, 0, view.width, view.height);
  for (const set of ground.sets) {
    if (view.zoom < set.from) continue;
    for (const shift of shifts(view)) drawSet(context, view, set, shift, theme);
  }
}

/** Which copies of the world are in view. */
export function shifts(view) {
  const found = [];
  const last = Math.floor((view.left + view.width) / view.scale);
  for (let world = Math.floor(view.left / view.scale); world <= last; world++) found.push(world);
  return found.length ? found : [0];
}

function drawSet(context, view, set, shift, theme) {
  const local = { ...view, left: view.left - shift * view.scale };
  context.save();
  if (set.box) {
    const [x0, y0, x1, y1] = onScreen(local, set.box);
    if (x1 < 0 || y1 < 0 || x0 > view.width || y0 > view.height) return void context.restore();
    context.beginPath();
    context.rect(x0, y0, x1 - x0, y1 - y0);
    context.clip();
    context.fillStyle = theme.sea;
    context.fill();
  }
  for (const [name, color] of FILLS) {
    if (!set.shapes[name]) continue;
    context.fillStyle = theme[color];
    trace(context, local, set.shapes[name], true);
    context.fill("evenodd");
  }
  for (const [name, color, width, dash] of LINES) drawLine(context, local, set, name, theme[color], width, dash);
  context.restore();
}

function drawLine(context, view, set, name, color, width, dash) {
  const shapes = set.shapes[name];
  if (!shapes || (name === "admin1" && view.zoom < ADMIN_FROM) || (name === "rivers" && view.zoom < RIVERS_FROM))
    return;
  context.strokeStyle = color;
  context.lineWidth = view.zoom < 3 ? width * 0.7 : width;
  context.setLineDash(dash);
  context.lineJoin = "round";
  trace(context, view, shapes, name === "lakes", name === "land");
  context.stroke();
  context.setLineDash([]);
}

function onScreen(view, [x0, y0, x1, y1]) {
  return [
    x0 * view.scale - view.left,
    y0 * view.scale - view.top,
    x1 * view.scale - view.left,
    y1 * view.scale - view.top,
  ];
}

/** Trace those rings or lines that are in view, leaving out points closer than half a pixel. */
export function trace(context, view, shapes, closed, open = false) {
  context.beginPath();
  for (const { points, box } of shapes) {
    const [x0, y0, x1, y1] = onScreen(view, box);
    if (x1 < -2 || y1 < -2 || x0 > view.width + 2 || y0 > view.height + 2) continue;
    if (closed && x1 - x0 < 0.6 && y1 - y0 < 0.6) continue;
    if (open) traceOpen(context, view, points);
    else traceOne(context, view, points);
    if (closed) context.closePath();
  }
}

/** A coast without the stretches along longitude 180, where the map was cut. */
function traceOpen(context, view, points) {
  let from = 0;
  for (let at = 2; at < points.length; at += 2) {
    if (!isSeam(points[at - 2]) || !isSeam(points[at])) continue;
    if (at - from > 2) traceOne(context, view, points.subarray(from, at));
    from = at;
  }
  if (points.length - from > 2) traceOne(context, view, points.subarray(from));
}

function isSeam(x) {
  return x < 1e-4 || Math.abs(x - 1) < 1e-4;
}

function traceOne(context, { scale, left, top }, points) {
  let px = points[0] * scale - left;
  let py = points[1] * scale - top;
  context.moveTo(px, py);
  const last = points.length - 2;
  for (let at = 2; at <= last; at += 2) {
    const x = points[at] * scale - left;
    const y = points[at + 1] * scale - top;
    if (at < last && Math.abs(x - px) < 0.5 && Math.abs(y - py) < 0.5) continue;
    context.lineTo(x, y);
    px = x;
    py = y;
  }
}

const STYLES = {
  country: { size: 11, weight: 500, color: "label", spacing: 2.5, upper: true },
  town: { size: 11, weight: 400, color: "label", spacing: 0, dot: true },
  capital: { size: 11.5, weight: 500, color: "label", spacing: 0, dot: true },
  water: { size: 11.5, weight: 400, color: "waterText", spacing: 0.4, italic: true },
};

/**
 * Draw names, weightiest first, wherever there is room. `taken` are boxes [x0, y0, x1, y1] that must stay free; it
 * grows by what is drawn. Names in `written` stand there already. Returns the names drawn.
 */
export function drawNames(context, view, ground, theme, taken, written) {
  const drawn = [];
  const countries = new Set();
  for (const name of ground.names) {
    if (view.zoom < name.from || written.has(name.text) || countries.has(name.text)) continue;
    for (const shift of shifts(view)) {
      const x = (name.x + shift) * view.scale - view.left;
      const y = name.y * view.scale - view.top;
      if (!isWithin(view.inner, [x, y, x, y])) continue;
      if (!drawName(context, name, x, y, theme, taken, view.inner)) continue;
      drawn.push(name.text);
      if (name.kind === "country") countries.add(name.text);
    }
  }
  return drawn;
}

/** Whether a box lies inside the part of the canvas that is on the screen. */
export function isWithin({ x, y, width, height }, [x0, y0, x1, y1]) {
  return x0 >= x && y0 >= y && x1 <= x + width && y1 <= y + height;
}

function drawName(context, name, x, y, theme, taken, inner) {
  const style = STYLES[name.kind] ?? STYLES.town;
  const text = style.upper ? name.text.toUpperCase() : name.text;
  context.font = `${style.italic ? "italic " : ""}${style.weight} ${style.size}px ${theme.font}`;
  context.letterSpacing = `${style.spacing}px`;
  const width = context.measureText(text).width;
  const spots = style.dot ? [[7, 0], [-width - 7, 0], [-width / 2, -11], [-width / 2, 12]] : [[-width / 2, 0]]; // prettier-ignore
  const boxAt = ([dx, dy]) => [x + dx - 3, y + dy - 8, x + dx + width + 3, y + dy + 8];
  const spot = spots.find((one) => isWithin(inner, boxAt(one)) && isFree(taken, boxAt(one)));
  if (spot && style.dot && isTaken(taken, x, y)) return false;
  if (!spot) return false;
  taken.push(boxAt(spot));
  if (style.dot) drawTownDot(context, x, y, theme, taken);
  haloed(context, text, x + spot[0], y + spot[1], theme[style.color], theme.halo);
  context.letterSpacing = "0px";
  return true;
}

function isTaken(taken, x, y) {
  return !isFree(taken, [x - 3, y - 3, x + 3, y + 3]);
}

function drawTownDot(context, x, y, theme, taken) {
  context.beginPath();
  context.arc(x, y, 2.3, 0, 2 * Math.PI);
  context.fillStyle = theme.paper;
  context.strokeStyle = theme.label;
  context.lineWidth = 1;
  context.fill();
  context.stroke();
  taken.push([x - 3, y - 3, x + 3, y + 3]);
}

/** Text with a halo, its left middle at (x, y). */
export function haloed(context, text, x, y, color, halo, width = 3) {
  context.textBaseline = "middle";
  context.textAlign = "left";
  context.lineJoin = "round";
  context.lineWidth = width;
  context.strokeStyle = halo;
  context.strokeText(text, x, y);
  context.fillStyle = color;
  context.fillText(text, x, y);
}

export function isFree(taken, [x0, y0, x1, y1]) {
  return taken.every((box) => x1 <= box[0] || x0 >= box[2] || y1 <= box[1] || y0 >= box[3]);
}
