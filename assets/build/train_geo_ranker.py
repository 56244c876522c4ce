"""Fit the ranker of candidates: ranker.json in assets/geoparser. Called by train_geo.py."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
from train_geo_fit import choice
from train_geo_texts import Gold, Text

from geo import recognise, resolve
from geo.containment import distance_km
from geo.evidence import FEATURES, INDEX, Context, Floats, Group
from geo.gazetteer import Gazetteer
from geo.model import Place
from geo.recognise import Mention
from geo.words import Words

OUT = Path(__file__).resolve().parent.parent / "geoparser"
WEIGHTS = {"gold": 1.5, "partial": 0.6, "made up": 0.4}
FIXED = {
    INDEX["contained"]: 5.0,
    INDEX["uncontained"]: 0.0,
    INDEX["shadow worldly"]: -5.0,
    INDEX["home country"]: 1.0,
    INDEX["home admin1"]: 2.5,
}
"""Not learned: what the text itself says ("Salinas, Ecuador") is rare in the training texts, and they have no home."""
ROUNDS = 3
SAME_KM = 20.0

Named = tuple[Text, list[Group], Context, list[npt.NDArray[np.float64] | None]]


def fit_ranker(texts: Sequence[Text], gazetteer: Gazetteer, *, left_out: int | None = None) -> Floats:
    """The weights in the order of FEATURES, fitted in rounds: the votes depend on the weights."""
    used = [_named(text, gazetteer) for text in texts if text.kind in WEIGHTS and text.fold != left_out]
    theta = resolve.shipped_ranker()
    for _ in range(ROUNDS):
        rows, right, weight = _examples(used, theta)
        most = max(len(row) for row in rows)
        x = np.zeros((len(rows), most, len(FEATURES)), np.float32)
        hit = np.zeros((len(rows), most), np.float32)
        gap = np.full((len(rows), most), -1e9, np.float32)
        for i, (row, good) in enumerate(zip(rows, right, strict=True)):
            x[i, : len(row)], hit[i, : len(row)], gap[i, : len(row)] = row, good, 0.0
        theta = choice(x, hit, gap, np.array(weight), fixed=FIXED)
    return theta


def _examples(used: Sequence[Named], theta: Floats) -> tuple[list[Floats], list[Floats], list[float]]:
    rows: list[Floats] = []
    right: list[Floats] = []
    weight: list[float] = []
    for text, groups, context, labels in used:
        _, evidence = resolve.weigh(groups, context, theta)
        for row, good in zip(evidence, labels, strict=True):
            if good is not None and 0 < good.sum() < len(good):
                rows.append(row)
                right.append(good)
                weight.append(WEIGHTS[text.kind])
    return rows, right, weight


def _named(text: Text, gazetteer: Gazetteer) -> Named:
    mentions = recognise.recognise(text.words, gazetteer)
    groups = resolve.group_mentions(text.words, mentions)
    context = resolve.context_of(text.words, mentions, None)
    return text, groups, context, [_right(text, mentions, group) for group in groups]


def _right(text: Text, mentions: Sequence[Mention], group: Group) -> npt.NDArray[np.float64] | None:
    """1 for each candidate of a group that the gold places allow, None where there is no gold."""
    for at in group.mentions:
        gold = _gold_of(text.words, mentions[at], text.gold)
        if gold is not None:
            good = np.array([float(_fits(candidate.place, gold, group)) for candidate in group.candidates])
            if good.any():
                return good
    return None


def _gold_of(words: Words, mention: Mention, gold: Sequence[Gold]) -> Gold | None:
    start, end = words.start[mention.match.first], words.end[mention.match.last - 1]
    return next((g for g in gold if g.start < end and start < g.end and (g.place or g.lat is not None)), None)


def _fits(place: Place, gold: Gold, group: Group) -> bool:
    if gold.lat is not None and gold.lon is not None:
        there = Place(id="", name="", kind="city", lon=gold.lon, lat=gold.lat)
        return distance_km(place, there) <= gold.within_km
    meant = next((c.place for c in group.candidates if c.place.id == gold.place), None)
    return meant is not None and distance_km(place, meant) <= max(SAME_KM, 0.4 * meant.radius_km)


def write_ranker(theta: Floats) -> None:
    """Write ranker.json."""
    listed = {name: round(float(value), 4) for name, value in zip(FEATURES, theta, strict=True)}
    (OUT / "ranker.json").write_text(json.dumps(listed, indent=0) + "\n", encoding="utf-8")
