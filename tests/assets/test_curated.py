"""Our own tables of places: every row is whole, unambiguous and on earth."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest

from geo.gazetteer import shipped_gazetteer
from geo.model import PLACE_KINDS
from geo.names import search_key


def rows(root: Path, name: str) -> list[dict[str, str]]:
    with (root / "assets" / "build" / "curated" / name).open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


@pytest.fixture(scope="module")
def places(root: Path) -> list[dict[str, str]]:
    return rows(root, "places.csv")


def test_the_table_has_at_least_600_rows_with_distinct_slugs(places: list[dict[str, str]]) -> None:
    slugs = [row["slug"] for row in places]
    assert len(slugs) >= 600 and len(set(slugs)) == len(slugs)
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug) for slug in slugs)


def test_every_row_is_whole(places: list[dict[str, str]]) -> None:
    for row in places:
        assert row["name"] and row["kind"] in PLACE_KINDS and re.fullmatch(r"[A-Z0-9]{2,6}", row["feature"]), row
        assert -180 <= float(row["lon"]) <= 180 and -90 <= float(row["lat"]) <= 90, row
        assert float(row["radius_km"]) >= 1 and 0 < float(row["weight"]) <= 1.3, row
        assert re.fullmatch(r"([A-Z]{2})?", row["country"]) and row["contested"] in ("", "1"), row
        assert all(search_key(alias) for alias in row["aliases"].split("|") if row["aliases"]), row


def test_a_contested_row_claims_no_country(places: list[dict[str, str]]) -> None:
    contested = [row for row in places if row["contested"]]
    assert len(contested) >= 20 and all(not row["country"] for row in contested)


def test_a_row_lies_near_the_country_that_it_names(places: list[dict[str, str]]) -> None:
    gazetteer = shipped_gazetteer()
    scattered = {"US", "FR", "RU", "UM", "PF", "CL", "AU", "SH", "GB"}
    for row in places:
        country = gazetteer.country(row["country"]) if row["country"] not in scattered else None
        if country is not None:
            reach_km = 2.5 * country.radius_km + float(row["radius_km"]) + 700
            assert abs(float(row["lat"]) - country.lat) * 111 <= reach_km, row


def test_every_row_is_found_by_its_name_and_aliases(places: list[dict[str, str]]) -> None:
    gazetteer = shipped_gazetteer()
    missing = [
        name
        for row in places
        for name in [row["name"], *filter(None, row["aliases"].split("|"))]
        if not any(
            abs(found.place.lat - float(row["lat"])) < 3 and abs(found.place.lon - float(row["lon"])) < 4
            for found in gazetteer.candidates(name)
        )
    ]
    assert missing == []


def test_every_country_has_one_point(root: Path) -> None:
    countries = rows(root, "countries.csv")
    assert len({row["country"] for row in countries}) == len(countries) >= 248


def test_the_list_of_shipped_files_is_up_to_date(root: Path) -> None:
    import subprocess
    import sys

    done = subprocess.run(
        [sys.executable, "assets/build/manifest.py", "--check"], cwd=root, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
