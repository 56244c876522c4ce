// Pack the marks of the timeline into lanes so that none hides another. No DOM.

/**
 * A place for each item {left, right} (pixels): its lane, and how far it is moved aside. Lanes are tried from 0, which
 * is drawn next to the axis. An item with `loose` may be moved by multiples of `step` when all lanes are taken where it
 * belongs, within [0, width] and not beyond its own `limit`; one that fits nowhere gets lane -1.
 */
export function packLanes(items, limit, { gap = 3, step = 0, width = Infinity } = {}) {
  const order = items
    .map((_, at) => at)
    .sort((a, b) => weight(items[a]) - weight(items[b]) || items[a].left - items[b].left || a - b);
  const lanes = Array.from({ length: limit }, () => []);
  const places = new Array(items.length);
  for (const at of order) places[at] = freePlace(items[at], lanes, { gap, step, width });
  return places;
}

/** Bars first: they cannot move. */
function weight({ loose }) {
  return loose ? 1 : 0;
}

function freePlace({ left, right, loose, limit = Infinity }, lanes, { gap, step, width }) {
  for (const times of loose && step ? [0, -1, 1, -2, 2, -3, 3, -4, 4] : [0]) {
    const [from, to] = [left + times * step - gap / 2, right + times * step + gap / 2];
    if (times && (from < 0 || to > Math.min(width, limit))) continue;
    const lane = lanes.findIndex((taken) => taken.every(([a, b]) => to <= a || from >= b));
    if (lane < 0) continue;
    lanes[lane].push([from, to]);
    return { lane, shift: times * step };
  }
  return { lane: -1, shift: 0 };
}

/** How many events of `rows` fall into each of `bins` equal stretches of [0, width): by the middle of their widest reading. */
export function histogram(xs, bins, width) {
  const counts = new Int32Array(bins);
  const per = bins / width;
  for (const x of xs) {
    const bin = Math.floor(x * per);
    if (bin >= 0 && bin < bins) counts[bin]++;
  }
  return counts;
}
