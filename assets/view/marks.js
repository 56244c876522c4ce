// The events on the map: numbered chips while they are few, counted discs for hundreds, stamped dots beyond.
import { haloed } from "./ground.js";
import { CHIP, CHIP_STEP, MAX_CHIPS, discRadius, gathered, grouped, pillWidth, placed } from "./placing.js";
import { centred, clamp, covers, drawChipShape, drawDisc, drawOutline, project, ring } from "./shapes.js";
import { Stamp } from "./stamp.js";

const CHIP_EVENTS = 80; // above, discs
const CHIP_GROUPS = 44;
const DISC_PLACES = 3000; // above, stamped dots
const FAINT = 0.42; // only the widest reading of its time is inside the window
const NAME_FONT = 12.5;
const PULL = 40; // pixels from the edge at which the mark of an area stands whose middle lies outside

export class Marks {
  constructor(model, theme) {
    this.model = model;
    this.theme = theme;
    this.stamp = new Stamp();
    this.hits = [];
    this.names = [];
  }

  /** Where everything may stand, for one camera and one set of filters; the window only shows and hides. */
  layout(context, view, covered = []) {
    const { story, passed } = this.model;
    this.spots = spotsInView(story, passed, view);
    const events = this.spots.reduce((sum, spot) => sum + spot.events.length, 0);
    this.style = events <= CHIP_EVENTS ? "chips" : this.spots.length <= DISC_PLACES ? "discs" : "dots";
    context.font = this.nameFont();
    this.groups = this.style === "chips" ? grouped(this.spots) : [];
    if (this.groups.length > CHIP_GROUPS) this.style = "discs";
    this.cells = this.style === "discs" ? gathered(this.spots) : [];
    if (this.style !== "chips") {
      this.taken = [...covered, ...this.cells.flatMap((cell) => this.discBoxes(context, cell))];
      return;
    }
    const measure = (group) => context.measureText(this.nameOf(group)).width;
    const rings = story.mentioned.map(({ place }) => project(story, place, view));
    this.taken = placed(this.groups, measure, view, { covered, rings });
  }

  /** The room that a disc and its name may take. */
  discBoxes(context, { row, x, y }) {
    const width = context.measureText(this.model.story.places.name(row)).width;
    return [[x - 22, y - 22, x + 22, y + 22], [x + 22, y - 8, x + 28 + width, y + 8]]; // prettier-ignore
  }

  nameFont() {
    return `600 ${NAME_FONT}px ${this.theme.font}`;
  }

  nameOf(group) {
    const name = this.model.story.places.name(group.row);
    const short = name.length > 34 ? `${name.slice(0, 33)}…` : name;
    return group.rows.length > 1 ? `${short} +${group.rows.length - 1}` : short;
  }

  /** Draw what is inside the window now. */
  draw(context, view, ratio) {
    context.clearRect(0, 0, view.width, view.height);
    this.hits = [];
    this.names = [];
    if (!this.spots) return;
    if (this.style === "chips") this.drawChips(context);
    else if (this.style === "discs") this.drawDiscs(context);
    else this.stamp.draw(context, view, ratio, this.model, this.theme);
    this.drawSelected(context, view);
  }

  drawChips(context) {
    for (const group of this.groups) this.drawGroup(context, group, this.seen(group));
  }

  seen(group) {
    return group.events.filter((row) => this.isSeen(row));
  }

  /** The shapes of areas and countries, which lie below the names. */
  drawAllAreas(context, view) {
    context.clearRect(0, 0, view.width, view.height);
    for (const group of this.groups ?? []) this.drawAreas(context, view, group, this.seen(group));
  }

  isSeen(row) {
    if (!this.model.isInside(row)) return false;
    return Boolean(this.model.story.flags[row] & 1) || this.model.window === null || row === this.model.selected;
  }

  drawAreas(context, view, group, rows) {
    if (!rows.length || group.precision === "exact") return;
    const { story } = this.model;
    const color = this.theme.kindText(story.kindGroup[rows[0]]);
    const lit = rows.includes(this.model.selected) || rows.includes(this.model.hovered);
    drawOutline(context, view, story, group.row, { color, lit, dashed: group.precision === "area" });
  }

  drawGroup(context, group, rows) {
    const { theme } = this;
    if (!rows.length) return this.drawQuiet(context, group);
    if (group.precision === "exact") drawLeader(context, group, theme);
    const width = rows.length <= MAX_CHIPS ? rows.length * CHIP_STEP - 2 : pillWidth(rows.length);
    const left = clamp(group.x - width / 2, group.left, group.left + group.size.width - width);
    if (rows.length > MAX_CHIPS) this.drawPill(context, group, rows, left, width);
    else rows.forEach((row, at) => this.drawChip(context, group, row, left + at * CHIP_STEP));
    this.drawName(context, group);
  }

