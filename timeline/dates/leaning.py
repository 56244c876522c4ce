"""Expressions that lean on an event: "days before the announcement", "the day after the quake".

The anchor is read off the parse: the object of the preposition, or the verb of the clause that follows.
"""

from __future__ import annotations

from ..model import Span
from .find import Find
from .tense import Tenses

_LONGEST = 12
"""Tokens between the preposition and its object, at most."""

_NEAR = 3
_BARE = frozenset({"that", "this", "it", "then", "which", "whom"})


def leaning(one: Find, tenses: Tenses) -> Span | None:
    """The head word of what an anchored find leans on; None where nothing follows that it could lean on."""
    preposition = tenses.token_at(one.end - 1)
    head = _anchor_token(preposition, tenses)
    if head is None or tenses.word(head) in _BARE:
        return None
    return tenses.span_of(head)


def told_to(anchor: Span, tenses: Tenses) -> int:
    """Where the name of an anchor ends: "the fall of Girona", "relieving the siege" go on behind its head."""
    head = tenses.token_at(anchor.start)
    if tenses.tags[head] == "VBG":
        for child in tenses.children(head):
            if head < child <= head + _NEAR and tenses.tags[child].startswith("NN"):
                return tenses.span_of(child).end
    for child in tenses.children(head):
        if child == head + 1 and tenses.word(child) == "of":
            for inner in tenses.children(child):
                if child < inner <= head + _LONGEST and tenses.tags[inner].startswith("NN"):
                    return tenses.span_of(inner).end
    return anchor.end


def _anchor_token(preposition: int, tenses: Tenses) -> int | None:
    """The head of what the preposition introduces: its object, or the verb of its clause."""
    for child in tenses.children(preposition):
        if preposition < child <= preposition + _LONGEST and tenses.tags[child].startswith(("NN", "VB", "CD", "PRP")):
            return child
    head: int = tenses.heads[preposition]
    if preposition < head <= preposition + _LONGEST and tenses.tags[head].startswith("VB"):
        return head
    return None
