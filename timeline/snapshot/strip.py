"""The timeline strip under the map: every dated event once, in lanes so that nothing hides anything."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..kinds import style_of
from ..model import Event
from ..words import range_words
from .axis import Axis, Stretch, Tick, known_days, lay_out, ticks
from .chips import chip, shown_color
from .furniture import Sheet
from .items import Area, Box, Face, Mark, Rule, Text
from .theme import CHIP
from .type import text_box, width_mm
from .wording import word

AXIS_FROM_TOP = 20.6 / 27
"""Height of the axis line in the strip, from its top."""
LANE = 5.05
SIZES = ((CHIP, LANE), (4.2, 4.55), (3.7, 4.0), (3.3, 3.6))
"""Chip sizes and lane heights that are tried in turn until all events fit into the lanes."""

OPEN_MM = 3.2
TICK_OUT = 1.0
"""Millimetres that a tick's words may reach over the ends of their stretch."""
UNNUMBERED = 0.55
"""Share of a chip's size that an event without a number has: it is not in the list of a small format."""
MOST_MOVES = 6
"""Places that a chip may stand aside of its day."""
MOST_CHIPS = 80
"""More events than this are dots on the strip: their numbers could not be read."""

Numbered = tuple[int, Event]


@dataclass(frozen=True, slots=True)
class Entry:
    """An event on the strip (0: no number): where its chip stands, and the bar of its days (open ends as arrows)."""

    number: int
    event: Event
    x: float
    left: float
    right: float
    opens_left: bool = False
    opens_right: bool = False


def dated(events: Sequence[Numbered]) -> list[Numbered]:
    """The events that the strip shows: dated, and not denied or merely possible."""
    return [(n, e) for n, e in events if e.when is not None and e.group != "not_happened" and known_days(e)]


def draw_strip(
    sheet: Sheet,
    box: Box,
    events: Sequence[Numbered],
    window: tuple[int | None, int | None] | None,
    numbered: frozenset[str] | None = None,
) -> None:
    """Band, window, axis with ticks and breaks, bars and chips; only `numbered` events show a number (None: all do)."""
    theme = sheet.theme
    sheet.items.append(Area(box, fill=theme.band, role="strip"))
    shown = dated(events)
    axis_y = box.y + box.h * AXIS_FROM_TOP
    if not shown:
        middle = box.y + box.h / 2 + 1
        sheet.items.append(
            Text(
                box.middle[0], middle, word("no_dates", sheet.lang), 8.4, theme.faint, align="center", role="strip-note"
            )
        )
        return
    axis = lay_out([event for _, event in shown], box.x + 4.5, box.right - 3.5, window)
    labels = _draw_bands(sheet, box, axis, window)
    edges = [Box(x - 0.1, box.y, 0.2, box.h) for x in (axis.main.left - 2.0, axis.main.right + 2.0)]
    for stretch in axis.stretches:
        _draw_stretch(sheet, stretch, axis_y)
    _draw_breaks(sheet, axis, axis_y)
    entries = [_entry(n if numbered is None or event.id in numbered else 0, event, axis) for n, event in shown]
    moments = [replace(entry, left=entry.x, right=entry.x, opens_left=False, opens_right=False) for entry in entries]
    for tried, moves in ((entries, 0), (entries, 3), (moments, 3), (entries, MOST_MOVES), (moments, MOST_MOVES)):
        for size, lane in SIZES if len(entries) <= MOST_CHIPS else ():
            spots = _lanes(tried, size, lane, axis_y, box, labels, edges, moves=moves)
            if spots is not None:
                _draw_entries(sheet, tried, spots, axis_y, size, short=moves > 0)
                return
    _draw_dots(sheet, entries, axis_y, box.y + 4.4)


