"""The words of one title: which tokens of a clause are kept, what replaces some of them, and which may still go."""

from __future__ import annotations

from .actors import Cast, antecedent, is_expletive, left_edge, noun_phrase, own_subject, subject_of
from .clause import helpers_of
from .rows import lemmas
from .syntax import NOUN_TAGS, VERB_TAGS, Syntax
from .title_flaws import Draft
from .title_subject import is_impersonal, name_of_subject, owns_clause
from .verbs import ACTS, REPORTING

SHORT_NOUN_WORDS = 3
"""A bare event noun ("talks") says too little: below this many words its relative clause or its verb is kept."""

_CLAUSES = frozenset(("advcl", "parataxis", "relcl", "appos", "discourse", "intj", "csubj", "dep", "meta"))
_SKIPPED_PREPS = lemmas("according including due because despite since until till during after before following amid")
_LINKING = lemmas(
    "also meanwhile however still later earlier already then nevertheless nonetheless therefore thus moreover too "
    "instead again now ago once first even just only yet so and but or both either repeatedly previously recently"
)
_MARKS = frozenset('"“”„«»') | {"``", "''", "`", "(", ")", "[", "]", "-", "–", "—", "--", ":", ";"}
_PERSONAL = lemmas("he she him her they them it i we us me this that these those who which whom")
_GOALS = lemmas("reach enter hit strike leave visit")
"""Verbs that take a place as their object."""
_SECOND = frozenset(("dobj", "npadvmod", "attr", "appos", "oprd", "dep"))
_LOOSE = 12
"""Characters that loose ends and signs may hold."""
_MODIFIERS = frozenset(("nmod", "amod", "compound", "nummod"))
_PARTICLES = frozenset(
    ("back", "up", "out", "off", "down", "away", "over", "in", "aside", "apart", "ahead", "forward", "behind", "home")
)
_HELD = frozenset(("prep", "agent"))
_OPEN_ENDS = frozenset(("onward", "onwards"))
_BOUNDS = frozenset(("earliest", "latest"))
_QUOTES = frozenset(('"', "“", "„", "«", "``", "`"))

_MOST_TOKENS = 60
"""A clause longer than this is cut before it is shortened: hostile text nests without end."""


