"""What a clause's auxiliaries, negations and governing verbs say: tense, mood, and so the status of its event."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import Literal

from ..model import Status
from .rows import lemmas
from .syntax import VERB_TAGS, Syntax
from .triggers import Candidate
from .verbs import DENIALS, IMPLIES, PLANS, PREVENTS, REPORTING, WISHES

Tense = Literal[
    "past", "perfect", "pluperfect", "present", "progressive", "future", "infinitive", "participle", "gerund", "none"
]
_MODALS: dict[str, Status] = {
    "may": "hypothetical",
    "might": "hypothetical",
    "could": "hypothetical",
    "can": "hypothetical",
    "should": "hypothetical",
    "must": "hypothetical",
    "ought": "hypothetical",
    "will": "planned",
    "shall": "planned",
    "'ll": "planned",
    "wo": "planned",
    "ca": "hypothetical",
    "would": "planned",
    "'d": "planned",
}
_IF = frozenset(("if", "unless", "whether", "provided", "lest", "should", "once", "until"))
_NO = frozenset(("no", "none", "nobody", "nothing", "neither", "never", "nor", "hardly", "zero"))
_PLAN_NOUNS = lemmas("plan agreement decision pledge promise schedule intention commitment order")
_IDEA_NOUNS = lemmas(
    "proposal bid attempt effort call demand request threat offer idea suggestion permission right motion goal "
    "aim hope "
    "chance possibility risk fear pressure move push campaign appeal need way ability opportunity bill option"
)
_PUT_OFF = frozenset(("postpone", "delay", "reschedule", "defer", "adjourn"))
_ONE_SIDED = frozenset(("allege", "claim", "suspect", "speculate", "fear", "imagine"))
_VOWS = frozenset(("vow", "promise", "pledge", "agree", "decide"))
"""Told as past, the word was given: that itself happened, and what it is about is still to come."""
_SERVES = frozenset(("help", "allow", "enable", "let", "ensure", "contribute", "serve"))
"""What a thing would do if it worked: an aim, not a plan."""
_AWAITED = frozenset(("expect", "schedule", "plan", "slate", "forecast", "book", "set", "program", "time"))
_READY = frozenset(("due", "set", "ready", "slated", "scheduled", "bound", "poised", "expected", "committed"))
_LIKELY = frozenset(("likely", "unlikely", "able", "unable", "possible", "willing", "free", "eligible", "reluctant"))
_FUTURE_WORDS = lemmas("planned scheduled upcoming forthcoming long-planned future proposed impending coming")
_DOUBT_WORDS = lemmas("possible potential alleged hypothetical proposed feared would-be threatened likely")
_CANCELLED = lemmas("cancelled canceled abandoned aborted averted failed foiled thwarted")


@dataclass(frozen=True, slots=True)
class Clause:
    """Tense and mood of one candidate's clause; `status` before its date is known, and the words that decided it.

    `counted`: a number of things happened ("ten have died"), as opposed to one thing that lasts.
    """

    tense: Tense
    status: Status
    why: str
    counted: bool = False


def read_clause(syntax: Syntax, candidate: Candidate) -> Clause:
    """Tense, mood and status of the candidate's clause."""
    if candidate.verb is None:
        status, why = _noun_status(syntax, candidate.token)
        tense: Tense = "none"
        return Clause(tense, status, why)
    tense = tense_of(syntax, candidate.verb)
    status, why = _denied(syntax, candidate.verb)
    if status == "asserted":
        status, why = _verb_status(syntax, candidate.verb, tense)
    if status == "asserted" and candidate.nominal:
        status, why = _noun_words(syntax, candidate.token)
    if status == "asserted":
        status, why = _governed(syntax, candidate.verb)
    return Clause(tense, status, why, _is_counted(syntax, candidate.verb))


def _is_counted(syntax: Syntax, verb: int) -> bool:
    """Whether the subject or object is a number of things."""
    for noun in (child for child in syntax.children[verb] if syntax.deps[child] in ("nsubj", "nsubjpass", "dobj")):
        if syntax.tags[noun] == "CD" or any(syntax.deps[child] == "nummod" for child in syntax.children[noun]):
            return True
    return False


