"""Lines of type as outlines: shaped by HarfBuzz (kerning, right-to-left), cached, in em with the pen at the origin.

Inter is the face of the picture; what it lacks is taken from DejaVu Sans, which matplotlib brings. What neither has
becomes a question mark and is reported, never a box.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path as FilePath
from typing import TYPE_CHECKING, Any, TypeAlias

import matplotlib
import numpy as np
from matplotlib.font_manager import FontProperties
from matplotlib.ft2font import FT2Font
from matplotlib.path import Path
from matplotlib.textpath import text_to_path

from geo.shipped import shipped

from ..items import Face

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats: TypeAlias = NDArray[np.float64]
    Codes: TypeAlias = NDArray[np.uint8]

STAND_IN = "stand-in"
EM = float(text_to_path.FONT_SCALE)
"""The size at which matplotlib gives outlines."""


@dataclass(frozen=True, slots=True)
class Run:
    """The outline of a line of type: (n, 2) points in em, y upwards, path codes, and where its ink begins and ends."""

    points: Floats
    codes: Codes
    left: float
    right: float


def spelled(text: str, face: Face) -> tuple[str, str, frozenset[str]]:
    """(words, face, lost signs): the face that has every sign, and "?" for each sign that none has."""
    signs = {ord(sign) for sign in text if not sign.isspace()}
    if signs <= _characters(face):
        return text, face, frozenset()
    lost = frozenset(chr(code) for code in signs - _characters(STAND_IN) - _characters(face))
    words = "".join("?" if sign in lost else sign for sign in text)
    whole = {ord(sign) for sign in words if not sign.isspace()} <= _characters(face)
    return words, face if whole else STAND_IN, lost


@lru_cache(maxsize=1024)
def run_of(words: str, face: str) -> Run:
    """The outline of some words in a face; ink of nothing lies at 0."""
    placed, outlines, _ = text_to_path.get_glyphs_with_font(_font(face), words)
    points = [np.add(outlines[name][0], (x, y)) for name, x, y, _ in placed if len(outlines[name][0])]
    codes = [np.asarray(outlines[name][1], dtype=np.uint8) for name, *_ in placed if len(outlines[name][0])]
    if not points:
        return Run(np.empty((0, 2)), np.empty(0, np.uint8), 0.0, 0.0)
    outline = np.concatenate(points) / EM
    marks = np.concatenate(codes)
    ink = outline[marks != Path.CLOSEPOLY, 0]
    return Run(outline, marks, float(ink.min()), float(ink.max()))


@lru_cache(maxsize=8)
def properties(face: str) -> FontProperties:
    """The face as matplotlib's writers of text want it."""
    return FontProperties(fname=str(_font_file(face)))


@lru_cache(maxsize=8)
def _font(face: str) -> Any:
    font = FT2Font(str(_font_file(face)))
    font.set_size(EM, 72)
    return font


@lru_cache(maxsize=8)
def _font_file(face: str) -> FilePath:
    if face == STAND_IN:
        return FilePath(matplotlib.get_data_path()) / "fonts/ttf/DejaVuSans.ttf"
    return shipped(f"fonts/Inter-{face}.ttf")


@lru_cache(maxsize=8)
def _characters(face: str) -> frozenset[int]:
    return frozenset(_font(face).get_charmap())