  /** A place all of whose events lie outside the window keeps its name, as any town. */
  drawQuiet(context, group) {
    if (group.precision !== "exact") return;
    const { theme } = this;
    context.font = `400 11px ${theme.font}`;
    context.fillStyle = theme.label;
    context.beginPath();
    context.arc(group.x, group.y, 2.3, 0, 2 * Math.PI);
    context.fill();
    haloed(context, this.model.story.places.name(group.row), group.x + 6, group.y, theme.label, theme.halo);
  }

  drawName(context, group) {
    const name = this.nameOf(group);
    context.font = this.nameFont();
    const width = context.measureText(name).width;
    const x = clamp(group.x - width / 2, group.left, group.left + group.size.width - width);
    haloed(context, name, x, group.top + CHIP + 9, this.theme.ink, this.theme.halo, 3.5);
    this.names.push(name);
  }

  drawChip(context, group, row, left) {
    const { model, theme } = this;
    const x = left + CHIP / 2;
    const y = group.top + CHIP / 2;
    const precision = model.story.precision(row);
    context.globalAlpha = this.alpha(row);
    drawChipShape(context, x, y, precision, theme.colors(model.story.kindGroup[row]), theme, this.isPlanned(row));
    context.fillStyle =
      precision === "exact" && !this.isPlanned(row) ? theme.chipText : theme.kindText(model.story.kindGroup[row]);
    context.font = `600 ${model.story.number[row] > 99 ? 9 : 11}px ${theme.font}`;
    centred(context, String(model.story.number[row]), x, y + 0.5);
    context.globalAlpha = 1;
    this.hits.push({ x0: left, y0: group.top, x1: left + CHIP, y1: group.top + CHIP, rows: [row], place: group.row });
    if (row === model.selected || row === model.hovered)
      ring(context, x, y, CHIP / 2 + 3, theme, row === model.selected);
  }

  isPlanned(row) {
    return this.model.story.legend.statuses[this.model.story.status[row]] === "planned";
  }

  alpha(row) {
    return this.model.story.flags[row] & 1 && !this.model.isSurelyInside(row) ? FAINT : 1;
  }

  drawPill(context, group, rows, left, width) {
    const { theme } = this;
    context.fillStyle = this.colorOf(rows);
    context.strokeStyle = theme.chipLine;
    context.lineWidth = 1.5;
    context.beginPath();
    context.roundRect(left, group.top, width, CHIP, CHIP / 2);
    context.fill();
    context.stroke();
    context.fillStyle = theme.chipText;
    context.font = `600 11px ${theme.font}`;
    centred(context, `${rows.length} events`, left + width / 2, group.top + CHIP / 2 + 0.5);
    this.hits.push({ x0: left, y0: group.top, x1: left + width, y1: group.top + CHIP, rows, place: group.row });
  }

  isOneKind(rows) {
    const { kindGroup } = this.model.story;
    return rows.every((row) => kindGroup[row] === kindGroup[rows[0]]);
  }

  /** A ring whose parts are the shares of the kinds in a mixed disc. */
  drawShares(context, { x, y }, radius, rows) {
    const counts = new Array(this.model.story.legend.groups.length).fill(0);
    for (const row of rows) counts[this.model.story.kindGroup[row]]++;
    let angle = -Math.PI / 2;
    context.lineWidth = 3.5;
    for (const [group, count] of counts.entries()) {
      if (!count) continue;
      const end = angle + (2 * Math.PI * count) / rows.length;
      context.beginPath();
      context.arc(x, y, radius + 2.6, angle, end);
      context.strokeStyle = this.theme.kind(group);
      context.stroke();
      angle = end;
    }
  }

  colorOf(rows) {
    const { kindGroup } = this.model.story;
    return this.isOneKind(rows) ? this.theme.kind(kindGroup[rows[0]]) : this.theme.mixed;
  }

  drawDiscs(context) {
    const { theme, model } = this;
    for (const spot of this.cells) {
      const rows = spot.events.filter((row) => this.isSeen(row));
      if (!rows.length) continue;
      const radius = discRadius(rows.length);
      const hollow = rows.every((row) => model.story.precision(row) !== "exact");
      context.globalAlpha = rows.every((row) => !model.isSurelyInside(row)) ? FAINT : 1;
      drawDisc(context, spot.x, spot.y, radius, this.colorOf(rows), theme, hollow);
      if (!this.isOneKind(rows)) this.drawShares(context, spot, radius, rows);
      if (rows.length > 1) {
        context.font = `600 10px ${theme.font}`;
        context.fillStyle = hollow ? this.colorOf(rows) : theme.chipText;
        centred(context, String(rows.length), spot.x, spot.y + 0.5);
      }
      const reach = Math.max(radius, 8);
      const box = { x0: spot.x - reach, y0: spot.y - reach, x1: spot.x + reach, y1: spot.y + reach };
      this.hits.push({ ...box, rows, place: spot.row });
    }
    context.globalAlpha = 1;
    this.drawNamesOfDiscs(context);
  }

