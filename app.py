"""The dashboard: a thin Streamlit shell around `timeline`. No rule about dates, places or events stands here.

The page of `timeline.page` does the looking: map, timeline and text as one instrument in a sandboxed frame,
which lives on across reruns. The rail beside it chooses the article, corrects events and saves files. The
heavy rooms (language model, gazetteer, pandas) are imported after the first paint.
"""

from __future__ import annotations

import sys
from functools import partial
from html import escape
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

import streamlit as st

if TYPE_CHECKING:
    from timeline.board import Board
    from timeline.dashboard import Download
    from timeline.export import Look
    from timeline.model import Change, Edit, Event, Place, Selection, Timeline

HOUSE = Path(__file__).resolve().parent
VIEW = HOUSE / "assets" / "view" / "dashboard"
STORIES = {"manta": "Manta, Ecuador, 2025", "suez": "Suez Canal, 2021", "tonga": "Tonga, 2022"}
FILE_TYPES = ["txt", "md", "html", "htm", "csv", "geojson", "parquet", "json"]
DATE_HELP = "For example 2025-11-06, 2025-11, mid-November 2025 or 2025-11-11/2025-11-20; nothing means no date."
WHOLE_HELP = (
    "Without the tick a file quotes at most 25 words an event and a fifth of the article. Whole sentences may be "
    "more than the law of quotation allows: tick this only for texts that are yours to share."
)
PREVIEW_DPI = 110
DESK = 8  # boards that outlive a reload
COUNTED = 5_000  # events up to which the rail counts what goes into a file; the page counts any number
STORY_HELP = "To go on later: the whole story with its text, every event and your corrections."
S = st.session_state


def main() -> None:
    """Draw the rail, do what was asked for, then show the page and the panels."""
    st.set_page_config(page_title="Dateline", page_icon="🗺️", layout="wide", initial_sidebar_state=300)
    st.html(f"<style>{(VIEW / 'style.css').read_text(encoding='utf-8')}</style>")
    S.setdefault("notice", "")
    with st.sidebar:
        st.html("<h1 class='dl-brand'>Dateline <span>news on a map, through time</span></h1>")
        notice = st.container()
        article, mend, doubts, save = st.tabs(["Article", "Correct", "Doubts", "Save"])
    with article:
        draw_input()
        date_field = st.container()
    busy, page = st.container(), st.container()
    with busy:
        fulfil()
    if S.notice:
        with notice:
            say(S.notice, "alert")
    if "board" in S:
        draws = {page: draw_page, date_field: draw_date, mend: draw_form, doubts: draw_doubts, save: draw_save}
        for panel, draw in draws.items():
            with panel:
                draw()


# ---- what is asked for: a story, a text, a file, another date ----


def draw_input() -> None:
    """The shipped stories, the paste box and the file drop."""
    if "story_again" in S:
        S.story = S.pop("story_again")
    asked = {"on_change": wish, "args": ("story", "story")}
    S.setdefault("story", None if first_wish()[0] in ("source", "desk") else next(iter(STORIES)))
    st.selectbox(
        "Story", list(STORIES), index=None, format_func=STORIES.get, key="story", placeholder="Your own", **asked
    )
    st.text_input("Headline", key="headline", placeholder="of your own article, if you like")
    st.text_area("Paste your own article", key="pasted", height=130, placeholder="The text of a news article")
    st.button("Make the map", on_click=wish, args=("text", "pasted"), type="primary", width="stretch")
    st.file_uploader("Or drop a file", type=FILE_TYPES, key="dropped", on_change=wish, args=("file", "dropped"))


def wish(what: str, key: str) -> None:
    """Note what to do with a field's value once the rail is drawn, so that the screen never waits for it."""
    if S[key] is None:
        return
    S.wish = (what, S[key])
    if what in ("text", "file"):
        S.story_before, S.story = S.story, None
    if what == "text":
        S.wish, S.headline = (what, (S.pasted, S.headline)), ""


def fulfil() -> None:
    """Do what was asked for, with progress; refuse in one sentence."""
    from timeline.errors import DatelineError

    what, given = S.get("wish") or first_wish()
    if not what:
        return
    S.notice, S.asked, refused = "", what, ""
    try:
        with st.spinner("Reading, and finding dates, places and events …"), engine():
            show(granted(what, given))
    except DatelineError as error:
        refused = str(error)
        S.story_again = S.get("story_before") if what in ("text", "file") else S.story
    S.pop("wish", None)  # only now: a rerun that breaks in on the reading asks for it again
    if refused and "board" not in S and what != "story":
        S.wish = ("story", next(iter(STORIES)))
        fulfil()
    S.notice = refused or S.notice


