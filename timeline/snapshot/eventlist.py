"""The keyed list beside the map: number, date, place, title; what does not fit goes on to further pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..kinds import style_of
from ..model import GROUPS, Event, Group
from ..words import when_words
from .chips import chip, shown_color
from .furniture import Sheet
from .items import Box, Rule, Text
from .theme import CHIP
from .type import centred_baseline, shortened, width_mm, wrapped
from .wording import word

DATE, PLACE, TITLE = 7.6, 7.0, 8.4
LINE, GAP, HEAD = 3.75, 2.55, 6.6
"""Millimetres: a line, the gap below an entry, the list's own heading with its rule."""
SECTION = 3.4
TIGHT = 0.55
"""What a run-in entry takes besides its lines."""
INDENT, GUTTER = 7.0, 7.0
GAPS = (1.0, 0.8, 0.6, 0.45, 0.35)
"""Shares of the gap that are tried, the widest first."""
LEAST_PLACE, LEAST_SHARE = 9.0, 0.7
"""Room that a place's name needs beside a long date, and how much of it; the number leads to it all the same."""
MORE = 4.0
"""Room at the foot for the line that says how many more there are."""
_OFF_MAP: frozenset[Group] = frozenset({"date_only", "neither", "not_happened"})

Numbered = tuple[int, Event]


@dataclass(frozen=True, slots=True)
class Form:
    """How entries are set: scale of the type, most lines of a title, and most lines of a run-in entry.

    Events without a place are set run-in, date and title in one paragraph: no mark on the map refers to them.
    """

    scale: float
    lines: int
    run_in: int

    def sized(self, by: float) -> Form:
        """The same form in larger or smaller type."""
        return Form(self.scale * by, self.lines, self.run_in)


@dataclass(frozen=True, slots=True)
class Row:
    """One entry as it will be set: a section's heading, or an event with its title in lines."""

    number: int = 0
    event: Event | None = None
    date: str = ""
    lines: tuple[str, ...] = ()
    heading: str = ""
    is_run_in: bool = False

    @property
    def is_cut(self) -> bool:
        """Whether the title had to be shortened."""
        return self.event is not None and self.lines[-1] != self.event.title[-len(self.lines[-1]) :]

    def height(self, scale: float) -> float:
        """Millimetres without the gap below."""
        if self.event is None:
            return SECTION * scale
        if self.is_run_in:
            return (len(self.lines) * LINE + TIGHT) * scale
        return (1 + len(self.lines)) * LINE * scale


@dataclass(frozen=True, slots=True)
class Columns:
    """Rows poured into columns, and the gap between them."""

    rows: tuple[tuple[Row, ...], ...]
    gap: float

    @property
    def count(self) -> int:
        """How many rows found room."""
        return sum(len(column) for column in self.rows)


def column_width(box: Box, columns: int) -> float:
    """The width of each of some columns."""
    return (box.w - GUTTER * (columns - 1)) / columns


def rows_of(events: Sequence[Numbered], lang: str, wide: float, form: Form) -> list[Row]:
    """The rows of the five groups, each group after the first under its heading."""
    found: list[Row] = []
    grouped: dict[Group, list[Numbered]] = {group: [] for group in GROUPS}
    for number, event in events:
        grouped[event.group].append((number, event))
    for group in GROUPS:
        if grouped[group] and group != "place_and_date":
            found.append(Row(heading=word(group, lang)))
        found += [_row(number, event, lang, wide - INDENT * form.scale, form) for number, event in grouped[group]]
    return found


def _row(number: int, event: Event, lang: str, wide: float, form: Form) -> Row:
    title, small = TITLE * form.scale, DATE * form.scale
    date = when_words(event.when, lang)
    if event.group not in _OFF_MAP:
        return Row(number, event, date, tuple(wrapped(event.title, title, wide, form.lines)))
    date = shortened(date, small, wide, "SemiBold")
    used = width_mm(date, small, "SemiBold") + 1.6
    if used > 0.75 * wide:  # no room beside a long date: as if it had a place
        return Row(number, event, date, tuple(wrapped(event.title, title, wide, form.lines)))
    lines = wrapped(event.title, title, wide, form.run_in, first=wide - used)
    return Row(number, event, date, tuple(lines), is_run_in=True)


def poured(box: Box, columns: int, rows: Sequence[Row], scale: float, *, more: bool = False) -> Columns:
    """The rows in columns of `box`, with the widest gap at which all fit; `more` keeps room for a last line."""
    room = box.h - HEAD - (MORE if more else 0.0)
    for share in GAPS:
        gap = GAP * scale * share
        filled = _pour(rows, columns, room, gap, scale)
        if filled.count == len(rows):
            return _balanced(rows, columns, room, gap, scale) if columns > 1 else filled
    return _pour(rows, columns, room, GAP * scale * (0.6 if more else GAPS[-1]), scale)


