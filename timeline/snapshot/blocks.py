"""Blocks on the map: the chips of one place in rows over its name, beside a dot where the place is exact."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

import numpy as np

from .chips import chip
from .items import PT, Align, Box, Item, Mark, Rule, Shade, Text
from .labels import Board, Leader, Placed, leader_is_free, place_label, take
from .sites import Site
from .theme import CHIP, CHIP_GAP, Theme
from .type import ASCENT, DESCENT, width_mm, wrapped
from .viewport import View

Point: TypeAlias = tuple[float, float]
NAME = 9.0
DOT = 1.7
PER_ROW = 5
LONGEST_NAME = 46.0
"""Millimetres after which a place's name goes on in a second line."""
LEADING = 1.12
SMALL = 2.6
"""Millimetres up to which a label may come as near as the corner of the square around a disc."""
MOST_TURNS = 12
"""Orders in which the blocks of a map are laid out before a crossing is accepted."""
NEAR, FAR = (1.3, 3.6, 7.5, 13.0), (19.0, 26.0, 34.0, 44.0)
"""Distances at which a block is tried; the far ones only where the near ones are taken."""


@dataclass(slots=True)
class MapSheet:
    """One map frame being filled.

    `focus` are the countries (ISO alpha-2) in the focus colour. `fullest` is how many events the fullest place of
    several maps has, where their dots are to compare; 0 on a single map.
    """

    view: View
    theme: Theme
    board: Board
    lang: str
    panel: int = 0
    scale: float = 1.0
    focus: frozenset[str] = frozenset()
    fullest: int = 0
    shades: list[Shade] = field(default_factory=list)
    under: list[Item] = field(default_factory=list)
    dots: list[Item] = field(default_factory=list)
    chips: list[Item] = field(default_factory=list)
    small: list[Item] = field(default_factory=list)
    names: list[Item] = field(default_factory=list)

    def items(self) -> list[Item]:
        """Everything in drawing order: leaders, dots, chips, town labels, place labels."""
        return [*self.under, *self.dots, *self.chips, *self.small, *self.names]


@dataclass(frozen=True, slots=True)
class Block:
    """Chips over a name: the name's lines, the size of the whole and of the chips, in millimetres."""

    lines: tuple[str, ...]
    size: Point
    chips: Point


def block_of(sheet: MapSheet, site: Site, *, face_size: float = NAME) -> Block:
    """The block of a site: long names take two lines."""
    size = face_size * sheet.scale
    word_wide = max(width_mm(part, size, "SemiBold") for part in site.place.name.split() or [""])
    longest = max(longest_name(sheet), min(word_wide, sheet.view.box.w * 0.8))
    lines = tuple(wrapped(site.place.name, size, longest, 2, "SemiBold"))
    count, step = len(site.events), (CHIP + CHIP_GAP) * sheet.scale
    columns = min(count, PER_ROW if count <= 3 * PER_ROW else math.ceil(math.sqrt(count * 2)))
    chips = max(0.0, columns * step - CHIP_GAP * sheet.scale), (math.ceil(count / columns) if count else 0) * step
    wide = max(width_mm(line, size, "SemiBold") for line in lines)
    tall = (ASCENT + DESCENT + LEADING * (len(lines) - 1)) * size * PT
    return Block(lines, (max(chips[0], wide), chips[1] + tall), chips)


def longest_name(sheet: MapSheet) -> float:
    """How long a line of a place's name may be: less on a small map."""
    return min(LONGEST_NAME, sheet.view.box.w * 0.4)


def place_exact(sheet: MapSheet, sites: Sequence[Site], dotted: frozenset[str] = frozenset()) -> None:
    """Dots of exact places, then for each a block of chips over its name, beside the dot.

    Places in `dotted` carry a dot already.
    """
    anchors: dict[str, Point] = {}
    for site in sites:  # places closer than a dot share one
        here = sheet.view.point(*site.point)
        near = [known for known in anchors.values() if math.dist(known, here) < DOT * sheet.scale]
        anchors[site.place.id] = near[0] if near else here
    spots = list(dict.fromkeys(anchors.values()))
    dots = {spot: square(spot, DOT * sheet.scale) for spot in spots}
    sheet.board.taken += dots.values()
    for x, y in spots:
        told = [site for site in sites if anchors[site.place.id] == (x, y)]
        if any(site.place.id not in dotted for site in told):
            ids = " ".join(event_ids(site) for site in told)
            sheet.dots.append(Mark(x, y, DOT * sheet.scale, fill=sheet.theme.text, role="dot", event=ids))
    for site, block, placed in _arranged(sheet, sites, anchors, dots):
        if placed.leader:
            sheet.under.append(leader_rule(placed.leader, sheet.theme, site))
        draw_block(sheet, site, block, placed)


Arrangement: TypeAlias = list[tuple[Site, Block, Placed]]


