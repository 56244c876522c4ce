"""What the dashboard shows and understands, as plain values: no Streamlit, no browser, no files.

app.py draws these and nothing else: the sentence about the publication date, the labels of events, the list
of doubts, the places to choose from, the downloads, and the order that it sends to the page in its frame.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from geo.model import Place, Resolved, Toponym, Unresolved

from .dates.calendar import iso_day
from .dates.edtf import to_edtf
from .dates.language import language_notice
from .edits import CHANGE_WORDS
from .export.pictures import Look, picture_pages
from .kinds import KIND
from .model import NOT_HAPPENED, Edit, Event, Published, Selection, Timeline
from .words import STATUS_WORDS, is_doubtful, place_words, published_words, when_words

SETTINGS: dict[str, str | int | bool | list[str]] = {
    "browser.gatherUsageStats": False,
    "client.toolbarMode": "viewer",
    "runner.magicEnabled": False,
    "server.address": "127.0.0.1",
    "server.allowedHosts": ["127.0.0.1", "localhost"],
    "server.fileWatcherType": "none",
    "server.headless": True,
    "server.maxUploadSize": 20,
    "server.showEmailPrompt": False,
    "theme.baseFontSize": 14,
    "theme.light.primaryColor": "#B83A0D",
    "theme.light.textColor": "#15191E",
    "theme.light.borderColor": "#D5DBE0",
    "theme.light.sidebar.backgroundColor": "#F7F8F9",
    "theme.light.sidebar.secondaryBackgroundColor": "#FFFFFF",
    "theme.dark.primaryColor": "#C8400F",
    "theme.dark.backgroundColor": "#14181D",
    "theme.dark.secondaryBackgroundColor": "#20262D",
    "theme.dark.textColor": "#F3F5F7",
    "theme.dark.borderColor": "#38414A",
    "theme.dark.sidebar.backgroundColor": "#1A1F25",
    "theme.dark.sidebar.secondaryBackgroundColor": "#20262D",
}
"""Streamlit's options: nothing leaves the machine, no other host gets in; small type, so that the rail
fits; the colours of the page."""

SURE = 0.7
"""Score of a place from which on it counts as certain (geo.model.Resolved)."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something that a reader should check: what it is, and why it is doubtful. `event` is an id or empty."""

    about: str
    why: tuple[str, ...]
    event: str = ""


@dataclass(frozen=True, slots=True)
class PlaceChoice:
    """A place that an event may be given, with the words that tell it from its namesakes."""

    label: str
    place: Place


def server_flags() -> list[str]:
    """The settings as flags of `streamlit run`."""
    pairs = [(name, one) for name, value in SETTINGS.items() for one in (value if isinstance(value, list) else [value])]
    return [f"--{name}={str(one).lower() if isinstance(one, bool) else one}" for name, one in pairs]


def published_line(published: Published) -> str:
    """The publication date and how it is known, in a line for the reader."""
    why = _sentence(published.reason or ("given by you" if published.basis == "given" else ""))
    if published.day is not None or published.basis == "given":
        return f"Published {published_words(published)}. {why}".strip()
    if published.earliest is None and published.latest is None:
        return f"Published: not stated. {why} Words such as “on Wednesday” wait for it.".replace("  ", " ")
    why = _sentence(published.reason.rpartition(" by the text: ")[2])  # the range itself is said once
    return f"Published: not stated; {published_words(published)} by the text. {why}".strip()


def _sentence(words: str) -> str:
    """The words with a capital and a full stop."""
    words = words.strip()
    return words[:1].upper() + words[1:] + ("" if words.endswith((".", "!", "?")) or not words else ".")


def published_value(published: Published) -> str:
    """What stands in the date field: the day as YYYY-MM-DD, a range that was given, else nothing."""
    if published.day is None and published.basis == "given" and published.earliest and published.latest:
        return f"{iso_day(published.earliest)}/{iso_day(published.latest)}"
    return iso_day(published.day) if published.day is not None else ""


def event_label(number: int, event: Event) -> str:
    """An event in one line: number, date, title."""
    when = when_words(event.when) if event.when else "no date"
    return f"{number} · {when} · {event.title}"


def event_facts(event: Event) -> tuple[tuple[str, str], ...]:
    """(name, words) of what was read about an event, for the form that corrects it."""
    return (
        ("When", when_words(event.when) if event.when else "no date"),
        ("Where", place_words(event)),
        ("Kind", KIND[event.kind].label),
        ("Status", STATUS_WORDS[event.status]),
        *((("Who", ", ".join(event.actors)),) if event.actors else ()),
        *((f"Why ({reason.about})", reason.text) for reason in event.reasons),
    )


def doubts(timeline: Timeline) -> tuple[Doubt, ...]:
    """Everything that a reader should check before relying on the map, worst first: articles, events, names."""
    return (*_article_doubts(timeline), *_event_doubts(timeline), *_name_doubts(timeline))


