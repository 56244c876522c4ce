"""How the names of a text vote for each other's places: by country, by first-level unit, by nearness.

All candidates of a text stand in one table; what a candidate gains from the other names is counted by key, so the cost
is linear in their number.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from .evidence import INDEX, Floats, Group, Ints
from .model import Place


@dataclass(frozen=True, slots=True)
class Ballots:
    """All candidates of a text in one table, group after group, and who votes for whom.

    `starts` are the first rows of the groups, `belief` and `small` have one entry a row. Each Poll counts
    votes by one key: country, first-level unit, or cell of one degree with its neighbours.
    """

    starts: Ints
    belief: Floats
    small: npt.NDArray[np.bool_]
    country: Poll
    unit: Poll
    near: Poll
    around: Poll
    tight: Poll
    special: Floats


@dataclass(frozen=True, slots=True)
class Poll:
    """Votes by key: `total` and `own` map each row to its key among all rows and among those of its group.

    `reach` and `own_reach` list, for each key, the keys whose votes count for it (itself, or the neighbouring
    cells), padded with the number of keys. Rows without a key have the number of keys, too.
    """

    total: Ints
    own: Ints
    reach: Ints
    own_reach: Ints

    def gains(self, votes: Floats) -> Floats:
        """For each row, the votes of the other groups that count for it."""
        return np.maximum(0.0, _counted(self.total, self.reach, votes) - _counted(self.own, self.own_reach, votes))

    def shares(self, votes: Floats) -> Floats:
        """The votes of each key, over all groups."""
        counted: Floats = np.bincount(self.total, votes, minlength=len(self.reach) + 1)[:-1].astype(np.float64)
        return counted


def _counted(keys: Ints, reach: Ints, votes: Floats) -> Floats:
    sums = np.bincount(keys, votes, minlength=len(reach) + 1)
    sums[-1] = 0.0
    reached = np.append(sums[reach].sum(axis=1), 0.0)
    result: Floats = reached[keys]
    return result


def ballots_of(groups: Sequence[Group]) -> Ballots:
    """The table of a text with at least one group."""
    sizes = np.array([len(group.candidates) for group in groups])
    families: dict[str, int] = {}
    owner = np.repeat([families.setdefault(group.family, len(families)) for group in groups], sizes)
    places = [candidate.place for group in groups for candidate in group.candidates]
    matches = [candidate.match for group in groups for candidate in group.candidates]
    names: dict[object, int] = {}
    country = np.array([names.setdefault(p.country, len(names)) if p.country else -1 for p in places])
    unit = np.array(
        [names.setdefault((p.country, p.admin1), len(names)) if p.country and p.admin1 else -1 for p in places]
    )
    cell = np.array([_cell(place) for place in places])
    fine = np.array([_fine_cell(place) for place in places])
    return Ballots(
        starts=np.concatenate(([0], np.cumsum(sizes)[:-1])),
        belief=np.repeat([group.belief for group in groups], sizes),
        small=np.array([p.kind == "city" and p.population < 100_000 for p in places]),
        country=_poll(country, owner, len(names) + 1, (0,)),
        unit=_poll(unit, owner, len(names) + 1, (0,)),
        near=_poll(cell, owner, _CELLS, _NEAR),
        around=_poll(cell, owner, _CELLS, _AROUND),
        tight=_poll(fine, owner, _FINE_CELLS, _TIGHT),
        special=_special(fine, owner, np.repeat(sizes, sizes)) * np.array([_SPOKEN[m] for m in matches]),
    )


_ROW = 400
"""Cells of one degree in a ring of latitude, with room so that neighbours never meet the next ring."""
_CELLS = _ROW * 200
_NEAR = tuple(down * _ROW + right for down in (-1, 0, 1) for right in (-1, 0, 1))
_AROUND = tuple(down * _ROW + right for down in range(-2, 3) for right in range(-3, 4))


def _cell(place: Place) -> int:
    """The number of a place's cell; -1 for what is too large to lie near anything."""
    if place.kind in ("country", "continent", "region") or place.feature == "ADM1":
        return -1
    return (math.floor(place.lat) + 95) * _ROW + math.floor(place.lon) + 190


_SPOKEN = {"name": 1.0, "alias": 1.0, "abbreviation": 1.0, "alternate": 0.4, "partial": 0.4}
"""How much a place that has the name as its main or other name says by lying near another."""
_FINE = 0.3
"""Degrees."""
_FINE_ROW = 1400
_FINE_CELLS = _FINE_ROW * 640
_TIGHT = tuple(down * _FINE_ROW + right for down in (-1, 0, 1) for right in (-1, 0, 1))
CHANCE = 0.0004
"""That a random place of a large country lies within some 40 km of another."""


