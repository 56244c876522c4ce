"""Every pattern of English, in order: among matches of equal length the first row wins."""

from __future__ import annotations

from typing import Final

from .english_amounts import CLOCK_ROWS, DURATION_ROWS, MILITARY_ROWS, SET_ROWS, TRAP_ROWS, VAGUE_ROWS
from .english_dates import DATE_ROWS
from .english_relative import ANCHORED_ROWS, RELATIVE_ROWS
from .vocabulary import Row

MACROS: Final = {
    "ABOUTS": "( about:ABOUT | nearly | almost | some | over | under | at least | more than | less than | up to"
    " | close to | no more than | another )?",
    "ADJECTIVE": "( - | full | more | consecutive | trading | straight | long | additional | extra | single | whole"
    " | entire )?",
    "AT": "( shortly before | shortly after | just before | just after | around | about )?",
    "COUNT": "( n:N|a|an|another|one | a n:HUNDRED | a? n:COUPLE of? | few:FEW of? | a few:FEW of?"
    " | n:DAY half:DAY / DAY )",
    "D": "( d:DAY | d:NTHDAY )",
    "DAYPART": "( early in )? ( the early? ) part:PART hours?",
    "ERA": "( era:ERA | era:bc|bce|ad|ce )",
    "FEW": "( few:FEW )",
    "LENGTH": "short|long|brief|lengthy|considerable",
    "M": "m:MONTH .?",
    "MOD": "( the? very? mod:EARLY ( - | in | part of )? the? | the? very? mod:BEGINNING of the? )?",
    "MODS": "( the? very? mod:EARLY ( - | in | part of )? the? | the? very? mod:BEGINNING of the? )",
    "PART": "( part:PART )?",
    "SAME": "( same | corresponding | comparable | similar | equivalent )",
    "SIDE": "( side:before|after|following|preceding | side:prior to )",
    "THATYEAR": "( of ( that | the same ) year )",
    "THESE": "( the | these )?",
    "TO": "-|–|—|to|and|or|through|until",
    "UNIT": "( u:UNIT | u:UNITS )",
    "WD": "( w:WEEKDAY .? ,? )?",
    "Y": "y:YEAR",
    "YEARAGO": "comparable? year -? ago|earlier",
    "YEARSAGO": "( a | one ) year ago|earlier|before",
    "ZONE": "( ,? z:ZONE | local time )?",
}
"""Parts that several patterns share."""

LINKS: Final = frozenset(
    {
        *(
            "the",
            "of",
            "in",
            "on",
            "a",
            "an",
            "and",
            "to",
            "at",
            "by",
            "or",
            "from",
            "for",
            "this",
            "that",
            "these",
            "same",
        ),
        *(
            "more",
            "than",
            "some",
            "over",
            "under",
            "up",
            "less",
            "least",
            "only",
            "another",
            "into",
            "part",
            "per",
            "very",
        ),
        *("early", "late", "its", "most", "just", "close", "full", "so", "or", "no", "after", "before", "between"),
        *(",", ".", "-", "–", "—", "'", "/", "s", "c", "o"),
    }
)
"""Words and marks that link the parts of a pattern; no pattern is made of them alone."""

ROWS: Final[tuple[Row, ...]] = (
    *TRAP_ROWS,  # first: "a 6-year-old" must not become a duration
    *MILITARY_ROWS,  # before durations: "at 1520 hours"
    *DATE_ROWS,
    *RELATIVE_ROWS,  # before durations: "two weeks ago" is longer anyway, "the weekend" is a date
    *ANCHORED_ROWS,  # before durations: they take the preposition that decides
    *SET_ROWS,
    *DURATION_ROWS,
    *CLOCK_ROWS,
    *VAGUE_ROWS,
)
