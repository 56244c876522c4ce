"""When each candidate happened: its own date, its clause's, the running narrative date, or the news day.

A date belongs to the verb or noun that governs it. What is not stated is marked implied, with the words why.
"""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from dataclasses import replace

from ..model import Reason, When
from .actors import own_subject, subject_of
from .calendar import OPENING_DAYS, Calendar, ahead, inherited, is_recent, lately, undated, under_way
from .clause import Clause
from .coref import is_pointing
from .mention import Dated
from .rows import lemmas
from .syntax import Syntax
from .triggers import Candidate
from .when_anchor import lean
from .when_lasting import durations, followed, followings, lasted
from .when_own import CLOCKS, bounded, is_foreign, own_time

_TOLD = frozenset(("past", "participle", "none", "gerund"))
_RUNNING = "the running date of the text"
_NEAR = 2
_LEDE = 2
"""Sentences of the body that say what the news is."""
_SUDDEN = frozenset(("attack", "accident"))
_LASTING = lemmas("deployment presence operation mission occupation blockade siege crisis emergency campaign search")


def times_of(
    calendar: Calendar,
    found: tuple[Candidate, ...],
    clauses: Sequence[Clause],
    above: Sequence[int | None],
    before: Container[int] = (),
) -> list[Dated]:
    """The time of every candidate.

    `above` is the number of the candidate whose clause governs each; those in `before` went before the news, so
    that without a date of their own they have none.
    """
    times: dict[int, Dated] = {}
    for number, candidate in enumerate(found):
        own = own_time(calendar, number, candidate, clauses[number])
        if own is not None:
            times[number] = own
    _clocks_of_days(calendar, times, above)
    opening = _opening_day(calendar, found, clauses, times)
    for number in range(len(found)):
        lean(calendar, number, found, clauses, times, opening)
    opening = _opening_day(calendar, found, clauses, times) if opening is None else opening
    lede = _opening_day(calendar, found, clauses, times, reach=_LEDE)
    lengths, follows = (read(calendar.syntax, calendar.timexes) for read in (durations, followings))
    running: tuple[Dated, int] | None = None
    spoken: dict[str, Dated] = {}
    for number, candidate in enumerate(found):
        sentence = calendar.syntax.sentence_of[candidate.token]
        governor = above[number]
        base = times.get(governor) if governor is not None else running[0] if running is not None else None
        after = followed(follows, candidate, clauses[number], base)
        if after is not None:
            times[number] = after
        elif number not in times:
            told = undated() if number in before else _spoken_before(calendar, candidate, clauses[number], spoken)
            times[number] = (
                told
                or lasted(calendar, lengths, candidate, clauses[number], opening, _history(calendar, running, sentence))
                or _beside(calendar, number, found, clauses[number], above, times)
                or _implied(calendar, number, found, clauses[number], times, above[number], running)
                or _lately(calendar, candidate, clauses[number], opening, lede)
            )
        dated = times[number]
        _remember_speaker(calendar, candidate, dated, spoken)
        if clauses[number].status == "asserted" and _runs_on(calendar, candidate, clauses[number], dated):
            running = (dated, sentence)
        elif running is not None and _goes_along(dated) and _same_paragraph(calendar.syntax, sentence, running[1]):
            running = (running[0], sentence)
    return [times[number] for number in range(len(found))]


def _history(calendar: Calendar, running: tuple[Dated, int] | None, sentence: int) -> Dated | None:
    """The running date, if it is of the last sentences and no longer part of the news."""
    if running is None or sentence - running[1] > _NEAR or is_recent(running[0].when, calendar.news_day):
        return None
    return running[0]


def _beside(
    calendar: Calendar,
    number: int,
    found: Sequence[Candidate],
    clause: Clause,
    above: Sequence[int | None],
    times: Mapping[int, Dated],
) -> Dated | None:
    """The old date of the second half of a sentence: "moved the ship, and on April 13 a court ordered ..."."""
    beside = times.get(number + 1)
    if beside is None or beside.span is None or above[number + 1] != number or clause.status != "asserted":
        return None
    verb = found[number + 1].verb
    if clause.tense != "past" or verb is None or calendar.syntax.deps[verb] != "conj":
        return None
    if found[number].kind == "statement" or is_recent(beside.when, calendar.news_day):
        return None
    return inherited(beside, "the date of the clause beside it")


def _goes_along(dated: Dated) -> bool:
    """Whether a date was taken from the telling before: then that runs on to the next sentence."""
    return dated.when is not None and dated.reason.text == _RUNNING


