"""What a verdict is about went before it: the deeds told after a sentence that opens the news have no news day."""

from __future__ import annotations

from collections.abc import Sequence

from .actors import own_subject
from .clause import Clause
from .rows import lemmas
from .syntax import Syntax
from .triggers import Candidate

_VERDICTS = lemmas("sentence jail imprison convict acquit execute")
_COURT = lemmas("judge court jury magistrate prosecutor prosecution defence defense lawyer barrister tribunal justice")
_AFTER = frozenset(("legal_decision", "statement", "arrest_detention", "protest", "meeting"))
"""Kinds that a verdict's own day may still hold."""


def backstory(syntax: Syntax, found: Sequence[Candidate], clauses: Sequence[Clause]) -> frozenset[int]:
    """The numbers of the candidates that tell of the deeds behind the verdict that opens the text."""
    first = syntax.opening
    opens = any(
        syntax.lemmas[candidate.token] in _VERDICTS and clause.status == "asserted"
        for candidate, clause in zip(found, clauses, strict=True)
        if syntax.sentence_of[candidate.token] == first
    )
    if not opens:
        return frozenset()
    return frozenset(
        number
        for number, (candidate, clause) in enumerate(zip(found, clauses, strict=True))
        if syntax.sentence_of[candidate.token] > first
        and clause.tense == "past"
        and clause.status == "asserted"
        and candidate.kind not in _AFTER
        and not _is_of_court(syntax, candidate)
    )


def _is_of_court(syntax: Syntax, candidate: Candidate) -> bool:
    subject = own_subject(syntax, candidate.verb) if candidate.verb is not None else None
    return subject is not None and syntax.lemmas[subject] in _COURT
