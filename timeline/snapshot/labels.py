"""Where labels go: each in turn takes the cheapest free place; nothing already placed is ever covered.

Pure geometry in millimetres. A label that finds no free place is left out and reported by None, so that the caller can
try a shorter one.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from .items import Box

DIRECTIONS = (
    # unit step, how little it is liked, and how far the label slides along its anchor in heights or widths of its own:
    # right first, straight below last
    (1.0, 0.0, 0.0, 0.0),
    (-1.0, 0.0, 0.2, 0.0),
    (0.7, -0.7, 0.35, 0.0),
    (1.0, 0.0, 0.4, -0.3),
    (1.0, 0.0, 0.42, 0.3),
    (-0.7, -0.7, 0.45, 0.0),
    (0.0, -1.0, 0.5, 0.0),
    (-1.0, 0.0, 0.52, -0.3),
    (-1.0, 0.0, 0.54, 0.3),
    (0.7, 0.7, 0.6, 0.0),
    (-0.7, 0.7, 0.7, 0.0),
    (0.0, -1.0, 0.72, -0.25),
    (0.0, -1.0, 0.74, 0.25),
    (0.0, 1.0, 0.8, 0.0),
    (0.0, 1.0, 0.85, -0.25),
    (0.0, 1.0, 0.9, 0.25),
)
RADII = (1.3, 3.6, 7.5, 13.0)
"""Millimetres between the anchor and the nearer edge of the label."""
RADIUS_COST = (0.0, 0.9, 2.2, 4.5, 6.0, 7.5)
LAND_COST = 1.1
"""What it costs to cover land fully: labels of coastal towns go out to sea."""


@dataclass(frozen=True, slots=True)
class Leader:
    """A straight connection from an anchor to its label."""

    start: tuple[float, float]
    end: tuple[float, float]

    def crosses(self, other: Leader) -> bool:
        """Whether two leaders cross inside their lengths."""
        a, b, c, d = self.start, self.end, other.start, other.end
        return _turn(a, b, c) * _turn(a, b, d) < 0 and _turn(c, d, a) * _turn(c, d, b) < 0

    def hits(self, box: Box) -> bool:
        """Whether the line runs through the inside of a box (Liang and Barsky, 1984)."""
        (x, y), (x1, y1) = self.start, self.end
        right, bottom = box.x + box.w, box.y + box.h
        if max(x, x1) <= box.x or min(x, x1) >= right or max(y, y1) <= box.y or min(y, y1) >= bottom:
            return False
        begin, stop = 0.0, 1.0
        for start, step, low, high in ((x, x1 - x, box.x, right), (y, y1 - y, box.y, bottom)):
            if step:
                near, far = sorted(((low - start) / step, (high - start) / step))
                begin, stop = max(begin, near), min(stop, far)
        return stop - begin > 1e-9


def _turn(a: tuple[float, float], b: tuple[float, float], c: tuple[float, float]) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


@dataclass(slots=True)
class Board:
    """What is already taken inside a frame: boxes that nothing may touch, and leaders that nothing may cross."""

    frame: Box
    taken: list[Box] = field(default_factory=list)
    leaders: list[Leader] = field(default_factory=list)
    land: Callable[[Sequence[tuple[float, float]]], Sequence[bool]] | None = None

    def is_free(self, box: Box, gap: float = 0.0, *, own: Sequence[Box] = ()) -> bool:
        """Whether a box lies in the frame and touches nothing taken (boxes in `own` do not count)."""
        wide = box.grown(gap)
        if not self.frame.holds(wide):
            return False
        if any(wide.overlap(other) > 0 for other in self.taken if other not in own):
            return False
        return not any(leader.hits(box) for leader in self.leaders)

    def faults(self) -> list[Leader]:
        """The leaders that cross another, or run through a box that neither of their ends touches."""
        found = []
        for leader in self.leaders:
            ends = (leader.start, leader.end)
            inside = any(leader.hits(box) for box in self.taken if not any(box.grown(0.1).has(end) for end in ends))
            if inside or any(leader.crosses(other) for other in self.leaders):
                found.append(leader)
        return found

    def landness(self, box: Box) -> float:
        """The share of a box that lies on land, 0 to 1, from nine samples."""
        if self.land is None:
            return 0.0
        xs = [box.x + box.w * k for k in (0.1, 0.5, 0.9)]
        ys = [box.y + box.h * k for k in (0.15, 0.5, 0.85)]
        return sum(self.land([(x, y) for x in xs for y in ys])) / 9


@dataclass(frozen=True, slots=True)
class Placed:
    """A label's box, the direction it was put in, and its leader where it stands apart from its anchor."""

    box: Box
    direction: tuple[float, float]
    leader: Leader | None = None


