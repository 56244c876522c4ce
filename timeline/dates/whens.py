"""From a reading to a `Timex` with its `When`: bounds, ranges of start and end, the basis."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from ..model import Relation, Span, Timex, When
from .find import Find
from .numerals import Lexed
from .reading import Reading
from .vocabulary import Joints

_BOUND_WORDS = 3


def timex_of(lexed: Lexed, one: Find, made: Reading, now: int | None, joints: Joints, tag_after: str = "") -> Timex:
    """The expression of a find; `now` closes what began and lasts ("since 2014").

    `tag_after` is the part of speech of the word behind the find.
    """
    relation = _relation(lexed, one, joints, tag_after)
    if made.type == "DURATION" and one.first and lexed.words[one.first - 1] == "for":
        made = replace(made, days=None)
    side: Literal[-1, 0, 1] | None = None
    if one.anchor is not None:
        side = 1 if one.parts.get("side") == "after" else -1
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


def _relation(lexed: Lexed, one: Find, joints: Joints, tag_after: str) -> Relation:
    before = one.first
    if before > 1 and lexed.words[before - 1] in joints.articles:
        before -= 1
        if tag_after.startswith("NN") and lexed.words[before] == joints.article:
            return "on"  # "after the 2018 disaster": the bound is the disaster's, the date its own
    for length in range(_BOUND_WORDS, 0, -1):
        if before < length:
            continue
        relation = joints.relations.get(" ".join(lexed.words[before - length : before]))
        if relation:
            return "since" if relation == "from" and _goes_on(lexed, one.last, joints) else relation
    return "on"


def _goes_on(lexed: Lexed, after: int, joints: Joints) -> bool:
    """Whether "on" or "onward" follows, and nothing that "on" could open."""
    words = [*lexed.words[after : after + 2], "", ""]
    return words[0] in joints.onward and (words[0] != "on" or not words[1][:1].isalnum())


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
