"""The dashboard in a real browser: a Streamlit server of its own, Chromium, the shipped story."""

from __future__ import annotations

from http.client import HTTPConnection
from pathlib import Path
from typing import Any

import pytest

from .screens import Screen

PASTED = (
    "SALINAS - A storm destroyed forty boats in the port of Salinas on Monday.\n\n"
    "Rescuers reached Guayaquil on Tuesday. The mayor resigned on Wednesday."
)
HOSTILE = (
    "<img src=x onerror=top.hit=1> </script><script>top.hit=1</script> :red[x] ![x](http://evil.example/a.png) $x$ "
)


def focused(screen: Screen) -> str:
    """The accessible name of what has the focus: label, aria-label or text."""
    name: str = screen.tab.evaluate(
        """() => {
          const e = document.activeElement;
          const label = e.labels && e.labels[0] ? e.labels[0].innerText : "";
          return (label || e.getAttribute("aria-label") || e.innerText || e.tagName).trim();
        }"""
    )
    return name


def tab_to(screen: Screen, name: str, *, back: bool = False) -> None:
    """Press Tab until the focus stands on `name`; no pointer is ever used."""
    for _ in range(80):
        screen.tab.keyboard.press("Shift+Tab" if back else "Tab")
        if focused(screen).startswith(name):
            return
    raise AssertionError(f"no way by keyboard to {name!r}; the focus ended on {focused(screen)!r}")


def test_by_keyboard_alone_an_article_is_pasted_dated_mended_and_saved(screen: Screen) -> None:
    keyboard = screen.tab.keyboard
    tab_to(screen, "Paste your own article")
    keyboard.insert_text(PASTED)
    tab_to(screen, "Make the map")
    keyboard.press("Enter")
    screen.idle()
    tab_to(screen, "Publication date")
    keyboard.insert_text("2024-03-14")
    keyboard.press("Enter")
    screen.idle()
    tab_to(screen, "Article", back=True)
    keyboard.press("ArrowRight")
    keyboard.press("Enter")
    tab_to(screen, "Place")
    before = screen.field("Place").input_value() or focused(screen)
    keyboard.press("ArrowDown")
    keyboard.press("ArrowDown")
    keyboard.press("Enter")
    screen.idle()
    assert (screen.field("Place").input_value() or focused(screen)) != before
    tab_to(screen, "Hide event")
    keyboard.press("Enter")
    screen.idle()
    tab_to(screen, "Correct", back=True)
    for _ in range(2):
        keyboard.press("ArrowRight")
    keyboard.press("Enter")
    tab_to(screen, "Table (CSV)")
    with screen.tab.expect_download() as waiting:
        keyboard.press("Enter")
    table = Path(waiting.value.path()).read_text(encoding="utf-8-sig")
    assert "2024-03-1" in table and "boats" not in table.splitlines()[1]


def handshake(address: str, host: str) -> int:
    """The status with which the server answers a websocket's opening under another host name."""
    port = int(address.rsplit(":", 1)[1].strip("/"))
    connection = HTTPConnection("127.0.0.1", port, timeout=30)
    opening = {"Upgrade": "websocket", "Connection": "Upgrade", "Sec-WebSocket-Version": "13"}
    connection.request(
        "GET", "/_stcore/stream", headers={**opening, "Host": host, "Sec-WebSocket-Key": "A" * 22 + "=="}
    )
    try:
        return connection.getresponse().status
    finally:
        connection.close()


def test_a_page_that_rebinds_its_name_to_this_machine_is_turned_away(address: str) -> None:
    """Also proves that the settings beside app.py hold when it is started from another folder."""
    assert handshake(address, "evil.example") == 403
    assert handshake(address, "127.0.0.1") == 101


def test_the_first_screen_shows_map_timeline_and_paste_box_without_scrolling(screen: Screen) -> None:
    frame = screen.tab.locator("iframe.dateline-frame").bounding_box()
    assert frame["y"] >= 0 and frame["y"] + frame["height"] <= 720 and frame["x"] + frame["width"] <= 1280
    handles = screen.page.get_by_role("slider").all()
    assert len(handles) >= 2
    for part in (screen.page.locator(".leaflet-container"), *handles[:2]):
        box = part.bounding_box()
        assert box["y"] >= 0 and box["y"] + box["height"] <= 720
    assert screen.field("Paste your own article").is_visible()
    assert screen.field("Publication date").input_value() == "2025-12-17"


def test_the_map_with_its_zoom_outlives_ten_reruns_five_edits_and_another_date(screen: Screen) -> None:
    screen.page.evaluate("document.querySelector('.leaflet-container').mark = 'same map'")
    screen.page.locator(".leaflet-control-zoom-in").click()
    screen.page.wait_for_timeout(600)
    scale = screen.page.locator(".leaflet-control-scale").inner_text()
    for _ in range(10):
        screen.panel("Save")
        screen.tab.get_by_text("All events, not only").click()
        screen.idle()
    screen.panel("Correct")
    for number in range(5):
        screen.fill("Title", f"Renamed {number}")
    screen.panel("Article")
    screen.fill("Publication date", "2025-12-24")
    assert screen.page.evaluate("document.querySelector('.leaflet-container').mark") == "same map"
    assert screen.page.locator(".leaflet-control-scale").inner_text() == scale
    assert "Renamed 4" in screen.page.locator("body").inner_text()


