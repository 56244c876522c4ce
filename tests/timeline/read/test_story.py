"""A saved story is read back without loss, and a damaged one is refused."""

from __future__ import annotations

import json
from typing import Any

import pytest

from timeline.errors import InputError
from timeline.model import Timeline
from timeline.read import read_bytes
from timeline.read.story import read_story, story_text

from ..samples import sample_timeline


def altered(path: list[Any], value: Any) -> str:
    """The sample story with one value of its JSON replaced."""
    story: Any = json.loads(story_text(sample_timeline()))
    parent = story
    for step in path[:-1]:
        parent = parent[step]
    parent[path[-1]] = value
    return json.dumps(story)


def test_a_story_comes_back_as_it_was() -> None:
    timeline = sample_timeline()
    assert read_story(story_text(timeline)) == timeline


def test_a_real_story_comes_back_as_it_was(manta: Timeline) -> None:
    text = story_text(manta)
    assert read_story(text) == manta
    assert story_text(read_story(text)) == text


def test_an_empty_timeline_can_be_saved() -> None:
    assert read_story(story_text(Timeline())) == Timeline()


@pytest.mark.parametrize("name", ["Manta.Dateline.JSON", "manta.dateline (1).json", "story.json"])
def test_a_story_is_told_from_other_json_by_its_ending_or_its_first_words(name: str) -> None:
    content = story_text(sample_timeline()).encode()
    assert read_bytes(content, name).timeline == sample_timeline()


EVENT = ["timeline", "events", 0]


@pytest.mark.parametrize(
    ("path", "value", "says"),
    [
        (["dateline_story"], 99, "is of version 99; this Dateline reads version 1"),
        (["places"], {}, "places is not a list"),
        (["places", 0, "lon"], "0", "places[0].lon is not a number"),
        (["places", 0, "kind"], "planet", "places[0].kind is 'planet', which is none of its words"),
        ([*EVENT, "place"], 99, "timeline.events[0].place is not the number of a place"),
        ([*EVENT, "place"], True, "timeline.events[0].place is not the number of a place"),
        ([*EVENT, "title"], None, "timeline.events[0].title is not a text"),
        ([*EVENT, "status"], ["asserted"], "which is none of its words"),
        ([*EVENT, "colour"], "red", "timeline.events[0] has the unknown field 'colour'"),
        ([*EVENT, "checked"], 1, "timeline.events[0].checked is neither true nor false"),
        ([*EVENT, "confidence"], "high", "timeline.events[0].confidence is not a number"),
        ([*EVENT, "when"], {}, "timeline.events[0].when lacks a field"),
        ([*EVENT, "when", "start_earliest"], 1.5, "start_earliest is not a whole number"),
        ([*EVENT, "when", "alternatives"], [[1]], "alternatives[0] has 1 values instead of 2"),
        ([*EVENT, "evidence", 0, "article"], 5, "evidence names the article 5"),
        ([*EVENT, "evidence", 0, "sentence"], {"start": 0, "end": 99_999}, "lies outside its article"),
        ([*EVENT, "evidence", 0, "trigger"], {"start": 10**9, "end": 10**9 + 3}, "lies outside its article"),
        ([*EVENT, "id"], "e-date", "id is 'e-date', as that of an earlier event"),
        ([*EVENT, "link"], "javascript:alert(1)", "link is 'javascript:alert(1)', which is no web address"),
        (["timeline", "articles", 0, "url"], "file:///etc/passwd", "which is no web address"),
        (["places", 2, "lat"], 91.0, "places[2] lies at latitude 91"),
        (["timeline", "toponyms", 0, 0, "resolution", "is"], "imagined", "is of the unknown sort 'imagined'"),
        (["timeline", "toponyms", 0, 0], [], "timeline.toponyms[0][0] is not an object"),
        (["timeline"], [], "timeline is not an object"),
    ],
)
def test_a_damaged_story_says_where_the_damage_is(path: list[Any], value: Any, says: str) -> None:
    with pytest.raises(InputError) as told:
        read_story(altered(path, value), "s.dateline.json")
    assert says in str(told.value)
    assert str(told.value).startswith("s.dateline.json is ")


def test_a_place_beyond_the_pole_is_refused() -> None:
    story = json.loads(story_text(sample_timeline()))
    for place in story["places"]:
        place["lat"] = 91.0
    with pytest.raises(InputError, match="lies at latitude 91"):
        read_story(json.dumps(story))


@pytest.mark.parametrize("text", ["", "{", "[]", "1", '{"a": 1}', "[" * 100_000, '{"dateline_story": NaN}'])
def test_what_is_no_story_is_refused(text: str) -> None:
    with pytest.raises(InputError, match=r"is not JSON|is not a story"):
        read_story(text)


def test_a_story_holds_no_lone_surrogate_after_reading() -> None:
    text = altered([*EVENT, "title"], "a\ud800b")
    assert read_story(text).events[0].title == "a\ufffdb"
