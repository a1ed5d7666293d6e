"""What takes two heads, in the window: one asks in a form, the other finds it in Review and confirms it."""

import os
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget

from tests.cut_texts import lay_out, logical
from tests.kit.desks import GIVEN, REASON, SECOND_HEAD, TwoHeads, two_heads
from tests.kit.samples import CHEAP, PASSPHRASE
from tests.kit.seat import MakeGate
from tests.ui.driving import click, find, press_button, settle, type_text
from trainer_app.actions.base import history, rights, users
from trainer_app.actions.certificates import certificates
from trainer_app.actions.courses import courses
from trainer_app.actions.courses.enrolments import list_enrolments
from trainer_app.actions.office import key_papers
from trainer_app.actions.review import joint_decisions
from trainer_app.bundle import vault
from trainer_app.domain.base.joint import JointMatter
from trainer_app.domain.base.rights import Right, UserRole
from trainer_app.domain.certificates.certificates import CertificateState
from trainer_app.domain.courses.courses import CourseState
from trainer_app.store.people import people
from trainer_app.ui.certificates.screen import CertificatesScreen
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.office.laptops import RequestPanel
from trainer_app.ui.office.people import PeopleCard
from trainer_app.ui.office.retention import RetentionPage
from trainer_app.ui.office.screen import OfficeScreen
from trainer_app.ui.review.joint_page import JointPage, PaperForm
from trainer_app.ui.settings.cards import PassphrasePanel
from trainer_app.ui.shell.start_controller import StartController
from trainer_app.ui.shell.window import MainWindow
from trainer_app.ui.start.forgotten import ForgottenPassphrasePage
from trainer_app.ui.start.unlock import UnlockPage
from trainer_app.ui.widgets.cards import ActionRow
from trainer_app.ui.widgets.labels import SentenceList
from trainer_app.ui.widgets.overlays import ConfirmDialog


@pytest.fixture
def story(tmp_path: Path) -> TwoHeads:
    return two_heads(tmp_path / "office")


@pytest.fixture
def gate(enter: MakeGate, window: MainWindow, story: TwoHeads) -> StartController:
    window.resize(1366, 768)
    return enter(story.root, "", clock=story.clock)


def be(gate: StartController, window: MainWindow, name: str, passphrase: str) -> AppContext:
    """Lock it if need be, and unlock it as somebody does."""
    if gate.context is not None:
        gate.lock()
    page = window.page()
    assert isinstance(page, UnlockPage)
    assert "Type your short name and your passphrase" in page.subtitle.text(), "both are asked for"
    page.short.setText(name)
    page.field.line.setText(passphrase)
    click(page.open_button)
    assert gate.context is not None
    return gate.context


def picture(window: MainWindow, name: str) -> None:
    if folder := os.environ.get("TWO18_PICTURES"):
        settle()
        window.grab().save(f"{folder}/{name}.png")


def words(window: MainWindow, name: str) -> str:
    """Return what a label says that is shown."""
    shown = [each for each in window.findChildren(QLabel, name) if each.isVisible()]
    assert len(shown) == 1, f"{name}: {len(shown)} shown"
    return shown[0].text()


def state_of(context: AppContext, course: str) -> CourseState:
    return courses.get_course(context.work, course).course.state


def shown(window: MainWindow, name: str) -> list[str]:
    """Return the sentences of one list of what a request would do."""
    found = find(window, SentenceList, f"review_joint_{name}")
    assert found.isVisible(), name
    return found.lines


def settled(window: MainWindow) -> dict[str, str]:
    """Open what was settled; return what two heads decided, by its title: no row has a way back."""
    press_button(window, "review_settled_button")
    card = find(window, QWidget, "review_decided_by_two")
    assert card.isVisible()
    rows = [row for row in card.findChildren(ActionRow) if row.isVisible()]
    assert rows
    assert not any(row.button.isVisible() for row in rows)
    return {
        f"{row.words.title.text()}{' ' * place}": row.words.second.text() for place, row in enumerate(rows)
    }