def _fine_cell(place: Place) -> int:
    if place.kind in ("country", "continent", "region", "water") or place.feature == "ADM1":
        return -1
    return (math.floor((place.lat + 93) / _FINE)) * _FINE_ROW + math.floor((place.lon + 185) / _FINE)


def _special(cells: Ints, owner: Ints, sizes: Ints) -> Floats:
    """How much each row says by being near another: much for a rare name, shared among the entries of one spot."""
    said = np.log(0.5 / np.minimum(0.5, sizes * CHANCE)) / math.log(0.5 / CHANCE)
    spots = owner * (2 * _FINE_CELLS) + cells
    _, inverse, counts = np.unique(spots, return_inverse=True, return_counts=True)
    result: Floats = said / counts[inverse]
    return result


def _poll(keys: Ints, owner: Ints, span: int, offsets: tuple[int, ...]) -> Poll:
    total, reach = _indexed(keys, keys >= 0, offsets)
    own, own_reach = _indexed(owner * (2 * span) + keys + span // 2, keys >= 0, offsets)
    return Poll(total, own, reach, own_reach)


def _indexed(keys: Ints, valid: npt.NDArray[np.bool_], offsets: tuple[int, ...]) -> tuple[Ints, Ints]:
    """Each row's place in the sorted list of valid keys, and for each key those at `offsets` from it."""
    listed, inverse = np.unique(keys[valid], return_inverse=True)
    rows = np.full(len(keys), len(listed))
    rows[valid] = inverse
    wanted = listed[:, None] + np.array(offsets)
    found = np.minimum(np.searchsorted(listed, wanted), max(len(listed) - 1, 0))
    hit = listed[found] == wanted if len(listed) else np.zeros(wanted.shape, bool)
    return rows, np.where(hit, found, len(listed))


def vote(ballots: Ballots, weights: Floats, rows: Floats, *, loose: bool = False) -> None:
    """Write what each candidate gains from the other groups into `rows`, by the present `weights`.

    A group's vote is its belief, shared among its candidates by weight; a group never votes for itself.
    `loose` writes the features of that name instead: what undecided names would say.
    """
    votes = weights * ballots.belief
    country, unit = ballots.country.gains(votes), ballots.unit.gains(votes)
    near = ballots.near.gains(votes)
    if loose:
        for name, gain in (("loose country", country), ("loose admin1", unit), ("loose near", near)):
            rows[:, INDEX[name]] = np.log1p(gain)
        rows[:, INDEX["tight loose"]] = np.minimum(3.0, _beyond_chance(ballots))
        rows[:, INDEX["tight behind"]] = rows[:, INDEX["behind giant"]] * rows[:, INDEX["tight loose"]]
        rows[:, INDEX["shadow tight"]] = rows[:, INDEX["shadow"]] * rows[:, INDEX["tight loose"]]
        return
    cast = votes[ballots.country.total < len(ballots.country.reach)].sum()
    own = np.add.reduceat(votes * (ballots.country.total < len(ballots.country.reach)), ballots.starts)
    rest = np.repeat(cast - own, np.diff(np.append(ballots.starts, len(votes)))) + 0.5
    share = country / rest
    rows[:, INDEX["country votes"]] = np.log1p(country)
    rows[:, INDEX["country share"]] = share
    rows[:, INDEX["admin1 votes"]] = np.log1p(unit)
    rows[:, INDEX["admin1 share"]] = unit / rest
    rows[:, INDEX["near"]] = np.log1p(near)
    rows[:, INDEX["around"]] = np.log1p(ballots.around.gains(votes))
    rows[:, INDEX["rival share"]] = _rivals(ballots.country, votes) / rest
    rows[:, INDEX["home-made"]] = share * ballots.small
    rows[:, INDEX["shadow votes"]] = rows[:, INDEX["shadow"]] * rows[:, INDEX["country votes"]]
    rows[:, INDEX["tight"]] = np.minimum(3.0, ballots.tight.gains(votes))


def _beyond_chance(ballots: Ballots) -> Floats:
    """How much the other names lie close to each row, beyond what they do on average in its country."""
    gains = ballots.tight.gains(ballots.special * ballots.belief)
    keys = ballots.country.total
    chance = np.bincount(keys, gains) / np.maximum(1, np.bincount(keys))
    result: Floats = np.maximum(0.0, gains - chance[keys])
    return result


def _rivals(poll: Poll, votes: Floats) -> Floats:
    """For each row, the votes of the strongest country that is not its own."""
    shares = np.append(poll.shares(votes), 0.0)
    order = np.argsort(-shares)
    first, second = order[0], order[1] if len(order) > 1 else order[0]
    result: Floats = np.where(poll.total == first, shares[second], shares[first])
    return result
