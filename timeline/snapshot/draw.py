"""Put a plan on paper: the only room for matplotlib. It decides nothing, and it reports all that it drew.

Uses figures and canvases directly, never pyplot, so that nothing is kept between pictures.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path as FilePath
from typing import Any, Literal, TypeAlias

import matplotlib
import numpy as np
import shapely
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.collections import LineCollection
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.ft2font import FT2Font
from matplotlib.patches import Circle, PathPatch, Rectangle
from matplotlib.path import Path
from matplotlib.patheffects import withStroke
from shapely.geometry.base import BaseGeometry

from geo.shipped import shipped

from .figures import around, segments, towards
from .ground import Layers, layers_of, shade_shape
from .items import PT, Area, Face, Ground, Item, Mark, Page, Rule, Shade, SnapshotPlan, Text
from .png import png_bytes
from .report import Drawn, LayoutReport
from .svg import stacked
from .theme import THEMES, Theme
from .type import centred_baseline, ink_box, width_mm

Format: TypeAlias = Literal["png", "svg", "pdf"]
Pixels: TypeAlias = "np.ndarray[Any, np.dtype[np.uint8]]"
SALT = "dateline"
DASH, DOTS = (0, (3.2, 2.0)), (0, (0.6, 1.8))
SETTINGS: Any = {
    "svg.hashsalt": SALT,
    "svg.fonttype": "path",
    "pdf.fonttype": 42,
    "path.simplify": False,
    "agg.path.chunksize": 0,
    "text.parse_math": False,
    "text.hinting": "none",
    "font.family": ["DejaVu Sans"],
}


def draw_page(plan: SnapshotPlan, number: int) -> tuple[Figure, _Sheet]:
    """One page of a plan as a figure whose data units are millimetres."""
    page = plan.pages[number]
    wide, tall = plan.pixels
    figure = Figure(figsize=(wide / plan.dpi, tall / plan.dpi), dpi=plan.dpi)
    sheet = _Sheet(figure, page, THEMES[plan.theme], number)
    for index, panel in enumerate(page.panels):
        sheet.panel(panel, [shade for shade in page.shades if shade.panel == index])
    for order, item in enumerate(page.items):
        sheet.item(item, 10 + order * 0.001)
    return figure, sheet


def render_bytes(plan: SnapshotPlan, fmt: Format) -> tuple[bytes, LayoutReport]:
    """The picture in one of the three formats, and the report of what was drawn."""
    with matplotlib.rc_context(SETTINGS):
        return {"png": _png, "svg": _svg, "pdf": _pdf}[fmt](plan)


class _Sheet:
    """A page being drawn: axes in millimetres, y downwards, and everything that goes into the report."""

    def __init__(self, figure: Figure, page: Page, theme: Theme, number: int) -> None:
        self.figure, self.page, self.theme, self.number = figure, page, theme, number
        figure.patch.set_facecolor(theme.paper)
        self.axes = figure.add_axes((0, 0, 1, 1))
        self.axes.set_axis_off()
        self.axes.set_xlim(0, page.width)
        self.axes.set_ylim(page.height, 0)
        self.axes.set_autoscale_on(False)
        self.texts: list[tuple[Text | Mark, Any]] = []
        self.marks: list[Drawn] = []
        self.furniture: list[Drawn] = []
        self.missing: set[str] = set()

    def add(self, artist: Any, z: float, clip: Any = None) -> None:
        artist.set_zorder(z)
        self.axes.add_artist(artist)
        artist.set_clip_path(clip) if clip is not None else artist.set_clip_on(False)

    def panel(self, panel: Ground, shades: Sequence[Shade]) -> None:
        """Sea, land, focus, shapes, first-level lines, lakes, coast, borders."""
        theme, z = self.theme, {"map": 1.0, "inset": 4.0, "globe": 7.0}[panel.role]
        clip = _frame(panel)
        clip.set_transform(self.axes.transData)
        back = _frame(panel)
        back.set(facecolor=theme.sea, edgecolor="none")
        layers = layers_of(panel)
        if layers.world is not None:
            back.set_facecolor(theme.paper)
            self.add(back, z)
            self.fill([layers.world], theme.sea, z + 0.05, clip)
        else:
            self.add(back, z)
        if panel.simple:
            self.fill(layers.land, theme.globe_land, z + 0.1, clip)
        else:
            self.ground(layers, shades, panel, z, clip)
        if panel.circle:
            rim = _frame(panel)
            rim.set(facecolor="none", edgecolor=theme.coast, linewidth=0.8)
            self.add(rim, z + 0.9)
        role = "globe" if panel.circle else panel.role
        self.furniture.append(Drawn(self.number, role, panel.box))

    def ground(self, layers: Layers, shades: Sequence[Shade], panel: Ground, z: float, clip: Any) -> None:
        theme = self.theme
        self.fill(layers.land, theme.land, z + 0.1, clip)
        self.fill(layers.focus, theme.focus, z + 0.15, clip)
        self.fill(layers.contested, theme.contested, z + 0.2, clip)
        shapes = [(shade, shade_shape(shade, panel)) for shade in shades]
        for shade, shape in shapes:
            if shade.alpha:
                self.fill(shape, shade.color, z + 0.25, clip, alpha=shade.alpha)
        self.lines(layers.admin1, theme.first_level, 0.45, z + 0.3, clip)
        self.fill(layers.lakes, theme.sea, z + 0.35, clip, edge=theme.lake_edge, width=0.35)
        self.lines(layers.rivers, theme.river, 0.45, z + 0.4, clip)
        self.lines(layers.coast, theme.coast, 0.6, z + 0.45, clip)
        self.lines(layers.borders, theme.border, 0.9, z + 0.5, clip)
        self.lines(layers.disputed, theme.border, 0.9, z + 0.5, clip, dash=DASH)
        for shade, shape in shapes:
            dash = DASH if shade.dashed else DOTS if shade.dotted else "solid"
            for part in shape:
                self.outline(part, shade, dash, z + 0.6, clip)

    def outline(self, shape: BaseGeometry, shade: Shade, dash: Any, z: float, clip: Any) -> None:
        patch = PathPatch(
            _path([shape]), facecolor="none", edgecolor=shade.color, linewidth=shade.width, linestyle=dash
        )
        self.add(patch, z, clip)

    def fill(
        self,
        shapes: Sequence[BaseGeometry],
        color: str,
        z: float,
        clip: Any,
        *,
        alpha: float = 1.0,
        edge: str = "none",
        width: float = 0.0,
    ) -> None:
        if shapes:
            patch = PathPatch(
                _path(shapes), facecolor=color, alpha=alpha, edgecolor=edge, linewidth=width, joinstyle="round"
            )
            self.add(patch, z, clip)

    def lines(
        self, shapes: Sequence[BaseGeometry], color: str, width: float, z: float, clip: Any, *, dash: Any = "solid"
    ) -> None:
        parts = segments(shapes)
        if parts:
            drawn = LineCollection(
                parts, colors=color, linewidths=width, linestyles=[dash], capstyle="round", joinstyle="round"
            )
            self.add(drawn, z, clip)

    def item(self, item: Item, z: float) -> None:
        if isinstance(item, Text):
            self.text(item, z)
        elif isinstance(item, Mark):
            self.mark(item, z)
        elif isinstance(item, Rule):
            self.rule(item, z)
        else:
            self.area(item, z)

    def area(self, item: Area, z: float) -> None:
        box = item.box
        patch = Rectangle(
            (box.x, box.y),
            box.w,
            box.h,
            facecolor=item.fill,
            edgecolor=item.edge,
            linewidth=item.width,
            alpha=item.alpha,
        )
        # fills lie under everything, frames over the map they frame
        self.add(patch, z if item.fill == "none" else 0.5 + z * 0.001)
        self.furniture.append(Drawn(self.number, item.role, box))

    def rule(self, item: Rule, z: float) -> None:
        cap = "butt" if item.butt else "round"
        lines = LineCollection(
            [item.points], colors=item.color, linewidths=item.width, alpha=item.alpha, capstyle=cap,
            joinstyle="miter", linestyles=[DASH if item.dashed else "solid"],
        )  # fmt: skip
        self.add(lines, z)
        if item.arrow:
            self.add(PathPatch(_arrow_head(item), facecolor=item.color, edgecolor="none"), z)

    def mark(self, item: Mark, z: float) -> None:
        inset = item.width * PT / 2
        patch = _MARKS[item.shape](item, item.size / 2 - inset)
        patch.set(facecolor=item.fill, edgecolor=item.edge, linewidth=item.width)
        if item.dashed:
            patch.set_linestyle((0, (1.9, 1.1)))
        self.add(patch, z)
        color = item.edge if item.edge != "none" else item.fill
        self.marks.append(Drawn(self.number, item.role, item.box, item.number, item.event, color))
        if item.number:
            y = centred_baseline(item.y, item.number_size)
            face: Face = "SemiBold"
            words = Text(item.x, y, item.number, item.number_size, item.number_color, face, "center")
            self.type_line(words, item.x, z, item)

    def text(self, item: Text, z: float) -> None:
        if not item.spacing:
            self.type_line(item, item.x, z, item)
            return
        wide = width_mm(item.text, item.size, item.face, item.spacing)
        x = item.x - (wide if item.align == "right" else wide / 2 if item.align == "center" else 0.0)
        for letter in item.text:
            if letter != " ":
                self.type_line(
                    Text(
                        x, item.y, letter, item.size, item.color, item.face, halo=item.halo, halo_color=item.halo_color
                    ),
                    x,
                    z,
                    item,
                )
            x += width_mm(letter, item.size, item.face) + item.spacing * item.size * PT

    def type_line(self, line: Text, x: float, z: float, owner: Text | Mark) -> None:
        words, font = self.font(line)
        artist = self.axes.text(
            x, line.y, words, fontproperties=font, fontsize=line.size, color=line.color, ha=line.align, va="baseline",
            zorder=z, parse_math=False,
        )  # fmt: skip
        if line.halo:
            artist.set_path_effects([withStroke(linewidth=line.halo, foreground=line.halo_color)])
        self.texts.append((owner, artist))

    def font(self, line: Text) -> tuple[str, FontProperties]:
        """The face that has every character; what no face has is shown as a question mark and reported."""
        signs = {ord(sign) for sign in line.text if not sign.isspace()}
        if signs <= _characters(line.face):
            return line.text, _properties(line.face)
        lost = {chr(code) for code in signs - _characters("stand-in") - _characters(line.face)}
        self.missing |= lost
        words = "".join("?" if sign in lost else sign for sign in line.text)
        whole = {ord(sign) for sign in words if not sign.isspace()} <= _characters(line.face)
        return words, _properties(line.face if whole else "stand-in")

    def report(self, renderer: Any = None) -> list[Drawn]:
        """The measured boxes of all texts, numbers on marks left out."""
        canvas: Any = self.figure.canvas
        renderer = renderer or canvas.get_renderer()
        flip = self.axes.transData.inverted()
        found: dict[int, Drawn] = {}
        for owner, artist in self.texts:
            if isinstance(owner, Mark):
                continue
            (x0, _), (x1, _) = flip.transform(artist.get_window_extent(renderer).get_points())
            box = ink_box(owner, float(x0), float(x1 - x0))
            known = found.get(id(owner))
            merged = around(known.box, box) if known else box
            found[id(owner)] = Drawn(self.number, owner.role, merged, owner.text, owner.event, owner.color)
        return list(found.values())


def _frame(panel: Ground) -> Any:
    box = panel.box
    if panel.circle:
        return Circle(box.middle, box.w / 2)
    return Rectangle((box.x, box.y), box.w, box.h)


def _path(shapes: Sequence[BaseGeometry]) -> Path:
    """Polygons as one path; holes keep their winding."""
    rings = shapely.get_rings(shapely.get_parts(np.asarray(shapes, dtype=object)))
    coords, owner = shapely.get_coordinates(rings, return_index=True)
    codes = np.full(len(coords), Path.LINETO, dtype=np.uint8)
    starts = np.flatnonzero(np.diff(owner, prepend=-1))
    codes[starts] = Path.MOVETO
    codes[np.append(starts[1:], len(coords)) - 1] = Path.CLOSEPOLY
    return Path(coords, codes)


def _arrow_head(item: Rule) -> Path:
    (x0, y0), (x1, y1) = item.points[-2], item.points[-1]
    length = float(np.hypot(x1 - x0, y1 - y0)) or 1.0
    dx, dy = (x1 - x0) / length, (y1 - y0) / length
    size = 1.9
    bx, by = x1 - dx * size, y1 - dy * size
    tip = (x1 + dx * 0.3, y1 + dy * 0.3)
    return Path(
        [tip, (bx - dy * size * 0.42, by + dx * size * 0.42), (bx + dy * size * 0.42, by - dx * size * 0.42), tip]
    )


def _disc(item: Mark, radius: float) -> Any:
    return Circle((item.x, item.y), radius)


def _square(item: Mark, half: float) -> Any:
    side, bend = half * 0.92, half * 0.36
    x, y = item.x, item.y
    corners = [(x - side, y - side), (x + side, y - side), (x + side, y + side), (x - side, y + side)]
    points, codes = [], []
    for k, (cx, cy) in enumerate(corners):
        before, after = corners[k - 1], corners[(k + 1) % 4]
        points += [towards((cx, cy), before, bend), (cx, cy), towards((cx, cy), after, bend)]
        codes += [Path.LINETO, Path.CURVE3, Path.CURVE3]
    codes[0] = Path.MOVETO
    return PathPatch(Path([*points, points[0]], [*codes, Path.CLOSEPOLY]))


def _diamond(item: Mark, half: float) -> Any:
    x, y = item.x, item.y
    return PathPatch(Path([(x, y - half), (x + half, y), (x, y + half), (x - half, y), (x, y - half)], closed=True))


def _hexagon(item: Mark, half: float) -> Any:
    turns = np.radians(np.arange(7) * 60 + 30)
    reach = half / np.cos(np.pi / 6)
    return PathPatch(
        Path(np.column_stack([item.x + reach * np.cos(turns), item.y + reach * np.sin(turns)]), closed=True)
    )


_MARKS = {"disc": _disc, "square": _square, "diamond": _diamond, "hexagon": _hexagon}


@lru_cache(maxsize=8)
def _properties(face: str) -> FontProperties:
    return FontProperties(fname=str(_font_file(face)))


@lru_cache(maxsize=8)
def _font_file(face: str) -> FilePath:
    if face == "stand-in":
        return FilePath(matplotlib.get_data_path()) / "fonts/ttf/DejaVuSans.ttf"
    return shipped(f"fonts/Inter-{face}.ttf")


@lru_cache(maxsize=8)
def _characters(face: str) -> frozenset[int]:
    return frozenset(FT2Font(str(_font_file(face))).get_charmap())


def _report(plan: SnapshotPlan, sheets: Sequence[_Sheet], texts: Sequence[Drawn]) -> LayoutReport:
    return LayoutReport(
        pixels=plan.pixels,
        pages=len(plan.pages),
        texts=tuple(texts),
        marks=tuple(mark for sheet in sheets for mark in sheet.marks),
        furniture=tuple(piece for sheet in sheets for piece in sheet.furniture),
        missing_glyphs=tuple(sorted({sign for sheet in sheets for sign in sheet.missing})),
        alt=plan.alt,
    )


def _png(plan: SnapshotPlan) -> tuple[bytes, LayoutReport]:
    """All pages, one below the other."""
    wide, tall = plan.pixels
    sheets: list[_Sheet] = []
    texts: list[Drawn] = []

    def pages() -> Iterator[Pixels]:
        for number in range(len(plan.pages)):
            figure, sheet = draw_page(plan, number)
            canvas: Any = FigureCanvasAgg(figure)
            canvas.draw()
            yield np.asarray(canvas.buffer_rgba())
            texts.extend(sheet.report())
            sheets.append(sheet)
            figure.clear()

    made = png_bytes(
        pages(), width=wide, height=tall * len(plan.pages), dpi=plan.dpi, title=plan.title, description=plan.alt
    )
    return made, _report(plan, sheets, texts)


def _svg(plan: SnapshotPlan) -> tuple[bytes, LayoutReport]:
    """All pages, one below the other, as one drawing with paths for letters."""
    drawn, sheets, texts = [], [], []
    for number in range(len(plan.pages)):
        figure, sheet = draw_page(plan, number)
        canvas: Any = FigureCanvasAgg(figure)  # measures the texts for the report
        texts += sheet.report(canvas.get_renderer())
        out = io.StringIO()
        figure.savefig(out, format="svg", metadata={"Date": None, "Creator": "Dateline"})
        drawn.append(out.getvalue())
        sheets.append(sheet)
        figure.clear()
    return stacked(drawn, title=plan.title, description=plan.alt).encode("utf-8"), _report(plan, sheets, texts)


def _pdf(plan: SnapshotPlan) -> tuple[bytes, LayoutReport]:
    """A page of paper for each page of the plan."""
    from matplotlib.backends.backend_pdf import PdfPages

    out = io.BytesIO()
    facts = {"Title": plan.title, "Subject": plan.alt, "Creator": "Dateline", "Producer": None, "CreationDate": None}
    sheets, texts = [], []
    with PdfPages(out, metadata=facts) as book:
        for number in range(len(plan.pages)):
            figure, sheet = draw_page(plan, number)
            canvas: Any = FigureCanvasAgg(figure)
            texts += sheet.report(canvas.get_renderer())
            book.savefig(figure)
            sheets.append(sheet)
            figure.clear()
    return out.getvalue(), _report(plan, sheets, texts)
