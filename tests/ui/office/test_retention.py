"""Retention in the window: the rule, a course's own day, the dry run, erasing with a record."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QDate
from PySide6.QtTest import QAbstractItemModelTester

from tests.kit import worlds
from tests.kit.worlds import Exchange
from tests.ui.driving import click, find, settle, type_text
from tests.ui.office_parts import context, screen, told
from tests.ui.people_parts import unnamed
from trainer_app.actions.base import workplace
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.courses import enrolments
from trainer_app.actions.exchange import clearing, dropping, erased
from trainer_app.actions.office import erasing
from trainer_app.domain.office.erasing import RetentionRules
from trainer_app.ui.kit.context import AppContext, Notice
from trainer_app.ui.kit.forms import FormPanel
from trainer_app.ui.office.retention import RetentionPage
from trainer_app.ui.office.screen import OfficeScreen
from trainer_app.ui.widgets.controls import ChoiceRow

__all__ = ["context", "screen", "told"]


@pytest.fixture
def exchange(tmp_path: Path) -> Iterator[Exchange]:
    with worlds.exchanged(tmp_path / "exchange").open() as made:
        made.clock.advance(days=30)
        yield Exchange.of(made)


@pytest.fixture
def page(screen: OfficeScreen, context: AppContext) -> RetentionPage:
    context.changes.announced.connect(lambda *_: screen.refresh())
    screen.show_place(tab="retention")
    settle()
    return screen.retention


def test_the_rule_is_said_and_changed(page: RetentionPage, exchange: Exchange) -> None:
    QAbstractItemModelTester(page.model, QAbstractItemModelTester.FailureReportingMode.Fatal, page)
    assert page.rule_words.text().startswith("No rule is set")
    click(page.buttons["change"])
    assert page.rules_form.isVisible()
    rows = page.rules_form.rows
    assert not rows["months"].isVisible()
    click(rows["months_on"])
    assert rows["months"].field.value() == 24
    rows["months"].field.setValue(1)
    click(rows["laptop_days_on"])
    assert unnamed(page.rules_form) == []
    click(page.rules_form.accept_button)
    settle()
    assert dropping.retention_rules(exchange.office) == RetentionRules(1, 30)
    assert "1 month after" in page.rule_words.text()
    assert "30 days after" in page.rule_words.text()


def test_a_course_has_its_own_day(page: RetentionPage, exchange: Exchange) -> None:
    erasing.set_rules(exchange.office, RetentionRules(24, None))
    page.show_retention()
    assert page.selection.rows()[0].key == exchange.course
    click(page.buttons["day"])
    form = page.day_form
    assert form.rows["by_rule"].isChecked()
    click(form.rows["by_rule"])
    day = exchange.office.today() - timedelta(days=1)
    form.rows["own_day"].field.setDate(QDate(day.year, day.month, day.day))
    click(form.accept_button)
    settle()
    assert [line.key for line in erasing.due(exchange.office)] == [exchange.course]
    assert page.model.index(0, 6).data() == "time has come"
    click(page.buttons["day"])
    click(form.rows["by_rule"])
    click(form.accept_button)
    assert erasing.due(exchange.office) == []


def test_names_are_erased_after_a_dry_run(
    page: RetentionPage, exchange: Exchange, told: list[Notice]
) -> None:
    erasing.set_rules(exchange.office, RetentionRules(0, None))
    page.show_retention()
    before = erasing.plan(exchange.office, [exchange.course])
    click(page.buttons["erase"])
    panel = page.panel
    assert panel.isVisible()
    assert str(before.people) in panel.rows["goes"].lines[0]
    assert unnamed(panel) == []
    type_text(panel.rows["reason"].field, "time has come")
    assert not panel.accept_button.isEnabled()
    type_text(panel.rows["confirm"].field, str(before.people))
    click(panel.accept_button)
    settle()
    assert not panel.isVisible()
    (record,) = erasing.list_erasures(exchange.office)
    assert record.courses == (exchange.course,)
    listed = enrolments.list_enrolments(exchange.office, exchange.course)
    assert sum(item.person.erased for item in listed) == before.people
    assert told[-1].title == "The names are erased"
    assert page.record_model.rowCount() == 1
    band = page.nothing.parentWidget()
    assert band is not None
    assert not band.isVisible(), "no empty band above the table"
    assert page.record_model.index(0, 2).data() == "time has come"
    assert page.model.index(0, 6).data() == "erased"
    assert not page.buttons["erase"].isEnabled()


def test_nothing_is_erased_but_what_was_shown(page: RetentionPage, exchange: Exchange) -> None:
    erasing.set_rules(exchange.office, RetentionRules(0, None))
    page.show_retention()
    before = erasing.plan(exchange.office, [exchange.course])
    click(page.buttons["erase"])
    panel = page.panel
    type_text(panel.rows["reason"].field, "time has come")
    type_text(panel.rows["confirm"].field, str(before.people))
    enrolments.add_walk_in(exchange.office, exchange.course, "Навзода Нав")
    click(panel.accept_button)
    settle()
    assert erasing.list_erasures(exchange.office) == []
    assert panel.trouble.text().startswith("Nothing was done:")
    now = str(before.people + 1)
    assert now in panel.rows["goes"].lines[0]
    assert not panel.accept_button.isEnabled(), "another number of people is to be typed"
    panel.rows["confirm"].field.clear()
    type_text(panel.rows["confirm"].field, now)
    click(panel.accept_button)
    settle()
    assert len(erasing.list_erasures(exchange.office)) == 1


def test_files_that_the_last_erasing_removed_unread_are_told(page: RetentionPage, exchange: Exchange) -> None:
    assert not page.unread.isVisible()
    aside = exchange.office.folder.archive / "quarantine" / "odd.tsync"
    aside.parent.mkdir(parents=True, exist_ok=True)
    aside.write_bytes(b"nobody knows what")
    with exchange.office.journal.transaction():
        clearing.note_pending(exchange.office)
    assert erased.resume(exchange.office) == 1
    page.show_retention()
    assert page.unread.isVisible()
    assert "could not be looked into: 1." in page.unread.text()


@pytest.fixture
def second(exchange: Exchange) -> Iterator[Workplace]:
    """Open the office's folder once more, as a second window does."""
    opened = workplace.open_with_key(exchange.office.folder, exchange.office.key, exchange.clock)
    yield opened
    opened.close()


