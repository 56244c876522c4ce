"""Two dates that delimit one stretch of time: "between March and May", "from 1999 to 2009", "3-5 June"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..model import Relation, Timex, When

_BETWEEN = re.compile(r"\s?(?:-|–|—|to|until|till|and|through)\s(?:the\s)?|\s?[-–—]\s?")
_OPENED = re.compile(r"(?:between|from|between the|from the)\s\Z", re.IGNORECASE)
_LOOK_BACK = 13
_DASHES = "-–—"


def joined_ranges(text: str, timexes: Sequence[Timex]) -> Iterator[Timex]:
    """The same expressions; those that open and close a range both carry the whole of it."""
    index = 0
    while index < len(timexes):
        one = timexes[index]
        other = timexes[index + 1] if index + 1 < len(timexes) else None
        whole = _range(text, one, other) if other else None
        if whole is None or other is None:
            yield one
            index += 1
            continue
        yield _within(one, whole, "from")
        yield _within(other, whole, "to")
        index += 2


def _within(one: Timex, whole: When, relation: Relation) -> Timex:
    return replace(one, when=replace(whole, relation=relation), relation=relation)


def _range(text: str, one: Timex, other: Timex) -> When | None:
    """The stretch that two neighbours delimit, or None."""
    gap = text[one.span.end : other.span.start]
    if one.when is None or other.when is None or len(gap) > 16 or not _BETWEEN.fullmatch(gap):
        return None
    opened = _OPENED.search(text[max(0, one.span.start - _LOOK_BACK) : one.span.start])
    if " and" in gap and not (opened and opened[0].lower().startswith("between")):
        return None
    if not opened and not gap.strip().startswith(tuple(_DASHES)) and " to " not in gap and "through" not in gap:
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
