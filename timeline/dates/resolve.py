"""From finds to readings: one small resolver a kind, all told the same circumstances."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from . import amounts, by_calendar, by_distance, by_period
from .find import Find
from .parts import bounded_part, part_of
from .reading import Reading, at_clock
from .setting import Setting
from .vocabulary import Value


def resolve(find: Find, setting: Setting) -> Reading | None:
    """The reading of a find, or None where its parts name no time after all."""
    made = RESOLVERS[find.kind](find.parts, setting)
    if made is None:
        return None
    mod = find.parts.get("mod")
    if "mod2" in find.parts and made.days:
        mod = str(find.parts["mod2"])
        return replace(made, mod=mod, days=bounded_part(made.days, mod, setting.now))
    told = find.parts.get("clock_text")
    if isinstance(told, str):
        made = at_clock(made, told)
    if find.parts.get("about") and not mod:
        mod = "APPROX"
    if isinstance(mod, str):
        made = replace(made, mod=mod, days=part_of(made, mod))
    return made


Resolver = Callable[[Mapping[str, Value], Setting], Reading | None]

RESOLVERS: Mapping[str, Resolver] = {
    "date": by_calendar.date,
    "iso": by_calendar.iso,
    "slashed": by_calendar.slashed,
    "holiday": by_calendar.holiday,
    "decade": by_calendar.decade,
    "century": by_calendar.century,
    "millennium": by_calendar.millennium,
    "season": by_period.season,
    "quarter": by_period.quarter,
    "year quarter": by_period.year_quarter,
    "half": by_period.half,
    "weekday": by_distance.weekday_day,
    "deictic": by_distance.deictic,
    "shifted": by_distance.shifted,
    "same": by_distance.same,
    "year end": by_distance.year_end,
    "week of month": by_distance.week_of_month,
    "ago": by_distance.ago,
    "later": by_distance.later,
    "same period": by_distance.same_period,
    "year before": by_distance.year_before_now,
    "anchored": by_distance.anchored,
    "duration": amounts.duration,
    "past unit": amounts.past_unit,
    "set": amounts.repetition,
    "timeless": amounts.timeless,
    "clock": amounts.clock,
    "part": amounts.part,
}
"""The resolver of each kind of row; a kind that is missing here ("trap") is never a date."""
