"""The form before a batch is issued, where contradictions of the people on it are not decided."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from tests.kit import worlds
from tests.kit.running import in_turn
from tests.kit.seat import MakeContext
from tests.kit.worlds import Exchange
from tests.ui.driving import click, find, settle, show
from tests.ui.evaluation_parts import TAB_SIZE, open_tab
from trainer_app.actions.attendance import attendance
from trainer_app.actions.certificates import certificates
from trainer_app.actions.courses import courses, enrolments
from trainer_app.actions.people import joining
from trainer_app.actions.review import review
from trainer_app.domain.attendance.marks import Mark
from trainer_app.domain.courses.courses import SessionState
from trainer_app.ui.certificates.tab import CertificatesTab
from trainer_app.ui.kit.language import LanguageSwitch
from trainer_app.ui.widgets.cards import NoteRow
from trainer_app.ui.widgets.controls import Button


@pytest.fixture
def exchange(tmp_path: Path) -> Iterator[Exchange]:
    with worlds.all_taken_in(tmp_path / "exchange").open() as made:
        yield Exchange.of(made)


@pytest.fixture
def tab(qtbot: QtBot, exchange: Exchange, make_context: MakeContext) -> CertificatesTab:
    context = make_context(exchange.office)
    tab = CertificatesTab(context)
    qtbot.addWidget(tab)
    tab.resize(*TAB_SIZE)
    show(tab)
    open_tab(qtbot, tab, exchange.course)
    return tab


def notes(tab: CertificatesTab) -> list[str]:
    return [note.words.text() for note in tab.issue_form.findChildren(NoteRow) if not note.isHidden()]


def test_it_names_them_first_and_leads_to_review(tab: CertificatesTab, exchange: Exchange) -> None:
    asked: list[tuple[str, dict[str, Any]]] = []
    tab.context.place_requested.connect(lambda screen, place: asked.append((screen, place)))
    click(tab.issue)
    settle()
    # № 15 has two marks in one session, № 17 two patronymics.
    said = notes(tab)[0]
    assert said.startswith("2 people have conflicts that are not decided: No.\u00a015 ")
    assert ", No.\u00a017 " in said
    assert tab.issue_form.review.isVisible()
    assert tab.issue_form.accept_button.text().endswith("all the same")
    click(tab.issue_form.review)
    settle()
    assert asked == [("review", {})]
    assert tab.issue_form.isHidden()


def test_issuing_stays_possible(tab: CertificatesTab, exchange: Exchange) -> None:
    click(tab.issue)
    settle()
    click(tab.issue_form.accept_button)
    settle()
    click(find(tab.window(), Button, "issue_early_yes"))
    settle()
    assert len(certificates.register(exchange.office, exchange.course)) > 0


def test_what_changes_while_it_is_asked_about_is_not_issued_unseen(
    tab: CertificatesTab, exchange: Exchange
) -> None:
    click(tab.issue)
    settle()
    form = tab.issue_form
    before = form.rows["counts"].text()
    click(form.accept_button)
    settle()
    for session in courses.get_course(exchange.office, exchange.course).sessions:
        if session.state is not SessionState.CANCELLED:
            attendance.mark(exchange.office, exchange.enrolments[0], session.key, Mark.ABSENT)
    click(find(tab.window(), Button, "issue_early_yes"))
    settle()
    assert certificates.register(exchange.office, exchange.course) == []
    assert form.isVisible()
    assert form.trouble.text().startswith("Nothing was done:")
    assert form.rows["counts"].text() != before
    click(form.accept_button)
    settle()
    click(find(tab.window(), Button, "issue_early_yes"))
    settle()
    assert len(certificates.register(exchange.office, exchange.course)) > 0


def test_what_is_decided_is_told_no_more(tab: CertificatesTab, exchange: Exchange) -> None:
    for item in review.list_items(exchange.office):
        review.settle(exchange.office, item.id, "ours")
    click(tab.issue)
    settle()
    assert tab.issue_form.review.isHidden()
    assert not any("not decided" in each for each in notes(tab))


@in_turn("code", ["tg", "ru", "en"])
def test_it_fits_in_every_language(tab: CertificatesTab, language: LanguageSwitch, code: str) -> None:
    language.choose(code)
    settle()
    click(tab.issue)
    settle()
    form = tab.issue_form
    assert form.minimumSizeHint().width() <= form.width()
    said = notes(tab)[0]
    assert ("No.\u00a015 " if code == "en" else "№\u00a015 ") in said
    assert "{" not in said
    if code != "en":
        assert "decided" not in said
        assert "Review" not in form.review.text()


def test_one_person_on_two_rows_waits_and_the_form_says_so(tab: CertificatesTab, exchange: Exchange) -> None:
    for item in review.list_items(exchange.office):
        review.settle(exchange.office, item.id, "ours")
    first, second = (enrolments.get_enrolment(exchange.office, exchange.enrolments[at]) for at in (0, 1))
    tab.context.do(joining.join, first.person, second.person)
    settle()
    click(tab.issue)
    settle()
    (said,) = [each for each in notes(tab) if "on the list twice as one person" in each]
    assert "No.\N{NO-BREAK SPACE}1 " in said
    assert "No.\N{NO-BREAK SPACE}2 " in said
    assert tab.issue_form.review.isVisible()
    click(tab.issue_form.accept_button)
    settle()
    click(find(tab.window(), Button, "issue_early_yes"))
    settle()
    given = {each.enrolment for each in certificates.register(exchange.office, exchange.course)}
    assert given
    assert not given.intersection((first.key, second.key))
