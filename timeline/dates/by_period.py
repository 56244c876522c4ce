"""Resolvers of seasons, quarters and halves of a year."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from . import reading as r
from .calendar import civil
from .reading import Reading
from .setting import Setting, number_in, year_in
from .vocabulary import Value


def season(parts: Mapping[str, Value], setting: Setting) -> Reading:
    """A season of a stated or a near year."""
    name, year = str(parts["s"]), year_in(parts, setting)
    if year is not None:
        return r.of_season(year, name, "stated", south=setting.south)
    shift = number_in(parts, "shift")
    if shift is None and setting.narrative and setting.reference.days:
        return _running_season(name, setting)
    return _season_near(name, shift, setting)


def _season_near(name: str, shift: int | None, setting: Setting) -> Reading:
    """Last, this, next summer, or the summer alone: the running one, else the nearest that the tense allows."""
    now = setting.now
    year = civil(now)[0]
    known = [r.of_season(each, name, "relative", south=setting.south) for each in range(year - 2, year + 3)]
    over = [one for one in known if one.days and one.days[1] < now]
    ahead = [one for one in known if one.days and one.days[0] > now]
    running = [one for one in known if one not in over and one not in ahead]
    if shift:
        return over[-1] if shift < 0 else ahead[0]
    if running:
        return running[0]
    if setting.tense == "future":
        return ahead[0]
    this_year = over[-1].days is not None and civil(over[-1].days[0])[0] == year
    return over[-1] if shift is None or this_year or setting.tense == "past" else ahead[0]


def _running_season(name: str, setting: Setting) -> Reading:
    """The season that a story has come to: behind summer and autumn, winter and spring are those that follow.

    TIMEX3 has no rule for the year of a winter; WikiWars names the year that it ends in.
    """
    year, month, _ = civil(setting.now)
    if setting.south or setting.reference.precision not in _FINE:
        return r.of_season(year, name, "relative", south=setting.south)
    if name == "WI":
        ends = year + (month >= _SUMMER)
        return replace(r.of_season(ends - 1, name, "relative"), value=f"{r.year_value(ends)}-{name}")
    ahead = name == "SP" and month >= _AUTUMN and not setting.is_flashback
    return r.of_season(year + ahead, name, "relative")


_FINE = frozenset({"day", "month", "time", "season"})
_SUMMER, _AUTUMN = 6, 9


def quarter(parts: Mapping[str, Value], setting: Setting) -> Reading | None:
    """A quarter by its number, nearest behind publication unless a year is stated."""
    number = number_in(parts, "q")
    year = year_in(parts, setting)
    now_year, month, _ = civil(setting.dct)
    now = (month + 2) // 3
    if number is None:
        last = setting.quarter or r.of_quarter(*quarter_before(now_year, now), "relative")
        return year_before(last)
    if number == -1:
        number = 4
    if not 1 <= number <= 4:
        return None
    if year is None:
        year = now_year if number <= now or setting.tense == "future" or now - number > -2 else now_year - 1
    return r.of_quarter(year, number, "stated" if "y" in parts else "relative")


def year_quarter(parts: Mapping[str, Value], setting: Setting) -> Reading | None:
    """ "The 1988 quarter": the quarter that the text speaks of, in another year; "the 1988 period"."""
    year = int(parts["y"])
    if setting.quarter is None or setting.quarter.days is None:
        return r.of_year(year, "stated")
    return r.of_quarter(year, (civil(setting.quarter.days[0])[1] + 2) // 3, "stated")


def quarter_before(year: int, number: int) -> tuple[int, int]:
    """Year and number of the quarter before one."""
    return (year, number - 1) if number > 1 else (year - 1, 4)


def year_before(quarter: Reading) -> Reading | None:
    """The same quarter of the year before."""
    if quarter.days is None:
        return None
    year, month, _ = civil(quarter.days[0])
    return replace(r.of_quarter(year - 1, (month + 2) // 3, "relative"), is_reference=False)


def half(parts: Mapping[str, Value], setting: Setting) -> Reading | None:
    """First or second half of a year."""
    which = int(parts["h"])
    year = year_in(parts, setting)
    return r.of_half(setting.year if year is None else year, which, "stated" if year else "relative")
