"""The evidence for each candidate of each name of a text, as numbers for the ranker.

All names of a text are weighed together: what a candidate gains from the others is counted by country, by
first-level unit and by cell of one degree, so the cost is linear in the number of candidates.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
import numpy.typing as npt

from .containment import lies_in
from .model import Candidate, Place

Floats = npt.NDArray[np.float64]
_Key = TypeVar("_Key")

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
    "behind",  # how far the prior is behind the best of the name
    "home-made",  # the country share for a city below 100,000 people
    "named big",  # its unit is named in the text, times the prior
)
INDEX = {name: at for at, name in enumerate(FEATURES)}
MOST_CANDIDATES = 60


@dataclass(frozen=True, slots=True)
class Group:
    """All mentions of one name in a text (one sense per name): which they are, and its candidates.

    `containers` are the places that the text itself puts behind the name and `inner` the candidates of the name
    that it puts before it ("Machala" for "Ecuador"); `cue` is "admin", "city" or "".
    """

    mentions: tuple[int, ...]
    candidates: tuple[Candidate, ...]
    containers: tuple[Place, ...]
    cue: str
    belief: float
    by_town: bool = False
    inner: tuple[Candidate, ...] = ()


@dataclass(frozen=True, slots=True)
class Context:
    """What the text as a whole says: countries named (with demonyms), units named, words at home in a country, the
    reader's home."""

    countries: frozenset[str]
    units: frozenset[tuple[str, str]]
    hints: dict[str, float]
    home: Place | None


def own_evidence(group: Group, context: Context) -> Floats:
    """The features that need no other group, shape (candidates, len(FEATURES)); the votes are left 0."""
    rows = np.zeros((len(group.candidates), len(FEATURES)))
    top = group.candidates[0].score
    for at, candidate in enumerate(group.candidates):
        place = candidate.place
        values = {
            "prior": candidate.score,
            "first": float(at == 0),
            _class(place): 1.0,
            "capital": float(place.feature == "PPLC"),
            "population": math.log10(place.population + 1) / 10,
            "alternate": float(candidate.match not in ("name", "abbreviation", "alias")),
            "behind": top - candidate.score,
            "admin cue": float(group.cue == "admin" and place.kind == "admin"),
            "city cue": float(group.cue == "city" and place.kind == "city"),
        }
        if group.containers:
            inside = any(lies_in(place, area) for area in group.containers)
            values |= {"contained": float(inside), "uncontained": float(not inside)}
        if group.inner and place.is_area:
            values["holds"] = float(any(lies_in(inner.place, place) for inner in group.inner))
        if place.country:
            values |= _by_country(place, candidate.score, context)
        for name, value in values.items():
            rows[at, INDEX[name]] = value
    return rows


