"""The dates that a text has told so far: what "two days later", "that year" and a bare month lean on."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .calendar import Interval, civil, year_interval
from .find import Find
from .lexer import Lexicon
from .numerals import Lexed
from .reading import Reading
from .setting import Setting
from .tense import Tense

_NEWS_KINDS = frozenset({"deictic", "weekday", "ago"})
_FEWEST_YEARS = 4
_NEWS_SHARE = 0.2
_APART_SHARE = 0.6
_BY_TOLD = frozenset({"date", "season", "shifted", "clock", "holiday"})


_FINE = frozenset({"day", "time", "month", "week"})
_BOUNDS = frozenset({"until", "till", "since"})
_RESULT_SPANS = frozenset({"P9M", "P6M"})
"""Spans of results behind which "a year ago" is a year, not a quarter."""
_EARLY_RESULTS = 10
"""Days before its end that a quarter is spoken of as past."""
_LEAP_YEARS = 2
"""How far a story goes forward from one paragraph to the next on a bare year."""


class Story:
    """The running dates of one text, from its first find to its last."""

    def __init__(self, text: str, finds: Sequence[Find], day: int | None, *, narrative: bool) -> None:
        self._text = text
        self._day = 0 if day is None else day
        self._narrative = narrative
        self._reference = Reading("DATE", "", None if day is None else (self._day, self._day), "day")
        self._told = _opening(finds) if narrative else Reading("DATE", "", None, "day")
        if narrative:
            self._reference = self._told
        self._strong: Reading | None = None
        self._quarter: Reading | None = None
        self._spans_quarters = False

    def setting(self, one: Find, tense: Tense) -> Setting:
        """What the resolver of a find may know."""
        reference = self._told if self._narrative and one.kind in _BY_TOLD else self._reference
        quarter = None if self._spans_quarters and one.kind in ("ago", "later") else self._quarter
        return Setting(self._day, reference, tense, self._narrative, quarter)

    def told(self, one: Find, made: Reading, tense: Tense, before: str) -> None:
        """Remember a reading that later finds may lean on; `before` is the word before the find."""
        if made.value in _RESULT_SPANS:
            self._spans_quarters = True
        if not made.is_reference or made.days is None:
            return
        if made.precision == "quarter" and one.kind == "quarter":
            self._spans_quarters = False
            if self._is_reported(made.days):
                self._quarter = made
        if self._narrative and (one.kind in _NEWS_KINDS or self._is_aside(one, tense, before)):
            return
        self._reference = made
        if made.basis == "stated" or self._narrative:
            self._told = made
            if made.precision in _FINE:
                self._strong = made

    def _is_reported(self, days: Interval) -> bool:
        """Whether results of a quarter can be out, and it is not the comparison of the year before."""
        older = self._quarter is not None and self._quarter.days is not None and days[0] < self._quarter.days[0] - 300
        return days[1] <= self._day + _EARLY_RESULTS and not older

    def new_paragraph(self) -> None:
        """A bare year that leapt away from the running date rules its own paragraph only."""
        told, strong = self._told.days, self._strong.days if self._strong else None
        if not self._narrative or told is None or strong is None or self._told is self._strong:
            return
        ahead = civil(told[0])[0] - civil(strong[0])[0]
        if not 0 <= ahead <= _LEAP_YEARS and self._strong:
            self._told = self._reference = self._strong

    def _is_aside(self, one: Find, tense: Tense, before: str) -> bool:
        """Whether a date stands apart from the run of the story: in brackets, planned, or a bound."""
        return tense == "future" or before in _BOUNDS or self._in_brackets(one)

    def _in_brackets(self, one: Find) -> bool:
        before = self._text[max(0, one.start - 40) : one.start]
        return before.rfind("(") > before.rfind(")")


def _opening(finds: Sequence[Find]) -> Reading:
    """The first stated year, for bare months before it."""
    for one in finds:
        year = one.parts.get("y")
        if one.kind == "date" and isinstance(year, int):
            year = 1 - year if str(one.parts.get("era", "")).lower().startswith("b") else year
            return Reading("DATE", "", year_interval(year), "year")
    return Reading("DATE", "", None, "day")


def is_narrative(lexed: Lexed, lexicon: Lexicon, day: int | None) -> bool:
    """Whether the text tells of another time than its publication's.

    Most of its years lie apart from the publication year, and it hardly names days of the week or "yesterday".
    """
    letters = lexed.letters
    years = [lexed.values[match.start()] for match in re.finditer(f"[{lexicon.members('YEAR')}]", letters)]
    now = 9999 if day is None else civil(day)[0]
    before_christ = len(re.findall(f"[{lexicon.members('ERA')}{lexicon.members('=bc')}]", letters))
    apart = before_christ + sum(isinstance(year, int) and 1200 <= year < now - 1 for year in years)
    total = len(years) + before_christ
    if total < _FEWEST_YEARS:
        return False
    news = len(
        re.findall(f"[{lexicon.members('WEEKDAY')}{lexicon.members('DEICTIC')}{lexicon.members('=ago')}]", letters)
    )
    return apart > _APART_SHARE * total and news < _NEWS_SHARE * total
