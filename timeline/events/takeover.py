"""Whether a happening that names no place may take over one that the story offers: what speaks against it."""

from __future__ import annotations

from bisect import bisect_left

from ..model import When
from .merge import overlap
from .scene import GROUND, Proposal, Scene, verb_of
from .syntax import NOUN_TAGS, Syntax
from .triggers import Candidate
from .verbs import OPINIONS

_NEAR = frozenset(("in", "at", "near", "off", "on", "around", "outside", "over"))
_PLAIN = frozenset(("other", "launch_release", "meeting", "visit"))
_INSIDE = frozenset(("governor:relcl", "governor:verb"))
"""Clauses that tell more of a noun: in a story of offices they tell of firms."""
_CONTENT = frozenset(("governor:acl", "governor:ccomp"))
"""Clauses that only describe, or hold what was said: "figures released in April"."""
_DAYS = 2
"""Days that a story may leap and still go on at its place."""
_TOLD = frozenset(("past", "perfect", "progressive"))


def may_take(scene: Scene, number: int, proposal: Proposal) -> bool:
    """Whether nothing in clause, story and proposal speaks against it."""
    clause = scene.clauses[number]
    if clause.status in ("hypothetical", "negated") or has_unread_place(scene, number):
        return False
    if proposal.source in ("beside", "speaker", "speech"):
        return True
    if proposal.source.startswith("governor"):
        return _goes_with_governor(scene, number, proposal)
    if proposal.source == "governed":
        return clause.tense != "pluperfect"
    return _goes_on(scene, number, proposal)


def _goes_with_governor(scene: Scene, number: int, proposal: Proposal) -> bool:
    """Whether a clause happens where the one around it does: not with a date and a place name of its own inside."""
    kind = scene.found[number].kind
    if proposal.source in _INSIDE and kind not in GROUND and kind != "deployment_movement" and not scene.ground:
        return False
    if proposal.source in _CONTENT and kind not in GROUND:
        return False
    if proposal.teller is not None and scene.found[proposal.teller].kind == "statement":
        return False
    if proposal.source == "governor:conj" and not scene.ground and scene.times[number].span is not None:
        return False  # "filed a suit in California, but in 2004 the parties agreed"
    own, other = scene.times[number], scene.times[proposal.teller] if proposal.teller is not None else None
    apart = other is not None and own.span is not None and other.span is not None and own.span != other.span
    return not (apart and _names_a_place(scene, number))


def _names_a_place(scene: Scene, number: int) -> bool:
    """Whether a place name or demonym stands anywhere in the clause, also in a clause inside it."""
    syntax, token = scene.syntax, verb_of(scene.found[number])
    first, last = syntax.starts[syntax.left[token]], syntax.ends[syntax.right[token]]
    at = bisect_left(scene.names, first)
    return at < len(scene.names) and scene.names[at] < last


def _goes_on(scene: Scene, number: int, proposal: Proposal) -> bool:
    """Whether the candidate happens where the story goes on: on the ground, at the same time, told plainly."""
    candidate, clause = scene.found[number], scene.clauses[number]
    token = verb_of(candidate)
    if scene.syntax.quoted[token] or not scene.ground or scene.syntax.lemmas[candidate.token] in OPINIONS:
        return False
    if candidate.kind not in GROUND and (clause.tense not in _TOLD or not _is_plain(candidate, proposal)):
        return False
    if any(other.role in ("metonym", "speaker_seat") for other in scene.own[number].placed.others):
        return False
    return proposal.teller is None or _are_near(scene.times[number].when, scene.times[proposal.teller].when)


def _are_near(one: When | None, two: When | None) -> bool:
    """Whether two times lie at most `_DAYS` apart; an unknown one is near all."""
    if one is None or two is None or overlap(one, two):
        return True
    ends = (one.earliest, one.latest, two.earliest, two.latest)
    if any(end is None for end in ends) or one.is_span or two.is_span:
        return False
    return min(abs((one.earliest or 0) - (two.latest or 0)), abs((two.earliest or 0) - (one.latest or 0))) <= _DAYS


def _is_plain(candidate: Candidate, proposal: Proposal) -> bool:
    """Whether a kind that is not always of the ground is so here: a movement, or what goes on in a town."""
    if candidate.kind == "deployment_movement":
        return True
    return candidate.kind in _PLAIN and proposal.place.kind not in ("country", "continent")


def has_unread_place(scene: Scene, number: int) -> bool:
    """Whether the clause has a phrase like "at Bardufoss air station" in which no place was read."""
    syntax = scene.syntax
    links = scene.links.places.get(number, ())
    if any(scene.toponyms[link.index].place is None for link in links):
        return True
    words = _NEAR | {"to", "into"} if scene.found[number].kind == "deployment_movement" else _NEAR
    known = {token for link in links for token in (link.top, *link.through)}
    for part in scene.found[number].parts:
        for child in syntax.children[part]:
            if syntax.deps[child] != "prep" or syntax.lowers[child] not in words or child in known:
                continue
            noun = syntax.child(child, "pobj")
            if noun is None or noun in scene.dates or syntax.tags[noun] not in NOUN_TAGS:
                continue
            if _is_named(syntax, noun):
                return True
    return False


def _is_named(syntax: Syntax, noun: int) -> bool:
    return any(syntax.tags[token] in ("NNP", "NNPS") for token in (noun, *syntax.children[noun]))
