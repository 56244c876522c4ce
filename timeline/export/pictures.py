"""The page, the picture and the story: formats that other rooms write."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from ..model import Timeline
from ..quotes import Quotes


def to_html(timeline: Timeline, quotes: Quotes) -> bytes:
    """The interactive page, one file that needs no network.

    Problems stay behind: they name the maker's own files, and are told where the page is made.
    """
    from ..page import page_html

    return page_html(replace(timeline, problems=()), quotes=quotes).encode("utf-8")


def to_png(timeline: Timeline, quotes: Quotes) -> bytes:
    """The picture at 300 dpi. Pictures show titles, never a sentence of the source."""
    return _picture(timeline, "png")


def to_svg(timeline: Timeline, quotes: Quotes) -> bytes:
    """The picture as SVG."""
    return _picture(timeline, "svg")


def to_pdf(timeline: Timeline, quotes: Quotes) -> bytes:
    """The picture as PDF."""
    return _picture(timeline, "pdf")


def _picture(timeline: Timeline, fmt: Literal["png", "svg", "pdf"]) -> bytes:
    from ..snapshot import snapshot_bytes

    return snapshot_bytes(timeline, fmt=fmt)


def to_story(timeline: Timeline, quotes: Quotes) -> bytes:
    """Everything, the articles' whole texts included, to be opened again: a save, not something to publish."""
    from ..read.story import story_text

    return story_text(timeline).encode("utf-8")
