"""The last word on whether a match is a place, once it is known which place it would be.

A hamlet that lies nowhere near the rest of the text was most likely a person or a company; a name close to
the other places is believed on weak words. A small logistic model; its weights are shipped data.
"""

from __future__ import annotations

import json
import math
from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache

import numpy as np

from .errors import AssetError
from .evidence import INDEX, Floats
from .recognise import Mention
from .shipped import REMEDY, shipped
from .words import Words

SIGNS = (
    "bias",
    "words",  # the recogniser's log odds for this mention
    "text",  # their mean over all mentions of the name
    "best",  # their maximum
    "nested",
    "part",  # the run of name words goes on beyond the match
    "alone",  # the name is a whole run
    "unknown",  # no candidate
    "near",
    "around",
    "admin1 share",
    "country share",
    "prior",
    "sure",  # the probability of the chosen candidate
    "small",  # a city below 20,000 people
    "area",  # a country or first-level unit
    "contained",
    "holds",
    "repeated",
    "far",  # small, and nothing of the text within 3 degrees
    "far part",  # that, inside a longer run
    "words part",
    "words nested",
    "text nested",
    "near part",
    "by town",
)
_AT = {name: at for at, name in enumerate(SIGNS)}
_COPIED = ("near", "around", "admin1 share", "country share", "prior", "contained", "holds")


@lru_cache(maxsize=1)
def shipped_judge() -> Floats:
    """The weights in the order of SIGNS.

    Raises:
        AssetError: the file is missing or damaged.
    """
    try:
        listed = json.loads(shipped("geoparser/judge.json").read_text(encoding="utf-8"))
        return np.array([float(listed[name]) for name in SIGNS])
    except (ValueError, KeyError, TypeError) as error:
        raise AssetError(f"The shipped data file assets/geoparser/judge.json is damaged; {REMEDY}.") from error


def signs(words: Words, mentions: Sequence[Mention], evidence: Sequence[tuple[Floats, float] | None]) -> Floats:
    """The signs of each mention, shape (mentions, len(SIGNS)).

    `evidence` gives for each mention its chosen candidate's row of the ranker and its probability, None where
    there is no candidate.
    """
    odds: defaultdict[str, list[float]] = defaultdict(list)
    for mention in mentions:
        odds[mention.name.lower()].append(_log_odds(mention.belief))
    uses = {name: (sum(values) / len(values), max(values), len(values)) for name, values in odds.items()}
    table = np.zeros((len(mentions), len(SIGNS)))
    for at, mention in enumerate(mentions):
        values = _own_signs(mention, _log_odds(mention.belief), *uses[mention.name.lower()])
        found = evidence[at]
        if found is None:
            values["unknown"] = 1.0
        else:
            values |= _place_signs(mention, *found, part=values["part"])
        for name, value in values.items():
            table[at, _AT[name]] = value
    return table


def _own_signs(mention: Mention, own: float, mean: float, best: float, count: int) -> dict[str, float]:
    match, run = mention.match, mention.match.run
    nested = float(mention.role == "nested")
    part = float(match.first > run.first or match.last < run.last)
    return {
        "bias": 1.0,
        "words": own,
        "text": mean,
        "best": best,
        "nested": nested,
        "part": part,
        "alone": 1.0 - part,
        "repeated": math.log(count),
        "words part": own * part,
        "words nested": own * nested,
        "text nested": mean * nested,
        "by town": float(mention.by_town),
    }


def _place_signs(mention: Mention, row: Floats, share: float, *, part: float) -> dict[str, float]:
    values = {name: float(row[INDEX[name]]) for name in _COPIED}
    small = float(row[INDEX["city"]] > 0 and row[INDEX["population"]] < 0.43)
    far = small * float(values["around"] < 0.2)
    return values | {
        "sure": share,
        "small": small,
        "area": float(row[INDEX["country"]] + row[INDEX["admin1"]]),
        "far": far,
        "far part": far * part,
        "near part": values["near"] * part,
    }


def _log_odds(belief: float) -> float:
    bounded = min(max(belief, 0.002), 0.998)
    return math.log(bounded / (1 - bounded))


def confirmed(table: Floats) -> list[float]:
    """The final probability of a place for each row of `signs`."""
    scores = np.clip(np.einsum("ij,j", table, shipped_judge()), -30, 30)
    return [float(value) for value in 1 / (1 + np.exp(-scores))]