def first_wish() -> tuple[str, Any]:
    """What a session opens with: the source named on the command line, or the first story that ships."""
    if "board" in S:
        return "", None
    if st.query_params.get("desk") in desk():
        return "desk", st.query_params["desk"]
    return ("source", sys.argv[1]) if len(sys.argv) > 1 else ("story", next(iter(STORIES)))


def granted(what: str, given: Any) -> Board:
    """The board of a shipped story, a SOURCE of the command line, a pasted text, a dropped file or another date."""
    from timeline import board, pipeline, typed

    if what == "desk":
        return desk()[given]
    if what == "story":
        return shipped_story(given)
    memory = S.setdefault("memory", pipeline.Memory(limit=1))
    if what == "source":
        return board.open_path(given, memory=memory)
    if what == "text":
        return board.open_text(given[0], title=given[1].strip(), memory=memory)
    if what == "file":
        bar = st.progress(0.0)
        return board.open_upload(
            given.name, given.getvalue(), lambda done, of: bar.progress(done / max(of, 1)), memory=memory
        )
    return board.dated(S.board, typed.typed_published(given), memory)


@st.cache_resource(show_spinner=False)
def desk() -> dict[str, Board]:
    """The latest boards by the name in their tab's address, so that a reload finds them; they end with the server."""
    return {}


def keep() -> None:
    """Lay the board on the desk; one that ships is no one's work until it is corrected."""
    from secrets import token_hex

    name = st.query_params.get("desk") or token_hex(12)
    if S.board.revision or S.asked != "story":
        st.query_params["desk"] = name
        desk().pop(name, None)
        desk()[name] = S.board
        for old in list(desk())[:-DESK]:
            del desk()[old]
    elif "desk" in st.query_params:
        del st.query_params["desk"]


@st.cache_resource(show_spinner=False)
def engine() -> Any:
    """Held while an article is read: the language model and the gazetteer serve one session at a time."""
    return Lock()


@st.cache_resource(show_spinner=False, max_entries=8)
def shipped_story(name: str) -> Board:
    """A story that ships, read once for all sessions."""
    from timeline import board

    return board.open_path(HOUSE / "seeds" / f"{name}.md")


def show(shown: Board) -> None:
    """Put a board on screen, with what takes time to list; another story starts without window and filters."""
    from dataclasses import replace

    from timeline import dashboard

    if not shown.revision or "board" not in S:  # newly opened, be it the same text again
        S.opened = S.get("opened", 0) + 1
        shown = replace(shown, serial=f"{S.opened}-{shown.serial}")
        S.update(command=None, state=None, chosen=None, form=None, at=0)
    S.board, S.date_shown = shown, None
    S.doubts, S.hidden = dashboard.doubts(shown.timeline), shown.hidden
    if not shown.base.events:
        S.notice = "No event was found in this text; it may name no happening, or be in another language than English."
    elif shown.base.problems and not shown.articles and not shown.revision:
        first = shown.base.problems[0].message
        S.notice = f"{len(shown.base.problems)} notes on the table, all under Doubts; the first: {first}"
    keep()
    send()


def send() -> None:
    """Renew the order to the frame."""
    from timeline import board

    S.order = board.order(S.board, S.command)


# ---- the page in its frame ----


def draw_page() -> None:
    """The frame with map, timeline and text: constant key, one blob of bytes, one state back."""
    from timeline import board, dashboard

    script = (VIEW / "frame.js").read_text(encoding="utf-8")
    frame = st.components.v2.component("dateline_frame", js=script, isolate_styles=False)
    state = frame(key="frame", data=S.order, on_state_change=lambda: None).state
    if state is not None and state != S.state and state.get("story") == S.board.serial:
        S.state = state
        S.chosen = board.event_named(S.board, dashboard.selected_from(state) or "") or S.chosen


def point_at(event_id: str) -> None:
    """Select an event in the page."""
    from timeline import board

    S.chosen = event_id
    seq = S.command["seq"] + 1 if S.command else 1
    name = board.name_on_page(S.board, event_id)
    S.command = {"seq": seq, "message": {"type": "dateline:select", "id": name}}
    send()


def draw_date() -> None:
    """The publication date with its reason, and the field to set it."""
    from timeline import dashboard

    published = S.board.published
    if published is None:
        return
    if S.date_shown != published:
        S.date_shown, S.published = published, dashboard.published_value(published)
    asked = {"on_change": wish, "args": ("date", "published")}
    st.text_input("Publication date", key="published", placeholder="YYYY-MM-DD", help=DATE_HELP, **asked)
    say(dashboard.published_line(published), "note")


# ---- corrections ----


