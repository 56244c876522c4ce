"""How long something went on: "for more than a week", "for 18 years" give a span that ends with what is told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from ..dates.anchor import anchored
from ..model import Reason, Timex, When
from .calendar import Calendar
from .clause import Clause
from .mention import Dated
from .syntax import Syntax
from .triggers import Candidate

_FOLLOWING = frozenset(("following", "ensuing", "next", "subsequent"))
_WENT_ON = frozenset(("perfect", "pluperfect", "past"))


def durations(syntax: Syntax, timexes: tuple[Timex, ...]) -> Mapping[int, Timex]:
    """Verb token -> how long it went on: the durations under "for" that hang at it directly."""
    found: dict[int, Timex] = {}
    for timex in timexes:
        top = syntax.top_of(timex.span) if timex.type == "DURATION" and timex.when is None else None
        if top is None or syntax.deps[top] != "pobj":
            continue
        preposition = syntax.heads[top]
        if syntax.lowers[preposition] == "for" and _is_days(timex):
            found[syntax.heads[preposition]] = timex
    return found


def _is_days(timex: Timex) -> bool:
    return timex.value.startswith("P") and not timex.value.startswith("PT")


def followings(syntax: Syntax, timexes: tuple[Timex, ...]) -> Mapping[int, Timex]:
    """Verb token -> the time that followed what was told before: "over the following three weeks"."""
    found: dict[int, Timex] = {}
    for timex in timexes:
        words = timex.text.lower().split()[:2]
        if timex.type == "DURATION" and _is_days(timex) and _FOLLOWING & set(words):
            top = syntax.top_of(timex.span)
            if top is not None and syntax.deps[top] == "pobj":
                found[syntax.heads[syntax.heads[top]]] = timex
    return found


def followed(found: Mapping[int, Timex], candidate: Candidate, clause: Clause, base: Dated | None) -> Dated | None:
    """The span from the date told before (`base`) on, as long as the words say."""
    timex = next((found[part] for part in candidate.parts if part in found), None)
    if timex is None or base is None or base.when is None or clause.tense not in _WENT_ON:
        return None
    start = replace(base.when, clock=None)
    end = anchored(replace(timex, shift=timex.value, direction=1, anchor=None), start)
    if start.earliest is None or start.latest is None or end.latest is None or end.earliest is None:
        return None
    when = When(start.earliest, start.latest, end.earliest, end.latest, "week", basis="implied", rule="followed")
    return Dated(when, timex.span, Reason("when", f"“{timex.text}”, counted from the date told before"), 0.6)


def lasted(
    calendar: Calendar,
    lengths: Mapping[int, Timex],
    candidate: Candidate,
    clause: Clause,
    opening: int | None,
    before: Dated | None,
) -> Dated | None:
    """The span of what went on for a stated time; it ended by the news day, or with what the news opens with.

    What is told as past right after a day of history (`before`) began on that day: "they worked for six days".
    """
    timex = next((lengths[part] for part in candidate.parts if part in lengths), None)
    day = calendar.news_day
    if timex is None or day is None or clause.tense not in _WENT_ON or clause.status != "asserted":
        return None
    if clause.tense == "past" and before is not None and before.when is not None and before.when.precision == "day":
        return followed({candidate.token: timex}, candidate, clause, before)
    begun = anchored(replace(timex, shift=timex.value, direction=-1), When.window(day, day, "day"))
    if begun.earliest is None or begun.latest is None or begun.latest >= day:
        return None
    ended = day if clause.tense == "perfect" or opening is None else max(begun.latest, opening)
    when = When(begun.earliest, begun.latest, ended, day, begun.precision, basis="implied", rule="lasted")
    return Dated(when, None, Reason("when", f"“for {timex.text}”, counted back from the news day", doubtful=True), 0.5)
