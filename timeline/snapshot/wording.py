"""The picture's own words, in English and Spanish, and the sentence for those who cannot see it."""

from __future__ import annotations

from collections.abc import Sequence
from types import MappingProxyType

from ..dates.calendar import civil
from ..model import Article, Event, Timeline
from ..words import range_words, when_words, year_words

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
    "of": "{inset}, {km} km {compass} of {place}",
    "page": "Page {page} of {pages}",
    "size": "disc size: number of events",
    "hex": "shade: number of events",
    "checked": "Machine-made, {n} of {m} checked",
    "source": "Source: {sources}",
    "places": "Places: GeoNames (CC BY 4.0)",
    "ground": "Base map: Natural Earth (public domain)",
    "Lambert azimuthal equal-area": "Lambert azimuthal equal-area",
    "Equal Earth": "Equal Earth",
    "count": "{n} events",
    "count_one": "1 event",
    "alt": "Map and timeline",
    "alt_more": "And {n} more events.",
    "alt_denied": " (possible or denied)",
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
    "of": "{inset}, a {km} km al {compass} de {place}",
    "page": "Página {page} de {pages}",
    "size": "tamaño: número de hechos",
    "hex": "tono: número de hechos",
    "checked": "Hecho por máquina, {n} de {m} comprobados",
    "source": "Fuente: {sources}",
    "places": "Lugares: GeoNames (CC BY 4.0)",
    "ground": "Mapa base: Natural Earth (dominio público)",
    "Lambert azimuthal equal-area": "acimutal equivalente de Lambert",
    "Equal Earth": "Equal Earth",
    "count": "{n} hechos",
    "count_one": "1 hecho",
    "alt": "Mapa y cronología",
    "alt_more": "Y {n} hechos más.",
    "alt_denied": " (posible o negado)",
}
WORDS = MappingProxyType({"en": EN, "es": ES})
LANGUAGES = tuple(WORDS)
LONGEST_SOURCE = 120
"""Characters."""
TOLD = 40
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


def figure(number: int, lang: str) -> str:
    """A whole number as the language groups its digits: "1,200", "1.200"."""
    return f"{number:,}".replace(",", "." if lang == "es" else ",")


def compass_word(direction: str, lang: str) -> str:
    """A direction in the language of the labels."""
    return COMPASS_ES[direction] if lang == "es" else direction


def default_title(timeline: Timeline) -> str:
    """The timeline's title, else that of its first article that has one."""
    titles = [timeline.title, *(article.title for article in timeline.articles)]
    return next((title.strip() for title in titles if title.strip()), "")


def default_subtitles(timeline: Timeline, lang: str) -> list[str]:
    """How many events, where and when, the longest first: "11 events at Manta, Salinas and Ecuador, 2008–2025"."""
    count = len(timeline.events)
    noun = ("hecho" if count == 1 else "hechos") if lang == "es" else ("event" if count == 1 else "events")
    names = list(dict.fromkeys(event.place.name for event in timeline.events if event.is_on_map and event.place))
    when = reach_words(timeline.events, lang)
    most = len(names) if len(names) <= 4 else 3
    wheres = [_where(names, shown, lang) for shown in range(most, 0, -1)]
    told = figure(count, lang)
    return [f"{told} {noun}{where}{f', {when}' if when else ''}" for where in (*wheres, "")]


def _where(names: Sequence[str], shown: int, lang: str) -> str:
    """The first so many places, and how many more."""
    joint, more, at = (" y ", "otros {n}", "en") if lang == "es" else (" and ", "{n} more", "at")
    left = len(names) - shown
    named = [*names[:shown], *([more.format(n=left)] if left else [])]
    return f" {at} {', '.join(named[:-1])}{joint if len(named) > 1 else ''}{named[-1]}"


def reach_words(events: Sequence[Event], lang: str) -> str:
    """From the first to the last day of the dated events, years only where they span several: "2008–2025"."""
    days = [d for e in events if e.when for d in (e.when.earliest, e.when.latest) if d is not None]
    if not days:
        return ""
    first, last = min(days), max(days)
    if last - first <= 730:
        return range_words(first, last, lang=lang)
    return f"{year_words(civil(first)[0], lang)}–{year_words(civil(last)[0], lang)}"


def footer_words(timeline: Timeline, lang: str, credit: str = "") -> str:
    """Who made it, machine-made or checked, sources, licences of the data, and that borders are not endorsed."""
    sources = short_sources(timeline)
    checked, count = sum(event.checked for event in timeline.events), len(timeline.events)
    made = word("checked", lang).format(n=figure(checked, lang), m=figure(count, lang))
    told = word("source", lang).format(sources=sources) if sources else ""
    parts = [credit.rstrip(" ."), made, told, word("places", lang), word("ground", lang)]
    return ". ".join(part for part in parts if part) + ". " + word("boundaries", lang)


def short_sources(timeline: Timeline) -> str:
    """The articles' sources, each with its address where that is short; so many as a footer holds, and how many more.

    The licences of the data must never be what is cut off.
    """
    named = list(dict.fromkeys(_source(article) for article in timeline.articles if article.source or article.url))
    shown: list[str] = []
    for name in named:
        if shown and len("; ".join([*shown, name])) > LONGEST_SOURCE:
            break
        shown.append(name if len(name) <= LONGEST_SOURCE else name[: LONGEST_SOURCE - 1].rstrip(" ,;") + "…")
    left = len(named) - len(shown)
    return "; ".join(shown) + (f" (+{left})" if left else "")


def _source(article: Article) -> str:
    """Name and address; an address that would have to be cut is left to its host."""
    host_and_path = article.url.partition("://")[2].removeprefix("www.").rstrip("/")
    whole = ", ".join(part for part in (article.source, host_and_path) if part)
    if len(whole) <= LONGEST_SOURCE:
        return whole
    return ", ".join(part for part in (article.source, host_and_path.partition("/")[0]) if part)


def alt_text(timeline: Timeline, title: str, subtitle: str, lang: str) -> str:
    """What the picture says, in sentences, for those who cannot see it; at most 40 events are told one by one."""
    kind = word("alt", lang)
    lines = [f"{kind}: {title}." if title else f"{kind}.", f"{subtitle}." if subtitle else ""]
    for number, event in enumerate(timeline.events[:TOLD], 1):
        where = f", {event.place.name}" if event.place else ""
        note = word("alt_denied", lang) if event.group == "not_happened" else ""
        lines.append(f"{number}. {when_words(event.when, lang)}{where}: {event.title}{note}.")
    if len(timeline.events) > TOLD:
        lines.append(word("alt_more", lang).format(n=len(timeline.events) - TOLD))
    return " ".join(line for line in lines if line)
