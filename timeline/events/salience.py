"""How much an editor would insist on an event: what headline and opening tell, dated and placed, comes first."""

from __future__ import annotations

from ..model import NOT_HAPPENED, Salience
from .coref import same_stem
from .mention import Mention
from .syntax import Syntax

ESSENTIAL = 6
MAIN = 3
LEADING = 3
"""Points from which an event is essential or main; set on our own stories (2025), where editors marked what
must be found."""
_HARD = frozenset(
    ("attack", "accident", "disaster", "disease", "election_vote", "arrest_detention", "visit", "deployment_movement")
)


def saliences_of(syntax: Syntax, groups: list[list[Mention]], headline: frozenset[str]) -> list[Salience]:
    """The salience of each group of tellings; `headline` are the words of the article's title in small letters.

    A text without an outstanding event still has its first ones: the bar sinks until `LEADING` stand above it.
    """
    first = next((number for number, sentence in enumerate(syntax.sentences) if sentence.role == "body"), 0)
    points = [_points(syntax, group, headline, first) for group in groups]
    told = sorted((p for p, group in zip(points, groups, strict=True) if group[0].status != "background"), reverse=True)
    bar = max(MAIN + 1, min(ESSENTIAL, told[LEADING - 1] if len(told) >= LEADING else MAIN + 1))
    found: list[Salience] = []
    for value, group in zip(points, groups, strict=True):
        essential = value >= bar and group[0].status != "background"
        found.append("essential" if essential else "main" if value >= MAIN else "minor")
    return found


def _points(syntax: Syntax, group: list[Mention], headline: frozenset[str], first: int) -> int:
    lead = group[0]
    if lead.status in NOT_HAPPENED:
        return 0
    points = 2 * any(m.dated.span is not None for m in group) + 2 * any(m.placed.span is not None for m in group)
    points += (lead.placed.place is not None) + (lead.kind in _HARD) + (len(group) > 1)
    points += _opening(first, group) + 2 * _is_announced(syntax, group, headline)
    return points - 2 * (lead.kind == "statement")


def _opening(first: int, group: list[Mention]) -> int:
    """Two points for the first sentence of the body (number `first`), one for its first paragraph."""
    if any(m.sentence <= first for m in group):
        return 2
    return int(any(m.sentence <= first + 2 for m in group))


def _is_announced(syntax: Syntax, group: list[Mention], headline: frozenset[str]) -> bool:
    """Whether a headline tells of it: one of the text, or the article's title by the stem of its word."""
    for mention in group:
        if syntax.sentences[mention.sentence].role == "headline":
            return True
        lemma = syntax.lemmas[mention.candidate.token]
        if len(lemma) > 3 and any(same_stem(lemma, word) for word in headline if len(word) > 3):
            return True
    return False
