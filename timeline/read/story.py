"""A Timeline as JSON, without loss: `story.dateline.json` holds articles, events, edits and all that they rest on.

Written by the values' own fields, those at their default left out; read back by their types, every value
checked, so that a damaged or hostile file is refused in one sentence. Places stand once, in a list.
"""

from __future__ import annotations

import json
import types
from collections.abc import Callable, Sequence
from dataclasses import MISSING, Field, fields, is_dataclass
from functools import cache
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from geo.model import Place, Resolved, Unresolved

from ..errors import InputError
from ..model import Evidence, Timeline
from .intake import clean
from .text import safe_link

VERSION = 1
TAGGED: dict[str, type] = {"resolved": Resolved, "unresolved": Unresolved}
"""Values of a union are told apart by their "is"."""


class DamageError(ValueError):
    """A value of the file is not what it should be; the message begins with its path."""


def story_text(timeline: Timeline) -> str:
    """The timeline as JSON text; equal timelines give equal text."""
    places: dict[Place, int] = {}
    body = _plain(timeline, places)
    listed = [_fields(place, places) for place in places]
    story = {"dateline_story": VERSION, "places": listed, "timeline": body}
    return json.dumps(story, ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def read_story(text: str, name: str = "the story") -> Timeline:
    """The timeline that `story_text` wrote.

    Raises:
        InputError: the text is not such a story, or a value in it is not what it should be.
    """
    try:
        story = json.loads(text, parse_constant=_no_constant)
    except (ValueError, RecursionError) as error:
        raise InputError(f"{name} is not JSON ({str(error)[:120]}); give a file that Dateline saved.") from error
    if not isinstance(story, dict) or "dateline_story" not in story:
        raise InputError(f'{name} is not a story of Dateline; its JSON has no "dateline_story".')
    if story["dateline_story"] != VERSION:
        raise InputError(f"{name} is of version {story['dateline_story']!r}; this Dateline reads version {VERSION}.")
    try:
        listed = _listed(story.get("places"))
        places = [_dataclass(Place, value, f"places[{at}]", []) for at, value in enumerate(listed)]
        timeline: Timeline = _value(Timeline, story.get("timeline"), "timeline", places)
        _check(places, timeline)
    except DamageError as error:
        raise InputError(f"{name} is damaged: {error}; take an earlier copy.") from error
    return timeline


def _no_constant(constant: str) -> float:
    raise ValueError(f"{constant} is not a number")


def _listed(value: Any) -> list[Any]:
    if not isinstance(value, list):
        raise DamageError("places is not a list")
    return value


def _plain(value: Any, places: dict[Place, int]) -> Any:
    """What JSON can hold; a place becomes its number in the list."""
    if isinstance(value, Place):
        return places.setdefault(value, len(places))
    if is_dataclass(value):
        tag = next((tag for tag, cls in TAGGED.items() if type(value) is cls), None)
        return ({"is": tag} if tag else {}) | _fields(value, places)
    if isinstance(value, tuple):
        return [_plain(item, places) for item in value]
    if isinstance(value, frozenset):
        return sorted(value)
    return value


def _fields(value: Any, places: dict[Place, int]) -> dict[str, Any]:
    return {
        each.name: _plain(given, places)
        for each in fields(value)
        if (given := getattr(value, each.name)) != _default(each)
    }


def _default(each: Field[Any]) -> Any:
    return each.default_factory() if each.default_factory is not MISSING else each.default


@cache
def _hints(cls: type) -> dict[str, Any]:
    return get_type_hints(cls)


def _dataclass(cls: type, value: Any, path: str, places: list[Place]) -> Any:
    if not isinstance(value, dict):
        raise DamageError(f"{path} is not an object")
    hints = _hints(cls)
    unknown = value.keys() - hints.keys() - {"is"}
    if unknown:
        raise DamageError(f"{path} has the unknown field {sorted(unknown)[0]!r}")
    given = {key: _value(hints[key], each, f"{path}.{key}", places) for key, each in value.items() if key != "is"}
    try:
        return cls(**given)
    except TypeError as error:
        raise DamageError(f"{path} lacks a field") from error


def _value(hint: Any, value: Any, path: str, places: list[Place]) -> Any:
    """Read a value by the type that it must have."""
    origin = get_origin(hint)
    if origin in (Union, types.UnionType):
        return _one_of(get_args(hint), value, path, places)
    if origin is tuple:
        return _tuple(get_args(hint), value, path, places)
    if origin is Literal:
        if value not in get_args(hint) or isinstance(value, list | dict):
            raise DamageError(f"{path} is {str(value)[:40]!r}, which is none of its words")
        return value
    if hint is Place:
        return _place(value, path, places)
    if is_dataclass(hint):
        return _dataclass(hint, value, path, places)  # type: ignore[arg-type]
    return READERS[hint](value, path)


def _one_of(hints: tuple[Any, ...], value: Any, path: str, places: list[Place]) -> Any:
    if value is None and type(None) in hints:
        return None
    tag = value.get("is") if isinstance(value, dict) else None
    if tag is not None:
        if tag not in TAGGED or TAGGED[tag] not in hints:
            raise DamageError(f"{path} is of the unknown sort {str(tag)[:40]!r}")
        return _dataclass(TAGGED[tag], value, path, places)
    rest = [hint for hint in hints if hint is not type(None)]
    return _value(rest[0], value, path, places)


def _tuple(hints: tuple[Any, ...], value: Any, path: str, places: list[Place]) -> tuple[Any, ...]:
    if not isinstance(value, list):
        raise DamageError(f"{path} is not a list")
    if hints[-1] is Ellipsis:
        return tuple(_value(hints[0], item, f"{path}[{at}]", places) for at, item in enumerate(value))
    if len(value) != len(hints):
        raise DamageError(f"{path} has {len(value)} values instead of {len(hints)}")
    return tuple(
        _value(hint, item, f"{path}[{at}]", places) for at, (hint, item) in enumerate(zip(hints, value, strict=True))
    )


def _place(value: Any, path: str, places: list[Place]) -> Place:
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value < len(places):
        raise DamageError(f"{path} is not the number of a place")
    return places[value]


def _text(value: Any, path: str) -> str:
    if not isinstance(value, str):
        raise DamageError(f"{path} is not a text")
    return clean(value).text if any("\ud800" <= sign <= "\udfff" or sign == "\0" for sign in value) else value


def _whole(value: Any, path: str) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or abs(value) > 10**12:
        raise DamageError(f"{path} is not a whole number")
    return value


def _number(value: Any, path: str) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or abs(value) > 1e12:
        raise DamageError(f"{path} is not a number")
    return float(value)


def _truth(value: Any, path: str) -> bool:
    if not isinstance(value, bool):
        raise DamageError(f"{path} is neither true nor false")
    return value


READERS: dict[type, Callable[[Any, str], Any]] = {str: _text, int: _whole, float: _number, bool: _truth}


def _check(places: Sequence[Place], timeline: Timeline) -> None:
    """What types cannot say: coordinates exist, ids differ, links lead to the web, evidence lies in its article."""
    for at, place in enumerate(places):
        if not (-90 <= place.lat <= 90 and -180 <= place.lon <= 180):
            raise DamageError(f"places[{at}] lies at latitude {place.lat:g}, longitude {place.lon:g}")
    for at, article in enumerate(timeline.articles):
        _check_link(article.url, f"timeline.articles[{at}].url")
    seen: set[str] = set()
    for at, event in enumerate(timeline.events):
        if event.id in seen:
            raise DamageError(f"timeline.events[{at}].id is {event.id[:40]!r}, as that of an earlier event")
        seen.add(event.id)
        _check_link(event.link, f"timeline.events[{at}].link")
        for proof in event.evidence:
            _check_evidence(proof, timeline, f"timeline.events[{at}].evidence")


def _check_link(link: str, path: str) -> None:
    """Exports make links of these; "javascript:" must never be one."""
    if safe_link(link) != link:
        raise DamageError(f"{path} is {link[:40]!r}, which is no web address")


def _check_evidence(proof: Evidence, timeline: Timeline, path: str) -> None:
    if not 0 <= proof.article < len(timeline.articles):
        raise DamageError(f"{path} names the article {proof.article}")
    length = len(timeline.articles[proof.article].text)
    for span in (proof.sentence, proof.trigger, proof.place, proof.date):
        if span is not None and not 0 <= span.start <= span.end <= length:
            raise DamageError(f"{path} lies outside its article")
