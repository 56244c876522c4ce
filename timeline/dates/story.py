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
from .vocabulary import Joints

_NEWS_KINDS = frozenset({"deictic", "weekday", "ago"})
_FEWEST_YEARS = 4
_NEWS_SHARE = 0.2
_APART_SHARE = 0.6
_LEAD_TOKENS = 60
"""A text that opens with "on Monday" or "this week" is news, whatever years it goes on to tell of."""
_BY_TOLD = frozenset({"date", "season", "shifted", "clock", "holiday"})


_FINE = frozenset({"day", "time", "month", "week"})
_BOUNDS = frozenset({"until", "since"})
"""What a preposition says of dates that a story does not come to."""
_RESULT_SPANS = frozenset({"P9M", "P6M"})
"""Spans of results behind which "a year ago" is a year, not a quarter."""
_EARLY_RESULTS = 10
"""Days before its end that a quarter is spoken of as past."""
_MONTHS = 12
_LEAP_YEARS = 2
"""How far a story goes forward from one date that it states to the next."""


class Story:
    """The running dates of one text, from its first find to its last."""

    def __init__(self, text: str, finds: Sequence[Find], day: int | None, joints: Joints, *, narrative: bool) -> None:
        self._text = text
        self._relations = joints.relations
        self._day_first = _is_day_first(finds)
        self._day = 0 if day is None else day
        self._narrative = narrative
        self._reference = Reading("DATE", "", None if day is None else (self._day, self._day), "day")
        self._told = _opening(finds) if narrative else Reading("DATE", "", None, "day")
        if narrative:
            self._reference = self._told
        self._strong: Reading | None = None
        self._left: Reading | None = None
        self._quarter: Reading | None = None
        self._spans_quarters = False

    def setting(self, one: Find, tense: Tense, *, direct: bool, south: bool, is_flashback: bool) -> Setting:
        """What the resolver of a find may know."""
        reference = self._told if self._narrative and one.kind in _BY_TOLD else self._reference
        quarter = None if self._spans_quarters and one.kind in ("ago", "later") else self._quarter
        return Setting(
            self._day, reference, tense, self._narrative, quarter, direct, south, is_flashback, self._day_first
        )

    def told(self, one: Find, made: Reading, before: str, tense: Tense, *, is_flashback: bool) -> None:
        """Remember a reading that later finds may lean on; `before` is the word before the find."""
        if made.value in _RESULT_SPANS:
            self._spans_quarters = True
        if not made.is_reference or made.days is None:
            return
        if made.precision == "quarter" and one.kind == "quarter":
            self._spans_quarters = False
            if self._is_reported(made.days):
                self._quarter = made
        if not self._narrative:
            self._reference = made
            self._told = made if made.basis == "stated" else self._told
        elif not self._is_aside(one, made.days, before, tense, is_flashback=is_flashback):
            self._run_on(made)

    def _run_on(self, made: Reading) -> None:
        """The story has come to a date."""
        self._reference = self._told = made
        if made.precision not in _FINE:
            return
        self._left = self._strong if made.basis == "stated" and self._leaps_to(made.days) else None
        self._strong = made

    def _leaps_to(self, days: Interval | None) -> bool:
        """Whether a date lies further from the last firm one than a story goes in a step."""
        firm = self._strong.days if self._strong else None
        if days is None or firm is None:
            return False
        return not 0 <= civil(days[0])[0] - civil(firm[0])[0] <= _LEAP_YEARS

    def _is_reported(self, days: Interval) -> bool:
        """Whether results of a quarter can be out, and it is not the comparison of the year before."""
        older = self._quarter is not None and self._quarter.days is not None and days[0] < self._quarter.days[0] - 300
        return days[1] <= self._day + _EARLY_RESULTS and not older

    def new_paragraph(self) -> None:
        """A date that leapt away from those before it rules its own paragraph only."""
        if not self._narrative or self._strong is None:
            return
        if self._told is not self._strong and self._leaps_to(self._told.days):
            self._told = self._reference = self._strong
        elif self._told is self._strong and self._left is not None:
            self._told = self._reference = self._strong = self._left
            self._left = None

    def _is_aside(self, one: Find, days: Interval, before: str, tense: Tense, *, is_flashback: bool) -> bool:
        """Whether a date stands apart from the run of the story: news, in brackets, planned, a bound, a look back."""
        if (
            one.kind in _NEWS_KINDS
            or tense == "future"
            or self._relations.get(before) in _BOUNDS
            or self._in_brackets(one)
        ):
            return True
        told = self._told.days
        return told is not None and ((one.kind == "later" and "back" in one.parts) or (is_flashback and days < told))

    def _in_brackets(self, one: Find) -> bool:
        before = self._text[max(0, one.start - 40) : one.start]
        return before.rfind("(") > before.rfind(")")


def _is_day_first(finds: Sequence[Find]) -> bool:
    """Whether dates in figures put the day first: some can be read in that order only, and none in the other."""
    pairs = [str(one.parts["x"]).replace(".", "/").split("/")[:2] for one in finds if one.kind == "slashed"]
    only_day_first = any(int(first) > _MONTHS >= int(second) for first, second in pairs)
    return only_day_first and not any(int(second) > _MONTHS for _, second in pairs)


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
    years = [lexed.values[match.start()] for match in re.finditer(lexicon.any_of("YEAR"), letters)]
    now = 9999 if day is None else civil(day)[0]
    before_christ = len(re.findall(lexicon.any_of("ERA", "=bc"), letters))
    apart = before_christ + sum(isinstance(year, int) and 1200 <= year < now - 1 for year in years)
    total = len(years) + before_christ
    if total < _FEWEST_YEARS:
        return False
    cues = (match.start() for match in _news_cues(lexicon).finditer(letters))
    news = [cue for cue in cues if lexed.words[cue] not in lexicon.language.abbreviations]
    return apart > _APART_SHARE * total and len(news) < _NEWS_SHARE * total and not (news and news[0] < _LEAD_TOKENS)


def _news_cues(lexicon: Lexicon) -> re.Pattern[str]:
    """What news says and history does not: days of the week, "yesterday", "ago", "last week"."""
    days = lexicon.any_of("WEEKDAY", "DEICTIC", "=ago")
    return re.compile(f"{days}|{lexicon.any_of('SHIFT')}{lexicon.any_of('UNIT', 'WEEKDAY')}")
