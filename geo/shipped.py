"""Find the files that ship with Dateline, and refuse those that are missing or damaged.

assets/manifest.json names each data file with its source, licence and SHA-256; a file is hashed once a
process, when it is first asked for.
"""

from __future__ import annotations

import hashlib
import json
from functools import cache, lru_cache
from importlib.resources import files
from pathlib import Path

from .errors import AssetError

REMEDY = "install Dateline again, or run `git checkout assets` in a clone"


def assets_dir() -> Path:
    """The folder of shipped data: assets/ of a clone, or of the installed wheel."""
    return Path(str(files("assets")))


@lru_cache(maxsize=1)
def manifest() -> dict[str, dict[str, str]]:
    """What ships: path below assets/ -> {"sha256", "source", "licence", "made_by"}.

    Raises:
        AssetError: the manifest is missing or is not JSON.
    """
    path = assets_dir() / "manifest.json"
    try:
        listed: dict[str, dict[str, str]] = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise AssetError(f"The list of shipped data, {path.name}, cannot be read ({error}); {REMEDY}.") from error
    return listed


@cache
def shipped(name: str) -> Path:
    """The verified file `name` below assets/ ("gazetteer/gazetteer.sqlite").

    Raises:
        AssetError: the file is missing, not in the manifest, or its hash differs.
    """
    path = assets_dir() / name
    entry = manifest().get(name)
    if entry is None:
        raise AssetError(f"The shipped data file assets/{name} is not listed in manifest.json; {REMEDY}.")
    try:
        with path.open("rb") as stream:
            digest = hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError as error:
        raise AssetError(f"The shipped data file assets/{name} is missing; {REMEDY}.") from error
    if digest != entry["sha256"]:
        raise AssetError(f"The shipped data file assets/{name} is damaged (its SHA-256 differs); {REMEDY}.")
    return path
