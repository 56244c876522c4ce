"""Who: the subjects and agents of a clause, pronouns resolved, names in the fullest form that the text gives."""

from __future__ import annotations

from dataclasses import dataclass

from .rows import lemmas
from .syntax import NOUN_TAGS, VERB_TAGS, Syntax
from .triggers import Candidate
from .verbs import ACTS, REPORTING

_LEFT = frozenset(
    ("det", "amod", "compound", "nummod", "poss", "nmod", "quantmod", "advmod", "predet", "punct", "case")
)
_MAX_CHARS = 60
_PERSONS = lemmas("he she him her his hers himself herself")
_THINGS = lemmas("it its itself this that")
_MANY = lemmas("they them their theirs themselves these those both")
_SELF = lemmas("i we me us my our mine ours")
_REACH_TOKENS = 200
_REACH = 3
"""Sentences that an antecedent may lie back."""


@dataclass(frozen=True, slots=True)
class Cast:
    """The fullest form of each name, by its last word in small letters, as first and last token."""

    fullest: dict[str, tuple[int, int]]
    places: frozenset[int] = frozenset()


def cast_of(syntax: Syntax, places: frozenset[int] = frozenset()) -> Cast:
    """Read all names of a text; a longer form of the same last word wins, the first of equal length.

    The tokens of `places` name no one: "Manila summoned" is not Pedro Manila.
    """
    fullest: dict[str, tuple[int, int]] = {}
    for token in range(len(syntax)):
        if syntax.tags[token] not in ("NNP", "NNPS") or syntax.deps[token] == "compound" or token in places:
            continue
        first = token
        while first > 0 and syntax.tags[first - 1] == "NNP" and syntax.heads[first - 1] == token:
            first -= 1
        key = syntax.lowers[token]
        known = fullest.get(key)
        if known is None or token - first > known[1] - known[0]:
            fullest[key] = (first, token)
    return Cast(fullest, places)


def actors_of(syntax: Syntax, candidate: Candidate, cast: Cast) -> tuple[str, ...]:
    """Subject and agent of the candidate's verb (or the nearest verb above that has one), fullest form first."""
    if candidate.verb is None:
        heads = _of_noun(syntax, candidate.token)
    else:
        subject = subject_of(syntax, candidate.verb)
        heads = [subject] if subject is not None and subject not in candidate.parts else []
        for child in syntax.children[candidate.verb]:
            agent = syntax.child(child, "pobj") if syntax.deps[child] == "agent" else None
            if agent is not None:
                heads.append(agent)
    names: list[str] = []
    for head in heads:
        names.extend(_names(syntax, head, cast))
    return tuple(dict.fromkeys(names))[:4]


def subject_of(syntax: Syntax, verb: int) -> int | None:
    """The subject of a verb, looked for along conjunctions and open complements, pronouns resolved."""
    token = verb
    for _ in range(6):
        subject = own_subject(syntax, token)
        if subject is not None:
            if syntax.tags[subject] in ("WDT", "WP") and syntax.deps[token] == "relcl":
                return syntax.heads[token]
            return antecedent(syntax, subject)
        dep, head = syntax.deps[token], syntax.heads[token]
        told = _told_to(syntax, head) if dep == "xcomp" else None
        if told is not None and told < token:
            return antecedent(syntax, told)
        if dep in ("acl", "relcl") and syntax.tags[head] in NOUN_TAGS:
            return head
        if dep == "conj":
            head = _told_before(syntax, token, head) or head
        if dep not in ("conj", "xcomp", "advcl", "pcomp", "prep", "acomp") or head == token:
            return None
        if dep == "conj" and syntax.tags[head] not in VERB_TAGS:
            return None
        token = head
    return None


def _told_before(syntax: Syntax, verb: int, head: int) -> int | None:
    """“The storm could grow, forecasters said, and would pass Salinas”: it is the storm that passes."""
    if syntax.lemmas[head] not in REPORTING or syntax.lemmas[verb] in REPORTING | ACTS:
        return None
    told = syntax.heads[head] if syntax.deps[head] == "parataxis" else syntax.child(head, "ccomp")
    return told if told is not None and told < head < verb else None


