"""The places that a story offers to a happening without one of its own: of the clauses around it, of a witness or a
speech, of the scene that goes on, of the opening. Whether it takes one over is decided in `takeover`.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from geo.containment import distance_km, lies_in
from geo.model import Place

from .actors import antecedent, subject_of
from .rows import lemmas
from .scene import Proposal, Scene, sentence_of, verb_of
from .syntax import VERB_TAGS, Syntax
from .verbs import REPORTING

_WITHIN = frozenset(("in", "at", "on", "near", "around", "outside"))
_SPEECHES = lemmas("keynote speech address conference lecture sermon rally testimony news-conference briefing")
_CLOSE = 0.6
"""How sure a place must be that a telling only took over, to be handed on: one step inside a sentence, no further."""
_AHEAD = 2
"""Sentences that an opening may run ahead of its place."""
_REACH = 60
"""Tellings and names that are looked at, so that one endless sentence does not take quadratic time."""
_SCENE = 6
"""Sentences that a scene may lie back in its paragraph."""


def last_town(scene: Scene, number: int, river: Place) -> Proposal | None:
    """The town or base on the river where the last telling of the paragraph happened."""
    here = scene.syntax.sentences[sentence_of(scene, number)].paragraph
    for other in range(number - 1, max(-1, number - 4), -1):
        place = scene.placed[other].place
        if place is None or scene.syntax.sentences[sentence_of(scene, other)].paragraph != here:
            continue
        if place.kind in ("city", "facility") and distance_km(place, river) <= 2 * river.radius_km:
            return Proposal("scene", place, "the running place of its paragraph", 0.5, other)
    return None


def proposals(scene: Scene, number: int) -> Iterator[Proposal]:
    """Every place that the story offers to a candidate that has none, nearest first."""
    if scene.found[number].kind == "statement":
        yield from _of_speech(scene, number)
        return
    yield from _beside(scene, number)
    yield from _of_speaker(scene, number)
    yield from _of_governor(scene, number)
    yield from _of_governed(scene, number)
    yield from _of_scene(scene, number)
    yield from of_lead(scene, number)


def _of_governor(scene: Scene, number: int) -> Iterator[Proposal]:
    governor = scene.above[number]
    if governor is None:
        return
    base = scene.placed[governor] if governor < len(scene.placed) else scene.own[governor].placed
    if base.place is None:
        return
    candidate = scene.found[number]
    dep = scene.syntax.deps[verb_of(candidate)]
    if candidate.verb is None and dep in ("nsubj", "nsubjpass"):
        return  # "the eruption sent waves to Peru" is not in Peru
    way = "noun" if candidate.verb is None else dep if dep in ("conj", "advcl", "relcl", "acl", "ccomp") else "verb"
    yield Proposal(
        f"governor:{way}", base.place, "the place of the clause that it belongs to", base.sure * 0.75, governor
    )


def _beside(scene: Scene, number: int) -> Iterator[Proposal]:
    """The place of a clause around or before it that tells of no happening: "lives in Goma and lost her house"."""
    syntax, token = scene.syntax, verb_of(scene.found[number])
    around = {*syntax.path(token)[1:]}
    for link in scene.links.loose_places.get(sentence_of(scene, number), ())[:_REACH]:
        toponym = scene.toponyms[link.index]
        clause = next((step for step in link.through if syntax.tags[step] in VERB_TAGS), None)
        if toponym.place is None or toponym.role != "literal" or clause not in around:
            continue
        direct = link.preposition in _WITHIN and syntax.deps[link.top] == "pobj"
        if direct or (link.pointed and syntax.lowers[link.top] == "there"):
            yield Proposal("beside", toponym.place, f"“{toponym.text}” in the clause around it", 0.6)


def _of_speaker(scene: Scene, number: int) -> Iterator[Proposal]:
    """Where a witness lives who tells what befell "us": "said X, a baker on Siargao"."""
    syntax, candidate = scene.syntax, scene.found[number]
    subject = syntax.child(candidate.verb, "nsubj", "nsubjpass") if candidate.verb is not None else None
    if subject is None or syntax.lowers[subject] not in ("i", "we"):
        return
    says = next((token for token in syntax.path(subject)[1:8] if syntax.lemmas[token] in REPORTING), None)
    speaker = syntax.child(says, "nsubj") if says is not None else None
    if speaker is None:
        return
    first, last = syntax.starts[syntax.left[speaker]], syntax.ends[syntax.right[speaker]]
    begin = bisect_left(scene.names, first)
    for toponym in scene.toponyms[begin : begin + _REACH]:
        top = syntax.top_of(toponym.span)
        if toponym.place is None or top is None or not first <= toponym.span.start < last:
            continue
        if toponym.role == "literal" and syntax.lowers[syntax.heads[top]] in _WITHIN | {"from", "of"}:
            yield Proposal("speaker", toponym.place, f"told by a witness from {toponym.text}", 0.5)
            return


def _of_speech(scene: Scene, number: int) -> Iterator[Proposal]:
    """Where the speech or meeting is held that a statement is part of: "gave a speech in Lyon. He announced"."""
    syntax, candidate = scene.syntax, scene.found[number]
    subject = syntax.child(candidate.verb, "nsubj") if candidate.verb is not None else None
    if subject is None or sentence_of(scene, number) == 0:
        return
    here, speaker = sentence_of(scene, number), syntax.lowers[antecedent(syntax, subject)]
    for other in range(number - 1, max(-1, number - _REACH), -1):
        base, verb = scene.own[other].placed, scene.found[other].verb
        if here - sentence_of(scene, other) > _SCENE:
            return
        if base.place is None or base.span is None or verb is None or sentence_of(scene, other) == here:
            continue
        told = {syntax.lemmas[token] for token in (*scene.found[other].parts, *syntax.children[verb])}
        head = subject_of(syntax, verb)
        names = range(syntax.left[head], syntax.right[head] + 1) if head is not None else ()
        if told & _SPEECHES and speaker in {"he", "she", *(syntax.lowers[token] for token in names)}:
            yield Proposal("speech", base.place, "said at the occasion told before", base.sure * 0.7, other)
        return


def _of_governed(scene: Scene, number: int) -> Iterator[Proposal]:
    """What happened after, when or while something else did, happened there, if nothing else is said."""
    if scene.clauses[number].tense == "pluperfect":
        return
    for other in range(number + 1, min(number + 4, len(scene.found))):
        base = scene.own[other].placed
        if scene.syntax.deps[verb_of(scene.found[other])] == "conj" or scene.above[other] != number:
            continue
        if base.place is not None:
            yield Proposal("governed", base.place, "the place of the clause beside it", base.sure * 0.7, other)
            return


def _of_scene(scene: Scene, number: int) -> Iterator[Proposal]:
    """Where the last telling before it in its paragraph happened that has a place of its own.

    A wider place ("the country") gives way to the one that the story opens with, if that lies in it.
    """
    lead = next(of_lead(scene, number), None)
    here = sentence_of(scene, number)
    for other in range(number - 1, max(-1, number - _REACH), -1):
        there = sentence_of(scene, other)
        if here - there > _SCENE or not _same_paragraph(scene.syntax, here, there):
            return
        before = scene.placed[other]
        unreal = scene.clauses[other].status in ("hypothetical", "negated")
        if before.place is not None and (before.span is not None or before.sure > _CLOSE) and not unreal:
            if lead is not None and lies_in(lead.place, before.place):
                yield lead
            yield Proposal("scene", before.place, "the running place of its paragraph", before.sure * 0.6, other)
            return


def of_lead(scene: Scene, number: int) -> Iterator[Proposal]:
    """The place that the story opens with; what stands before it takes it over from the next sentences."""
    if scene.lead is None or scene.lead == number:
        return
    if scene.lead > number and sentence_of(scene, scene.lead) - sentence_of(scene, number) > _AHEAD:
        return
    base = scene.own[scene.lead].placed
    if base.place is not None:
        yield Proposal("lead", base.place, "the place that the story opens with", 0.45, scene.lead)


def _same_paragraph(syntax: Syntax, here: int, there: int) -> bool:
    return syntax.sentences[here].paragraph == syntax.sentences[there].paragraph
