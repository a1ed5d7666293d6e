"""How much longer a stranger's file takes because a child reads it: the processor's time of both."""

import os
import statistics
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import zxingcpp
from PIL import Image

from tests.bench.lists import _write_list
from tests.bench.row import BenchRow, tidy
from trainer_app.bundle import encodings, layout, packing, reader
from trainer_app.bundle.keys import DeviceKeys
from trainer_app.bundle.layout import Header
from trainer_app.bundle.sealing import Purpose
from trainer_app.documents.certificates import template
from trainer_app.domain.base.changes import no_progress
from trainer_app.domain.base.texts import resource
from trainer_app.domain.certificates.certificates import DesignKind
from trainer_app.intake import pictures, question_files, tables
from trainer_app.system.child import Child

MORE = 300.0
"""Milliseconds that a child may cost."""
TURNS = 7


def measure(runs: int = TURNS) -> Iterator[BenchRow]:
    """Measure each kind of file, by turns with and without a child."""
    with TemporaryDirectory() as name:
        for what, function, *values in _kinds(Path(name)):
            yield _row(what, function, values, runs)


def _kinds(folder: Path) -> Iterator[tuple[object, ...]]:
    """Return what is read, by which function of the program, and with which arguments."""
    _write_list(folder / "list.xlsx", 500, 1)
    yield "a list of 500 rows", tables.read_table, folder / "list.xlsx"
    drawn = zxingcpp.create_barcode("TRC1:" + "A" * 400, zxingcpp.BarcodeFormat.QRCode).to_image(scale=4)
    page = Image.new("L", (1654, 2339), 255)
    page.paste(Image.fromarray(drawn), (100, 100))
    page.save(folder / "certificate.pdf", resolution=200)
    yield "a certificate as PDF", pictures.read_codes, folder / "certificate.pdf"
    questions = Path(__file__).parents[1] / "data" / "questions" / "all_kinds.gift.txt"
    yield "questions in GIFT", question_files.read_question_file, questions, "ru"
    design = resource("certificates", DesignKind.COMPLETION)
    yield "a design", template.take_design, design, resource("fonts")
    yield "a stranger's bundle of 20 MB", reader.read_envelope, _bundle(20_000_000)


def _bundle(size: int) -> bytes:
    """Return an archive of a signer whom nobody knows, with entries that do not get smaller."""
    header = Header("sync", "0" * 32, "DSH", "K9", "0" * 32, 1, 1, 0)
    payload = {layout.ENTRIES: os.urandom(size)}
    members = packing.bag_members(header, encodings.encode(header), payload)
    members[layout.SIGNATURE] = DeviceKeys.generate().sign(members[layout.TAG_MANIFEST], Purpose.BUNDLE)
    return packing.pack(members)


def _row(what: object, function: object, values: list[object], runs: int) -> BenchRow:
    assert callable(function)
    here: list[float] = []
    apart: list[float] = []
    for _ in range(runs + 1):
        here.append(_busy(lambda: function(*values)))
        apart.append(_busy(lambda: Child().run(no_progress, function, *values)))
    # The first of each loads what the later ones find.
    more = (statistics.median(apart[1:]) - statistics.median(here[1:])) * 1000
    return BenchRow(f"{what} read by a child, more, CPU", more, "ms", f"{MORE:.0f} ms", MORE, 1.0)


def _busy(work: Callable[[], object]) -> float:
    """Return how long the processor was busy with a call, here and in children that ended meanwhile."""
    tidy()
    before = os.times()
    work()
    after = os.times()
    return sum(after[:4]) - sum(before[:4])
