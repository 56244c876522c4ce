"""Who or what a title starts with where the subject stands elsewhere in the sentence, or is a pronoun."""

from __future__ import annotations

from .actors import Cast, antecedent, is_expletive, left_edge, noun_phrase, own_subject, subject_of, without_article
from .rows import lemmas
from .syntax import NOUN_TAGS, VERB_TAGS, Syntax
from .verbs import REPORTING

_LONGEST_OWNER = 60
_LONGEST_OF_PAIR = 30
_SELF = frozenset(("i", "we"))
_SINGULAR = lemmas("has is was does")
_PLURAL = lemmas("have are were do")
_DEPENDENT = frozenset(("advcl", "relcl", "acl"))
_COUNTS = frozenset(("report", "estimate", "believe", "think", "fear"))
_LINKS = frozenset(("be", "become", "remain", "seem", "appear", "prove"))


def name_of_subject(syntax: Syntax, verb: int, cast: Cast) -> str:
    """The noun phrase that a clause without a noun of its own starts with; empty if none is sure.

    What somebody says of themselves keeps the pronoun behind the name: "Ana Costa: we" (will rebuild).
    """
    own = own_subject(syntax, verb)
    subject = subject_of(syntax, verb)
    if own is not None and syntax.lowers[own] in _SELF:
        name = noun_phrase(syntax, subject, cast) if subject is not None and subject != own else ""
        return f"{name}: {'I' if syntax.lowers[own] == 'i' else 'we'}" if name else ""
    if subject is None or syntax.tags[subject] in ("WDT", "WP"):
        subject = next((syntax.heads[t] for t in syntax.path(verb)[:3] if syntax.deps[t] == "relcl"), None)
    elif syntax.tags[subject] in ("PRP", "EX", "DT"):
        subject = _reporter(syntax, verb)
    elif own is None and not _agrees(syntax, verb, subject):
        subject = _first_subject(syntax, verb)
    if subject is None:
        return ""
    subject = _owner_across_comma(syntax, verb, subject)
    if syntax.deps[subject] == "appos" and syntax.tags[syntax.heads[subject]] in ("NNP", "NNPS"):
        subject = syntax.heads[subject]
    name = _owner_of_participle(syntax, verb, subject) or noun_phrase(syntax, subject, cast)
    pair = syntax.child(subject, "conj")
    if name and pair is not None and syntax.tags[pair] in NOUN_TAGS and len(name) < _LONGEST_OF_PAIR:
        other = noun_phrase(syntax, pair, cast)
        name = f"{name} and {other}" if other else name
    return name


def owns_clause(syntax: Syntax, subject: int) -> bool:
    """“Those who had bought one”: the pronoun is explained by a clause of its own."""
    return syntax.lowers[subject] in ("those", "anyone", "everyone") and syntax.child(subject, "relcl") is not None


def is_impersonal(syntax: Syntax, token: int) -> bool:
    """“It was vital that nobody moved”: the pronoun stands for the clause, not for a thing."""
    if syntax.lowers[token] != "it":
        return False
    verb = syntax.heads[token]
    if is_expletive(syntax, token):
        return True
    if syntax.lemmas[verb] not in _LINKS or token > verb:
        return False
    said = syntax.child(verb, "acomp", "attr")
    heads = (verb,) if said is None else (verb, said)
    return said is not None and any(
        syntax.deps[c] in ("ccomp", "xcomp", "csubj", "advcl", "acl") and c > verb and syntax.tags[c] in VERB_TAGS
        for head in heads
        for c in syntax.children[head]
    )