def _arranged(
    sheet: MapSheet, sites: Sequence[Site], anchors: Mapping[str, Point], dots: Mapping[Point, Box]
) -> Arrangement:
    """A place for every block, taken on the board: the heaviest first, or in another order if leaders then cross.

    Whatever is at fault in the best order so far goes first in the next.
    """
    crowded = {site.place.id: _neighbours(anchors, site) for site in sites}
    heaviest = sorted(sites, key=lambda s: (-len(s.events), s.events[0][0] if s.events else 0))
    tried = [
        heaviest,
        sorted(heaviest, key=lambda s: -crowded[s.place.id]),
        sorted(sites, key=lambda s: anchors[s.place.id]),
    ]
    taken, leaders = list(sheet.board.taken), list(sheet.board.leaders)
    best: tuple[int, Arrangement, list[Box], list[Leader]] | None = None
    for turn in range(MOST_TURNS):
        order = tried[turn] if turn < len(tried) else tried[-1]
        sheet.board.taken, sheet.board.leaders = list(taken), list(leaders)
        found = [_place_block(sheet, s, anchors[s.place.id], dots[anchors[s.place.id]]) for s in order]
        wrong = sheet.board.faults()
        if best is None or len(wrong) < best[0]:
            best = (len(wrong), found, sheet.board.taken, sheet.board.leaders)
        if not wrong:
            break
        guilty = [site for site, _, placed in found if placed.leader in wrong]
        tried.append([*guilty, *(site for site in order if site not in guilty)])
    assert best is not None
    _, found, sheet.board.taken, sheet.board.leaders = best
    return found


def _neighbours(anchors: Mapping[str, Point], site: Site) -> int:
    """How many other places stand within an inch."""
    here = anchors[site.place.id]
    return sum(math.dist(here, other) < 25.0 for other in anchors.values()) - 1


def event_ids(site: Site) -> str:
    """The events of a site, as marks carry them."""
    return " ".join(event.id for _, event in site.events)


def square(middle: Point, size: float) -> Box:
    """The box of a mark."""
    return Box(middle[0] - size / 2, middle[1] - size / 2, size, size)


def _place_block(sheet: MapSheet, site: Site, anchor: Point, dot: Box) -> tuple[Site, Block, Placed]:
    block = block_of(sheet, site)
    tall, chips_tall = block.size[1], block.chips[1]
    join = (chips_tall + (tall - chips_tall) / 2) / tall
    under = [box for box in sheet.board.taken if math.dist(box.middle, anchor) < 0.01]
    reach = max(0.8, *(box.w / 2 for box in (dot, *under)))
    own = (dot, *(box for box in under if box.w <= SMALL))
    for radii in (NEAR, FAR):
        placed = place_label(sheet.board, anchor, block.size, anchor_radius=reach, radii=radii, own=own, join=join)
        if placed:
            return site, block, placed
    return site, block, squeezed(sheet, anchor, block.size)


def squeezed(sheet: MapSheet, anchor: Point, size: Point) -> Placed:
    """No free place within reach: the nearest free one in the frame, if possible with a leader that crosses nothing."""
    board, frame = sheet.board, sheet.board.frame
    columns = np.arange(frame.x + size[0] / 2 + 1, frame.right - size[0] / 2, 2.5)
    rows = np.arange(frame.y + size[1] / 2 + 1, frame.bottom - size[1] / 2, 2.5)
    spots = sorted(((float(x), float(y)) for x in columns for y in rows), key=lambda s: math.dist(s, anchor))
    boxes = (Box(x - size[0] / 2, y - size[1] / 2, *size) for x, y in spots)
    free = [box for box in boxes if board.is_free(box, 0.4)]
    clear = (box for box in free if leader_is_free(board, _straight(anchor, box), anchor))
    box = next(clear, free[0] if free else None)
    if box is None:
        placed = Placed(Box(anchor[0] + 2, anchor[1] - size[1] / 2, *size), (1.0, 0.0))
    else:
        placed = Placed(box, (1.0 if box.x > anchor[0] else -1.0, 0.0), _straight(anchor, box))
    take(board, placed)
    return placed


def _straight(anchor: Point, box: Box) -> Leader:
    """From an anchor to the nearest point of a box."""
    return Leader(anchor, (min(max(anchor[0], box.x), box.right), min(max(anchor[1], box.y), box.bottom)))


def leader_rule(leader: Leader, theme: Theme, site: Site) -> Rule:
    """The line from a place to its block."""
    return Rule((leader.start, leader.end), theme.text, 0.8, role="leader", event=event_ids(site))


def draw_block(sheet: MapSheet, site: Site, block: Block, placed: Placed) -> None:
    """Chips in rows over the name, flush with the side that faces the anchor."""
    box, (dx, _) = placed.box, placed.direction
    side: Align = "left" if dx > 0.1 else "right" if dx < -0.1 else "center"
    chips_wide, chips_tall = block.chips
    left = box.x if side == "left" else box.right - chips_wide if side == "right" else box.middle[0] - chips_wide / 2
    _draw_chips(sheet, site, left, box.y, chips_wide)
    size = NAME * sheet.scale
    x = {"left": box.x, "right": box.right, "center": box.middle[0]}[side]
    for k, line in enumerate(block.lines):
        y = box.y + chips_tall + (ASCENT + LEADING * k) * size * PT
        sheet.names.append(
            Text(x, y, line, size, sheet.theme.text, "SemiBold", side, role="place", event=event_ids(site), halo=2.4,
                 halo_color=sheet.theme.halo)
        )  # fmt: skip


def _draw_chips(sheet: MapSheet, site: Site, left: float, top: float, wide: float) -> None:
    size, step = CHIP * sheet.scale, (CHIP + CHIP_GAP) * sheet.scale
    columns = max(1, round((wide + CHIP_GAP * sheet.scale) / step))
    for k, (number, event) in enumerate(site.events):
        row, column = divmod(k, columns)
        x, y = left + column * step + size / 2, top + row * step + size / 2
        sheet.chips.append(chip(event, number, x, y, sheet.theme, size=size, role="map-chip"))


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