def _told_to(syntax: Syntax, verb: int) -> int | None:
    """Who is to act when somebody is asked or made to: "told the crew to leave", "called on both sides to talk"."""
    if syntax.lemmas[verb] in _DIRECTS:
        return syntax.child(verb, "dobj", "dative")
    on = next((c for c in syntax.children[verb] if syntax.lowers[c] in ("on", "upon")), None)
    return syntax.child(on, "pobj") if syntax.lemmas[verb] == "call" and on is not None else None


def own_subject(syntax: Syntax, verb: int) -> int | None:
    """The subject that hangs at the verb itself; of several, the last that is a word."""
    found = [c for c in syntax.children[verb] if syntax.deps[c] in ("nsubj", "nsubjpass")]
    if not found:  # "Insurers meeting in London raised ...": the clause is taken for the subject
        clause = syntax.child(verb, "csubj")
        found = [c for c in syntax.children[clause] if syntax.deps[c] == "nsubj"] if clause is not None else []
    words = [child for child in found if syntax.words[child][:1].isalnum()]
    chosen = words or found
    return chosen[-1] if chosen else None


def antecedent(syntax: Syntax, token: int) -> int:
    """The noun that a pronoun stands for; the pronoun itself if none is found."""
    word = syntax.lowers[token]
    if syntax.tags[token] not in ("PRP", "DT", "PRP$"):
        return token
    if word in _SELF:
        return _speaker(syntax, token)
    wanted = _PERSONS if word in _PERSONS else _MANY if word in _MANY else _THINGS if word in _THINGS else None
    if wanted is None or is_expletive(syntax, token):
        return token
    speaker = _who_says_so(syntax, token, wanted)
    if speaker is not None:
        return speaker
    roles = ("nsubj", "nsubjpass") if syntax.deps[token] in ("nsubj", "nsubjpass") else ("dobj", "nsubjpass")
    verb = syntax.heads[token]
    says = syntax.child(verb, "auxpass") is None and any(
        syntax.lemmas[v] in REPORTING for v in (verb, *syntax.children[verb]) if v == verb or syntax.deps[v] == "conj"
    )
    for loosely in (False, True):
        found = _nearest(syntax, token, wanted, roles, says=says, loosely=loosely)
        if found is not None:
            return found
    return token


def is_expletive(syntax: Syntax, token: int) -> bool:
    """“It is expected that the races will resume”: this "it" stands for nothing."""
    verb = syntax.heads[token]
    passive = syntax.child(verb, "auxpass") is not None
    return syntax.lowers[token] == "it" and passive and (syntax.child(verb, "ccomp") or -1) > verb


def _who_says_so(syntax: Syntax, token: int, wanted: frozenset[str]) -> int | None:
    """The subject of the report whose content the pronoun opens: "the firm said it would close"."""
    verb = syntax.heads[token]
    head = syntax.heads[verb]
    if syntax.deps[token] not in ("nsubj", "nsubjpass") or syntax.deps[verb] != "ccomp":
        return None
    if syntax.lemmas[head] not in REPORTING | ACTS or head > verb:
        return None
    subject = own_subject(syntax, head)
    fits = subject is not None and _fits(syntax, subject, wanted, loosely=True)
    return subject if fits else None


def _nearest(
    syntax: Syntax, token: int, wanted: frozenset[str], roles: tuple[str, str], *, says: bool, loosely: bool = False
) -> int | None:
    """The nearest noun before a pronoun that fits it; `loosely`, a body of people may be "they" or "it" alike."""
    here = syntax.sentence_of[token]
    for earlier in range(token - 1, max(-1, token - _REACH_TOKENS), -1):
        if says and syntax.lemmas[syntax.heads[earlier]] not in REPORTING:
            continue
        if here - syntax.sentence_of[earlier] > _REACH:
            break
        human = wanted is _PERSONS and syntax.deps[earlier] == "dobj" and syntax.lemmas[earlier] in _HUMANS
        if (syntax.deps[earlier] in roles or human) and _fits(syntax, earlier, wanted, loosely=loosely):
            return earlier
    return None


