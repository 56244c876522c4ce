"""Which country a nationwide act belongs to: named by a demonym beside it, by its actor, or by the text as a whole."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from geo.model import Toponym

from .actors import subject_of
from .syntax import Syntax
from .triggers import Candidate

MAIN_SHARE = 0.5
"""A text is about one country when at least this share of its country names and demonyms mean it."""


@dataclass(frozen=True, slots=True)
class Nations:
    """Countries by the token that names them, by the people and offices that belong to them, and the text's own."""

    by_token: dict[int, Toponym]
    by_name: dict[str, Toponym]
    main: Toponym | None

    def near(self, candidate: Candidate, syntax: Syntax) -> Toponym | None:
        """The country of the candidate's subject, else of its clause, else the one that the text is about."""
        top = candidate.verb if candidate.verb is not None else candidate.token
        subject = subject_of(syntax, top) if candidate.verb is not None else None
        for first, last in _reaches(syntax, subject, top):
            for token in range(first, last + 1):
                if token in self.by_token:
                    return self.by_token[token]
        if subject is not None and syntax.lowers[subject] in self.by_name:
            return self.by_name[syntax.lowers[subject]]
        return self.main


def _reaches(syntax: Syntax, subject: int | None, top: int) -> list[tuple[int, int]]:
    reaches = [(syntax.left[subject], syntax.right[subject])] if subject is not None else []
    return [*reaches, (syntax.left[top], top)]


def nations_of(syntax: Syntax, toponyms: tuple[Toponym, ...]) -> Nations:
    """Read the countries of a text: names, demonyms, and the names that stand beside them."""
    by_token: dict[int, Toponym] = {}
    by_name: dict[str, Toponym] = {}
    count: Counter[str] = Counter()
    first: dict[str, Toponym] = {}
    for toponym in toponyms:
        place = toponym.place
        if place is None or place.country is None:
            continue
        count[place.country] += 1
        if place.kind != "country":
            continue
        first.setdefault(place.country, toponym)
        top = syntax.top_of(toponym.span)
        if top is None:
            continue
        by_token[top] = toponym
        head = syntax.heads[top]
        if syntax.deps[top] in ("poss", "amod", "nmod", "compound") and syntax.tags[head] == "NNP":
            by_name[syntax.lowers[head]] = toponym
    if not count:
        return Nations(by_token, by_name, None)
    country, times = count.most_common(1)[0]
    main = first.get(country) if times >= MAIN_SHARE * sum(count.values()) else None
    return Nations(by_token, by_name, main)
