"""What the user sees: windows, filters, search; nothing else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from timeline.dates.calendar import day_number
from timeline.model import Selection, When
from timeline.selection import is_inside, select, shown_counts

from .samples import NIGHT, sample_events, sample_timeline

OLD = day_number(2009, 6, 1)


def shown(**choices: object) -> list[str]:
    selection = Selection(**choices)  # type: ignore[arg-type]
    return [event.id for event in select(sample_timeline(), selection).events]


def test_without_a_selection_everything_is_shown_and_edits_stay() -> None:
    timeline = sample_timeline()
    assert select(timeline) is timeline
    assert select(timeline, Selection()) is timeline


def test_leaving_something_out_leaves_the_edits_out() -> None:
    assert select(sample_timeline(), Selection(hidden=frozenset({"e-both"}))).edits == ()


@pytest.mark.parametrize(
    ("window", "expected"),
    [
        ((NIGHT, NIGHT), ["e-both"]),
        ((None, OLD), ["e-date"]),
        ((OLD, None), ["e-both", "e-date"]),
        ((NIGHT + 1, None), []),
        ((OLD, NIGHT - 1), ["e-date"]),
        ((None, None), ["e-both", "e-date"]),
    ],
)
def test_a_window_shows_what_it_touches(window: tuple[int | None, int | None], expected: list[str]) -> None:
    assert shown(window=window, undated=False) == expected


@pytest.mark.parametrize(
    ("first", "last", "inside"),
    [(9, 9, False), (9, 10, True), (10, 20, True), (20, 20, True), (21, 30, False), (12, 15, True), (0, 99, True)],
)
def test_both_ends_of_a_window_count(first: int, last: int, inside: bool) -> None:
    event = replace(sample_events()[0], when=When.window(10, 20, "days"))
    assert is_inside(event, (first, last)) is inside


def test_an_event_that_goes_on_is_inside_every_later_window() -> None:
    event = replace(sample_events()[0], when=When(10, 10, None, None, "open", "since"))
    assert is_inside(event, (1_000, 2_000))
    assert not is_inside(event, (0, 9))


@pytest.mark.parametrize(
    ("choices", "expected"),
    [
        ({"undated": False}, ["e-both", "e-date"]),
        ({"kinds": frozenset({"meeting"})}, ["e-both"]),
        ({"kinds": frozenset()}, []),
        ({"statuses": frozenset({"negated", "background"})}, ["e-place", "e-denied"]),
        ({"saliences": frozenset({"essential"})}, ["e-both"]),
        ({"actors": frozenset({"the crews", "nobody"})}, ["e-both"]),
        ({"places": frozenset({"Ecuador"})}, ["e-both", "e-place"]),
        ({"places": frozenset({"gn:3652462"})}, ["e-denied"]),
        ({"min_confidence": 0.5}, ["e-both", "e-date", "e-neither", "e-denied"]),
        ({"hidden": frozenset({"e-date", "e-both"})}, ["e-place", "e-neither", "e-denied"]),
        ({"search": "MANTA ships"}, ["e-both"]),
        ({"search": "manabí"}, []),
        ({"search": "rice"}, ["e-date"]),
        ({"search": "a note"}, ["e-neither"]),
        ({"search": "  "}, ["e-both", "e-date", "e-place", "e-neither", "e-denied"]),
        ({"kinds": frozenset({"meeting"}), "search": "rice"}, []),
    ],
)
def test_filters_show_what_passes_all_of_them(choices: dict[str, object], expected: list[str]) -> None:
    assert shown(**choices) == expected


def test_a_search_finds_accented_words_without_accents() -> None:
    timeline = sample_timeline()
    event = replace(timeline.events[0], title="Páez opens")
    assert select(replace(timeline, events=(event,)), Selection(search="paez")).events == (event,)


def test_shown_and_all_add_up_over_the_five_groups() -> None:
    counts = shown_counts(sample_timeline(), Selection(undated=False))
    assert [everything for _, everything in counts.values()] == [1, 1, 1, 1, 1]
    assert sum(seen for seen, _ in counts.values()) == 2
