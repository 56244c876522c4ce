"""Which candidate a date or a place hangs below: the nearest one on the way up the parse."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from geo.model import Span, Toponym

from ..model import Timex
from .syntax import Syntax
from .triggers import Candidate


@dataclass(frozen=True, slots=True)
class Link:
    """One expression below one candidate: its top token, the preposition above it and the steps between."""

    index: int
    top: int
    preposition: str
    steps: int
    through: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Attachments:
    """Links by candidate number; `loose` are expressions that no candidate governs, by sentence."""

    times: dict[int, tuple[Link, ...]]
    places: dict[int, tuple[Link, ...]]
    loose_times: dict[int, tuple[Link, ...]]
    loose_places: dict[int, tuple[Link, ...]]


def attach(
    syntax: Syntax, found: tuple[Candidate, ...], timexes: tuple[Timex, ...], toponyms: tuple[Toponym, ...]
) -> Attachments:
    """Hang every expression below its nearest candidate."""
    owner = {part: number for number, candidate in enumerate(found) for part in candidate.parts}
    times, loose_times = _hang(
        syntax, owner, ((i, t.span) for i, t in enumerate(timexes) if t.type in ("DATE", "TIME"))
    )
    places, loose_places = _hang(syntax, owner, ((i, t.span) for i, t in enumerate(toponyms)))
    return Attachments(times, places, loose_times, loose_places)


def _hang(
    syntax: Syntax, owner: dict[int, int], spans: Iterable[tuple[int, Span]]
) -> tuple[dict[int, tuple[Link, ...]], dict[int, tuple[Link, ...]]]:
    bound: dict[int, list[Link]] = {}
    loose: dict[int, list[Link]] = {}
    for index, span in spans:
        top = syntax.top_of(span)
        if top is None:
            continue
        path = syntax.path(top)
        hit = next((step for step, token in enumerate(path) if token in owner), None)
        above = path[1:hit] if hit is not None else path[1:]
        preposition = next((syntax.lowers[i] for i in above if syntax.tags[i] in ("IN", "TO")), "")
        link = Link(index, top, preposition, hit if hit is not None else len(path), above)
        if hit is None:
            loose.setdefault(syntax.sentence_of[top], []).append(link)
        else:
            bound.setdefault(owner[path[hit]], []).append(link)
    return {key: tuple(row) for key, row in bound.items()}, {key: tuple(row) for key, row in loose.items()}
