"""Two heads: neither makes the other one less alone, whatever they write; what the paper opens then."""

import shutil
from pathlib import Path

import msgspec
import pytest

from tests.actions.refusing import refused
from tests.kit.desks import GIVEN, REASON, SECOND_HEAD, THIRD, be, states, waiting
from tests.kit.samples import CHEAP, PASSPHRASE
from tests.kit.writing import Room
from trainer_app.actions.base import (
    data_key,
    heads,
    history,
    joint,
    rights,
    sync_status,
    users,
    workplace,
)
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.courses import courses
from trainer_app.actions.courses.enrolments import list_enrolments
from trainer_app.actions.exchange import archiving, importing
from trainer_app.actions.office import approval, backups, erasing, key_papers, recovery
from trainer_app.actions.office.recovery import Attempt
from trainer_app.actions.review import joint_decisions
from trainer_app.bundle import sealing, vault
from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.joint import Grant, JointMatter, JointState, write_grant
from trainer_app.domain.base.rights import UserRole
from trainer_app.domain.courses.courses import CourseState
from trainer_app.store.base.drafts import Write

pytestmark = pytest.mark.both_homes

FOURTH = "чор калимаи нав барои Баҳром ва дӯстон"


def key_of(work: Workplace, short: str) -> str:
    return users.find_user(work, short).key


def role_of(work: Workplace, short: str) -> UserRole | None:
    return users.find_user(work, short).role


def ask(work: Workplace, matter: JointMatter, *subjects: str) -> str:
    """Ask another head; returns the key of the request."""
    changes = joint_decisions.decide(work, matter, subjects, REASON)
    assert joint_decisions.is_asked(changes)
    return changes.key or ""


def raise_third(work: Workplace) -> None:
    """Let two heads make the data officer a third one, who chooses a passphrase of their own."""
    ask(be(work, PASSPHRASE), JointMatter.RAISE, key_of(work, "Баҳром"))
    joint_decisions.confirm(be(work, SECOND_HEAD), waiting(work))
    users.change_passphrase(be(work, THIRD), THIRD, FOURTH, cost=CHEAP)


def test_no_head_makes_another_one_less_removes_them_or_speaks_for_them(two: Workplace) -> None:
    zarina = key_of(two, "Зарина")
    for role in (UserRole.OFFICER, UserRole.READER):
        refused("joint.needed", users.set_role, two, zarina, role)
    refused("joint.needed", users.remove, two, zarina)
    refused("joint.needed", users.set_passphrase, two, zarina, GIVEN)
    refused("joint.needed", users.allow_passphrase, two, zarina)
    refused("joint.needed", users.set_role, two, key_of(two, "Баҳром"), UserRole.HEAD)
    refused("users.head_by_two", users.add, two, "К. Нав", "Нав", UserRole.HEAD, GIVEN)
    refused("joint.needed", key_papers.make_new, two)
    assert rights.takes_two(two)
    assert be(two, SECOND_HEAD).person is not None, "her passphrase still opens it"


@pytest.mark.parametrize("matter", [JointMatter.LOWER, JointMatter.REMOVE])
def test_who_is_concerned_may_confirm_it(two: Workplace, matter: JointMatter) -> None:
    more = [UserRole.OFFICER.value] if matter is JointMatter.LOWER else []
    ask(two, matter, key_of(two, "Зарина"), *more)
    assert role_of(two, "Зарина") is UserRole.HEAD
    refused("joint.own", joint_decisions.confirm, two, waiting(two))
    refused("rights.refused", joint_decisions.confirm, be(two, THIRD), waiting(two))
    joint_decisions.confirm(be(two, SECOND_HEAD), waiting(two))
    be(two, PASSPHRASE)
    assert not rights.takes_two(two)
    assert states(two) == [JointState.CONFIRMED]
    if matter is JointMatter.LOWER:
        assert role_of(two, "Зарина") is UserRole.OFFICER
    else:
        refused("users.unknown", users.find_user, two, "Зарина")
        refused("vault.wrong_passphrase", be, two, SECOND_HEAD)


def test_a_head_steps_down_alone_unless_they_are_the_last_one(two: Workplace) -> None:
    changes = joint_decisions.decide(
        two, JointMatter.LOWER, [key_of(two, "Saidova"), UserRole.OFFICER.value], REASON
    )
    assert not joint_decisions.is_asked(changes)
    assert role_of(two, "Saidova") is UserRole.OFFICER
    be(two, SECOND_HEAD)
    refused("users.last_head", users.set_role, two, key_of(two, "Зарина"), UserRole.OFFICER)
    users.set_role(two, key_of(two, "Saidova"), UserRole.HEAD)
    refused("joint.needed", users.set_role, be(two, PASSPHRASE), key_of(two, "Зарина"), UserRole.READER)


