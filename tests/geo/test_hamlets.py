"""Places that no gazetteer holds, believed for the words around them; and names that only look like another's."""

from __future__ import annotations

import pytest

from geo.gazetteer import shipped_gazetteer
from geo.geoparse import geoparse
from geo.model import Resolved, Toponym, Unresolved
from timeline.parse import parse


def places(text: str) -> dict[str, Toponym]:
    return {toponym.text: toponym for toponym in geoparse(parse(text), shipped_gazetteer())}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Gunmen stormed the village of Torkulam on Monday.", "Torkulam"),
        ("Cattle were stolen in Kisimbaru area, in Kenya.", "Kisimbaru"),
        ("Doctors came to a clinic in Pingilombe, Kenya, on Friday.", "Pingilombe"),
    ],
)
def test_an_unknown_name_that_the_text_calls_a_place_is_reported_without_a_position(text: str, name: str) -> None:
    assert isinstance(places(text)[name].resolution, Unresolved)


def test_an_unknown_name_without_such_words_is_none() -> None:
    assert "Torkulam" not in places("Mr. Torkulam met the board of Kisimbaru Holdings on Monday.")


def test_a_lake_called_like_a_state_is_not_that_state() -> None:
    found = places("They camped near Lake Vermont for a week.")
    assert isinstance(found["Lake Vermont"].resolution, Unresolved)


def test_a_county_tells_which_of_its_towns_namesakes_is_meant() -> None:
    text = "Henry County deputies arrested a man in Paris on Monday. The sheriff said he lived near Puryear."
    place = places(text)["Paris"].place
    assert place is not None
    assert (place.country, place.admin1) == ("US", "TN")


def test_a_town_called_like_a_country_is_a_doubt_unless_the_text_says_where_it_lies() -> None:
    resolution = places("A Lebanon, Ohio, man was arrested in Mason, Ohio, on Monday.")["Lebanon"].resolution
    assert isinstance(resolution, Resolved)
    assert resolution.place.admin1 == "OH"
    unsure = places("Deputies in Warren County, Ohio, said the Lebanon city council had met.")["Lebanon"].resolution
    assert isinstance(unsure, Resolved)
    assert unsure.place.country == "LB" or unsure.score < 0.7


def test_a_town_that_is_called_city_keeps_its_name_before_its_council() -> None:
    place = places("The Boulder City Council met on Tuesday in Nevada.")["Boulder City"].place
    assert place is not None
    assert place.admin1 == "NV"


def test_a_country_with_the_form_of_a_demonym_is_a_place() -> None:
    assert places("Deaths were reported in Argentina and Chile.")["Argentina"].role == "literal"


@pytest.mark.parametrize("text", ["He copied 2 GB to his Mac.", "The cable is 20 KM long, they said."])
def test_units_and_products_are_no_places(text: str) -> None:
    assert places(text) == {}


def test_a_report_may_open_in_the_middle_of_a_line() -> None:
    found = places("Council meets again. MANSFIELD -- The city council raised taxes on Monday.")
    assert "MANSFIELD" in found
