"""Made-up articles from own_sentences.txt, with every place marked: training text for the place recogniser.

The fillings come from the gazetteer and from our own lists of names; a seed makes the articles reproducible.
"""

from __future__ import annotations

import math
import random
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

from geo.gazetteer import Gazetteer
from geo.hints import HINTS

SENTENCES = Path(__file__).with_name("own_sentences.txt")
GIVEN = Path(__file__).parent.parent / "geoparser" / "given_names.txt"
SURNAMES = """
Jackson Lincoln Washington Madison Taylor Carter Jones Henry Campbell Chandler Crawford Bell Bush Clinton Ford Hamilton
Austin Houston Dallas Warren Marshall Monroe Franklin Paris Chester Lawrence Hill Fairfield Edwards Mercer Jefferson
Adams Grant Hayes Pierce Cleveland Wilson Harrison Nelson Douglas Lewis Clark Perry Morgan Logan Sherman Sheridan
Custer Burke Sullivan Mitchell Phillips Davis Jasper Newton Stewart Hampton Lancaster York Kent Sutton Barnes Bolton
Preston Burton Clayton Dalton Denton Easton Horton Norton Milton Walton Weston Winston Bradford Stafford Stanford
Oakley Ashley Bentley Berkeley Shelby Whitney Sidney Sydney Brandon Trenton Carson Dixon Edison Hudson Jamison Mason
Gibson Atkinson Patterson Anderson Robinson Thompson Johnson Henderson Richardson Simpson Watson Harper Cooper Fisher
Parker Porter Turner Walker Weaver Webster Spencer Palmer Potter Hunter Miller Butler Foster Archer Baker Becker Brown
Green White Gray Black Rose Reed Wood Woods Brooks Rivers Lake Banks Fields Stone Cross Church Temple Castle Hall
Medina Cordoba Toledo Valencia Zamora Soto Santos Cruz Salinas Rosario Leon Guerrero Morales Herrera Padilla Peralta
Aziz Hassan Karim Bashir Diallo Okafor Mensah Kamau Nkosi Haddad Rahman Khan Patel Singh Sharma Reddy Chen Wang Nguyen
Kim Park Tanaka Suzuki Ivanov Petrov Sokolov Kowalski Novak Horvat Schmidt Weber Fischer Rossi Russo Martin Moreau
Smith Williams Garcia Rodriguez Lopez Gonzalez Perez Hernandez Ortiz O'Neill Murphy Kelly Walsh Byrne McDonald Fraser
Vance Brewer Dorsey Kirby Lowell Malone Mayfield Newell Odell Pruitt Quinn Ramsey Salazar Tipton Upton Vaughn
Wyatt Yates Ziegler Demir Yilmaz Kaya Aydin Popescu Ionescu
""".split()
COMPANIES = "Norvex Telmark Halden Orbisoft Castrell Brightwell Ferrano Kestrel Agrinova Solvanta".split()
NAMESAKES = """
Ford Opel Toyota Magna Dacia Durango Delta Lincoln Chrysler Dodge Pontiac Cadillac Plymouth Mercury Saturn Continental
Hershey Corning Orange Santander Hitachi Nissan Suzuki Philips Dell Sharp Kraft Kellogg Campbell Heinz Hilton Hyatt
Marriott Sears Macy Kohl Target Boeing Lockheed Raytheon Sanford Merck Pfizer Bayer Roche Novartis Wells Lehman Stanley
Morgan Goldman Barclays Lloyds Prudential Nationwide Liberty Progressive Phillips Marathon Valero Chevron Shell Total
Repsol Citgo Cargill Monsanto Deere Cummins Allison Garmin Vodafone Sprint Frontier Spirit Southwest Virgin Jet Eagle
Nokia Columbia Timberland Patagonia Cisco Oracle Adobe Intel Amazon Puma Kenwood Denon Aiwa Sanyo Bristol Vauxhall
Rover Aston Bentley Morris Austin Seat Skoda Tata Mahindra Hyundai Kia Subaru Mazda Isuzu Yamaha Honda
""".split()
PLACE_NAMED = """
Paris Jordan Austin Sydney Chelsea Brooklyn Madison Savannah Charlotte Virginia Georgia Carolina Dakota London Phoenix
Israel Kenya India Asia China Milan Florence Vienna Verona Chad Troy Dallas Houston Denver Cody Tyler Trenton Lincoln
Jackson Preston Chester Kent Devon Kingston Bristol Hudson Camden Boston Cheyenne Sierra Catalina Lourdes Odessa
""".split()
WATERS = (
    """
Black Sea|Red Sea|Baltic Sea|Persian Gulf|Gulf of Mexico|Mediterranean|Nile|Danube|Mekong|Amazon River|Ohio River
Missouri River|Lake Victoria|Lake Chad|Middle East|Balkans|Horn of Africa|Red River|Rhine|Congo River|Caribbean
North Sea|Bay of Bengal|Strait of Hormuz|Darfur|Sahel
""".strip()
    .replace("\n", "|")
    .split("|")
)
ABBREVIATIONS = {
    "AL": "Ala.", "AZ": "Ariz.", "AR": "Ark.", "CA": "Calif.", "CO": "Colo.", "CT": "Conn.", "FL": "Fla.", "GA": "Ga.",
    "IL": "Ill.", "IN": "Ind.", "KS": "Kan.", "KY": "Ky.", "LA": "La.", "MD": "Md.", "MA": "Mass.", "MI": "Mich.",
    "MN": "Minn.", "MS": "Miss.", "MO": "Mo.", "MT": "Mont.", "NE": "Neb.", "NV": "Nev.", "NJ": "N.J.", "NY": "N.Y.",
    "NC": "N.C.", "ND": "N.D.", "OK": "Okla.", "OR": "Ore.", "PA": "Pa.", "SC": "S.C.", "SD": "S.D.", "TN": "Tenn.",
    "VA": "Va.", "WA": "Wash.", "WV": "W.Va.", "WI": "Wis.", "WY": "Wyo.",
}  # fmt: skip
COUNTRIES = "US GB CA AU IN PH NG MX EC TR UA ID DE ES KE GE FR IT BR CO ZA PK EG RU CN IQ SY SD CD PE".split()
_DASHES = ("-", "--", "–", "—")
OWN_COUNTRY = 0.85
"""The share of the large cities far from an article's town that lie in its country, as in local papers."""
_SLOT = re.compile(r"\{([A-Za-z]\d?)\}")
_DATELINE = re.compile(r"\{[TM]1\}(, \{..\})? (\(\w+\)|--?) ")


