"""Events: what happened, who, when and where, from a parsed article with its dates and places.

`find_events` reads the parse once, takes verbs and event nouns as candidates, links dates and places by
clause, merges tellings of one happening, and says for each link why. It uses no clock, file or model.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import TYPE_CHECKING

from geo.containment import distance_km
from geo.model import Place, Toponym

from ..model import Article, Event, Evidence, Reason, Salience, Timex
from .actors import Cast, cast_of
from .attach import is_dating
from .kind import kind_of
from .listing import is_listed
from .mention import Dated, Mention, Placed
from .merge import grouped
from .salience import saliences_of
from .syntax import Syntax, read_syntax
from .tell import tell
from .titles import is_bare, title_of
from .triggers import trigger_tokens

_BARE_WORDS = 3
_BESIDE_KM = 20.0
"""Airports and bases lie within this distance of the edge of the town they serve."""

if TYPE_CHECKING:
    from spacy.tokens import Doc


def find_events(
    doc: Doc,
    article: Article,
    timexes: Sequence[Timex],
    toponyms: Sequence[Toponym],
    *,
    article_index: int = 0,
) -> tuple[Event, ...]:
    """The happenings that the article tells of, in order of the text.

    `timexes` and `toponyms` are those of the same text; `article.published` dates what is told as news.
    `article_index` is the article's place in `Timeline.articles`, kept in every evidence.
    """
    if not len(doc):
        return ()
    syntax = read_syntax(doc, article.text)
    dated = [timex.span for timex in timexes if is_dating(timex)]
    dates = frozenset(token for span in dated for token in syntax.tokens_of(span))
    cast = cast_of(syntax, frozenset(token for place in toponyms for token in syntax.tokens_of(place.span)))
    headline = frozenset(article.title.lower().split())
    mentions = tell(syntax, article, tuple(timexes), tuple(toponyms), cast)
    groups = [group for group in grouped(syntax, mentions) if is_listed(syntax, group)]
    saliences = saliences_of(syntax, groups, headline)
    return tuple(
        _event(syntax, article, group, _title(syntax, group, dates, cast), salience, article_index)
        for group, salience in zip(groups, saliences, strict=True)
    )


def _title(syntax: Syntax, group: list[Mention], dates: frozenset[int], cast: Cast) -> str:
    """The title of the leading telling; a bare one ("Visit took place") gives way to the fullest of the others."""
    first = title_of(syntax, group[0].candidate, dates, cast)
    if len(group) > 1 and len(first.split()) <= _BARE_WORDS:
        rest = (title_of(syntax, mention.candidate, dates, cast) for mention in group[1:])
        first = max((first, *rest), key=lambda title: len(title.split()))
    placed = group[0].placed
    if group[0].candidate.verb is None and placed.place is not None and placed.span is not None and is_bare(first):
        return f"{first} in {placed.place.name}"
    return first


def _event(syntax: Syntax, article: Article, group: list[Mention], title: str, salience: Salience, index: int) -> Event:
    lead = group[0]
    dated = _best_date(group)
    placed = _best_place(group)
    actors = next((m.actors for m in group if m.actors), ())
    evidence = tuple(_evidence(syntax, mention, index) for mention in group)
    reasons = [dated.reason, placed.reason]
    if lead.status_reason:
        reasons.append(Reason("status", lead.status_reason))
    key = "\x1f".join(
        (article.title, article.source, title, lead.kind, repr(evidence), repr(dated.when), repr(placed.place))
    )
    return Event(
        id=hashlib.sha256(key.encode()).hexdigest()[:12],
        title=title,
        kind=kind_of(syntax, lead.candidate),
        status=lead.status,
        salience=salience,
        when=dated.when,
        place=placed.place,
        place_basis=placed.basis,
        other_places=placed.others,
        actors=actors,
        evidence=evidence,
        confidence=round(min(dated.sure, placed.sure), 2),
        reasons=tuple(reasons),
        source=article.source,
    )


def _best_place(group: list[Mention]) -> Placed:
    """The first stated place of the tellings, or the base, the building in that very town that another one states."""
    stated = [mention.placed for mention in group if mention.placed.span is not None]
    if not stated:
        return group[0].placed
    first = stated[0]
    inside = (placed for placed in stated[1:] if _is_site_in(placed.place, first.place))
    return next(inside, first)


def _is_site_in(site: Place | None, town: Place | None) -> bool:
    """Whether a facility stands in or beside a town."""
    if site is None or town is None or site.kind not in ("facility", "landmark") or town.kind != "city":
        return False
    return distance_km(site, town) <= town.radius_km + _BESIDE_KM


def _best_date(group: list[Mention]) -> Dated:
    """The first stated date of the tellings; without one, what a verb's tense says before what a bare noun says."""
    stated = (mention.dated for mention in group if mention.dated.span is not None)
    told = (mention.dated for mention in group if mention.clause.tense != "none")
    return next(stated, None) or next(told, None) or group[0].dated


def _evidence(syntax: Syntax, mention: Mention, article_index: int) -> Evidence:
    first, last = trigger_tokens(mention.candidate)
    return Evidence(
        article_index,
        syntax.sentences[mention.sentence].span,
        syntax.span(first, last),
        mention.placed.span,
        mention.dated.span,
    )


__all__ = ["find_events"]
