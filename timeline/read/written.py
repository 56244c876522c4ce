"""Files that Dateline itself wrote: told apart by what every export of it carries."""

from __future__ import annotations

PAGE_MARK = '<script type="application/json" id="dateline-data"'
MARKS = {
    ".csv": (b"time_in_words,", b",credit"),
    ".geojson": (b'"made_with": "Dateline"',),
    ".parquet": (b'"made_with": "Dateline"',),
    ".geoparquet": (b'"made_with": "Dateline"',),
}
"""By ending: what stands in each file of that format that we write, and together in no other."""
HEAD_CHARS = 200_000
"""The mark of a page stands behind its styles; what a text may quote lies further down."""


def is_written_page(text: str) -> bool:
    """Whether an HTML page is a map that Dateline wrote; its text is a list of events, not an article."""
    return PAGE_MARK in text[:HEAD_CHARS]


def is_written_table(content: bytes, suffix: str) -> bool:
    """Whether a table of events (by the ending of its name) is one that Dateline wrote."""
    if suffix not in MARKS:
        return False
    head = content.partition(b"\n")[0] if suffix == ".csv" else content
    return all(mark in head for mark in MARKS[suffix])
