"""Which layout and which form the list of events takes, so that as many as possible stand on the first page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..model import Event
from .crowd import weightiest
from .eventlist import LINE, Columns, Form, Numbered, Row, column_width, more_line, poured, rows_of, set_list
from .furniture import Sheet, footer, heading
from .items import Box, Page, Text
from .theme import DENSE, Preset
from .wording import word

ROOMY = (Form(1.0, 3, 2), Form(0.94, 3, 2), Form(0.88, 3, 3), Form(1.0, 2, 2), Form(0.88, 2, 2))
"""Forms tried with the usual layout."""
CLOSE = (Form(1.0, 4, 4), Form(0.94, 4, 4), Form(0.88, 4, 4), Form(0.84, 4, 4), Form(0.84, 3, 3), Form(0.84, 2, 2))
"""Forms tried with the smaller map and the longer list, before the list goes on to a second page."""
SHORT = (Form(1.0, 3, 3), Form(0.96, 3, 3), Form(0.96, 2, 2))
"""Forms of a list that only holds the weightiest events."""
LEAST_SHORT = 4
"""A short list may leave out events to show whole titles, down to this many."""
LATER = (Form(1.2, 3, 3), Form(1.0, 3, 3), Form(1.0, 2, 2), Form(0.94, 2, 2))
"""Forms of a further page; if none holds all that is left, the last one goes on to the next page."""
COLUMN_MM = 92.0
MOST_A_PAGE = 160
"""No page of a list holds more events than this."""


@dataclass(frozen=True, slots=True)
class Listing:
    """The layout that was chosen, its filled columns and what is left for further pages.

    `numbered` are the events of a short list, the only ones that keep their numbers; None where all are listed.
    `unlisted` counts the others, `cuts` the titles that had to be shortened.
    """

    preset: Preset
    form: Form
    columns: Columns | None = None
    rest: tuple[Numbered, ...] = ()
    numbered: frozenset[str] | None = None
    unlisted: int = 0
    cuts: int = 0


def listing_of(preset: Preset, numbered: Sequence[Numbered], lang: str) -> Listing:
    """Lay the list out: all events on one page if a layout and a form can hold them."""
    events = [event for _, event in numbered]
    if preset.events is None:
        return Listing(preset, ROOMY[0], numbered=frozenset())
    if 0 < preset.list_most < len(events):
        return _short(preset, numbered, events, lang)
    dense = DENSE.get(preset.name)
    tries = [(preset, form) for form in ROOMY] + [(dense, form) for form in (CLOSE if dense else ()) if dense]
    held = []
    for layout, form in tries:
        if _least_height(form, len(numbered)) > layout.events.h * layout.columns:  # type: ignore[union-attr]
            continue
        found = _laid(layout, form, numbered, lang)
        if not found.rest and not found.cuts:
            return found
        if not found.rest:
            held.append(found)
    if held:
        return min(held, key=lambda found: found.cuts)
    return _laid(tries[-1][0], Form(0.94, 3, 3), numbered, lang, more=True)


def _least_height(form: Form, count: int) -> float:
    """What so many events take at least, one line each: the rest need not be measured."""
    return count * LINE * form.scale


def _laid(preset: Preset, form: Form, numbered: Sequence[Numbered], lang: str, *, more: bool = False) -> Listing:
    assert preset.events is not None
    sized = form.sized(preset.list_scale)
    rows = rows_of(numbered, lang, column_width(preset.events, preset.columns), sized)
    columns = poured(preset.events, preset.columns, rows, sized.scale, more=more)
    cuts = sum(row.is_cut for row in rows)
    return Listing(preset, sized, columns, tuple(_left(rows[columns.count :])), cuts=cuts)


def _left(rows: Sequence[Row]) -> list[Numbered]:
    return [(row.number, row.event) for row in rows if row.event is not None]


def _short(preset: Preset, numbered: Sequence[Numbered], events: Sequence[Event], lang: str) -> Listing:
    """Only the weightiest events, as many as fit with whole titles: formats of a single screen."""
    told = [event for event in events if event.group != "not_happened"] or list(events)
    held: Listing | None = None
    for count in range(preset.list_most, 0, -1):
        kept = weightiest(told, count)
        shown = [(number, event) for number, event in numbered if event.id in kept]
        for form in SHORT:
            found = _laid(preset, form, shown, lang, more=True)
            if found.rest:
                continue
            found = replace(found, numbered=kept, unlisted=len(numbered) - len(shown))
            if not found.cuts:
                return found
            held = held or found
        if held and count <= LEAST_SHORT:
            break
    assert held is not None, "a list with room for no entry"
    return held


def draw_listing(sheet: Sheet, listing: Listing) -> None:
    """The list beside the map, and the line that says where the others are."""
    box = sheet.preset.events
    if box is None or listing.columns is None:
        return
    set_list(sheet, box, listing.columns, heading=word("events", sheet.lang), scale=listing.form.scale)
    if listing.rest:
        more_line(sheet, box, word("more", sheet.lang).format(n=len(listing.rest), page=2))
    elif listing.unlisted:
        more_line(sheet, box, word("further", sheet.lang).format(n=listing.unlisted))


def further_pages(sheet: Sheet, rest: Sequence[Numbered], title: str, credits: str) -> list[Page]:
    """Pages that hold nothing but the list, until every event has been set."""
    pages: list[Page] = []
    preset = sheet.preset
    box = Box(preset.margin, preset.frame.y, preset.width - 2 * preset.margin, preset.footer_y - 6 - preset.frame.y)
    columns = max(1, round(box.w / COLUMN_MM))
    while rest:
        page = Sheet(preset, sheet.theme, sheet.lang)
        heading(page, title, word("page", sheet.lang).format(page=len(pages) + 2, pages="{pages}"))
        near, far = rest[:MOST_A_PAGE], rest[MOST_A_PAGE:]
        for form in LATER[-1:] if far else LATER:
            rows = rows_of(near, sheet.lang, column_width(box, columns), form)
            filled = poured(box, columns, rows, form.scale)
            if filled.count == len(rows):
                break
        set_list(page, box, filled, heading=word("continued", sheet.lang), scale=form.scale)
        footer(page, credits, (word("made_with", sheet.lang),))
        rest = [*_left(rows[filled.count :]), *far]
        pages.append(Page(preset.width, preset.height, items=tuple(page.items)))
    return [_counted(page, len(pages) + 1) for page in pages]


def _counted(page: Page, count: int) -> Page:
    """The page with the number of pages, known only now."""
    items = tuple(
        replace(item, text=item.text.replace("{pages}", str(count)))
        if isinstance(item, Text) and item.role == "subtitle"
        else item
        for item in page.items
    )
    return replace(page, items=items)
