"""Draw paths and type, given in millimetres of the page, with one of matplotlib's renderers.

No figure, axes or artists: a picture of two hundred words and marks spends more time in those than on the paper. The
pixels' renderer gets all type of one colour as a single outline; SVG and PDF get each line as text.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np
from matplotlib.colors import to_rgba
from matplotlib.path import Path
from matplotlib.transforms import Affine2D, Bbox, IdentityTransform

from ..items import PT, Box
from .glyphs import Run, properties, run_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats: TypeAlias = NDArray[np.float64]

Dash: TypeAlias = tuple[float, ...] | None
"""Lengths of strokes and gaps in widths of the line; None for a whole line."""


class Brush:
    """A page in millimetres, y downwards, over a renderer of `size` units."""

    def __init__(self, renderer: Any, page: tuple[float, float], size: tuple[float, float], *, as_text: bool) -> None:
        self.renderer, self.as_text = renderer, as_text
        self.height = size[1]
        self.x_scale, self.y_scale = size[0] / page[0], size[1] / page[1]
        self.turn = Affine2D().scale(self.x_scale, -self.y_scale).translate(0, size[1])

    def fill(self, path: Path, color: str, *, alpha: float = 1.0, clip: Box | None = None) -> None:
        """Fill a path."""
        gc = self._context(clip)
        gc.set_linewidth(0.0)
        self.renderer.draw_path(gc, path, self.turn, to_rgba(color, alpha))
        gc.restore()

    def stroke(
        self,
        path: Path,
        color: str,
        width: float,
        *,
        alpha: float = 1.0,
        dash: Dash = None,
        clip: Box | None = None,
        ends: str = "round",
        corners: str = "round",
    ) -> None:
        """Draw along a path; `width` in points."""
        gc = self._context(clip)
        gc.set_foreground(to_rgba(color, alpha), isRGBA=True)
        gc.set_linewidth(width)
        gc.set_capstyle(ends)
        gc.set_joinstyle(corners)
        if dash:
            gc.set_dashes(0, [part * width for part in dash])
        self.renderer.draw_path(gc, path, self.turn, None)
        gc.restore()

    def _context(self, clip: Box | None) -> Any:
        gc = self.renderer.new_gc()
        if clip is not None:
            corners = self.turn.transform([(clip.x, clip.bottom), (clip.right, clip.y)])
            gc.set_clip_rectangle(Bbox(corners))
        return gc

    def outline(self, runs: Sequence[tuple[Run, float, float, float]]) -> Path:
        """Lines of type as one path in the renderer's units; each as (run, left, baseline, size in points)."""
        shown = [placed for placed in runs if len(placed[0].codes)]
        if not shown:
            return Path(np.empty((0, 2)))
        points = [self._placed(run, left, base, size) for run, left, base, size in shown]
        return Path(np.concatenate(points), np.concatenate([run.codes for run, *_ in shown]))

    def _placed(self, run: Run, left: float, base: float, size: float) -> Floats:
        em = np.array([self.x_scale, self.y_scale]) * size * PT
        points: Floats = run.points * em + np.array([left * self.x_scale, self.height - base * self.y_scale])
        return points

    def type(self, words: Sequence[tuple[str, str, float, float, float]], color: str) -> None:
        """Set lines of type in one colour; each as (words, face, left of its pen, baseline, size in points)."""
        gc = self.renderer.new_gc()
        gc.set_foreground(to_rgba(color), isRGBA=True)
        if self.as_text:
            for text, face, left, base, size in words:
                font = properties(face).copy()
                font.set_size(size)
                y = base * self.y_scale
                self.renderer.draw_text(
                    gc, left * self.x_scale, y if self.renderer.flipy() else self.height - y, text, font, 0
                )
        else:
            gc.set_linewidth(0.0)
            gc.set_snap(False)
            runs = [(run_of(text, face), left, base, size) for text, face, left, base, size in words]
            self.renderer.draw_path(gc, self.outline(runs), IdentityTransform(), to_rgba(color))
        gc.restore()

    def halo(self, words: Sequence[tuple[str, str, float, float, float]], color: str, width: float) -> None:
        """The rim behind lines of type, `width` points across; each line as in `type`."""
        gc = self.renderer.new_gc()
        gc.set_foreground(to_rgba(color), isRGBA=True)
        gc.set_linewidth(width)
        gc.set_joinstyle("round")
        gc.set_snap(False)
        runs = [(run_of(text, face), left, base, size) for text, face, left, base, size in words]
        self.renderer.draw_path(gc, self.outline(runs), IdentityTransform(), None)
        gc.restore()
