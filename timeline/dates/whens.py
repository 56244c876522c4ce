"""From a reading to a `Timex` with its `When`: bounds, ranges of start and end, the basis."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from ..model import Relation, Span, Timex, When
from .find import Find
from .numerals import Lexed
from .reading import Reading

RELATIONS: dict[str, Relation] = {
    "until": "until",
    "till": "until",
    "since": "since",
    "by": "by",
    "before": "before",
    "after": "after",
    "during": "during",
    "throughout": "during",
    "from": "from",
}
"""Prepositions that bound an event."""

_ARTICLES = frozenset({"the", "at", "least", "about", "around", "early", "late"})
_AFTER = frozenset({"after", "following"})


def timex_of(lexed: Lexed, one: Find, made: Reading, now: int | None) -> Timex:
    """The expression of a find; `now` closes what began and lasts ("since 2014")."""
    relation = _relation(lexed, one)
    if made.type == "DURATION" and one.first and lexed.words[one.first - 1] == "for":
        made = replace(made, days=None)
    side: Literal[-1, 0, 1] | None = None
    if one.anchor is not None:
        side = 1 if one.parts.get("side") in _AFTER else -1
    return Timex(
        Span(one.start, one.end),
        lexed.text[one.start : one.end],
        made.type,
        made.value,
        made.mod,
        when_of(made, relation, now, one.rule),
        relation,
        one.rule,
        one.anchor,
        side,
    )


def _relation(lexed: Lexed, one: Find) -> Relation:
    before = one.first - 1
    if before > 0 and lexed.words[before] in _ARTICLES:
        before -= 1
    return RELATIONS.get(lexed.words[before], "on") if before >= 0 else "on"


def when_of(made: Reading, relation: Relation, now: int | None, rule: str) -> When | None:
    """The interval of a reading under its preposition; None for what names no time of its own.

    "until" and "by" leave the start open, "since" and "after" the end; "since" may have ended at `now` at
    the earliest. "before" a time ends where it begins.
    """
    if made.meant is None:
        return None
    first, last = made.meant
    start_earliest, start_latest, end_earliest, end_latest = _bounds(first, last, relation, now)
    return When(
        start_earliest,
        start_latest,
        end_earliest,
        end_latest,
        made.precision,
        relation,
        made.basis,
        made.mod == "APPROX",
        made.clock,
        None,
        rule,
        made.alternatives,
    )


def _bounds(
    first: int, last: int, relation: Relation, now: int | None
) -> tuple[int | None, int | None, int | None, int | None]:
    """Earliest and latest start, earliest and latest end."""
    if relation == "until":
        return None, last, first, last
    if relation in ("by", "before"):
        return None, last, None, last
    if relation == "since":
        return first, last, now if now is None or now >= first else None, None
    if relation == "after":
        return first, None, first, None
    return first, last, first, last
