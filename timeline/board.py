"""What the dashboard holds of one story, and how it moves on: opened, dated anew, corrected, undone.

A Board is a value; each step gives another one. The page is built once for a story; later steps only make the
data that is posted into it, so the map in the frame lives on.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .edits import EventIndex, apply_edits, difference, hidden_events, key_of, reapply
from .errors import InputError
from .model import Article, Change, Edit, Event, EvidenceKey, Options, Place, Published, Timeline, When
from .ordering import in_order
from .read import Reading, read, read_bytes, read_text

if TYPE_CHECKING:
    from .page.patch import Given
    from .pipeline import Memory


PATCH_FROM = 400
"""Events of a table from which a correction is sent as a patch: fewer are made anew in less than 100 ms."""
NOTHING = "There is nothing to show: give the text of an article, or a table with at least one event."


@dataclass(frozen=True, slots=True)
class Board:
    """One story on screen.

    `base` is what was read, `timeline` the same with `edits` laid over it. `page` is the HTML that the frame was
    opened with; `serial` tells it from other pages; `revision` counts the changes since. `payload` is data in place
    of that of the page (None while nothing changed), and `patch` what to change in the latest of the two; each comes
    with the revision that made it. `given` is the timeline that the patch is measured from.
    """

    articles: tuple[Article, ...]
    base: Timeline
    timeline: Timeline
    page: str
    serial: str
    index: EventIndex = field(compare=False, repr=False)
    given: Given = field(compare=False, repr=False)
    revision: int = 0
    payload: object = None
    payload_revision: int = 0
    patch: object = None

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
        return hidden_events(self.base, self.edits, self.index)


def open_path(source: str | Path, *, memory: Memory | None = None) -> Board:
    """The board of a file or folder."""
    return open_reading(read(source), memory=memory)


def open_text(text: str, *, title: str = "", memory: Memory | None = None) -> Board:
    """The board of a text that was pasted, with the headline that the user gave it."""
    return open_reading(read_text(text, name="your text", title=title), memory=memory)


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
    from .page.patch import Given

    timeline = replace(timeline, events=in_order(timeline.events))
    page = page_html(timeline, whole_text=True)
    serial = hashlib.sha256(page.encode("utf-8")).hexdigest()
    base = _base(articles, timeline)
    return Board(articles, base, timeline, page, serial, EventIndex(base), Given.of(timeline))


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
    return _anew(replace(board, base=base, index=EventIndex(base)), board.edits)


def corrected(board: Board, edits: Iterable[Edit]) -> Board:
    """The board with another list of corrections: a long table's page is sent only what they change."""
    edits = tuple(edits)
    if board.articles or len(board.base.events) < PATCH_FROM:
        return _anew(board, edits)
    from .page.patch import page_patch

    timeline = reapply(board.timeline, edits, board.index)
    changed = board.index.named_by(difference(board.given.timeline.edits, edits))
    patch = page_patch(board.given, timeline, changed)
    return replace(board, timeline=timeline, revision=board.revision + 1, patch=patch)


def _anew(board: Board, edits: tuple[Edit, ...]) -> Board:
    """The board with other corrections and all data made anew."""
    from .page import page_payload
    from .page.patch import Given

    timeline = apply_edits(board.base, edits)
    revision = board.revision + 1
    return replace(
        board,
        timeline=timeline,
        given=Given.of(timeline),
        revision=revision,
        payload=page_payload(timeline, whole_text=True),
        payload_revision=revision,
        patch=None,
    )


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
    keys = (_key(board, event) for event in events)
    return tuple(Edit(key, change, title=title, when=when, place=place, kind=kind, status=status) for key in keys)


def _key(board: Board, event: Event) -> EvidenceKey:
    at = board.index.position.get(event.id)
    return key_of(event if at is None else board.base.events[at], board.base, board.index)


def name_on_page(board: Board, event_id: str) -> str:
    """What the page calls an event: its id, or "#12" for the 12th where the page is too long to carry ids."""
    if _has_ids(board):
        return event_id
    at = position(board, event_id)
    return event_id if at is None else f"#{at + 1}"


def event_named(board: Board, name: str) -> str | None:
    """The id of the event that the page calls `name`; None when there is none."""
    events = board.timeline.events
    if name.startswith("#") and name[1:].isdecimal() and not _has_ids(board):
        at = int(name[1:8]) - 1
        return events[at].id if 0 <= at < len(events) else None
    return name if position(board, name) is not None else None


def _has_ids(board: Board) -> bool:
    from .page.payload import TEXT_LIMIT

    return len(board.given.timeline.events) <= TEXT_LIMIT


def position(board: Board, event_id: str) -> int | None:
    """Where an event stands in the timeline, from 0; None when it is not there."""
    return next((at for at, event in enumerate(board.timeline.events) if event.id == event_id), None)


def order(board: Board, command: dict[str, object] | None = None) -> bytes:
    """What the frame needs to show, as one JSON object in UTF-8.

    Another `serial` opens a new page; a higher `payload_revision` posts `payload` as new data into the page that is
    there, a higher `revision` then `patch`; `command` is {"seq": n, "message": {...}} and is posted once per `seq`.
    """
    message = {
        "serial": board.serial,
        "revision": board.revision,
        "payload_revision": board.payload_revision,
        "payload": board.payload,
        "patch": board.patch,
        "command": command,
    }
    rest = json.dumps(message, ensure_ascii=False, separators=(",", ":"))
    return b'{"page":' + _encoded(board.page) + b"," + rest[1:].encode("utf-8")


@lru_cache(maxsize=4)
def _encoded(page: str) -> bytes:
    return json.dumps(page, ensure_ascii=False).encode("utf-8")
