"""The share of gold toponyms for which the gazetteer holds a right place among the candidates of their surface form.

    python bench/candidates.py FOLDER [--misses N]

FOLDER holds `*.gold.jsonl`: rows with text, lat, lon and, for large areas, tol_km. A candidate is right within 161 km,
or within tol_km where that is more. Demonyms and rows without coordinates are left out; so are those marked `ignore`.
"""

from __future__ import annotations

import argparse
import json
import math
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from geo.gazetteer import Gazetteer, shipped_gazetteer

NEAR_KM = 161.0


def distance_km(lon: float, lat: float, other_lon: float, other_lat: float) -> float:
    """The great-circle distance on a sphere of 6371 km."""
    lon, lat, other_lon, other_lat = map(math.radians, (lon, lat, other_lon, other_lat))
    h = math.sin((other_lat - lat) / 2) ** 2
    h += math.cos(lat) * math.cos(other_lat) * math.sin((other_lon - lon) / 2) ** 2
    return 2 * 6371.0088 * math.asin(min(1.0, math.sqrt(h)))


def wanted(path: Path) -> Iterator[dict[str, Any]]:
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row["lat"] is not None and not row.get("ignore") and not row.get("demonym"):
            yield row


def reach_km(row: dict[str, Any]) -> float:
    """Within this distance a candidate is right."""
    return max(NEAR_KM, row.get("tol_km") or 0)


def nearest_km(gazetteer: Gazetteer, row: dict[str, Any]) -> float:
    """From the gold point to the nearest candidate, the facility match included; infinite without candidates."""
    found = gazetteer.candidates(row["text"], loose=True) or gazetteer.facilities(row["text"].split(), None)
    places = [candidate.place for candidate in found]
    return min((distance_km(row["lon"], row["lat"], p.lon, p.lat) for p in places), default=math.inf)


def nearest_inside_km(gazetteer: Gazetteer, row: dict[str, Any]) -> float:
    """The same with the candidates of every name inside the surface form: "Colchester" of "Colchester Hospital"."""
    words = row["text"].split()
    parts = [" ".join(words[i:j]) for i in range(len(words)) for j in range(i + 1, min(len(words), i + 6) + 1)]
    return min((nearest_km(gazetteer, {**row, "text": part}) for part in parts if part[0].isupper()), default=math.inf)


def main() -> None:
    parser = argparse.ArgumentParser(description="Candidate coverage of the gazetteer.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--misses", type=int, default=0, help="print the N most frequent misses of each corpus")
    options = parser.parse_args()
    gazetteer = shipped_gazetteer()
    for path in sorted(options.folder.glob("*.gold.jsonl")):
        rows = list(wanted(path))
        far = [(row, km) for row in rows if (km := nearest_km(gazetteer, row)) > reach_km(row)]
        beyond = sum(nearest_inside_km(gazetteer, row) > reach_km(row) for row, _km in far)
        absent = sum(math.isinf(km) for _row, km in far)
        share = 1 - len(far) / max(1, len(rows))
        inside = 1 - beyond / max(1, len(rows))
        print(f"{path.name:28} {share:.3f} of {len(rows)} ({inside:.3f} with the names inside a name)", end="")
        print(f"; {absent} without a candidate, {len(far) - absent} too far")
        missed = Counter((row["text"], row.get("name") or row.get("page"), f"{km:.0f} km") for row, km in far)
        for (text, name, note), count in missed.most_common(options.misses):
            print(f"    {count:4} {text} ({name}) {note}")


if __name__ == "__main__":
    main()
