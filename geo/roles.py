"""The role of a place name in its sentence: a literal place, or one that only stands in a name or for a government."""

from __future__ import annotations

from collections.abc import Sequence

from .cues import ADMIN_HEADS, ORGANISATION_HEADS, SPEECH_VERBS, STATE_VERBS
from .model import Candidate, Role
from .spans import Match
from .words import Words

_DASHES = frozenset({"-", "–", "—", "--", "―"})
_GOVERNING = frozenset(
    """
    push decision effort efforts insistence refusal demand demands offer policy stance position view move plan
    plans ambition ambitions claim claims ally allies rival rivals ties relations response warning government
    sanctions support interests strategy campaign war pledge aim goal hope concern concerns ambassador envoy
    """.split()
)
"""What a capital has when it stands for its government: "Washington's broader push"."""
_OFFICIALS = frozenset("authorities officials government leaders diplomats ministers policymakers".split())
"""Who speaks for a country from its capital: "Authorities in Quito insisted"."""
_RULING = frozenset(
    "control govern rule claim dispute extend ratify conclude ink finalise finalize sever order".split()
)
"""What only the government in a capital does: "Ankara has controlled the straits since 1936"."""

_DATELINE_TOKENS = 12


def role_of(words: Words, match: Match, candidates: Sequence[Candidate]) -> Role:
    """The role of one match that was found to be a place."""
    if is_nested(words, match):
        return "nested"
    if _is_dateline(words, match):
        return "dateline"
    if candidates and _seat(candidates) and _acts(words, match):
        return "metonym"
    return "literal"


def is_nested(words: Words, match: Match) -> bool:
    """Whether the match is part of an organisation's name: "University of Texas", "Austin Police Department"."""
    if match.form != "known":
        return False
    if match.last < match.run.last:
        return any(words.lower[at].rstrip(".") in ORGANISATION_HEADS for at in range(match.last, match.run.last))
    lead = range(match.run.first, match.first)
    return (
        len(lead) > 0
        and words.lower[match.first - 1] in {"of", "for"}
        and any(words.lower[at] in ORGANISATION_HEADS and words.lower[at] not in ADMIN_HEADS for at in lead)
    )


def _is_dateline(words: Words, match: Match) -> bool:
    """Whether the match opens a paragraph and a dash follows soon: "MACHALA, Ecuador, March 19 -"."""
    line = words.source.rfind("\n", 0, words.start[match.first]) + 1
    if words.start[match.first] - line > 60:
        return False
    opens = next((at for at in range(match.first, -1, -1) if at == 0 or words.start[at - 1] < line), match.first)
    if match.first - opens > 6 or not words.text[opens][:1].isupper():
        return False
    for at in range(match.last, min(len(words), opens + _DATELINE_TOKENS)):
        if words.text[at] in _DASHES:
            return at > 0 and words.end[at - 1] < words.start[at]
        if words.tag[at][:2] in ("VB", "MD"):
            return False
    return False


def _seat(candidates: Sequence[Candidate]) -> bool:
    """Whether the name may stand for a government: capitals and seats, not countries (what they do happens there)."""
    place = candidates[0].place
    return any(c.place.feature == "PPLC" for c in candidates[:3]) or place.kind == "landmark"


def _acts(words: Words, match: Match) -> bool:
    """Whether the name is the subject of what governments do, or owns what they have."""
    last = match.last - 1
    head = words.head[last]
    if words.dep[last] == "pobj" and words.lower[head] == "in" and words.lower[words.head[head]] in _OFFICIALS:
        last, head = words.head[head], words.head[words.head[head]]
    if words.dep[last] == "nsubj":
        return words.lemma[head] in STATE_VERBS | SPEECH_VERBS | _RULING
    return words.dep[last] == "poss" and words.lower[head] in _GOVERNING
