"""A laptop is told that the office's file erased somebody, and that lists on paper stay."""

from pathlib import Path

from tests.kit.writing import write_course
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.certificates import printing
from trainer_app.actions.courses import enrolments
from trainer_app.actions.exchange import importing, packs, sending
from trainer_app.actions.office import erasing


def test_who_was_erased_is_told_and_no_name_of_them_is_offered(
    joined: Workplace, bureau: Workplace, stick: Path
) -> None:
    room = write_course(joined)
    importing.import_files(bureau, [sending.export(joined, stick).file])
    gone = enrolments.list_enrolments(bureau, room.course)[0]
    assert gone.enrolment.key in {row.enrolment for row in printing.proof_list(joined, room.course)}
    erasing.erase_person(bureau, gone.person.key, "asked in writing")
    pack = packs.export_pack(bureau, "K7", stick, courses=[room.course]).file
    told = importing.import_files(joined, [pack]).news
    assert [each.values["count"] for each in told if each.code == "news.erased"] == [1]
    for work in (joined, bureau):
        named = {row.enrolment for row in printing.proof_list(work, room.course)}
        assert named
        assert gone.enrolment.key not in named
    again = importing.import_files(joined, [pack]).news
    assert "news.erased" not in {each.code for each in again}
