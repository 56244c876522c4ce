"""Marks and labels inside one map frame: chips with place names, areas, mentioned places, pointers, towns, names.

Everything is placed on one board, the most important first; what finds no free place is left out (towns, names of
countries and seas) or shown smaller (a place's name without its chips is never dropped).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from geo.model import Place

from .chips import chip
from .framing import View
from .inframe import in_mm
from .items import PT, Align, Box, Face, Item, Mark, Rule, Shade, Text
from .labels import Board, Leader, Placed, place_inside, place_label, take
from .sites import Site, place_shape
from .theme import CHIP, CHIP_GAP, Theme
from .type import ASCENT, DESCENT, shortened, width_mm
from .wording import word

NAME = 9.0
DOT, RING = 1.7, 2.1
PER_ROW = 5
LONGEST_NAME = 46.0
"""Millimetres after which a place's name is shortened."""


@dataclass(slots=True)
class MapSheet:
    """One map frame being filled."""

    view: View
    theme: Theme
    board: Board
    lang: str
    panel: int = 0
    scale: float = 1.0
    shades: list[Shade] = field(default_factory=list)
    under: list[Item] = field(default_factory=list)
    dots: list[Item] = field(default_factory=list)
    chips: list[Item] = field(default_factory=list)
    small: list[Item] = field(default_factory=list)
    names: list[Item] = field(default_factory=list)

    def items(self) -> list[Item]:
        """Everything in drawing order: leaders, dots, chips, town labels, place labels."""
        return [*self.under, *self.dots, *self.chips, *self.small, *self.names]


def block_size(count: int, name: str, scale: float) -> tuple[float, float, float, float]:
    """Width and height of a block of chips over a name, and the chips' own width and height, in millimetres."""
    step = (CHIP + CHIP_GAP) * scale
    columns = min(count, PER_ROW if count <= 3 * PER_ROW else math.ceil(math.sqrt(count * 2)))
    rows = math.ceil(count / columns) if count else 0
    wide, tall = max(0.0, columns * step - CHIP_GAP * scale), rows * step
    name_wide = width_mm(name, NAME * scale, "SemiBold") if name else 0.0
    name_tall = (ASCENT + DESCENT) * NAME * scale * PT if name else 0.0
    return max(wide, name_wide), tall + name_tall, wide, tall


def place_exact(sheet: MapSheet, sites: Sequence[Site]) -> None:
    """Dots of exact places, then for each a block of chips over its name, beside the dot."""
    anchors: dict[str, tuple[float, float]] = {}
    for site in sites:  # places closer than a dot share one
        here = sheet.view.point(*site.point)
        near = [known for known in anchors.values() if math.dist(known, here) < DOT * sheet.scale]
        anchors[site.place.id] = near[0] if near else here
    spots = list(dict.fromkeys(anchors.values()))
    dots = {spot: square(spot, DOT * sheet.scale) for spot in spots}
    sheet.board.taken += dots.values()
    for x, y in spots:
        told = " ".join(_ids(site) for site in sites if anchors[site.place.id] == (x, y))
        sheet.dots.append(Mark(x, y, DOT * sheet.scale, fill=sheet.theme.text, role="dot", event=told))
    for site in sorted(sites, key=lambda s: (-len(s.events), s.events[0][0] if s.events else 0)):
        spot = anchors[site.place.id]
        _place_block(sheet, site, spot, dots[spot])


def _ids(site: Site) -> str:
    return " ".join(event.id for _, event in site.events)


def square(middle: tuple[float, float], size: float) -> Box:
    """The box of a mark."""
    return Box(middle[0] - size / 2, middle[1] - size / 2, size, size)


def _place_block(sheet: MapSheet, site: Site, anchor: tuple[float, float], dot: Box) -> None:
    name = shortened(site.place.name, NAME * sheet.scale, _longest(sheet), "SemiBold")
    wide, tall, _, chips_tall = block_size(len(site.events), name, sheet.scale)
    join = (chips_tall + (tall - chips_tall) / 2) / tall
    for radii in ((1.3, 3.6, 7.5, 13.0), (19.0, 26.0, 34.0, 44.0)):
        placed = place_label(sheet.board, anchor, (wide, tall), anchor_radius=0.8, radii=radii, own=(dot,), join=join)
        if placed:
            break
    else:
        placed = _squeezed(sheet, anchor, (wide, tall))
    if placed.leader:
        sheet.under.append(_leader(placed.leader, sheet.theme, site))
    _draw_block(sheet, site, name, placed)


def _squeezed(sheet: MapSheet, anchor: tuple[float, float], size: tuple[float, float]) -> Placed:
    """No free place within reach: the first free one anywhere in the frame, else right of the anchor all the same."""
    frame = sheet.board.frame
    columns = np.arange(frame.x + size[0] / 2 + 1, frame.right - size[0] / 2, 4.0)
    rows = np.arange(frame.y + size[1] / 2 + 1, frame.bottom - size[1] / 2, 4.0)
    spots = sorted(((float(x), float(y)) for x in columns for y in rows), key=lambda s: math.dist(s, anchor))
    placed = place_inside(sheet.board, spots, size)
    if placed is None:
        box = Box(anchor[0] + 2, anchor[1] - size[1] / 2, *size)
        placed = Placed(box, (1.0, 0.0))
        take(sheet.board, placed)
        return placed
    near = (min(max(anchor[0], placed.box.x), placed.box.right), min(max(anchor[1], placed.box.y), placed.box.bottom))
    return Placed(placed.box, (1.0, 0.0), Leader(anchor, near))


