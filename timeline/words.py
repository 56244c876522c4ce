"""Values in the words that a reader sees: times, places, confidence, credits.

Pure presentation for page, picture, tables and dashboard alike. Dates are written "6 Nov 2025", because
"06/11/2025" means two days in two countries. Years before the common era are written as "44 BC".
"""

from __future__ import annotations

from .dates.calendar import civil, day_number
from .kinds import KIND
from .model import Event, Published, Timeline, When

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
MONTH_NAMES = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
MONTH_PARTS = {(1, 10): "early", (11, 20): "mid"}
"""First and last day of the named parts of a month; "late" runs from the 21st to the month's end."""
DATA_CREDIT = "Places: GeoNames (CC BY 4.0). Base map: Natural Earth (public domain)."
SURE, LIKELY = 0.8, 0.5
"""Confidence from which an event is called sure, and likely; below it is a guess."""

STATUS_WORDS = {
    "asserted": "happened",
    "background": "earlier, as background",
    "planned": "planned",
    "hypothetical": "possible, not said to have happened",
    "negated": "denied or called off",
}
PLACE_KIND_WORDS = {
    "admin": "province or district",
    "country": "country",
    "territory": "territory",
    "region": "region",
    "island": "island",
    "water": "water",
    "mountain": "mountains",
    "continent": "continent",
}


def when_words(when: When | None) -> str:
    """The time of an event: "6 Nov 2025", "mid-November 2025", "until 2009", "no date"."""
    if when is None:
        return "no date"
    words = _bounded(when)
    if when.approximate and not words.startswith("about "):
        words = f"about {words}"
    return f"{words}, {when.clock}" if when.clock else words


def published_words(published: Published) -> str:
    """An article's publication date: "17 Dec 2025", "between 19 Nov and 31 Dec 2025", "not stated"."""
    if published.earliest is None and published.latest is None:
        return "not stated"
    if published.earliest is None or published.latest is None:
        return _open(published.earliest, published.latest)
    if published.day is not None:
        return range_words(published.day, published.day)
    words = range_words(published.earliest, published.latest, joint=" and ")
    return f"between {words}" if " and " in words else f"in {words}"


def _bounded(when: When) -> str:
    first, last = when.earliest, when.latest
    if first is None and last is None:
        return "at some time"
    if first is None or last is None:
        return _open_ended(when)
    if when.is_span:
        return _span(when, first, last)
    if when.precision == "decade" and _whole_years(first, last):
        return f"the {civil(first)[0]}s"
    if when.precision == "week":
        return f"week of {range_words(first, last)}"
    return f"by {range_words(last, last)}" if when.relation == "by" else range_words(first, last)


def _open_ended(when: When) -> str:
    """ "since 2014" and "until 2009"; for what is after or before a day, that day itself counts ("or later")."""
    first, last = when.earliest, when.latest
    if first is not None:
        near = range_words(first, first if when.start_latest is None else when.start_latest)
        return f"{near} or later" if when.relation == "after" else f"since {near}"
    assert last is not None
    near = range_words(last if when.end_earliest is None else when.end_earliest, last)
    return f"{near} or earlier" if when.relation == "before" else f"until {near}"


def _open(first: int | None, last: int | None) -> str:
    if first is not None:
        return f"since {range_words(first, first)}"
    return f"until {range_words(last, last)}" if last is not None else "at some time"


def _span(when: When, first: int, last: int) -> str:
    """A span with sure ends is "3–5 Jun 2025"; with fuzzy ends "from March 2025 to May 2025"."""
    begins, ends = when.start_latest, when.end_earliest
    if begins is None or ends is None or (begins == first and ends == last):
        return range_words(first, last)
    return f"from {range_words(first, begins)} to {range_words(ends, last)}"


