"""What a happening without a place of its own is read against: the tellings around it and what the story is about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from geo.model import Place, Toponym

from .attach import Attachments
from .clause import Clause
from .mention import Dated, Placed
from .syntax import Syntax
from .triggers import Candidate
from .where import OwnPlaces

GROUND = frozenset(("attack", "accident", "disaster", "disease", "protest", "arrest_detention", "sport_culture"))
"""Kinds that always happen somewhere on the ground; decisions, deals and figures need no ground."""
_OFFICE = frozenset(("economic", "legal_decision", "agreement", "appointment_change", "launch_release"))
"""Kinds of offices and markets, which need none."""
_GROUND_SHARE, _OFFICE_SHARE = 0.35, 0.33
"""A story is one of the ground from this share of the first on, or below this one of the second (our stories, 2025)."""
_OPENING = 4
"""Sentences, headline included, that open a story."""
_WEAK = 0.7
"""A link that is no surer does not tell what a story is about."""


@dataclass(frozen=True, slots=True)
class Scene:
    """All candidates of a text with clauses, times and own places, and what is placed so far.

    `dates` are the tokens that dates hang by, `names` where the place names begin, in rising order. `lead` is the
    number of the first happening of the opening that has a place; `ground`: the story is one of the ground.
    """

    syntax: Syntax
    toponyms: tuple[Toponym, ...]
    links: Attachments
    found: tuple[Candidate, ...]
    clauses: Sequence[Clause]
    above: Sequence[int | None]
    times: Sequence[Dated]
    own: Sequence[OwnPlaces]
    placed: list[Placed]
    dates: frozenset[int]
    names: tuple[int, ...]
    lead: int | None
    ground: bool


@dataclass(frozen=True, slots=True)
class Proposal:
    """A place that a candidate may take over: from where, whose telling (its number), and why in words."""

    source: str
    place: Place
    why: str
    sure: float
    teller: int | None = None


def is_of_ground(found: Sequence[Candidate]) -> bool:
    """Whether a story tells of happenings on the ground, not decisions, deals and figures. Statements do not count."""
    told = [candidate.kind for candidate in found if candidate.kind != "statement"]
    if not told:
        return False
    ground, office = (sum(kind in kinds for kind in told) / len(told) for kinds in (GROUND, _OFFICE))
    return ground >= _GROUND_SHARE or office < _OFFICE_SHARE


def date_tokens(links: Attachments) -> frozenset[int]:
    """The top tokens of all dates."""
    return frozenset(link.top for rows in (links.times, links.loose_times) for row in rows.values() for link in row)


def sentence_of(scene: Scene, number: int) -> int:
    """The sentence in which a candidate is told."""
    return scene.syntax.sentence_of[scene.found[number].token]


def verb_of(candidate: Candidate) -> int:
    """The token that the clause hangs by: its verb, else the noun."""
    return candidate.verb if candidate.verb is not None else candidate.token


def lead_of(
    syntax: Syntax, found: Sequence[Candidate], clauses: Sequence[Clause], own: Sequence[OwnPlaces]
) -> int | None:
    """The first real happening of the opening that has a place of its own: what the story is about."""
    body = [number for number, sentence in enumerate(syntax.sentences) if sentence.role in ("headline", "body")]
    opening = body[:_OPENING]
    for number, candidate in enumerate(found):
        if syntax.sentence_of[candidate.token] not in opening or candidate.kind == "statement":
            continue
        here, unreal = own[number].placed, clauses[number].status in ("hypothetical", "negated")
        if here.place is not None and here.sure > _WEAK and not unreal:
            return number
    return None