def test_a_head_who_never_chose_a_passphrase_is_put_right_by_one(bureau: Workplace) -> None:
    users.add(bureau, "З. Каримова", "Зарина", UserRole.HEAD, GIVEN, PASSPHRASE, cost=CHEAP)
    assert rights.takes_two(bureau)
    users.set_role(bureau, key_of(bureau, "Зарина"), UserRole.OFFICER)
    assert not rights.takes_two(bureau)


def test_a_passphrase_is_given_by_two_and_the_one_of_before_takes_that_back(two: Workplace) -> None:
    raise_third(two)
    be(two, PASSPHRASE)
    ask(two, JointMatter.PASSPHRASE, key_of(two, "Зарина"))
    joint_decisions.confirm(be(two, FOURTH), waiting(two))
    be(two, SECOND_HEAD)
    refused("joint.needed", users.set_passphrase, be(two, PASSPHRASE), key_of(two, "Зарина"), GIVEN)
    ask(two, JointMatter.PASSPHRASE, key_of(two, "Зарина"))
    joint_decisions.confirm(be(two, FOURTH), waiting(two))
    refused("joint.needed", users.remove, two, key_of(two, "Зарина"))
    users.set_passphrase(two, key_of(two, "Зарина"), GIVEN, cost=CHEAP)
    refused("joint.needed", users.set_role, two, key_of(two, "Зарина"), UserRole.READER)
    refused("vault.wrong_passphrase", be, two, SECOND_HEAD)
    refused("joint.given", users.set_role, be(two, GIVEN), key_of(two, "Saidova"), UserRole.READER)
    users.change_passphrase(be(two, GIVEN), GIVEN, SECOND_HEAD, cost=CHEAP)
    refused("joint.needed", users.remove, be(two, FOURTH), key_of(two, "Зарина"))


def test_an_older_vault_under_the_given_passphrase_is_no_head(two: Workplace, paper: str, over: Room) -> None:
    zarina = key_of(two, "Зарина")
    joint_decisions.confirm_with_paper(two, ask(two, JointMatter.PASSPHRASE, zarina), paper)
    users.set_passphrase(two, zarina, GIVEN, cost=CHEAP)
    kept = data_key.read_vault(two.folder)
    users.change_passphrase(be(two, GIVEN), GIVEN, SECOND_HEAD, cost=CHEAP)
    ask(be(two, PASSPHRASE), JointMatter.REOPEN, over.course)
    workplace.lock(two)
    data_key.write_vault(two.folder, kept)
    refused("users.closed", workplace.unlock, two, GIVEN)


def test_the_paper_stands_for_a_head_who_is_gone_and_the_history_says_so(
    two: Workplace, over: Room, paper: str
) -> None:
    request = ask(two, JointMatter.REMOVE, key_of(two, "Зарина"))
    by_paper = joint_decisions.confirm_with_paper
    refused("vault.bad_recovery_key", by_paper, two, request, "AGE-SECRET-KEY-1")
    refused("vault.wrong_recovery_key", by_paper, two, request, sealing.new_identity())
    raised = be(two, SECOND_HEAD)
    refused("joint.not_own", by_paper, raised, request, paper)
    refused("rights.refused", by_paper, be(two, THIRD), request, paper)
    by_paper(be(two, PASSPHRASE), request[-8:], paper.lower())
    told = history.recent(two, 1)[0].label
    assert (told.code, told.values["name"]) == ("joint.step.paper", "M. Saidova")
    (line,) = joint_decisions.list_lines(two, everything=True)
    assert (line.state, line.by_paper, line.answered_by) == (JointState.CONFIRMED, True, "")
    refused("joint.decided", history.undo_step, two, history.recent(two, 1)[0].number)
    assert not rights.takes_two(two)
    approval.take_back(two, over.course, REASON)
    assert courses.get_course(two, over.course).course.state is CourseState.CLOSED


def test_a_forged_paper_counts_for_nothing(two: Workplace, over: Room) -> None:
    request = ask(two, JointMatter.REOPEN, over.course)
    found = next(each for each in heads.read_rows(two) if each.key == request)
    own = two.vault_key.user
    assert own is not None
    forged = Grant("paper", own.recipient, own.signer, users.find_user(two, "Saidova").signature)
    for grant in (forged, rights.grant_of(users.find_user(two, "Saidova"))):
        said = msgspec.structs.replace(
            found,
            answer="confirmed",
            answered_by="paper",
            answered_at=found.at + 1,
            answer_grant=write_grant(grant),
        )
        assert not heads.is_answered(two, said)
    assert states(two) == [JointState.WAITING]


