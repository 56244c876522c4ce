"""A candidate's status once its date is known: still to come, news, or what went before the news."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..model import Status, When
from .clause import Clause
from .syntax import Syntax
from .triggers import Candidate
from .verbs import REPORTING

BACKGROUND_DAYS = 60
"""Older than this before the news day is background (the annotators' habit on our own stories, 2025)."""
_COARSE = frozenset(("year", "season", "decade", "century"))
_LATER = frozenset(("before", "until", "when", "once", "after", "if", "unless"))
_FORMERLY = frozenset(("previously", "formerly", "originally", "initially"))


def with_moods(
    syntax: Syntax, found: Sequence[Candidate], clauses: Sequence[Clause], above: Sequence[int | None]
) -> list[Clause]:
    """The clauses, each with the mood of the one above it where it shares that: parts and times of what may be."""
    moods = list(clauses)
    for number, candidate in enumerate(found):
        governor = above[number]
        if governor is None or candidate.verb is None or moods[number].status != "asserted":
            continue
        if moods[governor].status == "hypothetical" and _shares_mood(syntax, candidate.verb):
            moods[number] = replace(moods[number], status="hypothetical", why="part of what is only possible")
    return moods


def _shares_mood(syntax: Syntax, verb: int) -> bool:
    """Whether a clause is no more real than the one around it: "open to shipping", "whether he left or was sacked"."""
    if syntax.deps[verb] == "conj":
        return any(syntax.lowers[child] == "or" for child in syntax.children[syntax.heads[verb]])
    if syntax.deps[verb] == "pcomp":
        return syntax.tags[verb] == "VBG"
    present = syntax.tags[verb] in ("VBZ", "VBP") or any(
        syntax.lowers[child] in ("is", "are") for child in syntax.children[verb] if syntax.deps[child] == "auxpass"
    )
    marks = {syntax.lowers[child] for child in syntax.children[verb] if syntax.deps[child] in ("mark", "advmod")}
    return syntax.deps[verb] == "advcl" and present and bool(marks & _LATER)


def settled(
    syntax: Syntax, candidate: Candidate, clause: Clause, when: When | None, news_day: int | None
) -> tuple[Status, str]:
    """The clause's status, with what only the date can tell, and the words why."""
    if clause.status in ("hypothetical", "negated", "planned"):
        return clause.status, clause.why
    if _is_before(syntax, candidate, clause):
        return "background", "told as earlier than the rest"
    if when is None or news_day is None:
        return "asserted", ""
    if when.earliest is not None and when.earliest > news_day and clause.tense not in ("past", "pluperfect"):
        return "planned", "its date lies after the news day"
    if when.relation == "by" and when.latest is not None and when.latest > news_day:
        return "planned", "its date lies after the news day"
    if when.is_span and when.latest in (None, news_day) and _opens(syntax, candidate):
        return "asserted", ""
    if _is_old(when, news_day):
        return "background", "it lies well before the news day"
    if when.relation == "until" and when.latest is not None and when.latest < news_day:
        return "background", "it ended before the news"
    return "asserted", ""


def _is_before(syntax: Syntax, candidate: Candidate, clause: Clause) -> bool:
    """Whether tense or adverb tell that it went before the news: "had moved", "was previously announced"."""
    if candidate.verb is None:
        return False
    words = {syntax.lowers[child] for child in syntax.children[candidate.verb] if syntax.deps[child] == "advmod"}
    return (clause.tense == "pluperfect" and not _is_reported(syntax, candidate.verb)) or bool(words & _FORMERLY)


def _is_reported(syntax: Syntax, verb: int) -> bool:
    """Whether a report in the past sets the tense back: "confirmed that they had arrived" is "they have arrived"."""
    head = syntax.heads[verb]
    return syntax.deps[verb] == "ccomp" and syntax.lemmas[head] in REPORTING and syntax.tags[head] == "VBD"


def _opens(syntax: Syntax, candidate: Candidate) -> bool:
    """Whether the first sentence of the body tells of it: what lasts to this day and opens the text is the news."""
    return syntax.sentence_of[candidate.token] <= syntax.opening


def _is_old(when: When, news_day: int) -> bool:
    """Whether most of the interval lies over `BACKGROUND_DAYS` before the news day; what lasts until now, its start."""
    first, last = when.start_earliest, when.latest
    if last is None or (when.is_span and last == news_day):
        return first is not None and first < news_day - BACKGROUND_DAYS
    if first is None:
        return last < news_day - BACKGROUND_DAYS
    if when.precision in _COARSE and last <= news_day:
        return True
    return (first + last) // 2 < news_day - BACKGROUND_DAYS
