// Tens of thousands of events as small dots written straight into one image.

const REACH = 2; // a dot is five pixels wide
const DISC = [];
for (let dy = -REACH; dy <= REACH; dy++) {
  for (let dx = -REACH; dx <= REACH; dx++) if (dx * dx + dy * dy <= 5) DISC.push([dx, dy]);
}

export class Stamp {
  draw(context, view, ratio, model, theme) {
    const width = Math.round(view.width * ratio);
    const height = Math.round(view.height * ratio);
    if (this.image?.width !== width || this.image?.height !== height) this.resize(width, height);
    this.look(theme, model.story.legend.groups.length);
    this.cells(view, ratio, model.story);
    this.pixels.fill(0);
    this.stamp(model);
    context.putImageData(this.image, 0, 0);
  }

  resize(width, height) {
    this.image = new ImageData(width, height);
    this.pixels = new Uint32Array(this.image.data.buffer);
    this.offsets = Int32Array.from(DISC, ([dx, dy]) => dy * width + dx);
    this.view = null;
  }

  look(theme, groups) {
    this.colors = Uint32Array.from({ length: groups }, (_, group) => rgba(theme.kind(group)));
  }

  /** The pixel of each event's place, once a camera; -1 outside. */
  cells(view, ratio, story) {
    if (this.view === view && this.story === story) return;
    const { width, height } = this.image;
    const spots = Int32Array.from({ length: story.places.n }, (_, place) => {
      const x = Math.round((wrapped(story.places.x[place], view) * view.scale - view.left) * ratio);
      const y = Math.round((story.places.y[place] * view.scale - view.top) * ratio);
      const inside = x >= REACH && y >= REACH && x < width - REACH && y < height - REACH;
      return inside ? y * width + x : -1;
    });
    this.cell = Int32Array.from(story.place, (place) => (place < 0 ? -1 : spots[place]));
    for (let row = 0; row < story.n; row++) if (story.group[row] > 1) this.cell[row] = -1;
    this.view = view;
    this.story = story;
  }

  stamp({ shown, count, story }) {
    const { pixels, offsets, cell, colors } = this;
    const { kindGroup } = story;
    for (let at = 0; at < count; at++) {
      const row = shown[at];
      const spot = cell[row];
      if (spot < 0) continue;
      const color = colors[kindGroup[row]];
      if (pixels[spot] === color && pixels[spot + 1] === color && pixels[spot - 1] === color) continue;
      for (let part = 0; part < offsets.length; part++) pixels[spot + offsets[part]] = color;
    }
  }

  /** The events whose dot covers a point. */
  hit({ x, y }, view, { shown, count, story }) {
    const rows = [];
    for (let at = 0; at < count && rows.length < 200; at++) {
      const place = story.place[shown[at]];
      if (place < 0) continue;
      const dx = wrapped(story.places.x[place], view) * view.scale - view.left - x;
      const dy = story.places.y[place] * view.scale - view.top - y;
      if (dx * dx + dy * dy <= 16) rows.push(shown[at]);
    }
    return rows.length ? { x0: x - 3, y0: y - 3, x1: x + 3, y1: y + 3, rows, place: story.place[rows[0]] } : null;
  }
}

/** The copy of a place nearest to the middle of the view. */
function wrapped(x, view) {
  const middle = (view.left + view.width / 2) / view.scale;
  return x + Math.round(middle - x);
}

function rgba(hex) {
  const [r, g, b] = [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));
  return ((235 << 24) | (b << 16) | (g << 8) | r) >>> 0;
}
