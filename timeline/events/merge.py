"""Tellings of one happening become one event: a headline and its lede, a verb and the noun that points back."""

from __future__ import annotations

from ..model import When
from .actors import subject_of
from .coref import OTHERS, is_pointing, pointed_at, same_stem
from .mention import Mention
from .nouns import KIND_OF_NOUN
from .rows import lemmas
from .syntax import NOUN_TAGS, Syntax
from .triggers import Candidate
from .verbs import LIGHT, REPORTING
from .where import contains

_HARM = lemmas(
    "kill injure wound die hurt displace maim perish drown strand trap destroy damage burn evacuate crush ravage "
    "devastate flood inundate batter wreck"
)
_VIOLENT = frozenset(("attack", "accident", "disaster", "disease"))
_JOINED = frozenset(("advcl", "pcomp", "xcomp", "conj", "dep", "prep", "pobj", "ccomp"))
_CAUSES = frozenset(("cause", "trigger", "spark", "unleash", "generate", "produce"))
_OCCASIONS = lemmas("speech address interview statement event ceremony report testimony broadcast")
_AROUND = frozenset(("after", "before", "following", "since", "until"))
_GESTURES = lemmas("shake pose smile wave hug embrace greet stand sit walk look")
_REACH = 80
"""How many tellings back the same happening is looked for."""
_UNREAL = frozenset(("hypothetical", "negated"))


def grouped(syntax: Syntax, mentions: list[Mention]) -> list[list[Mention]]:
    """Groups of tellings, each led by its best telling, in order of the text."""
    found = [mention.candidate for mention in mentions]
    group_of: dict[int, list[Mention]] = {}
    groups: list[list[Mention]] = []
    heads: list[Mention] = []
    for number, mention in enumerate(mentions):
        if _role(syntax, mention) == "headline":
            heads.append(mention)
            continue
        target = _target(syntax, mentions, found, number, group_of)
        if target is None:
            groups.append([mention])
            group_of[number] = groups[-1]
        else:
            group_of[number] = group_of[target]
            _add(group_of[target], mention, syntax)
    for group in groups:
        _lead_with_the_fullest(group, syntax)
    for mention in heads:
        _place_headline(syntax, mention, groups)
    return groups


def _lead_with_the_fullest(group: list[Mention], syntax: Syntax) -> None:
    """Of several tellings the one that says most of time and place leads; of equal ones, the first.

    A gesture never leads: who "shakes hands as she tours the base" is on a visit.
    """
    best = max(range(len(group)), key=lambda number: (_fullness(group[number], syntax), -number))
    group.insert(0, group.pop(best))


def _fullness(mention: Mention, syntax: Syntax) -> int:
    when = mention.dated.when
    stated = mention.dated.span is not None and when is not None and when.basis != "anchored"
    gesture = syntax.lemmas[mention.candidate.token] in _GESTURES
    return stated + (mention.placed.span is not None) - 2 * gesture


def _add(group: list[Mention], mention: Mention, syntax: Syntax) -> None:
    """Add a telling; in a caption the one with a place of its own leads."""
    lead = group[0]
    if _role(syntax, mention) == "caption" and lead.placed.span is None and mention.placed.span is not None:
        group.insert(0, mention)
    else:
        group.append(mention)


def _target(
    syntax: Syntax, mentions: list[Mention], found: list[Candidate], number: int, group_of: dict[int, list[Mention]]
) -> int | None:
    """The number of an earlier telling of the same happening."""
    mention = mentions[number]
    if mention.status in _UNREAL:
        return None
    above = mention.above
    looks_back = _looks_back(syntax, mention)
    if above is not None and above in group_of and not looks_back and _belongs(syntax, mentions[above], mention):
        return above
    for other in range(max(0, number - 3), number):
        if other in group_of and _acts_in(syntax, mentions[other], mention, governs=mentions[other].above == number):
            return other
    noun = _pointing_noun(syntax, mention)
    if noun is not None:
        target = pointed_at(syntax, found, noun, number)
        if target in group_of and _agree(mentions[target], mention, loosely=True):
            return target
    for other in range(number - 1, max(-1, number - _REACH), -1):
        if other in group_of and _told_again(syntax, mentions[other], mention):
            return other
    return None


def _same_days(one: When | None, two: When | None) -> bool:
    return one is not None and two is not None and (one.earliest, one.latest) == (two.earliest, two.latest)


