"""The page in Chromium: what a reader sees and does, from file://, without a request."""

from __future__ import annotations

from typing import Any

import folium
import pytest

from tests.timeline.page.stories import day, manta, many
from timeline.model import Timeline
from timeline.page import page_html, to_folium

from .conftest import Opened, Opener


@pytest.fixture(scope="module")
def story() -> Timeline:
    return manta()


@pytest.fixture(scope="module")
def html(story: Timeline) -> str:
    return page_html(story)


def set_window(seen: Opened, window: list[int | None] | None) -> None:
    seen.page.evaluate("(window) => dateline.view.model.setWindow(window)", window)
    seen.settle()


def titles(seen: Opened) -> list[str]:
    return [str(text) for text in seen.page.locator(".dl-card .dl-title").all_text_contents()]


def handle(seen: Opened, name: str) -> Any:
    return seen.page.get_by_role("slider", name=name)


def test_the_page_asks_for_nothing_and_no_script_fails(open_page: Opener, html: str) -> None:
    seen = open_page(html)
    seen.settle()
    assert (seen.requests, seen.errors, seen.console) == ([], [], [])


def test_places_with_events_and_mentioned_places_are_readable_without_a_click(open_page: Opener, html: str) -> None:
    report = open_page(html).report()
    assert any(name.startswith("Manta") for name in report["names"])
    assert {"Ulpiano Páez Air Base", "Manabí", "Ecuador"} <= set(report["names"])
    assert report["mentioned"] == ["Galápagos Islands", "Quito"]


def test_an_opening_view_names_at_least_five_towns(open_page: Opener, html: str) -> None:
    assert len(open_page(html).report()["groundNames"]) >= 5


def test_header_groups_add_up_to_all_events(open_page: Opener, html: str, story: Timeline) -> None:
    words = open_page(html).page.locator(".dl-counts").inner_text()
    total, rest = words.split(":")
    assert total == f"{len(story.events)} events"
    assert sum(int(part.split()[0]) for part in rest.split(",")) == len(story.events)


def test_timeline_and_both_handles_are_on_the_first_screen(open_page: Opener, html: str) -> None:
    seen = open_page(html, size=(1280, 720))
    for name in ("From", "To"):
        box = handle(seen, name).bounding_box()
        assert box and box["y"] + box["height"] <= 720
        assert box["width"] >= 24


def test_dragging_a_handle_filters_the_map_at_once(open_page: Opener, html: str) -> None:
    seen = open_page(html)
    before = seen.report()["shown"]
    box = handle(seen, "From").bounding_box()
    seen.page.mouse.move(box["x"] + 12, box["y"] + 60)
    seen.page.mouse.down()
    seen.page.mouse.move(900, box["y"] + 60, steps=5)
    seen.page.evaluate("new Promise(requestAnimationFrame)")
    seen.page.evaluate("new Promise(requestAnimationFrame)")
    during = seen.report()["shown"]
    seen.page.mouse.up()
    seen.settle()
    assert during < before
    assert "US patrols fly from Manta" not in titles(seen)
    assert seen.page.get_by_role("status").inner_text() == f"{seen.report()['shown']} of 13 events shown"


def test_a_window_keeps_what_began_before_it_and_goes_on(open_page: Opener, html: str) -> None:
    seen = open_page(html)
    set_window(seen, [day("2009-12-30"), day("2009-12-31")])
    assert "US patrols fly from Manta" in titles(seen)
    assert "Constitution outlaws foreign bases" not in titles(seen)


def test_undated_events_stay_in_their_tray_whatever_the_window(open_page: Opener, html: str) -> None:
    seen = open_page(html)
    set_window(seen, [day("2025-11-06"), day("2025-11-06")])
    tray = seen.page.get_by_label("No date")
    assert tray.locator(".dl-title").all_text_contents() == [
        "Lease of the Manta base signed",
        "Help against gangs welcomed",
    ]


def test_denied_events_are_listed_and_never_on_the_map(open_page: Opener, html: str) -> None:
    seen = open_page(html)
    denied = seen.page.get_by_label("Denied or only possible")
    assert denied.locator(".dl-title").all_text_contents() == ["No permanent base is built"]
    row = int(denied.locator("[data-row]").get_attribute("data-row"))
    assert row not in [row for mark in seen.report()["marks"] for row in mark["rows"]]


