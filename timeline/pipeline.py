"""Articles in, one Timeline out: parse, publication date, dates, places, events, then the user's edits.

Every step takes values and gives values. Nothing is remembered between calls unless the caller at the edge
hands in a `Memory`: then an article that comes back with another publication date is not parsed again.
"""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from geo.model import Toponym

from .dates import find_dates
from .dates.published import estimate_published, find_published
from .edits import apply_edits
from .errors import AssetError, DatelineError
from .events import find_events
from .model import Article, Event, Options, Problem, Published, Timeline, Timex
from .ordering import in_order
from .parse import parse

if TYPE_CHECKING:
    from spacy.tokens import Doc

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Parsed:
    """What does not depend on the publication date: the parse of a text and its resolved places."""

    doc: Doc
    toponyms: tuple[Toponym, ...]


class Memory:
    """The parsed texts of the last few articles, by the hash of their text; the caller owns it.

    A dashboard keeps one a session, so that setting another date re-resolves without parsing. `limit` bounds
    the number of articles and `max_chars` their sum; the ones used longest ago leave first.
    """

    def __init__(self, limit: int = 16, max_chars: int = 600_000) -> None:
        self._limit = limit
        self._max_chars = max_chars
        self._held: OrderedDict[str, Parsed] = OrderedDict()

    def parsed(self, text: str) -> Parsed:
        """The text parsed and its places resolved, from memory if it was seen lately."""
        key = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
        found = self._held.pop(key, None) or read_places(text)
        self._held[key] = found
        while len(self._held) > self._limit or (len(self._held) > 1 and self._chars() > self._max_chars):
            self._held.popitem(last=False)
        return found

    def _chars(self) -> int:
        return sum(len(held.doc.text) for held in self._held.values())


def read_places(text: str) -> Parsed:
    """Parse a text and resolve its places.

    Raises:
        InputError: the text is too long.
        AssetError: the language model or the gazetteer is missing.
    """
    from geo.gazetteer import shipped_gazetteer
    from geo.geoparse import geoparse

    doc = parse(text)
    return Parsed(doc, geoparse(doc, shipped_gazetteer()))


def date_article(article: Article, parsed: Parsed, given: Published | None) -> tuple[Article, tuple[Timex, ...]]:
    """The article with the publication date that was given, found or estimated, and its dates resolved by it."""
    published = given or article.published
    if published.earliest is None and published.latest is None:
        published = find_published(article.text, url=article.url)
    timexes = find_dates(parsed.doc, published, toponyms=parsed.toponyms)
    if published.earliest is None and published.latest is None:
        estimate = estimate_published(parsed.doc, timexes)
        if estimate.earliest is not None or estimate.latest is not None:
            published, timexes = estimate, find_dates(parsed.doc, estimate, toponyms=parsed.toponyms)
    return replace(article, published=published), timexes


STEPS = (read_places, date_article, find_events, in_order, apply_edits)
"""The order of work. Edits come last, so that they also hold after the article is read with another date."""


def build(
    articles: Sequence[Article],
    options: Options = Options(),  # noqa: B008  # frozen: nothing can be changed in it
    *,
    progress: Progress | None = None,
    memory: Memory | None = None,
) -> Timeline:
    """One Timeline of all articles; one that fails is listed in `problems` and the others go on.

    `options.published` overrides the publication date of every article. `progress` is called with
    (articles done, articles in all). With a `memory`, texts seen lately are not parsed again.
    """
    kept: list[Article] = []
    events: list[Event] = []
    toponyms: list[tuple[Toponym, ...]] = []
    timexes: list[tuple[Timex, ...]] = []
    problems: list[Problem] = []
    for done, article in enumerate(articles):
        if progress is not None:
            progress(done, len(articles))
        try:
            parsed = memory.parsed(article.text) if memory is not None else read_places(article.text)
            dated, found = date_article(article, parsed, options.published)
            events.extend(find_events(parsed.doc, dated, found, parsed.toponyms, article_index=len(kept)))
        except AssetError:
            raise  # the installation is broken, not the article: every other one would fail as well
        except DatelineError as error:
            problems.append(Problem(article.source, str(error)))
            continue
        except Exception as error:  # one article must not cost the others: it is told and counted
            problems.append(
                Problem(article.source, f"The article could not be read ({type(error).__name__}: {error}).")
            )
            continue
        kept.append(dated)
        toponyms.append(parsed.toponyms)
        timexes.append(found)
    if progress is not None:
        progress(len(articles), len(articles))
    title = options.title or (kept[0].title if len(kept) == 1 else "")
    timeline = Timeline(
        tuple(kept), in_order(events), tuple(toponyms), tuple(timexes), problems=tuple(problems), title=title
    )
    return apply_edits(timeline, options.edits)


__all__ = ["STEPS", "Memory", "Parsed", "build", "date_article", "find_events", "read_places"]
