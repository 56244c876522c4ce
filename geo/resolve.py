"""Choose a place for every name of a text, all names together, and say why.

One sense per name and text. A linear ranker weighs each candidate's evidence; what the other names say is
weighed again after each round with the choices so far. The score is calibrated.
"""

from __future__ import annotations

import json
import math
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np

from .ballots import ballots_of, vote
from .containment import distance_km
from .errors import AssetError
from .evidence import (
    FEATURES,
    INDEX,
    MOST_CANDIDATES,
    Context,
    Floats,
    Group,
    Ints,
    own_evidence,
    rank_class,
)
from .gazetteer import Gazetteer
from .hints import hinted, locality
from .model import Candidate, Place, Resolution, Resolved, Unresolved
from .names import bare_name, search_key
from .reasons import reason
from .recognise import Mention
from .shipped import REMEDY, shipped
from .words import Words

ROUNDS = 3
"""Of weighing with the choices so far; a fourth round changes one choice in a thousand."""
CLEAR = 0.3
"""By how much the best prior must lead for a name to mean one place without doubt: Georgia does not, Texas does."""
LOOSE = 4.0
"""How much the prior counts in the undecided weights of the first poll."""
MOST_CONTAINERS = 8
WORLDLY = 9
"""A text that names eight countries is about the world."""
AREA_GAP = 0.5
"""A container is no area whose prior is so far behind the best meaning of its name."""
RUNNERS_UP = 6
AREA_NOUNS = frozenset(
    """
    province state department district county region oblast governorate prefecture provinces states departments
    districts counties regions governorates prefectures
    """.split()
)
TOWN_USES = frozenset("police mayor resident residents man woman couple city-based firefighters schools high".split())
"""What follows a town's name more often than a country's: "Lebanon police", "Peru High School"."""
TOWN_SCORE = 0.65
"""The score of a facility that only its town places: shown as a doubt."""
DEMONYM_SCORE = 0.9
LEAST = 0.001
"""Candidates with less of the weights than this change no score."""
SAME_KM = 40.0
"""Entries of one name and country closer than this are one place for the score: Manta the city and Manta the canton."""
TOWN_RADIUS_KM = 15.0
"""How far a facility may lie from the town in its name: airports are mostly within 15 km."""


@lru_cache(maxsize=1)
def shipped_ranker() -> Floats:
    """The ranker's weights in the order of FEATURES.

    Raises:
        AssetError: the file is missing or damaged.
    """
    try:
        listed = json.loads(shipped("geoparser/ranker.json").read_text(encoding="utf-8"))
        return np.array([float(listed.get(name, 0.0)) for name in FEATURES])
    except (ValueError, KeyError, TypeError) as error:
        raise AssetError(f"The shipped data file assets/geoparser/ranker.json is damaged; {REMEDY}.") from error


@dataclass(frozen=True, slots=True)
class Choice:
    """What a mention was resolved to; `row` and `share` are the chosen candidate's evidence and probability."""

    resolution: Resolution
    row: Floats | None = None
    share: float = 0.0


def resolve(
    words: Words, mentions: Sequence[Mention], gazetteer: Gazetteer, *, home: Place | None = None
) -> tuple[Choice, ...]:
    """A choice for each mention, in their order."""
    groups = group_mentions(words, mentions)
    context = context_of(words, mentions, home)
    weights, rows = weigh(groups, context, shipped_ranker())
    chosen = [Choice(Unresolved("no place of this name is known"))] * len(mentions)
    for group, weight, row in zip(groups, weights, rows, strict=True):
        decided = _decide(group, weight, row, gazetteer)
        for at in group.mentions:
            chosen[at] = _at_town(decided) if mentions[at].by_town else decided
    for at, mention in enumerate(mentions):
        if mention.role == "demonym" and mention.candidates:
            best = mention.candidates[0].place
            reason = f"the people or things of {best.name}"
            chosen[at] = Choice(Resolved(best, DEMONYM_SCORE, reason, mention.candidates))
    return tuple(chosen)


def group_mentions(words: Words, mentions: Sequence[Mention]) -> list[Group]:
    """One group for each name that has candidates, demonyms left out."""
    by_key: defaultdict[str, list[int]] = defaultdict(list)
    for at, mention in enumerate(mentions):
        if mention.candidates and mention.role != "demonym":
            by_key[search_key(mention.name)].append(at)
    pairs = _pairs(words, mentions)
    holders = {outer: inner for inner, outers in pairs.items() for outer in outers[:1]}
    return [_group(words, mentions, key, members, pairs, holders) for key, members in by_key.items()]


