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
from .pattern import Compiled, compile_row, expand, first_letters, literals, longest
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

    `reach` is how many tokens a match looks at, at most. `trigger` finds a letter that is more than a link word:
    without one a run of tokens holds no time.
    """

    lexicon: Lexicon
    by_letter: Mapping[str, tuple[Compiled, ...]]
    reach: int
    trigger: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Match:
    """A row that matches some letters: how many of them, and where its parts stand (-1: missing)."""

    compiled: Compiled
    length: int
    starts: tuple[int, ...]


@lru_cache(maxsize=8)
def grammar_of(language: Language) -> Grammar:
    """The grammar of a language, compiled once a process."""
    patterns = [expand(row.pattern, language.macros) for row in language.rows]
    lexicon = Lexicon(language, literals(patterns, language.words))
    by_letter: dict[str, list[Compiled]] = {}
    for row, pattern in zip(language.rows, patterns, strict=True):
        compiled = compile_row(row, pattern, lexicon)
        for letter in first_letters(pattern, lexicon):
            by_letter.setdefault(letter, []).append(compiled)
    trigger = re.compile(f"[{lexicon.letters_beyond(language.links)}]")
    reach = max(map(longest, patterns))
    return Grammar(lexicon, {letter: tuple(rows) for letter, rows in by_letter.items()}, reach, trigger)


def find(lexed: Lexed, grammar: Grammar, accept: Accept) -> list[Find]:
    """The finds of a text from left to right; they never overlap, and `accept` has agreed to each."""
    finds: list[Find] = []
    letters = lexed.letters
    known: dict[str, tuple[Match, ...]] = {}  # the same few letters come again and again in a text
    for run in _RUN.finditer(letters):
        index, end = run.span()
        if not grammar.trigger.search(letters, index, end):
            continue
        while index < end:
            rows = grammar.by_letter.get(letters[index])
            if not rows:
                index += 1
                continue
            window = letters[index : min(end, index + grammar.reach)]
            matches = known.get(window)
            if matches is None:
                matches = known[window] = _matches(window, rows)
            best = _best(lexed, matches, index, accept, grammar.lexicon.language)
            if best is None:
                index += 1
                continue
            finds.append(best)
            index = best.last
    return finds


def _matches(window: str, rows: Sequence[Compiled]) -> tuple[Match, ...]:
    """What matches at the beginning of some letters: the longest first, then the first row."""
    found = []
    for compiled in rows:
        match = compiled.expression.match(window)
        if match:
            starts = tuple(match.start(group) for group in range(1, len(compiled.kept) + 1))
            found.append(Match(compiled, match.end(), starts))
    found.sort(key=lambda match: -match.length)
    return tuple(found)


def _best(lexed: Lexed, matches: Sequence[Match], index: int, accept: Accept, language: Language) -> Find | None:
    """The first acceptable match at a token."""
    for match in matches:
        one = _made(lexed, match, index, language)
        if accept(one):
            return one
    return None


def _made(lexed: Lexed, match: Match, first: int, language: Language) -> Find:
    row = match.compiled.row
    parts = dict(row.parts)
    for (name, categories), start in zip(match.compiled.kept, match.starts, strict=True):
        if start >= 0:
            parts[name] = _value(lexed, first + start, name, categories, language)
    last = first + match.length
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
