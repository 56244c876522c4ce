"""Two dates that delimit one stretch of time: "between March and May", "from 1999 to 2009", "3-5 June"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeAlias

from ..model import Relation, Timex, When
from .vocabulary import Joints

_LOOK_BACK = 24
"""Characters before a range that hold the word which opens it."""
_LONGEST_GAP = 16
_DASHES = frozenset("-–—")


_Days: TypeAlias = tuple[int, int]


def joined_ranges(text: str, timexes: Sequence[Timex], joints: Joints) -> Iterator[Timex]:
    """The same expressions; those that open and close a range both carry the whole of it."""
    index = 0
    while index < len(timexes):
        one = timexes[index]
        other = timexes[index + 1] if index + 1 < len(timexes) else None
        ends = _ends(text, one, other, joints) if other else None
        if ends is None or other is None or other.when is None:
            yield one
            index += 1
            continue
        rule = f"{one.rule} to {other.rule}"
        yield _within(one, ends, other.when, "from", rule)
        yield _within(other, ends, other.when, "to", rule)
        index += 2


def _within(one: Timex, ends: tuple[_Days, _Days], closing: When, relation: Relation, rule: str) -> Timex:
    """An end with the whole stretch; spelt out, for `replace` would cost most of all on a long list of ranges."""
    more = closing.alternatives
    bounds = *ends[0], *ends[1]
    when = When(
        *bounds,
        closing.precision,
        relation,
        closing.basis,
        closing.approximate,
        closing.clock,
        closing.anchor,
        rule,
        more,
    )
    stated = one.span, one.text, one.type, one.value, one.mod
    return Timex(*stated, when, relation, one.rule, one.anchor, one.direction, one.shift)


def _ends(text: str, one: Timex, other: Timex, joints: Joints) -> tuple[_Days, _Days] | None:
    """The days of the beginning and of the end of the stretch that two neighbours delimit, or None."""
    if one.when is None or other.when is None or not _delimits(text, one.span.start, one.span.end, other, joints):
        return None
    first, last = _plain(one), _plain(other)
    return None if first is None or last is None or first[0] > last[0] else (first, last)


def _delimits(text: str, start: int, end: int, other: Timex, joints: Joints) -> bool:
    """Whether what stands between two dates, and before the first, makes them the ends of one stretch."""
    gap = text[end : other.span.start]
    words = gap.split()
    if len(gap) > _LONGEST_GAP or not words:
        return False
    joint = words[0]
    if joint in _DASHES and len(words) == 1:
        return True
    if words[1:] not in ([], [joints.article]) or not (gap[0].isspace() and gap[-1].isspace()):
        return False
    opener = _opener(text[max(0, start - _LOOK_BACK) : start], joints)
    if joint in joints.both:
        return opener == joints.both[joint]
    return joint in joints.to or joint in _DASHES or (joint in joints.to_if_opened and opener != "")


def _opener(before: str, joints: Joints) -> str:
    """The word that opens a range right before it, in lower case; empty where there is none."""
    words = before.lower().split()
    if before[-1:].isspace() and words:
        if words[-1] == joints.article and len(words) > 1:
            words.pop()
        return words[-1] if words[-1] in joints.openers else ""
    return ""


def _plain(one: Timex) -> tuple[int, int] | None:
    """The days of one end without the bound that its preposition set."""
    when = one.when
    if when is None:
        return None
    days = [
        day for day in (when.start_earliest, when.start_latest, when.end_earliest, when.end_latest) if day is not None
    ]
    return (min(days), max(days)) if days and one.relation not in ("since", "after") else _opening(when)


def _opening(when: When) -> tuple[int, int] | None:
    if when.start_earliest is None or when.start_latest is None:
        return None
    return when.start_earliest, when.start_latest
