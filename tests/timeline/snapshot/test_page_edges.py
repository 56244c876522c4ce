"""No word leaves the page, whatever the format, the language of the words and the length of the sources."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from pathlib import Path

import pytest

from timeline.loading import load
from timeline.model import Timeline
from timeline.snapshot import plan_snapshot
from timeline.snapshot.draw import render_bytes
from timeline.snapshot.theme import PRESETS

SEEDS = Path(__file__).resolve().parents[3] / "seeds"


@lru_cache(maxsize=4)
def story(name: str) -> Timeline:
    return load(str(SEEDS / f"{name}.md"))


@pytest.mark.parametrize("preset", sorted(PRESETS))
@pytest.mark.parametrize(("name", "lang"), [("manta", "es"), ("suez", "en"), ("tonga", "en")])
def test_no_word_leaves_the_page(name: str, lang: str, preset: str) -> None:
    assert beyond(story(name), preset, lang) == []


@pytest.mark.parametrize("preset", sorted(PRESETS))
def test_no_word_of_a_long_source_leaves_the_page(preset: str) -> None:
    tonga = story("tonga")
    article = replace(
        tonga.articles[0], source="The Long Name of a Paper of Record of the Islands and of the Sea Around"
    )
    assert beyond(replace(tonga, articles=(article,)), preset, "en") == []


def beyond(timeline: Timeline, preset: str, lang: str) -> list[str]:
    """The words that reach over an edge of their page."""
    _, report = render_bytes(plan_snapshot(timeline, preset=preset, lang=lang, dpi=72), "png")
    wide, high = PRESETS[preset].width, PRESETS[preset].height
    return [
        drawn.text
        for drawn in report.texts
        if min(drawn.box.x, drawn.box.y) < 0 or drawn.box.right > wide or drawn.box.y + drawn.box.h > high
    ]
