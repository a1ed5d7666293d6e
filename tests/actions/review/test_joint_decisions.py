"""What cannot be taken back takes two heads: one asks, another one confirms with a key of their own."""

import msgspec
import pytest

from tests.actions.refusing import refused
from tests.kit import writing
from tests.kit.desks import GIVEN, REASON, SECOND_HEAD, THIRD, be, states, waiting
from tests.kit.samples import CHEAP, DUSHANBE, PASSPHRASE
from tests.kit.writing import Room
from trainer_app.actions.base import heads, history, joint, rights, users, workplace_key
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.certificates import certificates
from trainer_app.actions.courses import courses
from trainer_app.actions.courses.enrolments import list_enrolments
from trainer_app.actions.office import approval, erasing, subject_access
from trainer_app.actions.review import joint_decisions, review
from trainer_app.bundle import sealing
from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.joint import JointAnswer, JointMatter, JointState, answer_words, write_grant
from trainer_app.domain.base.journal import Value
from trainer_app.domain.base.rights import UserRole
from trainer_app.domain.certificates.certificates import CertificateState
from trainer_app.domain.courses.courses import CourseState
from trainer_app.domain.office.approvals import OpenMatter
from trainer_app.domain.office.erasing import purge_words
from trainer_app.store.base.drafts import Write
from trainer_app.store.people import people
from trainer_app.system import messages
from trainer_app.system.clock import FixedClock


def ask_to_erase(work: Workplace, over: Room) -> str:
    """Ask another head to erase the first person of the course; returns whom."""
    person = list_enrolments(work, over.course)[0].person.key
    changes = joint_decisions.decide(work, JointMatter.ERASE, [person], REASON, "17")
    assert joint_decisions.is_asked(changes)
    return person


def is_erased(work: Workplace, person: str) -> bool:
    found = people.get_person(work.database, person)
    return found is not None and found.erased


def test_one_head_does_it_at_once(bureau: Workplace, clock: FixedClock) -> None:
    users.add(bureau, "Б. Раҳимов", "Баҳром", UserRole.OFFICER, THIRD, PASSPHRASE, cost=CHEAP)
    over = writing.write_course(bureau)
    person = list_enrolments(bureau, over.course)[0].person.key
    changes = joint_decisions.decide(bureau, JointMatter.ERASE, [person], REASON)
    assert not joint_decisions.is_asked(changes)
    assert is_erased(bureau, person)
    assert states(bureau) == []
    assert joint_decisions.askers(bureau, erasing.list_erasures(bureau)) == {}, "nobody was asked"


def test_a_second_head_confirms_and_only_then_it_is_done(two: Workplace, over: Room) -> None:
    person = ask_to_erase(two, over)
    assert not is_erased(two, person)
    refused("joint.needed", erasing.erase_person, two, person, REASON)
    refused("joint.own", joint_decisions.confirm, two, waiting(two))
    refused("joint.already", joint_decisions.decide, two, JointMatter.ERASE, [person], REASON)
    be(two, THIRD)
    refused("rights.refused", joint_decisions.confirm, two, waiting(two))
    be(two, SECOND_HEAD)
    line = joint_decisions.find(two, waiting(two))
    assert (line.asked_by, line.own, line.decision.reason, line.decision.reference) == (
        "M. Saidova",
        False,
        REASON,
        "17",
    )
    joint_decisions.confirm(two, waiting(two))
    assert is_erased(two, person)
    assert states(two) == [JointState.CONFIRMED]
    (record,) = erasing.list_erasures(two)
    assert (record.by, record.reason, record.reference) == ("З. Каримова", REASON, "17")
    assert joint_decisions.askers(two, [record]) == {record.key: "M. Saidova"}
    (done,) = joint_decisions.list_decided(two, 9)
    assert messages.label_text(done.title, "en") == f"erase the data of erased person {person[-4:]}"


def test_names_of_courses_are_erased_by_two(two: Workplace, over: Room) -> None:
    joint_decisions.decide(two, JointMatter.PURGE, [over.course], REASON)
    refused("joint.needed", erasing.purge, two, [over.course], REASON)
    joint_decisions.confirm(be(two, SECOND_HEAD), waiting(two))
    (record,) = erasing.list_erasures(two)
    assert record.courses == (over.course,)
    assert joint_decisions.askers(two, [record]) == {record.key: "M. Saidova"}


