// The picture of the timeline: axis with breaks, lanes of marks, histogram. Drawn on one canvas.
import { OPEN_END, OPEN_START } from "./days.js";
import { histogram, packLanes } from "./lanes.js";
import { haloed } from "./ground.js";
import { drawChipShape } from "./shapes.js";
import { CHIP } from "./placing.js";
import { BREAK_WIDTH, ticks } from "./scale.js";

const AXIS = 24; // height of the axis with its labels
const LANES = [24, 21, 18, 15, 11, 8]; // heights of a lane: the widest that lets every event have its own place
const NUMBERS_FROM = 15; // lane height from which a mark carries its number
const LABELS_FROM = 15; // lane height from which a mark may carry its title
const LABEL_WIDTHS = [210, 150, 100, 64]; // pixels kept free for titles: the widest that costs no event its place
const LEAST_LABEL = 44;
const LANE_EVENTS = 160; // above, the histogram alone
const HISTOGRAM = 14; // its height below lanes
const BIN = 5;
const FAINT = 0.42;
const OUTSIDE = 0.3; // what lies outside the window
const ARROW = 7;

/** Where every mark stands, for one scale and one set of filters. */
export class Strip {
  constructor(model) {
    this.model = model;
  }

  /** `published`: the day of publication or null; what happened never steps aside into what is planned. */
  layout(scale, width, height, offset, published) {
    Object.assign(this, { scale, width, height, offset, published });
    const { rows } = this.model.index;
    this.items = rows.length <= LANE_EVENTS ? this.inLanes(rows, height - AXIS - HISTOGRAM - 8) : [];
    this.bins(rows);
  }

  /** How many events of each group fall into each bin of the histogram. */
  bins(rows) {
    const { kindGroup, legend } = this.model.story;
    const bins = Math.max(1, Math.ceil(this.width / BIN));
    const xs = Float64Array.from(rows, (row) => this.middle(row));
    this.counts = histogram(xs, bins, bins * BIN);
    this.most = this.counts.reduce((most, count) => Math.max(most, count), 1);
    this.shares = legend.groups.map(() => new Int32Array(bins));
    rows.forEach((row, at) => {
      const bin = Math.floor(xs[at] / BIN);
      if (bin >= 0 && bin < bins) this.shares[kindGroup[row]][bin]++;
    });
  }

  inLanes(rows, room) {
    for (const lane of LANES) {
      const items = this.packed(rows, lane, room, 0);
      if (!items) continue;
      return (lane >= LABELS_FROM && this.withTitles(rows, lane, room, items)) || items;
    }
    return [];
  }

  /** The items in lanes of one height, each with room for `label` pixels of title; null when one finds no place. */
  packed(rows, lane, room, label) {
    this.lane = lane;
    const items = [...rows].map((row) => this.item(row));
    const wide = items.map((item) => ({ ...item, right: Math.max(item.right, item.chip + lane / 2 + label) }));
    const places = packLanes(label ? wide : items, Math.max(1, Math.floor(room / lane)), {
      step: lane,
      width: label ? Infinity : this.width,
    });
    if (!places.every((place) => place.lane >= 0)) return null;
    items.forEach((item, at) => {
      Object.assign(item, { lane: places[at].lane, chip: item.chip + places[at].shift, home: item.chip });
    });
    return items;
  }

  /** The same with titles, if they push no more marks aside than there were; what room is left serves other titles. */
  withTitles(rows, lane, room, plain) {
    const aside = (items) => items.filter(({ chip, home }) => chip !== home).length;
    for (const label of LABEL_WIDTHS) {
      const items = this.packed(rows, lane, room, label);
      if (items && aside(items) <= aside(plain)) return this.giveRoom(items);
    }
    return this.giveRoom(plain);
  }

  /** How far each title may run: to the next mark in its lane. */
  giveRoom(items) {
    for (const lane of new Set(items.map((item) => item.lane))) {
      const row = items.filter((item) => item.lane === lane).sort((a, b) => a.chip - b.chip);
      row.forEach((item, at) => {
        const next = row[at + 1];
        const end = next
          ? Math.min(next.chip - this.lane / 2, next.home, next.loose ? Infinity : next.from)
          : this.width;
        item.room = end - item.chip - this.lane / 2 - 9;
      });
    }
    return items;
  }

