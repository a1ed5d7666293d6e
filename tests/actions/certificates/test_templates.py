"""Designs of certificates: taken in and out as one file, chosen, frozen, carried; hostile files refused."""

import io
import json
import zipfile
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
from PIL import Image

from tests.documents.reading import pages
from tests.kit.writing import Room
from trainer_app.actions.attendance import attachments
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.certificates import certificates, printing, signatories, templates
from trainer_app.actions.certificates.templates import LostPictures
from trainer_app.actions.courses import courses, projects
from trainer_app.documents.certificates.template import MOST_BYTES, MOST_TEXT
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.structs import replace
from trainer_app.domain.base.texts import Texts, words
from trainer_app.domain.certificates.certificates import DesignKind, SignatoryLine, SignatoryRole
from trainer_app.domain.courses.courses import LogoOwner
from trainer_app.store.attendance.marks import digest_of_content


def _picture(colour: str = "navy", size: tuple[int, int] = (60, 40)) -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", size, colour).save(buffer, "PNG")
    return buffer.getvalue()


def _scan() -> bytes:
    """Return a scanned signature: a dark stroke on paper that is not quite white."""
    picture = Image.new("L", (300, 120), 240)
    picture.paste(20, (40, 50, 260, 62))
    buffer = io.BytesIO()
    picture.save(buffer, "PNG")
    return buffer.getvalue()


def _members(work: Workplace, tmp_path: Path) -> dict[str, bytes]:
    """Return what lies in the file of the design that ships for completion."""
    path = templates.export_design(work, "completion", tmp_path / "ship.tcert")
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _zip(path: Path, members: Mapping[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return path


def _changed(work: Workplace, tmp_path: Path, title: str) -> Path:
    """Return the file of a design with another title on top."""
    raw = json.loads(_members(work, tmp_path)["template.json"])
    line = next(each for each in raw["elements"] if each["id"] == "title")["line"]
    line["text"] = {"tg": title, "ru": title, "en": title}
    return _zip(tmp_path / f"{title}.tcert", {"template.json": json.dumps(raw).encode()})


def _project(work: Workplace, room: Room) -> str:
    return courses.get_course(work, room.course).course.project or ""


def test_a_design_goes_out_and_comes_in_as_the_same_file(trainer: Workplace, tmp_path: Path) -> None:
    path = templates.export_design(trainer, "completion", tmp_path / "Хатм.tcert")
    key = templates.import_design(trainer, path).key or ""
    again = templates.export_design(trainer, key, tmp_path / "again.tcert")
    assert again.read_bytes() == path.read_bytes()
    found = templates.find_design(trainer, "Хатм")
    assert (found.key, found.kind, found.ref) == (
        key,
        DesignKind.COMPLETION,
        digest_of_content(path.read_bytes()),
    )
    assert templates.import_design(trainer, path).key == key
    assert [each.key for each in templates.list_designs(trainer)] == ["", "", "", key]


def test_a_folder_is_taken_in_with_its_pictures(trainer: Workplace, tmp_path: Path) -> None:
    folder = tmp_path / "Ministry"
    folder.mkdir()
    raw = json.loads(_members(trainer, tmp_path)["template.json"])
    raw["elements"].append(
        {"id": "ground", "kind": "image", "x": 0, "y": 0, "width": 297, "height": 210, "file": "ground.png"}
    )
    (folder / "template.json").write_text(json.dumps(raw), encoding="utf-8")
    (folder / "ground.png").write_bytes(_picture())
    (folder / "unused.png").write_bytes(_picture("red"))
    key = templates.import_design(trainer, folder).key or ""
    with zipfile.ZipFile(templates.export_design(trainer, key, tmp_path / "out.tcert")) as archive:
        assert archive.namelist() == ["template.json", "ground.png"]


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("../evil.png", "template.strange_member"),
        ("/etc/passwd", "template.strange_member"),
        ("a\\b.png", "template.strange_member"),
        ("run.exe", "template.strange_member"),
        ("pictures/", "template.strange_member"),
        ("TEMPLATE.JSON", "template.strange_member"),
        ("x" * 80 + ".png", "template.strange_member"),
        ("лого.png", "template.strange_member"),
    ],
)
def test_strange_members_are_refused_by_name(
    trainer: Workplace, tmp_path: Path, name: str, code: str
) -> None:
    path = _zip(tmp_path / "bad.tcert", {**_members(trainer, tmp_path), name: b"x"})
    with pytest.raises(TrainerError) as caught:
        templates.import_design(trainer, path)
    assert caught.value.code == code
    assert not list(templates.list_designs(trainer)[3:])