def _fits(syntax: Syntax, noun: int, wanted: frozenset[str], *, loosely: bool = False) -> bool:
    if syntax.tags[noun] not in NOUN_TAGS or syntax.sentences[syntax.sentence_of[noun]].role == "dateline":
        return False
    many = syntax.tags[noun] in ("NNS", "NNPS") or syntax.child(noun, "conj") is not None
    if wanted is _MANY:
        return many or (loosely and (syntax.tags[noun] == "NNP" or syntax.lemmas[noun] in _BODIES))
    if loosely and syntax.tags[noun] == "NNPS":
        return True  # names in -s are often taken for plurals
    person = syntax.tags[noun] == "NNP" and syntax.child(noun, "det") is None
    if wanted is _PERSONS:
        return not many and (person or syntax.lemmas[noun] in _HUMANS)
    titled = any(syntax.lemmas[child] in _HUMANS for child in syntax.children[noun] if syntax.deps[child] == "compound")
    return not many and syntax.lemmas[noun] not in _HUMANS and not titled


_DIRECTS = lemmas(
    "tell ask order urge force compel allow permit enable help advise encourage invite persuade instruct require "
    "warn beg push press prompt lead cause"
)
_BODIES = lemmas(
    "police army navy force staff crew team family government company firm group party union agency ministry council "
    "couple crowd public committee board gang"
)
_HUMANS = lemmas(
    "man woman boy girl suspect minister president official officer leader driver victim lawyer judge mayor secretary "
    "senator governor chancellor king queen prince general captain mr mrs ms dr spokesman spokeswoman premier pope"
)


def _speaker(syntax: Syntax, token: int) -> int:
    """Who says "we" or "I": the subject of the verb that reports the quotation."""
    for above in syntax.path(token)[1:10]:
        if syntax.lemmas[above] in REPORTING:
            subject = syntax.child(above, "nsubj")
            if subject is not None and subject != token:
                return antecedent(syntax, subject) if syntax.lowers[subject] not in _SELF else token
    return token


def _names(syntax: Syntax, noun: int, cast: Cast) -> list[str]:
    name = noun_phrase(syntax, noun, cast)
    names = [name] if name else []
    for child in syntax.children[noun]:
        if syntax.deps[child] == "conj" and syntax.tags[child] in NOUN_TAGS:
            names.extend(_names(syntax, child, cast))
    return names


def _of_noun(syntax: Syntax, noun: int) -> list[int]:
    for child in syntax.children[noun]:
        if syntax.deps[child] == "prep" and syntax.lowers[child] == "by":
            agent = syntax.child(child, "pobj")
            if agent is not None:
                return [agent]
        if syntax.deps[child] == "poss" and syntax.tags[child] in NOUN_TAGS:
            return [child]
    return []


def left_edge(syntax: Syntax, noun: int) -> int:
    """The first token of a noun's own modifiers: no clause, no apposition, nothing across a comma."""
    first = noun
    for child in sorted((c for c in syntax.children[noun] if c < noun), reverse=True):
        if syntax.deps[child] not in _LEFT or syntax.words[child] in (",", "(", ")", '"', "“", "”", "``", "''"):
            break
        first = min(first, syntax.left[child])
    return first


def noun_phrase(syntax: Syntax, noun: int, cast: Cast) -> str:
    """The noun with its modifiers, without clauses; a name in its fullest form; empty for a pronoun."""
    if syntax.tags[noun] not in NOUN_TAGS:
        return ""
    first, last = left_edge(syntax, noun), noun
    if syntax.tags[noun] in ("NNP", "NNPS") and noun not in cast.places:
        begin, end = cast.fullest.get(syntax.lowers[noun], (first, last))
        if end - begin > noun - first:
            first, last = begin, end
    of = next((c for c in syntax.children[last] if syntax.lowers[c] == "of" and c > last), None)
    if of is not None and syntax.right[of] - last <= 6:
        last = syntax.right[of]
    text = " ".join(syntax.text[syntax.starts[first] : syntax.ends[last]].split())
    text = without_article(text)
    return text if len(text) <= _MAX_CHARS else syntax.words[noun]


def without_article(text: str) -> str:
    """The text without a leading article."""
    for article in ("The ", "the ", "A ", "a ", "An ", "an "):
        if text.startswith(article):
            return text[len(article) :]
    return text