def draw_form() -> None:
    """Choose an event and correct it: title, date, place, kind, status, checked, hidden; undo."""
    from timeline import board, dashboard

    events = S.board.timeline.events
    if events:
        at = board.position(S.board, S.get("chosen") or "")
        if at is None:  # nothing was chosen yet, or it is hidden: the one that the page opens too
            at = min(S.at, len(events) - 1) if S.chosen else events.index(dashboard.opening(events))
        event = events[at]
        S.chosen, S.at = event.id, at
        near = dashboard.chooser(len(events), at)
        label = {events[n].id: dashboard.event_label(n + 1, events[n]) for n in near}
        S.pick = S.chosen
        st.selectbox("Event", list(label), key="pick", format_func=label.get, on_change=lambda: point_at(S.pick))
        fill_form(event)
        draw_fields(event)
    draw_undo()
    if events:
        draw_facts(event)


def fill_form(event: Event) -> None:
    """Put the event's values into the fields, whenever another event or another version of it is shown."""
    from timeline import dashboard

    shown = (S.board.serial, S.board.revision, event.id)
    if S.get("form") == shown:
        return
    S.form, S.places = shown, dashboard.place_choices(S.board.timeline, event)
    S.others = dashboard.same_place(S.board.timeline, event)
    S.f_title, S.f_when, S.f_search, S.f_others = event.title, dashboard.when_value(event), "", False
    S.f_place = event.place.id if event.place else ""
    S.f_kind, S.f_status, S.f_checked = event.kind, event.status, event.checked


def draw_fields(event: Event) -> None:
    """One field for each thing that can be corrected; a value takes effect when its field is left."""
    from timeline.kinds import KINDS
    from timeline.model import STATUSES
    from timeline.words import STATUS_WORDS

    def field(make: Any, name: str, what: Change, key: str, **more: Any) -> None:
        make(name, key=key, on_change=change, args=(event, what), **more)

    places = {"": "no place", **{choice.place.id: choice.label for choice in S.places}}
    kinds = {kind.key: kind.label for kind in KINDS}
    field(st.text_input, "Title", "rename", "f_title")
    field(st.text_input, "Date", "set_date", "f_when", placeholder="no date", help=DATE_HELP)
    field(st.selectbox, "Place", "set_place", "f_place", options=list(places), format_func=places.get)
    st.text_input("Another place", key="f_search", placeholder="type its name", on_change=search, args=(event,))
    if S.others:
        st.checkbox(f"Move the other {len(S.others)} there too", key="f_others")
    left, right = st.columns(2)
    field(left.selectbox, "Kind", "set_kind", "f_kind", options=list(kinds), format_func=kinds.get)
    field(right.selectbox, "Status", "set_status", "f_status", options=STATUSES, format_func=STATUS_WORDS.get)
    left, right = st.columns(2, vertical_alignment="center")
    field(left.checkbox, "Checked", "check", "f_checked", help="You have compared it with the text.")
    right.button("Hide event", on_click=change, args=(event, "hide"), width="stretch")


def draw_facts(event: Event) -> None:
    """What was read, and why."""
    from timeline import dashboard

    facts = "".join(f"<dt>{escape(name)}</dt><dd>{escape(words)}</dd>" for name, words in dashboard.event_facts(event))
    st.html(f"<dl class='dl-facts'>{facts}</dl>")


def change(event: Event, what: Change) -> None:
    """One correction from the field that was just left; a value that cannot be read is refused in a sentence."""
    from timeline import board, dashboard, typed
    from timeline.errors import InputError

    given: dict[str, Any] = {}
    try:
        if what == "set_place":
            return move(event, dashboard.place_of(S.places, S.f_place))
        if what == "rename":
            given["title"] = S.f_title
        elif what == "set_date":
            given["when"] = typed.typed_when(S.f_when, S.board.published)
        elif what == "check":
            what = "check" if S.f_checked else "uncheck"
        elif what != "hide":
            given = {"kind": S.f_kind, "status": S.f_status}
        lay(*S.board.edits, *board.edits_for(S.board, [event], what, **given))
    except InputError as error:
        S.notice = str(error)


def move(event: Event, place: Place | None) -> None:
    """Give an event another place, and with it the others at its old one if the box is ticked."""
    from timeline import board

    moved = [event, *(S.others if S.get("f_others") else ())]
    lay(*S.board.edits, *board.edits_for(S.board, moved, "set_place", place=place))


def search(event: Event) -> None:
    """Give the event the best place of a typed name."""
    from geo.gazetteer import shipped_gazetteer

    with engine():
        found = shipped_gazetteer().search(S.f_search.strip(), limit=1) if S.f_search.strip() else ()
    if found:
        move(event, found[0])
    elif S.f_search.strip():
        S.notice = f"No place is called “{S.f_search.strip()}”; check the spelling, or type a larger place near it."


