"""The picture for a report: a map with numbered events, their list and a timeline strip, fit to print.

`plan_snapshot` decides where everything stands, `render` draws it; the same timeline gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..model import Timeline
from .items import SnapshotPlan
from .multiples import plan_multiples
from .plan import Window, plan_snapshot, to_json
from .report import LayoutReport

if TYPE_CHECKING:
    from .draw import Format


def render(plan: SnapshotPlan, out: Path, fmt: Format = "png") -> LayoutReport:
    """Draw a plan into the file `out` as "png", "svg" or "pdf"; what was drawn, box by box."""
    from .draw import render_bytes

    made, report = render_bytes(plan, fmt)
    out.write_bytes(made)
    return report


def snapshot_bytes(timeline: Timeline, *, fmt: Format = "png", **options: Any) -> bytes:
    """The picture of a timeline as one file; options as in `plan_snapshot`.

    Where the list of events goes on to further pages, PNG and SVG hold them one below the other.
    """
    from .draw import render_bytes

    return render_bytes(plan_snapshot(timeline, **options), fmt)[0]


def snapshot_pages(timeline: Timeline, *, fmt: Format = "png", **options: Any) -> tuple[bytes, ...]:
    """The picture as files of one page each (PDF: one file with all pages); options as in `plan_snapshot`."""
    from .draw import render_pages

    return render_pages(plan_snapshot(timeline, **options), fmt)


def render_multiples(
    timeline: Timeline, periods: Sequence[Window], out: Path, *, columns: int = 3, fmt: Format = "png", **options: Any
) -> LayoutReport:
    """Draw one small map a period into the file `out`; options as in `plan_multiples`."""
    return render(plan_multiples(timeline, periods, columns=columns, **options), out, fmt)


__all__ = [
    "LayoutReport",
    "SnapshotPlan",
    "plan_multiples",
    "plan_snapshot",
    "render",
    "render_multiples",
    "snapshot_bytes",
    "snapshot_pages",
    "to_json",
]