def _denied(syntax: Syntax, verb: int) -> tuple[Status, str]:
    """A content clause of a denial did not happen, whatever its own mood."""
    child = verb
    path = syntax.path(verb)
    for inner, outer in itertools.pairwise(path):
        if syntax.deps[inner] in ("relcl", "acl"):
            break
        if syntax.deps[inner] == "ccomp" and syntax.lemmas[outer] in _ONE_SIDED:
            return "hypothetical", f"“{syntax.words[outer]}”: one side's word"
    for token in path[1:4]:
        if syntax.deps[child] == "ccomp" and syntax.lemmas[token] in ("deny", "refute", "disprove"):
            return "negated", f"“{syntax.words[token]}”"
        if syntax.deps[child] not in ("ccomp", "conj", "xcomp"):
            break
        child = token
    return "asserted", ""


def helpers_of(syntax: Syntax, verb: int) -> tuple[int, ...]:
    """The auxiliaries of a verb; a conjoined verb without its own shares those of the first."""
    own = tuple(c for c in syntax.children[verb] if syntax.deps[c] in ("aux", "auxpass"))
    head = syntax.heads[verb]
    if own or syntax.deps[verb] != "conj" or head == verb or syntax.tags[head] not in VERB_TAGS:
        return own
    same = syntax.tags[head] == syntax.tags[verb] or syntax.lowers[verb] == syntax.lemmas[verb]
    if same and syntax.child(verb, "nsubj", "nsubjpass") is None:
        return helpers_of(syntax, head)
    return own


def tense_of(syntax: Syntax, verb: int) -> Tense:
    """The tense that the verb's form and auxiliaries give."""
    words = [syntax.lowers[c] for c in helpers_of(syntax, verb)]
    if any(word in _MODALS for word in words):
        return (
            "future" if any(word in ("will", "shall", "'ll", "wo", "would", "'d") for word in words) else "infinitive"
        )
    if "had" in words and syntax.tags[verb] == "VBN":
        return "pluperfect"
    if any(word in ("has", "have", "'ve") for word in words) and syntax.tags[verb] in ("VBN", "VBG"):
        return "perfect"
    if "to" in words:
        return "infinitive"
    if (
        not words
        and syntax.tags[verb] == "VBN"
        and syntax.deps[verb] == "conj"
        and syntax.tags[syntax.heads[verb]] == "VBD"
    ):
        return "past"
    if any(word in ("was", "were", "did", "had", "got") for word in words):
        return "past"
    if any(word in ("is", "are", "'s", "'re", "am", "be", "being") for word in words):
        return "progressive" if syntax.tags[verb] == "VBG" else "present"
    if syntax.tags[verb] == "VB" and syntax.child(verb, "nsubj") is not None and not words:
        return "present"
    plain: dict[str, Tense] = {"VBD": "past", "VBN": "participle", "VBG": "gerund", "VBZ": "present", "VBP": "present"}
    return plain.get(syntax.tags[verb], "present" if "do" in words or "does" in words else "infinitive")


def _verb_status(syntax: Syntax, verb: int, tense: Tense) -> tuple[Status, str]:
    denied = _negation(syntax, verb)
    words = [syntax.lowers[c] for c in helpers_of(syntax, verb)]
    modal = next((word for word in words if word in _MODALS), None)
    if denied:
        return "negated", f"“{denied}” denies it"
    if modal not in ("will", "shall", "'ll") and _has_condition(syntax, verb):
        return "hypothetical", "it stands under a condition"
    if syntax.lemmas[verb] in _PUT_OFF and tense in ("past", "perfect", "participle") and _has_until(syntax, verb):
        return "planned", f"“{syntax.words[verb]}” to a later date"
    if modal in ("would", "'d") and syntax.lemmas[verb] in _SERVES:
        return "hypothetical", f"“{modal} {syntax.words[verb]}”: an aim"
    if modal in ("would", "'d"):
        return ("planned", f"“{modal}” after a report") if _reported(syntax, verb) else ("hypothetical", f"“{modal}”")
    if modal and _MODALS[modal] == "planned" and syntax.quoted[verb]:
        return "hypothetical", f"“{modal}” in a quotation: a speaker's forecast"
    if modal:
        return _MODALS[modal], f"“{modal}” says so"
    if syntax.lemmas[verb] in _AWAITED and syntax.child(verb, "auxpass") is not None and tense in ("present", "past"):
        return _awaited(syntax, verb, tense)
    if syntax.lemmas[verb] in ("intend", "aim", "mean", "design") and syntax.child(verb, "auxpass") is not None:
        return "hypothetical", f"“{syntax.words[verb]} to”: an aim"
    if syntax.lemmas[verb] in PLANS and _has_infinitive(syntax, verb):
        if syntax.lemmas[verb] in _VOWS and tense in ("past", "perfect"):
            return "asserted", ""
        if tense == "pluperfect":
            return "negated", "it had been planned and did not happen so"
        return "planned", f"“{syntax.words[verb]} to”"
    return "asserted", ""


