"""Makes resources/fonts from the variable fonts on PyPI: `python packaging/fonts.py`.

Each face is pinned from a variable font, cut down to Latin and Cyrillic, and named so that Qt and
Windows see one family with its weights (name ids 1, 2, 4, 6, 16, 17 and usWeightClass; no STAT).
All outlines are TrueType, which is what the PDF writer can embed. The same input gives the same bytes.

"Source" is a reserved font name under the OFL, so the changed faces call themselves Trainer Serif.
Noto Sans has no arrows, tick, or comparison signs: they are drawn here in the weight of its minus.
"""

import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

TARGET = Path(__file__).resolve().parent.parent / "resources" / "fonts"
NOTO = "fontpkg_noto_sans"
CORMORANT = "fontpkg_cormorant"
SERIF = "fontpkg_source_serif_4"
PACKAGES = {NOTO: "2.15", CORMORANT: "4.0", SERIF: "4.4"}
LICENCES = {NOTO: "OFL-NotoSans.txt", CORMORANT: "OFL-Cormorant.txt", SERIF: "OFL-SourceSerif.txt"}

TAJIK = "ҒӢҚӮҲҶғӣқӯҳҷ"
CHARACTERS = {
    *range(0x20, 0x7F),
    *range(0xA0, 0x250),  # Latin, with every accent a name of an international expert may carry
    *range(0x2B0, 0x2E0),
    *range(0x300, 0x332),
    *range(0x400, 0x530),
    *range(0x2010, 0x2028),
    *map(ord, "\u202f\u2030\u2032\u2033\u2039\u203a\u2044\u2060\u2070\u2074\u2075\u2076\u2077\u2078\u2079"),
    *map(ord, "€₽№™←↑→↓−≈≠≤≥■□▲●○✓"),
}
FEATURES = ["ccmp", "kern", "liga", "lnum", "locl", "mark", "mkmk", "pnum", "tnum"]
REGULAR, MEDIUM, SEMIBOLD, BOLD = 400, 500, 600, 700


@dataclass(frozen=True)
class Face:
    """One file to make: where it comes from, the axes it is pinned at, what it is called."""

    file: str
    package: str
    source: str
    axes: Mapping[str, float]
    family: str
    style: str
    italic: bool = False

    @property
    def weight(self) -> int:
        """The weight, 400 to 700, as OpenType counts it."""
        return int(self.axes["wght"])


def _noto(file: str, style: str, weight: int, width: float = 100.0) -> Face:
    family = "Noto Sans" if width == 100.0 else "Noto Sans Narrow"
    return Face(file, NOTO, "NotoSans[wdth,wght].ttf", {"wght": weight, "wdth": width}, family, style)


def _serif(file: str, style: str, weight: int, size: float = 10.0, italic: bool = False) -> Face:
    source = "SourceSerif4-Italic[opsz,wght].ttf" if italic else "SourceSerif4[opsz,wght].ttf"
    family = "Trainer Serif" if size < 20 else "Trainer Serif Display"
    return Face(file, SERIF, source, {"wght": weight, "opsz": size}, family, style, italic)


FACES = (
    _noto("NotoSans-Regular.ttf", "Regular", REGULAR),
    _noto("NotoSans-Medium.ttf", "Medium", MEDIUM),
    _noto("NotoSans-SemiBold.ttf", "SemiBold", SEMIBOLD),
    _noto("NotoSans-Bold.ttf", "Bold", BOLD),
    _noto("NotoSansNarrow-Regular.ttf", "Regular", REGULAR, 87.5),
    _noto("NotoSansNarrow-SemiBold.ttf", "SemiBold", SEMIBOLD, 87.5),
    Face("Cormorant-Bold.ttf", CORMORANT, "Cormorant[wght].ttf", {"wght": BOLD}, "Cormorant", "Bold"),
    Face(
        "Cormorant-SemiBoldItalic.ttf",
        CORMORANT,
        "Cormorant-Italic[wght].ttf",
        {"wght": SEMIBOLD},
        "Cormorant",
        "SemiBold Italic",
        italic=True,
    ),
    _serif("SourceSerif-Regular.ttf", "Regular", REGULAR),
    _serif("SourceSerif-Italic.ttf", "Italic", REGULAR, italic=True),
    _serif("SourceSerif-SemiBold.ttf", "SemiBold", SEMIBOLD),
    _serif("SourceSerifDisplay-SemiBold.ttf", "SemiBold", SEMIBOLD, 20.0),
)


