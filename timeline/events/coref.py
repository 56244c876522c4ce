"""Which earlier candidate a definite event noun points back at: "the attack", "the announcement", "the trial"."""

from __future__ import annotations

from collections.abc import Container, Sequence

from ..kinds import EventKind
from .nouns import GENERIC, KIND_OF_NOUN
from .syntax import Syntax
from .triggers import Candidate

_REACH = 120
"""How many candidates back a noun may point."""
_POINTING = frozenset(("the", "that", "this", "these", "those", "its", "their", "same"))
OTHERS = frozenset(("first", "second", "third", "another", "other", "further", "new", "similar", "next", "latest"))
"""One of several: not the one that was told of."""
_FAMILY: dict[EventKind, tuple[EventKind, ...]] = {
    "accident": ("accident", "disaster", "attack"),
    "disaster": ("disaster", "accident"),
}


def is_pointing(syntax: Syntax, noun: int) -> bool:
    """Whether the noun is marked as known: by "the", "this", "its"."""
    if any(syntax.lowers[c] in OTHERS for c in syntax.children[noun] if syntax.deps[c] in ("amod", "advmod", "nummod")):
        return False
    return any(
        syntax.lowers[c] in _POINTING for c in syntax.children[noun] if syntax.deps[c] in ("det", "amod", "poss")
    )


def pointed_at(
    syntax: Syntax, found: Sequence[Candidate], noun: int, before: int, *, among: Container[int] | None = None
) -> int | None:
    """The number of the latest candidate before `before` that the noun at token `noun` may mean.

    The same lemma or word stem counts first, then the kinds that the noun stands for. `among` limits the choice.
    """
    lemma = syntax.lemmas[noun]
    kind = KIND_OF_NOUN.get(lemma, "other")
    kinds = GENERIC.get(lemma) or _FAMILY.get(kind, (kind,))
    by_kind: int | None = None
    for number in range(before - 1, max(-1, before - _REACH), -1):
        other = found[number]
        if noun in other.parts or (among is not None and number not in among):
            continue
        if same_stem(lemma, syntax.lemmas[other.token]):
            return number
        if by_kind is None and other.kind in kinds and syntax.sentences[syntax.sentence_of[other.token]].role == "body":
            by_kind = number
    return by_kind


def same_stem(one: str, two: str) -> bool:
    """Whether two lemmas share their first five letters, or four if one of them is short ("vote", "voting")."""
    length = min(5, max(4, min(len(one), len(two))))
    return one[:length] == two[:length]
