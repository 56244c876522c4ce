"""The values of the product: articles, dates, events, edits and the Timeline that holds them.

All are frozen and slotted; collections are tuples. Days are integers: days since 1970-01-01 in the
proleptic Gregorian calendar (numpy's datetime64[D] and JavaScript's Date count the same way), so that
44 BCE and the year 12000 survive. Offsets are code points of the text as normalised at intake.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from geo.model import Place, Role, Span, Toponym

from .kinds import EventKind

Precision: TypeAlias = Literal[
    "time", "day", "days", "week", "month_part", "month", "quarter", "season", "year", "decade", "century", "open"
]
Relation: TypeAlias = Literal["on", "until", "since", "by", "before", "after", "during", "from", "to"]
Basis: TypeAlias = Literal[
    "stated",  # the text's own date
    "relative",  # resolved against the publication date or another date of the text
    "anchored",  # resolved against another event ("days before the announcement")
    "implied",  # not said: the narrative's running date or the news day
    "given",  # set by the user or a column of a table
]
Status: TypeAlias = Literal["asserted", "background", "planned", "hypothetical", "negated"]
STATUSES: tuple[Status, ...] = ("asserted", "background", "planned", "hypothetical", "negated")
NOT_HAPPENED: frozenset[Status] = frozenset({"hypothetical", "negated"})
"""Statuses that are listed and never placed on the map as if they had happened."""

Salience: TypeAlias = Literal["essential", "main", "minor"]
Group: TypeAlias = Literal["place_and_date", "place_only", "date_only", "neither", "not_happened"]
GROUPS: tuple[Group, ...] = ("place_and_date", "place_only", "date_only", "neither", "not_happened")
TimexType: TypeAlias = Literal["DATE", "TIME", "DURATION", "SET"]


@dataclass(frozen=True, slots=True)
class When:
    """An honest interval: the event began within one range of days and ended within another.

    Ends are closed. `None` means open on that side. A one-off at an unsure moment ("mid-November")
    is a window: both ranges are equal. A span ("from March to May") has two separate ranges. A single
    day has four equal numbers. "until 2009" is (None, 2009-12-31, 2009-01-01, 2009-12-31), "since 2014"
    is (2014-01-01, 2014-12-31, DCT or None, None).
    `clock` is the stated time of day as the text's zone gives it ("17:00", "11:00Z"); never shifts the day.
    `alternatives` are other readings, likeliest first, each (first day, last day).
    """

    start_earliest: int | None
    start_latest: int | None
    end_earliest: int | None
    end_latest: int | None
    precision: Precision
    relation: Relation = "on"
    basis: Basis = "stated"
    approximate: bool = False
    clock: str | None = None
    anchor: str | None = None
    rule: str = ""
    alternatives: tuple[tuple[int, int], ...] = ()

    @classmethod
    def window(cls, first: int, last: int, precision: Precision, **more: object) -> When:
        """A one-off somewhere between two days, both included."""
        return cls(first, last, first, last, precision, **more)  # type: ignore[arg-type]

    @property
    def earliest(self) -> int | None:
        """The first day that the widest reading includes; None if open."""
        return self.start_earliest

    @property
    def latest(self) -> int | None:
        """The last day that the widest reading includes; None if open."""
        return self.end_latest

    @property
    def is_span(self) -> bool:
        """Whether the event lasts (two ranges) instead of happening once at an unsure moment."""
        return (self.start_earliest, self.start_latest) != (self.end_earliest, self.end_latest)


@dataclass(frozen=True, slots=True)
class Published:
    """An article's publication date (its document creation time): a day, a range, or unknown, and why."""

    earliest: int | None
    latest: int | None
    basis: Literal["given", "metadata", "front_matter", "dateline", "url", "text", "estimated", "unknown"]
    reason: str = ""

    @property
    def day(self) -> int | None:
        """The one day, if it is known exactly."""
        return self.earliest if self.earliest == self.latest else None


UNKNOWN_PUBLISHED = Published(None, None, "unknown", "no publication date was given or found")


