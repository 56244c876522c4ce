"""Which way a date points, by the verb that governs it."""

from __future__ import annotations

import pytest

from timeline.dates.english_verbs import ENGLISH_VERBS
from timeline.dates.tense import Tenses
from timeline.parse import parse


@pytest.mark.parametrize(
    ("text", "tense"),
    [
        ("The envoys met on Friday.", "past"),
        ("The envoys have met on Friday.", "past"),
        ("The envoys will meet on Friday.", "future"),
        ("The envoys would meet on Friday, she said.", "future"),
        ("The envoys plan to meet on Friday.", "future"),
        ("The envoys are to meet on Friday.", "future"),
        ("The meeting is scheduled for Friday.", "future"),
        ("The talks are expected to resume on Friday.", "future"),
        ("They agreed on Friday to share the river.", "past"),
        ("On Friday, the government planned a levy.", "past"),
        ("The road stays shut until Friday.", "future"),
        ("Until Friday, nobody had called her.", "past"),
        ("The festival begins on Friday.", "future"),
        ("The envoy could land as soon as Friday.", "future"),
        ("They tried to leave on Friday.", "past"),
        ("Friday's vote was close.", "none"),
    ],
)
def test_the_governing_verb_decides(text: str, tense: str) -> None:
    assert Tenses(parse(text), ENGLISH_VERBS).at(text.index("Friday")) == tense


def test_an_empty_text_has_no_tense() -> None:
    tenses = Tenses(parse(""), ENGLISH_VERBS)
    assert tenses.at(0) == "none" and tenses.tag_at(0) == ""
