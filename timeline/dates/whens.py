"""From a reading to a `Timex` with its `When`: bounds, ranges of start and end, the basis."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Literal

from ..model import Relation, Span, Timex, When
from .find import Find
from .numerals import Lexed
from .reading import Reading

RELATIONS: Mapping[str, Relation] = {
    "until": "until",
    "till": "until",
    "through": "until",
    "up to": "until",
    "up until": "until",
    "as late as": "until",
    "since": "since",
    "ever since": "since",
    "by": "by",
    "no later than": "by",
    "not later than": "by",
    "before": "before",
    "prior to": "before",
    "ahead of": "before",
    "earlier than": "before",
    "after": "after",
    "later than": "after",
    "during": "during",
    "throughout": "during",
    "from": "from",
}
"""Prepositions that bound an event, the longest first where one ends like another."""
_BOUND_WORDS = 3
_ONWARD = frozenset({"on", "onward", "onwards", "forward"})
"""Behind "from 2003": it began then and goes on."""

_ARTICLES = frozenset({"the", "at", "least", "about", "around", "early", "late"})
_AFTER = frozenset({"after", "following"})


def timex_of(lexed: Lexed, one: Find, made: Reading, now: int | None, tag_after: str = "") -> Timex:
    """The expression of a find; `now` closes what began and lasts ("since 2014").

    `tag_after` is the part of speech of the word behind the find.
    """
    relation = _relation(lexed, one, tag_after)
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


def _relation(lexed: Lexed, one: Find, tag_after: str) -> Relation:
    before = one.first
    if before > 1 and lexed.words[before - 1] in _ARTICLES:
        before -= 1
        if tag_after.startswith("NN") and lexed.words[before] == "the":
            return "on"  # "after the 2018 disaster": the bound is the disaster's, the date its own
    for length in range(_BOUND_WORDS, 0, -1):
        if before < length:
            continue
        relation = RELATIONS.get(" ".join(lexed.words[before - length : before]))
        if relation:
            return "since" if relation == "from" and _goes_on(lexed, one.last) else relation
    return "on"


def _goes_on(lexed: Lexed, after: int) -> bool:
    """Whether "on" or "onward" follows, and nothing that "on" could open."""
    words = [*lexed.words[after : after + 2], "", ""]
    return words[0] in _ONWARD and (words[0] != "on" or not words[1][:1].isalnum())


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
