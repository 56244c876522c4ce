"""Rows of patterns and how they become regular expressions over the letters of tokens.

A pattern is a line of elements with blanks between them: a lower-case word or a mark stands for itself, a
category in capitals for any of its words, `a|b` for either, `name:` before an element keeps its value as a
part, `?` after it makes it optional. `( ... )` and `( ... )?` group, `(> ... )` only looks ahead, a lone `|`
separates alternatives, and `{name}` is replaced from `MACROS`. There is no repetition, so a match looks at a
bounded number of tokens.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from .lexer import Lexicon
from .vocabulary import Row

NUMERIC = frozenset(
    "ISO SLASHED CLOCK N DECIMAL NTH NTHDAY TENS YEAR FOUR THREE HOUR DAY TWO AMPM ERA NWORD HWORD HUNDRED".split()
)
"""Categories of numbers, by their form."""
_STRUCTURE = {"(": "(?:", "(>": "(?=", ")": ")", ")?": ")?", "|": "|"}


@dataclass(frozen=True, slots=True)
class Compiled:
    """A row ready to match: its expression and, for each capturing group, its part's name and categories."""

    row: Row
    expression: re.Pattern[str]
    kept: tuple[tuple[str, tuple[str, ...]], ...]


def expand(pattern: str, macros: Mapping[str, str]) -> str:
    """The pattern with every `{name}` replaced."""
    for _ in range(3):
        pattern = re.sub(r"\{(\w+)\}", lambda match: macros[match[1]], pattern)
    return pattern


def literals(patterns: Sequence[str], categories: Collection[str]) -> frozenset[str]:
    """Every word and mark that the patterns name for itself; `categories` are the language's."""
    found: set[str] = set()
    for pattern in patterns:
        for element in pattern.split():
            if element not in _STRUCTURE:
                found.update(name for name in _names(element)[1] if name not in categories and name not in NUMERIC)
    return frozenset(found)


def _names(element: str) -> tuple[str, tuple[str, ...], bool]:
    """Part name, categories or literals, and whether the element is optional."""
    optional = len(element) > 1 and element.endswith("?")
    body = element[:-1] if optional else element
    part, _, choices = body.partition(":") if len(body) > 1 else ("", "", body)
    if not choices:
        part, choices = "", body
    return part, tuple(choices.split("|")), optional


def compile_row(row: Row, pattern: str, lexicon: Lexicon) -> Compiled:
    """The expression of one row over the letters of a lexicon; `pattern` is expanded."""
    out: list[str] = []
    kept: list[tuple[str, tuple[str, ...]]] = []
    for element in pattern.split():
        if element in _STRUCTURE:
            out.append(_STRUCTURE[element])
            continue
        part, names, optional = _names(element)
        sign = f"[{letters_of(element, lexicon)}]"
        if part:
            kept.append((part, names))
            sign = f"({sign})"
        out.append(sign + "?" * optional)
    return Compiled(row, re.compile("".join(out)), tuple(kept))


def letters_of(element: str, lexicon: Lexicon) -> str:
    """Every letter that an element accepts, sorted."""
    names = _names(element)[1]
    known = lexicon.language.words.keys() | NUMERIC
    letters = {letter for name in names for letter in lexicon.members(name if name in known else "=" + name)}
    if not letters:
        raise ValueError(f"no word is known for {element!r}")
    return "".join(sorted(letters))


def first_letters(pattern: str, lexicon: Lexicon) -> frozenset[str]:
    """The letters that a match of an expanded pattern may begin with."""
    return _first(iter(pattern.split()), lexicon)[0]


def longest(pattern: str) -> int:
    """How many tokens a match of an expanded pattern looks at, at most."""
    return _longest(iter(pattern.split()))


def _longest(elements: Iterator[str]) -> int:
    """The same of a sequence up to its closing mark."""
    most = now = 0
    for element in elements:
        if element == "|":
            most, now = max(most, now), 0
        elif element in (")", ")?"):
            break
        else:
            now += _longest(elements) if element in ("(", "(>") else 1
    return max(most, now)


def _first(elements: Iterator[str], lexicon: Lexicon) -> tuple[frozenset[str], bool]:
    """Letters that may begin a sequence up to its closing mark, and whether that sequence may be empty."""
    found: set[str] = set()
    still_first, may_be_empty = True, False
    for element in elements:
        if element == "|":
            may_be_empty, still_first = may_be_empty or still_first, True
        elif element in (")", ")?"):
            return frozenset(found), may_be_empty or still_first or element == ")?"
        elif element in ("(", "(>"):
            inner, inner_empty = _first(elements, lexicon)
            found |= inner if still_first else set()
            still_first = still_first and inner_empty
        else:
            found |= set(letters_of(element, lexicon)) if still_first else set()
            still_first = still_first and _names(element)[2]
    return frozenset(found), may_be_empty or still_first
