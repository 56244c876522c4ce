"""Which words of a text may tell of a happening: verbs and event nouns, one candidate a happening.

A noun and a verb that tell of the same thing are one candidate ("carried out an attack", "the trial will
begin", "killed in an ambush"): the other words are folded into it, so that a date or place that hangs
below any of them reaches it. Whether a candidate is an event is decided in `keep`.
"""

from __future__ import annotations

from dataclasses import dataclass

from ..kinds import EventKind
from .nouns import KIND_OF_NOUN, PHASE, WEAK_NOUNS
from .rows import lemmas
from .syntax import VERB_TAGS, Syntax
from .verbs import ASPECT, KIND_OF_PHRASE, KIND_OF_VERB, LIGHT, MOVES, PLANS, REPORTING, STATES, SUPPORT

_CLAUSES = lemmas("ROOT conj ccomp advcl relcl acl xcomp parataxis pcomp dep csubj csubjpass appos prep punct oprd")
_INSIDE = frozenset(("in", "during", "with", "by", "to", "on", "at", "through", "into", "from", "over", "for"))
_VOTES = lemmas("refuse vote reject approve back elect choose pick defeat oppose support endorse oust re-elect decide")
_TELLS_OF = lemmas(
    "announce confirm condemn endorse report deny propose welcome hail denounce praise criticise criticize"
)
"""Verbs of saying whose object is a happening of its own: "confirmed the deployment"."""
_SAME = frozenset(("attack", "accident", "disaster", "disease"))


_GOES_ON = frozenset(("go", "proceed", "continue"))
"""“Went ahead with the opening” is the opening."""
_LETS = frozenset(("allow", "permit", "force", "compel"))
_HARMS = lemmas("kill injure wound destroy damage devastate hurt maim")
"""What an attack does is that attack, however long its name: "explosions near ... killed 26"."""
_TRIGGER_TOKENS = 12


@dataclass(frozen=True, slots=True)
class Candidate:
    """One possible happening.

    `token` carries the meaning, `verb` the tense, mood and negation (equal for plain verbs; None for a
    noun without a verb of its own); `parts` are all tokens that belong to it.
    """

    token: int
    verb: int | None
    parts: tuple[int, ...]
    kind: EventKind
    nominal: bool

    @property
    def strong(self) -> bool:
        """Whether it is a verb's own meaning, not a noun's."""
        return not self.nominal


def candidates(syntax: Syntax, blocked: frozenset[int], dated: frozenset[int]) -> tuple[Candidate, ...]:
    """All candidates in order of their token.

    `blocked` tokens belong to dates or names; `dated` nouns carry a date as a modifier ("the 2008 ban").
    """
    verbs = [i for i in range(len(syntax)) if i not in blocked and _is_clause_verb(syntax, i)]
    owner: dict[int, int] = {}
    kept = _fold_verbs(syntax, verbs, owner)
    known = frozenset(kept)
    lone: list[int] = []
    taken: dict[int, int] = {}
    gone: dict[int, int] = {}
    for noun in (i for i in range(len(syntax)) if i not in blocked and _is_event_noun(syntax, i)):
        if _has_phase_of(syntax, noun):
            continue
        verb, way = (None, "") if noun in dated else _verb_of_noun(syntax, noun, known)
        if verb is None:
            lone.append(noun)
            _fold_clauses_of(syntax, noun, known, gone)
        elif way == "noun":
            taken.setdefault(verb, noun)
        else:
            owner[noun] = verb
            if syntax.deps[noun] == "pobj":
                _fold_clauses_of(syntax, noun, known, gone)
    owner.update((verb, owner[noun]) for verb, noun in gone.items() if noun in owner)
    owned, folded = _by_target(owner), _by_target(gone)
    found = [_verb_candidate(syntax, verb, owned.get(verb, []), taken) for verb in kept if verb not in gone]
    found += [Candidate(n, None, _noun_parts(syntax, n, folded.get(n, [])), noun_kind(syntax, n), True) for n in lone]
    return tuple(sorted(found, key=lambda item: item.token))


def _fold_clauses_of(syntax: Syntax, noun: int, verbs: frozenset[int], gone: dict[int, int]) -> None:
    """A relative clause that only says that the event ran belongs to its noun: "a fire that broke out"."""
    for child in syntax.children[noun]:
        if syntax.deps[child] not in ("relcl", "acl") or child not in verbs:
            continue
        if (
            syntax.lemmas[child] in LIGHT
            or (syntax.lemmas[child] in SUPPORT and syntax.tags[child] == "VBN")
            or (syntax.lemmas[child] == "break" and syntax.child(child, "prt") is not None)
        ):
            gone[child] = noun