def test_a_certificate_is_revoked_by_two(two: Workplace, over: Room) -> None:
    serials = [each.serial for each in certificates.register(two)][:2]
    joint_decisions.decide(two, JointMatter.VOID, serials, REASON)
    refused("joint.needed", certificates.void_many, two, serials, REASON)
    refused("joint.needed", certificates.void, two, serials[0], REASON)
    found = joint.waiting_on(two, serials[1])
    assert found is not None
    assert found.asked_by == "M. Saidova"
    left = {each.matter: each.count for each in approval.open_items(two, over.course)}
    assert left[OpenMatter.VOIDS] == 2, "S3: what waits for a second head is open for who approves"
    joint_decisions.confirm(be(two, SECOND_HEAD), waiting(two))
    states_now = [certificates.find(two, serial).state for serial in serials]
    assert states_now == [CertificateState.VOID] * 2
    assert joint.waiting_on(two, serials[1]) is None
    assert OpenMatter.VOIDS not in {each.matter for each in approval.open_items(two, over.course)}
    not_undone_by_one(two)
    assert [certificates.find(two, serial).state for serial in serials] == states_now
    refused("rights.refused", history.undo, be(two, THIRD))


def not_undone_by_one(work: Workplace) -> None:
    """Try to undo the newest step, which two heads decided, and to do it again, as each of them."""
    decided = history.recent(work, 1)[0]
    for words in (SECOND_HEAD, PASSPHRASE):
        be(work, words)
        assert decided.number not in [each.number for each in history.pending(work, 50)]
        refused("joint.decided", history.undo_step, work, decided.number)
        refused("history.nothing_to_redo", history.redo, work)


def test_an_approved_course_is_reopened_by_two_and_not_by_undo(two: Workplace, over: Room) -> None:
    refused("joint.not_by_undo", history.undo, two)
    why = history.refusal(two)
    assert why is not None
    assert why.code == "joint.not_by_undo"
    assert not history.may_take_back(two, history.pending(two, 1)[0]), "S4: it was offered, and then refused"
    refused("joint.needed", approval.take_back, two, over.course, REASON)
    joint_decisions.decide(two, JointMatter.REOPEN, [over.course], REASON)
    joint_decisions.confirm(be(two, SECOND_HEAD), waiting(two))
    assert courses.get_course(two, over.course).course.state is CourseState.CLOSED
    not_undone_by_one(two)
    assert courses.get_course(two, over.course).course.state is CourseState.CLOSED
    assert states(two) == [JointState.CONFIRMED]
    held = subject_access.gather(two, list_enrolments(two, over.course)[0].person.key).outline
    (said,) = next(
        each.table for each in held.sections if each.name == "now-participation" and each.table
    ).rows
    assert isinstance(said[0], Label)
    assert messages.label_text(said[0], "en").endswith("by M. Saidova, З. Каримова"), (
        "who asked, who confirmed"
    )


def test_a_request_is_declined_with_a_reason_or_withdrawn(two: Workplace, over: Room) -> None:
    person = ask_to_erase(two, over)
    refused("joint.not_own", joint_decisions.withdraw, be(two, SECOND_HEAD), waiting(two))
    refused("joint.no_reason", joint_decisions.decline, two, waiting(two), " ")
    joint_decisions.decline(two, waiting(two), "no longer wished")
    (line,) = joint_decisions.list_lines(two, everything=True)
    assert (line.state, line.answered_by) == (JointState.DECLINED, "З. Каримова")
    refused("joint.unknown", joint_decisions.confirm, two, line.decision.key)
    ask_to_erase(be(two, PASSPHRASE), over)
    joint_decisions.withdraw(two, waiting(two))
    assert states(two) == [JointState.DECLINED, JointState.WITHDRAWN]
    assert not is_erased(two, person)


