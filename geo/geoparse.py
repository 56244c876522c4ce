"""The geoparser: the place names of a parsed text, each with its role, its place and the reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .gazetteer import Gazetteer
from .model import Place, Span, Toponym
from .recognise import recognise
from .resolve import resolve
from .words import Words, words_of

if TYPE_CHECKING:
    from spacy.tokens import Doc


def geoparse(doc: Doc, gazetteer: Gazetteer, *, home: Place | None = None) -> tuple[Toponym, ...]:
    """Every place name and demonym of `doc` in the order of the text, without overlaps.

    `home` is where the text's readers are, a weak hint; None when unknown. Spans are code points of `doc.text`.
    """
    return geoparse_words(words_of(doc), gazetteer, home=home)


def geoparse_words(words: Words, gazetteer: Gazetteer, *, home: Place | None = None) -> tuple[Toponym, ...]:
    """The same for a text that is already in columns."""
    mentions = recognise(words, gazetteer)
    resolutions = resolve(words, mentions, home=home)
    found = []
    for mention, resolution in zip(mentions, resolutions, strict=True):
        span = Span(words.start[mention.match.first], words.end[mention.match.last - 1])
        found.append(Toponym(span, words.source[span.start : span.end], mention.role, resolution))
    return tuple(found)
