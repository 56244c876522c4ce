"""Places that a map cannot hold: arrows to those beyond its edge, blocks inside it for oceans and continents."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from typing import TypeAlias

from ..kinds import style_of
from .blocks import MapSheet, block_of, draw_block, event_ids, squeezed
from .chips import chip, shown_color
from .items import PT, Box, Face, Mark, Rule, Text
from .labels import Placed, place_inside
from .mentioned import RING
from .sites import Site
from .theme import CHIP, CHIP_GAP
from .type import shortened, width_mm
from .wording import word

NAME = 7.4
MOST_CHIPS = 6
NARROW = 100.0
"""On a map of less millimetres the arrow alone says it."""
PAD = 5.2
"""Millimetres between a pointer and the frame: the length of its arrow."""
Vector: TypeAlias = tuple[float, float]


def place_pointers(sheet: MapSheet, sites: Sequence[Site], numbered: frozenset[str] | None = None) -> None:
    """Chips (or a ring) and a name at the frame's edge, with an arrow towards the place.

    Where an event's place finds no room it gets a shorter name, then none: its number stands in the list.
    """
    for site in sites:
        marks = _marks(sheet, site, numbered)
        size, face = NAME * sheet.scale, _face(site)
        wide = sum(mark.size + CHIP_GAP * sheet.scale for mark in marks)
        tall = max(max(mark.size for mark in marks), 3.2 * sheet.scale)
        for name in _names(sheet, site, sheet.view.box.w - 3 * PAD - wide):
            spot = _edge_spot(sheet, site, (wide + (1.0 + width_mm(name, size, face) if name else 0.0), tall))
            if spot is not None:
                _draw_pointer(sheet, site, marks, name, spot)
                break


def _draw_pointer(sheet: MapSheet, site: Site, marks: Sequence[Mark], name: str, spot: tuple[Box, Vector]) -> None:
    box, heading = spot
    _draw_line(sheet, site, marks, name, box)
    sheet.under.append(_arrow(box, heading, sheet.theme.text if site.events else sheet.theme.muted))


def _draw_line(sheet: MapSheet, site: Site, marks: Sequence[Mark], name: str, box: Box) -> None:
    """Marks and a name side by side in a box."""
    size, face = NAME * sheet.scale, _face(site)
    x, y = box.x, box.middle[1]
    for mark in marks:
        moved = replace(mark, x=x + mark.size / 2, y=y)
        (sheet.chips if mark.number else sheet.dots).append(moved)
        x += mark.size + CHIP_GAP * sheet.scale
    color = sheet.theme.text if site.events else sheet.theme.muted
    if name:
        sheet.names.append(
            Text(x + 0.6, y + 0.36 * size * PT, name, size, color, face, role="pointer", event=event_ids(site),
                 halo=2.0, halo_color=sheet.theme.halo)
        )  # fmt: skip


def _face(site: Site) -> Face:
    return "Medium" if site.events else "Regular"


def _names(sheet: MapSheet, site: Site, room: float) -> list[str]:
    """Names to try, the fullest first; if there is room, what is not as wide as an ocean is said to be off the map."""
    size, face, name = NAME * sheet.scale, _face(site), site.place.name
    known = [shortened(name, size, room, face)]
    whole = f"{name} ({word('off_map', sheet.lang)})"
    if not site.is_wide and sheet.view.box.w >= NARROW and width_mm(whole, size, face) <= room:
        known.insert(0, whole)
    return [*known, shortened(name, size, room / 3, face), ""] if site.events else known


def _marks(sheet: MapSheet, site: Site, numbered: frozenset[str] | None) -> list[Mark]:
    """Chips of the events that keep a number, one dot for the others, a ring for a place without events."""
    theme, size = sheet.theme, CHIP * sheet.scale
    if not site.events:
        return [Mark(0, 0, RING * sheet.scale, fill=theme.focus, edge=theme.ring, width=0.9, role="mentioned")]
    told = [pair for pair in site.events if numbered is None or pair[1].id in numbered][:MOST_CHIPS]
    found = [chip(event, number, 0, 0, theme, size=size, role="map-chip") for number, event in told]
    rest = [event for _, event in site.events if event.id not in {event.id for _, event in told}]
    if rest:
        color = shown_color(style_of(rest[0].kind).color, theme)
        ids = " ".join(event.id for event in rest)
        found.append(Mark(0, 0, 2.2 * sheet.scale, fill=color, edge=theme.paper, width=0.5, role="map-dot", event=ids))
    return found


def _edge_spot(sheet: MapSheet, site: Site, size: Vector) -> tuple[Box, Vector] | None:
    """A free box at the frame's edge in the direction of the place, and that direction."""
    frame = sheet.view.box
    cx, cy = frame.middle
    x, y = sheet.view.point(*site.point)
    far = math.hypot(x - cx, y - cy) or 1.0
    heading = ((x - cx) / far, (y - cy) / far)
    inner = Box(frame.x + PAD + size[0] / 2, frame.y + PAD + size[1] / 2, frame.w - 2 * PAD - size[0],
                frame.h - 2 * PAD - size[1])  # fmt: skip
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
    if not site.events:
        return None
    xs = [inner.x + inner.w * k / 16 for k in range(17)]
    ys = [inner.y + inner.h * k / 16 for k in range(17)]
    spots = sorted(
        ((x, y) for x in xs for y in ys), key=lambda s: -((s[0] - cx) * heading[0] + (s[1] - cy) * heading[1])
    )
    placed = place_inside(sheet.board, spots, size, gap=0.8)
    return (placed.box, heading) if placed else None


