"""Where a candidate happened when its own clause does not say: the clause beside it, the acting country, the
paragraph's running place, the story's home. All of it is marked implied, and a statement never inherits.
"""

from __future__ import annotations

from collections.abc import Sequence

from geo.model import Place, Toponym

from ..model import PlaceMention, Reason
from .clause import Clause
from .coref import is_pointing
from .mention import NOWHERE, Placed
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
_FOLLOWS = frozenset(("attack", "accident", "disaster", "disease", "arrest_detention", "deployment_movement", "other"))


def places_of(
    atlas: Atlas, found: tuple[Candidate, ...], clauses: Sequence[Clause], above: Sequence[int | None]
) -> list[Placed]:
    """The place of every candidate; `above` is the number of the candidate whose clause governs each."""
    own = [own_place(atlas, number, candidate) for number, candidate in enumerate(found)]
    home = _home(atlas)
    nations = nations_of(atlas.syntax, atlas.toponyms)
    placed: list[Placed] = []
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
                or _from_running(atlas.syntax, found, own[number], placed, number, clauses[number])
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


def _from_running(
    syntax: Syntax, found: tuple[Candidate, ...], own: OwnPlaces, placed: list[Placed], number: int, clause: Clause
) -> Placed | None:
    """The place of the telling before it in the same paragraph."""
    candidate = found[number]
    token = candidate.verb if candidate.verb is not None else candidate.token
    if candidate.kind not in _FOLLOWS or clause.status in ("hypothetical", "negated") or syntax.quoted[token]:
        return None
    if syntax.deps[token] == "acl" or any(other.role in ("metonym", "speaker_seat") for other in own.placed.others):
        return None
    if not _is_known(syntax, candidate):
        return None
    here = syntax.sentence_of[candidate.token]
    for other in range(number - 1, -1, -1):
        there = syntax.sentence_of[found[other].token]
        if syntax.sentences[there].paragraph != syntax.sentences[here].paragraph or here - there > 1:
            return None
        if placed[other].place is not None and placed[other].span is not None:
            return _implied(placed[other].place, (), "the running place of its paragraph", placed[other].sure * 0.6)
    return None


def _is_known(syntax: Syntax, candidate: Candidate) -> bool:
    """Whether the clause goes on about something named before: a pronoun or a definite noun is its subject."""
    if candidate.verb is None:
        return is_pointing(syntax, candidate.token)
    subject = syntax.child(candidate.verb, "nsubj", "nsubjpass")
    if subject is None:
        return False
    return syntax.tags[subject] == "PRP" or is_pointing(syntax, subject)


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