def _is_setting(syntax: Syntax, noun: int, governor: Mention) -> bool:
    """Whether an event noun is where another thing happened: "killed nine at a rally", "said in a speech"."""
    if syntax.deps[noun] != "pobj":
        return False
    word = syntax.lowers[syntax.heads[noun]]
    spoken = word in ("in", "during", "at") and syntax.lemmas[noun] in _OCCASIONS
    return spoken or (word in ("at", "during") and governor.kind != "statement")


def _looks_back(syntax: Syntax, mention: Mention) -> bool:
    """Whether an event noun only says what went before the clause around it: "evacuated after the battle"."""
    noun = mention.candidate.token
    return mention.candidate.verb is None and syntax.lowers[syntax.heads[noun]] in _AROUND


def _acts_in(syntax: Syntax, subject: Mention, mention: Mention, *, governs: bool) -> bool:
    """Whether an event noun is the subject of a verb that only tells what it did: "the blast tore a hole"."""
    noun = subject.candidate.token
    if not subject.candidate.nominal or syntax.deps[noun] not in ("nsubj", "nsubjpass"):
        return False
    if not governs and (mention.candidate.verb is None or subject_of(syntax, mention.candidate.verb) != noun):
        return False
    if mention.dated.span is not None or mention.placed.span is not None:
        return False
    return is_pointing(syntax, noun) or syntax.lemmas[mention.candidate.token] in _HARM


def _role(syntax: Syntax, mention: Mention) -> str:
    return syntax.sentences[mention.sentence].role


def _belongs(syntax: Syntax, governor: Mention, mention: Mention) -> bool:
    """Whether a clause and the one that governs it tell of one happening."""
    token = mention.candidate.verb if mention.candidate.verb is not None else mention.candidate.token
    dep = syntax.deps[token]
    if governor.sentence != mention.sentence or governor.status in _UNREAL:
        return False
    if _role(syntax, mention) == "caption" and dep == "advcl":
        return True
    lent = governor.dated.when is not None and governor.dated.when.basis == "implied"
    own_date = mention.dated.span is not None and (lent or mention.dated.span != governor.dated.span)
    if own_date and _same_days(mention.dated.when, governor.dated.when) and syntax.lemmas[token] in LIGHT:
        own_date = False  # "a battle that began at 7 p.m. ... on Saturday"
    if own_date and governor.dated.span is not None:
        return False
    if governor.candidate.nominal and dep in ("relcl", "acl") and not own_date:
        return True
    if mention.candidate.verb is None and not own_date and _is_setting(syntax, token, governor):
        return True
    if not (_is_violent(syntax, mention) and _is_violent(syntax, governor)):
        return False
    if dep not in _JOINED and not (dep == "relcl" and syntax.lemmas[governor.candidate.token] in _CAUSES):
        return False
    if dep == "conj" and (own_date or mention.placed.span is not None):
        return False
    harm = syntax.lemmas[governor.candidate.token] in _HARM or syntax.lemmas[mention.candidate.token] in _HARM
    both_placed = governor.placed.span is not None and mention.placed.span is not None
    return harm and not both_placed


def _only_tells(syntax: Syntax, mention: Mention) -> bool:
    """Whether the verb adds no happening of its own to its subject: "the attack came on Monday", "killed three"."""
    return syntax.lemmas[mention.candidate.token] in _HARM | LIGHT | REPORTING


def _is_violent(syntax: Syntax, mention: Mention) -> bool:
    words = [syntax.lemmas[part] for part in mention.candidate.parts]
    return mention.kind in _VIOLENT or any(word in _HARM or KIND_OF_NOUN.get(word) in _VIOLENT for word in words)


def _pointing_noun(syntax: Syntax, mention: Mention) -> int | None:
    """The definite event noun that the telling is, or that acts in it without a place or date of its own."""
    candidate = mention.candidate
    if candidate.nominal:
        return candidate.token if is_pointing(syntax, candidate.token) else None
    head = syntax.heads[candidate.token]
    if syntax.deps[candidate.token] == "relcl" and syntax.lemmas[head] in KIND_OF_NOUN and is_pointing(syntax, head):
        return head if mention.dated.span is None else None
    if mention.placed.span is not None or not _only_tells(syntax, mention):
        return None
    for part in candidate.parts:
        inside = syntax.deps[part] == "pobj" and syntax.lemmas[candidate.token] in _HARM
        if (
            (inside or syntax.deps[part] in ("nsubj", "nsubjpass"))
            and syntax.lemmas[part] in KIND_OF_NOUN
            and is_pointing(syntax, part)
        ):
            return part
    return None


