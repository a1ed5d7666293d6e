"""Who gets what and what is issued: exact limits, serials that never come twice, drafts, search, checks."""

from fractions import Fraction
from pathlib import Path

import pytest

from tests.kit.writing import Room
from trainer_app.actions.attendance import attendance
from trainer_app.actions.base import history
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.certificates import certificates, eligibility, printing, verifying
from trainer_app.actions.certificates.eligibility import Batch
from trainer_app.actions.courses import courses, enrolments, projects, teachers
from trainer_app.actions.evaluations import scores
from trainer_app.actions.people import people
from trainer_app.bundle.badge import read_badge
from trainer_app.bundle.credential import read_credential
from trainer_app.domain.attendance.marks import Mark
from trainer_app.domain.base.errors import Cancelled, TrainerError
from trainer_app.domain.base.numbers import round_half_up
from trainer_app.domain.base.structs import replace
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.certificates.certificates import CertificateKind, CertificateState, CheckResult
from trainer_app.domain.certificates.serials import parse_serial
from trainer_app.domain.courses.courses import CompletionRule, MissingDetail, TeachingRole
from trainer_app.domain.evaluations.forms import Occasion
from trainer_app.domain.people.persons import Sex
from trainer_app.store.certificates.certificates import encode_facts
from trainer_app.system import messages


def results(work: Workplace, room: Room) -> list[CertificateKind]:
    return [row.result for row in eligibility.board(work, room.course)]


def test_a_test_just_below_the_limit_is_not_rounded_over_it(trainer: Workplace, ended: Room) -> None:
    scores.set_score(trainer, ended.enrolments[0], Occasion.POST, 59996, 100000)
    row = eligibility.board(trainer, ended.course)[0]
    assert row.post_test == Fraction(59_996, 10)
    assert row.result is CertificateKind.ATTENDANCE
    said = messages.label_text(row.reasons[0], "en").replace("\N{NO-BREAK SPACE}", " ")
    assert said == "post-test 59.996 %, the limit is 60 %"


def test_the_share_on_the_board_is_the_one_that_is_judged(trainer: Workplace, room: Room) -> None:
    for session in room.sessions:
        attendance.mark_rest(trainer, session)
    attendance.mark(trainer, room.enrolments[0], room.sessions[0], None)
    # What is not marked counts as missed, and is told.
    row = eligibility.board(trainer, room.course)[0]
    assert row.share is not None
    assert round_half_up(row.share) == 9167
    assert [reason.code for reason in row.reasons][-1] == "eligibility.unmarked"


def test_what_if_writes_nothing(trainer: Workplace, ended: Room) -> None:
    scores.set_score(trainer, ended.enrolments[0], Occasion.POST, 1100, 2000)
    before = trainer.journal.number
    asked = eligibility.board(trainer, ended.course, CompletionRule(8000, 5500), what_if=True)
    assert asked[0].result is CertificateKind.COMPLETION
    assert results(trainer, ended)[0] is CertificateKind.ATTENDANCE
    assert trainer.journal.number == before


def test_a_draft_is_what_will_be_issued_without_serial_and_signature(trainer: Workplace, ended: Room) -> None:
    drafts = certificates.draft(trainer, ended.course, "ru")
    before = trainer.journal.number
    issued = certificates.issue(trainer, ended.course, "ru").certificates
    assert before == trainer.journal.number - len(issued)
    assert [draft.facts.name for draft in drafts] == [found.facts.name for found in issued]
    assert {draft.credential for draft in drafts} == {""}
    assert [replace(draft.facts, serial="") for draft in drafts] == [
        replace(found.facts, serial="") for found in issued
    ]


@pytest.mark.parametrize("back", [False, True])
@pytest.mark.parametrize("second", ["", "en"])
def test_only_what_was_shown_is_issued(trainer: Workplace, ended: Room, second: str, back: bool) -> None:
    batch = [Batch(ended.course)]
    shown = certificates.stamp_drafts(certificates.draft(trainer, ended.course, "tg", second=second))
    attendance.mark(trainer, ended.enrolments[0], ended.sessions[0], Mark.ABSENT)
    person = enrolments.get_enrolment(trainer, ended.enrolments[0]).person
    people.change_person(trainer, person, {"rank": "major"})
    with pytest.raises(TrainerError, match="shown.moved"):
        certificates.issue_batches(trainer, batch, "tg", second=second, back=back, shown=shown)
    assert certificates.register(trainer) == []
    shown = certificates.stamp_drafts(certificates.draft(trainer, ended.course, "tg", second=second))
    issued = certificates.issue_batches(trainer, batch, "tg", second=second, back=back, shown=shown)
    assert len(issued.certificates) > 1
    assert parse_serial(issued.certificates[0].serial).counter == 1, "the refused one took no number"


