// Which event is open when a page opens, and when the open one is gone. No DOM.

/**
 * The event that is chosen when a page opens: the first essential one that the opening view shows, else the first of all; none in a story of more
 * than `most` events.
 */
export function opening(model, ground, most) {
  const { rows } = model.index;
  if (!rows.length || model.story.n > most) return -1;
  const { story } = model;
  const essential = rows.filter((row) => story.legend.saliences[story.salience[row]] === "essential");
  return essential.find((row) => isFramed(story, row, ground.core)) ?? essential[0] ?? rows[0];
}

function isFramed({ place, places }, row, [x0, y0, x1, y1]) {
  const [x, y] = [places.x[place[row]], places.y[place[row]]];
  return y >= y0 && y <= y1 && [x - 1, x, x + 1].some((copy) => copy >= x0 && copy <= x1);
}

/** The row of the event that stands at a number of the list now, or of the last one. */
export function rowNear(story, number) {
  return story.number.indexOf(Math.min(number, story.n));
}
