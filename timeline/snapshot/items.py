"""The things that a planned picture is made of: plain values in millimetres, y downwards from the top left.

A plan is a list of such items in drawing order; `draw` puts them on paper and decides nothing. Type sizes and line
widths are points (1/72 inch).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, TypeAlias

Face: TypeAlias = Literal["Regular", "Italic", "Medium", "SemiBold"]
Align: TypeAlias = Literal["left", "center", "right"]
MarkShape: TypeAlias = Literal["disc", "square", "diamond", "hexagon"]
PT = 25.4 / 72
"""Millimetres in a point."""


@dataclass(frozen=True, slots=True)
class Box:
    """An upright rectangle: left, top, width, height."""

    x: float
    y: float
    w: float
    h: float

    @property
    def right(self) -> float:
        """The right edge."""
        return self.x + self.w

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.y + self.h

    @property
    def middle(self) -> tuple[float, float]:
        """The centre."""
        return self.x + self.w / 2, self.y + self.h / 2

    def overlap(self, other: Box) -> float:
        """The shared area in square millimetres."""
        wide = min(self.right, other.right) - max(self.x, other.x)
        tall = min(self.bottom, other.bottom) - max(self.y, other.y)
        return wide * tall if wide > 0 and tall > 0 else 0.0

    def holds(self, other: Box) -> bool:
        """Whether `other` lies wholly inside."""
        return self.x <= other.x and self.y <= other.y and other.right <= self.right and other.bottom <= self.bottom

    def has(self, point: tuple[float, float]) -> bool:
        """Whether a point lies in the box or on its edge."""
        return self.x <= point[0] <= self.right and self.y <= point[1] <= self.bottom

    def grown(self, by: float) -> Box:
        """The box with `by` more on every side (less, if negative)."""
        return Box(self.x - by, self.y - by, self.w + 2 * by, self.h + 2 * by)


@dataclass(frozen=True, slots=True)
class Text:
    """One line of type. (x, y) is the baseline's left end, middle or right end by `align`.

    `spacing` is extra space between letters in em. `halo` is the width of an outline in `halo_color`. `role` says what
    the text is for; `event` is the id of the event it belongs to.
    """

    x: float
    y: float
    text: str
    size: float
    color: str
    face: Face = "Regular"
    align: Align = "left"
    role: str = "text"
    event: str = ""
    halo: float = 0.0
    halo_color: str = "#FFFFFF"
    spacing: float = 0.0


@dataclass(frozen=True, slots=True)
class Mark:
    """A disc, rounded square, diamond or hexagon centred at (x, y), with an optional number in it."""

    x: float
    y: float
    size: float
    shape: MarkShape = "disc"
    fill: str = "none"
    edge: str = "none"
    width: float = 0.0
    dashed: bool = False
    number: str = ""
    number_color: str = "#FFFFFF"
    number_size: float = 7.4
    role: str = "mark"
    event: str = ""

    @property
    def box(self) -> Box:
        """The square that the mark fills."""
        return Box(self.x - self.size / 2, self.y - self.size / 2, self.size, self.size)


@dataclass(frozen=True, slots=True)
class Rule:
    """A line through points; `arrow` puts a head on its last end."""

    points: tuple[tuple[float, float], ...]
    color: str
    width: float
    alpha: float = 1.0
    dashed: bool = False
    arrow: bool = False
    butt: bool = True
    role: str = "rule"
    event: str = ""


@dataclass(frozen=True, slots=True)
class Area:
    """A filled box or outlined frame of the page."""

    box: Box
    fill: str = "none"
    edge: str = "none"
    width: float = 0.0
    alpha: float = 1.0
    role: str = "area"


@dataclass(frozen=True, slots=True)
class Ground:
    """How a map panel is drawn: its box, projection and scale, the ground it shows and the shapes laid on it.

    The frame's centre lies at (x_km, y_km) of the projection's plane. `focus` are countries (ISO alpha-2) in the focus
    colour. `extent` is west, south, east, north; east may pass 180.
    """

    box: Box
    projection: Literal["laea", "equal_earth"]
    lon0: float
    lat0: float
    x_km: float
    y_km: float
    km_per_mm: float
    extent: tuple[float, float, float, float]
    detail: Literal["world", "region", "local"]
    focus: tuple[str, ...] = ()
    circle: bool = False
    simple: bool = False
    role: str = "map"


@dataclass(frozen=True, slots=True)
class Shade:
    """The shape of a place on a panel: the outline of `key`, or a circle of `radius_km` around (lon, lat)."""

    panel: int
    color: str
    key: str = ""
    lon: float = 0.0
    lat: float = 0.0
    radius_km: float = 0.0
    alpha: float = 0.12
    width: float = 0.9
    dashed: bool = True
    dotted: bool = False
    role: str = "shade"
    event: str = ""


Item: TypeAlias = Text | Mark | Rule | Area


@dataclass(frozen=True, slots=True)
class Page:
    """One page: map panels with the shapes on them, then items in drawing order."""

    width: float
    height: float
    panels: tuple[Ground, ...] = ()
    shades: tuple[Shade, ...] = ()
    items: tuple[Item, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class SnapshotPlan:
    """A planned picture: its pages, its size in pixels at `dpi`, and what it says to those who cannot see it."""

    preset: str
    theme: str
    lang: str
    title: str
    pages: tuple[Page, ...]
    pixels: tuple[int, int]
    dpi: float
    alt: str
    events: tuple[str, ...] = ()
