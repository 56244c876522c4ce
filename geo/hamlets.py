"""Names that no gazetteer holds and that the words around them call a place: "the village of Torkula", "Kisima area".

They are reported without a position: an honest gap on the map is better than silence.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from .cues import INSIDE, NEVER, ORGANISATION_HEADS, TIME_WORDS, TITLES, TOWARDS
from .model import Candidate
from .spans import Match, Run
from .words import NAME_TAGS, Words

LONGEST = 3
"""Tokens of such a name."""
_SETTLEMENTS = frozenset(
    """
    town village city hamlet suburb district province township municipality settlement neighborhood neighbourhood
    commune locality borough quarter governorate prefecture
    """.split()
)
_NAMING = frozenset({"of", "called", "named"})
_BEHIND = _SETTLEMENTS - {"quarter", "city", "commune"} | frozenset({"slum", "slums", "area", "villages", "hamlets"})
_BEFORE = INSIDE | TOWARDS | frozenset({"of"})


def hamlets(words: Words, runs: Iterable[Run], found: Sequence[tuple[Match, tuple[Candidate, ...]]]) -> list[Match]:
    """Whole runs of up to three unknown name words that a cue beside them calls a place; `found` is what is known."""
    at_token = {at: pair for pair in found for at in range(pair[0].first, pair[0].last)}
    return [
        Match(run.first, run.last, run, "hamlet")
        for run in runs
        if run.last - run.first <= LONGEST
        and at_token.keys().isdisjoint(range(run.first, run.last))
        and _is_name(words, run)
        and (_is_named(words, run) or _is_called(words, run) or _lies_in(words, run, at_token))
    ]


def _is_name(words: Words, run: Run) -> bool:
    lower = words.lower[run.first : run.last]
    if not all(words.tag[at] in NAME_TAGS and words.text[at][:1].isupper() for at in range(run.first, run.last)):
        return False
    return not any(low.rstrip(".") in TITLES or low in _NO_NAMES or len(low) < 4 for low in lower)


_NO_NAMES = NEVER | TIME_WORDS | ORGANISATION_HEADS | _SETTLEMENTS


def _is_named(words: Words, run: Run) -> bool:
    """Whether "the village of" stands before."""
    before = run.first - 2
    return before >= 0 and words.lower[before + 1] in _NAMING and words.lower[before] in _SETTLEMENTS


def _is_called(words: Words, run: Run) -> bool:
    """Whether a preposition stands before and "village" in lower case behind."""
    if run.last >= len(words) or words.text[run.last] not in _BEHIND:
        return False
    before = words.lower[max(0, run.first - 2) : run.first]
    return any(low in _BEFORE for low in before)


def _lies_in(words: Words, run: Run, at_token: dict[int, tuple[Match, tuple[Candidate, ...]]]) -> bool:
    """Whether the text says "in X, Kenya"."""
    if not run.first or words.lower[run.first - 1] not in _BEFORE:
        return False
    if run.last + 1 >= len(words) or words.text[run.last] != ",":
        return False
    match, candidates = at_token.get(run.last + 1, (None, ()))
    if match is None or match.first != run.last + 1 or not candidates:
        return False
    place = candidates[0].place
    return place.kind in ("country", "territory") or place.feature == "ADM1"
