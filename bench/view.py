"""How fast the linked view draws, and how large its pages are: `python bench/view.py`.

Made-up stories of 1,000 to 100,000 events, headless Chromium without a GPU. "frame" is the time between two frames
while the window is dragged over the story, "draw" the script time of one step, "step CPU" the renderer's whole CPU
time for it. folium's TimelineSlider needs 78 ms to its frame at 10,000 events and 1,459 ms at 50,000, st_folium's
best pattern 663 ms at 10,000 (measured on 2 cores, 2025; their pages load remote files, so they are not run here).
"""

from __future__ import annotations

import shutil
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

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
        browser.close()


if __name__ == "__main__":
    main()