  /** The names of the places with most events, as far as there is room. */
  drawNamesOfDiscs(context) {
    context.font = this.nameFont();
    const boxes = this.hits.map(({ x0, y0, x1, y1 }) => [x0, y0, x1, y1]);
    const order = [...this.hits.keys()]
      .sort((a, b) => this.hits[b].rows.length - this.hits[a].rows.length)
      .slice(0, 30);
    for (const at of order) {
      const hit = this.hits[at];
      const name = this.model.story.places.name(hit.place);
      const width = context.measureText(name).width;
      const box = [hit.x1 + 2, (hit.y0 + hit.y1) / 2 - 8, hit.x1 + width + 6, (hit.y0 + hit.y1) / 2 + 8];
      if (!boxes.every((other) => box[2] <= other[0] || box[0] >= other[2] || box[3] <= other[1] || box[1] >= other[3]))
        continue;
      boxes.push(box);
      haloed(context, name, box[0], (box[1] + box[3]) / 2, this.theme.ink, this.theme.halo, 3.5);
      this.names.push(name);
    }
  }

  /** A ring around the selected event's place where it has no chip of its own. */
  drawSelected(context, view) {
    const { model, theme } = this;
    for (const row of [model.hovered, model.selected]) {
      if (row < 0 || model.story.place[row] < 0 || !isOnMap(model.story, row)) continue;
      if (this.hits.some((hit) => hit.rows.length === 1 && hit.rows[0] === row)) continue;
      const spot = this.hits.find((hit) => hit.rows.includes(row));
      const [x, y] = spot
        ? [(spot.x0 + spot.x1) / 2, (spot.y0 + spot.y1) / 2]
        : project(model.story, model.story.place[row], view);
      ring(context, x, y, spot ? (spot.x1 - spot.x0) / 2 + 3 : 9, theme, row === model.selected);
    }
  }

  /** The mark under a point of the canvas, or null: {rows, place}. */
  hit({ x, y }, view) {
    const slack = 3;
    for (let at = this.hits.length - 1; at >= 0; at--) {
      const hit = this.hits[at];
      if (x >= hit.x0 - slack && x <= hit.x1 + slack && y >= hit.y0 - slack && y <= hit.y1 + slack) return hit;
    }
    return this.style === "dots" ? this.stamp.hit({ x, y }, view, this.model) : null;
  }
}

export function isOnMap(story, row) {
  const group = story.legend.event_groups[story.group[row]];
  return group === "place_and_date" || group === "place_only";
}

/** The places in view with the events there that pass the filters: {row, x, y, precision, events}. */
function spotsInView(story, passed, view) {
  const byPlace = new Map();
  const margin = 40;
  for (let row = 0; row < story.n; row++) {
    const place = story.place[row];
    if (place < 0 || !passed[row] || !isOnMap(story, row)) continue;
    const listed = byPlace.get(place);
    if (listed) listed.push(row);
    else byPlace.set(place, [row]);
  }
  const spots = [];
  for (const [row, events] of byPlace) {
    const [x, y] = pulledIn(project(story, row, view), row, story, view);
    if (x < -margin || y < -margin || x > view.width + margin || y > view.height + margin) continue;
    const implied = events.every((event) => story.precision(event) !== "exact");
    const precision = story.legend.precisions[story.places.precision[row]];
    spots.push({ row, x, y, precision: precision === "exact" && implied ? "area" : precision, events });
  }
  return spots;
}

/** The mark of an area that reaches into the view stands inside it, even where its own middle lies outside. */
function pulledIn([x, y], place, story, view) {
  if (story.places.precision[place] === 0 || !covers(place, view, story)) return [x, y];
  const { inner } = view;
  const side = Math.min(PULL, inner.width / 4, inner.height / 4);
  return [
    clamp(x, inner.x + side, inner.x + inner.width - side),
    clamp(y, inner.y + side, inner.y + inner.height - side),
  ];
}

function drawLeader(context, group, theme) {
  const x = clamp(group.x, group.left + 4, group.left + group.size.width - 4);
  const y = clamp(group.y, group.top, group.top + group.size.height);
  context.strokeStyle = theme.ink;
  context.lineWidth = 1;
  context.beginPath();
  context.moveTo(group.x, group.y);
  context.lineTo(x, y);
  context.stroke();
  for (const spot of [group, ...group.others]) {
    context.beginPath();
    context.arc(spot.x, spot.y, 3.4, 0, 2 * Math.PI);
    context.fillStyle = theme.ink;
    context.fill();
    context.lineWidth = 1.2;
    context.strokeStyle = theme.halo;
    context.stroke();
  }
}
