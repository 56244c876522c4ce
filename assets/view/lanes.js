// Pack the marks of the timeline into lanes so that none hides another. No DOM.

/**
 * The lane of each item, greedily by left edge: item {left, right} in pixels, in any order. An item that fits into
 * none of `limit` lanes gets -1. Lanes are tried from 0, which is drawn next to the axis.
 */
export function packLanes(items, limit, gap = 3) {
  const order = items.map((_, at) => at).sort((a, b) => items[a].left - items[b].left || a - b);
  const edges = new Array(limit).fill(-Infinity);
  const lanes = new Int16Array(items.length).fill(-1);
  for (const at of order) {
    const lane = edges.findIndex((edge) => edge <= items[at].left);
    if (lane < 0) continue;
    lanes[at] = lane;
    edges[lane] = items[at].right + gap;
  }
  return lanes;
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