def is_ambiguous(syntax: Syntax, pronoun: int) -> bool:
    """Whether a pronoun of a dependent clause may as well mean a nearer noun: "sent waves to Peru, where they ..."."""
    verb = syntax.heads[pronoun]
    if syntax.lowers[pronoun] not in ("it", "they", "them"):
        return False
    if syntax.deps[verb] == "ccomp" and syntax.lemmas[syntax.heads[verb]] in _COUNTS:
        return True  # "the agency reports it has left 90 dead": hardly the agency
    if syntax.deps[verb] not in _DEPENDENT:
        return False
    noun = antecedent(syntax, pronoun)
    if noun == pronoun or syntax.tags[noun] in ("NNP", "NNPS"):
        return False
    tags = ("NN",) if syntax.lowers[pronoun] == "it" else ("NNS",)
    first = max(syntax.sentences[syntax.sentence_of[pronoun]].first, noun + 1)
    return any(
        syntax.tags[token] in tags and syntax.deps[token] in ("dobj", "pobj", "nsubj", "nsubjpass")
        for token in range(first, pronoun)
    )


def _number(syntax: Syntax, verb: int) -> str:
    """Whether a verb's form asks for one or for many; empty if it does not show."""
    forms = {syntax.lowers[c] for c in syntax.children[verb] if syntax.deps[c] in ("aux", "auxpass") and c < verb}
    if forms:
        return "one" if forms & _SINGULAR else "many" if forms & _PLURAL else ""
    return {"VBZ": "one", "VBP": "many"}.get(syntax.tags[verb], "")


def _agrees(syntax: Syntax, verb: int, subject: int) -> bool:
    """Whether a shared subject may be this verb's: "the swan was found and have posted" shows a wrong link."""
    asked = _number(syntax, verb)
    if not asked or syntax.deps[verb] != "conj":
        return True
    other = _number(syntax, syntax.heads[verb])
    if other and other != asked:
        return False
    many = syntax.tags[subject] in ("NNS", "NNPS") or syntax.child(subject, "conj") is not None
    return many or asked == "one" or syntax.tags[subject] != "NN"


def _first_subject(syntax: Syntax, verb: int) -> int | None:
    """The subject of the sentence's main verb, if it fits the verb in number."""
    top = syntax.path(verb)[-1]
    subject = own_subject(syntax, top) if top != verb else None
    if subject is None or subject > verb:
        return None
    subject = antecedent(syntax, subject)
    fits = syntax.tags[subject] in NOUN_TAGS and _number(syntax, top) in ("", _number(syntax, verb))
    return subject if fits else None


def _owner_across_comma(syntax: Syntax, verb: int, noun: int) -> int:
    """“A cow from a farm in Iowa, born in Canada, ...”: across a comma it is the cow that was born."""
    first = syntax.left[verb]
    if syntax.deps[verb] != "acl" or first <= noun or syntax.words[first - 1] != ",":
        return noun
    while syntax.deps[noun] == "pobj" and syntax.deps[syntax.heads[noun]] == "prep":
        above = syntax.heads[syntax.heads[noun]]
        if syntax.tags[above] not in NOUN_TAGS or above > noun:
            break
        noun = above
    return noun


def _owner_of_participle(syntax: Syntax, verb: int, noun: int) -> str:
    """“A study by the university, published in March”: all that stands before the participle, if it is short."""
    if syntax.deps[verb] != "acl" or syntax.heads[verb] != noun or syntax.left[verb] <= noun:
        return ""
    preps = [c for c in syntax.children[noun] if noun < c < verb]
    if not preps or any(syntax.deps[c] not in ("prep", "punct") for c in preps):
        return ""
    first, last = left_edge(syntax, noun), syntax.left[verb] - 1
    text = " ".join(syntax.text[syntax.starts[first] : syntax.ends[last]].split()).rstrip(" ,")
    return without_article(text) if len(text) <= _LONGEST_OWNER else ""


def _reporter(syntax: Syntax, verb: int) -> int | None:
    """Who says so: "it" in "the firm said that it would close" is the firm, if nothing else fits."""
    head = syntax.heads[verb]
    if syntax.deps[verb] != "ccomp" or syntax.lemmas[head] not in REPORTING:
        return None
    own = own_subject(syntax, verb)
    subject = syntax.child(head, "nsubj")
    plain = own is not None and syntax.lowers[own] in ("it", "they", "he", "she")
    return subject if plain and subject is not None and syntax.tags[subject] in NOUN_TAGS else None
