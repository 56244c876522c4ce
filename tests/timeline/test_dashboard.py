"""What the dashboard shows and understands, without Streamlit: words, doubts, choices, selection, settings."""

from __future__ import annotations

import io
import tomllib
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from geo.model import Candidate, Place, Resolved, Span, Toponym, Unresolved
from timeline import dashboard
from timeline.model import (
    UNKNOWN_PUBLISHED,
    Article,
    Edit,
    Event,
    Evidence,
    EvidenceKey,
    Problem,
    Published,
    Reason,
    Selection,
    Timeline,
    When,
)

TEXT = "The mayor opened a bridge in Salinas on Monday.\n\nNobody came to Foo."
ECUADOR = Place("gn:1", "Salinas", "city", -80.96, -2.21, "EC", admin1_name="Santa Elena")
CALIFORNIA = Place("gn:2", "Salinas", "city", -121.65, 36.68, "US", admin1_name="California")
QUITO = Place("gn:3", "Quito", "city", -78.5, -0.22, "EC")


def story(**more: object) -> Timeline:
    """One article with one event at a doubtful place, one undated event, one unknown name."""
    salinas = Span(TEXT.index("Salinas"), TEXT.index("Salinas") + 7)
    foo = Span(TEXT.index("Foo"), TEXT.index("Foo") + 3)
    resolution = Resolved(ECUADOR, 0.5, "nearest to the others", (Candidate(ECUADOR), Candidate(CALIFORNIA)))
    events = (
        Event(
            "a",
            "Bridge opened",
            when=When.window(20398, 20398, "day"),
            place=ECUADOR,
            evidence=(Evidence(0, Span(0, 47), Span(10, 16), salinas),),
            reasons=(Reason("where", "two towns have this name", doubtful=True),),
        ),
        Event("b", "Nobody came", status="negated", evidence=(Evidence(0, Span(49, 69), Span(56, 60)),)),
        Event("c", "Quito is mentioned", place=QUITO),
    )
    toponyms = (
        Toponym(salinas, "Salinas", "literal", resolution),
        Toponym(foo, "Foo", "literal", Unresolved("no place of that name is known")),
    )
    return Timeline((Article(TEXT, "Bridge"),), events, (toponyms,), ((),), **more)  # type: ignore[arg-type]