def _group(
    words: Words,
    mentions: Sequence[Mention],
    key: str,
    members: list[int],
    pairs: dict[int, list[int]],
    holders: dict[int, int],
) -> Group:
    containers: list[Place] = []
    for at in members:
        for outer in pairs.get(at, ()):
            containers += _areas(mentions[outer].candidates)
    first = mentions[members[0]]
    inner = [c for at in members if at in holders for c in mentions[holders[at]].candidates[:MOST_CANDIDATES]]
    return Group(
        mentions=tuple(members),
        candidates=first.candidates if containers else first.candidates[:MOST_CANDIDATES],
        containers=tuple(dict.fromkeys(containers))[:MOST_CONTAINERS],
        cue=_cue(words, [mentions[at] for at in members]),
        belief=max(mentions[at].belief for at in members),
        family=bare_name(key) or key,
        peer=_peer(words, mentions, members, pairs),
        inner=tuple(dict.fromkeys(inner))[:MOST_CANDIDATES],
    )


def _areas(candidates: Sequence[Candidate]) -> list[Place]:
    """The areas that a container's name means: not the county of New York where the text says ", Ontario"."""
    best = candidates[0].score if candidates else 0.0
    return [c.place for c in candidates[:8] if c.place.is_area and c.score > best - AREA_GAP][:3]


def _pairs(words: Words, mentions: Sequence[Mention]) -> dict[int, list[int]]:
    """For each mention the positions of the areas right behind it: ", Ecuador", ", Lamar County, Texas", "(Ecuador)".

    "Niger, Nigeria and Togo" is a list of equals, not a place and its container.
    """
    pairs: dict[int, list[int]] = {}
    for at in range(len(mentions) - 1):
        end, found = mentions[at].match.last, []
        for after in range(at + 1, min(at + 3, len(mentions))):
            match = mentions[after].match
            if match.first != end + 1 or words.text[end] not in {",", "("} or _equals(words, mentions, at, after):
                break
            found.append(after)
            end = match.last
        if found:
            pairs[at] = found
    return pairs


def _equals(words: Words, mentions: Sequence[Mention], at: int, after: int) -> bool:
    """Whether two names with a comma between them are members of one list."""
    one, other = mentions[at].candidates[:1], mentions[after].candidates[:1]
    if not one or not other or not _rank(one[0].place) or _rank(one[0].place) != _rank(other[0].place):
        return False
    before, behind = mentions[at].match.first - 1, mentions[after].match.last
    listed = {",", "and", "or", "&", "/"}
    return (before >= 0 and words.lower[before] in listed) or (behind < len(words) and words.lower[behind] in listed)


def _peer(words: Words, mentions: Sequence[Mention], members: list[int], pairs: dict[int, list[int]]) -> str:
    """The commonest class of the neighbours that mentions of one name have in lists."""
    found: Counter[str] = Counter()
    for at in members:
        for one, other in ((at - 1, at), (at, at + 1)):
            if one < 0 or other >= len(mentions) or one in pairs:
                continue
            between = words.lower[mentions[one].match.last : mentions[other].match.first]
            neighbour = mentions[other if one == at else one]
            if 0 < len(between) <= 2 and set(between) <= _LISTING and neighbour.candidates:
                found[rank_class(neighbour.candidates[0].place)] += 1
    return found.most_common(1)[0][0] if found else ""


_LISTING = frozenset({",", "and", "or", ";", "&"})


def _rank(place: Place) -> int:
    """1 for a country, 2 for a first-level unit, else 0."""
    return 1 if place.kind in ("country", "territory") else 2 if place.feature == "ADM1" else 0


def _cue(words: Words, members: Sequence[Mention]) -> str:
    """What the words beside the name call it: "admin", "city" or ""."""
    for mention in members:
        after, before = mention.match.last, mention.match.first - 2
        word = words.lower[after] if after < len(words) else ""
        if word in AREA_NOUNS:
            return "admin"
        if word in TOWN_USES:
            return "city"
        if before >= 0 and words.lower[before + 1] == "of":
            noun = words.lower[before]
            if noun in {"city", "town", "village", "suburb", "port"}:
                return "city"
            if noun in AREA_NOUNS:
                return "admin"
    return ""


