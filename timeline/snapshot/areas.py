"""Areas and countries on the map: their outline, and a block of chips and name inside it."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from geo.model import Place

from .blocks import MapSheet, block_of, draw_block, event_ids, leader_rule, squeezed
from .chips import chip
from .inframe import in_mm
from .items import Shade
from .labels import place_inside, place_label
from .sites import Site, place_shape
from .viewport import View


def place_areas(sheet: MapSheet, sites: Sequence[Site]) -> None:
    """Areas and countries: their outline, and the block of chips and name inside it (outside with a leader if full)."""
    for site in sites:
        color = _outline_color(sheet, site)
        outline_shade(sheet, site, color)
        block = block_of(sheet, site)
        spots = inner_spots(sheet.view, site.place)
        placed = place_inside(sheet.board, spots, block.size)
        if placed is None:
            anchor = spots[0] if spots else sheet.view.point(*site.point)
            placed = place_label(sheet.board, anchor, block.size, anchor_radius=0.5) or squeezed(
                sheet, anchor, block.size
            )
            if placed.leader:
                sheet.under.append(leader_rule(placed.leader, sheet.theme, site))
        draw_block(sheet, site, block, placed)


def _outline_color(sheet: MapSheet, site: Site) -> str:
    """A country keeps the colour of borders; an area takes that of its first event."""
    if site.style == "country":
        return sheet.theme.border
    return chip(site.events[0][1], 1, 0, 0, sheet.theme).edge if site.events else sheet.theme.ring


def outline_shade(sheet: MapSheet, site: Site, color: str) -> None:
    """The shape of a place under the marks; a country in the focus colour needs no outline of its own."""
    if site.is_wide or (site.style == "country" and site.place.country in sheet.focus):
        return
    place = site.place
    has_shape = place_shape(place) is not None
    sheet.shades.append(
        Shade(
            sheet.panel,
            color,
            key=place.outline or "" if has_shape else "",
            lon=place.lon,
            lat=place.lat,
            radius_km=0.0 if has_shape else place.radius_km,
            alpha=0.0 if site.style == "country" or not site.events else 0.10,
            width=1.1 if site.style == "country" and site.events else 0.9 if site.events else 0.7,
            dashed=bool(site.events) and site.style != "country",
            dotted=not site.events,
            event=event_ids(site),
        )
    )


def inner_spots(view: View, place: Place) -> list[tuple[float, float]]:
    """Points inside the visible part of an area, the most central first."""
    shape = place_shape(place)
    if shape is None:
        spots = [view.point(place.lon, place.lat)]
        radius = place.radius_km / view.km_per_mm
        (x, y), ring = spots[0], [(math.cos(k * math.pi / 4), math.sin(k * math.pi / 4)) for k in range(8)]
        return spots + [(x + dx * radius * share, y + dy * radius * share) for share in (0.35, 0.7) for dx, dy in ring]
    visible = shapely.union_all(in_mm(view, [shape]))
    if visible.is_empty or visible.area < 1:
        return []
    return spots_of(visible)


def spots_of(visible: BaseGeometry) -> list[tuple[float, float]]:
    """A grid of points inside a shape of the page, nearest to the middle of its roomiest part first."""
    biggest = max(shapely.get_parts(visible), key=lambda part: part.area)
    if biggest.geom_type != "Polygon":
        return []
    circle = shapely.maximum_inscribed_circle(biggest, tolerance=max(0.3, math.sqrt(biggest.area) / 30))
    x, y = shapely.get_coordinates(circle)[0].tolist()
    west, south, east, north = biggest.bounds
    step = max(1.5, math.sqrt(biggest.area) / 14)
    grid = np.array([(a, b) for a in np.arange(west, east, step) for b in np.arange(south, north, step)])
    inside = grid[shapely.contains_xy(biggest, grid[:, 0], grid[:, 1])] if len(grid) else grid
    ranked = sorted(((float(a), float(b)) for a, b in inside), key=lambda s: math.hypot(s[0] - x, s[1] - y))
    return [(x, y), *ranked]
