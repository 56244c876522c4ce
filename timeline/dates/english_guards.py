"""Second thoughts on single finds in English: what looks like a date by its words alone and is none."""

from __future__ import annotations

from collections.abc import Mapping

from .english import ABBREVIATIONS, MONTH
from .guards import Place
from .vocabulary import Guard

_LABELS = frozenset(
    {
        *(
            "$",
            "£",
            "€",
            "#",
            "no",
            "nos",
            "number",
            "model",
            "/",
            "page",
            "resolution",
            "article",
            "section",
            "chapter",
        ),
        *("local", "lodge", "engine", "flight", "route", "highway", "battalion", "squadron", "precinct"),
        *("room", "rule", "line", "unit", "box", "suite", "bill", "order", "form", "windows", "version", "channel"),
    }
)
"""What a number behind it numbers."""
_COUNTED = frozenset(
    {
        *(
            "%",
            "gmt",
            "utc",
            "hours",
            "feet",
            "foot",
            "miles",
            "points",
            "shares",
            "pounds",
            "degrees",
            "people",
            "men",
        ),
        *("percent", "million", "meters", "metres", "kilometers", "kilometres", "tons", "tonnes", "dollars", "euros"),
    }
)
"""What is counted by the number before it."""
_STREETS = frozenset({"avenue", "street", "road", "drive", "boulevard", "lane", "ave", "blvd"})
_DETERMINERS = frozenset({"the", "a", "this", "that", "his", "her", "its", "their", "our"})
_YEARS = (1500, 2100)
"""Bare numbers outside are rather counts: in the news of the corpora none is a year."""
_YEAR_CUES = frozenset(
    {"in", "since", "until", "till", "by", "before", "after", "during", "from", "to", "between", "and"}
)
_MONTH_CUES = frozenset({"in", "of", "since", "until", "till", "by", "from", "to", "last", "next", "this", "during"})
_AMBIGUOUS_MONTHS = frozenset({"may", "march"})
_AT = frozenset({"at", "by", "around", "about", "until", "from", "to", "till", "since", "before", "after", "("})
_DASHES = frozenset({"-", "–", "—"})
_SHORT_YEAR = 2
_RANGE_MARKS = frozenset({"-", "–", "—", "to", "and", "or", "through", "until"})


def year(place: Place) -> bool:
    """A bare number of four digits is a year unless it counts, labels or numbers something."""
    number = place.find.parts["y"]
    if not isinstance(number, int) or place.before in _LABELS or place.after in _COUNTED or _is_address(place):
        return False
    if "mod" in place.find.parts:
        return True
    if (place.after == "," and place.tag_after == "CD") or _ends_a_number(place):
        return False
    if place.tag_after in ("NN", "NNS") and place.before not in _YEAR_CUES:
        named = place.before in _DETERMINERS or place.tag_before in ("PRP$", "POS", "IN", "NNP", "NN", "JJ")
        opens = place.tag_after == "NN" and not place.before.strip(".")
        if not named and not opens:
            return False
    return _YEARS[0] <= number <= _YEARS[1]


def _is_address(place: Place) -> bool:
    """ "1600 Pennsylvania Avenue"."""
    return not _STREETS.isdisjoint(place.lexed.words[place.find.last : place.find.last + 3])


def _ends_a_number(place: Place) -> bool:
    """ "555-2009": a hyphen and a number that is no year before it."""
    first = place.find.first
    if place.before != "-" or first < 2 or place.lexed.ends[first - 1] != place.find.start:
        return False
    other = place.lexed.values.get(first - 2)
    return isinstance(other, int) and not _YEARS[0] <= other <= _YEARS[1]


def month(place: Place) -> bool:
    """A bare "May" or "March" must be a proper noun and no part of a longer name."""
    word = place.lexed.words[place.find.last - 1]
    if "mod" in place.find.parts or word == ".":
        return True
    if word not in _AMBIGUOUS_MONTHS:
        return word not in ABBREVIATIONS or place.before in _MONTH_CUES
    if place.tag not in ("NNP", "NNPS") or place.tag_before in ("NNP", "NNPS", "JJ", "POS", "``"):
        return False
    if place.before in _MONTH_CUES:
        return True
    if place.before == "the":
        return place.tag_after == "NN"
    return place.before not in ('"', "“") and place.after not in ("on", "to", "for")


def about(place: Place) -> bool:
    """ "About May 5" and, where history is told, "about 1910"; "about 2000" counts something in news."""
    parts = place.find.parts
    if "m" in parts:
        return "d" in parts or "y" in parts or place.lexed.words[place.find.last - 1] not in _AMBIGUOUS_MONTHS
    return place.narrative and year(place)


