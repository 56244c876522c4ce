"""Second thoughts on single finds: what looks like a date by its letters alone and is none."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from .find import Find
from .numerals import Lexed
from .tense import Tenses

Guard = Callable[[Lexed, Find, Tenses], bool]

_YEAR_CUES = frozenset(
    [
        "in",
        "of",
        "since",
        "until",
        "till",
        "by",
        "before",
        "after",
        "during",
        "from",
        "to",
        "between",
        "and",
        "around",
        "about",
        "for",
        "the",
    ]
)


def year(lexed: Lexed, one: Find, tenses: Tenses) -> bool:
    """A bare number of four digits is a year unless it counts something or is part of a longer number."""
    after = lexed.words[one.last] if one.last < len(lexed.words) else ""
    before = lexed.words[one.first - 1] if one.first else ""
    year_number = one.parts["y"]
    if before in ("$", "£", "€", "no", "number", "boeing", "/", "#") or after in (
        "%",
        "gmt",
        "utc",
        "hours",
        "feet",
        "miles",
    ):
        return False
    if "mod" in one.parts:
        return True
    if tenses.tag_at(lexed.starts[one.last]) == "NNS" if one.last < len(lexed.starts) else False:
        return before in _YEAR_CUES and isinstance(year_number, int) and year_number > 1800 and before != "of"
    return isinstance(year_number, int) and (1500 <= year_number <= 2100)


def short_year(lexed: Lexed, one: Find, tenses: Tenses) -> bool:
    """'98 after a blank."""
    return one.start == 0 or not lexed.text[one.start - 1].isalnum()


def season(lexed: Lexed, one: Find, tenses: Tenses) -> bool:
    """Spring and fall as nouns."""
    return tenses.tag_at(lexed.starts[one.last - 1]).startswith("NN")


def nth(lexed: Lexed, one: Find, tenses: Tenses) -> bool:
    """'the 14th' alone, not before a noun."""
    tag = tenses.tag_at(lexed.starts[one.last]) if one.last < len(lexed.starts) else "."
    word = lexed.words[one.last - 1]
    return word[0].isdigit() and not tag.startswith(("NN", "JJ", "CD", "VBG"))


def mod(lexed: Lexed, one: Find, tenses: Tenses) -> bool:
    """'the year' only with a part of it."""
    return "mod" in one.parts or "mod2" in one.parts


def clock(lexed: Lexed, one: Find, tenses: Tenses) -> bool:
    """17:05 with a zone, or after 'at'."""
    before = lexed.words[one.first - 1] if one.first else ""
    return "z" in one.parts or before in ("at", "by", "around", "about", "until", "from", "to")


def noun(lexed: Lexed, one: Find, tenses: Tenses) -> bool:
    """'the past' and 'the future' as nouns."""
    tag = tenses.tag_at(lexed.starts[one.last]) if one.last < len(lexed.starts) else "."
    return not tag.startswith(("NN", "CD", "JJ"))


def timeless(lexed: Lexed, one: Find, tenses: Tenses) -> bool:
    """Single vague words."""
    return True


GUARDS: Mapping[str, Guard] = {
    "year": year,
    "short year": short_year,
    "season": season,
    "nth": nth,
    "mod": mod,
    "clock": clock,
    "noun": noun,
    "timeless": timeless,
}
"""The guard that a row names."""
