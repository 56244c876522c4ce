"""Where each candidate happened, as far as its own clause says: the most specific place that it attaches.

Origins, destinations, containers, speakers' seats, bearings ("north of Austin") and metonyms keep their role
and are never the location of what happened elsewhere. What the clause does not say is left to `inherit`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from geo.model import Place, Toponym

from ..model import PlaceMention, Reason
from .attach import Attachments, Link
from .mention import NOWHERE, Placed
from .place_roles import Part, part_of
from .syntax import Syntax
from .triggers import Candidate

_TIER: dict[Part, int] = {"location": 0, "destination": 0, "pointed": 1, "origin": 2, "bearing": 3, "weak": 4}
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
_BESIDE = frozenset(("across", "opposite"))
"""What only says how another place of the clause lies."""


@dataclass(frozen=True, slots=True)
class Atlas:
    """What placing needs from the article: its syntax, toponyms and links."""

    syntax: Syntax
    toponyms: tuple[Toponym, ...]
    links: Attachments


@dataclass(frozen=True, slots=True)
class OwnPlaces:
    """What a candidate's clause says of places: the one chosen, and the countries that act in it."""

    placed: Placed
    actors: tuple[Toponym, ...]


def own_place(atlas: Atlas, number: int, candidate: Candidate) -> OwnPlaces:
    """The location among the places that hang below the candidate; the others keep their roles."""
    scored: list[tuple[tuple[int, int, int], Link, Part]] = []
    others: list[PlaceMention] = []
    actors: list[Toponym] = []
    links = atlas.links.places.get(number, ())
    tops = {link.top for link in links if not link.pointed}
    for link in links:
        toponym = atlas.toponyms[link.index]
        if toponym.place is None or toponym.role == "dateline":
            continue
        if _is_around(atlas.syntax, link, tops):
            others.append(PlaceMention(toponym.place, "container", toponym.span))
            continue
        part = part_of(atlas.syntax, candidate, link, toponym)
        if part in _TIER:
            rank = _RANK.get(toponym.place.kind, 5) + len(_RANK) * (link.preposition in _BESIDE)
            scored.append(((_TIER[part], rank, link.steps), link, part))
        elif part == "actor":
            actors.append(toponym)
        else:
            role: Literal["speaker_seat", "metonym", "mentioned"] = (
                "speaker_seat" if part == "seat" else "metonym" if part == "metonym" else "mentioned"
            )
            others.append(PlaceMention(toponym.place, role, toponym.span))
    if not scored:
        return OwnPlaces(Placed(None, None, None, tuple(others), NOWHERE.reason, 1.0), tuple(actors))
    scored.sort(key=lambda row: row[0])
    return OwnPlaces(_chosen(atlas, scored, others), tuple(actors))


def _is_around(syntax: Syntax, link: Link, tops: set[int]) -> bool:
    """Whether the place only says where another place of the clause lies: "the base in the province"."""
    if not any(token in tops for token in link.through) or syntax.deps[link.top] == "conj":
        return False
    return link.preposition in ("in", "of", "") or syntax.deps[link.top] == "appos"


def _chosen(atlas: Atlas, scored: list[tuple[tuple[int, int, int], Link, Part]], others: list[PlaceMention]) -> Placed:
    (tier, _, _), best, _ = scored[0]
    chosen = atlas.toponyms[best.index]
    place = chosen.place
    for _, link, part in scored[1:]:
        toponym = atlas.toponyms[link.index]
        if toponym.place is None or place is None or toponym.place.id == place.id:
            continue
        role: Literal["container", "location", "destination", "origin", "mentioned"] = "mentioned"
        if contains(toponym.place, place):
            role = "container"
        elif part in ("location", "destination", "origin"):
            role = part
        others.append(PlaceMention(toponym.place, role, toponym.span))
    if best.pointed:
        word = atlas.syntax.words[best.top]
        reason = Reason("where", f"“{word}” points back at {chosen.text}")
        return Placed(place, "relative", None, tuple(others), reason, 0.8)
    words = f"“{best.preposition} {chosen.text}”" if best.preposition else f"“{chosen.text}”"
    weak = tier >= _TIER["bearing"]
    reason = Reason("where", f"{words} in its own clause", doubtful=weak)
    return Placed(
        place, "stated", chosen.span, tuple(others), reason, 0.65 if weak else 0.95 if best.steps <= 4 else 0.8
    )


def contains(outer: Place, inner: Place) -> bool:
    """Whether `outer` may hold `inner`: a country its places, a province its cities."""
    if outer.kind == "country":
        return inner.country in (None, outer.country) and inner.kind != "country"
    return _RANK.get(outer.kind, 5) > _RANK.get(inner.kind, 5) and outer.country == inner.country
