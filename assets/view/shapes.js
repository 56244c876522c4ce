// The shapes of marks: discs, squares, rings, outlines of areas, and where a place stands on the screen.
import { shifts, trace } from "./ground.js";
import { CHIP } from "./placing.js";

const LARGEST_CIRCLE = 100; // pixels: a larger area without a known shape has its mark only

/** Pixels of a place, in that copy of the world in which it is nearest to the middle of the view. */
export function project(story, place, view) {
  const middle = (view.left + view.width / 2) / view.scale;
  const x = story.places.x[place] + Math.round(middle - story.places.x[place]);
  return [x * view.scale - view.left, story.places.y[place] * view.scale - view.top];
}

/** Whether an area reaches into the frame, even if its middle lies outside: nothing needs to point to it then. */
export function covers(place, view, story) {
  const { inner } = view;
  const [x, y] = project(story, place, view);
  const radius = 0.8 * story.places.radius(place, view.scale);
  const aside = (at, from, length) => Math.max(0, from - at, at - from - length);
  return radius > 0 && Math.hypot(aside(x, inner.x, inner.width), aside(y, inner.y, inner.height)) < radius;
}

/** Exact: a solid disc; area: a hollow dashed one; country: a hollow square. Planned: hollow with a double line. */
export function drawChipShape(context, x, y, precision, { fill, tone }, theme, planned) {
  const radius = CHIP / 2 - 1;
  const solid = precision === "exact" && !planned;
  context.beginPath();
  if (precision === "country") context.roundRect(x - radius, y - radius, 2 * radius, 2 * radius, 4);
  else context.arc(x, y, radius, 0, 2 * Math.PI);
  context.fillStyle = solid ? fill : theme.paper;
  context.fill();
  context.strokeStyle = solid ? theme.chipLine : tone;
  context.lineWidth = solid ? 1.5 : 2;
  context.setLineDash(precision === "area" ? [3.2, 2.4] : []);
  context.stroke();
  context.setLineDash([]);
  if (planned) innerLine(context, x, y, radius - 3, precision, tone);
}

function innerLine(context, x, y, radius, precision, color) {
  context.beginPath();
  if (precision === "country") context.roundRect(x - radius, y - radius, 2 * radius, 2 * radius, 3);
  else context.arc(x, y, radius, 0, 2 * Math.PI);
  context.strokeStyle = color;
  context.lineWidth = 0.8;
  context.stroke();
}

export function drawDisc(context, x, y, radius, color, theme, hollow) {
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.fillStyle = hollow ? theme.paper : color;
  context.fill();
  context.strokeStyle = hollow ? color : theme.chipLine;
  context.lineWidth = 1.3;
  context.setLineDash(hollow ? [3, 2] : []);
  context.stroke();
  context.setLineDash([]);
}

export function ring(context, x, y, radius, theme, strong) {
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.strokeStyle = theme.halo;
  context.lineWidth = 5;
  context.stroke();
  context.strokeStyle = strong ? theme.ink : theme.muted;
  context.lineWidth = 2.5;
  context.stroke();
}

/** An area's or a country's shape; where none is known, a circle of its radius. */
export function drawOutline(context, view, story, place, { color, lit, dashed, dotted }) {
  const shapes = story.outlines[story.places.outline(place)];
  context.setLineDash(dotted ? [1.5, 3] : dashed ? [5, 3.5] : []);
  context.lineWidth = lit ? 2.4 : 1.4;
  context.strokeStyle = color;
  if (shapes) {
    for (const shift of shifts(view)) trace(context, { ...view, left: view.left - shift * view.scale }, shapes, true);
  } else {
    const [x, y] = project(story, place, view);
    const radius = story.places.radius(place, view.scale);
    context.beginPath();
    if (radius > 14 && radius < LARGEST_CIRCLE) context.arc(x, y, radius, 0, 2 * Math.PI);
  }
  if (dashed || (lit && !dotted)) {
    context.globalAlpha = lit ? 0.15 : 0.1;
    context.fillStyle = color;
    context.fill("evenodd");
    context.globalAlpha = 1;
  }
  context.stroke();
  context.setLineDash([]);
}

export function centred(context, text, x, y) {
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.fillText(text, x, y);
}

export function clamp(value, low, high) {
  return Math.max(low, Math.min(Math.max(low, high), value));
}
