"""Corrections: each change, undo, and finding the event again when the text or its reading changed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from geo.model import Place, Span
from timeline.edits import EventIndex, apply_edits, bring_back, find, hidden_events, key_of, reapply, undo
from timeline.model import Article, Change, Edit, Event, Evidence, Timeline, When

TEXT = "Rebels attacked Goma on Monday. Troops left Bukavu. Rebels attacked again, and rebels attacked a third time."
GOMA = Place("gn:1", "Goma", "city", 29.22, -1.68, "CD")
BUKAVU = Place("gn:2", "Bukavu", "city", 28.86, -2.5, "CD")


def told(text: str, sentence: str, trigger: str, occurrence: int = 0) -> Evidence:
    """Evidence found by words: the sentence, and in it the n-th such trigger."""
    start = text.index(sentence)
    at = start - 1
    for _ in range(occurrence + 1):
        at = text.index(trigger, at + 1)
    return Evidence(0, Span(start, start + len(sentence)), Span(at, at + len(trigger)))


def story(text: str = TEXT, *, ids: str = "abcd") -> Timeline:
    """Four events; the last two have the same trigger in the same sentence."""
    first, second, third = (part.strip() + "." for part in text.split(".")[:3])
    day = When.window(20000, 20000, "day")
    events = (
        Event(ids[0], "Attack on Goma", "attack", when=day, place=GOMA, evidence=(told(text, first, "attacked"),)),
        Event(ids[1], "Troops leave", when=When.window(20001, 20001, "day"), evidence=(told(text, second, "left"),)),
        Event(ids[2], "Second attack", "attack", evidence=(told(text, third, "attacked", 0),)),
        Event(ids[3], "Third attack", "attack", evidence=(told(text, third, "attacked", 1),)),
    )
    return Timeline((Article(text, "War", source="wire"),), events)


def edited(change: Change, event: int = 0, **given: object) -> Timeline:
    timeline = story()
    edit = Edit(key_of(timeline.events[event], timeline), change, **given)  # type: ignore[arg-type]
    return apply_edits(timeline, [edit])


def test_without_edits_the_timeline_is_the_same_value() -> None:
    timeline = story()
    assert apply_edits(timeline, []) is timeline


def test_a_hidden_event_leaves_the_timeline_and_the_others_stay() -> None:
    assert [event.id for event in edited("hide").events] == ["b", "c", "d"]


@pytest.mark.parametrize(
    ("change", "given", "field", "value"),
    [
        ("rename", {"title": "  Fall of Goma "}, "title", "Fall of Goma"),
        ("rename", {"title": "   "}, "title", "Attack on Goma"),
        ("set_place", {"place": BUKAVU}, "place", BUKAVU),
        ("set_place", {"place": None}, "place", None),
        ("set_date", {"when": None}, "when", None),
        ("set_kind", {"kind": "protest"}, "kind", "protest"),
        ("set_status", {"status": "negated"}, "status", "negated"),
        ("check", {}, "checked", True),
        ("uncheck", {}, "checked", False),
    ],
)
def test_each_change_sets_its_field(change: Change, given: dict[str, object], field: str, value: object) -> None:
    event = next(event for event in edited(change, **given).events if event.id == "a")
    assert getattr(event, field) == value


def test_a_date_set_by_the_user_says_so_and_sorts_the_event_anew() -> None:
    timeline = edited("set_date", when=When.window(30000, 30000, "day"))
    assert [event.id for event in timeline.events] == ["b", "a", "c", "d"]
    moved = timeline.events[1]
    assert moved.when is not None and moved.when.basis == "given"
    assert [reason.text for reason in moved.reasons if reason.about == "when"] == ["set by you"]


def test_a_place_set_by_the_user_is_given_and_replaces_the_earlier_reason() -> None:
    moved = next(event for event in edited("set_place", place=BUKAVU).events if event.id == "a")
    assert (moved.place_basis, [r.text for r in moved.reasons if r.about == "where"]) == ("given", ["set by you"])


def test_the_latest_of_two_edits_wins_and_undo_gives_the_earlier_one_back() -> None:
    timeline = story()
    key = key_of(timeline.events[0], timeline)
    edits = (Edit(key, "rename", title="One"), Edit(key, "rename", title="Two"))
    assert apply_edits(timeline, edits).events[0].title == "Two"
    assert apply_edits(timeline, undo(edits)).events[0].title == "One"
    assert apply_edits(timeline, undo(undo(edits))) == timeline


def test_undoing_nothing_is_nothing() -> None:
    assert undo(()) == ()


def test_a_hidden_event_is_listed_and_comes_back_without_losing_other_edits() -> None:
    timeline = story()
    hide = Edit(key_of(timeline.events[2], timeline), "hide")
    tick = Edit(key_of(timeline.events[0], timeline), "check")
    assert [event.id for event in hidden_events(timeline, [hide, tick])] == ["c"]
    assert bring_back(timeline, [hide, tick], timeline.events[2]) == (tick,)
    assert bring_back(timeline, [hide, tick], timeline.events[1]) == (hide, tick)


@pytest.mark.parametrize("number", range(4))
def test_every_event_is_found_again_after_the_ids_and_the_order_changed(number: int) -> None:
    timeline = story()
    again = story(ids="wxyz")
    again = replace(again, events=again.events[::-1])
    found = find(again, key_of(timeline.events[number], timeline))
    assert found is not None and found.id == "wxyz"[number]


def test_an_event_is_found_again_after_a_few_words_of_its_sentence_changed() -> None:
    timeline = story()
    again = story(TEXT.replace("on Monday", "on Tuesday"), ids="wxyz")
    found = find(again, key_of(timeline.events[0], timeline))
    assert found is not None and found.id == "w"


def test_an_edit_never_falls_on_an_event_that_other_words_tell() -> None:
    timeline = story()
    other = Timeline((Article("Bandits attacked a bus near Kisumu.", source="wire"),), ())
    other = replace(
        other, events=(Event("n", "Bus", evidence=(told(other.articles[0].text, other.articles[0].text, "attacked"),)),)
    )
    assert find(other, key_of(timeline.events[0], timeline)) is None


def test_an_edit_whose_event_is_gone_is_kept_and_reported_in_one_sentence() -> None:
    timeline = story()
    edit = Edit(key_of(timeline.events[0], timeline), "hide")
    bare = apply_edits(replace(timeline, events=timeline.events[1:2]), [edit])
    assert bare.edits == (edit,)
    assert len(bare.problems) == 1
    assert "“attacked”" in bare.problems[0].message and bare.problems[0].message.count("\n") == 0


def test_a_row_of_a_table_is_found_again_by_source_and_title() -> None:
    rows = Timeline(events=(Event("a", "Flood", source="t.csv"), Event("b", "Storm", source="t.csv")))
    timeline = apply_edits(rows, [Edit(key_of(rows.events[1], rows), "rename", title="Gale")])
    assert [event.title for event in timeline.events] == ["Flood", "Gale"]


def test_two_rows_with_the_same_words_are_told_apart() -> None:
    rows = Timeline(events=tuple(Event(letter, "Flood", source="t.csv") for letter in "abc"))
    for event in rows.events:
        assert find(rows, key_of(event, rows)) == event


def test_an_event_edited_and_hidden_stays_hidden_whatever_the_order() -> None:
    timeline = story()
    key = key_of(timeline.events[0], timeline)
    for edits in ((Edit(key, "hide"), Edit(key, "check")), (Edit(key, "check"), Edit(key, "hide"))):
        result = apply_edits(timeline, edits)
        assert [event.id for event in result.events] == ["b", "c", "d"] and not result.problems


def test_going_on_from_any_earlier_list_of_edits_gives_what_all_of_them_give_at_once() -> None:
    timeline = story()
    keys = [key_of(event, timeline) for event in timeline.events]
    lists = [
        (),
        (Edit(keys[0], "rename", title="One"),),
        (Edit(keys[0], "rename", title="One"), Edit(keys[1], "set_date", when=When.window(19999, 19999, "day"))),
        (Edit(keys[0], "rename", title="One"), Edit(keys[3], "hide"), Edit(keys[3], "check")),
        (Edit(keys[2], "set_date", when=When.window(20000, 20000, "day")), Edit(replace(keys[0], trigger="x"), "hide")),
        (Edit(keys[0], "set_date", when=None), Edit(keys[1], "set_date", when=None)),
    ]
    index = EventIndex(timeline)
    for before in lists:
        for after in lists:
            assert reapply(apply_edits(timeline, before), after, index) == apply_edits(timeline, after)
