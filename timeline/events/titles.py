"""A line for each event that an editor would print: the text's own clause, shortened, readable alone.

A title is extracted, not composed: the clause's words stand in their own order, and whole phrases are left out
(dates, which the axis shows; asides; other clauses; then, until the line fits, what matters least). The one thing
put in is the noun that a pronoun stands for.
"""

from __future__ import annotations

from .actors import Cast, own_subject, without_article
from .rows import lemmas
from .syntax import Syntax
from .title_cut import nearest_subject, opening_of_sentence, plain_cut
from .title_flaws import is_flawed
from .title_line import Line
from .triggers import Candidate

MAX_TITLE = 90
SHARE = 0.6
"""A title of a long sentence is at most this share of it."""
LONG = 110
"""Sentences from this many characters count as long."""

_STUBS = lemmas(
    "a an the of to in on at by for from with and or but as that which who near into after before his her its their "
    "more than not no did does do was were is are be been has had have will would not us$ $ a$ c$ £ €"
)
_EMPTY = lemmas(
    "event visit statement case meeting announcement conference presence cases report move trip talk session briefing "
    "ceremony celebration incident operation process action measure decision plan effort"
)
"""Nouns that say nothing without who or where."""
_PRONOUNS = lemmas("he she it they we i you this that these those his her its their our my which who what there")
_BARE_WORDS = 3


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
    if is_flawed(line.draft(text), candidate.verb, limit):
        text = _safe(syntax, candidate, text, dates, cast, limit) or text
    elif candidate.verb is None and syntax.lemmas[candidate.token] in _EMPTY and len(text.split()) <= _BARE_WORDS:
        text = _explained(syntax, candidate, text, plain_cut(syntax, candidate, dates, cast, limit), limit)
    return _finished(text, limit) or _finished(syntax.text[sentence.start : sentence.end], limit)


def is_bare(title: str) -> bool:
    """Whether a title is a noun and little more, so that a place says which one: "Media event" (in Cupertino)."""
    words = title.split()
    named = any(word[:1].isupper() for word in words[1:]) or title[1:2].isupper() or "'s" in title or "’s" in title
    return 0 < len(words) <= _BARE_WORDS and not named


def _safe(syntax: Syntax, candidate: Candidate, text: str, dates: frozenset[int], cast: Cast, limit: int) -> str:
    """A stretch of the sentence as it stands, for a line that could not be read alone."""
    cut = plain_cut(syntax, candidate, dates, cast, limit)
    if cut and cut.split()[-1].lower() not in _STUBS:
        return cut
    verb = candidate.verb
    if verb is None or own_subject(syntax, verb) is not None:
        return ""
    cut = opening_of_sentence(syntax, verb, dates, limit)
    if len(cut.split()) > _BARE_WORDS and cut.split()[0].lower() not in _PRONOUNS:
        return cut
    name = nearest_subject(syntax, verb, cast) if text else ""
    both = f"{name} {text[:1].lower()}{text[1:]}"
    return both if name and syntax.words[verb] in text and len(both) <= limit else ""


def _explained(syntax: Syntax, candidate: Candidate, text: str, cut: str, limit: int) -> str:
    """“Media event: Apple released a laptop”: the clause around a noun that says nothing by itself."""
    if not cut or cut.split()[0].lower() in _PRONOUNS or cut.split()[-1].lower() in _STUBS:
        return text
    if syntax.words[candidate.token] in cut:
        return cut
    both = f"{text}: {without_article(cut)}"
    return both if len(both) <= limit else text


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
