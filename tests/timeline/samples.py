"""A small timeline that holds one of everything, made by hand."""

from __future__ import annotations

from geo.model import Candidate, Extent, Place, Resolved, Span, Toponym, Unresolved
from timeline.dates.calendar import day_number
from timeline.model import (
    Article,
    Edit,
    Event,
    Evidence,
    EvidenceKey,
    PlaceMention,
    Problem,
    Published,
    Reason,
    Timeline,
    Timex,
    When,
)

TEXT = (
    "Two ships met off Manta on November 6, 2025. The crews traded water and rice in the harbor of Salinas all "
    "through the long night. Nobody built a base in Quito. The port may close in Ecuador until 2009."
)
MANTA = Place(
    "gn:3654410", "Manta", "city", -80.73, -0.95, "EC", "14", "Manabí", 183_166, 6.5, None, None, False, 3_654_410
)
ECUADOR = Place(
    "gn:3658394",
    "Ecuador",
    "country",
    -78.25,
    -1.25,
    "EC",
    radius_km=300.4,
    extent=Extent(-92.0, -5.0, -75.2, 1.6),
    outline="country:EC",
)
QUITO = Place("gn:3652462", "Quito", "city", -78.52, -0.23, "EC", "18", "Pichincha")
NIGHT = day_number(2025, 11, 6)


def span_of(word: str) -> Span:
    """Where a word stands in the text."""
    start = TEXT.index(word)
    return Span(start, start + len(word))


def sentence_with(word: str) -> Span:
    """The sentence around a word."""
    at = TEXT.index(word)
    start = TEXT.rfind(". ", 0, at) + 2 if ". " in TEXT[:at] else 0
    return Span(start, TEXT.index(".", at) + 1)


def sample_events() -> tuple[Event, ...]:
    """One event for each of the five groups."""
    day = When.window(NIGHT, NIGHT, "day", clock="17:00", rule="full_date", alternatives=((NIGHT, NIGHT + 1),))
    until = When(None, day_number(2009, 12, 31), day_number(2009), day_number(2009, 12, 31), "open", "until")
    return (
        Event(
            "e-both",
            "Two ships meet off Manta",
            "meeting",
            salience="essential",
            when=day,
            place=MANTA,
            place_basis="stated",
            other_places=(PlaceMention(ECUADOR, "container", span_of("Ecuador")),),
            actors=("two ships", "the crews"),
            evidence=(
                Evidence(0, sentence_with("ships"), span_of("met"), span_of("Manta"), span_of("November 6, 2025")),
            ),
            confidence=0.875,
            reasons=(Reason("when", "the sentence states it"), Reason("where", "the place is near", True)),
            checked=True,
        ),
        Event(
            "e-date", "The crews trade", when=until, evidence=(Evidence(0, sentence_with("crews"), span_of("traded")),)
        ),
        Event(
            "e-place", "A port", "economic", "background", "minor", place=ECUADOR, place_basis="implied", confidence=0.4
        ),
        Event("e-neither", '=HYPERLINK("x")', actors=("@someone",), note="- a note", source="+paper"),
        Event(
            "e-denied",
            "A base in Quito",
            "other",
            "negated",
            place=QUITO,
            place_basis="stated",
            evidence=(Evidence(0, sentence_with("Nobody")),),
        ),
    )


def sample_timeline() -> Timeline:
    """A timeline with one article and every sort of value."""
    day = Published(NIGHT + 1, NIGHT + 1, "front_matter", "it says so")
    article = Article(TEXT, "Ships", day, "Our Paper", "https://example.org/ships", "A. Writer", offsets=((3, 4),))
    toponyms = (
        Toponym(span_of("Manta"), "Manta", "literal", Resolved(MANTA, 0.93, "near", (Candidate(MANTA, "name", 1.5),))),
        Toponym(span_of("Quito"), "Quito", "metonym", Unresolved("too many", (Candidate(QUITO, "alias"),))),
    )
    timexes = (Timex(span_of("November 6, 2025"), "November 6, 2025", "DATE", "2025-11-06", when=None, direction=-1),)
    key = EvidenceKey("Ships", "met", "Two ships met")
    return Timeline(
        (article,),
        sample_events(),
        (toponyms,),
        (timexes,),
        (Edit(key, "set_place", place=QUITO), Edit(key, "rename", title="Ships")),
        (Problem("b.txt", "b.txt is empty; give the text of an article."),),
        "Ships & storms",
    )
