"""Hostile text in every field of the page: nothing runs, nothing loads, every event is still shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from geo.model import Place, Resolved, Span, Toponym
from tests.cases.hostile import hostile_texts
from timeline.model import Article, Event, Evidence, PlaceMention, Problem, Reason, Timeline, When
from timeline.page import page_html

from .conftest import Opener

TEXTS = hostile_texts()
SPOTS = 40


def place(number: int, name: str = "Somewhere") -> Place:
    return Place(f"p{number}", name, "city", -70 - number % SPOTS, -20 + number % SPOTS / 2, "EC", "14", "Region")


def event(number: int) -> Event:
    day = 20_000 + number
    return Event(
        f"h{number}", f"Event {number}", when=When(day, day, day, day, "day"), place=place(number), note="said"
    )


def with_title(number: int, text: str) -> Event:
    return replace(event(number), title=text)


def with_id(number: int, text: str) -> Event:
    return replace(event(number), id=f"{number} {text}")


def with_note(number: int, text: str) -> Event:
    return replace(event(number), note=text)


def with_source(number: int, text: str) -> Event:
    return replace(event(number), source=text)


def with_actor(number: int, text: str) -> Event:
    return replace(event(number), actors=(text,))


def with_place(number: int, text: str) -> Event:
    return replace(event(number), place=place(number, text))


def with_region(number: int, text: str) -> Event:
    return replace(event(number), place=replace(place(number), admin1_name=text, country=text[:40]))


def with_outline(number: int, text: str) -> Event:
    return replace(event(number), place=replace(place(number), id=f"{number}{text}", kind="admin", outline=text))


def with_reason(number: int, text: str) -> Event:
    return replace(event(number), reasons=(Reason("where", text, doubtful=True),))


def with_clock(number: int, text: str) -> Event:
    one = event(number)
    assert one.when is not None
    return replace(one, when=replace(one.when, clock=text[:60]))


def with_other_place(number: int, text: str) -> Event:
    return replace(event(number), other_places=(PlaceMention(place(1000, text), "origin"),))


FIELDS: tuple[Callable[[int, str], Event], ...] = (
    with_title,
    with_id,
    with_note,
    with_source,
    with_actor,
    with_place,
    with_region,
    with_outline,
    with_reason,
    with_clock,
    with_other_place,
)


def story(make: Callable[[int, str], Event]) -> Timeline:
    return Timeline(events=tuple(make(number, text) for number, text in enumerate(TEXTS)), title="Hostile")


def told() -> Timeline:
    """Articles whose own fields and sentences are hostile, with hostile mentioned places and problems."""
    articles, events, toponyms = [], [], []
    for number, text in enumerate(TEXTS):
        sentence = text.replace("\n", " ") or "empty"
        articles.append(Article(sentence, text, source=text, url=text, author=text))
        events.append(replace(event(number), evidence=(Evidence(number, Span(0, len(sentence))),)))
        named = Resolved(replace(place(number, text), id=f"m{number}"), 0.9, text)
        toponyms.append((Toponym(Span(0, 1), sentence[:1], "literal", named),))
    problems = tuple(Problem(text, text) for text in TEXTS)
    return Timeline(tuple(articles), tuple(events), tuple(toponyms), (), (), problems, title=TEXTS[0])


def test_there_are_at_least_500_different_texts() -> None:
    assert len(set(TEXTS)) >= 500


def open_and_use(open_page: Opener, html: str, count: int) -> list[str]:
    """Open the page, touch everything, and return the titles of its table."""
    seen = open_page(html)
    seen.settle()
    page = seen.page
    assert seen.report()["shown"] == count
    assert sum(len(mark["rows"]) for mark in seen.report()["marks"]) == count
    page.evaluate("dateline.view.model.select(3)")
    page.get_by_role("button", name="Filters").click()
    page.locator(".dl-table .dl-wide").click()
    seen.settle()
    shown = page.locator(".dl-table tbody tr th").all_text_contents()
    assert page.evaluate("globalThis.hits") is None
    assert (seen.requests, seen.errors, seen.dialogs) == ([], [], [])
    assert page.title() != "taken"
    assert page.locator("iframe, object, embed, base, .dl-root script, .dl-root img, .dl-root style").count() == 0
    return [str(text) for text in shown]


@pytest.mark.parametrize("make", FIELDS, ids=lambda make: make.__name__.removeprefix("with_"))
def test_hostile_text_in_a_field_is_shown_as_text(open_page: Opener, make: Callable[[int, str], Event]) -> None:
    timeline = story(make)
    shown = open_and_use(open_page, page_html(timeline), len(TEXTS))
    assert len(shown) == len(TEXTS)
    if make is with_title:
        assert {text for text in TEXTS if text.strip()} - set(shown) == set()


@pytest.mark.parametrize("whole_text", [False, True])
def test_hostile_articles_mentions_and_problems_are_shown_as_text(open_page: Opener, whole_text: bool) -> None:
    shown = open_and_use(open_page, page_html(told(), whole_text=whole_text, quotes="full"), len(TEXTS))
    assert len(shown) == len(TEXTS)
