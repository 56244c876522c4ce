"""The English words of time, as data: category -> word -> value.

Another language is another module of this shape (and its rows of patterns). Words are lower case. A word
of `CAPITALISED` counts only when the text writes it with a capital: "may", "march", "sun" and "sat" are
ordinary words otherwise.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from .vocabulary import Value

_MONTH_NAMES = ("january february march april may june july august september october november december").split()
_WEEKDAY_NAMES = "monday tuesday wednesday thursday friday saturday sunday".split()

_FULL = frozenset({*_MONTH_NAMES, *_WEEKDAY_NAMES})

MONTH: Final[Mapping[str, int]] = {
    **{name: number for number, name in enumerate(_MONTH_NAMES, 1)},
    **{name[:3]: number for number, name in enumerate(_MONTH_NAMES, 1)},
    "sept": 9,
}
WEEKDAY: Final[Mapping[str, int]] = {
    **{name: number for number, name in enumerate(_WEEKDAY_NAMES)},
    **{name[:3]: number for number, name in enumerate(_WEEKDAY_NAMES)},
    "tues": 1,
    "weds": 2,
    "thur": 3,
    "thurs": 3,
}
WEEKDAYS: Final[Mapping[str, int]] = {name + "s": number for number, name in enumerate(_WEEKDAY_NAMES)}

ABBREVIATIONS: Final = frozenset(word for word in (*MONTH, *WEEKDAY) if len(word) <= 5 and word not in _FULL)
"""Names that may end in a full stop of their own."""

CAPITALISED: Final = frozenset({*(name[:3] for name in _MONTH_NAMES + _WEEKDAY_NAMES), "march", "august", "sept"})

SEASON: Final[Mapping[str, str]] = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
SEASONS: Final[Mapping[str, str]] = {"springs": "SP", "summers": "SU", "autumns": "FA", "winters": "WI"}

UNIT: Final[Mapping[str, str]] = {
    "second": "S",
    "minute": "MIN",
    "hour": "H",
    "day": "D",
    "week": "W",
    "fortnight": "FN",
    "weekend": "WE",
    "month": "M",
    "quarter": "Q",
    "year": "Y",
    "decade": "DE",
    "century": "CE",
    "millennium": "ML",
}
UNITS: Final[Mapping[str, str]] = {
    **{word + "s": code for word, code in UNIT.items() if word not in ("century", "millennium")},
    "centuries": "CE",
    "millennia": "ML",
}

PART: Final[Mapping[str, str]] = {
    "morning": "MO",
    "afternoon": "AF",
    "evening": "EV",
    "night": "NI",
    "dawn": "MO",
    "daybreak": "MO",
    "sunrise": "MO",
    "dusk": "EV",
    "sunset": "EV",
    "nightfall": "EV",
    "lunchtime": "AF",
    "nighttime": "NI",
    "daytime": "DT",
}
PARTS: Final[Mapping[str, str]] = {"mornings": "MO", "afternoons": "AF", "evenings": "EV", "nights": "NI"}
CLOCK: Final[Mapping[str, str]] = {"noon": "12:00", "midday": "12:00", "midnight": "24:00"}

NUMBER: Final[Mapping[str, int]] = {
    word: number
    for number, word in enumerate(
        (
            "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
            " sixteen seventeen eighteen nineteen twenty"
        ).split()
    )
} | {
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
    "dozen": 12,
}
MAGNITUDE: Final[Mapping[str, int]] = {"hundred": 100, "thousand": 1000}

COUPLE: Final[Mapping[str, int]] = {"couple": 2, "pair": 2}

ORDINAL: Final[Mapping[str, int]] = {
    word: number
    for number, word in enumerate(
        (
            "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth"
            " fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
        ).split(),
        1,
    )
} | {"thirtieth": 30, "final": -1}

DECADE: Final[Mapping[str, int]] = {
    "twenties": 20,
    "thirties": 30,
    "forties": 40,
    "fifties": 50,
    "sixties": 60,
    "seventies": 70,
    "eighties": 80,
    "nineties": 90,
}

SHIFT: Final[Mapping[str, int]] = {
    "last": -1,
    "previous": -1,
    "past": -1,
    "this": 0,
    "current": 0,
    "next": 1,
    "coming": 1,
    "following": 1,
    "upcoming": 1,
}
DEICTIC: Final[Mapping[str, int]] = {"today": 0, "yesterday": -1, "tomorrow": 1}

PAST: Final[Mapping[str, int]] = {"last": -1, "past": -1, "previous": -1, "recent": -1, "preceding": -1}
AHEAD: Final[Mapping[str, int]] = {"next": 1, "coming": 1, "following": 1, "upcoming": 1, "subsequent": 1}

FEW: Final[Mapping[str, str]] = dict.fromkeys(
    ("several", "few", "some", "many", "numerous", "countless", "dozens", "hundreds"), "X"
)

EARLY: Final[Mapping[str, str]] = {"early": "START", "mid": "MID", "late": "END"}
BEGINNING: Final[Mapping[str, str]] = {
    "beginning": "START",
    "start": "START",
    "onset": "START",
    "middle": "MID",
    "end": "END",
    "close": "END",
}
ABOUT: Final[Mapping[str, str]] = dict.fromkeys(
    ("about", "around", "approximately", "roughly", "circa", "ca"), "APPROX"
)

TIMELESS: Final[Mapping[str, str]] = {
    "now": "PRESENT_REF",
    "currently": "PRESENT_REF",
    "nowadays": "PRESENT_REF",
    "presently": "PRESENT_REF",
    "recently": "PAST_REF",
    "lately": "PAST_REF",
    "formerly": "PAST_REF",
    "former": "PAST_REF",
    "future": "FUTURE_REF",
    "current": "PRESENT_REF",
    "recent": "PAST_REF",
}

EVERY: Final[Mapping[str, str]] = {"every": "EACH", "each": "EACH"}
PERIODIC: Final[Mapping[str, str]] = {
    "hourly": "PT1H",
    "daily": "P1D",
    "nightly": "P1D",
    "weekly": "P1W",
    "biweekly": "P2W",
    "fortnightly": "P2W",
    "monthly": "P1M",
    "annually": "P1Y",
    "yearly": "P1Y",
}

HOLIDAY: Final[Mapping[str, str]] = {
    "christmas": "12-25",
    "halloween": "10-31",
    "thanksgiving": "thanksgiving",
    "easter": "easter",
    "ramadan": "ramadan",
    "juneteenth": "06-19",
    "epiphany": "01-06",
    "nowruz": "03-20",
}

ZONE: Final[Mapping[str, str]] = {
    "gmt": "Z",
    "utc": "Z",
    "est": "-05",
    "edt": "-04",
    "cst": "-06",
    "cdt": "-05",
    "mst": "-07",
    "mdt": "-06",
    "pst": "-08",
    "pdt": "-07",
    "bst": "+01",
    "cet": "+01",
    "cest": "+02",
    "ist": "+05:30",
    "jst": "+09",
    "aest": "+10",
    "et": "",
    "ct": "",
    "pt": "",
}

SIDE: Final[Mapping[str, str]] = {
    "before": "before",
    "preceding": "before",
    "prior": "before",
    "after": "after",
    "following": "after",
}
"""On which side of its event an expression lies."""
EARLIER: Final[Mapping[str, str]] = {"earlier": "START", "later": "END"}
HALF: Final[Mapping[str, int]] = {"first": 1, "second": 2, "latter": 2, "last": 2}
WEEK_NTH: Final[Mapping[str, int]] = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": -1, "final": -1}

CATEGORIES: Final[Mapping[str, Mapping[str, Value]]] = {
    "MONTH": MONTH,
    "WEEKDAY": WEEKDAY,
    "WEEKDAYS": WEEKDAYS,
    "SEASON": SEASON,
    "SEASONS": SEASONS,
    "UNIT": UNIT,
    "UNITS": UNITS,
    "PART": PART,
    "PARTS": PARTS,
    "NOON": CLOCK,
    "NUMBERWORD": NUMBER,
    "MAGNITUDE": MAGNITUDE,
    "ORDINAL": ORDINAL,
    "COUPLE": COUPLE,
    "NINETIES": DECADE,
    "SHIFT": SHIFT,
    "DEICTIC": DEICTIC,
    "PAST": PAST,
    "AHEAD": AHEAD,
    "FEW": FEW,
    "EARLY": EARLY,
    "BEGINNING": BEGINNING,
    "ABOUT": ABOUT,
    "TIMELESS": TIMELESS,
    "EVERY": EVERY,
    "PERIODIC": PERIODIC,
    "HOLIDAY": HOLIDAY,
    "ZONE": ZONE,
    "SIDE": SIDE,
    "EARLIER": EARLIER,
    "HALF": HALF,
    "WEEK_NTH": WEEK_NTH,
}
"""Every category that a row of patterns may name, besides the numeric ones of the lexer."""
