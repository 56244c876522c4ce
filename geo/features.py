"""What speaks for and against reading a match as a place: named features for a linear model.

Each feature is a short word ("prev=in", "kind=country", "run=last"); the weights are shipped data. The
features of the whole text's use of a name (its memory) join those of the single mention.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from .cues import (
    ADMIN_HEADS,
    BRANDS,
    CIVIL_TITLES,
    DIRECTIONS,
    FACILITY_HEADS,
    INSIDE,
    NATURE_HEADS,
    ORGANISATION_HEADS,
    OTHER_PREPOSITIONS,
    SPEECH_VERBS,
    STATE_VERBS,
    TITLES,
    TOWARDS,
)
from .model import Candidate
from .spans import Match
from .words import NAME_TAGS, Words

_LITERAL = (
    INSIDE
    | TOWARDS
    | OTHER_PREPOSITIONS
    | frozenset(
        [
            ",",
            "(",
            ")",
            ".",
            ":",
            ";",
            "-",
            "–",
            "—",
            "--",
            "/",
            "'",
            '"',
            "“",
            "”",
            "’s",
            "'s",
            "the",
            "a",
            "and",
            "or",
        ]
    )
)
_PARTIES = frozenset({"r", "d", "dfl", "gop", "ind"})
"""Before the hyphen of "R-Marshall", a legislator's party and seat."""
_PEOPLE = frozenset(
    """
    man woman men women boy girl teen teenager resident residents native couple family families police officials
    officer officers firefighters authorities students teacher teachers voters lawmakers residents area home school
    schools neighborhood community court jury council mayor lawyer attorney businessman driver doctor doctors farmer
    """.split()
)
"""What a town's name stands before: "a Winona man", "Hartford police"."""
_KIN = frozenset(
    """
    lawyer lawyers attorney wife husband mother father son daughter brother sister girlfriend boyfriend trial family
    parents career death arrest appointment campaign book novel memoir widow fiancee underwear body sentence bond
    """.split()
)
"""What a person has: "Fairfield's lawyers", "Taylor's wife"."""
_ACTS = frozenset(
    """
    flee plead testify grab shoot drive walk sleep eat drink retire resign lead throw run jump hide graduate study
    visit arrest sentence convict release fire hire accuse book indict acquit injure hospitalize wear sing speak
    """.split()
)
"""What persons do, or what is done to them."""
_METROPOLIS = 400_000
"""People. Hardly anybody and no company bears the name of so large a city."""
_BIG = frozenset({"country", "continent", "territory"})


@dataclass(frozen=True, slots=True)
class Memory:
    """How one text uses names, in lower case: what persons are called, what stands behind "in", who speaks, what opens
    a report."""

    persons: frozenset[str]
    located: dict[str, int]
    speakers: frozenset[str]
    counts: dict[str, int]
    datelines: frozenset[str]
    looks: dict[str, tuple[float, float, float]]
    """The probe's mean probabilities of place, person and organisation over all uses of a name."""


def mention_features(
    words: Words,
    match: Match,
    candidates: Sequence[Candidate],
    memory: Memory,
    given: frozenset[str],
    *,
    contained: str,
    look: tuple[float, float, float],
    common: frozenset[str],
    peer: str,
) -> list[str]:
    """The names of the features that hold for one match.

    `contained` is "yes" for "Salinas" in "Salinas, Ecuador", "holds" for "Ecuador" there, else ""; `look` is the
    probe's probability of place, person and organisation here; `common` holds common English words; `peer` is the
    sort of the names beside it in a list.
    """
    before = word_class(words, match.first - 1, words.sentence[match.first], given)
    after = word_class(words, match.last, words.sentence[match.first], given)
    place = _in_run(words, match)
    kind = kind_of(candidates, match)
    name = _name_features(words, match, candidates, kind, given)
    features = ["bias", f"prev={before}", f"next={after}", f"run={place}", f"prev={before}&next={after}"]
    features += [f"prev={before}&run={place}", f"next={after}&run={place}", f"kind={kind}&run={place}"]
    features += [f"kind={kind}&prev={before}", f"kind={kind}&next={after}"]
    features += name
    features += [
        f"contained={contained}",
        f"peer={peer}",
        f"dep={words.dep[match.last - 1]}",
        f"dep={words.dep[match.last - 1]}&kind={kind}",
    ]
    features += _head_features(words, match)
    features += _neighbour_features(words, match, kind, given)
    features += _memory_features(words, match, memory, kind)
    features += _look_features("here", look, kind)
    features += _look_features("text", memory.looks[words.surface(match.first, match.last).lower()], kind)
    if match.last - match.first == 1 and words.lower[match.first] in common:
        features += ["common", f"common&shape={shape_of(words, match)}", f"common&run={place}"]
    return features