def _draw_bands(sheet: Sheet, box: Box, axis: Axis, window: tuple[int | None, int | None] | None) -> list[Box]:
    """The highlighted stretch and the words above the stretches; the boxes of the words."""
    theme, main = sheet.theme, axis.main
    if len(axis.stretches) > 1 or window is not None:
        left, right = main.left - 2.0, min(main.right + 2.0, box.right)
        sheet.items.append(Area(Box(left, box.y, right - left, box.h), fill=theme.window, role="window"))
    y = box.y + 3.3
    boxes = []
    for stretch in axis.stretches:
        words = range_words(stretch.first, stretch.last, lang=sheet.lang).upper()
        if stretch.role != "main":
            words = word("background" if stretch.role == "background" else "later", sheet.lang)
        elif window is not None:
            words = f"{word('window', sheet.lang)}  {words}"
        if words and width_mm(words, 6.8, "Medium", 0.02) < stretch.right - stretch.left:
            text = Text(stretch.left, y, words, 6.8, theme.muted, "Medium", role="strip-label", spacing=0.02)
            sheet.items.append(text)
            boxes.append(text_box(text).grown(0.5))
    return boxes


def _draw_stretch(sheet: Sheet, stretch: Stretch, y: float) -> None:
    theme = sheet.theme
    sheet.items.append(Rule(((stretch.left, y), (stretch.right, y)), theme.text, 1.3, role="axis"))
    taken: list[Box] = []
    marks = ticks(stretch, sheet.lang)
    for tick in sorted(marks, key=lambda mark: not mark.strong):
        sheet.items.append(Rule(((tick.x, y), (tick.x, y + 0.9)), theme.text, 0.8, role="tick"))
        label, box = _tick_label(sheet, tick, y, stretch)
        fits = box.x > stretch.left - TICK_OUT - 0.1 and box.right < stretch.right + TICK_OUT + 0.1
        if fits and not any(box.grown(0.8).overlap(other) for other in taken):
            taken.append(box)
            sheet.items.append(label)


def _tick_label(sheet: Sheet, tick: Tick, y: float, stretch: Stretch) -> tuple[Text, Box]:
    """The tick's words under it, inside the strip and on its own side of a break."""
    size = 7.0
    face: Face = "SemiBold" if tick.strong else "Regular"
    wide = width_mm(tick.text, size, face)
    low, high = stretch.left - TICK_OUT + wide / 2, stretch.right + TICK_OUT - wide / 2
    x = min(max(tick.x, low), max(high, low))
    color = sheet.theme.text if tick.strong else sheet.theme.muted
    text = Text(x, y + 4.1, tick.text, size, color, face, "center", role="tick")
    return text, Box(x - wide / 2, y + 1.5, wide, 3.2)


def _draw_breaks(sheet: Sheet, axis: Axis, y: float) -> None:
    """Two slanted strokes wherever days are left out."""
    for one, other in zip(axis.stretches, axis.stretches[1:], strict=False):
        x = (one.right + other.left) / 2
        for shift in (-1.6, -0.4):
            points = ((x + shift, y + 1.5), (x + shift + 1.4, y - 1.5))
            sheet.items.append(Rule(points, sheet.theme.muted, 0.9, role="break"))


def _entry(number: int, event: Event, axis: Axis) -> Entry:
    when = event.when
    assert when is not None
    days = known_days(event)
    first, last = min(days), max(days)
    left, right = axis.at(first), axis.end(last)
    open_left, open_right = when.earliest is None, when.latest is None
    if open_left:
        return Entry(number, event, right, axis.stretches[0].left, right, opens_left=True)
    if open_right:
        return Entry(number, event, axis.at(first + 0.5), left, axis.stretches[-1].right, opens_right=True)
    if first == last:  # a day is a moment, however wide the axis draws it
        x = axis.at(first + 0.5)
        return Entry(number, event, x, x, x)
    x = axis.at(first + 0.5) if when.is_span else (left + right) / 2
    return Entry(number, event, x, left, right)


def _reach(entry: Entry, size: float, *, short: bool = False) -> tuple[float, float]:
    """Left and right edge of what an entry covers; with `short`, an open end is only an arrow beside the chip."""
    left, right = entry.x - size / 2, entry.x + size / 2
    if short and entry.opens_right:
        return left, right + OPEN_MM
    if entry.right - entry.left > 1.0:
        left, right = min(left, entry.left), max(right, entry.right)
    return left, right


