"""The kind that an event is shown under: the trigger's own kind, unless its subject or object says better.

"Struck", "hit" and "killed" are attacks in most news, but not when an earthquake does it; a strike by drivers is no
air strike; hands that are shaken are no disaster. Linking and merging go by the trigger alone.
"""

from __future__ import annotations

from typing import Final

from ..kinds import EventKind
from .actors import subject_of
from .nouns import KIND_OF_NOUN, WEAK_NOUNS
from .rows import lemmas
from .syntax import Syntax
from .triggers import Candidate

_DISASTERS: Final = lemmas(
    "earthquake quake tremor aftershock tsunami flood flooding floodwater cyclone hurricane typhoon storm tornado "
    "landslide mudslide avalanche eruption volcano drought wildfire bushfire heatwave blizzard monsoon rain gust "
    "tsunamis lava ash"
)
_DISEASES: Final = lemmas(
    "virus coronavirus covid disease epidemic pandemic outbreak cholera measles ebola malaria dengue influenza flu "
    "infection"
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
_CRAFT: Final = lemmas(
    "ship vessel boat ferry freighter tanker carrier barge yacht plane jet aircraft airliner helicopter train tram "
    "truck lorry car bus van vehicle motorcycle"
)
_HARMED: Final = lemmas("kill injure wound hurt")
_MISHAPS: Final = frozenset(("strike", "hit", "ram"))
_LABOUR: Final = lemmas("union walkout wage pay worker driver staff employer unionist picket bargaining stoppage")
_UNIONS: Final = lemmas("union unionist walkout picket stoppage")
_ARMS: Final = lemmas("air drone missile rocket military nuclear army bomb jet warplane artillery terrorist")
_RIVALS: Final = frozenset(("beat", "defeat", "draw", "thrash", "edge"))
_MOTIONS: Final = lemmas("fall drop rise climb slide slip plunge plummet jump dip tumble dive soar slow")
_FIGURES: Final = lemmas(
    "percent price share stock sale profit loss market rate index export import revenue demand output production "
    "inflation currency dollar euro pound yen value job unemployment growth trade cost wage number total figure"
)
_REMAINS: Final = lemmas("body corpse remains wreck wreckage recorder")
_JAILS: Final = lemmas("jail prison custody detention cell")
_ACTION_NOUNS: Final[dict[str, EventKind]] = {
    "decision": "legal_decision",
    "step": "other",
    "measure": "other",
    "action": "other",
    "oath": "appointment_change",
    "medal": "sport_culture",
    "leave": "other",
}
"""What "take" takes when it carries nothing anywhere."""
_POLICE: Final = lemmas("police officer officers detective agent prosecutor investigator fbi")
_BALLOTS: Final = lemmas("election vote referendum seat majority race primary ballot poll office presidency mandate")
_GAMES: Final = lemmas("match game cup title final medal championship league tournament set prize award")
_COURTS: Final = lemmas("trial hearing case lawsuit inquest")
_FORCES: Final = lemmas(
    "troop soldier army navy military marine force fighter rebel insurgent militant militia guerrilla jihadist warship "
    "warplane frigate destroyer submarine carrier fleet battalion brigade regiment squadron gripen jet tank missile "
    "drone weapon ammunition artillery commander general reservist conscript peacekeeper garrison base deployment "
    "exercise patrol convoy mission invasion offensive war battle fighting refugee gunman gunmen hostage coast-guard "
    "guard coastguard mercenary junta ceasefire truce front"
)
_RESCUES: Final = lemmas("evacuate rescue airlift displace evacuation rescue strand")
_CONTESTS: Final = lemmas("race marathon triathlon athlete winner league")
_CHAMBERS: Final = lemmas("senate parliament congress bill lawmaker")
_PACTS: Final = frozenset(("agreement", "deal", "settlement", "accord"))
_ILLNESSES: Final = _DISEASES | lemmas("cancer bacteria salmonella contamination infection symptom patient malaria bse")
_FIGURATIVE: Final = _ILLNESSES | lemmas("economy industry market meteorite asteroid rock earth manufacturer career")
_FINDS: Final = frozenset(("discover", "discovery", "identify"))
_FOUND_ILL: Final = _ILLNESSES | lemmas("cow case bird outbreak")
_PASSAGES: Final = lemmas("crossing border bridge road highway airport school station port tunnel shop factory plant")
_SHUTS: Final = frozenset(("close", "shut", "reopen", "open", "closure", "closing", "reopening"))
_CORRECTED: Final = frozenset(("attack", "deployment_movement", "launch_release", "economic"))
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
    return _civil(syntax, candidate, _by_companions(syntax, candidate, kind, lemma), lemma)


def _civil(syntax: Syntax, candidate: Candidate, kind: EventKind, lemma: str) -> EventKind:
    """What the word alone would show as military though nothing in its sentence is."""
    if kind not in _CORRECTED:
        return kind
    around = _sentence(syntax, candidate)
    if kind == "launch_release" and lemma in _FINDS:
        return "disease" if around & _FOUND_ILL else "other"
    if kind == "economic" and lemma == "grow" and syntax.child(candidate.token, "prt") is not None:
        return "other"
    if kind in ("attack", "deployment_movement") and lemma in _SHUTS and _nouns(syntax, candidate) & _PASSAGES:
        return "other"
    if kind == "attack" and not around & (_HOSTILE | _FORCES) and _nouns(syntax, candidate) & _FIGURATIVE:
        return "disease" if _nouns(syntax, candidate) & _ILLNESSES else "other"
    if kind != "deployment_movement" or around & (_FORCES | _HOSTILE):
        return kind
    near = _nouns(syntax, candidate)
    if lemma in _RESCUES or near & _DISASTERS:
        return "disaster"
    if lemma in ("reach", "settle") and near & _PACTS:
        return "agreement"
    if lemma == "pass" and around & _CHAMBERS:
        return "election_vote"
    return "disease" if around & _ILLNESSES else "sport_culture" if around & _CONTESTS else "other"


def _by_companions(syntax: Syntax, candidate: Candidate, kind: EventKind, lemma: str) -> EventKind:
    """What the verb's own subject and object, or the sentence around an event noun, make of the kind."""
    around = _sentence(syntax, candidate)
    if _is_walkout(syntax, candidate, around):
        return "protest"
    if candidate.verb is None:
        return kind
    subject = _lemma(syntax, syntax.child(candidate.verb, "nsubj"))
    acl = syntax.heads[candidate.verb] if syntax.deps[candidate.verb] == "acl" else None
    target = _lemma(syntax, syntax.child(candidate.verb, "dobj", "nsubjpass") or acl)
    if kind == "attack" and lemma in _HARMED and not subject and not around & _HOSTILE:
        return "disaster" if around & _DISASTERS else "accident" if around & _BLASTS else kind
    doer = _lemma(syntax, subject_of(syntax, candidate.verb))
    if (
        doer in KIND_OF_NOUN
        and doer not in WEAK_NOUNS - {"talk"}
        and (kind == "deployment_movement" or lemma == "break")
    ):
        return KIND_OF_NOUN[doer]
    if kind == "attack" and lemma in _MISHAPS and {subject, target} & _CRAFT and not around & _HOSTILE:
        return "accident"
    if lemma in ("catch", "contract") and target in _DISEASES:
        return "disease"
    if lemma in _RIVALS and not around & _HOSTILE and (around & _GAMES or _is_name(syntax, candidate.verb)):
        return "sport_culture"
    if kind == "economic" and lemma in _MOTIONS and not around & _FIGURES and "%" not in around:
        return "other"
    if kind == "disease" and target in _REMAINS:
        return "other"
    if lemma == "take" and target in _ACTION_NOUNS:
        return _ACTION_NOUNS[target]
    if lemma == "hold" and syntax.child(candidate.verb, "auxpass") is not None and around & _JAILS:
        return "arrest_detention"
    return kind


def _is_walkout(syntax: Syntax, candidate: Candidate, around: frozenset[str]) -> bool:
    """Whether the strike is one of workers: by the words of its sentence, else by what the text is about."""
    heads = (candidate.token, *candidate.parts)
    is_noun = any(syntax.lemmas[token] == "strike" and syntax.tags[token].startswith("NN") for token in heads)
    if not is_noun or around & _ARMS:
        return False
    return bool(around & _LABOUR or _UNIONS.intersection(syntax.lemmas))


def _lemma(syntax: Syntax, token: int | None) -> str:
    return syntax.lemmas[token] if token is not None else ""


def _is_name(syntax: Syntax, verb: int) -> bool:
    """Whether both sides are names: "Argentina beat France"."""
    sides = (syntax.child(verb, "nsubj"), syntax.child(verb, "dobj"))
    return all(side is not None and syntax.tags[side] in ("NNP", "NNPS") for side in sides)


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
    found = heads | below | deeper | ends
    singular = {syntax.lowers[token].removesuffix("s") for token in found}  # "Wildfires" at a start is taken for a name
    return frozenset(singular.union(syntax.lemmas[token] for token in found))


def _sentence(syntax: Syntax, candidate: Candidate) -> frozenset[str]:
    sentence = syntax.sentences[syntax.sentence_of[candidate.token]]
    return frozenset(syntax.lemmas[sentence.first : sentence.last + 1])
