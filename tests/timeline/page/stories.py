"""Timelines made by hand, so that the page is tested apart from the finders."""

from __future__ import annotations

from datetime import date

from geo.model import Place, Resolved, Span, Toponym
from timeline.kinds import KINDS, EventKind
from timeline.model import (
    Article,
    Basis,
    Event,
    Evidence,
    PlaceMention,
    Published,
    Reason,
    Salience,
    Status,
    Timeline,
    When,
)

EPOCH = date(1970, 1, 1)


def day(iso: str) -> int:
    return (date.fromisoformat(iso) - EPOCH).days


def on(iso: str, basis: Basis = "stated") -> When:
    return When.window(day(iso), day(iso), "day", basis=basis)


MANTA = Place("gn:3654410", "Manta", "city", -80.7162, -0.9494, "EC", "14", "Manabí", 258697, 5.0)
BASE = Place("ap:SEMT", "Eloy Alfaro Air Base", "facility", -80.6788, -0.9461, "EC", "14", "Manabí", 0, 2.0)
ULPIANO = Place("ap:SESA", "Ulpiano Páez Air Base", "facility", -80.9881, -2.2050, "EC", "26", "Santa Elena", 0, 2.0)
MANABI = Place(
    "gn:3654451", "Manabí", "admin", -80.1, -0.7, "EC", "14", "Manabí", 1369780, 80.0, outline="admin1:EC.14"
)
ECUADOR = Place(
    "gn:3658394", "Ecuador", "country", -78.5, -1.25, "EC", None, None, 17084357, 350.0, outline="country:EC"
)
QUITO = Place("gn:3652462", "Quito", "city", -78.5249, -0.2299, "EC", "18", "Pichincha", 1399814, 15.0)
GALAPAGOS = Place("gn:3658716", "Galápagos Islands", "island", -90.4, -0.6, "EC", "01", "Galápagos", 25000, 120.0)

SENTENCES = (
    "Until 2009 the United States flew patrols against smugglers from Manta.",
    "A new constitution had outlawed foreign bases in 2008.",
    "Noboa declared an internal armed conflict in January 2024.",
    "Kristi Noem toured the Ulpiano Páez air base in Salinas on November 6, 2025.",
    "In mid-November Ecuador held a referendum, and over 60 % of the voters refused.",
    "Equipment was flown to the base days before the announcement.",
    "Air Force personnel have been sent to Manta for a limited stay, the embassy announced on Wednesday.",
    "Embassy staff spoke of a mission in Manabí.",
    "Nobody is building a permanent base.",
    "The ministry kept all further details secret.",
    "The lease at Manta was signed.",
    "Joint patrols are to begin in the new year.",
)
TEXT = " ".join(SENTENCES) + " The Galápagos lie nearest to Manta. Quito insists on the vote." + " Filler words." * 300


def _evidence(number: int) -> tuple[Evidence, ...]:
    start = TEXT.index(SENTENCES[number])
    return (Evidence(0, Span(start, start + len(SENTENCES[number]))),)


def _told(
    number: int,
    title: str,
    kind: EventKind,
    when: When | None,
    place: Place | None,
    *,
    status: Status = "asserted",
    salience: Salience = "main",
    confidence: float = 0.9,
    actors: tuple[str, ...] = (),
    reasons: tuple[Reason, ...] = (),
    basis: Basis = "stated",
) -> Event:
    return Event(
        f"e{number:02d}",
        title,
        kind,
        status,
        salience,
        when,
        place,
        basis if place else None,
        (PlaceMention(MANABI, "container"),) if place is MANTA else (),
        actors,
        _evidence(number),
        confidence,
        reasons,
    )


