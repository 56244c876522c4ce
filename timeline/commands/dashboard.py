"""`dateline app`: start Streamlit on this machine with the settings that keep it there."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from ..dashboard import server_flags
from ..errors import AssetError, InputError

HEADLESS, OPEN_BROWSER = "--server.headless=true", "--server.headless=false"


def run_dashboard(source: str | None, *, port: int, browser: bool) -> int:
    """Open the dashboard and wait until it ends; returns its exit code.

    Raises:
        InputError: the source is not a file or folder.
        AssetError: app.py is missing from the installation.
    """
    arguments = command(source, port=port, browser=browser)
    print(f"Dateline is at http://127.0.0.1:{port}/ and speaks with this machine only. Ctrl+C ends it.", flush=True)
    try:
        return subprocess.call(arguments)
    except KeyboardInterrupt:
        return 0


def command(source: str | None, *, port: int, browser: bool) -> list[str]:
    """The command that starts the dashboard: the settings that keep it on this machine, whatever the folder."""
    return [
        *(sys.executable, "-m", "streamlit", "run", str(app_file())),
        *(OPEN_BROWSER if browser and flag == HEADLESS else flag for flag in server_flags()),
        "--logger.hideWelcomeMessage=true",  # Streamlit's own would advertise, on screen too
        f"--server.port={port}",
        *(("--", str(_existing(source))) if source else ()),
    ]


def app_file() -> Path:
    """app.py beside the packages: at the top of a clone, or in the environment that the wheel was installed into."""
    beside = Path(__file__).resolve().parents[2] / "app.py"
    if not beside.is_file():
        raise AssetError("The dashboard's file app.py is missing; install Dateline again.")
    return beside


def _existing(source: str) -> Path:
    path = Path(source)
    if not path.exists():
        raise InputError(f"{source} does not exist; give a text, a page, a folder, a table or a saved story.")
    return path.resolve()
