"""Whether a line of picked words can stand alone as a title."""

from __future__ import annotations

from dataclasses import dataclass

from .actors import antecedent, is_expletive, own_subject
from .rows import lemmas
from .syntax import VERB_TAGS, Syntax
from .title_subject import is_ambiguous, is_impersonal
from .verbs import REPORTING

_SHORT_SAYING = 4
_NO_END = lemmas(
    "a an the of did does do not no their its his her than and or but as that which who at from with by for "
    "is are was were be been has have had will would very absolutely so quite non"
)
_BEFORE_VERB = frozenset(("MD", "VBZ", "VBP", "VBD", "RB", "VB", "VBN", "TO"))
_COMPLEMENTS = frozenset(("prep", "dobj", "acomp", "attr", "oprd", "xcomp", "ccomp", "agent", "prt"))
_OBJECTS = frozenset(("dobj", "oprd"))
_OPEN_NOUNS = lemmas("plan intention decision proposal effort bid offer promise pledge permission ability attempt")
_LOOSE_PREPS = lemmas("according including due because despite since until till during after before following amid")


@dataclass(frozen=True, slots=True)
class Draft:
    """A line before it is printed: its tokens, those that a name replaces, and the words around them."""

    syntax: Syntax
    kept: frozenset[int]
    named: frozenset[int]
    dates: frozenset[int]
    opening: str
    closing: str
    text: str


def is_flawed(draft: Draft, verb: int | None, limit: int) -> bool:
    """Whether the line has no subject, an open pronoun, no end, or lost what its verb leads to."""
    if not draft.kept or not draft.text or len(draft.text) > limit or draft.text.split()[-1].lower() in _NO_END:
        return True
    if any(_is_open(draft, token) for token in draft.kept):
        return True
    if _is_left_open(draft):
        return True
    if verb is None:
        return any(draft.syntax.lowers[token] in ("any", "no") for token in draft.kept)
    return _lacks_subject(draft, verb) or _only_says(draft, verb) or _is_gutted(draft, verb)


def _lacks_subject(draft: Draft, verb: int) -> bool:
    """Whether the line opens with its verb, or with a subject that is only one of two guesses."""
    syntax, own = draft.syntax, own_subject(draft.syntax, verb)
    if draft.opening:
        return own is not None and is_ambiguous(syntax, own)
    if syntax.tags[verb] not in VERB_TAGS or (own is not None and own in draft.kept):
        return False
    return all(syntax.tags[token] in _BEFORE_VERB for token in draft.kept if token < verb)


def _only_says(draft: Draft, verb: int) -> bool:
    """“Army said”, and not what."""
    says = draft.syntax.lemmas[verb] in REPORTING and max(draft.kept) == verb
    return says and len(draft.text.split()) <= _SHORT_SAYING


def _is_open(draft: Draft, token: int) -> bool:
    """Whether a pronoun stands in the line without its noun."""
    syntax = draft.syntax
    if syntax.tags[token] != "PRP" or token in draft.named or is_impersonal(syntax, token):
        return False
    if syntax.lowers[token].endswith(("self", "selves")) or is_expletive(syntax, token):
        return False
    verb = syntax.heads[token]
    if syntax.deps[verb] == "ccomp" and syntax.heads[verb] in draft.kept:
        return syntax.child(syntax.heads[verb], "nsubj") not in draft.kept and not draft.opening
    noun = antecedent(syntax, token)
    return noun == token or (noun not in draft.kept and syntax.words[noun] not in draft.opening)


def _is_left_open(draft: Draft) -> bool:
    """Whether the line ends with a plan and does not say to do what."""
    syntax, last = draft.syntax, max(draft.kept)
    if syntax.lemmas[last] not in _OPEN_NOUNS:
        return False
    return any(c > last and c not in draft.kept and syntax.deps[c] == "acl" for c in syntax.children[last])


def _is_gutted(draft: Draft, verb: int) -> bool:
    """Whether a verb ends the line though more than a date followed it: "was taken" (to hospital)."""
    syntax, last = draft.syntax, max(draft.kept)
    said = syntax.child(verb, "ccomp")
    if said is not None and said < verb and said in draft.kept:  # "was taken" (to hospital), "the paper reported"
        last = max(token for token in draft.kept if token <= syntax.right[said])
    if draft.closing or syntax.tags[last] not in VERB_TAGS:
        return False
    if last == verb and draft.opening and syntax.tags[verb] == "VBG":
        return True  # "may return starting on Monday": the date is all that followed
    wanted = _COMPLEMENTS if last in (verb, said) else _OBJECTS
    return any(
        child > last
        and child not in draft.kept
        and syntax.deps[child] in wanted
        and syntax.lowers[child] not in _LOOSE_PREPS
        and not draft.dates.intersection(range(syntax.left[child], syntax.right[child] + 1))
        for child in syntax.children[last]
    )
