"""Where each candidate happened: the most specific place that its clause attaches, else one inherited and marked so.

Origins, destinations, containers, speakers' seats and metonyms keep their role and are never the location of
what happened elsewhere.
"""

from __future__ import annotations

from dataclasses import dataclass

from geo.model import Place, Toponym

from ..kinds import EventKind
from ..model import PlaceMention, Reason
from .attach import Attachments, Link
from .mention import NOWHERE, Placed
from .rows import lemmas
from .syntax import Syntax
from .triggers import Candidate
from .verbs import MOVES

_RANK = {
    "facility": 0,
    "landmark": 0,
    "city": 1,
    "mountain": 2,
    "island": 2,
    "water": 3,
    "admin": 4,
    "territory": 5,
    "region": 5,
    "country": 6,
    "continent": 7,
}
_ORIGIN = frozenset(("from", "out"))
_TOWARDS = frozenset(("to", "into", "towards", "toward", "for", "onto", "as"))
_AT = lemmas(
    "in at near on off around along inside outside across through throughout over within between beside by of under "
    "above against beyond behind opposite among upon via past"
)
_COUNTRYWIDE: frozenset[EventKind] = frozenset(("election_vote", "legal_decision", "agreement"))


@dataclass(frozen=True, slots=True)
class Atlas:
    """What placing needs from the article: its syntax, toponyms and links."""

    syntax: Syntax
    toponyms: tuple[Toponym, ...]
    links: Attachments


def own_place(atlas: Atlas, number: int, candidate: Candidate, kind: EventKind) -> Placed:
    """The location among the places that hang below the candidate; the others keep their roles."""
    scored: list[tuple[tuple[int, int, int], Link, str]] = []
    others: list[PlaceMention] = []
    actors: list[Toponym] = []
    for link in atlas.links.places.get(number, ()):
        toponym = atlas.toponyms[link.index]
        place = toponym.place
        if place is None:
            continue
        role = _role(atlas, candidate, link, toponym)
        if role in ("location", "destination", "origin"):
            scored.append((_order(role, place, link), link, role))
        elif role == "actor":
            actors.append(toponym)
        else:
            others.append(PlaceMention(place, role, toponym.span))  # type: ignore[arg-type]
    if not scored and actors and kind in _COUNTRYWIDE:
        return _acted(actors, others)
    others.extend(PlaceMention(t.place, "mentioned", t.span) for t in actors if t.place is not None)
    if not scored:
        return Placed(None, None, None, tuple(others), NOWHERE.reason, 1.0)
    scored.sort(key=lambda row: row[0])
    return _chosen(atlas, scored, others)


def _acted(actors: list[Toponym], others: list[PlaceMention]) -> Placed:
    """A country that votes, decrees or signs does so at home, as long as no narrower place is given."""
    first = actors[0]
    reason = Reason("where", f"“{first.text}” acted, and no narrower place is given", doubtful=True)
    more = tuple(PlaceMention(t.place, "location", t.span) for t in actors[1:] if t.place is not None)
    return Placed(first.place, "implied", first.span, (*others, *more), reason, 0.7)


def _chosen(atlas: Atlas, scored: list[tuple[tuple[int, int, int], Link, str]], others: list[PlaceMention]) -> Placed:
    best = scored[0][1]
    chosen = atlas.toponyms[best.index]
    place = chosen.place
    assert place is not None  # for the type checker: own_place leaves unresolved names out
    for _, link, other_role in scored[1:]:
        toponym = atlas.toponyms[link.index]
        if toponym.place is not None and toponym.place.id != place.id:
            kept = "container" if _contains(toponym.place, place) else other_role
            others.append(PlaceMention(toponym.place, kept, toponym.span))  # type: ignore[arg-type]
    words = f"“{best.preposition} {chosen.text}”" if best.preposition else f"“{chosen.text}”"
    reason = Reason("where", f"{words} in its own clause")
    return Placed(place, "stated", chosen.span, tuple(others), reason, 0.95 if best.steps <= 4 else 0.8)


def _order(role: str, place: Place, link: Link) -> tuple[int, int, int]:
    """Locations and destinations first, then the more specific, then the nearer."""
    return (1 if role == "origin" else 0, _RANK.get(place.kind, 5), link.steps)


def _contains(outer: Place, inner: Place) -> bool:
    if outer.kind == "country":
        return inner.country in (None, outer.country) and inner.kind != "country"
    return _RANK.get(outer.kind, 5) > _RANK.get(inner.kind, 5) and outer.country == inner.country


def _role(atlas: Atlas, candidate: Candidate, link: Link, toponym: Toponym) -> str:
    """What the place is to the candidate."""
    syntax = atlas.syntax
    if toponym.role == "metonym":
        return "metonym"
    if toponym.role in ("demonym", "nested"):
        return "mentioned"
    dep = syntax.deps[link.top]
    above = [syntax.deps[token] for token in link.through]
    if dep == "poss" or "poss" in above:
        return "location" if _possessed_location(syntax, link) else "speaker_seat"
    if (dep in ("nsubj", "nsubjpass", "compound", "nmod", "amod") and not link.preposition) or "nsubj" in above:
        return _subject_role(syntax, link, toponym, above)
    if link.preposition in _ORIGIN:
        return "origin"
    if link.preposition in _TOWARDS:
        return "destination" if syntax.lemmas[candidate.token] in MOVES or candidate.kind == "visit" else "location"
    return "location"


def _possessed_location(syntax: Syntax, link: Link) -> bool:
    """“Peru's ministry” is a seat; “Norway's coal mining” or “Kiribati's Line Islands” is not."""
    return bool(link.through) and syntax.tags[link.through[0]] in ("NN", "NNS") and link.preposition in _AT


def _subject_role(syntax: Syntax, link: Link, toponym: Toponym, above: list[str]) -> str:
    """A place inside the subject: where it stands ("floods in Peru killed"), or who acts ("Peru closed")."""
    if link.preposition in _AT and link.preposition not in ("of", "by"):
        return "location"
    if syntax.deps[link.top] in ("nsubj", "nsubjpass") or syntax.deps[link.top] == "conj":
        return "actor" if toponym.place is not None and toponym.place.kind == "country" else "location"
    return "mentioned"
