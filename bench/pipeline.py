"""Whole pipeline against spaCy's full model on the same texts in the same run, loading left out.

    python -m bench pipeline                 the shipped stories
    python bench/pipeline.py DOCS.jsonl ...  texts of your own: {"text", "date"?} a line

Prints CPU seconds, words per CPU second, and the ratio pipeline / full model (median over rounds).
"""

from __future__ import annotations

import importlib
import json
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

from timeline.dates.published import find_published
from timeline.model import Article, Published
from timeline.parse import MODEL
from timeline.pipeline import build

ROUNDS = 5
SEEDS = Path(__file__).resolve().parent.parent / "seeds"


def texts(paths: list[str]) -> list[str]:
    """The texts to run on: of JSON lines, or of the shipped stories."""
    if not paths:
        return [path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.md"))] * 4
    return [json.loads(line)["text"] for path in paths for line in Path(path).read_text("utf-8").splitlines()]


def cpu(work: Callable[[], object]) -> float:
    """CPU seconds that one call takes."""
    begin = time.process_time()
    work()
    return time.process_time() - begin


def main() -> None:
    """Print the table."""
    sources = texts(sys.argv[1:])
    words = sum(len(text.split()) for text in sources)
    full = importlib.import_module(MODEL).load()
    day = Published(20439, 20439, "given")
    articles = [
        Article(text, published=found if (found := find_published(text)).earliest is not None else day)
        for text in sources
    ]

    def ours() -> None:
        for article in articles:
            build((article,))

    def peer() -> None:
        for text in sources:
            full(text)

    ours()
    peer()
    pairs = [(cpu(ours), cpu(peer)) for _ in range(ROUNDS)]
    mine, theirs = (statistics.median(column) for column in zip(*pairs, strict=True))
    ratio = statistics.median(a / b for a, b in pairs)
    print(f"{len(sources)} texts, {words:,} words, median of {ROUNDS} rounds in turn")
    print(f"Dateline, whole pipeline   {mine:6.2f} CPU s  {words / mine:8,.0f} words per CPU s")
    print(f"spaCy, full model          {theirs:6.2f} CPU s  {words / theirs:8,.0f} words per CPU s")
    print(f"ratio                      {ratio:6.2f}")


if __name__ == "__main__":
    main()