def test_a_number_is_never_given_twice_not_even_after_undo(trainer: Workplace, ended: Room) -> None:
    first = certificates.issue(trainer, ended.course).certificates
    history.undo(trainer)
    assert certificates.register(trainer, ended.course) == []
    second = certificates.issue(trainer, ended.course).certificates
    numbers = [parse_serial(found.serial).counter for found in (*first, *second)]
    assert numbers == [1, 2, 3, 4, 5, 6]


def test_a_batch_that_is_stopped_leaves_nothing_behind(trainer: Workplace, ended: Room) -> None:
    def stop(_code: str, fraction: float) -> None:
        if fraction > 0.5:
            raise Cancelled

    before = trainer.journal.number
    with pytest.raises(Cancelled):
        certificates.issue(trainer, ended.course, progress=stop)
    assert trainer.journal.number == before
    assert certificates.issue(trainer, ended.course).certificates[0].serial.split("-")[3] == "00001"


def test_a_signatory_stands_as_people_sign(trainer: Workplace, ended: Room) -> None:
    teacher = people.create_person(trainer, {"family": "Назарова", "given": "Дилором"}).key or ""
    teachers.assign(trainer, ended.course, teacher, TeachingRole.LEAD_TRAINER)
    signed = certificates.issue(trainer, ended.course).certificates[0].facts.signatories
    assert [(each.name, each.title) for each in signed] == [
        ("М. Саидова", "Роҳбари барнома"),
        ("Д. Назарова", "Тренери пешбар"),
    ]


@pytest.mark.parametrize(
    ("head", "language", "names"),
    [
        ("Саидова Мунира", "tg", ["Саидова Мунира", "Назарова Дилором"]),
        ("Саидова Мунира", "en", ["Saidova Munira", "Nazarova Dilorom"]),
        ("М. Саидова", "en", ["M. Saidova", "D. Nazarova"]),
        ("", "tg", ["Назарова Дилором"]),
    ],
)
def test_all_who_sign_are_written_in_one_way(
    trainer: Workplace, ended: Room, head: str, language: str, names: list[str]
) -> None:
    project = courses.get_course(trainer, ended.course).project
    assert project is not None
    draft = projects.draft_of_project(project)
    projects.change_project(trainer, project.key, replace(draft, head=head))
    teacher = people.create_person(trainer, {"family": "Назарова", "given": "Дилором"}).key or ""
    teachers.assign(trainer, ended.course, teacher, TeachingRole.LEAD_TRAINER)
    signed = certificates.issue(trainer, ended.course, language).certificates[0].facts.signatories
    assert [each.name for each in signed] == names


def test_the_register_is_searched_by_any_spelling_and_by_a_part_of_the_number(
    trainer: Workplace, ended: Room
) -> None:
    issued = certificates.issue(trainer, ended.course).certificates
    names = {found.facts.name.split()[0]: found.serial for found in issued}

    def search(text: str) -> list[str]:
        return [found.serial for found in certificates.search(trainer, text)]

    assert len(search("  ")) == 3
    assert search("гулм") == [names["Гулмуродова"]]
    assert search("Rakhimov") == search("рахимов") == search("hf[bvjd") == [names["Раҳимов"]]
    assert search(names["Азизов"][-8:]) == [names["Азизов"]]
    assert search(names["Азизов"].casefold().replace("-", " ")) == [names["Азизов"]]
    assert search("Чернов") == []
    for serial in names.values():
        number = serial.split("-")[-2]
        assert search(number)[0] == serial, "the number itself, not one across two parts"
    assert set(certificates.courses_of(trainer, list(issued)).values()) == {ended.course}


