"""Whether a candidate is a happening at all: states, habits, purposes and plain attributions are not."""

from __future__ import annotations

from .clause import Clause
from .nouns import WEAK_NOUNS
from .rows import lemmas
from .syntax import VERB_TAGS, Syntax
from .triggers import Candidate
from .verbs import ACTS, LIGHT, PLANS, REPORTING, STATES

_TELLING = frozenset(("past", "perfect", "pluperfect", "progressive"))
_ANCHORS = lemmas("after before since following until despite amid during")


def is_event(syntax: Syntax, candidate: Candidate, clause: Clause, *, dated: int, placed: int) -> bool:
    """Whether the candidate tells of a happening; `dated` and `placed` count what hangs below it."""
    role = syntax.sentences[syntax.sentence_of[candidate.token]].role
    if role in ("dateline", "credit"):
        return False
    if candidate.nominal:
        return _noun_event(syntax, candidate, clause, dated, placed, role)
    return _verb_event(syntax, candidate, clause, dated, placed, role)


def _verb_event(syntax: Syntax, candidate: Candidate, clause: Clause, dated: int, placed: int, role: str) -> bool:
    verb, lemma, tense = candidate.token, syntax.lemmas[candidate.token], clause.tense
    vivid = role in ("headline", "caption")
    if tense == "present" and not vivid and not (dated and clause.status != "negated"):
        return _is_passive(syntax, verb) and lemma in PLANS
    if syntax.quoted[verb] and not (dated or placed):
        return False
    if lemma in REPORTING:
        return _statement_event(syntax, verb, lemma, dated, vivid)
    if lemma in STATES:
        return (bool(dated) and tense in _TELLING) or (clause.status == "planned" and bool(dated))
    if tense == "infinitive":
        return clause.status in ("planned", "hypothetical", "negated") and syntax.deps[verb] not in ("advcl", "pcomp")
    if tense in ("gerund", "participle") and not vivid:
        return _reduced(syntax, candidate, dated, placed)
    if lemma in LIGHT and not (dated or placed):
        return candidate.kind != "other"
    return True


def _is_passive(syntax: Syntax, verb: int) -> bool:
    return syntax.child(verb, "auxpass") is not None


def _reduced(syntax: Syntax, candidate: Candidate, dated: int, placed: int) -> bool:
    """A participle tells of a happening of its own when it has its own date or place."""
    dep = syntax.deps[candidate.token]
    if dep in ("amod", "prep"):
        return False
    return bool(dated) or (bool(placed) and candidate.kind != "other")


def _statement_event(syntax: Syntax, verb: int, lemma: str, dated: int, vivid: bool) -> bool:
    """A reporting verb is the news only when it does something, or is dated itself."""
    if dated:
        return True
    if lemma in ACTS:
        return True
    content = syntax.child(verb, "ccomp", "xcomp")
    return False if content is None or vivid else not _tells(syntax, content)


def _tells(syntax: Syntax, content: int) -> bool:
    """Whether the reported clause tells of a happening itself, so that the report is mere attribution."""
    return syntax.tags[content] in VERB_TAGS and syntax.lemmas[content] not in STATES and syntax.lemmas[content] != "be"


def _noun_event(syntax: Syntax, candidate: Candidate, clause: Clause, dated: int, placed: int, role: str) -> bool:
    lemma = syntax.lemmas[candidate.token]
    if candidate.verb is not None:
        if clause.tense == "present" and role == "body" and not dated:
            return False
        return bool(dated or placed) or lemma not in WEAK_NOUNS
    if dated:
        return True
    if lemma in WEAK_NOUNS:
        return False
    head = syntax.heads[candidate.token]
    return bool(placed) or (syntax.deps[candidate.token] == "pobj" and syntax.lowers[head] in _ANCHORS)