def length(place: Place) -> bool:
    """ "For some time", "a while" as amounts; not "a while back"."""
    return place.before in (
        "for",
        "in",
        "after",
        "within",
        "take",
        "took",
        "takes",
        "been",
        "quite",
        "spent",
    ) or place.after in (".", ",")


def weekday(place: Place) -> bool:
    """ "Sun" and "Sat" only with their full stop or in a line of days."""
    word = place.lexed.words[place.find.last - 1]
    short = {"sun", "sat", "mon", "wed", "fri", "thu", "tue"}
    return word not in short or place.before in ("on", "from", "until", "till", "-", "–")


def short_year(place: Place) -> bool:
    """'98 behind a blank."""
    start = place.find.start
    return start == 0 or not place.lexed.text[start - 1].isalnum()


def decade(place: Place) -> bool:
    """Not the age of "in her 30s"."""
    return place.tag_before != "PRP$" or int(place.find.parts["t"]) > 99


def season(place: Place) -> bool:
    """Spring and fall as nouns; "the fall of Troy" is none."""
    word = place.lexed.words[place.find.last - 1]
    if not place.tag.startswith("NN"):
        return False
    if word in ("fall", "spring") and place.after in ("of", "-", "in") and place.after != "in":
        return False
    if word == "fall" and (place.tag_before in ("JJ", "NNP", "POS", "PRP$") or place.before in ("percent", "%")):
        return False
    return not _is_named_spring(place)


def _is_named_spring(place: Place) -> bool:
    """The Arab Spring: a capital behind a name, and no name that it describes."""
    text, start = place.lexed.text, place.lexed.starts[place.find.last - 1]
    named = text[start].isupper() and place.find.last == place.find.first + 1 and place.tag_before in ("NNP", "JJ")
    return named and not place.tag_after.startswith("NNP")


def nth(place: Place) -> bool:
    """ "The 14th" alone, not before a noun."""
    word = place.lexed.words[place.find.last - 1]
    if "century" in place.lexed.words[place.find.last : place.find.last + 4] or place.after == "-":
        return False
    return word[0].isdigit() and not place.tag_after.startswith(("NN", "JJ", "RBS", "CD", "VBG"))


def second_of_a_range(place: Place) -> bool:
    """The "21" of "March 19-21" or "March 19 and 21"."""
    words, first = place.lexed.words, place.find.first
    if first < 3 or place.before not in _RANGE_MARKS or place.tag_after in ("NN", "NNS", "NNP", "CD", "JJ"):
        return False
    day = place.lexed.values.get(first - 2)
    name = words[first - 3] if words[first - 3] != "." else words[first - 4]
    return isinstance(day, int) and 1 <= day <= 31 and name in MONTH


def second_year_of_a_range(place: Place) -> bool:
    """The "17" of "1915-17"."""
    lexed, first = place.lexed, place.find.first
    if first < 2 or place.before not in _DASHES or lexed.ends[first - 2] != place.find.start - 1:
        return False
    earlier, later = lexed.values.get(first - 2), lexed.values.get(first)
    if not isinstance(earlier, int) or not isinstance(later, int) or len(lexed.words[first]) != _SHORT_YEAR:
        return False
    return _YEARS[0] <= earlier <= _YEARS[1] and later > earlier % 100 and place.after not in _DASHES


def in_the_part(place: Place) -> bool:
    """ "In the morning" of the running day."""
    return place.before == "in" and not place.tag_after.startswith("NN") and place.after != "of"


def clock(place: Place) -> bool:
    """17:05 with a zone, or behind "at"."""
    return (
        "z" in place.find.parts
        or place.before in _AT
        or place.lexed.words[place.find.last - 1] in ("hours", "hrs", "time")
    )


def noon(place: Place) -> bool:
    """Noon and midnight where something is said to happen then."""
    return (
        place.before in _AT
        or place.before in ("midnight", "noon")
        or place.tag_after.startswith("NNP")
        or place.after == "on"
    )


def one_part(place: Place) -> bool:
    """ "One night" where history is told."""
    return place.narrative and place.find.parts["n"] == 1


def bare_part(place: Place) -> bool:
    """ "At night" in a narrative."""
    return place.narrative and place.before in ("at", "by") and place.find.parts["part"] in ("NI", "DT")


def noun(place: Place) -> bool:
    """ "The past" and "the future" as nouns."""
    return not place.tag_after.startswith(("NN", "CD", "JJ"))


