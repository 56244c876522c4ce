"""From finds to readings: one small resolver a kind, all told the same circumstances.

The running reference date ("two days later", "that year") is the last date that the text named.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from ..model import Basis
from . import reading as r
from .calendar import (
    add_months,
    civil,
    day_number,
    is_date,
    shift_months,
    week_interval,
    weekday,
    year_interval,
)
from .clocks import clock_text
from .english import Value
from .find import Find
from .holidays import MONTH_DAYS, MONTHS_LONG, holiday_days
from .parts import bounded_part, part_of
from .reading import Reading
from .tense import Tense

_UNIT_LETTER = {"D": "D", "W": "W", "M": "M", "Y": "Y", "DE": "DE", "CE": "CE", "Q": "Q", "ML": "L", "WE": "WE"}
_CLOCK_LETTER = {"H": "H", "MIN": "M", "S": "S"}
_DAYS = {"D": 1, "W": 7}
_MONTHS = {"M": 1, "Q": 3, "Y": 12, "DE": 120, "CE": 1200}


@dataclass(frozen=True, slots=True)
class Setting:
    """What a resolver may know: the publication day, the running reference, the governing verb's tense."""

    dct: int
    reference: Reading
    tense: Tense
    narrative: bool
    quarter: Reading | None = None

    @property
    def year(self) -> int:
        """The publication year."""
        return civil(self.dct)[0]

    @property
    def now(self) -> int:
        """The day that "last year" counts from: the running date in a narrative, else publication."""
        return self.reference.days[0] if self.narrative and self.reference.days else self.dct


def resolve(find: Find, setting: Setting) -> Reading | None:
    """The reading of a find, or None where its parts name no time after all."""
    made = RESOLVERS[find.kind](find.parts, setting)
    if made is None:
        return None
    mod = find.parts.get("mod")
    if "mod2" in find.parts and made.days:
        mod = {"earlier": "START", "later": "END"}[str(find.parts["mod2"])]
        return replace(made, mod=mod, days=bounded_part(made.days, mod, setting.now))
    told = find.parts.get("clock_text")
    if isinstance(told, str):
        made = _at_clock(made, told)
    if find.parts.get("about") and not mod:
        mod = "APPROX"
    if isinstance(mod, str):
        made = replace(made, mod=mod, days=part_of(made, mod))
    return made


def _number(parts: Mapping[str, Value], name: str) -> int | None:
    value = parts.get(name)
    return int(value) if isinstance(value, int | float) else None


def _year(parts: Mapping[str, Value], setting: Setting) -> int | None:
    """The year that the parts state, astronomical."""
    if "yshift" in parts:
        return civil(setting.now)[0] + int(parts["yshift"])
    if parts.get("same") == "year" and setting.reference.days:
        return civil(setting.reference.days[0])[0]
    short = _number(parts, "yy")
    if short is not None:
        return _short_year(short, setting)
    year = _number(parts, "y")
    if year is not None and str(parts.get("era", "")).lower().startswith("b"):
        return 1 - year
    return year


def date(parts: Mapping[str, Value], setting: Setting) -> Reading | None:
    """A calendar date with or without year, month and day."""
    year, month, day = _year(parts, setting), _number(parts, "m"), _number(parts, "d")
    basis: Basis = "stated" if year is not None else "relative"
    if month is None:
        if day is not None:
            return _day_of_running_month(day, year, setting, always="running" in parts)
        return None if year is None else r.of_year(year, "stated")
    if "shift" in parts:
        return _shifted_month(int(parts["shift"]), month, setting)
    if year is None:
        year = _nearest_year(month, day, setting)
    if day is None:
        made = r.of_month(year, month, basis)
        return _half_of_month(made, str(parts["h"])) if "h" in parts else made
    if not is_date(year, month, day):
        return None
    return r.of_day(day_number(year, month, day), basis, _part(parts))


def _half_of_month(made: Reading, which: str) -> Reading:
    """The first half ends on the 15th."""
    assert made.days is not None
    first, last = made.days
    days = (first, first + 14) if which == "first" else (first + 15, last)
    return replace(made, days=days, precision="month_part", mod="START" if which == "first" else "END")


def _part(parts: Mapping[str, Value]) -> str | None:
    part = parts.get("part")
    return part if isinstance(part, str) else None


