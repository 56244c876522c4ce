"""The shipped Manta story retold elsewhere and at other times: map and timeline follow its words, not our memory."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

import pytest

from geo.gazetteer import shipped_gazetteer
from geo.geometry import distance_km
from geo.model import Place
from timeline.dates.calendar import day_number, iso_day
from timeline.model import Event, Options, Published, Timeline
from timeline.pipeline import build
from timeline.read import read

PUBLISHED = day_number(2025, 12, 17)
VISIT = day_number(2025, 11, 6)


def shift(years: int) -> int:
    """Days of about so many years, in whole weeks: every weekday stays what it was."""
    return round(years * 365.25 / 7) * 7


class World(NamedTuple):
    """Where the story is retold: port, its province, a second town, country, demonym, capital and islands."""

    port: str
    province: str
    town: str
    country: str
    iso2: str
    demonym: str
    capital: str
    islands: str


WORLDS = (
    World("Callao", "Ica", "Piura", "Peru", "PE", "Peruvian", "Lima", "Chincha Islands"),
    World("Valparaíso", "Biobío", "Iquique", "Chile", "CL", "Chilean", "Santiago", "Juan Fernández Islands"),
    World("Buenaventura", "Nariño", "Barranquilla", "Colombia", "CO", "Colombian", "Bogotá", "Rosario Islands"),
    World("Mombasa", "Kilifi", "Kisumu", "Kenya", "KE", "Kenyan", "Nairobi", "Lamu Archipelago"),
    World("Tema", "Volta", "Tamale", "Ghana", "GH", "Ghanaian", "Accra", "Bissagos Islands"),
    World("Gdynia", "Pomerania", "Szczecin", "Poland", "PL", "Polish", "Warsaw", "Åland Islands"),
    World("Varna", "Dobrich", "Plovdiv", "Bulgaria", "BG", "Bulgarian", "Sofia", "Princes' Islands"),
    World("Rijeka", "Istria", "Zadar", "Croatia", "HR", "Croatian", "Zagreb", "Brijuni Islands"),
    World("Bari", "Apulia", "Catania", "Italy", "IT", "Italian", "Rome", "Aeolian Islands"),
    World("Faro", "Algarve", "Braga", "Portugal", "PT", "Portuguese", "Lisbon", "Azores"),
    World("Piraeus", "Attica", "Volos", "Greece", "GR", "Greek", "Athens", "Cyclades"),
    World("Izmir", "Aydın", "Samsun", "Turkey", "TR", "Turkish", "Ankara", "Dodecanese"),
    World("Latakia", "Tartus", "Aleppo", "Syria", "SY", "Syrian", "Damascus", "Cyclades"),
    World("Surabaya", "East Java", "Makassar", "Indonesia", "ID", "Indonesian", "Jakarta", "Maluku Islands"),
    World("Chittagong", "Sylhet", "Khulna", "Bangladesh", "BD", "Bangladeshi", "Dhaka", "Andaman Islands"),
    World("Karachi", "Sindh", "Gwadar", "Pakistan", "PK", "Pakistani", "Islamabad", "Maldives"),
    World("Beira", "Sofala", "Nampula", "Mozambique", "MZ", "Mozambican", "Maputo", "Comoro Islands"),
    World("Douala", "Littoral", "Garoua", "Cameroon", "CM", "Cameroonian", "Yaoundé", "Canary Islands"),
    World("Walvis Bay", "Erongo", "Keetmanshoop", "Namibia", "NA", "Namibian", "Windhoek", "Saint Helena"),
    World("Corinto", "Chinandega", "Masaya", "Nicaragua", "NI", "Nicaraguan", "Managua", "Corn Islands"),
)


def retold(text: str, world: World, years: int) -> str:
    """The story with other names and with every date moved by `years` times 52 weeks."""
    swaps = (
        ("MANTA, Ecuador", f"{world.port.upper()}, {world.country}"),
        ("Galápagos Islands", world.islands),
        ("Ulpiano Páez", "Rupert Ashdown"),
        ("Ecuadorian", world.demonym),
        ("Ecuador", world.country),
        ("Manta", world.port),
        ("Manabí", world.province),
        ("Salinas", world.town),
        ("Quito", world.capital),
        ("Paraguay and Peru", "Iceland and Malta"),
        ("elsewhere in Latin America", "elsewhere"),
    )
    for old, new in swaps:
        text = text.replace(old, new)
    text = re.sub(r"\b(2008|2009|2024)\b", lambda match: str(int(match[1]) + years), text)
    year, _, day = iso_day(VISIT + shift(years)).split("-")
    return text.replace("November 6, 2025", f"November {int(day)}, {year}")


def story(root: Path, world: World, years: int) -> Timeline:
    """The timeline of one variant."""
    article = read(root / "seeds" / "manta.md").articles[0]
    day = PUBLISHED + shift(years)
    given = Published(day, day, "given")
    return build((type(article)(retold(article.text, world, years), source="variant"),), Options(published=given))


def told(timeline: Timeline, *words: str) -> Event:
    """The first event whose title holds one of the words."""
    found = [event for event in timeline.events if any(word in event.title for word in words)]
    assert found, [event.title for event in timeline.events]
    return found[0]


def is_called(place: Place, name: str) -> bool:
    """Whether the gazetteer knows the place by the name."""
    return place.id in {candidate.place.id for candidate in shipped_gazetteer().candidates(name)}


def span(event: Event) -> tuple[str | None, str | None]:
    """First and last day, ISO."""
    assert event.when is not None
    return tuple(iso_day(day) if day is not None else None for day in (event.when.earliest, event.when.latest))  # type: ignore[return-value]


@pytest.mark.parametrize(("years", "world"), list(enumerate(WORLDS, start=-16)), ids=lambda value: str(value)[:40])
def test_map_and_timeline_follow_other_names_and_dates(root: Path, world: World, years: int) -> None:
    timeline = story(root, world, years)
    news = iso_day(PUBLISHED + shift(years))

    visit = told(timeline, "visited")
    assert span(visit) == (iso_day(VISIT + shift(years)),) * 2
    assert visit.place is not None and visit.place.country == world.iso2
    assert visit.place.name != world.capital

    sent = told(timeline, "have been sent")
    assert span(sent) == (news, news)
    assert sent.place is not None and is_called(sent.place, world.port)

    vote = told(timeline, "referendum", "voters refused")
    month = news[:4] + "-11"
    assert span(vote) == (f"{month}-11", f"{month}-20")
    assert vote.place is not None and (vote.place.kind, vote.place.country) == ("country", world.iso2)

    flights = told(timeline, "flew patrols")
    assert span(flights) == (None, f"{2009 + years}-12-31")
    assert flights.place is not None and is_called(flights.place, world.port)

    on_map = [event.place for event in timeline.events if event.is_on_map and event.place is not None]
    assert world.capital not in {place.name for place in on_map if place.kind == "city"}
    assert all(distance_km(-80.7, -0.95, place.lon, place.lat) > 200 for place in on_map)
