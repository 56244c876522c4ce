"""Headlines in capitals, read as if they were written like the rest of the text."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from .gazetteer import Gazetteer
from .words import Words

LEAST_WORDS = 4
"""Shorter lines in capitals are datelines or abbreviations, and stay as they are."""
WELL_KNOWN = 0.58
"""The least prior of a name that is believed in a headline in capitals without being in the text below."""


def truecased(words: Words, gazetteer: Gazetteer) -> Words:
    """`words` with sentences in capitals rewritten: names as titles, all else in lower case.

    A word is a name there when the text writes it with a capital elsewhere, or when it is a well known place.
    """
    shouted = _shouted(words)
    if not shouted:
        return words
    named = {
        low
        for text, low, number in zip(words.text, words.lower, words.sentence, strict=True)
        if text.istitle() and number not in shouted
    }
    text = list(words.text)
    for at, low in enumerate(words.lower):
        if words.sentence[at] in shouted and text[at].isupper() and len(low) > 1:
            text[at] = low.title() if low in named or _well_known(low, gazetteer) else low
    return replace(words, text=text)


def _shouted(words: Words) -> frozenset[int]:
    """The numbers of the sentences whose words are all in capitals."""
    numbered = list(zip(words.text, words.sentence, strict=True))
    mixed = {number for text, number in numbered if text.islower() or text.istitle()}
    counts = Counter(number for text, number in numbered if number not in mixed and text.isalpha() and len(text) > 1)
    return frozenset(number for number, count in counts.items() if count >= LEAST_WORDS)


def _well_known(low: str, gazetteer: Gazetteer) -> bool:
    candidates = gazetteer.candidates(low.title()) if len(low) > 3 and low.isalpha() else ()
    return bool(candidates) and candidates[0].score >= WELL_KNOWN
