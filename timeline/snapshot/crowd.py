"""Too many events for a chip each: dots sized by their number, or hexagons, with only the weightiest numbered."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from ..kinds import style_of
from ..model import Event
from .areas import inner_spots
from .blocks import MapSheet
from .chips import shown_color
from .items import PT, Mark, Text
from .labels import place_label
from .sites import Site
from .type import ASCENT, DESCENT, shortened, width_mm

NUMBERED = 12
"""So many of the weightiest events keep their number on a crowded map."""
HEXAGONS_ABOVE, HEXAGON_PLACES = 200, 60
"""Hexagons are drawn for more events than this that stand at more places than this."""
DOT_MM, WIDEST_DOT = 2.0, 0.055
"""Diameter of the dot of one event, and of the biggest dot as a share of the frame's width; the area grows with the
number of events."""
HEX_MM = 5.2
WEIGHT = {"essential": 0, "main": 1, "minor": 2}


def weightiest(events: Sequence[Event], count: int) -> frozenset[str]:
    """The ids of the most important: by salience, on the map, news before background, confidence, the latest first."""

    def rank(pair: tuple[int, Event]) -> tuple[int, bool, bool, float, int]:
        place, event = pair
        is_old = event.status == "background"
        return WEIGHT[event.salience], not event.is_on_map, is_old, -round(event.confidence, 1), -place

    return frozenset(event.id for _, event in sorted(enumerate(events), key=rank)[:count])


def numbered_sites(sites: Sequence[Site], kept: frozenset[str]) -> list[Site]:
    """The sites with only those events that keep their number; sites without any are left out."""
    cut = [replace(site, events=tuple(pair for pair in site.events if pair[1].id in kept)) for site in sites]
    return [site for site in cut if site.events]


def rest_of(sites: Sequence[Site], kept: frozenset[str]) -> list[Site]:
    """The sites with the events that lost their number."""
    cut = [replace(site, events=tuple(pair for pair in site.events if pair[1].id not in kept)) for site in sites]
    return [site for site in cut if site.events]


def place_dots(sheet: MapSheet, sites: Sequence[Site]) -> None:
    """A dot a place in the colour of its commonest kind; its area tells how many events stand there."""
    most = max((len(site.events) for site in sites), default=1)
    for site in sorted(sites, key=lambda s: -len(s.events)):
        x, y = _spot(sheet, site)
        size = dot_size(sheet, len(site.events), most)
        color = _color(sheet, [event for _, event in site.events])
        hollow = site.style != "exact"
        ids = " ".join(event.id for _, event in site.events)
        mark = Mark(
            x, y, size, "square" if site.style == "country" else "disc", fill=sheet.theme.focus if hollow else color,
            edge=color if hollow else sheet.theme.paper, width=0.9 if hollow else 0.5, dashed=site.style == "area",
            role="map-dot", event=ids,
        )  # fmt: skip
        sheet.dots.append(mark)
        sheet.board.taken.append(mark.box)


def dot_size(sheet: MapSheet, count: int, most: int) -> float:
    """The diameter of the dot of a place with `count` events, where the fullest place has `most`."""
    step = min(DOT_MM * sheet.scale, WIDEST_DOT * sheet.view.box.w / math.sqrt(max(most, sheet.fullest)))
    return max(1.3 * sheet.scale, step * math.sqrt(count))


def name_dots(sheet: MapSheet, sites: Sequence[Site], known: frozenset[str], *, most: int = 14) -> None:
    """Names beside the dots of places that no chip has named yet, the busiest places first."""
    size = 7.8 * sheet.scale
    highest = max((len(site.events) for site in sites), default=1)
    tall = (ASCENT + DESCENT) * size * PT
    for site in sorted(sites, key=lambda s: -len(s.events))[:most]:
        if site.place.id in known:
            continue
        x, y = _spot(sheet, site)
        reach = dot_size(sheet, len(site.events), highest) / 2
        name = shortened(site.place.name, size, 40, "SemiBold")
        placed = place_label(
            sheet.board, (x, y), (width_mm(name, size, "SemiBold"), tall), anchor_radius=reach, radii=(0.5, 2.0, 4.5)
        )
        if placed:
            left = placed.box.x
            sheet.names.append(
                Text(left, placed.box.y + ASCENT * size * PT, name, size, sheet.theme.text, "SemiBold", role="place",
                     halo=2.2, halo_color=sheet.theme.halo)
            )  # fmt: skip


def place_hexagons(sheet: MapSheet, sites: Sequence[Site]) -> None:
    """Hexagons of equal size over the map, darker where more events stand."""
    cells: dict[tuple[int, int], list[Event]] = {}
    for site in sites:
        x, y = _spot(sheet, site)
        cells.setdefault(_cell(x, y), []).extend(event for _, event in site.events)
    most = max((len(told) for told in cells.values()), default=1)
    for (column, row), told in sorted(cells.items()):
        x, y = _middle(column, row)
        share = math.log1p(len(told)) / math.log1p(most)
        ids = " ".join(event.id for event in told)
        mark = Mark(
            x, y, HEX_MM * 0.98, "hexagon", fill=_shade(sheet, share), edge=sheet.theme.paper, width=0.4,
            role="map-hexagon", event=ids,
        )  # fmt: skip
        sheet.dots.append(mark)
        sheet.board.taken.append(mark.box)


def _spot(sheet: MapSheet, site: Site) -> tuple[float, float]:
    """Where the dot of a place stands: inside an area, and never outside the frame."""
    spots = inner_spots(sheet.view, site.place) if site.style != "exact" else []
    x, y = spots[0] if spots else sheet.view.point(*site.point)
    box = sheet.view.box.grown(-1.5)
    return min(max(x, box.x), box.right), min(max(y, box.y), box.bottom)


def _color(sheet: MapSheet, events: Sequence[Event]) -> str:
    commonest = Counter(style_of(event.kind).color for event in events).most_common(1)[0][0]
    return shown_color(commonest, sheet.theme)


def _cell(x: float, y: float) -> tuple[int, int]:
    """The hexagon (flat rows, every other shifted by half) whose centre is nearest to a point."""
    row = round(y / (HEX_MM * math.sqrt(3) / 2))
    near = [(round(x / HEX_MM - 0.5 * (r % 2)), r) for r in (row - 1, row, row + 1)]
    return min(near, key=lambda cell: math.dist(_middle(*cell), (x, y)))


def _middle(column: int, row: int) -> tuple[float, float]:
    return (column + 0.5 * (row % 2)) * HEX_MM, row * HEX_MM * math.sqrt(3) / 2


def _shade(sheet: MapSheet, share: float) -> str:
    """From pale to the accent colour."""
    low, high = _parts(sheet.theme.window), _parts(sheet.theme.accent)
    return "#" + "".join(f"{round(a + (b - a) * (0.25 + 0.75 * share)):02X}" for a, b in zip(low, high, strict=True))


def _parts(color: str) -> list[int]:
    return [int(color[k : k + 2], 16) for k in (1, 3, 5)]