DASHES = frozenset({"-", "–", "—", "--", "―"})


def is_opening(words: Words, match: Match) -> bool:
    """Whether a name in capitals stands before a dash, as at the head of an agency's report: "MACHALA, Ecuador -"."""
    last, text = match.last, words.text[match.first]
    if not (len(text) > 2 and text.isupper()) or match.first != match.run.first:
        return False
    end = min(len(words) - 1, last + 11)
    while last < end and words.text[last] not in DASHES:
        if (
            words.text[last] not in _HEADLINE_SIGNS
            and not words.text[last][:1].isupper()
            and not words.text[last].isdecimal()
        ):
            return False
        last += 1
    spaced = words.end[last - 1] < words.start[last] if last < len(words) else False
    return spaced and last <= end and words.text[last] in DASHES


_HEADLINE_SIGNS = frozenset({",", "(", ")", "."})


def _look_features(where: str, look: tuple[float, float, float], kind: str) -> list[str]:
    """The probe's view in steps of log odds."""
    place, person, organisation = look
    steps = (_step(place), _step(person), _step(organisation))
    return [
        f"{where}:place={steps[0]}",
        f"{where}:person={steps[1]}",
        f"{where}:organisation={steps[2]}",
        f"{where}:place={steps[0] // 2}&kind={kind}",
        f"{where}:person={steps[1] // 2}&kind={kind}",
    ]


def _step(probability: float) -> int:
    """Log odds in steps of 0.7, from -6 to 6."""
    odds = (probability + 1e-4) / (1 - probability + 1e-4)
    return max(-6, min(6, round(math.log(odds) / 0.7)))


def shape_of(words: Words, match: Match) -> str:
    """How the first word is written: in capitals, short capitals (an abbreviation) or as a title."""
    text = words.text[match.first]
    return "caps" if text.isupper() and len(text) > 3 else "short" if text.isupper() else "title"


def word_class(words: Words, at: int, sentence: int, given: frozenset[str]) -> str:
    """A coarse class of the word beside a match: the word itself for signs and prepositions, else its sort."""
    if at < 0 or at >= len(words) or words.sentence[at] != sentence:
        return "edge"
    low = words.lower[at]
    if low in _LITERAL:
        return "party" if low == "-" and at and words.lower[at - 1] in _PARTIES else low
    bare = low.rstrip(".")
    tag = words.tag[at]
    if words.text[at][:1].isupper():
        return _capital_class(bare, tag, given)
    if bare in DIRECTIONS:
        return "direction"
    if bare in ADMIN_HEADS:
        return "admin"
    if bare in TITLES:
        return "title"
    if bare in _PEOPLE:
        return "people"
    if bare in _KIN:
        return "kin"
    if tag[:2] == "VB":
        lemma = words.lemma[at]
        return "speech" if lemma in SPEECH_VERBS else "act" if lemma in _ACTS else "verb"
    return tag or "none"


def _capital_class(low: str, tag: str, given: frozenset[str]) -> str:
    for label, listed in _CAPITALS:
        if low in listed:
            return label
    if low in given:
        return "Given"
    return "Name" if tag in NAME_TAGS else "Other"


_CAPITALS = (
    ("Civil", CIVIL_TITLES),
    ("Admin", ADMIN_HEADS),
    ("Facility", FACILITY_HEADS),
    ("Organisation", ORGANISATION_HEADS),
    ("Nature", NATURE_HEADS),
    ("Direction", DIRECTIONS),
    ("Title", TITLES),
)


def _in_run(words: Words, match: Match) -> str:
    """Where the match stands in its run of name words."""
    first, last = match.first == match.run.first, match.last == match.run.last
    if first and last:
        return "whole"
    return "first" if first else "last" if last else "inner"


def kind_of(candidates: Sequence[Candidate], match: Match) -> str:
    """The most telling kind among the candidates; the form for a match that has none."""
    if not candidates:
        return match.form
    best = candidates[0]
    if best.place.kind in _BIG:
        return "country"
    if best.place.kind == "admin":
        return "admin1" if best.place.feature == "ADM1" else "admin"
    if best.place.kind == "city" and best.place.population > _METROPOLIS:
        return "capital" if best.place.feature == "PPLC" else "metropolis"
    return best.place.kind


