"""The picture: CPU and memory of a full A4 page at 300 dpi, warm, beside a plain geopandas map in the same run."""

from __future__ import annotations

import gc
import io
import resource
import statistics
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.timeline.snapshot.stories import manta, many
from timeline.snapshot import plan_snapshot
from timeline.snapshot.draw import render_bytes

ROUNDS = 7
RENDERS = 40


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


def plain_map() -> bytes:
    """The same ground by geopandas' own plot, with ten labels and no layout at all."""
    import geopandas
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    from geo.basemap import base_map
    from geo.model import Extent

    ground = base_map(Extent(-85, -6, -72, 3), detail="local")
    figure = Figure(figsize=(11.69, 8.27), dpi=300)
    axes = figure.add_subplot()
    for shapes, color in ((ground.land, "#EFECE6"), (ground.lakes, "#E4EDF3")):
        if shapes:
            geopandas.GeoSeries(list(shapes), crs=4326).plot(ax=axes, color=color, edgecolor="#8FA6B5", linewidth=0.5)
    for lines in (ground.borders, ground.admin1, ground.rivers):
        geopandas.GeoSeries(list(lines), crs=4326).plot(ax=axes, color="#8C8579", linewidth=0.5)
    for k in range(10):
        axes.annotate(f"Place number {k}", (-84 + k, -3 + k % 4))
    out = io.BytesIO()
    FigureCanvasAgg(figure).print_png(out)
    return out.getvalue()


def main() -> None:
    """Print the table."""
    story = manta()
    plan = plan_snapshot(story)
    planned = cpu_seconds(lambda: plan_snapshot(story))
    print(f"{'plan':34} {planned:6.2f} s CPU")
    print(f"{'draw and encode, PNG':34} {cpu_seconds(lambda: render_bytes(plan, 'png')):6.2f} s CPU")
    whole = cpu_seconds(lambda: render_bytes(plan_snapshot(story), "png"))
    plain = cpu_seconds(plain_map)
    print(f"{'whole A4 page, warm':34} {whole:6.2f} s CPU")
    print(f"{'plain geopandas map':34} {plain:6.2f} s CPU  (ours is {whole / plain:.2f} times that)")
    thirty, sixty = many(30), many(60)
    print(
        f"{'30 events (two pages)':34} {cpu_seconds(lambda: render_bytes(plan_snapshot(thirty), 'png'), 3):6.2f} s CPU"
    )
    print(
        f"{'60 events (two pages)':34} {cpu_seconds(lambda: render_bytes(plan_snapshot(sixty), 'png'), 3):6.2f} s CPU"
    )
    gc.collect()
    before = rss_mb()
    for _ in range(RENDERS):
        render_bytes(plan, "png")
    gc.collect()
    print(f"{'memory':34} {rss_mb():6.0f} MB, {rss_mb() - before:+.0f} MB over {RENDERS} renders")


if __name__ == "__main__":
    main()
