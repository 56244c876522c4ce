"""What a place is to a happening: its location, destination, origin, a bearing, an actor, a seat, or only mentioned.

The role is read from the words between the place and the happening: prepositions, the noun that the place
modifies, the subject that it stands in.
"""

from __future__ import annotations

from typing import Literal

from geo.model import Toponym

from .attach import Link
from .pointers import PLACE_NOUNS
from .rows import lemmas
from .syntax import NOUN_TAGS, Syntax
from .triggers import Candidate
from .verbs import LEAVES, MOVES, OPINIONS

Part = Literal[
    "location", "destination", "origin", "bearing", "pointed", "weak", "actor", "seat", "metonym", "mentioned"
]
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
    "centre heart border mouth tip water street side rest interior middle waters half most area end cornerstone hill "
    "forest jungle wood desert slope foothill highland lowland plain slum neighborhood neighbourhood block capital"
)
_ELSEWHERE = ("visit", "meeting", "deployment_movement")
_BODIES = lemmas("police council authority authorities university service constabulary department ministry court army")
_BEFORE_PLACES = lemmas(
    "greater central downtown inner outer upper lower metropolitan old new mainland continental rural urban port mount "
    "fort lake saint st. st san santa los las el la le cape point mid north-east north-west south-east south-west "
    "republic"
)
_BUILDINGS = lemmas(
    "hall airport station hospital stadium arena prison jail courthouse court square cathedral mosque museum zoo tower "
    "palace theatre theater terminal embassy consulate park harbour harbor bridge"
)
_AIRED = lemmas("speech address broadcast appearance report interview message")
_SPANS = frozenset(("day", "week", "month", "year", "hour"))


def part_of(syntax: Syntax, candidate: Candidate, link: Link, toponym: Toponym) -> Part:
    """What a place is to a candidate."""
    if toponym.role == "metonym":
        return "metonym"
    if toponym.role == "demonym" or (toponym.role == "nested" and not _is_building(syntax, link)):
        return "mentioned"
    if toponym.role == "nested":
        return "location"
    if _is_company(syntax, link, toponym) or _is_seat(syntax, link) or _is_scope(syntax, candidate, link):
        return "mentioned"
    steps = (link.top, *link.through)
    deps = [syntax.deps[token] for token in steps]
    if any(syntax.lemmas[token] in _COMPASS for token in link.through) and link.preposition in ("of", "from"):
        return "bearing"
    if link.preposition in _APART and not any(syntax.lowers[t] == "far" for t in link.through):
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
    return _plain_part(syntax, candidate, link, toponym)


def _is_company(syntax: Syntax, link: Link, toponym: Toponym) -> bool:
    """Whether a name before it makes the place part of a firm's or a team's name: "Ford Australia"."""
    return (
        any(
            syntax.deps[child] == "compound"
            and syntax.tags[child] in ("NNP", "NNPS")
            and syntax.ends[child] <= toponym.span.start
            and syntax.lemmas[child] not in _BEFORE_PLACES | PLACE_NOUNS | _COMPASS
            for child in syntax.children[link.top]
        )
        and not link.pointed
    )


def _is_seat(syntax: Syntax, link: Link) -> bool:
    """“A Lyon-based firm”: where somebody sits."""
    after = syntax.lowers[link.top + 1 : link.top + 3]
    return not link.pointed and (after[:1] == ("based",) or after == ("-", "based"))


def _is_scope(syntax: Syntax, candidate: Candidate, link: Link) -> bool:
    """Whether the place only bounds a ranking: "the largest car maker in America"."""
    word = next((token for token in link.through if syntax.lowers[token] in ("in", "of")), None)
    noun = syntax.heads[word] if word is not None else syntax.heads[link.top]
    if noun in candidate.parts or syntax.tags[noun] not in NOUN_TAGS:
        return False
    return _is_ranked(syntax, noun)


def _is_ranked(syntax: Syntax, noun: int) -> bool:
    """Whether the noun is the largest, the most costly of its sort."""
    below = [child for child in syntax.children[noun] if child < noun]
    return any(syntax.tags[c] == "JJS" or any(syntax.tags[d] == "RBS" for d in syntax.children[c]) for c in below)


def _is_building(syntax: Syntax, link: Link) -> bool:
    """Whether a name inside another names a building where something is: "in front of Seoul City Hall"."""
    head = syntax.heads[link.top]
    return (
        syntax.deps[link.top] == "compound" and syntax.lemmas[head] in _BUILDINGS and link.preposition in _AT | {"of"}
    )


def _names_place(syntax: Syntax, candidate: Candidate, link: Link) -> bool:
    """Whether the noun that a place modifies is a place or the happening: "the Apia office", "the Kabul attack"."""
    head = syntax.heads[link.top]
    if syntax.lemmas[head] in _SPANS:
        return True  # "flown to Manta days before": the parse takes both for one name
    return head in candidate.parts or syntax.lemmas[head] in PLACE_NOUNS | _PIECES | _OFFICES


