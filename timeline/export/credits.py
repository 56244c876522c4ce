"""What a file must say about itself wherever it goes: machine-made, from which articles, on whose data."""

from __future__ import annotations

from typing import Any

from ..dates.calendar import iso_day
from ..model import Timeline
from ..words import DATA_CREDIT, checked_words


def credits(timeline: Timeline) -> dict[str, Any]:
    """Credits as plain values for a format's own place for them. No local paths, no problems, no edits."""
    return {
        "title": timeline.title,
        "status": checked_words(timeline),
        "articles": [
            {
                "title": article.title,
                "source": article.source,
                "link": article.url,
                "published": None if article.published.day is None else iso_day(article.published.day),
            }
            for article in timeline.articles
        ],
        "counts": timeline.counts(),
        "credit": DATA_CREDIT,
        "made_with": "Dateline",
    }