def test_the_paper_alone_opens_the_office_and_lets_heads_be_made_anew(two: Workplace, paper: str) -> None:
    two.close()
    work = recovery.open_with_paper(Attempt(two.folder, THIRD, two.clock, CHEAP), paper)
    assert work.person is None
    assert history.recent(work, 1)[0].label.code == "joint.step.opened"
    users.set_passphrase(work, key_of(work, "Зарина"), GIVEN, cost=CHEAP)
    users.change_passphrase(be(work, GIVEN), GIVEN, FOURTH, cost=CHEAP)
    be(work, PASSPHRASE)
    refused("joint.needed", users.remove, work, key_of(work, "Зарина"))
    work.close()


def test_nobodys_passphrase_changes_no_head_without_the_paper(two: Workplace) -> None:
    content = data_key.read_vault(two.folder)
    data_key.write_vault(two.folder, vault.set_passphrase(content, two.vault_key, GIVEN, CHEAP))
    be(two, GIVEN)
    assert two.person is None
    zarina = key_of(two, "Зарина")
    refused("users.paper_again", users.set_passphrase, two, zarina, THIRD)
    refused("users.paper_again", users.set_role, two, zarina, UserRole.READER)
    refused("users.paper_again", users.remove, two, zarina)


def is_done_alone(work: Workplace, over: Room) -> bool:
    """Tell whether who is here decides alone what takes two."""
    person = list_enrolments(work, over.course)[0].person.key
    refused("joint.needed", erasing.erase_person, work, person, REASON)
    refused("joint.needed", approval.take_back, work, over.course, REASON)
    return not rights.takes_two(work)


CRAFTED = {
    "lower": lambda work, user: users._granted(work, user.key, UserRole.OFFICER, user),
    "unsigned": lambda _work, _user: {"role": "reader"},
    "remove": lambda _work, _user: {"removed": True},
    "given": lambda work, user: users._granted(work, user.key, UserRole.HEAD, user, given=True),
    "another key": lambda work, user: users._granted(work, user.key, UserRole.HEAD, vault.new_user(user.key)),
    "nothing": lambda _work, _user: dict.fromkeys(("role", "recipient", "signer", "signature")),
}


@pytest.mark.parametrize("way", [*CRAFTED, "delete"])
def test_what_one_head_writes_of_the_other_into_the_list_counts_for_nothing(
    two: Workplace, over: Room, way: str
) -> None:
    found = users.find_user(two, "Зарина")
    if way == "delete":
        write = Write(rights.ENTITY, found.key, {}, delete=True)
    else:
        write = Write(rights.ENTITY, found.key, CRAFTED[way](two, found))
    assert two.journal.record(Label("users.step.sign"), [write]).step is not None
    assert not is_done_alone(two, over)
    history.undo(two)
    history.redo(two)
    assert not is_done_alone(two, over)
    now = users.find_user(two, "Зарина")
    assert (now.role, now.signer, now.recipient) == (UserRole.HEAD, found.signer, found.recipient)
    ask(two, JointMatter.REOPEN, over.course)
    joint_decisions.confirm(be(two, SECOND_HEAD), waiting(two))
    assert states(two) == [JointState.CONFIRMED]


def test_a_third_head_whom_one_alone_writes_decides_nothing(two: Workplace, over: Room) -> None:
    bahrom = users.find_user(two, "Баҳром")
    fields = users._granted(two, bahrom.key, UserRole.HEAD, bahrom)
    two.journal.record(Label("users.step.sign"), [Write(rights.ENTITY, bahrom.key, fields)])
    assert role_of(two, "Баҳром") is None
    ask(two, JointMatter.REOPEN, over.course)
    refused("rights.refused", joint_decisions.confirm, be(two, THIRD), waiting(two))
    refused("rights.refused", joint_decisions.decide, two, JointMatter.REOPEN, [over.course], REASON)


def test_what_heads_said_is_not_taken_away_by_deleting_or_overwriting_it(two: Workplace, over: Room) -> None:
    for found in heads.read_rows(two):
        writes = [
            Write(heads.ENTITY, found.key, {"matter": "erase", "subjects": [], "signature": "x"}),
            Write(heads.ENTITY, found.key, {}, delete=True),
        ]
        for write in writes:
            two.journal.record(Label("joint.step.declined"), [write])
    users_of_two = users.find_user(two, "Зарина")
    fields = users._granted(two, users_of_two.key, UserRole.READER, users_of_two)
    two.journal.record(Label("users.step.sign"), [Write(rights.ENTITY, users_of_two.key, fields)])
    assert not is_done_alone(two, over)


