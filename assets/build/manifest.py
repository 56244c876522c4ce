"""Write assets/manifest.json: every shipped data file with hash, source, licence and the script that makes it.

    python assets/build/manifest.py           write
    python assets/build/manifest.py --check   fail when a file differs from its entry

Each build script lists its files in a `<folder>/SOURCES.json` beside them:
{"file name": {"source": ..., "licence": ..., "made_by": ...}}.
"""

from __future__ import annotations

import hashlib
import json
import sys
from pathlib import Path

ASSETS = Path(__file__).resolve().parent.parent


def entries() -> dict[str, dict[str, str]]:
    """The manifest as it should be, from the SOURCES.json of every folder."""
    found = {}
    for listing in sorted(ASSETS.glob("*/SOURCES.json")):
        for name, facts in json.loads(listing.read_text(encoding="utf-8")).items():
            path = listing.parent / name
            digest = hashlib.sha256(path.read_bytes()).hexdigest()
            found[f"{listing.parent.name}/{name}"] = {"sha256": digest, **facts}
    return found


def main() -> int:
    """Write the manifest, or compare it with the files under --check."""
    target = ASSETS / "manifest.json"
    text = json.dumps(entries(), indent=1, sort_keys=True, ensure_ascii=False) + "\n"
    if "--check" in sys.argv:
        if target.read_text(encoding="utf-8") != text:
            print("assets/manifest.json does not match the files; run assets/build/manifest.py", file=sys.stderr)
            return 1
        return 0
    target.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