def sentences() -> list[list[str]]:
    """The templates, one list a section."""
    sections: list[list[str]] = []
    for line in SENTENCES.read_text(encoding="utf-8").splitlines():
        if line.startswith("# ---"):
            sections.append([])
        elif line and not line.startswith("#"):
            sections[-1].append(line)
    return sections


@dataclass(frozen=True, slots=True)
class Row:
    """A place of the gazetteer's table, coordinates in degrees."""

    id: str
    name: str
    feature: str
    lon: float
    lat: float
    country: str
    admin1: str
    population: int


class Fillings:
    """Draws names for slots, so that the places of one article lie together as those of a real one do."""

    def __init__(self, gazetteer: Gazetteer, seed: int) -> None:
        self.random = random.Random(seed)
        columns = "ref, name, feature, lon, lat, country, admin1, population"
        rows = gazetteer._rows(f"SELECT {columns} FROM place WHERE kind IN (0, 1, 2) ORDER BY rank", ())
        plain = [_row(row) for row in rows if not set(row[1]) & set("(),/") and row[5]]
        towns = [row for row in plain if row.feature.startswith("PPL") and row.country in COUNTRIES]
        self.towns = {
            c: [row for row in towns if row.country == c and 500 < row.population < 90_000] for c in COUNTRIES
        }
        self.cities = {c: [row for row in towns if row.country == c and row.population > 120_000] for c in COUNTRIES}
        self.islands = _named(gazetteer, 5)
        self.waters = _named(gazetteer, 6)
        self.sites = _named(gazetteer, 8)
        self.regions = _named(gazetteer, 4)
        self.large = [row for row in towns if row.population > (400_000 if row.country == "US" else 1_500_000)]
        self.units = {c: [row for row in plain if row.feature == "ADM1" and row.country == c] for c in COUNTRIES}
        self.counties = [row for row in plain if row.feature == "ADM2" and row.country == "US"]
        self.countries = [row for row in plain if row.feature.startswith("PCL") and row.population > 1_000_000]
        self.capitals = {row.country: row for row in plain if row.feature == "PPLC"}
        self.largest: dict[str, int] = {}
        for row in plain:
            self.largest[row.name] = max(self.largest.get(row.name, 0), row.population)
        called = {row.name for row in self.countries} | {"Palestine", "Holland", "Scotland", "England"}
        self.lands = [row for row in self.towns["US"] if row.name in called and row.population > 2_000]
        self.given = [name.capitalize() for name in GIVEN.read_text(encoding="utf-8").split()]

    def _town(self, country: str, local: bool) -> Row:
        """The town of an article: local news is full of namesakes of larger places."""
        towns = self.towns[country]
        if country == "US" and self.random.random() < 0.08:
            return self.random.choice(self.lands)
        pool = [row for row in towns if self.largest.get(row.name, 0) > 3 * row.population] or towns
        pool = pool if self.random.random() < (0.5 if local else 0.1) else towns
        return self.random.choices(pool, [math.sqrt(row.population) for row in pool])[0]

    def _large(self, country: str) -> Row:
        """A large city anywhere, more often of the same country."""
        own = [row for row in self.large if row.country == country]
        pool = own if own and self.random.random() < OWN_COUNTRY else self.large
        return self.random.choices(pool, [math.sqrt(row.population) for row in pool])[0]

    def draw(self, country: str, local: bool) -> dict[str, tuple[str, str]]:
        """One filling of all slots: slot -> (name, place id or "")."""
        choose = self.random.choice
        main = self._town(country, local)
        near = [row for row in self.towns[country] if row is not main and _apart(row, main) < 0.7] or self.towns[
            country
        ]
        cities = [row for row in self.cities[country] if _apart(row, main) < 3] or self.cities[country] or near
        own = [row for row in self.units[country] if row.admin1 == main.admin1] or self.units[country]
        home = next((row for row in self.countries if row.country == country), choose(self.countries))
        others = [choose(self.countries) for _ in range(2)]
        county = min(self.counties, key=lambda row: _apart(row, main)) if country == "US" else choose(own)
        rows = {"T1": main, "T2": choose(near), "T3": choose(near), "C1": choose(cities)}
        rows |= {"C2": choose(self.cities[country] or cities), "S1": choose(own), "S2": choose(self.units[country])}
        rows |= {"N1": home, "N2": others[0], "N3": others[1], "K1": county}
        rows |= {"M1": self.capitals.get(country, main), "M2": self.capitals.get(others[0].country, main)}
        rows |= {f"D{i}": self._large(country) for i in (1, 2, 3)}
        filled = {slot: (_SHORT.get(row.name, row.name), row.id) for slot, row in rows.items()}
        filled["A1"] = (ABBREVIATIONS.get(main.admin1, own[0].name), own[0].id)
        filled |= {"L1": (choose(self.islands), ""), "L2": (choose(self.islands), ""), "F1": (choose(self.sites), "")}
        filled |= {"R1": (choose(self.regions), ""), "W2": (choose(self.waters), ""), "W1": (choose(WATERS), "")}
        filled |= {"G1": (choose(self.given), ""), "Y1": (choose(COMPANIES), "")}
        for i in (1, 2, 3):
            last = choose(SURNAMES)
            filled[f"p{i}"] = (last, "")
            filled[f"P{i}"] = (f"{choose(self.given)} {last}", "")
            filled[f"Y{i + 1}"] = (choose(NAMESAKES), "")
            filled[f"Q{i}"] = (f"{choose(PLACE_NAMED)} {choose(SURNAMES)}", "")
            filled[f"t{i}"] = (choose([choose(self.towns["US"]).name, choose(SURNAMES)]), "")
        return filled