def chosen(form: FormPanel, name: str) -> ChoiceRow:
    return find(form, ChoiceRow, f"{form.objectName()}_meanwhile_{name}")


@pytest.mark.parametrize("take_theirs", [True, False], ids=["theirs", "yours"])
def test_a_rule_that_another_window_set_meanwhile_is_not_overwritten(
    page: RetentionPage, exchange: Exchange, second: Workplace, take_theirs: bool
) -> None:
    click(page.buttons["change"])
    form = page.rules_form
    erasing.set_rules(second, RetentionRules(36, 14))
    click(form.rows["months_on"])
    form.rows["months"].field.setValue(12)
    click(form.accept_button)
    assert (chosen(form, "months_theirs").text(), chosen(form, "months_yours").text()) == ("36", "12")
    assert dropping.retention_rules(second) == RetentionRules(36, 14)
    click(chosen(form, "months_theirs" if take_theirs else "months_yours"))
    click(form.accept_button)
    # The other half of the rule was changed there alone.
    assert form.isHidden()
    assert dropping.retention_rules(second) == RetentionRules(36 if take_theirs else 12, 14)


@pytest.mark.parametrize("take_theirs", [True, False], ids=["theirs", "yours"])
def test_a_day_that_another_window_set_meanwhile_is_not_overwritten(
    page: RetentionPage, exchange: Exchange, second: Workplace, take_theirs: bool
) -> None:
    line = erasing.lines(second)[0]
    form = page.day_form
    form.open_course(line)
    theirs, yours = line.last_day + timedelta(days=50), line.last_day + timedelta(days=90)
    erasing.set_course(second, line.key, theirs)
    click(form.rows["by_rule"])
    form.rows["own_day"].field.setDate(QDate(yours.year, yours.month, yours.day))
    click(form.accept_button)
    assert chosen(form, "own_day_theirs").text() != chosen(form, "own_day_yours").text()
    assert erasing.lines(second)[0].own_day == theirs
    click(chosen(form, "own_day_theirs" if take_theirs else "own_day_yours"))
    click(form.accept_button)
    assert form.isHidden()
    found = next(each for each in erasing.lines(second) if each.key == line.key)
    assert found.own_day == (theirs if take_theirs else yours)
