"""The page in a sandboxed frame: the messages of docs/embedding.md."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from tests.timeline.page.stories import day, manta
from timeline.page import page_html, page_payload

OUTER = """<!doctype html><meta charset="utf-8">
<iframe id="frame" sandbox="allow-scripts" width="1200" height="700"></iframe>
<script>
const frame = document.getElementById("frame");
globalThis.heard = [];
addEventListener("message", (event) => { if (event.source === frame.contentWindow) heard.push(event.data); });
</script>"""


class Frame:
    def __init__(self, page: Any) -> None:
        self.page = page
        self.inner = page.frame_locator("#frame")

    def post(self, message: dict[str, Any]) -> None:
        self.page.evaluate("(message) => frame.contentWindow.postMessage(message, '*')", message)

    def heard(self, kind: str) -> list[dict[str, Any]]:
        return [message for message in self.page.evaluate("heard") if message["type"] == kind]

    def until(self, kind: str, count: int = 1) -> dict[str, Any]:
        self.page.wait_for_function(
            "([kind, count]) => heard.filter((one) => one.type === kind).length >= count", arg=[kind, count]
        )
        return self.heard(kind)[-1]


@pytest.fixture(scope="module")
def html() -> str:
    return page_html(manta(), whole_text=True)


@pytest.fixture
def frame(browser: Any, html: str) -> Any:
    context = browser.new_context(viewport={"width": 1240, "height": 740})
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.set_content(OUTER)
    page.evaluate("(html) => { frame.srcdoc = html; }", html)
    framed = Frame(page)
    assert framed.until("dateline:ready") == {"type": "dateline:ready", "version": 1, "events": 13}
    yield framed
    assert errors == []
    context.close()


def test_a_release_is_told_once_and_a_drag_is_not(frame: Frame) -> None:
    frame.page.wait_for_timeout(400)
    before = len(frame.heard("dateline:state"))
    handle = frame.inner.get_by_role("slider", name="From")
    box = handle.bounding_box()
    frame.page.mouse.move(box["x"] + 12, box["y"] + 50)
    frame.page.mouse.down()
    frame.page.mouse.move(800, box["y"] + 50, steps=6)
    frame.page.wait_for_timeout(400)
    assert len(frame.heard("dateline:state")) == before
    frame.page.mouse.up()
    told = frame.until("dateline:state", before + 1)
    assert told["window"][0] > day("2024-01-01")
    assert told["window"][1] is None
    assert set(told) == {"type", "window", "selected", "filters"}


def test_commands_are_obeyed_and_not_echoed(frame: Frame) -> None:
    frame.page.wait_for_timeout(400)
    before = len(frame.heard("dateline:state"))
    frame.post({"type": "dateline:window", "window": [day("2025-11-01"), day("2025-11-30")]})
    frame.post({"type": "dateline:select", "id": "e04"})
    frame.post({"type": "dateline:filter", "filters": {"kinds": ["election_vote", "visit"], "nonsense": 1}})
    frame.post({"type": "dateline:theme", "theme": "dark"})
    frame.inner.locator('.dl-root[data-theme="dark"]').wait_for()
    frame.inner.locator('.dl-selected[data-id="e04"]').wait_for()
    frame.page.wait_for_timeout(500)
    assert frame.inner.locator(".dl-cards > .dl-card").count() == 2
    assert len(frame.heard("dateline:state")) == before


def test_new_data_keeps_the_map_its_camera_and_the_selection(frame: Frame) -> None:
    inner = frame.page.frames[1]
    inner.evaluate("dateline.view.ready.then(() => { globalThis.kept = document.querySelector('.folium-map'); })")
    frame.post({"type": "dateline:select", "id": "e03"})
    frame.inner.locator('.dl-selected[data-id="e03"]').wait_for()
    frame.inner.get_by_role("button", name="Zoom in").click()
    frame.page.wait_for_timeout(500)
    transform = inner.evaluate("document.querySelector('.leaflet-control-scale-line').textContent")
    story = manta()
    renamed = replace(story, events=tuple(replace(e, title="Renamed") if e.id == "e03" else e for e in story.events))
    frame.post({"type": "dateline:replace", "payload": json.dumps(page_payload(renamed, whole_text=True))})
    frame.until("dateline:ready", 2)
    assert frame.inner.locator(".dl-selected .dl-title").inner_text() == "Renamed"
    assert inner.evaluate("kept === document.querySelector('.folium-map')")
    assert inner.evaluate("document.querySelector('.leaflet-control-scale-line').textContent") == transform


MALFORMED: tuple[Any, ...] = (
    None,
    "text",
    {},
    {"type": "dateline:unknown"},
    {"type": "constructor"},
    {"type": "dateline:window", "window": "2025"},
    {"type": "dateline:window", "window": [1.5, None]},
    {"type": "dateline:select", "id": 7},
    {"type": "dateline:filter", "filters": None},
    {"type": "dateline:theme", "theme": "<script>"},
    {"type": "dateline:replace", "payload": "not json"},
    {"type": "dateline:replace", "payload": {"version": 99}},
)


def test_malformed_messages_are_ignored(frame: Frame) -> None:
    for message in MALFORMED:
        frame.post(message)
    frame.page.wait_for_timeout(200)
    assert frame.inner.locator(".dl-cards .dl-card").count() == 13


def test_the_text_marks_places_dates_and_events(frame: Frame) -> None:
    frame.inner.get_by_role("button", name="Text", exact=True).click()
    assert frame.inner.locator(".dl-mark-place").all_text_contents() == ["Galápagos", "Quito"]
    frame.inner.locator(".dl-margin .dl-chip").nth(3).click()
    assert frame.inner.locator(".dl-told").count() >= 1
