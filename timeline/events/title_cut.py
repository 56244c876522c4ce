"""The safe form of a title: a stretch of the sentence as it stands, from a subject to the end of a clause.

Used where a line picked from the parse could not stand alone. Nothing inside the stretch is left out but brackets.
"""

from __future__ import annotations

from .actors import Cast, antecedent, left_edge, noun_phrase, own_subject
from .syntax import NOUN_TAGS, VERB_TAGS, Syntax
from .title_subject import is_ambiguous, is_impersonal
from .triggers import Candidate
from .verbs import REPORTING

_MARKS = frozenset((",", ";", ":", "–", "—", "--", "-"))
_QUOTES = frozenset('"“”„«»') | {"``", "''"}
_MOST_STEPS = 12
_MOST_TOKENS = 60
_COMPLEMENTS = frozenset(("dobj", "attr", "acomp", "xcomp", "prep", "oprd", "agent"))
_NO_END = frozenset(("IN", "TO", "DT", "CC", "WDT", "PRP$"))
_OPENERS = frozenset(("mark", "nsubj", "nsubjpass", "expl", "aux", "auxpass"))
_UNNAMED = frozenset(("PRP", "DT", "WDT", "WP", "WP$"))


def plain_cut(syntax: Syntax, candidate: Candidate, dates: frozenset[int], cast: Cast, limit: int) -> str:
    """The words from the subject of the nearest whole clause around the event to where a clause or phrase ends.

    Empty if there is no such clause, its subject is a pronoun without a noun, or nothing fits into `limit`.
    """
    for verb in _clauses_above(syntax, candidate):
        text = _cut(syntax, verb, dates, cast, limit)
        if text:
            return text
    return ""


def _clauses_above(syntax: Syntax, candidate: Candidate) -> list[int]:
    """The verbs around the event, nearest first; after a verb of saying, what is said."""
    start = candidate.token if candidate.verb is None else candidate.verb
    found: list[int] = []
    for token in syntax.path(start)[:_MOST_STEPS]:
        if syntax.tags[token] not in VERB_TAGS:
            continue
        said = _said(syntax, token)
        found += [] if said is None else [said, token] if said < token else [token, said]
        if said is None and not (syntax.lemmas[token] in REPORTING and syntax.right[token] == token):
            found.append(token)
    return found


def _said(syntax: Syntax, verb: int) -> int | None:
    said = syntax.child(verb, "ccomp")
    return said if said is not None and syntax.tags[said] in VERB_TAGS else None


def _cut(syntax: Syntax, verb: int, dates: frozenset[int], cast: Cast, limit: int) -> str:
    subject = own_subject(syntax, verb)
    if subject is None or subject > verb or syntax.heads[subject] != verb:
        return ""
    first, opening = syntax.left[subject], ""
    if syntax.lowers[first] == "that" and first < subject and syntax.deps[verb] == "ccomp":
        first += 1
    if syntax.tags[subject] in _UNNAMED and not is_impersonal(syntax, subject):
        if syntax.tags[subject] == "PRP" and not is_ambiguous(syntax, subject):
            opening, first = noun_phrase(syntax, antecedent(syntax, subject), cast), subject + 1
        if not opening:
            return ""
    room = limit - len(opening)
    last = _last(syntax, first, verb, room, dates)
    if last < syntax.right[verb] and not opening:  # "car maker General Motors": the name alone leaves more room
        name = _name_alone(syntax, subject, first)
        longer = _last(syntax, name, verb, room, dates)
        first, last = (name, longer) if longer > last else (first, last)
    if last < verb or (last < syntax.right[verb] and _is_stub(syntax, verb, last, dates)):
        return ""
    words = _words(syntax, first, last, dates)
    return f"{opening} {words}" if opening else words


def _name_alone(syntax: Syntax, subject: int, first: int) -> int:
    """The first token of a name without the common nouns and adjectives before it."""
    name = subject
    while name > first and syntax.tags[name - 1] == "NNP" and syntax.tags[subject] in ("NNP", "NNPS"):
        name -= 1
    return name if name < subject or syntax.tags[subject] in ("NNP", "NNPS") else first


def _is_stub(syntax: Syntax, verb: int, last: int, dates: frozenset[int]) -> bool:
    """Whether the stretch ends before what its verb is about: what is said, done or where it goes."""
    said = _said(syntax, verb)
    if said is not None and said > verb:
        return last <= said
    told = [
        c
        for c in syntax.children[verb]
        if c > verb and c not in dates and syntax.deps[c] in _COMPLEMENTS and not dates & set(_below(syntax, c))
    ]
    return bool(told) and last < min(syntax.right[told[0]], told[0] + 1 if syntax.deps[told[0]] == "prep" else told[0])


def _below(syntax: Syntax, token: int) -> range:
    return range(syntax.left[token], min(syntax.right[token], syntax.left[token] + _MOST_STEPS) + 1)


def _last(syntax: Syntax, first: int, verb: int, room: int, dates: frozenset[int]) -> int:
    """The last token of the longest stretch that fits and ends where a phrase does; before `first` if none."""
    edge, best, weak, reached = syntax.right[verb], first - 1, first - 1, first
    if verb - first > room:
        return best
    for token in range(verb, min(edge, verb + room) + 1):
        if len(_words(syntax, first, token, dates)) > room or (token > verb and _is_open(syntax, token, first)):
            break
        reached = token
        if token == edge or _opens_clause(syntax, token + 1, verb):
            best = token
        elif _opens_phrase(syntax, token + 1) and syntax.tags[token] in NOUN_TAGS | {"CD"}:
            weak = token
    chosen = best if best > verb + 2 and 2 * (best - first) > reached - first else max(best, weak)
    return _trimmed(syntax, verb, chosen, dates)