@pytest.mark.parametrize(
    ("key", "moved"), [("ArrowRight", 1), ("ArrowLeft", 0), ("PageUp", 1), ("End", 1), ("Home", 0)], ids=str
)
def test_keys_move_a_handle_only_while_it_has_the_focus(open_page: Opener, html: str, key: str, moved: int) -> None:
    seen = open_page(html)
    seen.page.keyboard.press(key)
    before = int(handle(seen, "From").get_attribute("aria-valuenow"))
    handle(seen, "From").focus()
    seen.page.keyboard.press(key)
    seen.settle()
    after = int(handle(seen, "From").get_attribute("aria-valuenow"))
    assert before == day("2008-01-01")
    assert (after > before) == bool(moved)


def test_a_handle_says_its_day_in_words(open_page: Opener, html: str) -> None:
    seen = open_page(html)
    set_window(seen, [day("2025-11-06"), None])
    assert handle(seen, "From").get_attribute("aria-valuetext") == "6 Nov 2025"
    assert handle(seen, "To").get_attribute("aria-valuetext") == "31 Jan 2026, the end of the story"


@pytest.mark.parametrize("typed", ["2025-11-06", "6 Nov 2025", "Nov 6, 2025"])
def test_dates_can_be_typed(open_page: Opener, html: str, typed: str) -> None:
    seen = open_page(html)
    field = seen.page.get_by_label("From", exact=True).locator("visible=true").and_(seen.page.locator("input"))
    field.fill(typed)
    field.press("Enter")
    seen.settle()
    assert int(handle(seen, "From").get_attribute("aria-valuenow")) == day("2025-11-06")


def test_a_typed_date_that_is_none_is_named_and_changes_nothing(open_page: Opener, html: str) -> None:
    seen = open_page(html)
    field = seen.page.locator(".dl-dates input").first
    field.fill("31 Feb 2025")
    field.press("Enter")
    assert field.get_attribute("aria-invalid") == "true"
    assert "is not a date" in seen.page.get_by_role("status").inner_text()
    assert seen.report()["shown"] == 13


def test_up_to_shows_everything_from_the_beginning(open_page: Opener, html: str) -> None:
    seen = open_page(html)
    set_window(seen, [day("2025-11-01"), day("2025-11-30")])
    seen.page.get_by_role("button", name="Up to this date").click()
    seen.settle()
    assert "US patrols fly from Manta" in titles(seen)
    assert "US Air Force personnel sent to Manta" not in titles(seen)


def test_play_goes_from_event_to_event_and_reset_ends_it(open_page: Opener, html: str) -> None:
    seen = open_page(html)
    seen.page.get_by_label("Speed").select_option("4")
    seen.page.get_by_role("button", name="Play from event to event").click()
    first = seen.page.evaluate("dateline.view.model.selected")
    seen.page.wait_for_function("(row) => dateline.view.model.selected === row", arg=first + 2, timeout=5000)
    seen.page.get_by_role("button", name="Pause").click()
    stopped = seen.page.evaluate("dateline.view.model.selected")
    seen.page.wait_for_timeout(700)
    assert seen.page.evaluate("dateline.view.model.selected") == stopped
    seen.page.get_by_role("button", name="Show the whole story again").click()
    seen.settle()
    assert seen.report()["shown"] == 13


def test_next_and_previous_step_through_events_not_ticks(open_page: Opener, html: str) -> None:
    seen = open_page(html)
    seen.page.evaluate("dateline.view.model.select(0)")
    seen.page.get_by_role("button", name="Next event").click()
    assert seen.page.evaluate("dateline.view.model.selected") == 1
    seen.page.get_by_role("button", name="Previous event").click()
    assert seen.page.evaluate("dateline.view.model.selected") == 0


