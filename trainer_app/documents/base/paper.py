"""Pages drawn in millimetres from the top left, and written as a PDF that is always the same.

It sits on reportlab's document, fonts and subsetting, and writes pages itself: each page is one compressed
stream that shares one dictionary of resources. That is what keeps 10,000 certificates small and quick;
`tests/bench` measures it.
"""

import hashlib
import io
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import lru_cache

from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfdoc

from trainer_app.documents.base import archival, fonts
from trainer_app.documents.base.archival import EmbeddedFile
from trainer_app.domain.papers.course_papers import BLACK, Area

POINTS = 72 / 25.4
"""Points in a millimetre."""


_RESOURCES = "resources"
_File = tuple[str, pdfdoc.PDFObjectReference]
"""A file in the PDF: its name, and where it is."""


def _packed(operators: str) -> bytes:
    return zlib.compress(operators.encode("latin-1"))


_packed_before = lru_cache(maxsize=16)(_packed)
"""For what comes again in the next paper: a single certificate waits mostly for its backdrop."""


class _Stream(pdfdoc.PDFObject):  # type: ignore[misc]  # reportlab has no types
    """A stream compressed as soon as it is made, so that long papers stay small in memory."""

    def __init__(self, operators: str, entries: str = "", pack: Callable[[str], bytes] = _packed) -> None:
        self.data = pack(operators)
        self.entries = entries

    def format(self, document: pdfdoc.PDFDocument) -> bytes:
        """Return the object's bytes; reportlab calls this by its own name."""
        # Written once, and then let go: a long paper need not be held twice.
        data, self.data = self.data, b""
        entries = f"<</Length {len(data)}/Filter/FlateDecode{self.entries}>>\nstream\n"
        return entries.encode("ascii") + data + b"\nendstream\n"


class _Form(_Stream):
    """A drawing that pages show by name. It has the fonts, but shows no other form."""

    def __init__(self, operators: str, width: float, height: float, images: Iterable[str]) -> None:
        box = f"/Type/XObject/Subtype/Form/BBox[0 0 {width:.2f} {height:.2f}]"
        super().__init__(operators, box, _packed_before)
        self.box, self.images = box, tuple(images)

    def format(self, document: pdfdoc.PDFDocument) -> bytes:
        """Return the object's bytes with its own resources, whose numbers are known only now."""
        images = "".join(f"/{name} {_reference(document, name)}" for name in self.images)
        fonts_at = _reference(document, pdfdoc.BasicFonts)
        self.entries = f"{self.box}/Resources<</Font {fonts_at}/XObject<<{images}>>>>"
        return super().format(document)


class _Page(pdfdoc.PDFObject):  # type: ignore[misc]  # reportlab has no types
    """A page that names its contents and the resources shared by all."""

    def __init__(self, contents: str, width: float, height: float, files: Sequence[_File] = ()) -> None:
        self.contents, self.width, self.height = contents, width, height
        self.files = tuple(files)
        self.notes: list[pdfdoc.PDFObjectReference] = []

    def format(self, document: pdfdoc.PDFDocument) -> bytes:
        """Return the object's bytes."""
        parent = document.Reference(document.Pages).format(document).decode("ascii")
        files = " ".join(file.format(document).decode("ascii") for _, file in self.files)
        notes = " ".join(note.format(document).decode("ascii") for note in self.notes)
        return (
            f"<</Type/Page/Parent {parent}/MediaBox[0 0 {self.width:.2f} {self.height:.2f}]"
            f"/Resources {_reference(document, _RESOURCES)}/Contents {_reference(document, self.contents)}"
            f"{f'/AF[{files}]' if files else ''}{f'/Annots[{notes}]' if notes else ''}>>"
        ).encode("ascii")


def _reference(document: pdfdoc.PDFDocument, name: str) -> str:
    """Return "12 0 R" for an object registered under a name."""
    return "{} {} R".format(*document.idToObjectNumberAndVersion[name])


