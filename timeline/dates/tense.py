"""The tense of the verb that governs a token: it decides whether "on Friday" lies behind or ahead."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from spacy.tokens import Doc

Tense: TypeAlias = Literal["past", "present", "future", "none"]

_FUTURE_MODALS = frozenset(
    {"will", "'ll", "’ll", "shall", "wo", "would", "may", "might", "could", "can", "should", "must", "to"}
)
_FUTURE_HEADS = frozenset(
    [
        "schedule",
        "expect",
        "plan",
        "due",
        "set",
        "hope",
        "intend",
        "propose",
        "want",
        "aim",
        "prepare",
        "expire",
        "begin",
        "vow",
        "promise",
        "slate",
    ]
)
_STEPS = 12
"""How far up the tree the governing verb is looked for."""


class Tenses:
    """Tags and heads of a parsed text as plain lists, and the tense around each place of the text."""

    def __init__(self, doc: Doc) -> None:
        from spacy.attrs import DEP, HEAD, LEMMA, TAG

        columns = doc.to_array([TAG, HEAD, LEMMA, DEP])
        strings = doc.vocab.strings
        names = {int(key): strings[int(key)] for key in set(columns[:, 0].tolist())}
        self.tags = [names[key] for key in columns[:, 0].tolist()]
        heads = columns[:, 1].astype("int64").tolist()
        self.heads = [index + offset for index, offset in enumerate(heads)]
        self._doc = doc
        self.starts = [token.idx for token in doc]
        self._children: dict[int, list[int]] | None = None

    def token_at(self, offset: int) -> int:
        """The token that holds a code point of the text."""
        return max(bisect_right(self.starts, offset) - 1, 0)

    def tag_at(self, offset: int) -> str:
        """The part-of-speech tag there."""
        return self.tags[self.token_at(offset)] if self.tags else ""

    def word(self, token: int) -> str:
        """A token's lower-case form."""
        return str(self._doc[token].lower_)

    def children(self, token: int) -> Sequence[int]:
        """The tokens that hang on a token, in order."""
        if self._children is None:
            self._children = {}
            for index, head in enumerate(self.heads):
                if head != index:
                    self._children.setdefault(head, []).append(index)
        return self._children.get(token, ())

    def verb_at(self, offset: int) -> int | None:
        """The nearest verb above the token there."""
        if not self.tags:
            return None
        token = self.token_at(offset)
        for _ in range(_STEPS):
            if self.tags[token].startswith(("VB", "MD")):
                return token
            if self.heads[token] == token:
                return None
            token = self.heads[token]
        return None

    def at(self, offset: int) -> Tense:
        """The tense of the verb that governs the token at a code point."""
        verb = self.verb_at(offset)
        return "none" if verb is None else self.of_verb(verb)

    def of_verb(self, verb: int) -> Tense:
        """The tense of a verb with its auxiliaries."""
        words = [self.word(child) for child in self.children(verb) if child < verb]
        tags = [self.tags[child] for child in self.children(verb) if child < verb]
        if any(word in _FUTURE_MODALS for word, tag in zip(words, tags, strict=True) if tag in ("MD", "TO")):
            return "future"
        if self.tags[verb] == "VBD" or "VBD" in tags:
            return "past"
        if self.tags[verb] == "VBN":
            return "past"
        if self.tags[verb] == "VBG" and self.heads[verb] != verb and not tags:
            return self.of_verb(self.heads[verb]) if self.tags[self.heads[verb]].startswith("VB") else "none"
        return "present"