def test_the_shipped_settings_of_streamlit_are_the_safe_ones(root: Path) -> None:
    """`streamlit run app.py` reads the file, `dateline app` passes the flags: both must say the same."""
    file = tomllib.loads((root / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    assert dict(leaves(file)) == dashboard.SETTINGS


def leaves(table: dict[str, object], path: str = "") -> Iterator[tuple[str, object]]:
    """Every value with its dotted name."""
    for key, value in table.items():
        if isinstance(value, dict):
            yield from leaves(value, f"{path}{key}.")
        else:
            yield f"{path}{key}", value


def test_flags_write_booleans_small_and_lists_one_by_one() -> None:
    flags = dashboard.server_flags()
    assert "--browser.gatherUsageStats=false" in flags
    assert [flag for flag in flags if "allowedHosts" in flag] == [
        "--server.allowedHosts=127.0.0.1",
        "--server.allowedHosts=localhost",
    ]


@pytest.mark.parametrize(
    ("published", "line"),
    [
        (Published(20439, 20439, "dateline", "the dateline gives it"), "Published 17 Dec 2025. The dateline gives it."),
        (Published(20439, 20439, "given", "given by you"), "Published 17 Dec 2025. Given by you."),
        (Published(20423, 20453, "given", "given by you"), "Published in December 2025. Given by you."),
        (
            Published(20411, 20453, "estimated", "the text names 19 November"),
            "Published: not stated; between 19 Nov and 31 Dec 2025 by the text. The text names 19 November.",
        ),
    ],
)
def test_the_publication_date_is_shown_with_its_reason(published: Published, line: str) -> None:
    assert dashboard.published_line(published) == line


def test_the_range_of_the_publication_is_said_once() -> None:
    published = Published(20411, 20453, "estimated", "between 19 Nov and 31 Dec 2025 by the text: tells of 18 November")
    line = "Published: not stated; between 19 Nov and 31 Dec 2025 by the text. Tells of 18 November."
    assert dashboard.published_line(published) == line


def test_an_unknown_publication_date_says_what_waits_for_it() -> None:
    line = dashboard.published_line(UNKNOWN_PUBLISHED)
    assert line.startswith("Published: not stated. No publication date") and "on Wednesday" in line


def test_the_date_field_holds_only_an_exact_day() -> None:
    assert dashboard.published_value(Published(20439, 20439, "url")) == "2025-12-17"
    assert dashboard.published_value(Published(20411, 20453, "estimated")) == ""


def test_doubts_name_each_event_and_each_unsure_place_once_with_every_reason() -> None:
    found = {doubt.about: doubt for doubt in dashboard.doubts(story())}
    assert found["1 · Bridge opened"].why == ("Two towns have this name.",)
    assert found["1 · Bridge opened"].event == "a"
    assert found["2 · Nobody came"].why == ("No date was found for it.",)  # denied: it needs no place
    assert found["“Foo”"].why == ("Read as a place, but not on the map: No place of that name is known.",)
    assert found["“Salinas”"].why == (
        "Taken for Salinas, Santa Elena, EC (city). It may also be Salinas, California, US (city).",
    )


def test_a_checked_event_is_no_longer_doubtful() -> None:
    timeline = story()
    checked = tuple(Event(e.id, e.title, reasons=e.reasons, checked=True) for e in timeline.events)
    assert not [d for d in dashboard.doubts(Timeline(timeline.articles, checked)) if d.event]


def test_problems_and_a_missing_publication_date_are_doubts_too() -> None:
    found = dashboard.doubts(story(problems=(Problem("b.txt", "b.txt is binary; give text."),)))
    assert [doubt.about for doubt in found[:2]] == ["b.txt", "Bridge"]


def test_an_event_may_be_given_its_runner_up_or_any_place_of_the_text() -> None:
    timeline = story()
    choices = dashboard.place_choices(timeline, timeline.events[0])
    assert [choice.place for choice in choices] == [ECUADOR, CALIFORNIA]
    assert [choice.place for choice in dashboard.place_choices(timeline, timeline.events[2])] == [QUITO, ECUADOR]
    assert dashboard.place_of(choices, "gn:2") == CALIFORNIA
    assert dashboard.place_of(choices, "") is None


def test_events_at_the_same_place_are_found_together() -> None:
    rows = tuple(
        Event(letter, letter, place=place) for letter, place in zip("abcd", (QUITO, None, QUITO, ECUADOR), strict=True)
    )
    assert [event.id for event in dashboard.same_place(Timeline(events=rows), rows[0])] == ["c"]
    assert dashboard.same_place(Timeline(events=rows), rows[1]) == ()


@pytest.mark.parametrize(
    ("state", "selection"),
    [
        (None, Selection()),
        ({"window": None, "filters": {}}, Selection()),
        ({"window": [20000, 20400], "filters": {}}, Selection(window=(20000, 20400))),
        ({"window": [None, 20400], "filters": {"undated": False}}, Selection(window=(None, 20400), undated=False)),
        ({"filters": {"kinds": ["visit"], "search": "base"}}, Selection(kinds=frozenset({"visit"}), search="base")),
        (
            {"filters": {"places": ["gn:1"], "min_confidence": 0.5}},
            Selection(places=frozenset({"gn:1"}), min_confidence=0.5),
        ),
        ({"window": "now", "filters": [1]}, Selection()),
        ({"window": [1, 2, 3], "filters": {"kinds": "visit", "search": 3, "undated": "no"}}, Selection()),
    ],
)
def test_what_the_page_reports_becomes_a_selection_and_nonsense_becomes_none(
    state: object, selection: Selection
) -> None:
    assert dashboard.selection_from(state) == selection


@pytest.mark.parametrize(("state", "selected"), [({"selected": "a"}, "a"), ({"selected": 3}, None), (None, None)])
def test_the_selected_event_is_read_from_the_state(state: object, selected: str | None) -> None:
    assert dashboard.selected_from(state) == selected


def test_a_long_story_offers_the_events_around_the_chosen_one() -> None:
    assert dashboard.chooser(2000, 1990) == range(1500, 2000)
    assert dashboard.chooser(2000, 3) == range(500)
    assert dashboard.chooser(12, 11) == range(12)


def test_the_field_of_a_date_is_readable_again() -> None:
    from timeline.typed import typed_when

    for when in (When.window(20398, 20398, "day"), When.window(20403, 20412, "days"), None):
        again = typed_when(dashboard.when_value(Event("a", "x", when=when)))
        assert (again and (again.earliest, again.latest)) == (when and (when.earliest, when.latest))


@pytest.mark.parametrize(
    ("title", "stem"),
    [
        ("American airmen return to Manta", "american-airmen-return-to-manta"),
        ("Ñandú: ¿qué pasó?", "nandu-que-paso"),
        ("../../etc/passwd", "etc-passwd"),
        ("", "story"),
        ("新闻", "story"),
    ],
)
def test_file_names_are_plain_letters_whatever_the_title(title: str, stem: str) -> None:
    assert dashboard.file_stem(Timeline(title=title)) == stem


def test_every_export_format_has_a_download_with_its_own_ending() -> None:
    from timeline.export import FORMATS

    names = [one.name for one in dashboard.downloads(Timeline(title="A story"))]
    assert len(names) == len(FORMATS) == len(set(names))
    assert all(name.startswith("a-story.") for name in names)


def test_the_line_about_corrections_counts_them_and_says_what_the_latest_did() -> None:
    key = EvidenceKey("wire", "attacked", "Rebels attacked.")
    assert dashboard.edits_line([Edit(key, "hide")]) == "1 correction; the latest: hide “attacked”."
    assert dashboard.edits_line([Edit(key, "hide"), Edit(key, "rename", title="Raid")]).startswith("2 corrections;")


def test_every_preset_of_the_picture_has_words() -> None:
    from timeline.snapshot.theme import PRESETS

    assert set(dashboard.PRESET_WORDS) == set(PRESETS)


def test_a_story_opens_with_its_first_essential_event_or_else_the_first() -> None:
    plain, essential = Event("a", "x"), Event("b", "y", salience="essential")
    assert dashboard.opening((plain, essential, plain)) == essential
    assert dashboard.opening((plain, plain)) == plain


def test_one_page_of_a_picture_is_its_file_and_several_are_one_archive() -> None:
    from timeline.export import Look

    from .snapshot.stories import manta, many

    look = Look(dpi=72)
    assert dashboard.picture(manta(), None, "png", look).startswith(b"\x89PNG")
    packed = dashboard.picture(many(60), None, "png", look)
    assert packed == dashboard.picture(many(60), None, "png", look)
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        names = archive.namelist()
        assert names[:2] == ["page-1.png", "page-2.png"]
        assert all(archive.read(name).startswith(b"\x89PNG") for name in names)
    assert dashboard.picture(many(60), None, "pdf", look).startswith(b"%PDF")


def test_the_buttons_name_what_they_save() -> None:
    from .snapshot.stories import manta

    single = dashboard.pictures(manta(), "slide")
    assert [one.name.rsplit("-", 1)[1] for one in single] == ["slide.png", "slide.svg", "slide.pdf"]
    several = dashboard.pictures(manta(), "slide", pages=3)
    assert [one.mime for one in several] == ["application/zip", "application/zip", "application/pdf"]
    assert several[0].label == "PNG, 3 pages"
