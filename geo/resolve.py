"""Choose a place for every name of a text, all names together, and say why.

One sense per name and text. A linear ranker weighs each candidate's evidence; what the other names say is
weighed again after each round with the choices so far. The score is calibrated.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

import numpy as np

from .cues import ADMIN_HEADS
from .errors import AssetError
from .evidence import FEATURES, MOST_CANDIDATES, Context, Floats, Group, own_evidence, votes
from .model import Candidate, Place, Resolution, Resolved, Unresolved
from .names import search_key
from .reasons import reason
from .recognise import Mention
from .shipped import REMEDY, shipped
from .words import Words

ROUNDS = 3
"""Of weighing with the choices so far; a fourth round changes one choice in a thousand."""
RUNNERS_UP = 6
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
        return np.array([float(listed[name]) for name in FEATURES])
    except (ValueError, KeyError, TypeError) as error:
        raise AssetError(f"The shipped data file assets/geoparser/ranker.json is damaged; {REMEDY}.") from error


def resolve(words: Words, mentions: Sequence[Mention], *, home: Place | None = None) -> tuple[Resolution, ...]:
    """A resolution for each mention, in their order."""
    groups = group_mentions(words, mentions)
    context = context_of(mentions, home)
    weights, rows = weigh(groups, context, shipped_ranker())
    chosen: list[Resolution] = [Unresolved("no place of this name is known")] * len(mentions)
    for group, weight, row in zip(groups, weights, rows, strict=True):
        decided = _decide(group, weight, row, context)
        for at in group.mentions:
            chosen[at] = decided
    for at, mention in enumerate(mentions):
        if mention.role == "demonym" and mention.candidates:
            best = mention.candidates[0]
            chosen[at] = Resolved(best.place, 0.9, f"the people or things of {best.place.name}", mention.candidates)
    return tuple(chosen)


def group_mentions(words: Words, mentions: Sequence[Mention]) -> list[Group]:
    """One group for each name that has candidates, demonyms left out."""
    by_key: defaultdict[str, list[int]] = defaultdict(list)
    for at, mention in enumerate(mentions):
        if mention.candidates and mention.role != "demonym":
            by_key[search_key(mention.name)].append(at)
    return [_group(words, mentions, key, members) for key, members in by_key.items()]


def _group(words: Words, mentions: Sequence[Mention], key: str, members: list[int]) -> Group:
    containers: list[Place] = []
    for at in members:
        containers += _containers(mentions, at, words)
    first = mentions[members[0]]
    candidates = first.candidates[:MOST_CANDIDATES]
    if containers:
        candidates = first.candidates
    return Group(
        key=key,
        mentions=tuple(members),
        candidates=candidates,
        containers=tuple(containers),
        cue=_cue(words, [mentions[at] for at in members]),
        belief=max(mentions[at].belief for at in members),
        by_town=first.by_town,
    )


def _containers(mentions: Sequence[Mention], at: int, words: Words) -> list[Place]:
    """The areas named right behind a mention: ", Ecuador", ", Lamar County, Texas", "(Ecuador)"."""
    found: list[Place] = []
    end = mentions[at].match.last
    for following in mentions[at + 1 : at + 3]:
        if following.match.first != end + 1 or words.text[end] not in {",", "("}:
            break
        areas = [c.place for c in following.candidates[:8] if c.place.is_area]
        found += areas[:1] if areas and areas[0].kind == "country" else areas[:3]
        end = following.match.last
    return found


def _cue(words: Words, members: Sequence[Mention]) -> str:
    for mention in members:
        after, before = mention.match.last, mention.match.first - 2
        if after < len(words) and words.lower[after] in ADMIN_HEADS and words.lower[after] not in {"city", "town"}:
            return "admin"
        if before >= 0 and words.lower[before + 1] == "of":
            noun = words.lower[before]
            if noun in {"city", "town", "village", "suburb", "port"}:
                return "city"
            if noun in {"province", "state", "department", "district", "county"}:
                return "admin"
    return ""


def context_of(mentions: Sequence[Mention], home: Place | None) -> Context:
    """The countries and first-level units that the text names without doubt."""
    countries: set[str] = set()
    units: set[tuple[str, str]] = set()
    for mention in mentions:
        for candidate in mention.candidates[:1] if mention.role != "demonym" else mention.candidates:
            place = candidate.place
            if place.country and place.kind in ("country", "territory"):
                countries.add(place.country)
            elif place.country and place.admin1 and place.feature == "ADM1":
                units.add((place.country, place.admin1))
                countries.add(place.country)
    return Context(frozenset(countries), frozenset(units), home)


def weigh(groups: Sequence[Group], context: Context, ranker: Floats) -> tuple[list[Floats], list[Floats]]:
    """The probability of each candidate of each group, and the evidence behind it."""
    rows = [own_evidence(group, context) for group in groups]
    weights = [_softmax(row @ ranker) for row in rows]
    for _ in range(ROUNDS):
        votes(groups, weights, rows)
        weights = [_softmax(row @ ranker) for row in rows]
    return weights, rows


def _softmax(scores: Floats) -> Floats:
    spread = np.exp(scores - scores.max())
    result: Floats = spread / spread.sum()
    return result


def _decide(group: Group, weight: Floats, row: Floats, context: Context) -> Resolution:
    order = np.argsort(-weight, kind="stable").tolist()
    ranked = tuple(
        Candidate(group.candidates[at].place, group.candidates[at].match, round(float(weight[at]), 4))
        for at in order[:RUNNERS_UP]
    )
    place, score = ranked[0].place, ranked[0].score
    if group.by_town:
        wider = replace(place, radius_km=max(place.radius_km, TOWN_RADIUS_KM))
        return Resolved(
            wider, min(score, 0.6), f"not known by itself; placed at {place.name}, which its name gives", ranked
        )
    return Resolved(place, score, reason(group, order[0], row, context), ranked)
