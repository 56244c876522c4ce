"""From candidates to mentions: what is kept, dates and places linked, statuses settled, in order of the text."""

from __future__ import annotations

from collections.abc import Mapping

from geo.model import Toponym

from ..model import Article, Timex
from .actors import Cast, actors_of
from .attach import Attachments, attach, is_dating
from .backstory import backstory
from .calendar import Calendar
from .clause import Clause, read_clause
from .inherit import places_of
from .keep import Hung, is_event
from .mention import Mention
from .pointers import pointers
from .status import settled, with_moods
from .syntax import VERB_TAGS, Syntax
from .triggers import Candidate, candidates
from .when import times_of
from .where import Atlas

_WALLS = frozenset(("conj", "relcl", "ccomp", "advcl", "parataxis"))
_FINITE = VERB_TAGS - {"VBG"}


def tell(
    syntax: Syntax, article: Article, timexes: tuple[Timex, ...], toponyms: tuple[Toponym, ...], cast: Cast
) -> list[Mention]:
    """All mentions of happenings in the text."""
    pointed = pointers(syntax, toponyms)
    found, clauses = _kept(syntax, timexes, toponyms, pointed)
    links = attach(syntax, found, timexes, toponyms, pointed)
    calendar = Calendar(syntax, timexes, links, article.published)
    owner = {part: number for number, candidate in enumerate(found) for part in candidate.parts}
    above = [_governor(syntax, candidate, owner) for candidate in found]
    clauses = with_moods(syntax, found, clauses, above)
    before = backstory(syntax, found, clauses)
    times = times_of(calendar, found, clauses, above, before)
    places = places_of(Atlas(syntax, toponyms, links), found, clauses, above, times)
    mentions = []
    for number, candidate in enumerate(found):
        status, why = settled(syntax, candidate, clauses[number], times[number].when, calendar.news_day)
        if number in before and times[number].when is None:
            status, why = "background", "told of what the verdict is about"
        mentions.append(
            Mention(
                candidate=candidate,
                clause=clauses[number],
                kind=candidate.kind,
                status=status,
                dated=times[number],
                placed=places[number],
                actors=actors_of(syntax, candidate, cast),
                sentence=syntax.sentence_of[candidate.token],
                status_reason=why,
                above=above[number],
            )
        )
    return mentions


def _kept(
    syntax: Syntax, timexes: tuple[Timex, ...], toponyms: tuple[Toponym, ...], pointed: Mapping[int, int]
) -> tuple[tuple[Candidate, ...], list[Clause]]:
    spans = [timex.span for timex in timexes] + [toponym.span for toponym in toponyms]
    blocked = frozenset(token for span in spans for token in syntax.tokens_of(span))
    every = candidates(syntax, blocked, _dated_nouns(syntax, timexes))
    links = attach(syntax, every, timexes, toponyms, pointed)
    found, clauses = [], []
    for number, candidate in enumerate(every):
        clause = read_clause(syntax, candidate)
        if is_event(syntax, candidate, clause, _hung(candidate, links, number, timexes, toponyms)):
            found.append(candidate)
            clauses.append(clause)
    return tuple(found), clauses


def _dated_nouns(syntax: Syntax, timexes: tuple[Timex, ...]) -> frozenset[int]:
    """Nouns that a date modifies from the left: "the 2008 ban", "Sunday's attack"."""
    found = set()
    for timex in timexes:
        top = syntax.top_of(timex.span) if is_dating(timex) and timex.anchor is None else None
        if (
            top is not None
            and syntax.deps[top] in ("nummod", "compound", "amod", "nmod", "poss")
            and top < syntax.heads[top]
        ):
            found.add(syntax.heads[top])
    return frozenset(found)


def _hung(
    candidate: Candidate, links: Attachments, number: int, timexes: tuple[Timex, ...], toponyms: tuple[Toponym, ...]
) -> Hung:
    dated = [link for link in links.times.get(number, ()) if is_dating(timexes[link.index])]
    places = sum(toponyms[link.index].role == "literal" for link in links.places.get(number, ()))
    return Hung(len(dated), sum(link.top > candidate.token for link in dated), places)


def _governor(syntax: Syntax, candidate: Candidate, owner: dict[int, int]) -> int | None:
    """The candidate whose clause this one's clause belongs to."""
    token = candidate.verb if candidate.verb is not None else candidate.token
    own = owner.get(candidate.token)
    for above in syntax.path(token)[1:8]:
        if above in owner and owner[above] != own:
            return owner[above]
        if above not in owner and syntax.tags[above] in _FINITE and syntax.deps[above] in _WALLS:
            return None
    return None
