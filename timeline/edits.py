"""Corrections by the user: an overlay on what was read, which every export follows.

An edit names its event by the words that told it (`EvidenceKey`), never by the event's id, so that it finds
the event again after the article was read with another date, another version of the finders or a few changed
words. Edits are a plain list in order of time: undo drops the last one. An edit whose event is gone stays in
the list and is reported as a `Problem`; nothing is dropped silently.
"""

from __future__ import annotations

from bisect import insort
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from .model import Basis, Change, Edit, Event, Evidence, EvidenceKey, Problem, Reason, Timeline, When
from .ordering import in_order, moment

ALIKE = 0.6
"""Share of words that two sentences must have in common to count as the same one, slightly reworded."""

CHANGE_WORDS: dict[Change, str] = {
    "hide": "hide",
    "rename": "rename",
    "set_date": "set the date of",
    "set_place": "set the place of",
    "set_kind": "set the kind of",
    "set_status": "set the status of",
    "check": "tick",
    "uncheck": "untick",
}


def key_of(event: Event, timeline: Timeline, index: EventIndex | None = None) -> EvidenceKey:
    """The key by which an edit finds `event` again.

    An event without evidence (a row of a table) is named by its source and title. Here and below, `index` is that
    of the same unedited timeline, for whoever asks more than once.
    """
    article, trigger, sentence = _words(event, timeline)[0]
    same = (index or EventIndex(timeline)).told_by((article, trigger, sentence))
    occurrence = next((i for i, other in enumerate(same) if other.id == event.id), 0)
    return EvidenceKey(article, trigger, sentence, occurrence)


def find(timeline: Timeline, key: EvidenceKey) -> Event | None:
    """The event that `key` names, or None when the text no longer tells it."""
    return EventIndex(timeline).find(key)


def apply_edits(timeline: Timeline, edits: Iterable[Edit]) -> Timeline:
    """The timeline with every edit applied in order; hidden events leave it, the rest is sorted anew.

    `edits` and one problem for each edit whose event is gone are noted in the result. Events keep their
    ids, so a selection survives.
    """
    edits = tuple(edits)
    if not edits:
        return timeline
    index = EventIndex(timeline)
    events: dict[str, Event] = {event.id: event for event in timeline.events}
    problems = list(timeline.problems)
    for edit in edits:
        target = index.find(edit.key)
        if target is None:
            problems.append(Problem(edit.key.article, _lost(edit)))
        elif edit.change == "hide":
            events.pop(target.id, None)
        elif target.id in events:
            events[target.id] = CHANGES[edit.change](events[target.id], edit)
    return replace(timeline, events=in_order(events.values()), edits=edits, problems=tuple(problems))


def reapply(before: Timeline, edits: Sequence[Edit], index: EventIndex) -> Timeline:
    """The same as `apply_edits(index.timeline, edits)`, reached from `before`, which has some of the edits already.

    Only the events that the difference names are looked at, so that one more correction among 100,000 events costs
    milliseconds.
    """
    base = index.timeline
    if not edits or not index.is_in_order:
        return apply_edits(base, edits)
    changed = index.named_by(difference(before.edits, edits))
    mended = [event for event in (index.mended(one, edits) for one in changed) if event is not None]
    events = [event for event in before.events if event.id not in changed]
    for event in sorted(mended, key=index.rank):
        insort(events, event, key=index.rank)
    lost = [Problem(edit.key.article, _lost(edit)) for edit in edits if index.find(edit.key) is None]
    return replace(base, events=tuple(events), edits=tuple(edits), problems=(*base.problems, *lost))


def difference(some: Sequence[Edit], others: Sequence[Edit]) -> tuple[Edit, ...]:
    """The edits of two lists after the beginning that they share."""
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(some, others, strict=False)))
    return (*some[shared:], *others[shared:])


def undo(edits: Sequence[Edit]) -> tuple[Edit, ...]:
    """The edits without the latest one."""
    return tuple(edits[:-1])


def bring_back(
    timeline: Timeline, edits: Iterable[Edit], event: Event, index: EventIndex | None = None
) -> tuple[Edit, ...]:
    """The edits without those that hide one event of the unedited `timeline`."""
    index = index or EventIndex(timeline)

    def hides(edit: Edit) -> bool:
        target = index.find(edit.key) if edit.change == "hide" else None
        return target is not None and target.id == event.id

    return tuple(edit for edit in edits if not hides(edit))


def hidden_events(timeline: Timeline, edits: Iterable[Edit], index: EventIndex | None = None) -> tuple[Event, ...]:
    """The events of the unedited `timeline` that `edits` hide, in order of time."""
    hiding = [edit for edit in edits if edit.change == "hide"]
    if not hiding:
        return ()
    index = index or EventIndex(timeline)
    found = (index.find(edit.key) for edit in hiding)
    ids = {event.id for event in found if event is not None}
    return tuple(event for event in timeline.events if event.id in ids)


def _rename(event: Event, edit: Edit) -> Event:
    return replace(event, title=edit.title.strip()) if edit.title and edit.title.strip() else event


def _set_date(event: Event, edit: Edit) -> Event:
    when = replace(edit.when, basis="given") if isinstance(edit.when, When) else None
    said = "set by you" if when else "taken away by you"
    return replace(event, when=when, reasons=_reasons(event, "when", said))