def doubts_line(found: Sequence[Doubt], timeline: Timeline) -> str:
    """How much there is to check, by what it is; the doubtful events are those that the page counts too."""
    if not found:
        return "Nothing doubtful was found."
    read = sum(is_doubtful(event) for event in timeline.events)
    events = sum(bool(doubt.event) for doubt in found)
    parts = ((read, "doubtful"), (events - read, "without a date or place"), (len(found) - events, "other"))
    return f"{len(found)} to check: {', '.join(f'{count} {words}' for count, words in parts if count)}."


def _article_doubts(timeline: Timeline) -> Iterator[Doubt]:
    for problem in timeline.problems:
        yield Doubt(problem.source or "Reading", (problem.message,))
    for article in timeline.articles:
        if notice := language_notice(article.text):
            yield Doubt(article.title or "The article", (notice,))
        if article.published.day is None:
            yield Doubt(article.title or "The article", (published_line(article.published),))


def _event_doubts(timeline: Timeline) -> Iterator[Doubt]:
    for number, event in enumerate(timeline.events, 1):
        if event.checked or (event.when is not None and event.place is not None and not event.reasons):
            continue
        why = [_sentence(reason.text) for reason in event.reasons if reason.doubtful]
        why += ["No date was found for it."] if event.when is None else []
        why += ["No place was found for it."] if event.place is None and event.status not in NOT_HAPPENED else []
        if why:
            yield Doubt(f"{number} · {event.title}", tuple(dict.fromkeys(why)), event.id)


def _name_doubts(timeline: Timeline) -> Iterator[Doubt]:
    seen: set[str] = set()
    for toponyms in timeline.toponyms:
        for toponym in toponyms:
            why = _name_doubt(toponym)
            if why and toponym.text not in seen and toponym.role != "demonym":
                seen.add(toponym.text)
                yield Doubt(f"“{toponym.text}”", (why,))


def _name_doubt(toponym: Toponym) -> str:
    if isinstance(toponym.resolution, Unresolved):
        return f"Read as a place, but not on the map: {_sentence(toponym.resolution.reason)}"
    if toponym.resolution.score >= SURE:
        return ""
    chosen = toponym.resolution.place
    others = [c.place for c in toponym.resolution.candidates if c.place.id != chosen.id][:2]
    instead = f" It may also be {' or '.join(place_label(place) for place in others)}." if others else ""
    return f"Taken for {place_label(chosen)}.{instead}"


def place_label(place: Place) -> str:
    """A place with what tells it from its namesakes: kind, first-level unit, country."""
    return ", ".join(part for part in (place.name, place.admin1_name, place.country) if part) + f" ({place.kind})"


def place_choices(timeline: Timeline, event: Event) -> tuple[PlaceChoice, ...]:
    """Places that the event may be given: its own, the runner-ups of its name, then the text's other places."""
    places: dict[str, Place] = {}
    for resolution in _resolutions(timeline, event):
        places |= {candidate.place.id: candidate.place for candidate in resolution.candidates}
    for mention in event.other_places:
        places.setdefault(mention.place.id, mention.place)
    for toponyms in timeline.toponyms:
        for toponym in toponyms:
            if toponym.place is not None and toponym.role != "demonym":
                places.setdefault(toponym.place.id, toponym.place)
    if event.place is not None:
        places = {event.place.id: event.place, **places}
    return tuple(PlaceChoice(place_label(place), place) for place in places.values())


def _resolutions(timeline: Timeline, event: Event) -> Iterator[Resolved | Unresolved]:
    """How the names that the event's evidence calls its place were resolved."""
    for evidence in event.evidence:
        if evidence.place is None or evidence.article >= len(timeline.toponyms):
            continue
        for toponym in timeline.toponyms[evidence.article]:
            if toponym.span.overlaps(evidence.place):
                yield toponym.resolution


def selection_from(state: object) -> Selection:
    """The window and filters that the page reported; a part that is malformed counts as not set."""
    if not isinstance(state, Mapping):
        return Selection()
    filters = state.get("filters")
    given = filters if isinstance(filters, Mapping) else {}
    search, least, undated = given.get("search"), given.get("min_confidence"), given.get("undated")
    return Selection(
        window=_window(state.get("window")),
        undated=undated if isinstance(undated, bool) else True,
        min_confidence=float(least) if isinstance(least, int | float) else 0.0,
        search=search if isinstance(search, str) else "",
        kinds=_words_set(given.get("kinds")),
        statuses=_words_set(given.get("statuses")),
        saliences=_words_set(given.get("saliences")),
        actors=_words_set(given.get("actors")),
        places=_words_set(given.get("places")),
    )


def selected_from(state: object) -> str | None:
    """The id of the event that the page reported as selected."""
    selected = state.get("selected") if isinstance(state, Mapping) else None
    return selected if isinstance(selected, str) else None


def _words_set(value: object) -> frozenset[str] | None:
    return frozenset(word for word in value if isinstance(word, str)) if isinstance(value, list) else None


def _window(value: object) -> tuple[int | None, int | None] | None:
    if not isinstance(value, list) or len(value) != 2:
        return None
    first, last = (int(end) if isinstance(end, int | float) else None for end in value)
    return (first, last)


