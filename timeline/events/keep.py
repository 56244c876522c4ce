"""Whether a candidate is a happening at all: states, habits, purposes and plain attributions are not."""

from __future__ import annotations

from dataclasses import dataclass

from .actors import own_subject, subject_of
from .clause import Clause
from .nouns import WEAK_NOUNS
from .rows import lemmas
from .syntax import VERB_TAGS, Syntax
from .triggers import Candidate
from .verbs import ACTS, IMPLIES, LIGHT, REPORTING, STATES

_TELLING = frozenset(("past", "perfect", "pluperfect", "progressive"))
_ANCHORS = lemmas("after before since following during")
_CAUSES = lemmas("cause trigger spark suffer stage launch conduct carry mount organise organize hold sign perform make")
_HELD = frozenset(("meeting", "sport_culture", "protest", "election_vote"))
_STUDIES = lemmas("analysis census data estimate figure filing poll report statistic statistics study survey index")


@dataclass(frozen=True, slots=True)
class Hung:
    """How many dates and places hang below a candidate, and how many of the dates stand after its verb."""

    dated: int
    dated_after: int
    placed: int


def is_event(syntax: Syntax, candidate: Candidate, clause: Clause, hung: Hung) -> bool:
    """Whether the candidate tells of a happening."""
    role = syntax.sentences[syntax.sentence_of[candidate.token]].role
    if role in ("dateline", "credit"):
        return False
    if candidate.nominal:
        return _noun_event(syntax, candidate, clause, hung, role)
    return _verb_event(syntax, candidate, clause, hung, role)


_ORDINALS = lemmas("first second third fourth fifth sixth seventh latest")
_PERIODS = lemmas("quarter year month week day period season decade century semester")


def _verb_event(syntax: Syntax, candidate: Candidate, clause: Clause, hung: Hung, role: str) -> bool:
    verb, lemma, tense = candidate.token, syntax.lemmas[candidate.token], clause.tense
    vivid = role in ("headline", "caption")
    if lemma == "have" or (syntax.lowers[verb] in ("provided", "assuming") and syntax.child(verb, "ccomp") is not None):
        return False
    if _is_study(syntax, verb) and lemma not in ("publish", "release", "issue"):
        return False
    if not hung.dated and (_is_ability(syntax, verb) or (syntax.quoted[verb] and not hung.placed)):
        return False
    if _is_idiom(syntax, verb) or (lemma in ACTS | {"ask"} and not hung.dated and _goes_on(syntax, verb)):
        return False
    if tense == "present" and not vivid and not (hung.dated and clause.status != "negated"):
        return clause.status in ("planned", "hypothetical") and syntax.child(verb, "auxpass") is not None
    if lemma in REPORTING:
        return _statement_event(syntax, verb, lemma, hung, vivid)
    if lemma in STATES and clause.status == "asserted":
        return bool(hung.dated) and tense in _TELLING
    if tense == "infinitive":
        return _infinitive(syntax, candidate, clause, hung)
    if tense in ("gerund", "participle") and not vivid:
        return _reduced(syntax, candidate, hung)
    if lemma == "come" and not hung.placed:
        return False
    if lemma in LIGHT and not (hung.dated or hung.placed):
        return candidate.kind != "other"
    return True


def _is_idiom(syntax: Syntax, verb: int) -> bool:
    """Phrases that tell of no happening: "was named for the president", "opened the way for peace"."""
    lemma = syntax.lemmas[verb]
    if lemma == "name" and syntax.child(verb, "auxpass") is not None:
        return any(syntax.lowers[child] in ("for", "after") for child in syntax.children[verb])
    subject = subject_of(syntax, verb) if lemma in LIGHT else None
    if subject is not None and syntax.lemmas[subject] in _PERIODS:
        return True  # "the quarter, which ended in December"
    target = syntax.child(verb, "dobj")
    return lemma in ("open", "pave", "clear") and target is not None and syntax.lemmas[target] in ("way", "path")


def _is_ability(syntax: Syntax, verb: int) -> bool:
    """“Can be returned”: what may be done at any time happens at none."""
    return any(syntax.lowers[child] in ("can", "ca") for child in syntax.children[verb] if syntax.deps[child] == "aux")


def _infinitive(syntax: Syntax, candidate: Candidate, clause: Clause, hung: Hung) -> bool:
    """An infinitive is told for its own sake when it is planned, or came about, or is a possibility with substance."""
    verb = candidate.token
    if syntax.lemmas[verb] in STATES or syntax.deps[verb] in ("advcl", "pcomp"):
        return False
    if clause.status in ("planned", "negated"):
        return True
    if clause.status == "hypothetical" and own_subject(syntax, verb) is not None:
        return candidate.kind != "statement"
    if clause.status == "hypothetical":
        return candidate.kind not in ("other", "statement") or bool(hung.dated or hung.placed)
    return syntax.lemmas[syntax.heads[verb]] in IMPLIES and bool(hung.dated or hung.placed)


