"""A line for each event that an editor would print: from the text's own clause, readable alone.

Subject, verb, object and the place are kept; dates, subordinate clauses and asides are left out; a pronoun gives
way to the noun that it stands for. Nothing is added but that noun.
"""

from __future__ import annotations

from .actors import Cast, antecedent, left_edge, noun_phrase, subject_of, without_article
from .rows import lemmas
from .syntax import NOUN_TAGS, VERB_TAGS, Syntax
from .triggers import Candidate
from .verbs import ACTS, REPORTING

MAX_TITLE = 90
SHARE = 0.6
"""A title of a long sentence is at most this share of it."""
LONG = 110
"""Sentences from this many characters count as long."""
_VERB_PARTS = frozenset(("aux", "auxpass", "neg", "prt"))
_OBJECTS = frozenset(("dobj", "attr", "oprd", "acomp", "dative", "xcomp", "ccomp"))


def title_of(syntax: Syntax, candidate: Candidate, dates: frozenset[int], cast: Cast) -> str:
    """The title of one telling; `dates` are the tokens of time expressions, which the timeline shows itself."""
    sentence = syntax.sentences[syntax.sentence_of[candidate.token]].span
    length = sentence.end - sentence.start
    limit = MAX_TITLE if length < LONG else min(MAX_TITLE, int(length * SHARE))
    make = _Maker(syntax, dates, cast, limit)
    if candidate.verb is None:
        return _finished(make.nominal(candidate.token), limit)
    return _finished(make.clause(candidate.verb), limit)


def _finished(text: str, limit: int) -> str:
    text = " ".join(text.split()).strip(" ,;:-–—")
    for mark in ('"', "“", "”", "``", "''"):
        text = text.replace(mark, "")
    text = " ".join(without_article(text).split())
    if len(text) > limit:
        text = text[: limit - 1].rsplit(" ", 1)[0]
        text = _without_stub(text)
    return text[:1].upper() + text[1:]


def _without_stub(text: str) -> str:
    """Drop the words that cannot end a line."""
    words = text.split(" ")
    while len(words) > 2 and words[-1].lower().strip(",;:") in _STUBS:
        words.pop()
    return " ".join(words).rstrip(" ,;:-–—(")


_STUBS = lemmas(
    "a an the of to in on at by for from with and or but as that which who near into after before his her its their "
    "more than"
)


