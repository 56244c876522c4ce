"""The four fits behind the geoparser's weights, in numpy: small enough to read, seeded, the same on every run."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]


def network(
    x: npt.NDArray[np.float32], y: Ints, classes: int, *, hidden: int = 128, epochs: int = 16, seed: int = 0
) -> tuple[npt.NDArray[np.float32], ...]:
    """A two-layer network by Adam with dropout 0.2: inner weights, bias, outer weights, bias (inputs not scaled)."""
    random = np.random.default_rng(seed)
    count, width = x.shape
    mean, spread = x.mean(0), x.std(0) + 1e-6
    scaled = ((x - mean) / spread).astype(np.float32)
    parts = [
        random.normal(0, np.sqrt(2 / width), (width, hidden)).astype(np.float32),
        np.zeros(hidden, np.float32),
        random.normal(0, np.sqrt(1 / hidden), (hidden, classes)).astype(np.float32),
        np.zeros(classes, np.float32),
    ]
    first, second = [np.zeros_like(p) for p in parts], [np.zeros_like(p) for p in parts]
    step = 0
    for epoch in range(epochs):
        order = random.permutation(count)
        for start in range(0, count, 256):
            batch = order[start : start + 256]
            step += 1
            slopes = _slopes(parts, scaled[batch], y[batch], random)
            rate = 2e-3 * min(1, (1 - epoch / epochs) + 0.05)
            for i, slope in enumerate(slopes):
                slope = slope + (1e-4 * parts[i] if i % 2 == 0 else 0)
                first[i] = 0.9 * first[i] + 0.1 * slope
                second[i] = 0.999 * second[i] + 0.001 * slope * slope
                parts[i] -= rate * (first[i] / (1 - 0.9**step)) / (np.sqrt(second[i] / (1 - 0.999**step)) + 1e-8)
    inner = parts[0] / spread[:, None]
    return inner, parts[1] - mean @ inner, parts[2], parts[3]


def _slopes(
    parts: list[npt.NDArray[np.float32]], x: npt.NDArray[np.float32], y: Ints, random: np.random.Generator
) -> list[npt.NDArray[np.float32]]:
    keep = 0.8
    x = x * (random.random(x.shape) < keep) / keep
    raw = x @ parts[0] + parts[1]
    mask = (random.random(raw.shape) < keep) / keep
    inner = np.maximum(raw, 0) * mask
    scores = inner @ parts[2] + parts[3]
    odds = np.exp(scores - scores.max(1, keepdims=True))
    error = odds / odds.sum(1, keepdims=True)
    error[np.arange(len(y)), y] -= 1
    error /= len(y)
    back = (error @ parts[2].T) * mask * (raw > 0)
    return [
        (x.T @ back).astype(np.float32),
        back.sum(0).astype(np.float32),
        (inner.T @ error).astype(np.float32),
        error.sum(0).astype(np.float32),
    ]


def sparse_logistic(rows: Ints, y: Floats, weight: Floats, size: int, *, l2: float = 2e-4, epochs: int = 15) -> Floats:
    """Logistic regression over named features by Adagrad; `rows` are feature numbers from 1, padded with 0."""
    random = np.random.default_rng(0)
    fitted, seen = np.zeros(size + 1), np.full(size + 1, 1e-6)
    for _ in range(epochs):
        for batch in np.array_split(random.permutation(len(y)), max(1, len(y) // 128)):
            error = (1 / (1 + np.exp(-fitted[rows[batch]].sum(1))) - y[batch]) * weight[batch] / len(batch)
            slope = np.bincount(rows[batch].ravel(), np.repeat(error, rows.shape[1]), size + 1) + l2 * fitted / 10
            slope[0] = 0
            seen += slope * slope
            fitted -= 0.15 * slope / np.sqrt(seen)
            fitted[0] = 0
    return fitted


def choice(
    x: npt.NDArray[np.float32],
    right: npt.NDArray[np.float32],
    gap: npt.NDArray[np.float32],
    weight: Floats,
    *,
    fixed: dict[int, float],
    l2: float = 0.3,
    steps: int = 300,
) -> Floats:
    """A conditional logit by Adam over x (names, candidates, features).

    `right` is 1 for right candidates, `gap` -1e9 where there is none; `fixed` holds features to given weights.
    """
    random = np.random.default_rng(0)
    count, features = len(x), x.shape[2]
    theta, first, second = np.zeros(features), np.zeros(features), np.zeros(features)
    for step in range(1, steps + 1):
        batch = random.choice(count, min(count, 500), replace=False)
        scores = x[batch] @ theta.astype(np.float32) + gap[batch]
        odds = np.exp(scores - scores.max(1, keepdims=True))
        odds /= odds.sum(1, keepdims=True)
        hit = odds * right[batch]
        error = (odds - hit / (hit.sum(1, keepdims=True) + 1e-9)) * weight[batch][:, None] * count / len(batch)
        slope = np.einsum("nc,ncf->f", error, x[batch]) + l2 * theta
        first = 0.9 * first + 0.1 * slope
        second = 0.99 * second + 0.01 * slope * slope
        rate = 0.1 * (1 - step / steps) + 0.003
        theta -= rate * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.99**step)) + 1e-8)
        for at, value in fixed.items():
            theta[at] = value
    return theta


def logistic(x: Floats, y: Floats, weight: Floats, *, l2: float = 1.0) -> Floats:
    """Logistic regression over few numbers by Newton's method, inputs scaled by their spread for the penalty."""
    spread = x.std(0) + 1e-3
    scaled, theta = x / spread, np.zeros(x.shape[1])
    for _ in range(30):
        chance = 1 / (1 + np.exp(-np.clip(scaled @ theta, -30, 30)))
        slope = scaled.T @ ((chance - y) * weight) + l2 * theta
        curve = (scaled * (weight * chance * (1 - chance))[:, None]).T @ scaled + l2 * np.eye(len(theta))
        theta -= np.linalg.solve(curve, slope)
    result: Floats = theta / spread
    return result
