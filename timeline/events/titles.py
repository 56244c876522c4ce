"""A line for each event that an editor would print: from the text's own clause, readable alone."""

from __future__ import annotations

from .syntax import Syntax
from .triggers import Candidate

MAX_TITLE = 90
_DROP = frozenset(("advcl", "relcl", "parataxis", "punct", "mark", "cc", "dep", "intj", "meta", "npadvmod"))


def title_of(syntax: Syntax, candidate: Candidate, times: tuple[range, ...]) -> str:
    """The clause's core without its dates, subordinate clauses and trailing pieces."""
    top = candidate.verb if candidate.verb is not None else candidate.token
    skip = {token for times_range in times for token in times_range}
    kept = sorted(_core(syntax, top, skip, top))
    text = _joined(syntax, kept)
    text = text[:1].upper() + text[1:]
    if len(text) <= MAX_TITLE:
        return text
    return text[: MAX_TITLE - 1].rsplit(" ", 1)[0].rstrip(",;: ") + "…"


def _core(syntax: Syntax, token: int, skip: set[int], top: int) -> set[int]:
    found = {token}
    for child in syntax.children[token]:
        if child in skip or syntax.deps[child] in _DROP or (syntax.deps[child] == "conj" and token == top):
            continue
        if syntax.deps[child] == "prep" and all(c in skip for c in syntax.children[child]) and syntax.children[child]:
            continue
        found |= _core(syntax, child, skip, top)
    return found


def _joined(syntax: Syntax, kept: list[int]) -> str:
    parts: list[str] = []
    for place, token in enumerate(kept):
        if syntax.words[token].isspace():
            continue
        if place and (kept[place - 1] == token - 1 and syntax.ends[token - 1] == syntax.starts[token]):
            parts.append(syntax.words[token])
        else:
            parts.append(" " + syntax.words[token])
    return "".join(parts).strip(' ,;:-–—"')
