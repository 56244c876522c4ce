"""What stands around and on the map: title, globe, scale bar, key, footer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from math import sqrt
from typing import TypeAlias

import numpy as np

from geo.geometry import EARTH_KM, Projection, bar_length_km
from geo.geometry import wrapped as turned

from ..kinds import GROUP_STYLES, KIND
from ..model import Event
from .chips import shown_color
from .items import PT, Area, Box, Ground, Item, Mark, Rule, Text
from .sites import is_hollow, style_of_place
from .theme import Preset, Theme
from .type import shortened, width_mm, wrapped
from .viewport import View
from .wording import GROUP_ES, word

GLOBE_STEP = 5.0
"""Globes are centred on multiples of this, in degrees: neighbouring maps share one."""


@dataclass(slots=True)
class Sheet:
    """One page being planned: what lies on it so far, in drawing order."""

    preset: Preset
    theme: Theme
    lang: str
    items: list[Item] = field(default_factory=list)
    panels: list[Ground] = field(default_factory=list)


def heading(sheet: Sheet, title: str, subtitle: str) -> None:
    """Accent bar, title (one line, shrunk, then two lines of like length) and subtitle."""
    preset, theme = sheet.preset, sheet.theme
    wide = preset.width - 2 * preset.margin
    lower = 0.0 if subtitle else (preset.subtitle_y - preset.title_y) * 0.6
    rows, size = _title_rows(preset, title, wide)
    step = size * PT * 1.16
    raised = step * 0.5 if len(rows) > 1 else 0.0  # two lines share the room of title and subtitle
    top = preset.title_y - 10.2 * preset.title_size / 19 + lower - raised * 0.6
    sheet.items.append(Area(Box(preset.margin, top, 16, 1.4), fill=theme.accent, role="accent"))
    for k, row in enumerate(rows):
        y = preset.title_y + lower - raised + k * step
        sheet.items.append(Text(preset.margin, y, row, size, theme.text, "SemiBold", role="title"))
    line = shortened(subtitle, preset.subtitle_size, wide)
    if line:
        low = preset.subtitle_y + raised * 0.3
        sheet.items.append(Text(preset.margin, low, line, preset.subtitle_size, theme.muted, role="subtitle"))


def _title_rows(preset: Preset, title: str, wide: float) -> tuple[list[str], float]:
    """The title's lines and their size: one line if it can be, else two, the shorter line not a single word."""
    size = preset.title_size
    while size > preset.min_title_size and width_mm(title, size, "SemiBold") > wide:
        size -= 0.5
    if width_mm(title, size, "SemiBold") <= wide:
        return [title], size
    size *= 0.88
    rows = wrapped(title, size, wide, 2, "SemiBold")
    low, high = wide / 2, wide
    while high - low > 0.5:
        half = (low + high) / 2
        tried = wrapped(title, size, half, 2, "SemiBold")
        if tried[-1].endswith("…") == rows[-1].endswith("…") and " ".join(tried) == " ".join(rows):
            rows, high = tried, half
        else:
            low = half
    return rows, size


def scale_bar(view: View, theme: Theme, corner: Box) -> list[Item]:
    """A bar of round length inside `corner`, right-aligned on its lower edge; true at the frame's centre."""
    km = bar_length_km(view.km_per_mm * corner.w)
    long = km / view.km_per_mm
    y = corner.bottom
    right = corner.right
    left = right - long
    points = ((left, y - 1.1), (left, y), (right, y), (right, y - 1.1))
    label = f"{km:,.0f} km" if km >= 1 else f"{km * 1000:,.0f} m"
    middle = left + long / 2
    return [
        Rule(points, theme.muted, 0.9, role="scale"),
        Text(middle, y - 1.5, label, 7.2, theme.muted, align="center", role="scale", halo=2.0, halo_color=theme.halo),
    ]