def _trimmed(syntax: Syntax, first: int, last: int, dates: frozenset[int]) -> int:
    """The last token without dates, marks, small words and a clause whose verb did not fit, at the end."""
    for token in range(first + 1, last + 1):
        if syntax.deps[token] in _OPENERS and syntax.heads[token] > last:
            last = max(first, min(token, syntax.left[token]) - 1)
            break
    while last > first and (last in dates or syntax.tags[last] in _NO_END or _mark(syntax, last)):
        last -= 1
    return last


def _mark(syntax: Syntax, token: int) -> bool:
    return not syntax.words[token][:1].isalnum() and syntax.words[token] != "%"


def _is_open(syntax: Syntax, token: int, first: int) -> bool:
    """Whether a pronoun's noun lies before the stretch."""
    if syntax.tags[token] != "PRP" or is_impersonal(syntax, token):
        return False
    noun = antecedent(syntax, token)
    return noun == token or noun < first


def _opens_clause(syntax: Syntax, token: int, verb: int) -> bool:
    """Whether a new clause or an aside starts here."""
    if syntax.words[token] in _MARKS:
        return syntax.words[token] != "-" and not _joins_list(syntax, token)
    return any(
        syntax.left[above] == token and syntax.tags[above] in VERB_TAGS and syntax.deps[above] in ("advcl", "relcl")
        for above in syntax.path(token)[:4]
        if above != verb
    )


def _joins_list(syntax: Syntax, comma: int) -> bool:
    head = syntax.heads[comma]
    return any(syntax.deps[c] in ("conj", "amod") and c > comma for c in syntax.children[head])


def _opens_phrase(syntax: Syntax, token: int) -> bool:
    return syntax.deps[token] in ("prep", "agent", "mark", "aux") and syntax.lowers[token] != "of"


def _words(syntax: Syntax, first: int, last: int, dates: frozenset[int]) -> str:
    """The text between two tokens without brackets, quotation marks and the dates, which the axis shows."""
    parts: list[str] = []
    depth, end = 0, -1
    for token in range(first, last + 1):
        word = syntax.words[token]
        if word in ("(", "["):
            depth += 1
        elif word in (")", "]"):
            depth = max(0, depth - 1)
        elif not depth and word not in _QUOTES and not word.isspace() and not _is_dating(syntax, token, dates):
            glued = bool(parts) and (end == syntax.starts[token] or word == ",")
            parts[-1:] = [parts[-1] + word] if glued else [*parts[-1:], word]
            end = syntax.ends[token]
    return " ".join(parts)


def _is_dating(syntax: Syntax, token: int, dates: frozenset[int]) -> bool:
    if token in dates:
        return True
    inner = syntax.child(token, "pobj") if syntax.deps[token] == "prep" else None
    return inner is not None and inner in dates and token + 1 in dates


def opening_of_sentence(syntax: Syntax, verb: int, dates: frozenset[int], limit: int) -> str:
    """The sentence from its first word to where a clause or phrase ends; empty if the verb does not fit."""
    sentence = syntax.sentences[syntax.sentence_of[verb]]
    first = sentence.first
    while first < sentence.last and (syntax.tags[first] in ("CC", "PRP", "DT") or _mark(syntax, first)):
        if syntax.tags[first] == "PRP":
            return ""
        first += 1
    last = first
    for at in range(first, min(sentence.last, first + limit) + 1):
        if len(_words(syntax, first, at, dates)) > limit:
            break
        if at == sentence.last or _opens_phrase(syntax, at + 1) or syntax.words[at + 1] in _MARKS:
            last = at
    last = _trimmed(syntax, first, last, dates)
    return _words(syntax, first, last, dates) if last > verb else ""


def nearest_subject(syntax: Syntax, verb: int, cast: Cast) -> str:
    """What a verb without a subject in the parse most likely has for one; empty if nothing offers itself.

    The nearest subject before it in the sentence, unless that one only says or finds something; then the nearest
    noun that opens a stretch between commas: "According to the ministry, an epidemic in Peru has ...".
    """
    relative = next((t for t in syntax.path(verb)[:3] if syntax.deps[t] == "relcl"), None)
    if relative is not None and syntax.heads[relative] < verb:
        return noun_phrase(syntax, syntax.heads[relative], cast)
    first = max(syntax.sentences[syntax.sentence_of[verb]].first, verb - _MOST_TOKENS)
    for token in range(verb - 1, first - 1, -1):
        if syntax.deps[token] in ("nsubj", "nsubjpass") and syntax.tags[token] in NOUN_TAGS:
            if syntax.lemmas[syntax.heads[token]] in REPORTING | {"find"}:
                break
            return noun_phrase(syntax, token, cast)
    for token in range(verb - 1, first - 1, -1):
        if syntax.tags[token] not in NOUN_TAGS or syntax.deps[token] in ("compound", "pobj"):
            continue
        edge = left_edge(syntax, token)
        if edge > first and syntax.words[edge - 1] == ",":
            return noun_phrase(syntax, token, cast)
    return ""


__all__ = ["nearest_subject", "opening_of_sentence", "plain_cut"]
