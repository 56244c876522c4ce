// Places that the text names without an event of their own, and arrows to what lies beyond the frame.
import { haloed, isFree, isWithin } from "./ground.js";
import { drawOutline, project } from "./shapes.js";

const RADIUS = 5;
const ARROW_WIDTH = 102; // pixels of an arrow's sign, distance and margins

/** Draw rings and names of mentioned places; returns what can be clicked: {x0, y0, x1, y1, mention}. */
export function drawMentioned(context, view, story, theme, taken, lit) {
  const found = [];
  for (const mention of story.mentioned) {
    const [x, y] = project(story, mention.place, view);
    if (x < 0 || y < 0 || x > view.width || y > view.height) continue;
    if (story.places.precision[mention.place] > 0) {
      drawOutline(context, view, story, mention.place, { color: theme.mention, lit: false, dotted: true });
    }
    found.push(drawRing(context, mention, x, y, story, theme, taken, lit(mention), view.inner));
  }
  return found;
}

function drawRing(context, mention, x, y, story, theme, taken, isLit, inner) {
  context.beginPath();
  context.arc(x, y, RADIUS, 0, 2 * Math.PI);
  context.fillStyle = theme.paper;
  context.fill();
  context.lineWidth = isLit ? 3 : 1.8;
  context.strokeStyle = isLit ? theme.ink : theme.mention;
  context.stroke();
  const name = story.places.name(mention.place);
  context.font = `italic 500 12px ${theme.font}`;
  const width = context.measureText(name).width;
  const box = { x0: x - 12, y0: y - 12, x1: x + 12, y1: y + 12, mention, name };
  taken.push([x - 6, y - 6, x + 6, y + 6]);
  const within = nameSpots(width).filter(([dx, dy]) => isWithin(inner, boxAt(x + dx, y + dy, width)));
  const spot = within.find(([dx, dy]) => isFree(taken, boxAt(x + dx, y + dy, width))) ?? within[0];
  if (!spot) return { ...box, name: "" };
  const [left, middle] = [x + spot[0], y + spot[1]];
  if (Math.abs(spot[1]) > 26) drawLeader(context, x, y, left + width / 2, middle - 8 * Math.sign(spot[1]), theme);
  haloed(context, name, left, middle, theme.ink, theme.halo, 3.5);
  taken.push(boxAt(left, middle, width));
  return { ...box, x0: Math.min(box.x0, left), x1: Math.max(box.x1, left + width) };
}

/** A thin line from a ring to a name that found no room beside it. */
function drawLeader(context, x, y, toX, toY, theme) {
  const length = Math.hypot(toX - x, toY - y);
  context.beginPath();
  context.moveTo(x + ((toX - x) * RADIUS) / length, y + ((toY - y) * RADIUS) / length);
  context.lineTo(toX, toY);
  context.lineWidth = 1;
  context.strokeStyle = theme.mention;
  context.stroke();
}

/** Where a ring's name may stand, best first: beside it, above or below it, aslant, further off with a leader. */
function nameSpots(width) {
  const [left, middle] = [-width - 10, -width / 2];
  const near = [[10, 0], [left, 0], [10, 6], [10, -6], [left, 6], [left, -6], [middle, 16], [middle, -16], [10, 13], [10, -13], [left, 13], [left, -13]]; // prettier-ignore
  const aslant = [[14, 24], [14, -24], [left - 4, 24], [left - 4, -24], [middle, 32], [middle, -32]]; // prettier-ignore
  const far = [40, 56, 72].flatMap((off) => [18, middle, left - 12].flatMap((dx) => [[dx, off], [dx, -off]])); // prettier-ignore
  return [...near, ...aslant, ...far];
}

function boxAt(x, y, width) {
  return [x - 3, y - 8, x + width + 3, y + 8];
}

/** Places beyond the frame as [{place, name, side, along}]: where on the frame's edge their arrow stands (0 to 1). */
export function beyond(places, view, story) {
  const { inner } = view;
  const middle = [inner.x + inner.width / 2, inner.y + inner.height / 2];
  const found = [];
  for (const place of places) {
    const [x, y] = project(story, place, view);
    const inside = x >= inner.x && x <= inner.x + inner.width && y >= inner.y && y <= inner.y + inner.height;
    if (inside) continue;
    const angle = Math.atan2(y - middle[1], x - middle[0]);
    found.push({ place, name: story.places.name(place), angle, ...onEdge(angle, inner) });
  }
  return found;
}

/** Where a ray from the frame's middle meets its edge, in shares of width and height. */
function onEdge(angle, { width, height }) {
  const [dx, dy] = [Math.cos(angle), Math.sin(angle)];
  const reach = Math.min(width / 2 / Math.max(1e-9, Math.abs(dx)), height / 2 / Math.max(1e-9, Math.abs(dy)));
  return { u: 0.5 + (dx * reach) / width, v: 0.5 + (dy * reach) / height };
}

/** Arrows moved along their edge so that none covers another; the same objects with new `u` and `v`. */
export function spread(arrows, { width, height }) {
  const boxes = [];
  for (const one of arrows) {
    const wide = (ARROW_WIDTH + 7.5 * one.name.length) / width;
    const high = 30 / height;
    const along = one.u > 0.001 && one.u < 0.999 ? "u" : "v";
    const step = along === "u" ? wide : high;
    const covers = (value) =>
      boxes.some(([u, v, w]) => {
        const [x, y] = along === "u" ? [value, one.v] : [one.u, value];
        return Math.abs(x - u) < (w + wide) / 2 && Math.abs(y - v) < high;
      });
    const tries = [0, 1, -1, 2, -2, 3, -3].map((times) => one[along] + times * step);
    one[along] = tries.find((value) => value >= 0 && value <= 1 && !covers(value)) ?? one[along];
    boxes.push([one.u, one.v, wide]);
  }
  return arrows;
}

/** Kilometres between two places, on a sphere. */
export function distanceKm(story, a, b) {
  const [lonA, latA, lonB, latB] = [a, b].flatMap((place) => {
    const { x, y } = { x: story.places.x[place], y: story.places.y[place] };
    return [(x * 2 - 1) * Math.PI, Math.atan(Math.sinh(Math.PI * (1 - 2 * y)))];
  });
  const half = Math.sin((latB - latA) / 2) ** 2 + Math.cos(latA) * Math.cos(latB) * Math.sin((lonB - lonA) / 2) ** 2;
  return 2 * 6371 * Math.asin(Math.sqrt(half));
}
