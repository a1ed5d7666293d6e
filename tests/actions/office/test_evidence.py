"""Evidence: what the folder holds, who can check it, and what is said of each thing that was done to it."""

import hashlib
import json
import os
import re
import subprocess
from collections.abc import Callable, Iterator, Sequence
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import minisign
import pytest

from tests.actions.scans import png
from tests.documents.reading import words as words_of_pdf
from tests.kit.world import Story
from tests.kit.worlds import Exchange, all_taken_in, marked_apart
from tests.kit.writing import Room
from trainer_app.actions.attendance import attachments, attendance
from trainer_app.actions.base import history
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.certificates import certificates
from trainer_app.actions.courses import courses, enrolments
from trainer_app.actions.evaluations import scores
from trainer_app.actions.exchange import importing, sending
from trainer_app.actions.office import approval, erasing, evidence, evidence_checking, reports
from trainer_app.actions.review import review
from trainer_app.bundle import signed_folder
from trainer_app.domain.attendance.marks import Mark
from trainer_app.domain.attendance.sheets import AttachmentKind
from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.structs import replace
from trainer_app.domain.evaluations.forms import Occasion
from trainer_app.domain.office.evidence import (
    EvidenceAsked,
    EvidenceFault,
    KnownSigner,
    MadeEvidence,
    Sealing,
)
from trainer_app.domain.office.reports import ReportExtent
from trainer_app.domain.review.contradictions import ReviewKind
from trainer_app.store.base.drafts import Write
from trainer_app.system.clock import FixedClock

REASON = "варақаи имзодор"
PHRASE = "five plain words of mine here"


def write_all(story: Story) -> None:
    """Write the evidence of the course, as the office or whoever has it."""
    work = story.works.get("office", story.work)
    story.notes["evidence"] = made(work, story.folder / "out", story.course)


def written_of(story: Story) -> MadeEvidence:
    """Return what was written, where it lies now."""
    found: MadeEvidence = story.notes["evidence"]
    return replace(found, path=story.folder / "out" / found.path.name)


@pytest.fixture
def held(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Story]:
    """Open an office that took in all, the evidence written and conflicts made where they are asked for."""
    world = (marked_apart if "apart" in request.fixturenames else all_taken_in)(tmp_path / "world")
    if "written" in request.fixturenames:
        world = world.do(write_all)
    with world.open() as story:
        yield story


@pytest.fixture
def world(held: Story) -> Exchange:
    return Exchange.of(held)


@pytest.fixture
def apart(world: Exchange) -> Exchange:
    """Have two laptops that marked the same people differently, and the office that took both files in."""
    return world


@pytest.fixture
def written(held: Story) -> MadeEvidence:
    """Return the evidence of the whole course."""
    return written_of(held)


@pytest.fixture
def begins(request: pytest.FixtureRequest) -> Sequence[Callable[[Story], None]]:
    return (write_all,) if "of_laptop" in request.fixturenames else ()


@pytest.fixture
def of_laptop(story: Story, room: Room) -> MadeEvidence:
    """Return the evidence of a course that no office has."""
    return written_of(story)


def settle_alike(work: Workplace) -> int:
    """Decide the marks of two laptops with one press; return how many there were."""
    item = next(each for each in review.list_items(work) if each.entity == "attendance")
    count = 1 + review.count_alike(work, item)
    review.settle_alike(work, item.id, "theirs", REASON)
    return count


def made(work: Workplace, out: Path, course: str, **more: Any) -> MadeEvidence:
    return evidence.make(work, EvidenceAsked(ReportExtent(courses=(course,))), out, **more)