_SHORT = {"New York City": "New York", "Washington DC": "Washington"}
"""What news calls them."""


def _named(gazetteer: Gazetteer, kind: int) -> list[str]:
    """The better known places of a kind (the position in PLACE_KINDS) with plain names."""
    rows = gazetteer._rows("SELECT name FROM place WHERE kind = ? AND ref LIKE 'cu:%' ORDER BY rank", (kind,))
    return [name for (name,) in rows if name.isascii() and not set(name) & set("(),/")]


def _row(row: Sequence[Any]) -> Row:
    ref, name, feature, lon, lat, country, admin1, population = row
    return Row(
        f"gn:{ref}" if isinstance(ref, int) else ref,
        name,
        feature or "PPL",
        lon / 1e5,
        lat / 1e5,
        country or "",
        admin1 or "",
        population or 0,
    )


def _apart(one: Row, other: Row) -> float:
    """A rough distance in degrees."""
    return math.hypot(one.lat - other.lat, (one.lon - other.lon) * math.cos(math.radians(one.lat)))


Marked: TypeAlias = tuple[str, list[tuple[int, int, str]]]


def articles(gazetteer: Gazetteer, *, count: int, seed: int = 1) -> list[Marked]:
    """`count` texts, each with its places: start, end (code points, half open), place id or "" for one left open."""
    fillings, sections = Fillings(gazetteer, seed), sentences()
    return [_article(fillings, sections, number) for number in range(count)]