def test_a_voided_one_cannot_be_replaced_and_a_slip_can_be_undone(trainer: Workplace, ended: Room) -> None:
    serial = certificates.issue(trainer, ended.course).certificates[0].serial
    certificates.void(trainer, serial, "no-show")
    with pytest.raises(TrainerError) as caught:
        certificates.replace(trainer, serial, "a letter was wrong")
    assert caught.value.code == "certificate.not_valid"
    assert certificates.find(trainer, serial).state is CertificateState.VOID
    assert certificates.find(trainer, serial).reason == "no-show"
    history.undo(trainer)
    assert verifying.verify(trainer, serial).result is CheckResult.VALID_UNCONFIRMED


# Names before print


def test_the_proof_list_names_who_does_not_fit_and_whose_paper_is_outdated(
    trainer: Workplace, ended: Room
) -> None:
    long = "Абдулмаҷидзода-Давлатшоҳӣ-Раҳматуллозода-Муҳаммадшарифӣ"
    rows = printing.proof_list(trainer, ended.course)
    assert [row.warnings for row in rows] == [(), (), ()]
    people.change_person(trainer, rows[0].person, {"family": long, "patronymic": "Муҳаммадшарифхоҷаевич"})
    rows = printing.proof_list(trainer, ended.course)
    assert {warning.code for warning in rows[0].warnings} == {"documents.text_broken"}
    assert messages.label_text(rows[0].warnings[0], "en").startswith("No.\u00a01:")
    assert (rows[1].name, rows[1].warnings) == ("Гулмуродова Зарина Ҳакимовна", ())
    certificates.issue(trainer, ended.course)
    assert [row.outdated for row in printing.proof_list(trainer, ended.course)] == [False] * 3
    people.change_person(trainer, rows[1].person, {"latin": "Zarina Gulmurodova"})
    assert [row.outdated for row in printing.proof_list(trainer, ended.course, "en")] == [False, True, False]


@pytest.mark.parametrize(
    ("languages", "title", "printed"),
    [
        (("ru", "en"), Texts(ru="Курс"), False),
        (("tg", "ru", "en"), Texts(tg="Курс", ru="Курс"), False),
        (("en", "ru"), Texts(ru="Курс", en="Course"), True),
        (("ru",), Texts(ru="Курс", en="Course"), True),
    ],
)
def test_all_pages_ask_for_a_latin_spelling_by_one_rule(
    trainer: Workplace, ended: Room, languages: tuple[str, ...], title: Texts, printed: bool
) -> None:
    view = courses.get_course(trainer, ended.course)
    draft = replace(courses.draft_of(view.course), languages=languages, title=title)
    courses.change_course(trainer, ended.course, draft)
    for enrolled in enrolments.list_enrolments(trainer, ended.course):
        people.change_person(trainer, enrolled.person.key, {"latin": ""})
    names = printing.proof_list(trainer, ended.course, languages[0])
    assert {row.prints_latin for row in names} == {printed}
    drafts = certificates.draft(trainer, ended.course, languages[0])
    assert bool(printing.missing_in_print(trainer, ended.course, drafts).latin) is printed
    listed = enrolments.list_enrolments(trainer, ended.course)
    assert {MissingDetail.LATIN in item.missing for item in listed} == {printed}
    assert courses.get_course(trainer, ended.course).course.prints_latin is printed


def test_a_warning_about_the_course_is_told_once_and_about_nobody(trainer: Workplace, ended: Room) -> None:
    view = courses.get_course(trainer, ended.course)
    title = view.course.title.changed(tg="Вокуниши милитсия ба зӯроварӣ дар оила " * 3)
    courses.change_course(trainer, ended.course, replace(courses.draft_of(view.course), title=title))
    told = printing.draft_warnings(trainer, certificates.draft(trainer, ended.course))
    assert [label.code for label in told] == ["documents.text_broken"]
    assert [row.warnings for row in printing.proof_list(trainer, ended.course)] == [(), (), ()]


def test_letters_that_the_font_lacks_are_named(trainer: Workplace, ended: Room) -> None:
    person = printing.proof_list(trainer, ended.course)[1].person
    people.change_person(trainer, person, {"given": "Зар漢ина"})
    warnings = printing.proof_list(trainer, ended.course)[1].warnings
    assert any(label.code == "documents.letters_missing" for label in warnings)


