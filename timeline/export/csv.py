"""CSV: UTF-8, one row an event, credits on every row; no cell can run in a spreadsheet.

A cell of text that starts with = + - @ TAB or CR gets an apostrophe before it, which reading takes away again; a
cell that already starts with apostrophes before such a sign gets one more. Numbers and ISO dates stay as they are.
"""

from __future__ import annotations

import csv
import io
import re
from typing import Any

from ..model import Timeline
from ..quotes import Quotes
from ..table import to_columns
from ..words import DATA_CREDIT, checked_words

RISKY = re.compile(r"'*[=+\-@\t\r]")
NUMBER_OR_DATE = re.compile(r"[+-]?\d{1,20}(?:\.\d{1,20})?(?:e[+-]?\d{1,3})?\Z|[+-]?\d{4,6}-\d\d-\d\d\Z", re.IGNORECASE)


def to_csv(timeline: Timeline, quotes: Quotes) -> bytes:
    """The table of events; the last column, `credit`, is for whoever gets a single row; its source has a column."""
    columns = to_columns(timeline, quotes=quotes)
    columns["credit"] = [f"{checked_words(timeline)}. {DATA_CREDIT}"] * len(timeline.events)
    target = io.StringIO(newline="")
    writer = csv.writer(target, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows(zip(*([cell_text(value) for value in values] for values in columns.values()), strict=True))
    return target.getvalue().encode("utf-8")


def cell_text(value: Any) -> str:
    """A value as a cell that a spreadsheet shows and never runs."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return guarded(value)
    return repr(value)


def guarded(text: str) -> str:
    """The text, with an apostrophe before it where a spreadsheet would take it for a formula."""
    return f"'{text}" if RISKY.match(text) and not NUMBER_OR_DATE.match(text) else text
