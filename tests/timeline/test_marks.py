"""The article's text in marked pieces: nothing lost, nothing doubled, each mark where it belongs."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from geo.model import Place, Resolved, Role, Span, Toponym, Unresolved
from timeline.marks import Paragraph, marked_text
from timeline.model import Article, Event, Evidence, Timeline, Timex, When

TEXT = "Troops reached Manta on Monday.\nThey stayed.\n\nThe base near Foo closed in 2009. It was old."
MANTA = Place("gn:1", "Manta", "city", -80.73, -0.95, "EC", admin1_name="Manabí")


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def story(role: Role = "literal") -> Timeline:
    first, second = span("Troops reached Manta on Monday."), span("The base near Foo closed in 2009.")
    events = (
        Event("b", "Base closed", "economic", evidence=(Evidence(0, second, span("closed")),)),
        Event("a", "Troops arrive", "deployment_movement", evidence=(Evidence(0, first, span("reached")),)),
    )
    toponyms = (
        Toponym(span("Manta"), "Manta", role, Resolved(MANTA, 0.9, "best known")),
        Toponym(span("Foo"), "Foo", "literal", Unresolved("no place of that name is known")),
    )
    day = When.window(20437, 20437, "day")
    timexes = (
        Timex(span("Monday"), "Monday", "DATE", "2025-12-15", when=day),
        Timex(span("2009"), "2009", "DATE", "2009"),
    )
    return Timeline((Article(TEXT),), events, (toponyms,), (timexes,))


def joined(paragraphs: tuple[Paragraph, ...]) -> str:
    return "\n\n".join("".join(piece.text for piece in paragraph.pieces) for paragraph in paragraphs)


def test_the_pieces_joined_are_the_text() -> None:
    assert joined(marked_text(story(), 0)) == TEXT


def test_places_dates_and_triggers_are_marked_with_a_hint() -> None:
    marked = {
        p.text: (p.mark, p.hint, p.group) for paragraph in marked_text(story(), 0) for p in paragraph.pieces if p.mark
    }
    assert marked == {
        "reached": ("trigger", "Conflict & military", "conflict"),
        "Manta": ("place", "Manta, Manabí, EC", None),
        "Monday": ("date", "15 Dec 2025", None),
        "Foo": ("place", "not on the map: no place of that name is known", None),
        "closed": ("trigger", "Economy & technology", "economy"),
        "2009": ("date", "names no time of its own", None),
    }


def test_a_place_that_stands_for_a_government_says_so_and_a_demonym_is_not_marked() -> None:
    hints = [p.hint for paragraph in marked_text(story("metonym"), 0) for p in paragraph.pieces if p.text == "Manta"]
    assert hints == ["Manta, Manabí, EC (stands for a government or an organisation)"]
    texts = [p.text for paragraph in marked_text(story("demonym"), 0) for p in paragraph.pieces if p.mark]
    assert "Manta" not in texts


def test_numbers_stand_in_the_margin_where_the_sentence_begins_and_follow_the_order_of_the_timeline() -> None:
    first, second = marked_text(story(), 0)
    assert [(chip.number, chip.event, chip.at) for chip in first.chips] == [(2, "a", 0)]
    assert [(chip.number, chip.event, chip.at) for chip in second.chips] == [(1, "b", 0)]


def test_every_piece_knows_the_events_whose_sentence_it_belongs_to() -> None:
    first, second = marked_text(story(), 0)
    assert {piece.events for piece in first.pieces[:-1]} == {("a",)}
    assert first.pieces[-1].text == "\nThey stayed." and first.pieces[-1].events == ()
    assert second.pieces[-1].text == " It was old." and second.pieces[-1].events == ()


def test_a_sentence_that_tells_two_events_carries_both() -> None:
    timeline = story()
    again = Event("c", "Again", evidence=(Evidence(0, span("Troops reached Manta on Monday.")),))
    both = Timeline(timeline.articles, (*timeline.events, again), timeline.toponyms, timeline.timexes)
    assert marked_text(both, 0)[0].pieces[0].events == ("a", "c")


def test_without_events_or_marks_each_paragraph_is_one_piece() -> None:
    bare = marked_text(Timeline((Article("One.\n\n\n\nTwo."),)), 0)
    assert [[piece.text for piece in paragraph.pieces] for paragraph in bare] == [["One."], ["Two."]]


spans = st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, 40)).map(
    lambda p: Span(p[0], min(p[0] + p[1], len(TEXT)))
)


@given(st.lists(spans, max_size=6), st.lists(spans, max_size=6), st.lists(spans, max_size=6))
def test_whatever_overlaps_nothing_is_lost_or_doubled(
    places: list[Span], dates: list[Span], sentences: list[Span]
) -> None:
    toponyms = tuple(Toponym(s, TEXT[s.start : s.end], "literal", Unresolved("unknown")) for s in places)
    timexes = tuple(Timex(s, TEXT[s.start : s.end], "DATE", "2009") for s in dates)
    events = tuple(Event(str(n), "x", evidence=(Evidence(0, s, s),)) for n, s in enumerate(sentences))
    paragraphs = marked_text(Timeline((Article(TEXT),), events, (toponyms,), (timexes,)), 0)
    assert joined(paragraphs) == TEXT
    assert all(0 <= chip.at <= len(paragraph.pieces) for paragraph in paragraphs for chip in paragraph.chips)
