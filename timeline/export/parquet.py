"""GeoParquet: the table of events with WKB points; credits in the file's metadata under `dateline`."""

from __future__ import annotations

import io
import json

from ..model import Timeline
from ..quotes import Quotes
from ..table import to_geodataframe
from .credits import credits


def to_parquet(timeline: Timeline, quotes: Quotes) -> bytes:
    """The table as GeoParquet 1.1, zstd. geopandas writes the format, pyarrow adds our metadata."""
    import pyarrow.parquet as pq

    written = io.BytesIO()
    to_geodataframe(timeline, quotes=quotes).to_parquet(written, index=False, schema_version="1.1.0")
    table = pq.read_table(io.BytesIO(written.getvalue()))
    ours = json.dumps(credits(timeline), ensure_ascii=False).encode("utf-8")
    table = table.replace_schema_metadata({**(table.schema.metadata or {}), b"dateline": ours})
    target = io.BytesIO()
    pq.write_table(table, target, compression="zstd")
    return target.getvalue()
