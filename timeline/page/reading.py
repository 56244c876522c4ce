"""The articles' own texts in marked pieces, for the reading pane on the user's own machine."""

from __future__ import annotations

from typing import Any

from ..marks import Chip, Paragraph, Piece, marked_text
from ..model import Timeline
from .encode import Packed, pack_json


def reading(timeline: Timeline) -> Packed:
    """For each article its paragraphs: pieces [text, mark, hint, group, events] and chips [number, event, group, at].

    The letters of `marked_text`; events are ids.
    """
    return pack_json([[_paragraph(p) for p in marked_text(timeline, a)] for a in range(len(timeline.articles))])


def _paragraph(paragraph: Paragraph) -> list[list[Any]]:
    return [[_piece(piece) for piece in paragraph.pieces], [_chip(chip) for chip in paragraph.chips]]


def _piece(piece: Piece) -> list[Any]:
    return [piece.text, piece.mark, piece.hint, piece.group or "", list(piece.events)]


def _chip(chip: Chip) -> list[Any]:
    return [chip.number, chip.event, chip.group, chip.at]