def _awaited(syntax: Syntax, verb: int, tense: Tense) -> tuple[Status, str]:
    """“Is due”, “was scheduled”; “was scheduled for May, but ...” did not come about."""
    thwarted = tense == "past" and any(
        syntax.lowers[child] == "but" and syntax.deps[child] == "cc" for child in syntax.children[verb]
    )
    if thwarted:
        return "negated", f"“{syntax.words[verb]}”, but not so"
    return "planned", f"“{syntax.words[verb]}”"


def _negation(syntax: Syntax, verb: int) -> str:
    for child in syntax.children[verb]:
        dep, word = syntax.deps[child], syntax.lowers[child]
        if dep == "neg" or word == "never":
            return syntax.words[child]
        if dep in ("nsubj", "nsubjpass", "dobj") and (
            word in _NO
            or any(syntax.lowers[c] in _NO for c in syntax.children[child] if syntax.deps[c] in ("det", "neg"))
        ):
            return "no"
        if dep in ("aux", "auxpass") and any(syntax.deps[c] == "neg" for c in syntax.children[child]):
            return "not"
    return ""


def _has_until(syntax: Syntax, verb: int) -> bool:
    return any(syntax.lowers[c] in ("until", "till", "to") and syntax.deps[c] == "prep" for c in syntax.children[verb])


def _has_infinitive(syntax: Syntax, verb: int) -> bool:
    return any(syntax.deps[c] == "xcomp" and syntax.tags[c] == "VB" for c in syntax.children[verb])


def _has_condition(syntax: Syntax, verb: int) -> bool:
    """Whether the clause is itself an if-clause, or depends on one of its own."""
    for child in syntax.children[verb]:
        dep, word = syntax.deps[child], syntax.lowers[child]
        if dep in ("mark", "advmod") and word in ("if", "unless", "whether", "lest", "provided"):
            return True
        if dep == "advcl" and any(syntax.lowers[c] in ("if", "unless") for c in syntax.children[child]):
            return True
    head = syntax.heads[verb]
    return syntax.deps[verb] in ("ccomp", "pcomp") and syntax.lowers[head] in ("provided", "providing", "assuming")


def _reported(syntax: Syntax, verb: int) -> bool:
    """Whether a reporting verb governs the clause, directly or through a conjoined one."""
    return any(syntax.lemmas[token] in REPORTING for token in syntax.path(verb)[1:4])


def _governed(syntax: Syntax, verb: int) -> tuple[Status, str]:
    """What the verbs, nouns and adjectives above the clause make of it."""
    child = verb
    for token in syntax.path(verb)[1:6]:
        dep, lemma, word = syntax.deps[child], syntax.lemmas[token], syntax.words[token]
        found = _one_step(syntax, child, token, dep, lemma)
        if found == "asserted":
            return "asserted", ""
        if found:
            return found, f"“{word}” governs it"
        if dep not in ("ccomp", "xcomp", "conj", "pcomp", "prep", "dobj", "pobj"):
            break
        child = token
    return "asserted", ""


