"""Refiners over the finds of a text, in their one order; each takes all finds and gives all finds back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TypeAlias

from ..model import Published, Span
from .calendar import civil
from .clocks import with_clocks
from .find import Find
from .leaning import leaning, told_to
from .numerals import Lexed
from .reading import SEASON_MONTHS
from .tense import Tenses
from .vocabulary import Language

_MOST_UNITS = 999
"""A larger number before an adjective is rather a year: "In 1917 long months passed"."""
_OPENING_CHARS = 400
"""How far down a page's own date may stand."""
_DAY_KINDS = frozenset({"weekday", "deictic", "date", "holiday"})


@dataclass(frozen=True, slots=True)
class Text:
    """What a refiner may look at besides the finds."""

    lexed: Lexed
    tenses: Tenses
    published: Published
    language: Language


Refiner: TypeAlias = Callable[[Text, Sequence[Find]], list[Find]]


def without_traps(text: Text, finds: Sequence[Find]) -> list[Find]:
    """Drop what is no time at all: ages, aircraft, flights."""
    return [one for one in finds if one.kind != "trap"]


def trimmed(text: Text, finds: Sequence[Find]) -> list[Find]:
    """Leave out a full stop or comma at the end, unless it closes an abbreviation."""
    return [_trimmed(text, one) for one in finds]


def _trimmed(text: Text, one: Find) -> Find:
    lexed = text.lexed
    last = one.last - 1
    stop = lexed.words[last] == "." and lexed.words[last - 1] not in text.language.abbreviations
    if stop or lexed.words[last] in (",", "-"):
        return replace(one, last=last, end=lexed.ends[last - 1])
    return one


def with_numbers(text: Text, finds: Sequence[Find]) -> list[Find]:
    """Give bare units the number that stands before an adjective: "two bloody weeks"."""
    return [_with_number(text, one) for one in finds]


def _with_number(text: Text, one: Find) -> Find:
    number = text.lexed.values.get(one.first - 2)
    bare = one.kind == "duration" and "few" in one.parts and one.last == one.first + 1
    if not bare or not isinstance(number, int) or number > _MOST_UNITS:
        return one
    if text.tenses.tag_at(text.lexed.starts[one.first - 1]) != "JJ":
        return one
    parts = {name: value for name, value in one.parts.items() if name != "few"} | {"n": number}
    return replace(one, first=one.first - 2, start=text.lexed.starts[one.first - 2], parts=parts)


def without_preposition(text: Text, finds: Sequence[Find]) -> list[Find]:
    """Leave out "over" of "fell over three years", where it does not go with the number."""
    return [_without_preposition(text, one) for one in finds]


def _without_preposition(text: Text, one: Find) -> Find:
    lexed = text.lexed
    if one.kind != "duration" or lexed.words[one.first] not in text.language.joints.during:
        return one
    if isinstance(one.parts.get("n"), str) or text.tenses.is_held_within(one.start, one.end):
        return one  # "over a week" is more than one
    return replace(one, first=one.first + 1, start=lexed.starts[one.first + 1])


def without_article(text: Text, finds: Sequence[Find]) -> list[Find]:
    """Leave out "the" of "the Aug. 7 bombing" and "the summer campaign": it belongs to the noun."""
    return [_without_article(text, one) for one in finds]


def _without_article(text: Text, one: Find) -> Find:
    lexed = text.lexed
    if lexed.words[one.first] != text.language.joints.article or not _is_before_a_noun(text, one):
        return one
    return replace(one, first=one.first + 1, start=lexed.starts[one.first + 1])


def _is_before_a_noun(text: Text, one: Find) -> bool:
    """Whether an expression describes the noun behind it, or is the name of something ("the Hundred Days")."""
    lexed = text.lexed
    if one.kind == "duration":
        return lexed.text[lexed.starts[one.last - 1]].isupper()
    hyphened = one.kind == "quarter" and lexed.words[one.last - 2 : one.last - 1] == ["-"]
    if (one.kind not in ("date", "season") and not hyphened) or one.rule in text.language.keeps_article:
        return False
    after = one.last
    if one.kind == "date" and after < len(lexed.words) and lexed.words[after] == ",":
        after += 1
    nouns = ("NN", "NNS") if one.kind == "date" else ("NN", "NNS", "NNP", "NNPS")
    noun = after < len(lexed.words) and text.tenses.tag_at(lexed.starts[after]) in nouns
    return noun and lexed.words[one.first + 1] not in text.language.words.get("BEGINNING", {})


def without_own_date(text: Text, finds: Sequence[Find]) -> list[Find]:
    """Drop the line at the top that holds the publication date alone: it dates the page, not an event."""
    day = text.published.day
    if day is None:
        return list(finds)
    return [one for one in finds if not _is_own_date(text.lexed.text, one, day)]


