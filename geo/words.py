"""A parsed text as plain columns, one row a token: what recognising and resolving read.

spaCy's token objects cost about a microsecond an attribute; here each attribute is fetched once for the
whole text. Nothing is decided in this module.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from spacy.tokens import Doc

NAME_TAGS = frozenset({"NNP", "NNPS"})


@dataclass(frozen=True, slots=True)
class Words:
    """The columns of a text's tokens; all have one entry a token.

    `start` and `end` are code point offsets into `source`; `sentence` numbers the sentences from 0;
    `head` is the index of the token's head; `vector` is (tokens, 96), the tagger's contextual vectors,
    or (tokens, 0) where the model gives none.
    """

    source: str
    text: list[str]
    lower: list[str]
    start: list[int]
    end: list[int]
    tag: list[str]
    dep: list[str]
    lemma: list[str]
    head: list[int]
    sentence: list[int]
    vector: npt.NDArray[np.float32]

    def __len__(self) -> int:
        return len(self.text)

    def surface(self, first: int, last: int) -> str:
        """The text of tokens `first` to `last`, the last one not included, as written."""
        return self.source[self.start[first] : self.end[last - 1]]


def words_of(doc: Doc) -> Words:
    """The columns of `doc`; a document that was not parsed has empty tags, and each token heads itself."""
    from spacy.attrs import DEP, HEAD, LEMMA, SENT_START, TAG

    columns = doc.to_array([TAG, DEP, LEMMA, HEAD, SENT_START]).astype(np.int64, copy=False)
    tags, deps, lemmas, heads, starts = (columns[:, i] for i in range(5))
    text = [token.text for token in doc]
    start = [token.idx for token in doc]
    size = len(text)
    sentence = np.cumsum(starts == 1) - (1 if size and starts[0] == 1 else 0)
    head = np.clip(np.arange(size) + heads, 0, max(size - 1, 0))
    vector = np.asarray(doc.tensor, dtype=np.float32)
    return Words(
        source=doc.text,
        text=text,
        lower=[word.lower() for word in text],
        start=start,
        end=[at + len(word) for at, word in zip(start, text, strict=True)],
        tag=_strings(doc, tags),
        dep=_strings(doc, deps),
        lemma=_strings(doc, lemmas),
        head=head.tolist(),
        sentence=sentence.tolist(),
        vector=vector if vector.shape[:1] == (size,) else np.zeros((size, 0), np.float32),
    )


def _strings(doc: Doc, column: npt.NDArray[np.int64]) -> list[str]:
    """The strings behind a column of hashes, each looked up once."""
    store: Any = doc.vocab.strings
    hashes, inverse = np.unique(column, return_inverse=True)
    names = [store[int(value) & 0xFFFFFFFFFFFFFFFF] if value else "" for value in hashes]
    return [names[i] for i in inverse.tolist()]
