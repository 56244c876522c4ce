"""Resolvers of what has no date of its own: amounts of time, repetitions, vague references, times of day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from . import reading as r
from .anchor import moved, shift_span
from .calendar import Interval
from .clocks import clock_text
from .reading import Reading, at_clock
from .setting import Setting
from .units import unit_at
from .vocabulary import Value

UNIT_LETTER = {"D": "D", "W": "W", "M": "M", "Y": "Y", "DE": "DE", "CE": "CE", "Q": "Q", "ML": "L", "WE": "WE"}


CLOCK_LETTER = {"H": "H", "MIN": "M", "S": "S"}


_HALF = 0.5
_HALVES = {"H": "30M", "MIN": "30S"}
"""Half of a unit of the clock."""


def shift_of(parts: Mapping[str, Value]) -> str:
    """By how much an anchored find shifts its anchor, as a TIMEX3 duration."""
    unit = str(parts.get("u"))
    if unit in r.PART_HOURS:
        return "P1D"
    made = amount_of(parts if "n" in parts else {**parts, "few": "X"})
    return made.value if made else "P0D"


def duration(parts: Mapping[str, Value], setting: Setting) -> Reading | None:
    """An amount of time: of no date of its own unless it is the last or the next one."""
    made = amount_of(parts)
    if made is None or "near" not in parts:
        return made
    days = near_days(setting.now, made.value, ahead=parts["near"] == 1)
    return replace(made, days=days, precision="days", basis="relative") if days else made


def past_unit(parts: Mapping[str, Value], setting: Setting) -> Reading | None:
    """The past year: TIMEX3 takes it for the year before, a reader for the twelve months up to now."""
    unit = str(parts["u"])
    made = unit_at(setting.now, unit, -1)
    days = near_days(setting.now, f"P1{unit}", ahead=False)
    return replace(made, loose=days) if made else None


def near_days(now: int, amount: str, *, ahead: bool) -> Interval | None:
    """From now back or ahead by an amount, at most what a vague one stands for; None for hours."""
    span = shift_span(amount)
    if span is None:
        return None
    return (now, moved(now, span[1], amount)) if ahead else (moved(now, -span[1], amount), now)


def amount_of(parts: Mapping[str, Value]) -> Reading | None:
    """An amount of a unit as TIMEX3 writes it; X for a vague amount."""
    unit, amount = str(parts["u"]), parts.get("n", 1)
    vague = "few" in parts or ("near" in parts and "n" not in parts)
    if isinstance(amount, str):
        amount = 1
    if "half" in parts and unit == "Y" and not vague:
        return Reading("DURATION", f"P{int(amount)}Y6M", is_reference=False)
    if ("half" in parts or amount == _HALF) and unit in _HALVES and not vague:
        whole = f"{int(amount)}{CLOCK_LETTER[unit]}" if int(amount) else ""
        return Reading("DURATION", f"PT{whole}{_HALVES[unit]}", is_reference=False)
    if "half" in parts:
        amount = float(amount) + 0.5
    if unit == "X":
        return Reading("DURATION", "PXX", is_reference=False)
    count = "X" if vague else f"{amount:g}"
    if unit == "FN":
        unit, count = "W", "X" if vague else f"{2 * float(amount):g}"
    if unit in CLOCK_LETTER:
        return Reading("DURATION", f"PT{count}{CLOCK_LETTER[unit]}", is_reference=False)
    if unit == "DE" and count != "X":
        unit, count = "Y", f"{10 * float(amount):g}"
    return Reading("DURATION", f"P{count}{UNIT_LETTER.get(unit, unit)}", is_reference=False)


def repetition(parts: Mapping[str, Value], setting: Setting) -> Reading | None:
    """What recurs."""
    if "p" in parts:
        value = str(parts["p"])
    elif "s" in parts:
        value = f"XXXX-{parts['s']}"
    elif "w" in parts:
        value = f"XXXX-WXX-{int(parts['w']) + 1}" + (f"T{parts['part']}" if "part" in parts else "")
    elif "m" in parts:
        value = f"XXXX-{int(parts['m']):02d}" + (f"-{int(parts['d']):02d}" if "d" in parts else "")
    elif "part" in parts:
        value = f"XXXX-XX-XXT{parts['part']}"
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
    return at_clock(r.of_day(day, "relative"), told)
