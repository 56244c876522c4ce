"""Words that stand for a place named before: "there", "the base", "the camp's water tower"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from geo.containment import lies_in
from geo.model import Place, PlaceKind, Toponym

from .coref import is_pointing
from .rows import lemmas
from .syntax import VERB_TAGS, Syntax

PLACE_NOUNS = lemmas(
    "airbase airfield airport archipelago area base bridge building camp campus canal capital city compound county "
    "country crossing dam district facility factory field fort garrison harbor harbour headquarters hospital hotel "
    "island isle lake mine mountain neighborhood neighbourhood outpost palace park peninsula plant port prison "
    "province quay reactor reef refinery region resort river road runway school shelter shipyard site square stadium "
    "station strait suburb terminal territory town university valley village volcano warehouse waterway harbour mosque "
    "church cathedral market mall museum laboratory lab monument court courthouse embassy consulate crater glacier "
    "coast"
)
_GATHERINGS = lemmas(
    "trial summit conference exercise drill festival ceremony match hearing tournament fair exhibition"
)
"""Happenings that keep their place: "her trial in Jakarta ... adjourned the trial"."""
_KINDS: dict[str, tuple[PlaceKind, ...]] = {
    "city": ("city",),
    "town": ("city",),
    "village": ("city",),
    "resort": ("city",),
    "island": ("island",),
    "archipelago": ("island",),
    "airport": ("facility",),
    "base": ("facility",),
    "camp": ("facility",),
    "port": ("facility", "city"),
    "river": ("water",),
    "lake": ("water",),
    "province": ("admin",),
    "county": ("admin",),
    "state": ("admin",),
    "region": ("admin", "region"),
    "country": ("country",),
    "volcano": ("mountain",),
}
_DEFINITE = frozenset(("the", "this", "that", "same", "these", "those"))
_OTHER = frozenset(("last", "first", "another", "other", "new", "next", "nearest", "only", "largest"))
_ASIDE = frozenset(("near", "from", "beside", "outside", "of", "to", "than", "like", "for"))
_NAMING = frozenset(("in", "at", "near", "between", "on", "of", "off", "outside", "around", "along", "inside"))


def pointers(syntax: Syntax, toponyms: tuple[Toponym, ...]) -> dict[int, int]:
    """Token -> number of the toponym that it stands for, read in the order of the text."""
    tops = {top: i for i, t in enumerate(toponyms) if (top := syntax.top_of(t.span)) is not None}
    inside = {token for t in toponyms for token in syntax.tokens_of(t.span)}
    known: dict[str, int] = {}
    last: dict[PlaceKind, int] = {}
    latest: int | None = None
    counts: Counter[str] = Counter()
    found: dict[int, int] = {}
    for token in range(len(syntax)):
        number = tops.get(token)
        if number is not None and toponyms[number].role == "literal":
            if latest is None or not _is_aside(syntax, token, tops, latest, toponyms):
                latest = number
            place = toponyms[number].place
            if place is not None and _is_meant(counts, place):
                last[place.kind] = number
        if syntax.lowers[token] == "there" and syntax.deps[token] == "advmod" and latest is not None:
            found[token] = latest
        elif (syntax.lemmas[token] in PLACE_NOUNS or syntax.lemmas[token] in _GATHERINGS) and syntax.tags[token] in (
            "NN",
            "NNS",
            "NNP",
        ):
            own = number if number is not None else _named_by(syntax, token, tops, toponyms)
            if own is not None:
                _remember(known, syntax.lemmas[token], own, toponyms)
            elif token not in inside:
                target = _target(syntax, token, known, last)
                if target is not None:
                    found[token] = target
    return found


def _is_meant(counts: Counter[str], place: Place) -> bool:
    """Count a name; "the country" is the one that the text has named most often so far, other kinds the last named."""
    if place.kind != "country":
        return True
    counts[place.id] += 1
    return counts[place.id] >= max(counts.values())


def _remember(known: dict[str, int], lemma: str, own: int, toponyms: tuple[Toponym, ...]) -> None:
    """Keep which place a noun means; "the plant in St. Thomas, Ontario" is not given up for "Ontario"."""
    before = known.get(lemma)
    new, old = toponyms[own].place, toponyms[before].place if before is not None else None
    if new is None or old is None or not lies_in(old, new):
        known[lemma] = own


def _is_aside(syntax: Syntax, token: int, tops: dict[int, int], latest: int, toponyms: tuple[Toponym, ...]) -> bool:
    """Whether a name only says where the place named before it in the sentence lies: "the camp near Bassikounou"."""
    before = syntax.top_of(toponyms[latest].span)
    if before is None or syntax.sentence_of[before] != syntax.sentence_of[token]:
        return False
    word = syntax.lowers[syntax.heads[token]]
    place, held = toponyms[tops[token]].place, toponyms[latest].place
    if place is not None and held is not None and lies_in(place, held):
        return False
    return word in _ASIDE or (word == "in" and place is not None and place.kind in ("admin", "country", "region"))


def _named_by(syntax: Syntax, noun: int, tops: dict[int, int], toponyms: tuple[Toponym, ...]) -> int | None:
    """The toponym that says which base, bridge or camp is meant."""
    return next((tops[t] for t in _namers(syntax, noun) if t in tops and toponyms[tops[t]].role == "literal"), None)


def _namers(syntax: Syntax, noun: int) -> Iterator[int]:
    """The tokens whose name a place noun may bear: its modifiers, what it stands in, what it explains."""
    holder = syntax.heads[noun] if syntax.deps[noun] == "compound" else noun
    for child in (*syntax.children[noun], *(syntax.children[holder] if holder != noun else ())):
        yield child
        if syntax.deps[child] == "prep" and syntax.lowers[child] in _NAMING:
            inner = syntax.child(child, "pobj")
            if inner is not None:
                yield inner
    if syntax.deps[noun] == "appos":
        yield syntax.heads[noun]
    for after in (holder + 1, holder + 2):  # the parse may hang it higher: "watching her trial in Jakarta"
        if after < len(syntax) and syntax.lowers[after] in _NAMING and syntax.heads[after] == syntax.heads[holder]:
            inner = syntax.child(after, "pobj")
            if inner is not None:
                yield inner
    if syntax.deps[noun] == "attr" and syntax.lemmas[syntax.heads[noun]] == "be":
        subject = syntax.child(syntax.heads[noun], "nsubj")
        if subject is not None:
            yield subject


def _is_definite(syntax: Syntax, noun: int) -> bool:
    holder = syntax.heads[noun] if syntax.deps[noun] == "compound" else noun
    words = {syntax.lowers[child] for child in syntax.children[holder] if syntax.deps[child] in ("det", "amod")}
    named = any(
        syntax.tags[child] == "NNP" and syntax.deps[child] in ("compound", "nmod", "amod", "poss") and child != noun
        for child in (*syntax.children[noun], *syntax.children[holder])
    )
    return bool(words & _DEFINITE) and not words & _OTHER and not named


def _target(syntax: Syntax, token: int, known: dict[str, int], last: dict[PlaceKind, int]) -> int | None:
    """The toponym that a noun points back at: "the base", or "the return of troops to a base that"."""
    if _is_definite(syntax, token):
        return _antecedent(syntax.lemmas[token], known, last)
    if _is_returned_to(syntax, token) and "facility" in _KINDS.get(syntax.lemmas[token], ()):
        return max((last[kind] for kind in ("facility", "city") if kind in last), default=None)
    return None


def _is_returned_to(syntax: Syntax, noun: int) -> bool:
    """Whether a return goes to the noun, in a sentence about what was told before ("The move marks the return to")."""
    to = syntax.heads[noun]
    if syntax.deps[noun] != "pobj" or syntax.lowers[to] != "to":
        return False
    verb = next((step for step in syntax.path(to)[1:] if syntax.tags[step] in VERB_TAGS), None)
    if verb is None:
        return False
    near = {syntax.lemmas[token] for token in (syntax.heads[to], *syntax.children[verb], verb)}
    subject = syntax.child(verb, "nsubj")
    known = subject is not None and (syntax.tags[subject] == "PRP" or is_pointing(syntax, subject))
    return known and "return" in near


def _antecedent(lemma: str, known: dict[str, int], last: dict[PlaceKind, int]) -> int | None:
    if lemma in known:
        return known[lemma]
    return next((last[kind] for kind in _KINDS.get(lemma, ()) if kind in last), None)
