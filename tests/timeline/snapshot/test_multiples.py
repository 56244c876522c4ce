"""Small maps, one a period: the same ground, every event in the periods it touches."""

from __future__ import annotations

from dataclasses import replace

import pytest

from timeline.errors import InputError
from timeline.snapshot import plan_multiples, render_multiples

from .stories import day, manta, many

MONTHS = [(day(2025, month, 1), day(2025, month, 28)) for month in range(1, 7)]


def test_all_maps_show_the_same_ground_at_the_same_scale():
    panels = plan_multiples(many(40), MONTHS).pages[0].panels
    assert len(panels) == 6
    assert len({(p.lon0, p.lat0, p.x_km, p.y_km, p.km_per_mm, p.box.w, p.box.h) for p in panels}) == 1
    assert len({(p.box.x, p.box.y) for p in panels}) == 6


def test_each_map_marks_the_events_of_its_period_and_says_how_many():
    story = many(40)
    plan = plan_multiples(story, MONTHS[:2])
    page = plan.pages[0]
    for panel, (first, last) in zip(page.panels, MONTHS, strict=False):
        inside = [i for i in page.items if i.role == "map-dot" and panel.box.holds(i.box)]
        drawn = {name for item in inside for name in item.event.split()}
        told = {e.id for e in story.events if e.when and first <= (e.when.earliest or 0) <= last}
        assert drawn == told
        assert told
    assert [item.text for item in page.items if item.role == "period"] == ["1–28 Jan 2025", "February 2025"]


def test_nothing_covers_anything_and_open_periods_are_named_by_their_events(tmp_path):
    report = render_multiples(
        many(40), [(None, day(2025, 3, 31)), (day(2025, 4, 1), None)], tmp_path / "m.png", columns=2, dpi=72
    )
    assert report.overlaps() == ()
    periods = [text.text for text in report.texts if text.role == "period"]
    assert periods[0].startswith("3 Jan")
    assert periods[1].startswith("1 Apr")


@pytest.mark.parametrize("options", [{"periods": []}, {"periods": MONTHS * 5}, {"periods": MONTHS, "columns": 0}])
def test_no_or_too_many_maps_are_refused_in_one_sentence(options):
    with pytest.raises(InputError, match="Small maps need"):
        plan_multiples(many(10), **options)


def test_a_story_without_places_has_no_small_maps():
    bare = replace(manta(), events=tuple(replace(event, place=None) for event in manta().events))
    with pytest.raises(InputError, match="nothing to put"):
        plan_multiples(bare, MONTHS)
