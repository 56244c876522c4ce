"""The date that hangs below a candidate itself: which of several, which are another's, and its interval here."""

from __future__ import annotations

from dataclasses import replace

from geo.model import Span

from ..dates.calendar import shift_months
from ..model import Reason, Timex, When
from .attach import Link, is_pending
from .calendar import Calendar
from .clause import Clause
from .mention import Dated
from .nouns import KIND_OF_NOUN
from .syntax import NOUN_TAGS, Syntax
from .triggers import Candidate
from .verbs import ACTS, REPORTING

_FINE = {"time": 0, "day": 0, "days": 1, "week": 2, "month_part": 3, "month": 4, "quarter": 5, "season": 6, "year": 7}
_POSTS = frozenset(("post", "book", "record", "predict", "expect", "forecast"))
_MONTHS = {"year": 12, "quarter": 3, "month": 1}
CLOCKS = frozenset(("clock", "military clock"))
"""The date rules of a bare hour: it says no day of its own."""


def own_time(calendar: Calendar, number: int, candidate: Candidate, clause: Clause) -> Dated | None:
    """The date that hangs below the candidate itself."""
    links = [
        link
        for link in calendar.links.times.get(number, ())
        if calendar.timexes[link.index].when is not None
        and calendar.timexes[link.index].anchor is None
        and not is_foreign(calendar, candidate, link)
    ]
    if not links:
        return _pending(calendar, number)
    ranged = _range(calendar, links)
    if ranged is not None:
        return ranged
    best = min(links, key=lambda link: _rank(calendar, link, alone=len(links) == 1))
    timex = calendar.timexes[best.index]
    if timex.when is None:
        return None
    when = bounded(timex, timex.when, calendar.news_day, clause)
    modifies = calendar.syntax.deps[best.top] in ("nummod", "compound", "amod", "nmod", "poss") and candidate.nominal
    if modifies or best.relative:
        when = _alone(when)
    return Dated(when, timex.span, Reason("when", f"“{timex.text}” belongs to it"), 0.95 if best.steps <= 3 else 0.8)


def _pending(calendar: Calendar, number: int) -> Dated | None:
    """A weekday or a day without its year: no time yet, and no other one either."""
    for link in calendar.links.times.get(number, ()):
        timex = calendar.timexes[link.index]
        if is_pending(timex):
            why = Reason("when", f"“{timex.text}” is known once the publication date is", doubtful=True)
            return Dated(None, timex.span, why, 0.5)
    return None


def _alone(when: When) -> When:
    """The date by itself, without the "since", "until" or "before" that governs what it belongs to."""
    begins = when.relation in ("since", "after", "from")
    first, last = (when.start_earliest, when.start_latest) if begins else (when.end_earliest, when.end_latest)
    if begins and first is not None and last is None and when.precision in _MONTHS:
        last = shift_months(first, _MONTHS[when.precision]) - 1
    elif not begins and last is not None and first is None and when.precision in _MONTHS:
        first = shift_months(last + 1, -_MONTHS[when.precision])
    if when.relation in ("on", "during") or first is None or last is None:
        return when
    return When.window(first, last, when.precision, basis=when.basis)


def is_foreign(calendar: Calendar, candidate: Candidate, link: Link) -> bool:
    """A date that belongs to something inside the clause: a model year, a record, the quarter that is reported."""
    syntax, timex = calendar.syntax, calendar.timexes[link.index]
    if link.preposition in ("than", "as") and syntax.lowers[syntax.heads[link.top]] in ("than", "as"):
        return True
    if _is_compared(calendar, candidate, link):
        return True
    top_dep, head = syntax.deps[link.top], syntax.heads[link.top]
    before = syntax.tokens_of(timex.span)[0] - 1
    if before >= 0 and syntax.tags[before] == "IN" and top_dep != "pobj":
        return False  # "In mid-November Peru voted": the parse takes date and subject for one name
    if (
        top_dep in ("nummod", "compound", "nmod", "amod", "poss")
        and head not in candidate.parts
        and syntax.tags[head] in NOUN_TAGS
    ):
        return syntax.lemmas[head] not in KIND_OF_NOUN and not any(part in link.through[:3] for part in candidate.parts)
    if timex.relation == "since" and _is_record(syntax, link):
        return True
    if syntax.lemmas[candidate.token] not in REPORTING | ACTS | _POSTS:
        return False
    precision = timex.when.precision if timex.when is not None else "open"
    if precision == "year" and link.preposition != "for":
        return any(syntax.deps[token] in ("dobj", "pobj", "ccomp") for token in link.through)
    return precision in ("quarter", "year")


def _is_compared(calendar: Calendar, candidate: Candidate, link: Link) -> bool:
    """A date that a figure is only measured against: "12 percent more than a year earlier", "up from last year"."""
    syntax, timex = calendar.syntax, calendar.timexes[link.index]
    if any(syntax.lemmas[token] == "compare" for token in link.through):
        return True
    first = syntax.tokens_of(timex.span)[0]
    if syntax.lowers[first] in ("more", "less", "fewer") and first and syntax.lemmas[first - 1] in ("percent", "%"):
        return True
    return link.preposition == "from" and candidate.kind == "economic" and timex.relation not in ("from", "since")