def download(folder: Path) -> None:
    """Fetch the three packages with pip and unpack them into `folder`/<package>."""
    wanted = [f"{name}=={version}" for name, version in PACKAGES.items()]
    command = [
        sys.executable,
        "-m",
        "pip",
        "download",
        "--quiet",
        "--no-deps",
        "--dest",
        str(folder),
        *wanted,
    ]
    subprocess.run(command, check=True)
    for wheel in folder.glob("*.whl"):
        zipfile.ZipFile(wheel).extractall(folder)


def lining_digits(font: TTFont) -> None:
    """Let the digits stand on the line (Cormorant draws old-style ones) by pointing the cmap at `lnum`."""
    features = font["GSUB"].table.FeatureList.FeatureRecord
    lookups = font["GSUB"].table.LookupList.Lookup
    swaps: dict[str, str] = {}
    for record in features:
        if record.FeatureTag == "lnum":
            for index in record.Feature.LookupListIndex:
                for table in lookups[index].SubTable:
                    swaps.update(getattr(table, "ExtSubTable", table).mapping)
    for table in font["cmap"].tables:
        table.cmap.update({code: swaps.get(table.cmap[code], table.cmap[code]) for code in range(0x30, 0x3A)})


def draw_signs(font: TTFont) -> None:
    """Add arrows, a tick and comparison signs to Noto Sans, as heavy as its minus sign."""
    glyphs, cmap = font.getGlyphSet(), font.getBestCmap()
    minus = font["glyf"][cmap[0x2212]]
    left, low, high = minus.xMin, minus.yMin, minus.yMax
    middle, thick, width = (low + high) / 2, high - low, font["hmtx"][cmap[0x2212]][0]
    span = (minus.xMax - minus.xMin) * 1.4
    right = left + span
    # Pointing right, tip at (right, middle); the others are turns of it about the middle of the minus.
    head = span * 0.3
    arrow = [
        (left, middle - thick / 2),
        (right - thick, middle - thick / 2),
        (right - head - thick * 0.35, middle - head + thick * 0.35),
        (right - head + thick * 0.35, middle - head - thick * 0.35),
        (right + thick * 0.35, middle),
        (right - head + thick * 0.35, middle + head + thick * 0.35),
        (right - head - thick * 0.35, middle + head - thick * 0.35),
        (right - thick, middle + thick / 2),
        (left, middle + thick / 2),
    ]
    centre = (left + right) / 2
    turns = {0x2192: (1, 0), 0x2191: (0, 1), 0x2190: (-1, 0), 0x2193: (0, -1)}
    for code, (cos, sin) in turns.items():
        about = [(x - centre, y - middle) for x, y in arrow]
        points = [(centre + x * cos - y * sin, middle + x * sin + y * cos) for x, y in about]
        _add(font, code, round(right + left), _outline(points))
    slope, height = thick / 2**0.5, font["OS/2"].sCapHeight
    foot = left + span * 0.25
    tick = [
        (foot, 0.0),
        (foot + height * 0.85, height * 0.85),
        (foot + height * 0.85 - slope, height * 0.85 + slope),
        (foot, 2 * slope),
        (foot - height * 0.3, height * 0.3 + 2 * slope),
        (foot - height * 0.3 - slope, height * 0.3 + slope),
    ]
    shift = left - min(x for x, _ in tick)
    wide = round(max(x for x, _ in tick) + shift + left)
    _add(font, 0x2713, wide, _outline([(x + shift, y) for x, y in tick]))
    for code, base in ((0x2264, "<"), (0x2265, ">")):
        pen = TTGlyphPen(glyphs)
        pen.addComponent(cmap[ord(base)], (1, 0, 0, 1, 0, round(thick * 0.9)))
        pen.addComponent(cmap[0x2212], (1, 0, 0, 1, 0, -round(low)))
        _add(font, code, width, pen)