def test_what_is_asked_names_nobody_and_can_be_done(two: Workplace, over: Room) -> None:
    found = list_enrolments(two, over.course)[0].person
    decide = joint_decisions.decide
    refused("erasing.named", decide, two, JointMatter.ERASE, [found.key], f"so {found.family} wishes")
    refused("joint.no_reason", decide, two, JointMatter.ERASE, [found.key], "")
    refused("joint.too_long", decide, two, JointMatter.ERASE, [found.key], "a" * 201)
    refused("joint.too_long", decide, two, JointMatter.ERASE, [found.key], REASON, "1" * 61)
    refused("person.unknown", decide, two, JointMatter.ERASE, ["nobody"], REASON)
    other = writing.write_course(two, DUSHANBE)
    refused("approval.none", decide, two, JointMatter.REOPEN, [other.course], REASON)
    ask_to_erase(two, over)
    label = history.recent(two, 1)[0].label
    assert found.family not in str(label.values)


def test_who_leaves_asks_for_nothing_any_more(two: Workplace, over: Room) -> None:
    ask_to_erase(two, over)
    users.set_role(two, users.find_user(two, "Saidova").key, UserRole.OFFICER)
    assert states(be(two, SECOND_HEAD)) == [JointState.LAPSED]
    refused("joint.unknown", joint_decisions.find, two, "")


def test_what_was_done_stays_confirmed_when_a_head_leaves(two: Workplace, over: Room) -> None:
    ask_to_erase(two, over)
    joint_decisions.confirm(be(two, SECOND_HEAD), waiting(two))
    be(two, PASSPHRASE)
    joint_decisions.decide(two, JointMatter.REMOVE, [users.find_user(two, "Зарина").key], REASON)
    joint_decisions.confirm(be(two, SECOND_HEAD), waiting(two))
    assert states(be(two, PASSPHRASE)) == [JointState.CONFIRMED] * 2


def test_a_forgotten_passphrase_makes_a_request_lapse(two: Workplace, over: Room, paper: str) -> None:
    ask_to_erase(two, over)
    give_passphrase(be(two, SECOND_HEAD), "Saidova", "совсем другие пять слов для входа", paper)
    assert states(two) == [JointState.LAPSED, JointState.CONFIRMED]


def give_passphrase(work: Workplace, short: str, passphrase: str, paper: str) -> None:
    """Give a head a passphrase, as who is here decides it with the key from paper."""
    key = users.find_user(work, short).key
    refused("joint.needed", users.set_passphrase, work, key, passphrase)
    asked = joint_decisions.decide(work, JointMatter.PASSPHRASE, [key], REASON)
    joint_decisions.confirm_with_paper(work, asked.key or "", paper)
    users.set_passphrase(work, key, passphrase, cost=CHEAP)


def test_a_passphrase_that_another_head_gave_makes_nobody_a_second_head(
    two: Workplace, over: Room, paper: str
) -> None:
    give_passphrase(two, "Зарина", GIVEN, paper)
    ask_to_erase(two, over)
    # Whoever gave it could be both: neither confirms as that head nor asks as that head for themselves.
    be(two, GIVEN)
    for act in (joint_decisions.confirm, joint_decisions.decline):
        refused("joint.given", act, two, waiting(two), *([REASON] if act is joint_decisions.decline else []))
    course = [over.course]
    refused("joint.given", joint_decisions.decide, two, JointMatter.REOPEN, course, REASON)
    craft(two, **answer_of(two, GIVEN, "", JointAnswer.CONFIRMED))
    assert states(two) == [JointState.CONFIRMED, JointState.WAITING]
    # The same one again is no choice; another one is, and a new key of the data may come with it.
    users.change_passphrase(two, GIVEN, GIVEN, cost=CHEAP)
    refused("joint.given", joint_decisions.confirm, two, waiting(two))
    workplace_key.check_new_passphrase(two, GIVEN, SECOND_HEAD)
    workplace_key.renew_key(two, SECOND_HEAD, cost=CHEAP)
    users.note_chosen(two, SECOND_HEAD, cost=CHEAP)
    joint_decisions.confirm(two, waiting(two))
    assert states(two) == [JointState.CONFIRMED] * 2


