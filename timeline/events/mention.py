"""One telling of a happening by one clause, before tellings of the same happening are merged."""

from __future__ import annotations

from dataclasses import dataclass

from geo.model import Place, Span

from ..kinds import EventKind
from ..model import Basis, PlaceMention, Reason, Status, When
from .clause import Clause
from .triggers import Candidate


@dataclass(frozen=True, slots=True)
class Dated:
    """A candidate's time, where it was read, and how surely."""

    when: When | None
    span: Span | None
    reason: Reason
    sure: float


@dataclass(frozen=True, slots=True)
class Placed:
    """A candidate's location and its other places, where it was read, and how surely."""

    place: Place | None
    basis: Basis | None
    span: Span | None
    others: tuple[PlaceMention, ...]
    reason: Reason
    sure: float


NOWHERE = Placed(None, None, None, (), Reason("where", "the text gives no place for it"), 1.0)


@dataclass(frozen=True, slots=True)
class Mention:
    """One telling: what, how sure, when, where, who."""

    candidate: Candidate
    clause: Clause
    kind: EventKind
    status: Status
    dated: Dated
    placed: Placed
    actors: tuple[str, ...]
    sentence: int
    status_reason: str = ""
    above: int | None = None