def globe(view: View, theme: Theme, box: Box) -> tuple[Ground, list[Item]]:
    """A locator: the half of the earth around the frame's centre, and the frame's outline on it."""
    centre = view.to_degrees(np.array([view.box.middle]))[0]
    lon0 = turned(GLOBE_STEP * round(float(centre[0]) / GLOBE_STEP))
    lat0 = GLOBE_STEP * round(float(np.clip(centre[1], -60, 60)) / GLOBE_STEP)
    radius_km = EARTH_KM * sqrt(2)
    half = Projection("laea", lon0, lat0)
    ground = Ground(
        box, "laea", lon0, lat0, 0.0, 0.0, 2 * radius_km / box.w, (lon0 - 180, -90.0, lon0 + 180, 90.0), "world",
        circle=True, simple=True, role="globe",
    )  # fmt: skip
    plane = half.forward(_rim(view))
    (cx, cy), scale = box.middle, 2 * radius_km / box.w
    points = [(cx + float(x) / scale, cy - float(y) / scale) for x, y in plane]
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    if max(xs) - min(xs) < 1.6 or max(ys) - min(ys) < 1.2:
        x, y = (max(xs) + min(xs)) / 2, (max(ys) + min(ys)) / 2
        points = [(x - 1.1, y - 0.8), (x + 1.1, y - 0.8), (x + 1.1, y + 0.8), (x - 1.1, y + 0.8)]
    return ground, [Rule((*points, points[0]), theme.accent, 1.0, role="globe-box")]


def _rim(view: View) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
    """Points along the frame's edge, in degrees."""
    box = view.box
    xs, ys = np.linspace(box.x, box.right, 9), np.linspace(box.y, box.bottom, 9)
    edge = [(x, box.y) for x in xs] + [(box.right, y) for y in ys[1:]]
    edge += [(x, box.bottom) for x in xs[::-1][1:]] + [(box.x, y) for y in ys[::-1][1:-1]]
    return view.to_degrees(np.array(edge))


Entry: TypeAlias = tuple[tuple[Mark, ...], str]
_LEAST_GAP = 1.0
"""Millimetres between two entries of the key."""
_FOOT = 1.2
"""Millimetres below the last baseline of the footer."""


def key(sheet: Sheet, events: Sequence[Event]) -> None:
    """Kinds by colour, then what the shapes mean; only what the picture shows. Two rows where one is too short."""
    preset = sheet.preset
    if preset.key_y is None:
        return
    entries = key_entries(sheet, events)
    room = preset.width - 2 * preset.margin
    for size, gap in ((7.4, 5.5), (7.0, 4.0), (6.6, 3.0)):
        widths = [_entry_width(text, size) for _, text in entries]
        if sum(widths) + gap * (len(entries) - 1) <= room:
            _key_row(sheet, entries, widths, preset.key_y, size, gap)
            return
    for size in (6.6, 6.1, 5.6):
        rows = _two_rows(entries, size, room)
        if all(_row_width(row, size) <= room for row in rows):
            break
    for row, y in zip(rows, (preset.key_y - 2.5, preset.key_y + 1.1), strict=True):
        widths = [_entry_width(text, size) for _, text in row]
        gap = min(4.5, (room - sum(widths)) / max(1, len(row) - 1))
        _key_row(sheet, row, widths, y, size, max(_LEAST_GAP, gap))


def _two_rows(entries: Sequence[Entry], size: float, room: float) -> tuple[list[Entry], list[Entry]]:
    """The kinds above, the shapes below; the last shapes go up behind the kinds where the lower row has no room."""
    above = [entry for entry in entries if entry[0][0].role == "key-kind"]
    below = [entry for entry in entries if entry[0][0].role != "key-kind"]
    while len(below) > 1 and _row_width(below, size) > room and _row_width([*above, below[-1]], size) <= room:
        above.append(below.pop())
    return above, below


def _row_width(row: Sequence[Entry], size: float) -> float:
    return sum(_entry_width(text, size) for _, text in row) + _LEAST_GAP * max(0, len(row) - 1)


def _key_row(
    sheet: Sheet, entries: Sequence[Entry], widths: Sequence[float], y: float, size: float, gap: float
) -> None:
    x = sheet.preset.margin
    for (marks, text), wide in zip(entries, widths, strict=True):
        for mark in marks:
            sheet.items.append(_moved(mark, x + 1.5, y - 0.36 * size * PT))
        sheet.items.append(Text(x + 4.0, y, text, size, sheet.theme.muted, role="key"))
        x += wide + gap


def _entry_width(text: str, size: float) -> float:
    return 4.0 + width_mm(text, size)


def _moved(mark: Mark, x: float, y: float) -> Mark:
    return replace(mark, x=x, y=y)