def test_bombs_are_refused_before_they_are_unpacked(trainer: Workplace, tmp_path: Path) -> None:
    bomb = b" " * (MOST_TEXT + 1)
    for members in ({"template.json": bomb}, {"template.json": b"{}", **_many(40)}):
        with pytest.raises(TrainerError) as caught:
            templates.import_design(trainer, _zip(tmp_path / "bomb.tcert", members))
        assert caught.value.code == "template.file_too_big"
    big = tmp_path / "big.tcert"
    big.write_bytes(b"\0" * (MOST_BYTES + 1))
    with pytest.raises(TrainerError) as caught:
        templates.import_design(trainer, big)
    assert caught.value.code == "template.file_too_big"


def _many(count: int) -> dict[str, bytes]:
    return {f"p{number}.png": b"x" for number in range(count)}


def test_what_is_no_design_is_refused(trainer: Workplace, tmp_path: Path) -> None:
    path = templates.export_design(trainer, "completion", tmp_path / "whole.tcert")
    whole = path.read_bytes()
    broken = [b"", b"PK", whole[:-10], whole[:200], b"\x89PNG\r\n\x1a\n", _zip_bytes({"a.png": b"x"})]
    for data in broken:
        path.write_bytes(data)
        with pytest.raises(TrainerError) as caught:
            templates.import_design(trainer, path)
        assert caught.value.code == "template.no_file"
    with pytest.raises(TrainerError) as caught:
        templates.import_design(trainer, tmp_path / "missing.tcert")
    assert caught.value.code == "template.unreadable"