def _is_record(syntax: Syntax, link: Link) -> bool:
    """“Its first loss since 1992” says nothing of when the loss was."""
    for token in link.through:
        if syntax.tags[token] in NOUN_TAGS and any(
            syntax.tags[child] == "JJS" or syntax.lowers[child] in ("first", "only", "last", "third", "second")
            for child in syntax.children[token]
        ):
            return True
    verb = syntax.heads[link.through[-1]] if link.through else link.top
    target = syntax.child(verb, "dobj", "attr")
    return target is not None and any(
        syntax.tags[child] == "JJS" or syntax.lowers[child] in ("first", "only") for child in syntax.children[target]
    )


def _rank(calendar: Calendar, link: Link, *, alone: bool) -> tuple[bool, int, int, int]:
    timex = calendar.timexes[link.index]
    inside = sum(calendar.syntax.deps[token] in ("relcl", "appos", "pobj") for token in link.through)
    precision = timex.when.precision if timex.when else "open"
    return not alone and timex.rule in CLOCKS, inside, _FINE.get(precision, 9), link.steps


def _range(calendar: Calendar, links: list[Link]) -> Dated | None:
    """A start and an end that both hang below the candidate are one interval."""
    first = second = None
    for link in links:
        timex = calendar.timexes[link.index]
        if timex.when is None or (timex.when.is_span and timex.relation not in ("until", "by", "since")):
            continue
        if (
            timex.relation == "until"
            or link.preposition in ("until", "till", "through", "to")
            or _is_second(calendar, link)
        ):
            second = timex
        elif first is None:
            first = timex
    if first is None or second is None or first.when is None or second.when is None:
        return None
    start, end = first.when, second.when
    if start.earliest is None or end.latest is None or start.earliest > end.latest or start.end_latest is None:
        return None
    if second.relation != "until" and first.relation not in ("since", "from") and not _is_between(calendar, links):
        return None
    when = When(start.earliest, start.end_latest, end.end_earliest, end.latest, end.precision, basis=end.basis)
    span = Span(min(first.span.start, second.span.start), max(first.span.end, second.span.end))
    return Dated(when, span, Reason("when", f"from “{first.text}” to “{second.text}”"), 0.9)


def _is_between(calendar: Calendar, links: list[Link]) -> bool:
    return any(link.preposition in ("between", "from") for link in links)


def _is_second(calendar: Calendar, link: Link) -> bool:
    """The later of two dates joined by "and" under "between"."""
    return link.preposition == "between" and calendar.syntax.deps[link.top] == "conj"


def bounded(timex: Timex, when: When, news_day: int | None, clause: Clause) -> When:
    """The interval that an expression gives to this clause: open sides filled, nothing told as past left ahead."""
    relation = timex.relation if timex.relation != "on" else when.relation
    past = clause.tense in ("past", "perfect", "pluperfect", "participle")
    when = _week_on(timex, when, relation, news_day, clause)
    if relation == "until" and clause.status == "planned" and past and when.end_earliest is not None:
        return When.window(when.end_earliest, when.end_latest or when.end_earliest, when.precision, basis=when.basis)
    if relation == "until":
        start: tuple[int | None, int | None] = (None, when.end_latest)
        if news_day is not None and when.end_latest is not None and when.end_latest >= news_day:
            start = (news_day, news_day) if clause.tense in ("past", "perfect") else (None, news_day)
        return replace(when, start_earliest=start[0], start_latest=start[1], relation="until")
    if relation == "since" and (
        clause.counted or clause.tense == "pluperfect" or not (when.is_span and when.end_latest is None)
    ):
        over = clause.counted or clause.tense == "pluperfect"  # "ten have died since May", "had been shut since May"
        counted = news_day if over else None
        return replace(when, end_earliest=news_day, end_latest=counted, relation="since")
    if relation == "by" and news_day is not None and when.latest is not None and _is_ahead(clause, when, news_day):
        begin = min(news_day, when.latest)
        return replace(when, start_earliest=begin, start_latest=when.latest, end_earliest=begin, relation="by")
    if not (past and clause.status == "asserted") or when.is_span or news_day is None:
        return when
    if when.earliest is not None and when.latest is not None and when.earliest <= news_day < when.latest:
        return replace(when, start_latest=news_day, end_latest=news_day)
    return when


def _is_ahead(clause: Clause, when: When, news_day: int) -> bool:
    """Whether what is to be done "by" a date is still to come."""
    past = clause.tense in ("past", "perfect", "pluperfect", "participle")
    return clause.status == "planned" or not past or (when.latest is not None and when.latest > news_day)


def _week_on(timex: Timex, when: When, relation: str, news_day: int | None, clause: Clause) -> When:
    """A weekday that something lasts until, or that is told in the present, is the next one."""
    if not timex.rule.startswith("weekday") or news_day is None or when.latest is None:
        return when
    ahead = relation in ("until", "by") or clause.tense == "present" or clause.status == "planned"
    if not news_day - 7 <= when.latest < news_day or not ahead:
        return when
    days = (when.start_earliest, when.start_latest, when.end_earliest, when.end_latest)
    first, second, third, fourth = (day + 7 if day is not None else None for day in days)
    return replace(when, start_earliest=first, start_latest=second, end_earliest=third, end_latest=fourth)