def _agree(one: Mention, two: Mention, *, loosely: bool) -> bool:
    """Whether the times and places of two tellings can be those of one happening."""
    if one.status in _UNREAL or (one.status == "planned") != (two.status == "planned"):
        return False
    stated = two.dated.span is not None
    if (stated or not loosely) and not overlap(one.dated.when, two.dated.when):
        return False
    first, second = one.placed.place, two.placed.place
    if one.placed.span is None or two.placed.span is None or first is None or second is None:
        return True
    return first.id == second.id or contains(first, second) or contains(second, first)


def overlap(one: When | None, two: When | None) -> bool:
    """Whether two intervals share a day; an unknown one shares all."""
    if one is None or two is None:
        return True
    low = max((x for x in (one.earliest, two.earliest) if x is not None), default=None)
    high = min((x for x in (one.latest, two.latest) if x is not None), default=None)
    return low is None or high is None or low <= high


def _told_again(syntax: Syntax, one: Mention, two: Mention) -> bool:
    """Whether the same verb or noun tells of the same people again."""
    first, second = syntax.lemmas[one.candidate.token], syntax.lemmas[two.candidate.token]
    if one.kind != two.kind or one.kind == "statement":
        return False
    same_vote = one.kind == "election_vote" and two.sentence - one.sentence <= 3
    if not same_stem(first, second) and not same_vote:
        return False
    if _is_one_more(syntax, two.candidate) or _counts(syntax, one) & _counts(syntax, two) != _counts(syntax, two):
        return False
    if not _agree(one, two, loosely=False):
        return False
    fuller = two.dated.span is not None and two.placed.span is not None
    if same_vote or (first == second and not fuller and _same_patient(syntax, one.candidate, two.candidate)):
        return True
    if one.dated.span is not None and two.dated.span is not None and one.placed.span is not None:
        return two.placed.span is not None or bool(set(one.actors) & set(two.actors))
    return bool(set(one.actors) & set(two.actors)) or not (two.actors or fuller)


def _is_one_more(syntax: Syntax, candidate: Candidate) -> bool:
    """Whether an event noun is marked as another one: "a second blast killed twelve"."""
    return any(
        syntax.lowers[child] in OTHERS
        for part in candidate.parts
        if syntax.tags[part] in NOUN_TAGS
        for child in syntax.children[part]
        if syntax.deps[child] in ("amod", "det")
    )


def _counts(syntax: Syntax, mention: Mention) -> frozenset[str]:
    """The numbers of those acted upon: fourteen killed here and twelve there are two attacks."""
    if mention.candidate.verb is None:
        return frozenset()
    nouns = [c for c in syntax.children[mention.candidate.verb] if syntax.deps[c] in ("dobj", "nsubjpass")]
    numbers = [c for noun in nouns for c in (noun, *syntax.children[noun]) if syntax.tags[c] == "CD"]
    return frozenset(syntax.lowers[number] for number in numbers)


def _same_patient(syntax: Syntax, one: Candidate, two: Candidate) -> bool:
    """Whether the same thing is acted upon: "closed its salad bars", "the bars have been closed"."""
    first, second = _patient(syntax, one), _patient(syntax, two)
    return first is not None and second is not None and syntax.lemmas[first] == syntax.lemmas[second]


def _patient(syntax: Syntax, candidate: Candidate) -> int | None:
    if candidate.verb is None:
        return None
    noun = syntax.child(candidate.verb, "nsubjpass", "dobj")
    return noun if noun is not None and syntax.tags[noun] in NOUN_TAGS else None


def _place_headline(syntax: Syntax, mention: Mention, groups: list[list[Mention]]) -> None:
    """A headline tells of what the text opens with; it stands alone only if nothing below tells of it."""
    best = max(groups, key=lambda group: _likeness(syntax, mention, group[0]), default=None)
    if best is not None and _likeness(syntax, mention, best[0]) >= 2:
        best.append(mention)
    else:
        groups.insert(0, [mention])


def _likeness(syntax: Syntax, one: Mention, two: Mention) -> int:
    score = 0
    if same_stem(syntax.lemmas[one.candidate.token], syntax.lemmas[two.candidate.token]):
        score += 2
    if one.kind == two.kind and one.kind != "other":
        score += 1
    if one.placed.place is not None and two.placed.place is not None and one.placed.place.id == two.placed.place.id:
        score += 1
    if set(one.actors) & set(two.actors):
        score += 1
    if two.sentence <= 3:
        score += 1
    return score
