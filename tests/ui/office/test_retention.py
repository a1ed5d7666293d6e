"""Retention in the window: the rule, a course's own day, the dry run, erasing with a record."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QDate
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from tests.kit import worlds
from tests.kit.worlds import Exchange
from tests.ui.driving import click, settle, type_text
from tests.ui.people_parts import unnamed
from trainer_app.actions.courses import enrolments
from trainer_app.actions.exchange import dropping, erased
from trainer_app.actions.office import erasing, retention
from trainer_app.domain.office.erasing import RetentionRules
from trainer_app.ui.kit.context import AppContext, Notice, PreferenceStore
from trainer_app.ui.kit.language import LanguageSwitch
from trainer_app.ui.office.retention import RetentionPage
from trainer_app.ui.office.screen import OfficeScreen
from trainer_app.ui.style.theme import Theme


@pytest.fixture
def exchange(tmp_path: Path) -> Iterator[Exchange]:
    with worlds.exchanged(tmp_path / "exchange").open() as made:
        made.clock.advance(days=30)
        yield Exchange.of(made)


@pytest.fixture
def context(
    qtbot: QtBot, exchange: Exchange, theme: Theme, language: LanguageSwitch, preferences: PreferenceStore
) -> Iterator[AppContext]:
    made = AppContext(exchange.office, theme, language, preferences, synchronous=True)
    yield made
    made.deleteLater()
    settle()


@pytest.fixture
def told(context: AppContext) -> list[Notice]:
    heard: list[Notice] = []
    context.noticed.connect(heard.append)
    return heard


@pytest.fixture
def page(qtbot: QtBot, context: AppContext) -> RetentionPage:
    screen = OfficeScreen(context)
    qtbot.addWidget(screen)
    screen.resize(1150, 697)
    context.changes.announced.connect(lambda *_: screen.refresh())
    screen.show()
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
    retention.set_rules(exchange.office, RetentionRules(24, None))
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
    assert [line.key for line in retention.due(exchange.office)] == [exchange.course]
    assert page.model.index(0, 6).data() == "time has come"
    click(page.buttons["day"])
    click(form.rows["by_rule"])
    click(form.accept_button)
    assert retention.due(exchange.office) == []


def test_names_are_erased_after_a_dry_run(
    page: RetentionPage, exchange: Exchange, told: list[Notice]
) -> None:
    retention.set_rules(exchange.office, RetentionRules(0, None))
    page.show_retention()
    before = retention.plan(exchange.office, [exchange.course])
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


def test_files_that_the_last_erasing_removed_unread_are_told(page: RetentionPage, exchange: Exchange) -> None:
    assert not page.unread.isVisible()
    aside = exchange.office.folder.archive / "quarantine" / "odd.tsync"
    aside.parent.mkdir(parents=True, exist_ok=True)
    aside.write_bytes(b"nobody knows what")
    with exchange.office.journal.transaction():
        erased.note_pending(exchange.office)
    assert erased.resume(exchange.office) == 1
    page.show_retention()
    assert page.unread.isVisible()
    assert "could not be looked into: 1." in page.unread.text()