def _prevents(syntax: Syntax, verb: int) -> bool:
    """Whether a verb keeps its object from happening; "call" does so only with "off"."""
    if syntax.lemmas[verb] == "call":
        return any(syntax.lowers[child] == "off" for child in syntax.children[verb])
    return syntax.lemmas[verb] in PREVENTS


def _one_step(syntax: Syntax, child: int, token: int, dep: str, lemma: str) -> Status | None:
    infinitive = syntax.tags[child] in ("VB", "VBN") and "to" in (syntax.lowers[c] for c in syntax.children[child])
    if dep in ("ccomp", "xcomp", "pcomp", "prep", "dobj"):
        if lemma in ("deny", "refute", "disprove") or (dep != "ccomp" and _prevents(syntax, token)):
            return "negated"
        if dep in ("ccomp", "xcomp") and (syntax.lowers[token] in _READY or (lemma == "be" and infinitive)):
            return "planned"
        if lemma in _LIKELY:
            return "hypothetical"
        if infinitive and lemma in IMPLIES:
            return "asserted"
        if infinitive and lemma == "want" and not syntax.quoted[token]:
            return "planned"
        if infinitive and lemma in WISHES:
            return "hypothetical"
        if infinitive and lemma in PLANS:
            return "planned"
    if dep in ("acl", "relcl") and infinitive:
        return "planned" if lemma in _PLAN_NOUNS else "hypothetical" if lemma in _IDEA_NOUNS else None
    if dep == "advcl" and any(syntax.lowers[c] in ("before", "until") for c in syntax.children[child]):
        modals = [syntax.lowers[c] for c in syntax.children[token] if syntax.deps[c] == "aux"]
        return "hypothetical" if any(_MODALS.get(word) == "hypothetical" for word in modals) else None
    if dep == "prep" and syntax.lowers[child] in ("without", "against"):
        return "negated"
    return None


def _noun_words(syntax: Syntax, noun: int) -> tuple[Status, str]:
    for child in syntax.children[noun]:
        word = syntax.lowers[child]
        if word in _NO:
            return "negated", f"“{word}”"
        if word in _CANCELLED:
            return "negated", f"“{word}”"
        if word in _DOUBT_WORDS:
            return "hypothetical", f"“{word}”"
        if word in _FUTURE_WORDS:
            return "planned", f"“{word}”"
    return "asserted", ""


def _noun_status(syntax: Syntax, noun: int) -> tuple[Status, str]:
    status, why = _noun_words(syntax, noun)
    if status != "asserted":
        return status, why
    child = noun
    for token in syntax.path(noun)[1:5]:
        lemma, dep = syntax.lemmas[token], syntax.deps[child]
        if syntax.tags[token] in VERB_TAGS:
            return _noun_under_verb(syntax, child, token, dep)
        if dep == "pobj" and syntax.lowers[token] == "without":
            return "negated", "“without”"
        if lemma in _IDEA_NOUNS and dep in ("pobj", "prep", "acl"):
            return "hypothetical", f"“{syntax.words[token]}” of it"
        if lemma in _PLAN_NOUNS and dep in ("pobj", "prep"):
            return "planned", f"“{syntax.words[token]}” for it"
        child = token
    return "asserted", ""


def _noun_under_verb(syntax: Syntax, child: int, verb: int, dep: str) -> tuple[Status, str]:
    """A noun below a verb shares its mood when it is the verb's object, not when it only dates it."""
    lemma = syntax.lemmas[verb]
    if dep in ("dobj", "nsubjpass"):
        if _prevents(syntax, verb) or lemma in DENIALS:
            return "negated", f"“{syntax.words[verb]}” stops it"
        if lemma in ("plan", "schedule", "prepare", "organise", "organize"):
            return "planned", f"“{syntax.words[verb]}”"
        if lemma in WISHES and lemma not in ("oppose", "order", "warn", "urge"):
            return "hypothetical", f"“{syntax.words[verb]}”"
    if dep in ("dobj", "nsubj", "nsubjpass", "attr"):
        status, why = _verb_status(syntax, verb, tense_of(syntax, verb))
        if status in ("negated", "hypothetical", "planned") and dep != "nsubj":
            return status, why
    return "asserted", ""