def timeless(place: Place) -> bool:
    """Former and future before a noun are vague references only where history is told."""
    if place.find.parts["v"] == "PRESENT_REF" or place.narrative:
        return True
    word = place.lexed.words[place.find.first]
    return word not in ("former", "future") or (word == "future" and place.tag.startswith("NN"))


def clause_end(place: Place) -> bool:
    """ "The year before," with nothing that it could lean on."""
    return place.is_clause_end


def quarter(place: Place) -> bool:
    """ "The quarter" and "the latest period" of a company, in news."""
    return not place.narrative and place.after != "of"


def running_unit(place: Place) -> bool:
    """ "For the year", "in the week" of news: the running one."""
    return (
        not place.narrative
        and place.after not in ("-", "'", "of", "that", "when")
        and not place.tag_after.startswith("NN")
    )


def narrative(place: Place) -> bool:
    """Only where history is told."""
    return place.narrative


def told_time(place: Place) -> bool:
    """ "At this time", "during that period" where history is told."""
    return place.narrative and place.before in ("at", "by", "from", "around", "during", "in", "of")


def duration(place: Place) -> bool:
    """Not the ordinal "a second attempt", not a fraction, not a rate."""
    unit, amount = place.find.parts.get("u"), place.find.parts.get("n")
    if unit == "S" and (not isinstance(amount, int | float) or place.lexed.words[place.find.last - 1] == "second"):
        return False
    words = place.lexed.words[place.find.first : place.find.last]
    if words[0] in ("a", "an") and "-" in words:
        return False
    attributive = place.after == "-" or (unit == "WE" and place.tag_after.startswith("NN"))
    if amount in ("a", "an") and attributive:
        return False
    return unit != "Q" or (amount not in ("a", 3) and "few" not in place.find.parts)


def rising(place: Place) -> bool:
    """ "Six to eight years", not "$44,000 and 12 months"."""
    least, most = place.find.parts["n"], place.find.parts["to"]
    return isinstance(least, int | float) and isinstance(most, int | float) and least < most and place.before != "$"


def no_verb(place: Place) -> bool:
    """Not "and last ten days"."""
    return not place.tenses.tag_at(place.find.start).startswith("VB")


def near(place: Place) -> bool:
    """ "The last two months" up to now, not those of a war or of a year."""
    return no_verb(place) and not_of(place)


def not_of(place: Place) -> bool:
    """ "The next two weeks", not those of a war."""
    return place.after not in ("of", "before", "that")


def military(place: Place) -> bool:
    """ "At 1520 hours" as a time of day, not an amount of hours."""
    number = place.find.parts["four"]
    return place.before in _AT and isinstance(number, int) and number <= 2400 and number % 100 < 60


def generic(place: Place) -> bool:
    """ "In summers", not "three summers"."""
    return place.tag_before not in ("CD", "JJ", "PRP$", "NNP") and not place.tag.startswith("NNP")


def units(place: Place) -> bool:
    """Bare plurals that measure time."""
    unit = place.find.parts["u"]
    return (
        unit not in ("Q", "S")
        and not (place.tag.startswith("NNP") and place.tag_before == "NNP")
        and place.after != "apart"
        and place.before != "of"
        and (unit, place.after) != ("MIN", "of")
    )


def periodic(place: Place) -> bool:
    """Not the Daily Herald."""
    return not place.tag.startswith("NNP")


def rate(place: Place) -> bool:
    """ "Four flights a week": "a week" behind a noun or a sum."""
    return place.tag_before in ("NN", "NNS", "CD") and place.find.parts["u"] not in ("Q", "S") and place.after != "-"


GUARDS: Mapping[str, Guard] = {
    "year": year,
    "about": about,
    "length": length,
    "month": month,
    "weekday": weekday,
    "short year": short_year,
    "decade": decade,
    "season": season,
    "nth": nth,
    "second of a range": second_of_a_range,
    "second year of a range": second_year_of_a_range,
    "in the part": in_the_part,
    "clock": clock,
    "noon": noon,
    "bare part": bare_part,
    "one part": one_part,
    "noun": noun,
    "timeless": timeless,
    "clause end": clause_end,
    "quarter": quarter,
    "running unit": running_unit,
    "told time": told_time,
    "narrative": narrative,
    "duration": duration,
    "near": near,
    "not of": not_of,
    "military": military,
    "generic": generic,
    "no verb": no_verb,
    "rising": rising,
    "units": units,
    "rate": rate,
    "periodic": periodic,
}
"""The guard that a row names."""
