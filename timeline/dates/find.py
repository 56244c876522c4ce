"""Find every row's matches in a text: at each token the longest match wins, then the first row."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias

from ..model import Span
from .lexer import Lexicon
from .numerals import Lexed
from .pattern import Compiled, compile_row, expand, first_letters, literals
from .vocabulary import Language, Value

_RUN = re.compile(r"[^.]+")
"""Tokens in a row that all stand in the vocabulary."""


@dataclass(frozen=True, slots=True)
class Find:
    """One match: its tokens (half open), its bounds in the text, the row's name and kind, and the parts stated.

    `anchor` is the head word of the event that it leans on, `base` the date that it counts from.
    """

    first: int
    last: int
    start: int
    end: int
    rule: str
    kind: str
    parts: Mapping[str, Value]
    guard: str = ""
    anchor: Span | None = None
    base: Find | None = None


Accept: TypeAlias = Callable[[Find], bool]


@dataclass(frozen=True, slots=True)
class Grammar:
    """The compiled rows of a language, by the letter that a match may begin with.

    `alone` are those that a single token satisfies. `trigger` finds a letter that is more than a link word: without
    one a run of tokens holds no time.
    """

    lexicon: Lexicon
    by_letter: Mapping[str, tuple[Compiled, ...]]
    alone: Mapping[str, tuple[Compiled, ...]]
    trigger: re.Pattern[str]


@lru_cache(maxsize=8)
def grammar_of(language: Language) -> Grammar:
    """The grammar of a language, compiled once a process."""
    patterns = [expand(row.pattern, language.macros) for row in language.rows]
    lexicon = Lexicon(language, literals(patterns, language.words))
    by_letter: dict[str, list[Compiled]] = {}
    for rank, (row, pattern) in enumerate(zip(language.rows, patterns, strict=True)):
        compiled = compile_row(row, pattern, lexicon, rank)
        for letter in first_letters(pattern, lexicon):
            by_letter.setdefault(letter, []).append(compiled)
    alone = {
        letter: tuple(compiled for compiled in rows if compiled.expression.fullmatch(letter))
        for letter, rows in by_letter.items()
    }
    trigger = re.compile(f"[{lexicon.letters_beyond(language.links)}]")
    return Grammar(lexicon, {letter: tuple(rows) for letter, rows in by_letter.items()}, alone, trigger)


def find(lexed: Lexed, grammar: Grammar, accept: Accept) -> list[Find]:
    """The finds of a text from left to right; they never overlap, and `accept` has agreed to each."""
    finds: list[Find] = []
    letters = lexed.letters
    for run in _RUN.finditer(letters):
        index, end = run.span()
        if not grammar.trigger.search(letters, index, end):
            continue
        while index < end:
            rows = grammar.by_letter if index < end - 1 else grammar.alone
            best = _best(lexed, rows.get(letters[index], ()), index, accept, grammar.lexicon.language)
            if best is None:
                index += 1
                continue
            finds.append(best)
            index = best.last
    return finds


def _best(lexed: Lexed, rows: Sequence[Compiled], index: int, accept: Accept, language: Language) -> Find | None:
    """The longest acceptable match at a token, then the first row's."""
    matches = []
    for compiled in rows:
        match = compiled.expression.match(lexed.letters, index)
        if match:
            matches.append((-match.end(), compiled.rank, compiled, match))
    if len(matches) > 1:
        matches.sort(key=lambda found: found[:2])
    for _, _, compiled, match in matches:
        one = _made(lexed, compiled, match, language)
        if accept(one):
            return one
    return None


def _made(lexed: Lexed, compiled: Compiled, match: re.Match[str], language: Language) -> Find:
    parts = dict(compiled.row.parts)
    for group, (name, categories) in enumerate(compiled.kept, 1):
        at = match.start(group)
        if at >= 0:
            parts[name] = _value(lexed, at, name, categories, language)
    first, last = match.span()
    row = compiled.row
    return Find(first, last, lexed.starts[first], lexed.ends[last - 1], row.rule, row.kind, parts, row.guard)


_OF_PART: Mapping[str, str] = {
    "shift": "SHIFT",
    "yshift": "SHIFT",
    "weekshift": "SHIFT",
    "u": "UNIT",
    "part": "PART",
    "mod": "EARLY",
    "side": "SIDE",
}
"""The category that a word named for itself in a pattern takes its value from, by the part that it gives."""


def _value(lexed: Lexed, at: int, name: str, categories: tuple[str, ...], language: Language) -> Value:
    if at in lexed.values:
        return lexed.values[at]
    word = lexed.words[at]
    for category in (*categories, _OF_PART.get(name, "")):
        if word in language.words.get(category, {}):
            return language.words[category][word]
    return word