def _at_home(lines: Sequence[str], country: str) -> list[str]:
    """The sentences without a word that is at home in another country: no sheriff in England."""
    return [line for line in lines if not _foreign(line, country)]


def _foreign(line: str, country: str) -> bool:
    words = set(re.findall(r"[a-z.]+", line.lower()))
    return any(not words.isdisjoint(listed.split()) for other, listed in HINTS.items() if other != country)


def _article(fillings: Fillings, sections: Sequence[Sequence[str]], number: int) -> Marked:
    local = number % 5 < 2
    country = fillings.random.choice(["US", "US", "US", "CA", "GB", "AU"] if local else COUNTRIES[1:])
    filled = fillings.draw(country, local)
    main, rest = sections[number % 3] if local else sections[4 if number % 5 == 4 else 3], sections[-1]
    main, rest = (_at_home(lines, country) for lines in (main, rest))
    short = number % 6 == 5
    drawn = fillings.random.sample(main, 1 if short else 7) + fillings.random.sample(rest, 1 if short else 2)
    fillings.random.shuffle(drawn)
    text, spans = "", []
    for template in drawn:
        at = 0
        capitals = bool(_DATELINE.match(template))
        if capitals:
            for dash in (" -- ", " - "):
                template = template.replace(dash, f" {fillings.random.choice(_DASHES)} ", 1)
        for slot in _SLOT.finditer(template):
            text += template[at : slot.start()]
            name, place = filled[slot[1]]
            name = name.upper() if capitals and not at and slot[1][0] in "TM" else name
            if slot[1][0] in "TCDSNMKAWLFR":
                spans.append((len(text), len(text) + len(name), place))
            text += name
            at = slot.end()
        text += template[at:] + ("\n" if fillings.random.random() < 0.15 else " ")
    return text, spans
