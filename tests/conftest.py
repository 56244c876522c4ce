"""What the tests share: paths, the shipped stories, one browser for the whole run."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(autouse=True)
def main_module_stays() -> Iterator[None]:
    """Streamlit's test driver leaves app.py behind as `__main__`; a process spawned later would run the dashboard."""
    before = sys.modules["__main__"]
    yield
    sys.modules["__main__"] = before


@pytest.fixture(scope="session")
def root() -> Path:
    """The top of the checkout."""
    return ROOT


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """One headless Chromium for the whole run, without any background traffic of its own."""
    from playwright.sync_api import sync_playwright

    executable = shutil.which("chromium") or shutil.which("google-chrome")
    assert executable, "the browser tests need Chromium: run `make test`, or install it (Debian: apt install chromium)"
    quiet = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=executable, args=[*quiet, "--disable-component-update", "--disable-sync"]
        )
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def manta() -> Any:
    """The timeline of the first shipped story, built once."""
    from timeline import load

    return load(ROOT / "seeds" / "manta.md")
