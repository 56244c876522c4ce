"""How long the dashboard takes with a table of 100,000 events: `python bench/dashboard.py`.

A Streamlit server of its own and headless Chromium. Each figure is the time from the message that leaves the browser
to the end of the script's run, as the browser hears of it: another widget's rerun, a released window, a correction.
First paint is compared with a Streamlit page that only says a word, in turns. Times on a busy machine are noisy.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import urlopen

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.timeline.page.stories import many
from timeline.dashboard import server_flags
from timeline.export import save

ROOT = Path(__file__).resolve().parent.parent
EVENTS, TRIES, PAINTS = 100_000, 20, 5
DONE = '[data-testid="stApp"][data-test-script-state="notRunning"]'


@contextmanager
def served(app: Path, *arguments: str) -> Iterator[str]:
    """The address of a Streamlit server that runs `app`."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    flags = [*server_flags(), f"--server.port={port}", "--", *arguments]
    command = [sys.executable, "-m", "streamlit", "run", str(app), *flags]
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    server = subprocess.Popen(command, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        while not _answers(port):
            time.sleep(0.1)
        yield f"http://127.0.0.1:{port}/"
    finally:
        server.terminate()
        server.wait()


def _answers(port: int) -> bool:
    try:
        return bool(urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=2).status == 200)
    except (URLError, OSError):
        return False


class Clock:
    """When the page sent its last message, and when the server's last one came."""

    def __init__(self, tab: Any) -> None:
        self.sent = self.heard = 0.0
        tab.on("websocket", self._listen)
        self.tab = tab

    def _listen(self, channel: Any) -> None:
        channel.on("framesent", lambda _: self._note("sent"))
        channel.on("framereceived", lambda _: self._note("heard"))

    def _note(self, what: str) -> None:
        setattr(self, what, time.perf_counter())

    def time(self, action: Callable[[], Any]) -> float:
        """Milliseconds from the message that `action` causes to the last answer."""
        before = self.sent
        action()
        while self.sent == before:
            self.tab.wait_for_timeout(5)
        sent = self.sent
        quiet = time.perf_counter()
        while time.perf_counter() - max(quiet, self.heard) < 0.5:
            self.tab.wait_for_timeout(20)
        return (self.heard - sent) * 1000


def p95(values: list[float]) -> float:
    return sorted(values)[round(0.95 * (len(values) - 1))]


def show(name: str, values: list[float]) -> None:
    print(f"| {name} | {sorted(values)[len(values) // 2]:,.0f} | {p95(values):,.0f} |", flush=True)


def with_table(browser: Any, folder: Path) -> None:
    """Reruns, releases and corrections with the large table open."""
    table = folder / "events.parquet"
    save(many(EVENTS), table)
    with served(ROOT / "app.py", str(table)) as address:
        tab = browser.new_page(viewport={"width": 1280, "height": 720})
        clock = Clock(tab)
        tab.goto(address)
        tab.set_default_timeout(180_000)
        tab.wait_for_selector("iframe.dateline-frame")
        tab.wait_for_selector(DONE)
        frame = tab.query_selector("iframe.dateline-frame").content_frame()
        frame.wait_for_selector(".leaflet-container")
        tab.wait_for_timeout(3000)
        print(f"\n| with {EVENTS:,} events | median ms | p95 ms |\n|---|---|---|")
        tab.get_by_role("tab", name="Save").click()
        box = tab.get_by_text("Whole sentences", exact=True)
        show("another widget's rerun", [clock.time(box.click) for _ in range(TRIES)])
        handle = frame.get_by_role("slider").first
        handle.focus()
        show("window released", [clock.time(lambda: tab.keyboard.press("PageUp")) for _ in range(TRIES)])
        tab.get_by_role("tab", name="Correct").click()
        title = tab.get_by_label("Title", exact=True)

        def rename(number: int) -> None:
            title.fill(f"Name {number}")
            title.press("Enter")

        rename(0)
        tab.wait_for_timeout(3000)
        show("one correction", [clock.time(lambda n=n: rename(n)) for n in range(1, TRIES + 1)])
        tab.close()


def paint(browser: Any, address: str) -> float:
    """First contentful paint of a fresh tab, in milliseconds."""
    context = browser.new_context()
    tab = context.new_page()
    tab.goto(address)
    tab.wait_for_selector(DONE)
    found = float(tab.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime"))
    context.close()
    return found


def first_paint(browser: Any, folder: Path) -> None:
    """The dashboard's first paint beside that of a page that says a word, in turns after one unmeasured visit each."""
    app = folder / "bare.py"
    app.write_text("import streamlit as st\nst.write('word')\n", encoding="utf-8")
    with served(app) as bare, served(ROOT / "app.py") as ours:
        pairs = [(paint(browser, bare), paint(browser, ours)) for _ in range(PAINTS + 1)][1:]
    middle = [sorted(column)[PAINTS // 2] for column in zip(*pairs, strict=True)]
    print(f"\nfirst paint: {middle[1]:,.0f} ms, of a bare page {middle[0]:,.0f} ms: {middle[1] / middle[0]:.2f} times")


def main() -> None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as name:
        executable = shutil.which("chromium") or shutil.which("google-chrome")
        browser = playwright.chromium.launch(executable_path=executable, args=["--no-sandbox", "--disable-gpu"])
        first_paint(browser, Path(name))
        with_table(browser, Path(name))
        browser.close()
    print(f"\nload of the machine at the end: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")


if __name__ == "__main__":
    main()
