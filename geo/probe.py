"""What a word looks like in its sentence, judged from the tagger's contextual vectors: place, person, organisation...

A small two-layer network over the vectors of a word and its neighbours; it runs once a text, over the
capitalised words only. Its weights are shipped data.
"""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from .errors import AssetError
from .shipped import REMEDY, shipped

Floats = npt.NDArray[np.float32]

CLASSES = ("place", "person", "organisation", "demonym", "other")
WIDTH = 96
"""The length of a contextual vector of the language model."""
REACH = 2
"""Words on either side that the probe sees."""
SHIFTS = (0, -1, 1, -2, 2)


@dataclass(frozen=True, slots=True)
class Probe:
    """Weights: `inner` (5 * WIDTH, hidden), `inner_bias` (hidden,), `outer` (hidden, 5), `outer_bias` (5,)."""

    inner: Floats
    inner_bias: Floats
    outer: Floats
    outer_bias: Floats

    def __call__(self, vector: Floats, at: Sequence[int]) -> Floats:
        """The probabilities of CLASSES for the tokens `at`, shape (len(at), 5); even where there are no vectors."""
        if not len(at) or vector.shape[1] != WIDTH:
            return np.full((len(at), len(CLASSES)), 1 / len(CLASSES), np.float32)
        product = _one_thread()
        hidden = np.maximum(product(windows(vector, at), self.inner) + self.inner_bias, 0)
        scores: Floats = product(hidden, self.outer) + self.outer_bias
        scores -= scores.max(axis=1, keepdims=True)
        odds = np.exp(scores)
        result: Floats = odds / odds.sum(axis=1, keepdims=True)
        return result


@lru_cache(maxsize=1)
def _one_thread() -> Callable[[Floats, Floats], Floats]:
    """The matrix product that the language model itself uses: numpy's own sets every core spinning for a few rows."""
    from thinc.api import NumpyOps

    product: Callable[[Floats, Floats], Floats] = NumpyOps().gemm
    return product


def windows(vector: Floats, at: Sequence[int]) -> Floats:
    """The vectors of the tokens `at` and of REACH tokens before and behind each, side by side."""
    index = np.asarray(at)
    edge = np.zeros((REACH, vector.shape[1]), np.float32)
    padded = np.vstack([edge, vector, edge])
    return np.hstack([padded[index + REACH + shift] for shift in SHIFTS])


@lru_cache(maxsize=1)
def shipped_probe() -> Probe:
    """The probe that ships, read once a process.

    Raises:
        AssetError: the file is missing or damaged.
    """
    path = shipped("geoparser/probe.npz")
    try:
        with np.load(path, allow_pickle=False) as stored:
            inner, bias, outer, outer_bias = (
                stored[name].astype(np.float32) for name in ("inner", "inner_bias", "outer", "outer_bias")
            )
    except (OSError, ValueError, KeyError, zipfile.BadZipFile) as error:
        raise AssetError(f"The shipped data file assets/geoparser/probe.npz is damaged; {REMEDY}.") from error
    return Probe(inner, bias, outer, outer_bias)
