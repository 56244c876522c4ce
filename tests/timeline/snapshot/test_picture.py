"""The drawn picture, asked through its report: every event once a channel, nothing covered, nothing lost."""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
import sys
from dataclasses import replace
from functools import lru_cache
from hashlib import sha256

import numpy as np
import pytest
from PIL import Image

from geo.gazetteer import shipped_gazetteer
from geo.model import Extent, Place
from timeline.errors import InputError
from timeline.kinds import GROUP_STYLES, style_of
from timeline.model import Event, Timeline
from timeline.snapshot import LayoutReport, SnapshotPlan, plan_snapshot, render, snapshot_bytes, to_json
from timeline.snapshot.chips import contrast, shown_color
from timeline.snapshot.draw import render_bytes
from timeline.snapshot.items import Mark, Text
from timeline.snapshot.theme import PRESETS, THEMES

from .stories import MANTA, PAEZ, QUITO, SALINAS, day, manta, many, on

DPI = 100


def drawn(timeline: Timeline, **options) -> tuple[SnapshotPlan, LayoutReport]:
    plan = plan_snapshot(timeline, **{"dpi": DPI} | options)
    return plan, render_bytes(plan, "png")[1]


@lru_cache(maxsize=1)
def the_manta_page() -> tuple[SnapshotPlan, LayoutReport]:
    return drawn(manta())


def named(report: LayoutReport) -> list[str]:
    return [f"{a.role} {a.text!r} / {b.role} {b.text!r}" for a, b in report.overlaps()]


def test_every_event_has_one_entry_in_the_list_and_one_place_on_strip_and_map():
    _, report = the_manta_page()
    for event in manta().events:
        assert len(report.of_event(event.id, "list-chip")) == 1
        assert len(report.of_event(event.id, "list-date")) == 1
        assert report.of_event(event.id, "list-title")
        assert len(report.of_event(event.id, "map-chip")) == (1 if event.is_on_map else 0)
        on_strip = event.when is not None and event.group != "not_happened"
        assert len(report.of_event(event.id, "strip-chip")) == (1 if on_strip else 0)


def test_an_event_carries_the_same_number_and_colour_everywhere():
    _, report = the_manta_page()
    for number, event in enumerate(manta().events, 1):
        marks = [mark for mark in report.marks if mark.event == event.id and mark.role.endswith("chip")]
        assert {mark.text for mark in marks} == {str(number)}
        if event.group != "not_happened":
            assert {mark.color for mark in marks} == {style_of(event.kind).color}


@pytest.mark.parametrize("preset", PRESETS)
def test_nothing_covers_anything_in_any_format(preset):
    _, report = drawn(manta(), preset=preset)
    assert named(report) == []


@pytest.mark.parametrize("count", [10, 30, 60])
def test_nothing_covers_anything_with_many_events(count):
    _, report = drawn(many(count))
    assert named(report) == []


def test_no_event_is_lost_at_a_thousand():
    plan = plan_snapshot(many(1000))
    listed = [item.event for page in plan.pages for item in page.items if item.role == "list-chip"]
    assert sorted(listed) == sorted(event.id for event in many(1000).events)
    strip = [item.event for item in plan.pages[0].items if item.role == "strip-dot"]
    assert len(strip) == len(set(strip)) == 1000
    mapped = {
        name for item in plan.pages[0].items if item.role in ("map-dot", "map-chip") for name in item.event.split()
    }
    assert len(mapped) == 1000


def test_a_marker_stands_where_its_place_is_projected_to():
    plan, report = the_manta_page()
    panel = plan.pages[0].panels[0]
    for place, event in ((PAEZ, "e04"), (MANTA, "e07")):
        dots = [mark for mark in report.marks if mark.role == "dot" and event in mark.event.split()]
        assert len(dots) == 1
        x, y = dots[0].box.middle
        expected = projected(panel, place.lon, place.lat)
        assert np.hypot(x - expected[0], y - expected[1]) < (0.05 if place is PAEZ else 1.7)