@pytest.mark.parametrize("size", ["1366x768@100", "1920x1080@100"])
def test_what_is_asked_for_is_read_at_a_glance_on_any_screen(
    size: str, gate: StartController, window: MainWindow, story: TwoHeads
) -> None:
    """On a large screen who asked stood a hand's breadth from the word that says so."""
    first = be(gate, window, "saidova", PASSPHRASE)
    joint_decisions.decide(first.work, JointMatter.REOPEN, (story.course,), REASON)
    context = be(gate, window, "zarina", SECOND_HEAD)
    context.go("review")
    lay_out(window, logical(size))
    page = find(window, JointPage, "review_joint")
    assert page.isVisible()
    assert 600 < page.width() <= 900
    assert page.confirm.isVisible()
    around = page.parentWidget()
    assert around is not None
    assert page.x() == 0, "it stands beside the list"
    assert around.width() >= page.width()


def test_an_approval_is_taken_back_by_two(gate: StartController, window: MainWindow, story: TwoHeads) -> None:
    course = story.course
    context = be(gate, window, "saidova", PASSPHRASE)
    context.go("courses", course=course, tab="overview")
    settle()
    press_button(window, "approval_decide")
    form = find(window, QWidget, "reason_form")
    assert "another head" in words(window, "reason_after")
    picture(window, "ask")
    type_text(find(form, QLineEdit, "reason"), REASON)
    press_button(window, "reason_form_accept")
    assert state_of(context, course) is CourseState.APPROVED
    assert "M. Saidova asks" in words(window, "approval_waits_note_words")
    picture(window, "waits")
    context.go("today")
    settle()
    assert words(window, "joint_waiting_number") == "1"
    picture(window, "today")
    press_button(window, "joint_waiting")
    assert "You asked for it" in words(window, "review_joint_about"), "Today leads to it"
    context.go("courses", course=course, tab="overview")
    settle()
    press_button(window, "approval_waits_open")
    assert "You asked for it" in words(window, "review_joint_about")
    assert not find(window, QWidget, "review_joint_confirm").isVisible()
    assert words(window, "review_header_subtitle") == "What two heads decide together cannot be undone."
    picture(window, "own")

    context = be(gate, window, "zarina", SECOND_HEAD)
    context.go("review")
    settle()
    assert words(window, "review_joint_headline") == "Take the approval of course DSH1 back"
    assert words(window, "review_joint_reason_value") == REASON
    assert shown(window, "happens") == [
        "The course is closed again. The approval and its figures stay on record."
    ]
    assert not find(window, QWidget, "review_joint_goes").isVisible()
    picture(window, "other")
    press_button(window, "review_joint_confirm")
    click(find(window, ConfirmDialog, "review_confirm_joint").yes)
    settle()
    assert state_of(context, course) is CourseState.CLOSED
    assert not find(window, QWidget, "review_joint").isVisible()
    decided = settled(window)
    assert list(decided) == ["Take the approval of course DSH1 back"]
    (said,) = decided.values()
    assert "asked by M. Saidova" in said
    assert "confirmed by Z. Karimova" in said
    assert REASON in said
    assert "There is no Undo here" in words(window, "review_decided_by_two_about")
    assert "what two heads decided cannot" in words(window, "review_header_subtitle")
    picture(window, "settled")


def test_a_person_is_erased_by_two(gate: StartController, window: MainWindow, story: TwoHeads) -> None:
    context = be(gate, window, "saidova", PASSPHRASE)
    person = list_enrolments(context.work, story.course)[0].person
    context.go("people", person=person.key)
    settle()
    press_button(window, "person_erase")
    type_text(find(window, QLineEdit, "erase_reason"), REASON)
    type_text(find(window, QLineEdit, "erase_confirm"), person.family)
    picture(window, "erase")
    asked = {
        name: find(window, SentenceList, f"erase_{name}").lines for name in ("goes", "stays", "elsewhere")
    }
    assert all(asked.values())
    press_button(window, "erase_form_accept")
    assert "erase a person's data" in words(window, "person_waits_note_words")
    picture(window, "person")
    context = be(gate, window, "zarina", SECOND_HEAD)
    context.go("review")
    settle()
    # A copy of the data may have been made since: then it goes too.
    assert {*asked.pop("goes")} <= {*shown(window, "goes")}
    assert {name: shown(window, name) for name in asked} == asked, "the same as who asked was shown"
    picture(window, "erase_other")
    press_button(window, "review_joint_open")
    assert "M. Saidova asks" in words(window, "person_waits_note_words")
    press_button(window, "person_waits_open")
    press_button(window, "review_joint_confirm")
    click(find(window, ConfirmDialog, "review_confirm_joint").yes)
    settle()
    found = people.get_person(context.work.database, person.key)
    assert found is not None
    assert found.erased
    context.go("office", tab="retention")
    settle()
    page = find(window, RetentionPage, "retention")
    heads = [column.title() for column in page.record_model.columns]
    row = [page.record_model.index(0, at).data() for at in range(len(heads))]
    assert not page.record_table.isColumnHidden(heads.index("Asked by"))
    assert (row[heads.index("Asked by")], row[heads.index("By")]) == ("M. Saidova", "Z. Karimova")
    picture(window, "records")


