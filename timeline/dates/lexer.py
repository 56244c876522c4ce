"""Text to tokens of time: words, numbers and marks, each with one letter for the set of categories it is in.

Patterns are then ordinary regular expressions over the string of letters, one letter a token, whatever the
words are. One linear pass: every alternative of the lexer's expression is bounded or a single run.
"""

from __future__ import annotations

import re

from .numerals import Counting, Lexed, join_numbers
from .vocabulary import Language, Value

_TOKEN = (
    r"\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?Z?)?(?!\d)"  # 2025-12-17, 2025-12-17T17:00
    r"|\d\d?[/.]\d\d?[/.]\d{2}(?:\d\d)?(?![\d/])"  # 17/12/2025
    r"|\d{4}/\d\d?/\d\d?(?![\d/])"
    r"|\d\d?:\d\d(?::\d\d)?"  # 17:05
    r"|\d{1,3}(?:,\d{3}){1,5}(?!\d)"  # 1,460
    r"|\d+\.\d+"  # 2.5
    r"|\d\d?(?:NTH)(?![^\W\d_])"  # 3rd
    r"|\d\d(?:\d\d?)?s(?![^\W\d_])"  # 1990s
    r"|(?:\d\d)?\d0['’]s(?![^\W\d_])"  # 1990's
    r"|\d+"
    r"|[apAP]\.\s?[mM](?![^\W\d_])\.?"
    r"|[bBcC]\.\s?[cCeE](?![^\W\d_])\.?(?:\s?[eE]\.)?|[aA]\.\s?[dD](?![^\W\d_])\.?"
    r"|\n[ \t\r]*\n"
    r"|[^\W\d_]+"
    r"|\S"
)

_ORDINAL = re.compile(r"(\d\d?)[^\W\d_]+$")
_APOSTROPHES = frozenset({"’", "‘", "`"})
_HOURS = 12
_SHAPES: dict[str, frozenset[str]] = {
    "iso": frozenset({"ISO"}),
    "slashed": frozenset({"SLASHED"}),
    "clock": frozenset({"CLOCK"}),
    "big": frozenset({"N"}),
    "decimal": frozenset({"N", "DECIMAL"}),
    "nth": frozenset({"NTH"}),
    "nth_day": frozenset({"NTH", "NTHDAY"}),
    "tens": frozenset({"TENS"}),
    "year": frozenset({"N", "YEAR", "FOUR"}),
    "four": frozenset({"N", "FOUR"}),
    "three": frozenset({"N", "THREE"}),
    "hour": frozenset({"N", "DAY", "HOUR", "TWO"}),
    "day": frozenset({"N", "DAY", "TWO"}),
    "two": frozenset({"N", "TWO"}),
    "int": frozenset({"N"}),
    "ampm": frozenset({"AMPM"}),
    "era": frozenset({"ERA"}),
    "word": frozenset({"N", "NWORD"}),
    "hundred": frozenset({"N", "HUNDRED"}),
    "hour_word": frozenset({"N", "NWORD", "HWORD"}),
    "year_words": frozenset({"YEAR", "N"}),
}
"""Forms of numbers and the categories that each is in."""


def token_pattern(language: Language) -> re.Pattern[str]:
    """The lexer's expression with the endings that make ordinals in a language."""
    return re.compile(_TOKEN.replace("NTH", "|".join(sorted(language.nth_endings)) or "(?!)"))


class Lexicon:
    """Which letter stands for which set of categories; every literal of the patterns is a category too."""

    def __init__(self, language: Language, literals: frozenset[str]) -> None:
        self.language = language
        self.token = token_pattern(language)
        self.counting = Counting.of(language)
        self._letters: dict[frozenset[str], str] = {frozenset(): "."}
        self.any_case: dict[str, str] = {}
        self.lower_case: dict[str, str] = {}
        for word in sorted({word for table in language.words.values() for word in table} | literals):
            names = {name for name, table in language.words.items() if word in table}
            names |= {"=" + word} if word in literals else set()
            self.any_case[word] = self._letter(frozenset(names))
            plain = names - {"MONTH", "WEEKDAY"} if word in language.capitalised else names
            self.lower_case[word] = self._letter(frozenset(plain))
        self.shapes = {shape: self._letter(names) for shape, names in _SHAPES.items()}

    def _letter(self, names: frozenset[str]) -> str:
        return self._letters.setdefault(names, chr(0x4E00 + len(self._letters)) if names else ".")

    def members(self, name: str) -> str:
        """Every letter whose set holds a category."""
        return "".join(letter for names, letter in self._letters.items() if name in names)

    def any_of(self, *names: str) -> str:
        """An expression for one letter of any of the categories; it never matches where none has a word."""
        letters = "".join(sorted({letter for name in names for letter in self.members(name)}))
        return f"[{letters}]" if letters else "(?!)"

    def letters_beyond(self, links: frozenset[str]) -> str:
        """Every letter but those of words that only link."""
        linking = {self.any_case.get(word) for word in links} | {self.lower_case.get(word) for word in links} | {"."}
        return "".join(letter for letter in self._letters.values() if letter not in linking)


def lex(text: str, lexicon: Lexicon) -> Lexed:
    """The tokens of `text`; number words that belong together ("twenty-four") become one token."""
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    letters: list[str] = []
    values: dict[int, Value] = {}
    numbers: list[int] = []
    any_case, lower_case, shapes = lexicon.any_case, lexicon.lower_case, lexicon.shapes
    counting = lexicon.counting
    for match in lexicon.token.finditer(text):
        word = match.group()
        key = "'" if word in _APOSTROPHES else word.lower()
        if key in any_case:
            sign = any_case[key] if word[0].isupper() else lower_case[key]
            if counting.may_begin(key):
                numbers.append(len(words))
        elif word[0].isdecimal():
            shape, value = _number(key)
            sign = shapes[shape]
            values[len(words)] = value
        elif len(word) > 1 and word[1] == ".":
            sign = shapes["ampm" if key[-2:].startswith("m") or key[-1] == "m" else "era"]
        else:
            sign = "."
        words.append(key)
        starts.append(match.start())
        ends.append(match.end())
        letters.append(sign)
    lexed = Lexed(text, words, starts, ends, values, "".join(letters))
    return join_numbers(lexed, numbers, shapes, counting) if numbers else lexed


def _number(word: str) -> tuple[str, Value]:
    """Form and value of a token that begins with a digit."""
    if word.isdecimal():
        return _whole(word)
    if word[-1] == "s":
        return "tens", int(word.rstrip("'’s"))
    ordinal = _ORDINAL.match(word)
    if ordinal:
        nth = int(ordinal[1])
        return ("nth_day" if 1 <= nth <= 31 else "nth"), nth
    if ":" in word and "-" not in word:
        return "clock", word
    if "," in word:
        return "big", int(word.replace(",", ""))
    if "-" in word:
        return "iso", word
    if "/" in word or word.count(".") == 2:
        return "slashed", word
    return "decimal", float(word)


def _whole(word: str) -> tuple[str, Value]:
    number = int(word) if len(word) < 10 else 10**9
    if len(word) == 4:
        return ("year" if 1000 <= number <= 2999 else "four"), number
    if len(word) == 3:
        return "three", number
    if len(word) > 2:
        return "int", number
    if 1 <= number <= 31:
        return ("hour" if number <= _HOURS else "day"), number
    return "two", number
