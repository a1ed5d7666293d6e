"""Files that stop or fill whoever reads them: each is refused with its reason, and the program works on.

Every test says which row of the findings it is about, and does through an action what a person does.
"""

import functools
import struct
import sys
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import override

import pytest
import xlsxwriter
from PIL import Image

from tests.actions import scans
from tests.kit.running import SECONDS
from tests.kit.writing import Room
from tests.system.test_child import children
from trainer_app.actions.attendance import attachments, scanning
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.certificates import design_drafts, templates, verifying
from trainer_app.actions.courses import projects, roster
from trainer_app.actions.evaluations import question_files
from trainer_app.actions.office import backups
from trainer_app.domain.attendance.sheets import AttachmentKind
from trainer_app.domain.base.changes import Progress, no_progress
from trainer_app.domain.base.errors import Cancelled, TrainerError
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.certificates.certificates import DesignKind
from trainer_app.domain.courses.courses import LogoOwner, ProjectDraft
from trainer_app.intake import pictures, tables
from trainer_app.system.child import Child, Limits

pytestmark = pytest.mark.child


SHEET = "DSH-1017-DSH1"


SHORT = 8.0 if sys.platform == "win32" else 0.5


class ShortWith(Child):
    """Waits half a second for one file, and for any other as long as a busy machine may take."""

    def __init__(self, strange: Path) -> None:
        super().__init__(Limits(seconds=SECONDS))
        self._strange = (strange, strange.read_bytes())

    @override
    def run[**P, R](
        self, progress: Progress, function: Callable[P, R], /, *arguments: P.args, **named: P.kwargs
    ) -> R:
        limits = Limits(seconds=SHORT) if arguments[0] in self._strange else self._limits
        return Child(limits).run(progress, function, *arguments, **named)


@pytest.fixture
def _short(trainer: Workplace) -> None:
    """Wait half a second instead of twenty, where what never ends is to be ended; Windows starts slower."""
    trainer.child = Child(Limits(seconds=SHORT))


def refusal(act: Callable[[], object]) -> str:
    with pytest.raises(TrainerError) as refused:
        act()
    assert children() == []
    return refused.value.code


def nested_pdf(path: Path, times: int, deep: int) -> Path:
    """Write a PDF whose page draws a form that draws a form …: `times` ** `deep` lines in 2 kB."""
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</XObject<</F 5 0 R>>>>/Contents 4 0 R>>",
    ]
    calls = "/F Do " * times
    objects.append(f"<</Length {len(calls)}>>stream\n{calls}\nendstream")
    for level in range(deep - 1):
        last = level == deep - 2
        drawn = ("0 0 m 595 842 l S " if last else "/F Do ") * times
        below = "" if last else f"/Resources<</XObject<</F {6 + level} 0 R>>>>"
        form = f"<</Type/XObject/Subtype/Form/BBox[0 0 595 842]{below}/Length {len(drawn)}>>"
        objects.append(f"{form}stream\n{drawn}\nendstream")
    body, places = "%PDF-1.7\n", []
    for number, each in enumerate(objects, 1):
        places.append(len(body))
        body += f"{number} 0 obj{each}endobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    end = (
        f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer<</Size {size}/Root 1 0 R>>startxref {len(body)}"
    )
    path.write_bytes(f"{body}{end}\n%%EOF\n".encode())
    return path


