"""A guess at the language of a text from its commonest words, so that a reader can be told what to expect."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

_WORDS: Final[Mapping[str, frozenset[str]]] = {
    language: frozenset(words.split())
    for language, words in {
        "en": "the of and to in that is was for on with he as by at from his it are be this had not they were has",
        "de": "der die und das den von mit zu ist auf für nicht ein eine dem des im sich auch als wurde sind am bei",
        "fr": "le la les de des et en un une du dans est que qui pour par sur pas au avec plus ce sont aux été",
        "es": "el la los las de que y en un una por con del se para es al lo como su más fue este han son",
        "pt": "o os as de que e em um uma por com do da dos das não para se é ao mais foi como na no são",
        "it": "il lo la gli le di che e in un una per con del della dei è non si al alla più sono da nel ha",
        "nl": "de het een en van in is dat op te zijn met voor niet aan er om ook als door werd naar bij",
        "sv": "och att det som en på är av för med den till inte om har de ett var men från vid kan",
        "da": "og i at det en den til er som på de med af for ikke der var et fra har blev om efter",
        "pl": "i w na z do się nie to że jest o jak po za od przez oraz dla był są ale tym ma",
        "tr": "ve bir bu da de için ile olan olarak çok daha gibi kadar sonra en ama ne var olduğu",
        "id": "yang dan di untuk dengan pada ini dari dalam itu tidak akan oleh ke adalah telah sebagai juga",
    }.items()
}
"""The commonest short words of each language; any text of it holds many of them."""

_SCRIPTS: Final = (
    ("ru", re.compile(r"[\u0400-\u04ff]")),
    ("ar", re.compile(r"[\u0600-\u06ff]")),
    ("he", re.compile(r"[\u0590-\u05ff]")),
    ("el", re.compile(r"[\u0370-\u03ff]")),
    ("hi", re.compile(r"[\u0900-\u097f]")),
    ("ja", re.compile(r"[\u3040-\u30ff]")),
    ("ko", re.compile(r"[\uac00-\ud7af]")),
    ("zh", re.compile(r"[\u4e00-\u9fff]")),
)
_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE_CHARS = 20_000
_FEWEST_WORDS = 12


def guess_language(text: str) -> str:
    """The ISO 639-1 code of a text's language; "en" where there is too little to tell.

    >>> guess_language("Der Sturm hat in der Nacht die Küste erreicht, und viele Menschen sind nach Angaben der "
    ...                "Behörden auf dem Weg in das Landesinnere, weil die Straßen an der Küste nicht sicher sind.")
    'de'
    """
    sample = text[:_SAMPLE_CHARS]
    letters = sum(sign.isalpha() for sign in sample)
    for language, script in _SCRIPTS:
        if letters and len(script.findall(sample)) > letters / 3:
            return language
    words = _WORD.findall(sample.lower())
    if len(words) < _FEWEST_WORDS:
        return "en"
    hits = {language: sum(word in common for word in words) for language, common in _WORDS.items()}
    best = max(hits, key=lambda language: (hits[language], language == "en"))
    return best if hits[best] > len(words) / 20 else "en"


def language_notice(text: str) -> str | None:
    """One sentence for the reader when a text is not English, else None."""
    language = guess_language(text)
    if language == "en":
        return None
    return (
        f"The text seems to be in another language ({language}); Dateline reads English, "
        "so expect few dates and events and check each of them."
    )
