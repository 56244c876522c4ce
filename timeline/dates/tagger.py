"""The steps from a parsed text to its time expressions, in their one order."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from ..model import Published, Relation, Span, Timex, When
from .english import ABBREVIATIONS
from .calendar import civil
from .find import Find, english, find
from .clocks import with_clocks
from .guards import GUARDS, Place
from .leaning import Leaning, leaning
from .lexer import lex
from .numerals import Lexed
from .ranges import joined_ranges
from .reading import Reading
from .resolve import RESOLVERS, resolve, shift_of
from .story import Story, is_narrative
from .tense import Tenses

if TYPE_CHECKING:
    from spacy.tokens import Doc

_RELATIONS: dict[str, Relation] = {
    "until": "until",
    "till": "until",
    "since": "since",
    "by": "by",
    "before": "before",
    "after": "after",
    "during": "during",
    "throughout": "during",
    "from": "from",
}


def find_dates(doc: Doc, published: Published) -> tuple[Timex, ...]:
    """The time expressions of a parsed text, in order of place; their spans never overlap."""
    day = published.latest if published.latest is not None else published.earliest
    grammar = english()
    lexed = lex(doc.text, grammar.lexicon)
    tenses = Tenses(doc)
    narrative = is_narrative(lexed, grammar.lexicon, day)

    def accept(one: Find) -> bool:
        return not one.guard or GUARDS[one.guard](Place(lexed, one, tenses, narrative))

    finds = find(lexed, grammar, accept)
    kept = [_trimmed(lexed, one) for one in finds if one.kind in RESOLVERS]
    kept = with_clocks(lexed, [one for one in kept if not _is_own_dateline(lexed, one, published)])
    kept, leans = _lean(kept, tenses, lexed)
    story = Story(lexed.text, kept, day, narrative=narrative)
    out = []
    told_to = 0
    for one in kept:
        if "\n" in lexed.text[told_to : one.start]:
            story.new_paragraph()
        tense = tenses.at(one.start)
        setting = story.setting(one, tense)
        made = resolve(one, setting)
        if made is None:
            continue
        story.told(one, made, tense, lexed.words[one.first - 1] if one.first else "")
        told_to = one.end
        timex = _timex(lexed, one, made, day)
        lean = leans.get(one.start)
        if lean is not None:
            timex = _leaning_timex(lexed, one, timex, lean, shift_of(one.parts, setting), narrative=narrative)
        out.append(timex)
    return tuple(joined_ranges(lexed.text, out))


def _leaning_timex(lexed: Lexed, one: Find, timex: Timex, lean: Leaning, shift: str, *, narrative: bool) -> Timex:
    """The expression with its anchor; in news an exact amount ("two days" before the visit) is a DURATION of TIMEX3."""
    side: Literal[-1, 0, 1] = 1 if one.parts["side"] in ("after", "following") else -1
    timex = replace(timex, anchor=lean.head, direction=side, shift=shift)
    if narrative or "X" in shift or one.rule != "units from an anchor":
        return timex
    last = next(index for index in range(one.last - 1, one.first, -1) if lexed.words[index] in _SIDES) - 1
    span = Span(one.start, lexed.ends[last])
    return replace(timex, type="DURATION", value=shift, mod=None, span=span, text=lexed.text[span.start : span.end])


_SIDES = frozenset({"before", "after", "following", "preceding", "prior"})
_OPENING_CHARS = 400
"""How far down a page's own date may stand."""


def _is_own_dateline(lexed: Lexed, one: Find, published: Published) -> bool:
    """Whether a line at the top holds the publication date and nothing else: it dates the page, not an event."""
    text = lexed.text
    if one.kind not in ("date", "iso", "slashed") or one.start > _OPENING_CHARS or published.day is None:
        return False
    line_start = text.rfind("\n", 0, one.start) + 1
    line_end = text.find("\n", one.end)
    line = text[line_start : line_end if line_end >= 0 else len(text)]
    if line.strip() != text[one.start : one.end] or line_end < 0 or line_start == 0:
        return False
    numbers = (one.parts.get("y"), one.parts.get("m"), one.parts.get("d"))
    return numbers == civil(published.day)


def _lean(finds: list[Find], tenses: Tenses, lexed: Lexed) -> tuple[list[Find], dict[int, Leaning]]:
    """Stretch anchored finds over their anchors; those that lean on nothing count from the running date."""
    out: list[Find] = []
    leans: dict[int, Leaning] = {}
    covered = -1
    for index, one in enumerate(finds):
        if one.start < covered:
            continue
        if one.kind == "anchored":
            lean = leaning(one, tenses)
            following = finds[index + 1] if index + 1 < len(finds) else None
            if lean is None or (following and following.start <= lean.head.start < following.end):
                one = _unanchored(one, lexed)
            else:
                leans[one.start] = lean
                one = replace(one, end=lean.end)
                covered = lean.end
        out.append(one)
    return out, leans


def _unanchored(one: Find, lexed: Lexed) -> Find:
    """ "days after" with nothing behind it: counted from the running date; before a date a plain duration."""
    if "n" in one.parts and "few" not in one.parts:
        back = {} if one.parts["side"] in ("after", "following") else {"back": 1}
        return replace(one, kind="later", parts={**one.parts, **back})
    last = one.last - 1
    return replace(one, kind="duration", last=last, end=lexed.ends[last - 1], parts={**one.parts, "few": "X"})


def _trimmed(lexed: Lexed, one: Find) -> Find:
    """The find without a full stop or comma at its end, unless it closes an abbreviation."""
    last = one.last - 1
    if lexed.words[last] in (",", "-") or (lexed.words[last] == "." and lexed.words[last - 1] not in ABBREVIATIONS):
        return replace(one, last=last, end=lexed.ends[last - 1])
    return one


def _timex(lexed: Lexed, one: Find, made: Reading, day: int | None) -> Timex:
    relation = _RELATIONS.get(lexed.words[one.first - 1], "on") if one.first else "on"
    return Timex(
        Span(one.start, one.end),
        lexed.text[one.start : one.end],
        made.type,
        _unknown(made.value) if day is None and made.basis == "relative" else made.value,
        made.mod,
        _when(made, relation, day, one.rule),
        relation,
        one.rule,
    )


def _unknown(value: str) -> str:
    """A relative value of a text whose publication day is not known: its form without its numbers."""
    if not value[:4].isdigit():
        return value
    return "XXXX" + "".join("X" if sign.isdigit() else sign for sign in value[4:])


def _when(made: Reading, relation: Relation, day: int | None, rule: str) -> When | None:
    if made.days is None or (day is None and made.basis == "relative"):
        return None
    first, last = made.days
    ranges = {
        "until": (None, last, first, last),
        "by": (None, last, first, last),
        "before": (None, first, None, first),
        "since": (first, last, day, None),
        "after": (last, None, last, None),
    }
    bounds = ranges.get(relation, (first, last, first, last))
    return When(
        *bounds,
        precision=made.precision,
        relation=relation,
        basis=made.basis,
        approximate=made.mod == "APPROX",
        clock=made.clock,
        rule=rule,
        alternatives=made.alternatives,
    )