def _runs_on(calendar: Calendar, candidate: Candidate, clause: Clause, dated: Dated) -> bool:
    """Whether the telling goes on from this date: a stated one, but not "in the past few days", which is about now.

    History runs on from a main clause only: not from "the record set in 1974", nor a look back ("had been fired").
    """
    when, syntax = dated.when, calendar.syntax
    if dated.span is None or when is None or (when.precision == "days" and when.latest == calendar.news_day):
        return False
    if when.earliest is not None and calendar.news_day is not None and when.earliest > calendar.news_day:
        return False
    if clause.tense == "pluperfect":
        return False
    aside = candidate.verb is not None and syntax.deps[candidate.verb] in ("acl", "relcl", "advcl", "amod", "pcomp")
    lasts = clause.tense == "perfect" or when.latest is None  # "has ruled since 1936" leaves the present in place
    return is_recent(when, calendar.news_day) or not (aside or lasts)


def _clocks_of_days(calendar: Calendar, times: dict[int, Dated], above: Sequence[int | None]) -> None:
    """A bare hour is one of the day that the clause around it gives: "a battle that began at 7 p.m. on Saturday"."""
    bare = {
        timex.span for timex in calendar.timexes if timex.rule in CLOCKS and timex.when is not None and timex.when.clock
    }
    for number, dated in list(times.items()):
        governor = above[number]
        base = times.get(governor) if governor is not None else None
        if dated.span not in bare or base is None or base.span in bare or base.when is None or dated.when is None:
            continue
        if base.when.precision == "day":
            times[number] = replace(dated, when=replace(base.when, clock=dated.when.clock, precision="time"))


def _opening_day(
    calendar: Calendar,
    found: tuple[Candidate, ...],
    clauses: Sequence[Clause],
    times: Mapping[int, Dated],
    reach: int | None = None,
) -> int | None:
    """The day of the first dated happening of the news: what is told without a date came with it or after it.

    Only the first `reach` sentences of the body are looked at.
    """
    syntax = calendar.syntax
    body = [number for number, sentence in enumerate(syntax.sentences) if sentence.role == "body"][:reach]
    for number in sorted(times):
        when = times[number].when
        if when is None or when.precision not in ("day", "time") or clauses[number].status != "asserted":
            continue
        if reach is not None and syntax.sentence_of[found[number].token] not in body:
            continue
        if when.earliest is not None and is_recent(when, calendar.news_day, days=OPENING_DAYS):
            return when.earliest
    return None


def _lately(calendar: Calendar, candidate: Candidate, clause: Clause, opening: int | None, lede: int | None) -> Dated:
    """What is told as news without any date. Who was killed or hurt, was so in what the news opens with."""
    told = clause.tense in _TOLD and (candidate.kind in _SUDDEN or clause.tense == "none")
    if told and opening is not None:
        return lately(opening, opening, long=False)
    news = candidate.kind == "statement" or calendar.syntax.sentence_of[candidate.token] == calendar.syntax.opening
    return lately(calendar.news_day, opening, long=clause.tense == "perfect" and lede is None and not news)


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


def _implied(
    calendar: Calendar,
    number: int,
    found: Sequence[Candidate],
    clause: Clause,
    times: dict[int, Dated],
    governor: int | None,
    running: tuple[Dated, int] | None,
) -> Dated | None:
    """A date that is not stated for the candidate itself; None for what is told as news without any."""
    candidate = found[number]
    if clause.status in ("hypothetical", "negated"):
        return undated()
    if clause.status == "planned":
        return ahead(calendar.news_day)
    if candidate.nominal and calendar.syntax.lemmas[candidate.token] in _LASTING and clause.tense == "none":
        return under_way(calendar.news_day)
    since = _ever_since(calendar, candidate, clause, times.get(governor) if governor is not None else None, running)
    if since is not None:
        return since
    doer = _date_of_subject(calendar.syntax, number, found, times)
    if doer is not None:
        return inherited(doer, "the date of its subject")
    if governor is not None and governor in times and _shares(calendar.syntax, candidate):
        base = times[governor]
        if base.when is not None and _lends(base, clause):
            return inherited(base, "the date of the clause that it belongs to")
    inner = _dated_below(calendar, number, found, clause, times)
    if inner is not None:
        return replace(inherited(inner, "the date of a clause inside it"), span=inner.span)
    if clause.tense == "pluperfect":
        return undated()
    sentence = calendar.syntax.sentence_of[candidate.token]
    if running is not None and clause.tense in _TOLD and candidate.kind != "statement":
        dated, there = running
        recent = is_recent(dated.when, calendar.news_day)
        near = recent or _same_paragraph(calendar.syntax, sentence, there) or _is_known(calendar.syntax, candidate)
        if near and sentence - there <= (3 if recent else 1):
            return inherited(dated, _RUNNING)
    if clause.tense == "none" and governor is None:
        return None if sentence == calendar.syntax.opening and candidate.kind in _SUDDEN | {"other"} else undated()
    loose = [link for link in calendar.links.loose_times.get(sentence, ()) if calendar.timexes[link.index].when]
    loose = [link for link in loose if not is_foreign(calendar, candidate, link)]
    if len(loose) == 1 and (when := calendar.timexes[loose[0].index].when) is not None:
        timex = calendar.timexes[loose[0].index]
        return Dated(
            bounded(timex, when, calendar.news_day, clause),
            timex.span,
            Reason("when", f"“{timex.text}” in its sentence"),
            0.7,
        )
    return None