def test_an_event_chosen_in_the_page_is_the_one_to_correct_and_the_other_way_round(screen: Screen) -> None:
    screen.panel("Correct")
    before = screen.field("Title").input_value()
    screen.page.get_by_role("button", name="Next event").click()
    screen.tab.wait_for_function("(old) => document.querySelector('[aria-label=Title]').value !== old", arg=before)
    after = screen.field("Title").input_value()
    chosen = screen.page.locator("[aria-current=true], .dl-selected, [aria-selected=true]").first
    assert after.split("…")[0] in chosen.inner_text()


def test_files_hold_only_the_events_inside_the_window(screen: Screen) -> None:
    everything = screen.titles()
    screen.page.get_by_label("To", exact=True).first.fill("2010-01-01")
    screen.page.get_by_label("To", exact=True).first.press("Enter")
    screen.tab.wait_for_timeout(1000)
    screen.idle()
    early = screen.titles()
    assert 0 < len(early) < len(everything)
    page = screen.saved("Interactive page").decode("utf-8")
    assert all(title not in page for title in set(everything) - set(early))
    screen.tab.get_by_text("All events, not only").click()
    screen.idle()
    assert screen.titles() == everything


def test_nothing_is_sent_to_python_while_a_handle_is_dragged(screen: Screen) -> None:
    handle = screen.page.get_by_role("slider").last.bounding_box()
    mouse = screen.tab.mouse
    mouse.move(handle["x"] + handle["width"] / 2, handle["y"] + handle["height"] / 2)
    mouse.down()
    screen.tab.wait_for_timeout(500)
    screen.sent.clear()
    for step in range(30):
        mouse.move(handle["x"] - 10 * step, handle["y"] + handle["height"] / 2)
        screen.tab.wait_for_timeout(20)
    assert screen.sent == []
    mouse.up()
    screen.tab.wait_for_timeout(2000)
    assert screen.sent


def test_another_story_opens_another_page(screen: Screen) -> None:
    screen.page.evaluate("document.querySelector('.leaflet-container').mark = 'old map'")
    screen.paste(PASTED)
    assert screen.page.evaluate("document.querySelector('.leaflet-container').mark") is None


def test_a_hidden_event_is_gone_from_page_and_files_and_undo_brings_it_back(screen: Screen) -> None:
    first = screen.titles()
    screen.panel("Correct")
    gone = screen.field("Title").input_value()
    screen.press("Hide event")
    assert gone not in screen.titles()
    assert gone.encode() not in screen.saved("Interactive page")
    screen.panel("Correct")
    screen.press("Undo the last correction")
    assert screen.titles() == first


def test_two_tabs_know_nothing_of_each_other(screen: Screen, browser: Any, address: str) -> None:
    other = Screen(browser, address)
    other.panel("Correct")
    other.fill("Title", "Only here")
    screen.tab.reload()
    screen.idle()
    assert "Only here" in other.titles() and "Only here" not in screen.titles()
    other.context.close()


def test_markup_and_script_in_an_article_stay_text_everywhere(screen: Screen) -> None:
    screen.paste(f"{HOSTILE} A storm hit {HOSTILE} Salinas on 4 May 2024. {HOSTILE}\n\nThe mayor {HOSTILE} resigned.")
    screen.panel("Correct")
    screen.fill("Title", HOSTILE)
    for panel in ("Doubts", "Save", "Article"):
        screen.panel(panel)
        screen.tab.wait_for_timeout(200)
    assert HOSTILE.strip() in screen.titles()
    assert "<script>top.hit=1</script>" in screen.page.locator("body").inner_text()
    for place in (screen.tab, screen.page):
        assert place.evaluate("window.hit === undefined && !document.querySelector('img[src=x]')")


def test_bad_input_is_one_plain_sentence_that_a_screen_reader_hears(screen: Screen) -> None:
    screen.paste("")
    assert "empty" in screen.tab.get_by_role("alert").inner_text()
    assert screen.page.locator(".leaflet-container").is_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_follows_the_colours_of_the_shell(browser: Any, address: str, scheme: str) -> None:
    shown = Screen(browser, address, color_scheme=scheme)
    brightness = (
        "(e) => getComputedStyle(e).backgroundColor.match(/[0-9.]+/g).slice(0, 3).map(Number).reduce((a, b) => a + b)"
    )
    shell = shown.tab.locator('[data-testid="stApp"]').evaluate(brightness)
    page = shown.page.locator(".dl-root").evaluate(brightness)
    assert (shell < 384) == (page < 384) == (scheme == "dark")
    shown.context.close()


def test_nothing_in_rail_or_page_is_a_serious_barrier(screen: Screen, root: Path) -> None:
    """axe-core finds nothing serious or critical, in any panel; no exceptions list."""
    axe = (root / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
    screen.tab.evaluate(axe)
    screen.page.evaluate(axe)
    for panel in ("Article", "Correct", "Doubts", "Save"):
        screen.panel(panel)
        screen.tab.wait_for_timeout(300)
        assert barriers(screen.tab) == []
    assert barriers(screen.page) == []


def barriers(place: Any) -> list[str]:
    found = place.evaluate("axe.run(document, {iframes: false})")["violations"]
    grave = [one for one in found if one["impact"] in ("serious", "critical")]
    return [f"{one['id']}: {one['nodes'][0]['html'][:200]}" for one in grave]
