"""Text as it enters the house: cleaned, with a map back to the text as given.

Cleaning is NFC, LF line ends, no NUL, no lone surrogates (pandas 3 raises on them), no byte order mark, soft
hyphen or zero-width space (they split names). Every edit is a stretch replaced by another text, so one
function applies them all and one map leads every offset back.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from geo.model import Span

from ..model import Article

Offsets = tuple[tuple[int, int], ...]


class Replacement(NamedTuple):
    """The code points start to end of a text are replaced by `text`."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Clean:
    """A cleaned text and the pairs (offset here, offset there) at which the two begin to differ."""

    text: str
    offsets: Offsets = ()


DROPPED = re.compile("[\x00\u00ad\u200b\u2060\ufeff]")
STANDS_ALONE = re.compile("[\r\n\ud800-\udfff]")
"""Signs that cleaning replaces on their own; a mark after one joins nothing."""
UNWANTED = re.compile("\r\n?|[\x00\u00ad\u200b\u2060\ufeff\ud800-\udfff]")
JOINING = (
    "\u09be\u09d7\u0b3e\u0b56\u0b57\u0bbe\u0bd7\u0cc2\u0cd5\u0cd6\u0d3e\u0d57\u0dcf\u0ddf\u102e"
    "\u1161-\u1175\u11a8-\u11c2\u1b35\U00011127\U0001133e\U00011357\U000114b0\U000114ba\U000114bd"
    "\U000115af\U00011930"
)
"""Signs of combining class 0 that still join the sign before (Unicode 14, NFC_Quick_Check=Maybe)."""
MAX_MARKS = 30
"""Marks kept on one sign (UAX #15, Stream-Safe Text): Python sorts them in quadratic time."""
JOINING_SIGN = re.compile(f"[{JOINING}]")


def clean(text: str, cuts: Iterable[Replacement] = ()) -> Clean:
    """The cleaned text; `cuts` are further replacements (of markup) that win over cleaning where they touch it."""
    edits = list(cuts) + [_replacement(match) for match in UNWANTED.finditer(text)]
    if not all(unicodedata.is_normalized("NFC", part) for part in (text, DROPPED.sub("", text))):
        edits += _compositions(text)
    return replaced(text, edits) if edits else Clean(text)


def _replacement(match: re.Match[str]) -> Replacement:
    sign = match.group()
    text = "\n" if sign[0] == "\r" else "\ufffd" if "\ud800" <= sign <= "\udfff" else ""
    return Replacement(match.start(), match.end(), text)


def _compositions(text: str) -> Iterator[Replacement]:
    """Each stretch of a sign and those that join it, where NFC changes it. Linear: no stretch is read twice.

    What is dropped anyway may stand inside such a stretch: "e", NUL, accent is one letter.
    """
    start = 0
    for end in range(1, len(text) + 1):
        if end < len(text) and _joins(text[end]) and not STANDS_ALONE.match(text[end - 1]):
            continue
        joined = text[start:end].rstrip("\0\u00ad\u200b\u2060\ufeff")
        cluster = DROPPED.sub("", joined)
        composed = unicodedata.normalize("NFC", cluster[: 1 + MAX_MARKS])
        if composed != cluster:
            yield Replacement(start, start + len(joined), composed)
        start = end


def _joins(sign: str) -> bool:
    if sign <= "\u02ff":
        return sign in "\0\u00ad"
    return unicodedata.combining(sign) != 0 or JOINING_SIGN.match(sign) is not None or DROPPED.match(sign) is not None


def replaced(text: str, edits: Iterable[Replacement]) -> Clean:
    """Apply the edits; of two that overlap, the one that begins first (then the one given first) wins."""
    pieces: list[str] = []
    offsets: list[tuple[int, int]] = []
    here = there = 0
    for start, end, new in sorted(edits, key=lambda edit: edit.start):
        if start < there:
            continue
        pieces += [text[there:start], new]
        here += start - there
        if not new and end > start:
            offsets.append((here, start))  # a stretch that ends here ends before the cut ...
        here += len(new)
        if len(new) != end - start:
            offsets.append((here, end))  # ... and one that starts here starts after it
        there = end
    pieces.append(text[there:])
    return Clean("".join(pieces), tuple(offsets))


def given_offset(offsets: Offsets, here: int, *, is_end: bool = False) -> int:
    """An offset of the cleaned text, as an offset of the text as given.

    Where something was cut out, a start lies after the cut and an end before it.
    """
    if is_end:
        at = bisect_left(offsets, (here,))
        if at < len(offsets) and offsets[at][0] == here:
            return offsets[at][1]
    at = bisect_right(offsets, here, key=lambda pair: pair[0])
    if at == 0:
        return here
    base, there = offsets[at - 1]
    return there + here - base


def given_span(article: Article, span: Span) -> Span:
    """A span of an article's text, as a span of the text as given."""
    offsets = article.offsets
    return Span(given_offset(offsets, span.start), given_offset(offsets, span.end, is_end=True))


def shifted(offsets: Offsets, start: int) -> Offsets:
    """The map of what follows `start` in the cleaned text, once that is a text of its own."""
    later = [(here - start, there) for here, there in offsets if here > start]
    first = given_offset(offsets, start)
    return ((0, first), *later) if first else tuple(later)