def range_words(first: int, last: int, *, joint: str = "–") -> str:
    """A closed range of days, by its largest whole units: "2009", "January 2024", "11–20 Nov 2025"."""
    (year, month, day), (end_year, end_month, end_day) = civil(first), civil(last)
    if first == last:
        return f"{day} {MONTHS[month - 1]} {year_words(year)}"
    if _whole_years(first, last):
        return year_words(year) if year == end_year else f"{year_words(year)}{joint}{year_words(end_year)}"
    if (year, month) == (end_year, end_month):
        return _within_month(year, month, day, end_day, joint)
    if day == 1 and _is_month_end(last):
        head = MONTHS[month - 1] if year == end_year else f"{MONTHS[month - 1]} {year_words(year)}"
        return f"{head}{joint}{MONTHS[end_month - 1]} {year_words(end_year)}"
    head = f"{day} {MONTHS[month - 1]}" if year == end_year else f"{day} {MONTHS[month - 1]} {year_words(year)}"
    return f"{head}{joint}{end_day} {MONTHS[end_month - 1]} {year_words(end_year)}"


def _within_month(year: int, month: int, day: int, end_day: int, joint: str) -> str:
    name = f"{MONTH_NAMES[month - 1]} {year_words(year)}"
    month_ends = _is_month_end(day_number(year, month, end_day))
    if day == 1 and month_ends:
        return name
    part = "late" if day == 21 and month_ends else MONTH_PARTS.get((day, end_day))
    if part:
        return f"{part}-{name}" if part == "mid" else f"{part} {name}"
    return f"{day}{joint}{end_day} {MONTHS[month - 1]} {year_words(year)}"


def _is_month_end(day: int) -> bool:
    return civil(day + 1)[2] == 1


def _whole_years(first: int, last: int) -> bool:
    return civil(first)[1:] == (1, 1) and civil(last)[1:] == (12, 31)


def year_words(year: int) -> str:
    """An astronomical year as people write it: 2025, "44 BC" for -43."""
    return str(year) if year > 0 else f"{1 - year} BC"


def place_words(event: Event) -> str:
    """Where an event happened: "Manta, Manabí (EC)", "Ecuador (country)", "no place"."""
    place = event.place
    if place is None:
        return "no place"
    names = [place.name]
    if place.admin1_name and place.admin1_name != place.name and not place.is_area:
        names.append(place.admin1_name)
    hint = PLACE_KIND_WORDS.get(place.kind) if place.is_area else place.country
    words = ", ".join(names) + (f" ({hint})" if hint else "")
    return f"{words}, implied by the text" if event.place_basis == "implied" else words


def kind_words(event: Event) -> str:
    """The word on screen for the kind of an event: "Election or vote"."""
    return KIND[event.kind].label


def status_words(event: Event) -> str:
    """What the text claims about an event: "happened", "planned", "denied or called off"."""
    return STATUS_WORDS[event.status]


def confidence_words(event: Event) -> str:
    """How sure the machine is and why: "likely, because the place is implied"; "checked by a person"."""
    if event.checked:
        return "checked by a person"
    level = "sure" if event.confidence >= SURE else "likely" if event.confidence >= LIKELY else "guess"
    doubts = [reason.text for reason in event.reasons if reason.doubtful]
    because = doubts or [reason.text for reason in event.reasons][:1]
    return f"{level}, because {'; '.join(because)}" if because else level


def checked_words(timeline: Timeline) -> str:
    """What every export says about itself: "Machine-made, 3 of 12 checked"."""
    checked = sum(event.checked for event in timeline.events)
    return f"Machine-made, {checked} of {len(timeline.events)} checked"


def source_words(timeline: Timeline) -> str:
    """The sources of the articles, each with its link: "Latin Times, https://...; ..."."""
    named = [", ".join(part for part in (article.source, article.url) if part) for article in timeline.articles]
    return "; ".join(dict.fromkeys(name for name in named if name))


def credit_words(timeline: Timeline) -> str:
    """The line that a file needs wherever it goes: machine-made, sources, data credits."""
    sources = source_words(timeline)
    return f"{checked_words(timeline)}. {f'Source: {sources}. ' if sources else ''}{DATA_CREDIT}"
