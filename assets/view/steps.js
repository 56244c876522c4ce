// How the window follows Play, Previous and Next. No DOM.

/**
 * The window in which event `row` is shown, or null to leave it as it is. Up-to windows grow or shrink to the latest
 * day on which the event may have begun; others keep their length and move only as far as needed. Playing the whole
 * story counts as an up-to window.
 */
export function windowAt(model, row, playing) {
  const upTo = model.mode === "accumulate" || (model.window === null && playing) || model.window?.[0] === null;
  if (upTo) return [null, model.story.startLatest[row]];
  return model.window === null || model.isInside(row) ? null : moved(model, row);
}

function moved({ window: [from, to], story: { start, end } }, row) {
  if (to === null) return [Math.min(from, start[row]), null];
  return end[row] > to ? [end[row] - (to - from), end[row]] : [start[row], start[row] + (to - from)];
}
