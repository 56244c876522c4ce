"""Resolvers of what counts from publication, from the running date, or from an event."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from . import reading as r
from .amounts import CLOCK_LETTER
from .by_calendar import date
from .by_period import quarter_before, year_before
from .calendar import civil, day_number, shift_months, week_interval, weekday
from .reading import Reading, at_clock
from .setting import Setting, number_in, part_in
from .units import unit_at
from .vocabulary import Value

_DAYS = {"D": 1, "W": 7}


_MONTHS = {"M": 1, "Q": 3, "Y": 12, "DE": 120, "CE": 1200}


def weekday_day(parts: Mapping[str, Value], setting: Setting) -> Reading:
    """A weekday: the latest one up to publication, ahead of it under a future verb."""
    wanted = int(parts["w"])
    part = part_in(parts)
    today = weekday(setting.dct)
    back, ahead = (today - wanted) % 7, (wanted - today) % 7
    shift = number_in(parts, "shift")
    alternatives: tuple[tuple[int, int], ...] = ()
    if "weekshift" in parts:
        day = week_interval(setting.dct)[0] + 7 * int(parts["weekshift"]) + wanted
    elif shift is not None and shift < 0:
        day = setting.dct - (back or 7)
    elif shift is not None and shift > 0:
        day = setting.dct + (ahead or 7)
        if ahead and wanted > today and parts.get("next"):
            alternatives = ((day, day),)
            day += 7
    elif setting.narrative and setting.reference.days and setting.reference.precision in ("day", "time"):
        day = setting.reference.days[0] + (wanted - weekday(setting.reference.days[0])) % 7
    elif setting.tense == "future" and back:
        day = setting.dct + ahead
    else:
        day = setting.dct - back
    day -= int(parts.get("eve", 0)) + int(parts.get("back", 0))
    return replace(r.of_day(day, "relative", part), alternatives=alternatives)


def deictic(parts: Mapping[str, Value], setting: Setting) -> Reading:
    """Today, yesterday, tonight."""
    offset = int(parts.get("offset", parts.get("day", 0)))
    if setting.narrative and parts.get("day") == 0 and "part" not in parts:
        return Reading("DATE", "PRESENT_REF", None, "open", is_reference=False)  # "today" in a history: nowadays
    return r.of_day(setting.dct + offset, "relative", part_in(parts))


_COARSE = frozenset({"year", "decade", "century", "quarter", "season"})
_FINE_UNITS = frozenset({"D", "W", "WE", "M"})
"""Units of which a year has no own one: behind "in 1946", "this week" is that of publication."""


def shifted(parts: Mapping[str, Value], setting: Setting) -> Reading | None:
    """Last week, this month, next year."""
    unit = str(parts["u"])
    shift = parts["shift"]
    step = shift if isinstance(shift, int) else 0
    if unit == "WE" and "behind" in parts and weekday(setting.dct) < 5 and setting.tense != "future":
        step = -1
    if unit in _FINE_UNITS and setting.reference.precision in _COARSE:
        return unit_at(setting.dct, unit, step)
    return unit_at(setting.now, unit, step)


def year_end(parts: Mapping[str, Value], setting: Setting) -> Reading:
    """The year-end of accounts: the last day of the year."""
    return r.of_day(day_number(civil(setting.now)[0], 12, 31), "relative")


_THURSDAY = 3
"""A week belongs to the month of its Thursday, as to its year."""


def week_of_month(parts: Mapping[str, Value], setting: Setting) -> Reading | None:
    """The last week of August, the week of March 6."""
    made = date({name: value for name, value in parts.items() if name != "nth"}, setting)
    if made is None or made.days is None:
        return None
    if "d" in parts:
        return r.of_week(made.days[0], "relative")
    which = int(parts["nth"])
    first, last = made.days
    if which < 0:
        return r.of_week(last - (weekday(last) - _THURSDAY) % 7, made.basis)
    return r.of_week(first + (_THURSDAY - weekday(first)) % 7 + 7 * (which - 1), made.basis)


_EARLY_RESULTS = 10
"""Days before its end that a quarter is spoken of as the latest one."""


def same(parts: Mapping[str, Value], setting: Setting) -> Reading | None:
    """That day, the same year, the end of the month: the unit around the running reference."""
    unit = str(parts["u"])
    if unit in ("Q", "period"):
        ended = setting.quarter and setting.quarter.days and setting.quarter.days[1] <= setting.dct + _EARLY_RESULTS
        if setting.quarter and (ended or "latest" not in parts):
            return setting.quarter
        if unit == "period" and "latest" not in parts:
            return None
        year, month, _ = civil(setting.dct)
        return r.of_quarter(*quarter_before(year, (month + 2) // 3), "relative")
    days = setting.reference.days
    base = days[0] if days and (setting.narrative or "mod" not in parts) else setting.dct
    if unit == "D" and "mod" not in parts and days and setting.reference.precision in _COARSER_THAN_DAYS:
        today = "mod2" in parts or ("part" in parts and not setting.narrative)
        return r.of_day(setting.dct, "relative", part_in(parts)) if today else _within(setting.reference)
    made = unit_at(base, unit, 0)
    if made and "part" in parts:
        return r.of_day(base, "relative", str(parts["part"]))
    return made


def same_period(parts: Mapping[str, Value], setting: Setting) -> Reading | None:
    """The same period of last year: the quarter of the results, or what was told of last, a year back."""
    if setting.quarter is not None:
        return year_before(setting.quarter)
    days, precision = setting.reference.days, setting.reference.precision
    if days is None or precision not in _PERIODS:
        return r.of_year(civil(setting.dct)[0] - 1, "relative")
    year, month, _ = civil(days[0])
    year += number_in(parts, "yshift") or -1
    return (
        r.of_quarter(year, (month + 2) // 3, "relative")
        if precision == "quarter"
        else r.of_month(year, month, "relative")
    )


_PERIODS = frozenset({"month", "quarter"})
"""What a report compares with the same period of another year."""


def year_before_now(parts: Mapping[str, Value], setting: Setting) -> Reading | None:
    """The "year-earlier" results of news count from publication, those of a story from its running date."""
    return later(parts, setting) if setting.narrative else ago(parts, setting)


def _same_quarter(parts: Mapping[str, Value], setting: Setting) -> Reading | None:
    """In a text of quarterly results "a year ago" is the same quarter of the year before."""
    if setting.quarter is None or parts.get("u") != "Y" or "whole" in parts or parts.get("n", 1) not in (1, "a", "one"):
        return None
    return year_before(setting.quarter)


def ago(parts: Mapping[str, Value], setting: Setting) -> Reading | None:
    """Three days ago: counted back from publication."""
    quarter = None if "ahead" in parts else _same_quarter(parts, setting)
    if quarter:
        return quarter
    made = _offset(setting.dct, parts, 1 if "ahead" in parts else -1)
    return _loose(made, parts, setting.dct, 1 if "ahead" in parts else -1) if made else None


_SLACK = 0.15
"""By what share of itself an amount that counts from publication may be off: "a year ago" by eight weeks."""
_ROUND = 5
"""Multiples of five units are rounded more coarsely than to one unit."""
_LONG_UNITS = {"W": 7, "M": 30, "Y": 365, "DE": 3652, "CE": 36_524, "Q": 91}


def _loose(made: Reading, parts: Mapping[str, Value], dct: int, direction: int) -> Reading:
    """The same with the days that a speaker may mean; the value stays the calendar unit that TIMEX3 names."""
    unit, amount = str(parts.get("u", "")), parts.get("n", 1)
    if made.days is None or (unit not in _LONG_UNITS and unit != "D"):
        return made
    count = float(amount) if isinstance(amount, int | float) else 1.0
    length = _LONG_UNITS.get(unit, 1)
    slack = _SLACK * count * length
    if "about" not in parts and count % _ROUND:
        slack = min(slack, length / 2)
    middle = (
        dct + direction * round(count) * length
        if unit in _DAYS
        else shift_months(dct, direction * round(count * _MONTHS[unit]))
    )
    return replace(made, loose=(middle - int(slack), middle + int(slack)))


def later(parts: Mapping[str, Value], setting: Setting) -> Reading | None:
    """Three days later, a year earlier: counted from the running reference."""
    direction = -1 if parts.get("back") else 1
    quarter = _same_quarter(parts, setting) if direction < 0 else None
    if quarter:
        return quarter
    days = setting.reference.days
    base = days[0] if days else setting.dct
    coarse = setting.reference.precision in _COARSER_THAN_DAYS and "few" not in parts
    if days and coarse and str(parts.get("u")) in _SHORT_UNITS:
        return _within(setting.reference)
    part = part_in(parts)
    if part:
        return r.of_day(base + direction, "relative", part)
    if parts.get("n") == 1 and parts.get("u") in ("DE", "CE"):
        return unit_at(base, str(parts["u"]), direction)
    return _offset(base, parts, direction, setting.reference.clock)


_COARSER_THAN_DAYS = _COARSE | {"month"}
_SHORT_UNITS = frozenset({"D", "H", "MIN", "S", *r.PART_HOURS})


def _within(coarse: Reading) -> Reading:
    """A day that is not told, near a month or a year that is: "in 1915 ...; four days later"."""
    assert coarse.days is not None
    value = r.year_value(civil(coarse.days[0])[0]) + "-XX-XX"
    return Reading("DATE", value, coarse.days, coarse.precision, "relative", "APPROX", is_reference=False)


def _hours_away(day: int, unit: str, amount: float, clock: str | None) -> Reading:
    """Hours from a stated time of day are a time of day; from a day they stay on it."""
    if clock is None:
        return replace(r.of_day(day + (int(amount) // 24 if unit == "H" else 0), "relative"), is_reference=False)
    minutes = int(clock[:2]) * 60 + int(clock[3:5]) + round(amount * _MINUTES[unit])
    days, minutes = divmod(minutes, 24 * 60)
    told = f"{minutes // 60:02d}:{minutes % 60:02d}{clock[5:]}"
    return at_clock(r.of_day(day + days, "relative"), told)


_MINUTES = {"H": 60.0, "MIN": 1.0, "S": 1 / 60}


def _offset(base: int, parts: Mapping[str, Value], direction: int, clock: str | None = None) -> Reading | None:
    unit, amount = str(parts.get("u", "")), parts.get("n", 1)
    if unit in r.PART_HOURS:
        unit = "D"
    if "few" in parts:
        value = "PAST_REF" if direction < 0 else "FUTURE_REF"
        return Reading("DATE", value, None, "open", "relative", is_reference=False)
    count = float(amount) if isinstance(amount, int | float) else 1.0
    if unit in CLOCK_LETTER:
        return _hours_away(base, unit, direction * count, clock)
    if unit in _DAYS:
        day = base + direction * round(count * _DAYS[unit])
        return r.of_week(day, "relative") if unit == "W" else r.of_day(day, "relative")
    if unit not in _MONTHS or count * _MONTHS[unit] > 12 * 9000:
        return None
    day = shift_months(base, direction * round(count * _MONTHS[unit]))
    year, month, _ = civil(day)
    if unit == "M":
        return r.of_month(year, month, "relative")
    return r.of_year(year, "relative")


def anchored(parts: Mapping[str, Value], setting: Setting) -> Reading | None:
    """Days before an event: until the event is known, near the running reference, or the month around it."""
    coarse = setting.reference.precision in _COARSE and not setting.narrative
    base = setting.reference.days[0] if setting.reference.days and not coarse else setting.dct
    direction = 1 if parts["side"] == "after" else -1
    if "few" in parts or "n" not in parts:
        year, month, _ = civil(base)
        unit = str(parts.get("u"))
        if unit in CLOCK_LETTER:
            made = r.of_day(base, "anchored")
        else:
            made = r.of_year(year, "anchored") if unit in ("Y", "DE") else r.of_month(year, month, "anchored")
        return replace(made, mod="APPROX", is_reference=False)
    made_or_none = _offset(base, parts, direction)
    if made_or_none is None or made_or_none.days is None:
        return made_or_none
    over = made_or_none.days[1] - setting.dct
    if direction > 0 and over > 0 and setting.tense != "future" and not setting.narrative:
        made_or_none = _offset(base - over, parts, direction) or made_or_none
    return replace(made_or_none, basis="anchored", is_reference=False)