def _is_clause_verb(syntax: Syntax, i: int) -> bool:
    if syntax.tags[i] not in VERB_TAGS or syntax.deps[i] not in _CLAUSES:
        return False
    return syntax.lemmas[i] not in ("be", "'s", "have") or (
        syntax.lemmas[i] == "have" and syntax.child(i, "dobj") is not None
    )


def _has_phase_of(syntax: Syntax, noun: int) -> bool:
    """Whether the noun is a phase that stands before "of" and the event noun proper: "outbreak of cholera"."""
    if syntax.lemmas[noun] not in PHASE:
        return False
    for child in syntax.children[noun]:
        if syntax.lowers[child] == "of":
            inner = syntax.child(child, "pobj")
            return inner is not None and _is_event_noun(syntax, inner)
    return False


def _is_event_noun(syntax: Syntax, i: int) -> bool:
    if syntax.tags[i] not in ("NN", "NNS", "NNP", "NNPS") or syntax.lemmas[i] not in KIND_OF_NOUN:
        return False
    return syntax.deps[i] not in ("compound", "nmod", "amod", "poss", "npadvmod")


def _fold_verbs(syntax: Syntax, verbs: list[int], owner: dict[int, int]) -> list[int]:
    """Fold an infinitive or participle into the aspect verb that governs it."""
    known = set(verbs)
    for verb in verbs:
        if syntax.deps[verb] != "xcomp":
            continue
        head = syntax.heads[verb]
        if head in known and (syntax.lemmas[head] in ASPECT | PLANS or _lets(syntax, head)):
            owner[verb] = head
    for verb in verbs:
        if _only_runs_on(syntax, verb) and verb not in owner and syntax.heads[verb] in known:
            owner[verb] = syntax.heads[verb]
    return [verb for verb in verbs if verb not in owner]


def _lets(syntax: Syntax, verb: int) -> bool:
    """Whether somebody was let or made to do something: "were allowed to return on Monday" is one happening."""
    return syntax.lemmas[verb] in _LETS and syntax.child(verb, "auxpass") is not None


def _only_runs_on(syntax: Syntax, verb: int) -> bool:
    """A second verb without a subject that only says how long it went on: "started on Sunday and runs through"."""
    return (
        syntax.deps[verb] == "conj"
        and syntax.lemmas[verb] in ("run", "last", "continue", "extend", "go")
        and syntax.child(verb, "nsubj", "nsubjpass", "dobj") is None
        and syntax.lemmas[syntax.heads[verb]] in LIGHT
    )


def _verb_of_noun(syntax: Syntax, noun: int, known: frozenset[int]) -> tuple[int | None, str]:
    """The verb that tells of the same happening, and whose meaning counts: the noun's or the verb's."""
    head, dep = syntax.heads[noun], syntax.deps[noun]
    if dep == "pobj" and syntax.lowers[head] == "of" and syntax.lemmas[syntax.heads[head]] in PHASE:
        noun = syntax.heads[head]
        head, dep = syntax.heads[noun], syntax.deps[noun]
    if dep == "pobj" and syntax.lowers[head] == "with" and syntax.lemmas[syntax.heads[head]] in _GOES_ON:
        return (syntax.heads[head], "noun") if syntax.heads[head] in known else (None, "")
    if dep == "pobj" and syntax.lowers[head] in _INSIDE and syntax.heads[head] in known:
        verb = syntax.heads[head]
        kinds = {KIND_OF_VERB.get(syntax.lemmas[verb]), noun_kind(syntax, noun)}
        raid = syntax.lowers[head] in ("in", "during") and kinds <= _SAME | {"arrest_detention"}
        if raid or kinds <= _SAME or kinds == {"election_vote"}:
            return verb, "verb"
    acl = syntax.child(noun, "acl")
    if acl in known and acl is not None and syntax.tags[acl] == "VBN":
        return acl, "noun" if syntax.lemmas[acl] in SUPPORT | LIGHT else "verb"
    if head in known and dep in ("nsubj", "nsubjpass", "dobj", "attr"):
        return _verb_of_argument(syntax, noun, head, dep)
    return None, ""


