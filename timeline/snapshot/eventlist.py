"""The keyed list beside the map: number, date, place, title; what does not fit goes on to further pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..kinds import style_of
from ..model import GROUPS, Event, Group
from ..words import when_words
from .chips import chip, shown_color
from .furniture import Sheet
from .items import PT, Box, Rule, Text
from .theme import CHIP
from .type import centred_baseline, shortened, width_mm, wrapped
from .wording import word

DATE, PLACE, TITLE = 7.6, 7.0, 8.4
LINE, GAP, HEAD = 3.75, 2.55, 7.0
TIGHT = 4.3
INDENT = 7.0
LEAST_GAP = 0.9
_OFF_MAP: frozenset[Group] = frozenset({"date_only", "neither", "not_happened"})

Numbered = tuple[int, Event]


@dataclass(frozen=True, slots=True)
class Row:
    """One entry as it will be set: a section's heading, or an event with its title in lines.

    A tight entry has its date and its title on one line; only events without a place are set so.
    """

    number: int = 0
    event: Event | None = None
    lines: tuple[str, ...] = ()
    heading: str = ""
    tight: bool = False

    def height(self, scale: float) -> float:
        """Millimetres without the gap below."""
        if self.event is None:
            return 3.4 * scale
        if self.tight:
            return TIGHT * scale
        return (1 + len(self.lines)) * LINE * scale


def rows_of(
    events: Sequence[Numbered], lang: str, wide: float, scale: float, most_lines: int, *, tight: bool = False
) -> list[Row]:
    """The rows of the five groups, each group after the first under its heading.

    `tight` sets the events that no mark on the map refers to on one line each.
    """
    found: list[Row] = []
    grouped: dict[Group, list[Numbered]] = {group: [] for group in GROUPS}
    for number, event in events:
        grouped[event.group].append((number, event))
    for group in GROUPS:
        if grouped[group] and group != "place_and_date":
            found.append(Row(heading=word(group, lang)))
        for number, event in grouped[group]:
            if tight and group in _OFF_MAP:
                found.append(Row(number, event, (event.title,), tight=True))
                continue
            lines = wrapped(event.title, TITLE * scale, wide - INDENT * scale, most_lines)
            found.append(Row(number, event, tuple(lines)))
    return found


def fill(sheet: Sheet, box: Box, rows: Sequence[Row], *, heading: str, scale: float = 1.0, last: bool = True) -> int:
    """Set as many rows as fit into columns of `box`; returns how many were set. `last` leaves no line for "more"."""
    theme = sheet.theme
    columns = sheet.preset.columns if box == sheet.preset.events else max(1, round(box.w / 92))
    gutter = 7.0
    wide = (box.w - gutter * (columns - 1)) / columns
    sheet.items.append(
        Text(box.x, box.y + 2.6, heading, 7.6 * scale, theme.faint, "Medium", role="list-heading", spacing=0.04)
    )
    top = box.y + 4.4
    for column in range(columns):
        x = box.x + column * (wide + gutter)
        sheet.items.append(Rule(((x, top), (x + wide, top)), theme.text, 1.0, role="list-rule"))
    room = box.bottom - top - 2.0 - (0.0 if last else 4.0)
    gap = _gap(rows, room * columns, scale)
    if columns > 1 and last:  # even columns; one row of slack, because rows are not cut
        total = sum(row.height(scale) + gap for row in rows)
        room = min(room, total / columns + 2.6 * LINE * scale)
    done = 0
    for column in range(columns):
        x, y = box.x + column * (wide + gutter), top + 2.2
        while done < len(rows):
            row = rows[done]
            keep = row.height(scale) + (
                rows[done + 1].height(scale) + gap if row.event is None and done + 1 < len(rows) else 0
            )
            if y + keep > top + 2.2 + room:
                break
            _set_row(sheet, row, x, y, wide, scale)
            y += row.height(scale) + gap
            done += 1
    return done


def _gap(rows: Sequence[Row], room: float, scale: float) -> float:
    """The usual gap, or a smaller one if all rows then fit."""
    bare = sum(row.height(scale) for row in rows)
    spare = (room * 0.97 - bare) / max(1, len(rows))
    return min(GAP * scale, max(LEAST_GAP * scale, spare))


def fits(box: Box, columns: int, rows: Sequence[Row], scale: float) -> bool:
    """Whether all rows fit at the smallest gap (a column may waste up to one row)."""
    tall = sum(row.height(scale) + LEAST_GAP * scale for row in rows)
    waste = (columns - 1) * 4 * LINE * scale
    return tall + waste <= (box.h - 6.6) * columns


def _set_row(sheet: Sheet, row: Row, x: float, y: float, wide: float, scale: float) -> None:
    theme = sheet.theme
    if row.event is None:
        base = y + 2.6 * scale
        sheet.items.append(Text(x, base, row.heading, 7.0 * scale, theme.faint, "Medium", role="list-section"))
        sheet.items.append(Rule(((x, base + 1.1), (x + wide, base + 1.1)), theme.frame, 0.5, role="list-rule"))
        return
    event = row.event
    size = CHIP * min(1.0, scale) * (0.84 if row.tight else 1.0)
    sheet.items.append(chip(event, row.number, x + size / 2, y + 1.9 * scale, theme, size=size, role="list-chip"))
    left = x + INDENT * scale
    color = theme.faint if event.group == "not_happened" else shown_color(style_of(event.kind).color, theme)
    base = centred_baseline(y + 1.9 * scale, DATE * scale)
    if row.tight:
        _set_tight(sheet, row, left, base, x + wide - left, scale)
        return
    date = shortened(when_words(event.when), DATE * scale, wide * 0.62, "SemiBold")
    sheet.items.append(Text(left, base, date, DATE * scale, color, "SemiBold", role="list-date", event=event.id))
    if event.place is not None:
        room = wide - INDENT * scale - width_mm(date, DATE * scale, "SemiBold") - 2.0
        place = shortened(event.place.name, PLACE * scale, room)
        sheet.items.append(
            Text(x + wide, base, place, PLACE * scale, theme.faint, align="right", role="list-place", event=event.id)
        )
    for k, line in enumerate(row.lines):
        low = base + (k + 1) * LINE * scale
        sheet.items.append(Text(left, low, line, TITLE * scale, theme.text, role="list-title", event=event.id))


def _set_tight(sheet: Sheet, row: Row, left: float, base: float, wide: float, scale: float) -> None:
    """Date, then title, on one line of `wide` millimetres."""
    event, theme = row.event, sheet.theme
    assert event is not None
    color = theme.faint if event.group == "not_happened" else shown_color(style_of(event.kind).color, theme)
    date = shortened(when_words(event.when), DATE * scale, wide * 0.45, "SemiBold")
    used = width_mm(date, DATE * scale, "SemiBold") + 1.6
    title = shortened(row.lines[0], TITLE * scale * 0.95, wide - used)
    sheet.items.append(Text(left, base, date, DATE * scale, color, "SemiBold", role="list-date", event=event.id))
    sheet.items.append(
        Text(left + used, base, title, TITLE * scale * 0.95, theme.text, role="list-title", event=event.id)
    )


def more_line(sheet: Sheet, box: Box, count: int, page: int) -> None:
    """The line that says how many events follow on the next page."""
    text = word("more", sheet.lang).format(n=count, page=page)
    size = 7.4
    sheet.items.append(
        Text(box.right, box.bottom - 0.8 * PT, text, size, sheet.theme.faint, "Medium", "right", role="list-more")
    )
