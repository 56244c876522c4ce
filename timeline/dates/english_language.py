"""English: the one language that is shipped, put together from its tables."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from ..model import Relation
from .english import ABBREVIATIONS, CAPITALISED, CATEGORIES
from .english_guards import GUARDS
from .english_rows import LINKS, MACROS, ROWS
from .english_verbs import ENGLISH_VERBS
from .vocabulary import Joints, Language

_RELATIONS: Final[Mapping[str, Relation]] = {
    "until": "until",
    "till": "until",
    "through": "until",
    "up to": "until",
    "up until": "until",
    "as late as": "until",
    "since": "since",
    "ever since": "since",
    "by": "by",
    "no later than": "by",
    "not later than": "by",
    "before": "before",
    "prior to": "before",
    "ahead of": "before",
    "earlier than": "before",
    "after": "after",
    "later than": "after",
    "during": "during",
    "throughout": "during",
    "from": "from",
}

_JOINTS: Final = Joints(
    relations=_RELATIONS,
    articles=frozenset({"the", "at", "least", "about", "around", "early", "late"}),
    article="the",
    during=frozenset({"over"}),
    onward=frozenset({"on", "onward", "onwards", "forward"}),
    to=frozenset({"to", "through"}),
    to_if_opened=frozenset({"until", "till"}),
    both={"and": "between"},
    openers=frozenset({"between", "from"}),
    clock_then_day=frozenset({(), (",",), ("on",), ("of",), (",", "on")}),
    day_then_clock=frozenset({("at",), (",", "at"), (",",), ()}),
)

ENGLISH: Final = Language(
    code="en",
    words=CATEGORIES,
    rows=ROWS,
    macros=MACROS,
    links=LINKS,
    capitalised=CAPITALISED,
    abbreviations=ABBREVIATIONS,
    nth_endings=frozenset({"st", "nd", "rd", "th"}),
    number_joint="and",
    guards=GUARDS,
    verbs=ENGLISH_VERBS,
    joints=_JOINTS,
    keeps_article=frozenset(
        {
            "year in words",
            "day of the running month",
            "day of that month",
            "month of",
            "half of a month",
            "season of a year",
        }
    ),
)