def _outline(points: list[tuple[float, float]]) -> TTGlyphPen:
    pen = TTGlyphPen(None)
    rounded = [(round(x), round(y)) for x, y in reversed(points)]
    pen.moveTo(rounded[0])
    for point in rounded[1:]:
        pen.lineTo(point)
    pen.closePath()
    return pen


def _add(font: TTFont, code: int, width: int, pen: TTGlyphPen) -> None:
    name = f"uni{code:04X}"
    glyph = pen.glyph()
    font.setGlyphOrder([*font.getGlyphOrder(), name])
    font["glyf"].glyphs[name] = glyph
    font["glyf"].glyphOrder = font.getGlyphOrder()
    glyph.recalcBounds(font["glyf"])
    font["hmtx"][name] = (width, glyph.xMin)
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap[code] = name


def name_face(font: TTFont, face: Face) -> None:
    """Write the names by which one family with several weights is recognised."""
    plain = face.style in ("Regular", "Bold", "Italic")
    base = face.style.replace(" Italic", "")
    legacy = face.family if plain else f"{face.family} {base}"
    style = face.style if plain else ("Italic" if face.italic else "Regular")
    post_script = f"{face.family}-{face.style}".replace(" ", "")
    names, version = font["name"], font["name"].getDebugName(5)
    keep = {number: names.getDebugName(number) for number in (0, 7, 13, 14)}
    names.names = []
    entries = {
        **keep,
        1: legacy,
        2: style,
        3: f"{post_script};trainer-app",
        4: f"{face.family} {face.style}",
        5: version,
        6: post_script,
        16: None if plain else face.family,
        17: None if plain else face.style,
    }
    for number, text in sorted(entries.items()):
        if text:
            names.setName(text, number, 3, 1, 0x409)
    os2, head = font["OS/2"], font["head"]
    os2.usWeightClass = face.weight
    bold = style == "Bold"
    os2.fsSelection = (os2.fsSelection & ~0b1100001) | face.italic | bold << 5 | (style == "Regular") << 6
    head.macStyle = bold | face.italic << 1


def make(face: Face, folder: Path) -> TTFont:
    """Pin, cut down and name one face."""
    path = folder / face.package / "files" / face.source
    font = instancer.instantiateVariableFont(TTFont(path, recalcTimestamp=False), dict(face.axes))
    if face.package == CORMORANT:
        lining_digits(font)
    if face.package == NOTO:
        draw_signs(font)
    options = Options(layout_features=FEATURES, name_IDs=["*"], notdef_outline=True, glyph_names=False)
    options.drop_tables += ["STAT", "DSIG", "GlyphOrder", "BASE"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=CHARACTERS)
    subsetter.subset(font)
    name_face(font, face)
    return font


def main() -> None:
    """Make every face and put its licence beside it."""
    TARGET.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        download(folder)
        for face in FACES:
            font = make(face, folder)
            missing = [letter for letter in TAJIK if ord(letter) not in font.getBestCmap()]
            if missing:
                raise SystemExit(f"{face.file} lacks {missing}")
            font.save(TARGET / face.file)
            print(f"{face.file}: {(TARGET / face.file).stat().st_size // 1024} KB")
        for package, licence in LICENCES.items():
            text = (folder / package / "LICENSE").read_text(encoding="utf-8")
            (TARGET / licence).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
