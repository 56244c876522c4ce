"""The values of the geoparser: spans, places, candidates, toponyms and their resolution.

All are frozen and slotted; collections are tuples. Longitude comes before latitude, in degrees
of WGS84. Lengths are kilometres. Offsets count code points, half open: `text[start:end]`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

PlaceKind: TypeAlias = Literal[
    "city",  # any populated place, also a quarter of a city
    "admin",  # province, state, county, district
    "country",
    "territory",  # dependent territory with a country code of its own
    "region",  # no administration of its own: Darfur, the Balkans, Latin America
    "island",  # an island or a group of islands
    "water",  # sea, strait, gulf, lake, river, canal
    "mountain",  # mountain, range, volcano
    "facility",  # base, airport, port, plant, camp, crossing, bridge, embassy
    "landmark",  # monument, palace, square, park
    "continent",
]
PLACE_KINDS: tuple[PlaceKind, ...] = (
    "city",
    "admin",
    "country",
    "territory",
    "region",
    "island",
    "water",
    "mountain",
    "facility",
    "landmark",
    "continent",
)
AREA_KINDS: frozenset[PlaceKind] = frozenset(
    {"admin", "country", "territory", "region", "island", "water", "mountain", "continent"}
)
"""Kinds that are drawn as areas, never as an exact point."""

Role: TypeAlias = Literal[
    "literal",  # a place where something is or happens
    "metonym",  # stands for a government or an organisation: "Quito has insisted"
    "demonym",  # "Ecuadorian": context for resolving, not a place to report
    "nested",  # inside the name of an organisation or facility: "University of Texas"
    "dateline",  # the place that opens an agency report: "MACHALA, Ecuador, March 19 -"
]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open stretch of code points of the text as normalised at intake: `text[start:end]`."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Extent:
    """A box in degrees; `west > east` means that it crosses the antimeridian."""

    west: float
    south: float
    east: float
    north: float

    @property
    def crosses_antimeridian(self) -> bool:
        """Whether the box runs eastwards over longitude 180."""
        return self.west > self.east


@dataclass(frozen=True, slots=True)
class Place:
    """One place of the gazetteer, or one that a user typed in.

    `id` is stable over builds and names its source ("gn:3652941", "ap:SEMT", "cu:strait-of-hormuz").
    `country` is ISO 3166-1 alpha-2; None where the product claims no country (contested regions, seas,
    continents). `admin1` is GeoNames' first-level code without the country ("14" of "EC.14").
    `radius_km` is how far the place itself may lie from (lon, lat): its own size, never below 1.
    `outline` is the key of its shape in the base map ("country:EC", "admin1:EC.14",
    "curated:darfur"), None where only the radius is known. `feature` is GeoNames' code where one is known
    (PCLI, PCLD, ADM1, ADM2, PPLC, PPL, AIRP, AIRB, SEA, ...). `prior` tells how likely a bare name means this
    place before any context: its class, plus a tenth of log10(population).
    """

    id: str
    name: str
    kind: PlaceKind
    lon: float
    lat: float
    country: str | None = None
    admin1: str | None = None
    admin1_name: str | None = None
    population: int = 0
    radius_km: float = 1.0
    extent: Extent | None = None
    outline: str | None = None
    contested: bool = False
    geonames_id: int | None = None
    feature: str = ""
    prior: float = 0.0

    @property
    def is_area(self) -> bool:
        """Whether the place is drawn as an area and never as an exact point."""
        return self.kind in AREA_KINDS


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that a name may mean, with how the gazetteer came to it.

    `match` tells the kind of name that matched; `score` is comparable among the candidates of one
    toponym only (before resolution: the gazetteer's prior).
    """

    place: Place
    match: Literal["name", "alternate", "abbreviation", "alias", "partial"] = "name"
    score: float = 0.0


@dataclass(frozen=True, slots=True)
class Resolved:
    """A toponym's chosen place. `score` is calibrated: of those at 0.7 and above, at least 95 % are right."""

    place: Place
    score: float
    reason: str
    candidates: tuple[Candidate, ...] = ()


@dataclass(frozen=True, slots=True)
class Unresolved:
    """A name read as a place for which no candidate could be chosen, and why."""

    reason: str
    candidates: tuple[Candidate, ...] = ()


Resolution: TypeAlias = Resolved | Unresolved


@dataclass(frozen=True, slots=True)
class Toponym:
    """A place name in a text, its role there, and what it was resolved to."""

    span: Span
    text: str
    role: Role
    resolution: Resolution

    @property
    def place(self) -> Place | None:
        """The chosen place, or None while the name is unresolved."""
        return self.resolution.place if isinstance(self.resolution, Resolved) else None