def _day_of_running_month(day: int, stated: int | None, setting: Setting, *, always: bool) -> Reading | None:
    days = setting.reference.days
    year, month, _ = civil(days[0] if days and (setting.narrative or always) else setting.dct)
    year = year if stated is None else stated
    return r.of_day(day_number(year, month, day), "relative") if is_date(year, month, day) else None


def _nearest_year(month: int, day: int | None, setting: Setting) -> int:
    """The year of a bare month or day: near the running date in a narrative, else near publication."""
    if setting.narrative and setting.reference.days:
        return _running_year(month, setting.reference)
    year, now, _ = civil(setting.dct)
    if day is not None:
        back, ahead = _DAY_COSTS[setting.tense]
        away = {y: day_number(y, month, min(day, 28)) - setting.dct for y in (year, year - 1, year + 1)}
        return min(away, key=lambda y: away[y] * ahead if away[y] > 0 else -away[y] * back)
    behind = (now - month) % 12
    ahead = setting.tense == "future" and behind >= 1
    limit = {"past": BACK_PAST, "future": 0}.get(setting.tense, BACK_NONE)
    year_behind = year if now >= month else year - 1
    return year_behind if behind <= limit and not ahead else year_behind + 1


_DAY_COSTS: Mapping[Tense, tuple[float, float]] = {
    "past": (1.0, 8.0),
    "future": (8.0, 1.0),
    "present": (1.0, 1.3),
    "none": (1.0, 1.3),
}
"""What a day back and a day ahead cost when the year of a day is chosen (tuned on news, 1989 to 2010)."""

BACK_PAST = 11
BACK_NONE = 8
BACKWARD_COST = 1.0


def _running_year(month: int, reference: Reading) -> int:
    """The year that brings a month nearest to the running date; stories go forward more often than back."""
    assert reference.days is not None
    year, running, _ = civil(reference.days[0])
    if reference.precision in ("year", "decade", "century"):
        return year

    def cost(candidate: int) -> float:
        ahead = (candidate - year) * 12 + month - running
        return ahead if ahead >= 0 else -ahead * BACKWARD_COST

    return min((year, year + 1, year - 1), key=cost)


_HALF_YEAR = 6


def _shifted_month(shift: int, month: int, setting: Setting) -> Reading:
    year, now, _ = civil(setting.now)
    if shift < 0:
        year -= month >= now
    elif shift > 0:
        year += month <= now
    elif abs(month - now) > _HALF_YEAR:
        year += 1 if month < now else -1
    return r.of_month(year, month, "relative")


def weekday_(parts: Mapping[str, Value], setting: Setting) -> Reading:
    """A weekday: the latest one up to publication, ahead of it under a future verb."""
    wanted = int(parts["w"])
    part = _part(parts)
    today = weekday(setting.dct)
    back, ahead = (today - wanted) % 7, (wanted - today) % 7
    shift = _number(parts, "shift")
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
    return r.of_day(setting.dct + offset, "relative", _part(parts))


def season(parts: Mapping[str, Value], setting: Setting) -> Reading:
    """A season of a stated or a near year."""
    name, year = str(parts["s"]), _year(parts, setting)
    if year is not None:
        return r.of_season(year, name, "stated")
    now_year, month, _ = civil(setting.now)
    starts = r.SEASON_MONTHS[name]
    shift = _number(parts, "shift")
    if shift is None and setting.narrative and setting.reference.days:
        return _running_season(name, now_year, month, fine=setting.reference.precision in ("day", "month", "time"))
    begun, over = month >= starts, month >= starts + 3
    if shift is None or shift == 0:
        ahead = setting.tense == "future"
        if shift == 0 or ahead:
            return r.of_season(now_year + (over and ahead), name, "relative")
        return r.of_season(now_year if begun else now_year - 1, name, "relative")
    running = starts <= month < starts + 3
    if shift < 0:
        return r.of_season(now_year if begun and not running else now_year - 1, name, "relative")
    return r.of_season(now_year + 1 if begun else now_year, name, "relative")


def _running_season(name: str, year: int, month: int, *, fine: bool) -> Reading:
    """The season that a story has come to; behind autumn, winter and spring are those of the turn of the year.

    TIMEX3 has no rule for the year of a winter; WikiWars names the year that it ends in.
    """
    if not fine or month < _AUTUMN or name in ("SU", "FA"):
        return r.of_season(year, name, "relative")
    made = r.of_season(year if name == "WI" else year + 1, name, "relative")
    return replace(made, value=f"{r.year_value(year + 1)}-{name}")


