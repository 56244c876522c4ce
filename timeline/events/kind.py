"""The kind that an event is shown under: the trigger's own kind, unless its subject or object says better.

"Struck", "hit" and "killed" are attacks in most news, but not when an earthquake does it; a strike by drivers is no
air strike; hands that are shaken are no disaster. Linking and merging go by the trigger alone.
"""

from __future__ import annotations

from typing import Final

from ..kinds import EventKind
from .actors import subject_of
from .rows import lemmas
from .syntax import Syntax
from .triggers import Candidate

_DISASTERS: Final = lemmas(
    "earthquake quake tremor aftershock tsunami flood flooding floodwater cyclone hurricane typhoon storm tornado "
    "landslide mudslide avalanche eruption volcano drought wildfire bushfire heatwave blizzard monsoon rain gust "
    "tsunamis lava ash"
)
_DISEASES: Final = lemmas(
    "virus epidemic pandemic outbreak cholera measles ebola malaria dengue influenza flu infection"
)
_BLASTS: Final = lemmas("explosion blast fire blaze crash collision leak derailment wreck")
_HOSTILE: Final = lemmas(
    "bomb bomber bombing missile drone rocket shell grenade mortar gunman gunmen militant attacker attack terrorist "
    "insurgent rebel airstrike suicide arson arsonist"
)
_WORKERS: Final = lemmas(
    "driver worker teacher doctor nurse union staff miner pilot student employee labourer laborer farmer docker "
    "trucker crew day hunger labor labour general"
)
_POLICE: Final = lemmas("police officer officers detective agent prosecutor investigator fbi")
_BALLOTS: Final = lemmas("election vote referendum seat majority race primary ballot poll office presidency mandate")
_GAMES: Final = lemmas("match game cup title final medal championship league tournament set prize award")
_COURTS: Final = lemmas("trial hearing case lawsuit inquest")
_HARM: Final[frozenset[EventKind]] = frozenset(("attack", "accident", "other", "economic"))


def kind_of(syntax: Syntax, candidate: Candidate) -> EventKind:
    """The candidate's kind, corrected by the nouns of its own clause."""
    kind, lemma = candidate.kind, syntax.lemmas[candidate.token]
    near = _nouns(syntax, candidate)
    if lemma in _DISASTERS or (kind in _HARM and near & _DISASTERS):
        return "disaster"
    if kind == "deployment_movement" and candidate.verb is not None:
        subject = subject_of(syntax, candidate.verb)
        if subject is not None and syntax.lemmas[subject] in _DISASTERS:
            return "disaster"
    if kind in _HARM and near & _DISEASES:
        return "disease"
    if lemma in _BLASTS or (kind == "attack" and near & _BLASTS):
        return "attack" if _sentence(syntax, candidate) & _HOSTILE else "accident"
    if lemma == "strike" and near & _WORKERS:
        return "protest"
    if lemma in ("raid", "search") and near & _POLICE:
        return "arrest_detention"
    if lemma == "shake" and near & {"hand", "hands"}:
        return "meeting"
    if lemma in ("win", "lose") and kind == "election_vote" and not near & _BALLOTS:
        return "sport_culture" if near & _GAMES else "other"
    if kind == "launch_release" and near & _COURTS:
        return "legal_decision"
    return kind


def _nouns(syntax: Syntax, candidate: Candidate) -> frozenset[str]:
    """The lemmas of the trigger's parts, its subject and object, and what modifies them."""
    heads = {candidate.token, *candidate.parts}
    if candidate.verb is not None:
        heads |= {c for c in syntax.children[candidate.verb] if syntax.deps[c] in ("nsubj", "nsubjpass", "dobj")}
        subject = subject_of(syntax, candidate.verb)
        heads |= {subject} if subject is not None else set()
    below = {
        c for head in heads for c in syntax.children[head] if syntax.deps[c] in ("compound", "nmod", "amod", "prep")
    }
    deeper = {c for prep in below for c in syntax.children[prep] if syntax.deps[c] in ("pobj", "compound")}
    ends = {c for noun in deeper for c in syntax.children[noun] if syntax.deps[c] == "compound"}
    return frozenset(syntax.lemmas[token] for token in heads | below | deeper | ends)


def _sentence(syntax: Syntax, candidate: Candidate) -> frozenset[str]:
    sentence = syntax.sentences[syntax.sentence_of[candidate.token]]
    return frozenset(syntax.lemmas[sentence.first : sentence.last + 1])
