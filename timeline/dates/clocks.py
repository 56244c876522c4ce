"""Times of day: what "5:40 p.m. EST" says, and which day beside it it belongs to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from .find import Find
from .numerals import Lexed
from .vocabulary import Joints, Value

_DAY_KINDS = frozenset({"weekday", "deictic", "date", "iso", "holiday"})


def clock_text(parts: Mapping[str, Value]) -> str | None:
    """ "17:40", with "Z" or the offset from UTC behind it where the text names its zone; None if it is none."""
    if "noon" in parts:
        return str(parts["noon"])
    if "four" in parts:
        hour, minute = divmod(int(parts["four"]), 100)
    else:
        hour, minute = _hour(parts)
    if not (0 <= hour <= 24 and 0 <= minute <= 59):
        return None
    zone = str(parts.get("z", ""))
    return f"{hour:02d}:{minute:02d}{'Z' if zone.lower() in ('gmt', 'utc', 'z') else zone}"


def _hour(parts: Mapping[str, Value]) -> tuple[int, int]:
    stated = str(parts.get("clock") or parts.get("h"))
    numbers = [int(number) for number in stated.split(":")]
    hour, minute = numbers[0], numbers[1] if len(numbers) > 1 else 0
    half = str(parts.get("ap", ""))[:1].lower()
    if half == "p" or parts.get("part") in ("AF", "EV"):
        return (hour + 12 if hour < 12 else hour), minute
    return (0 if half == "a" and hour == 12 else hour), minute


def with_clocks(lexed: Lexed, finds: Sequence[Find], joints: Joints) -> list[Find]:
    """The same finds; a clock beside its day ("5 p.m. on Monday", "Monday at 5 p.m.") is one find with it."""
    out: list[Find] = []
    for one in finds:
        last = out[-1] if out else None
        if last is None:
            out.append(one)
            continue
        between = tuple(lexed.words[last.last : one.first])
        if last.kind == "clock" and _is_day(one) and between in joints.clock_then_day and _joined(last, one, out):
            continue
        if one.kind == "clock" and _is_day(last) and between in joints.day_then_clock and _joined(one, last, out):
            continue
        out.append(one)
    return out


def _is_day(one: Find) -> bool:
    return one.kind in _DAY_KINDS and "part" not in one.parts and (one.kind != "date" or "d" in one.parts)


def _joined(clock: Find, day: Find, out: list[Find]) -> bool:
    """Replace the last find by the two together; False if the clock says no time."""
    told = clock_text(clock.parts)
    if told is None:
        return False
    first, second = (clock, day) if clock.start < day.start else (day, clock)
    parts = {**day.parts, "clock_text": told}
    out[-1] = replace(
        day,
        first=first.first,
        last=second.last,
        start=first.start,
        end=second.end,
        parts=parts,
        rule=f"{day.rule} and clock",
    )
    return True
