"""The evidence for each candidate of each name of a text, as numbers for the ranker.

What a name and the text as a whole say of a candidate is found here; what the other names say is counted in ballots.py.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from .containment import lies_in
from .model import Candidate, Place

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]

FEATURES = (
    "prior",  # the gazetteer's, with the penalty of the kind of name that matched
    "first",  # has the best prior of its name
    "country",  # kinds, one of each
    "admin1",
    "admin",
    "city",
    "capital",
    "nature",
    "facility",
    "population",  # log10(population + 1) / 10
    "alternate",  # matched by another name than its main one
    "contained",  # the text says ", Ecuador" behind the name and the candidate lies there
    "uncontained",  # the text says so and the candidate lies elsewhere
    "country named",  # its country, or the people of its country, is named in the text
    "admin1 named",  # its first-level unit is named in the text
    "country votes",  # log(1 + weight of the other names' candidates in its country)
    "country share",  # that weight's share of all
    "admin1 votes",
    "admin1 share",
    "near",  # log(1 + weight of the other names' candidates within about 1 degree)
    "around",  # the same within about 3 degrees
    "home country",
    "home admin1",
    "admin cue",  # "Manabí province": an area of that kind
    "city cue",  # "the city of Quito", "Lebanon police": a town
    "country hint",  # the share of its country among the text's hints (police ranks, courts, money)
    "rival hint",  # the largest share of any other country
    "holds",  # the text says "Machala, Ecuador" and the candidate holds a place of that name
    "rival share",  # the largest share of votes of a country other than its own
    "loose near",  # as near, but with the names' first, undecided weights
    "loose admin1",
    "loose country",
    "behind giant",  # the same times how well known the best of the name is
    "stateless",  # lies in no country: seas, regions, continents
    "peer",  # of the same rank as its neighbours in a list: states among states
    "unlike peers",
    "behind",  # how far the prior is behind the best of the name
    "home-made",  # the country share for a city below 100,000 people
    "named big",  # its unit is named in the text, times the prior
    "tight loose",  # how many other names have a candidate within about 40 km, those of few candidates counted more
    "tight",  # the same by weight
    "shadow",  # a town that bears the name of a country or well known first-level unit
    "shadow tight",
    "hinted town",  # the country hint, for a city below 300,000 people
    "local town",  # how local the text reads, for such a city
    "local foreign",  # the same, for a place in another country than the hinted one
    "cue hint",  # "Paris police" in a text with hints at its country
    "tight behind",
    "shadow worldly",  # the same in a text that names many countries
    "behind worldly",
    "shadow votes",
)
INDEX = {name: at for at, name in enumerate(FEATURES)}
MOST_CANDIDATES = 60


@dataclass(frozen=True, slots=True)
class Group:
    """All mentions of one name in a text (one sense per name): which they are, and its candidates.

    `containers` are the places that the text itself puts behind the name and `inner` the candidates of the name
    that it puts before it ("Machala" for "Ecuador"); `cue` is "admin", "city" or ""; `peer` is the class of its
    neighbours in a list ("country", "admin1", "city"), "" outside of lists. Names of one `family` ("Dublin", "Dublin
    City") never speak for each other.
    """

    mentions: tuple[int, ...]
    candidates: tuple[Candidate, ...]
    containers: tuple[Place, ...]
    cue: str
    belief: float
    family: str = ""
    inner: tuple[Candidate, ...] = ()
    peer: str = ""


@dataclass(frozen=True, slots=True)
class Context:
    """What the text as a whole says: countries named (with demonyms), units named, words at home in a country (`rivals`
    are the two with most of them), how much it reads like a local paper's or names the world, the reader's home."""

    countries: frozenset[str]
    units: frozenset[tuple[str, str]]
    hints: dict[str, float]
    local: float
    worldly: float
    home: Place | None
    rivals: tuple[tuple[str, float], ...] = ()


def own_evidence(group: Group, context: Context) -> Floats:
    """The features that need no other group, shape (candidates, len(FEATURES)); the votes are left 0."""
    places = [candidate.place for candidate in group.candidates]
    rows = np.zeros((len(places), len(FEATURES)))
    for at, place in enumerate(places):
        rows[at, INDEX[_class(place)]] = 1.0
    for name, column in _columns(group, places, context).items():
        rows[:, INDEX[name]] = column
    for at, place in enumerate(places):
        if group.containers:
            inside = any(lies_in(place, area) for area in group.containers)
            rows[at, INDEX["contained"]], rows[at, INDEX["uncontained"]] = inside, not inside
        if group.inner and place.is_area:
            rows[at, INDEX["holds"]] = any(lies_in(inner.place, place) for inner in group.inner)
        if place.country:
            for name, value in _by_country(place, group.candidates[at].score, context).items():
                rows[at, INDEX[name]] = value
    return rows


def _columns(group: Group, places: Sequence[Place], context: Context) -> dict[str, Floats | list[float] | list[bool]]:
    """The features that a whole column can be made for."""
    giant, shadowed = _fame(places[0]), _casts_shadow(places[0])
    scores = np.array([candidate.score for candidate in group.candidates])
    behind = scores[0] - scores
    town = [place.kind == "city" for place in places]
    shadow = [shadowed and place.kind == "city" and place.feature != "PPLC" for place in places]
    columns: dict[str, Floats | list[float] | list[bool]] = {
        "prior": scores,
        "first": [at == 0 for at in range(len(places))],
        "capital": [place.feature == "PPLC" for place in places],
        "population": [math.log10(place.population + 1) / 10 for place in places],
        "alternate": [candidate.match in ("alternate", "partial") for candidate in group.candidates],
        "behind": behind,
        "behind giant": giant * behind,
        "behind worldly": context.worldly * giant * behind,
        "stateless": [not place.country for place in places],
        "shadow": shadow,
    }
    if context.worldly > _WORLDLY:
        columns["shadow worldly"] = shadow
    if group.peer:
        alike = [group.peer == rank_class(place) for place in places]
        columns |= {"peer": alike, "unlike peers": [not one for one in alike]}
    if group.cue == "admin":
        columns["admin cue"] = [place.kind == "admin" for place in places]
    if group.cue == "city":
        columns["city cue"] = town
        columns["cue hint"] = [context.hints.get(place.country or "", 0.0) for place in places]
    return columns


_WORLDLY = 0.9
"""From here on a text is about the world, and a country's name means the country."""


def rank_class(place: Place) -> str:
    """The class by which the members of a list are alike."""
    if place.kind in ("country", "territory"):
        return "country"
    return "admin1" if place.feature == "ADM1" else "city" if place.kind == "city" else "other"


_FAMOUS = 0.85
"""The prior from which on any place is as well known as a great city: the White House, Heathrow."""


def _fame(place: Place) -> float:
    """How well known a place is, from 0 (a town of 50,000 and less) to 1 (a country, a city of five million)."""
    if place.kind in ("country", "territory", "continent", "region", "water"):
        return 1.0
    if place.feature == "ADM1":
        return 0.7
    if place.prior > _FAMOUS:
        return 1.0
    return min(1.0, max(0.0, (math.log10(place.population + 1) - 4.7) / 2))


def _casts_shadow(place: Place) -> bool:
    if place.kind in ("country", "territory", "continent"):
        return True
    return place.kind != "city" and place.prior > _FAMOUS


def _by_country(place: Place, prior: float, context: Context) -> dict[str, float]:
    """What the text says about the candidate's country and first-level unit."""
    country, unit = place.country or "", (place.country or "", place.admin1 or "")
    hints = context.hints
    rival = next((share for other, share in context.rivals if other != country), 0.0)
    named = float(place.feature != "ADM1" and unit in context.units)
    values = {
        "country named": float(place.kind not in ("country", "territory") and country in context.countries),
        "admin1 named": named,
        "named big": named * prior,
        "country hint": hints.get(country, 0.0),
        "hinted town": hints.get(country, 0.0) * float(place.kind == "city" and place.population < 300_000),
        "local town": context.local * float(place.kind == "city" and place.population < 300_000),
        "local foreign": context.local * rival,
        "rival hint": rival,
    }
    if context.home:
        values["home country"] = float(country == context.home.country)
        values["home admin1"] = float(unit == (context.home.country, context.home.admin1))
    return values


def _class(place: Place) -> str:
    if place.kind in ("country", "territory", "continent"):
        return "country"
    if place.kind == "admin":
        return "admin1" if place.feature == "ADM1" else "admin"
    if place.kind == "city":
        return "city"
    return "facility" if place.kind in ("facility", "landmark") else "nature"
