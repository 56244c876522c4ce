"""The steps from a parsed text to its time expressions, in their one order.

    lex . find (rows, each asked by its guard) . refine finds . resolve in the order of the story . refine expressions

Nothing here reads a clock: the publication date is an argument, and an unsure one widens what counts from it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

from ..model import Published, Span, Timex
from .amounts import shift_of
from .doubt import PROBES, doubted
from .english_language import ENGLISH
from .find import Find, find, grammar_of
from .guards import Place
from .hemisphere import Hemispheres
from .lexer import lex
from .numerals import Lexed
from .ranges import joined_ranges
from .reading import Reading, of_day
from .refine import REFINERS, Text
from .resolve import resolve
from .story import Story, is_narrative
from .tense import Tenses
from .vocabulary import Joints, Language
from .whens import timex_of

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from geo.model import Toponym

Trace: TypeAlias = Callable[[str], None]


def find_dates(
    doc: Doc,
    published: Published,
    *,
    toponyms: Sequence[Toponym] = (),
    language: Language = ENGLISH,
    trace: Trace | None = None,
) -> tuple[Timex, ...]:
    """The time expressions of a parsed text, in order of place; their spans never overlap.

    Values are TIMEX3 (TimeML 1.2.1) as in TempEval-3. `when` is None for what names no time of its own, and
    for what counts from an unknown publication date. `toponyms` are the resolved places of the text: seasons go by
    their half of the globe. `language` is what the text is written in. `trace` is told each step that made or dropped
    a find.
    """
    grammar = grammar_of(language)
    lexed = lex(doc.text, grammar.lexicon)
    tenses = Tenses(doc, language.verbs)
    early, late, known = _publication(published)
    narrative = is_narrative(lexed, grammar.lexicon, late if known else None)

    def accept(one: Find) -> bool:
        agreed = not one.guard or language.guards[one.guard](Place(lexed, one, tenses, narrative))
        if trace is not None:
            trace(f"{'made' if agreed else 'refused'} {_quoted(lexed, one)} by {one.rule!r} {dict(one.parts)}")
        return agreed

    finds = find(lexed, grammar, accept)
    for refiner in REFINERS:
        refined = refiner(Text(lexed, tenses, published, language), finds)
        if trace is not None and refined != finds:
            trace(f"{refiner.__name__}: {[_quoted(lexed, one) for one in refined]}")
        finds = refined
    globe = Hemispheres(lexed.text, toponyms)
    readings = _read(lexed, finds, tenses, late, globe, language.joints, narrative=narrative)
    if early != late:
        sooner = _read(lexed, finds, tenses, early, globe, language.joints, narrative=narrative)
        readings = [a and b and doubted(a, b, known=known) for a, b in zip(sooner, readings, strict=True)]
    out = []
    for one, made in zip(finds, readings, strict=True):
        if made is None:
            if trace is not None:
                trace(f"dropped {_quoted(lexed, one)}: {one.kind!r} found no time in it")
            continue
        tag_after = tenses.tag_at(lexed.starts[one.last]) if one.last < len(lexed.starts) else ""
        timex = timex_of(lexed, one, made, late if known else None, language.joints, tag_after)
        settled = one.base is not None or (one.kind == "anchored" and made.loose is not None)
        out.append(_leaning(lexed, one, timex, language, settled, narrative) if one.anchor else timex)
    return tuple(joined_ranges(lexed.text, out, language.joints))


def _quoted(lexed: Lexed, one: Find) -> str:
    return repr(lexed.text[one.start : one.end])


def _publication(published: Published) -> tuple[int, int, bool]:
    """Earliest and latest publication day, and whether both are known; else two probes."""
    if published.earliest is None or published.latest is None:
        return *PROBES, False
    return published.earliest, published.latest, True


def _read(
    lexed: Lexed,
    finds: Sequence[Find],
    tenses: Tenses,
    day: int,
    globe: Hemispheres,
    joints: Joints,
    *,
    narrative: bool,
) -> list[Reading | None]:
    """The readings of all finds for one publication day, each leaning on those before it."""
    story = Story(lexed.text, finds, day, joints, narrative=narrative)
    out: list[Reading | None] = []
    told_to = 0
    for one in finds:
        if "\n" in lexed.text[told_to : one.start]:
            story.new_paragraph()
        tense = tenses.at(one.start)
        direct = one.kind == "date" and tenses.is_told_directly(one.start)
        south = one.kind == "season" and globe.is_south(one.start)
        flashback = narrative and tenses.is_flashback(one.start)
        setting = story.setting(one, tense, direct=direct, south=south, is_flashback=flashback)
        if one.base is not None:
            base = resolve(one.base, setting)
            setting = replace(setting, reference=base) if base else setting
        made = _same_day(lexed, one, told_to, out[-1] if out else None, narrative) or resolve(one, setting)
        out.append(made)
        told_to = one.end
        if made is not None:
            before = lexed.words[one.first - 1] if one.first else ""
            story.told(one, made, before, tense, is_flashback=flashback)
    return out


def _same_day(lexed: Lexed, one: Find, told_to: int, told: Reading | None, narrative: bool) -> Reading | None:
    """ "On 27 June 1950, two days after they invaded": the phrase says the day before it once more."""
    if not narrative or one.kind != "anchored" or told is None or told.precision not in ("day", "time"):
        return None
    beside = lexed.text[told_to : one.start] == ", "
    return (
        replace(of_day(told.days[0], "anchored"), is_reference=False, loose=told.days) if beside and told.days else None
    )


def _leaning(lexed: Lexed, one: Find, timex: Timex, language: Language, settled: bool, narrative: bool) -> Timex:
    """An expression that leans on an event, with its shift.

    `settled`: the text itself dates it. Else, until its event is dated, a vague shift has the month around the
    news, an exact one no interval.
    TempEval-3 takes an exact amount ("two days" before the visit) as a DURATION; histories (WikiWars) and vague
    amounts are dates as a whole.
    """
    shift = shift_of(one.parts)
    if settled:
        return replace(timex, shift=shift)
    timex = replace(timex, shift=shift, when=timex.when if "X" in shift else None)
    if narrative or "X" in shift or one.rule != "units from an anchor":
        return timex
    sides = language.words.get("SIDE", {})
    last = next(index for index in range(one.last - 1, one.first, -1) if lexed.words[index] in sides) - 1
    span = Span(one.start, lexed.ends[last])
    return replace(timex, type="DURATION", value=shift, mod=None, span=span, text=lexed.text[span.start : span.end])