  /** The middle of a lane, counted from the axis upwards. */
  laneY(lane) {
    return this.base - HISTOGRAM - 5 - this.lane * (lane + 0.5);
  }

  x(day) {
    return this.scale.x(day) - this.offset;
  }

  /** The middle of the widest reading, or of its closed part. */
  middle(row) {
    const { start, end, startLatest, endEarliest } = this.model.story;
    const first = start[row] === OPEN_START ? endEarliest[row] : start[row];
    const last = end[row] === OPEN_END ? startLatest[row] : end[row];
    return (this.x(first) + this.x(last + 1)) / 2;
  }

  item(row) {
    const { story } = this.model;
    const openStart = story.start[row] === OPEN_START;
    const openEnd = story.end[row] === OPEN_END;
    const from = openStart ? Math.max(0, this.x(story.endEarliest[row]) - 40) : this.x(story.start[row]);
    const to = openEnd ? Math.min(this.width, this.x(story.startLatest[row]) + 60) : this.x(story.end[row] + 1);
    const middle = openStart
      ? this.x(story.endEarliest[row])
      : openEnd
        ? this.x(story.startLatest[row])
        : (from + to) / 2;
    const half = this.lane / 2;
    const loose = to - from <= 14 || story.start[row] === story.end[row];
    const line = this.published === null ? Infinity : this.x(this.published + 1);
    const chip = Math.max(half, Math.min(this.width - half, middle));
    return {
      row,
      from,
      to,
      chip,
      loose,
      limit: chip <= line ? line + half : Infinity,
      openStart,
      openEnd,
      left: loose ? chip - half : Math.min(from, chip - half),
      right: loose ? chip + half : Math.max(to, chip + half),
    };
  }

  draw(context, theme) {
    this.theme = theme;
    context.clearRect(0, 0, this.width, this.height);
    this.drawTicks(context, this.drawPublished(context, this.published));
    this.drawHistogram(context);
    this.drawBreaks(context);
    for (const item of this.items) this.drawBehind(context, item);
    for (const item of this.items) this.drawItem(context, item);
  }

  /** Whether an event is drawn fully, faintly (only the widest reading is inside) or as lying outside. */
  alpha(row) {
    if (!this.model.isInside(row)) return OUTSIDE;
    return this.model.isSurelyInside(row) ? 1 : FAINT + 0.2;
  }

  /** Bars, threads and titles, over which all marks stand. */
  drawBehind(context, item) {
    const { row } = item;
    const y = this.laneY(item.lane);
    context.globalAlpha = this.alpha(row);
    if (!item.loose) this.drawBar(context, item, y, this.theme.colors(this.model.story.kindGroup[row]).tone);
    if (item.chip !== item.home) this.drawThread(context, item, y);
    if (item.room >= LEAST_LABEL) this.drawTitle(context, item, y);
    context.globalAlpha = 1;
  }

  drawTitle(context, { row, chip, room }, y) {
    const { theme } = this;
    const chosen = row === this.model.selected || row === this.model.hovered;
    context.font = `${chosen ? 600 : 400} 11.5px ${theme.font}`;
    const text = shortened(context, this.model.story.titleOf(row), room);
    haloed(context, text, chip + this.lane / 2 + 4, y + 0.5, theme.ink, theme.halo, 3);
  }

  get base() {
    return this.height - AXIS;
  }

  /** Ticks with their labels; `[from, to]` of the axis is taken by another word. */
  drawTicks(context, [from, to]) {
    const { theme, base } = this;
    context.font = `11px ${theme.font}`;
    context.textBaseline = "alphabetic";
    let free = -Infinity;
    for (const part of this.scale.parts) {
      for (const { day, label, major } of ticks(part)) {
        const x = this.x(day);
        if (x < -60 || x > this.width + 60) continue;
        context.fillStyle = major ? theme.line : theme.faint;
        context.fillRect(Math.round(x), 2, 1, base + 2);
        const width = context.measureText(label).width;
        if (x + 3 < to && x + 3 + width > from) continue;
        if (x + 3 < free || x + 3 + width > Math.min(this.width, part.x1 - this.offset + BREAK_WIDTH)) continue;
        context.fillStyle = major ? theme.ink : theme.muted;
        context.textAlign = "left";
        context.fillText(label, x + 3, base + 16);
        free = x + width + 12;
      }
    }
    context.fillStyle = theme.muted;
    context.fillRect(0, base, this.width, 1);
  }

