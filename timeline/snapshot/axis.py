"""The time axis of the strip: one or more stretches of days laid side by side, with breaks between.

Stories span decades and days at once. The busy stretch gets most of the width; what lies long before goes into a short
background stretch, what lies long after into a last one.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from ..dates.calendar import civil, day_number
from ..model import Event
from ..speech import SPEECH
from ..words import year_words

BREAK_RATIO = 5.0
"""A stretch is cut off when leaving it out makes the rest at least this many times shorter."""
ENOUGH = 100.0
"""Beyond this a shorter stretch is no gain: rather take in one more event."""
FEW, MOST_OF = 12, 0.5
"""The busy stretch holds a third of a few events, and this share of more."""
SAMPLE = 80
STEPS_DAYS = (1, 2, 7, 14)
STEPS_MONTHS = (1, 3, 6)
STEPS_YEARS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days `first` to `last` (both included) between two positions in millimetres."""

    first: int
    last: int
    left: float
    right: float
    role: str = "main"

    def at(self, day: float) -> float:
        """The position of a moment; days outside are held at the ends."""
        share = (day - self.first) / max(1, self.last + 1 - self.first)
        return self.left + (self.right - self.left) * min(1.0, max(0.0, share))


@dataclass(frozen=True, slots=True)
class Axis:
    """The stretches from left to right."""

    stretches: tuple[Stretch, ...]

    def at(self, day: float) -> float:
        """The position of a moment: in the stretch that holds it, else at the nearer end of the one before it."""
        return self._holding(day).at(day)

    def end(self, day: int) -> float:
        """The position of the end of a day."""
        return self._holding(day).at(day + 1)

    def _holding(self, day: float) -> Stretch:
        begun = [stretch for stretch in self.stretches if stretch.first <= day]
        return begun[-1] if begun else self.stretches[0]

    @property
    def main(self) -> Stretch:
        """The busy stretch."""
        return next(stretch for stretch in self.stretches if stretch.role == "main")


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark on the axis with its words; `strong` at the turn of a larger unit."""

    x: float
    text: str
    strong: bool = False


def middle_day(event: Event) -> float:
    """The moment that stands for an event when the axis is laid out: the middle of its known days."""
    assert event.when is not None
    days = [d for d in (event.when.earliest, event.when.latest) if d is not None]
    return sum(days) / len(days) if days else 0.0


def known_days(event: Event) -> list[int]:
    """The first and last day of an event that are known."""
    when = event.when
    if when is None:
        return []
    days = (when.start_earliest, when.start_latest, when.end_earliest, when.end_latest)
    return [day for day in days if day is not None]


def busy_days(events: Sequence[Event]) -> tuple[int, int]:
    """The first and last day of the stretch that deserves most of the width."""
    moments = sorted((middle_day(event), min(known_days(event)), max(known_days(event))) for event in events)
    tried = _sample(moments)
    days = [moment for moment, _, _ in tried]
    least = max(2, len(days) // 3 if len(days) <= FEW else math.ceil(len(days) * MOST_OF))
    best, bounds = 0.0, (-math.inf, math.inf)
    for i in range(len(days)):
        for j in range(i + least, len(days) + 1):
            inner, outer = days[j - 1] - days[i] + 21, days[-1] - days[0] + 21
            gain = math.log(min(outer / inner, ENOUGH)) * (j - i) / len(days)
            if outer / inner >= BREAK_RATIO and gain > best:
                best, bounds = gain, (days[i], days[j - 1])
    inner_moments = [m for m in moments if bounds[0] <= m[0] <= bounds[1] and (best == 0 or m[2] - m[1] <= 400)]
    chosen = inner_moments or moments
    return min(m[1] for m in chosen), max(m[2] for m in chosen)


def _sample(moments: Sequence[tuple[float, int, int]]) -> Sequence[tuple[float, int, int]]:
    """At most so many moments that all pairs can be tried, the first and the last among them."""
    if len(moments) <= SAMPLE:
        return moments
    return [moments[round(k * (len(moments) - 1) / (SAMPLE - 1))] for k in range(SAMPLE)]


def lay_out(events: Sequence[Event], left: float, right: float, window: tuple[int | None, int | None] | None) -> Axis:
    """The axis for dated events between two positions; an explicit window (closed, None = open) is the busy stretch."""
    every = [day for event in events for day in known_days(event)]
    first, last = min(every), max(every)
    busy = _window_days(window, first, last) if window else busy_days(events)
    start, end = _padded(*busy) if not window else busy
    before, after = first < start, last > end
    wide = right - left
    side, gap = 54 / 257 * wide, 6 / 257 * wide
    stretches = []
    x, stop = left, right
    if before:
        low, high = _padded_side(first, min(start - 1, _last_before(events, start)))
        stretches.append(Stretch(low, min(high, start - 1), left, left + side, "background"))
        x = left + side + gap
    if after:
        stop = right - side * 0.7 - gap
    stretches.append(Stretch(start, end, x, stop))
    if after:
        late = min(day for day in every if day > end)
        low, high = _padded_side(late, last)
        stretches.append(Stretch(max(low, end + 1), high, stop + gap, right, "later"))
    return Axis(tuple(stretches))


def _window_days(window: tuple[int | None, int | None], first: int, last: int) -> tuple[int, int]:
    start, end = window
    low = start if start is not None else min(first, end if end is not None else first)
    high = end if end is not None else max(last, low)
    return low, max(low, high)


def _last_before(events: Sequence[Event], start: int) -> int:
    return max((day for event in events for day in known_days(event) if day < start), default=start - 1)


def _padded(first: int, last: int) -> tuple[int, int]:
    """Whole months for stretches of weeks, whole years for stretches of years, a few days for short ones."""
    span = last - first + 1
    if span > 900:
        return day_number(civil(first)[0], 1, 1), day_number(civil(last)[0] + 1, 1, 1) - 1
    if span > 45:
        year, month, _ = civil(first)
        end_year, end_month, _ = civil(last)
        after = (end_year + end_month // 12, end_month % 12 + 1)
        return day_number(year, month, 1), day_number(*after, 1) - 1
    pad = max(1, round(span * 0.15))
    return first - pad, last + pad


def _padded_side(first: int, last: int) -> tuple[int, int]:
    pad = max(2, round((last - first + 1) * 0.05))
    return first - pad, last + pad


def ticks(stretch: Stretch, lang: str = "en", *, label_mm: float = 9.0) -> list[Tick]:
    """Ticks at round dates, far enough apart for their words."""
    days = stretch.last + 1 - stretch.first
    most = max(2, int((stretch.right - stretch.left) / label_mm))
    for step in STEPS_DAYS:
        if days / step <= most * (1.0 if step < 7 else 0.85):
            return _day_ticks(stretch, step, lang)
    for months in STEPS_MONTHS:
        if days / (30.4 * months) <= most:
            return _month_ticks(stretch, months, lang)
    for years in STEPS_YEARS:
        if days / (365.25 * years) <= max(2, most * 0.8):
            return _year_ticks(stretch, years, lang)
    return _year_ticks(stretch, STEPS_YEARS[-1], lang)


def _day_ticks(stretch: Stretch, step: int, lang: str) -> list[Tick]:
    found: list[Tick] = []
    for day in range(stretch.first, stretch.last + 2):
        year, month, number = civil(day)
        starts = number == 1
        in_step = (number - 1) % step == 0 and number <= 30 - step // 2
        if starts or in_step or (day == stretch.first and not found):
            words = f"{number} {SPEECH[lang].months[month - 1]}" if starts or not found else str(number)
            if (starts and month == 1) or (not found and stretch.role != "main"):
                words = f"{words} {year_words(year, lang)}"
            found.append(Tick(stretch.at(day), words, starts))
    return found


def _month_ticks(stretch: Stretch, step: int, lang: str) -> list[Tick]:
    found: list[Tick] = []
    year, month, day = civil(stretch.first)
    if day > 1:
        year, month = (year + month // 12, month % 12 + 1)
    while day_number(year, month, 1) <= stretch.last + 1:
        if (month - 1) % step == 0:
            first = month == 1 or not found
            name = SPEECH[lang].months[month - 1]
            words = f"{name} {year_words(year, lang)}" if first else name
            found.append(Tick(stretch.at(day_number(year, month, 1)), words, month == 1))
        year, month = (year + month // 12, month % 12 + 1)
    return found


def _year_ticks(stretch: Stretch, step: int, lang: str) -> list[Tick]:
    first, last = civil(stretch.first)[0], civil(stretch.last)[0] + 1
    years = [year for year in range(first, last + 1) if year % step == 0]
    days = [(year, day_number(year, 1, 1)) for year in years]
    shown = [(year, day) for year, day in days if stretch.first <= day <= stretch.last + 1]
    return [Tick(stretch.at(day), year_words(year, lang)) for year, day in shown]
