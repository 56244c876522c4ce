"""Timelines for the picture's tests, written by hand: places are facts, words our own."""

from __future__ import annotations

from collections.abc import Sequence

from geo.model import Place, Resolved, Span, Toponym
from timeline.dates.calendar import day_number
from timeline.model import Article, Event, Published, Timeline, When

MANTA = Place("gn:3654410", "Manta", "city", -80.72, -0.95, "EC", "14", "Manabí", 264281, 4.6)
BASE = Place("ap:SEMT", "Manta air base", "facility", -80.679, -0.946, "EC", "14", "Manabí", 0, 3.0)
PAEZ = Place("ap:SESA", "Ulpiano Páez air base", "facility", -80.989, -2.205, "EC", "22", "Santa Elena", 0, 3.0)
SALINAS = Place("gn:3652100", "Salinas", "city", -80.956, -2.215, "EC", "22", "Santa Elena", 29294, 3.0)
QUITO = Place("gn:3652462", "Quito", "city", -78.525, -0.23, "EC", "18", "Pichincha", 2781641, 14.9)
ECUADOR = Place(
    "gn:3658394", "Ecuador", "country", -78.25, -1.25, "EC", population=17084357, radius_km=300, outline="country:EC"
)
MANABI = Place("gn:3654451", "Manabí", "admin", -80.08, -0.78, "EC", "14", radius_km=78, outline="admin1:EC.14")
GALAPAGOS = Place(
    "cu:galapagos-islands", "Galápagos Islands", "island", -90.5, -0.6, "EC", radius_km=120, outline="admin1:EC.01"
)
PERU = Place("gn:3932488", "Peru", "country", -76, -10, "PE", population=31989256, radius_km=640, outline="country:PE")
PARAGUAY = Place(
    "gn:3437598", "Paraguay", "country", -57.996, -22.998, "PY", population=6956071, radius_km=360, outline="country:PY"
)


NOEM = "Homeland Security Secretary Noem tours the Ulpiano Páez air base with Noboa"


def day(year: int, month: int, number: int) -> int:
    """A day as the timeline counts it."""
    return day_number(year, month, number)


def on(year: int, month: int, number: int) -> When:
    """One known day."""
    return When.window(day(year, month, number), day(year, month, number), "day")


def between(first: int, last: int, precision: str = "days") -> When:
    """A one-off between two days."""
    return When.window(first, last, precision)  # type: ignore[arg-type]


def mentioned(place: Place, text: str = "", role: str = "literal", at: int = 0) -> Toponym:
    """A place named in the article."""
    return Toponym(Span(at, at + len(place.name)), text or place.name, role, Resolved(place, 0.95, "only one"))  # type: ignore[arg-type]


def manta() -> Timeline:
    """The story of the American airmen at Manta: bases, a vote, a ban, and places that are only mentioned."""
    events = (
        Event(
            "e01",
            "US patrol flights from Manta",
            "deployment_movement",
            "background",
            when=When(None, None, day(2009, 1, 1), day(2009, 12, 31), "year", "until"),
            place=BASE,
            place_basis="stated",
        ),
        Event(
            "e02",
            "Constitution outlaws foreign bases",
            "legal_decision",
            "background",
            when=between(day(2008, 1, 1), day(2008, 12, 31), "year"),
            place=ECUADOR,
        ),
        Event(
            "e03",
            "“Internal armed conflict” declared against the gangs",
            "statement",
            "background",
            when=between(day(2024, 1, 1), day(2024, 1, 31), "month"),
            place=ECUADOR,
        ),
        Event("e04", NOEM, "visit", when=on(2025, 11, 6), place=PAEZ, checked=True),
        Event(
            "e05",
            "Referendum: over 60 % refuse foreign bases",
            "election_vote",
            when=between(day(2025, 11, 11), day(2025, 11, 20), "month_part"),
            place=ECUADOR,
            checked=True,
        ),
        Event(
            "e06",
            "American equipment is flown to the base",
            "deployment_movement",
            when=between(day(2025, 12, 12), day(2025, 12, 16)),
            place=BASE,
        ),
        Event(
            "e07",
            "US Air Force personnel sent to Manta for a limited stay",
            "deployment_movement",
            when=on(2025, 12, 17),
            place=MANTA,
            checked=True,
        ),
        Event(
            "e08",
            "The group operates from the air base at Manta",
            "deployment_movement",
            when=on(2025, 12, 17),
            place=BASE,
        ),
        Event("e09", "Embassy defends short missions in a message", "statement", when=on(2025, 12, 17)),
        Event("e10", "A permanent foreign base", "deployment_movement", "negated", place=ECUADOR),
    )
    toponyms = (
        mentioned(MANTA), mentioned(ECUADOR), mentioned(MANABI), mentioned(GALAPAGOS), mentioned(QUITO, role="metonym"),
        mentioned(PERU), mentioned(PARAGUAY), mentioned(PAEZ), mentioned(SALINAS),
    )  # fmt: skip
    published = Published(day(2025, 12, 17), day(2025, 12, 17), "given")
    article = Article(
        "",
        "American airmen return to Manta, sixteen years after their base closed",
        published,
        "Latin Times (the facts; retold)",
    )
    ordered = (events[1], events[0], *events[2:])
    return Timeline((article,), ordered, (toponyms,), title="American airmen return to Manta")


def many(count: int, places: Sequence[Place] = (MANTA, PAEZ, QUITO, ECUADOR, MANABI, SALINAS)) -> Timeline:
    """A story of `count` events spread over places and 200 days."""
    kinds = ("attack", "visit", "election_vote", "legal_decision", "disaster", "economic", "other")
    start = day(2025, 1, 3)
    events = tuple(
        Event(
            f"m{k:04}", f"Event number {k + 1} of a long story with a title that says a little more", kinds[k % 7],  # type: ignore[arg-type]
            when=When.window(start + k * 200 // count, start + k * 200 // count, "day"), place=places[k % len(places)],
        )
        for k in range(count)
    )  # fmt: skip
    return Timeline((), events, (), title=f"A story of {count} events")
