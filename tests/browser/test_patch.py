"""One correction in a long table: the open page is sent a patch and shows what a page made anew would show."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from geo.model import Place
from tests.timeline.page.stories import MANABI, many, on
from timeline import board
from timeline.model import Edit

from .conftest import Opener

ELSEWHERE = Place("gn:elsewhere", "Elsewhere", "city", 10.0, 50.0, "DE", "01", "Somewhere", 1000, 3.0)
EVERY_EVENT = """() => {
  const { story } = dateline.view.model;
  const places = story.places;
  const where = (row) => {
    const place = story.place[row];
    return place < 0 ? null : [places.name(place) && places.id(place), places.name(place), places.x[place]];
  };
  const one = (row) => [story.number[row], story.id(row), story.titleOf(row), story.when(row), story.where(row),
    story.kindLabel(row), story.status[row], story.flags[row], story.group[row], story.actors(row), story.sure(row),
    where(row), story.quote(row), story.reasons(row), story.start[row], story.end[row], story.startLatest[row],
    story.endEarliest[row]];
  const rows = Array.from({ length: story.n }, (_, row) => one(row)).sort((a, b) => a[0] - b[0]);
  return [rows, story.payload.counts];
}"""


def corrections(shown: board.Board) -> list[Edit]:
    """A title, a date, a place of the page and one that is new to it, no date, a hidden event."""
    first, second, third, fourth, fifth = (shown.timeline.events[at] for at in (0, 10, 20, 100, 300))
    return [
        *board.edits_for(shown, [first], "rename", title="A new name"),
        *board.edits_for(shown, [second], "set_date", when=on("2024-05-05")),
        *board.edits_for(shown, [third], "set_place", place=ELSEWHERE),
        *board.edits_for(shown, [third], "check"),
        *board.edits_for(shown, [fourth], "set_date", when=None),
        *board.edits_for(shown, [fourth], "set_place", place=MANABI),
        *board.edits_for(shown, [fifth], "hide"),
    ]


@pytest.mark.parametrize("text", [True, False], ids=["with words", "numbers alone"])
def test_a_patched_page_says_what_a_new_one_would_say(open_page: Opener, text: bool) -> None:
    opened = board.open_board((), many(500, text=text))
    mended = board.corrected(opened, corrections(opened))
    assert mended.payload is None and mended.patch is not None
    seen = open_page(opened.page)
    before = seen.page.evaluate(EVERY_EVENT)
    seen.page.evaluate("(patch) => dateline.view.mend(patch)", mended.patch)
    after = seen.page.evaluate(EVERY_EVENT)
    fresh = open_page(board.open_board((), replace(mended.timeline, edits=())).page)
    anew = fresh.page.evaluate(EVERY_EVENT)
    assert [pair for pair in zip(after[0], anew[0], strict=True) if pair[0] != pair[1]] == []
    assert after[1] == anew[1]
    assert (seen.errors, seen.requests) == ([], [])
    undone: Any = board.corrected(mended, ()).patch
    seen.page.evaluate("(patch) => dateline.view.mend(patch)", undone)
    assert seen.page.evaluate(EVERY_EVENT) == before
