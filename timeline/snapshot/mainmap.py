"""The map frame: choose the view and the corners for globe, inset and scale bar, then fill it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, TypeAlias

import numpy as np
import shapely

from geo.basemap import BaseMap, base_map, detail_for
from geo.gazetteer import shipped_gazetteer
from geo.geometry import compass, distance_km, width
from geo.model import Extent
from geo.shipped import shipped

from .crowd import (
    HEXAGON_PLACES,
    HEXAGONS_ABOVE,
    NUMBERED,
    name_dots,
    numbered_sites,
    place_dots,
    place_hexagons,
    rest_of,
    weightiest,
)
from .framing import Framing, View, fit, frame_sites
from .furniture import Sheet, globe, scale_bar
from .inframe import land_test
from .items import PT, Area, Box, Ground, Shade, Text
from .labels import Board
from .names import place_country_names, place_sea_names, place_towns
from .onmap import (
    MapSheet,
    place_areas,
    place_exact,
    place_mentioned,
    place_pointers,
)
from .sites import Site, shape_points
from .type import ASCENT, shortened, width_mm
from .wording import compass_word, word

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats: TypeAlias = NDArray[np.float64]

CORNER_PAD = 3.0
GLOBE_MAX_KM = 7000.0
"""Wider frames need no locator globe."""
TOWN_POOL = 60
OUTLINE_SAMPLE = 160
MENTIONED_POINTERS = 3
OCEANS = 5
"""The first rows of the table of seas are oceans: the only waters named on a map of the world."""


@dataclass(frozen=True, slots=True)
class Corners:
    """The boxes kept free for furniture: globe, inset (with its caption), scale bar."""

    globe: Box | None
    inset: Box | None
    scale: Box

    def boxes(self) -> list[Box]:
        """Those that are used."""
        return [box for box in (self.globe, self.inset, self.scale) if box is not None]


def plan_map(
    sheet: Sheet, sites: Sequence[Site], mentioned: Sequence[Site], numbered: frozenset[str] | None = None
) -> tuple[tuple[Shade, ...], str] | None:
    """Fill the frame of the sheet; the shapes on it and the projection's name. None when there is nothing to map.

    `numbered` are the events that keep a chip with their number; None leaves the choice to the map.
    """
    framing = frame_sites(sites, mentioned, max_insets=1 if sheet.preset.inset > 20 else 0)
    if framing is None:
        return None
    inset_sites = framing.insets[0] if framing.insets else ()
    view, corners = _view(sheet, framing, sites, inset_sites)
    ground = _ground(view)
    sheet.panels.append(_panel(sheet, view, _focus(sites, view)))
    shades = _fill_main(sheet, view, corners, framing, sites, mentioned, ground, numbered)
    if inset_sites and corners.inset:
        shades += _fill_inset(sheet, corners.inset, inset_sites, sites, view)
    if corners.globe:
        panel, items = globe(view, sheet.theme, corners.globe)
        sheet.panels.append(panel)
        sheet.items += items
    sheet.items.append(Area(view.box, edge=sheet.theme.frame, width=0.7, role="frame"))
    return tuple(shades), view.projection.name


def _view(sheet: Sheet, framing: Framing, sites: Sequence[Site], inset: Sequence[Site]) -> tuple[View, Corners]:
    """The view that leaves the furniture free of marks: shifted within its slack, if need be a little smaller."""
    frame, scale = sheet.preset.frame, sheet.preset.scale
    placed = [site for site in sites if site.style != "country"]
    anchors = np.array([site.point for site in placed]) if placed else framing.points
    outline = framing.points[:: max(1, len(framing.points) // OUTLINE_SAMPLE)]
    best: tuple[float, View, Corners] | None = None
    for shrink in (1.0, 0.9, 0.8, 0.7):
        pad = 9.0 * scale
        region = Box(frame.x + pad * 1.3, frame.y + pad * 1.2, frame.w - 2.6 * pad, frame.h - 2.2 * pad)
        region = region.grown(-min(region.w, region.h) * (1 - shrink) / 2)
        base = fit(framing.points, frame, region)
        choices = _corner_choices(sheet, base, inset)
        marks, shown = base.to_mm(anchors), base.to_mm(outline)
        for dx, dy in _shifts(base, base.to_mm(framing.points)):
            move = np.array([dx, dy])
            for corners, dislike in choices:
                cost = dislike + _conflicts(base.box, corners, marks + move, shown + move) + (1 - shrink) * 6
                if best is None or cost < best[0] - 1e-9:
                    best = (cost, _moved(base, dx, dy), corners)
        if best is not None and best[0] < 3.5:
            break
    assert best is not None
    return best[1], best[2]


def _shifts(view: View, shown: Floats) -> list[tuple[float, float]]:
    """Moves in millimetres that keep everything shown inside the frame: none, half and all of the room on each side."""
    if view.projection.kind == "equal_earth":
        return [(0.0, 0.0)]
    (west, north), (east, south) = shown.min(axis=0).tolist(), shown.max(axis=0).tolist()
    box = view.box.grown(-7.0)
    rooms = ((box.x - west, box.right - east), (box.y - north, box.bottom - south))
    moves = [
        [0.0, *(low * s for s in (0.5, 1.0)), *(high * s for s in (0.5, 1.0))] if low < 0 < high else [0.0]
        for low, high in rooms
    ]
    return [(dx, dy) for dx in moves[0] for dy in moves[1]]


def _moved(view: View, dx: float, dy: float) -> View:
    return replace(view, x_km=view.x_km - dx * view.km_per_mm, y_km=view.y_km + dy * view.km_per_mm)


def _corner_choices(sheet: Sheet, view: View, inset: Sequence[Site]) -> list[tuple[Corners, float]]:
    """Ways to lay the furniture into the corners, with how little each is liked."""
    frame, preset = view.box, sheet.preset
    with_globe = width(_clamped(view.extent())) < 360 and view.km_per_mm * frame.w < GLOBE_MAX_KM
    globes = ("tl", "tr", "bl", "br") if with_globe else ("",)
    insets = ("bl", "br", "tl", "tr") if inset else ("",)
    found = []
    for i, g in enumerate(globes):
        for j, k in enumerate(insets):
            for m, s in enumerate(("br", "bl", "tr")):
                used = [corner for corner in (g, k, s) if corner]
                if len(set(used)) < len(used):
                    continue
                globe_box = _at(frame, g, preset.globe, preset.globe) if g else None
                inset_box = _at(frame, k, *_inset_size(sheet, inset)) if k else None
                scale_box = _at(frame, s, 32 * preset.scale, 5.0 * preset.scale, 4.0)
                found.append((Corners(globe_box, inset_box, scale_box), 0.6 * i + 0.6 * j + 0.4 * m))
    return found


def _at(frame: Box, corner: str, wide: float, tall: float, pad: float = CORNER_PAD) -> Box:
    x = frame.x + pad if corner[1] == "l" else frame.right - pad - wide
    y = frame.y + pad if corner[0] == "t" else frame.bottom - pad - tall
    return Box(x, y, wide, tall)


def _inset_size(sheet: Sheet, inset: Sequence[Site]) -> tuple[float, float]:
    tall = sheet.preset.inset
    return tall * 1.32, tall + 3.4


def _conflicts(frame: Box, corners: Corners, marks: Floats, shown: Floats) -> float:
    """How badly the furniture covers what matters: anchors of events, then the framed shapes; then being off centre."""
    cost = 0.0
    for box in corners.boxes():
        cost += 4.0 * _inside(marks, box.grown(7.0)) + 8.0 * _inside(shown, box.grown(1.0)) / len(shown)
    (west, north), (east, south) = shown.min(axis=0).tolist(), shown.max(axis=0).tolist()
    cx, cy = frame.middle
    off = abs((west + east) / 2 - cx) / frame.w + abs((north + south) / 2 - cy) / frame.h
    return cost + 2.0 * float(off)


def _inside(points: Floats, box: Box) -> int:
    x, y = points[:, 0], points[:, 1]
    return int(((x > box.x) & (x < box.right) & (y > box.y) & (y < box.bottom)).sum())


def _clamped(extent: Extent) -> Extent:
    return Extent(extent.west, extent.south, min(extent.east, extent.west + 360), extent.north)


def _ground(view: View) -> BaseMap:
    """The ground under a view, coarse enough for planning."""
    extent = view.extent()
    return base_map(extent, detail=detail_for(extent), tolerance=view.km_per_mm * 0.25 / 111)


def _focus(sites: Sequence[Site], view: View) -> tuple[str, ...]:
    """The countries in the focus colour: those of the events' places in the view, if they are few."""
    inside = [s for s in sites if s.place.country and not s.place.contested and view.shows(*s.point)]
    codes = {str(site.place.country) for site in inside}
    return tuple(sorted(codes)) if len(codes) <= 4 else ()


