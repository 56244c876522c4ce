"""Find the place names of a parsed text: gazetteer first, whatever label a tagger would give them.

Every run of name words is searched for names of the gazetteer; a linear model over named features then
decides which matches are places, with what the whole text says about the name (Memory). Demonyms are
found by list. Nothing is resolved here.
"""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import repeat
from typing import TypeAlias

from .capitals import truecased
from .containment import lies_in
from .cues import CIVIL_TITLES, SPEECH_VERBS, TITLES
from .errors import AssetError
from .evidence import MOST_CANDIDATES
from .features import Memory, is_opening, kind_of, mention_features
from .gazetteer import Gazetteer
from .lookup import Found, candidates_of
from .model import Candidate, Role
from .probe import Probe, shipped_probe
from .roles import role_of
from .shipped import REMEDY, shipped
from .spans import Match, Run, name_like, runs
from .words import Words

Look: TypeAlias = tuple[float, float, float]

DOUBT = 0.12
"""Matches below this probability are dropped at once; the others wait for what resolving says of them."""
RULED = {"street": 0.75, "airfield": 0.95, "hamlet": 0.85}
"""The belief in what has a form of its own: three streets in four are marked as places by annotators; an airport or
base whose every word the gazetteer knows is one."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A place name in the text: tokens [match.first, match.last), not resolved yet.

    `belief` is the probability that it is a place; `by_town` says that `name` and candidates are those of the town
    in a facility's name, because the gazetteer does not know the facility.
    """

    match: Match
    name: str
    role: Role
    candidates: tuple[Candidate, ...]
    belief: float
    by_town: bool = False


@dataclass(frozen=True, slots=True)
class Weights:
    """The shipped linear model: a weight for each named feature."""

    of: dict[str, float]

    def belief(self, features: Sequence[str]) -> float:
        """The probability of a place, given the names of the features that hold."""
        score = sum(map(self.of.get, features, repeat(0.0)))
        return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, score))))


@lru_cache(maxsize=1)
def shipped_weights() -> Weights:
    """The recogniser's weights, read once a process.

    Raises:
        AssetError: the file is missing or damaged.
    """
    path = shipped("geoparser/recogniser.json")
    try:
        return Weights({name: float(value) for name, value in json.loads(path.read_text(encoding="utf-8")).items()})
    except (ValueError, AttributeError, TypeError) as error:
        raise AssetError(f"The shipped data file assets/geoparser/recogniser.json is damaged; {REMEDY}.") from error


@lru_cache(maxsize=1)
def given_names() -> frozenset[str]:
    """Common given names in lower case, our own list."""
    return frozenset(shipped("geoparser/given_names.txt").read_text(encoding="utf-8").split())


@lru_cache(maxsize=1)
def common_words() -> frozenset[str]:
    """Common English words that are also some place's name: "nice", "reading", "bend"."""
    return frozenset(shipped("geoparser/common_words.txt").read_text(encoding="utf-8").split())


def recognise(words: Words, gazetteer: Gazetteer) -> tuple[Mention, ...]:
    """The place names and demonyms of a text, in the order of the text."""
    words = truecased(words, gazetteer)
    like = name_like(words)
    found = candidates_of(words, gazetteer, like)
    weights = shipped_weights()
    beliefs = [
        RULED[match.form] if match.form in RULED else weights.belief(features)
        for (match, _), features in zip(found, featured(words, found, like=like), strict=True)
    ]
    kept = [
        (match, candidates, belief)
        for (match, candidates), belief in zip(found, beliefs, strict=True)
        if belief >= DOUBT
    ]
    mentions = [_mention(words, gazetteer, match, candidates, belief) for match, candidates, belief in kept]
    mentions += demonyms(words, gazetteer, taken=[match for match, _, _ in kept])
    return tuple(sorted(mentions, key=lambda mention: mention.match.first))


def featured(
    words: Words, found: Sequence[Found], probe: Probe | None = None, *, like: list[bool] | None = None
) -> list[list[str]]:
    """The features of each match, with what the text as a whole says about its name.

    `probe` is the shipped one unless another is given, as training does; `like` is `name_like(words)` where known.
    """
    looks = _looks(words, [match for match, _ in found], probe or shipped_probe())
    memory = _memory(words, found, looks, name_like(words) if like is None else like)
    holds, peers = _containers(words, found), _peers(words, found)
    given, common = given_names(), common_words()
    return [
        mention_features(
            words, match, candidates, memory, given, contained=holds[at], look=looks[at], common=common, peer=peers[at]
        )
        for at, (match, candidates) in enumerate(found)
    ]


def _looks(words: Words, found: Sequence[Match], probe: Probe) -> list[Look]:
    """The probe's probabilities of place, person and organisation, the mean of a match's first and last word."""
    ends = probe(words.vector, [at for match in found for at in (match.first, match.last - 1)])[:, :3]
    means = (ends[0::2] + ends[1::2]) / 2
    return [(place, person, organisation) for place, person, organisation in means.tolist()]


