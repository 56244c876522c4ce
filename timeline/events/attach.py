"""Which candidate a date or a place hangs below: the nearest one on the way up the parse."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from geo.model import Toponym

from ..model import Timex
from .syntax import VERB_TAGS, Syntax
from .triggers import Candidate

_WALLS = frozenset(("advcl", "relcl", "ccomp", "conj", "parataxis", "csubj"))
_FINITE = VERB_TAGS - {"VB"}
"""An infinitive is no wall: the dates after "a bond to replace the station" belong to the clause around it."""


@dataclass(frozen=True, slots=True)
class Link:
    """One expression below one candidate: its top token, the preposition above it and the steps between.

    `pointed`: the words do not name the place but point at one named before.
    """

    index: int
    top: int
    preposition: str
    steps: int
    through: tuple[int, ...]
    pointed: bool = False


Links = dict[int, tuple[Link, ...]]


@dataclass(frozen=True, slots=True)
class Attachments:
    """Links by candidate number; `loose` are expressions that no candidate governs, by sentence."""

    times: Links
    places: Links
    loose_times: Links
    loose_places: Links


def attach(
    syntax: Syntax,
    found: tuple[Candidate, ...],
    timexes: tuple[Timex, ...],
    toponyms: tuple[Toponym, ...],
    pointers: Mapping[int, int],
) -> Attachments:
    """Hang every expression below its nearest candidate.

    `pointers` are words that stand for a toponym named before ("there", "the base"), with its number.
    """
    owner = {part: number for number, candidate in enumerate(found) for part in candidate.parts}
    tops = [
        (i, syntax.top_of(t.span), False) for i, t in enumerate(timexes) if t.when is not None or t.anchor is not None
    ]
    times, loose_times = _hang(syntax, owner, tops)
    named: list[tuple[int, int | None, bool]] = [(i, syntax.top_of(t.span), False) for i, t in enumerate(toponyms)]
    named += [(index, token, True) for token, index in pointers.items()]
    places, loose_places = _hang(syntax, owner, named)
    _add_antecedents(syntax, found, named, places)
    return Attachments(times, places, loose_times, loose_places)


def _hang(syntax: Syntax, owner: dict[int, int], tops: Iterable[tuple[int, int | None, bool]]) -> tuple[Links, Links]:
    bound: dict[int, list[Link]] = {}
    loose: dict[int, list[Link]] = {}
    for index, top, pointed in tops:
        if top is None:
            continue
        path = syntax.path(top)
        hit = _first_owner(syntax, owner, path)
        above = path[1:hit] if hit is not None else path[1:]
        preposition = next((syntax.lowers[i] for i in above if syntax.tags[i] in ("IN", "TO")), "")
        link = Link(index, top, preposition, hit if hit is not None else len(path), above, pointed)
        if hit is None:
            loose.setdefault(syntax.sentence_of[top], []).append(link)
        else:
            bound.setdefault(owner[path[hit]], []).append(link)
    return {key: tuple(row) for key, row in bound.items()}, {key: tuple(row) for key, row in loose.items()}


def _add_antecedents(
    syntax: Syntax,
    found: tuple[Candidate, ...],
    named: Iterable[tuple[int, int | None, bool]],
    places: Links,
) -> None:
    """“Sindh, where the flood arrived”: the place before "where" is the place of its clause."""
    tops = {top: index for index, top, pointed in named if top is not None and not pointed}
    for number, candidate in enumerate(found):
        verb = candidate.verb
        if verb is None or syntax.deps[verb] != "relcl":
            continue
        where = next((child for child in syntax.children[verb] if syntax.lowers[child] == "where"), None)
        if where is None:
            continue
        noun = syntax.heads[verb]
        near = [t for t in (noun, *syntax.children[noun], *_inner(syntax, noun)) if t in tops and t < verb]
        if near:
            link = Link(tops[near[-1]], near[-1], "in", 1, ())
            places[number] = (link, *places.get(number, ()))


def _inner(syntax: Syntax, noun: int) -> tuple[int, ...]:
    """The nouns of the phrases that follow a noun."""
    return tuple(
        inner
        for child in syntax.children[noun]
        if syntax.deps[child] == "prep" and (inner := syntax.child(child, "pobj")) is not None
    )


def _first_owner(syntax: Syntax, owner: dict[int, int], path: tuple[int, ...]) -> int | None:
    """The step at which the path meets a candidate, unless it would first leave a clause that tells of none."""
    for step, token in enumerate(path):
        if token in owner:
            return step
        if step and syntax.deps[token] in _WALLS and syntax.tags[token] in _FINITE:
            return None
    return None
