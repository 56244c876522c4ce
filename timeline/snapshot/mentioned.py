"""Places that the articles mention without an event of their own: open grey rings with a name, never a chip."""

from __future__ import annotations

import math
from collections.abc import Sequence

from .areas import inner_spots, outline_shade
from .blocks import MapSheet, draw_name, longest_name, square
from .items import PT, Box, Mark
from .labels import Board, place_label
from .sites import Site, place_shape
from .type import ASCENT, DESCENT, shortened, width_mm

RING = 2.1
NAME = 7.8
RADII = (0.5, 2.4, 5.5, 10.0, 16.0, 23.0)


def place_mentioned(sheet: MapSheet, sites: Sequence[Site], *, named: bool = True) -> None:
    """Open grey rings with a name; areas get a thin dotted outline. Never a chip.

    A ring that finds no room for its name is left out; `named` off draws rings without names, where a caption tells.
    """
    for site in sites:
        if site.style == "country":
            continue  # its name stands on the map already
        ring = _ring_spot(sheet, site)
        if ring is None:
            continue
        size = NAME * sheet.scale
        name = shortened(site.place.name, size, longest_name(sheet), "Medium")
        box = (width_mm(name, size, "Medium"), (ASCENT + DESCENT) * size * PT)
        placed = place_label(sheet.board, ring.middle, box, anchor_radius=1.0, radii=RADII, own=(ring,))
        if placed is None and named:
            continue
        sheet.board.taken.append(ring)
        x, y = ring.middle
        fill, edge = sheet.theme.focus, sheet.theme.ring
        sheet.dots.append(Mark(x, y, RING * sheet.scale, fill=fill, edge=edge, width=0.9, role="mentioned"))
        if site.style == "area" and place_shape(site.place) is not None:  # a circle around a river would say nothing
            outline_shade(sheet, site, sheet.theme.ring)
        if placed and named:
            draw_name(sheet, name, size, placed, "mentioned")


def _ring_spot(sheet: MapSheet, site: Site) -> Box | None:
    """Where the ring stands: on the place, else beside it (an area's: anywhere inside); None where all is taken."""
    spots = inner_spots(sheet.view, site.place) if site.style == "area" else []
    for spot in [sheet.view.point(*site.point), *spots]:
        ring = square(spot, RING * sheet.scale)
        if sheet.board.is_free(ring, 0.2):
            return ring
    return _nudged(sheet.board, square(sheet.view.point(*site.point), RING * sheet.scale))


def _nudged(board: Board, box: Box) -> Box | None:
    for reach in (1.0, 2.0, 3.0, 4.5):
        for k in range(8):
            turn = k * math.pi / 4
            moved = Box(box.x + reach * math.cos(turn), box.y + reach * math.sin(turn), box.w, box.h)
            if board.is_free(moved, 0.2):
                return moved
    return None
