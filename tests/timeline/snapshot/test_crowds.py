"""Stories made up at random: whatever happens where, nothing covers anything and nothing is lost."""

from __future__ import annotations

import random

import pytest

from geo.gazetteer import shipped_gazetteer
from geo.model import Extent, Place
from timeline.model import Event, Timeline, When
from timeline.snapshot import plan_snapshot
from timeline.snapshot.draw import render_bytes
from timeline.snapshot.items import Rule
from timeline.snapshot.labels import Leader
from timeline.snapshot.theme import PRESETS

from .stories import day

KINDS = ("attack", "visit", "election_vote", "legal_decision", "disaster", "economic", "other", "statement")
WORDS = "Talks on the ceasefire resume after a week of shelling near the old port and both sides accuse them".split()
AREAS = (
    "Ecuador",
    "France",
    "Gaza Strip",
    "Crimea",
    "Pacific Ocean",
    "Asia",
    "Bavaria",
    "Fiji",
    "Antarctica",
    "Kashmir",
)
REACH = {"town": 0.6, "country": 4.0, "continent": 18.0, "world": 80.0}
"""Degrees around a point of the earth from which a story's towns are drawn."""


def places_of(dice: random.Random) -> list[Place]:
    """Towns around one point of the earth, and sometimes areas anywhere."""
    half = REACH[dice.choice(sorted(REACH))]
    lon, lat = dice.uniform(-180, 180), dice.uniform(-60, 72)
    box = Extent(max(-180.0, lon - half), max(-85.0, lat - half), min(180.0, lon + half), min(85.0, lat + half))
    towns = list(shipped_gazetteer().towns(box, limit=40))
    dice.shuffle(towns)
    found = towns[: dice.choice([1, 2, 4, 8, 15])]
    found += [shipped_gazetteer().candidates(name)[0].place for name in AREAS if dice.random() < 0.15]
    return found or [shipped_gazetteer().candidates("Quito")[0].place]


def story_of(seed: int, count: int) -> Timeline:
    """A story of `count` events over days or years; some without place or date, planned or denied."""
    dice = random.Random(seed)
    places, span = places_of(dice), dice.choice([3, 30, 400, 4000])
    events = []
    for k in range(count):
        first = day(2020, 1, 1) + dice.randrange(span)
        when = None if dice.random() < 0.1 else When.window(first, first + dice.choice([0, 0, 0, 3, 30]), "days")
        status = dice.choices(["asserted", "background", "planned", "negated"], [8, 2, 1, 1])[0]
        title = " ".join(dice.choices(WORDS, k=dice.randrange(2, 15))).capitalize()
        place = None if dice.random() < 0.12 else dice.choice(places)
        events.append(Event(f"r{k:03}", title, dice.choice(KINDS), status, when=when, place=place))  # type: ignore[arg-type]
    return Timeline((), tuple(events), (), title=" ".join(dice.choices(WORDS, k=dice.randrange(3, 14))))


CASES = [(seed, count, preset) for seed, count in ((1, 10), (2, 30), (3, 60), (4, 1), (5, 30)) for preset in PRESETS]


@pytest.mark.parametrize(("seed", "count", "preset"), CASES)
def test_nothing_is_covered_cut_off_or_lost(seed: int, count: int, preset):
    story = story_of(seed, count)
    plan = plan_snapshot(story, preset=preset, dpi=72)
    report = render_bytes(plan, "png")[1]
    assert [(a.role, a.text, b.role, b.text) for a, b in report.overlaps()] == []
    page = plan.pages[0]
    things = (*report.texts, *report.marks)
    assert all(t.box.x > -0.05 and t.box.right < page.width + 0.05 for t in things)
    assert all(t.box.y > -0.05 and t.box.bottom < page.height + 0.05 for t in things)
    roles = {"map-chip", "map-dot", "map-hexagon"}
    mapped = {name for item in page.items if item.role in roles for name in item.event.split()}  # type: ignore[union-attr]
    assert mapped == {event.id for event in story.events if event.is_on_map}


@pytest.mark.parametrize(("seed", "count", "preset"), [case for case in CASES if case[1] <= 30])
def test_no_leaders_cross_up_to_thirty_events(seed: int, count: int, preset):
    page = plan_snapshot(story_of(seed, count), preset=preset, dpi=72).pages[0]
    rules = [item for item in page.items if isinstance(item, Rule) and item.role == "leader"]
    leaders = [Leader(rule.points[0], rule.points[-1]) for rule in rules]
    assert not [1 for k, one in enumerate(leaders) for other in leaders[:k] if one.crosses(other)]