def test_a_request_to_revoke_certificates_is_declined_or_withdrawn(
    gate: StartController, window: MainWindow, story: TwoHeads
) -> None:
    context = be(gate, window, "saidova", PASSPHRASE)
    serial = certificates.register(context.work)[0].serial
    named = f"{serial} ({certificates.register(context.work)[0].facts.name})"
    ask_to_void(window, context, serial)
    picture(window, "register")
    context = be(gate, window, "zarina", SECOND_HEAD)
    context.go("review")
    settle()
    assert shown(window, "happens") == [
        f"{named} becomes invalid; its number is never used again. Take the paper back."
    ]
    press_button(window, "review_joint_decline")
    type_text(find(window, QLineEdit, "reason"), "the paper was given back")
    press_button(window, "reason_form_accept")
    assert not find(window, QWidget, "review_joint").isVisible()
    context = be(gate, window, "saidova", PASSPHRASE)
    ask_to_void(window, context, serial)
    context.go("review")
    settle()
    press_button(window, "review_joint_withdraw")
    assert not find(window, QWidget, "review_joint").isVisible()
    withdrawn, declined = settled(window).values()
    assert "withdrawn by M. Saidova" in withdrawn
    assert "declined by Z. Karimova" in declined
    assert "the paper was given back" in declined
    assert certificates.find(context.work, serial).state is CertificateState.ISSUED


