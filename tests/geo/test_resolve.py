"""Which place a name means, how sure that is, and why."""

from __future__ import annotations

from pathlib import Path

import pytest

from geo.gazetteer import shipped_gazetteer
from geo.geoparse import geoparse
from geo.model import Resolved, Toponym
from timeline.parse import parse

CASES = Path(__file__).parent.parent / "cases"


def rows(name: str) -> list[list[str]]:
    lines = (CASES / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines[1:]]


def places(text: str) -> dict[str, Toponym]:
    return {toponym.text: toponym for toponym in geoparse(parse(text), shipped_gazetteer())}


@pytest.mark.parametrize(("text", "expected", "why"), rows("places.tsv"))
def test_each_place_of_the_table_is_the_right_one(text: str, expected: str, why: str) -> None:
    """An expectation is NAME=ID or NAME=COUNTRY, then a role or a kind where it matters."""
    found = places(text)
    for entry in expected.split(";"):
        name, _, facts = entry.strip().partition("=")
        toponym = found[name]
        assert toponym.place is not None, f"{name}: {why}"
        known = {toponym.place.id, toponym.place.country, toponym.role, toponym.place.kind}
        assert set(facts.split()) <= known, f"{name}: {why}"


@pytest.mark.parametrize(("text", "expected", "why"), rows("places.tsv"))
def test_every_resolution_has_a_reason_a_score_and_its_place_first(text: str, expected: str, why: str) -> None:
    for toponym in places(text).values():
        resolution = toponym.resolution
        assert len(resolution.reason.split()) >= 3
        if isinstance(resolution, Resolved):
            assert 0 < resolution.score <= 1
            assert resolution.candidates[0].place.id == resolution.place.id


def test_the_reason_names_the_country_that_decided() -> None:
    found = places("Ecuador's army sent troops to the coast. The mayor of Salinas asked for help from Ecuador.")
    assert "Ecuador" in found["Salinas"].resolution.reason
    assert found["Salinas"].place is not None
    assert found["Salinas"].place.country == "EC"


def test_one_name_has_one_sense_in_a_text() -> None:
    text = "A factory burned in Paris, Texas. Paris firefighters needed six hours. The mayor of Paris thanked them."
    meant = {t.place.id for t in geoparse(parse(text), shipped_gazetteer()) if t.text == "Paris" and t.place}
    assert len(meant) == 1


def test_a_country_is_never_one_of_its_namesakes() -> None:
    for name in ("Peru", "Brazil", "Cuba", "Poland", "Norway", "Mexico", "Lebanon", "Jordan"):
        place = places(f"The president of {name} resigned on Friday.")[name].place
        assert place is not None
        assert place.kind == "country"


def test_an_unknown_facility_lies_at_its_town_within_a_wide_radius_and_in_doubt() -> None:
    toponym = next(
        t for text, t in places("A fire broke out at Cuenca Stadium in Ecuador.").items() if "Stadium" in text
    )
    assert isinstance(toponym.resolution, Resolved)
    assert toponym.resolution.place.name == "Cuenca"
    assert toponym.resolution.place.radius_km >= 15
    assert toponym.resolution.score < 0.7
    assert "Cuenca" in toponym.resolution.reason


def test_the_order_of_two_sentences_does_not_change_their_places() -> None:
    one, other = "Rebels took the port of Latakia in Syria. ", "Troops left Hama and Homs on Monday. "
    first, second = places(one + other), places(other + one)
    assert {n: t.place for n, t in first.items()} == {n: t.place for n, t in second.items()}


def test_runners_up_are_kept() -> None:
    resolution = places("A man from Springfield won.")["Springfield"].resolution
    assert len({candidate.place.id for candidate in resolution.candidates}) > 3


def test_a_name_without_evidence_is_a_doubt() -> None:
    resolution = places("A man from Springfield won.")["Springfield"].resolution
    assert isinstance(resolution, Resolved)
    assert resolution.score < 0.7


def test_the_readers_home_tips_the_balance() -> None:
    """Springfield alone could be anywhere; readers in Missouri mean their own."""
    gazetteer, text = shipped_gazetteer(), "A man from Springfield won the lottery on Friday."
    home = gazetteer.admin1("US", "MO")
    (toponym,) = geoparse(parse(text), gazetteer, home=home)
    assert toponym.place is not None
    assert toponym.place.admin1 == "MO"
