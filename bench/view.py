"""How fast the linked view draws, beside what people use today, and how large its pages are: `python bench/view.py`.

Made-up stories of 1,000 to 100,000 events, headless Chromium without a GPU. "frame" is the time between two frames
while the window is dragged over the story, "draw" the script time of one step, "step CPU" the CPU time of the
renderer's main thread for it. The peers are measured in the same run at 10,000 events, of which the same share is
visible at each step; their scripts are fetched with npm (see _peers.py), and they are left out where that fails.
Times on a busy machine are noisy, so look at CPU and at ratios; the load is told.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench import _peers
from tests.timeline.page.stories import many
from timeline.page import page_html

STEPS = 120
DRAG = """async ([steps, share]) => {
  await dateline.view.ready;
  const model = dateline.view.model;
  const span = model.last - model.first;
  const length = Math.round(span * share);
  const frames = [];
  const draws = [];
  const at = (step) => model.first + Math.round(((span - length) * step) / steps);
  let last = performance.now();
  for (let step = 0; step < steps; step++) {
    await new Promise((done) => requestAnimationFrame(done));
    const now = performance.now();
    frames.push(now - last);
    last = now;
    model.setWindow([at(step), at(step) + length]);
  }
  for (let step = 0; step < steps; step++) {
    model.setWindow([at(step), at(step) + length]);
    const before = performance.now();
    dateline.view.draw();
    draws.push(performance.now() - before);
    await new Promise((done) => requestAnimationFrame(done));
  }
  const rank = (list, share) => [...list].sort((a, b) => a - b)[Math.floor((list.length - 1) * share)];
  return {
    "frame median": rank(frames.slice(2), 0.5),
    "frame p95": rank(frames.slice(2), 0.95),
    "draw median": rank(draws, 0.5),
    "draw p95": rank(draws, 0.95),
  };
}"""


def task_seconds(session: Any) -> float:
    """CPU seconds of the renderer's main thread so far."""
    metrics = session.send("Performance.getMetrics")["metrics"]
    return float(next(metric["value"] for metric in metrics if metric["name"] == "TaskDuration"))


def measure(browser: Any, count: int, folder: Path) -> dict[str, float]:
    story = many(count, text=count <= 20_000)
    before = time.process_time()
    html = page_html(story)
    built = time.process_time() - before
    file = folder / f"{count}.html"
    file.write_text(html, encoding="utf-8")
    page = browser.new_page(viewport={"width": 1280, "height": 720})
    page.goto(file.as_uri())
    page.evaluate("dateline.view.ready")
    page.wait_for_timeout(500)
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    start = task_seconds(session)
    found: dict[str, float] = page.evaluate(DRAG, [STEPS, 0.3])
    cpu = (task_seconds(session) - start) / (2 * STEPS)
    page.close()
    return {"page kB": len(html.encode()) / 1000, "build CPU s": built, **found, "step CPU ms": cpu * 1000}


OURS = """const { model } = dateline.view; const span = model.last - model.first;
  const from = model.first + Math.round(span * (1 - share) * at);
  model.setWindow([from, from + Math.round(span * share)]); dateline.view.draw();"""
PEER_STEPS = 12


def step_cpu(browser: Any, page_text: str, move: str, file: Path) -> float:
    """Milliseconds of CPU of the renderer's main thread for one time step."""
    file.write_text(page_text, encoding="utf-8")
    page = browser.new_page(viewport={"width": 1280, "height": 720})
    page.route("**/*", _peers.answer)
    page.goto(file.as_uri())
    page.wait_for_timeout(3000)
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    page.evaluate(_peers.STEP, [3, _peers.SHARE, move])
    start = task_seconds(session)
    page.evaluate(_peers.STEP, [PEER_STEPS, _peers.SHARE, move])
    cpu = (task_seconds(session) - start) / PEER_STEPS
    page.close()
    return cpu * 1000


def beside_peers(browser: Any, folder: Path, count: int) -> None:
    """One time step here and there, and how many times more the others take."""
    story = many(count, text=False)
    pages = {"this view": (page_html(story), OURS)}
    if _peers.fetch():
        pages["folium TimelineSlider"] = _peers.timeline_slider(story, canvas=False)
        pages["folium TimelineSlider, circles on a canvas"] = _peers.timeline_slider(story, canvas=True)
        if count <= 10_000:  # beyond, one of its steps takes seconds
            pages["folium TimestampedGeoJson"] = _peers.timestamped_geojson(story, canvas=False)
            pages["folium TimestampedGeoJson on a canvas"] = _peers.timestamped_geojson(story, canvas=True)
    else:
        print("\nThe peers' packages could not be fetched, so nothing is compared.")
    print(f"\n| one time step at {count:,} events | CPU ms | times ours | page kB |\n|---|---|---|---|")
    ours = None
    for name, (text, move) in pages.items():
        cpu = step_cpu(browser, text, move, folder / "peer.html")
        ours = ours or cpu
        print(f"| {name} | {cpu:,.1f} | {cpu / ours:,.1f} | {len(text.encode()) / 1000:,.0f} |", flush=True)


def main() -> None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        executable = shutil.which("chromium") or shutil.which("google-chrome")
        browser = playwright.chromium.launch(executable_path=executable, args=["--no-sandbox", "--disable-gpu"])
        for number, count in enumerate((1_000, 10_000, 100_000)):
            row = measure(browser, count, Path(folder))
            if not number:
                print("| events | " + " | ".join(row) + " |")
                print("|---" * (len(row) + 1) + "|")
            print(f"| {count:,} | " + " | ".join(f"{value:,.1f}" for value in row.values()) + " |", flush=True)
        for count in (10_000, 50_000):
            beside_peers(browser, Path(folder), count)
        browser.close()
    print(f"\nload of the machine at the end: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")


if __name__ == "__main__":
    main()
