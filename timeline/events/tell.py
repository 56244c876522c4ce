"""From kept candidates to mentions: dates and places linked, statuses settled, in order of the text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from geo.model import Toponym

from ..model import Article, Reason, Status, Timex, When
from . import when as dating
from . import where as placing
from .actors import actors_of
from .attach import attach
from .clause import Clause, read_clause
from .inherit import places_of
from .keep import Hung, is_event
from .mention import Dated, Mention
from .pointers import pointers
from .syntax import VERB_TAGS, Syntax
from .triggers import Candidate, candidates

_BACKGROUND_DAYS = 60
"""Older than this before the news day is background (the annotators' habit on our own stories, 2025)."""
_SHARES = frozenset(("conj", "advcl", "xcomp", "ccomp", "acl", "relcl", "pcomp", "prep", "dobj", "pobj", "nsubj"))


def tell(syntax: Syntax, article: Article, timexes: tuple[Timex, ...], toponyms: tuple[Toponym, ...]) -> list[Mention]:
    """All mentions of happenings in the text."""
    pointed = pointers(syntax, toponyms)
    found, clauses = _kept(syntax, timexes, toponyms, pointed)
    links = attach(syntax, found, timexes, toponyms, pointed)
    calendar = dating.Calendar(syntax, timexes, links, article.published)
    atlas = placing.Atlas(syntax, toponyms, links)
    times = _times(calendar, found, clauses)
    owner = {part: number for number, candidate in enumerate(found) for part in candidate.parts}
    above = [_governor(syntax, candidate, owner) for candidate in found]
    places = places_of(atlas, found, clauses, above)
    mentions = []
    for number, candidate in enumerate(found):
        status, why = _status(clauses[number], times[number].when, article.published.day)
        mentions.append(
            Mention(
                candidate=candidate,
                clause=clauses[number],
                kind=candidate.kind,
                status=status,
                dated=times[number],
                placed=places[number],
                actors=actors_of(syntax, candidate),
                sentence=syntax.sentence_of[candidate.token],
                status_reason=why,
            )
        )
    return mentions


def _kept(
    syntax: Syntax, timexes: tuple[Timex, ...], toponyms: tuple[Toponym, ...], pointed: Mapping[int, int]
) -> tuple[tuple[Candidate, ...], list[Clause]]:
    blocked = frozenset(token for item in (*timexes, *toponyms) for token in syntax.tokens_of(item.span))
    every = candidates(syntax, blocked)
    links = attach(syntax, every, timexes, toponyms, pointed)
    found, clauses = [], []
    for number, candidate in enumerate(every):
        clause = read_clause(syntax, candidate)
        hung = _hung(candidate, links, number, timexes, toponyms)
        if is_event(syntax, candidate, clause, hung):
            found.append(candidate)
            clauses.append(clause)
    return tuple(found), clauses


def _hung(
    candidate: Candidate, links: Attachments, number: int, timexes: tuple[Timex, ...], toponyms: tuple[Toponym, ...]
) -> Hung:
    dated = [link for link in links.times.get(number, ()) if timexes[link.index].when or timexes[link.index].anchor]
    places = sum(toponyms[link.index].role == "literal" for link in links.places.get(number, ()))
    return Hung(len(dated), sum(link.top > candidate.token for link in dated), places)


def _status(clause: Clause, when: When | None, news_day: int | None) -> tuple[Status, str]:
    """The clause's status, with what only the date can tell: still to come, or long past."""
    if clause.status in ("hypothetical", "negated", "planned"):
        return clause.status, clause.why
    if when is not None and news_day is not None:
        if when.earliest is not None and when.earliest > news_day and clause.tense not in ("past", "pluperfect"):
            return "planned", "its date lies after the news day"
        start = when.start_earliest if when.relation == "since" else when.latest
        if start is not None and start < news_day - _BACKGROUND_DAYS:
            return "background", "it lies well before the news day"
        if when.relation == "until" and when.latest is not None and when.latest < news_day:
            return "background", "it ended before the news"
    return "asserted", ""


def _times(calendar: dating.Calendar, found: tuple[Candidate, ...], clauses: Sequence[Clause]) -> list[Dated]:
    times: dict[int, Dated] = {}
    owner = {part: number for number, candidate in enumerate(found) for part in candidate.parts}
    for number, candidate in enumerate(found):
        own = dating.own_time(calendar, number, candidate, clauses[number])
        if own is not None:
            times[number] = own
    for number in range(len(found)):
        leaning = dating.anchored_time(calendar, number, times, owner, clauses[number])
        if leaning is not None:
            times[number] = leaning
    running: Dated | None = None
    paragraph = -1
    for number, candidate in enumerate(found):
        sentence = calendar.syntax.sentences[calendar.syntax.sentence_of[candidate.token]]
        if sentence.paragraph != paragraph:
            paragraph, running = sentence.paragraph, None
        if number not in times:
            times[number] = _implied(calendar, number, candidate, clauses[number], times, owner, running)
        when = times[number].when
        if when is not None and clauses[number].status == "asserted" and when.relation == "on":
            running = times[number]
    return [times[number] for number in range(len(found))]


def _implied(
    calendar: dating.Calendar,
    number: int,
    candidate: Candidate,
    clause: Clause,
    times: dict[int, Dated],
    owner: dict[int, int],
    running: Dated | None,
) -> Dated:
    """A date that is not stated for the candidate itself."""
    news_day = calendar.news_day
    if clause.status in ("hypothetical", "negated"):
        return dating.undated()
    governor = _governor(calendar.syntax, candidate, owner)
    if governor is not None and governor in times and times[governor].span is not None and clause.status != "planned":
        return dating.inherited(times[governor], "the date of the clause that it belongs to")
    loose = calendar.links.loose_times.get(calendar.syntax.sentence_of[candidate.token], ())
    dated = [link for link in loose if calendar.timexes[link.index].when is not None]
    if dated and clause.status != "planned":
        timex = calendar.timexes[dated[0].index]
        assert timex.when is not None
        return Dated(
            dating.bounded(timex, timex.when, news_day, clause),
            timex.span,
            Reason("when", f"“{timex.text}” in its sentence"),
            0.7,
        )
    if clause.status == "planned":
        return dating.ahead(news_day)
    if clause.tense == "pluperfect":
        return dating.undated()
    if running is not None and running.when is not None and candidate.kind != "statement":
        return dating.inherited(running, "the running date of its paragraph")
    return dating.implied(news_day, "reported as news: the news day", 0.6)


def _governor(syntax: Syntax, candidate: Candidate, owner: dict[int, int]) -> int | None:
    """The candidate whose clause this one's clause belongs to."""
    token = candidate.verb if candidate.verb is not None else candidate.token
    own = owner.get(candidate.token)
    for above in syntax.path(token)[1:8]:
        if above in owner and owner[above] != own:
            return owner[above]
    return None


__all__ = ["VERB_TAGS", "tell"]
