"""The dashboard as a test sees it: a Streamlit server of its own, a tab of Chromium, its rail and its page."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import urlopen

import pytest

WAIT = 30_000
"""Milliseconds that a slow machine may take; nothing here measures speed."""


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@pytest.fixture(scope="session")
def address(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """`streamlit run app.py` from another folder: its settings must come with it."""
    folder = tmp_path_factory.mktemp("elsewhere")
    port = free_port()
    command = [sys.executable, "-m", "streamlit", "run", str(root / "app.py"), f"--server.port={port}"]
    env = {**os.environ, "HOME": str(folder), "PYTHONPATH": str(root)}
    with (folder / "log").open("w") as log:
        server = subprocess.Popen(command, cwd=folder, env=env, stdout=log, stderr=subprocess.STDOUT)
    try:
        until = time.monotonic() + WAIT / 1000
        while not is_up(port):
            assert server.poll() is None and time.monotonic() < until, (folder / "log").read_text()
            time.sleep(0.1)
        yield f"http://127.0.0.1:{port}/"
    finally:
        server.terminate()
        server.wait()


def is_up(port: int) -> bool:
    try:
        return bool(urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=2).status == 200)
    except (URLError, OSError):
        return False


class Screen:
    """One tab with the dashboard open, and what it asked the network for."""

    def __init__(self, browser: Any, address: str, **context: Any) -> None:
        self.context = browser.new_context(
            viewport=context.pop("viewport", {"width": 1280, "height": 720}), accept_downloads=True, **context
        )
        self.address, self.outside, self.errors = address, [], []
        self.tab = self.context.new_page()
        self.tab.set_default_timeout(WAIT)
        self.tab.on("request", self._note)
        self.sent: list[float] = []
        self.tab.on("websocket", lambda socket: socket.on("framesent", lambda _: self.sent.append(time.monotonic())))
        self.tab.on("pageerror", lambda error: self.errors.append(str(error)))
        self.tab.goto(address)
        self.idle()

    def _note(self, request: Any) -> None:
        if not request.url.startswith((self.address, "data:", "blob:", "about:")):
            self.outside.append(request.url)

    def idle(self) -> None:
        """Wait until the script has run to its end and the page in the frame is mounted."""
        self.tab.wait_for_timeout(150)
        self.tab.wait_for_selector('[data-testid="stApp"][data-test-script-state="notRunning"]')
        self.tab.wait_for_selector("iframe.dateline-frame")
        self.page.wait_for_selector(".leaflet-container")

    @property
    def page(self) -> Any:
        """The page inside the frame."""
        frame = self.tab.query_selector("iframe.dateline-frame")
        assert frame is not None
        return frame.content_frame()

    def panel(self, name: str) -> None:
        self.tab.get_by_role("tab", name=name).click()

    def field(self, label: str) -> Any:
        return self.tab.get_by_label(label, exact=True)

    def fill(self, label: str, words: str) -> None:
        self.field(label).fill(words)
        self.field(label).press("Enter")
        self.idle()

    def press(self, button: str) -> None:
        self.tab.get_by_role("button", name=button, exact=True).click()
        self.idle()

    def paste(self, text: str) -> None:
        self.field("Paste your own article").fill(text)
        self.press("Make the map")

    def saved(self, button: str) -> bytes:
        self.panel("Save")
        with self.tab.expect_download() as waiting:
            self.tab.get_by_role("button", name=button, exact=True).click()
        return Path(waiting.value.path()).read_bytes()

    def titles(self) -> list[str]:
        """The titles in the file that saves what is seen."""
        features = json.loads(self.saved("Map data (GeoJSON)"))["features"]
        return [feature["properties"]["title"] for feature in features]


@pytest.fixture
def screen(browser: Any, address: str) -> Iterator[Screen]:
    shown = Screen(browser, address)
    yield shown
    shown.context.close()
    assert not shown.outside, "the dashboard asked the network for something"
    assert not shown.errors