def _by_country(place: Place, prior: float, context: Context) -> dict[str, float]:
    """What the text says about the candidate's country and first-level unit."""
    country, unit = place.country or "", (place.country or "", place.admin1 or "")
    hints = context.hints
    named = float(place.feature != "ADM1" and unit in context.units)
    values = {
        "country named": float(place.kind not in ("country", "territory") and country in context.countries),
        "admin1 named": named,
        "named big": named * prior,
        "country hint": hints.get(country, 0.0),
        "rival hint": max((share for other, share in hints.items() if other != country), default=0.0),
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


def votes(groups: Sequence[Group], weights: Sequence[Floats], rows: Sequence[Floats], *, loose: bool = False) -> None:
    """Write what each candidate gains from the other groups into `rows`, by the present `weights`.

    A group's vote is its belief, shared among its candidates by weight; a group never votes for itself.
    `loose` writes the features of that name instead: what undecided names would say.
    """
    ballots = [_ballot(group, weight) for group, weight in zip(groups, weights, strict=True)]
    total = Ballot({}, {}, {})
    for ballot in ballots:
        _add(total.countries, ballot.countries)
        _add(total.units, ballot.units)
        _add(total.cells, ballot.cells)
    cast = sum(total.countries.values())
    leaders = sorted(total.countries, key=lambda country: -total.countries[country])[:3]
    for group, ballot, row in zip(groups, ballots, rows, strict=True):
        rest = cast - sum(ballot.countries.values()) + 0.5
        gained = [_gain(candidate.place, total, ballot) for candidate in group.candidates]
        if loose:
            _write_loose(row, gained)
            continue
        rivals = [(code, (total.countries[code] - ballot.countries.get(code, 0.0)) / rest) for code in leaders]
        _write(row, group, gained, rest, rivals)


def _write_loose(row: Floats, gained: Sequence[tuple[float, float, float, float]]) -> None:
    row[:, INDEX["loose country"]] = [math.log1p(gain[0]) for gain in gained]
    row[:, INDEX["loose admin1"]] = [math.log1p(gain[1]) for gain in gained]
    row[:, INDEX["loose near"]] = [math.log1p(gain[2]) for gain in gained]


def _write(
    row: Floats,
    group: Group,
    gained: Sequence[tuple[float, float, float, float]],
    rest: float,
    rivals: Sequence[tuple[str, float]],
) -> None:
    for at, (candidate, (country, unit, near, around)) in enumerate(zip(group.candidates, gained, strict=True)):
        place = candidate.place
        rival = max((share for code, share in rivals if code != place.country), default=0.0)
        small = place.kind == "city" and place.population < 100_000
        row[at, _VOTES] = (
            math.log1p(country),
            country / rest,
            math.log1p(unit),
            unit / rest,
            math.log1p(near),
            math.log1p(around),
            max(0.0, rival),
            country / rest if small else 0.0,
        )


_VOTES = [
    INDEX[name]
    for name in (
        "country votes",
        "country share",
        "admin1 votes",
        "admin1 share",
        "near",
        "around",
        "rival share",
        "home-made",
    )
]


@dataclass(frozen=True, slots=True)
class Ballot:
    """Votes by country, by first-level unit and by cell of one degree."""

    countries: dict[str, float]
    units: dict[tuple[str, str], float]
    cells: dict[tuple[int, int], float]


def _gain(place: Place, total: Ballot, own: Ballot) -> tuple[float, float, float, float]:
    """What the others give a place: by its country, its unit, the cells around it and the wider ones."""
    country = unit = near = around = 0.0
    if place.country:
        country = max(0.0, total.countries.get(place.country, 0.0) - own.countries.get(place.country, 0.0))
        if place.admin1:
            key = (place.country, place.admin1)
            unit = max(0.0, total.units.get(key, 0.0) - own.units.get(key, 0.0))
    if place.kind not in ("country", "continent"):
        near, around = _neighbours(total.cells, own.cells, place)
    return country, unit, near, around


def _add(table: dict[_Key, float], part: dict[_Key, float]) -> None:
    for key, value in part.items():
        table[key] = table.get(key, 0.0) + value


def _ballot(group: Group, weight: Floats) -> Ballot:
    ballot = Ballot({}, {}, {})
    for candidate, share in zip(group.candidates, weight.tolist(), strict=True):
        value = share * group.belief
        if value < 0.005:
            continue
        place = candidate.place
        if place.country:
            _add(ballot.countries, {place.country: value})
            if place.admin1:
                _add(ballot.units, {(place.country, place.admin1): value})
        if place.kind not in ("country", "continent", "region") and place.feature != "ADM1":
            _add(ballot.cells, {_cell(place): value})
    return ballot


def _cell(place: Place) -> tuple[int, int]:
    return math.floor(place.lat), math.floor(place.lon)


def _neighbours(
    cells: dict[tuple[int, int], float], own: dict[tuple[int, int], float], place: Place
) -> tuple[float, float]:
    """The votes of the others in the 3 x 3 and in the 7 x 5 cells of one degree around a place."""
    lat, lon = _cell(place)
    near = around = 0.0
    for down in range(-2, 3):
        for right in range(-3, 4):
            cell = (lat + down, (lon + right + 180) % 360 - 180)
            value = cells.get(cell, 0.0)
            if value:
                value = max(0.0, value - own.get(cell, 0.0))
                around += value
                if abs(down) <= 1 and abs(right) <= 1:
                    near += value
    return near, around
