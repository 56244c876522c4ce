"""The temporal tagger alone, given the tokens, against dateparser.search on the same texts in the same run.

    python -m bench dates                 the shipped stories
    python bench/dates.py DOCS.jsonl ...  texts of your own: {"text", "date"?} a line

Prints words per CPU second of both (median over rounds), and for input that grows fourfold up to a megabyte
the CPU seconds and the exponent of growth: 1 is linear.
"""

from __future__ import annotations

import importlib
import math
import statistics
from collections.abc import Callable
from typing import Any

from bench.pipeline import cpu, texts
from timeline.dates import find_dates
from timeline.dates.calendar import day_number
from timeline.model import Published
from timeline.parse import parse

ROUNDS = 5
PEER_CHARS = 4_000
"""dateparser.search takes seconds a page: it gets the beginning of each text."""
DAY = day_number(2025, 12, 17)
HOSTILE = (
    *("two days before ", "in May 1999 and on Monday, ", "\n\n1990 ", "a-", "the 7th of ", "one hundred and "),
    *(
        "over the last two weeks ",
        "from 3 June to 5 July 1999, ",
        "this summer ",
        "(1999) ",
        "1999-",
        "the year ended ",
    ),
)
"""Phrases whose repetition costs the finder, the guards, the story or the ranges most."""
MEGABYTE = 1_000_000
MOST_SECONDS = 10.0
"""CPU seconds that a megabyte of anything may take, given its tokens."""
MOST_EXPONENT = 1.15
"""How much more than in step with its length a text may cost."""


def speed(work: Callable[[], object], words: int, rounds: int = ROUNDS) -> float:
    """Words per CPU second, the median over rounds."""
    return words / statistics.median(cpu(work) for _ in range(rounds))


def growth(nlp: Any, seed: str) -> tuple[float, float]:
    """CPU seconds on a megabyte of a repeated phrase, and the exponent of growth from a quarter of it."""
    few, many = (_taken(nlp.make_doc(seed * (size // len(seed)))) for size in (MEGABYTE // 4, MEGABYTE))
    return many, math.log(many / few, 4)


def _taken(doc: Any) -> float:
    """CPU seconds of the faster of two runs."""
    return min(cpu(lambda: find_dates(doc, Published(DAY, DAY, "given"))) for _ in range(2))


def main(paths: list[str]) -> None:
    """Print the table."""
    spacy = importlib.import_module("spacy")
    given = texts(paths)
    docs = [parse(text) for text in given]
    published = Published(DAY, DAY, "given")
    words = sum(len(text.split()) for text in given)
    find_dates(docs[0], published)
    ours = speed(lambda: [find_dates(doc, published) for doc in docs], words)
    print(f"{'dateline, given the tokens':32s}{ours:12,.0f} words per CPU second")
    search = importlib.import_module("dateparser.search").search_dates
    openings = [text[:PEER_CHARS] for text in given[:8]]
    search(openings[0][:200], languages=["en"])
    peer = speed(
        lambda: [search(text, languages=["en"]) for text in openings], sum(len(text.split()) for text in openings), 1
    )
    print(f"{'dateparser.search_dates':32s}{peer:12,.0f} words per CPU second")
    nlp = spacy.blank("en")
    nlp.max_length = 10 * MEGABYTE
    too_slow = []
    for seed in HOSTILE:
        seconds, exponent = growth(nlp, seed)
        print(f"a megabyte of {seed!r:32s}{seconds:6.1f} CPU s, exponent {exponent:.2f}")
        if seconds > MOST_SECONDS or exponent > MOST_EXPONENT:
            too_slow.append(seed)
    print(f"limits: {MOST_SECONDS:g} CPU s and exponent {MOST_EXPONENT:g}")
    if too_slow:
        raise SystemExit(f"past the limits: {too_slow}")


if __name__ == "__main__":
    import sys

    main(sys.argv[1:])
