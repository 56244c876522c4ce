// Which events are inside a window of days: no DOM, only sorted typed arrays and binary searches.

/** The first position in `sorted[0..n)` whose value is >= `value`. */
export function lower(sorted, value, n = sorted.length) {
  let low = 0;
  let high = n;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The first position whose value is > `value`. */
export function upper(sorted, value, n = sorted.length) {
  let low = 0;
  let high = n;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Longer events are looked through one by one, so that a single one over decades does not slow every search. */
const LONG_SHARE = 0.02;

/**
 * An index over events in order of their start. `rows` are the dated events that pass the filters, in page order;
 * `start` and `end` are the first and last day of the widest reading, both included.
 */
export class TimeIndex {
  constructor(rows, start, end) {
    this.rows = rows;
    this.starts = Int32Array.from(rows, (row) => start[row]);
    this.ends = Int32Array.from(rows, (row) => end[row]);
    this.sortedEnds = Int32Array.from(this.ends).sort();
    this.limit = longLimit(this.starts, this.ends);
    this.long = Int32Array.from(rows.keys()).filter((at) => this.ends[at] - this.starts[at] > this.limit);
  }

  /** How many events overlap [from, to], by two binary searches: those begun by `to` less those over before `from`. */
  count(from, to) {
    return upper(this.starts, to) - lower(this.sortedEnds, from);
  }

  /** Write the rows of the events that overlap [from, to] into `out`, in order of start; returns how many. */
  fill(from, to, out) {
    const last = upper(this.starts, to);
    const first = lower(this.starts, from - this.limit, last);
    let found = 0;
    for (const at of this.long) {
      if (at >= first) break;
      if (this.ends[at] >= from) out[found++] = this.rows[at];
    }
    for (let at = first; at < last; at++) {
      if (this.ends[at] >= from) out[found++] = this.rows[at];
    }
    return found;
  }
}

function longLimit(starts, ends) {
  if (!starts.length) return 0;
  const lengths = Float64Array.from(starts, (start, at) => ends[at] - start).sort();
  return lengths[Math.floor((lengths.length - 1) * (1 - LONG_SHARE))];
}
