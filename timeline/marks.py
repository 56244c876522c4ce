"""The article's text cut into pieces, each knowing which events, places and dates stand there.

The dashboard's reading pane is drawn from this value. It holds plain text only and never builds markup: whoever
draws it puts every piece on the page as text.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal, TypeAlias, TypeVar

from geo.model import Span, Toponym, Unresolved

from .kinds import KIND, KindGroup, style_of
from .model import Event, Timeline, Timex

Mark: TypeAlias = Literal["", "place", "date", "trigger"]

PLACE_WORDS = {
    "metonym": "stands for a government or an organisation",
    "nested": "part of a longer name",
    "dateline": "where the report was written",
}


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text with one mark at most. `events` are the ids of those whose sentences contain it."""

    text: str
    mark: Mark = ""
    hint: str = ""
    group: KindGroup | None = None
    events: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Chip:
    """An event's number in the margin. `at` counts the pieces of its paragraph that stand before it."""

    number: int
    event: str
    group: KindGroup
    title: str
    at: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph: its pieces, which joined are its text, and its events' numbers."""

    pieces: tuple[Piece, ...]
    chips: tuple[Chip, ...]


@dataclass(frozen=True, slots=True)
class _Stretch:
    span: Span
    mark: Mark
    hint: str
    group: KindGroup | None
    rank: int


@dataclass(frozen=True, slots=True)
class _Told:
    span: Span
    event: str


S = TypeVar("S", _Stretch, _Told)


def marked_text(timeline: Timeline, article: int) -> tuple[Paragraph, ...]:
    """The paragraphs of `timeline.articles[article]`; joined by blank lines they give its text again."""
    text = timeline.articles[article].text
    numbered = [(n, e) for n, e in enumerate(timeline.events, 1) if any(ev.article == article for ev in e.evidence)]
    stretches = sorted(_stretches(timeline, article, [e for _, e in numbered]), key=lambda s: s.span.start)
    told = [_Told(ev.sentence, e.id) for _, e in numbered for ev in e.evidence if ev.article == article]
    told.sort(key=lambda one: one.span)
    chips = sorted(_chips(numbered, article), key=lambda chip: chip[:2])
    spans = tuple(_paragraphs(text))
    return tuple(
        _paragraph(text, span, marks, said, [chip for chip in chips if span.start <= chip[0] < span.end])
        for span, marks, said in zip(spans, _covering(spans, stretches), _covering(spans, told), strict=True)
    )


def _paragraphs(text: str) -> Iterator[Span]:
    """Stretches between blank lines, without those line ends; empty ones are skipped."""
    start = 0
    while start < len(text):
        end = text.find("\n\n", start)
        end = len(text) if end < 0 else end
        if text[start:end].strip():
            yield Span(start, end)
        start = end + 2


def _stretches(timeline: Timeline, article: int, events: Iterable[Event]) -> Iterator[_Stretch]:
    """Everything to be marked; of two that overlap the higher rank wins."""
    for event in events:
        for evidence in event.evidence:
            if evidence.article == article and evidence.trigger is not None:
                group = KIND[event.kind].group
                yield _Stretch(evidence.trigger, "trigger", style_of(event.kind).label, group, 1)
    if article < len(timeline.timexes):
        for timex in timeline.timexes[article]:
            yield _Stretch(timex.span, "date", _date_hint(timex), None, 2)
    if article < len(timeline.toponyms):
        for toponym in timeline.toponyms[article]:
            if toponym.role != "demonym":
                yield _Stretch(toponym.span, "place", _place_hint(toponym), None, 3)


def _place_hint(toponym: Toponym) -> str:
    if isinstance(toponym.resolution, Unresolved):
        return f"not on the map: {toponym.resolution.reason}"
    place = toponym.resolution.place
    where = ", ".join(part for part in (place.name, place.admin1_name, place.country) if part)
    role = PLACE_WORDS.get(toponym.role)
    return f"{where} ({role})" if role else where


def _date_hint(timex: Timex) -> str:
    from .words import when_words

    return when_words(timex.when) if timex.when else "names no time of its own"


def _chips(numbered: Iterable[tuple[int, Event]], article: int) -> Iterator[tuple[int, int, Event]]:
    """(where its leading sentence in this article begins, number, event)."""
    for number, event in numbered:
        first = next(evidence for evidence in event.evidence if evidence.article == article)
        yield (first.sentence.start, number, event)


def _paragraph(
    text: str, span: Span, marks: Sequence[_Stretch], told: Sequence[_Told], chips: Sequence[tuple[int, int, Event]]
) -> Paragraph:
    """Cut the paragraph wherever a mark or a sentence begins or ends."""
    inside = {span.start, span.end} | {chip[0] for chip in chips}
    for one in (*(mark.span for mark in marks), *(said.span for said in told)):
        inside |= {max(span.start, one.start), min(span.end, one.end)}
    cuts = sorted(inside)
    spans = [Span(a, b) for a, b in pairwise(cuts)]
    pieces = tuple(
        _piece(text[one.start : one.end], here, said)
        for one, here, said in zip(spans, _covering(spans, marks), _covering(spans, told), strict=True)
    )
    placed = tuple(_chip(number, event, bisect_left(cuts, start)) for start, number, event in chips)
    return Paragraph(pieces, placed)


def _covering(spans: Sequence[Span], spanned: Sequence[S]) -> Iterator[list[S]]:
    """For each of `spans` those of `spanned` that overlap it, sweeping once; both are sorted by start."""
    waiting = list(reversed(spanned))
    active: list[S] = []
    for span in spans:
        active = [one for one in active if one.span.end > span.start]
        while waiting and waiting[-1].span.start < span.end:
            active.append(waiting.pop())
        yield [one for one in active if one.span.overlaps(span)]


def _piece(words: str, here: Sequence[_Stretch], said: Sequence[_Told]) -> Piece:
    events = tuple(dict.fromkeys(one.event for one in said))
    best = max(here, key=lambda stretch: stretch.rank, default=None)
    if best is None:
        return Piece(words, events=events)
    return Piece(words, best.mark, best.hint, best.group, events)


def _chip(number: int, event: Event, at: int) -> Chip:
    return Chip(number, event.id, KIND[event.kind].group, event.title, at)
