"""Everything in a text that the gazetteer or a form would call a place, with its candidates. Nothing is judged here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeAlias

from .cues import AIRFIELD_HEADS, AIRFIELD_LEADS, FACILITY_HEADS, UNIT_PLURALS
from .gazetteer import Gazetteer
from .hamlets import hamlets
from .model import Candidate
from .spans import Match, matches, name_like, runs
from .words import Words

Found: TypeAlias = tuple[Match, tuple[Candidate, ...]]


def candidates_of(words: Words, gazetteer: Gazetteer, like: list[bool] | None = None) -> list[Found]:
    """Every match of the text with its candidates, places or not; `like` is `name_like(words)` where it is known."""
    like = name_like(words) if like is None else like
    known: dict[str, bool] = {}

    def has(name: str) -> bool:
        if name not in known:
            known[name] = gazetteer.has(name)
        return known[name]

    found: list[Found] = []
    stretches = runs(words, like, has)
    for run in stretches:
        for match in matches(words, like, run, has):
            name = words.surface(match.first, match.last)
            if _names_nothing(words, match):
                continue
            if match.form == "known" and not (match.last - match.first == 1 and _is_demonym(name, gazetteer)):
                found.append((match, gazetteer.candidates(name)))
            elif match.form != "known":
                found.append((match, ()))
    found += [(match, ()) for match in hamlets(words, stretches, found)]
    found.sort(key=lambda pair: pair[0].first)
    for at, units in listed_units(words, found, gazetteer).items():
        found[at] = (replace(found[at][0], form="listed"), units)
    return [_as_facility(words, match, candidates, gazetteer) for match, candidates in found]


def _is_demonym(name: str, gazetteer: Gazetteer) -> bool:
    """Whether a word means people or things before it means a place: "Argentine" does, "Argentina" does not."""
    if not gazetteer.demonym(name):
        return False
    candidates = gazetteer.candidates(name)
    best = candidates[0] if candidates else None
    return best is None or best.match not in ("name", "alias") or best.place.kind not in ("country", "territory")


def _as_facility(words: Words, match: Match, candidates: tuple[Candidate, ...], gazetteer: Gazetteer) -> Found:
    """The match with "air base" or "airport" behind it, where the gazetteer knows that base or airport."""
    if match.form == "known" and words.lower[match.last : match.last + 1] == ["city"]:
        return _as_city(words, match, candidates, gazetteer)
    last = match.last
    while last < min(len(words), match.last + 3) and words.lower[last] in AIRFIELD_LEADS:
        last += 1
    if match.form in ("facility", "known") and words.lower[match.last - 1] in AIRFIELD_HEADS:
        if candidates and candidates[0].place.kind == "facility":
            return replace(match, form="airfield"), candidates
        last = match.last
    elif _may_own(match, candidates) and last < len(words) and words.lower[last] in AIRFIELD_HEADS:
        last += 1
    else:
        return _as_plant(words, match, candidates, gazetteer)
    known = gazetteer.facilities(words.text[match.first : last], None)
    return (replace(match, last=last, form="airfield"), known) if known else (match, candidates)


def _may_own(match: Match, candidates: tuple[Candidate, ...]) -> bool:
    """Whether a name may tell which base or airport is meant: a country's does not ("the U.S. base")."""
    return match.form == "known" and (not candidates or candidates[0].place.kind not in ("country", "territory"))


def _as_city(words: Words, match: Match, candidates: tuple[Candidate, ...], gazetteer: Gazetteer) -> Found:
    """The match with "City" behind it where that is a town's own name: Boulder City's council, not Dublin City's."""
    whole = gazetteer.candidates(words.surface(match.first, match.last + 1))
    if words.text[match.last] == "City" and whole and whole[0].place.kind == "city" and whole[0].match == "name":
        return replace(match, last=match.last + 1), whole
    return match, candidates


def _names_nothing(words: Words, match: Match) -> bool:
    """Whether a match is a mere class ("Air Base 101"), the owner of a currency ("US $29") or a unit ("2 GB")."""
    if match.last < len(words) and words.text[match.last][:1] in _CURRENCIES:
        return True
    if words.text[match.first] in _UNITS and match.first and words.text[match.first - 1][-1:].isdecimal():
        return True
    return all(low in AIRFIELD_HEADS or low in AIRFIELD_LEADS for low in words.lower[match.first : match.last])


def _as_plant(words: Words, match: Match, candidates: tuple[Candidate, ...], gazetteer: Gazetteer) -> Found:
    """The match with "nuclear plant", "refugee camp" or "border crossing" behind it, where that name is known."""
    for last in range(match.last + 1, min(len(words), match.last + 3) + 1):
        if match.form == "known" and words.lower[last - 1] in FACILITY_HEADS:
            named = gazetteer.candidates(words.surface(match.first, last))
            if named and named[0].place.kind in ("facility", "landmark"):
                return replace(match, last=last, form="airfield"), named
    return match, candidates


def listed_units(words: Words, found: Sequence[Found], gazetteer: Gazetteer) -> dict[int, tuple[Candidate, ...]]:
    """The names that a plural noun behind their list makes units: "Becker, Clay and Grant counties".

    For each such position in `found`, the candidates of "Becker County".
    """
    ends = {match.last: at for at, (match, _) in enumerate(found)}
    result: dict[int, tuple[Candidate, ...]] = {}
    for at, low in enumerate(words.lower):
        singular = UNIT_PLURALS.get(low)
        if not singular or at not in ends:
            continue
        end, listed = at, {}
        while end in ends:
            match = found[ends[end]][0]
            listed[ends[end]] = gazetteer.candidates(f"{words.surface(match.first, match.last)} {singular}")
            end = match.first - 1
            while end > 0 and words.lower[end - 1] in {",", "and", "&", "/", "or"}:
                end -= 1
        if len(listed) > 1:
            result |= {position: units for position, units in listed.items() if units}
    return result


_CURRENCIES = frozenset("$£€¥")
_UNITS = frozenset("GB MB KB TB KM CM MM KG LB OZ MW GW KW AM PM BC AD FC".split())
