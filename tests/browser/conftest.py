"""A page opened in Chromium that remembers every request, script error, dialog and console message."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from .screens import address, screen  # noqa: F401  (fixtures)

Opener = Callable[..., "Opened"]


@dataclass
class Opened:
    page: Any
    requests: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    dialogs: list[str] = field(default_factory=list)
    console: list[str] = field(default_factory=list)

    def report(self) -> dict[str, Any]:
        """What the view says it has drawn."""
        return dict(self.page.evaluate("dateline.view.report()"))

    def settle(self) -> None:
        """Wait until what was asked for is drawn and announced."""
        self.page.evaluate("new Promise((done) => requestAnimationFrame(() => setTimeout(done, 320)))")


@pytest.fixture
def open_page(browser: Any, tmp_path: Path) -> Iterator[Opener]:
    """Write HTML to a file, open it from there and wait for the view."""
    contexts = []

    def opened(html: str, *, size: tuple[int, int] = (1280, 720), fragment: str = "", **context: Any) -> Opened:
        file = tmp_path / f"page{len(contexts)}.html"
        file.write_text(html, encoding="utf-8")
        contexts.append(browser.new_context(viewport={"width": size[0], "height": size[1]}, **context))
        page = contexts[-1].new_page()
        seen = Opened(page)
        page.on("request", lambda request: seen.requests.append(request.url))
        page.on("pageerror", lambda error: seen.errors.append(str(error)))
        page.on("console", lambda message: seen.console.append(message.text))
        page.on("dialog", lambda dialog: (seen.dialogs.append(dialog.message), dialog.dismiss()))
        page.goto(file.as_uri() + fragment)
        page.evaluate("globalThis.dateline?.view?.ready")
        seen.requests = [url for url in seen.requests if url != file.as_uri() and not url.startswith("data:")]
        return seen

    yield opened
    for context in contexts:
        context.close()
