"""Certificates that are kept and read by programs: attachments, metadata, colours; told by other programs."""

import io
import json
import re
import subprocess
import zlib
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageCms
from pypdf import PdfReader, PdfWriter
from pypdf.generic import DictionaryObject

from tests.documents.reading import faces
from tests.documents.samples import DESIGNS, FACTS, TAJIK, TG, code_text, design
from tests.kit.running import SECONDS
from trainer_app.documents.base.archival import VERSION, srgb_profile
from trainer_app.documents.certificates.certificate import PrintItem, certificates_pdf
from trainer_app.domain.base.structs import replace
from trainer_app.domain.certificates.certificates import CertificateFacts, badge_name

BADGE = "eyJhbGciOiJFZERTQSJ9.e30.AAAA"


def items(*facts: CertificateFacts) -> list[PrintItem]:
    """Return certificates, each with a badge of its own."""
    return [PrintItem(each, code_text(), f"{BADGE}{number}") for number, each in enumerate(facts)]


def numbered(count: int) -> list[CertificateFacts]:
    """Return so many certificates, the last one first."""
    return [replace(TG, serial=f"DSH-2018-K7-{number:05}-98") for number in range(count, 0, -1)]


THREE = numbered(3)


@cache
def one() -> bytes:
    """Return the PDF of one certificate."""
    return certificates_pdf(items(TG), design("completion"))


@cache
def batch() -> bytes:
    """Return three in one PDF."""
    return certificates_pdf(items(*THREE), design("completion"))


def root(pdf: bytes) -> DictionaryObject:
    """Return the catalog of a PDF, by pypdf."""
    found = PdfReader(io.BytesIO(pdf), strict=True).trailer["/Root"].get_object()
    assert isinstance(found, DictionaryObject)
    return found


def run(*command: str | Path, cwd: Path) -> str:
    """Run a program; it must be content with the PDF."""
    done = subprocess.run(command, cwd=cwd, capture_output=True, check=False, timeout=SECONDS)
    assert done.returncode == 0, done.stderr
    return done.stdout.decode()


def test_a_single_certificate_s_badge_belongs_to_the_document_and_to_its_page() -> None:
    (file,) = root(one())["/AF"]
    described = file.get_object()
    assert described["/AFRelationship"] == "/Data"
    assert described["/F"] == described["/UF"] == badge_name(TG.serial) == f"certificate-{TG.serial}.jwt"
    stream = described["/EF"]["/F"].get_object()
    assert stream["/Subtype"] == "/application/vc+jwt"
    assert stream["/Params"]["/ModDate"] == "D:20181018000000Z"
    assert stream.get_data() == f"{BADGE}0".encode()
    (page,) = PdfReader(io.BytesIO(one())).pages
    assert page["/AF"][0].get_object()["/F"] == described["/F"]


def test_in_a_batch_each_page_has_its_own_badge() -> None:
    assert "/AF" not in root(batch())
    for number, page in enumerate(PdfReader(io.BytesIO(batch())).pages):
        (file,) = page["/AF"]
        assert file.get_object()["/F"] == badge_name(THREE[number].serial)
        assert file.get_object()["/EF"]["/F"].get_object().get_data() == f"{BADGE}{number}".encode()
        (note,) = page["/Annots"]
        assert note.get_object()["/FS"] == file.get_object()
    assert "/Names" not in root(batch())


@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize("splitter", ["qpdf", "qpdf --split-pages", "pypdf", "pdfseparate"])
def test_a_page_taken_out_of_a_batch_keeps_its_own_badge_alone(
    splitter: str, number: int, tmp_path: Path
) -> None:
    """E2: the batch of all, split by its pages, carried everybody's badge in each part."""
    (tmp_path / "batch.pdf").write_bytes(batch())
    part = tmp_path / "part.pdf"
    match splitter:
        case "qpdf":
            run("qpdf", "batch.pdf", "--pages", ".", str(number), "--", "part.pdf", cwd=tmp_path)
        case "qpdf --split-pages":
            run("qpdf", "--split-pages", "batch.pdf", "each.pdf", cwd=tmp_path)
            part = tmp_path / f"each-{number}.pdf"
        case "pdfseparate":
            page = str(number)
            run("pdfseparate", "-f", page, "-l", page, "batch.pdf", "part.pdf", cwd=tmp_path)
        case _:
            writer = PdfWriter()
            writer.add_page(PdfReader(io.BytesIO(batch())).pages[number - 1])
            writer.write(part)
    listed = run("pdfdetach", "-list", part, cwd=tmp_path)
    assert listed.splitlines() == ["1 embedded files", f"1: {badge_name(THREE[number - 1].serial)}"]
    (tmp_path / "out").mkdir()
    run("pdfdetach", "-saveall", "-o", tmp_path / "out", part, cwd=tmp_path)
    (kept,) = (tmp_path / "out").iterdir()
    assert kept.read_text() == f"{BADGE}{number - 1}"
    held = zlib_texts(part.read_bytes())
    assert held.count(BADGE) == 1


def zlib_texts(pdf: bytes) -> str:
    """Return all that streams of a PDF unpack to: also what nothing leads to any more."""
    found = []
    for match in re.finditer(rb"stream\r?\n", pdf):
        try:
            found.append(zlib.decompressobj().decompress(pdf[match.end() :]).decode("latin1"))
        except zlib.error:
            continue
    return "".join(found)


