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
_PHRASE = 12
"""Tokens that the first name of a phrase may stand before its relative clause."""


@dataclass(frozen=True, slots=True)
class Link:
    """One expression below one candidate: its top token, the preposition above it and the steps between.

    `pointed`: the words do not name the place but point at one named before. `relative`: the date stands before
    the clause that says what happened then ("2011, when ...").
    """

    index: int
    top: int
    preposition: str
    steps: int
    through: tuple[int, ...]
    pointed: bool = False
    relative: bool = False


Links = dict[int, tuple[Link, ...]]


@dataclass(frozen=True, slots=True)
class Attachments:
    """Links by candidate number; `loose` are expressions that no candidate governs, by sentence."""

    times: Links
    places: Links
    loose_times: Links
    loose_places: Links


def is_pending(timex: Timex) -> bool:
    """Whether a date waits for the publication date: "Saturday", "20 January" in a text without one."""
    return timex.when is None and timex.anchor is None and timex.type != "DURATION" and timex.value.startswith("XXXX")


def is_dating(timex: Timex) -> bool:
    """Whether an expression dates what it hangs at: by itself, by another event, or once the publication is known."""
    return timex.when is not None or timex.anchor is not None or (timex.type != "SET" and is_pending(timex))


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
    tops = [(i, syntax.top_of(t.span), False) for i, t in enumerate(timexes) if is_dating(t)]
    times, loose_times = _hang(syntax, owner, tops)
    _add_dates_before_when(syntax, found, timexes, times)
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
        number = owner[path[hit]] if hit is not None else _below_copula(syntax, owner, above)
        if number is None:
            loose.setdefault(syntax.sentence_of[top], []).append(link)
        else:
            bound.setdefault(number, []).append(link)
    return {key: tuple(row) for key, row in bound.items()}, {key: tuple(row) for key, row in loose.items()}


def _add_dates_before_when(
    syntax: Syntax, found: tuple[Candidate, ...], timexes: tuple[Timex, ...], times: Links
) -> None:
    """“Since January 2011, when 33 people were killed”: the date before "when" is that of its clause."""
    dated = {
        token: index
        for index, timex in enumerate(timexes)
        if timex.when is not None and timex.anchor is None
        for token in syntax.tokens_of(timex.span)
    }
    for number, candidate in enumerate(found):
        verb = candidate.verb
        if verb is None or syntax.deps[verb] not in ("relcl", "advcl"):
            continue
        mark = next((child for child in syntax.children[verb] if syntax.lowers[child] == "when"), None)
        if mark is None or number in times:
            continue
        before = mark - 1 - (syntax.words[mark - 1] == ",")
        if before in dated:
            times[number] = (Link(dated[before], before, "in", 1, (), relative=True),)


def _add_antecedents(
    syntax: Syntax,
    found: tuple[Candidate, ...],
    named: Iterable[tuple[int, int | None, bool]],
    places: Links,
) -> None:
    """“Sindh, where the flood arrived”: the place before "where" is the place of its clause."""
    tops = {top: index for index, top, pointed in named if top is not None and not pointed}
    pointed = {top: index for index, top, pointed in named if top is not None and pointed}
    for number, candidate in enumerate(found):
        clause = _relative_clause(syntax, candidate)
        if clause is None:
            _add_subject(syntax, number, candidate, pointed, places)
            continue
        before = _antecedent(syntax, syntax.heads[clause], clause, tops)
        if before is not None:
            link = Link(tops[before], before, "in", 1, ())
            places[number] = (link, *places.get(number, ()))


def _add_subject(syntax: Syntax, number: int, candidate: Candidate, pointed: Mapping[int, int], places: Links) -> None:
    """“The bridge, which was inaugurated in 2011”: what is told of a place that a noun points at happens there."""
    verb = next((part for part in candidate.parts if syntax.deps[part] == "relcl"), None)
    if verb is None or syntax.heads[verb] not in pointed:
        return
    subject = syntax.child(verb, "nsubj", "nsubjpass")
    if subject is not None and syntax.tags[subject] == "WDT":
        noun = syntax.heads[verb]
        link = Link(pointed[noun], subject, "", 1, (), True)
        places[number] = (*places.get(number, ()), link)


def _relative_clause(syntax: Syntax, candidate: Candidate) -> int | None:
    """The verb of the relative clause that says with "where" or "in which" that the candidate happened at its noun."""
    verb = next((part for part in candidate.parts if syntax.deps[part] == "relcl"), None)
    if verb is None:
        return None
    for part in candidate.parts:
        for child in syntax.children[part]:
            if syntax.lowers[child] == "where":
                return verb
            if syntax.deps[child] == "prep" and syntax.lowers[child] in ("in", "at", "on"):
                inner = syntax.child(child, "pobj")
                if inner is not None and syntax.lowers[inner] == "which":
                    return verb
    return None


def _antecedent(syntax: Syntax, noun: int, before: int, tops: Mapping[int, int]) -> int | None:
    """The most telling place name of the phrase that ends in `noun`: what "Punjab province of Pakistan" begins with.

    A name that only holds the one before it ("Frederick, Maryland", "Hodeida in Yemen") gives way to that.
    """
    top = noun
    while syntax.deps[top] in ("appos", "pobj") and syntax.heads[top] != top and before - top < _PHRASE:
        above = syntax.heads[top]
        if syntax.deps[top] == "pobj" and syntax.lowers[above] in ("in", "of"):
            above = syntax.heads[above]
        elif syntax.deps[top] == "pobj":
            break
        if above not in tops and not any(child in tops and child < above for child in syntax.children[above]):
            break
        top = above
    near = (*(c for c in syntax.children[top] if c < top), top, *syntax.children[top], *_inner(syntax, top))
    return next((token for token in near if token in tops and token < before), None)


def _inner(syntax: Syntax, noun: int) -> tuple[int, ...]:
    """The nouns of the phrases that follow a noun."""
    return tuple(
        inner
        for child in syntax.children[noun]
        if syntax.deps[child] == "prep" and (inner := syntax.child(child, "pobj")) is not None
    )


def _below_copula(syntax: Syntax, owner: dict[int, int], above: tuple[int, ...]) -> int | None:
    """The candidate that a bare "be" leaves its meaning to: "Gripens from Luleå are to join"."""
    for token in above:
        if syntax.lemmas[token] == "be":
            inner = syntax.child(token, "xcomp", "acomp")
            return owner.get(inner) if inner is not None else None
        if syntax.deps[token] in _WALLS and syntax.tags[token] in _FINITE:
            return None
    return None


def _first_owner(syntax: Syntax, owner: dict[int, int], path: tuple[int, ...]) -> int | None:
    """The step at which the path meets a candidate, unless it would first leave a clause that tells of none."""
    for step, token in enumerate(path):
        if token in owner:
            return step
        if step and syntax.deps[token] in _WALLS and syntax.tags[token] in _FINITE:
            return None
    return None
