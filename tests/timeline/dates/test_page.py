"""The page of supported expressions says what the table of cases says."""

from __future__ import annotations

from .page import PAGE, page


def test_the_page_is_the_one_that_its_script_writes() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run python -m tests.timeline.dates.page"
