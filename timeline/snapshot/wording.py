"""The picture's own words, in English and Spanish, and the sentence for those who cannot see it."""

from __future__ import annotations

from collections.abc import Sequence
from types import MappingProxyType

from ..model import Event, Timeline
from ..words import checked_words, range_words, source_words, when_words

EN = {
    "events": "EVENTS",
    "continued": "EVENTS, CONTINUED",
    "background": "BACKGROUND",
    "window": "WINDOW",
    "later": "LATER",
    "exact": "exact place",
    "area": "area only",
    "country": "whole country",
    "mentioned": "mentioned, no event here",
    "planned": "planned",
    "unplaced": "no place",
    "denied": "possible or denied",
    "date_only": "Without a place",
    "place_only": "Without a date",
    "neither": "Without place and date",
    "not_happened": "Possible or denied, not on the map",
    "off_map": "off the map",
    "no_map": "No event has a place that could be mapped.",
    "no_dates": "No event has a date.",
    "no_events": "No event inside the window.",
    "more": "{n} more on page {page}",
    "further": "and {n} more events",
    "boundaries": "Boundaries do not imply endorsement.",
    "made_with": "Made with Dateline",
    "no_events_here": "no event",
    "of": "{inset}, {km} km {compass} of {place}",
    "page": "Page {page} of {pages}",
    "size": "disc size: number of events",
    "hex": "shade: number of events",
}
ES = {
    "events": "HECHOS",
    "continued": "HECHOS, CONTINUACIÓN",
    "background": "ANTECEDENTES",
    "window": "VENTANA",
    "later": "DESPUÉS",
    "exact": "lugar exacto",
    "area": "solo la zona",
    "country": "país entero",
    "mentioned": "mencionado, sin hechos aquí",
    "planned": "previsto",
    "unplaced": "sin lugar",
    "denied": "posible o negado",
    "date_only": "Sin lugar",
    "place_only": "Sin fecha",
    "neither": "Sin lugar ni fecha",
    "not_happened": "Posible o negado, fuera del mapa",
    "off_map": "fuera del mapa",
    "no_map": "Ningún hecho tiene un lugar que se pueda situar.",
    "no_dates": "Ningún hecho tiene fecha.",
    "no_events": "Ningún hecho en la ventana.",
    "more": "{n} más en la página {page}",
    "further": "y {n} hechos más",
    "boundaries": "Los límites no implican reconocimiento.",
    "made_with": "Hecho con Dateline",
    "no_events_here": "sin hechos",
    "of": "{inset}, a {km} km al {compass} de {place}",
    "page": "Página {page} de {pages}",
    "size": "tamaño: número de hechos",
    "hex": "tono: número de hechos",
}
WORDS = MappingProxyType({"en": EN, "es": ES})
LANGUAGES = tuple(WORDS)
LONGEST_SOURCE = 120
COMPASS_ES = MappingProxyType(
    {
        "north": "norte",
        "northeast": "noreste",
        "east": "este",
        "southeast": "sureste",
        "south": "sur",
        "southwest": "suroeste",
        "west": "oeste",
        "northwest": "noroeste",
    }
)
GROUP_ES = MappingProxyType(
    {
        "conflict": "Conflicto y ejército",
        "politics": "Política",
        "law": "Ley y justicia",
        "diplomacy": "Diplomacia y declaraciones",
        "disaster": "Desastres y salud",
        "economy": "Economía y tecnología",
        "other": "Otros",
    }
)


def word(key: str, lang: str) -> str:
    """One of the picture's own words in the language of its labels."""
    return WORDS[lang][key]


def compass_word(direction: str, lang: str) -> str:
    """A direction in the language of the labels."""
    return COMPASS_ES[direction] if lang == "es" else direction


def default_title(timeline: Timeline) -> str:
    """The timeline's title, else that of its first article that has one."""
    titles = [timeline.title, *(article.title for article in timeline.articles)]
    return next((title.strip() for title in titles if title.strip()), "")


def default_subtitle(timeline: Timeline, places: Sequence[str], lang: str) -> str:
    """How many events, where and when: "11 events at Manta, Salinas and Ecuador, 2008–17 Dec 2025"."""
    count = len(timeline.events)
    noun = ("hecho" if count == 1 else "hechos") if lang == "es" else ("event" if count == 1 else "events")
    joint, more, at = (" y ", "otros {n}", "en") if lang == "es" else (" and ", "{n} more", "at")
    names = list(dict.fromkeys(places))
    named = names[:3] if len(names) > 4 else names
    if len(names) > len(named):
        named = [*named, more.format(n=len(names) - len(named))]
    where = f" {at} {', '.join(named[:-1])}{joint if len(named) > 1 else ''}{named[-1]}" if named else ""
    when = reach_words(timeline.events)
    return f"{count} {noun}{where}{f', {when}' if when else ''}"


def reach_words(events: Sequence[Event]) -> str:
    """From the first to the last day of the dated events, years only where they span several: "2008–2025"."""
    days = [d for e in events if e.when for d in (e.when.earliest, e.when.latest) if d is not None]
    if not days:
        return ""
    first, last = min(days), max(days)
    if last - first <= 730:
        return range_words(first, last)
    return f"{range_words(first, first).split()[-1]}–{range_words(last, last).split()[-1]}"


def footer_words(timeline: Timeline, lang: str) -> str:
    """Machine-made or checked, sources, licences of the data, and that borders are not endorsed."""
    sources = source_words(timeline)
    if len(sources) > LONGEST_SOURCE:  # the licences of the data must never be what is cut off
        sources = sources[:LONGEST_SOURCE].rstrip(" ,;") + "…"
    parts = [checked_words(timeline), f"Source: {sources}" if sources else ""]
    parts += ["Places: GeoNames (CC BY 4.0)", "Base map: Natural Earth (public domain)"]
    return ". ".join(part for part in parts if part) + ". " + word("boundaries", lang)


def alt_text(timeline: Timeline, title: str, subtitle: str) -> str:
    """What the picture says, in sentences, for those who cannot see it; at most 40 events are told one by one."""
    lines = [f"Map and timeline: {title}." if title else "Map and timeline.", f"{subtitle}."]
    for number, event in enumerate(timeline.events[:40], 1):
        where = f", {event.place.name}" if event.place else ""
        note = " (possible or denied)" if event.group == "not_happened" else ""
        lines.append(f"{number}. {when_words(event.when)}{where}: {event.title}{note}.")
    if len(timeline.events) > 40:
        lines.append(f"And {len(timeline.events) - 40} more events.")
    return " ".join(lines)
