"""The shipped gazetteer, as it ships: who bears a name, where it is, and what a damaged file says."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from geo.errors import AssetError
from geo.gazetteer import MOST_CANDIDATES, Gazetteer, shipped_gazetteer
from geo.model import Extent, Place
from geo.shipped import assets_dir


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return shipped_gazetteer()


def first(gazetteer: Gazetteer, name: str) -> Place:
    found = gazetteer.candidates(name)
    assert found, f"nobody bears {name}"
    return found[0].place


@pytest.mark.parametrize(
    ("name", "place_id"),
    [
        ("Ecuador", "gn:3658394"),
        ("USA", "gn:6252001"),
        ("U.S.", "gn:6252001"),
        ("United States of America", "gn:6252001"),
        ("UK", "gn:2635167"),
        ("UAE", "gn:290557"),
        ("DRC", "gn:203312"),
        ("Burma", "gn:1327865"),
        ("Estados Unidos", "gn:6252001"),
        ("Manabi", "gn:3654451"),
        ("Ariz.", "gn:5551752"),
        ("B.C.", "gn:5909050"),
        ("NSW", "gn:2155400"),
        ("Rapides Parish", "gn:4338356"),
        ("Portoviejo", "gn:3652941"),
        ("Bombay", "gn:1275339"),
        ("Saigon", "gn:1566083"),
        ("Constantinople", "gn:745044"),
        ("Strait of Hormuz", "cu:strait-of-hormuz"),
        ("Straits of Hormuz", "cu:strait-of-hormuz"),
        ("Darfur", "cu:darfur"),
        ("Donbass", "cu:donbas"),
        ("Middle East", "cu:middle-east"),
        ("Lake Chad", "cu:lake-chad"),
        ("Mt. Everest", "cu:mount-everest"),
        ("the Kremlin", "cu:kremlin"),
        ("Galápagos", "cu:galapagos-islands"),
        ("Soviet Union", "cu:soviet-union"),
    ],
)
def test_a_name_means_first_of_all_what_the_world_means_by_it(gazetteer: Gazetteer, name: str, place_id: str) -> None:
    assert first(gazetteer, name).id == place_id


@pytest.mark.parametrize(
    ("name", "lon", "lat", "near_km"),
    [
        ("United States", -98.5, 39.76, 1),
        ("Texas", -99.25, 31.25, 1),
        ("Manabí", -80.1, -0.7, 60),
        ("Quito", -78.5, -0.2, 10),
    ],
)
def test_reference_points_are_the_usual_ones(
    gazetteer: Gazetteer, name: str, lon: float, lat: float, near_km: float
) -> None:
    place = first(gazetteer, name)
    assert abs(place.lon - lon) * 111 <= near_km and abs(place.lat - lat) * 111 <= near_km


def test_every_homonym_is_a_candidate_best_prior_first(gazetteer: Gazetteer) -> None:
    salinas = gazetteer.candidates("Salinas")
    countries = {candidate.place.country for candidate in salinas}
    assert {"EC", "US", "BR", "PR"} <= countries
    assert [candidate.score for candidate in salinas] == sorted((one.score for one in salinas), reverse=True)
    assert len(gazetteer.candidates("Orange County")) >= 6


def test_a_country_comes_before_the_towns_of_its_name(gazetteer: Gazetteer) -> None:
    peru = gazetteer.candidates("Peru")
    assert peru[0].place.kind == "country" and len(peru) >= 4


def test_the_kind_of_match_is_told(gazetteer: Gazetteer) -> None:
    matches = {name: gazetteer.candidates(name)[0].match for name in ("Quito", "Ariz.", "Britain")}
    assert matches == {"Quito": "name", "Ariz.": "abbreviation", "Britain": "alias"}


@pytest.mark.parametrize("word", ["in", "or", "me", "us", "uk"])
def test_a_word_in_lower_case_is_no_abbreviation(gazetteer: Gazetteer, word: str) -> None:
    assert all(candidate.match != "abbreviation" for candidate in gazetteer.candidates(word))
    assert any(candidate.match == "abbreviation" for candidate in gazetteer.candidates(word.upper()))


@pytest.mark.parametrize("name", ["", "Xqzzt", "a" * 1_000_000, "🙂", "\u0301", "'; DROP TABLE place; --", "\x00"])
def test_what_is_no_name_has_no_candidates(gazetteer: Gazetteer, name: str) -> None:
    assert gazetteer.candidates(name) == () and not gazetteer.has(name)


def test_has_agrees_with_candidates(gazetteer: Gazetteer) -> None:
    for name in ("Quito", "Xqzzt", "in", "IN", "Mt. Everest", "~manta"):
        assert Gazetteer.open().has(name) == bool(gazetteer.candidates(name))


def test_no_name_has_more_candidates_than_the_limit(gazetteer: Gazetteer) -> None:
    assert 50 < len(gazetteer.candidates("San Antonio")) <= MOST_CANDIDATES


def test_a_loose_look_up_drops_direction_and_class(gazetteer: Gazetteer) -> None:
    assert gazetteer.candidates("northern Venezuela") == ()
    found = gazetteer.candidates("northern Venezuela", loose=True)
    assert found[0].place.country == "VE" and found[0].match == "partial"


def test_ids_lead_back_to_their_place(gazetteer: Gazetteer) -> None:
    for name in ("Quito", "Darfur", "Tennessee Colony", "Heathrow", "General Ulpiano Paez Airport"):
        place = first(gazetteer, name)
        assert gazetteer.place(place.id) == place
    assert gazetteer.place("gn:1") is None and gazetteer.place("cu:nowhere") is None and gazetteer.place("") is None
    assert gazetteer.place("pc:US:x") is None


def test_countries_units_and_capitals_are_found_by_code(gazetteer: Gazetteer) -> None:
    ecuador, manabi, quito = gazetteer.country("EC"), gazetteer.admin1("EC", "14"), gazetteer.capital("EC")
    assert ecuador and ecuador.name == "Ecuador" and ecuador.outline == "country:EC"
    assert manabi and manabi.name == "Manabí" and manabi.outline == "admin1:EC.14" and manabi.feature == "ADM1"
    assert quito and quito.name == "Quito" and quito.feature == "PPLC" and quito.admin1_name == "Pichincha"
    assert gazetteer.country("XX") is None and gazetteer.admin1("EC", "99") is None and gazetteer.capital("AQ") is None


def test_units_are_shown_by_their_english_names(gazetteer: Gazetteer) -> None:
    assert [first(gazetteer, name).name for name in ("Sicilia", "Bayern", "Xizang")] == ["Sicily", "Bavaria", "Tibet"]


@pytest.mark.parametrize("name", ["Crimea", "Kashmir", "Western Sahara", "Taiwan", "Abkhazia", "Gaza Strip"])
def test_a_contested_place_is_a_region_of_no_country(gazetteer: Gazetteer, name: str) -> None:
    place = first(gazetteer, name)
    assert place.contested and place.country is None and place.kind == "region"
    assert place.outline and place.outline.startswith("curated:")


def test_contested_places_with_a_code_are_found_by_it(gazetteer: Gazetteer) -> None:
    taiwan = gazetteer.country("TW")
    assert taiwan and taiwan.name == "Taiwan" and taiwan.outline == "curated:taiwan"


@pytest.mark.parametrize(
    ("word", "targets"),
    [
        ("Ecuadorian", ("EC",)),
        ("ecuatoriano", ("EC",)),
        ("Dutch", ("NL",)),
        ("Congolese", ("CD", "CG")),
        ("Dominicans", ("DM", "DO")),
        ("Texan", ("gn:4736286",)),
        ("Soviet", ("cu:soviet-union",)),
        ("table", ()),
    ],
)
def test_a_demonym_names_its_places(gazetteer: Gazetteer, word: str, targets: tuple[str, ...]) -> None:
    assert gazetteer.demonym(word) == targets


def test_every_country_has_a_demonym(gazetteer: Gazetteer) -> None:
    with sqlite3.connect(assets_dir() / "gazetteer" / "gazetteer.sqlite") as file:
        named = {target for (targets,) in file.execute("SELECT places FROM demonym") for target in targets.split("|")}
        codes = file.execute("SELECT a.unit FROM area a JOIN place p USING (rank) WHERE p.feature = 'PCLI'").fetchall()
    assert {unit.removeprefix("country:") for (unit,) in codes} - named == set()


@pytest.mark.parametrize(
    ("words", "country", "lon", "lat"),
    [
        ("Ulpiano Paez Air Base", "EC", -80.99, -2.2),
        ("Ulpiano Páez airport", None, -80.99, -2.2),
        ("Manta air base", None, -80.68, -0.95),
        ("Eloy Alfaro airport", "EC", -80.68, -0.95),
        ("Bagram air base", None, 69.26, 34.95),
    ],
)
def test_a_facility_is_found_by_its_distinctive_words(
    gazetteer: Gazetteer, words: str, country: str | None, lon: float, lat: float
) -> None:
    place = gazetteer.facilities(words.split(), country)[0].place
    assert place.kind == "facility" and abs(place.lon - lon) < 0.05 and abs(place.lat - lat) < 0.05


@pytest.mark.parametrize("words", ["air base", "the international airport", "", "Xqzzt airport"])
def test_words_that_fit_every_airport_find_none(gazetteer: Gazetteer, words: str) -> None:
    assert gazetteer.facilities(words.split(), None) == ()


def test_a_facility_elsewhere_is_left_out(gazetteer: Gazetteer) -> None:
    assert gazetteer.facilities(["Ulpiano", "Paez"], "PE") == ()


def test_towns_of_an_extent_are_the_biggest_inside_it(gazetteer: Gazetteer) -> None:
    manabi = Extent(-81.1, -1.9, -79.3, 0.4)
    towns = gazetteer.towns(manabi, limit=4)
    assert {"Manta", "Portoviejo"} <= {town.name for town in towns}
    assert [town.population for town in towns] == sorted((town.population for town in towns), reverse=True)
    assert all(-81.1 <= town.lon <= -79.3 and -1.9 <= town.lat <= 0.4 and town.kind == "city" for town in towns)
    assert all(town.population >= 100_000 for town in gazetteer.towns(manabi, limit=50, min_population=100_000))
    assert gazetteer.towns(manabi, limit=0) == ()


@pytest.mark.parametrize(
    "extent",
    [
        Extent(-81.1, -1.9, -79.3, 0.4),
        Extent(-10.0, 35.0, 30.0, 60.0),
        Extent(176.0, -20.0, -178.0, -15.0),
        Extent(-150.0, -50.0, -148.0, -45.0),
    ],
)
def test_small_and_wide_extents_give_the_same_towns_as_looking_at_each(gazetteer: Gazetteer, extent: Extent) -> None:
    rows = gazetteer._rows("SELECT lon, lat, population FROM place WHERE kind = 0", ())

    def inside(lon: float, lat: float) -> bool:
        across = lon >= extent.west or lon <= extent.east
        return extent.south <= lat <= extent.north and (
            across if extent.crosses_antimeridian else extent.west <= lon <= extent.east
        )

    biggest = sorted((people for lon, lat, people in rows if inside(lon / 1e5, lat / 1e5)), reverse=True)[:20]
    assert [town.population for town in gazetteer.towns(extent, limit=20)] == biggest


def test_an_iso_code_counts_in_capitals_only(gazetteer: Gazetteer) -> None:
    assert gazetteer.candidates("MAC")[0].place.country == "MO"
    assert not any(candidate.place.country == "MO" for candidate in gazetteer.candidates("Mac"))


def test_nobody_says_columbia_for_the_american_capital(gazetteer: Gazetteer) -> None:
    assert not any(candidate.place.admin1 == "DC" for candidate in gazetteer.candidates("Columbia"))
    assert gazetteer.candidates("Washington")[0].place.admin1 == "DC"


def test_towns_are_found_across_the_antimeridian(gazetteer: Gazetteer) -> None:
    towns = gazetteer.towns(Extent(176.0, -20.0, -178.0, -15.0), limit=10)
    assert any(town.country == "FJ" for town in towns)


@pytest.mark.parametrize(
    ("typed", "name"), [("manab", "Manabí"), ("Manabi", "Manabí"), ("são pau", "São Paulo"), ("quit", "Quito")]
)
def test_typing_the_start_of_a_name_finds_it(gazetteer: Gazetteer, typed: str, name: str) -> None:
    assert name in [place.name for place in gazetteer.search(typed)]


def test_a_search_is_bounded_and_hostile_input_finds_nothing(gazetteer: Gazetteer) -> None:
    assert len(gazetteer.search("san", limit=3)) == 3
    assert gazetteer.search("%_%") == () and gazetteer.search("") == () and gazetteer.search("x" * 10_000) == ()


def test_every_place_lies_on_earth_and_has_a_size() -> None:
    with sqlite3.connect(assets_dir() / "gazetteer" / "gazetteer.sqlite") as file:
        off = file.execute("SELECT count(*) FROM place WHERE abs(lon) > 18000000 OR abs(lat) > 9000000").fetchone()
        small = file.execute("SELECT count(*) FROM place WHERE radius < 10").fetchone()
        count = file.execute("SELECT count(*) FROM place").fetchone()
    assert off == (0,) and small == (0,) and count[0] > 280_000


def test_areas_carry_a_radius_of_their_own_size(gazetteer: Gazetteer) -> None:
    sizes = [first(gazetteer, name).radius_km for name in ("Russia", "Ecuador", "Manabí", "Quito", "Kremlin")]
    assert sizes == sorted(sizes, reverse=True) and sizes[0] > 2000 and sizes[-1] <= 2


@pytest.mark.parametrize("damage", ["missing", "text", "cut", "empty", "other"])
def test_a_damaged_file_is_named_with_its_remedy(tmp_path: Path, damage: str) -> None:
    path = tmp_path / "gazetteer.sqlite"
    if damage == "text":
        path.write_text("no database")
    elif damage == "cut":
        path.write_bytes((assets_dir() / "gazetteer" / "gazetteer.sqlite").read_bytes()[:1_000_000])
    elif damage == "empty":
        path.touch()
    elif damage == "other":
        with sqlite3.connect(path) as file:
            file.execute("CREATE TABLE meta(key, value)")
            blobs = [("starts", b""), ("hashes", b""), ("postings", b""), ("format", 0)]
            file.executemany("INSERT INTO meta VALUES(?, ?)", blobs)
    with pytest.raises(AssetError, match=r"gazetteer\.sqlite.*install Dateline again"):
        Gazetteer.open(path).candidates("Quito")


def test_ten_thousand_names_in_a_row_take_linear_time(gazetteer: Gazetteer) -> None:
    start = time.process_time()
    for number in range(10_000):
        gazetteer.has(f"Capital Word{number} Xq")
    assert time.process_time() - start < 2.0


def test_opening_takes_little_memory_and_no_heavy_import() -> None:
    script = (
        "import re, sys; from pathlib import Path; from geo.gazetteer import Gazetteer;"
        "Gazetteer.open().candidates('Quito');"
        "heavy = {'numpy', 'pandas', 'spacy', 'shapely'} & set(sys.modules);"
        "peak = re.search('VmHWM:\\\\s+([0-9]+)', Path('/proc/self/status').read_text());"
        "print(int(peak[1]) // 1024, sorted(heavy))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    megabytes, heavy = done.stdout.split(maxsplit=1)
    assert int(megabytes) <= 80 and heavy.strip() == "[]"