# Checking


def test_every_certificate_of_a_pdf_is_checked(trainer: Workplace, ended: Room, tmp_path: Path) -> None:
    issued = certificates.issue(trainer, ended.course).certificates
    path = tmp_path / "batch.pdf"
    path.write_bytes(printing.print_certificates(trainer, issued))
    checks = verifying.verify_all(trainer, str(path))
    assert [check.facts["serial"] for check in checks] == [found.serial for found in issued]
    assert verifying.verify(trainer, str(path)).facts["serial"] == issued[0].serial


def test_a_scan_under_a_russian_layout_and_a_typed_number_are_checked(
    trainer: Workplace, ended: Room
) -> None:
    issued = certificates.issue(trainer, ended.course).certificates[0]
    keys = dict(zip("QWERTYUIOPASDFGHJKL:ZXCVBNM./$", "ЙЦУКЕНГШЩЗФЫВАПРОЛДЖЯЧСМИТЬю.;", strict=True))
    scanned = "".join(keys.get(sign, sign) for sign in issued.credential)
    assert verifying.verify(trainer, scanned).facts["serial"] == issued.serial
    assert verifying.verify(trainer, issued.serial.lower()).result is CheckResult.VALID_UNCONFIRMED
    keys = str.maketrans("QWERTYUIOPASDFGHJKLZXCVBNM", "йцукенгшщзфывапролдячсмить")
    typed = issued.serial.translate(keys)
    assert typed != issued.serial
    assert [each.serial for each in certificates.search(trainer, typed)] == [issued.serial]
    assert verifying.verify(trainer, typed).result is CheckResult.VALID_UNCONFIRMED, (
        "the Russian layout is on"
    )
    certificates.void(trainer, issued.serial, "spoiled")
    assert verifying.verify(trainer, issued.serial).result is CheckResult.REVOKED


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "credential.unreadable"),
        ("Гулмуродова", "credential.unreadable"),
        ("a\0b", "credential.unreadable"),
        ("x" * 5000, "credential.unreadable"),
        ("DSH-2018-K7-00042-98", "certificate.unknown"),
        ("DSH-2018-K7-00042-97", "serials.wrong_check"),
    ],
)
def test_what_is_no_certificate_is_said_so(trainer: Workplace, text: str, code: str) -> None:
    with pytest.raises(TrainerError) as caught:
        verifying.verify_all(trainer, text)
    assert caught.value.code == code


def test_the_sex_is_frozen_only_where_words_depend_on_it_and_leaves_by_no_code(
    trainer: Workplace, ended: Room
) -> None:
    sexes = (Sex.FEMALE, Sex.MALE, Sex.UNKNOWN)
    found = enrolments.list_enrolments(trainer, ended.course)
    for one, sex in zip(found, sexes, strict=False):
        people.change_person(trainer, one.person.key, {"sex": sex.value})
    keys = frozenset(one.enrolment.key for one in found[:3])
    issued = certificates.issue_batches(trainer, [Batch(ended.course, keys)], "ru").certificates
    by_person = {each.enrolment: each for each in issued}
    ordered = [by_person[one.enrolment.key] for one in found[:3]]
    assert [each.facts.gender for each in ordered] == ["f", "m", ""]
    for each in ordered:
        assert "gender" not in read_badge(each.badge).facts
        assert "gender" not in read_credential(each.credential).facts
        assert certificates.find(trainer, each.serial) == each
    assert "gender" not in encode_facts(ordered[2].facts), "as before there was one"
    (again,) = certificates.replace(trainer, ordered[0].serial, "имло").certificates
    assert again.facts.gender == "f"
    (tajik,) = certificates.replace(trainer, ordered[1].serial, "забон", "tg").certificates
    assert tajik.facts.gender == "", "Tajik words are the same for all"


def test_marks_after_issue_leave_the_printed_text_alone(trainer: Workplace, ended: Room) -> None:
    issued = certificates.issue(trainer, ended.course).certificates[0]
    attendance.mark(trainer, issued.enrolment, ended.sessions[0], Mark.ABSENT)
    assert certificates.find(trainer, issued.serial).facts == issued.facts