def _pour(rows: Sequence[Row], columns: int, room: float, gap: float, scale: float) -> Columns:
    """Column after column; a heading never stands at the foot of one."""
    filled: list[tuple[Row, ...]] = []
    done = 0
    for _ in range(columns):
        start, y = done, 0.0
        while done < len(rows):
            row = rows[done]
            after = rows[done + 1].height(scale) + gap if row.event is None and done + 1 < len(rows) else 0.0
            if y + row.height(scale) + after > room + 1e-9:
                break
            y += row.height(scale) + gap
            done += 1
        filled.append(tuple(rows[start:done]))
    return Columns(tuple(filled), gap)


def _balanced(rows: Sequence[Row], columns: int, room: float, gap: float, scale: float) -> Columns:
    """The same columns, as even as they can be."""
    low, high = room / (2 * columns), room
    while high - low > 0.5:
        half = (low + high) / 2
        if _pour(rows, columns, half, gap, scale).count == len(rows):
            high = half
        else:
            low = half
    return _pour(rows, columns, high, gap, scale)


def set_list(sheet: Sheet, box: Box, filled: Columns, *, heading: str, scale: float) -> None:
    """Draw the heading, a rule over each column, and the rows."""
    theme = sheet.theme
    wide = column_width(box, len(filled.rows))
    sheet.items.append(
        Text(box.x, box.y + 2.6, heading, 7.6 * min(scale, 1.0), theme.faint, "Medium", role="list-heading",
             spacing=0.04)
    )  # fmt: skip
    top = box.y + 4.4
    for k, column in enumerate(filled.rows):
        x, y = box.x + k * (wide + GUTTER), top + 2.2
        sheet.items.append(Rule(((x, top), (x + wide, top)), theme.text, 1.0, role="list-rule"))
        for row in column:
            _set_row(sheet, row, x, y, wide, scale)
            y += row.height(scale) + filled.gap


def _set_row(sheet: Sheet, row: Row, x: float, y: float, wide: float, scale: float) -> None:
    theme = sheet.theme
    if row.event is None:
        base = y + 2.6 * scale
        sheet.items.append(Text(x, base, row.heading, 7.0 * scale, theme.faint, "Medium", role="list-section"))
        sheet.items.append(Rule(((x, base + 1.1), (x + wide, base + 1.1)), theme.frame, 0.5, role="list-rule"))
        return
    event = row.event
    size = CHIP * min(1.0, scale) * (0.8 if row.is_run_in else 1.0)
    middle = y + (1.95 if row.is_run_in else 1.9) * scale
    sheet.items.append(
        chip(event, row.number, x + CHIP * min(1.0, scale) / 2, middle, theme, size=size, role="list-chip")
    )
    left = x + INDENT * scale
    color = theme.faint if event.group == "not_happened" else shown_color(style_of(event.kind).color, theme)
    base = centred_baseline(middle, DATE * scale)
    room = wide - INDENT * scale
    place = _place(row, room, scale)
    date = row.date if row.is_run_in else shortened(row.date, DATE * scale, room - place[1], "SemiBold")
    sheet.items.append(Text(left, base, date, DATE * scale, color, "SemiBold", role="list-date", event=event.id))
    if place[0]:
        sheet.items.append(
            Text(x + wide, base, place[0], PLACE * scale, theme.faint, align="right", role="list-place", event=event.id)
        )
    shift = width_mm(date, DATE * scale, "SemiBold") + 1.6 if row.is_run_in else 0.0
    for k, line in enumerate(row.lines, 0 if row.is_run_in else 1):
        at = left + (shift if k == 0 else 0.0)
        sheet.items.append(
            Text(at, base + k * LINE * scale, line, TITLE * scale, theme.text, role="list-title", event=event.id)
        )


def _place(row: Row, room: float, scale: float) -> tuple[str, float]:
    """The place's name as it stands at the right, and the room that it takes; what the date leaves must hold a part."""
    event = row.event
    if event is None or event.place is None or row.is_run_in:
        return "", 0.0
    left = room - width_mm(row.date, DATE * scale, "SemiBold") - 2.0
    name = shortened(event.place.name, PLACE * scale, left) if left > LEAST_PLACE else ""
    if len(name) < LEAST_SHARE * len(event.place.name):
        name = ""
    return name, width_mm(name, PLACE * scale) + 2.0 if name else 0.0


def more_line(sheet: Sheet, box: Box, text: str) -> None:
    """The line at the foot that says how many events follow elsewhere."""
    sheet.items.append(
        Text(box.right, box.bottom - 0.3, text, 7.4, sheet.theme.faint, "Medium", "right", role="list-more")
    )
