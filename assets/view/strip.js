// The picture of the timeline: axis with breaks, lanes of marks, histogram. Drawn on one canvas.
import { OPEN_END, OPEN_START } from "./days.js";
import { histogram, packLanes } from "./lanes.js";
import { drawChipShape } from "./marks.js";
import { CHIP } from "./placing.js";
import { BREAK_WIDTH, ticks } from "./scale.js";

const AXIS = 24; // height of the axis with its labels
const LANES = [20, 17, 15, 11, 8]; // heights of a lane: the widest that lets every event have its own place
const NUMBERS_FROM = 15; // lane height from which a mark carries its number
const LANE_EVENTS = 160; // above, the histogram alone
const HISTOGRAM = 14; // its height below lanes
const BIN = 5;
const FAINT = 0.42;
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
    this.xs = Float64Array.from(rows, (row) => this.middle(row));
    const bins = Math.max(1, Math.ceil(width / BIN));
    this.counts = histogram(this.xs, bins, bins * BIN);
    this.most = this.counts.reduce((most, count) => Math.max(most, count), 1);
  }

  inLanes(rows, room) {
    for (const lane of LANES) {
      this.lane = lane;
      const items = [...rows].map((row) => this.item(row));
      const places = packLanes(items, Math.max(1, Math.floor(room / lane)), { step: lane, width: this.width });
      items.forEach((item, at) =>
        Object.assign(item, { lane: places[at].lane, chip: item.chip + places[at].shift, home: item.chip }),
      );
      if (places.every((place) => place.lane >= 0)) return items;
    }
    return [];
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
    this.drawTicks(context);
    this.drawPublished(context, this.published);
    this.drawHistogram(context);
    this.drawBreaks(context);
    for (const item of this.items) this.drawItem(context, item);
  }

  get base() {
    return this.height - AXIS;
  }

  drawTicks(context) {
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

  drawPublished(context, published) {
    if (published === null) return;
    const x = Math.round(this.x(published + 1)) + 0.5;
    if (x < 0 || x > this.width) return;
    const { theme } = this;
    context.strokeStyle = theme.accent;
    context.setLineDash([4, 3]);
    context.lineWidth = 1;
    context.beginPath();
    context.moveTo(x, 0);
    context.lineTo(x, this.base);
    context.stroke();
    context.setLineDash([]);
    context.font = `10px ${theme.font}`;
    context.fillStyle = theme.accent;
    context.textBaseline = "top";
    const width = context.measureText("published").width;
    context.textAlign = x > width + 8 ? "right" : "left";
    context.fillText("published", context.textAlign === "right" ? x - 4 : x + 4, 1);
  }

  drawHistogram(context) {
    const { theme, base } = this;
    const full = this.items.length ? HISTOGRAM : base - 16;
    const [from, to] = this.model.days();
    const x0 = from === OPEN_START ? -Infinity : this.x(from);
    const x1 = to === OPEN_END ? Infinity : this.x(to + 1);
    this.counts.forEach((count, bin) => {
      if (!count) return;
      const height = Math.max(2, full * Math.sqrt(count / this.most));
      const middle = (bin + 0.5) * BIN;
      context.fillStyle = middle >= x0 && middle <= x1 ? theme.barIn : theme.bar;
      context.fillRect(bin * BIN, base - height, BIN - 1, height);
    });
  }

  drawItem(context, item) {
    const { model, theme } = this;
    const { story } = model;
    const { row } = item;
    const y = this.laneY(item.lane);
    const colors = theme.colors(story.kindGroup[row]);
    const inside = model.isInside(row);
    const alpha = inside ? (model.isSurelyInside(row) ? 1 : FAINT + 0.2) : 0.45;
    context.globalAlpha = alpha;
    if (!item.loose) this.drawBar(context, item, y, colors.tone);
    if (item.chip !== item.home) this.drawThread(context, item, y);
    context.globalAlpha = alpha;
    this.drawMark(context, item, y, colors);
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

  /** The event whose mark is under a point, or -1. */
  hit(x, y) {
    for (const item of this.items) {
      const middle = this.laneY(item.lane);
      const onChip = Math.abs(x - item.chip) <= this.lane / 2 + 2;
      const onBar = x >= item.from && x <= item.to;
      if (Math.abs(y - middle) <= this.lane / 2 && (onChip || onBar)) return item.row;
    }
    return -1;
  }
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
