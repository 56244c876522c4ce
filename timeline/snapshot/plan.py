"""Plan a picture: what stands where, in millimetres, before anything is drawn.

`plan_snapshot` takes a Timeline (cut down by `select` to what is to be shown) and returns plain values; the same input
gives the same plan. It reads the shipped base map, gazetteer and table of type widths, and nothing else.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace

from ..errors import InputError
from ..model import Event, Timeline
from .crowd import weightiest
from .eventlist import fill, fits, more_line, rows_of
from .furniture import Sheet, footer, heading, key
from .items import Area, Box, Page, SnapshotPlan, Text
from .mainmap import plan_map
from .sites import mentioned_sites, sites_of
from .strip import draw_strip
from .theme import PRESETS, THEMES, Preset, PresetName, ThemeName
from .type import wrapped
from .wording import LANGUAGES, alt_text, default_subtitle, default_title, footer_words, word

DPI = (72.0, 600.0)
MAX_TITLE = 1000
LIST_SCALES = ((1.0, 2, False), (0.94, 2, False), (0.94, 1, False), (0.94, 1, True), (0.88, 1, True), (0.84, 1, True))
"""What the list on the first page tries, in turn, before it goes on to a second page: type scale, lines a title, and
whether the events without a place take one line each."""

Window = tuple[int | None, int | None]


def plan_snapshot(
    timeline: Timeline,
    *,
    title: str | None = None,
    subtitle: str | None = None,
    window: Window | None = None,
    preset: PresetName = "a4-landscape",
    theme: ThemeName = "light",
    dpi: float = 300,
    lang: str = "en",
    numbers: Mapping[str, int] | None = None,
) -> SnapshotPlan:
    """The picture of a timeline.

    Args:
        timeline: what is to be shown.
        title: by default the timeline's, or its first article's.
        subtitle: by default how many events, where and when; "" leaves it out.
        window: days (closed, None = open) to highlight on the strip; by default the busy stretch.
        preset: the format. Screen formats have a fixed number of pixels; for paper `dpi` counts.
        theme: "light" or "dark".
        dpi: 72 to 600.
        lang: language of the picture's own words, "en" or "es".
        numbers: event id -> number, by default each event's position from 1.

    Raises:
        InputError: an unknown preset, theme or language, or a dpi outside 72 to 600.
    """
    chosen = _checked(preset, theme, dpi, lang)
    counted = dict(numbers) if numbers is not None else {event.id: k for k, event in enumerate(timeline.events, 1)}
    sheet = Sheet(chosen, THEMES[theme], lang)
    shown_title = _one_line(title if title is not None else default_title(timeline))[:MAX_TITLE]
    names = [event.place.name for event in timeline.events if event.is_on_map and event.place]
    line = _one_line(subtitle if subtitle is not None else default_subtitle(timeline, names, lang))
    heading(sheet, shown_title, line)
    shades, projection = _map(sheet, timeline, counted)
    rest = _list(sheet, timeline, counted)
    if chosen.strip is not None:
        draw_strip(sheet, chosen.strip, [(counted[e.id], e) for e in timeline.events], window)
    key(sheet, timeline.events, mentioned=any(item.role == "mentioned" for item in sheet.items))
    footer(
        sheet, footer_words(timeline, lang), " · ".join(part for part in (word("made_with", lang), projection) if part)
    )
    first = Page(chosen.width, chosen.height, tuple(sheet.panels), shades, tuple(sheet.items))
    pages = (first, *_further_pages(sheet, timeline, counted, rest, shown_title))
    return SnapshotPlan(
        preset=preset,
        theme=theme,
        lang=lang,
        title=shown_title,
        pages=pages,
        pixels=_pixels(chosen, dpi),
        dpi=_dpi(chosen, dpi),
        alt=alt_text(timeline, shown_title, line),
        events=tuple(event.id for event in timeline.events),
    )


def to_json(plan: SnapshotPlan) -> str:
    """The plan as JSON, the same text for the same plan."""
    return json.dumps(asdict(plan), ensure_ascii=False, sort_keys=True)


def _checked(preset: str, theme: str, dpi: float, lang: str) -> Preset:
    for value, known, what in ((preset, PRESETS, "preset"), (theme, THEMES, "theme"), (lang, LANGUAGES, "language")):
        if value not in known:
            raise InputError(f'The picture has no {what} "{value}"; known are {", ".join(known)}.')
    if not DPI[0] <= dpi <= DPI[1]:
        raise InputError(f"A picture cannot have {dpi:g} dots per inch; 72 to 600 are possible.")
    return PRESETS[preset]


def _one_line(text: str) -> str:
    """Control characters and line ends become spaces."""
    return " ".join("".join(sign if sign.isprintable() or sign == " " else " " for sign in text).split())


def _pixels(preset: Preset, dpi: float) -> tuple[int, int]:
    if preset.pixels is not None:
        return preset.pixels
    return round(preset.width / 25.4 * dpi), round(preset.height / 25.4 * dpi)


def _dpi(preset: Preset, dpi: float) -> float:
    return preset.pixels[0] / preset.width * 25.4 if preset.pixels is not None else dpi


def _map(sheet: Sheet, timeline: Timeline, numbers: Mapping[str, int]) -> tuple[tuple, str]:  # type: ignore[type-arg]
    """The map frame, or a sentence where nothing can be mapped; its shapes and the projection's name."""
    short = sheet.preset.events is None or 0 < sheet.preset.list_most < len(timeline.events)
    numbered = _listed(sheet, timeline) if short else None
    planned = plan_map(sheet, sites_of(timeline, numbers), mentioned_sites(timeline), numbered)
    if planned is not None:
        return planned
    box, theme = sheet.preset.frame, sheet.theme
    sheet.items.append(Area(box, fill=theme.band, role="no-map"))
    text = word("no_map" if timeline.events else "no_events", sheet.lang)
    rows = wrapped(text, 10, box.w - 20, 2)
    for k, row in enumerate(rows):
        x, y = box.middle
        sheet.items.append(Text(x, y + 4.6 * k, row, 10, theme.faint, align="center", role="note"))
    return (), ""