def projected(panel, lon: float, lat: float) -> tuple[float, float]:
    """Lambert's azimuthal equal-area formula, written out again."""
    phi, phi0, turn = np.radians(lat), np.radians(panel.lat0), np.radians(lon - panel.lon0)
    k = 6371.0072 * np.sqrt(2 / (1 + np.sin(phi0) * np.sin(phi) + np.cos(phi0) * np.cos(phi) * np.cos(turn)))
    x = k * np.cos(phi) * np.sin(turn)
    y = k * (np.cos(phi0) * np.sin(phi) - np.sin(phi0) * np.cos(phi) * np.cos(turn))
    cx, cy = panel.box.middle
    return cx + (x - panel.x_km) / panel.km_per_mm, cy - (y - panel.y_km) / panel.km_per_mm


def test_mentioned_places_are_grey_rings_with_a_name_and_never_chips():
    _, report = the_manta_page()
    names = {text.text for text in report.texts if text.role in ("mentioned", "pointer", "inset-caption")}
    assert {"Quito", "Manabí", "Salinas"} <= names
    assert any(name.startswith("Galápagos Islands") for name in names)
    rings = [mark for mark in report.marks if mark.role == "mentioned"]
    assert len(rings) >= 4
    assert all(mark.text == "" and mark.event == "" for mark in rings)


def test_a_country_is_a_square_and_an_area_hollow_and_dashed():
    plan, _ = the_manta_page()
    chips = {item.event: item for item in plan.pages[0].items if isinstance(item, Mark) and item.role == "map-chip"}
    assert chips["e05"].shape == "square"
    assert chips["e05"].fill == THEMES["light"].paper
    assert chips["e04"].shape == "disc"
    assert chips["e04"].fill == style_of("visit").color
    assert plan.pages[0].panels[0].focus == ("EC",)


def test_what_was_denied_is_listed_and_neither_on_the_map_nor_on_the_strip():
    _, report = the_manta_page()
    assert report.of_event("e10", "list-title")
    assert not report.of_event("e10", "map-chip")
    assert not report.of_event("e10", "strip-chip")


def test_the_footer_names_sources_licences_and_how_much_was_checked():
    _, report = the_manta_page()
    words = " ".join(text.text for text in report.texts if text.role == "footer")
    for needed in (
        "3 of 10 checked",
        "Latin Times",
        "GeoNames (CC BY 4.0)",
        "Natural Earth",
        "Boundaries do not imply",
    ):
        assert needed in words


@pytest.mark.parametrize(
    "change",
    [
        lambda e: replace(e, place=replace(e.place, lon=e.place.lon + 0.05)),
        lambda e: replace(e, when=on(2025, 11, 7)),
        lambda e: replace(e, kind="attack"),
        lambda e: replace(e, title="Another title"),
        lambda e: None,
    ],
    ids=["moved 0.05 degrees", "another date", "another kind", "another title", "dropped"],
)
def test_a_changed_event_changes_the_report(change):
    changed = tuple(new for e in manta().events if (new := change(e) if e.id == "e04" else e) is not None)
    _, report = drawn(replace(manta(), events=changed))
    assert facts(report) != facts(the_manta_page()[1])


def facts(report: LayoutReport) -> list[tuple]:
    things = (*report.texts, *report.marks)
    return [(t.role, t.text, t.event, t.color, round(t.box.x, 2), round(t.box.y, 2)) for t in things]


PLACES_OF_WORK = (
    {"TZ": "Asia/Kathmandu", "LC_ALL": "C", "PYTHONHASHSEED": "77"},
    {"TZ": "America/Lima", "LC_ALL": "tr_TR.UTF-8", "LANG": "ar_EG.UTF-8", "PYTHONHASHSEED": "1", "COLUMNS": "20"},
)


def test_the_same_timeline_gives_the_same_bytes_in_three_processes_with_other_locales_and_time_zones(tmp_path):
    here = [sha256(snapshot_bytes(manta(), fmt=fmt, dpi=72)).hexdigest() for fmt in ("png", "svg", "pdf")]
    code = (
        "import hashlib\nfrom tests.timeline.snapshot.stories import manta\n"
        "from timeline.snapshot import snapshot_bytes\n"
        "print(*(hashlib.sha256(snapshot_bytes(manta(), fmt=f, dpi=72)).hexdigest() for f in ('png', 'svg', 'pdf')))"
    )
    for settings in PLACES_OF_WORK:
        env = {**os.environ, **settings, "MPLCONFIGDIR": str(tmp_path)}
        there = subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, text=True, check=True)
        assert there.stdout.split() == here


