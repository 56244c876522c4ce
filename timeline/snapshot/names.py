"""The names of the ground: towns, countries and seas, set last and only where there is room."""

from __future__ import annotations

import math
from collections.abc import Sequence

import shapely
from shapely.geometry.base import BaseGeometry

from geo.model import Place

from .areas import spots_of
from .blocks import MapSheet, draw_name, square
from .inframe import in_mm
from .items import PT, Box, Mark, Text
from .labels import place_inside, place_label
from .type import ASCENT, DESCENT, width_mm

TOWN, SEA = 7.2, 9.5
COUNTRY_STYLES = ((9.5, 0.28), (8.4, 0.2), (7.4, 0.12), (6.6, 0.06))
"""Points and spacing (em) of a country's name, tried in turn until it lies wholly inside its borders."""
MOST_SPOTS = 150
TOWN_DOT = 1.0
MAX_TOWNS = 14
MAX_SEAS = 5


def place_towns(sheet: MapSheet, towns: Sequence[Place], skip: frozenset[str], *, most: int = MAX_TOWNS) -> None:
    """The biggest towns that find room, as small dots with a name (rings are places that the articles mention)."""
    size = TOWN * sheet.scale
    tall = (ASCENT + DESCENT) * size * PT
    placed_count = 0
    for town in towns:
        if placed_count >= most or town.name in skip or not sheet.view.shows(town.lon, town.lat, 1.0):
            continue
        x, y = sheet.view.point(town.lon, town.lat)
        dot = square((x, y), TOWN_DOT * sheet.scale)
        if not sheet.board.is_free(dot, 1.0):
            continue
        wide = width_mm(town.name, size)
        placed = place_label(sheet.board, (x, y), (wide, tall), gap=0.7, anchor_radius=0.5, radii=(0.55,), own=(dot,))
        if placed is None:
            continue
        sheet.board.taken.append(dot)
        placed_count += 1
        sheet.dots.append(
            Mark(x, y, TOWN_DOT * sheet.scale, fill=sheet.theme.muted, edge=sheet.theme.halo, width=0.35, role="town")
        )
        draw_name(sheet, town.name, size, placed, "town")


def place_country_names(sheet: MapSheet, shapes: Sequence[tuple[str, BaseGeometry]]) -> None:
    """Names of countries in spaced capitals inside their visible parts, the biggest first, where there is room."""
    seen = [(name, shapely.union_all(in_mm(sheet.view, [shape]))) for name, shape in shapes]
    for name, visible in sorted(seen, key=lambda pair: -pair[1].area):
        if visible.area < 40:
            continue
        shapely.prepare(visible)
        for size, spacing in COUNTRY_STYLES:
            label = name.upper()
            wide = width_mm(label, size * sheet.scale, "Regular", spacing)
            tall = 0.76 * size * sheet.scale * PT
            if wide > visible.bounds[2] - visible.bounds[0]:
                continue
            spots = [s for s in spots_of(visible)[:MOST_SPOTS] if _fits(visible, s, wide + 1.0, tall + 0.6)]
            placed = place_inside(sheet.board, spots, (wide, tall), gap=1.2)
            if placed:
                x, y = placed.box.middle
                sheet.small.append(
                    Text(
                        x,
                        y + 0.36 * size * sheet.scale * PT,
                        label,
                        size * sheet.scale,
                        sheet.theme.country_label,
                        align="center",
                        role="country",
                        spacing=spacing,
                    )
                )
                break


def _fits(visible: BaseGeometry, spot: tuple[float, float], wide: float, tall: float) -> bool:
    """Whether a line of type around a spot lies wholly in the shape: no letter on a border."""
    x, y = spot
    return bool(shapely.contains_properly(visible, shapely.box(x - wide / 2, y - tall / 2, x + wide / 2, y + tall / 2)))


def place_sea_names(sheet: MapSheet, seas: Sequence[tuple[str, float, float]]) -> None:
    """Names of seas in italics near their points, where the whole name lies on water."""
    size = SEA * sheet.scale
    tall = (ASCENT + DESCENT) * size * PT
    done: set[str] = set()
    for name, lon, lat in seas:
        if len(done) >= MAX_SEAS or name in done or not sheet.view.shows(lon, lat, 4.0):
            continue
        wide = width_mm(name, size, "Italic")
        x, y = sheet.view.point(lon, lat)
        spots = [(x + a, y + b) for a in (0, 5, -5, 10, -10) for b in (0, 4, -4)]
        spots.sort(key=lambda s: math.dist(s, (x, y)))
        wet = [s for s in spots if _is_wet(sheet, Box(s[0] - wide / 2 - 1, s[1] - tall / 2, wide + 2, tall))]
        placed = place_inside(sheet.board, wet, (wide, tall), gap=1.0)
        if placed:
            done.add(name)
            box = placed.box
            sheet.small.append(
                Text(
                    box.middle[0],
                    box.y + ASCENT * size * PT,
                    name,
                    size,
                    sheet.theme.sea_label,
                    "Italic",
                    "center",
                    role="sea",
                )
            )


def _is_wet(sheet: MapSheet, box: Box) -> bool:
    """Whether no land can be seen in a box, at a raster of about a millimetre."""
    if sheet.board.land is None:
        return True
    across, down = max(3, int(box.w / 1.2)), 5
    points = [
        (box.x + box.w * i / across, box.y + box.h * j / down) for i in range(across + 1) for j in range(down + 1)
    ]
    return not any(sheet.board.land(points))
