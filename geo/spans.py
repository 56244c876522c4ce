"""Stretches of a text that may be place names: proper-noun runs, looked up longest first.

Whatever spaCy would call a name is not asked: a run of capitalised words is read from the left, and at
each word the longest sequence that the gazetteer knows is a match. What no gazetteer holds but has the
form of a place's name ("Freeborn Lake", "Memphis Street") is kept as a match without candidates.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from .cues import (
    ADMIN_HEADS,
    CONNECTORS,
    DIRECTIONS,
    FACILITY_HEADS,
    NATURE_HEADS,
    NATURE_LEADS,
    NEVER,
    ORGANISATION_HEADS,
    STATE_ABBREVIATIONS,
    STREET_HEADS,
    TIME_WORDS,
    TITLES,
)
from .words import NAME_TAGS, Words

LONGEST_MATCH = 7
"""Tokens; the longest names in use in news ("Democratic Republic of the Congo") have five."""
LONGEST_RUN = 16
"""Tokens; longer runs (a list in capitals) are cut here, which keeps the time linear."""


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring name words of one sentence with the connectors between them: tokens [first, last)."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Match:
    """Tokens [first, last) of a run that may name a place.

    `form` is "known" for a name of the gazetteer, else what the words look like: "street",
    "nature" or "facility".
    """

    first: int
    last: int
    run: Run
    form: str = "known"


_NO_PLACES = tuple(
    name.split() for name in ("el niño", "la niña", "el nino", "la nina", "santa claus", "west nile", "red crescent")
)


def _a_day(words: Words, last: int) -> bool:
    """Whether "'s Day" follows."""
    return words.lower[last] in {"'s", "’s"} and words.lower[last + 1] == "day"


_OFFICES = frozenset("city town state university college bank institute county".split())
_HEADS = (NATURE_HEADS | ADMIN_HEADS | FACILITY_HEADS | STREET_HEADS | ORGANISATION_HEADS) - {"mali"}


def name_like(words: Words) -> list[bool]:
    """For each token, whether it is written like (a part of) a name."""
    return [
        (text[:1].isupper() or ((text[1:2] in _ELISIONS or not text[:1].isalnum()) and _capital(text)))
        and _may_be_name(text, low, tag)
        for text, low, tag in zip(words.text, words.lower, words.tag, strict=True)
    ]


def _capital(text: str) -> bool:
    """Whether a word begins with a capital, be it behind a mark or an elided article: "d'Ivoire"."""
    if text[1:2] in _ELISIONS:
        return text[2:3].isupper()
    return _MARKED.match(text) is not None


_ELISIONS = frozenset({"'", "’"})
_MARKED = re.compile(r"[\u200b-\u200f\u202a-\u202e\u2066-\u2069‘'ʻ]{1,3}[^\W\d_a-zß-öø-ÿ]")
"""A capital behind an opening quote, or behind the invisible marks that change the writing direction."""


def _may_be_name(text: str, low: str, tag: str) -> bool:
    """Pronouns, function words and single letters without a full stop are never parts of a name."""
    if tag in NAME_TAGS:
        return len(text) > 1 or text.isupper()
    return tag not in _CLOSED_TAGS and len(text) > 1 and low not in _FUNCTION_WORDS


_CLOSED_TAGS = frozenset({"PRP", "PRP$", "DT", "IN", "CC", "TO", "MD", "WP", "WRB", "WDT", "EX", "CD", "UH", "POS"})
_FUNCTION_WORDS = frozenset(
    """
    a an the and or but if so no not as at by in on of to i he she it we they this that
    """.split()
)


def runs(words: Words, like: list[bool], known: Callable[[str], bool] | None = None) -> list[Run]:
    """The runs of a text, left to right.

    `known` tells which names the gazetteer has: "and" or "in" joins two runs only in a name of its own
    ("Bosnia and Herzegovina"). Without it they never join.
    """
    found: list[Run] = []
    size, at = len(words), 0
    while at < size:
        if not like[at]:
            at += 1
            continue
        end = _run_end(words, like, at, known)
        found.append(Run(at, end))
        at = end
    return found


def _run_end(words: Words, like: list[bool], first: int, known: Callable[[str], bool] | None) -> int:
    """Where the run that starts at `first` ends: connectors count only with a name word behind them."""
    end, at, sentence = first + 1, first + 1, words.sentence[first]
    limit = min(len(words), first + LONGEST_RUN)
    while at < limit and (words.sentence[at] == sentence or words.lower[at - 1] in _SAINTS):
        if like[at]:
            if _changes_case(words, end - 1, at):
                break
            end = at + 1
        elif at - end >= 3 or not _connects(words, first, at, limit, known):
            break
        at += 1
    return end


_SAINTS = frozenset({"st.", "ste.", "mt.", "ft.", "st", "ste", "mt", "ft"})
"""Abbreviations whose full stop a parser may take for the end of a sentence: "ST. PAUL"."""
_WEAK = frozenset("and in on upon & y e et am im an - the".split())


def _connects(words: Words, first: int, at: int, limit: int, known: Callable[[str], bool] | None) -> bool:
    """Whether the lower-case word at `at` may stand inside a name; a weak one only inside a known name."""
    if words.lower[at] == "." and words.lower[at - 1] in _SAINTS:
        return True
    if words.lower[at] not in CONNECTORS:
        return False
    if words.lower[at] not in _WEAK:
        return True
    if words.lower[at] in {"-", "the"}:
        return words.lower[at] == "-" or words.lower[at - 1] == "of"
    if known is None:
        return False
    starts = range(max(first, at - 3), at)
    return any(known(words.surface(start, last)) for start in starts for last in (at + 2, at + 3) if last <= limit)


def _changes_case(words: Words, last: int, at: int) -> bool:
    """Whether capitals end here and a title begins ("SAN ANTONIO Turner Sports"), or a state's abbreviation ends."""
    before, text = words.text[last], words.text[at]
    if before.endswith(".") and words.lower[last].rstrip(".") in STATE_ABBREVIATIONS:
        return True
    return len(before) > 3 and before.isupper() and not text.isupper()


