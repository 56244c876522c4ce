"""The geoparser: the place names of a parsed text, each with its role, its place and the reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .confirm import confirmed, signs
from .gazetteer import Gazetteer
from .model import Place, Span, Toponym
from .recognise import Mention, recognise
from .resolve import Choice, resolve
from .words import Words, words_of

if TYPE_CHECKING:
    from spacy.tokens import Doc

KEEP = 0.5
"""The least probability at which a name is reported as a place: chosen on the development corpora."""


def geoparse(doc: Doc, gazetteer: Gazetteer, *, home: Place | None = None) -> tuple[Toponym, ...]:
    """Every place name and demonym of `doc` in the order of the text, without overlaps.

    `home` is where the text's readers are, a weak hint; None when unknown. Spans are code points of `doc.text`.
    """
    return geoparse_words(words_of(doc), gazetteer, home=home)


def geoparse_words(words: Words, gazetteer: Gazetteer, *, home: Place | None = None) -> tuple[Toponym, ...]:
    """The same for a text that is already in columns."""
    mentions = recognise(words, gazetteer)
    choices = resolve(words, mentions, gazetteer, home=home)
    evidence = [None if choice.row is None else (choice.row, choice.share) for choice in choices]
    beliefs = confirmed(signs(words, mentions, evidence))
    return tuple(
        _toponym(words, mention, choice)
        for mention, choice, belief in zip(mentions, choices, beliefs, strict=True)
        if mention.role == "demonym" or mention.match.form == "airfield" or belief >= KEEP
    )


def _toponym(words: Words, mention: Mention, choice: Choice) -> Toponym:
    span = Span(words.start[mention.match.first], words.end[mention.match.last - 1])
    return Toponym(span, words.source[span.start : span.end], mention.role, choice.resolution)
