"""Small multiples: the same map once for each period, so that the eye compares where things happened when."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

from ..errors import InputError
from ..model import Selection, Timeline
from ..selection import select
from ..words import range_words
from .backdrop import background_names, board_for
from .blocks import MapSheet
from .framing import frame_sites
from .furniture import Sheet, footer, heading, key, scale_bar
from .items import Area, Box, Page, Shade, SnapshotPlan, Text
from .mainmap import focus_countries, panel_of
from .marks import place_events
from .plan import Window, checked_look, headline, page_dpi, pixels_of
from .pointers import place_pointers
from .sites import Site, sites_of
from .theme import THEMES, PresetName, ThemeName
from .viewport import View, fit
from .wording import alt_text, footer_words, word

GAP, CAPTION = 6.0, 5.4
"""Millimetres between the maps, and above each for its period."""
CAPTION_SIZE, COUNT_SIZE = 8.8, 7.4
MOST, MOST_COLUMNS = 24, 8
SCALE = 0.82


def plan_multiples(
    timeline: Timeline,
    periods: Sequence[Window],
    *,
    columns: int = 3,
    title: str | None = None,
    subtitle: str | None = None,
    credit: str = "",
    preset: PresetName = "a4-landscape",
    theme: ThemeName = "light",
    dpi: float = 300,
    lang: str = "en",
) -> SnapshotPlan:
    """One small map a period, all of the same ground at the same scale.

    Args:
        timeline: what is to be shown.
        periods: days (closed, None = open) of each map, 1 to 24 of them; an event stands in every period it touches.
        columns: maps side by side, 1 to 8.
        title: and the others as in `plan_snapshot`.

    Raises:
        InputError: no or too many periods or columns, no place to map, or an unknown preset, theme or language.
    """
    if not 1 <= len(periods) <= MOST or not 1 <= columns <= MOST_COLUMNS:
        raise InputError(f"Small maps need 1 to {MOST} periods in 1 to {MOST_COLUMNS} columns.")
    chosen = checked_look(preset, theme, dpi, lang)
    sheet = Sheet(replace(chosen, scale=SCALE * chosen.scale, strip=None, events=None), THEMES[theme], lang)
    shown, line = headline(sheet, timeline, title, subtitle)
    heading(sheet, shown, line)
    numbers = {event.id: number for number, event in enumerate(timeline.events, 1)}
    sites = sites_of(timeline, numbers)
    framing = frame_sites(sites, (), max_insets=0)
    if framing is None:
        raise InputError("No event has a place, so there is nothing to put on small maps.")
    boxes = _grid(sheet, len(periods), columns)
    view = fit(framing.points, boxes[0], boxes[0].grown(-0.07 * boxes[0].h))
    shades: list[Shade] = []
    parts = [select(timeline, Selection(window=period)) for period in periods]
    fullest = max((len(site.events) for told in parts for site in sites_of(told, numbers)), default=1)
    for box, period, told in zip(boxes, periods, parts, strict=True):
        small = _small_map(sheet, replace(view, box=box), sites_of(told, numbers), sites, fullest)
        if box == boxes[0]:
            sheet.items += scale_bar(view, sheet.theme, _bar_box(box))
        shades += small.shades
        _caption(sheet, box, period, told, lang)
    key(sheet, timeline.events)
    left = footer_words(timeline, lang, credit)
    footer(sheet, left, (word("made_with", lang), word(view.projection.name, lang)))
    page = Page(chosen.width, chosen.height, tuple(sheet.panels), tuple(shades), tuple(sheet.items))
    return SnapshotPlan(
        preset, theme, lang, shown, (page,), pixels_of(chosen, dpi), page_dpi(chosen, dpi),
        alt_text(timeline, shown, line, lang), tuple(event.id for event in timeline.events),
    )  # fmt: skip


def _grid(sheet: Sheet, count: int, columns: int) -> list[Box]:
    """The frames of the maps, row by row, as high as the page allows."""
    preset = sheet.preset
    across = min(columns, count)
    down = math.ceil(count / across)
    top = preset.frame.y
    low = (preset.key_y - 6.0 if preset.key_y is not None else preset.footer_y - 5.0) - top
    wide = (preset.width - 2 * preset.margin - GAP * (across - 1)) / across
    tall = (low - GAP * (down - 1)) / down - CAPTION
    rows = [divmod(k, across) for k in range(count)]
    step = tall + CAPTION + GAP
    return [Box(preset.margin + x * (wide + GAP), top + y * step + CAPTION, wide, tall) for y, x in rows]


def _bar_box(box: Box) -> Box:
    return Box(box.right - 24, box.bottom - 7.5, 20, 4.2)


def _small_map(sheet: Sheet, view: View, sites: Sequence[Site], heart: Sequence[Site], fullest: int) -> MapSheet:
    """One map with a dot for each place; the corner of the scale bar stays free on all, so that names stand alike."""
    focus = focus_countries(heart, view)
    sheet.panels.append(panel_of(view, focus))
    board, ground = board_for(view, [_bar_box(view.box).grown(0.8)])
    page = MapSheet(
        view, sheet.theme, board, sheet.lang, len(sheet.panels) - 1, sheet.preset.scale, frozenset(focus), fullest
    )
    seen = [site for site in sites if site.style != "exact" or view.shows(*site.point)]
    place_events(page, seen, frozenset(), 0)
    place_pointers(page, [site for site in sites if site not in seen], frozenset())
    background_names(page, ground, frozenset(site.place.name for site in heart), towns=False)
    sheet.items += page.items()
    sheet.items.append(Area(view.box, edge=sheet.theme.frame, width=0.7, role="frame"))
    return page


def _caption(sheet: Sheet, box: Box, period: Window, told: Timeline, lang: str) -> None:
    """The period over a map, and how many events it has."""
    first, last = period
    days = [day for event in told.events if event.when for day in (event.when.earliest, event.when.latest) if day]
    start = first if first is not None else min(days, default=last)
    end = last if last is not None else max(days, default=first)
    words = range_words(start, end, lang=lang) if start is not None and end is not None else "…"
    theme, y = sheet.theme, box.y - 1.9
    sheet.items.append(Text(box.x, y, words, CAPTION_SIZE, theme.text, "SemiBold", role="period"))
    count = word("count_one" if len(told.events) == 1 else "count", lang).format(n=len(told.events))
    sheet.items.append(Text(box.right, y, count, COUNT_SIZE, theme.faint, align="right", role="period-count"))
