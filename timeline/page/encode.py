"""Turn columns into compact, deterministic text: the counterpart of assets/view/payload.js.

A number column is delta coded if asked, split into byte planes (all lowest bytes first), gzipped with a
zero time stamp and written in base64. Rings of a shape are quantised to a square grid of web-mercator
units and written as zigzag varints of their steps. Equal input gives equal text.
"""

from __future__ import annotations

import base64
import gzip
import json
import math
from collections.abc import Iterable, Sequence
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

Packed: TypeAlias = dict[str, Any]
Ring: TypeAlias = Sequence[tuple[float, float]]

MERCATOR_LIMIT = 85.05112878
"""Degrees of latitude at which web mercator's square ends."""
PLACE_BITS = 24
"""Bits of a place's mercator coordinate: 2.4 m at the equator."""


LARGE_BYTES = 300_000


def gzip_text(raw: bytes) -> str:
    """Bytes, gzipped without a time stamp, in base64."""
    level = 9 if len(raw) < LARGE_BYTES else 6  # beyond, three percent smaller would cost four times the time
    return base64.b64encode(gzip.compress(raw, compresslevel=level, mtime=0)).decode("ascii")


def pack_numbers(values: Sequence[int] | NDArray[Any], kind: str, *, delta: bool = False) -> Packed:
    """A column of whole numbers of `kind` ("u1", "u2", "u4" or "i4"), little-endian byte planes, gzipped."""
    column = np.asarray(values, dtype=np.int64)
    if delta and len(column):
        column = np.concatenate((column[:1], np.diff(column)))
    planes = column.astype(f"<{kind}").view(np.uint8).reshape(len(column), int(kind[1])).T
    return {"type": kind, "n": len(column), "delta": delta, "gz": gzip_text(planes.tobytes())}


def pack_json(value: object) -> Packed:
    """Any JSON value as gzipped UTF-8 without spaces."""
    return {
        "type": "json",
        "gz": gzip_text(json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8")),
    }


def mercator(lon: float, lat: float) -> tuple[float, float]:
    """Longitude and latitude in degrees to the unit square of web mercator, y growing southwards."""
    clipped = max(-MERCATOR_LIMIT, min(MERCATOR_LIMIT, lat))
    y = (1 - math.asinh(math.tan(math.radians(clipped))) / math.pi) / 2
    return (lon + 180) / 360, min(1.0, max(0.0, y))


def mercator_array(lonlat: NDArray[np.float64]) -> NDArray[np.float64]:
    """The same for an array of shape (n, 2)."""
    lat = np.radians(np.clip(lonlat[:, 1], -MERCATOR_LIMIT, MERCATOR_LIMIT))
    return np.column_stack(((lonlat[:, 0] + 180) / 360, (1 - np.arcsinh(np.tan(lat)) / np.pi) / 2))


def pack_rings(rings: Iterable[NDArray[np.float64]], *, bits: int) -> Packed:
    """Rings or lines of (lon, lat), shape (n, 2), on a grid of 2**bits steps; repeated points are dropped."""
    body, count = bytearray(), 0
    for ring in rings:
        steps = _grid_steps(ring, bits)
        if len(steps) < 2:
            continue
        count += 1
        _varints(body, [len(steps)])
        _varints(body, _zigzag(steps).ravel().tolist())
    return {"type": "rings", "n": count, "bits": bits, "gz": gzip_text(bytes(body))}


def _grid_steps(ring: NDArray[np.float64], bits: int) -> NDArray[np.int64]:
    grid = np.rint(mercator_array(np.asarray(ring, dtype=np.float64)[:, :2]) * (1 << bits)).astype(np.int64)
    moved = np.ones(len(grid), dtype=bool)
    moved[1:] = (np.diff(grid, axis=0) != 0).any(axis=1)
    grid = grid[moved]
    return np.concatenate((grid[:1], np.diff(grid, axis=0)))


def _zigzag(steps: NDArray[np.int64]) -> NDArray[np.int64]:
    return np.where(steps >= 0, steps * 2, -steps * 2 - 1)


def _varints(body: bytearray, values: Iterable[int]) -> None:
    for value in values:
        rest = int(value)
        while rest >= 0x80:
            body.append(rest & 0x7F | 0x80)
            rest >>= 7
        body.append(rest)


def script_json(value: object) -> str:
    """JSON that may stand inside a script element: `<`, `>`, `&`, U+2028 and U+2029 are escaped."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for mark in "<>&\u2028\u2029":
        text = text.replace(mark, f"\\u{ord(mark):04x}")
    return text
