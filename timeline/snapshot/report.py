"""What a drawn picture holds: every text, mark and piece of furniture with its measured box, so that tests can ask."""

from __future__ import annotations

from dataclasses import dataclass

from .items import Box

DOTS = frozenset({"dot", "map-dot", "map-hexagon", "strip-dot"})
"""Marks without words, which may cover each other where places or days lie close together."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """One thing on the page: its role, measured box in mm, words, event and colour."""

    page: int
    role: str
    box: Box
    text: str = ""
    event: str = ""
    color: str = ""


@dataclass(frozen=True, slots=True)
class LayoutReport:
    """Everything that was drawn, and which characters no face could draw."""

    pixels: tuple[int, int]
    pages: int
    texts: tuple[Drawn, ...]
    marks: tuple[Drawn, ...]
    furniture: tuple[Drawn, ...]
    missing_glyphs: tuple[str, ...]
    alt: str

    def overlaps(self, slack: float = 0.05) -> tuple[tuple[Drawn, Drawn], ...]:
        """Pairs of texts, texts and marks, and texts or marks and furniture that cover each other."""
        found = []
        things = [*self.texts, *self.marks]
        for k, one in enumerate(things):
            later = things[k + 1 :]
            found += [(one, other) for other in later if one.page == other.page and _collide(one, other, slack)]
            found += [(one, piece) for piece in self.furniture if _covers(one, piece, slack)]
        return tuple(found)

    def of_event(self, event: str, role: str) -> tuple[Drawn, ...]:
        """The marks and texts of one event in one role."""
        return tuple(item for item in (*self.marks, *self.texts) if event in item.event.split() and item.role == role)


def _collide(one: Drawn, other: Drawn, slack: float) -> bool:
    if one.role in DOTS and other.role in DOTS:
        return False
    return one.box.grown(-slack).overlap(other.box.grown(-slack)) > 0


def _covers(one: Drawn, piece: Drawn, slack: float) -> bool:
    """Whether something that does not belong to a piece of furniture reaches into it."""
    if one.page != piece.page or one.role in PARTS_OF.get(piece.role, ()):
        return False
    inner = piece.box.grown(-slack)
    box = one.box.grown(-slack)
    return inner.overlap(box) > 0 and not inner.holds(box)


PARTS_OF: dict[str, tuple[str, ...]] = {"strip": (), "scale": ("scale",)}
