// Decode the page's data block into typed arrays and look-ups. The counterpart of timeline/page/encode.py.
import { OPEN_END, OPEN_START, rangeWords } from "./days.js";

export const VERSION = 1;
const SENTINELS = new Set([OPEN_START, OPEN_END]);

/** Base64 of gzip to bytes. */
export async function inflate(base64) {
  const binary = atob(base64);
  const bytes = Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

const WIDTH = { u1: 1, u2: 2, u4: 4, i4: 4 };
const ARRAY = { u1: Uint8Array, u2: Uint16Array, u4: Uint32Array, i4: Int32Array };

/** A packed number column to a typed array. */
export async function numbers({ type, n, delta, gz }) {
  const planes = await inflate(gz);
  const width = WIDTH[type];
  const bytes = new Uint8Array(n * width);
  for (let plane = 0; plane < width; plane++) {
    for (let row = 0; row < n; row++) bytes[row * width + plane] = planes[plane * n + row];
  }
  const column = new ARRAY[type](bytes.buffer);
  if (delta) for (let row = 1; row < n; row++) column[row] += column[row - 1];
  return column;
}

/** A packed JSON value. */
export async function packedJson({ gz }) {
  return JSON.parse(new TextDecoder().decode(await inflate(gz)));
}

/** Packed rings to arrays of mercator units [x0, y0, x1, y1, ...] with their boxes. */
export async function rings({ n, bits, gz }) {
  const bytes = await inflate(gz);
  const unit = 1 / 2 ** bits;
  let at = 0;
  const next = () => {
    let value = 0;
    let shift = 1;
    while (bytes[at] >= 0x80) {
      value += (bytes[at++] & 0x7f) * shift;
      shift *= 128;
    }
    return value + bytes[at++] * shift;
  };
  const step = () => {
    const value = next();
    return value % 2 ? -(value + 1) / 2 : value / 2;
  };
  return Array.from({ length: n }, () => ring(next(), step, unit));
}

function ring(length, step, unit) {
  const points = new Float64Array(length * 2);
  const box = [Infinity, Infinity, -Infinity, -Infinity];
  let [x, y] = [0, 0];
  for (let i = 0; i < length; i++) {
    x += step();
    y += step();
    points[2 * i] = x * unit;
    points[2 * i + 1] = y * unit;
    box[0] = Math.min(box[0], points[2 * i]);
    box[1] = Math.min(box[1], points[2 * i + 1]);
    box[2] = Math.max(box[2], points[2 * i]);
    box[3] = Math.max(box[3], points[2 * i + 1]);
  }
  return { points, box };
}

async function each(packed, decode) {
  const entries = Object.entries(packed);
  const values = await Promise.all(entries.map(([, value]) => decode(value)));
  return Object.fromEntries(entries.map(([name], n) => [name, values[n]]));
}

/** The whole data block, ready to draw. Throws when its version is not ours. */
export async function decode(payload) {
  if (payload.version !== VERSION) throw new Error(`This page cannot read data of version ${payload.version}.`);
  const [columns, spots, text, reading, outlines] = await Promise.all([
    each(payload.events, numbers),
    each(payload.places, numbers),
    packedJson(payload.text),
    payload.reading ? packedJson(payload.reading) : null,
    each(payload.outlines, rings),
  ]);
  for (const name of ["start_latest", "end_earliest", "end"]) widen(columns.start, columns[name]);
  return new Story(payload, columns, spots, text, reading, outlines);
}

/** Everything that is drawn: columns by event, places, and words by event number. Rows are page order. */
export class Story {
  constructor(payload, columns, spots, text, reading, outlines) {
    Object.assign(this, { payload, text, spots, reading, outlines, legend: payload.legend, title: payload.title });
    this.n = columns.start.length;
    this.columns = columns;
    const { kind, status, salience, group, confidence, flags, number, start, end } = columns;
    Object.assign(this, { kind, status, salience, group, confidence, flags, number, start, end });
    this.startLatest = columns.start_latest;
    this.endEarliest = columns.end_earliest;
    this.place = columns.place.map((row) => row - 1);
    this.kindGroup = Uint8Array.from(kind, (row) => payload.legend.kinds[row][2]);
    this.places = new Places(spots, text);
    this.mentioned = text.mentioned.map(([place, role, why]) => ({ place, role, why: text.strings[why] }));
    this.rowOfId = text.ids ? new Map(text.ids.map((id, row) => [id, row])) : null;
  }

  has(row, flag) {
    return (this.flags[row] >> this.legend.flags.indexOf(flag)) & 1;
  }

  id(row) {
    return this.text.ids ? this.text.ids[row] : `#${this.number[row]}`;
  }

  row(id) {
    if (this.rowOfId) return this.rowOfId.get(id) ?? -1;
    return typeof id === "string" && id.startsWith("#") ? this.number.indexOf(Number(id.slice(1))) : -1;
  }

  titleOf(row) {
    return this.text.titles[row] || `${this.kindLabel(row)}, ${this.where(row)}`;
  }

  kindLabel(row) {
    return this.legend.kinds[this.kind[row]][1];
  }

  when(row) {
    if (this.text.when) return this.text.strings[this.text.when[row]] || "no date";
    return rangeWords(this.start[row], this.end[row]);
  }

  where(row) {
    if (this.text.where) return this.text.strings[this.text.where[row]] || "no place";
    return this.place[row] < 0 ? "no place" : this.places.name(this.place[row]) || "a place without a name";
  }

  sure(row) {
    return this.text.sure ? this.text.strings[this.text.sure[row]] : "";
  }

  quote(row) {
    return this.text.quotes?.[row] ?? "";
  }

  actors(row) {
    return (this.text.actors[row] ?? []).map((number) => this.text.strings[number]);
  }

  reasons(row) {
    return (this.text.reasons?.[row] ?? []).map(([about, why, doubtful]) => ({
      about,
      why: this.text.strings[why],
      doubtful: Boolean(doubtful),
    }));
  }

  others(row) {
    return (this.text.others?.[row] ?? []).map(([role, name]) => ({ role, name: this.text.strings[name] }));
  }

  source(row) {
    const article = this.payload.articles[this.text.article?.[row] ?? -1];
    return article ? article.source || article.title : (this.text.strings[this.text.sources?.[row]] ?? "");
  }

  /** Exact, area or country; a place that is only implied is never exact. */
  precision(row) {
    const name = this.legend.precisions[this.places.precision[this.place[row]]];
    return name === "exact" && this.has(row, "place_implied") ? "area" : name;
  }
}

/** The other bounds are written as distances from the start. */
function widen(start, column) {
  for (let row = 0; row < column.length; row++) {
    if (!SENTINELS.has(column[row])) column[row] += start[row] === OPEN_START ? 0 : start[row];
  }
}

class Places {
  constructor({ x, y, precision, radius_km }, text) {
    const unit = 1 / (2 ** 24 - 1);
    this.n = x.length;
    this.x = Float64Array.from(x, (value) => value * unit);
    this.y = Float64Array.from(y, (value) => value * unit);
    this.precision = precision;
    this.radiusKm = radius_km;
    this.rows = text.places;
    this.strings = text.strings;
  }

  /** A place's own size in the units of `scale` (mercator stretches it away from the equator). */
  radius(row, scale) {
    const stretch = Math.cosh(Math.PI * (1 - 2 * this.y[row]));
    return (this.radiusKm[row] / 40075) * stretch * scale;
  }

  id(row) {
    return this.rows[row]?.[0] ?? "";
  }

  name(row) {
    return this.strings[this.rows[row]?.[1]] ?? "";
  }

  kind(row) {
    return this.strings[this.rows[row]?.[2]] ?? "";
  }

  region(row) {
    return this.strings[this.rows[row]?.[3]] ?? "";
  }

  contested(row) {
    return Boolean(this.rows[row]?.[4]);
  }

  outline(row) {
    return this.rows[row]?.[5] ?? "";
  }
}
