"""What a user wants to see large: a place by name, or a point and a radius."""

from __future__ import annotations

import pytest

from timeline.errors import InputError
from timeline.model import Timeline
from timeline.snapshot import plan_snapshot
from timeline.snapshot.focus import focus_place

from .stories import manta


def width_km(focus: str | None) -> float:
    panel = plan_snapshot(manta(), focus=focus, dpi=72).pages[0].panels[0]
    return panel.km_per_mm * panel.box.w


def test_a_focus_on_a_town_shows_its_surroundings_and_not_the_whole_country():
    assert width_km("Quito") < 250 < width_km(None)


def test_a_focus_of_a_point_and_a_radius_is_shown_whole_and_centred():
    panel = plan_snapshot(manta(), focus="-80.7,-0.95,60", dpi=72).pages[0].panels[0]
    west, south, east, north = panel.extent
    assert (west + east) / 2 == pytest.approx(-80.7, abs=0.6)
    assert (south + north) / 2 == pytest.approx(-0.95, abs=0.6)
    assert panel.km_per_mm * panel.box.h > 120


def test_an_area_is_shown_whole_and_events_beyond_it_are_pointed_to():
    plan = plan_snapshot(manta(), focus="Galápagos Islands", dpi=72)
    west, _, east, _ = plan.pages[0].panels[0].extent
    assert west < -91
    assert east < -86
    drawn = {name for item in plan.pages[0].items if item.role == "map-chip" for name in item.event.split()}
    assert drawn == {event.id for event in manta().events if event.is_on_map}


def test_of_several_places_with_a_name_one_in_the_storys_countries_is_meant():
    assert focus_place("Santa Elena", manta()).country == "EC"


def test_without_a_story_the_best_known_place_is_meant():
    assert focus_place("Paris", Timeline()).country == "FR"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Xyzzyville", "No place is called"),
        ("", "No place is called"),
        ("181,0", "nowhere on earth"),
        ("0,91", "nowhere on earth"),
        ("0,0,0", "nowhere on earth"),
        ("0,0,99999", "nowhere on earth"),
        ("1,2,3,4", "No place is called"),
    ],
)
def test_a_focus_that_is_nowhere_is_refused_in_one_sentence(text: str, words: str):
    with pytest.raises(InputError, match=words):
        plan_snapshot(manta(), focus=text)


@pytest.mark.parametrize("text", ["0,90", "0,-90,2000", "180,0,50", "-180,-16,300", "12.5,41.9,20000"])
def test_poles_the_antimeridian_and_the_whole_world_can_be_shown(text: str):
    assert plan_snapshot(manta(), focus=text, dpi=72).pages[0].panels
