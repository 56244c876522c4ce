// The axis of time: piecewise linear, with a visible break over each long empty stretch, so that a story over
// decades and days stays readable. No DOM.
import { MONTHS, OPEN_END, OPEN_START, civil, dayNumber, yearWords } from "./days.js";

const BREAK_SHARE = 0.3; // a gap is a break when it takes more of the rest of the axis than this
const MAX_BREAKS = 6;
export const BREAK_WIDTH = 22;
const MIN_SEGMENT_WIDTH = 64;

/** The stretches of days that events name, joined where they overlap: [[first, last, weight], ...] in order. */
export function stretches(story, rows) {
  const named = [];
  for (const row of rows) {
    const [first, last] = [story.start[row], story.end[row]];
    const lasting = story.has(row, "lasts");
    if (first === OPEN_START || lasting) named.push([story.endEarliest[row], last]);
    if (last === OPEN_END || lasting) named.push([first, story.startLatest[row]]);
    if (first !== OPEN_START && last !== OPEN_END && !lasting) named.push([first, last]);
  }
  const finite = named.filter(([a, b]) => a !== OPEN_START && b !== OPEN_END && a <= b);
  return joined(finite.sort((a, b) => a[0] - b[0]));
}

function joined(sorted) {
  const merged = [];
  for (const [first, last] of sorted) {
    const before = merged.at(-1);
    if (before && first <= before[1] + 1) {
      before[1] = Math.max(before[1], last);
      before[2] += 1;
    } else merged.push([first, last, 1]);
  }
  return merged;
}

/** Cut the stretches at the widest gaps: segments {first, last, weight}, padded, never overlapping. */
export function segments(spans) {
  if (!spans.length) return [];
  const cuts = breaks(spans);
  const groups = [[]];
  spans.forEach((span, at) => {
    if (cuts.has(at)) groups.push([]);
    groups.at(-1).push(span);
  });
  return groups.map((group, at) => padded(group, groups[at - 1]?.at(-1)[1], groups[at + 1]?.[0][0]));
}

function breaks(spans) {
  const gaps = [];
  for (let at = 1; at < spans.length; at++) gaps.push([spans[at][0] - spans[at - 1][1], at]);
  gaps.sort((a, b) => b[0] - a[0]);
  let rest = spans.at(-1)[1] - spans[0][0] + 1;
  const cuts = new Set();
  for (const [gap, at] of gaps) {
    if (cuts.size >= MAX_BREAKS || spans.length < 3 || gap < 30 || gap < BREAK_SHARE * rest) break;
    cuts.add(at);
    rest -= gap;
  }
  return cuts;
}

function padded(group, before = -Infinity, after = Infinity) {
  const first = group[0][0];
  const last = group.at(-1)[1];
  const days = last - first + 1;
  const pad = Math.max(1, Math.round(days * (days > 400 ? 0.025 : 0.06)));
  return {
    first: Math.max(first - pad, Math.ceil((before + first) / 2)),
    last: Math.min(last + pad, Math.floor((last + after) / 2)),
    weight: group.reduce((sum, span) => sum + span[2], 0),
  };
}

/**
 * The scale of one width: days to pixels and back. Each segment is linear; a break is BREAK_WIDTH wide, and `margin`
 * pixels stay free at both ends, so that a handle at rest stands beside the first and the last mark.
 */
export class Scale {
  constructor(parts, width, margin = 0) {
    this.width = width;
    const room = Math.max(1, width - 2 * margin - BREAK_WIDTH * (parts.length - 1));
    const shares = widths(parts, room);
    let x = margin;
    this.parts = parts.map((part, at) => {
      const from = x;
      x += shares[at] + BREAK_WIDTH;
      return { ...part, x0: from, x1: from + shares[at], perDay: shares[at] / (part.last - part.first + 1) };
    });
    this.first = parts[0]?.first ?? 0;
    this.last = parts.at(-1)?.last ?? 0;
  }

