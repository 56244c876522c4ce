"""The words for dates in the languages of the picture: English and Spanish.

Days are written "6 Nov 2025" and "6 nov 2025": day, month, year, because "06/11/2025" means two days in two countries.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Speech:
    """How a language writes dates; {x}, {a} and {b} stand for dates, {y} for a year, {name} for a month."""

    months: tuple[str, ...]
    names: tuple[str, ...]
    month_year: str
    early: str
    mid: str
    late: str
    bc: str
    no_date: str
    about: str
    some_time: str
    since: str
    until: str
    or_later: str
    or_earlier: str
    by: str
    week: str
    decade: str
    from_to: str


ENGLISH = Speech(
    months=("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
    names=(
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ),
    month_year="{name} {y}",
    early="early {x}",
    mid="mid-{x}",
    late="late {x}",
    bc="{y} BC",
    no_date="no date",
    about="about {x}",
    some_time="at some time",
    since="since {x}",
    until="until {x}",
    or_later="{x} or later",
    or_earlier="{x} or earlier",
    by="by {x}",
    week="week of {x}",
    decade="the {y}s",
    from_to="from {a} to {b}",
)  # fmt: skip
SPANISH = Speech(
    months=("ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sep", "oct", "nov", "dic"),
    names=(
        "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre",
        "diciembre",
    ),
    month_year="{name} de {y}",
    early="principios de {x}",
    mid="mediados de {x}",
    late="finales de {x}",
    bc="{y} a. C.",
    no_date="sin fecha",
    about="hacia {x}",
    some_time="alguna vez",
    since="desde {x}",
    until="hasta {x}",
    or_later="{x} o después",
    or_earlier="{x} o antes",
    by="a más tardar {x}",
    week="semana del {x}",
    decade="década de {y}",
    from_to="de {a} a {b}",
)  # fmt: skip
SPEECH: Mapping[str, Speech] = MappingProxyType({"en": ENGLISH, "es": SPANISH})
