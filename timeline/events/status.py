"""A candidate's status once its date is known: still to come, news, or what went before the news."""

from __future__ import annotations

from ..model import Status, When
from .clause import Clause
from .syntax import Syntax
from .triggers import Candidate

BACKGROUND_DAYS = 60
"""Older than this before the news day is background (the annotators' habit on our own stories, 2025)."""
_COARSE = frozenset(("year", "season", "decade", "century"))
_FORMERLY = frozenset(("previously", "formerly", "originally", "initially"))


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
    return clause.tense == "pluperfect" or bool(words & _FORMERLY)


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
