"""Run every benchmark of this folder, or those named: `python -m bench [pipeline dates ...]`."""

from __future__ import annotations

import runpy
import sys
from pathlib import Path


def names() -> list[str]:
    """The benchmarks of this folder."""
    return sorted(path.stem for path in Path(__file__).parent.glob("*.py") if not path.stem.startswith("_"))


def main() -> int:
    """Run the benchmarks one after the other, each in this process."""
    wanted = sys.argv[1:] or names()
    unknown = set(wanted) - set(names())
    if unknown:
        print(f"unknown benchmark {', '.join(sorted(unknown))}; there are: {', '.join(names())}", file=sys.stderr)
        return 2
    for name in wanted:
        print(f"\n== {name}")
        sys.argv = [name]
        runpy.run_module(f"bench.{name}", run_name="__main__")
    return 0


if __name__ == "__main__":
    sys.exit(main())
