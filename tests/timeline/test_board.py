"""One story on screen as a value: opened, dated anew, corrected, undone, saved and opened again."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.timeline.page.stories import many
from timeline import board, pipeline
from timeline.edits import apply_edits, find
from timeline.errors import InputError
from timeline.export import to_bytes
from timeline.model import Published
from timeline.pipeline import Memory

CHRISTMAS_EVE = Published(20446, 20446, "given", "given by you")


@pytest.fixture(scope="module")
def manta(root: Path) -> board.Board:
    """The shipped story of Manta, opened once."""
    return board.open_path(root / "seeds" / "manta.md")


def test_an_opened_story_is_its_own_base_and_sends_one_page_without_new_data(manta: board.Board) -> None:
    order = json.loads(board.order(manta))
    assert manta.base == manta.timeline and manta.base.events
    assert (order["serial"], order["revision"], order["payload"], order["command"]) == (manta.serial, 0, None, None)
    assert order["page"] == manta.page and "leaflet" in manta.page.lower()


def test_the_same_story_opens_with_the_same_serial_and_another_with_another(manta: board.Board, root: Path) -> None:
    assert board.open_path(root / "seeds" / "manta.md").serial == manta.serial
    assert board.open_path(root / "seeds" / "suez.md").serial != manta.serial


def test_another_publication_date_moves_the_events_that_lean_on_it_and_no_others(manta: board.Board) -> None:
    later = board.dated(manta, CHRISTMAS_EVE, Memory())
    days = (
        {e.when.earliest for e in manta.base.events if e.when},
        {e.when.earliest for e in later.base.events if e.when},
    )
    assert 20446 in days[1] and 20446 not in days[0], "what is told as news moves with the news day"
    assert 20398 in days[0] & days[1], "6 November 2025 stands in the text"
    assert (later.page, later.serial, later.revision) == (manta.page, manta.serial, 1)


def test_a_typed_date_does_not_parse_the_opened_text_again(monkeypatch: pytest.MonkeyPatch) -> None:
    memory = Memory()
    opened = board.open_text("A bridge collapsed in Genoa on Monday. Two people died.", memory=memory)
    monkeypatch.setattr(pipeline, "parse", None)
    later = board.dated(opened, CHRISTMAS_EVE, memory)
    assert [event.when.earliest for event in later.base.events if event.when] == [20444, 20444]


def test_taking_the_given_date_back_finds_the_articles_own_again(manta: board.Board) -> None:
    assert board.dated(board.dated(manta, CHRISTMAS_EVE), None).timeline == manta.timeline


def test_each_correction_is_a_new_revision_with_new_data_for_the_same_page(manta: board.Board) -> None:
    event = manta.timeline.events[0]
    once = board.corrected(manta, board.edits_for(manta, [event], "rename", title="Once"))
    twice = board.corrected(once, (*once.edits, *board.edits_for(once, [once.timeline.events[0]], "check")))
    assert [one.revision for one in (manta, once, twice)] == [0, 1, 2]
    assert (twice.timeline.events[0].title, twice.timeline.events[0].checked) == ("Once", True)
    assert "Once" in json.dumps(json.loads(board.order(twice))["payload"]) or twice.payload != manta.payload
    assert board.corrected(twice, ()).timeline == manta.timeline


def test_a_correction_of_a_corrected_event_is_keyed_by_what_was_read(manta: board.Board) -> None:
    event = manta.timeline.events[0]
    renamed = board.corrected(manta, board.edits_for(manta, [event], "rename", title="Else"))
    (edit,) = board.edits_for(renamed, [renamed.timeline.events[0]], "hide")
    assert find(manta.base, edit.key) == event


def test_hidden_events_are_listed(manta: board.Board) -> None:
    event = manta.timeline.events[2]
    hidden = board.corrected(manta, board.edits_for(manta, [event], "hide"))
    assert hidden.hidden == (event,) and len(hidden.timeline.events) == len(manta.timeline.events) - 1


def test_a_story_saved_with_its_corrections_opens_with_them_and_they_can_be_undone(manta: board.Board) -> None:
    first, second = manta.timeline.events[:2]
    edits = (*board.edits_for(manta, [first], "rename", title="Else"), *board.edits_for(manta, [second], "hide"))
    changed = board.corrected(manta, edits)
    again = board.open_upload("x.dateline.json", to_bytes(changed.timeline, "json"))
    assert again.timeline.events == changed.timeline.events and again.edits == changed.edits
    assert again.hidden == (second,)
    assert board.corrected(again, ()).timeline.events == manta.timeline.events


def test_a_table_of_events_opens_without_a_publication_date() -> None:
    table = "title,start,lat,lon\nFlood in Accra,2015-06-03,5.55,-0.2\n"
    opened = board.open_upload("events.csv", table.encode())
    assert [event.title for event in opened.timeline.events] == ["Flood in Accra"]
    assert opened.published is None


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", bytes(range(256)) * 20, "binary"),
        ("a.pdf", b"%PDF-1.4", "save it as text"),
        ("a.dateline.json", b"{}", "not a story"),
    ],
)
def test_a_dropped_file_that_cannot_be_used_is_refused_by_name_in_one_sentence(
    name: str, content: bytes, says: str
) -> None:
    with pytest.raises(InputError, match=says) as refused:
        board.open_upload(name, content)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize("text", ["He resigned because of ill health.", "Blue is nice."])
def test_a_text_without_place_or_event_still_opens(text: str) -> None:
    opened = board.open_text(text)
    assert opened.page and not any(event.place for event in opened.timeline.events)


def test_a_correction_in_a_long_table_sends_what_it_changes_and_not_the_table() -> None:
    table = board.open_board((), many(500))
    once = board.corrected(table, board.edits_for(table, [table.timeline.events[7]], "rename", title="Once"))
    assert once.timeline == apply_edits(table.base, once.edits)
    order = json.loads(board.order(once))
    assert (order["revision"], order["payload_revision"], order["payload"]) == (1, 0, None)
    assert order["patch"]["gone"] == [8] and order["patch"]["text"]["titles"] == ["Once"]
    assert len(json.dumps(order["patch"])) < 3000
    assert board.corrected(once, ()).patch["gone"] == []  # type: ignore[index]


def test_an_event_of_a_page_too_long_for_ids_is_known_by_its_number(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("timeline.page.payload.TEXT_LIMIT", 10)
    table = board.open_board((), many(20, text=False))
    event = table.timeline.events[4]
    assert board.name_on_page(table, event.id) == "#5"
    assert board.event_named(table, "#5") == event.id
    assert board.event_named(table, "#21") is None and board.event_named(table, "#x") is None
