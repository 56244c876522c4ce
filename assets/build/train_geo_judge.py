"""Fit the last word on whether a match is a place: judge.json in assets/geoparser. Called by train_geo.py."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from train_geo_fit import logistic
from train_geo_recogniser import label
from train_geo_texts import FOLDS, Text

from geo import recognise, resolve
from geo.confirm import SIGNS, signs
from geo.evidence import Floats
from geo.gazetteer import Gazetteer

OUT = Path(__file__).resolve().parent.parent / "geoparser"
EVERY = 3
"""Of the made-up articles every third one is used: they would outweigh the real ones."""


def fit_judge(
    texts: Sequence[Text], gazetteer: Gazetteer, weights_without: Callable[[int], dict[str, float]]
) -> Floats:
    """The weights in the order of SIGNS; each text is recognised with weights that have not seen its fold."""
    kept = [text for text in texts if text.kind != "made up" or int(text.key.split()[-1]) % EVERY == 0]
    rows, right, weight = [], [], []
    shipped = recognise.shipped_weights
    try:
        for fold in range(FOLDS):
            fitted = recognise.Weights(weights_without(fold))
            recognise.shipped_weights = lambda fitted=fitted: fitted  # type: ignore[assignment,misc]
            for text in kept:
                for row, known in _signs(text, gazetteer) if text.fold == fold else ():
                    rows.append(row)
                    right.append(known[0])
                    weight.append(known[1])
    finally:
        recognise.shipped_weights = shipped  # type: ignore[assignment]
    return logistic(np.array(rows), np.array(right, np.float64), np.array(weight))


def _signs(text: Text, gazetteer: Gazetteer) -> list[tuple[Floats, tuple[int, float]]]:
    mentions = recognise.recognise(text.words, gazetteer)
    choices = resolve.resolve(text.words, mentions, gazetteer)
    evidence = [None if choice.row is None else (choice.row, choice.share) for choice in choices]
    table = signs(text.words, mentions, evidence)
    known = [None if mention.role == "demonym" else label(text, mention.match) for mention in mentions]
    return [(row, fact) for row, fact in zip(table, known, strict=True) if fact]


def write_judge(theta: Floats) -> None:
    """Write judge.json."""
    listed = {name: round(float(value), 4) for name, value in zip(SIGNS, theta, strict=True)}
    (OUT / "judge.json").write_text(json.dumps(listed, indent=0) + "\n", encoding="utf-8")
