"""What a resolver is told besides the parts of its find, and how it reads those parts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from .calendar import civil
from .reading import Reading
from .tense import Tense
from .vocabulary import Value


@dataclass(frozen=True, slots=True)
class Setting:
    """What a resolver may know: the publication day, the running reference, the governing verb's tense."""

    dct: int
    reference: Reading
    tense: Tense
    narrative: bool
    quarter: Reading | None = None
    direct: bool = False
    south: bool = False
    is_flashback: bool = False
    day_first: bool = False

    @property
    def year(self) -> int:
        """The publication year."""
        return civil(self.dct)[0]

    @property
    def now(self) -> int:
        """The day that "last year" counts from: the running date in a narrative, else publication."""
        return self.reference.days[0] if self.narrative and self.reference.days else self.dct


def number_in(parts: Mapping[str, Value], name: str) -> int | None:
    """A part as a whole number, None where it is missing or a word."""
    value = parts.get(name)
    return int(value) if isinstance(value, int | float) else None


def part_in(parts: Mapping[str, Value]) -> str | None:
    """The part of the day, as TIMEX3 abbreviates it."""
    part = parts.get("part")
    return part if isinstance(part, str) else None


def year_in(parts: Mapping[str, Value], setting: Setting) -> int | None:
    """The year that the parts state, astronomical."""
    if "yshift" in parts:
        return civil(setting.now)[0] + int(parts["yshift"])
    if parts.get("same") == "year" and setting.reference.days:
        return civil(setting.reference.days[0])[0]
    short = number_in(parts, "yy")
    if short is not None:
        return short_year(short, setting, beside="beside" in parts)
    year = number_in(parts, "y")
    if year is not None and str(parts.get("era", "")).lower().startswith("b"):
        return 1 - year
    return year


def short_year(short: int, setting: Setting, *, beside: bool = False) -> int:
    """Two digits: the century of the running date in a narrative or beside a year, else not past the near future."""
    if (setting.narrative or beside) and setting.reference.days:
        running = civil(setting.reference.days[0])[0]
        base = running // 100 * 100 + short
        return min((base - 100, base, base + 100), key=lambda year: abs(year - running))
    century = setting.year // 100 * 100
    return century + short if century + short <= setting.year + 5 else century - 100 + short