def _ever_since(
    calendar: Calendar, candidate: Candidate, clause: Clause, above: Dated | None, running: tuple[Dated, int] | None
) -> Dated | None:
    """“Has since raised its share”: from the date told last to the news day."""
    base = above if above is not None and above.span is not None else running[0] if running is not None else None
    if clause.tense != "perfect" or candidate.verb is None or base is None or base.when is None:
        return None
    syntax, day, start = calendar.syntax, calendar.news_day, base.when
    words = {syntax.lowers[c] for c in syntax.children[candidate.verb] if not syntax.children[c]}
    if "since" not in words or day is None or start.latest is None or start.latest >= day:
        return None
    when = When(start.earliest, start.latest, day, day, start.precision, basis="implied", rule="ever since")
    return Dated(when, None, Reason("when", "“since”: from the date told before to the news day"), 0.6)


def _date_of_subject(
    syntax: Syntax, number: int, found: Sequence[Candidate], times: Mapping[int, Dated]
) -> Dated | None:
    """The stated date of the event noun that acts: "the eruption of 15 January sent waves to Peru"."""
    for other in range(max(0, number - _NEAR), number):
        noun = found[other].token
        dated = times.get(other)
        acts = found[other].verb is None and syntax.deps[noun] in ("nsubj", "nsubjpass")
        if acts and syntax.heads[noun] == found[number].verb and dated is not None and dated.span is not None:
            return dated
    return None


def _lends(base: Dated, clause: Clause) -> bool:
    """Whether the clause above gives its date to this one: what is told as past takes none from a plan."""
    return base.span is not None or (clause.tense in _TOLD and base.when is not None and base.when.rule != "planned")


def _dated_below(
    calendar: Calendar, number: int, found: Sequence[Candidate], clause: Clause, times: dict[int, Dated]
) -> Dated | None:
    """The stated date of a participle inside the clause: the parse often hangs the clause's own date there."""
    syntax, verb, later = calendar.syntax, found[number].verb, times.get(number + 1)
    if later is None or later.span is None or later.when is None or verb is None:
        return None
    told = clause.tense in ("past", "perfect", "pluperfect")
    if told and later.when.latest is not None and later.when.latest > (calendar.news_day or later.when.latest):
        return None  # "warned of a storm expected on Friday"
    inner = found[number + 1].verb
    return later if inner is not None and _is_part(syntax, inner) and verb in syntax.path(inner)[1:8] else None


def _is_part(syntax: Syntax, token: int) -> bool:
    """Whether a verb tells of a part of the clause above it: "a plant built ...", "kept them from entering ..."."""
    dep, tag = syntax.deps[token], syntax.tags[token]
    return (dep == "acl" and tag == "VBN") or (dep == "pcomp" and tag == "VBG")


def _is_known(syntax: Syntax, candidate: Candidate) -> bool:
    """Whether the clause goes on about what was told of: its subject is "it", "they" or "the wave"."""
    subject = own_subject(syntax, candidate.verb) if candidate.verb is not None else None
    return subject is not None and (syntax.tags[subject] == "PRP" or is_pointing(syntax, subject))


def _same_paragraph(syntax: Syntax, one: int, two: int) -> bool:
    return syntax.sentences[one].paragraph == syntax.sentences[two].paragraph


def _shares(syntax: Syntax, candidate: Candidate) -> bool:
    """Whether the clause shares the time of the one above it: not a reported clause, not a relative one."""
    token = candidate.verb if candidate.verb is not None else candidate.token
    return syntax.deps[token] not in ("ccomp", "relcl")
