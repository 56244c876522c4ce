"""Values in the words that a reader sees: times, places, confidence, credits.

Pure presentation for page, picture, tables and dashboard alike. Dates are written "6 Nov 2025", because
"06/11/2025" means two days in two countries. Years before the common era are written as "44 BC".
"""

from __future__ import annotations

from .dates.calendar import civil
from .kinds import KIND
from .model import Event, Published, Timeline, When
from .speech import ENGLISH, SPEECH

MONTH_NAMES = ENGLISH.names
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


def when_words(when: When | None, lang: str = "en") -> str:
    """The time of an event: "6 Nov 2025", "mid-November 2025", "until 2009", "no date"; in Spanish with `lang` "es"."""
    speech = SPEECH[lang]
    if when is None:
        return speech.no_date
    words = _bounded(when, lang)
    if when.approximate and not words.startswith(speech.about.format(x="")):
        words = speech.about.format(x=words)
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


def _bounded(when: When, lang: str) -> str:
    speech, first, last = SPEECH[lang], when.earliest, when.latest
    if first is None and last is None:
        return speech.some_time
    if first is None or last is None:
        return _open_ended(when, lang)
    if when.is_span:
        return _span(when, first, last, lang)
    if when.precision == "decade" and _whole_years(first, last) and civil(last)[0] == civil(first)[0] + 9:
        return speech.decade.format(y=civil(first)[0])
    words = range_words(first, last, lang=lang)
    if when.precision == "week":
        return speech.week.format(x=words)
    return speech.by.format(x=range_words(last, last, lang=lang)) if when.relation == "by" else words


def _open_ended(when: When, lang: str) -> str:
    """ "since 2014" and "until 2009"; for what is after or before a day, that day itself counts ("or later")."""
    speech, first, last = SPEECH[lang], when.earliest, when.latest
    if first is not None:
        near = range_words(first, first if when.start_latest is None else when.start_latest, lang=lang)
        return (speech.or_later if when.relation == "after" else speech.since).format(x=near)
    assert last is not None
    near = range_words(last if when.end_earliest is None else when.end_earliest, last, lang=lang)
    return (speech.or_earlier if when.relation == "before" else speech.until).format(x=near)


def _open(first: int | None, last: int | None) -> str:
    if first is not None:
        return f"since {range_words(first, first)}"
    return f"until {range_words(last, last)}" if last is not None else "at some time"


def _span(when: When, first: int, last: int, lang: str) -> str:
    """A span with sure ends is "3–5 Jun 2025"; with fuzzy ends "from March 2025 to May 2025"."""
    begins, ends = when.start_latest, when.end_earliest
    if begins is None or ends is None or (begins == first and ends == last):
        return range_words(first, last, lang=lang)
    start, end = range_words(first, begins, lang=lang), range_words(ends, last, lang=lang)
    return SPEECH[lang].from_to.format(a=start, b=end)


def range_words(first: int, last: int, *, joint: str = "–", lang: str = "en") -> str:
    """A closed range of days, by its largest whole units: "2009", "January 2024", "11–20 Nov 2025"."""
    (year, month, day), (end_year, end_month, end_day) = civil(first), civil(last)
    months, began, ended = SPEECH[lang].months, year_words(year, lang), year_words(end_year, lang)
    if first == last:
        return f"{day} {months[month - 1]} {began}"
    if _whole_years(first, last):
        return began if year == end_year else f"{began}{joint}{ended}"
    if (year, month) == (end_year, end_month):
        return _within_month(first, last, joint, lang)
    if day == 1 and _is_month_end(last):
        head = months[month - 1] if year == end_year else f"{months[month - 1]} {began}"
        return f"{head}{joint}{months[end_month - 1]} {ended}"
    head = f"{day} {months[month - 1]}" if year == end_year else f"{day} {months[month - 1]} {began}"
    return f"{head}{joint}{end_day} {months[end_month - 1]} {ended}"


def _within_month(first: int, last: int, joint: str, lang: str) -> str:
    """A whole month, an early, middle or late part of one, or two of its days."""
    speech, (year, month, day), end_day = SPEECH[lang], civil(first), civil(last)[2]
    name = speech.month_year.format(name=speech.names[month - 1], y=year_words(year, lang))
    month_ends = _is_month_end(last)
    if day == 1 and month_ends:
        return name
    if day == 21 and month_ends:
        return speech.late.format(x=name)
    if (day, end_day) in ((1, 10), (11, 20)):
        return (speech.early if day == 1 else speech.mid).format(x=name)
    return f"{day}{joint}{end_day} {speech.months[month - 1]} {year_words(year, lang)}"


def _is_month_end(day: int) -> bool:
    return civil(day + 1)[2] == 1


def _whole_years(first: int, last: int) -> bool:
    return civil(first)[1:] == (1, 1) and civil(last)[1:] == (12, 31)


def year_words(year: int, lang: str = "en") -> str:
    """An astronomical year as people write it: 2025, "44 BC" for -43."""
    return str(year) if year > 0 else SPEECH[lang].bc.format(y=1 - year)


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


def is_doubtful(event: Event) -> bool:
    """Whether a reason of the event is doubtful and nobody has compared it with the text."""
    return not event.checked and any(reason.doubtful for reason in event.reasons)


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
