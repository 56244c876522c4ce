"""How wide text is, and how it is wrapped or shortened, without a renderer: from the table of Inter's widths."""

from __future__ import annotations

import json
import unicodedata
from functools import lru_cache

from geo.shipped import shipped

from .items import PT, Box, Face, Text

CAP_HEIGHT = 0.727
"""Height of Inter's capitals in em; text is centred on half of it."""
ASCENT, DESCENT = 0.78, 0.21
"""How far letters reach above and below the baseline, in em; accents on capitals go up to TALL."""
TALL = 0.96
UNKNOWN_WIDTH, WIDE_WIDTH = 640, 1000
"""Thousandths of an em for a character that Inter lacks: a letter of the stand-in face, an ideograph."""
ELLIPSIS = "…"


@lru_cache(maxsize=1)
def _widths() -> dict[str, dict[str, int]]:
    table: dict[str, dict[str, int]] = json.loads(shipped("fonts/widths.json").read_text(encoding="utf-8"))
    return table


@lru_cache(maxsize=4)
def _face_widths(face: Face) -> dict[int, int]:
    return {int(code): width for code, width in _widths()[f"Inter-{face}.ttf"].items()}


@lru_cache(maxsize=4096)
def width_mm(text: str, size: float, face: Face = "Regular", spacing: float = 0.0) -> float:
    """The advance width of a line of type of `size` points; `spacing` is added between letters, in em."""
    table = _face_widths(face)
    thousandths = sum(table.get(ord(sign)) or _stand_in(sign) for sign in text)
    return (thousandths / 1000 + spacing * max(0, len(text) - 1)) * size * PT


def _stand_in(sign: str) -> int:
    if unicodedata.combining(sign):
        return 0
    return WIDE_WIDTH if unicodedata.east_asian_width(sign) in "WF" else UNKNOWN_WIDTH


def text_box(text: Text) -> Box:
    """The box that a text fills: its advance width, from the height of ascenders to the depth of descenders."""
    wide = width_mm(text.text, text.size, text.face, text.spacing)
    left = text.x - (wide if text.align == "right" else wide / 2 if text.align == "center" else 0.0)
    return ink_box(text, left, wide)


def ink_box(text: Text, left: float, wide: float) -> Box:
    """The box of a text from its left edge and width, as high and deep as its letters reach."""
    em = text.size * PT
    tall = TALL if any(sign.isupper() and not sign.isascii() for sign in text.text) else ASCENT
    return Box(left, text.y - tall * em, wide, (tall + DESCENT) * em)


def centred_baseline(y: float, size: float) -> float:
    """The baseline that puts capitals and figures of `size` points in the middle of height `y`."""
    return y + CAP_HEIGHT * size * PT / 2


def shortened(text: str, size: float, longest: float, face: Face = "Regular") -> str:
    """The text, or as many of its words as fit `longest` millimetres followed by an ellipsis."""
    if width_mm(text, size, face) <= longest:
        return text
    low, high = 0, len(text)
    while low < high:
        half = (low + high + 1) // 2
        if width_mm(text[:half].rstrip() + ELLIPSIS, size, face) <= longest:
            low = half
        else:
            high = half - 1
    cut = text[:low]
    space = cut.rfind(" ")
    if space > low * 0.6 and low < len(text) and text[low] != " ":
        cut = cut[:space]
    return cut.rstrip(" ,;:-–") + ELLIPSIS if cut.strip() else ELLIPSIS


def wrapped(
    text: str, size: float, longest: float, lines: int, face: Face = "Regular", *, first: float | None = None
) -> list[str]:
    """The text in at most `lines` lines of at most `longest` millimetres; what is left over ends in an ellipsis.

    `first` is the room on the first line, where something stands before the text.
    """
    words = text.split()
    rows: list[str] = []
    room = longest if first is None else first
    while words and len(rows) < lines - 1:
        row = words.pop(0)
        while words and width_mm(f"{row} {words[0]}", size, face) <= room:
            row = f"{row} {words.pop(0)}"
        if width_mm(row, size, face) > room:  # one long word: cut it hard and go on with its rest
            cut = _fitting(row, size, room, face)
            words.insert(0, row[cut:])
            row = row[:cut]
        rows.append(row)
        room = longest
    if words:
        rows.append(shortened(" ".join(words), size, room, face))
    return rows or [""]


def _fitting(word: str, size: float, longest: float, face: Face) -> int:
    """How many leading characters of `word` fit; at least one."""
    count = 1
    while count < len(word) and width_mm(word[: count + 1], size, face) <= longest:
        count += 1
    return count