def place_of(choices: Iterable[PlaceChoice], place_id: str) -> Place | None:
    """The chosen place; None for an id that is not among the choices, which means "no place"."""
    return next((choice.place for choice in choices if choice.place.id == place_id), None)


def same_place(timeline: Timeline, event: Event) -> tuple[Event, ...]:
    """The other events that stand at the same place, so that one correction can serve them all."""
    if event.place is None:
        return ()
    wanted = event.place.id
    found = (other for other in timeline.events if other.place is not None and other.place.id == wanted)
    return tuple(other for other in found if other.id != event.id)


def when_value(event: Event) -> str:
    """What stands in an event's date field, in a form that `timeline.typed` reads again; empty for no date."""
    return to_edtf(event.when).rstrip("~") if event.when is not None else ""


def chooser(count: int, chosen: int) -> range:
    """The positions of the events to choose from: all of a short story, of a long one those around the chosen one."""
    first = max(0, min(chosen - MAX_CHOICES // 2, count - MAX_CHOICES))
    return range(first, min(count, first + MAX_CHOICES))


def edits_line(edits: Sequence[Edit], title: str = "") -> str:
    """How many corrections there are and what the latest did, to the event of this title."""
    last = edits[-1]
    what = f"{CHANGE_WORDS[last.change]} “{last.title or title or last.key.trigger or last.key.sentence}”"
    return f"{len(edits)} correction{'s' if len(edits) > 1 else ''}; the latest: {what}."


@dataclass(frozen=True, slots=True)
class Download:
    """A file to save: its format's key, the words on the button, its name and media type."""

    fmt: str
    label: str
    name: str
    mime: str


def downloads(timeline: Timeline) -> tuple[Download, ...]:
    """One download for each export format."""
    from .export import FORMATS

    stem = file_stem(timeline)
    kinds = FORMATS.items()
    return tuple(Download(key, one.label, f"{stem}{one.suffixes[0]}", one.media_type) for key, one in kinds)


def pictures(timeline: Timeline, preset: str, pages: int = 1) -> tuple[Download, ...]:
    """The picture in one preset as PNG, SVG and PDF; several pages of PNG or SVG come in one archive."""
    from .export import FORMATS

    stem = f"{file_stem(timeline)}-{preset}"
    found = []
    for key in ("png", "svg", "pdf"):
        kind = FORMATS[key]
        if pages > 1 and key != "pdf":
            label = f"{key.upper()}, {pages} pages"
            found.append(Download(key, label, f"{stem}-{key}.zip", "application/zip"))
        else:
            found.append(Download(key, key.upper(), f"{stem}{kind.suffixes[0]}", kind.media_type))
    return tuple(found)


def picture(timeline: Timeline, selection: Selection | None, fmt: str, look: Look) -> bytes:
    """The picture of what is seen: a file, or an archive of its pages where PNG or SVG have several."""
    pages = picture_preview(timeline, selection, fmt, look)
    return pages[0] if len(pages) == 1 else _archive({f"page-{k}.{fmt}": page for k, page in enumerate(pages, 1)})


def _archive(files: Mapping[str, bytes]) -> bytes:
    """Files in one ZIP archive; without dates, so that the same pages give the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as packed:
        for name, content in files.items():
            packed.writestr(zipfile.ZipInfo(name), content)
    return out.getvalue()


def picture_preview(
    timeline: Timeline, selection: Selection | None, fmt: str, look: Look, *, dpi: float | None = None
) -> tuple[bytes, ...]:
    """The pages of the picture of what is seen; with fewer dots per inch the same picture, made faster.

    Raises:
        InputError: the place that the map is to show large is not known.
    """
    from .selection import select

    chosen = look if dpi is None else replace(look, dpi=dpi)
    return picture_pages(select(timeline, selection), fmt, chosen)


def opening(events: Sequence[Event]) -> Event:
    """The event that a story opens with, the same as in the page: the first essential one, else the first."""
    return next((event for event in events if event.salience == "essential"), events[0])


def make_file(timeline: Timeline, fmt: str, selection: Selection | None, quotes: Literal["short", "full"]) -> bytes:
    """The bytes of one download."""
    from .export import to_bytes

    return to_bytes(timeline, fmt, selection=selection, quotes=quotes)


MAX_CHOICES = 500
PRESET_WORDS = {
    "a4-landscape": "A4, landscape",
    "a4-portrait": "A4, portrait",
    "slide": "Slide, 16:9",
    "social": "Social post, wide",
    "square": "Social post, square",
    "column": "Newspaper column",
}
LANGUAGE_WORDS = {"en": "English", "es": "Español"}
NOT_IN_NAMES = re.compile(r"[^a-z0-9]+")


def file_stem(timeline: Timeline) -> str:
    """A file name for downloads made of the title: lower-case letters, digits and hyphens, at most 48 signs."""
    from .selection import folded

    title = timeline.title or next((article.title for article in timeline.articles if article.title), "")
    title = title or next((article.text for article in timeline.articles), "")
    return NOT_IN_NAMES.sub("-", folded(title[:200])).strip("-")[:48].strip("-") or "story"