def _lanes(
    entries: Sequence[Entry],
    size: float,
    lane: float,
    axis_y: float,
    strip: Box,
    labels: Sequence[Box],
    edges: Sequence[Box],
    *,
    moves: int,
) -> list[tuple[float, float]] | None:
    """(x, y) of each chip, in the lowest free lane; None when there is no room for all above the axis.

    Where too many events fall on the same days, chips may stand up to `moves` places aside of theirs.
    """
    count = int((axis_y - 1.0 - strip.y - 0.8) / lane)
    taken: list[Box] = []
    found: dict[int, tuple[float, float]] = {}
    shifts = [0.0, *(sign * k * (size + 0.4) for k in range(1, moves + 1) for sign in (1, -1))]
    for k in sorted(range(len(entries)), key=lambda k: _reach(entries[k], size)):
        left, right = _reach(entries[k], size, short=moves > 0)
        is_bar = right - left > size + OPEN_MM + 0.1
        spots = [(move, level) for move in ([0.0] if is_bar else shifts) for level in range(count)]
        kept_off = labels if is_bar else (*labels, *edges)
        for move, level in spots:
            y = axis_y - 1.0 - lane * (level + 0.5)
            here = Box(left + move, y - size / 2, right - left, size)
            if strip.holds(here) and not any(here.grown(0.17).overlap(box) for box in (*taken, *kept_off)):
                taken.append(here)
                found[k] = (entries[k].x + move, y)
                break
        else:
            return None
    return [found[k] for k in range(len(entries))]


def _draw_entries(
    sheet: Sheet,
    entries: Sequence[Entry],
    spots: Sequence[tuple[float, float]],
    axis_y: float,
    size: float,
    *,
    short: bool,
) -> None:
    stems, bars, chips = [], [], []
    for entry, (x, y) in zip(entries, spots, strict=True):
        color = shown_color(style_of(entry.event.kind).color, sheet.theme)
        stems.append(Rule(((x, y + size / 2), (entry.x, axis_y)), color, 0.6, alpha=0.75, role="stem"))
        bars += _open_stub(x, y, size, color) if short and entry.opens_right else _bars(entry, y, size, color)
        shown = size if entry.number else size * UNNUMBERED
        chips.append(chip(entry.event, entry.number, x, y, sheet.theme, size=shown, role="strip-chip"))
    sheet.items += [*stems, *bars, *chips]


def _open_stub(x: float, y: float, size: float, color: str) -> list[Rule]:
    """A short arrow beside the chip for an end that is open."""
    start, end = x + size / 2, x + size / 2 + OPEN_MM - 0.6
    return [Rule(((start, y), (end, y)), color, 1.0, arrow=True, role="open-end")]


def _bars(entry: Entry, y: float, size: float, color: str) -> list[Rule]:
    """The bar of an event's days, with an arrow at an open end."""
    if entry.right - entry.left <= size * 0.8:
        return []
    bar = Rule(((entry.left, y), (entry.right, y)), color, 2.4, alpha=0.45, role="bar", event=entry.event.id)
    arrows = []
    if entry.opens_left:
        arrows.append(Rule(((entry.left + 2.2, y), (entry.left - 0.8, y)), color, 1.0, arrow=True, role="open-end"))
    if entry.opens_right:
        arrows.append(Rule(((entry.right - 2.2, y), (entry.right + 0.8, y)), color, 1.0, arrow=True, role="open-end"))
    return [bar, *arrows]


def _draw_dots(sheet: Sheet, entries: Sequence[Entry], axis_y: float, top: float) -> None:
    """Too many for chips: one dot an event, stacked over its day; the dots shrink until the tallest stack fits."""
    size = 2.0
    while size > 0.12:
        columns: dict[int, list[Entry]] = {}
        for entry in entries:
            columns.setdefault(int(entry.x / size), []).append(entry)
        if max(len(column) for column in columns.values()) * size <= axis_y - 1.0 - top:
            break
        size *= 0.85
    for slot, column in columns.items():
        for k, entry in enumerate(column):
            color = shown_color(style_of(entry.event.kind).color, sheet.theme)
            x, y = (slot + 0.5) * size, axis_y - 1.0 - size * (k + 0.5)
            sheet.items.append(Mark(x, y, size * 0.9, fill=color, role="strip-dot", event=entry.event.id))