def _leader(leader: Leader, theme: Theme, site: Site) -> Rule:
    return Rule((leader.start, leader.end), theme.text, 0.8, role="leader", event=_ids(site))


def _draw_block(sheet: MapSheet, site: Site, name: str, placed: Placed) -> None:
    """Chips in rows over the name, flush with the side that faces the anchor."""
    box, (dx, _) = placed.box, placed.direction
    side: Align = "left" if dx > 0.1 else "right" if dx < -0.1 else "center"
    _, _, chips_wide, chips_tall = block_size(len(site.events), name, sheet.scale)
    left = _flush(box, chips_wide, side)
    _draw_chips(sheet, site, left, box.y, chips_wide)
    if name:
        size = NAME * sheet.scale
        x = {"left": box.x, "right": box.right, "center": box.middle[0]}[side]
        y = box.y + chips_tall + ASCENT * size * PT
        sheet.names.append(
            Text(x, y, name, size, sheet.theme.text, "SemiBold", side, role="place", event=_ids(site), halo=2.4,
                 halo_color=sheet.theme.halo)
        )  # fmt: skip


def _flush(box: Box, wide: float, side: str) -> float:
    return box.x if side == "left" else box.right - wide if side == "right" else box.middle[0] - wide / 2


def _draw_chips(sheet: MapSheet, site: Site, left: float, top: float, wide: float) -> None:
    size, step = CHIP * sheet.scale, (CHIP + CHIP_GAP) * sheet.scale
    columns = max(1, round((wide + CHIP_GAP * sheet.scale) / step))
    for k, (number, event) in enumerate(site.events):
        row, column = divmod(k, columns)
        x, y = left + column * step + size / 2, top + row * step + size / 2
        sheet.chips.append(chip(event, number, x, y, sheet.theme, size=size, role="map-chip"))


def _longest(sheet: MapSheet) -> float:
    """How long a place's name may be: less on a small map."""
    return min(LONGEST_NAME, sheet.view.box.w * 0.55)


def place_areas(sheet: MapSheet, sites: Sequence[Site]) -> None:
    """Areas and countries: their outline, and the block of chips and name inside it (outside with a leader if full)."""
    for site in sites:
        color = _outline_color(sheet, site)
        _shade(sheet, site, color)
        name = shortened(site.place.name, NAME * sheet.scale, _longest(sheet), "SemiBold")
        wide, tall, _, _ = block_size(len(site.events), name, sheet.scale)
        spots = inner_spots(sheet.view, site.place)
        placed = place_inside(sheet.board, spots, (wide, tall))
        if placed is None:
            anchor = spots[0] if spots else sheet.view.point(*site.point)
            placed = place_label(sheet.board, anchor, (wide, tall), anchor_radius=0.5) or _squeezed(
                sheet, anchor, (wide, tall)
            )
            if placed.leader:
                sheet.under.append(_leader(placed.leader, sheet.theme, site))
        _draw_block(sheet, site, name, placed)


def _outline_color(sheet: MapSheet, site: Site) -> str:
    """A country keeps the colour of borders; an area takes that of its first event."""
    if site.style == "country":
        return sheet.theme.border
    return chip(site.events[0][1], 1, 0, 0, sheet.theme).edge if site.events else sheet.theme.ring


def _shade(sheet: MapSheet, site: Site, color: str) -> None:
    if site.is_wide:
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
            width=1.35 if site.style == "country" and site.events else 0.9 if site.events else 0.7,
            dashed=bool(site.events) and site.style != "country",
            dotted=not site.events,
            event=_ids(site),
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


def place_mentioned(sheet: MapSheet, sites: Sequence[Site]) -> None:
    """Open grey rings with a name; areas get a thin dotted outline. Never a chip."""
    for site in sites:
        if site.style == "country":
            continue  # its name stands on the map already
        if site.style == "area":
            _shade(sheet, site, sheet.theme.ring)
        ring = _ring_spot(sheet, site)
        if ring is None:
            continue
        sheet.board.taken.append(ring)
        size = 7.8 * sheet.scale
        name = shortened(site.place.name, size, _longest(sheet), "Medium")
        wide, tall = width_mm(name, size, "Medium"), (ASCENT + DESCENT) * size * PT
        placed = place_label(
            sheet.board, ring.middle, (wide, tall), anchor_radius=1.0, radii=(0.5, 2.4, 5.5, 10.0), own=(ring,)
        )
        x, y = ring.middle
        fill, edge = sheet.theme.focus, sheet.theme.ring
        sheet.dots.append(Mark(x, y, RING * sheet.scale, fill=fill, edge=edge, width=0.9, role="mentioned"))
        if placed:
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


