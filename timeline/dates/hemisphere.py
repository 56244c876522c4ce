"""Which half of the globe a place of the text lies in: seasons go by the places that a text tells of.

A season takes the hemisphere of a place in its sentence, else of the nearest place before it in its paragraph,
else that of most of the text's places. On the equator and where no place is known it is the northern one, in
which most English news is written.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from geo.model import Toponym

_STOP = re.compile(r"[.!?]\s|\n")
_SENTENCE_CHARS = 300
_PARAGRAPH_CHARS = 2000
_ABOUT = frozenset({"literal", "dateline", "metonym", "demonym"})
"""Roles of place names that tell where a text is set."""


class Hemispheres:
    """The half of the globe at each code point of a text."""

    def __init__(self, text: str, toponyms: Sequence[Toponym] = ()) -> None:
        known = [(one.span.start, one.place.lat < 0) for one in toponyms if one.place and one.role in _ABOUT]
        known.sort()
        self._text = text
        self._starts = [start for start, _ in known]
        self._south = [south for _, south in known]
        self._mostly_south = 2 * sum(self._south) > len(self._south)

    def is_south(self, offset: int) -> bool:
        """Whether what is told at a code point happens south of the equator."""
        behind = bisect_left(self._starts, offset)
        before = self._starts[behind - 1] if behind else None
        after = self._starts[behind] if behind < len(self._starts) else None
        if before is not None and self._is_one_sentence(before, offset):
            return self._south[behind - 1]
        if after is not None and self._is_one_sentence(offset, after):
            return self._south[behind]
        near = before is not None and offset - before <= _PARAGRAPH_CHARS
        if near and "\n" not in self._text[before:offset]:
            return self._south[behind - 1]
        return self._mostly_south

    def _is_one_sentence(self, first: int, last: int) -> bool:
        return last - first <= _SENTENCE_CHARS and not _STOP.search(self._text, first, last)
