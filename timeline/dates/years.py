"""The year of a month or a day that the text gives without one."""

from __future__ import annotations

from collections.abc import Mapping

from . import reading as r
from .calendar import civil, day_number
from .reading import Reading
from .setting import Setting
from .tense import Tense

DAY_COSTS: Mapping[Tense, tuple[float, float]] = {
    "past": (1.0, 8.0),
    "future": (8.0, 1.0),
    "present": (1.0, 1.3),
    "none": (1.0, 1.3),
}
"""What a day back and a day ahead cost when the year of a day is chosen (tuned on news, 1989 to 2010)."""

_DIRECT = (1.0, 20.0)
"""The same where the past verb governs the date directly."""

_MONTHS_BACK: Mapping[Tense, int] = {"past": 9, "future": 0, "present": 8, "none": 8}
"""How many months back a bare month may lie before the one ahead is meant (tuned on the same news)."""

_HALF_YEAR = 6

_BACKTRACK = 3
"""What a month back costs against a month onward behind a date that states its year: stories run on."""


def nearest_year(month: int, day: int | None, setting: Setting) -> int:
    """The year of a bare month or day: near the running date in a narrative, else near publication."""
    if setting.narrative and setting.reference.days:
        return _running_year(month, setting.reference)
    year, now, _ = civil(setting.dct)
    if day is not None:
        back, ahead = _DIRECT if setting.direct and setting.tense == "past" else DAY_COSTS[setting.tense]
        away = {y: day_number(y, month, min(day, 28)) - setting.dct for y in (year, year - 1, year + 1)}
        return min(away, key=lambda y: away[y] * ahead if away[y] > 0 else -away[y] * back)
    behind = (now - month) % 12
    year_behind = year if now >= month else year - 1
    limit = 12 if setting.direct and setting.tense == "past" else _MONTHS_BACK[setting.tense]
    return year_behind if behind == 0 or behind <= limit else year_behind + 1


def _running_year(month: int, reference: Reading) -> int:
    """The year that brings a month nearest to the running date, onward rather than back."""
    if reference.days is None:
        raise ValueError("the running date has no days")
    year, running, _ = civil(reference.days[0])
    if reference.precision in ("year", "decade", "century"):
        return year
    back = _BACKTRACK if reference.basis == "stated" else 1

    def cost(candidate: int) -> int:
        away = (candidate - year) * 12 + month - running
        return away if away > 0 else -away * back

    return min((year, year + 1, year - 1), key=cost)


def shifted_month(shift: int, month: int, setting: Setting) -> Reading:
    """Last, this or next March."""
    year, now, _ = civil(setting.now)
    if shift < 0:
        year -= month >= now
    elif shift > 0:
        year += month <= now
    elif now - month > _HALF_YEAR:
        year += 1
    return r.of_month(year, month, "relative")