def test_the_three_panes_show_the_same_event(open_page: Opener, html: str) -> None:
    seen = open_page(html)
    report = seen.report()
    mark = next(mark for mark in report["marks"] if len(mark["rows"]) == 1)
    row = mark["rows"][0]
    at = seen.page.evaluate(
        """(mark) => { const canvas = document.querySelector(".leaflet-dl-marks-pane canvas").getBoundingClientRect();
        return [canvas.x + (mark.x0 + mark.x1) / 2, canvas.y + (mark.y0 + mark.y1) / 2]; }""",
        mark,
    )
    seen.page.mouse.move(*at)
    seen.settle()
    assert seen.page.locator(".dl-hovered").get_attribute("data-row") == str(row)
    seen.page.mouse.click(*at)
    seen.settle()
    card = seen.page.locator(".dl-selected")
    assert card.get_attribute("data-row") == str(row)
    assert card.locator("blockquote").count() == 1
    other = next(item for item in report["strip"] if item["row"] != row)
    track = seen.page.locator(".dl-strip").bounding_box()
    lane_y = seen.page.evaluate("(lane) => { const s = dateline.view.strip(); return s.laneY(lane); }", other["lane"])
    seen.page.mouse.click(track["x"] + other["chip"], track["y"] + lane_y)
    seen.settle()
    assert seen.page.locator(".dl-selected").get_attribute("data-row") == str(other["row"])


def test_the_whole_state_is_in_the_hash_and_comes_back(open_page: Opener, html: str) -> None:
    seen = open_page(html)
    set_window(seen, [day("2025-11-01"), day("2025-12-31")])
    seen.page.get_by_role("button", name="Essential").click()
    seen.page.evaluate("dateline.view.model.select(dateline.view.model.story.row('e04'))")
    seen.page.wait_for_timeout(400)
    fragment = seen.page.evaluate("location.hash")
    again = open_page(html, fragment=fragment)
    assert again.page.evaluate("dateline.view.model.window") == [day("2025-11-01"), day("2025-12-31")]
    assert again.page.locator(".dl-selected").get_attribute("data-id") == "e04"
    assert again.report()["shown"] == seen.report()["shown"] == 3


@pytest.mark.parametrize(
    "fragment", ["#window=x..y&event=nope&map=a,b,c", "#window=..&map=900,0,3", "#%E0%A4%A", "#kind=zzz"]
)
def test_a_broken_hash_does_no_harm(open_page: Opener, html: str, fragment: str) -> None:
    seen = open_page(html, fragment=fragment)
    assert seen.errors == []
    assert seen.page.locator(".dl-shell").count() == 1


def test_filters_and_search_narrow_all_panes(open_page: Opener, html: str) -> None:
    seen = open_page(html)
    seen.page.get_by_role("button", name="Filters").click()
    seen.page.get_by_label("Deployment or movement").uncheck()
    seen.settle()
    assert seen.report()["shown"] == 8
    seen.page.get_by_role("button", name="Clear all filters").click()
    seen.page.get_by_role("searchbox").fill("referendum")
    seen.page.wait_for_timeout(300)
    seen.settle()
    assert titles(seen) == ["Voters refuse foreign bases in a referendum"]
    assert seen.page.locator(".dl-table tbody tr").count() == 1


def test_what_a_selection_leaves_out_is_absent_from_the_file(story: Timeline) -> None:
    from timeline.model import Selection

    cut = page_html(story, selection=Selection(window=(day("2025-11-01"), None), undated=False))
    assert "Kristi Noem tours" in cut
    assert "US patrols fly from Manta" not in cut


def test_equal_input_gives_equal_bytes(story: Timeline, html: str) -> None:
    assert page_html(story) == html


