"""The pipeline from articles to a Timeline."""

from __future__ import annotations

from pathlib import Path

import pytest

import timeline.pipeline as pipeline
from timeline.dates.calendar import day_number
from timeline.model import UNKNOWN_PUBLISHED, Article, Options, Published
from timeline.parse import MAX_CHARS
from timeline.pipeline import Memory, build
from timeline.read import read

SHORT = Article("Police arrested two men in Lyon on Tuesday.", "Arrests", source="short")
DAY = Published(day_number(2025, 12, 17), day_number(2025, 12, 17), "given")
LATER = Published(day_number(2025, 12, 31), day_number(2025, 12, 31), "given")


@pytest.mark.parametrize("name", ["manta", "suez", "tonga"])
def test_every_shipped_story_gives_events_with_place_and_date(root: Path, name: str) -> None:
    timeline = build(read(root / "seeds" / f"{name}.md").articles)
    assert timeline.problems == ()
    assert timeline.counts()["place_and_date"] >= 5
    assert sum(timeline.counts().values()) == len(timeline.events)


def test_an_article_that_fails_is_listed_and_the_others_go_on() -> None:
    endless = Article("word " * (MAX_CHARS // 5 + 1), "Endless", source="endless")
    timeline = build((endless, SHORT), Options(published=DAY))
    assert [problem.source for problem in timeline.problems] == ["endless"]
    assert [article.source for article in timeline.articles] == ["short"]
    assert all(evidence.article == 0 for event in timeline.events for evidence in event.evidence)


def test_another_publication_date_moves_what_is_relative() -> None:
    first = build((SHORT,), Options(published=DAY)).events[0]
    second = build((SHORT,), Options(published=LATER)).events[0]
    assert first.when is not None and second.when is not None
    assert first.when.earliest is not None and second.when.earliest is not None
    assert second.when.earliest - first.when.earliest == 14


def test_a_memory_spares_the_second_parse_and_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    memory = Memory()
    first = build((SHORT,), Options(published=DAY), memory=memory)
    monkeypatch.setattr(pipeline, "parse", None)
    assert build((SHORT,), Options(published=DAY), memory=memory) == first


def test_a_memory_forgets_what_was_used_longest_ago() -> None:
    memory = Memory(limit=1)
    one = memory.parsed(SHORT.text)
    memory.parsed("Another text.")
    assert memory.parsed(SHORT.text) is not one


def test_the_order_of_articles_does_not_change_the_events() -> None:
    other = Article("A bridge collapsed in Genoa on Monday.", "Bridge", source="other")
    options = Options(published=DAY)
    forth, back = build((SHORT, other), options), build((other, SHORT), options)
    assert [(e.title, e.when, e.place) for e in forth.events] == [(e.title, e.when, e.place) for e in back.events]


def test_progress_counts_up_to_all_articles() -> None:
    seen: list[tuple[int, int]] = []
    build((SHORT, SHORT), Options(published=DAY), progress=lambda done, total: seen.append((done, total)))
    assert seen == [(0, 2), (1, 2), (2, 2)]


def test_a_text_without_a_date_gets_an_estimate_or_says_that_it_is_unknown() -> None:
    article = build((Article("Voters chose a parliament in November 2024 in Ghana.", source="x"),)).articles[0]
    assert article.published is UNKNOWN_PUBLISHED or article.published.basis in ("estimated", "text")


def test_a_text_without_events_gives_an_empty_timeline() -> None:
    timeline = build((Article("Blue is a colour.", source="blue"),), Options(published=DAY))
    assert timeline.events == ()
    assert timeline.problems == ()
