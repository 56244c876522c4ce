"""Two dates that delimit one stretch of time: "between March and May", "from 1999 to 2009", "3-5 June"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..model import Relation, Timex, When
from .vocabulary import Joints

_LOOK_BACK = 24
"""Characters before a range that hold the word which opens it."""
_LONGEST_GAP = 16
_DASHES = frozenset("-–—")


def joined_ranges(text: str, timexes: Sequence[Timex], joints: Joints) -> Iterator[Timex]:
    """The same expressions; those that open and close a range both carry the whole of it."""
    index = 0
    while index < len(timexes):
        one = timexes[index]
        other = timexes[index + 1] if index + 1 < len(timexes) else None
        whole = _range(text, one, other, joints) if other else None
        if whole is None or other is None:
            yield one
            index += 1
            continue
        yield _within(one, whole, "from")
        yield _within(other, whole, "to")
        index += 2


def _within(one: Timex, whole: When, relation: Relation) -> Timex:
    return replace(one, when=replace(whole, relation=relation), relation=relation)


def _range(text: str, one: Timex, other: Timex, joints: Joints) -> When | None:
    """The stretch that two neighbours delimit, or None."""
    if one.when is None or other.when is None or not _delimits(text, one.span.start, one.span.end, other, joints):
        return None
    first, last = _plain(one), _plain(other)
    if first is None or last is None or first[0] > last[0]:
        return None
    return replace(
        other.when,
        start_earliest=first[0],
        start_latest=first[1],
        end_earliest=last[0],
        end_latest=last[1],
        rule=f"{one.rule} to {other.rule}",
    )


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