@lru_cache(maxsize=64)
def paint(colour: str) -> str:
    """Return a colour "RRGGBB" as the three numbers PDF wants."""
    return " ".join(f"{int(colour[at : at + 2], 16) / 255:.3f}".rstrip("0").rstrip(".") for at in (0, 2, 4))


def text_width(text: str, font: str, size: float, tracking: float = 0.0) -> float:
    """Return the width of one line in millimetres; `size` and `tracking` are in points."""
    return (fonts.line_width(text, font, size) + tracking * max(0, len(text) - 1)) / POINTS


_SET_AGAIN = 1_000
"""Texts whose letters are remembered: the questions of a test come on each of its papers."""


@dataclass
class Paper:
    """Pages of one size. Positions and lengths are in millimetres, weights and sizes of type in points."""

    width: float
    height: float
    language: str
    title: str
    author: str = ""
    _ink: list[str] = field(default_factory=list)
    _aside: list[str] = field(default_factory=list)
    _images: list[str] = field(default_factory=list)
    _own_files: list[_File] = field(default_factory=list)
    _filed: list[_Page] = field(default_factory=list)
    _set: dict[tuple[str, str], list[tuple[str, str]]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Open the document."""
        with fonts.settings():
            self._document = pdfdoc.PDFDocument(
                compression=1, invariant=1, lang=self.language, pdfVersion=archival.VERSION
            )
        self._document.setTitle(self.title)
        self._document.setAuthor(self.author)
        self._document.setSubject("")
        self._document.setCreator("Trainer App")
        self._document.setProducer("Trainer App")
        self._document.Catalog.ViewerPreferences = pdfdoc.PDFDictionary({"DisplayDocTitle": "true"})
        self._pages = 0
        self._forms: list[str] = []

    def raw(self, operators: str) -> None:
        """Add operators of the PDF language, in points from the bottom left."""
        self._ink.append(operators)

    def place(self, x: float, y: float) -> tuple[float, float]:
        """Turn millimetres from the top left into points from the bottom left."""
        return x * POINTS, (self.height - y) * POINTS

    def text(
        self,
        x: float,
        y: float,
        text: str,
        font: str,
        size: float,
        colour: str = BLACK,
        align: str = "left",
        tracking: float = 0.0,
    ) -> None:
        """Set one line on a baseline; `align` says which part of it stands at x."""
        if not text:
            return
        if align != "left":
            width = text_width(text, font, size, tracking)
            x -= width / 2 if align == "centre" else width
        left, base = self.place(x, y)
        runs = [f"{name} {size:g} Tf <{codes}> Tj" for name, codes in self._runs(text, font)]
        spread = f"{tracking:g} Tc " if tracking else "0 Tc "
        self._ink.append(f"BT {paint(colour)} rg {spread}{left:.2f} {base:.2f} Td {' '.join(runs)} ET")

    def _runs(self, text: str, font: str) -> list[tuple[str, str]]:
        """Return the names of the subsets that a text is set in, and its letters in each, in hexadecimal."""
        runs = self._set.get((text, font))
        if runs is None:
            face = fonts.face(font)
            runs = [
                (face.getSubsetInternalName(subset, self._document), codes.hex())
                for subset, codes in face.splitString(text, self._document)
            ]
            if len(self._set) == _SET_AGAIN:
                self._set.clear()
            self._set[text, font] = runs
        return runs

    def line(
        self, x1: float, y1: float, x2: float, y2: float, weight: float, colour: str = BLACK, dash: str = ""
    ) -> None:
        """Draw a straight line; `dash` is lengths in points, "0.6 1.8"."""
        (left, top), (right, bottom) = self.place(x1, y1), self.place(x2, y2)
        self._ink.append(
            f"q {weight:g} w {paint(colour)} RG [{dash}] 0 d "
            f"{left:.2f} {top:.2f} m {right:.2f} {bottom:.2f} l S Q"
        )

    def box(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        weight: float = 0.0,
        colour: str = BLACK,
        fill: str = "",
    ) -> None:
        """Draw a rectangle by its top left corner: filled, outlined, or both."""
        left, bottom = self.place(x, y + height)
        if fill:
            self._ink.append(f"{paint(fill)} rg")
        if weight:
            self._ink.append(f"{weight:g} w {paint(colour)} RG")
        operator = "B" if fill and weight else "f" if fill else "S"
        self._ink.append(f"{left:.2f} {bottom:.2f} {width * POINTS:.2f} {height * POINTS:.2f} re {operator}")

    def bits(self, x: float, y: float, size: float, modules: int, packed: bytes) -> None:
        """Paint a square of black and white modules; rows are packed to bytes, 1 is black.

        An inline image in hexadecimal: no reader can mistake its data for the end of it, and the page's
        compression takes the hexadecimal back.
        """
        left, bottom = self.place(x, y + size)
        side = size * POINTS
        self._ink.append(
            f"q 0 g {side:.2f} 0 0 {side:.2f} {left:.2f} {bottom:.2f} cm\n"
            f"BI /W {modules} /H {modules} /IM true /D[1 0] /F/AHx ID\n{packed.hex()}>\nEI Q"
        )

    def image(self, box: Area, file: bytes, share: tuple[float, float] = (0.5, 0.5)) -> None:
        """Draw a PNG or JPEG into a box (x, y, width, height), keeping its proportions.

        `share` says how much of the room to spare lies to its left and above it. The same file is kept once.
        """
        name = self._image_name(file)
        picture = self._document.idToObject[name]
        x, y, width, height = box
        scale = min(width / picture.width, height / picture.height)
        wide, high = picture.width * scale, picture.height * scale
        left, bottom = self.place(x + (width - wide) * share[0], y + (height - high) * share[1] + high)
        self._ink.append(
            f"q {wide * POINTS:.2f} 0 0 {high * POINTS:.2f} {left:.2f} {bottom:.2f} cm /{name} Do Q"
        )

    def bars(self, x: float, y: float, module: float, height: float, runs: Iterable[tuple[int, int]]) -> None:
        """Fill upright bars; each run is its first module and how many modules it is wide."""
        left, bottom = self.place(x, y + height)
        step, high = module * POINTS, height * POINTS
        boxes = " ".join(
            f"{left + start * step:.3f} {bottom:.3f} {count * step:.3f} {high:.3f} re"
            for start, count in runs
        )
        self._ink.append(f"0 g {boxes} f")

    def bitmap(self, x: float, y: float, width: float, height: float, picture: Image.Image) -> None:
        """Draw a picture, "L" or "RGB", over the whole of a box; the same picture is kept once."""
        name = f"Bitmap{hashlib.sha256(picture.tobytes()).hexdigest()[:16]}"
        if name not in self._images:
            with fonts.settings():
                kept = pdfdoc.PDFImageXObject(name, ImageReader(picture))
            self._document.Reference(kept, name)
            self._images.append(name)
        left, bottom = self.place(x, y + height)
        self._ink.append(
            f"q {width * POINTS:.2f} 0 0 {height * POINTS:.2f} {left:.2f} {bottom:.2f} cm /{name} Do Q"
        )

    def drawing(self, x: float, y: float, drawing: object) -> None:
        """Draw shapes or charts of reportlab by the bottom left corner of their box."""
        # Only a paper with charts waits for what draws them.
        from reportlab.graphics import renderPDF
        from reportlab.graphics.shapes import STATE_DEFAULTS
        from reportlab.pdfgen.canvas import Canvas

        left, bottom = self.place(x, y)
        with fonts.settings():
            canvas = Canvas(io.BytesIO(), (self.width * POINTS, self.height * POINTS), invariant=1)
            # What it writes belongs to this document: its fonts are subset with those of the page.
            canvas._doc = self._document  # noqa: SLF001 - there is no other way
            # It begins in a font of the viewer's otherwise, which is then named among those of the paper.
            usual, STATE_DEFAULTS["fontName"] = STATE_DEFAULTS["fontName"], fonts.SANS
            try:
                renderPDF.draw(drawing, canvas, left, bottom)
            finally:
                STATE_DEFAULTS["fontName"] = usual
            self._ink.append(f"q\n{canvas.getCurrentPageContent()}\nQ")

    @contextmanager
    def moved(self, right: float, down: float) -> Iterator[None]:
        """Move what is drawn inside by millimetres."""
        self._ink.append(f"q 1 0 0 1 {right * POINTS:.3f} {-down * POINTS:.3f} cm")
        yield
        self._ink.append("Q")

    @contextmanager
    def turned(self, x: float, y: float) -> Iterator[None]:
        """Turn what is drawn inside upside down, about a point."""
        across, up = self.place(x, y)
        self._ink.append(f"q -1 0 0 -1 {2 * across:.3f} {2 * up:.3f} cm")
        yield
        self._ink.append("Q")

    @contextmanager
    def upright(self, x: float, y: float) -> Iterator[None]:
        """Turn what is drawn inside a quarter to the left, about a point: lines of text run upwards."""
        across, up = self.place(x, y)
        self._ink.append(f"q 0 1 -1 0 {across + up:.3f} {up - across:.3f} cm")
        yield
        self._ink.append("Q")

    def begin_form(self) -> None:
        """Turn from the page to a form; what is drawn until `end_form` belongs to it."""
        self._aside, self._ink = self._ink, []

    def end_form(self, name: str) -> None:
        """Keep what was drawn as a form of the page's size, and turn back to the page."""
        form = _Form("\n".join(self._ink), self.width * POINTS, self.height * POINTS, self._images)
        self._document.Reference(form, name)
        self._forms.append(name)
        self._aside, self._ink = [], self._aside

    def has_form(self, name: str) -> bool:
        """Tell whether a form of this name was kept."""
        return name in self._forms

    def show_form(self, name: str) -> None:
        """Draw a form that was kept."""
        self._ink.append(f"/{name} Do")

    def attach(self, file: EmbeddedFile) -> None:
        """Put a file into the PDF; it belongs to the page that is drawn."""
        self._own_files.append((file.name, archival.embed(self._document, file)))

    def keep_for_long(self, day: str) -> None:
        """Add what a document needs that is kept and read by programs; `day` (ISO) is when it was made."""
        archival.complete(self._document, self.language, day)

    def end_page(self) -> None:
        """Finish this page and begin the next."""
        self._pages += 1
        contents = f"Contents{self._pages}"
        self._document.Reference(_Stream("\n".join(self._ink)), contents)
        page = _Page(contents, self.width * POINTS, self.height * POINTS, self._own_files)
        self._document.addPage(page)
        if page.files:
            self._filed.append(page)
        self._ink, self._own_files = [], []

    def finish(self) -> bytes:
        """Return the whole PDF. Nothing can be drawn after."""
        if self._ink:
            self.end_page()
        names = self._forms + self._images
        shown = pdfdoc.PDFDictionary({name: pdfdoc.PDFObjectReference(name) for name in names})
        shared = pdfdoc.PDFResourceDictionary(XObject=shown)
        shared.basicFonts()
        shared.allProcs()
        self._document.Reference(shared, _RESOURCES)
        self._list_files()
        with fonts.settings():
            return bytes(self._document.GetPDFData(None))

    def _list_files(self) -> None:
        """Let viewers find the files: the only one in the document's list, of several each on its page."""
        files = [file for page in self._filed for file in page.files]
        if len(files) == 1:
            archival.list_file(self._document, *files[0])
            return
        for page in self._filed:
            page.notes = [archival.pin(self._document, *file) for file in page.files]

    def _image_name(self, file: bytes) -> str:
        """Register a picture once and return its name."""
        name = f"Image{hashlib.sha256(file).hexdigest()[:16]}"
        if name in self._images:
            return name
        with fonts.settings():
            picture = pdfdoc.PDFImageXObject(name, ImageReader(io.BytesIO(file)), mask="auto")
        self._document.Reference(picture, name)
        softness = getattr(picture, "_smask", None)
        if softness is not None:
            # reportlab's own canvas ties the two together; without it what is clear would be black.
            picture.smask = self._document.Reference(softness, f"{name}Clear")
        self._images.append(name)
        return name