  /** A break is paper over the axis with two slanted strokes. */
  drawBreaks(context) {
    const { theme, base } = this;
    for (const part of this.scale.parts.slice(0, -1)) {
      const x = part.x1 - this.offset;
      context.fillStyle = theme.paper;
      context.globalAlpha = 0.6;
      context.fillRect(x + 4, 0, BREAK_WIDTH - 8, base + 1);
      context.globalAlpha = 1;
      context.fillRect(x + BREAK_WIDTH / 2 - 4, base - 3, 8, 7);
      context.strokeStyle = theme.muted;
      context.lineWidth = 1.4;
      for (const side of [-4, 3]) {
        context.beginPath();
        context.moveTo(x + BREAK_WIDTH / 2 + side - 2, base + 6);
        context.lineTo(x + BREAK_WIDTH / 2 + side + 3, base - 6);
        context.stroke();
      }
    }
  }

  /** The line after which everything lies in the future of the article; returns the pixels that its word takes. */
  drawPublished(context, published) {
    const x = published === null ? -1 : Math.round(this.x(published + 1)) + 0.5;
    if (x < 0 || x > this.width) return [0, 0];
    const { theme } = this;
    context.strokeStyle = theme.accent;
    context.setLineDash([4, 3]);
    context.lineWidth = 1;
    context.beginPath();
    context.moveTo(x, 0);
    context.lineTo(x, this.base + 5);
    context.stroke();
    context.setLineDash([]);
    context.font = `11px ${theme.font}`;
    context.fillStyle = theme.accent;
    context.textBaseline = "alphabetic";
    context.textAlign = "left";
    const width = context.measureText("published").width;
    const left = Math.max(0, Math.min(this.width - width, x - width / 2));
    context.fillText("published", left, this.base + 16);
    return [left - 6, left + width + 6];
  }

  drawHistogram(context) {
    const { theme, base } = this;
    const full = this.items.length ? HISTOGRAM : base - 16;
    const [from, to] = this.model.days();
    const x0 = from === OPEN_START ? -Infinity : this.x(from);
    const x1 = to === OPEN_END ? Infinity : this.x(to + 1);
    const starts = Float64Array.from(this.counts, () => base);
    this.shares.forEach((share, group) => {
      context.fillStyle = theme.kind(group);
      for (let bin = 0; bin < share.length; bin++) {
        if (!share[bin]) continue;
        const whole = Math.max(2, full * Math.sqrt(this.counts[bin] / this.most));
        const height = (whole * share[bin]) / this.counts[bin];
        const middle = (bin + 0.5) * BIN;
        context.globalAlpha = middle >= x0 && middle <= x1 ? 0.85 : OUTSIDE - 0.08;
        starts[bin] -= height;
        context.fillRect(bin * BIN, starts[bin], BIN - 1, height);
      }
    });
    context.globalAlpha = 1;
  }

  drawItem(context, item) {
    const { model, theme } = this;
    const { row } = item;
    const y = this.laneY(item.lane);
    context.globalAlpha = this.alpha(row);
    this.drawMark(context, item, y, theme.colors(model.story.kindGroup[row]));
    context.globalAlpha = 1;
    if (row === model.selected || row === model.hovered)
      drawFocus(context, item.chip, y, this.lane / 2 + 1.5, theme, row === model.selected);
  }

  /** A thread from a mark that had to step aside to its own day. */
  drawThread(context, { chip, home }, y) {
    context.strokeStyle = this.theme.muted;
    context.lineWidth = 0.7;
    context.beginPath();
    context.moveTo(chip, y);
    context.lineTo(home, y);
    context.stroke();
    context.beginPath();
    context.arc(home, y, 1.5, 0, 2 * Math.PI);
    context.fillStyle = this.theme.muted;
    context.fill();
  }