def key_entries(sheet: Sheet, events: Sequence[Event]) -> list[Entry]:
    """(marks, words) of each entry that the events and what stands on the sheet call for."""
    groups = {KIND[event.kind].group for event in events if event.group != "not_happened"}
    entries: list[Entry] = []
    for style in GROUP_STYLES:
        if style.key in groups:
            color = shown_color(style.color, sheet.theme)
            label = GROUP_ES[style.key] if sheet.lang == "es" else style.label
            entries.append(((Mark(0, 0, 2.9, fill=color, role="key-kind"),), label))
    entries += [((mark,), word(name, sheet.lang)) for name, mark in _shape_marks(sheet, events)]
    return entries


def _shape_marks(sheet: Sheet, events: Sequence[Event]) -> list[tuple[str, Mark]]:
    theme, ink = sheet.theme, sheet.theme.muted
    placed = [event for event in events if event.is_on_map and event.place is not None]
    styles = {style_of_place(event.place) for event in placed if event.place}
    hollow = any(is_hollow(event) and event.place and style_of_place(event.place) != "country" for event in placed)
    drawn = {item.role for item in sheet.items}
    sizes = {item.size for item in sheet.items if isinstance(item, Mark) and item.role == "map-dot"}
    wanted = [
        ("exact", "exact" in styles, Mark(0, 0, 2.9, fill=ink, role="key-shape")),
        ("area", hollow, Mark(0, 0, 2.9, fill=theme.paper, edge=ink, width=0.9, dashed=True, role="key-shape")),
        ("country", "country" in styles,
         Mark(0, 0, 2.9, "square", fill=theme.paper, edge=ink, width=1.0, role="key-shape")),
        ("planned", any(e.status == "planned" for e in placed), Mark(0, 0, 3.2, "diamond", fill=ink, role="key-shape")),
        ("unplaced", any(e.place is None and e.group != "not_happened" for e in events),
         Mark(0, 0, 2.9, fill=theme.paper, edge=ink, width=0.6, role="key-shape")),
        ("denied", any(e.group == "not_happened" for e in events),
         Mark(0, 0, 2.9, fill=theme.paper, edge=theme.faint, width=0.7, dashed=True, role="key-shape")),
        ("mentioned", "mentioned" in drawn,
         Mark(0, 0, 2.1, fill=theme.paper, edge=theme.ring, width=0.8, role="key-shape")),
        ("size", len(sizes) > 1, Mark(0, 0, 3.2, fill=theme.faint, role="key-shape")),
        ("hex", "map-hexagon" in drawn, Mark(0, 0, 3.4, "hexagon", fill=theme.accent, role="key-shape")),
    ]  # fmt: skip
    return [(name, mark) for name, present, mark in wanted if present]


def footer(sheet: Sheet, left: str, right: Sequence[str]) -> None:
    """Sources and disclaimer on the left; on the right, or at the end of the last row, as much of `right` as fits."""
    preset, theme = sheet.preset, sheet.theme
    for shrink in (1.0, 0.92, 0.84):
        size = preset.footer_size * shrink
        rows, whole, low = _footer_rows(left, right, size, preset.width - 2 * preset.margin)
        step = size * PT * 1.35
        fits = preset.footer_y + max(len(rows) - 1, low) * step <= preset.height - _FOOT
        if fits:
            break
    for k, row in enumerate(rows):
        sheet.items.append(Text(preset.margin, preset.footer_y + k * step, row, size, theme.faint, role="footer"))
    x, y = preset.width - preset.margin, preset.footer_y + low * step
    if fits or low < len(rows):
        sheet.items.append(Text(x, y, whole, size, theme.faint, align="right", role="footer"))


def _footer_rows(left: str, right: Sequence[str], size: float, room: float) -> tuple[list[str], str, int]:
    """The rows of the left, what stands on the right, and the row that it stands in, one below the last if need be."""
    whole = " · ".join(part for part in right if part)
    rows = wrapped(left, size, room - width_mm(whole, size) - 5, 9)
    if len(rows) <= 2:
        return rows, whole, 0
    rows = wrapped(left, size, room, 9)
    spare = room - width_mm(rows[-1], size) - 5
    whole = next((words for words in (whole, right[0]) if width_mm(words, size) <= spare), right[0])
    return rows, whole, len(rows) - (1 if width_mm(whole, size) <= spare else 0)
