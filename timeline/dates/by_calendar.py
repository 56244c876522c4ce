"""Resolvers of dates that name themselves: days, months, years, decades, centuries, holidays."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from ..model import Basis
from . import reading as r
from .calendar import civil, day_number, is_date, year_interval
from .holidays import MONTH_DAYS, MONTHS_LONG, holiday_days
from .reading import Reading
from .setting import Setting, number_in, part_in, short_year, year_in
from .vocabulary import Value
from .years import DAY_COSTS, nearest_year, shifted_month


def date(parts: Mapping[str, Value], setting: Setting) -> Reading | None:
    """A calendar date with or without year, month and day."""
    year, month, day = year_in(parts, setting), number_in(parts, "m"), number_in(parts, "d")
    basis: Basis = "stated" if year is not None else "relative"
    if month is None:
        if day is not None:
            return _day_of_running_month(day, year, setting, always="running" in parts)
        return None if year is None else r.of_year(year, "stated")
    if "shift" in parts:
        return _shifted(int(parts["shift"]), month, day, setting)
    if year is not None and month > (number_in(parts, "m2") or month):
        year -= 1
    if year is None:
        year = nearest_year(month, day, setting)
    if day is None:
        made = r.of_month(year, month, basis)
        return _half_of_month(made, int(parts["h"])) if "h" in parts else made
    if not is_date(year, month, day):
        return None
    return r.of_day(day_number(year, month, day), basis, part_in(parts))


def _shifted(shift: int, month: int, day: int | None, setting: Setting) -> Reading | None:
    """Last March, last March 23."""
    made = shifted_month(shift, month, setting)
    if day is None or made.days is None:
        return made
    year = civil(made.days[0])[0]
    return r.of_day(day_number(year, month, day), "relative") if is_date(year, month, day) else None


def _half_of_month(made: Reading, which: int) -> Reading:
    """The first half ends on the 15th."""
    assert made.days is not None
    first, last = made.days
    days = (first, first + 14) if which == 1 else (first + 15, last)
    return replace(made, days=days, precision="month_part", mod="START" if which == 1 else "END")


def _day_of_running_month(day: int, stated: int | None, setting: Setting, *, always: bool) -> Reading | None:
    days = setting.reference.days
    year, month, _ = civil(days[0] if days and (setting.narrative or always) else setting.dct)
    year = year if stated is None else stated
    return r.of_day(day_number(year, month, day), "relative") if is_date(year, month, day) else None


def decade(parts: Mapping[str, Value], setting: Setting) -> Reading | None:
    """The 1990s, the nineties."""
    tens = int(parts["t"])
    if tens % 10:
        return None
    if str(parts.get("era", "")).startswith("b"):
        return r.of_decade(1 - tens, "stated")
    if tens < 100:
        century = setting.year // 100 * 100
        tens += century if century + tens <= setting.year else century - 100
    return r.of_decade(tens, "stated")


def millennium(parts: Mapping[str, Value], setting: Setting) -> Reading | None:
    """The nth millennium of an era."""
    number = int(parts["c"])
    if not 1 <= number <= 9:
        return None
    if str(parts.get("era", "")).startswith("b"):
        days = year_interval(1 - 1000 * number, 1000)
        return Reading("DATE", f"BC{number - 1}", days, "century")
    return Reading("DATE", f"{number - 1}", year_interval(1000 * (number - 1), 1000), "century")


def century(parts: Mapping[str, Value], setting: Setting) -> Reading | None:
    """The nth century."""
    number = int(parts["c"])
    if not 1 <= number <= 30:
        return None
    return r.of_century(number, "stated", before_christ=str(parts.get("era", "")).startswith("b"))


def _fasting_month(day: int, basis: Basis) -> Reading:
    """A month of another calendar: its value is the month of ours that holds most of it."""
    year, month, _ = civil(day + MONTH_DAYS // 2)
    return replace(r.of_month(year, month, basis), days=(day, day + MONTH_DAYS - 1), precision="month", mod="APPROX")


def holiday(parts: Mapping[str, Value], setting: Setting) -> Reading | None:
    """A holiday of a stated or the nearest year; "last Thanksgiving" lies behind publication."""
    name = str(parts["h"])
    year, shift = year_in(parts, setting), number_in(parts, "shift")
    now = civil(setting.now)[0]
    years = [year] if year else range(now - 1, now + 2)
    known = [day for candidate in years for day in holiday_days(name, candidate, eve="eve" in parts)]
    if shift:
        known = [day for day in known if (day - setting.dct) * shift > 0]
    if not known:
        return None
    back, ahead = DAY_COSTS[setting.tense]
    day = min(known, key=lambda day: (day - setting.now) * ahead if day > setting.now else (setting.now - day) * back)
    if name in MONTHS_LONG:
        return _fasting_month(day, "stated" if year else "relative")
    if "week" in parts:
        return r.of_weekend(day, "relative") if parts["week"] == "weekend" else r.of_week(day, "relative")
    return r.of_day(day, "stated" if year else "relative", part_in(parts))


def iso(parts: Mapping[str, Value], setting: Setting) -> Reading | None:
    """2025-12-17 or 2025-12-17T17:00."""
    text = str(parts["iso"])
    numbers = tuple(int(number) for number in text[:10].split("-"))
    if not is_date(*numbers):
        return None
    made = r.of_day(day_number(*numbers), "stated")
    return (
        replace(made, type="TIME", value=f"{made.value}T{text[11:]}".upper(), precision="time", clock=text[11:].upper())
        if len(text) > 10
        else made
    )


def slashed(parts: Mapping[str, Value], setting: Setting) -> Reading | None:
    """6/11/2025: month first where both orders make a date; the other order is an alternative."""
    numbers = [int(number) for number in str(parts["x"]).replace(".", "/").split("/")]
    if numbers[0] > 999:
        orders = [(numbers[0], numbers[1], numbers[2])]
    else:
        year = numbers[2] if numbers[2] > 99 else short_year(numbers[2], setting)
        orders = [(year, numbers[0], numbers[1]), (year, numbers[1], numbers[0])]
        if "." in str(parts["x"]):
            orders = orders[1:]
        elif setting.day_first:
            orders.reverse()
    days = list(dict.fromkeys(day_number(*order) for order in orders if is_date(*order)))
    if not days:
        return None
    return replace(r.of_day(days[0], "stated"), alternatives=tuple((day, day) for day in days[1:]))