def _arrow(box: Box, heading: Vector, color: str) -> Rule:
    """A short arrow that leaves the box towards the edge."""
    (dx, dy), (cx, cy) = heading, box.middle
    out = min((box.w / 2 + 0.7) / abs(dx) if dx else math.inf, (box.h / 2 + 0.7) / abs(dy) if dy else math.inf)
    start = (cx + dx * out, cy + dy * out)
    if abs(dy) * box.w > abs(dx) * box.h:  # leaves above or below: start under the first mark
        start = (box.x + 2.3 + dx * 0.7, cy + (box.h / 2 + 0.6) * (1 if dy > 0 else -1))
    end = (start[0] + dx * 3.4, start[1] + dy * 3.4)
    return Rule((start, end), color, 0.9, arrow=True, role="pointer-arrow")


def place_wide(sheet: MapSheet, sites: Sequence[Site], numbered: frozenset[str] | None = None) -> None:
    """Oceans and continents around the whole view: they stand where there is room, on water or on land.

    Only `numbered` events keep their chips (None: all do), the others share a dot.
    """
    for site in sites:
        if numbered is None or all(event.id in numbered for _, event in site.events):
            block = block_of(sheet, site)
            draw_block(sheet, site, block, _roomy(sheet, site, block.size))
            continue
        marks, name = _marks(sheet, site, numbered), site.place.name
        wide = sum(mark.size + CHIP_GAP * sheet.scale for mark in marks)
        tall = max(mark.size for mark in marks)
        placed = _roomy(sheet, site, (wide + 1.0 + width_mm(name, NAME * sheet.scale, _face(site)), tall))
        _draw_line(sheet, site, marks, name, placed.box)


def _roomy(sheet: MapSheet, site: Site, size: Vector) -> Placed:
    """A free place for something of that size, nearest to where the ocean's or continent's own point lies."""
    frame, (wide, tall) = sheet.board.frame, size
    xs = [frame.x + wide / 2 + 3 + k * (frame.w - wide - 6) / 8 for k in range(9)]
    ys = [frame.y + tall / 2 + 3 + k * (frame.h - tall - 6) / 8 for k in range(9)]
    sign = 1 if site.place.kind == "water" else -1
    own = sheet.view.point(*site.point)

    def dislike(spot: Vector) -> tuple[float, float]:
        box = Box(spot[0] - wide / 2, spot[1] - tall / 2, wide, tall)
        return round(sign * sheet.board.landness(box), 1), math.dist(spot, own)

    spots = sorted(((x, y) for x in xs for y in ys), key=dislike)
    return place_inside(sheet.board, spots, size, gap=1.0) or squeezed(sheet, own, size)
