"""The page of supported time expressions, written from the table of cases: `python -m tests.timeline.dates.page`."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from .cases import Case, cases, negatives

PAGE = Path(__file__).resolve().parents[3] / "docs" / "dates.md"

HEAD = """\
# Dates that Dateline reads

<!-- Written by `python -m tests.timeline.dates.page` from tests/cases/dates.tsv; a test holds the two together. -->

Unless a row says otherwise, the text was published on Wednesday, 17 December 2025. *Value* is TIMEX3 as in
TempEval-3; *interval* is EDTF (ISO 8601-2): `..` is an open side, `~` approximate; a dash where the expression
names no time of its own.

How it goes: the text is cut into words, numbers and marks; rows of patterns (`timeline/dates/english_*.py`) find
the longest expression at each place, each asked by its guard (`english_guards.py`); refiners (`refine.py`) join
clocks with days and tie phrases to the events that they lean on; then each expression gets its reading
(`resolve.py`) in the order of the story (`story.py`).

- **Ahead or behind** is decided by the tense of the governing verb, not by cue words near by.
- **The weekday of publication** means that very day; other weekdays lie behind, under "will", "is due" or "until"
  ahead.
- **A text of another time** (most of its years lie apart from its publication) keeps a running date: a bare month
  takes its year from there, onward rather than back. Dates in brackets, plans, bounds and looks back ("had") do not
  move it; a date that leaps away rules its paragraph only. A bare season takes the year of the date behind it.
- **Seasons** are those of the half of the globe in which the sentence is set, by the places found in the text.
- **"Ago"** has the value of a calendar unit and an interval of 15 % of the amount around the day, half a unit at
  most unless the number is round: "a year ago" is eight weeks to either side.
- **"The past three weeks"** reaches up to now; "recent weeks" as far back as the vague amount may.
- **Quarterly results** keep their quarter: "a year ago" is the same quarter of the year before.
- **An unsure publication date** widens whatever counts from it; an unknown one leaves the form (`XXXX-11`) and no
  interval.
- **An expression that leans on an event** keeps the event's word and by how much it shifts; the interval follows
  once the event has its own. "Days" are 2 to 7, "weeks" 2 to 6, "months" 2 to 9, "years" 2 to 8.
- **Early, mid, late**: a month in tens of days (1-10, 11-20, 21-end); of a year the first quarter, May to August,
  and the last.

**Another language** is another `Language` (`timeline/dates/vocabulary.py`): words by category, rows of patterns,
guards, verbs, and the small words that join dates. It is handed to `find_dates(..., language=...)`; the steps know no
words of their own. `tests/timeline/dates/test_language_table.py` reads German with a dozen words. What stays English:
finding and estimating the publication date.

To add an expression: a row in `timeline/dates/english_*.py` and a case in `tests/cases/dates.tsv`; then run this
page's script. Each failing case prints the steps that made or dropped the find.

"""


def page() -> str:
    """The whole page."""
    return HEAD + "".join(_sections()) + _negatives()


def _sections() -> Iterator[str]:
    ordered = sorted(cases(), key=lambda case: _order()[case.kind])
    for kind, group in groupby(ordered, key=lambda case: case.kind):
        yield f"\n## {kind[0].upper()}{kind[1:]}\n\n| text | value | interval |\n|---|---|---|\n"
        for case in group:
            yield f"| {_text(case)} | {_value(case)} | {'—' if case.edtf == '-' else f'`{case.edtf}`'} |\n"


def _order() -> dict[str, int]:
    return {kind: place for place, kind in enumerate(dict.fromkeys(case.kind for case in cases()))}


def _text(case: Case) -> str:
    marked = case.marked.replace("[", "**").replace("]", "**").replace("|", "\\|")
    return marked if case.published == "2025-12-17" else f"{marked} (published {case.published})"


def _value(case: Case) -> str:
    return (
        f"`{case.value}`"
        + ("" if case.mod == "-" else f" {case.mod}")
        + ("" if case.type == "DATE" else f" {case.type}")
    )


def _negatives() -> str:
    shown = [f'"{text}"' for _, text in negatives()[::9]]
    count = f"{len(negatives())} sentences in `tests/cases/dates_negative.tsv`, among them"
    return f"\n## No time at all\n\n{count}: {' '.join(shown)}\n"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
