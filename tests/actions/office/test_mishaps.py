"""What goes wrong around an office: a full archive, a second office of the same code, a damaged vault."""

from pathlib import Path

import pytest

from tests.kit.samples import CHEAP, PASSPHRASE
from tests.kit.world import Story, set_up
from tests.kit.writing import enrol, write_course
from trainer_app.actions.base import identity, workplace, workplace_key
from trainer_app.actions.base.workplace import Role, Workplace
from trainer_app.actions.courses import agendas, courses
from trainer_app.actions.exchange import archiving, importing, sending
from trainer_app.actions.office import office
from trainer_app.actions.today import today
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.courses.courses import CourseDraft
from trainer_app.domain.courses.planning import DayPlan
from trainer_app.domain.exchange.sending import FileOutcome
from trainer_app.domain.today.overview import NextKind


def spoil(folder: Path) -> None:
    """Put a file in the place of a folder, which lies beside it then."""
    folder.rename(folder.with_name("away"))
    folder.write_text("a file where the folder should be")


def mend(folder: Path) -> None:
    """Put the folder back."""
    folder.unlink()
    folder.with_name("away").rename(folder)


@pytest.mark.logs("the order of the archive could not be written")
def test_a_file_that_cannot_be_archived_changes_nothing(
    joined: Workplace, bureau: Workplace, stick: Path
) -> None:
    write_course(joined)
    sent = sending.export(joined, stick)
    spoil(bureau.folder.archive)
    (result,) = importing.import_files(bureau, [sent.file]).files
    assert result.result is FileOutcome.REFUSED
    assert result.new_entries == 0
    assert courses.list_courses(bureau) == []
    assert importing.imports(bureau) == []
    mend(bureau.folder.archive)
    (result,) = importing.import_files(bureau, [sent.file]).files
    assert result.result is FileOutcome.IMPORTED
    assert archiving.read_order(bureau.folder.archive) == archiving.order(bureau), "written the next time"


@pytest.mark.logs("the order of the archive could not be written")
def test_a_stranger_that_cannot_be_set_aside_is_refused_in_words(
    joined: Workplace, bureau: Workplace, stick: Path
) -> None:
    write_course(joined)
    office.revoke(bureau, "K7")
    sent = sending.export(joined, stick)
    spoil(bureau.folder.archive)
    (result,) = importing.import_files(bureau, [sent.file]).files
    assert (result.result, result.code.partition(".")[0]) == (FileOutcome.REFUSED, "files")


def test_another_office_of_the_same_code_cannot_take_a_laptop_over(
    joined: Workplace, bureau: Workplace, stick: Path, story: Story
) -> None:
    other = set_up(story, "other", role=Role.OFFICE)
    office.init(other, Texts(en="Another office"), bureau.office_code)
    trust = identity.trust_list(joined)
    with pytest.raises(TrainerError, match="office.other_office"):
        enrol(other, joined, "K7", stick)
    assert identity.trust_list(joined) == trust


def test_a_first_file_can_be_taken_in_again(joined: Workplace, bureau: Workplace, stick: Path) -> None:
    enrol(bureau, joined, "K7", stick)
    assert joined.device_code == "K7"


def test_a_damaged_vault_beside_a_good_copy_hinders_no_work(
    joined: Workplace, bureau: Workplace, stick: Path
) -> None:
    write_course(joined)
    whole = joined.folder.vault.read_bytes()
    joined.folder.vault.write_bytes(whole[:40])
    sent = sending.export(joined, stick)
    assert importing.import_files(bureau, [sent.file]).files[0].result is FileOutcome.IMPORTED
    workplace_key.change_passphrase(joined, PASSPHRASE, "a different passphrase", cost=CHEAP)
    assert joined.folder.vault.read_bytes() == joined.folder.vault_copy.read_bytes() != whole
    joined.close()
    workplace.open_workplace(joined.folder, "a different passphrase", clock=joined.clock).close()


def test_the_office_is_not_told_to_take_in_the_list_of_a_course(bureau: Workplace) -> None:
    today_ = bureau.today()
    key = courses.create_course(bureau, CourseDraft("C1", Texts(en="Course"), today_, today_)).key or ""
    agendas.plan_sessions(bureau, key, DayPlan(per_day=1))
    assert today.overview(bureau).next_step.kind is NextKind.NOTHING
