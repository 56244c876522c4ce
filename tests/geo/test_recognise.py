"""Which words of a text are read as places, and which are not."""

from __future__ import annotations

import time
from itertools import pairwise
from pathlib import Path

import pytest
from spacy.tokens import Doc

from geo.gazetteer import shipped_gazetteer
from geo.geoparse import geoparse
from geo.model import Toponym
from timeline.parse import model, parse

CASES = Path(__file__).parent.parent / "cases"


def rows(name: str) -> list[list[str]]:
    lines = (CASES / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines[1:]]


def places(text: str) -> tuple[Toponym, ...]:
    return geoparse(parse(text), shipped_gazetteer())


def names(text: str) -> list[str]:
    return [toponym.text for toponym in places(text) if toponym.role != "demonym"]


@pytest.mark.parametrize(("text", "why"), rows("places_none.tsv"))
def test_what_is_no_place_is_not_reported(text: str, why: str) -> None:
    assert names(text) == [], why


@pytest.mark.parametrize(("text", "expected", "why"), rows("places.tsv"))
def test_each_place_of_the_table_is_found_and_no_other(text: str, expected: str, why: str) -> None:
    wanted = {entry.split("=")[0].strip() for entry in expected.split(";")}
    assert {toponym.text for toponym in places(text)} == wanted, why


@pytest.mark.parametrize(("text", "expected", "why"), rows("places.tsv"))
def test_spans_lie_in_the_text_in_order_and_apart(text: str, expected: str, why: str) -> None:
    found = places(text)
    assert [toponym.text for toponym in found] == [text[t.span.start : t.span.end] for t in found]
    assert all(one.span.end <= other.span.start for one, other in pairwise(found))


def test_a_surname_stays_a_person_in_the_whole_text() -> None:
    """Jackson is introduced with his given name: no later "Jackson" is the city."""
    text = (
        "Peter Jackson, 41, was arrested in Toledo, Ohio. Jackson told police that he was asleep. Jackson was released."
    )
    assert names(text) == ["Toledo", "Ohio"]


def test_a_name_behind_in_is_believed_in_the_whole_text() -> None:
    text = "A man was shot in Jackson, Mississippi. Jackson police made an arrest. The Jackson resident is in hospital."
    assert names(text).count("Jackson") == 3


def test_a_street_is_reported_without_a_place() -> None:
    (street,) = (t for t in places("The house on Memphis Street in Alexandria burned.") if "Street" in t.text)
    assert street.place is None


def test_both_units_of_a_list_are_units() -> None:
    found = {t.text: t.place for t in places("Snow fell in Becker and Otter Tail counties in Minnesota.")}
    assert [place.name for text, place in found.items() if place and text != "Minnesota"] == [
        "Becker County",
        "Otter Tail County",
    ]


def test_marks_of_writing_direction_do_not_hide_a_name() -> None:
    assert [name.strip("\u200f") for name in names("Troops left \u200fEcuador for \u200fPeru.")] == [
        "Ecuador",
        "Peru",
    ]


def test_combining_accents_and_emoji_do_not_hide_a_name() -> None:
    assert names("Flood in Manabi\u0301 😀 and Quito.") == ["Manabi\u0301", "Quito"]


@pytest.mark.parametrize("text", ["", " \n\n", "St. " * 50, "'" * 200, "-" * 300, "The of the in"])
def test_text_without_names_has_no_places(text: str) -> None:
    assert all(toponym.place is None or toponym.text for toponym in places(text))
    assert "The" not in names(text)


def test_a_name_of_a_million_letters_is_no_place() -> None:
    doc = Doc(model().vocab, words=["A" * 1_000_000], tags=["NNP"])
    assert geoparse(doc, shipped_gazetteer()) == ()


def seconds(words: list[str]) -> float:
    doc = Doc(model().vocab, words=words, tags=["NNP"] * len(words))
    geoparse(doc, shipped_gazetteer())
    start = time.process_time()
    geoparse(doc, shipped_gazetteer())
    return time.process_time() - start


@pytest.mark.parametrize("pattern", [["Springfield"], ["Clay", ","], ["University", "of"], ["San", "Antonio", "and"]])
def test_time_is_linear_in_capitalised_words(pattern: list[str]) -> None:
    """Four times the words may take at most eight times the CPU seconds: quadratic time would take sixteen."""
    short, long = (seconds(pattern * (size // len(pattern))) for size in (2_500, 10_000))
    assert long < 8 * short + 0.3
