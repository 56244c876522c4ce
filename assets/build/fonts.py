"""Build assets/fonts: four faces of Inter cut down to Latin, Greek and Cyrillic, and a table of their widths.

    python -m assets.build.fonts SOURCES            build
    python -m assets.build.fonts SOURCES --check    build aside and fail when the bytes differ

SOURCES is the folder whose node_modules holds npm @expo-google-fonts/inter (static faces of Inter, SIL OFL 1.1).
"""

from __future__ import annotations

import filecmp
import json
import shutil
import sys
import tempfile
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

TARGET = Path(__file__).resolve().parent.parent / "fonts"
PACKAGE = "node_modules/@expo-google-fonts/inter"
FACES = {
    "Inter-Regular.ttf": "400Regular/Inter_400Regular.ttf",
    "Inter-Italic.ttf": "400Regular_Italic/Inter_400Regular_Italic.ttf",
    "Inter-Medium.ttf": "500Medium/Inter_500Medium.ttf",
    "Inter-SemiBold.ttf": "600SemiBold/Inter_600SemiBold.ttf",
}
BLOCKS = (
    (0x0020, 0x007E),  # Latin
    (0x00A0, 0x024F),
    (0x0259, 0x0259),
    (0x02BB, 0x02DD),
    (0x0300, 0x0328),
    (0x0370, 0x03FF),  # Greek
    (0x0400, 0x052F),  # Cyrillic
    (0x1E00, 0x1EFF),  # Latin with more accents: Vietnamese, transliterations
    (0x2010, 0x2044),  # dashes, quotes, ellipsis
    (0x2070, 0x20BF),  # raised digits, currencies
    (0x2116, 0x2122),
    (0x2190, 0x2193),
    (0x2212, 0x2265),
)
FEATURES = ["kern", "mark", "mkmk", "ccmp", "locl"]


def build_face(source: Path, target: Path) -> None:
    """Write the face at `source` with only the wanted characters and without hinting."""
    options = subset.Options(layout_features=FEATURES, hinting=False, recalc_timestamp=False, notdef_outline=True)
    options.name_IDs = [0, 1, 2, 4, 5, 6, 13, 14]
    font = subset.load_font(str(source), options)
    chooser = subset.Subsetter(options)
    chooser.populate(unicodes=[point for first, last in BLOCKS for point in range(first, last + 1)])
    chooser.subset(font)
    subset.save_font(font, str(target), options)


def widths(folder: Path) -> dict[str, dict[str, int]]:
    """Face -> character code -> advance in thousandths of the type size, for planning without a renderer."""
    table = {}
    for name in sorted(FACES):
        font = TTFont(folder / name)
        scale = 1000 / font["head"].unitsPerEm
        advance = {
            str(code): round(font["hmtx"][glyph][0] * scale) for code, glyph in sorted(font.getBestCmap().items())
        }
        table[name] = advance
    return table


def build(sources: Path, folder: Path) -> None:
    """Write the faces, their licence and the table of widths into `folder`."""
    for name, source in FACES.items():
        build_face(sources / PACKAGE / source, folder / name)
    shutil.copyfile(sources / PACKAGE / "LICENSE_FONT", folder / "OFL.txt")
    text = json.dumps(widths(folder), separators=(",", ":"), sort_keys=True)
    (folder / "widths.json").write_text(text + "\n", encoding="utf-8")


def main() -> int:
    """Build, or compare under --check."""
    sources = Path(sys.argv[1])
    if "--check" not in sys.argv:
        build(sources, TARGET)
        return 0
    with tempfile.TemporaryDirectory() as folder:
        build(sources, Path(folder))
        names = [*FACES, "OFL.txt", "widths.json"]
        _, differing, missing = filecmp.cmpfiles(folder, TARGET, names, shallow=False)
    for name in differing + missing:
        print(f"assets/fonts/{name} differs from a fresh build", file=sys.stderr)
    return 1 if differing or missing else 0


if __name__ == "__main__":
    sys.exit(main())
