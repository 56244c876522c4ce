"""What the dashboard holds of one story, and how it moves on: opened, dated anew, corrected, undone.

A Board is a value; each step gives another one. The page is built once for a story; later steps only make the
data that is posted into it, so the map in the frame lives on.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .edits import apply_edits, hidden_events, key_of
from .errors import InputError
from .model import Article, Change, Edit, Event, EvidenceKey, Options, Place, Published, Timeline, When
from .read import Reading, read, read_bytes, read_text

if TYPE_CHECKING:
    from .pipeline import Memory


NOTHING = "There is nothing to show: give the text of an article, or a table with at least one event."


@dataclass(frozen=True, slots=True)
class Board:
    """One story on screen.

    `base` is what was read, `timeline` the same with `edits` laid over it. `page` is the HTML that the frame was
    opened with; `serial` tells it from other pages; `revision` counts the changes since, and `payload` is the
    latest data for the page (None while nothing changed).
    """

    articles: tuple[Article, ...]
    base: Timeline
    timeline: Timeline
    page: str
    serial: str
    revision: int = 0
    payload: object = None

    @property
    def edits(self) -> tuple[Edit, ...]:
        """The corrections, oldest first."""
        return self.timeline.edits

    @property
    def published(self) -> Published | None:
        """The publication date, if the story is one article."""
        return self.timeline.articles[0].published if len(self.articles) == 1 == len(self.timeline.articles) else None

    @property
    def hidden(self) -> tuple[Event, ...]:
        """The events that are hidden by corrections."""
        return hidden_events(self.base, self.edits)


def open_path(source: str | Path, *, memory: Memory | None = None) -> Board:
    """The board of a file or folder."""
    return open_reading(read(source), memory=memory)


def open_text(text: str, *, memory: Memory | None = None) -> Board:
    """The board of a text that was pasted."""
    return open_reading(read_text(text, name="your text"), memory=memory)


def open_upload(
    name: str,
    content: bytes,
    progress: Callable[[int, int], None] | None = None,
    *,
    memory: Memory | None = None,
) -> Board:
    """The board of a file that was dropped; its name is only read for its ending."""
    return open_reading(read_bytes(content, name), progress=progress, memory=memory)


def open_reading(
    reading: Reading, *, progress: Callable[[int, int], None] | None = None, memory: Memory | None = None
) -> Board:
    """The board of what was read: articles are searched for events, a table or a saved story is shown as it is.

    The session's `memory` keeps the parse, so that another publication date does not parse again.

    Raises:
        InputError: there is nothing to show.
    """
    from .loading import timeline_of

    timeline = timeline_of(reading, Options(), progress=progress, memory=memory)
    if not timeline.articles and not timeline.events:
        raise InputError(timeline.problems[0].message if timeline.problems else NOTHING)
    return open_board(tuple(article for article in timeline.articles if article.text), timeline)


def open_board(articles: tuple[Article, ...], timeline: Timeline) -> Board:
    """A board with a page of its own."""
    from .page import page_html

    page = page_html(timeline, whole_text=True)
    serial = hashlib.sha256(page.encode("utf-8")).hexdigest()
    base = _base(articles, timeline)
    return Board(articles, base, timeline, page, serial)


def _base(articles: tuple[Article, ...], timeline: Timeline) -> Timeline:
    """What was read before any correction: built again for a saved story that has some."""
    if not timeline.edits or not articles:
        return replace(timeline, edits=())
    from .pipeline import build

    return build(articles)


def dated(board: Board, published: Published | None, memory: Memory | None = None) -> Board:
    """The articles read anew with a publication date given by the user (None: found again); edits are kept.

    With the `memory` that the board was opened with, no text is parsed again.
    """
    from .pipeline import build

    base = build(board.articles, Options(published=published), memory=memory)
    return _changed(replace(board, base=base), board.edits)


def corrected(board: Board, edits: Iterable[Edit]) -> Board:
    """The board with another list of corrections."""
    return _changed(board, tuple(edits))


def _changed(board: Board, edits: tuple[Edit, ...]) -> Board:
    from .page import page_payload

    timeline = apply_edits(board.base, edits)
    payload = page_payload(timeline, whole_text=True)
    return replace(board, timeline=timeline, revision=board.revision + 1, payload=payload)


def edits_for(
    board: Board,
    events: Iterable[Event],
    change: Change,
    *,
    title: str | None = None,
    when: When | None = None,
    place: Place | None = None,
    kind: Any = None,
    status: Any = None,
) -> tuple[Edit, ...]:
    """One edit for each event, keyed by what was read before any correction."""
    keys = (_key(board.base, event) for event in events)
    return tuple(Edit(key, change, title=title, when=when, place=place, kind=kind, status=status) for key in keys)


def _key(base: Timeline, event: Event) -> EvidenceKey:
    unchanged = next((one for one in base.events if one.id == event.id), event)
    return key_of(unchanged, base)


def order(board: Board, command: dict[str, object] | None = None) -> bytes:
    """What the frame needs to show, as one JSON object in UTF-8.

    Another `serial` opens a new page; a higher `revision` posts `payload` as new data into the page that is
    there; `command` is {"seq": n, "message": {...}} and is posted once per `seq`.
    """
    message = {
        "serial": board.serial,
        "page": board.page,
        "revision": board.revision,
        "payload": board.payload,
        "command": command,
    }
    return json.dumps(message, ensure_ascii=False, separators=(",", ":")).encode("utf-8")
