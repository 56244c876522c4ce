"""A line for each event that an editor would print: the text's own clause, shortened, readable alone.

A title is extracted, not composed: the clause's words stand in their own order, and whole phrases are left out
(dates, which the axis shows; asides; other clauses; then, until the line fits, what matters least). The one thing
put in is the noun that a pronoun stands for.
"""

from __future__ import annotations

from .actors import Cast, without_article
from .rows import lemmas
from .syntax import Syntax
from .title_line import Line
from .triggers import Candidate

MAX_TITLE = 90
SHARE = 0.6
"""A title of a long sentence is at most this share of it."""
LONG = 110
"""Sentences from this many characters count as long."""

_STUBS = lemmas(
    "a an the of to in on at by for from with and or but as that which who near into after before his her its their "
    "more than was were is are be been has had have will would not us$ $ a$ c$ £ €"
)


def title_of(syntax: Syntax, candidate: Candidate, dates: frozenset[int], cast: Cast) -> str:
    """The title of one telling; `dates` are the tokens of time expressions, which the timeline shows itself."""
    sentence = syntax.sentences[syntax.sentence_of[candidate.token]].span
    length = sentence.end - sentence.start
    limit = MAX_TITLE if length < LONG else min(MAX_TITLE, int(length * SHARE))
    if syntax.sentences[syntax.sentence_of[candidate.token]].role == "headline" and length <= MAX_TITLE:
        return _finished(syntax.text[sentence.start : sentence.end], MAX_TITLE)
    line = Line(syntax, dates, cast)
    if candidate.verb is None:
        line.take_noun(_phase_of(syntax, candidate))
    else:
        line.take_clause(candidate.verb)
    line.shorten(limit, spared=frozenset(candidate.parts) | {candidate.token})
    text = line.text()
    if len(text) > limit:
        line.forget_owners()
        text = line.text()
    return _finished(text, limit) or _finished(syntax.text[sentence.start : sentence.end], limit)


def _phase_of(syntax: Syntax, candidate: Candidate) -> int:
    """The noun that a title starts from: "outbreak of war", not "war" alone."""
    phase = syntax.heads[syntax.heads[candidate.token]]
    return phase if phase in candidate.parts else candidate.token


def _finished(text: str, limit: int) -> str:
    text = " ".join(text.split()).strip(" ,;:-–—")
    text = " ".join(without_article(text).split())
    if len(text) > limit:
        words = text[:limit].rsplit(" ", 1)[0].split(" ")
        while len(words) > 2 and (words[-1].lower().strip(",;:") in _STUBS or words[-1].endswith(("'s", "’s"))):
            words.pop()
        text = " ".join(words).rstrip(" ,;:-–—(")
    return text if text[1:2].isupper() else text[:1].upper() + text[1:]  # "iPod" stays as it is