def _memory(words: Words, found: Sequence[Found], looks: Sequence[Look], like: list[bool]) -> Memory:
    """What this text calls persons, places behind "in" and speakers."""
    located, speakers, counts, openings = Counter[str](), set(), Counter[str](), set()
    sums: dict[str, Look] = {}
    for (match, _), look in zip(found, looks, strict=True):
        name = words.surface(match.first, match.last).lower()
        counts[name] += 1
        old = sums.get(name, (0.0, 0.0, 0.0))
        sums[name] = (old[0] + look[0], old[1] + look[1], old[2] + look[2])
        whole = match.first == match.run.first and match.last == match.run.last
        before, last = match.first - 1, match.last - 1
        if before >= 0 and whole and words.lower[before] in _LOCATING and words.tag[last + 1 : last + 2] != ["NN"]:
            located[name] += 1
        if is_opening(words, match):
            openings.add(name)
        if whole and words.dep[last] == "nsubj" and words.lemma[words.head[last]] in SPEECH_VERBS:
            speakers.add(name)
    means = {name: (a / counts[name], b / counts[name], c / counts[name]) for name, (a, b, c) in sums.items()}
    return Memory(_persons(words, like), dict(located), frozenset(speakers), dict(counts), frozenset(openings), means)


_LOCATING = frozenset({"in", "near", "outside", "throughout", "across", "inside"})


def _persons(words: Words, like: list[bool]) -> frozenset[str]:
    """Full names and last names of the persons that the text introduces with a given name, a title or an age."""
    given, persons = given_names(), set()
    for run in runs(words, like):
        first = run.first
        while first < run.last and words.lower[first].rstrip(".") in TITLES:
            first += 1
        titled = first > run.first and words.lower[first - 1].rstrip(".") in CIVIL_TITLES
        if words.lower[run.last - 1].rstrip(".") in _NO_SURNAMES:
            continue
        named = run.last - first in (2, 3, 4) and (words.lower[first] in given or _aged(words, run.last))
        if named or (titled and run.last > first):
            persons.add(words.lower[run.last - 1])
            persons.add(words.surface(first, run.last).lower())
    return frozenset(persons)


_NO_SURNAMES = frozenset(
    """
    county counties parish township district province borough city state university college school elementary
    hospital street st road rd avenue ave drive boulevard blvd parkway highway lane foundation center centre company
    inc corp airport island islands river creek bridge stadium museum library jail prison department office
    """.split()
)
"""What a person's full name never ends in: Henry County is nobody."""


def _aged(words: Words, after: int) -> bool:
    """Whether ", 41," follows."""
    return after + 2 < len(words) and words.text[after] == "," and words.text[after + 1].isdecimal()


def _containers(words: Words, found: Sequence[Found]) -> list[str]:
    """For each match "yes" when ", Y" behind it holds one of its candidates, "holds" for that Y, else ""."""
    result = ["list" if match.form == "listed" else "" for match, _ in found]
    for at in range(len(found) - 1):
        (first, inner), (second, outer) = found[at], found[at + 1]
        if second.first == first.last + 1 and words.text[first.last] in {",", "("} and nested_pair(inner, outer):
            result[at] = "yes"
            result[at + 1] = result[at + 1] or "holds"
    return result


def _peers(words: Words, found: Sequence[Found]) -> list[str]:
    """For each match the sort of the names beside it in a list ("Illinois, Kentucky and Ohio") where it is its own."""
    sorts = [kind_of(candidates, match) for match, candidates in found]
    result = [""] * len(found)
    for at in range(len(found) - 1):
        between = words.lower[found[at][0].last : found[at + 1][0].first]
        if 0 < len(between) <= 2 and _LISTING.issuperset(between) and sorts[at] == sorts[at + 1]:
            result[at] = result[at + 1] = sorts[at]
    return result


_LISTING = frozenset({",", "and", "or", ";", "&", "the"})


def nested_pair(inner: Sequence[Candidate], outer: Sequence[Candidate]) -> bool:
    """Whether some candidate of the one lies in some country or province among the other."""
    areas = [candidate.place for candidate in outer[:6] if candidate.place.is_area]
    return any(lies_in(candidate.place, area) for area in areas for candidate in inner[:MOST_CANDIDATES])


def _mention(
    words: Words, gazetteer: Gazetteer, match: Match, candidates: tuple[Candidate, ...], belief: float
) -> Mention:
    name = words.surface(match.first, match.last)
    role = role_of(words, match, candidates)
    if match.form == "listed":
        return Mention(match, f"{name} ({candidates[0].place.name})", role, candidates, belief)
    if match.form != "facility":
        return Mention(match, name, role, candidates, belief)
    town, candidates = _town(words, gazetteer, match)
    return Mention(match, town, role, candidates, belief, by_town=True)


def _town(words: Words, gazetteer: Gazetteer, match: Match) -> tuple[str, tuple[Candidate, ...]]:
    """The longest known name that opens a facility's name, and its candidates: "Douglas County" of its hospital."""
    for last in range(match.last - 1, match.first, -1):
        name = words.surface(match.first, last)
        found = gazetteer.candidates(name)
        if found:
            return name, found
    return words.surface(match.first, match.last), ()


def demonyms(words: Words, gazetteer: Gazetteer, *, taken: Sequence[Match]) -> list[Mention]:
    """The demonyms outside of the names already found."""
    used = {at for match in taken for at in range(match.first, match.last)}
    found = []
    for at, text in enumerate(words.text):
        if at in used or len(text) < 4 or not text[0].isupper():
            continue
        meant = gazetteer.demonym(text)
        if meant:
            places = [gazetteer.country(code) if len(code) == 2 else gazetteer.place(code) for code in meant]
            candidates = tuple(Candidate(place, "alias", place.prior) for place in places if place)
            found.append(Mention(Match(at, at + 1, Run(at, at + 1)), text, "demonym", candidates, 1.0))
    return found
