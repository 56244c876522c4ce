"""How the word tables are written: lemmas in rows of plain text, parted by spaces."""

from __future__ import annotations


def lemmas(row: str) -> frozenset[str]:
    """The lemmas of a row."""
    return frozenset(row.split())
