"""Dates that lean on another event of the text: "days before the vote", "a week after the attack"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from geo.model import Span

from ..dates.anchor import anchored
from ..model import Reason, Timex, When
from .calendar import Calendar, inherited
from .clause import Clause
from .coref import pointed_at
from .mention import Dated
from .syntax import Syntax
from .triggers import Candidate
from .verbs import LIGHT
from .when_own import bounded

_WIDEST = {"PXD": (1, 13), "PXW": (7, 55)}
"""Shortest and longest shift, in days, that a vague plural allows at all (the annotators' outer bounds, 2025)."""

_PAST = frozenset(("past", "perfect", "pluperfect", "participle", "gerund"))


def _shifted(timex: Timex, anchor: When) -> When:
    """The anchored interval in its widest reading: "days" may be one to thirteen, "weeks" one to eight."""
    when = anchored(timex, anchor)
    bounds = _WIDEST.get(timex.shift)
    if bounds is None or not timex.direction or anchor.earliest is None or anchor.latest is None or when.is_span:
        return when
    near, far = bounds
    days = (
        (anchor.earliest + near, anchor.latest + far)
        if timex.direction > 0
        else (anchor.earliest - far, anchor.latest - near)
    )
    return replace(when, start_earliest=days[0], start_latest=days[1], end_earliest=days[0], end_latest=days[1])


def lean(
    calendar: Calendar,
    number: int,
    found: tuple[Candidate, ...],
    clauses: Sequence[Clause],
    times: dict[int, Dated],
    opening: int | None,
) -> None:
    """A date that leans on another event of the text: "days before the announcement"."""
    for link in calendar.links.times.get(number, ()):
        timex = calendar.timexes[link.index]
        if timex.anchor is None:
            continue
        target = _anchor_number(calendar.syntax, timex.anchor, found, number, times)
        if target == number:
            _lean_on_news(calendar, number, timex, times, opening)
            continue
        base = times.get(target) if target is not None else None
        if base is not None and base.when is not None:
            _lean_forth(calendar, number, timex, base.when, clauses[number], times)
        elif target is not None and number in times and _same_sentence(calendar.syntax, found, number, target):
            _date_anchor(calendar, target, timex, times[number], times)
        elif target is not None and _same_sentence(calendar.syntax, found, number, target):
            _lean_back(calendar, number, target, timex, found, times)
        if number not in times and timex.when is not None:
            times[number] = Dated(timex.when, timex.span, Reason("when", f"“{timex.text}”", doubtful=True), 0.4)


def _lean_forth(
    calendar: Calendar, number: int, timex: Timex, base: When, clause: Clause, times: dict[int, Dated]
) -> None:
    """The anchor's date, shifted; a date of the clause's own stays, and what is told as past lies not ahead."""
    day, when = calendar.news_day, bounded(timex, _shifted(timex, base), calendar.news_day, clause)
    if number in times and times[number].span is not None:
        return
    if day is not None and when.earliest is not None and when.earliest > day and clause.tense in _PAST:
        return
    anchor = calendar.syntax.text[timex.anchor.start : timex.anchor.end] if timex.anchor is not None else None
    when = replace(when, basis="anchored", anchor=anchor)
    times[number] = Dated(when, timex.span, Reason("when", f"“{timex.text}”"), 0.8)


def _date_anchor(calendar: Calendar, target: int, timex: Timex, base: Dated, times: dict[int, Dated]) -> None:
    """“Five years after its launch, the shop passed its rival in May”: the launch was five years before that May."""
    if base.when is None or base.when.is_span or not timex.direction:
        return
    when = replace(_shifted(replace(timex, direction=-timex.direction), base.when), basis="anchored")
    times[target] = Dated(when, timex.span, Reason("when", f"“{timex.text}”, counted back"), 0.7)


def _lean_on_news(calendar: Calendar, number: int, timex: Timex, times: dict[int, Dated], opening: int | None) -> None:
    """“The move comes weeks after voters rejected it”: told as news, so that was weeks before the news day.

    “The incident came weeks after ...” speaks of what the news opens with, on the day `opening`.
    """
    if calendar.news_day is None or number in times:
        return
    syntax = calendar.syntax
    above = syntax.path(syntax.tokens_of(timex.span)[0])
    came = opening is not None and any(syntax.tags[token] == "VBD" and syntax.lemmas[token] in LIGHT for token in above)
    base = opening if came and opening is not None else calendar.news_day
    flipped = replace(timex, direction=-(timex.direction or 0))
    when = replace(_shifted(flipped, When.window(base, base, "day")), basis="anchored")
    from_what = "what the news opens with" if came else "the news day"
    reason = Reason("when", f"“{timex.text}”, counted from {from_what}", doubtful=True)
    times[number] = Dated(when, timex.span, reason, 0.6)


def _same_sentence(syntax: Syntax, found: tuple[Candidate, ...], one: int, two: int) -> bool:
    return syntax.sentence_of[found[one].token] == syntax.sentence_of[found[two].token]


def _lean_back(
    calendar: Calendar, number: int, target: int, timex: Timex, found: tuple[Candidate, ...], times: dict[int, Dated]
) -> None:
    """“The attack came two days before the visit” dates the visit by the attack."""
    known = pointed_at(calendar.syntax, found, found[number].token, number)
    base = times.get(known) if known is not None else None
    if base is None or base.when is None or target in times:
        return
    flipped = replace(timex, direction=-(timex.direction or 0))
    when = replace(_shifted(flipped, base.when), basis="anchored")
    times[target] = Dated(when, timex.span, Reason("when", f"“{timex.text}”"), 0.75)
    times[number] = inherited(base, "what it points back at")


def _anchor_number(
    syntax: Syntax, span: Span, found: tuple[Candidate, ...], number: int, times: dict[int, Dated]
) -> int | None:
    """The candidate that the words of an anchor name, or point back at; dated ones first."""
    tokens = syntax.tokens_of(span)
    if not tokens:
        return None
    for other, candidate in enumerate(found):
        if any(part in tokens for part in candidate.parts):
            own = syntax.sentence_of[candidate.token]
            earlier = pointed_at(syntax, found, candidate.token, other) if candidate.nominal else None
            return earlier if earlier is not None and syntax.sentence_of[found[earlier].token] < own else other
    return pointed_at(syntax, found, tokens[-1], number, among=times)