def _verb_of_argument(syntax: Syntax, noun: int, verb: int, dep: str) -> tuple[int | None, str]:
    lemma = syntax.lemmas[verb]
    if dep == "dobj" and lemma in _TELLS_OF and noun_kind(syntax, noun) not in ("statement", "agreement"):
        return None, ""
    if dep in ("nsubj", "nsubjpass"):
        if lemma in LIGHT or (dep == "nsubjpass" and lemma in SUPPORT):
            return verb, "noun"
        return (verb, "verb") if lemma in _HARMS or not _has_modifiers(syntax, noun) else (None, "")
    if lemma in SUPPORT or lemma == "have":
        return verb, "noun"
    return verb, "verb"


def _has_modifiers(syntax: Syntax, noun: int) -> bool:
    return any(syntax.deps[child] in ("prep", "acl", "relcl", "appos") for child in syntax.children[noun])


def _by_target(folded: dict[int, int]) -> dict[int, list[int]]:
    """Token -> the tokens that were folded into it."""
    found: dict[int, list[int]] = {}
    for token, target in folded.items():
        found.setdefault(target, []).append(token)
    return found


def _noun_parts(syntax: Syntax, noun: int, folded: list[int]) -> tuple[int, ...]:
    head = syntax.heads[noun]
    parts = [noun, *folded]
    if syntax.deps[noun] == "pobj" and syntax.lowers[head] == "of" and syntax.lemmas[syntax.heads[head]] in PHASE:
        parts.append(syntax.heads[head])
    return tuple(sorted(parts))


def _verb_candidate(syntax: Syntax, verb: int, owned: list[int], taken: dict[int, int]) -> Candidate:
    parts = [verb, *owned]
    noun = taken.get(verb)
    if noun is not None:
        return Candidate(noun, verb, tuple(sorted([*parts, noun])), noun_kind(syntax, noun), True)
    return Candidate(verb, verb, tuple(sorted(parts)), verb_kind(syntax, _content(syntax, verb)), False)


def _content(syntax: Syntax, verb: int) -> int:
    """The governed verb that an aspect or plan verb leaves its meaning to."""
    inner = syntax.child(verb, "xcomp")
    folds = syntax.lemmas[verb] in ASPECT | PLANS or _lets(syntax, verb)
    if inner is not None and syntax.tags[inner] in VERB_TAGS and folds:
        return inner
    return verb


def trigger_tokens(candidate: Candidate) -> tuple[int, int]:
    """First and last token of the words that tell of it: all its parts if they stand close together."""
    first, last = min(candidate.parts), max(candidate.parts)
    return (first, last) if last - first <= _TRIGGER_TOKENS else (candidate.token, candidate.token)


def _are_voters(syntax: Syntax, subject: int) -> bool:
    """Whether a subject is the voters, or a share of them."""
    if syntax.lemmas[subject] in ("voter", "electorate", "elector"):
        return True
    of = next((child for child in syntax.children[subject] if syntax.lowers[child] == "of"), None)
    inner = syntax.child(of, "pobj") if of is not None else None
    return inner is not None and syntax.lemmas[inner] in ("voter", "electorate", "elector", "vote")


def noun_kind(syntax: Syntax, noun: int) -> EventKind:
    """The kind that an event noun stands for."""
    return KIND_OF_NOUN.get(syntax.lemmas[noun], "other")


def verb_kind(syntax: Syntax, verb: int) -> EventKind:
    """The kind that a verb with its particle and object stands for."""
    lemma = syntax.lemmas[verb]
    for child in syntax.children[verb]:
        if syntax.deps[child] in ("prt", "advmod", "dobj", "oprd", "acomp", "prep"):
            phrase = KIND_OF_PHRASE.get((lemma, syntax.lemmas[child]))
            if phrase:
                return phrase
    subject = syntax.child(verb, "nsubj")
    if lemma in _VOTES and subject is not None and _are_voters(syntax, subject):
        return "election_vote"
    found = KIND_OF_VERB.get(lemma)
    if found in (None, "other") and lemma not in REPORTING:
        target = syntax.child(verb, "dobj", "nsubjpass")
        if target is not None and syntax.lemmas[target] in KIND_OF_NOUN:
            return KIND_OF_NOUN[syntax.lemmas[target]]
    if found:
        return found
    return "deployment_movement" if lemma in MOVES else "other"


__all__ = ["STATES", "WEAK_NOUNS", "Candidate", "candidates", "noun_kind", "verb_kind"]