def test_the_plan_is_plain_json_and_the_same_each_time():
    text = to_json(plan_snapshot(manta()))
    assert text == to_json(plan_snapshot(manta()))
    assert json.loads(text)["pages"][0]["panels"][0]["projection"] == "laea"


@pytest.mark.parametrize(
    ("preset", "pixels"),
    [
        ("a4-landscape", (3508, 2480)),
        ("a4-portrait", (2480, 3508)),
        ("slide", (1920, 1080)),
        ("social", (1200, 675)),
        ("square", (1080, 1080)),
    ],
)
def test_a_format_has_exactly_its_pixels(preset, pixels):
    assert plan_snapshot(manta(), preset=preset).pixels == pixels


def test_the_png_has_its_pixels_resolution_and_words_for_those_who_cannot_see_it():
    plan = plan_snapshot(manta(), dpi=DPI)
    image = Image.open(io.BytesIO(render_bytes(plan, "png")[0]))
    image.load()
    assert image.size == plan.pixels
    assert image.mode == "RGB"
    assert image.info["dpi"] == pytest.approx((DPI, DPI), abs=0.1)
    assert image.text["Description"] == plan.alt
    assert "Referendum" in plan.alt


def test_the_svg_has_a_title_and_a_description_and_no_font_or_network_reference():
    text = snapshot_bytes(manta(), fmt="svg", dpi=72).decode()
    assert "<title>American airmen return to Manta</title>" in text
    assert "<desc>Map and timeline: American airmen" in text
    links = re.findall(r'(?:href|src)="([^"]*)"', text)
    assert all(link.startswith("#") for link in links)


def test_the_pdf_has_a_page_for_each_page_of_the_plan():
    plan = plan_snapshot(many(60), dpi=72)
    made, _ = render_bytes(plan, "pdf")
    assert made.startswith(b"%PDF")
    assert len(re.findall(rb"/Type /Page\b(?!s)", made)) == len(plan.pages) == 2


def test_hostile_words_stay_words_in_the_svg():
    bad = replace(manta(), title="</title><script>alert(1)</script>")
    assert "<script" not in snapshot_bytes(bad, fmt="svg", dpi=72).decode()


@pytest.mark.parametrize(
    ("timeline", "words"),
    [
        (Timeline(), "No event inside the window."),
        (
            replace(manta(), events=tuple(replace(e, place=None) for e in manta().events), toponyms=()),
            "No event has a place",
        ),
    ],
    ids=["no event", "no place"],
)
def test_without_a_map_the_picture_says_so(timeline, words):
    _, report = drawn(timeline)
    assert any(text.text.startswith(words) for text in report.texts)
    assert named(report) == []


@pytest.mark.parametrize(
    "timeline",
    [
        replace(manta(), events=manta().events[3:4]),
        many(14, (MANTA,)),
        many(30, (QUITO,)),
        replace(manta(), title="A long title that goes on and on " * 13),
        replace(manta(), title="عودة الطيارين الأمريكيين إلى مانتا"),
        replace(manta(), events=tuple(replace(e, when=None) for e in manta().events)),
    ],
    ids=["one event", "all at one point", "thirty at one point", "400 characters", "right to left", "undated"],
)
def test_odd_stories_give_a_sensible_picture(timeline):
    _, report = drawn(timeline)
    assert named(report) == []
    assert report.missing_glyphs == ()
    page = THEMES["light"].paper
    assert page
    assert all(t.box.x >= 0 and t.box.right <= 297.1 for t in report.texts)


def test_a_window_without_events_is_drawn_with_its_words():
    _, report = drawn(manta(), window=(day(2026, 3, 1), day(2026, 4, 1)))
    assert any("1 MAR–1 APR 2026" in text.text for text in report.texts)
    assert named(report) == []


def test_a_character_that_no_face_has_is_reported_and_not_drawn_as_a_box():
    _, report = drawn(replace(manta(), title="美国 Manta"))
    assert report.missing_glyphs == ("国", "美")