  /** Pixels of the start of a day, clamped to the axis. */
  x(day) {
    if (day < this.first) return 0;
    if (day > this.last) return this.width;
    for (let at = 0; at < this.parts.length; at++) {
      const part = this.parts[at];
      if (day <= part.last) {
        if (day >= part.first) return part.x0 + (day - part.first) * part.perDay;
        const before = this.parts[at - 1];
        return before.x1 + (BREAK_WIDTH * (day - before.last - 1)) / Math.max(1, part.first - before.last - 1);
      }
    }
    return this.width;
  }

  /** Pixels of the middle of a day. */
  middle(day) {
    return (this.x(day) + this.x(day + 1)) / 2;
  }

  /** The day under a pixel. */
  day(x) {
    for (let at = 0; at < this.parts.length; at++) {
      const part = this.parts[at];
      if (x < part.x1) {
        if (x >= part.x0) return Math.min(part.last, part.first + Math.floor((x - part.x0) / part.perDay));
        const before = this.parts[at - 1];
        if (!before) return part.first;
        return Math.round(before.last + ((x - before.x1) / BREAK_WIDTH) * (part.first - before.last));
      }
    }
    return this.last;
  }
}

/** Half by how many events a segment holds, half by how long it lasts; both damped, none below a readable width. */
function widths(parts, room) {
  const damped = [
    parts.map((part) => Math.sqrt(part.weight)),
    parts.map((part) => Math.log2(part.last - part.first + 2)),
  ];
  const sums = damped.map((column) => column.reduce((sum, value) => sum + value, 0));
  const least = Math.min(MIN_SEGMENT_WIDTH, room / Math.max(1, parts.length));
  const rest = room - least * parts.length;
  return parts.map((_, at) => least + rest * (damped[0][at] / sums[0] / 2 + damped[1][at] / sums[1] / 2));
}

const STEPS = [
  ...[1, 2, 7, 14].map((days) => ({ unit: "day", size: days, days })),
  ...[1, 3, 6].map((months) => ({ unit: "month", size: months, days: 30.4 * months })),
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].map((years) => ({ unit: "year", size: years, days: 365.25 * years })),
];

/** Ticks of one segment, at least `gap` pixels apart: {day, label, major}. */
export function ticks(part, gap = 56) {
  const step = STEPS.find(({ days }) => days * part.perDay >= gap) ?? STEPS.at(-1);
  const found = [];
  for (let day = firstTick(part.first, step); day <= part.last; day = nextTick(day, step)) {
    if (day >= part.first) found.push(day);
  }
  if (!found.length) return [{ day: part.first, label: fullLabel(part.first, step), major: true }];
  return found.map((day, at) => tick(day, step, found[at - 1]));
}

function firstTick(day, { unit, size }) {
  const [year, month] = civil(day);
  if (unit === "year") return dayNumber(Math.floor(year / size) * size, 1, 1);
  if (unit === "month") return dayNumber(year, month - ((month - 1) % size), 1);
  return dayNumber(year, month, 1);
}

/** Days of a week's or two days' step start anew each month, so that the first of a month always has its tick. */
function nextTick(day, { unit, size }) {
  const [year, month, date] = civil(day);
  if (unit === "year") return dayNumber(year + size, 1, 1);
  if (unit === "month") return dayNumber(year, month + size, 1);
  const next = day + size;
  const turn = dayNumber(year, month + 1, 1);
  return next >= turn || (size > 2 && turn - next < size / 2) || (size === 2 && date === 29) ? turn : next;
}

function tick(day, step, before) {
  const [year, month, date] = civil(day);
  if (step.unit === "year") return { day, label: yearWords(year), major: true };
  const turned = before === undefined || civil(before)[0] !== year;
  if (step.unit === "month")
    return { day, label: turned ? `${MONTHS[month - 1]} ${yearWords(year)}` : MONTHS[month - 1], major: turned };
  if (date === 1 || before === undefined) {
    return { day, label: turned ? fullLabel(day, step) : `${date} ${MONTHS[month - 1]}`, major: true };
  }
  return { day, label: String(date), major: false };
}

function fullLabel(day, { unit }) {
  const [year, month, date] = civil(day);
  if (unit === "year") return yearWords(year);
  return unit === "month"
    ? `${MONTHS[month - 1]} ${yearWords(year)}`
    : `${date} ${MONTHS[month - 1]} ${yearWords(year)}`;
}
