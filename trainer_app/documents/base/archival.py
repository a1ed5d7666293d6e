"""What a PDF needs to be kept for long and read by programs: files in it, metadata, defined colours.

The structure is the one of PDF/A-3 (ISO 19005-3): associated files that say how they belong to their page, a
media type and a day for each, XMP beside the old document information and saying the same, an output intent.
The file does not say of itself that it is PDF/A: only a validator may.

The ICC profile of sRGB is the same to the byte on every computer: version 4 of the format (ICC.1:2010),
monitor
RGB. Primaries and white are those of IEC 61966-2-1, adapted to the D50 of ICC; the tone curve is its formula,
as
a parametric curve of type 3. The profiles that libraries make carry the time at which they were made.
"""

import hashlib
import struct
import zlib
from functools import cache
from xml.sax.saxutils import escape

from msgspec import Struct
from reportlab.pdfbase import pdfdoc

_D50 = (0.9642, 1.0, 0.8249)
_WHITE = (0.964203, 1.0, 0.824905)
_PRIMARIES = {
    b"rXYZ": (0.436066, 0.222488, 0.013916),
    b"gXYZ": (0.385147, 0.716873, 0.097076),
    b"bXYZ": (0.143066, 0.060608, 0.714096),
}
_CURVE = (2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)
"""g, a, b, c, d of ((a x + b) ** g from d on, c x below)."""
_ADAPTION = (1.047882, 0.022918, -0.050217, 0.029587, 0.990479, -0.017059, -0.009247, 0.015076, 0.751678)
"""Bradford matrix from D65 to D50, as it stands in profiles of sRGB."""
_NAME = "sRGB"
_VERSION = 0x04200000
_DAY = (2018, 1, 1, 0, 0, 0)


@cache
def srgb_profile() -> bytes:
    """Return the profile, about 600 bytes."""
    curve = b"para" + bytes(4) + struct.pack(">HH", 3, 0) + _fixed(*_CURVE)
    tags = {
        b"desc": _text(_NAME),
        b"cprt": _text("No copyright"),
        b"wtpt": _xyz(*_WHITE),
        b"chad": b"sf32" + bytes(4) + _fixed(*_ADAPTION),
        **{name: _xyz(*place) for name, place in _PRIMARIES.items()},
        b"rTRC": curve,
        b"gTRC": curve,
        b"bTRC": curve,
    }
    start = 128 + 4 + 12 * len(tags)
    table, body, places = struct.pack(">I", len(tags)), b"", dict[bytes, int]()
    for name, data in tags.items():
        if data not in places:
            places[data] = start + len(body)
            body += data + bytes(-len(data) % 4)
        table += name + struct.pack(">II", places[data], len(data))
    return _header(start + len(body)) + table + body


def _header(size: int) -> bytes:
    """Return the first 128 bytes: what the profile is for, and of which day its format is."""
    return b"".join(
        (
            struct.pack(">I4xI", size, _VERSION),
            b"mntrRGB XYZ ",
            struct.pack(">6H", *_DAY),
            b"acsp",
            bytes(4 + 4 + 4 + 4 + 8 + 4),
            _fixed(*_D50),
            bytes(48),
        )
    )


def _fixed(*numbers: float) -> bytes:
    """Return numbers in 16.16 fixed point."""
    return struct.pack(f">{len(numbers)}i", *(round(number * 65536) for number in numbers))


def _xyz(*place: float) -> bytes:
    return b"XYZ " + bytes(4) + _fixed(*place)


def _text(text: str) -> bytes:
    """Return a text in English, as a table of one language."""
    data = text.encode("utf-16-be")
    return b"mluc" + bytes(4) + struct.pack(">II2s2sII", 1, 12, b"en", b"US", len(data), 28) + data


VERSION = (1, 7)
"""PDF/A-3 is a subset of this version of PDF."""

_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li>\
<rdf:li xml:lang="{language}">{title}</rdf:li></rdf:Alt></dc:title>
{creator}<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>{tool}</xmp:CreatorTool>
<xmp:CreateDate>{day}T00:00:00Z</xmp:CreateDate>
<xmp:ModifyDate>{day}T00:00:00Z</xmp:ModifyDate>
<pdf:Producer>{tool}</pdf:Producer>
<pdf:Trapped>False</pdf:Trapped>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""
_CREATOR = "<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>\n"


_UNSEEN = "Unseen"
_PRINTED = 4
"""The flag of a note that archives ask for."""


class EmbeddedFile(Struct, frozen=True):
    """A file inside a PDF: its name, its bytes, what it is. `day` (ISO) is when it was made."""

    name: str
    data: bytes
    media: str
    about: str
    day: str


