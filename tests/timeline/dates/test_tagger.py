"""The whole tagger: relations, ranges, alternatives, the page's own date, the trace, the language."""

from __future__ import annotations

import pytest

from timeline.dates import find_dates
from timeline.dates.calendar import day_number
from timeline.dates.language import guess_language, language_notice
from timeline.model import Published
from timeline.parse import parse

from .cases import read

DAY = day_number(2025, 12, 17)


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("It stood until 2009.", (None, day_number(2009, 12, 31), day_number(2009), day_number(2009, 12, 31))),
        ("It has stood since 2014.", (day_number(2014), day_number(2014, 12, 31), DAY, None)),
        ("It is to open by March.", (None, day_number(2026, 3, 31), None, day_number(2026, 3, 31))),
        ("It stood in 2009.", (day_number(2009), day_number(2009, 12, 31)) * 2),
        (
            "It stood from 1999 to 2009.",
            (day_number(1999), day_number(1999, 12, 31), day_number(2009), day_number(2009, 12, 31)),
        ),
    ],
)
def test_prepositions_bound_the_start_and_the_end(text: str, bounds: tuple[int | None, ...]) -> None:
    when = read(text)[0].when
    assert when is not None
    assert (when.start_earliest, when.start_latest, when.end_earliest, when.end_latest) == bounds


def test_both_ends_of_a_range_carry_the_whole_of_it() -> None:
    first, last = read("The river rose between March and May.")
    assert first.when is not None and last.when is not None and first.when.is_span
    assert (first.relation, last.relation) == ("from", "to")
    assert (first.when.earliest, first.when.latest) == (last.when.earliest, last.when.latest)


def test_two_dates_that_are_no_range_stay_apart() -> None:
    found = read("The river rose in March and May.")
    assert [one.when.is_span for one in found if one.when] == [False, False]


def test_the_other_reading_of_a_date_in_figures_is_kept() -> None:
    (one,) = read("The form was stamped 6/11/2025.")
    assert one.when is not None and one.when.alternatives == ((day_number(2025, 11, 6), day_number(2025, 11, 6)),)


def test_next_friday_keeps_the_nearer_friday_as_an_alternative() -> None:
    (one,) = read("They will meet next Friday.")
    assert one.value == "2025-12-26"
    assert one.when is not None and one.when.alternatives == ((day_number(2025, 12, 19), day_number(2025, 12, 19)),)


def test_the_line_that_dates_the_page_is_no_time_of_the_story() -> None:
    text = "Dam breaks\nDecember 17, 2025\nThe dam broke on December 17, 2025, after rain."
    found = find_dates(parse(text), Published(DAY, DAY, "dateline"))
    assert [one.span.start for one in found] == [text.rindex("December")]


def test_the_clock_of_another_zone_is_kept_with_the_day_as_told() -> None:
    (one,) = read("The shot fell at 5 p.m. EST on Monday.")
    assert one.when is not None and one.when.clock == "17:00-05"


def test_the_trace_tells_which_rule_made_and_which_guard_refused() -> None:
    steps: list[str] = []
    find_dates(
        parse("They may leave in March, after the fall of Troy."), Published(DAY, DAY, "given"), trace=steps.append
    )
    assert any(step.startswith("made 'March'") and "'month'" in step for step in steps)
    assert any(step.startswith("refused 'the fall'") for step in steps)


def test_the_trace_changes_nothing() -> None:
    doc = parse("Fire broke out on May 3, 2024; two days later it reached the town.")
    published = Published(DAY, DAY, "given")
    assert find_dates(doc, published, trace=[].append) == find_dates(doc, published)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The dam broke on Monday and the water reached the town before it was dark in the hills of the north.", "en"),
        ("La presa se rompió el lunes y el agua llegó a la ciudad antes de que fuera de noche en las montañas.", "es"),
        (
            "Le barrage a cédé lundi et l'eau est arrivée dans la ville avant que la nuit ne tombe sur les collines.",
            "fr",
        ),
        (
            "Der Damm brach am Montag und das Wasser erreichte die Stadt, bevor es in den Bergen dunkel war. "
            "Es ist nicht klar, ob der Regen die Ursache war.",
            "de",
        ),
        (
            "A barragem rompeu na segunda-feira e a água chegou à cidade antes da noite, mas não\nse sabe como.",
            "pt",
        ),
        ("Плотина прорвалась в понедельник, и вода дошла до города.", "ru"),
        ("Dam 7", "en"),
    ],
)
def test_the_language_of_a_text_is_guessed(text: str, language: str) -> None:
    assert guess_language(text) == language
    notice = language_notice(text)
    assert (notice is None) == (language == "en")
    assert notice is None or f"({language})" in notice


HISTORY = (
    "Rail came to the coast in 1871, and the port grew from 1880 to 1893 as the mines did. The first mayor took "
    "office in 1894 and stayed until 1902. War broke out in May 1904, when a fleet of nine ships landed at the mouth "
    "of the river and shelled the fort. The town was burned down to the last house. "
)


def test_a_date_that_leaps_away_rules_its_own_paragraph_only() -> None:
    found = read(HISTORY + "A poem of March 1930 mourns it.\nIn August the mill burned down.", "2010-03-01")
    assert found[-1].value == "1904-08"


def test_a_look_back_does_not_move_the_story() -> None:
    found = read(HISTORY + "The mayor had left the town in June 1898. In August the mill burned down.", "2010-03-01")
    assert found[-1].value == "1904-08"


def test_today_in_a_history_is_no_day() -> None:
    found = read(HISTORY + "Its ruins stand in a park today.", "2010-03-01")
    assert (found[-1].value, found[-1].when) == ("PRESENT_REF", None)


def test_news_that_tells_of_old_years_is_read_from_its_own_day() -> None:
    found = read("The mayor said on Monday that the fort, built in 1894, shelled in 1904, burned in 1911 and closed "
                 "in 1930, may open in May.", "2010-03-01")  # fmt: skip
    assert found[-1].value == "2010-05"
