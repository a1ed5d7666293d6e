"""Words for kinds of designs, languages of papers and the parts of a page."""

from PySide6.QtCore import QCoreApplication

from trainer_app.domain.certificates.certificates import Design, DesignKind
from trainer_app.domain.certificates.designs import DesignPart
from trainer_app.system.messages import text
from trainer_app.ui.kit.language import formats

translate = QCoreApplication.translate


def kind_word(kind: DesignKind, language: str) -> str:
    """Return for which certificates a design is."""
    return text(f"template.kind.{kind.value}", language)


def design_word(design: Design, language: str) -> str:
    """Return what a design is called; those that ship by what they are for."""
    return kind_word(design.kind, language) if design.ships else design.name


def origin_word(design: Design) -> str:
    """Return where a design comes from, or what is the matter with it."""
    if design.ships:
        return translate("Designs", "comes with the program")
    if design.archived:
        return translate("Designs", "archived")
    return translate("Designs", "own") if design.here else translate("Designs", "not on this computer")


def languages_word(tongue: str) -> str:
    """Return the languages of a paper or text: "тоҷикӣ + English"."""
    parts = [formats(code).name for code in tongue.split("+") if code]
    return " + ".join(parts) if parts else translate("Designs", "all languages")


def part_word(part: DesignPart) -> str:
    """Return what a part of the page is called; one that somebody made by its own name."""
    stem = part.id.removesuffix("-single").removesuffix("-second")
    known = _part_words()
    if stem in known:
        second = part.id.endswith("-second")
        return (
            translate("Designs", "{part}, second language").format(part=known[stem])
            if second
            else known[stem]
        )
    if part.kind == "image":
        return translate("Designs", "Picture {name}").format(name=part.id.rpartition("-")[2])
    return part.id


def _part_words() -> dict[str, str]:
    return {
        "watermark": translate("Designs", "Rings behind the text"),
        "frame": translate("Designs", "Frame"),
        "seal": translate("Designs", "Emblem on the left"),
        "shield": translate("Designs", "Emblem on the right"),
        "logo-left": translate("Designs", "Logo of the organiser"),
        "logo-right": translate("Designs", "Logos of partner and donor"),
        "organiser": translate("Designs", "Organiser and partner"),
        "title": translate("Designs", "Title"),
        "subtitle": translate("Designs", "Second title"),
        "rule": translate("Designs", "Golden line"),
        "certify": translate("Designs", "Opening words"),
        "name": translate("Designs", "Name"),
        "course": translate("Designs", "Course"),
        "between": translate("Designs", "Line between the languages"),
        "issued": translate("Designs", "Date of issue"),
        "replaces": translate("Designs", "Which one it replaces"),
        "stamp": translate("Designs", "Circle for the stamp"),
        "stamp-text": translate("Designs", "Words in the circle"),
        "signatures": translate("Designs", "Signatures"),
        "code": translate("Designs", "QR code"),
        "serial": translate("Designs", "Number"),
    }