@dataclass(frozen=True, slots=True)
class Article:
    """One text as it entered the house, normalised (NFC, LF, no NUL, no lone surrogates).

    `offsets` maps back to the text as given: (offset here, offset there) pairs in rising order, one for
    each place where the two begin to differ; empty when the texts are the same.
    """

    text: str
    title: str = ""
    published: Published = UNKNOWN_PUBLISHED
    source: str = ""
    url: str = ""
    author: str = ""
    lang: str = "en"
    offsets: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Timex:
    """A temporal expression, as TIMEX3 (TimeML 1.2.1) writes it and as the timeline uses it.

    `when` is None for what names no time of its own (SET, bare DURATION, vague reference). `anchor` is the
    span of the event or date that the expression leans on. `direction` tells how an anchored expression
    shifts its anchor: -1 before, +1 after, 0 the same time; the event step resolves it. `shift` is by how
    much, as a TIMEX3 duration ("P2D", "PXW" for "weeks"); empty on all other expressions.
    """

    span: Span
    text: str
    type: TimexType
    value: str
    mod: str | None = None
    when: When | None = None
    relation: Relation = "on"
    rule: str = ""
    anchor: Span | None = None
    direction: Literal[-1, 0, 1] | None = None
    shift: str = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where an article says so. `article` indexes `Timeline.articles`."""

    article: int
    sentence: Span
    trigger: Span | None = None
    place: Span | None = None
    date: Span | None = None


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place that belongs to an event without being its location."""

    place: Place
    role: Literal["location", "origin", "destination", "container", "speaker_seat", "metonym", "mentioned"]
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a value was chosen, in words that a reader understands."""

    about: Literal["what", "who", "when", "where", "status"]
    text: str
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class Event:
    """One real-world happening, told by one or more sentences.

    `id` is a hash of its content, so equal input gives equal ids. `place` is the location (or the
    destination of a movement); `other_places` the rest. `evidence[0]` is the leading sentence.
    `confidence` is 0 to 1. `note` carries the text of a row of a table that has no article behind it;
    `source`, `link` (http or https) and `published` (a day) then say where the row comes from.
    """

    id: str
    title: str
    kind: EventKind = "other"
    status: Status = "asserted"
    salience: Salience = "main"
    when: When | None = None
    place: Place | None = None
    place_basis: Basis | None = None
    other_places: tuple[PlaceMention, ...] = ()
    actors: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    confidence: float = 1.0
    reasons: tuple[Reason, ...] = ()
    checked: bool = False
    note: str = ""
    source: str = ""
    link: str = ""
    published: int | None = None

    @property
    def group(self) -> Group:
        """The one of five groups that the event is counted in."""
        if self.status in NOT_HAPPENED:
            return "not_happened"
        if self.place is not None:
            return "place_and_date" if self.when is not None else "place_only"
        return "date_only" if self.when is not None else "neither"

    @property
    def is_on_map(self) -> bool:
        """Whether the event may be drawn on the map as something that happened or is planned."""
        return self.place is not None and self.status not in NOT_HAPPENED


@dataclass(frozen=True, slots=True)
class EvidenceKey:
    """How an edit finds its event again after the article was read anew: by the words that told it."""

    article: str
    trigger: str
    sentence: str
    occurrence: int = 0


Change: TypeAlias = Literal["hide", "rename", "set_date", "set_place", "set_kind", "set_status", "check", "uncheck"]


@dataclass(frozen=True, slots=True)
class Edit:
    """One correction by the user; applying edits is the last step of the pipeline."""

    key: EvidenceKey
    change: Change
    title: str | None = None
    when: When | None = None
    place: Place | None = None
    kind: EventKind | None = None
    status: Status | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that could not be used, in one sentence; the rest went on without it.

    A note tells of what was left out on purpose: it makes no run a partial one.
    """

    source: str
    message: str
    note: bool = False


@dataclass(frozen=True, slots=True)
class Timeline:
    """What everything is drawn from: page, picture, tables and dashboard.

    `toponyms[i]` and `timexes[i]` belong to `articles[i]`. Events stand in order of time (undated ones last).
    """

    articles: tuple[Article, ...] = ()
    events: tuple[Event, ...] = ()
    toponyms: tuple[tuple[Toponym, ...], ...] = ()
    timexes: tuple[tuple[Timex, ...], ...] = ()
    edits: tuple[Edit, ...] = ()
    problems: tuple[Problem, ...] = ()
    title: str = ""

    def counts(self) -> dict[Group, int]:
        """How many events stand in each of the five groups; they add up to `len(events)`."""
        tally: dict[Group, int] = dict.fromkeys(GROUPS, 0)
        for event in self.events:
            tally[event.group] += 1
        return tally


@dataclass(frozen=True, slots=True)
class Selection:
    """What the user sees: the window of days (closed, None = open) and the filters (None = all).

    An event is inside the window when the widest reading of its time overlaps it, ends included.
    Undated events are outside every window and are kept only by `undated`.
    """

    window: tuple[int | None, int | None] | None = None
    undated: bool = True
    kinds: frozenset[str] | None = None
    statuses: frozenset[str] | None = None
    saliences: frozenset[str] | None = None
    actors: frozenset[str] | None = None
    places: frozenset[str] | None = None
    min_confidence: float = 0.0
    search: str = ""
    hidden: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Options:
    """Run-time choices, read once at the edge and passed down."""

    published: Published | None = None
    title: str = ""
    lang: str = "en"
    quotes: Literal["short", "full"] = "short"
    edits: tuple[Edit, ...] = field(default=())


__all__ = [
    "GROUPS",
    "NOT_HAPPENED",
    "STATUSES",
    "UNKNOWN_PUBLISHED",
    "Article",
    "Basis",
    "Change",
    "Edit",
    "Event",
    "Evidence",
    "EvidenceKey",
    "Group",
    "Options",
    "Place",
    "PlaceMention",
    "Precision",
    "Problem",
    "Published",
    "Reason",
    "Relation",
    "Role",
    "Salience",
    "Selection",
    "Span",
    "Status",
    "Timeline",
    "Timex",
    "TimexType",
    "Toponym",
    "When",
]
