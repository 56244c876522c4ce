"""What a language brings to the tagger: its words of time, its patterns, its guards, its verbs. Data, no steps.

English is `english_language.ENGLISH`. Another language is another `Language` with the same category names and
part names; the steps (lexer, finder, refiners, resolvers) know no words of their own.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from ..model import Relation

if TYPE_CHECKING:
    from .guards import Place

Value: TypeAlias = str | int | float
Guard: TypeAlias = "Callable[[Place], bool]"


@dataclass(frozen=True, slots=True)
class Row:
    """One pattern: what it is called, which resolver reads its parts, and the parts that it always sets."""

    rule: str
    kind: str
    pattern: str
    parts: Mapping[str, Value] = field(default_factory=dict)
    guard: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Verbs:
    """The verbs that tell whether a date lies ahead; base forms but for the auxiliaries, all in lower case."""

    modals: frozenset[str]
    """Auxiliaries of what is to come or may be."""
    will: frozenset[str]
    """Those that promise."""
    perfect: frozenset[str]
    had: frozenset[str]
    """The auxiliary of what lay behind the past."""
    scheduling: frozenset[str]
    """What is planned or put off: a date of its own lies ahead, unless it opens the clause."""
    wanting: frozenset[str]
    """Verbs whose infinitive lies ahead: "agreed in June to buy it by May"."""
    timetable: frozenset[str]
    """Verbs whose present tense tells of a timetable: "the festival begins on Sunday"."""
    bound_ahead: frozenset[str]
    """Prepositions that set a plan's date: "postponed until May"."""
    unfulfilled: frozenset[str]
    """Words whose date is still to come: "the deadline of May 3"."""
    to_be: frozenset[str]
    as_soon: tuple[frozenset[str], str]
    """ "As soon as Tuesday": the words, and the one before them."""


@dataclass(frozen=True, slots=True)
class Joints:
    """The small words that tie dates to each other and to their sentence."""

    relations: Mapping[str, Relation]
    """Prepositions that bound an event, of up to three words."""
    articles: frozenset[str]
    """What may stand between a preposition and its date."""
    article: str
    """The article that belongs to a noun behind the date: "the May 3 attack"."""
    during: frozenset[str]
    """Prepositions that may also say "more than": "over three years"."""
    onward: frozenset[str]
    """Behind "from 2003": it began then and goes on."""
    to: frozenset[str]
    """Between the ends of a range, alone ("March to May")."""
    to_if_opened: frozenset[str]
    """The same where something opens the range ("from March until May")."""
    both: Mapping[str, str]
    """Between the ends, and the word that must open the range then: "between March and May"."""
    openers: frozenset[str]
    clock_then_day: frozenset[tuple[str, ...]]
    """What may stand in "5 p.m. on Monday"."""
    day_then_clock: frozenset[tuple[str, ...]]
    """What may stand in "Monday at 5 p.m."."""


@dataclass(frozen=True, slots=True, eq=False)
class Language:
    """Everything that the tagger knows of one language; compared and hashed by identity."""

    code: str
    """ISO 639-1."""
    words: Mapping[str, Mapping[str, Value]]
    """Category -> word -> value; the words in lower case."""
    rows: tuple[Row, ...]
    macros: Mapping[str, str]
    links: frozenset[str]
    """Words and marks that only link: no pattern is made of them alone."""
    capitalised: frozenset[str]
    """Names that count as such only with a capital."""
    abbreviations: frozenset[str]
    """Names that may end in a full stop of their own."""
    nth_endings: frozenset[str]
    """Endings that make an ordinal of figures: "3rd"."""
    number_joint: str
    """The word inside a number: "two hundred and ten"."""
    guards: Mapping[str, Guard]
    verbs: Verbs
    joints: Joints
    keeps_article: frozenset[str] = frozenset()
    """Rules whose article stays with the date before a noun."""