def test_who_becomes_a_head_with_a_given_passphrase_chooses_another_one(two: Workplace, over: Room) -> None:
    bahrom = users.find_user(two, "Баҳром").key
    refused("joint.needed", users.set_role, two, bahrom, UserRole.HEAD)
    joint_decisions.decide(two, JointMatter.RAISE, [bahrom], REASON)
    joint_decisions.confirm(be(two, SECOND_HEAD), waiting(two))
    ask_to_erase(be(two, PASSPHRASE), over)
    refused("joint.given", joint_decisions.confirm, be(two, THIRD), waiting(two))
    users.change_passphrase(two, THIRD, GIVEN, cost=CHEAP)
    assert not users.find_user(two, "Баҳром").given
    users.sign_again(two, [users.find_user(two, "Баҳром")])
    joint_decisions.confirm(two, waiting(two))
    assert states(two) == [JointState.CONFIRMED] * 2


def test_taking_the_flag_out_by_hand_lets_nobody_speak_for_a_head(two: Workplace, paper: str) -> None:
    give_passphrase(two, "Зарина", GIVEN, paper)
    key = users.find_user(two, "Зарина").key
    two.journal.record(Label("users.step.chosen"), [Write(rights.ENTITY, key, {"given": None})])
    refused("users.closed", be, two, GIVEN)


def craft(work: Workplace, **fields: Value) -> None:
    """Write an answer into the one request as somebody would who makes files by hand."""
    (found, _) = joint.list_decisions(work)[-1]
    work.journal.record(Label("joint.step.declined"), [Write(heads.ENTITY, found.key, dict(fields))])


def answer_of(work: Workplace, passphrase: str, by: str, answer: JointAnswer) -> dict[str, Value]:
    """Return an answer that is signed by whoever has a passphrase, in the name of somebody."""
    be(work, passphrase)
    own = users.find_user(work, work.person.key if work.person else "")
    found = joint.list_decisions(work)[-1][0]
    said = msgspec.structs.replace(
        found,
        answer=answer.value,
        answered_by=by or own.key,
        answered_at=1,
        answer_grant=write_grant(rights.grant_of(own)),
    )
    key = work.vault_key.user
    assert key is not None
    words = answer_words(work.office_code, said)
    signed = sealing.sign(words, key.signing_seed, sealing.Purpose.JOINT).decode()
    return {
        "answer": said.answer,
        "answered_by": said.answered_by,
        "answered_at": 1,
        "answer_grant": said.answer_grant,
        "answer_signature": signed,
    }


def test_an_answer_without_its_request_is_shown_nowhere(two: Workplace) -> None:
    alone = {"answer": "confirmed", "answered_by": users.find_user(two, "Зарина").key, "answered_at": 1}
    write = Write(heads.ENTITY, two.journal.make_key(), dict[str, Value](alone))
    two.journal.record(Label("joint.step.declined"), [write])
    assert len([each for each in heads.read_rows(two) if each.answer]) == 1
    assert joint_decisions.list_lines(two, everything=True) == []


@pytest.mark.parametrize("way", ["own", "unsigned", "officer", "as another", "one key twice"])
def test_a_crafted_confirmation_counts_for_nothing(two: Workplace, over: Room, way: str) -> None:
    ask_to_erase(two, over)
    first, other = users.find_user(two, "Saidova").key, users.find_user(two, "Зарина").key
    yes = JointAnswer.CONFIRMED
    crafted: dict[str, dict[str, Value]] = {
        "own": answer_of(two, PASSPHRASE, "", yes),
        "unsigned": {"answer": "confirmed", "answered_by": other, "answered_at": 1},
        "officer": answer_of(two, THIRD, "", yes),
        "as another": answer_of(two, PASSPHRASE, other, yes),
        "one key twice": answer_of(two, SECOND_HEAD, first, yes),
    }
    craft(be(two, PASSPHRASE), **crafted[way])
    assert states(two) == [JointState.WAITING]
    refused("joint.own", joint_decisions.confirm, two, waiting(two))


