"""Paint one planned page: ground, then rules, marks and frames, then type; and report all that was painted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TypeAlias, TypeVar

from ..figures import around
from ..ground import Layers, layers_of, shade_shape
from ..items import PT, Area, Box, Ground, Mark, Page, Rule, Shade, Text
from ..report import Drawn
from ..theme import Theme
from ..type import centred_baseline, ink_box, width_mm
from .brush import Brush, Dash
from .glyphs import run_of, spelled
from .paths import arrow_head, frame, line, lines, mark, polygons, rectangle

DASH: Dash = (3.2, 2.0)
DOTS: Dash = (0.6, 1.8)
CHIP_DASH: Dash = (1.9, 1.1)
ORDER = ("map", "inset", "globe")
"""Panels from the back to the front."""
Line: TypeAlias = tuple[str, str, float, float, float]
"""A line of type as the brush sets it: words, face, left of its pen, baseline, size."""
K = TypeVar("K", str, tuple[str, float])


@dataclass(frozen=True, slots=True)
class Painted:
    """What a page holds now that it is painted, and the signs that no face could draw."""

    texts: tuple[Drawn, ...]
    marks: tuple[Drawn, ...]
    furniture: tuple[Drawn, ...]
    missing: frozenset[str]


class Painter:
    """A page being painted, and what goes into the report."""

    def __init__(self, brush: Brush, page: Page, theme: Theme, number: int) -> None:
        self.brush, self.page, self.theme, self.number = brush, page, theme, number
        self.texts: list[Drawn] = []
        self.marks: list[Drawn] = []
        self.furniture: list[Drawn] = []
        self.missing: set[str] = set()
        self._type: list[tuple[Text, Line]] = []

    def paint(self) -> Painted:
        """Everything, from the back to the front; type lies over all marks."""
        self.brush.fill(rectangle(Box(0, 0, self.page.width, self.page.height)), self.theme.paper)
        self._areas()
        for index, panel in sorted(enumerate(self.page.panels), key=lambda pair: ORDER.index(pair[1].role)):
            self._panel(panel, [shade for shade in self.page.shades if shade.panel == index])
        for item in self.page.items:
            if isinstance(item, Rule):
                self._rule(item)
            elif isinstance(item, Mark):
                self._mark(item)
            elif isinstance(item, Text):
                self._text(item)
            elif item.edge != "none":
                self.brush.stroke(rectangle(item.box), item.edge, item.width, alpha=item.alpha, corners="miter")
        self._set_type()
        return Painted(tuple(self.texts), tuple(self.marks), tuple(self.furniture), frozenset(self.missing))

    def _areas(self) -> None:
        """Filled boxes lie under everything; frames are drawn with the items, over the map they frame."""
        for item in self.page.items:
            if isinstance(item, Area):
                self.furniture.append(Drawn(self.number, item.role, item.box))
                if item.fill != "none":
                    self.brush.fill(rectangle(item.box), item.fill, alpha=item.alpha)

    def _panel(self, panel: Ground, shades: Sequence[Shade]) -> None:
        """Sea, land, focus, shapes, first-level lines, lakes, coast, borders."""
        theme, brush = self.theme, self.brush
        layers = layers_of(panel)
        brush.fill(frame(panel), theme.sea if layers.world is None else theme.paper)
        if layers.world is not None:
            brush.fill(polygons([layers.world]), theme.sea, clip=panel.box)
        if panel.simple:
            brush.fill(polygons(layers.land), theme.globe_land)
        else:
            self._ground(layers, shades, panel)
        if panel.circle:
            brush.stroke(frame(panel), theme.coast, 0.8)
        self.furniture.append(Drawn(self.number, panel.role, panel.box))

    def _ground(self, layers: Layers, shades: Sequence[Shade], panel: Ground) -> None:
        theme, brush, box = self.theme, self.brush, panel.box
        fills = ((layers.land, theme.land), (layers.focus, theme.focus), (layers.contested, theme.contested))
        for filled, color in fills:
            if filled:
                brush.fill(polygons(filled), color, clip=box)
        shapes = [(shade, shade_shape(shade, panel)) for shade in shades]
        for shade, shape in shapes:
            if shade.alpha and shape:
                brush.fill(polygons(shape), shade.color, alpha=shade.alpha, clip=box)
        self._water(layers, box=panel)
        strokes = (
            (layers.coast, theme.coast, 0.6, None), (layers.borders, theme.border, 0.9, None),
            (layers.disputed, theme.border, 0.9, DASH),
        )  # fmt: skip
        for drawn, color, width, dash in strokes:
            if drawn:
                brush.stroke(lines(drawn), color, width, dash=dash, clip=box)
        for shade, shape in shapes:
            if shape and shade.width:
                dash = DASH if shade.dashed else DOTS if shade.dotted else None
                brush.stroke(lines(shape), shade.color, shade.width, dash=dash, clip=box)

    def _water(self, layers: Layers, box: Ground) -> None:
        """First-level lines, then lakes over them, then rivers."""
        theme, brush, clip = self.theme, self.brush, box.box
        if layers.admin1:
            brush.stroke(lines(layers.admin1), theme.first_level, 0.45, clip=clip)
        if layers.lakes:
            path = polygons(layers.lakes)
            brush.fill(path, theme.sea, clip=clip)
            brush.stroke(path, theme.lake_edge, 0.35, clip=clip)
        if layers.rivers:
            brush.stroke(lines(layers.rivers), theme.river, 0.45, clip=clip)

    def _rule(self, item: Rule) -> None:
        dash = DASH if item.dashed else None
        ends = "butt" if item.butt else "round"
        self.brush.stroke(
            line(item.points), item.color, item.width, alpha=item.alpha, dash=dash, ends=ends, corners="miter"
        )
        if item.arrow:
            self.brush.fill(arrow_head(item), item.color)

    def _mark(self, item: Mark) -> None:
        path = mark(item)
        if item.fill != "none":
            self.brush.fill(path, item.fill)
        if item.edge != "none" and item.width:
            dash = CHIP_DASH if item.dashed else None
            self.brush.stroke(path, item.edge, item.width, dash=dash, ends="butt", corners="miter")
        color = item.edge if item.edge != "none" else item.fill
        self.marks.append(Drawn(self.number, item.role, item.box, item.number, item.event, color))
        if item.number:
            y = centred_baseline(item.y, item.number_size)
            words = Text(item.x, y, item.number, item.number_size, item.number_color, "SemiBold", "center")
            self._type.append((words, self._line(words)[0]))

    def _text(self, item: Text) -> None:
        box = None
        for part in _letters(item) if item.spacing else (item,):
            line_of, left, right = self._line(part)
            self._type.append((part, line_of))
            here = ink_box(item, left, right - left)
            box = around(box, here) if box else here
        assert box is not None
        self.texts.append(Drawn(self.number, item.role, box, item.text, item.event, item.color))

    def _line(self, item: Text) -> tuple[Line, float, float]:
        """The line as it is set, and the left and right end of its ink."""
        words, face, lost = spelled(item.text, item.face)
        self.missing |= lost
        run, em = run_of(words, face), item.size * PT
        wide = (run.right - run.left) * em
        pen = item.x
        if item.align != "left":
            pen = item.x - run.left * em - (wide if item.align == "right" else wide / 2)
        left = pen + run.left * em
        return (words, face, pen, item.y, item.size), left, left + wide

    def _set_type(self) -> None:
        rims = [(text, row) for text, row in self._type if text.halo]
        for (color, width), rows in _grouped(rims, lambda text: (text.halo_color, text.halo)):
            self.brush.halo(rows, color, width)
        for color, rows in _grouped(self._type, lambda text: text.color):
            self.brush.type(rows, color)


def _grouped(pairs: Sequence[tuple[Text, Line]], style: Callable[[Text], K]) -> list[tuple[K, list[Line]]]:
    """Lines that are set in one go, in the order of their style."""

    def of(pair: tuple[Text, Line]) -> K:
        return style(pair[0])

    return [(key, [line for _, line in group]) for key, group in groupby(sorted(pairs, key=of), key=of)]


def _letters(item: Text) -> list[Text]:
    """Spaced type, letter by letter."""
    wide = width_mm(item.text, item.size, item.face, item.spacing)
    x = item.x - (wide if item.align == "right" else wide / 2 if item.align == "center" else 0.0)
    found = []
    for sign in item.text:
        if sign != " ":
            found.append(
                Text(x, item.y, sign, item.size, item.color, item.face, halo=item.halo, halo_color=item.halo_color)
            )
        x += width_mm(sign, item.size, item.face) + item.spacing * item.size * PT
    return found