class _Packed(pdfdoc.PDFObject):  # type: ignore[misc]  # reportlab has no types
    """A stream with entries of its own, compressed as soon as it is made unless it shall stay readable."""

    def __init__(self, data: bytes, entries: str, *, packed: bool = True) -> None:
        self.data = zlib.compress(data) if packed else data
        self.entries = entries + ("/Filter/FlateDecode" if packed else "")

    def format(self, document: pdfdoc.PDFDocument) -> bytes:
        """Return the object's bytes; reportlab calls this by its own name."""
        # Written once, and then let go: many badges need not be held twice.
        data, self.data = self.data, b""
        head = f"<</Length {len(data)}{self.entries}>>\nstream\n"
        return head.encode("ascii") + data + b"\nendstream\n"


def embed(document: pdfdoc.PDFDocument, file: EmbeddedFile) -> pdfdoc.PDFObjectReference:
    """Put a file into a document and return the address that whatever it belongs to must name.

    `/Data`: the page was drawn from what the file says.
    """
    digest = hashlib.md5(file.data, usedforsecurity=False).hexdigest()
    entries = (
        f"/Type/EmbeddedFile/Subtype/{_name(file.media)}"
        f"/Params<</Size {len(file.data)}/CheckSum<{digest}>/ModDate({_stamp(file.day)})>>"
    )
    document.updateSignature(file.data)
    stream = document.Reference(_Packed(file.data, entries))
    return document.Reference(
        pdfdoc.PDFDictionary(
            {
                "Type": pdfdoc.PDFName("Filespec"),
                "F": pdfdoc.PDFString(file.name),
                "UF": pdfdoc.PDFString(file.name),
                "Desc": pdfdoc.PDFString(file.about),
                "AFRelationship": pdfdoc.PDFName("Data"),
                "EF": pdfdoc.PDFDictionary({"F": stream, "UF": stream}),
            }
        )
    )


def complete(document: pdfdoc.PDFDocument, language: str, day: str) -> None:
    """Give a document its metadata, from the information set before, and its output intent.

    `day` (ISO) stands for the time at which it was made, so that the same data stays the same bytes.
    """
    info, catalog = document.info, document.Catalog
    document.setDateFormatter(lambda *_now: _stamp(day))
    words = {
        "title": escape(info.title),
        "language": escape(language),
        "creator": _CREATOR.format(author=escape(info.author)) if info.author else "",
        "tool": escape(info.producer),
        "day": day,
    }
    catalog.Metadata = _Packed(_XMP.format(**words).encode(), "/Type/Metadata/Subtype/XML", packed=False)
    profile = document.Reference(_Packed(srgb_profile(), "/N 3"))
    intent = {
        "Type": pdfdoc.PDFName("OutputIntent"),
        "S": pdfdoc.PDFName("GTS_PDFA1"),
        "OutputConditionIdentifier": pdfdoc.PDFString("sRGB"),
        "Info": pdfdoc.PDFString("sRGB IEC61966-2.1"),
        "DestOutputProfile": profile,
    }
    catalog.OutputIntents = pdfdoc.PDFArray([pdfdoc.PDFDictionary(intent)])
    _know(catalog, "OutputIntents")


def list_file(document: pdfdoc.PDFDocument, name: str, file: pdfdoc.PDFObjectReference) -> None:
    """Name the one embedded file where viewers look for those of the whole document."""
    catalog = document.Catalog
    named = pdfdoc.PDFDictionary({"Names": pdfdoc.PDFArray([pdfdoc.PDFString(name), file])})
    catalog.Names = pdfdoc.PDFDictionary({"EmbeddedFiles": document.Reference(named)})
    catalog.AF = pdfdoc.PDFArray([file])
    _know(catalog, "AF")


def pin(
    document: pdfdoc.PDFDocument, name: str, file: pdfdoc.PDFObjectReference
) -> pdfdoc.PDFObjectReference:
    """Return a note that holds an embedded file on a page, unseen on screen and paper.

    Only the page leads to it: whoever takes pages out of a document takes their files along and no others.
    """
    if _UNSEEN not in document.idToObject:
        unseen = _Packed(b"", "/Type/XObject/Subtype/Form/BBox[0 0 1 1]", packed=False)
        document.Reference(unseen, _UNSEEN)
    return document.Reference(
        pdfdoc.PDFDictionary(
            {
                "Type": pdfdoc.PDFName("Annot"),
                "Subtype": pdfdoc.PDFName("FileAttachment"),
                "Rect": pdfdoc.PDFArray([0, 0, 1, 1]),
                "F": _PRINTED,
                "Contents": pdfdoc.PDFString(name),
                "FS": file,
                "AP": pdfdoc.PDFDictionary({"N": pdfdoc.PDFObjectReference(_UNSEEN)}),
            }
        )
    )


def _know(catalog: pdfdoc.PDFCatalog, entry: str) -> None:
    """Let reportlab write an entry of the catalog that it does not know."""
    catalog.__NoDefault__ = [*catalog.__NoDefault__, entry]


def _name(media: str) -> str:
    """Return a media type as PDF writes a name: "text/html" -> "text#2Fhtml"."""
    return "".join(sign if sign.isalnum() or sign in "+-." else f"#{ord(sign):02X}" for sign in media)


def _stamp(day: str) -> str:
    """Return midnight of an ISO day as PDF writes times."""
    return f"D:{day.replace('-', '')}000000Z"
