"""One row of the gazetteer while it is built, and the size of a place by what it is."""

from __future__ import annotations

import math
from dataclasses import dataclass, field

from geo.model import Extent, PlaceKind

MATCHES = ("name", "alternate", "abbreviation", "alias", "partial", "code")
"""The kinds of name as they are numbered in the file; a code is an abbreviation in capitals only."""


@dataclass(slots=True)
class Row:
    """A place with all its names. `names` pairs a spelling with its kind of match; `weight` is the class prior.

    `unit` is the key under which the reader finds a country ("country:EC"), first-level unit ("admin1:EC.14")
    or capital ("capital:EC").
    """

    id: str
    name: str
    kind: PlaceKind
    feature: str
    lon: float
    lat: float
    country: str = ""
    admin1: str = ""
    population: int = 0
    radius_km: float = 1.0
    weight: float = 0.0
    extent: Extent | None = None
    outline: str = ""
    unit: str = ""
    contested: bool = False
    names: list[tuple[str, str]] = field(default_factory=list)
    tokens: str = ""
    slug: str = ""

    @property
    def prior(self) -> float:
        """What is known before any context: the class of the place, then the logarithm of its population."""
        return round(self.weight + math.log10(self.population + 10) / 10, 4)


def area_radius_km(area_km2: float) -> float:
    """The radius of the circle of the same area, in kilometres, never below 1."""
    return round(max(1.0, math.sqrt(area_km2 / math.pi)), 1)
