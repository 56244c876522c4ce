"""When each candidate happened: its own date, its sentence's, the running narrative date, or the news day.

A date belongs to the verb or noun that governs it. What is not stated is marked implied, with the words why.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from geo.model import Span

from ..dates.anchor import anchored
from ..model import Published, Reason, Timex, When
from .attach import Attachments, Link
from .clause import Clause
from .mention import Dated
from .syntax import Syntax
from .triggers import Candidate

_FINE = {"time": 0, "day": 0, "days": 1, "week": 2, "month_part": 3, "month": 4, "quarter": 5, "season": 6, "year": 7}
_RUNNING_DAYS = 21
"""A paragraph's running date reaches back this far from the news day; older dates are history, told apart."""


@dataclass(frozen=True, slots=True)
class Calendar:
    """What dating needs from the article: its syntax, expressions, links and publication day."""

    syntax: Syntax
    timexes: tuple[Timex, ...]
    links: Attachments
    published: Published

    @property
    def news_day(self) -> int | None:
        """The last day that the article may have been published on."""
        return self.published.day


def own_time(calendar: Calendar, number: int, candidate: Candidate, clause: Clause) -> Dated | None:
    """The date that hangs below the candidate itself."""
    links = [link for link in calendar.links.times.get(number, ()) if calendar.timexes[link.index].when is not None]
    if not links:
        return None
    ranged = _range(calendar, links)
    if ranged is not None:
        return ranged
    best = min(links, key=lambda link: _rank(calendar, candidate, link))
    timex = calendar.timexes[best.index]
    if timex.when is None:
        return None
    when = bounded(timex, timex.when, calendar.news_day, clause)
    return Dated(when, timex.span, Reason("when", f"“{timex.text}” belongs to it"), 0.95 if best.steps <= 3 else 0.8)


def _rank(calendar: Calendar, candidate: Candidate, link: Link) -> tuple[int, int, int]:
    timex = calendar.timexes[link.index]
    inside = sum(calendar.syntax.deps[token] in ("relcl", "appos", "pobj") for token in link.through)
    precision = timex.when.precision if timex.when else "open"
    return inside, _FINE.get(precision, 9), link.steps


def _range(calendar: Calendar, links: list[Link]) -> Dated | None:
    """Two expressions joined by "between ... and" or "from ... to" are one interval."""
    pairs = [link for link in links if link.preposition in ("between", "from", "to", "until", "through")]
    if len(pairs) < 2:
        return None
    first, second = pairs[0], pairs[1]
    one, two = calendar.timexes[first.index], calendar.timexes[second.index]
    if first.preposition not in ("between", "from") or one.when is None or two.when is None:
        return None
    if None in (one.when.earliest, two.when.latest) or (one.when.earliest or 0) > (two.when.latest or 0):
        return None
    if one.when.is_span:
        return None
    when = When(
        one.when.earliest, one.when.latest, two.when.earliest, two.when.latest, two.when.precision, basis=two.when.basis
    )
    span = Span(one.span.start, two.span.end)
    return Dated(when, span, Reason("when", f"from “{one.text}” to “{two.text}”"), 0.9)


def bounded(timex: Timex, when: When, news_day: int | None, clause: Clause) -> When:
    """Open the interval on the side that "until", "since" and "by" leave open."""
    relation = timex.relation if timex.relation != "on" else when.relation
    if when.is_span or relation in ("on", "during", "from", "to"):
        return when
    if relation == "until":
        start = (None, when.end_latest)
        if clause.tense in ("future", "perfect", "present", "progressive") and news_day is not None:
            start = (None, news_day)
        return replace(when, start_earliest=start[0], start_latest=start[1], relation="until")
    if relation == "since":
        return replace(when, end_earliest=news_day, end_latest=None, relation="since")
    if relation == "by" and clause.tense in ("future", "infinitive") and news_day is not None:
        begin = min(news_day, when.latest if when.latest is not None else news_day)
        return replace(when, start_earliest=begin, end_earliest=begin, relation="by")
    return when


def anchored_time(
    calendar: Calendar, number: int, times: dict[int, Dated], owner: dict[int, int], clause: Clause
) -> Dated | None:
    """A date that leans on another event of the text: "days before the announcement"."""
    for link in calendar.links.times.get(number, ()):
        timex = calendar.timexes[link.index]
        if timex.anchor is None or timex.direction is None:
            continue
        target = _anchor_number(calendar.syntax, timex.anchor, owner)
        base = times.get(target) if target is not None and target != number else None
        if base is None or base.when is None:
            continue
        when = bounded(timex, anchored(timex, base.when), calendar.news_day, clause)
        anchor = calendar.syntax.text[timex.anchor.start : timex.anchor.end]
        return Dated(replace(when, basis="anchored", anchor=anchor), timex.span, Reason("when", f"“{timex.text}”"), 0.8)
    return None


def _anchor_number(syntax: Syntax, span: Span, owner: dict[int, int]) -> int | None:
    for token in reversed(syntax.tokens_of(span)):
        if token in owner:
            return owner[token]
    return None


def implied(day: int | None, why: str, sure: float, *, doubtful: bool = True) -> Dated:
    """The news day, or nothing if it is not known."""
    if day is None:
        return Dated(None, None, Reason("when", "the text gives no date for it"), sure)
    when = When.window(day, day, "day", basis="implied", rule="news_day")
    return Dated(when, None, Reason("when", why, doubtful=doubtful), sure)


def undated() -> Dated:
    """No date, and nothing to infer one from."""
    return Dated(None, None, Reason("when", "the text gives no date for it"), 0.9)


def ahead(day: int | None) -> Dated:
    """Planned without a date: from the news day on."""
    if day is None:
        return undated()
    when = When(day, None, None, None, "open", relation="after", basis="implied", rule="planned")
    return Dated(when, None, Reason("when", "planned, no date given: after the news day", doubtful=True), 0.6)


def inherited(base: Dated, why: str) -> Dated:
    """Another event's time, marked implied."""
    if base.when is None:
        return undated()
    return Dated(replace(base.when, basis="implied", rule="narrative"), None, Reason("when", why), base.sure * 0.8)


def is_recent(when: When | None, news_day: int | None) -> bool:
    """Whether a running date is part of the news itself, not of its history."""
    if when is None or news_day is None or when.latest is None or when.earliest is None:
        return False
    return news_day - _RUNNING_DAYS <= when.latest <= news_day + 1
