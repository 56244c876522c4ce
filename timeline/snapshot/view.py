"""How the frame shows the ground: the view that leaves the corners free for globe, inset and scale bar."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from geo.geometry import width
from geo.model import Extent

from .framing import Framing
from .furniture import Sheet
from .items import Box
from .sites import Site
from .viewport import View, fit

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats: TypeAlias = NDArray[np.float64]

CORNER_PAD = 3.0
GLOBE_MAX_KM = 7000.0
"""Wider frames need no locator globe."""
OUTLINE_SAMPLE = 80
SHRINKS = (1.0, 0.9, 0.8, 0.7)
"""Shares of the frame that the story may fill, tried in turn until the corners are free."""
GOOD_ENOUGH = 3.5


@dataclass(frozen=True, slots=True)
class Corners:
    """The boxes kept free for furniture: globe, inset (with its caption), scale bar."""

    globe: Box | None
    inset: Box | None
    scale: Box

    def boxes(self) -> list[Box]:
        """Those that are used."""
        return [box for box in (self.globe, self.inset, self.scale) if box is not None]


def choose_view(sheet: Sheet, framing: Framing, sites: Sequence[Site], inset: Sequence[Site]) -> tuple[View, Corners]:
    """The view that leaves the furniture free of marks: shifted within its slack, if need be a little smaller."""
    placed = [site.point for site in sites if site.style != "country"]
    anchors = np.array(placed) if placed else framing.points
    outline = framing.points[:: max(1, len(framing.points) // OUTLINE_SAMPLE)]
    best: tuple[float, View, Corners] | None = None
    for shrink in SHRINKS:
        base = fit(framing.points, sheet.preset.frame, _region(sheet, shrink))
        found = _best_of(sheet, base, inset, anchors, outline, framing.points)
        cost = found[0] + (1 - shrink) * 6
        if best is None or cost < best[0] - 1e-9:
            best = (cost, found[1], found[2])
        if best[0] < GOOD_ENOUGH:
            break
    assert best is not None
    return best[1], best[2]


def _region(sheet: Sheet, shrink: float) -> Box:
    """The part of the frame that the story fills."""
    frame, pad = sheet.preset.frame, 9.0 * sheet.preset.scale
    region = Box(frame.x + pad * 1.3, frame.y + pad * 1.2, frame.w - 2.6 * pad, frame.h - 2.2 * pad)
    return region.grown(-min(region.w, region.h) * (1 - shrink) / 2)


def _best_of(
    sheet: Sheet, base: View, inset: Sequence[Site], anchors: Floats, outline: Floats, framed: Floats
) -> tuple[float, View, Corners]:
    """The cheapest shift of a view and the corners that go with it."""
    choices = sorted(corner_choices(sheet, base, inset), key=lambda choice: choice[1])
    marks, shown = base.to_mm(anchors), base.to_mm(outline)
    best: tuple[float, View, Corners] | None = None
    for dx, dy in _shifts(base, base.to_mm(framed)):
        move = np.array([dx, dy])
        aside = _off_centre(base.box, shown + move)
        for corners, dislike in choices:
            if best is not None and dislike + aside >= best[0]:
                break
            cost = dislike + aside + _covered(corners, marks + move, shown + move)
            if best is None or cost < best[0] - 1e-9:
                best = (cost, _moved(base, dx, dy), corners)
    assert best is not None
    return best


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


def corner_choices(sheet: Sheet, view: View, inset: Sequence[Site]) -> Iterator[tuple[Corners, float]]:
    """Ways to lay the furniture into the corners, with how little each is liked."""
    frame, preset = view.box, sheet.preset
    with_globe = width(clamped(view.extent())) < 360 and view.km_per_mm * frame.w < GLOBE_MAX_KM
    globes = ("tl", "tr", "bl", "br") if with_globe else ("",)
    insets = ("bl", "br", "tl", "tr") if inset else ("",)
    for i, g in enumerate(globes):
        for j, k in enumerate(insets):
            for m, s in enumerate(("br", "bl", "tr")):
                used = [corner for corner in (g, k, s) if corner]
                if len(set(used)) == len(used):
                    globe_box = _at(frame, g, preset.globe, preset.globe) if g else None
                    inset_box = _at(frame, k, preset.inset * 1.32, preset.inset + 3.4) if k else None
                    scale_box = _at(frame, s, 32 * preset.scale, 5.0 * preset.scale, 4.0)
                    yield Corners(globe_box, inset_box, scale_box), 0.6 * i + 0.6 * j + 0.4 * m


def _at(frame: Box, corner: str, wide: float, tall: float, pad: float = CORNER_PAD) -> Box:
    x = frame.x + pad if corner[1] == "l" else frame.right - pad - wide
    y = frame.y + pad if corner[0] == "t" else frame.bottom - pad - tall
    return Box(x, y, wide, tall)


def _covered(corners: Corners, marks: Floats, shown: Floats) -> float:
    """How badly the furniture covers what matters: anchors of events, then the framed shapes."""
    return sum(
        4.0 * count_inside(marks, box.grown(7.0)) + 8.0 * count_inside(shown, box.grown(1.0)) / len(shown)
        for box in corners.boxes()
    )


def _off_centre(frame: Box, shown: Floats) -> float:
    (west, north), (east, south) = shown.min(axis=0).tolist(), shown.max(axis=0).tolist()
    cx, cy = frame.middle
    return 2.0 * float(abs((west + east) / 2 - cx) / frame.w + abs((north + south) / 2 - cy) / frame.h)


def count_inside(points: Floats, box: Box) -> int:
    """How many of (n, 2) points lie in a box."""
    x, y = points[:, 0], points[:, 1]
    return int(np.count_nonzero((x > box.x) & (x < box.right) & (y > box.y) & (y < box.bottom)))


def clamped(extent: Extent) -> Extent:
    """An extent that goes round the world once at most."""
    return Extent(extent.west, extent.south, min(extent.east, extent.west + 360), extent.north)