def _list(sheet: Sheet, timeline: Timeline, numbers: Mapping[str, int]) -> list:  # type: ignore[type-arg]
    """The list beside the map; returns the events that did not fit."""
    box = sheet.preset.events
    if box is None:
        return []
    numbered = [(numbers[event.id], event) for event in timeline.events]
    if sheet.preset.list_most and len(numbered) > sheet.preset.list_most:
        return _short_list(sheet, numbered, _listed(sheet, timeline))
    columns = sheet.preset.columns
    wide = (box.w - 7.0 * (columns - 1)) / columns
    for step, lines, tight in LIST_SCALES:
        scale = step * sheet.preset.list_scale
        rows = rows_of(numbered, sheet.lang, wide, scale, lines, tight=tight)
        if fits(box, columns, rows, scale):
            fill(sheet, box, rows, heading=word("events", sheet.lang), scale=scale)
            return []
    scale = 0.94 * sheet.preset.list_scale
    rows = rows_of(numbered, sheet.lang, wide, scale, 1)
    done = fill(sheet, box, rows, heading=word("events", sheet.lang), scale=scale, last=False)
    left = [(row.number, row.event) for row in rows[done:] if row.event is not None]
    if left:
        more_line(sheet, box, len(left), 2)
    return left


def _listed(sheet: Sheet, timeline: Timeline) -> frozenset[str]:
    """The events that a short list holds; a locator without a list numbers none."""
    if sheet.preset.events is None:
        return frozenset()
    return weightiest([e for e in timeline.events if e.group != "not_happened"], sheet.preset.list_most)


def _short_list(sheet: Sheet, numbered: Sequence[tuple[int, Event]], kept: frozenset[str]) -> list:  # type: ignore[type-arg]
    """Only the weightiest events, and a line that says how many more there are: formats of a single screen."""
    box = sheet.preset.events
    assert box is not None
    shown = [(number, event) for number, event in numbered if event.id in kept]
    room = Box(box.x, box.y, box.w, box.h - 4)
    for scale, lines in ((1.0, 3), (1.0, 2), (0.96, 2), (0.96, 1)):
        rows = rows_of(shown, sheet.lang, box.w, scale, lines)
        if fits(room, 1, rows, scale):
            break
    done = fill(sheet, room, rows, heading=word("events", sheet.lang), scale=scale)
    left = len(numbered) - sum(row.event is not None for row in rows[:done])
    text = word("further", sheet.lang).format(n=left)
    sheet.items.append(
        Text(box.right, box.bottom - 0.5, text, 7.2, sheet.theme.faint, "Medium", "right", role="list-more")
    )
    return []


def _further_pages(sheet: Sheet, timeline: Timeline, numbers: Mapping[str, int], rest: list, title: str) -> list[Page]:  # type: ignore[type-arg]
    """Pages that hold nothing but the list, until every event has been set."""
    pages: list[Page] = []
    preset = sheet.preset
    while rest:
        page = Sheet(preset, sheet.theme, sheet.lang)
        heading(page, title, word("page", sheet.lang).format(page=len(pages) + 2, pages="{pages}"))
        top = preset.frame.y
        box = Box(preset.margin, top, preset.width - 2 * preset.margin, preset.footer_y - 6 - top)
        columns = max(1, round(box.w / 92))
        wide = (box.w - 7.0 * (columns - 1)) / columns
        rows = rows_of(rest, sheet.lang, wide, 0.94, 1)
        done = fill(page, box, rows, heading=word("continued", sheet.lang), scale=0.94)
        footer(page, footer_words(timeline, sheet.lang), word("made_with", sheet.lang))
        kept = {row.number for row in rows[:done] if row.event is not None}
        rest = [pair for pair in rest if pair[0] not in kept]
        pages.append(Page(preset.width, preset.height, items=tuple(page.items)))
    return [_numbered(page, len(pages) + 1) for page in pages]


def _numbered(page: Page, count: int) -> Page:
    items = tuple(
        replace(item, text=item.text.replace("{pages}", str(count)))
        if isinstance(item, Text) and item.role == "subtitle"
        else item
        for item in page.items
    )
    return replace(page, items=items)
