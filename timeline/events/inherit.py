"""Where a candidate happened when its own clause does not say: the clause beside it, the acting country, the
scene that the story goes on in, the story's one place. All of it is marked implied, and a statement never inherits.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from geo.containment import distance_km, lies_in
from geo.model import Place, Toponym

from ..model import PlaceMention, Reason
from .actors import antecedent, subject_of
from .clause import Clause
from .kind import kind_of
from .mention import Dated, Placed
from .nations import Nations, nations_of
from .rows import lemmas
from .scene import Proposal, Scene, date_tokens, is_of_ground, lead_of, sentence_of, verb_of
from .syntax import VERB_TAGS, Syntax
from .takeover import may_take
from .triggers import Candidate
from .verbs import REPORTING
from .where import Atlas, OwnPlaces, own_place

_ABROAD = frozenset(("statement", "visit", "meeting", "deployment_movement"))
"""What a country does elsewhere: the acting country is not its place."""
_STATECRAFT = lemmas(
    "abolish amend ban constitution decree declare designate emergency enact election impeach legalise legalize "
    "martial nationalise nationalize outlaw promulgate ratify referendum repeal veto moratorium curfew lockdown "
    "amnesty mourning"
)
"""Acts that only a state performs, for all of its land."""
_WITHIN = frozenset(("in", "at", "on", "near", "around", "outside"))
_SPEECHES = lemmas("keynote speech address conference lecture sermon rally testimony news-conference briefing")
_LONG = 150.0
"""The least radius of a long river, in kilometres."""
_CLOSE = 0.6
"""How sure a place must be that a telling only took over, to be handed on: one step inside a sentence, no further."""
_WEAK = 0.65
"""How sure a place is that the clause does not attach as its location."""
_WORLD = lemmas(
    "world united nations un who international european eu nato interpol unesco unicef university universities inc "
    "corporation company firm researchers scientists"
)
_AHEAD = 2
"""Sentences that an opening may run ahead of its place."""
_REACH = 60
"""Tellings and names that are looked at, so that one endless sentence does not take quadratic time."""
_SCENE = 6
"""Sentences that a scene may lie back in its paragraph."""


def places_of(
    atlas: Atlas,
    found: tuple[Candidate, ...],
    clauses: Sequence[Clause],
    above: Sequence[int | None],
    times: Sequence[Dated],
) -> list[Placed]:
    """The place of every candidate; `above` is the number of the candidate whose clause governs each."""
    own = [own_place(atlas, number, candidate) for number, candidate in enumerate(found)]
    home = _home(atlas)
    nations = nations_of(atlas.syntax, atlas.toponyms)
    placed: list[Placed] = []
    scene = Scene(
        syntax=atlas.syntax,
        toponyms=atlas.toponyms,
        links=atlas.links,
        found=found,
        clauses=clauses,
        above=above,
        times=times,
        own=own,
        placed=placed,
        dates=date_tokens(atlas.links),
        names=tuple(sorted(toponym.span.start for toponym in atlas.toponyms)),
        lead=lead_of(atlas.syntax, found, clauses, own),
        ground=is_of_ground(found),
    )
    for number, candidate in enumerate(found):
        here = _narrowed(scene, number)
        if here.place is None:
            here = (
                _from_object(scene, number)
                or _from_actor(own[number], candidate)
                or _from_nation(nations, candidate, atlas.syntax)
                or _from_home(home, candidate)
                or _taken_over(scene, number)
                or here
            )
        placed.append(here)
    return placed


def _narrowed(scene: Scene, number: int) -> Placed:
    """Its own place; one that only owns or bounds what happened ("Peru's harvest") gives way to the opening's in it.

    So does a long river, whose middle is nowhere near, to the town just told of.
    """
    here = scene.own[number].placed
    if here.place is None:
        return here
    river = here.place.feature == "STM" and here.place.radius_km >= _LONG
    other = _last_town(scene, number, here.place) if river else next(_of_lead(scene, number), None)
    if other is None or not (river or (here.sure <= _WEAK and lies_in(other.place, here.place))):
        return here
    if not may_take(scene, number, other):
        return here
    others = (*here.others, PlaceMention(here.place, "container", here.span))
    return Placed(other.place, "implied", None, others, Reason("where", other.why, doubtful=True), other.sure)


def _last_town(scene: Scene, number: int, river: Place) -> Proposal | None:
    """The town or base on the river where the last telling of the paragraph happened."""
    here = scene.syntax.sentences[sentence_of(scene, number)].paragraph
    for other in range(number - 1, max(-1, number - 4), -1):
        place = scene.placed[other].place
        if place is None or scene.syntax.sentences[sentence_of(scene, other)].paragraph != here:
            continue
        if place.kind in ("city", "facility") and distance_km(place, river) <= 2 * river.radius_km:
            return Proposal("scene", place, "the running place of its paragraph", 0.5, other)
    return None


def _taken_over(scene: Scene, number: int) -> Placed | None:
    """The nearest place that the story offers and that the candidate may take over."""
    best = next((proposal for proposal in proposals(scene, number) if may_take(scene, number, proposal)), None)
    if best is None:
        return None
    others = scene.own[number].placed.others
    return Placed(best.place, "implied", None, others, Reason("where", best.why, doubtful=True), best.sure)


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
    yield from _of_lead(scene, number)


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
    lead = next(_of_lead(scene, number), None)
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


def _of_lead(scene: Scene, number: int) -> Iterator[Proposal]:
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


def _implied(base: Placed, why: str, sure: float) -> Placed:
    return Placed(base.place, "implied", None, (), Reason("where", why, doubtful=True), sure)


def _from_object(scene: Scene, number: int) -> Placed | None:
    """A statement about a happening stands where that happens: "confirmed the deployment to Manta"."""
    found, syntax = scene.found, scene.syntax
    if found[number].kind != "statement" or number + 1 >= len(found):
        return None
    other = found[number + 1]
    if not other.nominal or syntax.deps[other.token] != "dobj" or syntax.heads[other.token] != found[number].token:
        return None
    base = scene.own[number + 1].placed
    return _implied(base, "the place of what it speaks of", base.sure * 0.8) if base.place is not None else None


def _from_nation(nations: Nations, candidate: Candidate, syntax: Syntax) -> Placed | None:
    """A vote, a decree or a ban without a narrower place holds for its country."""
    votes = candidate.kind == "election_vote" and kind_of(syntax, candidate) == "election_vote"
    if not votes and syntax.lemmas[candidate.token] not in _STATECRAFT:
        return None
    found = nations.near(candidate, syntax)
    if found is None or found.place is None or _is_of_the_world(syntax, candidate):
        return None
    reason = Reason("where", f"a nationwide act; “{found.text}” names the country", doubtful=True)
    return Placed(found.place, "implied", None, (), reason, 0.6)


def _is_of_the_world(syntax: Syntax, candidate: Candidate) -> bool:
    """Whether a body of many nations acts, or a firm or university: what it declares holds for no one country."""
    subject = subject_of(syntax, candidate.verb) if candidate.verb is not None else None
    agent = syntax.child(candidate.verb, "agent") if candidate.verb is not None else None
    heads = [subject, syntax.child(agent, "pobj") if agent is not None else None]
    return any(
        syntax.lowers[token] in _WORLD
        for head in heads
        if head is not None
        for token in range(syntax.left[head], syntax.right[head] + 1)
    )


def _from_actor(own: OwnPlaces, candidate: Candidate) -> Placed | None:
    """A country that votes, decrees or builds does so at home, as long as no narrower place is given."""
    if not own.actors or candidate.kind in _ABROAD or any(other.role == "metonym" for other in own.placed.others):
        return None  # "Washington signed a pact with Peru": a government signs, who knows where
    first = own.actors[0]
    more = tuple(PlaceMention(t.place, "location", t.span) for t in own.actors[1:] if t.place is not None)
    reason = Reason("where", f"“{first.text}” acted, and no narrower place is given", doubtful=True)
    return Placed(first.place, "implied", first.span, (*own.placed.others, *more), reason, 0.65)


def _home(atlas: Atlas) -> Toponym | None:
    """The one town that headline and dateline name: the home of a local story."""
    syntax = atlas.syntax
    lead = {s for s, sentence in enumerate(syntax.sentences) if sentence.role == "headline"}
    dateline = next((t for t in atlas.toponyms if t.role == "dateline" and t.place is not None), None)
    if dateline is None or dateline.place is None or dateline.place.kind != "city":
        return None
    for toponym in atlas.toponyms:
        top = syntax.top_of(toponym.span)
        if (
            top is not None
            and syntax.sentence_of[top] in lead
            and toponym.place is not None
            and toponym.place.id == dateline.place.id
        ):
            return dateline
    return None


def _from_home(home: Toponym | None, candidate: Candidate) -> Placed | None:
    if home is None or candidate.kind == "statement":
        return None
    reason = Reason("where", f"a local story of {home.text.title()}", doubtful=True)
    return Placed(home.place, "implied", None, (), reason, 0.5)