def _zip_bytes(members: Mapping[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def test_no_changed_byte_of_a_file_gets_by_unseen(trainer: Workplace, tmp_path: Path) -> None:
    path = templates.export_design(trainer, "completion", tmp_path / "whole.tcert")
    whole = path.read_bytes()
    codes = set()
    for at in range(0, len(whole), 41):
        changed = bytearray(whole)
        changed[at] ^= 0x55
        path.write_bytes(changed)
        try:
            templates.import_design(trainer, path)
        except TrainerError as error:
            codes.add(error.code)
    assert codes <= {
        "template.no_file",
        "template.strange_member",
        "template.wrong",
        "template.file_too_big",
    }
    assert "template.no_file" in codes


def test_a_mistake_names_element_and_field(trainer: Workplace, tmp_path: Path) -> None:
    raw = json.loads(_members(trainer, tmp_path)["template.json"])
    next(each for each in raw["elements"] if each["id"] == "name")["width"] = 900
    path = _zip(tmp_path / "Бад.tcert", {"template.json": json.dumps(raw).encode()})
    with pytest.raises(TrainerError) as caught:
        templates.import_design(trainer, path)
    assert caught.value.code == "template.wrong"
    assert caught.value.values["template"] == "Бад"
    assert (caught.value.values["element"], caught.value.values["field"]) == ("name", "width")


def test_deep_nesting_is_refused_in_words(trainer: Workplace, tmp_path: Path) -> None:
    path = _zip(tmp_path / "deep.tcert", {"template.json": b'{"title":' + b"[" * 100_000})
    with pytest.raises(TrainerError) as caught:
        templates.import_design(trainer, path)
    assert caught.value.code == "template.wrong"


def test_what_was_issued_keeps_its_design(trainer: Workplace, ended: Room, tmp_path: Path) -> None:
    project = _project(trainer, ended)
    first = templates.import_design(trainer, _changed(trainer, tmp_path, "ЯК")).key or ""
    templates.choose(trainer, project, DesignKind.COMPLETION, first)
    issued = certificates.issue(trainer, ended.course, "tg").certificates
    own = [each for each in issued if each.kind == "completion"]
    assert {each.facts.design for each in own} == {templates.find_design(trainer, first).ref}
    before = printing.print_certificates(trainer, own)
    second = templates.import_design(trainer, _changed(trainer, tmp_path, "ДУ")).key or ""
    templates.choose(trainer, project, DesignKind.COMPLETION, second)
    templates.archive_design(trainer, first, archived=True)
    templates.rename_design(trainer, first, "Other name")
    stored = [certificates.find(trainer, each.serial) for each in own]
    assert printing.print_certificates(trainer, stored) == before
    replaced = certificates.replace(trainer, own[0].serial, "spelling").certificates
    assert replaced[0].facts.design == templates.find_design(trainer, second).ref
    assert printing.print_certificates(trainer, replaced) != before


def test_a_design_is_chosen_for_its_kind_only(trainer: Workplace, ended: Room, tmp_path: Path) -> None:
    key = templates.import_design(trainer, _changed(trainer, tmp_path, "ЯК")).key or ""
    project = _project(trainer, ended)
    with pytest.raises(TrainerError) as caught:
        templates.choose(trainer, project, DesignKind.ATTENDANCE, key)
    assert caught.value.code == "template.other_kind"
    templates.choose(trainer, project, DesignKind.COMPLETION, key)
    assert templates.chosen(trainer, project)[DesignKind.COMPLETION].key == key
    assert templates.chosen(trainer, project)[DesignKind.ATTENDANCE].ships
    templates.choose(trainer, project, DesignKind.COMPLETION, "completion")
    assert templates.chosen(trainer, project)[DesignKind.COMPLETION].ships


def test_logos_and_signatures_are_frozen_with_the_certificate(
    trainer: Workplace, ended: Room, tmp_path: Path
) -> None:
    project = _project(trainer, ended)
    logo, scan = tmp_path / "logo.png", tmp_path / "scan.png"
    logo.write_bytes(_picture())
    scan.write_bytes(_scan())
    projects.set_logo(trainer, project, LogoOwner.DONOR, logo)
    head = SignatoryLine(
        SignatoryRole.PERSON, Texts(tg="М. Саидова"), Texts(tg="Раис", ru="Глава", en="Head"), picture=scan
    )
    lead = SignatoryLine(SignatoryRole.LEAD_TRAINER, title=words("signatory.lead"))
    signatories.set_signatories(trainer, [head, lead], project=project)
    issued = certificates.issue(trainer, ended.course, "tg").certificates
    facts = issued[0].facts
    assert facts.logos == ("", digest_of_content(_picture()), "")
    assert facts.signatures[0] == digest_of_content(_scan())
    assert facts.signatories[0].name == "М. Саидова"
    before = printing.print_certificates(trainer, issued)
    projects.set_logo(trainer, project, LogoOwner.DONOR, None)
    signatories.set_signatories(trainer, [], project=project)
    attachments.prune(trainer)
    assert printing.print_certificates(trainer, issued) == before
    strange = [replace(issued[0], facts=replace(facts, logos=("0" * 64, "", "")))]
    with pytest.raises(TrainerError) as caught:
        printing.print_certificates(trainer, strange)
    assert caught.value.code == "documents.picture_missing"


def test_what_is_not_here_is_named_and_left_out_when_asked(
    trainer: Workplace, ended: Room, tmp_path: Path
) -> None:
    logo, scan = tmp_path / "logo.png", tmp_path / "scan.png"
    logo.write_bytes(_picture())
    scan.write_bytes(_scan())
    projects.set_logo(trainer, _project(trainer, ended), LogoOwner.DONOR, logo)
    head = SignatoryLine(SignatoryRole.PERSON, Texts(tg="М. Саидова"), picture=scan)
    second = SignatoryLine(SignatoryRole.PERSON, Texts(tg="Ф. Назаров"))
    signatories.set_signatories(trainer, [head, second], course=ended.course)
    issued = certificates.issue(trainer, ended.course, "tg").certificates
    assert not templates.find_lost_pictures(trainer, issued)
    assert templates.leave_out_lost_pictures(trainer, issued) == list(issued)
    with trainer.database.write():
        trainer.database.run("DELETE FROM blob WHERE sha256 = ?", digest_of_content(_scan()))
    assert templates.find_lost_pictures(trainer, issued) == LostPictures(("М. Саидова",))
    with trainer.database.write():
        trainer.database.run("DELETE FROM blob WHERE sha256 = ?", digest_of_content(_picture()))
    assert templates.find_lost_pictures(trainer, issued) == LostPictures(("М. Саидова",), True)
    with pytest.raises(TrainerError, match="picture_missing"):
        printing.print_certificates(trainer, issued)
    bare = templates.leave_out_lost_pictures(trainer, issued)
    text = pages(printing.print_certificates(trainer, bare))
    assert len(text) == len(issued)
    assert all("М. Саидова" in page and "Ф. Назаров" in page for page in text)
    assert [found.credential for found in bare] == [found.credential for found in issued]
    assert certificates.find(trainer, issued[0].serial).facts == issued[0].facts


def test_a_signature_that_is_not_here_is_named_and_left_for_the_pen(
    trainer: Workplace, ended: Room, tmp_path: Path
) -> None:
    scan = tmp_path / "scan.png"
    scan.write_bytes(_scan())
    head = SignatoryLine(SignatoryRole.PERSON, Texts(tg="М. Саидова"), picture=scan)
    signatories.set_signatories(trainer, [head], course=ended.course)
    assert signatories.elsewhere(trainer, ended.course) == []
    with trainer.database.write():
        trainer.database.run("DELETE FROM blob WHERE sha256 = ?", digest_of_content(_scan()))
    assert signatories.elsewhere(trainer, ended.course) == [Texts(tg="М. Саидова")]
    assert certificates.draft(trainer, ended.course)[0].facts.signatures == ()


def test_a_list_of_sessions_on_the_front_takes_the_place_of_the_back(
    trainer: Workplace, ended: Room, tmp_path: Path
) -> None:
    raw = json.loads(_members(trainer, tmp_path)["template.json"])
    taught = {"id": "taught", "kind": "sessions", "x": 20, "y": 60, "width": 90, "height": 60}
    raw["elements"].append({**taught, "font": "NotoSans-Regular", "size": 9, "colour": "ink"})
    data = json.dumps(raw).encode()
    key = templates.import_design(trainer, _zip(tmp_path / "list.tcert", {"template.json": data})).key or ""
    templates.choose(trainer, _project(trainer, ended), DesignKind.COMPLETION, key)
    issued = certificates.issue(trainer, ended.course, "tg", back=True).certificates
    own = [each for each in issued if each.kind == "completion"]
    assert own[0].facts.sessions
    texts = pages(printing.print_certificates(trainer, own))
    assert len(texts) == len(own)
    for session in own[0].facts.sessions:
        day = date.fromisoformat(session.day)
        assert f"{day.day:02}.{day.month:02}.{day.year}" in texts[0]


def test_a_picture_that_would_fill_the_memory_is_refused(trainer: Workplace, tmp_path: Path) -> None:
    raw = json.loads(_members(trainer, tmp_path)["template.json"])
    place = {"id": "ground", "kind": "image", "x": 0, "y": 0, "width": 297, "height": 210}
    raw["elements"].append({**place, "file": "ground.png"})
    buffer = io.BytesIO()
    Image.new("1", (12_000, 6_000)).save(buffer, "PNG")
    members = {"template.json": json.dumps(raw).encode(), "ground.png": buffer.getvalue()}
    with pytest.raises(TrainerError) as caught:
        templates.import_design(trainer, _zip(tmp_path / "large.tcert", members))
    assert (caught.value.code, caught.value.values["element"]) == ("template.wrong", "ground")
    assert "million pixels" in str(caught.value.values["reason"])


def test_who_signs_is_set_for_a_project_and_for_one_course(trainer: Workplace, ended: Room) -> None:
    project = _project(trainer, ended)
    rule = certificates.draft(trainer, ended.course)[0].facts.signatories
    assert len(rule) <= 2
    lines = [
        SignatoryLine(SignatoryRole.PERSON, Texts(tg=f"Ном {number}"), Texts(tg="Раис"))
        for number in range(4)
    ]
    signatories.set_signatories(trainer, lines, project=project)
    names = [each.name for each in certificates.draft(trainer, ended.course)[0].facts.signatories]
    assert names == ["Ном 0", "Ном 1", "Ном 2", "Ном 3"]
    kept = signatories.lines_of(trainer, project=project)
    signatories.set_signatories(trainer, [kept[2], kept[0]], project=project)
    names = [each.name for each in certificates.draft(trainer, ended.course)[0].facts.signatories]
    assert names == ["Ном 2", "Ном 0"]
    signatories.set_signatories(trainer, lines[1:2], course=ended.course)
    names = [each.name for each in certificates.draft(trainer, ended.course)[0].facts.signatories]
    assert names == ["Ном 1"]
    signatories.set_signatories(trainer, [], course=ended.course)
    signatories.set_signatories(trainer, [], project=project)
    assert certificates.draft(trainer, ended.course)[0].facts.signatories == rule


def test_too_many_signatories_and_one_without_a_name_are_refused(trainer: Workplace, ended: Room) -> None:
    project = _project(trainer, ended)
    line = SignatoryLine(SignatoryRole.PERSON, Texts(tg="Ном"))
    for lines, code in (
        ([line] * 5, "template.too_many_signatories"),
        ([line, SignatoryLine(SignatoryRole.PERSON)], "template.signatory_without_name"),
    ):
        with pytest.raises(TrainerError) as caught:
            signatories.set_signatories(trainer, lines, project=project)
        assert caught.value.code == code
    assert signatories.lines_of(trainer, project=project) == []


def test_a_second_language_needs_a_title_in_it(trainer: Workplace, ended: Room) -> None:
    view = courses.get_course(trainer, ended.course)
    title = Texts(tg="Курс", ru="Курс по-русски")
    courses.change_course(trainer, ended.course, replace(courses.draft_of(view.course), title=title))
    assert certificates.draft(trainer, ended.course, "tg")[0].facts.second == ""
    russian = certificates.draft(trainer, ended.course, "tg", second="ru")[0].facts
    assert (russian.second, russian.course_title_ru) == ("ru", "Курс по-русски")
    for language, second in (("tg", "en"), ("ru", "ru"), ("en", "ru")):
        with pytest.raises(TrainerError) as caught:
            certificates.draft(trainer, ended.course, language, second=second)
        assert caught.value.code == "certificate.no_second"