def _set_place(event: Event, edit: Edit) -> Event:
    said = "set by you" if edit.place else "taken away by you"
    basis: Basis | None = "given" if edit.place else None
    return replace(event, place=edit.place, place_basis=basis, reasons=_reasons(event, "where", said))


def _set_kind(event: Event, edit: Edit) -> Event:
    return replace(event, kind=edit.kind) if edit.kind else event


def _set_status(event: Event, edit: Edit) -> Event:
    if not edit.status:
        return event
    return replace(event, status=edit.status, reasons=_reasons(event, "status", "set by you"))


def _check(event: Event, edit: Edit) -> Event:
    return replace(event, checked=edit.change == "check")


CHANGES: dict[Change, Callable[[Event, Edit], Event]] = {
    "rename": _rename,
    "set_date": _set_date,
    "set_place": _set_place,
    "set_kind": _set_kind,
    "set_status": _set_status,
    "check": _check,
    "uncheck": _check,
}


def _reasons(event: Event, about: str, said: str) -> tuple[Reason, ...]:
    """The reasons with those about one thing replaced: the user's word needs no other."""
    kept = tuple(reason for reason in event.reasons if reason.about != about)
    return (*kept, Reason(about, said))  # type: ignore[arg-type]


def _lost(edit: Edit) -> str:
    words = edit.key.trigger or edit.key.sentence
    return (
        f"A correction ({CHANGE_WORDS[edit.change]} “{edit.title or words}”) was left out: "
        "the text no longer tells that event; make the correction again or undo it."
    )


class EventIndex:
    """Looks the events of an unedited timeline up by the words that told them; built once for many edits."""

    def __init__(self, timeline: Timeline) -> None:
        self.timeline = timeline
        self._exact: dict[tuple[str, str, str], list[Event]] = {}
        for event in timeline.events:
            for words in dict.fromkeys(_words(event, timeline)):
                self._exact.setdefault(words, []).append(event)
        self.position = {event.id: at for at, event in enumerate(timeline.events)}
        self._sorted: dict[tuple[str, str, str], list[Event]] = {}
        self._found: dict[EvidenceKey, Event | None] = {}
        self.is_in_order = all(moment(a) <= moment(b) for a, b in pairwise(timeline.events))

    def rank(self, event: Event) -> tuple[bool, int, int, int]:
        """By what events stand in order, the timeline's own order deciding between equal times."""
        return (*moment(event), self.position[event.id])

    def named_by(self, edits: Iterable[Edit]) -> frozenset[str]:
        """The ids of the events that some edits are about."""
        found = (self.find(edit.key) for edit in edits)
        return frozenset(event.id for event in found if event is not None)

    def mended(self, event_id: str, edits: Iterable[Edit]) -> Event | None:
        """One event with the edits that are about it; None when one of them hides it."""
        event = self.timeline.events[self.position[event_id]]
        for edit in edits:
            target = self.find(edit.key)
            if target is None or target.id != event_id:
                continue
            if edit.change == "hide":
                return None
            event = CHANGES[edit.change](event, edit)
        return event

    def told_by(self, words: tuple[str, str, str]) -> list[Event]:
        """The events that exactly these words told, in the order of the text."""
        if words not in self._sorted:
            self._sorted[words] = sorted(self._exact.get(words, ()), key=_told)
        return self._sorted[words]

    def find(self, key: EvidenceKey) -> Event | None:
        """The event that a key names, or None when the text no longer tells it."""
        if key not in self._found:
            self._found[key] = self._look_up(key)
        return self._found[key]

    def _look_up(self, key: EvidenceKey) -> Event | None:
        same = self.told_by((key.article, key.trigger, key.sentence))
        return same[min(key.occurrence, len(same) - 1)] if same else self._alike(key)

    def _alike(self, key: EvidenceKey) -> Event | None:
        """The event with the same trigger in the most similar sentence, best in the same article."""
        wanted = set(key.sentence.split())
        best: tuple[float, bool] = (ALIKE, False)
        found: Event | None = None
        for (article, trigger, sentence), events in self._exact.items():
            if trigger != key.trigger:
                continue
            rank = (_share(wanted, set(sentence.split())), article == key.article)
            if rank > best or (found is None and rank >= best):
                best, found = rank, min(events, key=_told)
        return found


def _told(event: Event) -> tuple[int, int, int, str]:
    lead = event.evidence[0] if event.evidence else None
    if lead is None:
        return (0, 0, 0, event.id)
    return (lead.article, (lead.trigger or lead.sentence).start, lead.place.start if lead.place else -1, event.id)


def _words(event: Event, timeline: Timeline) -> list[tuple[str, str, str]]:
    """(article, trigger, sentence) for each piece of evidence; one made of source and title where there is none."""
    if not event.evidence:
        return [(event.source, event.title, event.note)]
    return [_quoted(evidence, timeline) for evidence in event.evidence]


def _quoted(evidence: Evidence, timeline: Timeline) -> tuple[str, str, str]:
    article = timeline.articles[evidence.article]
    trigger = article.text[evidence.trigger.start : evidence.trigger.end] if evidence.trigger else ""
    sentence = article.text[evidence.sentence.start : evidence.sentence.end]
    return (article.source or article.title, trigger, " ".join(sentence.split()))


def _share(some: set[str], others: set[str]) -> float:
    """Words in common as a share of all words of the two (Jaccard's index)."""
    union = some | others
    return len(some & others) / len(union) if union else 1.0
