"""Where a candidate happened when its own clause does not say: the clause beside it, the acting country, the
scene that the story goes on in, the story's one place. All of it is marked implied, and a statement never inherits.
"""

from __future__ import annotations

from collections.abc import Sequence

from geo.containment import lies_in
from geo.model import Toponym

from ..model import PlaceMention, Reason
from .actors import subject_of
from .clause import Clause
from .kind import kind_of
from .mention import Dated, Placed
from .nations import Nations, nations_of
from .offers import last_town, of_lead, proposals
from .rows import lemmas
from .scene import Scene, date_tokens, is_of_ground, lead_of
from .syntax import Syntax
from .takeover import may_take
from .triggers import Candidate
from .where import Atlas, OwnPlaces, own_place

_ABROAD = frozenset(("statement", "visit", "meeting", "deployment_movement"))
"""What a country does elsewhere: the acting country is not its place."""
_STATECRAFT = lemmas(
    "abolish amend ban constitution decree declare designate emergency enact election impeach legalise legalize "
    "martial nationalise nationalize outlaw promulgate ratify referendum repeal veto moratorium curfew lockdown "
    "amnesty mourning"
)
"""Acts that only a state performs, for all of its land."""
_LONG = 150.0
"""The least radius of a long river, in kilometres."""
_WEAK = 0.65
"""How sure a place is that the clause does not attach as its location."""
_WORLD = lemmas(
    "world united nations un who international european eu nato interpol unesco unicef university universities inc "
    "corporation company firm researchers scientists"
)


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
    other = last_town(scene, number, here.place) if river else next(of_lead(scene, number), None)
    if other is None or not (river or (here.sure <= _WEAK and lies_in(other.place, here.place))):
        return here
    if not may_take(scene, number, other):
        return here
    others = (*here.others, PlaceMention(here.place, "container", here.span))
    return Placed(other.place, "implied", None, others, Reason("where", other.why, doubtful=True), other.sure)


def _taken_over(scene: Scene, number: int) -> Placed | None:
    """The nearest place that the story offers and that the candidate may take over."""
    best = next((proposal for proposal in proposals(scene, number) if may_take(scene, number, proposal)), None)
    if best is None:
        return None
    others = scene.own[number].placed.others
    return Placed(best.place, "implied", None, others, Reason("where", best.why, doubtful=True), best.sure)


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