def packed_rows(row: bytes, count: int) -> bytes:
    """Return what zlib makes of the same row many times: of some of them, and that again and again."""
    together = 64
    packer = zlib.compressobj(9, wbits=-15)
    some = packer.compress(row * together) + packer.flush(zlib.Z_FULL_FLUSH)
    end = zlib.compressobj(9, wbits=-15)
    last = end.compress(row * (count % together)) + end.flush()
    total = functools.reduce(lambda sum_, _: zlib.adler32(row, sum_), range(count), 1)
    return b"\x78\xda" + some * (count // together) + last + struct.pack(">I", total)


def claimed_png(path: Path, width: int, height: int) -> Path:
    """Write a PNG that claims a size and is a few kB; its rows are all the same."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    row = bytes(1 + width * 4)
    rows = packed_rows(row, height)
    header = struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0)
    path.write_bytes(
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
    )
    return path


def works_on(work: Workplace, tmp_path: Path) -> None:
    """Check that the next file is read as ever, however long this machine takes."""
    work.child = Child(Limits(seconds=SECONDS))
    good = scans.pdf(tmp_path / "good.pdf", "TRC1:X")
    assert work.child.run(no_progress, pictures.read_codes, good) == ["TRC1:X"]


@pytest.mark.usefixtures("_short")
def test_a_pdf_that_draws_for_a_minute_is_checked_no_longer(trainer: Workplace, tmp_path: Path) -> None:
    """M4: 1.9 kB draw 60^3 lines by nested forms."""
    path = nested_pdf(tmp_path / "certificate.pdf", 90, 3)
    assert path.stat().st_size < 5_000
    assert refusal(lambda: verifying.verify_all(trainer, str(path))) == "strange_file.too_slow"
    works_on(trainer, tmp_path)


@pytest.mark.usefixtures("_short")
def test_a_pdf_that_draws_without_end_is_checked_no_longer(trainer: Workplace, tmp_path: Path) -> None:
    """M4: 2.4 kB, 60^4 lines: its lines fill the memory before the time is over, or they do not."""
    path = nested_pdf(tmp_path / "certificate.pdf", 90, 4)
    assert path.stat().st_size < 5_000
    code = refusal(lambda: verifying.verify_all(trainer, str(path)))
    assert code in ("strange_file.too_slow", "strange_file.died")
    works_on(trainer, tmp_path)


@pytest.mark.usefixtures("_short")
def test_a_pdf_of_nested_forms_is_no_scan_and_no_picture_of_badges(
    trainer: Workplace, tmp_path: Path, room: Room
) -> None:
    """M4: where pages are drawn for other codes."""
    path = nested_pdf(tmp_path / "scan.pdf", 90, 3)
    assert refusal(lambda: scanning.badges_on(trainer, path)) == "strange_file.too_slow"
    good = scans.png(tmp_path / "good.png")
    trainer.child = ShortWith(path)
    found = attachments.attach_sheets(trainer, [path, good], room.course, otherwise=SHEET)
    assert [each.code for each in found.files] == ["strange_file.too_slow", ""]
    assert [each.name for each in attachments.list_attachments(trainer, room.course)] == ["good.png"]


def test_a_picture_that_claims_to_be_huge(trainer: Workplace, tmp_path: Path) -> None:
    """Strange bytes: 30,000 x 30,000 dots would be 3.6 GB."""
    bomb = claimed_png(tmp_path / "logo.png", 30_000, 30)
    header = bytearray(bomb.read_bytes())
    header[20:24] = struct.pack(">I", 30_000)
    header[29:33] = struct.pack(">I", zlib.crc32(header[12:29]))
    bomb.write_bytes(header)
    key = projects.create_project(trainer, ProjectDraft("P", Texts(en="P"))).key or ""
    assert refusal(lambda: projects.set_logo(trainer, key, LogoOwner.DONOR, bomb)) == "codes.too_big"
    assert refusal(lambda: verifying.verify_all(trainer, str(bomb))) == "codes.too_big"
    assert projects.logos(trainer, key) == {}


def test_the_largest_picture_that_is_let_in_needs_no_more_than_there_is(
    trainer: Workplace, tmp_path: Path
) -> None:
    trainer.child = Child()
    large = claimed_png(tmp_path / "large.png", 7_700, 7_700)
    assert pictures.MAX_PIXELS >= 7_700 * 7_700
    assert refusal(lambda: verifying.verify_all(trainer, str(large))) == "codes.none_found"
    assert projects.read_file(trainer, large) == large.read_bytes()


def test_a_list_that_fills_the_memory(trainer: Workplace, tmp_path: Path) -> None:
    """M3: whatever the bounds before it let pass, the reader has 512 MiB and its time."""
    path = tmp_path / "list.xlsx"
    with xlsxwriter.Workbook(path) as book:
        page = book.add_worksheet()
        for number in range(6_000):
            page.write(number, 0, "А" * 32_000)
    assert path.stat().st_size < 50_000
    trainer.child = Child()
    code = refusal(lambda: roster.check(trainer, path))
    assert code in ("strange_file.too_much_memory", "strange_file.died")
    works_on(trainer, tmp_path)


def test_blanks_behind_a_formula_hold_nobody_up(trainer: Workplace, tmp_path: Path) -> None:
    """M3: 40,000 blanks took 1.4 s, a million a quarter of an hour."""
    path = tmp_path / "list.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
        sheet = f'<worksheet><c r="A1"><f>1</f>{" " * 10_000_000}</worksheet>'
        archive.writestr("xl/worksheets/sheet1.xml", sheet)
    assert path.stat().st_size < 20_000
    assert refusal(lambda: roster.check(trainer, path)) == "table.damaged"


def test_questions_are_read_in_a_child_and_are_the_same(trainer: Workplace) -> None:
    folder = Path(__file__).parents[2] / "data" / "questions"
    for path in sorted(each for each in folder.rglob("*") if each.is_file()):
        assert question_files.check(trainer, path) == question_files.look_again(
            trainer, question_files.read_question_file(path)
        )


def test_lists_are_read_in_a_child_and_are_the_same(trainer: Workplace) -> None:
    folder = Path(__file__).parents[2] / "data" / "spreadsheets"
    for path in sorted(each for each in folder.rglob("*") if each.is_file()):
        assert roster.check(trainer, path).table == tables.read_table(path)


def test_a_design_is_read_in_a_child_and_is_the_same(trainer: Workplace, tmp_path: Path) -> None:
    path = templates.export_design(trainer, DesignKind.ATTENDANCE, tmp_path / "design.tcert")
    trainer.child = Child()
    key = templates.import_design(trainer, path).key or ""
    (own,) = (each for each in templates.list_designs(trainer) if each.key == key)
    assert templates.load(trainer, own.ref).data == templates.load(trainer, DesignKind.ATTENDANCE).data


def test_a_design_with_a_picture_that_fills_the_memory(trainer: Workplace, tmp_path: Path) -> None:
    """Strange bytes: pictures of a design are opened by the child too, and what it cannot do is refused."""
    large = claimed_png(tmp_path / "a.png", 7_700, 7_700).read_bytes()
    draft, _ = design_drafts.add_picture(design_drafts.open_draft(trainer, DesignKind.ATTENDANCE), large)
    path = tmp_path / "large.tcert"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in {"template.json": draft.data, **draft.pictures}.items():
            archive.writestr(name, content)
    trainer.child = Child(Limits(memory=128 * 1024 * 1024))
    assert refusal(lambda: templates.import_design(trainer, path)) == "strange_file.too_much_memory"
    assert templates.list_designs(trainer) == [templates.shipped(kind) for kind in DesignKind]


def test_a_backup_file_with_members_without_number(trainer: Workplace, tmp_path: Path) -> None:
    """Strange bytes: its directory alone, of which each line is 50 bytes, would fill the memory."""
    path = tmp_path / "a.tbackup"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a", "")
    data = path.read_bytes()
    begin = data.index(b"PK\x01\x02")
    line, end = data[begin:-22], bytearray(data[-22:])
    many = line * 400_000
    end[12:16] = struct.pack("<I", len(many))
    path.write_bytes(data[:begin] + many + end)
    trainer.child = Child(Limits(memory=200 * 1024 * 1024))
    assert refusal(lambda: backups.bring_here(trainer, path)) == "strange_file.too_much_memory"
    trainer.child = Child()
    (tmp_path / "stick").mkdir()
    good = backups.save_backup(trainer, tmp_path / "stick").file
    assert backups.bring_here(trainer, good).is_file()


def test_stop_while_scans_are_read_changes_nothing(trainer: Workplace, tmp_path: Path, room: Room) -> None:
    path = nested_pdf(tmp_path / "scan.pdf", 90, 3)

    def stop(code: str, fraction: float) -> None:
        if code == "codes.reading":
            raise Cancelled

    with pytest.raises(Cancelled):
        attachments.attach_sheets(trainer, [path], room.course, otherwise=SHEET, progress=stop)
    assert children() == []
    assert attachments.list_attachments(trainer, room.course) == []
    works_on(trainer, tmp_path)


def test_what_was_opened_once_needs_no_other_child(
    trainer: Workplace, tmp_path: Path, room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = scans.png(tmp_path / "scan.png")
    attachments.attach(trainer, path, kind=AttachmentKind.SHEET, course=room.course)
    monkeypatch.setattr(Child, "run", lambda *_: pytest.fail("a child was started"))
    assert projects.read_file(trainer, path) == path.read_bytes()
    Image.new("L", (10, 10)).save(path)
    with pytest.raises(pytest.fail.Exception):
        projects.read_file(trainer, path)