def draw_name(sheet: MapSheet, name: str, size: float, placed: Placed, role: str) -> None:
    """A name on the side of its place that was chosen for it, with a leader where it stands apart."""
    theme = sheet.theme
    side: Align = "left" if placed.direction[0] > 0.1 else "right" if placed.direction[0] < -0.1 else "center"
    box = placed.box
    x = {"left": box.x, "right": box.right, "center": box.middle[0]}[side]
    text = Text(
        x, box.y + ASCENT * size * PT, name, size, theme.muted, "Medium" if role == "mentioned" else "Regular",
        side, role=role, halo=2.0, halo_color=theme.halo,
    )  # fmt: skip
    (sheet.names if role == "mentioned" else sheet.small).append(text)
    if placed.leader:
        sheet.under.append(Rule((placed.leader.start, placed.leader.end), theme.faint, 0.5, role="leader"))


def place_pointers(sheet: MapSheet, sites: Sequence[Site]) -> None:
    """Places off the map: chips (or a ring) and a name at the frame's edge, with an arrow towards the place."""
    for site in sites:
        name = f"{site.place.name} ({word('off_map', sheet.lang)})"
        size = 7.4 * sheet.scale
        face: Face = "Medium" if site.events else "Regular"
        step = (CHIP + CHIP_GAP) * sheet.scale
        shown = site.events[:6]
        marks = len(shown) * step if shown else RING * sheet.scale + 1.0
        wide = marks + 1.0 + width_mm(name, size, face)
        tall = (CHIP if shown else 3.2) * sheet.scale
        spot = _edge_spot(sheet, site, (wide, tall))
        if spot is None:
            continue
        box, heading = spot
        y = box.middle[1]
        for k, (number, event) in enumerate(shown):
            sheet.chips.append(
                chip(
                    event,
                    number,
                    box.x + k * step + CHIP * sheet.scale / 2,
                    y,
                    sheet.theme,
                    size=CHIP * sheet.scale,
                    role="map-chip",
                )
            )
        if not shown:
            sheet.dots.append(
                Mark(
                    box.x + RING / 2,
                    y,
                    RING * sheet.scale,
                    fill=sheet.theme.focus,
                    edge=sheet.theme.ring,
                    width=0.9,
                    role="mentioned",
                )
            )
        color = sheet.theme.text if shown else sheet.theme.muted
        sheet.names.append(
            Text(
                box.x + marks + 0.6,
                y + 0.36 * size * PT,
                name,
                size,
                color,
                face,
                role="pointer",
                event=_ids(site),
                halo=2.0,
                halo_color=sheet.theme.halo,
            )
        )
        sheet.under.append(_arrow(box, heading, color))


def _edge_spot(sheet: MapSheet, site: Site, size: tuple[float, float]) -> tuple[Box, tuple[float, float]] | None:
    """A free box at the frame's edge in the direction of the place, and that direction."""
    frame = sheet.view.box
    cx, cy = frame.middle
    x, y = sheet.view.point(*site.point)
    far = math.hypot(x - cx, y - cy) or 1.0
    heading = ((x - cx) / far, (y - cy) / far)
    pad = 5.2
    inner = Box(
        frame.x + pad + size[0] / 2,
        frame.y + pad + size[1] / 2,
        frame.w - 2 * pad - size[0],
        frame.h - 2 * pad - size[1],
    )
    stretch = min(
        abs(inner.w / 2 / heading[0]) if heading[0] else math.inf,
        abs(inner.h / 2 / heading[1]) if heading[1] else math.inf,
    )
    px, py = cx + heading[0] * stretch, cy + heading[1] * stretch
    vertical = abs(abs(px - cx) - inner.w / 2) < 0.01
    for k in range(80):
        move = ((k + 1) // 2) * 1.6 * (1 if k % 2 else -1)
        mx, my = (px, py + move) if vertical else (px + move, py)
        mx, my = min(max(mx, inner.x), inner.right), min(max(my, inner.y), inner.bottom)
        box = Box(mx - size[0] / 2, my - size[1] / 2, *size)
        if sheet.board.is_free(box, 0.8):
            sheet.board.taken.append(box.grown(0.4))
            return box, heading
    return None


def _arrow(box: Box, heading: tuple[float, float], color: str) -> Rule:
    """A short arrow that leaves the box towards the edge."""
    (dx, dy), (cx, cy) = heading, box.middle
    out = min((box.w / 2 + 0.7) / abs(dx) if dx else math.inf, (box.h / 2 + 0.7) / abs(dy) if dy else math.inf)
    start = (cx + dx * out, cy + dy * out)
    if abs(dy) * box.w > abs(dx) * box.h:  # leaves above or below: start under the first mark
        start = (box.x + 2.3 + dx * 0.7, cy + (box.h / 2 + 0.6) * (1 if dy > 0 else -1))
    end = (start[0] + dx * 3.4, start[1] + dy * 3.4)
    return Rule((start, end), color, 0.9, arrow=True, role="pointer-arrow")
