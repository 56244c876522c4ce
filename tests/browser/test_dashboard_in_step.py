"""Rail and page stay in step: after whatever the rail sent, the page goes on reacting, and both hold the same event."""

from __future__ import annotations

import time
from typing import Any

import pytest

from .screens import WAIT, Screen

STRIKE = (
    "Train drivers walked out across Germany on Wednesday, after a court in Frankfurt rejected an attempt by the rail "
    "company to stop them. Hundreds of passengers queued in Munich.\n\n"
    "The longest strike in the company's history lasted almost a week in May 2015. Farmers blocked a bridge in Hamburg "
    "on Monday. The company offered a rise in pay on Friday. Minister Wissing visited Leipzig on Thursday."
)
OPEN_TITLE = "(() => { const { model } = dateline.view; return model.story.titleOf(model.selected); })()"
ALL_SEEN = """() => {
  const view = dateline.view.map();
  const { story } = dateline.view.model;
  const { x, y } = story.places;
  const size = view.getSize();
  return [...new Set(story.place)].filter((at) => at >= 0).every((at) => {
    const lat = Math.atan(Math.sinh(Math.PI * (1 - 2 * y[at]))) * 180 / Math.PI;
    const point = view.latLngToContainerPoint([lat, x[at] * 360 - 180]);
    return point.x > 0 && point.y > 0 && point.x < size.x && point.y < size.y;
  });
}"""


def tick(screen: Screen) -> None:
    screen.panel("Correct")
    screen.tab.get_by_text("Checked", exact=True).click()


def rename(screen: Screen) -> None:
    screen.panel("Correct")
    screen.fill("Title", "Another title")


def date_anew(screen: Screen) -> None:
    screen.fill("Publication date", "2025-12-24")


def show_doubt(screen: Screen) -> None:
    screen.panel("Doubts")
    screen.tab.get_by_role("button", name="Show", exact=True).last.click()


def rail_follows(screen: Screen) -> None:
    """Wait until the title in the rail is the one that is open in the page."""
    screen.panel("Correct")
    until = time.monotonic() + WAIT / 1000
    while (shown := screen.page.evaluate(OPEN_TITLE)) != (held := screen.field("Title").input_value()):
        assert time.monotonic() < until, f"the page has {shown!r} open, the rail holds {held!r}"
        screen.tab.wait_for_timeout(100)


@pytest.mark.parametrize("push", [tick, rename, date_anew, show_doubt])
def test_after_a_push_from_the_rail_the_page_still_shows_what_is_pressed_in_it(screen: Screen, push: Any) -> None:
    push(screen)
    screen.idle()
    page = screen.page
    before = page.evaluate(OPEN_TITLE)
    page.get_by_role("button", name="Essential", exact=True).click()
    page.wait_for_selector("button[aria-pressed=true]:has-text('Essential')")
    page.get_by_role("button", name="All", exact=True).click()
    page.get_by_role("button", name="Next event").click()
    page.wait_for_function(f"(old) => {OPEN_TITLE} !== old", arg=before)
    shown = page.evaluate(OPEN_TITLE)
    page.wait_for_function(
        "(title) => [...document.querySelectorAll('.dl-selected')].some((e) => e.innerText.includes(title))", arg=shown
    )
    rail_follows(screen)


def test_the_event_to_correct_is_the_one_that_is_open_in_the_page(screen: Screen) -> None:
    screen.paste(STRIKE)
    rail_follows(screen)
    screen.panel("Article")
    screen.fill("Publication date", "2024-01-10")
    rail_follows(screen)
    screen.press("Hide event")
    rail_follows(screen)


def test_an_event_chosen_in_the_page_again_comes_back_to_the_rail(screen: Screen) -> None:
    page = screen.page
    page.get_by_role("button", name="Next event").click()
    rail_follows(screen)
    first = page.evaluate(OPEN_TITLE)
    show_doubt(screen)
    screen.idle()
    page.wait_for_function(f"(old) => {OPEN_TITLE} !== old", arg=first)
    page.evaluate(
        "(t) => { const { model } = dateline.view; for (let r = 0; r < model.story.n; r++)"
        " if (model.story.titleOf(r) === t) model.select(r); }",
        first,
    )
    rail_follows(screen)
    assert screen.field("Title").input_value() == first


def test_the_same_text_pasted_again_opens_without_the_corrections(screen: Screen) -> None:
    screen.paste(STRIKE)
    rename(screen)
    screen.panel("Article")
    screen.press("Make the map")
    screen.page.wait_for_function("() => !document.body.innerText.includes('Another title')")
    rail_follows(screen)


def test_a_map_that_nobody_moved_fits_the_story_whatever_size_it_was_opened_in(screen: Screen) -> None:
    hide = "(size) => document.documentElement.style.setProperty('--probe', size)"
    screen.tab.add_style_tag(
        content=".dateline-frame { width: var(--probe, 100%) !important; min-height: 0 !important;"
        " height: var(--probe, 100dvh) !important; }"
    )
    screen.tab.evaluate(hide, "1px")
    screen.paste(STRIKE)
    screen.page.wait_for_function("() => dateline.view?.model")
    screen.page.evaluate("dateline.view.ready")
    screen.tab.evaluate("document.documentElement.style.removeProperty('--probe')")
    screen.page.wait_for_function(ALL_SEEN)
    screen.fill("Publication date", "2024-01-10")
    screen.page.wait_for_function(ALL_SEEN)
    assert screen.page.evaluate("dateline.view.map().getZoom()") < 8


def test_a_reload_finds_the_story_and_its_corrections_again(screen: Screen) -> None:
    screen.paste(STRIKE)
    rename(screen)
    screen.tab.reload()
    screen.idle()
    screen.page.wait_for_function("() => document.body.innerText.includes('Another title')")
    assert screen.field("Story").input_value() != "Manta, Ecuador, 2025"
    rail_follows(screen)