def _panel(sheet: Sheet, view: View, focus: tuple[str, ...], role: str = "map") -> Ground:
    extent = view.extent()
    return Ground(
        view.box, view.projection.kind, view.projection.lon0, view.projection.lat0, view.x_km, view.y_km,
        view.km_per_mm, (extent.west, extent.south, extent.east, extent.north), detail_for(extent), focus, role=role,
    )  # fmt: skip


def _board(view: View, ground: BaseMap, furniture: Sequence[Box], margin: float = 1.0) -> Board:
    land = land_test(view, ground)
    shapely.prepare(land)

    def on_land(points: Sequence[tuple[float, float]]) -> Sequence[bool]:
        spots = np.array(points)
        return [bool(hit) for hit in shapely.contains_xy(land, spots[:, 0], spots[:, 1])]

    return Board(view.box.grown(-margin), list(furniture), [], on_land)


def _fill_main(
    sheet: Sheet,
    view: View,
    corners: Corners,
    framing: Framing,
    sites: Sequence[Site],
    mentioned: Sequence[Site],
    ground: BaseMap,
    numbered: frozenset[str] | None,
) -> list[Shade]:
    taken = [box.grown(0.8) for box in corners.boxes()]
    if corners.inset:
        taken.append(Box(corners.inset.x, corners.inset.y - 0.5, corners.inset.w + 7, 4.2))
    board = _board(view, ground, taken)
    page = MapSheet(view, sheet.theme, board, sheet.lang, panel=0, scale=sheet.preset.scale)
    away = {site.place.id for site in (*framing.pointers, *(s for cluster in framing.insets for s in cluster))}
    inside = [site for site in sites if site.place.id not in away or _visible(view, site)]
    inside = [site for site in inside if site.place.id not in {s.place.id for c in framing.insets for s in c}]
    crowd = numbered is not None or sum(len(site.events) for site in sites) > sheet.preset.max_chips
    everyone = inside
    shown = {site.place.id for site in inside}
    place_pointers(page, _pointed(view, [site for site in framing.pointers if site.place.id not in shown]))
    if crowd:
        inside = _crowded(page, inside, numbered)
    place_exact(page, [site for site in inside if site.style == "exact"])
    place_areas(page, [site for site in inside if site.style == "area"])
    place_areas(page, [site for site in inside if site.style == "country"])
    if crowd:
        named = frozenset(site.place.id for site in inside)
        name_dots(page, [site for site in everyone if site.style != "country"], named)
    place_mentioned(
        page, [s for s in mentioned if s.place.id not in away and view.shows(*s.point, 1.0) and _is_small(view, s)]
    )
    marked = [*everyone, *(site for site in mentioned if site.style != "country")]
    names = frozenset(site.place.name for site in marked)
    _background_names(page, ground, names)
    sheet.items += scale_bar(view, sheet.theme, corners.scale)
    sheet.items += page.items()
    return page.shades


