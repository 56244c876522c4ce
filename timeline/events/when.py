"""When each candidate happened: its own date, its clause's, the running narrative date, or the news day.

A date belongs to the verb or noun that governs it. What is not stated is marked implied, with the words why.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from geo.model import Span

from ..dates.anchor import anchored
from ..model import Published, Reason, Timex, When
from .actors import subject_of
from .attach import Attachments, Link
from .clause import Clause
from .coref import pointed_at
from .mention import Dated
from .nouns import KIND_OF_NOUN
from .rows import lemmas
from .syntax import NOUN_TAGS, Syntax
from .triggers import Candidate
from .verbs import ACTS, REPORTING

_FINE = {"time": 0, "day": 0, "days": 1, "week": 2, "month_part": 3, "month": 4, "quarter": 5, "season": 6, "year": 7}
_RUNNING_DAYS = 21
"""A running date reaches back this far from the news day; older dates are history, told apart."""
_TOLD = frozenset(("past", "participle", "none", "gerund"))
_LASTING = lemmas("deployment presence operation mission occupation blockade siege crisis emergency campaign search")
_POSTS = frozenset(("post", "book", "record", "predict", "expect", "forecast"))
_WIDEST = {"PXD": (1, 13), "PXW": (7, 55)}
"""Shortest and longest shift, in days, that a vague plural allows at all (the annotators' outer bounds, 2025)."""
_BY_CLOCK = frozenset(("clock", "military clock"))


@dataclass(frozen=True, slots=True)
class Calendar:
    """What dating needs from the article: its syntax, expressions, links and publication day."""

    syntax: Syntax
    timexes: tuple[Timex, ...]
    links: Attachments
    published: Published

    @property
    def news_day(self) -> int | None:
        """The publication day; the last possible one if only a range is known."""
        return self.published.day if self.published.day is not None else self.published.latest


def times_of(
    calendar: Calendar, found: tuple[Candidate, ...], clauses: Sequence[Clause], above: Sequence[int | None]
) -> list[Dated]:
    """The time of every candidate; `above` is the number of the candidate whose clause governs each."""
    times: dict[int, Dated] = {}
    for number, candidate in enumerate(found):
        own = _own_time(calendar, number, candidate, clauses[number])
        if own is not None:
            times[number] = own
    for number in range(len(found)):
        _lean(calendar, number, found, clauses, times)
    running: tuple[Dated, int] | None = None
    spoken: dict[str, Dated] = {}
    for number, candidate in enumerate(found):
        sentence = calendar.syntax.sentence_of[candidate.token]
        if number not in times:
            told = _spoken_before(calendar, candidate, clauses[number], spoken)
            times[number] = told or _implied(
                calendar, number, candidate, clauses[number], times, above[number], running
            )
        dated = times[number]
        _remember_speaker(calendar, candidate, dated, spoken)
        if dated.span is not None and clauses[number].status == "asserted" and dated.when is not None:
            running = (dated, sentence)
    return [times[number] for number in range(len(found))]


def _speaker(syntax: Syntax, candidate: Candidate) -> str:
    subject = (
        subject_of(syntax, candidate.verb) if candidate.kind == "statement" and candidate.verb is not None else None
    )
    return syntax.lowers[subject] if subject is not None and syntax.tags[subject] == "NNP" else ""


def _remember_speaker(calendar: Calendar, candidate: Candidate, dated: Dated, spoken: dict[str, Dated]) -> None:
    speaker = _speaker(calendar.syntax, candidate)
    if speaker and dated.span is not None and is_recent(dated.when, calendar.news_day):
        spoken.setdefault(speaker, dated)


def _spoken_before(calendar: Calendar, candidate: Candidate, clause: Clause, spoken: dict[str, Dated]) -> Dated | None:
    """One who spoke on a stated day of the news goes on speaking on that day."""
    base = spoken.get(_speaker(calendar.syntax, candidate))
    if base is None or clause.status != "asserted" or clause.tense != "past":
        return None
    return inherited(base, "the day on which the same speaker spoke")


def _own_time(calendar: Calendar, number: int, candidate: Candidate, clause: Clause) -> Dated | None:
    """The date that hangs below the candidate itself."""
    links = [
        link
        for link in calendar.links.times.get(number, ())
        if calendar.timexes[link.index].when is not None
        and calendar.timexes[link.index].anchor is None
        and not _is_foreign(calendar, candidate, link)
    ]
    if not links:
        return None
    ranged = _range(calendar, links)
    if ranged is not None:
        return ranged
    best = min(links, key=lambda link: _rank(calendar, link, alone=len(links) == 1))
    timex = calendar.timexes[best.index]
    if timex.when is None:
        return None
    when = bounded(timex, timex.when, calendar.news_day, clause)
    modifies = calendar.syntax.deps[best.top] in ("nummod", "compound", "amod", "nmod") and candidate.nominal
    if modifies and when.relation == "since" and when.start_earliest is not None and when.start_latest is not None:
        when = When.window(when.start_earliest, when.start_latest, when.precision, basis=when.basis)
    return Dated(when, timex.span, Reason("when", f"“{timex.text}” belongs to it"), 0.95 if best.steps <= 3 else 0.8)


def _is_foreign(calendar: Calendar, candidate: Candidate, link: Link) -> bool:
    """A date that belongs to something inside the clause: a model year, a record, the quarter that is reported."""
    syntax, timex = calendar.syntax, calendar.timexes[link.index]
    if link.preposition == "than":
        return True
    top_dep, head = syntax.deps[link.top], syntax.heads[link.top]
    before = syntax.tokens_of(timex.span)[0] - 1
    if before >= 0 and syntax.tags[before] == "IN" and top_dep != "pobj":
        return False  # "In mid-November Peru voted": the parse takes date and subject for one name
    if (
        top_dep in ("nummod", "compound", "nmod", "amod")
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
    return not alone and timex.rule in _BY_CLOCK, inside, _FINE.get(precision, 9), link.steps


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
    if relation == "since" and not (when.is_span and when.end_latest is None):
        return replace(when, end_earliest=news_day, end_latest=None, relation="since")
    if relation == "by" and news_day is not None and when.latest is not None and not past:
        begin = min(news_day, when.latest)
        return replace(when, start_earliest=begin, start_latest=when.latest, end_earliest=begin, relation="by")
    if not (past and clause.status == "asserted") or when.is_span or news_day is None:
        return when
    if when.earliest is not None and when.latest is not None and when.earliest <= news_day < when.latest:
        return replace(when, start_latest=news_day, end_latest=news_day)
    return when


def _week_on(timex: Timex, when: When, relation: str, news_day: int | None, clause: Clause) -> When:
    """A weekday that something lasts until, or that is told in the present, is the next one."""
    if not timex.rule.startswith("weekday") or news_day is None or when.latest is None:
        return when
    if not news_day - 7 <= when.latest < news_day or (relation != "until" and clause.tense != "present"):
        return when
    days = (when.start_earliest, when.start_latest, when.end_earliest, when.end_latest)
    first, second, third, fourth = (day + 7 if day is not None else None for day in days)
    return replace(when, start_earliest=first, start_latest=second, end_earliest=third, end_latest=fourth)


def _shifted(timex: Timex, anchor: When) -> When:
    """The anchored interval in its widest reading: "days" may be one to thirteen, "weeks" one to eight."""
    when = anchored(timex, anchor)
    bounds = _WIDEST.get(timex.shift)
    if bounds is None or not timex.direction or anchor.earliest is None or anchor.latest is None or when.is_span:
        return when
    near, far = bounds
    days = (
        (anchor.earliest + near, anchor.latest + far)
        if timex.direction > 0
        else (anchor.earliest - far, anchor.latest - near)
    )
    return replace(when, start_earliest=days[0], start_latest=days[1], end_earliest=days[0], end_latest=days[1])


def _lean(
    calendar: Calendar, number: int, found: tuple[Candidate, ...], clauses: Sequence[Clause], times: dict[int, Dated]
) -> None:
    """A date that leans on another event of the text: "days before the announcement"."""
    for link in calendar.links.times.get(number, ()):
        timex = calendar.timexes[link.index]
        if timex.anchor is None:
            continue
        target = _anchor_number(calendar.syntax, timex.anchor, found, number, times)
        if target == number:
            _lean_on_news(calendar, number, timex, times)
            continue
        base = times.get(target) if target is not None else None
        text = calendar.syntax.text[timex.anchor.start : timex.anchor.end]
        if base is not None and base.when is not None:
            when = bounded(timex, _shifted(timex, base.when), calendar.news_day, clauses[number])
            when = replace(when, basis="anchored", anchor=text)
            times[number] = Dated(when, timex.span, Reason("when", f"“{timex.text}”"), 0.8)
        elif target is not None and number not in times and _same_sentence(calendar.syntax, found, number, target):
            _lean_back(calendar, number, target, timex, found, times)
        if number not in times and timex.when is not None:
            times[number] = Dated(timex.when, timex.span, Reason("when", f"“{timex.text}”", doubtful=True), 0.4)


def _lean_on_news(calendar: Calendar, number: int, timex: Timex, times: dict[int, Dated]) -> None:
    """“The move comes weeks after voters rejected it”: told as news, so that was weeks before the news day."""
    if calendar.news_day is None or number in times:
        return
    news = When.window(calendar.news_day, calendar.news_day, "day")
    flipped = replace(timex, direction=-(timex.direction or 0))
    when = replace(_shifted(flipped, news), basis="anchored")
    times[number] = Dated(
        when, timex.span, Reason("when", f"“{timex.text}”, counted from the news day", doubtful=True), 0.6
    )


def _same_sentence(syntax: Syntax, found: tuple[Candidate, ...], one: int, two: int) -> bool:
    return syntax.sentence_of[found[one].token] == syntax.sentence_of[found[two].token]


def _lean_back(
    calendar: Calendar, number: int, target: int, timex: Timex, found: tuple[Candidate, ...], times: dict[int, Dated]
) -> None:
    """“The attack came two days before the visit” dates the visit by the attack."""
    known = pointed_at(calendar.syntax, found, found[number].token, number)
    base = times.get(known) if known is not None else None
    if base is None or base.when is None or target in times:
        return
    flipped = replace(timex, direction=-(timex.direction or 0))
    when = replace(_shifted(flipped, base.when), basis="anchored")
    times[target] = Dated(when, timex.span, Reason("when", f"“{timex.text}”"), 0.75)
    times[number] = inherited(base, "what it points back at")


def _anchor_number(
    syntax: Syntax, span: Span, found: tuple[Candidate, ...], number: int, times: dict[int, Dated]
) -> int | None:
    """The candidate that the words of an anchor name, or point back at; dated ones first."""
    tokens = syntax.tokens_of(span)
    if not tokens:
        return None
    for other, candidate in enumerate(found):
        if any(part in tokens for part in candidate.parts):
            own = syntax.sentence_of[candidate.token]
            earlier = pointed_at(syntax, found, candidate.token, other) if candidate.nominal else None
            return earlier if earlier is not None and syntax.sentence_of[found[earlier].token] < own else other
    return pointed_at(syntax, found, tokens[-1], number, among=times)


def _implied(
    calendar: Calendar,
    number: int,
    candidate: Candidate,
    clause: Clause,
    times: dict[int, Dated],
    governor: int | None,
    running: tuple[Dated, int] | None,
) -> Dated:
    """A date that is not stated for the candidate itself."""
    if clause.status in ("hypothetical", "negated"):
        return undated()
    if clause.status == "planned":
        return ahead(calendar.news_day)
    if candidate.nominal and calendar.syntax.lemmas[candidate.token] in _LASTING and clause.tense == "none":
        return under_way(calendar.news_day)
    if governor is not None and governor in times and _shares(calendar.syntax, candidate):
        base = times[governor]
        if base.when is not None and (base.span is not None or clause.tense in _TOLD):
            return inherited(base, "the date of the clause that it belongs to")
    inner = _dated_below(calendar.syntax, number, candidate, times)
    if inner is not None:
        return inherited(inner, "the date of a clause inside it")
    if clause.tense == "pluperfect":
        return undated()
    sentence = calendar.syntax.sentence_of[candidate.token]
    if running is not None and clause.tense in _TOLD and candidate.kind != "statement":
        dated, there = running
        recent = is_recent(dated.when, calendar.news_day)
        if sentence - there <= (3 if recent else 1) and _same_paragraph(calendar.syntax, sentence, there):
            return inherited(dated, "the running date of the text")
    if clause.tense == "none" and governor is None:
        return undated()
    loose = [link for link in calendar.links.loose_times.get(sentence, ()) if calendar.timexes[link.index].when]
    loose = [link for link in loose if not _is_foreign(calendar, candidate, link)]
    if len(loose) == 1 and (when := calendar.timexes[loose[0].index].when) is not None:
        timex = calendar.timexes[loose[0].index]
        return Dated(
            bounded(timex, when, calendar.news_day, clause),
            timex.span,
            Reason("when", f"“{timex.text}” in its sentence"),
            0.7,
        )
    return news_day_of(calendar.news_day)


def _dated_below(syntax: Syntax, number: int, candidate: Candidate, times: dict[int, Dated]) -> Dated | None:
    """The stated date of a participle inside the clause: the parse often hangs the clause's own date there."""
    later = times.get(number + 1)
    if later is None or later.span is None or candidate.verb is None:
        return None
    tokens = syntax.tokens_of(later.span)
    inside = [token for token in tokens if syntax.left[candidate.verb] <= token <= syntax.right[candidate.verb]]
    path = syntax.path(inside[0])[1:8] if inside else ()
    held = [token for token in path if syntax.deps[token] == "acl" and syntax.tags[token] == "VBN"]
    return later if held and candidate.verb in path else None


def _same_paragraph(syntax: Syntax, one: int, two: int) -> bool:
    return syntax.sentences[one].paragraph == syntax.sentences[two].paragraph


def _shares(syntax: Syntax, candidate: Candidate) -> bool:
    """Whether the clause shares the time of the one above it: not a reported clause, not a relative one."""
    token = candidate.verb if candidate.verb is not None else candidate.token
    return syntax.deps[token] not in ("ccomp", "relcl")


def news_day_of(day: int | None) -> Dated:
    """The news day, or nothing if it is not known."""
    if day is None:
        return undated()
    when = When.window(day, day, "day", basis="implied", rule="news_day")
    return Dated(when, None, Reason("when", "no date given; told as news, so the news day", doubtful=True), 0.55)


def under_way(day: int | None) -> Dated:
    """Told as going on: begun by the news day, its end open."""
    if day is None:
        return undated()
    when = When(day, day, day, None, "open", relation="since", basis="implied", rule="under way")
    return Dated(when, None, Reason("when", "told as under way on the news day", doubtful=True), 0.55)


def undated() -> Dated:
    """No date, and nothing to infer one from."""
    return Dated(None, None, Reason("when", "the text gives no date for it"), 0.9)


def ahead(day: int | None) -> Dated:
    """Planned without a date: from the news day on."""
    if day is None:
        return undated()
    when = When(day, None, None, None, "open", relation="after", basis="implied", rule="planned")
    return Dated(when, None, Reason("when", "planned, no date given: after the news day", doubtful=True), 0.6)


def inherited(base: Dated, why: str) -> Dated:
    """Another event's time, marked implied."""
    if base.when is None:
        return undated()
    if base.when.relation == "since" and base.when.start_earliest is not None and base.when.start_latest is not None:
        start = When.window(base.when.start_earliest, base.when.start_latest, base.when.precision)
        return Dated(replace(start, basis="implied", rule="narrative"), None, Reason("when", why), base.sure * 0.7)
    return Dated(replace(base.when, basis="implied", rule="narrative"), None, Reason("when", why), base.sure * 0.8)


def is_recent(when: When | None, news_day: int | None) -> bool:
    """Whether a running date is part of the news itself, not of its history."""
    if when is None or news_day is None or when.latest is None or when.earliest is None:
        return False
    return news_day - _RUNNING_DAYS <= when.latest <= news_day + 1
