"""Where a candidate happened when its own clause does not say: the clause beside it, the acting country, the
paragraph's running place, the story's home. All of it is marked implied, and a statement never inherits.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from geo.model import Place, Toponym

from ..model import PlaceMention, Reason
from .clause import Clause
from .focus import Focus, focus_of
from .mention import NOWHERE, Dated, Placed
from .merge import overlap
from .nations import Nations, nations_of
from .rows import lemmas
from .syntax import Syntax
from .triggers import Candidate
from .where import Atlas, OwnPlaces, own_place

_ABROAD = frozenset(("statement", "visit", "meeting", "deployment_movement"))
"""What a country does elsewhere: the acting country is not its place."""
_STATECRAFT = lemmas(
    "abolish amend ban constitution decree declare designate emergency enact election impeach legalise legalize "
    "martial nationalise nationalize outlaw promulgate ratify referendum repeal veto moratorium curfew lockdown "
    "amnesty mourning"
)
"""Acts that only a state performs, for all of its land."""
_FOLLOWS = frozenset(
    ("attack", "accident", "disaster", "disease", "arrest_detention", "deployment_movement", "protest")
)
"""What is told as happening where the story goes on."""
_SCENE = 6
"""Sentences that a scene may lie back in its paragraph."""


@dataclass(frozen=True, slots=True)
class Scene:
    """What inheriting looks at: all candidates with their clauses, times and own places, and what is placed so far."""

    syntax: Syntax
    found: tuple[Candidate, ...]
    clauses: Sequence[Clause]
    times: Sequence[Dated]
    own: Sequence[OwnPlaces]
    placed: list[Placed]
    focus: Focus | None


def places_of(
    atlas: Atlas,
    found: tuple[Candidate, ...],
    clauses: Sequence[Clause],
    above: Sequence[int | None],
    times: Sequence[Dated],
) -> list[Placed]:
    """The place of every candidate; `above` is the number of the candidate whose clause governs each."""
    own = [own_place(atlas, number, candidate) for number, candidate in enumerate(found)]
    home = _home(atlas)
    nations = nations_of(atlas.syntax, atlas.toponyms)
    placed: list[Placed] = []
    focus = focus_of(atlas.syntax, atlas.toponyms, [one.placed for one in own])
    scene = Scene(atlas.syntax, found, clauses, times, own, placed, focus)
    for number, candidate in enumerate(found):
        here = own[number].placed
        if here.place is None:
            here = (
                _from_governor(own, placed, above[number], candidate)
                or _from_object(own, found, number, atlas.syntax)
                or _from_actor(own[number], candidate)
                or _from_governed(atlas.syntax, own, found, above, number, clauses[number])
                or _from_nation(nations, candidate, atlas.syntax)
                or _from_home(home, candidate, clauses[number])
                or _from_scene(scene, number)
                or here
            )
        placed.append(here)
    return placed


def _implied(place: Place | None, others: tuple[PlaceMention, ...], why: str, sure: float) -> Placed:
    return Placed(place, "implied", None, others, Reason("where", why, doubtful=True), sure)


def _from_governor(
    own: list[OwnPlaces], placed: list[Placed], governor: int | None, candidate: Candidate
) -> Placed | None:
    if governor is None or candidate.kind == "statement":
        return None
    base = placed[governor] if governor < len(placed) else own[governor].placed
    if base.place is None:
        return None
    return _implied(base.place, (), "the place of the clause that it belongs to", base.sure * 0.75)


def _from_object(own: list[OwnPlaces], found: tuple[Candidate, ...], number: int, syntax: Syntax) -> Placed | None:
    """A statement about a happening stands where that happens: "confirmed the deployment to Manta"."""
    if found[number].kind != "statement" or number + 1 >= len(found):
        return None
    other = found[number + 1]
    if not other.nominal or syntax.deps[other.token] != "dobj" or syntax.heads[other.token] != found[number].token:
        return None
    base = own[number + 1].placed
    return (
        _implied(base.place, (), "the place of what it speaks of", base.sure * 0.8) if base.place is not None else None
    )


def _from_nation(nations: Nations, candidate: Candidate, syntax: Syntax) -> Placed | None:
    """A vote, a decree or a ban without a narrower place holds for its country."""
    if candidate.kind != "election_vote" and syntax.lemmas[candidate.token] not in _STATECRAFT:
        return None
    found = nations.near(candidate, syntax)
    if found is None or found.place is None:
        return None
    reason = Reason("where", f"a nationwide act; “{found.text}” names the country", doubtful=True)
    return Placed(found.place, "implied", None, (), reason, 0.6)


def _from_actor(own: OwnPlaces, candidate: Candidate) -> Placed | None:
    """A country that votes, decrees or builds does so at home, as long as no narrower place is given."""
    if not own.actors or candidate.kind in _ABROAD:
        return None
    first = own.actors[0]
    more = tuple(PlaceMention(t.place, "location", t.span) for t in own.actors[1:] if t.place is not None)
    reason = Reason("where", f"“{first.text}” acted, and no narrower place is given", doubtful=True)
    return Placed(first.place, "implied", first.span, (*own.placed.others, *more), reason, 0.65)


def _from_governed(
    syntax: Syntax,
    own: list[OwnPlaces],
    found: tuple[Candidate, ...],
    above: Sequence[int | None],
    number: int,
    clause: Clause,
) -> Placed | None:
    """What happened after, when or while something else did, happened there, if nothing else is said."""
    if clause.tense == "pluperfect" or found[number].kind == "statement":
        return None
    for other in range(number + 1, min(number + 4, len(found))):
        token = found[other].verb if found[other].verb is not None else found[other].token
        if token is not None and syntax.deps[token] == "conj":
            continue
        if above[other] == number and own[other].placed.place is not None:
            base = own[other].placed
            return _implied(base.place, (), "the place of the clause beside it", base.sure * 0.7)
    return None


def _from_scene(scene: Scene, number: int) -> Placed | None:
    """Where the telling before it happened, else the one place that the story is about."""
    candidate, clause = scene.found[number], scene.clauses[number]
    if not _is_told(scene, number, candidate, clause):
        return None
    here = scene.syntax.sentence_of[candidate.token]
    for other in range(number - 1, -1, -1):
        there = scene.syntax.sentence_of[scene.found[other].token]
        if here - there > _SCENE or not _same_part(scene.syntax, here, there):
            break
        before = scene.placed[other]
        if before.place is not None and before.span is not None and _is_scene(scene, other, number):
            return _implied(before.place, (), "the running place of its paragraph", before.sure * 0.6)
    if scene.focus is not None and candidate.kind != "deployment_movement":
        return _implied(scene.focus.place, (), f"most of the story is about {scene.focus.text}", 0.45)
    return None


def _same_part(syntax: Syntax, here: int, there: int) -> bool:
    return syntax.sentences[here].paragraph == syntax.sentences[there].paragraph


def _is_told(scene: Scene, number: int, candidate: Candidate, clause: Clause) -> bool:
    """Whether the candidate may happen where the story goes on: no statement, nothing unreal, nothing far back."""
    token = candidate.verb if candidate.verb is not None else candidate.token
    if candidate.kind not in _FOLLOWS or clause.status in ("hypothetical", "negated") or scene.syntax.quoted[token]:
        return False
    if scene.syntax.deps[token] == "acl":
        return False
    return not any(other.role in ("metonym", "speaker_seat") for other in scene.own[number].placed.others)


def _is_scene(scene: Scene, other: int, number: int) -> bool:
    """Whether what was told at `other` may go on at `number`: it is real, and both may share a day."""
    if scene.found[other].kind in ("statement",) or scene.clauses[other].status in ("hypothetical", "negated"):
        return False
    return overlap(scene.times[other].when, scene.times[number].when)


def _home(atlas: Atlas) -> Toponym | None:
    """The one town that headline and dateline name: the home of a local story."""
    syntax = atlas.syntax
    lead = {s for s, sentence in enumerate(syntax.sentences) if sentence.role == "headline"}
    dateline = next((t for t in atlas.toponyms if t.role == "dateline" and t.place is not None), None)
    if dateline is None or dateline.place is None or dateline.place.kind != "city":
        return None
    for toponym in atlas.toponyms:
        top = syntax.top_of(toponym.span)
        if (
            top is not None
            and syntax.sentence_of[top] in lead
            and toponym.place is not None
            and toponym.place.id == dateline.place.id
        ):
            return dateline
    return None


def _from_home(home: Toponym | None, candidate: Candidate, clause: Clause) -> Placed | None:
    if home is None or candidate.kind == "statement":
        return None
    return _implied(home.place, (), f"a local story of {home.text.title()}", 0.5)


__all__ = ["NOWHERE", "places_of"]
