"""The data block: what it holds, what it leaves out, and that its size stays small."""

from __future__ import annotations

import base64
import gzip
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import numpy as np
import pytest

from timeline.model import Selection, Timeline
from timeline.page import page_html, page_payload
from timeline.page.encode import mercator, pack_numbers, pack_rings, script_json

from .stories import day, manta, many


def unpacked(packed: dict[str, Any]) -> Any:
    return json.loads(gzip.decompress(base64.b64decode(packed["gz"])))


@pytest.fixture(scope="module")
def payload() -> dict[str, Any]:
    return page_payload(manta())


def golden_of(payload: dict[str, Any]) -> dict[str, Any]:
    """A payload with the shipped map left out: only a hand-drawn outline, no ground."""
    circle = np.array([[-79 + 2 * np.cos(a), -1 + 2 * np.sin(a)] for a in np.linspace(0, 2 * np.pi, 33)])
    ground = {"frame": [0, 0, 1, 1], "core": [0, 0, 1, 1], "max_zoom": 11, "sets": [], "names": None, "credits": []}
    return {**payload, "outlines": {"country:EC": pack_rings([circle], bits=18)}, "ground": ground}


def test_a_payload_keeps_to_its_schema(payload: dict[str, Any], root: Path) -> None:
    schema = json.loads((root / "assets/view/payload.schema.json").read_text(encoding="utf-8"))
    jsonschema.validate(payload, schema)
    jsonschema.validate(page_payload(Timeline()), schema)
    jsonschema.validate(page_payload(manta(), whole_text=True), schema)


def test_the_golden_payload_is_what_is_written_today(payload: dict[str, Any], root: Path) -> None:
    golden = json.loads((root / "tests/golden/payload.json").read_text(encoding="utf-8"))
    assert golden_of(payload) == golden


def test_equal_input_gives_equal_payloads(payload: dict[str, Any]) -> None:
    assert json.dumps(page_payload(manta())) == json.dumps(payload)


def test_groups_add_up_to_all_events(payload: dict[str, Any]) -> None:
    assert sum(payload["counts"]["groups"]) == payload["counts"]["events"] == len(manta().events)


def test_a_selection_leaves_nothing_of_the_rest() -> None:
    chosen = page_payload(manta(), selection=Selection(kinds=frozenset({"visit"})))
    text = unpacked(chosen["text"])
    assert text["titles"] == ["Kristi Noem tours the Ulpiano Páez air base"]
    assert "Constitution" not in json.dumps(text)
    assert chosen["counts"]["events"] == 1


def test_a_filtered_place_does_not_turn_into_a_mentioned_one() -> None:
    chosen = page_payload(manta(), selection=Selection(kinds=frozenset({"visit"})))
    text = unpacked(chosen["text"])
    names = [text["strings"][text["places"][row][1]] for row, _, _ in text["mentioned"]]
    assert names == ["Galápagos Islands", "Quito"]


def test_an_export_quotes_and_does_not_copy() -> None:
    story = manta()
    quotes = unpacked(page_payload(story)["text"])["quotes"]
    assert all(len(quote.split()) <= 26 for quote in quotes)
    assert sum(len(quote.split()) for quote in quotes) <= len(story.articles[0].text.split()) / 5 + len(quotes)
    assert story.articles[0].text[-60:] not in json.dumps(page_payload(story))


def test_the_whole_text_is_carried_only_when_asked_for() -> None:
    assert page_payload(manta())["reading"] is None
    pieces = unpacked(page_payload(manta(), whole_text=True)["reading"])
    assert "".join(piece[0] for paragraph in pieces[0] for piece in paragraph[0]) == manta().articles[0].text


@pytest.mark.parametrize(
    ("count", "text", "limit"), [(1_000, True, 450_000), (10_000, True, 1_600_000), (100_000, False, 1_300_000)]
)
def test_pages_stay_small(count: int, text: bool, limit: int) -> None:
    assert len(page_html(many(count, text=text)).encode()) < limit


def test_above_the_limit_events_are_called_by_their_numbers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("timeline.page.payload.TEXT_LIMIT", 10)
    text = unpacked(page_payload(many(11, text=False))["text"])
    assert "ids" not in text
    assert "quotes" not in text


@pytest.mark.parametrize("events", [0, 1], ids=["no event", "one event"])
def test_small_stories_have_a_frame(events: int) -> None:
    story = manta()
    frame = page_payload(replace(story, events=story.events[:events], toponyms=()))["ground"]["frame"]
    assert frame[0] < frame[2]
    assert frame[1] < frame[3]


def test_a_story_over_the_antimeridian_has_a_narrow_frame() -> None:
    story = many(12)
    events = tuple(e for e in many(200).events if e.place and e.place.country in ("FJ", "WS"))
    frame = page_payload(replace(story, events=events))["ground"]["frame"]
    assert frame[2] - frame[0] < 0.15
    assert frame[2] > 1


def test_numbers_are_byte_planes() -> None:
    packed = pack_numbers([1, 258, -1], "i4")
    planes = gzip.decompress(base64.b64decode(packed["gz"]))
    assert planes == bytes([1, 2, 255, 0, 1, 255, 0, 0, 255, 0, 0, 255])


def test_rings_drop_points_that_fall_together() -> None:
    ring = np.array([[0.0, 0.0], [0.0, 1e-9], [10.0, 0.0], [10.0, 10.0], [0.0, 0.0]])
    assert gzip.decompress(base64.b64decode(pack_rings([ring], bits=8)["gz"]))[0] == 4


@pytest.mark.parametrize(("lonlat", "xy"), [((0, 0), (0.5, 0.5)), ((-180, 90), (0, 0)), ((180, -90), (1, 1))], ids=str)
def test_mercator_is_the_unit_square(lonlat: tuple[float, float], xy: tuple[float, float]) -> None:
    assert mercator(*lonlat) == pytest.approx(xy, abs=1e-6)


def test_json_for_a_script_holds_no_markup() -> None:
    written = script_json({"a": "</script><!--&\u2028\u2029"})
    assert not set("<>&\u2028\u2029") & set(written)
    assert json.loads(written) == {"a": "</script><!--&\u2028\u2029"}


def test_days_before_the_common_era_and_far_ahead_survive() -> None:
    story = manta()
    early = replace(story.events[3], when=replace(story.events[3].when, start_earliest=-735_000))  # type: ignore[type-var]
    late = replace(story.events[4], when=replace(story.events[4].when, end_latest=3_700_000))  # type: ignore[type-var]
    assert page_payload(replace(story, events=(early, late)))["events"]["start"]["n"] == 2
    assert day("2025-11-06") == 20398
