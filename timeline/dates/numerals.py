"""Numbers in words: "twenty-four", "nineteen ninety-six", "two and a half", "a hundred"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from .vocabulary import Language, Value

_LOWEST_CENTURY, _HIGHEST_CENTURY = 10, 20
"""Century words that may begin a year in words: "ten sixty-six" to "twenty twenty-five"."""


_LARGEST = 10**9
"""Where a number phrase ends: what goes on beyond a billion is no amount of time."""


@dataclass(frozen=True, slots=True)
class Lexed:
    """The tokens of one text: words in lower case, their bounds, their values, and the string of letters."""

    text: str
    words: Sequence[str]
    starts: Sequence[int]
    ends: Sequence[int]
    values: Mapping[int, Value]
    letters: str


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number phrase: its value, how many tokens it takes, and what kind of number it is."""

    value: int
    length: int
    kind: str


@dataclass(frozen=True, slots=True, eq=False)
class Counting:
    """The number words of a language, and the word inside a number ("two hundred and ten")."""

    numbers: Mapping[str, int]
    magnitudes: Mapping[str, int]
    ordinals: Mapping[str, int]
    joint: str

    @classmethod
    def of(cls, language: Language) -> Counting:
        """Those of a language."""
        numbers, magnitudes, ordinals = (
            {word: int(value) for word, value in language.words.get(name, {}).items()}
            for name in ("NUMBERWORD", "MAGNITUDE", "ORDINAL")
        )
        return cls(numbers, magnitudes, ordinals, language.number_joint)

    def may_begin(self, word: str) -> bool:
        """Whether a number may begin with a word."""
        return word in self.numbers or word in self.magnitudes


def join_numbers(lexed: Lexed, numbers: Sequence[int], shapes: Mapping[str, str], counting: Counting) -> Lexed:
    """The same text with every number phrase as one token. `numbers` are the tokens that may begin one."""
    found: dict[int, Numeral] = {}
    after = 0
    for index in numbers:
        if index >= after:
            found[index] = _numeral(lexed.words, index, counting)
            after = index + found[index].length
    keep, index = [], 0
    while index < len(lexed.words):
        keep.append(index)
        index += found[index].length if index in found else 1
    values: dict[int, Value] = {}
    ends, letters = [], []
    for new, old in enumerate(keep):
        numeral = found.get(old)
        if numeral:
            values[new] = numeral.value
            ends.append(lexed.ends[old + numeral.length - 1])
            letters.append(shapes[numeral.kind])
            continue
        if old in lexed.values:
            values[new] = lexed.values[old]
        ends.append(lexed.ends[old])
        letters.append(lexed.letters[old])
    words = [lexed.words[old] for old in keep]
    return Lexed(lexed.text, words, [lexed.starts[old] for old in keep], ends, values, "".join(letters))


def _numeral(words: Sequence[str], start: int, counting: Counting) -> Numeral:
    """The longest number phrase from `start` on."""
    if words[start] in counting.magnitudes:
        return Numeral(counting.magnitudes[words[start]], 1, "hundred")
    value, length, ordinal = _below_hundred(words, start, counting)
    if ordinal:
        return Numeral(value, length, "nth_day" if value <= 31 else "nth")
    after = start + length
    if _LOWEST_CENTURY <= value <= _HIGHEST_CENTURY and after < len(words) and words[after] in counting.numbers:
        rest, more, ordinal = _below_hundred(words, after, counting)
        if rest >= 10 and not ordinal:
            return Numeral(value * 100 + rest, length + more, "year_words")
    return _magnified(words, start, value, after, counting)


def _magnified(words: Sequence[str], start: int, value: int, after: int, counting: Counting) -> Numeral:
    """The same number with its hundreds and thousands: "two hundred and ten", "two thousand"."""
    magnified = False
    while after < len(words) and words[after] in counting.magnitudes and value < _LARGEST:
        value *= counting.magnitudes[words[after]]
        after += 1
        magnified = True
        beyond = after + 1 if after + 1 < len(words) and words[after] == counting.joint else after
        if beyond < len(words) and words[beyond] in counting.numbers:
            rest, more, ordinal = _below_hundred(words, beyond, counting)
            if not ordinal:
                value, after = value + rest, beyond + more
    if magnified and 1900 <= value <= 2099:
        return Numeral(value, after - start, "year_words")
    small = not magnified and 1 <= value <= 12
    return Numeral(value, after - start, "hour_word" if small else "word")


def _below_hundred(words: Sequence[str], start: int, counting: Counting) -> tuple[int, int, bool]:
    """Value, tokens and whether an ordinal ends it: "twenty", "twenty-four", "twenty-first"."""
    tens = counting.numbers.get(words[start], 0)
    if tens < 20 or tens % 10:
        return tens, 1, False
    after = start + 2 if start + 2 < len(words) and words[start + 1] == "-" else start + 1
    if after < len(words):
        unit = counting.numbers.get(words[after], 0)
        if 1 <= unit <= 9:
            return tens + unit, after + 1 - start, False
        nth = counting.ordinals.get(words[after], 0)
        if 1 <= nth <= 9:
            return tens + nth, after + 1 - start, True
    return tens, 1, False
