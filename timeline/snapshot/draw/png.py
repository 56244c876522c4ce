"""Write PNG files: RGB rows without filter, deflated; words for those who cannot see the picture inside.

Flat colours deflate best unfiltered: an A4 page at 300 dpi takes 0.14 s and 0.76 MB this way, where an encoder that
tries filters takes 0.46 s and 0.92 MB. No date is written, so the same picture gives the same bytes.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Pixels: TypeAlias = NDArray[np.uint8]

LEVEL = 3
"""Level 6 takes twice the time for a tenth less."""
BAND = 64
"""So many rows are rid of their fourth channel at a time: they stay in the cache."""
SIGNATURE = b"\x89PNG\r\n\x1a\n"


def png_bytes(pages: Iterable[Pixels], *, width: int, height: int, dpi: float, title: str, description: str) -> bytes:
    """A PNG file from (rows, width, 3 or more) arrays of bytes, stacked from top to bottom to `height` rows.

    The description goes into the iTXt chunk "Description" as UTF-8.
    """
    per_metre = round(dpi / 0.0254)
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = [
        _chunk(b"IHDR", head),
        _chunk(b"pHYs", struct.pack(">IIB", per_metre, per_metre, 1)),
        _words("Title", title),
        _words("Description", description),
        _words("Software", "Dateline"),
    ]
    deflate = zlib.compressobj(LEVEL, zlib.DEFLATED, 15, 9)
    parts = []
    band = np.zeros((BAND, 1 + 3 * width), dtype=np.uint8)
    colors = band[:, 1:].reshape(BAND, width, 3)
    for page in pages:
        for top in range(0, len(page), BAND):
            rows = page[top : top + BAND]
            for channel in range(3):
                colors[: len(rows), :, channel] = rows[:, :, channel]
            parts.append(deflate.compress(band[: len(rows)]))  # type: ignore[arg-type]
    parts.append(deflate.flush())
    chunks += [_chunk(b"IDAT", b"".join(parts)), _chunk(b"IEND", b"")]
    return SIGNATURE + b"".join(chunks)


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def _words(key: str, text: str) -> bytes:
    """An iTXt chunk: key, no compression, no language, text."""
    return _chunk(b"iTXt", key.encode("latin-1") + b"\0\0\0\0\0" + text.encode("utf-8"))
