"""The evidence for each candidate of each name of a text, as numbers for the ranker.

All names of a text are weighed together: what a candidate gains from the others is counted by country, by
first-level unit and by cell of one degree, so the cost is linear in the number of candidates.
"""

from __future__ import annotations

import math
from collections import defaultdict
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
    "city cue",  # "the city of Quito"
)
INDEX = {name: at for at, name in enumerate(FEATURES)}
MOST_CANDIDATES = 60


@dataclass(frozen=True, slots=True)
class Group:
    """All mentions of one name in a text (one sense per name): which they are, and its candidates.

    `containers` are the places that the text itself puts behind the name; `cue` is "admin", "city" or "".
    """

    key: str
    mentions: tuple[int, ...]
    candidates: tuple[Candidate, ...]
    containers: tuple[Place, ...]
    cue: str
    belief: float
    by_town: bool = False


@dataclass(frozen=True, slots=True)
class Context:
    """What the text as a whole says: countries named (with demonyms), units named, and the reader's home."""

    countries: frozenset[str]
    units: frozenset[tuple[str, str]]
    home: Place | None


def own_evidence(group: Group, context: Context) -> Floats:
    """The features that need no other group, shape (candidates, len(FEATURES)); the votes are left 0."""
    rows = np.zeros((len(group.candidates), len(FEATURES)))
    for at, candidate in enumerate(group.candidates):
        row = rows[at]
        place = candidate.place
        row[0] = candidate.score
        row[1] = at == 0
        row[INDEX[_class(place)]] = 1.0
        row[INDEX["capital"]] = place.feature == "PPLC"
        row[INDEX["population"]] = math.log10(place.population + 1) / 10
        row[INDEX["alternate"]] = candidate.match not in ("name", "abbreviation", "alias")
        if group.containers:
            inside = any(lies_in(place, area) for area in group.containers)
            row[INDEX["contained"]], row[INDEX["uncontained"]] = float(inside), float(not inside)
        if place.country:
            is_country = place.kind in ("country", "territory")
            row[INDEX["country named"]] = float(not is_country and place.country in context.countries)
            unit = (place.country, place.admin1 or "")
            row[INDEX["admin1 named"]] = float(place.feature != "ADM1" and unit in context.units)
            if context.home:
                row[INDEX["home country"]] = place.country == context.home.country
                row[INDEX["home admin1"]] = unit == (context.home.country, context.home.admin1)
        row[INDEX["admin cue"]] = group.cue == "admin" and place.kind == "admin"
        row[INDEX["city cue"]] = group.cue == "city" and place.kind == "city"
    return rows


def _class(place: Place) -> str:
    if place.kind in ("country", "territory", "continent"):
        return "country"
    if place.kind == "admin":
        return "admin1" if place.feature == "ADM1" else "admin"
    if place.kind == "city":
        return "city"
    return "facility" if place.kind in ("facility", "landmark") else "nature"


def votes(groups: Sequence[Group], weights: Sequence[Floats], rows: Sequence[Floats]) -> None:
    """Write what each candidate gains from the other groups into `rows`, by the present `weights`.

    A group's vote is its belief, shared among its candidates by weight; a group never votes for itself.
    """
    countries: defaultdict[str, float] = defaultdict(float)
    units: defaultdict[tuple[str, str], float] = defaultdict(float)
    cells: defaultdict[tuple[int, int], float] = defaultdict(float)
    ballots = [_ballot(group, weight) for group, weight in zip(groups, weights, strict=True)]
    for own_countries, own_units, own_cells in ballots:
        _add(countries, own_countries)
        _add(units, own_units)
        _add(cells, own_cells)
    total = sum(countries.values()) + 1e-9
    for group, ballot, row in zip(groups, ballots, rows, strict=True):
        own_countries, own_units, own_cells = ballot
        rest = total - sum(own_countries.values()) + 1e-9
        for at, candidate in enumerate(group.candidates):
            place = candidate.place
            if place.country:
                gained = max(0.0, countries[place.country] - own_countries.get(place.country, 0.0))
                row[at, INDEX["country votes"]], row[at, INDEX["country share"]] = math.log1p(gained), gained / rest
                unit = (place.country, place.admin1 or "")
                if place.admin1:
                    gained = max(0.0, units[unit] - own_units.get(unit, 0.0))
                    row[at, INDEX["admin1 votes"]] = math.log1p(gained)
                    row[at, INDEX["admin1 share"]] = gained / rest
            if place.kind != "country":
                near, around = _neighbours(cells, own_cells, place)
                row[at, INDEX["near"]], row[at, INDEX["around"]] = math.log1p(near), math.log1p(around)


def _add(table: defaultdict[_Key, float], part: dict[_Key, float]) -> None:
    for key, value in part.items():
        table[key] += value


def _ballot(
    group: Group, weight: Floats
) -> tuple[dict[str, float], dict[tuple[str, str], float], dict[tuple[int, int], float]]:
    countries: dict[str, float] = {}
    units: dict[tuple[str, str], float] = {}
    cells: dict[tuple[int, int], float] = {}
    for candidate, share in zip(group.candidates, weight.tolist(), strict=True):
        value = share * group.belief
        if value < 0.01:
            continue
        place = candidate.place
        if place.country:
            countries[place.country] = countries.get(place.country, 0.0) + value
            if place.admin1:
                unit = (place.country, place.admin1)
                units[unit] = units.get(unit, 0.0) + value
        if place.kind not in ("country", "continent", "region") and place.feature != "ADM1":
            cell = _cell(place)
            cells[cell] = cells.get(cell, 0.0) + value
    return countries, units, cells


def _cell(place: Place) -> tuple[int, int]:
    return math.floor(place.lat), math.floor(place.lon)


def _neighbours(
    cells: defaultdict[tuple[int, int], float], own: dict[tuple[int, int], float], place: Place
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