def test_neither_a_forged_yes_nor_a_late_no_stands_before_what_was_signed(two: Workplace, over: Room) -> None:
    ask_to_erase(two, over)
    other = users.find_user(two, "Зарина").key
    craft(two, answer="confirmed", answered_by=other, answered_at=1)
    joint_decisions.withdraw(two, waiting(two))
    assert states(two) == [JointState.WITHDRAWN]
    ask_to_erase(two, over)
    late = answer_of(two, PASSPHRASE, "", JointAnswer.WITHDRAWN)
    joint_decisions.confirm(be(two, SECOND_HEAD), waiting(two))
    craft(be(two, PASSPHRASE), **late)
    assert states(two) == [JointState.WITHDRAWN, JointState.CONFIRMED]
    first, second = joint_decisions.list_lines(two, everything=True)
    assert (first.late, [each.code for each in second.late]) == ((), ["joint.late.withdrawn"])
    assert review.count(two) == 0


def test_a_changed_request_counts_for_nothing(two: Workplace, over: Room) -> None:
    ask_to_erase(two, over)
    found = joint.list_decisions(two)[0][0]
    for changed in (
        msgspec.structs.replace(found, subjects=("somebody else",)),
        msgspec.structs.replace(found, by=users.find_user(two, "Зарина").key),
        msgspec.structs.replace(found, grant="{"),
        msgspec.structs.replace(found, signature=""),
    ):
        assert joint.state_of(two, changed) is JointState.LAPSED
    assert joint.state_of(two, found) is JointState.WAITING


def test_who_came_before_there_were_such_keys_gets_one_by_the_own_slot(two: Workplace, over: Room) -> None:
    own = users.find_user(two, "Saidova")
    old = msgspec.structs.replace(own, signer="")
    users.sign_again(two, [old])
    assert users.find_user(two, "Saidova").role is UserRole.HEAD
    ask_to_erase(two, over)
    assert users.find_user(two, "Saidova").signer == own.signer
    assert states(two) == [JointState.WAITING]


def test_whoever_opens_it_with_nobodys_passphrase_signs_for_nobody(bureau: Workplace) -> None:
    refused("joint.nobody", users.ensure_signer, bureau)
    assert users.cannot_sign(bureau) == "joint.nobody"


def test_what_was_decided_is_listed_the_last_one_first(two: Workplace, over: Room) -> None:
    person = ask_to_erase(two, over)
    assert joint_decisions.list_decided(two, 9) == [], "it waits"
    joint_decisions.decline(be(two, SECOND_HEAD), waiting(two), "not now")
    joint_decisions.decide(be(two, PASSPHRASE), JointMatter.REOPEN, [over.course], REASON)
    joint_decisions.confirm(be(two, SECOND_HEAD), waiting(two))
    found = joint_decisions.list_decided(two, 9)
    assert [line.state for line in found] == [JointState.CONFIRMED, JointState.DECLINED]
    assert {(line.asked_by, line.answered_by) for line in found} == {("M. Saidova", "З. Каримова")}
    assert found[1].decision.subjects == (person,)
    assert joint_decisions.list_decided(two, 1) == found[:1]


def test_the_second_head_is_told_what_it_would_do_or_why_not(two: Workplace, over: Room) -> None:
    joint_decisions.decide(two, JointMatter.PURGE, [over.course], REASON)
    found = joint_decisions.find(be(two, SECOND_HEAD), waiting(two)).decision
    plan = erasing.plan(two, [over.course])
    told = joint_decisions.foreseen(two, found)
    assert {name: list(lines) for name, lines in told.items()} == {
        "goes": list(purge_words(plan).goes),
        "stays": list(purge_words(plan).stays),
        "elsewhere": list(purge_words(plan).elsewhere),
    }
    assert plan.people > 0
    unknown = msgspec.structs.replace(found, matter="move_the_moon")
    assert joint_decisions.foreseen(two, unknown) == {}
    joint_decisions.confirm(two, found.key)
    gone = msgspec.structs.replace(found, matter=JointMatter.ERASE.value, subjects=("nobody",))
    (problem,) = joint_decisions.foreseen(two, gone)["happens"]
    assert problem.code == "person.unknown"


def test_who_can_sign_nothing_yet_is_told_why(two: Workplace, paper: str) -> None:
    assert users.cannot_sign(two) == ""
    give_passphrase(two, "Зарина", GIVEN, paper)
    assert users.cannot_sign(be(two, GIVEN)) == "joint.given"
