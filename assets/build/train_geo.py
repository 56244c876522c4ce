"""Fit all weights of the geoparser, in the order in which they need each other.

    python assets/build/train_geo.py CORPORA        (train_geo_texts.py says what CORPORA holds)

Writes assets/geoparser and then needs assets/build/manifest.py. Takes about eight minutes on one core; the same input
gives the same weights.
"""

from __future__ import annotations

import sys
from pathlib import Path

from train_geo_judge import fit_judge, write_judge
from train_geo_ranker import fit_ranker, write_ranker
from train_geo_recogniser import examples, fit_common_words, fit_probes, fit_weights, write_weights
from train_geo_texts import texts

from geo import confirm, probe, recognise, resolve
from geo.gazetteer import Gazetteer, shipped_gazetteer
from geo.shipped import assets_dir


def main() -> int:
    """Fit and write everything."""
    if len(sys.argv) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    for module in (recognise, probe, resolve, confirm):
        module.shipped = lambda name: assets_dir() / name  # type: ignore[attr-defined]  # no hashes while they change
    gazetteer: Gazetteer = shipped_gazetteer()
    corpus = texts(Path(sys.argv[1]), gazetteer)
    fit_common_words(corpus, gazetteer)
    whole, folds = fit_probes(corpus)
    _forget()
    found = examples(corpus, gazetteer, whole, folds)
    write_weights(fit_weights(found))
    _forget()
    write_ranker(fit_ranker(corpus, gazetteer))
    _forget()
    write_judge(fit_judge(corpus, gazetteer, lambda fold: fit_weights(found, left_out=fold, epochs=10)))
    return 0


def _forget() -> None:
    """Read the weights again: they have just changed."""
    for cached in (
        recognise.common_words,
        recognise.shipped_weights,
        probe.shipped_probe,
        resolve.shipped_ranker,
        confirm.shipped_judge,
    ):
        cached.cache_clear()


if __name__ == "__main__":
    sys.exit(main())
