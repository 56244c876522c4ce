"""What dating needs to know of the article, and the times that are not stated: the news day, plans, inheritance."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ..model import Published, Reason, Timex, When
from .attach import Attachments
from .mention import Dated
from .syntax import Syntax

_RUNNING_DAYS = 21
"""A running date reaches back this far from the news day; older dates are history, told apart."""

OPENING_DAYS = 7
"""News opens with what happened at most this long ago."""
PERFECT_DAYS = 5
"""How far "have closed" reaches back without a date (the annotators' habit: up to a week, 2025)."""


@dataclass(frozen=True, slots=True)
class Calendar:
    """What dating needs from the article: its syntax, expressions, links and publication day."""

    syntax: Syntax
    timexes: tuple[Timex, ...]
    links: Attachments
    published: Published

    @property
    def news_day(self) -> int | None:
        """The publication day; the last possible one if only a range is known."""
        return self.published.day if self.published.day is not None else self.published.latest


def lately(day: int | None, opening: int | None, *, long: bool) -> Dated:
    """Told as news without a date: between the happening that the news opens with and the news day.

    `opening` is that happening's day; without one it is the news day itself, or for a `long` tense ("have closed")
    the days before it.
    """
    if day is None:
        return undated()
    first = min(day if opening is None else opening, day - PERFECT_DAYS if long else day)
    if first == day:
        when = When.window(day, day, "day", basis="implied", rule="news_day")
        return Dated(when, None, Reason("when", "no date given; told as news, so the news day", doubtful=True), 0.55)
    when = When.window(first, day, "days", basis="implied", rule="lately")
    why = "no date given; between the happening that the news opens with and the news day"
    why = why if first == opening else "no date given; told in the perfect, so in the days before the news day"
    return Dated(when, None, Reason("when", why, doubtful=True), 0.5)


def under_way(day: int | None) -> Dated:
    """Told as going on: begun by the news day, its end open."""
    if day is None:
        return undated()
    when = When(day, day, day, None, "open", relation="since", basis="implied", rule="under way")
    return Dated(when, None, Reason("when", "told as under way on the news day", doubtful=True), 0.55)


def ahead(day: int | None) -> Dated:
    """Planned without a date: from the news day on."""
    if day is None:
        return undated()
    when = When(day, None, None, None, "open", relation="after", basis="implied", rule="planned")
    return Dated(when, None, Reason("when", "planned, no date given: after the news day", doubtful=True), 0.6)


def undated() -> Dated:
    """No date, and nothing to infer one from."""
    return Dated(None, None, Reason("when", "the text gives no date for it"), 0.9)


def inherited(base: Dated, why: str) -> Dated:
    """Another event's time, marked implied."""
    if base.when is None:
        return undated()
    if base.when.relation == "since" and base.when.start_earliest is not None and base.when.start_latest is not None:
        start = When.window(base.when.start_earliest, base.when.start_latest, base.when.precision)
        return Dated(replace(start, basis="implied", rule="narrative"), None, Reason("when", why), base.sure * 0.7)
    when = replace(base.when, basis="implied", rule="narrative", clock=None)
    when = replace(when, precision="day") if when.precision == "time" else when
    return Dated(when, None, Reason("when", why), base.sure * 0.8)


def is_recent(when: When | None, news_day: int | None, *, days: int = _RUNNING_DAYS) -> bool:
    """Whether a running date is part of the news itself, not of its history: at most `days` before the news day."""
    if when is None or news_day is None or when.latest is None or when.earliest is None:
        return False
    return news_day - days <= when.latest <= news_day + 1
