"""What an unsure publication date does to the dates that count from it.

Every text with an unsure date is read twice, for its earliest and its latest publication day. What both
readings share is sure; where they differ the interval reaches from one to the other, and the value keeps the
parts that they agree on. Nothing known at all: the form stays ("XXXX-11"), the interval is dropped.
"""

from __future__ import annotations

from dataclasses import replace

from ..model import Precision
from .reading import Reading

PROBES = (433, 40_414)
"""10 March 1971 and 25 August 2080: years, months, days and weekdays differ, so what counts from them does too."""


def doubted(early: Reading, late: Reading, *, known: bool) -> Reading:
    """The two readings of one find as one; `known` tells whether the range of publication means anything."""
    if early == late:
        return early
    value = shared_value(early.value, late.value)
    ours, theirs = early.meant, late.meant
    if not known or ours is None or theirs is None:
        return replace(late, value=value, days=None, loose=None, alternatives=(), is_reference=False)
    days = min(ours[0], theirs[0]), max(ours[1], theirs[1])
    precision: Precision = late.precision if ours == theirs else "days"
    return replace(late, value=value, days=days, loose=None, precision=precision, alternatives=())


def shared_value(one: str, other: str) -> str:
    """The parts of two TIMEX3 values that agree; X for each figure of the others.

    >>> shared_value("2025-11-06", "2025-12-06")
    '2025-XX-XX'
    """
    if one == other:
        return one
    ours, theirs = one.split("-"), other.split("-")
    if len(ours) != len(theirs):
        return "XXXX"
    out: list[str] = []
    agrees = True
    for place, (mine, yours) in enumerate(zip(ours, theirs, strict=True)):
        same = mine == yours
        out.append(mine if same and agrees else _masked(mine))
        agrees = agrees and (same or place == 0)
    return "-".join(out)


def _masked(part: str) -> str:
    date, mark, clock = part.partition("T")
    return "".join("X" if sign.isdigit() else sign for sign in date) + mark + clock
