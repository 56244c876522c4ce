"""The tense of the verb that governs a token: it decides whether "on Friday" lies behind or ahead."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal, TypeAlias

from ..model import Span
from .vocabulary import Verbs

if TYPE_CHECKING:
    from spacy.tokens import Doc

Tense: TypeAlias = Literal["past", "present", "future", "none"]

_NEAR = 3
_DEEPEST = 4
_MOST_CHILDREN = 200
"""Tokens looked at below one token: a hostile sentence may hang a hundred thousand on its first."""
_STEPS = 12
"""How far up the tree the governing verb is looked for."""


class Tenses:
    """Tags and heads of a parsed text as plain lists, and the tense around each place of the text."""

    def __init__(self, doc: Doc, verbs: Verbs) -> None:
        from spacy.attrs import HEAD, LEMMA, LENGTH, LOWER, SPACY, TAG

        self._verbs = verbs
        columns = doc.to_array([TAG, HEAD, LEMMA, LOWER, LENGTH, SPACY])
        strings = doc.vocab.strings
        names = {key: strings[key] for key in set(columns[:, 0].tolist())}
        self.tags = [names[key] for key in columns[:, 0].tolist()]
        heads = columns[:, 1].astype("int64").tolist()
        self.heads = [index + offset for index, offset in enumerate(heads)]
        self._lemmas = columns[:, 2].tolist()
        self._lowers = columns[:, 3].tolist()
        self._lengths = columns[:, 4].tolist()
        self._strings = strings
        widths = columns[:, 4] + columns[:, 5]
        self.starts = (widths.cumsum() - widths).tolist()
        self._children: dict[int, list[int]] | None = None
        self._path: list[int] = []

    def token_at(self, offset: int) -> int:
        """The token that holds a code point of the text."""
        return max(bisect_right(self.starts, offset) - 1, 0)

    def span_of(self, token: int) -> Span:
        """A token's place in the text."""
        start = self.starts[token]
        return Span(start, start + self._lengths[token])

    def tag_at(self, offset: int) -> str:
        """The part-of-speech tag there."""
        return self.tags[self.token_at(offset)] if self.tags else ""

    def word(self, token: int) -> str:
        """A token's lower-case form."""
        return str(self._strings[self._lowers[token]])

    def lemma(self, token: int) -> str:
        """A token's base form."""
        return str(self._strings[self._lemmas[token]]).lower()

    def children(self, token: int) -> Sequence[int]:
        """The tokens that hang on a token, in order: the first of them where they are very many."""
        if self._children is None:
            self._children = {}
            for index, head in enumerate(self.heads):
                if head != index:
                    held = self._children.setdefault(head, [])
                    if len(held) < _MOST_CHILDREN:
                        held.append(index)
        return self._children.get(token, ())

    def is_held_within(self, start: int, end: int) -> bool:
        """Whether the token at `start` hangs on a token before `end`: "over" in "over three years old"."""
        token = self.token_at(start)
        return not self.tags or token < self.heads[token] <= self.token_at(end - 1)

    def path(self, offset: int) -> list[int]:
        """The token there and the tokens above it, up to the governing verb."""
        if not self.tags:
            return []
        token = self.token_at(offset)
        if self._path and self._path[0] == token:
            return self._path
        self._path = self._path_from(token)
        return self._path

    def _path_from(self, token: int) -> list[int]:
        out = [token]
        for _ in range(_STEPS):
            if self.tags[token].startswith(("VB", "MD")) or self.heads[token] == token:
                break
            token = self.heads[token]
            out.append(token)
        return out

    def at(self, offset: int) -> Tense:
        """The tense of the verb that governs the token at a code point."""
        path = self.path(offset)
        if not path:
            return "none"
        verb = path[-1]
        if any(self.tags[child] == "POS" for child in self.children(path[0])):
            return "none"
        if any(self.lemma(token) in self._verbs.unfulfilled for token in path[:-1]) or self._as_soon_as(path):
            return "past" if self._had(verb) else "future"
        if not self.tags[verb].startswith(("VB", "MD")):
            return self._told_by(path)
        if self.lemma(verb) in self._verbs.wanting and self.tags[verb] in ("VBD", "VBN"):
            return self._planned(path)
        if self.lemma(verb) in self._verbs.wanting and self.tags[verb] in ("VBZ", "VBP") and self._wants_to(verb):
            return "future"
        return self.of_verb(verb)

    def _told_by(self, path: Sequence[int]) -> Tense:
        """The tense of a verb that hangs on the words around a date, where none governs it."""
        for token in path:
            for child in self.children(token):
                if self.tags[child] in ("VBD", "VBZ", "VBP", "VB"):
                    return self.of_verb(child)
        return "none"

    def is_told_directly(self, offset: int) -> bool:
        """Whether a finite past verb governs a code point at once or through one preposition: "closed in January"."""
        path = self.path(offset)
        if not 0 < len(path) <= _NEAR:
            return False
        verb = path[-1]
        return self.tags[verb] == "VBD" or any(self.tags[child] == "VBD" for child in self.children(verb))

    def is_promised(self, offset: int) -> bool:
        """Whether "will" or "shall" stands with the verb that governs a code point."""
        path = self.path(offset)
        return bool(path) and any(self.word(child) in self._verbs.will for child in self.children(path[-1]))

    def is_flashback(self, offset: int) -> bool:
        """Whether "had" stands with the verb that governs a code point: it looks back from what is told."""
        path = self.path(offset)
        return bool(path) and self.tags[path[-1]].startswith("VB") and self._had(path[-1])

    def _planned(self, path: Sequence[int]) -> Tense:
        """The tense of a date that hangs on "planned" or "set": ahead, unless it opens the clause."""
        verb = path[-1]
        if path[0] < verb and path[0] < self.heads[verb]:
            return "past"
        words = {self.word(child) for child in self.children(verb) if child < verb}
        if self._verbs.as_soon[1] in words and self.heads[verb] != verb:
            return self.of_verb(self.heads[verb])  # "began as planned on Saturday"
        ahead = any(self.word(token) in self._verbs.bound_ahead for token in path[1:-1])
        return "future" if ahead or self.lemma(verb) in self._verbs.scheduling else self.of_verb(verb)

    def _as_soon_as(self, path: Sequence[int]) -> bool:
        words, before = self._verbs.as_soon
        return any(self.word(token) in words and self.word(token - 1) == before for token in path[1:-1])

    def _wants_to(self, verb: int) -> bool:
        """Whether an infinitive hangs on a verb: "plans to hold"."""
        return any(
            child > verb
            and self.tags[child] == "VB"
            and any(self.tags[inner] == "TO" for inner in self.children(child))
            for child in self.children(verb)
        )

    def _had(self, verb: int) -> bool:
        return any(self.word(child) in self._verbs.had for child in self.children(verb))

    def of_verb(self, verb: int, depth: int = 0) -> Tense:
        """The tense of a verb with its auxiliaries; an infinitive takes that of the verb above it."""
        before = [child for child in self.children(verb) if child < verb]
        words = {self.word(child) for child in before}
        tags = {self.tags[child] for child in before}
        if words & self._verbs.perfect and ("MD" in tags or self.tags[verb] == "VBN"):
            return "past"
        if "MD" in tags and words & self._verbs.modals:
            return "future"
        if self.tags[verb] in ("VB", "VBN") and "TO" in tags:
            return self._infinitive(verb, depth)
        if self.tags[verb] in ("VBD", "VBN") or "VBD" in tags:
            return "past"
        if self.tags[verb] == "VBG" and not tags & {"VBZ", "VBP"}:
            above = self.heads[verb]
            if above != verb and self.tags[above].startswith("VB") and depth < _DEEPEST:
                return self.of_verb(above, depth + 1)
            return "none"
        return "future" if self.lemma(verb) in self._verbs.timetable else "present"

    def _infinitive(self, verb: int, depth: int) -> Tense:
        """ "planned to leave" lies ahead, "tried to leave" behind."""
        above = self.heads[verb]
        if above == verb or depth >= _DEEPEST:
            return "future"
        is_to = self.lemma(above) in self._verbs.to_be and self.tags[above] in ("VBZ", "VBP")
        holder = above if self.tags[above].startswith("VB") else self.heads[above]
        if (holder != above or self.lemma(above) in self._verbs.wanting) and self._had(holder):
            return "past"
        if (
            self.tags[above] == "JJ"
            and self.lemma(above) not in self._verbs.wanting
            and self.tags[holder].startswith("VB")
        ):
            return self.of_verb(holder, depth + 1)  # "made it hard to sell them"
        if is_to or self.lemma(above) in self._verbs.wanting or not self.tags[above].startswith("VB"):
            return "future"
        return self.of_verb(above, depth + 1)
