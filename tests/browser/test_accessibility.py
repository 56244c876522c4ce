"""The page without a mouse and with a screen reader: axe finds nothing serious, the keyboard reaches everything."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from tests.timeline.page.stories import manta
from timeline.model import Timeline
from timeline.page import page_html

from .conftest import Opened, Opener


@pytest.fixture(scope="module")
def html() -> str:
    return page_html(manta(), whole_text=True)


def serious(seen: Opened, axe: Path) -> list[str]:
    """Findings of axe-core that are serious or critical, as "rule: element"."""
    seen.page.evaluate(axe.read_text(encoding="utf-8"))
    found = seen.page.evaluate("axe.run()")["violations"]
    return [
        f"{rule['id']}: {node['html'][:120]} {json.dumps(node['any'][:1])[:200]}"
        for rule in found
        if rule["impact"] in ("serious", "critical")
        for node in rule["nodes"]
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [(1280, 720), (360, 740)], ids=str)
def test_axe_finds_nothing_serious(
    open_page: Opener, html: str, root: Path, scheme: str, size: tuple[int, int]
) -> None:
    seen = open_page(html, color_scheme=scheme, size=size)
    seen.page.get_by_role("button", name="Filters").click()
    seen.page.locator("details summary").click()
    seen.settle()
    assert serious(seen, root / "node_modules/axe-core/axe.min.js") == []


def test_axe_finds_nothing_serious_about_arrows_to_places_beyond_the_edge(open_page: Opener, root: Path) -> None:
    story = manta()
    seen = open_page(page_html(replace(story, events=story.events[3:4])), size=(900, 640))
    assert seen.page.locator(".dl-edge").all_inner_texts()[0].startswith("➤")
    assert "Galápagos Islands" in seen.page.locator(".dl-edge").inner_text()
    assert serious(seen, root / "node_modules/axe-core/axe.min.js") == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_help_opens_by_keyboard_is_in_order_and_escape_closes_it(
    open_page: Opener, html: str, root: Path, scheme: str
) -> None:
    seen = open_page(html, color_scheme=scheme)
    seen.page.get_by_role("button", name="Help: how to read this page").focus()
    seen.page.keyboard.press("Enter")
    assert "A square is a whole country." in seen.page.get_by_role("dialog").inner_text()
    assert serious(seen, root / "node_modules/axe-core/axe.min.js") == []
    seen.page.keyboard.press("Escape")
    assert seen.page.get_by_role("dialog").count() == 0


def test_axe_finds_nothing_serious_in_an_empty_story(open_page: Opener, root: Path) -> None:
    seen = open_page(page_html(Timeline(title="Nothing")))
    assert serious(seen, root / "node_modules/axe-core/axe.min.js") == []


def test_the_keyboard_alone_reaches_an_event_a_date_and_a_filter(open_page: Opener, html: str) -> None:
    seen = open_page(html)
    page = seen.page
    reached = []
    for _ in range(90):
        page.keyboard.press("Tab")
        reached.append(str(page.evaluate(NAME)))
    for wanted in ("Filters", "Search events", "From", "To", "Play from event to event", "Next event", "Table"):
        assert wanted in reached
    page.get_by_role("button", name="Next event").focus()
    page.keyboard.press("Enter")
    assert page.evaluate("dateline.view.model.selected") >= 0


@pytest.mark.parametrize("key", ["r", "c", " ", "ArrowLeft", "Escape"])
def test_no_key_is_taken_from_the_document(open_page: Opener, html: str, key: str) -> None:
    seen = open_page(html)
    before = seen.page.evaluate("[dateline.view.model.selected, dateline.view.model.window]")
    seen.page.keyboard.press(key)
    assert seen.page.evaluate("[dateline.view.model.selected, dateline.view.model.window]") == before


def test_the_page_may_be_zoomed(html: str) -> None:
    viewport = html.split('name="viewport" content="')[1].split('"')[0]
    assert "maximum-scale" not in viewport
    assert "user-scalable" not in viewport


NAME = "((node) => node.getAttribute('aria-label') || node.textContent || node.type)(document.activeElement)"


def only(story: Timeline, **changes: object) -> Timeline:
    return replace(story, events=tuple(replace(event, **changes) for event in story.events))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("story", "words"),
    [
        (Timeline(title="Nothing"), "No events were found in this text."),
        (only(manta(), when=None), "No date (12)"),
        (only(manta(), place=None), "No place (10)"),
        (replace(manta(), events=manta().events[3:4]), "Kristi Noem tours the Ulpiano Páez air base"),
        (only(manta(), status="negated"), "Denied or only possible (13)"),
    ],
    ids=["no event", "no date", "no place", "one event", "all denied"],
)
def test_sparse_stories_get_a_sensible_screen(open_page: Opener, story: Timeline, words: str) -> None:
    seen = open_page(page_html(story))
    seen.settle()
    assert seen.errors == []
    assert words in seen.page.locator(".dl-pane").inner_text()
    assert seen.report()["status"] == f"{len(story.events)} of {len(story.events)} events shown"
    for name in ("Next event", "Play from event to event", "Show the whole story again"):
        seen.page.get_by_role("button", name=name).click()
    assert seen.errors == []
