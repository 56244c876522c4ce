"""The table of time expressions, read for the tests and for the page of supported expressions."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from timeline.dates import find_dates
from timeline.dates.calendar import iso_day
from timeline.dates.published import parse_day
from timeline.model import Published, Timex, When
from timeline.parse import parse

CASES = Path(__file__).resolve().parents[2] / "cases"


@dataclass(frozen=True)
class Case:
    """One row: a text with the expression in brackets, its publication day, and what must come of it."""

    kind: str
    published: str
    marked: str
    type: str
    value: str
    mod: str
    days: str
    edtf: str

    @property
    def text(self) -> str:
        return self.marked.replace("[", "").replace("]", "")

    @property
    def span(self) -> tuple[int, int]:
        start = self.marked.index("[")
        return start, self.marked.index("]") - 1


@lru_cache(maxsize=1)
def cases() -> tuple[Case, ...]:
    with (CASES / "dates.tsv").open(encoding="utf-8", newline="") as table:
        rows = list(csv.reader(table, delimiter="\t", quoting=csv.QUOTE_NONE))
    return tuple(Case(*row) for row in rows[1:])


@lru_cache(maxsize=1)
def negatives() -> tuple[tuple[str, str], ...]:
    with (CASES / "dates_negative.tsv").open(encoding="utf-8", newline="") as table:
        rows = list(csv.reader(table, delimiter="\t", quoting=csv.QUOTE_NONE))
    return tuple((why, text) for why, text in rows[1:])


def published(day: str) -> Published:
    number = parse_day(day)
    return Published(number, number, "given")


def read(text: str, day: str = "2025-12-17") -> tuple[Timex, ...]:
    return find_dates(parse(text), published(day))


def trace(text: str, day: str) -> str:
    """Every step that made or dropped a find of the text, for a failing case."""
    steps: list[str] = []
    found = find_dates(parse(text), published(day), trace=steps.append)
    return "\n".join([text, *steps, *(f"found {one.text!r} {one.type} {one.value} by {one.rule!r}" for one in found)])


def days_of(when: When | None) -> str:
    if when is None:
        return "-"
    return " ".join(".." if day is None else iso_day(day) for day in (when.earliest, when.latest))