class Page(HTMLParser):
    """Reads one page: its tables as rows of text, its links, and which elements there are."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.tables: dict[str, list[list[str]]] = {}
        self.links: list[str] = []
        self.elements: set[str] = set()
        self.text = ""
        self._section = ""
        self._open: list[str] = []
        self.feed(path.read_text(encoding="utf-8"))
        assert not self._open, "every element is closed"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.add(tag)
        given = dict(attrs)
        if tag not in ("meta", "br"):
            self._open.append(tag)
        if tag == "section":
            self._section = given.get("id") or ""
        if tag == "a":
            self.links.append(unquote(given["href"] or ""))
        if tag == "tr":
            self.tables.setdefault(self._section, []).append([])
        if tag in ("td", "th"):
            self.tables[self._section][-1].append("")

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1] not in ("style", "title"):
            self.text += data
        if "td" in self._open or "th" in self._open:
            self.tables[self._section][-1][-1] += data


def course_page(folder: Path, language: str = "en") -> Page:
    return Page(next((folder / language).glob("course-*.html")))


def test_a_folder_holds_marks_with_their_history_and_decisions_with_all_that_they_covered(
    apart: Exchange, tmp_path: Path
) -> None:
    work, world = apart.office, apart
    settled = settle_alike(work)
    path = made(work, tmp_path / "out", world.course).path
    page = course_page(path)
    history = page.tables["history"]
    assert len(history) > 100
    devices = {row[7] for row in history[1:]}
    assert {"K7", "K9"} <= devices
    assert any(row[8].endswith(".tsync") for row in history), "the file that brought it"
    decisions = page.tables["decisions"][1:]
    assert settled > 1
    assert len(decisions) == settled
    assert {row[0] for row in decisions} == {"1"}, "one press is one number"
    assert {row[8] for row in decisions} == {REASON}
    assert all(row[6] for row in decisions), "between whom"


def test_scans_sheets_tests_certificates_and_figures_are_in_it(
    trainer: Workplace, room: Room, tmp_path: Path
) -> None:
    for session in room.sessions:
        attendance.mark_rest(trainer, session)
    attendance.mark(trainer, room.enrolments[0], room.sessions[0], Mark.LATE, 30)
    scores.set_score(trainer, room.enrolments[0], Occasion.PRE, 800, 2000)
    scores.set_score(trainer, room.enrolments[0], Occasion.POST, 1650, 2000)
    scan = png(tmp_path / "варақа.png", note="signed")
    attachments.attach(trainer, scan, kind=AttachmentKind.SHEET, course=room.course)
    certificates.issue(trainer, room.course)
    found = made(trainer, tmp_path / "out", room.course)
    path, page = found.path, course_page(found.path)
    assert found.left_out == ()
    kept = list(path.glob("scans/*/*.png"))
    assert [each.read_bytes() for each in kept] == [scan.read_bytes()]
    assert len(list(path.glob("sheets/*/*.pdf"))) == len({row[0] for row in page.tables["sheets"][1:]})
    issued = certificates.register(trainer, room.course)
    assert issued
    assert {each.stem for each in path.glob("certificates/*/*.pdf")} == {each.serial for each in issued}
    assert [row[5] for row in page.tables["tests"][1:]] == ["8 / 20", "16.5 / 20"]
    assert {row[8] for row in page.tables["tests"][1:]} == {trainer.user}, "S3: nobody stood there"
    figures = Page(path / "en" / "figures.html")
    hours = next(row for row in figures.tables["figures"] if row[0] == "Person-hours")
    behind = figures.tables["behind-person_hours"][1:]
    assert sum(float(row[3]) for row in behind) == pytest.approx(float(hours[1]), abs=0.02)
    document = json.loads((path / "data" / "evidence.json").read_text())
    assert document["pages"][1]["sections"][4]["rows"][0]["who"] == trainer.user


def test_why_an_approval_was_taken_back_is_not_told_as_why_a_course_was_left_open(
    trainer: Workplace, room: Room, clock: FixedClock, tmp_path: Path
) -> None:
    clock.advance(days=1)
    approval.close(trainer, room.course, "варақа дар бойгонӣ")
    approval.approve(trainer, room.course, "варақа дар бойгонӣ")
    approval.take_back(trainer, room.course, "як қайд нодуруст")
    path = made(trainer, tmp_path / "out", room.course).path
    document = json.loads((path / "data" / "evidence.json").read_text())
    facts = document["pages"][1]["sections"][0]["facts"]
    assert "варақа дар бойгонӣ" in json.dumps(facts, ensure_ascii=False)
    assert "як қайд нодуруст" not in json.dumps(facts, ensure_ascii=False)


def test_every_link_of_every_page_leads_to_a_file_and_nothing_runs(written: MadeEvidence) -> None:
    path = written.path
    pages = sorted(path.rglob("*.html"))
    assert len(pages) == 1 + 3 * 3
    for each in pages:
        page = Page(each)
        assert not page.elements & {"script", "img", "link", "iframe", "object"}
        for link in page.links:
            target = link.partition("#")[0]
            assert not target or (each.parent / target).is_file(), (each.name, link)


def test_what_somebody_typed_is_text_and_no_page(trainer: Workplace, room: Room, tmp_path: Path) -> None:
    evil = "<script>alert(1)</script>"
    attendance.mark(trainer, room.enrolments[0], room.sessions[0], Mark.PRESENT)
    attendance.set_remark(trainer, room.enrolments[0], room.sessions[0], evil)
    page = course_page(made(trainer, tmp_path / "out", room.course).path)
    assert "script" not in page.elements
    assert evil in page.text


def test_it_is_there_in_three_languages(written: MadeEvidence) -> None:
    path = written.path
    heads = {language: course_page(path, language).tables["history"][0][3] for language in ("en", "ru", "tg")}
    assert heads == {"en": "Mark", "ru": "Отметка", "tg": "Қайд"}
    top = Page(path / "index.html")
    assert sorted(top.links) == ["en/index.html", "ru/index.html", "tg/index.html"]


def test_plain_programs_verify_it(written: MadeEvidence) -> None:
    path = written.path
    checked = subprocess.run(
        ["sha256sum", "--check", "--strict", "--quiet", "SHA256SUMS"],
        cwd=path,
        capture_output=True,
        check=False,
    )
    assert checked.returncode == 0, checked.stderr
    asked = ["minisign", "-V", "-p", "minisign.pub", "-m", "SHA256SUMS"]
    signed = subprocess.run(asked, cwd=path, capture_output=True, check=False)
    assert signed.returncode == 0, signed.stderr
    # An independent reader of the same signature, where the program is not installed.
    key = minisign.PublicKey.from_base64((path / "minisign.pub").read_text().splitlines()[1])
    signature = minisign.Signature.from_bytes((path / "SHA256SUMS.minisig").read_bytes())
    key.verify((path / "SHA256SUMS").read_bytes(), signature)
    with (path / "SHA256SUMS").open("ab") as stream:
        stream.write(b"\n")
    assert subprocess.run(asked, cwd=path, capture_output=True, check=False).returncode != 0


def test_the_office_knows_its_own_folder_and_anybody_else_is_shown_its_digits(
    world: Exchange, written: MadeEvidence
) -> None:
    found = written
    own = evidence_checking.check(found.path, world.office)
    assert (own.holds, own.signer, own.digits) == (True, KnownSigner.OWN, found.digits)
    # A laptop of the same office has its digits, since it compared them when it joined.
    assert evidence_checking.check(found.path, world.trainer).signer is KnownSigner.OWN
    alone = evidence_checking.check(found.path)
    assert (alone.holds, alone.signer, alone.digits) == (True, KnownSigner.OTHER, found.digits)
    given = evidence_checking.check(found.path, digits=found.digits)
    assert (given.holds, given.signer) == (True, KnownSigner.GIVEN)
    other = evidence_checking.check(found.path, digits="11111 " * 6)
    assert [each.fault for each in other.findings] == [EvidenceFault.OTHER_DIGITS]
    with pytest.raises(TrainerError, match="evidence.bad_digits"):
        evidence_checking.check(found.path, digits="11111")


def _change(folder: Path) -> None:
    (folder / "data" / "report.json").write_bytes(b"{}\n")


def _take_away(folder: Path) -> None:
    (folder / "data" / "report.json").unlink()


def _add(folder: Path) -> None:
    (folder / "data" / "more.txt").write_text("more")


def _rename(folder: Path) -> None:
    (folder / "data" / "report.json").rename(folder / "data" / "other.json")


def _link(folder: Path) -> None:
    target = folder / "data" / "report.json"
    target.rename(folder.parent / "report.json")
    target.symlink_to(folder.parent / "report.json")
    if not target.is_symlink():
        pytest.skip("Wine says that it makes links, and makes none")


def _list_anew(folder: Path) -> None:
    _change(folder)
    sums = folder / "SHA256SUMS"
    digest = hashlib.sha256((folder / "data" / "report.json").read_bytes()).hexdigest()
    lines = sums.read_text().splitlines()
    sums.write_text(
        "".join(f"{digest if each.endswith('/report.json') else each[:64]}{each[64:]}\n" for each in lines)
    )


def _sign_anew(folder: Path) -> None:
    pair = minisign.KeyPair.generate()
    signature = pair.secret_key.sign(
        (folder / "SHA256SUMS").read_bytes(), trusted_comment="trainer evidence 1"
    )
    (folder / "SHA256SUMS.minisig").write_bytes(bytes(signature) + b"\n")


def _unsign(folder: Path) -> None:
    (folder / "SHA256SUMS.minisig").unlink()


def _unlist(folder: Path) -> None:
    (folder / "SHA256SUMS").write_text("nothing\n")


def _spoil_signer(folder: Path) -> None:
    (folder / "signer.json").write_text("{}")


def _other_public_key(folder: Path) -> None:
    public = minisign.KeyPair.generate().public_key
    (folder / "minisign.pub").write_bytes(bytes(public))


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (_change, [(EvidenceFault.CHANGED, "data/report.json", "")]),
        (_take_away, [(EvidenceFault.MISSING, "data/report.json", "")]),
        (_add, [(EvidenceFault.ADDED, "data/more.txt", "")]),
        (_rename, [(EvidenceFault.RENAMED, "data/report.json", "data/other.json")]),
        (_link, [(EvidenceFault.LINKED, "data/report.json", "")]),
        (_list_anew, [(EvidenceFault.SUMS_CHANGED, "SHA256SUMS.minisig", "")]),
        (_sign_anew, [(EvidenceFault.OTHER_KEY, "SHA256SUMS.minisig", "")]),
        (_unsign, [(EvidenceFault.NO_SIGNATURE, "SHA256SUMS.minisig", "")]),
        (_unlist, [(EvidenceFault.BAD_SUMS, "SHA256SUMS", "")]),
        (
            _spoil_signer,
            [(EvidenceFault.NO_SIGNER, "signer.json", ""), (EvidenceFault.CHANGED, "signer.json", "")],
        ),
        (
            _other_public_key,
            [
                (EvidenceFault.CHANGED, "minisign.pub", ""),
                (EvidenceFault.OTHER_PUBLIC_KEY, "minisign.pub", ""),
            ],
        ),
    ],
)
def test_whatever_is_done_to_it_is_told_in_words(
    trainer: Workplace,
    of_laptop: MadeEvidence,
    spoil: Callable[[Path], None],
    told: list[tuple[EvidenceFault, str, str]],
) -> None:
    path = of_laptop.path
    assert evidence_checking.check(path, trainer).holds
    spoil(path)
    found = evidence_checking.check(path, trainer)
    assert not found.holds
    assert [(each.fault, each.file, each.now) for each in found.findings] == told
    assert all(evidence.speaker("tg")(each) for each in found.labels)


def test_a_folder_of_another_office_is_not_taken_for_the_own_one(
    world: Exchange, trainer: Workplace, room: Room, tmp_path: Path
) -> None:
    other = made(trainer, tmp_path / "out", room.course).path
    found = evidence_checking.check(other, world.office)
    assert (found.holds, found.signer) == (True, KnownSigner.OTHER)
    assert found.digits in evidence.speaker("en")(found.labels[-1])


@pytest.mark.parametrize("name", ["../evil", "/evil", "a\\b", "c:evil"])
def test_a_sealed_one_writes_nowhere_else(tmp_path: Path, name: str) -> None:
    # Windows packs no backslash; who means harm does.
    packed = signed_folder.pack_folder([("SHA256SUMS", b"x"), (name.replace("\\", "/"), b"1")])
    archive = packed.replace(name.replace("\\", "/").encode(), name.encode())
    path = tmp_path / "in" / "evidence.zip.age"
    path.parent.mkdir()
    path.write_bytes(signed_folder.seal_folder(archive, (), PHRASE))
    with pytest.raises(TrainerError, match="evidence.strange_name"):
        evidence_checking.unpack(path, tmp_path / "out" / "deep", passphrase=PHRASE)
    assert [each.name for each in tmp_path.rglob("*")] == ["in", "evidence.zip.age"]


def test_what_is_no_evidence_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file.txt").write_text("plain")
    for path in (tmp_path, tmp_path / "file.txt"):
        with pytest.raises(TrainerError, match="evidence.no_folder"):
            evidence_checking.check(path)
    with pytest.raises(TrainerError, match="files."):
        evidence_checking.check(tmp_path / "not-there")


def test_evidence_is_found_below_and_around_what_was_chosen(world: Exchange, tmp_path: Path) -> None:
    shelf = tmp_path / "shelf"
    one = made(world.office, shelf / "2018", world.course).path
    for chosen in (shelf, shelf / "2018", one, one / "data"):
        assert evidence_checking.locate(chosen) == one
    sealed = made(world.office, shelf / "sealed", world.course, sealing=Sealing((), PHRASE)).path
    assert evidence_checking.locate(shelf / "sealed") == sealed
    assert evidence_checking.locate(sealed) == sealed
    with pytest.raises(TrainerError, match="evidence.several") as caught:
        evidence_checking.locate(shelf)
    assert caught.value.values["names"] == [str(each.relative_to(shelf)) for each in (one, sealed)]
    (tmp_path / "empty" / "inner").mkdir(parents=True)
    with pytest.raises(TrainerError, match="evidence.no_folder"):
        evidence_checking.locate(tmp_path / "empty")


def test_what_a_check_found_is_written_anywhere_but_into_the_folder(
    world: Exchange, written: MadeEvidence, tmp_path: Path
) -> None:
    folder = written.path
    found = evidence_checking.check(folder, world.office)
    for inside in (folder / "a.txt", folder / "data" / "a.txt", folder / "data" / ".." / "a.txt"):
        with pytest.raises(TrainerError, match="evidence.inside"):
            evidence_checking.save_outcome(found, folder, inside, "en", "today")
    path = evidence_checking.save_outcome(found, folder, tmp_path / "a.txt", "ru", "сегодня")
    assert "Папка цела" in path.read_text("utf-8")
    assert evidence_checking.check(folder, world.office).holds


def test_a_sample_is_drawn_again_from_the_folder_alone(world: Exchange, tmp_path: Path) -> None:
    asked = EvidenceAsked(ReportExtent(), 5, "аудит 7")
    found = evidence.make(world.office, asked, tmp_path / "out")
    again = evidence.make(world.office, asked, tmp_path / "out")
    assert found.people == 5
    assert again.path != found.path, "nothing is written over"
    population = (found.path / "data" / "population.csv").read_text("utf-8-sig").splitlines()[1:]
    keys = [line.split(",")[0] for line in population]
    report = reports.report(world.office, by=())
    participations = report.figure("participations")
    assert participations is not None
    assert sorted(keys) == sorted(participations.rows)
    ordered = sorted(keys, key=lambda key: hashlib.sha256(f"аудит 7/{key}".encode()).hexdigest())
    assert keys == ordered
    told = [row[3] for row in Page(found.path / "ru" / "index.html").tables["sample"][1:]]
    assert told == ordered[:5]
    assert len(course_page(found.path).tables["participants"]) == 1 + 5
    assert (found.path / "data" / "population.csv").read_bytes() == (
        again.path / "data" / "population.csv"
    ).read_bytes()
    assert "аудит 7" in Page(found.path / "tg" / "index.html").text


def read_all(folder: Path) -> dict[str, str]:
    """Return what can be read in each file of a folder, in PDF files too, in letters without their case."""
    found = {}
    for path in sorted(each for each in folder.rglob("*") if each.is_file()):
        name = path.relative_to(folder).as_posix()
        told = (
            words_of_pdf(path.read_bytes()) if path.suffix == ".pdf" else path.read_text("utf-8", "replace")
        )
        found[name] = " ".join(f"{name} {told}".split()).casefold()
    return found


def words_in(text: str) -> list[str]:
    """Return the words of a text, without their case."""
    return re.findall(r"\w+", text.casefold())


def test_nobody_outside_of_a_sample_is_named_in_any_file(apart: Exchange, tmp_path: Path) -> None:
    work, world = apart.office, apart
    settle_alike(work)
    certificates.issue(work, world.course)
    assert isinstance(work.clock, FixedClock)
    work.clock.advance(days=3)
    approval.close(work, world.course, REASON)
    approval.approve(work, world.course, REASON)
    # Of everybody: whoever is drawn is among them.
    for enrolment in world.enrolments:
        attendance.mark(world.trainer, enrolment, world.sessions[1], Mark.ABSENT)
    importing.import_files(work, [sending.export(world.trainer, world.stick).file])
    found = evidence.make(work, EvidenceAsked(ReportExtent(), 5, "аудит 7"), tmp_path / "out")
    everybody = {each.enrolment.key: each.person for each in enrolments.list_enrolments(work, world.course)}
    population = (found.path / "data" / "population.csv").read_text("utf-8-sig").splitlines()[1:]
    drawn = {line.split(",")[0] for line in population if line.endswith(",1")}
    assert len(drawn) == found.people == 5
    inside = {everybody[key].name for key in drawn}
    outside = {each.name for key, each in everybody.items() if key not in drawn} - inside
    assert len(outside) >= 15
    files = read_all(found.path)
    assert len([name for name in files if name.endswith(".pdf")]) > 5
    named = {(name, each) for name, told in files.items() for each in outside if each.casefold() in told}
    assert named == set()
    staff = {name for each in courses.get_course(work, world.course).teachers for name in words_in(each.name)}
    families = {words_in(each)[0] for each in outside} - {words_in(each)[0] for each in inside} - staff
    said = {(name, each) for name, told in files.items() for each in families & set(words_in(told))}
    assert said == set()
    assert all(any(each.casefold() in told for told in files.values()) for each in inside)
    rows = (found.path / "data" / "figure-rows.csv").read_text("utf-8-sig")
    assert all(line.split(",")[0] in rows for line in population), "everybody stands there by key"
    later = approval.standing(work, world.course).changes
    assert 0 < len(course_page(found.path).tables["changes"][1:]) < len(later), "of those who were drawn"
    assert found.labels[0].code == "evidence.saved_sample"
    assert len(found.labels) == 1


def test_scans_of_a_sample_are_whole_and_who_else_is_on_them_is_counted(
    world: Exchange, tmp_path: Path
) -> None:
    work = world.office
    scan = png(tmp_path / "sheet.png", note="signed")
    attachments.attach(work, scan, kind=AttachmentKind.SHEET, course=world.course)
    found = evidence.make(work, EvidenceAsked(ReportExtent(), 5, "аудит 7"), tmp_path / "out")
    others = len(enrolments.list_enrolments(work, world.course)) - 5
    assert [each.read_bytes() for each in found.path.glob("scans/*/*.png")] == [scan.read_bytes()]
    assert (found.on_scans.scans, found.on_scans.others) == (1, others)
    told = Page(found.path / "en" / "index.html").text
    assert f"up to {others} people who were not drawn" in told
    assert found.labels[1].code == "evidence.others_on_scans"
    (release,) = reports.releases(work)
    assert release.people == 5 + others


def test_a_sealed_one_is_opened_by_its_passphrase_alone(world: Exchange, tmp_path: Path) -> None:
    found = made(world.office, tmp_path / "out", world.course, sealing=Sealing(passphrase=PHRASE))
    assert found.path.is_file()
    assert evidence_checking.needs_passphrase(found.path)
    with pytest.raises(TrainerError, match="bundle.needs_passphrase"):
        evidence_checking.check(found.path, world.office)
    with pytest.raises(TrainerError, match="bundle.wrong_passphrase"):
        evidence_checking.check(found.path, passphrase="another one altogether")
    assert evidence_checking.check(found.path, passphrase=PHRASE).holds
    opened = evidence_checking.unpack(found.path, tmp_path / "opened", passphrase=PHRASE)
    assert evidence_checking.check(opened, world.office).signer is KnownSigner.OWN
    with pytest.raises(TrainerError, match="passphrase"):
        made(world.office, tmp_path / "out", world.course, sealing=Sealing(passphrase="1234"))


def test_one_that_is_sealed_for_somebody_is_opened_by_age_and_by_the_office(
    world: Exchange, tmp_path: Path
) -> None:
    key = subprocess.run(["age-keygen"], capture_output=True, text=True, check=True)
    recipient = key.stderr.split()[-1]
    (tmp_path / "key.txt").write_text(key.stdout)
    found = made(world.office, tmp_path / "out", world.course, sealing=Sealing((recipient,)))
    command = ["age", "-d", "-i", "key.txt", "-o", "a.zip", str(found.path)]
    subprocess.run(command, cwd=tmp_path, check=True)
    subprocess.run(["unzip", "-q", "a.zip", "-d", "bag"], cwd=tmp_path, check=True)
    assert evidence_checking.check(tmp_path / "bag").holds
    assert evidence_checking.check(found.path, world.office).signer is KnownSigner.OWN
    with pytest.raises(TrainerError, match="bundle.not_for_us"):
        evidence_checking.check(found.path)
    with pytest.raises(TrainerError, match="bundle.bad_recipient"):
        made(world.office, tmp_path / "out", world.course, sealing=Sealing(("age1nobody",)))


def test_that_names_left_is_noted(world: Exchange, written: MadeEvidence) -> None:
    (release,) = reports.releases(world.office)
    assert (release.kind, release.form, release.people) == ("evidence", "folder", len(world.enrolments) + 2)


def test_a_laptop_of_an_office_makes_none(world: Exchange, tmp_path: Path) -> None:
    with pytest.raises(TrainerError, match="evidence.office_only"):
        made(world.trainer, tmp_path / "out", world.course)


def test_nothing_is_left_behind_and_nothing_noted_where_writing_fails(
    world: Exchange, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_given: object, **_more: object) -> Path:
        raise TrainerError("files.full", file="x")

    monkeypatch.setattr(evidence, "write_stream", full)
    with pytest.raises(TrainerError, match="files.full"):
        made(world.office, tmp_path / "out", world.course)
    assert list(tmp_path.rglob("evidence-*")) == []
    assert reports.releases(world.office) == []


def test_only_its_owner_reads_a_plain_folder(world: Exchange, tmp_path: Path) -> None:
    if os.name == "nt":
        pytest.skip("a folder of Windows has the rights of the folder above")
    path = made(world.office, tmp_path / "out", world.course).path
    assert path.stat().st_mode & 0o077 == 0


def test_what_waits_is_told_as_open(world: Exchange, written: MadeEvidence) -> None:
    waiting = review.counts(world.office)[ReviewKind.CONTRADICTION]
    assert waiting
    page = course_page(written.path)
    assert "conflicts:" in page.text


@pytest.mark.parametrize(("take", "answer"), [("proposed", "taken by the office"), ("ours", "not taken")])
def test_what_a_laptop_proposed_is_told_with_the_answer_and_its_reason(
    world: Exchange, tmp_path: Path, take: str, answer: str
) -> None:
    asked = Write("course", world.course, {"retention_day": "2031-05-01"})
    assert world.trainer.journal.record(Label("retention.step.rules"), [asked]).waiting == 1
    importing.import_files(world.office, [sending.export(world.trainer, world.stick).file])
    (item,) = [each for each in review.list_items(world.office) if each.kind is ReviewKind.PROPOSAL]
    review.settle(world.office, item.id, "theirs" if take == "proposed" else "ours", REASON)
    page = course_page(made(world.office, tmp_path / "out", world.course).path)
    (told,) = [row for row in page.tables["decisions"] if answer in row[7]]
    assert "K7" in told[6]
    assert "01.05.2031" in told[6]
    assert (told[2], told[8]) == (world.office.user, REASON)


def test_who_was_erased_is_named_nowhere_and_what_is_missing_is_told(
    trainer: Workplace, room: Room, tmp_path: Path
) -> None:
    for session in room.sessions:
        attendance.mark_rest(trainer, session)
    scores.set_score(trainer, room.enrolments[1], Occasion.POST, 1900, 2000)
    certificates.issue(trainer, room.course)
    listed = enrolments.list_enrolments(trainer, room.course)
    person = next(each.person for each in listed if each.enrolment.key == room.enrolments[1])
    erasing.erase_person(trainer, person.key, "хоҳиши хаттӣ")
    found = made(trainer, tmp_path / "out", room.course)
    assert any("was not printed" in evidence.speaker("en")(each) for each in found.left_out)
    for path in found.path.rglob("*"):
        if path.suffix in (".html", ".csv", ".json"):
            assert person.given not in path.read_text("utf-8"), path
    told = Page(found.path / "en" / "index.html").text
    assert "Not in this folder" in told


def test_a_decision_that_was_undone_says_so_and_who_said_what(apart: Exchange, tmp_path: Path) -> None:
    work, world = apart.office, apart
    settle_alike(work)
    history.undo(work)
    page = course_page(made(work, tmp_path / "out", world.course).path)
    decisions = page.tables["decisions"][1:]
    assert decisions
    assert all(row[7].endswith("· undone") for row in decisions)
    waits = [row for row in page.tables["history"][1:] if row[4] == "waits for a decision"]
    assert len(waits) == 2 * len(decisions), "both sides of each, and neither of them stands"
    assert all("a decision was undone; said by" in row[3] for row in waits)
    assert not any(f"said by {work.user}" in row[3] for row in waits), "the laptops said it"
