"""What `dateline annotate` writes for one document: places, times and events with offsets into the text as given."""

from __future__ import annotations

from typing import Any

from geo.model import Span, Toponym

from ..dates.calendar import iso_day
from ..dates.edtf import to_edtf
from ..model import NOT_HAPPENED, Article, Event, Timeline, Timex
from ..read.intake import given_span


def annotation(timeline: Timeline, doc_id: Any, text: str) -> dict[str, Any]:
    """The record of a timeline of one article.

    Args:
        timeline: built from one article.
        doc_id: how the input named the document.
        text: the text as given, which all offsets count in.
    """
    article = timeline.articles[0]
    toponyms = timeline.toponyms[0] if timeline.toponyms else ()
    timexes = timeline.timexes[0] if timeline.timexes else ()
    return {
        "doc_id": doc_id,
        "toponyms": [_toponym(found, article, text) for found in toponyms if found.role != "demonym"],
        "timexes": [_timex(found, article, text) for found in timexes],
        "events": [_event(event, article) for event in timeline.events],
    }


def empty_annotation(doc_id: Any, problem: str) -> dict[str, Any]:
    """The record of a document that failed."""
    return {"doc_id": doc_id, "toponyms": [], "timexes": [], "events": [], "problem": problem}


def _located(article: Article, span: Span, text: str) -> dict[str, Any]:
    given = given_span(article, span)
    return {"start": given.start, "end": given.end, "text": text[given.start : given.end]}


def _toponym(found: Toponym, article: Article, text: str) -> dict[str, Any]:
    place = found.place
    record = _located(article, found.span, text) | {
        "lat": place.lat if place else None,
        "lon": place.lon if place else None,
        "name": place.name if place else found.text,
        "kind": place.kind if place else None,
        "country": place.country if place else None,
        "score": round(getattr(found.resolution, "score", 0.0), 4),
    }
    if place and place.geonames_id is not None:
        record["geonames_id"] = place.geonames_id
    return record


def _timex(found: Timex, article: Article, text: str) -> dict[str, Any]:
    when = found.when
    record = _located(article, found.span, text) | {"type": found.type, "value": found.value}
    if found.mod:
        record["mod"] = found.mod
    return record | {
        "earliest": _iso(when.earliest if when else None),
        "latest": _iso(when.latest if when else None),
    }


def _event(event: Event, article: Article) -> dict[str, Any]:
    return {
        "id": event.id,
        "title": event.title,
        "kind": event.kind,
        "status": event.status,
        "salience": event.salience,
        "actors": list(event.actors),
        "confidence": round(event.confidence, 4),
        **_time(event),
        **_place(event),
        **_evidence(event, article),
    }


def _time(event: Event) -> dict[str, Any]:
    when = event.when
    return {
        "start_earliest": _iso(when.start_earliest if when else None),
        "start_latest": _iso(when.start_latest if when else None),
        "end_earliest": _iso(when.end_earliest if when else None),
        "end_latest": _iso(when.end_latest if when else None),
        "start": _iso(when.earliest if when else None),
        "end": _iso(when.latest if when else None),
        "precision": when.precision if when else None,
        "edtf": to_edtf(when) if when else None,
    }


def _place(event: Event) -> dict[str, Any]:
    """Where it is on the map: nowhere for what is negated or only possible."""
    place = None if event.status in NOT_HAPPENED else event.place
    return {
        "place": place.name if place else None,
        "lat": place.lat if place else None,
        "lon": place.lon if place else None,
        "place_kind": place.kind if place else None,
        "country": place.country if place else None,
        "admin1": place.admin1 if place else None,
    }


def _evidence(event: Event, article: Article) -> dict[str, Any]:
    proof = event.evidence[0] if event.evidence else None
    spans = {
        "sentence": proof.sentence if proof else None,
        "trigger": proof.trigger if proof else None,
        "place_span": proof.place if proof else None,
        "date_span": proof.date if proof else None,
    }
    return {name: _given(article, span) for name, span in spans.items()}


def _given(article: Article, span: Span | None) -> list[int] | None:
    if span is None:
        return None
    given = given_span(article, span)
    return [given.start, given.end]


def _iso(day: int | None) -> str | None:
    return None if day is None else iso_day(day)
