"""Plan a picture: what stands where, in millimetres, before anything is drawn.

`plan_snapshot` takes a Timeline (cut down by `select` to what is to be shown) and returns plain values; the same input
gives the same plan. It reads the shipped base map, gazetteer and table of type widths, and nothing else.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict

from geo.model import Place

from ..errors import InputError
from ..model import Timeline
from .focus import focus_place
from .furniture import Sheet, footer, heading, key
from .items import Area, Page, Shade, SnapshotPlan, Text
from .listing import draw_listing, further_pages, listing_of
from .mainmap import Story, plan_map
from .sites import mentioned_sites, sites_of
from .strip import draw_strip
from .theme import PRESETS, THEMES, Preset, PresetName, ThemeName
from .type import width_mm, wrapped
from .wording import LANGUAGES, alt_text, default_subtitles, default_title, footer_words, word

DPI = (72.0, 600.0)
MAX_TITLE, MAX_CREDIT = 1000, 200

Window = tuple[int | None, int | None]


def plan_snapshot(
    timeline: Timeline,
    *,
    title: str | None = None,
    subtitle: str | None = None,
    credit: str = "",
    window: Window | None = None,
    focus: str | Place | None = None,
    preset: PresetName = "a4-landscape",
    theme: ThemeName = "light",
    dpi: float = 300,
    lang: str = "en",
    numbers: Mapping[str, int] | None = None,
) -> SnapshotPlan:
    """The picture of a timeline.

    Args:
        timeline: what is to be shown.
        title: by default the timeline's, or its first article's; where there is none, how many events, where and when.
        subtitle: by default how many events, where and when; "" leaves it out.
        credit: who made the picture; stands in the footer before the sources.
        window: days (closed, None = open) to highlight on the strip; by default the busy stretch.
        focus: what the map shows large whatever the story: a place, its name, or "lon,lat" or "lon,lat,km" (degrees,
            and the radius around that point).
        preset: the format. Screen formats have a fixed number of pixels; for paper `dpi` counts.
        theme: "light" or "dark".
        dpi: 72 to 600.
        lang: language of the picture's own words, dates included: "en" or "es".
        numbers: event id -> number, by default each event's position from 1.

    Raises:
        InputError: an unknown preset, theme, language or place, or a dpi outside 72 to 600.
    """
    chosen = checked_look(preset, theme, dpi, lang)
    counted = dict(numbers) if numbers is not None else {event.id: k for k, event in enumerate(timeline.events, 1)}
    numbered = [(counted[event.id], event) for event in timeline.events]
    centre = focus_place(focus, timeline) if isinstance(focus, str) else focus
    listing = listing_of(chosen, numbered, lang)
    sheet = Sheet(listing.preset, THEMES[theme], lang)
    shown_title, line = headline(sheet, timeline, title, subtitle)
    heading(sheet, shown_title, line)
    story = Story(sites_of(timeline, counted), mentioned_sites(timeline), listing.numbered, centre)
    shades, projection = _map(sheet, timeline, story)
    draw_listing(sheet, listing)
    if listing.preset.strip is not None:
        draw_strip(sheet, listing.preset.strip, numbered, window, listing.numbered)
    key(sheet, timeline.events)
    left = footer_words(timeline, lang, _one_line(credit)[:MAX_CREDIT])
    footer(sheet, left, (word("made_with", lang), word(projection, lang) if projection else ""))
    first = Page(chosen.width, chosen.height, tuple(sheet.panels), shades, tuple(sheet.items))
    return SnapshotPlan(
        preset=preset,
        theme=theme,
        lang=lang,
        title=shown_title,
        pages=(first, *further_pages(sheet, listing.rest, shown_title, left)),
        pixels=pixels_of(chosen, dpi),
        dpi=page_dpi(chosen, dpi),
        alt=alt_text(timeline, shown_title, line, lang),
        events=tuple(event.id for event in timeline.events),
    )


def headline(sheet: Sheet, timeline: Timeline, title: str | None, subtitle: str | None) -> tuple[str, str]:
    """Title and subtitle; the subtitle takes the place of a title that is missing."""
    preset = sheet.preset
    choices = [subtitle] if subtitle is not None else default_subtitles(timeline, sheet.lang)
    lines = [_one_line(choice) for choice in choices]
    room = preset.width - 2 * preset.margin
    line = next((line for line in lines if width_mm(line, preset.subtitle_size) <= room), lines[-1])
    shown = _one_line(title if title is not None else default_title(timeline))[:MAX_TITLE]
    return (shown, line) if shown or title is not None else (line[:MAX_TITLE], "")


def to_json(plan: SnapshotPlan) -> str:
    """The plan as JSON, the same text for the same plan."""
    return json.dumps(asdict(plan), ensure_ascii=False, sort_keys=True)


def checked_look(preset: str, theme: str, dpi: float, lang: str) -> Preset:
    """The preset of that name.

    Raises:
        InputError: an unknown preset, theme or language, or a dpi outside 72 to 600.
    """
    for value, known, what in ((preset, PRESETS, "preset"), (theme, THEMES, "theme"), (lang, LANGUAGES, "language")):
        if value not in known:
            raise InputError(f'The picture has no {what} "{value}"; known are {", ".join(known)}.')
    if not DPI[0] <= dpi <= DPI[1]:
        raise InputError(f"A picture cannot have {dpi:g} dots per inch; 72 to 600 are possible.")
    return PRESETS[preset]


def _one_line(text: str) -> str:
    """Control characters and line ends become spaces."""
    return " ".join("".join(sign if sign.isprintable() or sign == " " else " " for sign in text).split())


def pixels_of(preset: Preset, dpi: float) -> tuple[int, int]:
    """Width and height of a page in pixels: fixed for screen formats."""
    if preset.pixels is not None:
        return preset.pixels
    return round(preset.width / 25.4 * dpi), round(preset.height / 25.4 * dpi)


def page_dpi(preset: Preset, dpi: float) -> float:
    """Dots per inch of a page: what its pixels make of its millimetres on a screen."""
    return preset.pixels[0] / preset.width * 25.4 if preset.pixels is not None else dpi


def _map(sheet: Sheet, timeline: Timeline, story: Story) -> tuple[tuple[Shade, ...], str]:
    """The map frame, or a sentence where nothing can be mapped; its shapes and the projection's name."""
    planned = plan_map(sheet, story)
    if planned is not None:
        return planned
    box, theme = sheet.preset.frame, sheet.theme
    sheet.items.append(Area(box, fill=theme.band, role="no-map"))
    text = word("no_map" if timeline.events else "no_events", sheet.lang)
    for k, row in enumerate(wrapped(text, 10, box.w - 20, 2)):
        x, y = box.middle
        sheet.items.append(Text(x, y + 4.6 * k, row, 10, theme.faint, align="center", role="note"))
    return (), ""