def _name_features(
    words: Words, match: Match, candidates: Sequence[Candidate], kind: str, given: frozenset[str]
) -> list[str]:
    size = min(match.last - match.first, 3)
    shape = shape_of(words, match)
    best = candidates[0] if candidates else None
    people = max((candidate.place.population for candidate in candidates[:4]), default=0)
    found = [f"kind={kind}", f"size={size}", f"shape={shape}", f"tag={words.tag[match.last - 1]}"]
    found += [
        f"kind={kind}&size={size}",
        f"people={len(str(people)) if people else 0}",
        f"people={len(str(people))}&size={size}",
    ]
    found.append(f"many={min(len(candidates), 12) // 2}")
    if best:
        found += [f"match={best.match}", f"match={best.match}&shape={shape}", f"prior={round(best.score * 8)}"]
    if words.lower[match.first] in BRANDS:
        found += ["brand", f"brand&size={size}", f"brand&prev={words.lower[match.first - 1] if match.first else ''}"]
    if best and best.match in ("alternate", "partial"):
        found += [f"other name&kind={kind}", f"other name&people={len(str(best.place.population))}"]
    if size == 1 and words.lower[match.first] in given:
        found += ["given", f"given&people={len(str(people))}"]
    return found


def _head_features(words: Words, match: Match) -> list[str]:
    """What the match depends on: the verb it is the subject of, the noun before its "of"."""
    last = match.last - 1
    head = words.head[last]
    if words.dep[last] == "nsubj":
        lemma = words.lemma[head]
        if lemma in SPEECH_VERBS:
            return ["subject=speech", "subject=both"] if lemma in STATE_VERBS else ["subject=speech"]
        return ["subject=state"] if lemma in STATE_VERBS else ["subject=other"]
    if words.dep[last] == "pobj" and words.lower[head] == "of" and words.head[head] != head:
        noun = words.lower[words.head[head]]
        for label, listed in (("admin", ADMIN_HEADS), ("organisation", ORGANISATION_HEADS), ("title", TITLES)):
            if noun in listed:
                return [f"of={label}"]
        return ["of=other"]
    return []


def _neighbour_features(words: Words, match: Match, kind: str, given: frozenset[str]) -> list[str]:
    """The second word on either side, and the run's own last and first words."""
    sentence = words.sentence[match.first]
    found = [
        f"prev2={word_class(words, match.first - 2, sentence, given)}",
        f"next2={word_class(words, match.last + 1, sentence, given)}",
    ]
    if words.lower[match.first - 1 : match.first] == ["the"]:
        found.append(f"{found[0]}&kind={kind}&the")
    if match.last < match.run.last:
        found.append(f"tail={word_class(words, match.run.last - 1, sentence, given)}")
    if size_of_run(match) == 2 and match.last - match.first == 1:
        found.append(f"pair={before_and_after(words, match)}")
    if match.first > match.run.first:
        found.append(f"lead={word_class(words, match.run.first, sentence, given)}")
    return found


def size_of_run(match: Match) -> int:
    """How many tokens the run of a match has."""
    return match.run.last - match.run.first


def before_and_after(words: Words, match: Match) -> str:
    """The tag of the other word in a run of two, and on which side it stands."""
    other = match.run.first if match.first > match.run.first else match.last
    return f"{words.tag[other]}:{'left' if other < match.first else 'right'}"


def _memory_features(words: Words, match: Match, memory: Memory, kind: str) -> list[str]:
    name = words.surface(match.first, match.last).lower()
    found = []
    behind_in, uses = memory.located.get(name, 0), memory.counts.get(name, 1)
    place = "never" if not behind_in else "seldom" if behind_in * 5 < uses else "often"
    if name in memory.persons:
        found += ["person", f"person&kind={kind}", f"person&located={place}"]
    if name in memory.speakers:
        found += ["speaker", f"speaker&kind={kind}"]
    if behind_in:
        found += [f"located={place}", f"located={place}&run={_in_run(words, match)}"]
    if is_opening(words, match):
        found.append("dateline")
    if name in memory.datelines:
        found.append("dateline text")
    if memory.counts.get(name, 0) > 1:
        found.append("repeated")
    return found
