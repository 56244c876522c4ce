"""The short forms of a text's longer place names: "Thitu" in a text that has told of Thitu Island.

Only names that the gazetteer does not know by themselves are added: where it knows one, the name has been judged
with its own candidates already.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from .cues import ADMIN_HEADS, FACILITY_HEADS, NATURE_HEADS
from .gazetteer import Gazetteer
from .model import Resolved, Span, Toponym
from .words import NAME_TAGS, Words

TRUST = 0.9
"""A short form is a little less sure than the name that it shortens."""
_HEADS = NATURE_HEADS | FACILITY_HEADS | ADMIN_HEADS


def with_short_forms(words: Words, toponyms: Sequence[Toponym], gazetteer: Gazetteer) -> tuple[Toponym, ...]:
    """The toponyms and, in the order of the text, the later bare uses of their longer names."""
    known = _shortened(toponyms, gazetteer)
    if not known:
        return tuple(toponyms)
    taken = sorted(toponym.span for toponym in toponyms)
    starts = [span.start for span in taken]
    added = []
    for at, word in enumerate(words.text):
        full = known.get(word)
        if full is None or words.tag[at] not in NAME_TAGS or _in_name(words, at):
            continue
        span = Span(words.start[at], words.end[at])
        before = bisect_right(starts, span.start) - 1
        if span.start < full.span.end or (before >= 0 and taken[before].overlaps(span)):
            continue
        resolved = full.resolution
        assert isinstance(resolved, Resolved)
        reason = f"short for {full.text}"
        short = Resolved(resolved.place, round(resolved.score * TRUST, 4), reason, resolved.candidates)
        added.append(Toponym(span, word, "literal", short))
    return tuple(sorted((*toponyms, *added), key=lambda toponym: toponym.span))


def _shortened(toponyms: Sequence[Toponym], gazetteer: Gazetteer) -> dict[str, Toponym]:
    """One-word short forms that mean nothing else, each with the first longer name that it shortens."""
    known: dict[str, Toponym] = {}
    for toponym in toponyms:
        parts = toponym.text.split()
        if len(parts) != 2 or parts[1].lower() not in _HEADS or not isinstance(toponym.resolution, Resolved):
            continue
        if parts[0] not in known and parts[0][:1].isupper() and not gazetteer.has(parts[0]):
            known[parts[0]] = toponym
    return known


def _in_name(words: Words, at: int) -> bool:
    """Whether the word is part of a longer run of names: "Thitu Perez" is somebody else."""
    return any(0 <= other < len(words) and words.tag[other] in NAME_TAGS for other in (at - 1, at + 1))
