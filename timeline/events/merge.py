"""Tellings of one happening become one event: a headline and its lede, a verb and the noun that points back."""

from __future__ import annotations

from .mention import Mention
from .nouns import GENERIC
from .syntax import Syntax

_POINTING = frozenset(("the", "that", "this", "these", "those"))


def grouped(syntax: Syntax, mentions: list[Mention]) -> list[list[Mention]]:
    """Groups of tellings, each led by its best telling, in order of the text."""
    groups: list[list[Mention]] = []
    heads = [m for m in mentions if _role(syntax, m) == "headline"]
    for mention in mentions:
        if mention in heads:
            continue
        target = _pointed_at(syntax, mention, groups)
        if target is None:
            groups.append([mention])
        else:
            target.append(mention)
    for mention in heads:
        best = max(groups, key=lambda group: _likeness(syntax, mention, group[0]), default=None)
        if best is not None and _likeness(syntax, mention, best[0]) >= 2:
            best.append(mention)
        else:
            groups.insert(0, [mention])
    return groups


def _role(syntax: Syntax, mention: Mention) -> str:
    return syntax.sentences[mention.sentence].role


def _likeness(syntax: Syntax, one: Mention, two: Mention) -> int:
    score = 0
    if syntax.lemmas[one.candidate.token] == syntax.lemmas[two.candidate.token]:
        score += 2
    if one.kind == two.kind and one.kind != "other":
        score += 1
    if one.placed.place is not None and two.placed.place is not None and one.placed.place.id == two.placed.place.id:
        score += 1
    if set(one.actors) & set(two.actors):
        score += 1
    if two.sentence <= 3:
        score += 1
    return score


def _pointed_at(syntax: Syntax, mention: Mention, groups: list[list[Mention]]) -> list[Mention] | None:
    """The group that a definite noun without a date of its own points back at."""
    candidate = mention.candidate
    if not candidate.nominal or mention.dated.span is not None:
        return None
    noun = candidate.token
    if not any(syntax.lowers[c] in _POINTING for c in syntax.children[noun]):
        return None
    kinds = GENERIC.get(syntax.lemmas[noun], (mention.kind,))
    for group in reversed(groups):
        lead = group[0]
        same = syntax.lemmas[lead.candidate.token] == syntax.lemmas[noun]
        if same or (lead.kind in kinds and lead.status not in ("hypothetical", "negated")):
            return group
    return None