def test_layers_of_a_python_user_appear_with_popup_and_tooltip(open_page: Opener, story: Timeline) -> None:
    web_map = to_folium(story)
    line = folium.PolyLine([(-0.95, -80.7), (-2.2, -80.98)], tooltip="A road", popup="<b>Popup</b> of a road")
    line.add_to(web_map)
    folium.Circle((-1.5, -79.5), radius=30000, popup="A circle").add_to(web_map)
    folium.Marker((-2.0, -79.0), popup="A marker", icon=folium.Icon(color="red")).add_to(web_map)
    shape = {"type": "Feature", "properties": {"name": "box"}, "geometry": {"type": "Point", "coordinates": [-79, -1]}}
    folium.GeoJson({"type": "FeatureCollection", "features": [shape]}, tooltip=folium.GeoJsonTooltip(["name"])).add_to(
        web_map
    )
    seen = open_page(web_map.get_root().render())
    assert (seen.errors, seen.requests) == ([], [])
    assert seen.page.locator(".leaflet-overlay-pane path").count() == 2
    assert seen.page.locator(".leaflet-marker-pane > *").count() == 2
    seen.page.locator(".leaflet-marker-pane .dl-pin").click()
    assert seen.page.locator(".leaflet-popup-content").inner_text() == "A marker"


def test_online_tiles_are_named_in_the_policy_and_nothing_else_may_load(story: Timeline) -> None:
    web_map = to_folium(story)
    folium.TileLayer("https://{s}.tiles.example/{z}/{x}/{y}.png", attr="Tiles of an example").add_to(web_map)
    page = web_map.get_root().render()
    policy = page.split('Content-Security-Policy" content="')[1].split('"')[0]
    assert "img-src data: https://*.tiles.example" in policy
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy


def test_a_layer_that_needs_another_host_is_refused_in_a_sentence(story: Timeline) -> None:
    from folium.plugins import MarkerCluster

    from geo.errors import ExportError

    web_map = to_folium(story)
    MarkerCluster().add_to(web_map)
    with pytest.raises(ExportError, match="another host"):
        web_map.get_root().render()


def test_without_javascript_the_table_has_every_event(browser: Any, html: str, story: Timeline) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.set_content(html)
    assert page.locator("#dl-static tbody tr").count() == len(story.events)
    context.close()


@pytest.mark.parametrize("size", [(360, 740), (1280, 720), (1920, 1080)], ids=str)
def test_nothing_spills_sideways(open_page: Opener, html: str, size: tuple[int, int]) -> None:
    seen = open_page(html, size=size)
    assert seen.page.evaluate("document.documentElement.scrollWidth") <= size[0]


@pytest.mark.parametrize("width", [360, 1280])
def test_targets_are_at_least_24_pixels(open_page: Opener, html: str, width: int) -> None:
    seen = open_page(html, size=(width, 740))
    seen.page.get_by_role("button", name="Filters").click()
    small = seen.page.evaluate(
        """[...document.querySelectorAll("button, input, select, summary, [role=slider]")]
        .map((node) => [node.textContent || node.type, (node.closest("label") ?? node).getBoundingClientRect()])
        .filter(([, box]) => box.width && (box.width < 23.9 || box.height < 23.9)).map(([name]) => name)"""
    )
    assert [name for name in small if not name.startswith(("US ", "Const"))] == []


def test_reduced_motion_jumps(open_page: Opener, html: str) -> None:
    seen = open_page(html, reduced_motion="reduce")
    seen.page.evaluate("dateline.view.model.select(dateline.view.model.story.row('e04'))")
    seen.page.evaluate("new Promise(requestAnimationFrame)")
    assert seen.page.locator(".leaflet-pan-anim").count() == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_colours_follow_the_system_and_the_switch(open_page: Opener, html: str, scheme: str) -> None:
    seen = open_page(html, color_scheme=scheme)
    paper = "getComputedStyle(document.querySelector('.dl-root')).getPropertyValue('--dl-dark').trim()"
    assert seen.page.evaluate(paper) == ("1" if scheme == "dark" else "0")
    seen.page.get_by_role("button", name="Light or dark").click()
    assert seen.page.evaluate(paper) == ("0" if scheme == "dark" else "1")