class _Maker:
    """Builds the phrases of one title within its limit of characters."""

    def __init__(self, syntax: Syntax, dates: frozenset[int], cast: Cast, limit: int) -> None:
        self._syntax = syntax
        self._dates = dates
        self._cast = cast
        self._limit = limit

    def clause(self, verb: int) -> str:
        """Subject, verb group, objects, then as many of the other phrases as fit."""
        syntax = self._syntax
        subject = self._subject(verb)
        core = [self._verb_group(verb, bool(subject))]
        rest: list[int] = []
        for child in syntax.children[verb]:
            dep = syntax.deps[child]
            if dep in _OBJECTS and (child > verb or dep == "ccomp"):
                core.append(self._object(child, len(subject) + sum(map(len, core))))
            elif dep in ("prep", "agent") and child > verb:
                rest.append(child)
            elif dep == "advmod" and child > verb and syntax.lowers[child] in _ADVERBS:
                core.append(syntax.words[child])
        line = " ".join(part for part in (subject, *core) if part)
        return f"{line} {tail}" if (tail := self._phrases(rest, self._limit - len(line) - 1)) else line

    def _phrases(self, preps: list[int], room: int) -> str:
        """As many of the phrases as fit, those with a place first, in the order of the text."""
        chosen: dict[int, str] = {}
        for prep in sorted(preps, key=lambda p: not self._has_place(p)):
            for width in (45, 14):
                phrase = self._prepositional(prep, width)
                if phrase and sum(map(len, chosen.values())) + len(chosen) + len(phrase) <= room:
                    chosen[prep] = phrase
                    break
        return " ".join(chosen[prep] for prep in sorted(chosen))

    def _has_place(self, token: int) -> bool:
        return any(t in self._cast.places for t in range(self._syntax.left[token], self._syntax.right[token] + 1))

    def nominal(self, noun: int) -> str:
        """An event noun with what belongs to it: "Coup in Bamako"."""
        syntax = self._syntax
        head = syntax.heads[noun]
        if syntax.deps[noun] == "pobj" and syntax.lowers[head] == "of" and syntax.tags[syntax.heads[head]] in NOUN_TAGS:
            outer = syntax.heads[head]
            if syntax.lemmas[outer] in _PHASES:
                return self._phrase(outer, 60)
        line = self._phrase(noun, 60)
        if line.lower().split()[-1:] and len(line.split()) < 3:
            governor = next((t for t in syntax.path(noun)[1:4] if syntax.tags[t] in VERB_TAGS), None)
            if governor is not None and syntax.deps[noun] in ("nsubj", "nsubjpass"):
                return self.clause(governor)
        return line

    def _subject(self, verb: int) -> str:
        subject = subject_of(self._syntax, verb)
        if subject is None:
            return ""
        text = self._phrase(subject, 40)
        if self._syntax.tags[subject] in ("PRP", "WDT", "WP", "EX"):
            return ""
        return text

    def _verb_group(self, verb: int, has_subject: bool) -> str:
        """The verb with its auxiliaries, negation and particle, in the text's own words."""
        syntax = self._syntax
        parts = [
            c for c in syntax.children[verb] if syntax.deps[c] in _VERB_PARTS and syntax.lowers[c] not in _CLITIC_SKIP
        ]
        if syntax.deps[verb] == "conj" and not any(syntax.deps[c] in ("aux", "auxpass") for c in parts):
            head = syntax.heads[verb]
            if syntax.tags[head] == syntax.tags[verb] and syntax.tags[verb] in ("VBN", "VBG", "VB"):
                parts = [c for c in syntax.children[head] if syntax.deps[c] in ("aux", "auxpass") and c < head] + parts
        if syntax.tags[verb] == "VBG" and has_subject and not any(syntax.deps[c] == "aux" for c in parts):
            return _present(syntax.lemmas[verb], plural=self._is_plural(verb))
        words = [syntax.words[c] for c in sorted(c for c in parts if c < verb)]
        words += [syntax.words[verb], *(syntax.words[c] for c in sorted(parts) if c > verb)]
        return " ".join(words)

    def _is_plural(self, verb: int) -> bool:
        subject = subject_of(self._syntax, verb)
        if subject is None:
            return False
        return self._syntax.tags[subject] in ("NNS", "NNPS") or self._syntax.child(subject, "conj") is not None

    def _object(self, child: int, used: int) -> str:
        """An object in short; a content clause or an infinitive with its own core."""
        syntax = self._syntax
        dep = syntax.deps[child]
        if dep in ("xcomp", "ccomp") and syntax.tags[child] in VERB_TAGS:
            if (
                dep == "ccomp"
                and syntax.child(child, "nsubj", "nsubjpass") is None
                and syntax.child(child, "csubj") is None
            ):
                return ""
            if dep == "ccomp":
                inner = _Maker(syntax, self._dates, self._cast, max(20, self._limit - used)).clause(child)
                told = syntax.lemmas[syntax.heads[child]] in REPORTING | ACTS
                return f"that {inner}" if inner and told else inner
            return _Maker(syntax, self._dates, self._cast, max(20, self._limit - used)).clause_tail(child)
        if child in self._dates:
            return ""
        if syntax.tags[child] in NOUN_TAGS or syntax.tags[child] in ("CD", "PRP"):
            return self._phrase(antecedent(syntax, child), max(30, self._limit - used - 2))
        return self._span(child)

    def clause_tail(self, verb: int) -> str:
        """Verb group, objects and phrases without a subject."""
        syntax = self._syntax
        line = self._verb_group(verb, has_subject=False)
        for child in syntax.children[verb]:
            if child <= verb:
                continue
            if syntax.deps[child] in _OBJECTS:
                phrase = self._object(child, len(line))
            elif syntax.deps[child] == "prep":
                phrase = self._prepositional(child)
            else:
                continue
            if phrase and len(line) + len(phrase) + 1 <= self._limit:
                line = f"{line} {phrase}"
        return line

    def _prepositional(self, prep: int, room: int = 45) -> str:
        """A prepositional phrase in short, or nothing if it is a date or has no noun of its own."""
        syntax = self._syntax
        if syntax.tags[prep] == "VBG" or syntax.lowers[prep] in _SKIPPED_PREPS or prep in self._dates:
            return ""
        inner = syntax.child(prep, "pobj")
        gerund = syntax.child(prep, "pcomp")
        if inner is None and gerund is not None and syntax.tags[gerund] == "VBG":
            tail = _Maker(syntax, self._dates, self._cast, max(25, room)).clause_tail(gerund)
            return f"{syntax.words[prep]} {tail}"
        if inner is None:
            nested = syntax.child(prep, "prep")
            tail = self._prepositional(nested) if nested is not None else ""
            return f"{syntax.words[prep]} {tail}" if tail else ""
        if inner in self._dates or any(token in self._dates for token in range(left_edge(syntax, inner), inner + 1)):
            return ""
        if syntax.tags[inner] not in NOUN_TAGS and syntax.tags[inner] not in ("CD", "PRP"):
            return ""
        phrase = self._phrase(inner, room)
        return f"{syntax.words[prep]} {phrase}" if phrase else ""

    def _phrase(self, noun: int, room: int) -> str:
        """A noun phrase: its left modifiers, the noun, then what follows it as far as `room` characters allow."""
        syntax = self._syntax
        if syntax.tags[noun] in ("PRP", "WDT", "WP"):
            return ""
        text = self._span_text(left_edge(syntax, noun), noun)
        if syntax.tags[noun] == "NNP" and left_edge(syntax, noun) == noun and noun not in self._cast.places:
            text = noun_phrase(syntax, noun, self._cast) or text
        for child in syntax.children[noun]:
            if child < noun or child in self._dates:
                continue
            tail = self._tail(noun, child)
            wide = room + 25 if self._has_place(child) or syntax.deps[child] == "conj" else room
            if tail and (len(text) + len(tail) + 1 <= wide or syntax.lowers[child] == "of"):
                text = f"{text}{tail}" if tail.startswith(",") else f"{text} {tail}"
        return text

    def _tail(self, noun: int, child: int) -> str:
        """What follows a noun and belongs to it: a phrase with a preposition, the other half of a pair, a number."""
        syntax = self._syntax
        dep = syntax.deps[child]
        if dep == "prep":
            return self._prepositional(child)
        if dep == "conj":
            joint = next((syntax.words[c] for c in syntax.children[noun] if syntax.deps[c] == "cc" and c < child), "")
            rest = self._phrase(child, 30)
            deeper = syntax.child(child, "conj") is not None
            return f"{joint} {rest}" if joint and rest else f", {rest}" if rest and deeper else ""
        if dep in ("nummod", "npadvmod") and child == noun + 1:
            return syntax.words[child]
        return ""

    def _span(self, token: int) -> str:
        """The words from the left edge of a token to itself, and a short phrase after it."""
        syntax = self._syntax
        text = self._span_text(syntax.left[token], token) if token - syntax.left[token] <= 4 else syntax.words[token]
        for child in syntax.children[token]:
            if child > token and syntax.deps[child] == "prep" and (tail := self._prepositional(child)):
                text = f"{text} {tail}"
        return text

    def _span_text(self, first: int, last: int) -> str:
        syntax = self._syntax
        tokens = list(range(first, last + 1))
        parts: list[str] = []
        owner = antecedent(syntax, first) if syntax.tags[first] == "PRP$" and first < last else first
        if owner != first:
            tokens = tokens[1:]
            parts = [f"{noun_phrase(syntax, owner, self._cast) or syntax.words[owner]}'s "]
        for place, token in enumerate(tokens):
            glued = place and tokens[place - 1] == token - 1 and syntax.ends[token - 1] == syntax.starts[token]
            parts.append(syntax.words[token] if glued or not place else " " + syntax.words[token])
        return " ".join("".join(parts).split())


_ADVERBS = lemmas("ahead again home ashore aground abroad dead overnight back away together")
_CLITIC_SKIP = frozenset(("'s",))
_PHASES = lemmas("outbreak start beginning onset eve end wake opening")
_SKIPPED_PREPS = lemmas("according including due because despite since until till during after before following amid")


def _present(lemma: str, *, plural: bool) -> str:
    """The present tense of a regular verb, as headlines write what a participle tells."""
    if plural:
        return lemma
    if lemma.endswith(("s", "x", "z", "ch", "sh", "o")):
        return lemma + "es"
    if lemma.endswith("y") and lemma[-2:-1] not in tuple("aeiou"):
        return lemma[:-1] + "ies"
    return lemma + "s"
