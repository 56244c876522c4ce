"""A second language is a table that is passed in: the steps know no English words of their own."""

from __future__ import annotations

from types import MappingProxyType

import pytest
import spacy

from timeline.dates import find_dates
from timeline.dates.calendar import day_number
from timeline.dates.vocabulary import Joints, Language, Row, Verbs
from timeline.model import Published

from .cases import days_of

_NONE: frozenset[str] = frozenset()
_MONTHS = "januar februar märz april mai juni juli august september oktober november dezember".split()
_DAYS = "montag dienstag mittwoch donnerstag freitag samstag sonntag".split()

GERMAN = Language(
    code="de",
    words=MappingProxyType(
        {
            "MONTH": {name: number for number, name in enumerate(_MONTHS, 1)},
            "WEEKDAY": {name: number for number, name in enumerate(_DAYS)},
            "DEICTIC": {"heute": 0, "gestern": -1, "morgen": 1},
            "UNIT": {"tag": "D", "woche": "W", "monat": "M", "jahr": "Y"},
            "UNITS": {"tagen": "D", "wochen": "W", "monaten": "M", "jahren": "Y"},
            "NUMBERWORD": {"zwei": 2, "drei": 3, "fünf": 5},
            "MAGNITUDE": {"hundert": 100},
            "ORDINAL": {"erste": 1},
            "EARLY": {"anfang": "START", "mitte": "MID", "ende": "END"},
            "SEASON": {"sommer": "SU", "winter": "WI"},
            "SHIFT": {"letzten": -1, "nächsten": 1},
        }
    ),
    rows=(
        Row("tag monat jahr", "date", "d:DAY . m:MONTH y:YEAR"),
        Row("tag monat", "date", "d:DAY . m:MONTH"),
        Row("monat jahr", "date", "( mod:EARLY )? m:MONTH y:YEAR"),
        Row("monat", "date", "m:MONTH"),
        Row("jahr", "date", "y:YEAR"),
        Row("wochentag", "weekday", "w:WEEKDAY"),
        Row("heute", "deictic", "day:DEICTIC"),
        Row("vor n tagen", "ago", "vor n:N u:UNITS"),
        Row("letzten sommer", "season", "shift:SHIFT s:SEASON"),
    ),
    macros={},
    links=frozenset({".", "vor"}),
    capitalised=_NONE,
    abbreviations=_NONE,
    nth_endings=_NONE,
    number_joint="und",
    guards={},
    verbs=Verbs(_NONE, _NONE, _NONE, _NONE, _NONE, _NONE, _NONE, _NONE, _NONE, _NONE, (_NONE, "")),
    joints=Joints(
        relations={"bis": "until", "seit": "since", "nach": "after"},
        articles=frozenset({"zum"}),
        article="der",
        during=_NONE,
        onward=_NONE,
        to=frozenset({"bis"}),
        to_if_opened=_NONE,
        both={"und": "zwischen"},
        openers=frozenset({"von", "zwischen"}),
        clock_then_day=frozenset(),
        day_then_clock=frozenset(),
    ),
)
"""A dozen words and nine patterns: enough to show that nothing else is needed."""

_DAY = day_number(2025, 12, 17)


@pytest.mark.parametrize(
    ("text", "span", "value", "days"),
    [
        ("Das Werk brannte am 6. November 2025.", "6. November 2025", "2025-11-06", "2025-11-06 2025-11-06"),
        ("Das Werk brannte am 6. November.", "6. November", "2025-11-06", "2025-11-06 2025-11-06"),
        ("Es begann Ende März 2024.", "Ende März 2024", "2024-03", "2024-03-21 2024-03-31"),
        ("Sie kamen am Montag an.", "Montag", "2025-12-15", "2025-12-15 2025-12-15"),
        ("Gestern fiel Schnee.", "Gestern", "2025-12-16", "2025-12-16 2025-12-16"),
        ("Der Turm fiel vor drei Tagen.", "vor drei Tagen", "2025-12-14", "2025-12-14 2025-12-14"),
        ("Er blieb bis 2009.", "2009", "2009", ".. 2009-12-31"),
        ("Seit 2014 wartet er.", "2014", "2014", "2014-01-01 .."),
        ("Es regnete im letzten Sommer.", "letzten Sommer", "2025-SU", "2025-06-01 2025-08-31"),
    ],
)
def test_another_language_is_read_with_its_own_table(text: str, span: str, value: str, days: str) -> None:
    found = find_dates(spacy.blank("de")(text), Published(_DAY, _DAY, "given"), language=GERMAN)
    shown = [(one.text, one.value, days_of(one.when)) for one in found]
    assert shown == [(span, value, days)]


def test_a_range_is_joined_by_the_words_of_its_language() -> None:
    doc = spacy.blank("de")("Er schlief zwischen März 2024 und Mai 2024.")
    first, last = find_dates(doc, Published(_DAY, _DAY, "given"), language=GERMAN)
    assert first.when is not None and first.when.is_span
    assert (first.relation, last.relation) == ("from", "to")


def test_english_words_mean_nothing_in_another_language() -> None:
    doc = spacy.blank("de")("Yesterday and on Monday, two days ago, in May.")
    assert find_dates(doc, Published(_DAY, _DAY, "given"), language=GERMAN) == ()
