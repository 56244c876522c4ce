"""Who: the subjects and agents of a clause, in the fullest form that the text gives."""

from __future__ import annotations

from .syntax import NOUN_TAGS, VERB_TAGS, Syntax
from .triggers import Candidate

_SKIP = frozenset(("relcl", "acl", "advcl", "punct", "parataxis", "prep", "appos", "cc", "conj", "dep", "mark"))
_MAX = 60


def actors_of(syntax: Syntax, candidate: Candidate) -> tuple[str, ...]:
    """Subject and agent of the candidate's verb (or the nearest verb above that has one), fullest form first."""
    verb = candidate.verb
    if verb is None:
        return _of_noun(syntax, candidate.token)
    found: list[str] = []
    subject = subject_of(syntax, verb)
    if subject is not None and subject not in candidate.parts:
        found.extend(_names(syntax, subject))
    for child in syntax.children[verb]:
        if syntax.deps[child] == "agent":
            agent = syntax.child(child, "pobj")
            if agent is not None:
                found.extend(_names(syntax, agent))
    return tuple(dict.fromkeys(found))[:4]


def subject_of(syntax: Syntax, verb: int) -> int | None:
    """The subject of a verb, looked for along conjunctions and open complements."""
    token = verb
    for _ in range(6):
        subject = syntax.child(token, "nsubj", "nsubjpass")
        if subject is not None:
            return _antecedent(syntax, token, subject)
        dep, head = syntax.deps[token], syntax.heads[token]
        if dep in ("acl",) and syntax.tags[head] in NOUN_TAGS:
            return head
        if dep not in ("conj", "xcomp", "advcl", "pcomp", "prep") or head == token:
            return None
        if dep in ("conj",) and syntax.tags[head] not in VERB_TAGS:
            return None
        token = head
    return None


def _antecedent(syntax: Syntax, verb: int, subject: int) -> int:
    """The noun that a relative pronoun stands for."""
    if syntax.tags[subject] in ("WDT", "WP") and syntax.deps[verb] == "relcl":
        return syntax.heads[verb]
    return subject


def _names(syntax: Syntax, noun: int) -> list[str]:
    names = [name] if (name := noun_phrase(syntax, noun)) else []
    for child in syntax.children[noun]:
        if syntax.deps[child] == "conj" and syntax.tags[child] in NOUN_TAGS:
            names.extend(_names(syntax, child))
    return names


def _of_noun(syntax: Syntax, noun: int) -> tuple[str, ...]:
    for child in syntax.children[noun]:
        if syntax.deps[child] == "prep" and syntax.lowers[child] == "by":
            agent = syntax.child(child, "pobj")
            if agent is not None:
                return tuple(_names(syntax, agent))
        if syntax.deps[child] == "poss":
            return tuple(_names(syntax, child))
    return ()


def noun_phrase(syntax: Syntax, noun: int) -> str:
    """The noun with its modifiers, without clauses; empty for a pronoun."""
    if syntax.tags[noun] not in NOUN_TAGS and syntax.tags[noun] != "CD":
        return ""
    first = last = noun
    for child in syntax.children[noun]:
        if child < noun and syntax.deps[child] not in _SKIP:
            first = min(first, syntax.left[child])
    of = next((c for c in syntax.children[noun] if syntax.lowers[c] == "of" and c > noun), None)
    if of is not None and syntax.right[of] - noun <= 6:
        last = syntax.right[of]
    text = syntax.text[syntax.starts[first] : syntax.ends[last]].replace("\n", " ").strip()
    for article in ("The ", "the ", "A ", "a ", "An ", "an "):
        text = text.removeprefix(article)
    return text if len(text) <= _MAX else syntax.words[noun]
