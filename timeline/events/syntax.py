"""A parsed article as flat tuples, a token a row: the only form in which the event rules see spaCy's Doc.

Reading token attributes through spaCy costs more than the rules themselves, so each is read once.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc

VERB_TAGS = frozenset(("VB", "VBD", "VBG", "VBN", "VBP", "VBZ"))
NOUN_TAGS = frozenset(("NN", "NNS", "NNP", "NNPS"))
_CREDITS = frozenset(("Photo", "Photograph", "Image", "Credit", "©", "Copyright"))
PRONOUN_TAGS = frozenset(("PRP", "PRP$", "WP", "WDT", "WP$", "DT", "EX"))


@dataclass(frozen=True, slots=True)
class Sentence:
    """Tokens `first` to `last` (closed) of one sentence, without the white space around them.

    `role`: a headline (no final stop, before the body), a dateline, a caption (a picture's credit follows) or body.
    """

    first: int
    last: int
    span: Span
    paragraph: int
    role: str = "body"


@dataclass(frozen=True, slots=True)
class Syntax:
    """One row a token: its forms, its tag, its head (an index; the root is its own) and its edges."""

    text: str
    words: tuple[str, ...]
    lowers: tuple[str, ...]
    lemmas: tuple[str, ...]
    tags: tuple[str, ...]
    deps: tuple[str, ...]
    heads: tuple[int, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    children: tuple[tuple[int, ...], ...]
    left: tuple[int, ...]
    right: tuple[int, ...]
    sentence_of: tuple[int, ...]
    sentences: tuple[Sentence, ...]
    quoted: tuple[bool, ...]

    def __len__(self) -> int:
        return len(self.words)

    def span(self, first: int, last: int) -> Span:
        """The code points from the start of token `first` to the end of token `last`."""
        return Span(self.starts[first], self.ends[last])

    def tokens_of(self, span: Span) -> range:
        """The tokens that the span touches."""
        first = max(0, bisect_right(self.starts, span.start) - 1)
        if self.ends[first] <= span.start:
            first += 1
        last = first
        while last < len(self.starts) and self.starts[last] < span.end:
            last += 1
        return range(first, last)

    def top_of(self, span: Span) -> int | None:
        """The token of the span whose head lies outside it (the last such, if the parse broke it up)."""
        tokens = self.tokens_of(span)
        if not tokens:
            return None
        tops = [
            i for i in tokens if (self.heads[i] not in tokens or self.heads[i] == i) and not self.words[i].isspace()
        ]
        nouns = [i for i in tops if self.deps[i] not in ("punct", "case", "det")]
        governed = [i for i in nouns if self.deps[i] in ("pobj", "npadvmod")]
        return (governed or nouns or tops or [tokens[-1]])[-1]

    def child(self, token: int, *deps: str) -> int | None:
        """The first child of `token` that hangs by one of `deps`."""
        for child in self.children[token]:
            if self.deps[child] in deps:
                return child
        return None

    @property
    def opening(self) -> int:
        """The number of the first sentence of the body (0 if there is none)."""
        return next((number for number, sentence in enumerate(self.sentences) if sentence.role == "body"), 0)

    def path(self, token: int) -> tuple[int, ...]:
        """`token` and the heads above it, up to the root of its sentence."""
        steps = [token]
        while self.heads[steps[-1]] != steps[-1] and len(steps) < 60:
            steps.append(self.heads[steps[-1]])
        return tuple(steps)


def read_syntax(doc: Doc, text: str) -> Syntax:
    """Read the Doc's attributes in one pass over its array; `text` is the Doc's own text."""
    rows = doc.to_array(["IDX", "LENGTH", "HEAD", "SENT_START", "TAG", "DEP", "LEMMA"]).astype("int64")
    starts, lengths, offsets, opens = (tuple(rows[:, column].tolist()) for column in range(4))
    tags, deps, lemmas = (_named(doc, rows[:, column].astype("uint64").tolist()) for column in (4, 5, 6))
    ends = tuple(start + length for start, length in zip(starts, lengths, strict=True))
    words = tuple(text[start:end] for start, end in zip(starts, ends, strict=True))
    heads = tuple(i + offset for i, offset in enumerate(offsets))
    first_of = [i for i, mark in enumerate(opens) if mark == 1 or i == 0]
    children: list[list[int]] = [[] for _ in words]
    for i, head in enumerate(heads):
        if head != i:
            children[head].append(i)
    left, right = _edges(heads)
    sentences, sentence_of = _sentences(text, words, starts, first_of)
    return Syntax(
        text=text,
        words=words,
        lowers=tuple(word.lower() for word in words),
        lemmas=tuple(lemma.lower() for lemma in lemmas),
        tags=tags,
        deps=deps,
        heads=heads,
        starts=starts,
        ends=ends,
        children=tuple(map(tuple, children)),
        left=left,
        right=right,
        sentence_of=sentence_of,
        sentences=sentences,
        quoted=_quoted(words),
    )


def _named(doc: Doc, keys: list[int]) -> tuple[str, ...]:
    """The strings of a column of hashes, each looked up once."""
    strings = doc.vocab.strings
    names = {key: strings[key] for key in set(keys)}
    return tuple(names[key] for key in keys)


def _edges(heads: tuple[int, ...]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """First and last token of every token's subtree: each token is handed up until a head already reaches further."""
    left, right = list(range(len(heads))), list(range(len(heads)))
    for token in range(len(heads)):
        head = heads[token]
        while left[head] > token:
            left[head] = token
            head = heads[head]
    for token in range(len(heads) - 1, -1, -1):
        head = heads[token]
        while right[head] < token:
            right[head] = token
            head = heads[head]
    return tuple(left), tuple(right)


def _sentences(
    text: str, words: tuple[str, ...], starts: tuple[int, ...], first_of: list[int]
) -> tuple[tuple[Sentence, ...], tuple[int, ...]]:
    """Sentences without surrounding white space, numbered paragraphs, and each token's sentence."""
    found: list[Sentence] = []
    sentence_of: list[int] = []
    paragraph = 0
    for first, after in zip(first_of, [*first_of[1:], len(words)], strict=True):
        begin, last = first, after - 1
        while begin < last and words[begin].isspace():
            begin += 1
        while last > begin and words[last].isspace():
            last -= 1
        sentence_of.extend([len(found)] * (after - first))
        span = Span(starts[begin], starts[last] + len(words[last]))
        found.append(Sentence(begin, last, span, paragraph))
        if any("\n" in word for word in words[max(last, first) : after]):
            paragraph += 1
    return tuple(_with_roles(text, words, found)), tuple(sentence_of)


def _with_roles(text: str, words: tuple[str, ...], found: list[Sentence]) -> list[Sentence]:
    """Name headlines, datelines and captions, which are told in the present tense or tell nothing."""
    roles: list[Sentence] = []
    for number, sentence in enumerate(found):
        piece = text[sentence.span.start : sentence.span.end]
        following = found[number + 1] if number + 1 < len(found) else None
        role = "body"
        if piece.endswith(("-", "–", "—")) and len(piece) < 120:
            role = "dateline"
        elif number < 3 and following is not None and piece[-1:] not in ".!?\"”'’:;," and len(piece) < 160:
            role = "headline" if following.paragraph != sentence.paragraph else "body"
        elif following is not None and words[following.first] in _CREDITS:
            role = "caption"
        elif words[sentence.first] in _CREDITS or piece.startswith(("All rights", "Do not reproduce")):
            role = "credit"
        roles.append(Sentence(sentence.first, sentence.last, sentence.span, sentence.paragraph, role))
    return roles


def _quoted(words: tuple[str, ...]) -> tuple[bool, ...]:
    """Whether each token stands inside a direct quotation (marks toggle; an open one ends with the paragraph)."""
    inside, flags, last = False, list[bool](), ""
    for word in words:
        if word in ("“", "``") or word == last == "`":
            inside = True
        elif word in ("”", "''"):
            inside = False
        elif word == '"':
            inside = not inside
        elif "\n" in word:
            inside = False
        flags.append(inside)
        last = word
    return tuple(flags)