class Line:
    """The tokens of one title, what replaces some of them, and the phrases that may still go."""

    def __init__(self, syntax: Syntax, dates: frozenset[int], cast: Cast) -> None:
        self._syntax = syntax
        self._dates = dates
        self._cast = cast
        self._kept: set[int] = set()
        self._instead: dict[int, str] = {}
        self._opening = ""
        self._closing = ""
        self._said_until = -1

    def take_clause(self, verb: int) -> None:
        """Keep a verb's clause; where the subject stands elsewhere or is a pronoun, name it."""
        syntax = self._syntax
        self._keep(verb, top=True)
        self._kept -= self._loose_ends()
        self._closing = self._place_of_relative(verb)
        said = syntax.child(verb, "ccomp")
        self._said_until = syntax.right[said] if said is not None and said < verb else -1
        own = own_subject(syntax, verb)
        if (
            own is not None
            and syntax.heads[own] == verb
            and syntax.tags[own] not in ("PRP", "WDT", "WP", "EX")
            and (syntax.lowers[own] not in _PERSONAL or owns_clause(syntax, own))
        ):
            if owns_clause(syntax, own):  # "those who had bought one": the clause is all that they are
                self._kept.update(self._subtree(own))
            told = any(token <= self._said_until for token in self._kept)
            if own > verb and not told and syntax.lemmas[verb] in REPORTING | ACTS:  # "... said the mayor"
                self._opening = noun_phrase(syntax, own, self._cast)
                self._kept -= set(self._subtree(own)) if self._opening else set()
            self._pronouns(named=True)
            return
        if own is not None and is_expletive(syntax, own):
            return
        name = name_of_subject(syntax, verb, self._cast)
        shared = [syntax.words[c] for c in helpers_of(syntax, verb) if syntax.heads[c] != verb] if own is None else []
        if name and shared:  # "would move and hit": the second verb has the helper of the first
            self._instead[verb] = " ".join((*shared, syntax.words[verb]))
        if own is not None:
            self._kept -= set(self._subtree(own))
        self._opening = name
        if name and syntax.tags[verb] == "VBG" and not self._has_auxiliary(verb):
            self._instead[verb] = _present(syntax.lemmas[verb], plural=self._is_plural(verb))
        self._pronouns(named=bool(name))

    def take_noun(self, noun: int) -> None:
        """Keep an event noun with what belongs to it: "Coup in Bamako"; alone, with the clause around it."""
        syntax = self._syntax
        self._keep(noun, top=True)
        self._kept -= self._loose_ends()
        if len(self.text().split()) < SHORT_NOUN_WORDS:
            governor = next((t for t in syntax.path(noun)[1:4] if syntax.tags[t] in VERB_TAGS), None)
            if governor is not None and syntax.deps[noun] in ("nsubj", "nsubjpass", "dobj"):
                self._kept.clear()
                self.take_clause(governor)
                return
            clause = syntax.child(noun, "relcl", "acl")
            if clause is not None and not self._dates & set(self._subtree(clause)):
                self._kept.update(self._subtree(clause))
        self._pronouns(named=False)

    def shorten(self, limit: int, spared: frozenset[int]) -> None:
        """Leave out what matters least, the last first, until the line fits."""
        size = len(self.text())
        if size <= limit:
            return
        ranks = {token: self._rank(token) for token in sorted(self._kept, reverse=True)}
        for rank in range(4):
            for token in (one for one, own in ranks.items() if own == rank):
                if token not in self._kept:
                    continue
                phrase = self._kept & set(self._subtree(token))
                if phrase & spared:
                    continue
                self._kept -= phrase
                size -= sum(len(self._instead.get(one, self._syntax.words[one])) + 1 for one in phrase)
                if size <= limit + _LOOSE:  # near enough to look
                    self._kept -= self._loose_ends()
                    size = len(self.text())
                if size <= limit:
                    return
        self._kept -= self._loose_ends()

    def _loose_ends(self) -> set[int]:
        """The "and" and "or" whose second half is gone, the prepositions that hold nothing any more."""
        syntax = self._syntax
        joints = {
            token
            for token in self._kept
            if syntax.deps[token] == "cc"
            and syntax.deps[syntax.heads[token]] not in _MODIFIERS
            and (token + 1 not in self._kept or syntax.deps[token + 1] != syntax.deps[syntax.heads[token]])
            and not any(
                syntax.deps[c] == "conj" and c > token and c in self._kept for c in syntax.children[syntax.heads[token]]
            )
        }
        held = {syntax.heads[token] for token in self._kept}
        empty = {token for token in self._kept if syntax.deps[token] in _HELD and token not in held}
        return joints | {token for token in empty if syntax.children[token] or token + 1 not in self._kept}

    def text(self) -> str:
        """The line as it stands."""
        syntax, parts = self._syntax, [self._opening] if self._opening else []
        last = -2
        for token in sorted(self._kept):
            word = self._instead.get(token, syntax.words[token])
            if not word or word.isspace() or (word in _MARKS and not self._joins(token)):
                continue
            if 0 <= last <= self._said_until < token and not parts[-1].endswith(","):
                parts[-1] += ","  # "..., the embassy announced"
            if word == "," and (parts == [self._opening] or (parts and parts[-1].endswith(","))):
                continue
            if word == "," and not ({token - 1, token + 1} <= self._kept or self._before_speaker(token)):
                continue
            glued = last == token - 1 and syntax.ends[last] == syntax.starts[token] and bool(parts)
            if parts and not glued and last >= 0 and self._is_parted(last, token):
                parts[-1] += ":" if self._opens_quote(token) else ","
            if glued or word in (",", "'s", "’s", "'", "’", "%"):
                parts[-1:] = [(parts[-1] if parts else "") + word]
            else:
                parts.append(word)
            last = token
        return " ".join(" ".join([*parts, self._closing]).split())

    def _is_parted(self, last: int, token: int) -> bool:
        """Whether what was left out between two words leaves a pause: between two nouns, before a quote."""
        syntax = self._syntax
        if token == last + 1 or token in self._instead:
            return False
        if self._opens_quote(token):
            return syntax.lemmas[last] in REPORTING and syntax.words[token][:1].isupper()
        between = syntax.words[last + 1 : token]
        nouns = syntax.tags[last] in NOUN_TAGS and syntax.tags[token] in ("NNP", "NNPS")
        return nouns and "," in between and len(between) > 1

    def _opens_quote(self, token: int) -> bool:
        return token > 0 and self._syntax.words[token - 1] in _QUOTES

    def draft(self, text: str) -> Draft:
        """The line as it stands, read as `text`, to be judged."""
        named = frozenset(self._instead)
        return Draft(self._syntax, frozenset(self._kept), named, self._dates, self._opening, self._closing, text)

    def _place_of_relative(self, verb: int) -> str:
        """“Sindh, where the flood is to arrive”: the place before "where", which the clause itself does not name."""
        syntax = self._syntax
        if syntax.deps[verb] != "relcl":
            return ""
        noun = syntax.heads[verb]
        self._kept -= {c for c in syntax.children[verb] if syntax.lowers[c] == "that" and c < verb}
        thing = syntax.child(verb, "dobj")
        if thing is not None and syntax.tags[thing] in ("WDT", "WP"):
            self._kept.discard(thing)  # "the offer, which the union turned down"
            return noun_phrase(syntax, noun, self._cast)
        if not any(syntax.lowers[c] == "where" for c in syntax.children[verb]):
            return ""
        inner = syntax.child(verb, "xcomp")
        goal = {syntax.lemmas[verb], syntax.lemmas[inner] if inner is not None else ""} & _GOALS
        name = noun_phrase(syntax, noun, self._cast) if noun < verb else ""
        return f"{name}" if goal else f"in {name}" if name else ""

    def _joins(self, token: int) -> bool:
        """Whether a hyphen or dash stands between two words without a space: "five-day", "Lyon–Turin"."""
        starts, ends = self._syntax.starts, self._syntax.ends
        return (
            0 < token < len(self._syntax) - 1
            and ends[token - 1] == starts[token]
            and ends[token] == starts[token + 1]
            and {token - 1, token + 1} <= self._kept
        )

    def _keep(self, token: int, *, top: bool = False) -> None:
        """Keep a token and, below it, all that belongs to its own clause."""
        self._kept.add(token)
        if len(self._kept) > _MOST_TOKENS:
            return
        for child in self._syntax.children[token]:
            if not self._drops(token, child, top=top):
                self._keep(child)

    def _drops(self, head: int, child: int, *, top: bool) -> bool:
        syntax = self._syntax
        dep, word = syntax.deps[child], syntax.lowers[child]
        if child in self._dates or (top and dep in ("mark", "cc", "preconj")) or self._reads_date(child):
            return True
        if dep == "ccomp" and child < head:
            return (
                syntax.lemmas[head] not in REPORTING or syntax.child(head, "auxpass") is not None
            )  # "...; one of them died": another sentence, not what is said
        if dep in _SECOND and self._is_aside(head, child):
            return True
        if dep in _CLAUSES:
            return not (dep == "appos" and {head, child} <= self._cast.places)
        if dep == "acl":
            return all(
                t in self._dates or syntax.deps[t] in ("prep", "punct") for t in self._subtree(child) if t != child
            )
        if self._dates and dep in ("prep", "npadvmod", "advmod", "pobj") and self._is_date(child):
            return True
        if dep == "prep":
            return word in _SKIPPED_PREPS or (top and child < head) or self._in_brackets(child)
        if dep == "conj":
            aside = any(syntax.lowers[c] == "as" and syntax.deps[c] == "cc" for c in syntax.children[head])
            return aside or (syntax.tags[child] in VERB_TAGS and own_subject(syntax, child) is not None) or top
        if dep == "cc":
            pair = child + 1 < len(syntax) and syntax.deps[child + 1] == syntax.deps[head]
            if pair and syntax.heads[child + 1] == syntax.heads[head]:
                return False  # "Vietnam, which ..., and Malaysia": two subjects side by side
            if syntax.deps[head] in _MODIFIERS:
                return False  # "diarrhoea and respiratory infections": the first hangs below the second
            return word == "as" or not any(
                syntax.deps[c] == "conj" and c > child and not self._drops(head, c, top=top)
                for c in syntax.children[head]
            )
        if dep == "advmod":
            links = word in _LINKING and syntax.tags[head] in VERB_TAGS
            return links or syntax.tags[child] == "WRB" or (top and syntax.left[child] == syntax.left[head])
        if dep == "punct":
            return syntax.words[child] not in (",", "-", "–", "%") or not (
                syntax.words[child] != "," or self._lists(child)
            )
        return (dep in ("mark", "preconj") and word not in ("that", "to", "for", "whether", "if")) or self._in_brackets(
            child
        )

    def _is_aside(self, head: int, child: int) -> bool:
        """Whether a noun after a comma says again what an earlier one said: "filed a suit, the third of its kind"."""
        syntax, edge = self._syntax, self._syntax.left[child]
        if edge <= head or syntax.words[edge - 1] != "," or syntax.tags[child] not in NOUN_TAGS:
            return False
        return any(c < child and syntax.deps[c] in ("dobj", "attr", "pobj") for c in syntax.children[head])

    def _lists(self, comma: int) -> bool:
        """Whether a comma stands in a list, between a place and what it lies in, or before who says so."""
        syntax, head = self._syntax, self._syntax.heads[comma]
        if comma + 1 < len(syntax) and comma + 1 in self._cast.places:
            return True
        parts = (c for c in syntax.children[head] if syntax.deps[c] == "conj")
        return self._before_speaker(comma) or any(syntax.left[c] == comma + 1 for c in parts)

    def _before_speaker(self, comma: int) -> bool:
        """Whether a comma parts what is said from who says so: "..., the embassy announced"."""
        head = self._syntax.heads[comma]
        told = self._syntax.child(head, "ccomp")
        return told is not None and told < comma < head

    def _is_date(self, token: int) -> bool:
        """Whether a phrase is a date: "on Monday", "in early May", "the day before"."""
        inner = self._syntax.child(token, "pobj", "pcomp")
        noun = token if inner is None else inner
        return noun in self._dates or any(t in self._dates for t in range(left_edge(self._syntax, noun), noun))

    def _reads_date(self, token: int) -> bool:
        """“Until Saturday at the earliest”: it says how to read the date, which the axis shows."""
        lowers, inner = self._syntax.lowers, self._syntax.child(token, "pobj")
        bound = inner is not None and lowers[token] == "at" and lowers[inner] in _BOUNDS
        return bool(self._dates) and (bound or lowers[token] in _OPEN_ENDS)

    def _in_brackets(self, token: int) -> bool:
        left = self._syntax.left[token]
        return left > 0 and self._syntax.words[left - 1] in ("(", "[")

    def _subtree(self, token: int) -> range:
        return range(self._syntax.left[token], self._syntax.right[token] + 1)

    def _rank(self, token: int) -> int:
        """How soon a phrase may go: 0 first; 9 never."""
        syntax = self._syntax
        dep = syntax.deps[token]
        has_place = any(t in self._cast.places and syntax.tags[t] in NOUN_TAGS for t in self._subtree(token))
        if dep == "ccomp" and syntax.lemmas[syntax.heads[token]] in REPORTING and token > syntax.heads[token]:
            return 9  # what was said is what the title is about
        if dep == "advmod" and (
            syntax.tags[syntax.heads[token]] not in VERB_TAGS or syntax.lowers[token] in _PARTICLES
        ):
            return 9  # "too many", "most valuable", "bought back"
        if dep == "npadvmod" and syntax.right[token] + 1 < len(syntax) and syntax.words[syntax.right[token] + 1] == "-":
            return 9  # "the Craiova-based maker"
        if dep in ("amod", "compound", "nmod") and syntax.tags[token] in ("NN", "NNS", "JJ"):
            return 2 if syntax.tags[syntax.heads[token]] == "NNP" else 9  # "health professional Jean Duley"
        if dep in ("acl", "advmod", "npadvmod") and syntax.tags[token] != "RP":
            return 0 if not has_place else 2
        if dep in ("prep", "agent"):
            if syntax.lowers[token] == "of" and syntax.tags[syntax.heads[token]] in ("CD", "JJS"):
                return 9  # "about 1,100 of its dealers"
            return 1 if not has_place and syntax.lowers[token] != "of" else 2
        if dep in ("conj", "dative"):
            return 2
        return 3 if dep in ("xcomp", "ccomp") else 9

    def _pronouns(self, *, named: bool) -> None:
        """Name what a pronoun in the line stands for, unless its noun already stands in the line."""
        syntax = self._syntax
        for token in sorted(self._kept):
            if syntax.tags[token] == "WP$":
                self._instead[token] = ""  # "dealers whose contracts end": the contracts end
            if syntax.tags[token] not in ("PRP", "PRP$") or syntax.lowers[token].endswith(("self", "selves")):
                continue
            if is_impersonal(syntax, token):
                continue
            noun = antecedent(syntax, token)
            found = noun != token and noun not in self._kept
            name = noun_phrase(syntax, noun, self._cast) if found and len(syntax.words[noun]) > 1 else ""
            if syntax.tags[token] == "PRP$":
                sure = name and syntax.tags[noun] in ("NNP", "NNPS")
                opens = not self._opening and token == min(self._kept)
                if sure and (opens or not named):
                    self._instead[token] = f"{name}'s"
                elif opens or not named:
                    self._instead[token] = "the"
            elif name and name not in self._opening:
                far = syntax.sentence_of[noun] != syntax.sentence_of[token] and syntax.deps[token] == "dobj"
                self._instead[token] = "" if far and syntax.lowers[token] in ("it", "them") else name

    def forget_owners(self) -> None:
        """Put "the" for "Ana Costa's": the last resort of a line that is too long."""
        for token in self._kept & set(self._instead):
            if self._syntax.tags[token] == "PRP$":
                self._instead[token] = "the"

    def _has_auxiliary(self, verb: int) -> bool:
        return any(self._syntax.deps[c] in ("aux", "auxpass") for c in self._syntax.children[verb])

    def _is_plural(self, verb: int) -> bool:
        subject = subject_of(self._syntax, verb)
        if subject is None:
            return False
        return self._syntax.tags[subject] in ("NNS", "NNPS") or self._syntax.child(subject, "conj") is not None


def _present(lemma: str, *, plural: bool) -> str:
    """The present tense of a regular verb, as headlines write what a participle tells."""
    if plural:
        return lemma
    if lemma.endswith(("s", "x", "z", "ch", "sh", "o")):
        return lemma + "es"
    if lemma.endswith("y") and lemma[-2:-1] not in tuple("aeiou"):
        return lemma[:-1] + "ies"
    return lemma + "s"