def test_twenty_thousand_events_are_dots_that_open_a_list(open_page: Opener) -> None:
    seen = open_page(page_html(many(20_000, text=False)))
    assert seen.report()["style"] == "dots"
    assert seen.report()["status"] == "20,000 of 20,000 events shown"
    set_window(seen, [day("2010-01-01"), day("2010-12-31")])
    inside = seen.report()["inside"]
    starts = seen.page.evaluate("(rows) => rows.map((row) => dateline.view.model.story.end[row])", inside)
    assert 500 < len(inside) < 2000
    assert min(starts) >= day("2010-01-01")
    spot = seen.page.evaluate(
        """(row) => { const { places, place } = dateline.view.model.story; const map = dateline.view.map();
        const lat = (Math.atan(Math.sinh(Math.PI * (1 - 2 * places.y[place[row]]))) * 180) / Math.PI;
        const lng = places.x[place[row]] * 360 - 180;
        const near = lng + 360 * Math.round((map.getCenter().lng - lng) / 360);
        const at = map.latLngToContainerPoint([lat, near]); const box = map.getContainer().getBoundingClientRect();
        return [at.x + box.x, at.y + box.y]; }""",
        inside[0],
    )
    seen.page.mouse.click(*spot)
    assert seen.page.locator(".dl-pop:not([hidden]) li, .dl-selected").count() >= 1
    assert (seen.errors, seen.requests) == ([], [])


def test_a_stack_opens_into_a_list_and_escape_closes_it(open_page: Opener) -> None:
    seen = open_page(page_html(many(300)))
    mark = max(seen.report()["marks"], key=lambda mark: len(mark["rows"]))
    canvas = seen.page.locator(".leaflet-dl-marks-pane canvas").bounding_box()
    seen.page.mouse.click(canvas["x"] + (mark["x0"] + mark["x1"]) / 2, canvas["y"] + (mark["y0"] + mark["y1"]) / 2)
    listed = seen.page.get_by_role("dialog").locator("li button")
    assert listed.count() == len(mark["rows"])
    seen.page.keyboard.press("Escape")
    assert seen.page.get_by_role("dialog").count() == 0


def test_a_mentioned_place_says_why_it_is_there(open_page: Opener, html: str) -> None:
    seen = open_page(html)
    mentions = seen.page.get_by_label("Mentioned places").inner_text()
    assert "Quito\nStands for a government or an organisation." in mentions
    assert "Galápagos Islands\nNamed in the text" in mentions


def test_a_notebook_shows_the_same_page(story: Timeline) -> None:
    shown = to_folium(story)._repr_html_()
    assert "srcdoc=" in shown
    assert "dateline.mount" in shown


def test_the_closest_and_the_widest_view_have_names(open_page: Opener, html: str) -> None:
    seen = open_page(html)
    for zoom in (2, 4, 6, 8, 11):
        seen.page.evaluate("(zoom) => dateline.view.map().setView([-0.95, -80.7], zoom, { animate: false })", zoom)
        report = seen.report()
        assert len(report["groundNames"]) + len(report["names"]) >= 5, zoom


def test_a_mark_of_the_timeline_under_the_pointer_says_its_title(open_page: Opener, html: str) -> None:
    seen = open_page(html)
    item = seen.report()["strip"][0]
    track = seen.page.locator(".dl-strip").bounding_box()
    lane_y = seen.page.evaluate("(lane) => dateline.view.strip().laneY(lane)", item["lane"])
    seen.page.mouse.move(track["x"] + item["chip"], track["y"] + lane_y)
    title = seen.page.evaluate("(row) => dateline.view.model.story.titleOf(row)", item["row"])
    assert title in seen.page.locator(".dl-time-tip").inner_text()
    seen.page.mouse.move(10, 10)
    assert seen.page.locator(".dl-time-tip").is_hidden()


def test_a_bar_of_the_histogram_says_how_many_events_it_holds(open_page: Opener) -> None:
    seen = open_page(page_html(many(1000)))
    track = seen.page.locator(".dl-strip").bounding_box()
    seen.page.mouse.move(track["x"] + track["width"] / 2, track["y"] + track["height"] / 2)
    assert "event" in seen.page.locator(".dl-time-tip b").inner_text()


def test_the_key_is_open_only_where_there_is_room_and_the_inset_too(open_page: Opener, html: str) -> None:
    wide, narrow = open_page(html, size=(1400, 900)), open_page(html, size=(360, 740))
    assert wide.page.locator(".dl-legend").evaluate("(node) => node.open")
    assert not narrow.page.locator(".dl-legend").evaluate("(node) => node.open")
    assert narrow.page.locator(".dl-inset").is_hidden()
