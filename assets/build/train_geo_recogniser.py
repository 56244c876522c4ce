"""Fit the recogniser: common_words.txt, probe.npz and recogniser.json in assets/geoparser. Called by train_geo.py."""

from __future__ import annotations

import json
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from train_geo_fit import network, sparse_logistic
from train_geo_texts import FOLDS, GROUP_LABELS, PLACE_LABELS, Text

from geo import recognise
from geo.gazetteer import Gazetteer
from geo.probe import CLASSES, SHIFTS, WIDTH, Probe, windows
from geo.spans import Match
from geo.words import Words

OUT = Path(__file__).resolve().parent.parent / "geoparser"
LEAST_COUNT = 4
"""Features seen less often get no weight."""
WEIGHTS = {"gold": 1.0, "partial": 0.4, "silver": 0.4, "made up": 0.5}
"""How much an example counts: marked by people, labelled by models, made up."""
_CLASS_OF = {"GPE": 0, "LOC": 0, "FAC": 0, "PERSON": 1, "ORG": 2, "NORP": 3}


def fit_common_words(texts: Sequence[Text], gazetteer: Gazetteer) -> None:
    """Write the words that the real texts use in lower case and that are some place's name."""
    counts: Counter[str] = Counter()
    for text in texts:
        if text.kind != "made up":
            words = zip(text.words.text, text.words.tag, strict=True)
            counts.update(w for w, tag in words if w.islower() and w.isalpha() and len(w) > 2 and tag[:2] in _OPEN)
    kept = sorted(word for word, count in counts.items() if count >= 2 and gazetteer.has(word.capitalize()))
    (OUT / "common_words.txt").write_text("\n".join(kept) + "\n", encoding="utf-8")


_OPEN = frozenset({"NN", "VB", "JJ", "RB"})


def fit_probes(texts: Sequence[Text]) -> tuple[Probe, list[Probe]]:
    """Write the probe; return it and, for each fold, one that has not seen the fold's documents."""
    parts = [(text.fold, *_probe_rows(text)) for text in texts if text.silver]

    def fit(left_out: int | None) -> Probe:
        used = [part for part in parts if part[0] != left_out]
        x, y = np.vstack([part[1] for part in used]), np.concatenate([part[2] for part in used])
        inner, bias, outer, outer_bias = (part.astype(np.float32) for part in network(x, y, len(CLASSES)))
        return Probe(inner.astype(np.float16).astype(np.float32), bias, outer, outer_bias)

    whole = fit(None)
    np.savez(
        OUT / "probe.npz",
        inner=whole.inner.astype(np.float16),
        inner_bias=whole.inner_bias,
        outer=whole.outer,
        outer_bias=whole.outer_bias,
    )
    return whole, [fit(fold) for fold in range(FOLDS)]


def _probe_rows(text: Text) -> tuple[np.ndarray, np.ndarray]:
    """The windows and classes of the capitalised words on which both models agree."""
    one, other = (_classes(text.words, entities) for entities in text.silver)
    at = [i for i, word in enumerate(text.words.text) if word[:1].isupper() and one[i] == other[i]]
    rows = windows(text.words.vector, at) if at else np.zeros((0, len(SHIFTS) * WIDTH), np.float32)
    return rows, np.array([one[i] for i in at], dtype=np.int64)


def _classes(words: Words, entities: Sequence[tuple[int, int, str]]) -> list[int]:
    found = [len(CLASSES) - 1] * len(words)
    for start, end, label in entities:
        at = bisect_left(words.start, start)
        while at < len(words) and words.start[at] < end:
            found[at] = _CLASS_OF.get(label, len(CLASSES) - 1)
            at += 1
    return found


def label(text: Text, match: Match) -> tuple[int, float] | None:
    """Whether a match is a place and how much the example counts; None where nobody can say.

    Streets are ruled, not learned. GeoVirus does not mark places inside other names: what it leaves out there is
    left out here.
    """
    if match.form in ("street", "airfield", "hamlet"):
        return None
    start, end = text.words.start[match.first], text.words.end[match.last - 1]
    marked = any(gold.start < end and start < gold.end for gold in text.gold)
    weight = WEIGHTS[text.kind]
    if marked or text.kind == "made up":
        return int(marked), weight
    if text.kind == "gold":
        part = match.first > match.run.first or match.last < match.run.last
        return None if part and text.key.startswith("geovirus") else (0, weight)
    touched = [[tag for s, e, tag in entities if s < end and start < e] for entities in text.silver]
    if any(tag in GROUP_LABELS for tags in touched for tag in tags):
        return None
    votes = [any(tag in PLACE_LABELS for tag in tags) for tags in touched]
    return (int(votes[0]), weight) if votes[0] == votes[1] else None


Example = tuple[int, list[str], int, float]


def examples(texts: Sequence[Text], gazetteer: Gazetteer, whole: Probe, folds: Sequence[Probe]) -> list[Example]:
    """Fold, features, label and weight of every match that has a label."""
    found: list[Example] = []
    for text in texts:
        matches = recognise.candidates_of(text.words, gazetteer)
        probe = folds[text.fold] if text.silver else whole
        features = recognise.featured(text.words, matches, probe)
        for (match, _), names in zip(matches, features, strict=True):
            known = label(text, match)
            if known:
                found.append((text.fold, names, *known))
    return found


def fit_weights(found: Sequence[Example], *, left_out: int | None = None, epochs: int = 15) -> dict[str, float]:
    """A weight for each feature name, from all folds but one."""
    used = [example for example in found if example[0] != left_out]
    counts = Counter(name for _, names, _, _ in used for name in set(names))
    number = {name: i + 1 for i, name in enumerate(sorted(n for n, c in counts.items() if c >= LEAST_COUNT))}
    rows = np.zeros((len(used), max(len(names) for _, names, _, _ in used)), np.int64)
    for i, (_, names, _, _) in enumerate(used):
        kept = [number[name] for name in names if name in number]
        rows[i, : len(kept)] = kept
    y, weight = (np.array([example[i] for example in used], np.float64) for i in (2, 3))
    fitted = sparse_logistic(rows, y, weight, len(number), epochs=epochs)
    return {name: round(float(fitted[i]), 3) for name, i in number.items() if abs(fitted[i]) > 0.003}


def write_weights(weights: dict[str, float]) -> None:
    """Write recogniser.json."""
    (OUT / "recogniser.json").write_text(json.dumps(weights, indent=0, ensure_ascii=False) + "\n", encoding="utf-8")
