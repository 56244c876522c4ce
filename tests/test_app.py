"""The dashboard's script without a browser: every journey of the rail, every refusal in one sentence."""

from __future__ import annotations

import ast
import json
import sys
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

WAIT = 120
ARTICLE = (
    "A storm destroyed forty boats in the port of Salinas, Ecuador, on Monday.\n\n"
    "Rescue teams arrived from Guayaquil on Tuesday. President Daniel Noboa visited Salinas on 12 March 2024."
)


@pytest.fixture(autouse=True)
def no_source(monkeypatch: pytest.MonkeyPatch) -> None:
    """The script is started without a SOURCE; pytest's own arguments are none."""
    monkeypatch.setattr(sys, "argv", ["app.py"])


@pytest.fixture
def app(root: Path) -> AppTest:
    """A session with the shipped story open."""
    opened = AppTest.from_file(str(root / "app.py"), default_timeout=WAIT).run()
    assert not opened.exception
    return opened


def alert(app: AppTest) -> str:
    """The sentence that says what went wrong; empty if all is well."""
    return next((str(block.proto.body) for block in app.get("html") if "class='dl-alert'" in block.proto.body), "")


def titles(app: AppTest) -> list[str]:
    return [event.title for event in app.session_state.board.timeline.events]


def field(app: AppTest, label: str) -> Any:
    return next(one for one in (*app.text_input, *app.selectbox, *app.checkbox, *app.text_area) if one.label == label)


def press(app: AppTest, label: str) -> None:
    next(button for button in app.button if button.label == label).click().run()


def paste(app: AppTest, text: str) -> None:
    field(app, "Paste your own article").set_value(text)
    press(app, "Make the map")


def order(app: AppTest) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(app.session_state.order)
    return loaded


def test_only_the_light_rooms_are_imported_before_the_first_paint(root: Path) -> None:
    """At module level the script asks for Streamlit and the standard library alone."""
    tree = ast.parse((root / "app.py").read_text(encoding="utf-8"))
    named = [node.module for node in tree.body if isinstance(node, ast.ImportFrom)]
    named += [alias.name for node in tree.body if isinstance(node, ast.Import) for alias in node.names]
    assert {str(name).split(".")[0] for name in named} == {
        "__future__", "functools", "html", "pathlib", "streamlit", "sys", "threading", "typing",
    }  # fmt: skip


def test_the_first_screen_is_the_shipped_story_with_its_date_and_events(app: AppTest) -> None:
    assert len(titles(app)) >= 6
    assert field(app, "Publication date").value == "2025-12-17"
    assert not alert(app)
    assert [tab.label for tab in app.tabs] == ["Article", "Correct", "Doubts", "Save"]


@pytest.mark.parametrize("story", ["suez", "tonga"])
def test_the_other_shipped_stories_open_in_a_frame_of_their_own(app: AppTest, story: str) -> None:
    before = order(app)["serial"]
    field(app, "Story").set_value(story).run()
    assert not app.exception and not alert(app)
    assert order(app)["serial"] != before and titles(app)


def test_a_pasted_article_without_a_date_is_on_screen_at_once_and_says_what_it_guesses(app: AppTest) -> None:
    paste(app, ARTICLE)
    assert not app.exception and titles(app)
    assert field(app, "Publication date").value == ""
    assert any("not stated" in block.proto.body for block in app.get("html"))


def test_a_publication_date_that_is_set_resolves_everything_anew_in_the_same_frame(app: AppTest) -> None:
    paste(app, ARTICLE)
    before = order(app)
    field(app, "Publication date").set_value("2024-03-13").run()
    assert not alert(app)
    after = order(app)
    assert (after["serial"], after["page"]) == (before["serial"], before["page"])
    assert after["revision"] == before["revision"] + 1 and after["payload"]
    days = {event.when.earliest for event in app.session_state.board.timeline.events if event.when}
    assert 19793 in days, "Monday is 11 March 2024"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "empty"),
        ("   \n\n ", "empty"),
        ("x " * 300_001, "at most"),
        ("https://example.org/news", "address"),
    ],
)
def test_bad_input_is_refused_in_one_sentence_and_the_screen_keeps_its_story(
    app: AppTest, text: str, says: str
) -> None:
    before = order(app)["serial"]
    paste(app, text)
    assert not app.exception
    assert says in alert(app) and order(app)["serial"] == before


def test_a_date_that_cannot_be_read_is_refused_and_the_old_one_stays(app: AppTest) -> None:
    field(app, "Publication date").set_value("2025-02-30").run()
    assert "has 28 days" in alert(app)
    assert app.session_state.board.published.day == 20439


def test_a_refusal_goes_away_with_the_next_thing_that_works(app: AppTest) -> None:
    paste(app, "")
    field(app, "Title").set_value("Better").run()
    assert not alert(app)