def test_latin_greek_and_cyrillic_are_drawn_in_inter():
    _, report = drawn(replace(manta(), title="Ñandú Ștefan Łódź — Αθήνα, Київ, Владивосток"))
    assert report.missing_glyphs == ()


@pytest.mark.parametrize("bad", [{"preset": "poster"}, {"theme": "sepia"}, {"lang": "xx"}, {"dpi": 1200}, {"dpi": 10}])
def test_an_unknown_choice_is_refused_in_one_sentence(bad):
    with pytest.raises(InputError, match=r"\.$"):
        plan_snapshot(manta(), **bad)


@pytest.mark.parametrize("style", GROUP_STYLES, ids=lambda style: style.key)
def test_kinds_can_be_read_on_both_papers_and_under_white_figures(style):
    assert contrast(style.color, "#FFFFFF") >= 4.7
    for theme in THEMES.values():
        assert contrast(shown_color(style.color, theme), theme.paper) >= 4.5


VISION = {
    # Machado, Oliveira and Fernandes (2009), severity 1
    "normal": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protan": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deutan": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.01182, 0.04294, 0.968881)),
    "tritan": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.3039)),
}


def lab_seen(color: str, eye: str) -> np.ndarray:
    """CIE 1976 Lab of an sRGB colour as an eye sees it."""
    parts = np.array([int(color[k : k + 2], 16) / 255 for k in (1, 3, 5)])
    linear = np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)
    seen = np.clip(np.array(VISION[eye]) @ linear, 0, 1)
    to_xyz = ((0.4124564, 0.3575761, 0.1804375), (0.2126729, 0.7151522, 0.072175), (0.0193339, 0.119192, 0.9503041))
    xyz = np.array(to_xyz) @ seen / np.array([0.95047, 1.0, 1.08883])
    f = np.where(xyz > 0.008856, np.cbrt(xyz), 7.787 * xyz + 16 / 116)
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
@pytest.mark.parametrize("eye", VISION)
def test_kinds_stay_apart_on_both_papers_for_every_kind_of_colour_vision(theme, eye):
    colors = [shown_color(style.color, theme) for style in GROUP_STYLES]
    pairs = [(one, other) for k, one in enumerate(colors) for other in colors[:k]]
    assert min(np.linalg.norm(lab_seen(a, eye) - lab_seen(b, eye)) for a, b in pairs) >= 22


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
def test_words_can_be_read_on_the_paper(theme):
    for color in (theme.text, theme.muted, theme.faint):
        assert contrast(color, theme.paper) >= 4.5
    for color in (theme.text, theme.muted):
        assert contrast(color, theme.band) >= 4.5
        assert contrast(color, theme.window) >= 4.5


def test_no_words_of_the_social_format_are_smaller_than_14_pixels():
    plan = plan_snapshot(manta(), preset="social")
    sizes = [item.size * plan.dpi / 72 for item in plan.pages[0].items if isinstance(item, Text)]
    assert min(sizes) >= 14


def test_the_social_format_numbers_at_most_six_events_and_says_how_many_more():
    plan = plan_snapshot(manta(), preset="social")
    chips = [item for item in plan.pages[0].items if item.role == "map-chip"]
    assert 0 < len(chips) <= 6
    listed = {item.event for item in plan.pages[0].items if item.role == "list-chip"}
    more = f"and {len(manta().events) - len(listed)} more events"
    assert any(isinstance(item, Text) and item.text == more for item in plan.pages[0].items)


def test_the_dark_picture_in_spanish_has_dark_paper_and_spanish_words():
    plan, report = drawn(manta(), theme="dark", lang="es")
    image = np.asarray(Image.open(io.BytesIO(render_bytes(plan, "png")[0])))
    assert image[2, 2].tolist() == [0x14, 0x18, 0x1D]
    words = {text.text for text in report.texts}
    assert {"HECHOS", "lugar exacto"} <= words
    assert named(report) == []


def test_spanish_words_reach_dates_strip_footer_and_description():
    plan, report = drawn(manta(), lang="es", credit="Nuestra mesa")
    words = {text.text for text in report.texts}
    assert {"enero de 2024", "6 nov 2025", "mediados de noviembre de 2025", "hasta 2009", "ANTECEDENTES"} <= words
    footer = " ".join(text.text for text in report.texts if text.role == "footer")
    assert footer.startswith("Nuestra mesa. Hecho por máquina, 3 de 10 comprobados. Fuente: Latin Times")
    assert plan.alt.startswith("Mapa y cronología: ")
    assert not any(month in text.split() for month in ("Jan", "Dec") for text in words)