def matches(words: Words, like: list[bool], run: Run, known: Callable[[str], bool]) -> list[Match]:
    """What may be places inside one run, left to right, without overlaps."""
    found: list[Match] = []
    at = run.first
    while at < run.last:
        end = _longest(words, like, at, run.last, known) if like[at] else 0
        if end:
            found.append(Match(at, end, run))
            at = end
        else:
            at += 1
    return _with_forms(words, like, run, found)


def _longest(words: Words, like: list[bool], first: int, limit: int, known: Callable[[str], bool]) -> int:
    """The end of the longest known name that starts at `first`, 0 where there is none."""
    for last in range(min(limit, first + LONGEST_MATCH), first, -1):
        if _city_office(words, first, last, limit):
            continue
        if like[last - 1] and not _barred(words, first, last) and known(words.surface(first, last)):
            return last
    return 0


def _city_office(words: Words, first: int, last: int, limit: int) -> bool:
    """Whether "Dublin City" stands before "Council" or "Manager": then it is an office of Dublin."""
    return (
        last - first > 1
        and last < limit
        and words.lower[last - 1] == "city"
        and (words.lower[last] in ORGANISATION_HEADS or words.lower[last] in TITLES or words.lower[last] == "hall")
        and words.lower[first] not in {"kansas", "new", "oklahoma", "mexico", "salt"}
    )


def _barred(words: Words, first: int, last: int) -> bool:
    """Whether a single word is never a place by itself in news; "City of Richmond" is read as "Richmond".

    So is "University of Texas": Texas is the place, nested in a name.
    """
    if words.lower[last - 2 : last] in _NO_PLACES or (last < len(words) - 1 and _a_day(words, last)):
        return True
    if last - first > 1:
        return words.lower[first + 1] == "of" and words.lower[first] in _OFFICES
    low = words.lower[first]
    if low in DIRECTIONS and last < len(words) and (words.text[last][:1].isupper() or words.text[last][:1].isdigit()):
        return True
    if low == "b.c." and first and words.tag[first - 1] == "CD":
        return True
    return low in NEVER or low in TIME_WORDS or low in _HEADS or len(low) < 2 or words.text[first] == "Us"


def _with_forms(words: Words, like: list[bool], run: Run, found: list[Match]) -> list[Match]:
    """Join a match with the "Street", "Lake" or "Airport" behind it; add such names of unknown words."""
    heads = [at for at in range(run.first + 1, run.last) if like[at] and _form(words, at)]
    kept = found
    for at in heads:
        if any(match.first < at < match.last for match in kept):
            continue
        first = _form_start(words, like, run, at)
        if first < at:
            kept = [match for match in kept if match.last <= first or match.first > at]
            kept.append(Match(first, at + 1, run, _form(words, at)))
    kept = [_with_water(words, match) for match in kept]
    if not kept and words.lower[run.first] in NATURE_LEADS and run.last - run.first == 2:
        kept = [Match(run.first, run.last, run, "nature")]
    return sorted(kept, key=lambda match: match.first)


def _with_water(words: Words, match: Match) -> Match:
    """The match with the "Lake" or "Mount" right before it: no gazetteer knows Lake Vermont, and it is not Vermont."""
    before = match.first - 1
    if match.form == "known" and before >= match.run.first and words.lower[before] in _WATERS:
        return Match(before, match.last, match.run, "nature")
    return match


_WATERS = frozenset("lake mount mt mt. cape gulf strait bay isle rio río sierra loch lough".split())


def _form(words: Words, at: int) -> str:
    """What the capitalised head word at `at` makes of the words before it, "" for nothing."""
    low = words.lower[at].rstrip(".")
    if low in {"st", "dr"} and at + 1 < len(words) and words.text[at + 1][:1].isupper():
        return ""
    if low in STREET_HEADS:
        return "" if at + 1 < len(words) and words.lower[at + 1] in {"patrol", "department", "commission"} else "street"
    if low in FACILITY_HEADS:
        return "facility"
    return "nature" if low in NATURE_HEADS else ""


def _form_start(words: Words, like: list[bool], run: Run, head: int) -> int:
    """The first token of the name that ends in the head word: name words only, at most four."""
    first = head
    while first > run.first and head - first < 4 and like[first - 1]:
        first -= 1
    return first