  drawBar(context, item, y, color) {
    const { story } = this.model;
    const { row, from, to } = item;
    const lasts = story.has(row, "lasts");
    const sureFrom =
      lasts && !item.openStart ? this.x(story.startLatest[row]) : item.openStart ? from + 14 : (from + to) / 2;
    const sureTo =
      lasts && !item.openEnd ? this.x(story.endEarliest[row] + 1) : item.openEnd ? to - 14 : (from + to) / 2;
    const paint = context.createLinearGradient(from, 0, to, 0);
    const at = (x) => Math.max(0, Math.min(1, (x - from) / (to - from)));
    const [a, b] = [at(sureFrom), at(sureTo)];
    paint.addColorStop(0, fade(color, lasts && a === 0 ? 0.5 : 0.12));
    paint.addColorStop(Math.min(a, b), fade(color, 0.5));
    paint.addColorStop(Math.max(a, b), fade(color, 0.5));
    paint.addColorStop(1, fade(color, lasts && b === 1 ? 0.5 : 0.12));
    context.fillStyle = paint;
    const thick = Math.min(8, this.lane - 5);
    context.fillRect(from, y - thick / 2, to - from, thick);
    context.fillStyle = color;
    if (item.openStart) arrow(context, from, y, -ARROW);
    if (item.openEnd) arrow(context, to, y, ARROW);
  }

  drawMark(context, { row, chip }, y, colors) {
    const { story } = this.model;
    const { theme } = this;
    const planned = story.legend.statuses[story.status[row]] === "planned";
    const off = story.legend.event_groups[story.group[row]] === "not_happened";
    context.save();
    context.translate(chip, y);
    context.scale((this.lane - 2) / CHIP, (this.lane - 2) / CHIP);
    const shape = story.place[row] < 0 ? "exact" : story.precision(row);
    drawChipShape(
      context,
      0,
      0,
      off ? "area" : shape,
      off ? { fill: theme.muted, tone: theme.muted } : colors,
      theme,
      planned,
    );
    context.restore();
    if (this.lane < NUMBERS_FROM) return;
    context.font = `600 ${story.number[row] > 99 ? 8 : 9.5}px ${theme.font}`;
    context.textAlign = "center";
    context.textBaseline = "middle";
    context.fillStyle = shape === "exact" && !planned && !off ? theme.chipText : theme.kindText(story.kindGroup[row]);
    context.fillText(String(story.number[row]), chip, y + 0.5);
  }

  /** The bin of the histogram under a point: {from, to, count}, its days and its events; null where there is none. */
  bin(x) {
    const at = Math.floor(x / BIN);
    if (!(this.counts?.[at] > 0)) return null;
    const [from, to] = [at * BIN, (at + 1) * BIN - 1].map((edge) => this.scale.day(edge + this.offset));
    return { from, to, count: this.counts[at] };
  }

  /** The event whose mark, bar or title is under a point, or -1. */
  hit(x, y) {
    for (const item of this.items) {
      const middle = this.laneY(item.lane);
      const onChip = Math.abs(x - item.chip) <= this.lane / 2 + 2;
      const onBar = !item.loose && x >= item.from && x <= item.to;
      const onTitle = item.room >= LEAST_LABEL && x >= item.chip && x <= item.chip + this.lane / 2 + item.room;
      if (Math.abs(y - middle) <= this.lane / 2 && (onChip || onBar || onTitle)) return item.row;
    }
    return -1;
  }
}

/** Text that fits into `width`, cut at the end with an ellipsis. */
function shortened(context, text, width) {
  const whole = context.measureText(text).width;
  if (whole <= width) return text;
  const signs = Math.max(1, Math.floor((text.length * (width - 10)) / whole));
  return `${text.slice(0, signs).trimEnd()}…`;
}

function arrow(context, x, y, length) {
  context.beginPath();
  context.moveTo(x + length, y);
  context.lineTo(x, y - 6);
  context.lineTo(x, y + 6);
  context.fill();
}

function drawFocus(context, x, y, radius, theme, strong) {
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.strokeStyle = strong ? theme.ink : theme.muted;
  context.lineWidth = 2;
  context.stroke();
}

function fade(hex, alpha) {
  return `${hex}${Math.round(alpha * 255)
    .toString(16)
    .padStart(2, "0")}`;
}
