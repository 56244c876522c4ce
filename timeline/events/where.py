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
from .pointers import PLACE_NOUNS
from .rows import lemmas
from .syntax import Syntax
from .triggers import Candidate
from .verbs import LEAVES, MOVES

Part = Literal[
    "location", "destination", "origin", "bearing", "pointed", "weak", "actor", "seat", "metonym", "mentioned"
]
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
_ORIGIN = frozenset(("from", "out"))
_TOWARDS = frozenset(("to", "into", "towards", "toward", "onto"))
_AT = lemmas(
    "in at near on off around along inside across through throughout over within between beside under above beyond "
    "behind opposite among upon via past outside by into"
)
_APART = frozenset(("with", "for", "about", "against", "as", "than", "like", "despite", "because", "by"))
_OFFICES = lemmas(
    "office plant branch bureau police court hospital council authority league region coast border outskirts"
)
_COMPASS = lemmas(
    "north south east west northeast northwest southeast southwest northern southern eastern western kilometer "
    "kilometre mile km bearing"
)
_PIECES = lemmas(
    "part north south east west northeast northwest southeast southwest bank shore edge outskirt outskirts center "
    "centre heart border mouth tip water street side rest interior middle waters half most area end cornerstone"
)


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
            scored.append(((_TIER[part], _RANK.get(toponym.place.kind, 5), link.steps), link, part))
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


def part_of(syntax: Syntax, candidate: Candidate, link: Link, toponym: Toponym) -> Part:
    """What a place is to a candidate."""
    if toponym.role == "metonym":
        return "metonym"
    if toponym.role in ("demonym", "nested"):
        return "mentioned"
    steps = (link.top, *link.through)
    deps = [syntax.deps[token] for token in steps]
    if any(syntax.lemmas[token] in _COMPASS for token in link.through) and link.preposition in ("of", "from"):
        return "bearing"
    if link.preposition in _APART and not link.pointed and not any(syntax.lowers[t] == "far" for t in link.through):
        partner = link.preposition == "with" and candidate.kind in ("agreement", "meeting")
        return "actor" if partner and toponym.place is not None and toponym.place.kind == "country" else "mentioned"
    if (
        deps[0] in ("compound", "nmod", "amod", "npadvmod")
        and not link.pointed
        and not _names_place(syntax, candidate, link)
    ):
        return "mentioned"
    if "poss" in deps and link.pointed:
        return "mentioned"
    if "poss" in deps:
        return _owner_part(syntax, candidate, steps, deps)
    if "nsubj" in deps or "nsubjpass" in deps:
        return _subject_part(syntax, candidate, link, toponym, deps)
    if link.preposition == "of" and not _of_place(syntax, candidate, link):
        return (
            "weak" if toponym.place is not None and toponym.place.kind not in ("country", "continent") else "mentioned"
        )
    return _plain_part(syntax, candidate, link)


def _names_place(syntax: Syntax, candidate: Candidate, link: Link) -> bool:
    """Whether the noun that a place modifies is a place or the happening: "the Apia office", "the Kabul attack"."""
    head = syntax.heads[link.top]
    if syntax.lemmas[head] in ("day", "week", "month", "year", "hour"):
        return True  # "flown to Manta days before": the parse takes both for one name
    return head in candidate.parts or syntax.lemmas[head] in PLACE_NOUNS | _PIECES | _OFFICES


def _plain_part(syntax: Syntax, candidate: Candidate, link: Link) -> Part:
    lemma = syntax.lemmas[candidate.token]
    if link.preposition == "from" and lemma in ("operate", "work", "broadcast", "launch", "fire", "run"):
        return "location"
    if link.preposition in _ORIGIN:
        return "origin" if lemma in MOVES or candidate.kind == "deployment_movement" else "weak"
    if link.pointed:
        near = syntax.deps[link.top] == "compound" and bool(link.preposition)
        return "pointed" if near or syntax.deps[link.top] in ("pobj", "advmod", "dobj", "nsubjpass") else "mentioned"
    if link.preposition in _TOWARDS:
        return "destination" if lemma in MOVES or candidate.kind in ("visit", "deployment_movement") else "location"
    if not link.preposition and lemma in LEAVES:
        return "origin"
    return "location"


def _of_place(syntax: Syntax, candidate: Candidate, link: Link) -> bool:
    """Whether the noun before "of" is itself a place or a piece of one, or the happening itself."""
    for token in link.through:
        if syntax.lowers[token] == "of":
            noun = syntax.heads[token]
            return (
                noun in candidate.parts
                or syntax.lemmas[noun] in PLACE_NOUNS
                or syntax.lemmas[noun] in _PIECES
                or syntax.tags[noun] in ("NNP", "NNPS")
            )
    return True


def _owner_part(syntax: Syntax, candidate: Candidate, steps: tuple[int, ...], deps: list[str]) -> Part:
    """“Eritrea's independence” is in Eritrea; “Peru's ministry said” is a seat."""
    owned = syntax.heads[steps[deps.index("poss")]]
    if owned in candidate.parts:
        return "location"
    if syntax.lemmas[owned] in PLACE_NOUNS | _PIECES or (syntax.tags[owned] == "NNP" and "nsubj" not in deps):
        return "weak"
    return "seat" if "nsubj" in deps else "weak"


def _subject_part(syntax: Syntax, candidate: Candidate, link: Link, toponym: Toponym, deps: list[str]) -> Part:
    """A place inside the subject: where that stands ("schools on Tongatapu"), or who acts ("Peru closed")."""
    if link.pointed:
        return "pointed" if deps[0] in ("nsubjpass", "pobj", "advmod") and link.preposition != "of" else "mentioned"
    if candidate.kind == "statement":
        return "seat" if link.preposition else "mentioned"
    if link.preposition in _AT:
        return "location"
    if link.preposition == "of":
        noun = syntax.heads[next(token for token in link.through if syntax.lowers[token] == "of")]
        return "location" if syntax.lemmas[noun] in PLACE_NOUNS | _PIECES else "mentioned"
    if link.preposition:
        return "mentioned"
    beside = deps[0] == "conj" and deps[1] in ("nsubj", "nsubjpass") and syntax.tags[link.through[0]] == "NNP"
    if deps[0] in ("nsubj", "nsubjpass") or beside:
        return "actor" if toponym.place is not None and toponym.place.kind == "country" else "location"
    return "weak" if toponym.place is not None and toponym.place.kind in ("city", "facility") else "mentioned"
