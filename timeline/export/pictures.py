"""The page, the picture and the story: formats that other rooms write."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import Any

from ..model import Timeline
from ..quotes import Quotes

PICTURES = frozenset({"png", "svg", "pdf"})
"""The formats that are pictures."""


def to_html(timeline: Timeline, quotes: Quotes) -> bytes:
    """The interactive page, one file that needs no network.

    Problems stay behind: they name the maker's own files, and are told where the page is made.
    """
    from ..page import page_html

    return page_html(replace(timeline, problems=()), quotes=quotes).encode("utf-8")


@dataclass(frozen=True, slots=True)
class Look:
    """How a picture is to look; every field as in `plan_snapshot`."""

    preset: str = "a4-landscape"
    theme: str = "light"
    dpi: float = 300
    lang: str = "en"
    title: str | None = None
    subtitle: str | None = None
    credit: str = ""
    focus: str | None = None
    window: tuple[int | None, int | None] | None = None


def to_png(timeline: Timeline, quotes: Quotes) -> bytes:
    """The picture at 300 dpi. Pictures show titles, never a sentence of the source."""
    return _picture(timeline, "png")


def to_svg(timeline: Timeline, quotes: Quotes) -> bytes:
    """The picture as SVG."""
    return _picture(timeline, "svg")


def to_pdf(timeline: Timeline, quotes: Quotes) -> bytes:
    """The picture as PDF."""
    return _picture(timeline, "pdf")


def _picture(timeline: Timeline, fmt: str) -> bytes:
    return picture_bytes(timeline, fmt, Look())


def picture_bytes(timeline: Timeline, fmt: str, look: Look) -> bytes:
    """The picture as one file; further pages stand below the first in PNG and SVG.

    Raises:
        InputError: the look names an unknown preset, theme, language or place, or an impossible resolution.
    """
    from ..snapshot import snapshot_bytes

    return snapshot_bytes(timeline, fmt=fmt, **_chosen(look))  # type: ignore[arg-type]


def picture_pages(timeline: Timeline, fmt: str, look: Look) -> tuple[bytes, ...]:
    """The picture as files: one a page as PNG and SVG, one with all pages as PDF.

    Raises:
        InputError: as `picture_bytes`.
    """
    from ..snapshot import snapshot_pages

    return snapshot_pages(timeline, fmt=fmt, **_chosen(look))  # type: ignore[arg-type]


def _chosen(look: Look) -> dict[str, Any]:
    return {field.name: getattr(look, field.name) for field in fields(look)}


def to_story(timeline: Timeline, quotes: Quotes) -> bytes:
    """Everything, the articles' whole texts included, to be opened again: a save, not something to publish."""
    from ..read.story import story_text

    return story_text(timeline).encode("utf-8")
