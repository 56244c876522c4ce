"""A second, small map for what lies far from the heart of the story, with its caption and a scale bar of its own."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from geo.gazetteer import shipped_gazetteer
from geo.geometry import compass, distance_km

from .backdrop import board_for, ground_under
from .blocks import MapSheet
from .furniture import Sheet, scale_bar
from .items import PT, Area, Box, Ground, Shade, Text
from .marks import place_events
from .mentioned import place_mentioned
from .sites import Site, shape_points
from .type import ASCENT, shortened, width_mm
from .viewport import View, fit
from .wording import compass_word, word

CAPTION, CAPTION_ROOM = 7.0, 3.4
"""Points of the caption's type, and millimetres above the small map that it takes."""
LEAST_KM = 30.0


def fill_inset(
    sheet: Sheet, room: Box, sites: Sequence[Site], heart: Sequence[Site], main: View, numbered: frozenset[str] | None
) -> list[Shade]:
    """Draw the sites' map into `room`; the shapes on it."""
    theme = sheet.theme
    box = Box(room.x, room.y + CAPTION_ROOM, room.w, room.h - CAPTION_ROOM)
    points = np.vstack([shape_points(site.place, main_part=site.style == "country") for site in sites])
    view = fit(points, box, Box(box.x + 7, box.y + 6, box.w - 14, box.h - 14), least_km=LEAST_KM)
    codes = tuple(sorted({str(site.place.country) for site in sites if site.place.country and site.events}))
    extent, detail = ground_under(view)
    sheet.panels.append(
        Ground(
            view.box, view.projection.kind, view.projection.lon0, view.projection.lat0, view.x_km, view.y_km,
            view.km_per_mm, (extent.west, extent.south, extent.east, extent.north), detail, codes, role="inset",
        )
    )  # fmt: skip
    scale_box = Box(box.right - 3 - 12, box.bottom - 2.2 - 4.2, 12, 4.2)
    board, _ = board_for(view, [scale_box.grown(0.5)])
    page = MapSheet(view, theme, board, sheet.lang, len(sheet.panels) - 1, 0.92 * sheet.preset.scale, frozenset(codes))
    place_events(page, [site for site in sites if site.events], numbered, sheet.preset.max_chips)
    place_mentioned(page, [site for site in sites if not site.events], named=len(sites) > 1)
    sheet.items.append(Area(box, edge=theme.faint, width=0.9, role="inset-frame"))
    caption = caption_of(sites, heart, main, sheet.lang, min(room.w + 6, main.box.right - 1.0 - room.x))
    base = room.y + ASCENT * CAPTION * PT
    sheet.items.append(
        Text(room.x, base, caption, CAPTION, theme.muted, "Medium", role="inset-caption", halo=2.0,
             halo_color=theme.sea)
    )  # fmt: skip
    sheet.items += scale_bar(view, theme, scale_box)
    sheet.items += page.items()
    return page.shades


def caption_of(sites: Sequence[Site], heart: Sequence[Site], main: View, lang: str, room: float) -> str:
    """The inset's name, and where it fits how far and in which direction it lies from a marked place near it."""
    name = _common_name(sites)
    lon, lat = sites[0].point
    around = [site.place for site in heart if site.style == "exact" and main.shows(*site.point)]
    around.sort(key=lambda place: distance_km(place.lon, place.lat, lon, lat))
    for place in around[:4]:
        km = f"{round(distance_km(place.lon, place.lat, lon, lat), -1):,.0f}"
        direction = compass_word(compass(place.lon, place.lat, lon, lat), lang)
        caption = word("of", lang).format(inset=name, km=km, compass=direction, place=place.name)
        if width_mm(caption, CAPTION, "Medium") <= room:
            return caption
    return shortened(name, CAPTION, room, "Medium")


def _common_name(sites: Sequence[Site]) -> str:
    """The one place, the one country of several, or the first two."""
    if len(sites) == 1:
        return sites[0].place.name
    codes = {site.place.country for site in sites}
    country = shipped_gazetteer().country(str(next(iter(codes)))) if len(codes) == 1 and None not in codes else None
    return country.name if country is not None else ", ".join(site.place.name for site in sites[:2])
