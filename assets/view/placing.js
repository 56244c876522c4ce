// Where the marks of the map stand: groups of events, and a free spot for each group's chips and name. No DOM.

const NEAR = 16; // places closer than this many pixels share one group
export const CHIP = 22;
export const CHIP_STEP = 24;
export const MAX_CHIPS = 6;
const NAME_HEIGHT = 16;
const RADII = [8, 26, 46, 70];
const DIRECTIONS = [
  [0, -1, 0],
  [1, -1, 1],
  [-1, -1, 1],
  [1, 0, 2],
  [-1, 0, 2],
  [0, 1, 3],
  [1, 1, 4],
  [-1, 1, 4],
];

/**
 * Group places that stand close together on the screen. `spots` are {row, x, y, precision, events}; an exact place
 * only joins exact places, an area only itself. The place with most events names the group.
 */
export function grouped(spots) {
  const groups = [];
  for (const spot of [...spots].sort((a, b) => b.events.length - a.events.length || a.row - b.row)) {
    const near = spot.precision === "exact" ? groups.find((group) => joins(group, spot)) : undefined;
    if (near) {
      near.events.push(...spot.events);
      near.rows.push(spot.row);
      near.others.push(spot);
    } else groups.push({ ...spot, events: [...spot.events], rows: [spot.row], others: [] });
  }
  for (const group of groups) group.events.sort((a, b) => a - b);
  return groups;
}

function joins(group, spot) {
  return group.precision === "exact" && Math.abs(group.x - spot.x) < NEAR && Math.abs(group.y - spot.y) < NEAR;
}

/** The radius of a disc that stands for `count` events. */
export function discRadius(count) {
  return count === 1 ? 5 : Math.min(19, 7.5 + 1.2 * Math.sqrt(count));
}

/**
 * Spots gathered around the weightiest ones, each group standing at the middle of its events: for hundreds of places.
 * Groups whose discs would overlap become one.
 */
export function gathered(spots, reach = 26) {
  const first = [];
  for (const spot of [...spots].sort((a, b) => b.events.length - a.events.length || a.row - b.row)) {
    const near = first.find(([one]) => Math.hypot(one.x - spot.x, one.y - spot.y) < reach);
    if (near) near.push(spot);
    else first.push([spot]);
  }
  let groups = first.map(joined);
  for (let again = true; again;) [groups, again] = apart(groups);
  return groups.sort((a, b) => a.events.length - b.events.length);
}

/** One round of joining what overlaps, weightiest first: the groups, and whether any were joined. */
function apart(groups) {
  const kept = [];
  for (const group of [...groups].sort((a, b) => b.events.length - a.events.length || a.row - b.row)) {
    const at = kept.findIndex((other) => touches(other, group));
    if (at < 0) kept.push(group);
    else kept[at] = joined([...kept[at].spots, ...group.spots]);
  }
  return [kept, kept.length < groups.length];
}

function touches(a, b) {
  const reach = discRadius(a.events.length) + discRadius(b.events.length) + 4;
  return Math.hypot(a.x - b.x, a.y - b.y) < reach;
}

function joined(spots) {
  const weightiest = spots.reduce((best, spot) => (spot.events.length > best.events.length ? spot : best));
  const count = spots.reduce((sum, spot) => sum + spot.events.length, 0);
  const mean = (axis) => spots.reduce((sum, spot) => sum + spot[axis] * spot.events.length, 0) / count;
  const events = spots.flatMap((spot) => spot.events).sort((a, b) => a - b);
  return { row: weightiest.row, rows: spots.map((spot) => spot.row), x: mean("x"), y: mean("y"), events, spots };
}

/** The size of a group's block: a row of chips over a name. */
export function blockSize(group, nameWidth) {
  const chips = group.events.length <= MAX_CHIPS ? group.events.length * CHIP_STEP - 2 : pillWidth(group.events.length);
  return { width: Math.max(chips, nameWidth), height: CHIP + NAME_HEIGHT, chips };
}

export function pillWidth(count) {
  return 58 + 7 * String(count).length;
}

/**
 * Choose a box {x, y} (top left) for each group's block, weightiest group first, so that blocks overlap neither each
 * other nor the dots of exact places nor what is `covered` nor the `rings` [x, y] of mentioned places. Areas may stand
 * on their own point; exact places never hide it.
 */
export function placed(groups, measure, view, { covered = [], rings = [] } = {}) {
  const dots = groups.filter((group) => group.precision === "exact").map((g) => [g.x - 5, g.y - 5, g.x + 5, g.y + 5]);
  const obstacles = { dots, rings: rings.map(([x, y]) => [x - 7, y - 7, x + 7, y + 7]) };
  const boxes = [...covered];
  const order = [...groups].sort((a, b) => RANK[a.precision] - RANK[b.precision] || b.events.length - a.events.length);
  for (const group of order) {
    group.size = blockSize(group, measure(group));
    const spot = bestSpot(group, boxes, obstacles, view);
    Object.assign(group, { left: spot.x, top: spot.y });
    boxes.push([spot.x - 2, spot.y - 2, spot.x + group.size.width + 2, spot.y + group.size.height + 2]);
  }
  return boxes.concat(dots);
}

const STAY = 4;
const RANK = { exact: 0, area: 1, country: 2 };

function bestSpot(group, boxes, { dots, rings }, view) {
  const stay = group.precision === "exact" ? 1 : STAY; // marks of areas have no leader: they must not leave them
  let best = null;
  for (const spot of candidates(group)) {
    const box = [spot.x - 2, spot.y - 2, spot.x + group.size.width + 2, spot.y + group.size.height + 2];
    const covers = 60 * hits(box, boxes) + 25 * hits(box, dots) + 8 * hits(box, rings);
    const cost = stay * spot.cost + covers + 150 * outside(box, view);
    if (!best || cost < best.cost) best = { ...spot, cost };
    if (cost < 1) break;
  }
  return best;
}

function* candidates({ x, y, precision, size }) {
  const { width, height } = size;
  if (precision !== "exact") yield { x: x - width / 2, y: y - height / 2, cost: 0 };
  for (const [at, radius] of RADII.entries()) {
    for (const [dx, dy, cost] of DIRECTIONS) {
      const left = dx > 0 ? x + radius : dx < 0 ? x - radius - width : x - width / 2;
      const top = dy > 0 ? y + radius : dy < 0 ? y - radius - height : y - height / 2;
      yield { x: left, y: top, cost: cost * 0.2 + at * 6 };
    }
  }
}

function hits(box, boxes) {
  let area = 0;
  for (const other of boxes) {
    const width = Math.min(box[2], other[2]) - Math.max(box[0], other[0]);
    const height = Math.min(box[3], other[3]) - Math.max(box[1], other[1]);
    if (width > 0 && height > 0) area += 0.3 + (width * height) / 800;
  }
  return area;
}

function outside([x0, y0, x1, y1], { inner }) {
  const over = Math.max(0, inner.x + 4 - x0) + Math.max(0, inner.y + 4 - y0);
  return (over + Math.max(0, x1 - inner.x - inner.width + 4) + Math.max(0, y1 - inner.y - inner.height + 4)) / 40;
}