def test_the_note_that_holds_a_badge_is_not_seen(tmp_path: Path) -> None:
    bare = [PrintItem(each.facts, each.qr_text) for each in items(*THREE)]
    for name, pdf in (("with", batch()), ("without", certificates_pdf(bare, design("completion")))):
        (tmp_path / f"{name}.pdf").write_bytes(pdf)
        run("pdftoppm", "-r", "60", "-singlefile", f"{name}.pdf", name, cwd=tmp_path)
    assert (tmp_path / "with.ppm").read_bytes() == (tmp_path / "without.ppm").read_bytes()


def test_without_a_badge_nothing_is_attached() -> None:
    pdf = certificates_pdf([PrintItem(TG, code_text())], design("completion"))
    assert not {"/AF", "/Names"} & set(root(pdf))
    assert "/AF" not in PdfReader(io.BytesIO(pdf)).pages[0]


def test_pdfdetach_takes_the_badges_out(tmp_path: Path) -> None:
    (tmp_path / "batch.pdf").write_bytes(batch())
    (tmp_path / "out").mkdir()
    run("pdfdetach", "-saveall", "-o", tmp_path / "out", "batch.pdf", cwd=tmp_path)
    for number, facts in enumerate(THREE):
        assert (tmp_path / "out" / badge_name(facts.serial)).read_text() == f"{BADGE}{number}"


@pytest.mark.parametrize("make", [one, batch])
def test_qpdf_finds_nothing_wrong_and_lists_the_files(make: Callable[[], bytes], tmp_path: Path) -> None:
    (tmp_path / "paper.pdf").write_bytes(make())
    assert "No syntax or stream encoding errors found" in run("qpdf", "--check", "paper.pdf", cwd=tmp_path)
    listed = json.loads(run("qpdf", "--json", "--json-key=attachments", "paper.pdf", cwd=tmp_path))
    found = {
        (name, stream["mimetype"])
        for name, file in listed["attachments"].items()
        for stream in file["streams"].values()
    }
    assert found == ({(badge_name(TG.serial), "application/vc+jwt")} if make is one else set())


@pytest.mark.parametrize("name", DESIGNS)
@pytest.mark.parametrize("language", ["tg", "ru"])
def test_pdftotext_reads_every_letter(name: str, language: str, tmp_path: Path) -> None:
    facts = replace(FACTS[language], name=f"{TAJIK[:6]} {TAJIK[6:]}")
    (tmp_path / "paper.pdf").write_bytes(certificates_pdf(items(facts), design(name)))
    text = run("pdftotext", "-enc", "UTF-8", "-layout", "paper.pdf", "-", cwd=tmp_path)
    for part in (*facts.name.split(), facts.serial):
        assert part in text
    assert len(set(TAJIK) & set(text)) == 12


def test_the_metadata_says_what_the_document_information_says(tmp_path: Path) -> None:
    (tmp_path / "paper.pdf").write_bytes(one())
    xmp = run("pdfinfo", "-meta", "paper.pdf", cwd=tmp_path)
    info = PdfReader(io.BytesIO(one())).metadata
    assert info is not None
    title = re.search(r'<rdf:li xml:lang="x-default">(.*?)</rdf:li>', xmp)
    creator = re.search(r"<dc:creator><rdf:Seq><rdf:li>(.*?)</rdf:li>", xmp)
    assert title is not None
    assert creator is not None
    assert (title[1], creator[1]) == (info.title, info.author)
    assert "<dc:language><rdf:Bag><rdf:li>tg</rdf:li>" in xmp
    assert "<xmp:CreateDate>2018-10-18T00:00:00Z</xmp:CreateDate>" in xmp
    assert (info["/CreationDate"], info["/ModDate"]) == ("D:20181018000000Z",) * 2
    assert root(one())["/Lang"] == "tg"
    # No validator has looked at it: the file claims nothing.
    assert "pdfaid" not in xmp


def test_signs_of_xml_in_a_title_do_no_harm(tmp_path: Path) -> None:
    facts = replace(TG, course_title='A <b> & "C"', organiser="<&>")
    (tmp_path / "paper.pdf").write_bytes(certificates_pdf(items(facts), design("completion")))
    assert "A &lt;b&gt; &amp; " in run("pdfinfo", "-meta", "paper.pdf", cwd=tmp_path)


def test_what_an_archive_asks_for_is_there() -> None:
    assert one().startswith(f"%PDF-{VERSION[0]}.{VERSION[1]}".encode())
    (intent,) = root(one())["/OutputIntents"]
    profile = intent.get_object()["/DestOutputProfile"].get_object()
    assert (intent.get_object()["/S"], profile["/N"]) == ("/GTS_PDFA1", 3)
    assert profile.get_data() == srgb_profile()
    assert "/Filter" not in root(one())["/Metadata"].get_object()
    assert all(faces(one()).values())
    assert not {"/OpenAction", "/AA", "/AcroForm"} & set(root(one()))


def test_same_data_same_bytes_and_each_document_has_its_own_id() -> None:
    assert certificates_pdf(items(*THREE), design("completion")) == batch()
    first, second = (PdfReader(io.BytesIO(pdf)).trailer["/ID"] for pdf in (one(), batch()))
    assert first != second


def test_the_profile_means_the_colours_that_screens_show() -> None:
    grey = Image.linear_gradient("L")
    picture = Image.merge("RGB", (grey, grey.rotate(90), grey.rotate(180)))
    profile = ImageCms.ImageCmsProfile(io.BytesIO(srgb_profile()))
    turned = ImageCms.profileToProfile(picture, ImageCms.createProfile("sRGB"), profile)
    assert turned is not None
    assert all(most <= 1 for _, most in ImageChops.difference(picture, turned).getextrema())
    assert ImageCms.getProfileDescription(profile).strip() == "sRGB"
    assert int.from_bytes(srgb_profile()[:4]) == len(srgb_profile()) < 600