def test_an_event_can_be_renamed_dated_moved_ticked_hidden_and_every_step_undone(app: AppTest) -> None:
    first = titles(app)
    field(app, "Title").set_value("Renamed").run()
    assert "Renamed" in titles(app)
    field(app, "Date").set_value("2030-01-01").run()
    event = next(event for event in app.session_state.board.timeline.events if event.title == "Renamed")
    assert event.when is not None and event.when.earliest == 21915
    field(app, "Checked").set_value(True).run()
    press(app, "Hide event")
    assert "Renamed" not in titles(app)
    assert [edit.change for edit in app.session_state.board.edits] == ["rename", "set_date", "check", "hide"]
    for _ in range(4):
        press(app, "Undo the last correction")
    assert titles(app) == first and not app.session_state.board.edits


def test_a_hidden_event_can_be_brought_back(app: AppTest) -> None:
    first = titles(app)
    press(app, "Hide event")
    press(app, "Bring it back")
    assert titles(app) == first


def test_an_event_moves_to_another_place_of_the_text_and_to_a_typed_one(app: AppTest) -> None:
    runner_up = app.session_state.places[1].place
    field(app, "Place").set_value(runner_up.id).run()
    assert app.session_state.board.edits[-1].place == runner_up
    field(app, "Another place").set_value("Guayaquil").run()
    assert app.session_state.board.edits[-1].place.name == "Guayaquil"


def test_a_typed_place_that_nobody_knows_is_refused_in_one_sentence(app: AppTest) -> None:
    field(app, "Another place").set_value("Xyzzyqwv").run()
    assert "Xyzzyqwv" in alert(app) and not app.session_state.board.edits


def test_a_date_of_an_event_that_cannot_be_read_leaves_the_event_alone(app: AppTest) -> None:
    field(app, "Date").set_value("banana").run()
    assert "banana" in alert(app) and not app.session_state.board.edits


def test_corrections_survive_another_publication_date(app: AppTest) -> None:
    field(app, "Title").set_value("Renamed").run()
    field(app, "Publication date").set_value("2025-12-24").run()
    assert "Renamed" in titles(app)
    assert not [problem for problem in app.session_state.board.timeline.problems if "correction" in problem.message]


def test_a_rerun_sends_the_very_same_bytes_to_the_frame(app: AppTest) -> None:
    before = app.session_state.order
    app.run()
    assert app.session_state.order is before


def test_a_doubt_can_be_shown_in_the_page(app: AppTest) -> None:
    if not any(button.label == "Show" for button in app.button):
        pytest.fail("the shipped story has no doubtful event: choose another for this test")
    press(app, "Show")
    command = order(app)["command"]
    assert command["message"]["type"] == "dateline:select"
    assert command["message"]["id"] in {event.id for event in app.session_state.board.timeline.events}


def test_two_sessions_know_nothing_of_each_other(app: AppTest, root: Path) -> None:
    field(app, "Title").set_value("Only here").run()
    other = AppTest.from_file(str(root / "app.py"), default_timeout=WAIT).run()
    assert "Only here" not in titles(other)


def test_a_source_named_on_the_command_line_is_opened(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = tmp_path / "storm.txt"
    source.write_text(ARTICLE, encoding="utf-8")
    monkeypatch.setattr(sys, "argv", ["app.py", str(source)])
    opened = AppTest.from_file(str(root / "app.py"), default_timeout=WAIT).run()
    assert opened.session_state.board.articles[0].text == ARTICLE


def test_a_source_that_cannot_be_read_is_refused_and_the_shipped_story_stands_in(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "argv", ["app.py", str(tmp_path / "missing.txt")])
    opened = AppTest.from_file(str(root / "app.py"), default_timeout=WAIT).run()
    assert "missing.txt" in alert(opened) and titles(opened)


def test_a_pasted_text_leaves_the_story_box_and_goes_by_the_headline_that_was_given(app: AppTest) -> None:
    field(app, "Headline").set_value("Boats lost")
    paste(app, ARTICLE)
    assert field(app, "Story").value is None
    assert app.session_state.board.articles[0].title == "Boats lost" and not field(app, "Headline").value


def test_a_refused_text_leaves_the_story_that_is_open_in_the_story_box(app: AppTest) -> None:
    paste(app, "")
    assert field(app.run(), "Story").value == "manta"


def test_a_refused_date_stays_in_its_field_to_be_mended(app: AppTest) -> None:
    field(app, "Date").set_value("the other day").run()
    assert alert(app) and field(app, "Date").value == "the other day"


def test_a_month_as_publication_date_stays_in_the_box_as_its_range(app: AppTest) -> None:
    field(app, "Publication date").set_value("January 2024").run()
    assert field(app, "Publication date").value == "2024-01-01/2024-01-31"