def context_of(words: Words, mentions: Sequence[Mention], home: Place | None) -> Context:
    """What the text as a whole says: countries and first-level units named without doubt, and hints."""
    countries: set[str] = set()
    units: set[tuple[str, str]] = set()
    for mention in mentions:
        for place in _meant(mention):
            if place.country and place.kind in ("country", "territory"):
                countries.add(place.country)
            elif place.country and place.admin1 and place.feature == "ADM1" and not _is_city_too(mention):
                units.add((place.country, place.admin1))
                countries.add(place.country)
    worldly = min(1.0, math.log1p(len(countries)) / math.log(WORLDLY))
    hints = hinted(words.lower)
    rivals = tuple(sorted(hints.items(), key=lambda hint: -hint[1])[:2])
    return Context(frozenset(countries), frozenset(units), hints, locality(words.lower), worldly, home, rivals)


def _is_city_too(mention: Mention) -> bool:
    """Whether the name may as well mean a great city: New York, Washington, Quebec."""
    return any(c.place.kind == "city" and c.place.population > 500_000 for c in mention.candidates[:4])


def _meant(mention: Mention) -> list[Place]:
    """The places that a name means without doubt, whatever the text: those of a demonym, or a clear best."""
    candidates = mention.candidates
    if mention.role == "demonym":
        return [candidate.place for candidate in candidates]
    if not candidates or (len(candidates) > 1 and candidates[1].score > candidates[0].score - CLEAR):
        return []
    return [candidates[0].place]


def weigh(groups: Sequence[Group], context: Context, ranker: Floats) -> tuple[list[Floats], list[Floats]]:
    """The probability of each candidate of each group, and the evidence behind it.

    Sums by einsum: a product with "@" starts threads, which cost more than the sums.
    """
    if not groups:
        return [], []
    ballots = ballots_of(groups)
    rows = np.vstack([own_evidence(group, context) for group in groups])
    vote(ballots, _shares(LOOSE * rows[:, INDEX["prior"]], ballots.starts), rows, loose=True)
    weights = _shares(np.einsum("ij,j", rows, ranker), ballots.starts)
    for _ in range(ROUNDS):
        vote(ballots, weights, rows)
        weights = _shares(np.einsum("ij,j", rows, ranker), ballots.starts)
    return np.split(weights, ballots.starts[1:]), np.split(rows, ballots.starts[1:])


def _shares(scores: Floats, starts: Ints) -> Floats:
    """The scores of each group as probabilities."""
    sizes = np.diff(np.append(starts, len(scores)))
    odds = np.exp(scores - np.repeat(np.maximum.reduceat(scores, starts), sizes))
    result: Floats = odds / np.repeat(np.add.reduceat(odds, starts), sizes)
    return result


def _decide(group: Group, weight: Floats, row: Floats, gazetteer: Gazetteer) -> Choice:
    order = np.argsort(-weight, kind="stable").tolist()
    ranked = tuple(
        Candidate(group.candidates[at].place, group.candidates[at].match, round(float(weight[at]), 4))
        for at in order[:RUNNERS_UP]
    )
    place = ranked[0].place
    share = sum(float(weight[at]) for at in order if weight[at] > LEAST and _same(place, group.candidates[at].place))
    score = round(min(1.0, share), 4)
    because = reason(group, order[0], row, _country_name(place, gazetteer))
    return Choice(Resolved(place, score, because, ranked), row[order[0]], score)


def _at_town(choice: Choice) -> Choice:
    """The choice for a facility that only the town in its name places."""
    found = choice.resolution
    if not isinstance(found, Resolved):
        return choice
    wider = replace(found.place, radius_km=max(found.place.radius_km, TOWN_RADIUS_KM))
    because = f"not known by itself; placed at {found.place.name}, which its name gives"
    return replace(choice, resolution=Resolved(wider, min(found.score, TOWN_SCORE), because, found.candidates))


def _country_name(place: Place, gazetteer: Gazetteer) -> str:
    country = gazetteer.country(place.country) if place.country else None
    return country.name if country else "no country"


def _same(place: Place, other: Place) -> bool:
    """Whether two entries of the gazetteer are one place on a map: a city and its district, a county and its seat."""
    return place is other or (place.country == other.country and distance_km(place, other) <= SAME_KM)
