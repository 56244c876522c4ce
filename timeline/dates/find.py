"""Find every row's matches in a text: at each token the longest match wins, then the first row."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from .english import CATEGORIES, Value
from .lexer import Lexicon, lex
from .numerals import Lexed
from .pattern import Compiled, compile_row, expand, first_letters, literals
from .english_rows import MACROS, ROWS

_RUN = re.compile(r"[^.]+")
"""Tokens in a row that all stand in the vocabulary."""


@dataclass(frozen=True, slots=True)
class Find:
    """One match: its tokens (half open), its bounds in the text, the row's name and kind, and the parts stated."""

    first: int
    last: int
    start: int
    end: int
    rule: str
    kind: str
    parts: Mapping[str, Value]
    guard: str = ""

    def with_parts(self, **parts: Value) -> Find:
        """The same find with more parts."""
        return replace(self, parts={**self.parts, **parts})


@dataclass(frozen=True, slots=True)
class Grammar:
    """The compiled rows of a language, by the letter that a match may begin with."""

    lexicon: Lexicon
    by_letter: Mapping[str, tuple[Compiled, ...]]


@lru_cache(maxsize=1)
def english() -> Grammar:
    """The grammar of English, compiled once a process."""
    patterns = [expand(row.pattern, MACROS) for row in ROWS]
    lexicon = Lexicon(literals(patterns))
    by_letter: dict[str, list[Compiled]] = {}
    for rank, (row, pattern) in enumerate(zip(ROWS, patterns, strict=True)):
        compiled = compile_row(row, pattern, lexicon, rank)
        for letter in first_letters(pattern, lexicon):
            by_letter.setdefault(letter, []).append(compiled)
    return Grammar(lexicon, {letter: tuple(rows) for letter, rows in by_letter.items()})


def find(text: str, grammar: Grammar) -> tuple[Lexed, list[Find]]:
    """The tokens of `text` and its finds from left to right; finds never overlap."""
    lexed = lex(text, grammar.lexicon)
    finds: list[Find] = []
    letters, by_letter = lexed.letters, grammar.by_letter
    for run in _RUN.finditer(letters):
        index, end = run.span()
        while index < end:
            best: tuple[int, Compiled, re.Match[str]] | None = None
            for compiled in by_letter.get(letters[index], ()):
                match = compiled.expression.match(letters, index)
                if match and (best is None or match.end() > best[0]):
                    best = (match.end(), compiled, match)
            if best is None:
                index += 1
                continue
            finds.append(_made(lexed, best[1], best[2]))
            index = best[0]
    return lexed, finds


def _made(lexed: Lexed, compiled: Compiled, match: re.Match[str]) -> Find:
    parts = dict(compiled.row.parts)
    for group, (name, categories) in enumerate(compiled.kept, 1):
        at = match.start(group)
        if at >= 0:
            parts[name] = _value(lexed, at, categories)
    first, last = match.span()
    row = compiled.row
    return Find(first, last, lexed.starts[first], lexed.ends[last - 1], row.rule, row.kind, parts, row.guard)


def _value(lexed: Lexed, at: int, categories: tuple[str, ...]) -> Value:
    if at in lexed.values:
        return lexed.values[at]
    word = lexed.words[at]
    for category in categories:
        if category in CATEGORIES and word in CATEGORIES[category]:
            return CATEGORIES[category][word]
    return word