def _reduced(syntax: Syntax, candidate: Candidate, hung: Hung) -> bool:
    """A participle tells of a happening of its own when it has its own date or place."""
    token = candidate.token
    dep = syntax.deps[token]
    if dep in ("amod", "prep") or any(syntax.lowers[child] == "ever" for child in syntax.children[token]):
        return False
    if dep == "acl" and syntax.tags[token] == "VBG":
        path = syntax.path(token)[1:4]
        return any(syntax.lemmas[above] in ("involve", "include", "see", "be") for above in path) and bool(hung.placed)
    if dep in ("pcomp", "advcl") and syntax.child(token, "dobj") is None and candidate.kind == "other":
        return False
    return bool(hung.dated) or (bool(hung.placed) and candidate.kind != "other")


def _statement_event(syntax: Syntax, verb: int, lemma: str, hung: Hung, vivid: bool) -> bool:
    """A reporting verb is the news only when it does something, or is dated itself."""
    content = syntax.child(verb, "ccomp")
    trailing = content is not None and content < verb
    if not hung.dated and _goes_on(syntax, verb):
        return False
    if hung.dated_after if trailing else hung.dated:
        return True
    if trailing and lemma not in ACTS:
        return False
    if any(syntax.lowers[child] == "what" for child in syntax.children[verb]):
        return False
    if lemma in ("say", "tell", "state") and content is not None and _opens(syntax, verb):
        return True
    if lemma in ACTS:
        return True
    content = syntax.child(verb, "ccomp", "xcomp")
    return content is not None and not vivid and not _tells(syntax, content)


def _goes_on(syntax: Syntax, verb: int) -> bool:
    """Whether the same speaker only goes on speaking: "said ... and stressed", "adding that"."""
    head = syntax.heads[verb]
    if syntax.deps[verb] == "advcl" and syntax.tags[verb] == "VBG":
        return True
    if syntax.lemmas[head] not in REPORTING | ACTS or syntax.child(verb, "nsubj") is not None:
        return False
    return syntax.deps[verb] == "conj"


def _opens(syntax: Syntax, verb: int) -> bool:
    """Whether the verb stands in the first sentence of the body: there the statement itself is the news."""
    return syntax.sentence_of[verb] <= syntax.opening


def _is_study(syntax: Syntax, verb: int) -> bool:
    subject = syntax.child(verb, "nsubj")
    return subject is not None and syntax.lemmas[subject] in _STUDIES


def _tells(syntax: Syntax, content: int) -> bool:
    """Whether the reported clause tells of a happening itself, so that the report is mere attribution."""
    return syntax.tags[content] in VERB_TAGS and syntax.lemmas[content] not in STATES and syntax.lemmas[content] != "be"


def _is_numbered(syntax: Syntax, noun: int) -> bool:
    """“It was the third such case since May” counts what is told elsewhere."""
    return any(syntax.tags[child] == "JJS" or syntax.lowers[child] in _ORDINALS for child in syntax.children[noun])


def _noun_event(syntax: Syntax, candidate: Candidate, clause: Clause, hung: Hung, role: str) -> bool:
    lemma = syntax.lemmas[candidate.token]
    if candidate.verb is not None:
        if clause.tense == "present" and role == "body" and not hung.dated:
            return False
        if syntax.lemmas[candidate.verb] in ("overlap", "coincide", "precede", "mark", "follow") and not hung.dated:
            return False
        caused = clause.tense in _TELLING and syntax.lemmas[candidate.verb] in _CAUSES
        return bool(hung.dated or hung.placed) or lemma not in WEAK_NOUNS or caused
    head, dep = syntax.heads[candidate.token], syntax.deps[candidate.token]
    if dep == "attr" and (not hung.dated_after or _is_numbered(syntax, candidate.token)):
        return False
    if hung.dated:
        return True
    if dep == "pobj" and syntax.lowers[head] in ("during", "at", "after") and hung.placed and candidate.kind in _HELD:
        return True
    if lemma in WEAK_NOUNS:
        return (candidate.kind == "agreement" and hung.placed > 1) or (dep == "dobj" and syntax.lemmas[head] in ACTS)
    return bool(hung.placed) or (dep == "pobj" and syntax.lowers[head] in _ANCHORS)
