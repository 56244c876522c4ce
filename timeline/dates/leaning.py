"""Expressions that lean on an event: "days before the announcement", "the day after the quake".

The anchor is read off the parse: the object of the preposition, or the verb of the clause that follows.
"""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Span
from .find import Find
from .tense import Tenses

_LONGEST = 12
"""Tokens between the preposition and its object, at most."""

_BARE = frozenset({"that", "this", "it", "then"})


@dataclass(frozen=True, slots=True)
class Leaning:
    """The anchor of a find: its head word, and where the whole expression ends."""

    head: Span
    end: int


def leaning(one: Find, tenses: Tenses) -> Leaning | None:
    """The anchor of an anchored find; None where nothing follows that it could lean on."""
    preposition = tenses.token_at(one.end - 1)
    head = _anchor_token(preposition, tenses)
    if head is None or tenses.word(head) in _BARE:
        return None
    start = tenses.starts[head]
    end = start + len(tenses.word(head))
    return Leaning(Span(start, end), end)


def _anchor_token(preposition: int, tenses: Tenses) -> int | None:
    """The head of what follows the preposition: its object, or the verb that it introduces."""
    for child in tenses.children(preposition):
        near = preposition < child <= preposition + _LONGEST
        if near and tenses.tags[child].startswith(("NN", "VB", "CD", "PRP", "WP")):
            return child
    head = tenses.heads[preposition]
    if preposition < head <= preposition + _LONGEST and tenses.tags[head].startswith("VB"):
        return head
    return None
