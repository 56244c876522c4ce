"""Each row of the tables: what is found, what it means, and what is no time at all."""

from __future__ import annotations

from collections import Counter

import pytest

from timeline.dates.edtf import to_edtf
from timeline.dates.english_rows import ROWS

from .cases import Case, cases, days_of, negatives, read, trace


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.marked)
def test_an_expression_has_its_span_value_days_and_edtf(case: Case) -> None:
    found = {(one.span.start, one.span.end): one for one in read(case.text, case.published)}
    one = found.get(case.span)
    assert one is not None, trace(case.text, case.published)
    edtf = to_edtf(one.when) if one.when else "-"
    meaning = (one.type, one.value, one.mod or "-", days_of(one.when), edtf)
    assert meaning == (case.type, case.value, case.mod, case.days, case.edtf), trace(case.text, case.published)
    assert one.text == case.text[slice(*case.span)]


@pytest.mark.parametrize(("why", "text"), negatives(), ids=lambda value: value)
def test_what_only_looks_like_a_time_is_left_alone(why: str, text: str) -> None:
    assert read(text) == (), f"{why}\n{trace(text, '2025-12-17')}"


def test_the_tables_are_as_large_as_promised_and_hold_no_row_twice() -> None:
    assert len(cases()) >= 400
    assert len(negatives()) >= 120
    twice = [text for text, times in Counter((case.marked, case.published) for case in cases()).items() if times > 1]
    assert twice == []


def test_nearly_every_pattern_has_a_case() -> None:
    used = {one.rule.removesuffix(" and clock") for case in cases() for one in read(case.text, case.published)}
    unused = [row.rule for row in ROWS if row.kind != "trap" and row.rule not in used]
    used_by_ranges = {rule for used_rule in used for rule in used_rule.split(" to ")}
    assert sorted(set(unused) - used_by_ranges) == []