def test_neither_undo_nor_a_clock_set_back_nor_the_own_file_brings_one_head_alone(
    two: Workplace, over: Room, tmp_path: Path
) -> None:
    for _ in range(6):
        joint_undo(two)
    two.clock.advance(days=-400)  # type: ignore[attr-defined]
    ask(two, JointMatter.REOPEN, over.course)
    archiving.archive_own(two)
    (*_, newest) = sorted(two.folder.archive.glob("*.tsync"), key=lambda path: path.stat().st_mtime_ns)
    shutil.copy(newest, tmp_path)
    importing.import_files(two, [tmp_path / newest.name])
    assert not is_done_alone(two, over)
    assert states(two) == [JointState.WAITING]


def joint_undo(work: Workplace) -> None:
    """Undo one step where that is allowed."""
    for step in history.pending(work, 1):
        if step.label.code not in ("approval.step.approve",):
            history.undo_step(work, step.number)


def test_no_head_puts_back_a_copy_in_which_they_were_alone(before: Workplace, paper: str) -> None:
    copy = backups.create_backup(before)
    be(before, PASSPHRASE)
    refused("backup.before_heads", backups.prepare_restore, before, copy.path)
    backups.prepare_restore(before, backups.create_backup(before).path)
    before.close()
    work = recovery.open_with_paper(Attempt(before.folder, FOURTH, before.clock, CHEAP), paper)
    backups.prepare_restore(work, backups.create_backup(work).path)
    work.close()


def test_no_head_puts_back_a_copy_that_forgets_what_two_decided(
    two: Workplace, over: Room, paper: str
) -> None:
    copy = backups.create_backup(two)
    ask(two, JointMatter.REOPEN, over.course)
    backups.prepare_restore(two, copy.path)
    joint_decisions.confirm(be(two, SECOND_HEAD), waiting(two))
    problem = refused("backup.before_decisions", backups.prepare_restore, two, copy.path)
    assert problem.values == {"count": 1}
    two.close()
    work = recovery.open_with_paper(Attempt(two.folder, FOURTH, two.clock, CHEAP), paper)
    backups.prepare_restore(work, copy.path)
    work.close()


@pytest.fixture
def before(bureau: Workplace, paper: str, monkeypatch: pytest.MonkeyPatch) -> Workplace:
    """Return an office of two heads whose program says nothing of heads yet, as those before did."""
    with monkeypatch.context() as patch:
        patch.setattr(joint, "note_heads", lambda _work: None)
        users.add(bureau, "З. Каримова", "Зарина", UserRole.HEAD, GIVEN, PASSPHRASE, cost=CHEAP)
        users.change_passphrase(be(bureau, GIVEN), GIVEN, SECOND_HEAD, cost=CHEAP)
        return be(bureau, PASSPHRASE)


def lower_as_before(work: Workplace, short: str) -> None:
    """Make a head a data officer as programs before did: alone."""
    found = users.find_user(work, short)
    fields = users._granted(work, found.key, UserRole.OFFICER, found)
    work.journal.record(Label("users.step.role"), [Write(rights.ENTITY, found.key, fields)], note=True)


def test_a_journal_in_which_one_head_changed_the_other_alone_is_read_as_it_was(before: Workplace) -> None:
    lower_as_before(before, "Зарина")
    assert role_of(before, "Зарина") is UserRole.OFFICER
    digest = sync_status.digest(before)
    be(before, PASSPHRASE)
    assert not rights.takes_two(before)
    assert sync_status.digest(before) == digest, "nothing is written where one head works"


def test_two_heads_of_an_older_program_are_known_from_the_first_unlocking_on(before: Workplace) -> None:
    refused("joint.needed", users.remove, before, key_of(before, "Зарина"))
    be(before, PASSPHRASE)
    assert history.recent(before, 1)[0].label.code == "joint.step.heads"
    lower_as_before(before, "Зарина")
    assert role_of(before, "Зарина") is UserRole.HEAD, "also before she unlocked once"
    steps = history.recent(before, 1)
    be(before, SECOND_HEAD)
    assert history.recent(before, 1) == steps, "it is said once"


def test_heads_do_not_depend_on_the_order_of_the_rows(two: Workplace) -> None:
    raise_third(two)
    be(two, PASSPHRASE)
    ask(two, JointMatter.LOWER, key_of(two, "Зарина"), UserRole.READER.value)
    joint_decisions.confirm(be(two, FOURTH), waiting(two))
    rows = heads.read_rows(two)
    known = heads.judge(two, rows)
    assert set(known.standing) == {key_of(two, "Saidova"), key_of(two, "Баҳром")}
    for turned in (rows[::-1], rows[1:] + rows[:1], rows + rows):
        assert heads.judge(two, turned) == known