def _plain_part(syntax: Syntax, candidate: Candidate, link: Link, toponym: Toponym) -> Part:
    lemma = syntax.lemmas[candidate.token]
    if link.preposition == "from" and lemma in ("operate", "work", "broadcast", "launch", "fire", "run"):
        return "location"
    if link.preposition in _ORIGIN:
        return _origin_part(syntax, candidate, link, toponym)
    if link.pointed:
        near = syntax.deps[link.top] == "compound" and bool(link.preposition)
        return "pointed" if near or syntax.deps[link.top] in ("pobj", "advmod", "dobj", "nsubjpass") else "mentioned"
    if link.preposition in _TOWARDS:
        return "destination" if lemma in MOVES or candidate.kind in ("visit", "deployment_movement") else "location"
    if not link.preposition and lemma in LEAVES:
        return "origin"
    return "location"


def _origin_part(syntax: Syntax, candidate: Candidate, link: Link, toponym: Toponym) -> Part:
    """“Sailed from Toulon” began there; “beef imports from Peru”, “a winner from Peru” do not.

    “Flew patrols against smugglers from Manta”: the parse hangs the town below the smugglers; the flight began there.
    """
    word = next((token for token in link.through if syntax.lowers[token] in _ORIGIN), None)
    if _moves(syntax, candidate):
        noun = syntax.heads[word] if word is not None else candidate.token
        above = {noun, syntax.heads[noun]}
        if toponym.place is not None and toponym.place.kind in ("city", "facility"):
            above.add(syntax.heads[syntax.heads[noun]])
        return "origin" if above & set(candidate.parts) else "mentioned"
    if word is not None and syntax.lemmas[syntax.heads[word]] in _AIRED:
        return "location"
    return "weak" if word is not None and syntax.heads[word] == candidate.verb else "mentioned"


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
    if _is_ranked(syntax, owned):
        return "mentioned"
    if owned in candidate.parts:
        return "location"
    if syntax.lemmas[owned] in PLACE_NOUNS | _PIECES or (syntax.tags[owned] == "NNP" and "nsubj" not in deps):
        return "weak"
    return "seat" if "nsubj" in deps else "weak"


def _subject_part(syntax: Syntax, candidate: Candidate, link: Link, toponym: Toponym, deps: list[str]) -> Part:
    """A place inside the subject: where that stands ("schools on Tongatapu"), or who acts ("Peru closed")."""
    if link.pointed:
        return _pointed_subject(syntax, candidate, link, toponym, deps)
    if candidate.kind == "statement" or syntax.lemmas[candidate.token] in OPINIONS:
        return _speaker_part(syntax, candidate, link)
    if link.preposition in _AT:
        return "location"
    if link.preposition == "of":
        noun = syntax.heads[next(token for token in link.through if syntax.lowers[token] == "of")]
        return "location" if syntax.lemmas[noun] in PLACE_NOUNS | _PIECES else "mentioned"
    if link.preposition == "from":
        country = toponym.place is not None and toponym.place.kind == "country"
        return "origin" if _moves(syntax, candidate) and not country else "mentioned"
    if link.preposition:
        return "mentioned"
    if any(syntax.deps[c] == "conj" and syntax.lemmas[c] in _BODIES for c in syntax.children[link.top]):
        return "seat"  # "Devon and Cornwall police"
    beside = deps[0] == "conj" and deps[1] in ("nsubj", "nsubjpass") and syntax.tags[link.through[0]] == "NNP"
    if deps[0] in ("nsubj", "nsubjpass") or beside:
        return "actor" if toponym.place is not None and toponym.place.kind == "country" else "location"
    return "weak" if toponym.place is not None and toponym.place.kind in ("city", "facility") else "mentioned"


def _pointed_subject(syntax: Syntax, candidate: Candidate, link: Link, toponym: Toponym, deps: list[str]) -> Part:
    """“The plant reopened”, “the road to the camp was cut”: what is told of a place happens there."""
    if candidate.kind == "statement":  # "workers there reported nine cases", not "officials there said"
        found = candidate.verb is not None and syntax.child(candidate.verb, "dobj") is not None
        return "pointed" if found and deps[0] == "advmod" else "mentioned"
    if deps[0] == "nsubj":
        area = toponym.place is not None and toponym.place.is_area
        return "mentioned" if area or candidate.kind in _ELSEWHERE else "pointed"
    return "pointed" if deps[0] in ("nsubjpass", "pobj", "advmod") and link.preposition != "of" else "mentioned"


def _moves(syntax: Syntax, candidate: Candidate) -> bool:
    return syntax.lemmas[candidate.token] in MOVES or candidate.kind == "deployment_movement"


def _speaker_part(syntax: Syntax, candidate: Candidate, link: Link) -> Part:
    """A speaker's place is a seat, unless it follows the verb and the speaker: "commented Corby in Indonesia"."""
    if not link.preposition:
        return "mentioned"
    speaker = syntax.heads[link.through[0]] if link.through else link.top
    after = candidate.verb is not None and speaker > candidate.verb and syntax.tags[speaker] == "NNP"
    return "location" if after and link.preposition in ("in", "at") and len(link.through) <= 2 else "seat"
