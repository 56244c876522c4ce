"""Dates in figures, 25/12/2025: read day first or month first only where the table itself settles which.

"06/11/2025" names two days in two countries, so a cell alone is refused (timeline/read/days.py). A table in which
other cells leave no choice ("25/12/2025" has no 25th month), and none speaks against them, is read throughout.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from ..model import Problem

DAY_COLUMNS = ("start", "end", "start_earliest", "start_latest", "end_earliest", "end_latest", "published")
IN_FIGURES = re.compile(r"\s{0,9}(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?=\s{0,9}\Z|[T ]\d)")
MONTHS_IN_A_YEAR = 12


def settled(columns: Mapping[str, Sequence[Any]], name: str) -> tuple[dict[str, Sequence[Any]], tuple[Problem, ...]]:
    """The columns with dates in figures written in ISO where their order is settled, and a note that says so.

    Args:
        columns: our column name -> the cells of all rows.
        name: what to call the table in the note.
    """
    cells = [cell for column in DAY_COLUMNS for cell in columns.get(column, ()) if isinstance(cell, str)]
    day_first, month_first = _witnesses(cells)
    witness = day_first or month_first
    if not witness or (day_first and month_first):
        return dict(columns), ()
    order = "day" if day_first else "month"
    rewritten = {
        column: [_iso(cell, is_day_first=bool(day_first)) for cell in columns[column]]
        for column in DAY_COLUMNS
        if column in columns
    }
    message = (
        f"{name}: dates in figures are read {order} first, because {witness.strip()[:20]!r} can mean nothing else."
    )
    return {**columns, **rewritten}, (Problem(name, message, note=True),)


def _witnesses(cells: Iterable[str]) -> tuple[str, str]:
    """A cell that can only be day first and one that can only be month first; "" where there is none."""
    day_first = month_first = ""
    for cell in cells:
        found = IN_FIGURES.match(cell)
        if found is None:
            continue
        first, second = int(found[1]), int(found[3])
        if first > MONTHS_IN_A_YEAR >= second:
            day_first = day_first or cell
        elif second > MONTHS_IN_A_YEAR >= first:
            month_first = month_first or cell
    return day_first, month_first


def _iso(cell: Any, *, is_day_first: bool) -> Any:
    found = IN_FIGURES.match(cell) if isinstance(cell, str) else None
    if found is None:
        return cell
    day, month = (found[1], found[3]) if is_day_first else (found[3], found[1])
    return f"{found[4]}-{month:0>2}-{day:0>2}{cell[found.end() :].rstrip()}"