def _is_own_date(text: str, one: Find, day: int) -> bool:
    if one.start > _OPENING_CHARS or one.kind != "date":
        return False
    start = text.rfind("\n", 0, one.start) + 1
    end = text.find("\n", one.end)
    if start == 0 or end < 0 or text[start:end].strip() != text[one.start : one.end]:
        return False
    return (one.parts.get("y"), one.parts.get("m"), one.parts.get("d")) == civil(day)


def clocks_joined(text: Text, finds: Sequence[Find]) -> list[Find]:
    """Join a clock and the day beside it: "5 p.m. on Monday"."""
    return with_clocks(text.lexed, finds, text.language.joints)


def leaning_resolved(text: Text, finds: Sequence[Find]) -> list[Find]:
    """Give anchored finds their anchors; without one they count from a date beside them or from the running date."""
    out: list[Find] = []
    skip_to = -1
    for index, one in enumerate(finds):
        if one.start < skip_to:
            continue
        if one.kind == "anchored":
            one = _leaning(text, one, finds[index + 1] if index + 1 < len(finds) else None)
            skip_to = one.end
        out.append(one)
    return out


def _leaning(text: Text, one: Find, following: Find | None) -> Find:
    lean = leaning(one, text.tenses)
    if lean is None or text.lexed.text[one.end : one.end + 1] == ",":
        return _unanchored(one, text.lexed)
    beside = following is not None and following.first == one.last and following.kind in _DAY_KINDS
    if following is not None and one.end <= following.start and following.end <= lean.start and not beside:
        return _told_inside(one, following, lean)
    if following is None or not (beside or following.start <= lean.start < following.end):
        end = told_to(lean, text.tenses)
        return replace(one, end=lean.end if following is not None and following.start < end else end, anchor=lean)
    if following.first - one.last > 1 or "n" not in one.parts:
        return _unanchored(one, text.lexed)
    back = {} if one.parts["side"] == "after" else {"back": 1}
    parts = {**one.parts, **back}
    return replace(one, kind="later", last=following.last, end=following.end, parts=parts, base=following)


def _told_inside(one: Find, inside: Find, lean: Span) -> Find:
    """ "Three years after the 2018 disaster": an exact amount counts from the date that its event is told with."""
    if "n" not in one.parts or "few" in one.parts or inside.kind not in _DAY_KINDS:
        return replace(one, anchor=lean)
    back = {} if one.parts["side"] == "after" else {"back": 1}
    return replace(one, kind="later", parts={**one.parts, **back}, base=inside, anchor=lean)


def _unanchored(one: Find, lexed: Lexed) -> Find:
    """Count an exact amount from the running date; leave a vague one a plain duration."""
    if "n" in one.parts and "few" not in one.parts:
        back = {} if one.parts["side"] == "after" else {"back": 1}
        return replace(one, kind="later", parts={**one.parts, **back})
    last = one.last - 1
    return replace(one, kind="duration", last=last, end=lexed.ends[last - 1], parts={**one.parts, "few": "X"})


def seasons_dated(text: Text, finds: Sequence[Find]) -> list[Find]:
    """Give a bare season the year of the date behind it in its sentence: "the summer offensive of June 1942"."""
    out = list(finds)
    for index, (one, following) in enumerate(pairwise(finds)):
        year = following.parts.get("y")
        if (
            one.kind == "season"
            and not _YEARED & one.parts.keys()
            and following.kind == "date"
            and isinstance(year, int)
        ):
            between = text.lexed.text[one.end : following.start]
            if _dates_season(one, following, between):
                era = {"era": following.parts["era"]} if "era" in following.parts else {}
                out[index] = replace(one, parts={**one.parts, "y": year, **era})
    return out


_YEARED = frozenset({"y", "yshift", "shift", "same"})
_SEASON_CHARS = 120


def _dates_season(season: Find, date: Find, between: str) -> bool:
    """Whether a date says which year's season is meant: a month of it, or a name's year ("Offensive of 1918")."""
    month = date.parts.get("m")
    if isinstance(month, int):
        first = SEASON_MONTHS[str(season.parts["s"])]
        return (
            (month - first) % 12 < 3 and len(between) <= _SEASON_CHARS and ". " not in between and "\n" not in between
        )
    return between.count(" ") <= 3 and between.endswith(" of ")


REFINERS: tuple[Refiner, ...] = (
    without_traps,  # first: a trap has only kept other patterns off its words
    trimmed,  # before joining, which looks at the words between two finds
    with_numbers,
    without_preposition,
    without_article,
    without_own_date,
    clocks_joined,  # before leaning: "two days before 5 p.m. on Monday" leans on one date
    leaning_resolved,
    seasons_dated,  # last: it looks at what stands side by side
)
"""The refiners of finds, in the order in which they run."""