def manta() -> Timeline:
    """The Manta story with events in all five groups, and two mentioned places."""
    text = TEXT

    def toponym(name: str, place: Place, role: str) -> Toponym:
        at = text.index(name)
        return Toponym(Span(at, at + len(name)), name, role, Resolved(place, 0.9, "the only place of that name"))  # type: ignore[arg-type]

    doubtful = Reason("when", "“days before” leaves the day open", doubtful=True)
    events = (
        _told(10, "Lease of the Manta base signed", "agreement", None, MANTA, confidence=0.4, salience="minor"),
        _told(
            0,
            "US patrols fly from Manta",
            "deployment_movement",
            When(None, day("2009-12-31"), day("2009-01-01"), day("2009-12-31"), "year", "until"),
            MANTA,
            status="background",
            actors=("United States",),
        ),
        _told(
            1,
            "Constitution outlaws foreign bases",
            "legal_decision",
            When.window(day("2008-01-01"), day("2008-12-31"), "year"),
            ECUADOR,
            status="background",
        ),
        _told(
            2,
            "Noboa declares an internal armed conflict",
            "statement",
            When.window(day("2024-01-01"), day("2024-01-31"), "month"),
            ECUADOR,
            status="background",
            actors=("Daniel Noboa",),
            basis="implied",
        ),
        _told(
            3,
            "Kristi Noem tours the Ulpiano Páez air base",
            "visit",
            on("2025-11-06"),
            ULPIANO,
            salience="essential",
            actors=("Kristi Noem", "Daniel Noboa"),
        ),
        _told(
            4,
            "Voters refuse foreign bases in a referendum",
            "election_vote",
            When.window(day("2025-11-11"), day("2025-11-20"), "month_part", approximate=True),
            ECUADOR,
            salience="essential",
        ),
        _told(
            5,
            "US equipment flown to the base at Manta",
            "deployment_movement",
            When.window(day("2025-12-10"), day("2025-12-16"), "days", approximate=True, basis="anchored"),
            BASE,
            confidence=0.6,
            reasons=(doubtful,),
        ),
        _told(
            6,
            "US Air Force personnel sent to Manta",
            "deployment_movement",
            on("2025-12-17", "relative"),
            MANTA,
            salience="essential",
            actors=("US Air Force",),
        ),
        _told(
            7, "Embassy speaks of a mission in Manabí", "statement", on("2025-12-17", "implied"), MANABI, confidence=0.6
        ),
        _told(
            11,
            "Joint patrols begin",
            "deployment_movement",
            When.window(day("2026-01-01"), day("2026-01-31"), "month"),
            MANTA,
            status="planned",
        ),
        _told(9, "Ministry keeps details secret", "statement", on("2025-12-17", "implied"), None, salience="minor"),
        _told(8, "No permanent base is built", "deployment_movement", None, ECUADOR, status="negated"),
        Event(
            "e99", "Help against gangs welcomed", "statement", evidence=_evidence(9), confidence=0.3, salience="minor"
        ),
    )
    article = Article(
        text,
        "American airmen return to Manta, sixteen years after their base closed",
        Published(day("2025-12-17"), day("2025-12-17"), "given", "set by hand"),
        "Latin Times",
        "https://www.latintimes.com/",
    )
    toponyms = (toponym("Galápagos", GALAPAGOS, "literal"), toponym("Quito", QUITO, "metonym"))
    dated = tuple(
        sorted((e for e in events if e.when), key=lambda e: e.when.earliest if e.when and e.when.earliest else -(10**9))
    )
    undated = tuple(e for e in events if not e.when)
    return Timeline((article,), dated + undated, (toponyms,), ((),), title=article.title)


WORLD = (
    ("Kyiv", 30.52, 50.45, "UA"),
    ("Cairo", 31.24, 30.06, "EG"),
    ("Lagos", 3.39, 6.45, "NG"),
    ("Tokyo", 139.69, 35.69, "JP"),
    ("Suva", 178.44, -18.14, "FJ"),
    ("Apia", -171.76, -13.83, "WS"),
    ("Lima", -77.03, -12.04, "PE"),
    ("Manila", 120.98, 14.60, "PH"),
    ("Nairobi", 36.82, -1.28, "KE"),
    ("Madrid", -3.70, 40.42, "ES"),
    ("Ottawa", -75.70, 45.42, "CA"),
    ("Delhi", 77.23, 28.65, "IN"),
)


def many(count: int, *, text: bool = True, years: int = 20) -> Timeline:
    """`count` made-up events spread over the world and `years` years; the same for the same count."""
    state, events, places = 12345, [], {}
    first = day("2005-01-01")
    for number in range(count):
        state = (state * 1103515245 + 12345) % 2**31
        name, lon, lat, country = WORLD[(state >> 7) % len(WORLD)]
        spot = (state >> 11) % 997
        key = f"{name}-{spot}"
        place = places.setdefault(
            key,
            Place(
                f"gn:{len(places)}",
                f"{name} {spot}" if text else "",
                "city",
                _wrap(lon + (spot % 31 - 15) / 3),
                lat + (spot % 37 - 18) / 4,
                country,
            ),
        )
        start = first + (state >> 3) % (365 * years)
        length = (state >> 5) % 9 if state % 5 == 0 else 0
        kind = KINDS[(state >> 9) % len(KINDS)].key
        title = f"{kind.replace('_', ' ').capitalize()} number {number} in {name}" if text else ""
        note = (
            f"Report {number} tells of a {kind.replace('_', ' ')} near {name}, the {spot}th of its kind."
            if text
            else ""
        )
        events.append(
            Event(
                f"m{number}",
                title,
                kind,
                when=When(start, start, start + length, start + length, "day"),
                place=place,
                place_basis="stated",
                note=note,
            )
        )
    events.sort(key=lambda event: event.when.earliest or 0 if event.when else 0)
    return Timeline((), tuple(events), (), (), title=f"{count:,} events in {years} years")


def _wrap(lon: float) -> float:
    return (lon + 180) % 360 - 180
