"""Put a plan on paper, as PNG, SVG or PDF: with its neighbours the only room for matplotlib. It decides nothing.

Uses renderers directly, never pyplot nor figures, so that nothing is kept between pictures.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

import matplotlib
import numpy as np
from matplotlib.backends.backend_agg import RendererAgg

from ..items import SnapshotPlan
from ..report import LayoutReport
from ..theme import THEMES
from .brush import Brush
from .paint import Painted, Painter
from .png import png_bytes
from .svg import stacked

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Pixels: TypeAlias = NDArray[np.uint8]

Format: TypeAlias = Literal["png", "svg", "pdf"]
SETTINGS: Any = {
    "svg.hashsalt": "dateline",
    "svg.fonttype": "path",
    "pdf.fonttype": 42,
    "path.simplify": False,
    "agg.path.chunksize": 0,
    "text.hinting": "none",
}
POINTS = 72.0


def render_bytes(plan: SnapshotPlan, fmt: Format) -> tuple[bytes, LayoutReport]:
    """The picture in one of the three formats, and the report of what was drawn."""
    with matplotlib.rc_context(SETTINGS):
        return {"png": _png, "svg": _svg, "pdf": _pdf}[fmt](plan)


def render_pages(plan: SnapshotPlan, fmt: Format) -> tuple[bytes, ...]:
    """The picture as files: one a page as PNG and SVG, one with all pages as PDF."""
    if fmt == "pdf":
        return (render_bytes(plan, fmt)[0],)
    return tuple(render_bytes(replace(plan, pages=(page,)), fmt)[0] for page in plan.pages)


def _painted(plan: SnapshotPlan, number: int, renderer: Any, size: tuple[float, float], *, as_text: bool) -> Painted:
    page = plan.pages[number]
    brush = Brush(renderer, (page.width, page.height), size, as_text=as_text)
    return Painter(brush, page, THEMES[plan.theme], number).paint()


def _png(plan: SnapshotPlan) -> tuple[bytes, LayoutReport]:
    """All pages, one below the other."""
    wide, tall = plan.pixels
    painted: list[Painted] = []
    new_renderer: Any = RendererAgg

    def pages() -> Iterator[Pixels]:
        for number in range(len(plan.pages)):
            renderer = new_renderer(wide, tall, plan.dpi)
            painted.append(_painted(plan, number, renderer, plan.pixels, as_text=False))
            yield np.asarray(renderer.buffer_rgba())

    made = png_bytes(
        pages(), width=wide, height=tall * len(plan.pages), dpi=plan.dpi, title=plan.title, description=plan.alt
    )
    return made, _report(plan, painted)


def _svg(plan: SnapshotPlan) -> tuple[bytes, LayoutReport]:
    """All pages, one below the other, as one drawing with paths for letters."""
    from matplotlib.backends import backend_svg

    new_renderer: Any = backend_svg.RendererSVG

    drawn, painted = [], []
    size = _points(plan)
    for number in range(len(plan.pages)):
        out = io.StringIO()
        renderer = new_renderer(*size, out, image_dpi=plan.dpi, metadata={"Date": None, "Creator": "Dateline"})
        painted.append(_painted(plan, number, renderer, size, as_text=True))
        renderer.finalize()
        drawn.append(out.getvalue())
    return stacked(drawn, title=plan.title, description=plan.alt).encode("utf-8"), _report(plan, painted)


def _pdf(plan: SnapshotPlan) -> tuple[bytes, LayoutReport]:
    """A page of paper for each page of the plan, its words as text."""
    from matplotlib.backends import backend_pdf

    writer: Any = backend_pdf

    out, painted = io.BytesIO(), []
    facts = {"Title": plan.title, "Subject": plan.alt, "Creator": "Dateline", "Producer": None, "CreationDate": None}
    book = writer.PdfFile(out, metadata=facts)
    size = _points(plan)
    for number in range(len(plan.pages)):
        book.newPage(size[0] / POINTS, size[1] / POINTS)
        renderer = writer.RendererPdf(book, plan.dpi, size[1] / POINTS, size[0] / POINTS)
        painted.append(_painted(plan, number, renderer, size, as_text=True))
        renderer.finalize()
        book.endStream()
    book.finalize()
    book.close()
    return out.getvalue(), _report(plan, painted)


def _points(plan: SnapshotPlan) -> tuple[float, float]:
    """The size of a page in points."""
    wide, tall = plan.pixels
    return wide / plan.dpi * POINTS, tall / plan.dpi * POINTS


def _report(plan: SnapshotPlan, painted: Sequence[Painted]) -> LayoutReport:
    return LayoutReport(
        pixels=plan.pixels,
        pages=len(plan.pages),
        texts=tuple(text for page in painted for text in page.texts),
        marks=tuple(mark for page in painted for mark in page.marks),
        furniture=tuple(piece for page in painted for piece in page.furniture),
        missing_glyphs=tuple(sorted({sign for page in painted for sign in page.missing})),
        alt=plan.alt,
    )
