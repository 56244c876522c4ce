"""When a text was published, judged by the text alone: a range of days, open where nothing bounds it, with reasons.

Hints, from firm to soft: the copyright line (the year), the latest date told as past (not earlier), the nearest
date told as ahead (not later), an agency's dateline without its year, a date with its weekday (which years fit),
the weekday of the news (the range begins on one). Nothing is read from the clock.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..model import UNKNOWN_PUBLISHED, Published, Timex
from .calendar import civil, day_number, is_date, weekday, year_interval
from .english import MONTH, WEEKDAY
from .english_verbs import ENGLISH_VERBS
from .tense import Tenses

if TYPE_CHECKING:
    from spacy.tokens import Doc

_COPYRIGHT = re.compile(r"(?:©|\(c\)|copyright)[ \t]{0,3}(?:\(c\)|©)?[ \t]{0,3}((?:19|20)\d\d)(?!\d)", re.I)
_DATELINE = re.compile(
    r"^[A-Z][A-Z .'-]{2,40},[^\n]{0,40}?\b([A-Z][a-z]{2,8})\.? (\d{1,2})\b(?=[^\n]{0,30}[-–—])", re.M
)
_PARTIAL = re.compile(r"XXXX-(\d\d)(?:-(\d\d))?$")
_LEAD_CHARS = 600
_YEAR = 366
_FINE = frozenset({"day", "time", "month", "month_part"})
_MONTH_WORDS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True, slots=True)
class _Range:
    """What is known so far: first and last possible day, and why."""

    first: int | None = None
    last: int | None = None
    reasons: tuple[str, ...] = ()

    def not_before(self, day: int, reason: str) -> _Range:
        if (self.first is not None and day <= self.first) or (self.last is not None and day > self.last):
            return self
        return _Range(day, self.last, (*self.reasons, reason))

    def not_after(self, day: int, reason: str) -> _Range:
        if (self.last is not None and day >= self.last) or (self.first is not None and day < self.first):
            return self
        return _Range(self.first, day, (*self.reasons, reason))


def estimate(doc: Doc, timexes: Sequence[Timex]) -> Published:
    """The range of days on which a text may have been published, or `UNKNOWN_PUBLISHED`.

    `timexes` are those that `find_dates` gives for an unknown publication date.
    """
    text, tenses = doc.text, Tenses(doc, ENGLISH_VERBS)
    known, copyright_at = _copyright(text)
    told = [one for one in timexes if copyright_at is None or not copyright_at[0] <= one.span.start < copyright_at[1]]
    past = [one for one in told if tenses.at(one.span.start) == "past" or _is_pictured(one, tenses)]
    ahead = [one for one in told if tenses.is_promised(one.span.start)]
    known = _stated(known, past, ahead)
    if known.first is None and known.last is None:
        return UNKNOWN_PUBLISHED
    dated = _agency_day(text, known)
    if dated is not None:
        return Published(dated, dated, "dateline", "the dateline gives day and month, the text the year")
    known = _yearless(known, past)
    known = _on_news_day(known, past)
    return _published(known)


def _copyright(text: str) -> tuple[_Range, tuple[int, int] | None]:
    """The year of the last copyright line, and where it stands."""
    match = None
    for found in _COPYRIGHT.finditer(text):
        match = found
    if match is None:
        return _Range(), None
    first, last = year_interval(int(match[1]))
    return _Range(first, last, (f"the copyright line says {match[1]}",)), match.span()


def _is_pictured(one: Timex, tenses: Tenses) -> bool:
    """A day told in the present tense, as captions do."""
    fine = one.when is not None and one.when.precision == "day"
    return fine and one.relation == "on" and tenses.at(one.span.start) == "present"


def _stated(known: _Range, past: Sequence[Timex], ahead: Sequence[Timex]) -> _Range:
    """Bounds by dates with a year: the latest one told as past, the nearest one promised."""
    for one in past:
        if _is_stated(one) and one.relation not in ("until", "by") and one.when and one.when.earliest is not None:
            known = known.not_before(one.when.earliest, f"tells of {one.text}")
    for one in ahead:
        fine = one.when is not None and one.when.precision in _FINE
        if fine and _is_stated(one) and one.when is not None and one.when.latest is not None:
            known = known.not_after(one.when.latest, f"expects {one.text}")
    return known


def _is_stated(one: Timex) -> bool:
    return one.type in ("DATE", "TIME") and one.when is not None and one.when.basis == "stated"


def _agency_day(text: str, known: _Range) -> int | None:
    """The day of a dateline without its year, where the range leaves one year for it."""
    match = _DATELINE.search(text[:_LEAD_CHARS])
    month = MONTH.get(match[1].lower()) if match else None
    if match is None or month is None or not _is_narrow(known):
        return None
    days = _days_in(known, month, int(match[2]))
    return days[0] if len(days) == 1 else None


def _is_narrow(known: _Range) -> bool:
    """Whether both ends are known and lie within a year, so that a day and month have one year."""
    return known.first is not None and known.last is not None and known.last - known.first <= _YEAR


def _days_in(known: _Range, month: int, day: int) -> list[int]:
    """Every year's such day inside a narrow range."""
    if known.first is None or known.last is None:
        return []
    years = range(civil(known.first)[0], civil(known.last)[0] + 1)
    days = [day_number(year, month, day) for year in years if is_date(year, month, day)]
    return [found for found in days if known.first <= found <= known.last]


def _yearless(known: _Range, past: Sequence[Timex]) -> _Range:
    """Months and days without a year, told as past, inside a range of at most a year."""
    for one in past:
        match = _PARTIAL.match(one.value)
        if not match or not _is_narrow(known) or one.anchor is not None or one.relation in ("until", "by"):
            continue
        month, day = int(match[1]), int(match[2] or 0) or _into_month(one)
        days = [found for found in _days_in(known, month, day) if _fits_weekday(one.text, found)]
        if len(days) == 1:
            known = known.not_before(days[0], f"tells of {one.text} as past")
    return known


def _into_month(one: Timex) -> int:
    """The middle day of a part of a month; a whole month may have just begun."""
    return {"START": 5, "MID": 15, "END": 25}.get(one.mod or "", 1)


def _fits_weekday(text: str, day: int) -> bool:
    """Whether a date that names its weekday falls on it."""
    word = text.split(",")[0].split()[0].strip(".").lower()
    return word not in WEEKDAY or WEEKDAY[word] == weekday(day)


def _on_news_day(known: _Range, past: Sequence[Timex]) -> _Range:
    """Begin the range on the weekday of the news, where its lead names one."""
    if known.first is None or len(known.reasons) < 2:
        return known
    for one in past:
        word = one.text.split()[0].lower()
        if one.span.start < _LEAD_CHARS and one.type == "DATE" and word in WEEKDAY and len(one.text.split()) == 1:
            day = known.first + (WEEKDAY[word] - weekday(known.first)) % 7
            return known.not_before(day, f"its news is of a {one.text}")
    return known


def _published(known: _Range) -> Published:
    because = "; ".join(known.reasons)
    if known.first is not None and known.last is not None:
        bounds = f"between {_words(known.first)} and {_words(known.last)}"
    elif known.first is not None:
        bounds = f"not before {_words(known.first)}"
    else:
        bounds = f"not after {_words(known.last or 0)}"
    return Published(known.first, known.last, "estimated", f"{bounds} by the text: {because}")


def _words(day: int) -> str:
    year, month, of_month = civil(day)
    return f"{of_month} {_MONTH_WORDS[month - 1]} {year}"
