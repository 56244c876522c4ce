"""The geoparser: the place names of a parsed text, each with its role, its place and the reason."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from .confirm import confirmed, signs
from .evidence import INDEX, Floats
from .gazetteer import Gazetteer
from .model import Place, Resolved, Span, Toponym
from .recognise import Mention, recognise
from .resolve import Choice, resolve
from .shortforms import with_short_forms
from .words import Words, words_of

if TYPE_CHECKING:
    from spacy.tokens import Doc

KEEP = 0.6
"""The least probability at which a name is reported as a place: chosen on the development corpora."""
TOWN_BELIEF = 0.4
"""Enough for a facility with a town in its name, which the last word, trained on towns, distrusts; and for "the mayor
of" a name."""
BELIEF_WEIGHT = 0.3
"""How much the belief that it is a place at all counts in the score."""
SURENESS = 0.65
"""Spreads the scores so that those from 0.7 on are right in 95 of 100 cases: chosen on the development corpora."""
SHADOWED = 0.65
"""The most that a town called like a country scores while the text does not say where it lies: a doubt."""
LARGE = 0.55
"""A tenth of the decimal logarithm of 350,000 people."""
LONELY = 0.6
SMALL = 0.43
"""A tenth of the decimal logarithm of 20,000 people."""


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
    beliefs = _beliefs(words, mentions, evidence)
    found = [
        _toponym(words, mention, choice, belief)
        for mention, choice, belief in zip(mentions, choices, beliefs, strict=True)
        if belief >= KEEP or _stands(words, mention)
    ]
    return with_short_forms(words, found, gazetteer)


def _beliefs(words: Words, mentions: Sequence[Mention], evidence: Sequence[tuple[Floats, float] | None]) -> list[float]:
    """The probability that each mention is a place. Where a text has one name only, nothing near it can confirm it."""
    if len({mention.name.lower() for mention in mentions}) == 1:
        return [mention.belief for mention in mentions]
    return confirmed(signs(words, mentions, evidence))


def _stands(words: Words, mention: Mention) -> bool:
    """Whether a mention needs no second look: a demonym, a known airfield, a facility with a town in its name, "the
    mayor of" Salinas."""
    if mention.role == "demonym" or mention.match.form in ("airfield", "hamlet"):
        return True
    if not mention.candidates or mention.belief < TOWN_BELIEF:
        return False
    return mention.by_town or _is_governed(words, mention)


def _is_governed(words: Words, mention: Mention) -> bool:
    """Whether the text speaks of the mayor, the port or the outskirts of a name."""
    before = mention.match.first - 2
    return before >= 0 and words.lower[before + 1] == "of" and words.lower[before] in _GOVERNED


_GOVERNED = frozenset(
    """
    mayor governor prefect city town village port capital outskirts suburb suburbs province district municipality county
    residents inhabitants people streets coast
    """.split()
)


def _toponym(words: Words, mention: Mention, choice: Choice, belief: float) -> Toponym:
    span = Span(words.start[mention.match.first], words.end[mention.match.last - 1])
    resolution = choice.resolution
    if isinstance(resolution, Resolved) and choice.row is not None and mention.match.form != "airfield":
        resolution = replace(resolution, score=round(_score(mention, choice.row, resolution.score, belief), 4))
    return Toponym(span, words.source[span.start : span.end], mention.role, resolution)


def _score(mention: Mention, row: Floats, share: float, belief: float) -> float:
    """The calibrated score of a choice with `share` of its name's weights."""
    score = share * belief**BELIEF_WEIGHT * (LONELY if _lonely(mention, row) else 1.0)
    doubtful = row[INDEX["shadow"]] and row[INDEX["population"]] < LARGE and not row[INDEX["contained"]]
    return float(min(score**SURENESS, SHADOWED if doubtful else 1.0))


def _lonely(mention: Mention, row: Floats) -> bool:
    """Whether the place is a small town far from the rest of the text, and the name may be part of a longer one."""
    match, run = mention.match, mention.match.run
    small = row[INDEX["city"]] > 0 and row[INDEX["population"]] < SMALL
    part = match.first > run.first or match.last < run.last
    return bool(small and row[INDEX["near"]] < 0.2 and (part or row[INDEX["country share"]] < 0.3))