def test_a_head_whose_passphrase_another_one_typed_is_told_and_led(
    gate: StartController, window: MainWindow, story: TwoHeads, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(vault, "calibrate_cost", lambda: CHEAP)
    card = open_people(be(gate, window, "saidova", PASSPHRASE), window)
    assert not window.findChildren(QAbstractButton, "choose_own"), "hers is her own"
    ask_about(window, card, "phrase")
    picture(window, "people")
    confirm_with_paper(gate, window, story.paper)
    assert gate.context is not None
    ask_to_void(window, gate.context, certificates.register(gate.context.work)[0].serial)
    card = open_people(gate.context, window)
    choose(card, "zarina")
    click(card.buttons["phrase"])
    for line in card.phrase_form.rows["phrase"].lines:
        type_text(line, GIVEN)
    click(card.phrase_form.accept_button)
    settle()
    context = be(gate, window, "zarina", GIVEN)
    settle()
    assert words(window, "notice_title") == "Somebody else may know your passphrase"
    press_button(window, "choose_own")
    assert find(window, PassphrasePanel, "passphrase_panel").isVisible()
    context.go("review")
    settle()
    assert "Choose one of your own" in words(window, "review_joint_barred_words")
    for name in ("confirm", "decline", "withdraw"):
        assert not find(window, QAbstractButton, f"review_joint_{name}").isVisible(), "it would be refused"
    picture(window, "barred")
    context = be(gate, window, "zarina", GIVEN)
    context.go("review")
    settle()
    press_button(window, "review_joint_choose")
    panel = find(window, PassphrasePanel, "passphrase_panel")
    assert words(window, "notice_title") == "Somebody else may know your passphrase"
    type_text(panel.old.line, GIVEN)
    for line in panel.phrase.lines:
        type_text(line, SECOND_HEAD)
    click(panel.accept_button)
    settle()
    assert words(window, "notice_title") == "The passphrase is changed"
    context.be_quiet()
    settle()
    assert not find(window, QWidget, "notice").isVisible(), "it is hers now"
    context.go("review")
    settle()
    assert find(window, QAbstractButton, "review_joint_confirm").isVisible(), "it is known at once"
    context = be(gate, window, "zarina", SECOND_HEAD)
    assert not users.is_to_choose(context.work)
    context.go("review")
    settle()
    assert find(window, QAbstractButton, "review_joint_confirm").isVisible()
    assert not find(window, QWidget, "review_joint_barred").isVisible()
    assert not window.findChildren(QAbstractButton, "choose_own")


def open_people(context: AppContext | None, window: MainWindow) -> PeopleCard:
    """Go to the list of the office's people."""
    assert context is not None
    context.go("office", tab="keys")
    settle()
    return find(window, OfficeScreen, "screen_office").key_page.people


def choose(card: PeopleCard, short: str) -> None:
    rows = [row for row in range(card.model.rowCount()) if card.model.index(row, 1).data() == short]
    card.table.selectRow(rows[0])


def state_in_list(card: PeopleCard, short: str) -> tuple[str, str]:
    """Return the role and the state that the list says of somebody."""
    (row,) = [row for row in range(card.model.rowCount()) if card.model.index(row, 1).data() == short]
    return card.model.index(row, 2).data(), card.model.index(row, 3).data()


def ask_about(window: MainWindow, card: PeopleCard, name: str) -> None:
    """Press a button for the other head, and ask with a reason."""
    choose(card, "zarina")
    click(card.buttons[name])
    settle()
    assert "another head" in words(window, "reason_after")
    picture(window, f"ask_{name}")
    type_text(find(card.reason, QLineEdit, "reason"), REASON)
    click(card.reason.accept_button)
    settle()
    assert state_in_list(card, "zarina") == ("head", "asked of a second head")


def confirm_with_paper(gate: StartController, window: MainWindow, paper: str) -> None:
    """Confirm one's own request in Review with the key from paper."""
    assert gate.context is not None
    gate.context.go("review")
    settle()
    press_button(window, "review_joint_paper")
    settle()
    picture(window, "paper")
    form = find(window, PaperForm, "joint_paper_form")
    assert "counts here as the second head" in words(window, "joint_paper_about")
    type_text(find(form, QLineEdit, "joint_paper_key"), "AGE-SECRET-KEY-1QQ")
    click(form.accept_button)
    settle()
    assert form.rows["key"].error.isVisible()
    form.rows["key"].field.clear()
    type_text(form.rows["key"].field, paper)
    click(form.accept_button)
    settle()
    assert not form.isVisible()


def forget(gate: StartController, window: MainWindow, paper: str, name: str, phrase: str) -> None:
    """Lock it, and open it with the key from paper under a new passphrase, somebody's or nobody's."""
    gate.lock()
    press_button(window, "unlock_forgotten")
    page = window.page()
    assert isinstance(page, ForgottenPassphrasePage)
    settle()
    assert page.short.isVisible(), "it is asked whose passphrase it is"
    assert page.paper.isChecked()
    assert not any(other.isVisible() for other in (page.file, page.voice)), "nobody else could answer"
    assert page.verticalScrollBar().maximum() == 0
    type_text(page.key.field, paper)
    page.short.field.setText(name)
    for line in page.phrase.lines:
        type_text(line, phrase)
    click(page.go_on)
    settle()


def test_the_paper_gives_somebody_a_passphrase_that_opens_with_the_own_short_name(
    gate: StartController, window: MainWindow, story: TwoHeads
) -> None:
    be(gate, window, "zarina", SECOND_HEAD)
    forget(gate, window, story.paper, "Zarena", GIVEN)
    page = window.page()
    assert isinstance(page, ForgottenPassphrasePage)
    assert "zarina (" in page.short.error.text(), "the names that are there help whoever forgot theirs"
    picture(window, "forgotten")
    page.short.field.setText("zarina")
    click(page.go_on)
    settle()
    assert gate.context is not None
    assert gate.context.work.user == "Z. Karimova"
    assert words(window, "notice_title") == "Somebody else may know your passphrase"
    context = be(gate, window, "zarina", GIVEN)
    assert context.work.user == "Z. Karimova"


def test_a_passphrase_that_is_nobodys_is_told_and_leads_to_the_people(
    gate: StartController, window: MainWindow, story: TwoHeads
) -> None:
    be(gate, window, "zarina", SECOND_HEAD)
    forget(gate, window, story.paper, "", GIVEN)
    press_button(window, "who_later")
    settle()
    assert words(window, "notice_title") == "You opened the office as nobody"
    gate.lock()
    page = window.page()
    assert isinstance(page, UnlockPage)
    assert "Leave it empty" in page.short_row.description.text()
    page.short.setText("zarina")
    page.field.line.setText(GIVEN)
    click(page.open_button)
    assert "leave the short name empty" in page.row.error.text()
    picture(window, "locked")
    page.short.setText("")
    page.field.line.setText(GIVEN)
    click(page.open_button)
    press_button(window, "who_later")
    settle()
    context = gate.context
    assert context is not None
    assert words(window, "notice_title").startswith("You opened the office as nobody")
    picture(window, "nobody")
    press_button(window, "give_passphrase")
    settle()
    card = find(window, PeopleCard, "office_people")
    assert card.isVisible()
    click(card.buttons["add"])
    assert card.add_form.barred.isVisible()
    assert "Type your name in Settings first" in card.add_form.barred.words.text(), "before anything is typed"
    assert not card.add_form.accept_button.isEnabled()
    # Others are here already: the next one is not the first, and no short name belongs to this passphrase.
    assert "first person" not in card.add_form.barred.words.text()
    about = card.add_form.rows["about"].text()
    assert "your short name is" not in about
    assert "Tell them both" in about
    picture(window, "nobody_adds")
    context.do(users.rename, "M. Saidova")
    card.add_form.open()
    assert card.add_form.barred.isHidden()
    assert card.add_form.rows["about"].text() == about
    assert card.add_form.accept_button.isEnabled()
    choose(card, "zarina")
    click(card.buttons["phrase"])
    for line in card.phrase_form.rows["phrase"].lines:
        type_text(line, SECOND_HEAD)
    click(card.phrase_form.accept_button)
    settle()
    context = be(gate, window, "zarina", SECOND_HEAD)
    assert context.work.user == "Z. Karimova"


def test_a_head_is_made_less_by_two(gate: StartController, window: MainWindow) -> None:
    card = open_people(be(gate, window, "saidova", PASSPHRASE), window)
    choose(card, "zarina")
    click(card.buttons["role"])
    form = card.role_form
    role, reason = form.rows["role"].field, form.rows["reason"]
    assert not reason.isVisible()
    assert form.accept_button.text() == "Save"
    role.setCurrentIndex(1)
    settle()
    assert reason.isVisible()
    assert form.accept_button.text() == "Ask another head"
    picture(window, "role")
    click(form.accept_button)
    settle()
    assert reason.error.isVisible(), "without a reason nothing is asked"
    type_text(reason.field, REASON)
    click(form.accept_button)
    settle()
    assert state_in_list(card, "zarina") == ("head", "asked of a second head")
    context = be(gate, window, "zarina", SECOND_HEAD)
    context.go("review")
    settle()
    assert words(window, "review_joint_headline") == "Make Z. Karimova data officer, head no more"
    assert not find(window, QWidget, "review_joint_paper").isVisible()
    picture(window, "less")
    press_button(window, "review_joint_confirm")
    click(find(window, ConfirmDialog, "review_confirm_joint").yes)
    settle()
    assert users.find_user(context.work, "zarina").role is UserRole.OFFICER
    card = open_people(be(gate, window, "saidova", PASSPHRASE), window)
    assert state_in_list(card, "zarina")[0] == "data officer"
    choose(card, "zarina")
    click(card.buttons["role"])
    card.role_form.rows["role"].field.setCurrentIndex(0)
    settle()
    assert "two heads must decide together" in card.role_form.rows["role"].description.text()
    picture(window, "second")
    click(card.role_form.accept_button)
    settle()
    assert state_in_list(card, "zarina")[0] == "head"


def test_a_head_who_is_gone_is_removed_with_the_paper(
    gate: StartController, window: MainWindow, story: TwoHeads
) -> None:
    context = be(gate, window, "saidova", PASSPHRASE)
    card = open_people(context, window)
    ask_about(window, card, "remove")
    choose(card, "zarina")
    settle()
    # Nothing is filled in for nothing, and nothing is refused: what waits is told, and leads to Review.
    assert [card.buttons[name].isEnabled() for name in ("role", "phrase", "remove")] == [False] * 3
    assert "M. Saidova asks: remove" in words(window, "office_people_waits_note_words")
    picture(window, "waits")
    press_button(window, "office_people_waits_open")
    settle()
    assert "Z. Karimova" in words(window, "review_joint_headline")
    card = open_people(context, window)
    choose(card, "Saidova")
    assert card.waits.isHidden()
    assert card.buttons["role"].isEnabled()
    confirm_with_paper(gate, window, story.paper)
    ((title, told),) = settled(window).items()
    assert "Z. Karimova" in title
    assert "asked by M. Saidova" in told
    assert "confirmed with the key from paper" in told
    picture(window, "settled_paper")
    card = open_people(context, window)
    assert card.model.rowCount() == 1
    assert not rights.takes_two(context.work)
    assert history.recent(context.work, 1)[0].label.code == "joint.step.paper"


def test_an_office_without_laptops_says_so_where_one_would_be_asked(
    gate: StartController, window: MainWindow
) -> None:
    """S3: the list of laptops was empty, and the button that asks was grey."""
    be(gate, window, "saidova", PASSPHRASE).go("office", tab="laptops")
    settle()
    press_button(window, "office_ask")
    form = find(window, RequestPanel, "ask_panel")
    assert form.rows["device"].field.currentText() == "no laptop yet"
    assert not form.accept_button.isEnabled()


def test_who_confirms_the_own_removal_only_looks_from_then_on(
    gate: StartController, window: MainWindow
) -> None:
    ask_about(window, open_people(be(gate, window, "saidova", PASSPHRASE), window), "remove")
    context = be(gate, window, "zarina", SECOND_HEAD)
    context.go("review")
    settle()
    press_button(window, "review_joint_confirm")
    click(find(window, ConfirmDialog, "review_confirm_joint").yes)
    settle()
    assert not rights.may(context.work, Right.RECORD)
    card = open_people(context, window)
    assert [card.model.index(row, 1).data() for row in range(card.model.rowCount())] == ["Saidova"]
    assert not card.buttons["add"].isEnabled()
    gate.lock()
    page = window.page()
    assert isinstance(page, UnlockPage)
    page.short.setText("zarina")
    page.field.line.setText(SECOND_HEAD)
    click(page.open_button)
    assert gate.context is None


def test_a_head_steps_down_alone(gate: StartController, window: MainWindow) -> None:
    context = be(gate, window, "saidova", PASSPHRASE)
    card = open_people(context, window)
    choose(card, "Saidova")
    click(card.buttons["role"])
    form = card.role_form
    form.rows["role"].field.setCurrentIndex(1)
    settle()
    assert not form.rows["reason"].isVisible()
    assert form.accept_button.text() == "Save"
    click(form.accept_button)
    settle()
    assert state_in_list(card, "Saidova")[0] == "data officer"
    assert not card.buttons["role"].isEnabled()


def test_new_papers_and_a_third_head_are_asked_of_the_other_head(
    gate: StartController, window: MainWindow
) -> None:
    context = be(gate, window, "saidova", PASSPHRASE)
    card = open_people(context, window)
    click(card.buttons["add"])
    roles = card.add_form.rows["role"].field
    assert [roles.itemText(place) for place in range(roles.count())] == ["data officer", "reader"]
    assert "made by two" in words(window, "user_add_two")
    picture(window, "add")
    click(card.add_form.cancel_button)
    press_button(window, "office_papers_button")
    settle()
    page = find(window, OfficeScreen, "screen_office").key_page
    type_text(find(page.reason, QLineEdit, "reason"), REASON)
    click(page.reason.accept_button)
    settle()
    assert key_papers.pending(context.work) is None
    context = be(gate, window, "zarina", SECOND_HEAD)
    context.go("review")
    settle()
    press_button(window, "review_joint_confirm")
    click(find(window, ConfirmDialog, "review_confirm_joint").yes)
    settle()
    assert key_papers.pending(context.work) is not None


def ask_to_void(window: MainWindow, context: AppContext, serial: str) -> None:
    """Choose a certificate in the register and ask to declare it void."""
    context.go("certificates", search=serial)
    settle()
    screen = find(window, CertificatesScreen, "screen_certificates")
    screen.register.table.selectRow(0)
    settle()
    press_button(screen, "register_void")
    type_text(find(screen, QLineEdit, "reason"), REASON)
    press_button(screen, "reason_form_accept")
    row = screen.register.model.index(0, 5)
    assert row.data() == "void asked"
