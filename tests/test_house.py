"""The house keeps its promises: who may import whom, what locks and texts may hold, what a wheel carries."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOMS = {"streamlit", "timeline", "geo"}


def tracked(root: Path) -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=root, capture_output=True, check=True).stdout
    return [root / name for name in listed.decode().split("\0") if name]


def imported(source: str) -> set[str]:
    """Top-level names that a module imports, wherever the import stands."""
    found = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module.split(".")[0])
    return found


def test_the_dashboard_imports_only_streamlit_and_our_rooms(root: Path) -> None:
    names = imported((root / "app.py").read_text(encoding="utf-8"))
    assert names - set(sys.stdlib_module_names) <= ROOMS


def test_every_locked_package_has_a_version_and_a_hash(root: Path) -> None:
    for lock in sorted((root / "requirements").glob("*.txt")):
        entries = re.findall(r"^(\S+?)(==\S+)? \\\n((?:    --hash=\S+(?: \\)?\n?)+)", lock.read_text(), re.MULTILINE)
        named = re.findall(r"^[a-z0-9][\w.-]*", lock.read_text(), re.MULTILINE)
        assert entries, lock.name
        assert len(entries) == len(named), f"{lock.name}: a package stands without a hash"
        assert all(version for _, version, _ in entries), lock.name


ADDRESSES = re.compile(
    rb'"resolved[":]+ *"|index[-]url|registry *= *"?http|https?://[^ "]*/simple/|file:///(?:opt|home|work)'
)


def test_no_file_names_a_package_index_or_a_path_of_one_machine(root: Path) -> None:
    binary = {".png", ".sqlite", ".npz", ".parquet", ".fgb", ".ttf", ".woff2", ".gz", ".bin"}
    this = Path(__file__).resolve()
    texts = [path for path in tracked(root) if path.suffix not in binary and path.is_file() and path != this]
    assert [str(path.relative_to(root)) for path in texts if ADDRESSES.search(path.read_bytes())] == []


@pytest.fixture(scope="module")
def installed(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty environment with nothing but the locked packages and the built wheel."""
    place = tmp_path_factory.mktemp("wheel")
    uv = Path(sys.executable).with_name("uv")
    python = place / "venv" / "bin" / "python"
    for command in (
        [uv, "build", "--wheel", "--no-build-isolation", "--python", sys.executable, "--out-dir", place, root],
        [uv, "venv", "--python", sys.executable, place / "venv"],
        [uv, "pip", "install", "--require-hashes", "--python", python, "-r", root / "requirements" / "app.txt"],
    ):
        subprocess.run([str(part) for part in command], check=True, capture_output=True, cwd=place)
    wheel = next(place.glob("*.whl"))
    subprocess.run([str(uv), "pip", "install", "--no-deps", "--python", str(python), str(wheel)], check=True)
    return place


def test_the_wheel_alone_builds_a_page_from_the_shipped_story(installed: Path) -> None:
    code = (
        "from importlib.resources import files\n"
        "from timeline import build, read, save\n"
        "story = files('seeds') / 'manta.md'\n"
        "save(build(read(str(story)).articles), 'page.html')\n"
    )
    run = subprocess.run(
        [str(installed / "venv/bin/python"), "-I", "-c", code], cwd=installed, capture_output=True, text=True
    )
    assert run.returncode == 0, run.stderr
    page = (installed / "page.html").read_text(encoding="utf-8")
    assert "Manta" in page
    assert (installed / "venv/bin/dateline").exists()