def lay(*edits: Edit) -> None:
    """Lay another list of corrections over the story."""
    from timeline import board

    S.notice = ""
    show(board.corrected(S.board, edits))


def draw_undo() -> None:
    """Undo the latest correction; bring back what is hidden."""
    from timeline import dashboard
    from timeline.edits import bring_back

    edits = S.board.edits
    if edits:
        st.button("Undo the last correction", on_click=lambda: lay(*edits[:-1]))
        about = S.board.index.find(edits[-1].key)
        say(dashboard.edits_line(edits, about.title if about else ""), "note")
    for event in S.hidden:
        say(f"Hidden: {event.title}", "note")
        st.button(
            "Bring it back",
            key=f"back-{event.id}",
            on_click=lambda e=event: lay(*bring_back(S.board.base, edits, e, S.board.index)),
        )


# ---- doubts and files ----


def draw_doubts() -> None:
    """What a reader should check, with the reason; a button shows the event."""
    from timeline import dashboard

    found = S.doubts
    say(dashboard.doubts_line(found, S.board.timeline), "note")
    for number, doubt in enumerate(found[:60]):
        why = "".join(f"<br>{escape(reason)}" for reason in doubt.why)
        st.html(f"<p class='dl-doubt'><b>{escape(doubt.about)}</b>{why}</p>")
        if doubt.event:
            st.button("Show", key=f"doubt{number}", on_click=point_at, args=(doubt.event,))


def draw_save() -> None:
    """Every format, drawing what is seen; a file is made when its button is pressed."""
    from timeline import dashboard
    from timeline.selection import select

    st.checkbox("All events, not only those that I see", key="all_events")
    st.checkbox("Whole sentences", key="whole", help=WHOLE_HELP)
    timeline = S.board.timeline
    selection = None if S.all_events else dashboard.selection_from(S.state)
    if len(timeline.events) <= COUNTED:
        say(f"{len(select(timeline, selection).events)} of {len(timeline.events)} events go into the file.", "note")
    if st.button("Picture for a report …", type="primary", width="stretch"):
        draw_picture(timeline, selection)
    for one in dashboard.downloads(timeline):
        seen = selection if one.fmt != "json" else None
        make = partial(dashboard.make_file, timeline, one.fmt, seen, "full" if S.whole else "short")
        if one.fmt == "json":
            say(STORY_HELP, "note")
        save_button(one.label, make, one)


@st.dialog("Picture for a report", width="large")
def draw_picture(timeline: Timeline, selection: Selection | None) -> None:
    """A preview of the picture's pages in the look that is chosen, and its files."""
    from timeline import dashboard
    from timeline.errors import DatelineError

    look = picture_look(timeline)
    try:
        with st.spinner("Drawing …"):
            shown = dashboard.picture_preview(timeline, selection, "png", look, dpi=PREVIEW_DPI)
    except DatelineError as error:
        say(str(error), "alert")
        return
    st.image(list(shown), width="stretch")
    for one, column in zip(dashboard.pictures(timeline, look.preset, len(shown)), st.columns(3), strict=True):
        with column:
            save_button(one.label, partial(dashboard.picture, timeline, selection, one.fmt, look), one)


def picture_look(timeline: Timeline) -> Look:
    """The choices above the preview."""
    from timeline import dashboard
    from timeline.export import Look

    words = dashboard.PRESET_WORDS
    left, middle, right = st.columns(3)
    preset = left.selectbox("Format", list(words), format_func=words.__getitem__, key="preset")
    theme = middle.selectbox("Colours", ["light", "dark"], key="theme")
    lang = right.selectbox("Words", ["en", "es"], format_func=dashboard.LANGUAGE_WORDS.__getitem__, key="lang")
    with st.expander("Title, credit and what the map shows"):
        title = st.text_input("Title of the picture", key="p_title", placeholder=timeline.title or "from the article")
        credit = st.text_input("Credit", key="p_credit", placeholder="who made the picture")
        focus = st.text_input("Show large", key="p_focus", placeholder="a place, or longitude,latitude,kilometres")
    return Look(preset, theme, lang=lang, title=title or None, credit=credit, focus=focus or None)


def save_button(label: str, make: Any, one: Download) -> None:
    """A download whose file is made when the button is pressed."""
    st.download_button(label, make, one.name, one.mime, key=f"save-{one.name}", on_click="ignore", width="stretch")


def say(words: str, tone: str) -> None:
    """A sentence on screen; never markup, whatever it quotes."""
    role = " role='alert'" if tone == "alert" else ""
    st.html(f"<p class='dl-{tone}'{role}>{escape(words)}</p>")


main()