def _crowded(page: MapSheet, sites: Sequence[Site], numbered: frozenset[str] | None) -> list[Site]:
    """Draw dots or hexagons for most events; returns the sites of those that keep a number."""
    events = [event for site in sites for _, event in site.events]
    kept = weightiest(events, NUMBERED) if numbered is None else numbered
    rest = rest_of(sites, kept)
    if len(events) > HEXAGONS_ABOVE and len(rest) > HEXAGON_PLACES:
        place_hexagons(page, rest)
    else:
        place_dots(page, rest)
    return numbered_sites(sites, kept)


def _pointed(view: View, sites: Sequence[Site]) -> list[Site]:
    """The sites that get an arrow at the edge: all with events, and a few of those that are only mentioned."""
    lon, lat = view.to_degrees(np.array([view.box.middle]))[0].tolist()
    away = [
        site
        for site in sites
        if not _in_view(view, site) and distance_km(lon, lat, site.place.lon, site.place.lat) > site.place.radius_km
    ]
    return [*(s for s in away if s.events), *[s for s in away if not s.events][:MENTIONED_POINTERS]]


def _visible(view: View, site: Site) -> bool:
    """Whether a country or an ocean that did not frame the map can be marked in it all the same."""
    if site.is_wide:
        return view.shows(*site.point, 8.0)
    return site.style == "country" and _in_view(view, site)