def place_label(
    board: Board,
    anchor: tuple[float, float],
    size: tuple[float, float],
    *,
    gap: float = 0.4,
    anchor_radius: float = 0.8,
    radii: Sequence[float] = RADII,
    own: Sequence[Box] = (),
    join: float = 0.5,
) -> Placed | None:
    """The cheapest free place for a label of `size` around `anchor`, taken on the board; None if there is none.

    `join` is where on the label's height its leader ends (0 top, 1 bottom).
    """
    best: tuple[float, Placed] | None = None
    for radius, far in zip(radii, RADIUS_COST, strict=False):
        if best is not None and best[0] <= far:
            break
        for dx, dy, dislike, slide in DIRECTIONS:
            box = _beside(anchor, size, (dx, dy), radius + anchor_radius, slide)
            if not board.is_free(box, gap, own=own):
                continue
            cost = dislike + far + LAND_COST * board.landness(box)
            if best is not None and cost >= best[0]:
                continue
            leader = _leader(anchor, box, join) if radius > RADII[0] else None
            if leader and not leader_is_free(board, leader, anchor):
                continue
            best = (cost, Placed(box, (dx, dy), leader))
    if best is None:
        return None
    take(board, best[1])
    return best[1]


def take(board: Board, placed: Placed) -> None:
    """Mark a label's box and leader as taken."""
    board.taken.append(placed.box)
    if placed.leader:
        board.leaders.append(placed.leader)


def _beside(
    anchor: tuple[float, float], size: tuple[float, float], step: tuple[float, float], radius: float, slide: float
) -> Box:
    """The box whose edge or corner nearest to the anchor lies `radius` away in the direction of `step`."""
    (x, y), (wide, tall), (dx, dy) = anchor, size, step
    left = x + dx * radius - (0.0 if dx > 0.1 else wide if dx < -0.1 else wide / 2)
    top = y + dy * radius - (0.0 if dy > 0.1 else tall if dy < -0.1 else tall / 2)
    return Box(left + (slide * wide if dx == 0 else 0.0), top + (slide * tall if dy == 0 else 0.0), wide, tall)


def _leader(anchor: tuple[float, float], box: Box, join: float) -> Leader:
    x = min(max(anchor[0], box.x), box.right)
    y = min(max(anchor[1], box.y), box.bottom)
    if box.x <= anchor[0] <= box.right:
        return Leader(anchor, (x, y))
    return Leader(anchor, (x, box.y + box.h * join))


def leader_is_free(board: Board, leader: Leader, anchor: tuple[float, float]) -> bool:
    """Whether a leader crosses no other and runs through nothing but what its anchor stands in."""
    if any(leader.crosses(other) for other in board.leaders):
        return False
    return not any(leader.hits(box) for box in board.taken if not box.has(anchor))


def place_inside(
    board: Board, spots: Sequence[tuple[float, float]], size: tuple[float, float], *, gap: float = 0.4
) -> Placed | None:
    """The first of `spots` (best first) around which a label of `size` is free, taken on the board."""
    for x, y in spots:
        box = Box(x - size[0] / 2, y - size[1] / 2, *size)
        if board.is_free(box, gap):
            placed = Placed(box, (0.0, 0.0))
            take(board, placed)
            return placed
    return None
