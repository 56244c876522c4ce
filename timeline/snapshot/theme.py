"""Colours, type sizes and the boxes of each preset: every number of the layout that is a choice, in one place."""

from __future__ import annotations

from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Literal, TypeAlias

from .items import Box

ThemeName: TypeAlias = Literal["light", "dark"]
PresetName: TypeAlias = Literal["a4-landscape", "a4-portrait", "slide", "social", "square", "column"]


@dataclass(frozen=True, slots=True)
class Theme:
    """The colours of a picture, sRGB."""

    name: ThemeName
    paper: str
    sea: str
    land: str
    focus: str
    contested: str
    coast: str
    border: str
    first_level: str
    lake_edge: str
    river: str
    text: str
    muted: str
    faint: str
    country_label: str
    sea_label: str
    halo: str
    frame: str
    band: str
    window: str
    accent: str
    globe_land: str
    ring: str


LIGHT = Theme(
    name="light",
    paper="#FFFFFF",
    sea="#E4EDF3",
    land="#EFECE6",
    focus="#FBFAF6",
    contested="#E6E3E0",
    coast="#8FA6B5",
    border="#8C8579",
    first_level="#CFC8BA",
    lake_edge="#A9BECB",
    river="#B9CDD9",
    text="#15191E",
    muted="#4A525B",
    faint="#5C636A",
    country_label="#5C636A",
    sea_label="#3F6E8C",
    halo="#FFFFFF",
    frame="#C9CDD1",
    band="#F1F4F6",
    window="#DCE6F0",
    accent="#C8400F",
    globe_land="#B4B4B0",
    ring="#5C636A",
)
DARK = Theme(
    name="dark",
    paper="#14181D",
    sea="#0E1A24",
    land="#252A30",
    focus="#323940",
    contested="#2B2B30",
    coast="#4F6473",
    border="#7C766C",
    first_level="#454B52",
    lake_edge="#33475A",
    river="#24394A",
    text="#F3F5F7",
    muted="#C3CAD1",
    faint="#A9B1B9",
    country_label="#A9B1B9",
    sea_label="#7FB0CF",
    halo="#14181D",
    frame="#3A424A",
    band="#1B2128",
    window="#26323E",
    accent="#E8622F",
    globe_land="#565C62",
    ring="#B4BCC4",
)
THEMES = MappingProxyType({"light": LIGHT, "dark": DARK})


@dataclass(frozen=True, slots=True)
class Preset:
    """The boxes of one format, in millimetres, and its type sizes in points. None = the part is left out.

    `pixels` is fixed for screen formats; for paper it follows from the dpi. `scale` multiplies marks and map labels.
    """

    name: PresetName
    width: float
    height: float
    margin: float
    frame: Box
    events: Box | None
    strip: Box | None
    title_y: float
    subtitle_y: float
    title_size: float
    subtitle_size: float
    key_y: float | None
    footer_y: float
    pixels: tuple[int, int] | None = None
    scale: float = 1.0
    list_scale: float = 1.0
    globe: float = 25.0
    inset: float = 36.0
    max_chips: int = 30
    columns: int = 1
    min_title_size: float = 15.0
    footer_size: float = 6.4
    list_most: int = 0
    """Only so many of the weightiest events are listed; 0 lists all, on further pages if need be."""


PRESETS = MappingProxyType(
    {
        "a4-landscape": Preset(
            "a4-landscape", 297, 210, 12, Box(12, 34, 182, 124), Box(201, 34, 84, 124), Box(12, 163, 273, 27),
            22.2, 28.6, 19, 10, 196.2, 201.2,
        ),
        "a4-portrait": Preset(
            "a4-portrait", 210, 297, 12, Box(12, 34, 186, 118), Box(12, 188, 186, 88), Box(12, 157, 186, 27),
            22.2, 28.6, 19, 10, 283.2, 288.2, columns=2,
        ),
        "slide": Preset(
            "slide", 320, 180, 11, Box(11, 33, 196, 104), Box(214, 33, 95, 104), Box(11, 141, 298, 25),
            20.6, 28.0, 21, 11.5, 171.0, 175.4, pixels=(1920, 1080), list_scale=1.06, inset=33,
        ),
        "social": Preset(
            "social", 200, 112.5, 7, Box(7, 25.5, 120, 76.5), Box(133, 25.5, 60, 76.5), None,
            15.6, 21.4, 16, 9, None, 106.9, pixels=(1200, 675), scale=1.05, globe=17, inset=26, max_chips=6,
            min_title_size=12, footer_size=6.7, list_most=6,
        ),
        "square": Preset(
            "square", 180, 180, 8, Box(8, 26.5, 164, 66), Box(8, 117.5, 164, 45.6), Box(8, 95, 164, 19.5),
            16.6, 22.4, 17, 9.5, 169.8, 174.4, pixels=(1080, 1080), scale=1.05, globe=18, inset=26, columns=2,
            min_title_size=12, footer_size=6.6, list_most=8,
        ),
        "column": Preset(
            "column", 85, 92, 4, Box(4, 15.5, 77, 62), None, None,
            8.4, 12.6, 10, 6.6, None, 80.6, scale=0.85, globe=13, inset=18, max_chips=12, min_title_size=8,
            footer_size=4.8,
        ),
    }
)  # fmt: skip
_LANDSCAPE, _PORTRAIT, _SLIDE = (PRESETS[name] for name in ("a4-landscape", "a4-portrait", "slide"))
DENSE = MappingProxyType(
    {
        "a4-landscape": replace(
            _LANDSCAPE, frame=Box(12, 34, 150, 124), strip=Box(12, 163, 150, 27), events=Box(169, 34, 116, 156),
            columns=2,
        ),
        "a4-portrait": replace(
            _PORTRAIT, frame=Box(12, 34, 186, 96), strip=Box(12, 134, 186, 25), events=Box(12, 164, 186, 112),
        ),
        "slide": replace(
            _SLIDE, frame=Box(11, 33, 168, 104), strip=Box(11, 141, 168, 25), events=Box(186, 33, 123, 133),
            columns=2,
        ),
    }
)  # fmt: skip
"""The same formats with a smaller map and a longer list, for stories that would need a second page."""
CHIP, CHIP_GAP = 4.6, 0.5