_AUTUMN = 9


def quarter(parts: Mapping[str, Value], setting: Setting) -> Reading | None:
    """A quarter by its number, nearest behind publication unless a year is stated."""
    number = _number(parts, "q")
    year = _year(parts, setting)
    now_year, month, _ = civil(setting.dct)
    now = (month + 2) // 3
    if number is None:
        last = setting.quarter or r.of_quarter(*_quarter_before(now_year, now), "relative")
        return _year_before(last)
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


def _quarter_before(year: int, number: int) -> tuple[int, int]:
    return (year, number - 1) if number > 1 else (year - 1, 4)


def _year_before(quarter: Reading) -> Reading | None:
    """The same quarter of the year before."""
    if quarter.days is None:
        return None
    year, month, _ = civil(quarter.days[0])
    return replace(r.of_quarter(year - 1, (month + 2) // 3, "relative"), is_reference=False)


def half(parts: Mapping[str, Value], setting: Setting) -> Reading | None:
    """First or second half of a year."""
    number = parts["h"]
    which = 2 if number in ("last", "latter", 2) else 1
    year = _year(parts, setting)
    return r.of_half(setting.year if year is None else year, which, "stated" if year else "relative")


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


def shifted(parts: Mapping[str, Value], setting: Setting) -> Reading | None:
    """Last week, this month, next year."""
    unit = str(parts["u"])
    shift = parts["shift"]
    step = shift if isinstance(shift, int) else 0
    if unit == "WE" and "behind" in parts and weekday(setting.dct) < 5 and setting.tense != "future":
        step = -1
    return _unit_at(setting.now, unit, step)


def _unit_at(day: int, unit: str, step: int) -> Reading | None:
    """The calendar unit around a day, moved by whole units."""
    if unit == "D":
        return r.of_day(day + step, "relative")
    if unit == "W":
        return r.of_week(day + 7 * step, "relative")
    if unit == "WE":
        return r.of_weekend(day + 7 * step, "relative")
    year, month, _ = civil(day)
    if unit == "M":
        return r.of_month(*add_months(year, month, step), "relative")
    if unit == "Q":
        year, month = add_months(year, month, 3 * step)
        return r.of_quarter(year, (month + 2) // 3, "relative")
    if unit == "Y":
        return r.of_year(year + step, "relative")
    if unit == "DE":
        return r.of_decade(year // 10 * 10 + 10 * step, "relative")
    if unit == "CE":
        return r.of_century(year // 100 + 1 + step, "relative")
    return None


def week_of_month(parts: Mapping[str, Value], setting: Setting) -> Reading | None:
    """The last week of August, the week of March 6."""
    made = date({name: value for name, value in parts.items() if name != "nth"}, setting)
    if made is None or made.days is None:
        return None
    if "d" in parts:
        return r.of_week(made.days[0], "relative")
    order = {"first": 0, "second": 7, "third": 14, 1: 0, 2: 7, 3: 14}
    which = parts["nth"]
    return r.of_week(made.days[0] + order[which] if which in order else made.days[1], made.basis)


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
        return r.of_quarter(*_quarter_before(year, (month + 2) // 3), "relative")
    days = setting.reference.days
    base = days[0] if days and (setting.narrative or "mod" not in parts) else setting.dct
    made = _unit_at(base, unit, 0)
    if made and "part" in parts:
        return r.of_day(base, "relative", str(parts["part"]))
    return made


def _same_quarter(parts: Mapping[str, Value], setting: Setting) -> Reading | None:
    """In a text of quarterly results "a year ago" is the same quarter of the year before."""
    if setting.quarter is None or parts.get("u") != "Y" or parts.get("n", 1) not in (1, "a", "one"):
        return None
    return _year_before(setting.quarter)


def ago(parts: Mapping[str, Value], setting: Setting) -> Reading | None:
    """Three days ago: counted back from publication."""
    quarter = None if "ahead" in parts else _same_quarter(parts, setting)
    if quarter:
        return quarter
    return _offset(setting.dct, parts, 1 if "ahead" in parts else -1)


def later(parts: Mapping[str, Value], setting: Setting) -> Reading | None:
    """Three days later, a year earlier: counted from the running reference."""
    direction = -1 if parts.get("back") else 1
    quarter = _same_quarter(parts, setting) if direction < 0 else None
    if quarter:
        return quarter
    days = setting.reference.days
    base = days[0] if days else setting.dct
    return _offset(base, parts, direction, setting.reference.clock)


def _hours_away(day: int, unit: str, amount: float, clock: str | None) -> Reading:
    """Hours from a stated time of day are a time of day; from a day they stay on it."""
    if clock is None:
        return replace(r.of_day(day + (int(amount) // 24 if unit == "H" else 0), "relative"), is_reference=False)
    minutes = int(clock[:2]) * 60 + int(clock[3:5]) + round(amount * _MINUTES[unit])
    days, minutes = divmod(minutes, 24 * 60)
    told = f"{minutes // 60:02d}:{minutes % 60:02d}{clock[5:]}"
    return _at_clock(r.of_day(day + days, "relative"), told)


_MINUTES = {"H": 60.0, "MIN": 1.0, "S": 1 / 60}


def _offset(base: int, parts: Mapping[str, Value], direction: int, clock: str | None = None) -> Reading | None:
    unit, amount = str(parts.get("u", "")), parts.get("n", 1)
    if unit in r.PART_HOURS:
        unit = "D"
    if "few" in parts:
        value = "PAST_REF" if direction < 0 else "FUTURE_REF"
        return Reading("DATE", value, None, "open", "relative", is_reference=False)
    count = float(amount) if isinstance(amount, int | float) else 1.0
    if unit in _CLOCK_LETTER:
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


_COARSE = frozenset({"year", "decade", "century", "quarter", "season"})


def anchored(parts: Mapping[str, Value], setting: Setting) -> Reading | None:
    """Days before an event: until the event is known, near the running reference, or the month around it."""
    coarse = setting.reference.precision in _COARSE and not setting.narrative
    base = setting.reference.days[0] if setting.reference.days and not coarse else setting.dct
    direction = 1 if parts["side"] in ("after", "following") else -1
    if "few" in parts or "n" not in parts:
        year, month, _ = civil(base)
        unit = str(parts.get("u"))
        if unit in _CLOCK_LETTER:
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


def shift_of(parts: Mapping[str, Value]) -> str:
    """By how much an anchored find shifts its anchor, as a TIMEX3 duration."""
    unit = str(parts.get("u"))
    if unit in r.PART_HOURS:
        return "P1D"
    made = amount_of(parts if "n" in parts else {**parts, "few": "X"})
    return made.value if made else "P0D"


def duration(parts: Mapping[str, Value], setting: Setting) -> Reading | None:
    """An amount of time, of no date of its own."""
    return amount_of(parts)


def amount_of(parts: Mapping[str, Value]) -> Reading | None:
    """An amount of a unit as TIMEX3 writes it; X for a vague amount."""
    unit, amount = str(parts["u"]), parts.get("n", 1)
    vague = "few" in parts or ("near" in parts and "n" not in parts)
    if isinstance(amount, str):
        amount = 1
    if "half" in parts and unit == "Y" and not vague:
        return Reading("DURATION", f"P{int(amount)}Y6M", is_reference=False)
    if "half" in parts:
        amount = float(amount) + 0.5
    count = "X" if vague else f"{amount:g}"
    if unit == "FN":
        unit, count = "W", "X" if vague else f"{2 * float(amount):g}"
    if unit in _CLOCK_LETTER:
        return Reading("DURATION", f"PT{count}{_CLOCK_LETTER[unit]}", is_reference=False)
    if unit == "DE" and count not in ("X", "1"):
        unit, count = "Y", f"{10 * float(amount):g}"
    return Reading("DURATION", f"P{count}{_UNIT_LETTER.get(unit, unit)}", is_reference=False)


def set_(parts: Mapping[str, Value], setting: Setting) -> Reading | None:
    """What recurs."""
    if "p" in parts:
        value = str(parts["p"])
    elif "w" in parts:
        value = f"XXXX-WXX-{int(parts['w']) + 1}" + (f"T{parts['part']}" if "part" in parts else "")
    elif "m" in parts:
        value = f"XXXX-{int(parts['m']):02d}"
    else:
        made = amount_of(parts)
        value = made.value if made else "P1D"
    return Reading("SET", value, is_reference=False)


def timeless(parts: Mapping[str, Value], setting: Setting) -> Reading:
    """Now, recently, the future."""
    return Reading("DATE", str(parts["v"]), None, "open", is_reference=False)


def part(parts: Mapping[str, Value], setting: Setting) -> Reading:
    """ "At night": a part of no day in particular."""
    return Reading("TIME", f"XXXX-XX-XXT{parts['part']}", is_reference=False)


def clock(parts: Mapping[str, Value], setting: Setting) -> Reading | None:
    """A time of day, on the running day."""
    told = clock_text(parts)
    if told is None:
        return None
    reference = setting.reference
    fine = reference.days and reference.precision in ("day", "time")
    day = reference.days[0] if fine and reference.days else setting.dct
    return _at_clock(r.of_day(day, "relative"), told)


def _at_clock(made: Reading, told: str) -> Reading:
    """A day with a time of day; an offset from UTC stays in the clock and out of the TIMEX3 value."""
    if made.days is None:
        return made
    value = f"{r.day_value(made.days[0])}T{told if told.endswith('Z') else told[:5]}"
    return replace(made, type="TIME", value=value, precision="time", clock=told)


def _fasting_month(day: int, basis: Basis) -> Reading:
    """A month of another calendar: its value is the month of ours that holds most of it."""
    year, month, _ = civil(day + MONTH_DAYS // 2)
    return replace(r.of_month(year, month, basis), days=(day, day + MONTH_DAYS - 1), precision="month", mod="APPROX")


def holiday(parts: Mapping[str, Value], setting: Setting) -> Reading | None:
    """A holiday of a stated or the nearest year; "last Thanksgiving" lies behind publication."""
    name = str(parts["h"])
    year, shift = _year(parts, setting), _number(parts, "shift")
    now = civil(setting.now)[0]
    years = [year] if year else range(now - 1, now + 2)
    known = [day for candidate in years for day in holiday_days(name, candidate, eve="eve" in parts)]
    if shift:
        known = [day for day in known if (day - setting.dct) * shift > 0]
    if not known:
        return None
    back, ahead = _DAY_COSTS[setting.tense]
    day = min(known, key=lambda day: (day - setting.now) * ahead if day > setting.now else (setting.now - day) * back)
    if name in MONTHS_LONG:
        return _fasting_month(day, "stated" if year else "relative")
    if "week" in parts:
        return r.of_weekend(day, "relative") if parts["week"] == "weekend" else r.of_week(day, "relative")
    return r.of_day(day, "stated" if year else "relative", _part(parts))


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
        year = numbers[2] if numbers[2] > 99 else _short_year(numbers[2], setting)
        orders = [(year, numbers[0], numbers[1]), (year, numbers[1], numbers[0])]
        if "." in str(parts["x"]):
            orders = orders[1:]
    days = list(dict.fromkeys(day_number(*order) for order in orders if is_date(*order)))
    if not days:
        return None
    return replace(r.of_day(days[0], "stated"), alternatives=tuple((day, day) for day in days[1:]))


def _short_year(short: int, setting: Setting) -> int:
    """Two digits: in a narrative the century that the story runs in, else not past the near future."""
    if setting.narrative and setting.reference.days:
        running = civil(setting.reference.days[0])[0]
        base = running // 100 * 100 + short
        return min((base - 100, base, base + 100), key=lambda year: abs(year - running))
    century = setting.year // 100 * 100
    return century + short if century + short <= setting.year + 5 else century - 100 + short


Resolver = Callable[[Mapping[str, Value], Setting], Reading | None]

RESOLVERS: Mapping[str, Resolver] = {
    "date": date,
    "iso": iso,
    "slashed": slashed,
    "weekday": weekday_,
    "deictic": deictic,
    "season": season,
    "quarter": quarter,
    "year quarter": year_quarter,
    "millennium": millennium,
    "part": part,
    "half": half,
    "decade": decade,
    "century": century,
    "shifted": shifted,
    "same": same,
    "week of month": week_of_month,
    "ago": ago,
    "later": later,
    "anchored": anchored,
    "duration": duration,
    "set": set_,
    "timeless": timeless,
    "clock": clock,
    "holiday": holiday,
}
"""The resolver of each kind of row; a kind that is missing here ("trap") is never a date."""
