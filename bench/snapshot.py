"""The picture: CPU and memory of a full A4 page at 300 dpi, beside plain geopandas and cartopy in the same run.

cartopy is no part of the environment; where it cannot be imported its row says so. Put it beside with
`pip install --target DIR --no-deps cartopy pyshp pyproj` and PYTHONPATH=DIR.
"""

from __future__ import annotations

import gc
import io
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

from tests.timeline.snapshot.stories import manta, many
from timeline.snapshot import plan_snapshot
from timeline.snapshot.draw import render_bytes

ROUNDS = 7
RENDERS = 100
PRESETS = ("a4-landscape", "a4-portrait", "slide", "square")
ROOT = Path(__file__).parent.parent
TABLE = "title,start,place,lat,lon,kind\n" + "".join(
    f"Event number {k},2025-0{1 + k % 9}-1{k % 9},Manta,-0.{90 + k},-80.{60 + k},visit\n" for k in range(10)
)


def cpu_seconds(work: Callable[[], Any], rounds: int = ROUNDS) -> float:
    """The median CPU time of one call, after one call to warm up."""
    work()
    spent = []
    for _ in range(rounds):
        start = time.process_time()
        work()
        spent.append(time.process_time() - start)
    return statistics.median(spent)


def rss_mb() -> float:
    """Resident memory now."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * resource.getpagesize() / 1e6


def _ground() -> Any:
    from geo.basemap import base_map
    from geo.model import Extent

    return base_map(Extent(-85, -6, -72, 3), detail="local")


def _written(figure: Any) -> bytes:
    from matplotlib.backends.backend_agg import FigureCanvasAgg

    out = io.BytesIO()
    FigureCanvasAgg(figure).print_png(out)
    return out.getvalue()


def geopandas_map() -> bytes:
    """The same ground by geopandas' own plot, with ten labels and no layout at all."""
    import geopandas
    from matplotlib.figure import Figure

    ground = _ground()
    figure = Figure(figsize=(11.69, 8.27), dpi=300)
    axes = figure.add_subplot()
    for shapes, color in ((ground.land, "#EFECE6"), (ground.lakes, "#E4EDF3")):
        if shapes:
            geopandas.GeoSeries(list(shapes), crs=4326).plot(ax=axes, color=color, edgecolor="#8FA6B5", linewidth=0.5)
    for lines in (ground.borders, ground.admin1, ground.rivers):
        geopandas.GeoSeries(list(lines), crs=4326).plot(ax=axes, color="#8C8579", linewidth=0.5)
    for k in range(10):
        axes.annotate(f"Place number {k}", (-84 + k, -3 + k % 4))
    return _written(figure)


def cartopy_map() -> bytes:
    """The same ground by cartopy in the projection of the picture, with ten labels and no layout at all."""
    from matplotlib.figure import Figure

    crs: Any = import_module("cartopy.crs")
    ground, plain = _ground(), crs.PlateCarree()
    figure = Figure(figsize=(11.69, 8.27), dpi=300)
    axes: Any = figure.add_subplot(projection=crs.LambertAzimuthalEqualArea(-78.5, -1.5))
    axes.set_extent((-85, -72, -6, 3), plain)
    axes.add_geometries(ground.land, plain, facecolor="#EFECE6", edgecolor="#8FA6B5", linewidth=0.5)
    axes.add_geometries(ground.lakes, plain, facecolor="#E4EDF3", edgecolor="#8FA6B5", linewidth=0.5)
    for lines in (ground.borders, ground.admin1, ground.rivers):
        axes.add_geometries(lines, plain, facecolor="none", edgecolor="#8C8579", linewidth=0.5)
    for k in range(10):
        axes.text(-84 + k, -3 + k % 4, f"Place number {k}", transform=plain)
    return _written(figure)


def cold(source: Path) -> tuple[float, float]:
    """CPU seconds and peak memory (MB) of the command line, from its start to the written PNG; the least of three."""
    runs = []
    for _ in range(3):
        with tempfile.TemporaryDirectory() as folder:
            code = (
                "import re, sys, time\n"
                f"sys.argv = ['dateline', 'build', {str(source)!r}, '-o', {folder!r} + '/x.png']\n"
                "from timeline.cli import main\n"
                "try:\n    main()\nexcept SystemExit as ended:\n    assert not ended.code, ended.code\n"
                "status = open('/proc/self/status').read()\n"
                "print(time.process_time(), re.search(r'VmHWM:\\s+(\\d+)', status)[1])"
            )
            done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
            seconds, kilobytes = done.stdout.split()
            runs.append((float(seconds), float(kilobytes) / 1000))
    return min(runs)


def row(what: str, seconds: float, more: str = "") -> None:
    """One line of the table."""
    print(f"{what:44} {seconds:6.2f} s CPU{more}")


def warm_rows() -> None:
    """Planning, drawing and the whole page, and the same ground by others."""
    story = manta()
    plan = plan_snapshot(story)
    row("plan", cpu_seconds(lambda: plan_snapshot(story)))
    row("draw and encode, PNG", cpu_seconds(lambda: render_bytes(plan, "png")))
    whole = cpu_seconds(lambda: render_bytes(plan_snapshot(story), "png"))
    row("whole A4 page at 300 dpi, warm", whole)
    row("the same without ground kept from before", cpu_seconds(_unkept))
    plain = cpu_seconds(geopandas_map)
    row("plain geopandas map", plain, f"  (ours is {whole / plain:.2f} times that)")
    try:
        other = cpu_seconds(cartopy_map)
    except ImportError:
        print(f"{'plain cartopy map':44}    not installed")
    else:
        row("plain cartopy map", other, f"  (ours is {whole / other:.2f} times that)")
    for fmt in ("svg", "pdf"):
        row(f"whole A4 page as {fmt.upper()}", cpu_seconds(lambda fmt=fmt: render_bytes(plan_snapshot(story), fmt), 3))  # type: ignore[misc]
    for count in (30, 60):
        told = many(count)
        row(f"{count} events, all pages", cpu_seconds(lambda told=told: render_bytes(plan_snapshot(told), "png"), 3))  # type: ignore[misc]


def _unkept() -> None:
    from geo.basemap import base_map, outline

    base_map.cache_clear()
    outline.cache_clear()
    render_bytes(plan_snapshot(manta()), "png")


def main() -> None:
    """Print the table."""
    warm_rows()
    with tempfile.TemporaryDirectory() as folder:
        table = Path(folder) / "events.csv"
        table.write_text(TABLE, encoding="utf-8")
        for what, source in (("a table", table), ("a text", ROOT / "seeds" / "manta.md")):
            seconds, megabytes = cold(source)
            row(f"command line from {what}, cold", seconds, f", peak memory {megabytes:.0f} MB")
    stories = (manta(), many(10), many(30))
    gc.collect()
    before = rss_mb()
    for k in range(RENDERS):
        render_bytes(plan_snapshot(stories[k % 3], preset=PRESETS[k % 4]), "png")  # type: ignore[arg-type]
        if k == 11:
            gc.collect()
            before = rss_mb()
    gc.collect()
    print(f"{'memory':44} {rss_mb():6.0f} MB, {rss_mb() - before:+.0f} MB over {RENDERS - 12} renders, 4 presets")


if __name__ == "__main__":
    main()