def _in_view(view: View, site: Site) -> bool:
    """Whether a good part of an area, or a point, can be seen in the frame."""
    points = view.to_mm(shape_points(site.place, main_part=True))
    return _inside(points, view.box.grown(-3.0)) >= max(1, 0.25 * len(points))


def _is_small(view: View, site: Site) -> bool:
    """Whether an area fits the frame: Latin America on a map of Ecuador says nothing."""
    if site.style == "exact":
        return True
    points = view.to_mm(shape_points(site.place))
    return _inside(points, view.box) > 0.8 * len(points)


def _background_names(page: MapSheet, ground: BaseMap, skip: frozenset[str]) -> None:
    """Towns, countries and seas; never a name that a mark already carries."""
    gazetteer = shipped_gazetteer()
    view = page.view
    named = []
    for code, shape in ground.countries:
        country = gazetteer.country(code)
        if country is not None and country.name not in skip:
            named.append((country.name, shape))
    place_country_names(page, named)
    if view.km_per_mm * view.box.w < 4500:
        extent = _clamped(view.extent())
        towns = gazetteer.towns(extent, limit=TOWN_POOL, min_population=2000)
        place_towns(page, towns, skip)
    waters = seas(page.lang)
    if view.km_per_mm > 30:
        oceans = list(dict.fromkeys(name for name, _, _ in waters))[:OCEANS]
        waters = tuple(water for water in waters if water[0] in oceans)
    place_sea_names(page, waters)


@lru_cache(maxsize=2)
def seas(lang: str) -> tuple[tuple[str, float, float], ...]:
    """(name, lon, lat): points at which the name of a sea may stand."""
    rows = json.loads(shipped("basemap/seas.json").read_text(encoding="utf-8"))["seas"]
    return tuple(((es if lang == "es" else en), lon, lat) for en, es, points in rows for lon, lat in points)


def _fill_inset(sheet: Sheet, room: Box, sites: Sequence[Site], heart: Sequence[Site], main: View) -> list[Shade]:
    """A second, small map with its caption above and a scale bar of its own."""
    theme = sheet.theme
    box = Box(room.x, room.y + 3.4, room.w, room.h - 3.4)
    region = Box(box.x + 7, box.y + 6, box.w - 14, box.h - 14)
    points = np.vstack([shape_points(site.place) for site in sites])
    view = fit(points, box, region, least_km=30)
    ground = _ground(view)
    sheet.panels.append(_panel(sheet, view, _focus(sites, view), role="inset"))
    scale_box = Box(box.right - 3 - 12, box.bottom - 2.2 - 4.2, 12, 4.2)
    page = MapSheet(
        view,
        theme,
        _board(view, ground, [scale_box.grown(0.5)]),
        sheet.lang,
        len(sheet.panels) - 1,
        0.92 * sheet.preset.scale,
    )
    told = [site for site in sites if site.events]
    place_exact(page, [site for site in told if site.style == "exact"])
    place_areas(page, [site for site in told if site.style != "exact"])
    place_mentioned(page, [site for site in sites if not site.events])
    sheet.items.append(Area(box, edge=theme.faint, width=0.9, role="inset-frame"))
    caption = _caption(sites, heart, main, sheet.lang, room.w + 6)
    sheet.items.append(
        Text(
            room.x,
            room.y + ASCENT * 7 * PT,
            caption,
            7.0,
            theme.muted,
            "Medium",
            role="inset-caption",
            halo=2.0,
            halo_color=theme.sea,
        )
    )
    sheet.items += scale_bar(view, theme, scale_box)
    sheet.items += page.items()
    return page.shades


def _caption(sites: Sequence[Site], heart: Sequence[Site], main: View, lang: str, room: float) -> str:
    """The inset's name, and where it fits how far and in which direction it lies from a marked place near it."""
    name = sites[0].place.name if len(sites) == 1 else ", ".join(site.place.name for site in sites[:2])
    lon, lat = sites[0].point
    around = [site.place for site in heart if site.style == "exact" and main.shows(*site.point)]
    around.sort(key=lambda place: distance_km(place.lon, place.lat, lon, lat))
    for place in around[:4]:
        km = f"{round(distance_km(place.lon, place.lat, lon, lat), -1):,.0f}"
        direction = compass_word(compass(place.lon, place.lat, lon, lat), lang)
        caption = word("of", lang).format(inset=name, km=km, compass=direction, place=place.name)
        if width_mm(caption, 7.0, "Medium") <= room:
            return caption
    return shortened(name, 7.0, room, "Medium")