def test_a_story_without_a_title_is_headed_by_what_it_holds():
    plan, report = drawn(replace(manta(), title="", articles=()))
    assert plan.title == "10 events at Ecuador, Manta air base, Ulpiano Páez air base and Manta, 2008–2025"
    assert not [text for text in report.texts if text.role == "subtitle"]


def test_an_event_in_the_country_around_the_map_is_marked_on_it():
    usa = Place("gn:6252001", "United States", "country", -98.5, 39.8, "US", radius_km=2200, outline="country:US")
    town = Place("gn:4183849", "Blakely", "city", -84.934, 31.378, "US", population=4837, radius_km=3)
    events = tuple(Event(f"u{k}", "A recall", when=on(2009, 1, 9 + k), place=p) for k, p in enumerate((town, usa)))
    plan, report = drawn(Timeline((), events, ()))
    assert {mark.event for mark in report.marks if mark.role == "map-chip"} == {"u0", "u1"}
    panel = plan.pages[0].panels[0]
    assert 200 < panel.km_per_mm * panel.box.w < 1500


def test_titles_are_shown_whole_before_the_map_gives_way_and_before_a_second_page():
    _, report = drawn(manta())
    shown = {}
    for text in report.texts:
        if text.role == "list-title":
            shown[text.event] = f"{shown.get(text.event, '')} {text.text}".strip()
    assert shown == {event.id: event.title for event in manta().events}


def test_twenty_six_events_keep_to_one_page():
    assert len(plan_snapshot(many(26)).pages) == 1


@pytest.mark.parametrize("preset", ["social", "square"])
def test_formats_of_a_single_screen_never_need_a_second_page(preset):
    plan = plan_snapshot(many(400), preset=preset, dpi=72)
    assert len(plan.pages) == 1
    listed = {item.event for item in plan.pages[0].items if item.role == "list-chip"}
    numbered = {item.event for item in plan.pages[0].items if item.role == "map-chip"}
    assert numbered == listed
    assert f"and {400 - len(listed)} more events" in [i.text for i in plan.pages[0].items if isinstance(i, Text)]


def test_render_writes_the_file_and_tells_what_it_drew(tmp_path):
    target = tmp_path / "picture.png"
    report = render(plan_snapshot(manta(), dpi=72), target)
    assert target.stat().st_size > 10_000
    assert report.pixels == (842, 595)


def test_a_country_too_small_for_the_scale_is_marked_all_the_same():
    monaco = Place("gn:2993457", "Monaco", "country", 7.42, 43.73, "MC", radius_km=2, outline="country:MC")
    tokyo = Place("gn:1850147", "Tokyo", "city", 139.69, 35.69, "JP", radius_km=20)
    lima = Place("gn:3936456", "Lima", "city", -77.03, -12.04, "PE", radius_km=20)
    events = tuple(
        Event(f"w{k}", "Something", when=on(2025, 1, 1 + k), place=p) for k, p in enumerate((monaco, tokyo, lima))
    )
    _, report = drawn(Timeline((), events, ()))
    assert len([mark for mark in report.marks if mark.role == "map-chip"]) == 3


def test_the_key_explains_what_a_crowd_looks_like():
    crowd = plan_snapshot(many(60, (MANTA, MANTA, QUITO, SALINAS)), dpi=DPI)
    assert "disc size: number of events" in [
        i.text for i in crowd.pages[0].items if i.role == "key" and hasattr(i, "text")
    ]
    _, report = the_manta_page()
    assert not [text for text in report.texts if text.text.startswith("disc size")]


def test_hexagons_hold_every_event_of_a_crowd_at_many_places():
    towns = shipped_gazetteer().towns(Extent(-10, 36, 30, 60), limit=120)
    _, report = drawn(many(400, towns))
    mapped = [name for mark in report.marks if mark.role in ("map-hexagon", "map-chip") for name in mark.event.split()]
    assert sorted(mapped) == sorted(event.id for event in many(400, towns).events)
    assert named(report) == []
