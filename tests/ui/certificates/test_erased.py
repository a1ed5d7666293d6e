"""Certificates whose names were erased: no paper of them is drawn or saved, and it is said why."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from tests.kit.world import Story
from tests.ui.certificate_parts import Shown, ended, issued, shown, story, tab
from tests.ui.driving import click, settle
from trainer_app.actions.certificates import certificates
from trainer_app.actions.courses import enrolments
from trainer_app.actions.office import erasing
from trainer_app.domain.certificates.certificates import Certificate
from trainer_app.ui.certificates.tab import CertificatesTab

__all__ = ["ended", "issued", "shown", "story", "tab"]

WHY = "The name on it was erased"


def erase(tab: CertificatesTab, ended: Story, gone: Sequence[Certificate]) -> None:
    """Erase whoever has these certificates, as the office does."""
    people = {
        each.enrolment.key: each.person.key for each in enrolments.list_enrolments(ended.work, ended.course)
    }
    for each in gone:
        tab.context.changes.announce(
            erasing.erase_person(ended.work, people[each.enrolment], "asked in writing")
        )
    settle()


def test_certificates_are_saved_one_by_one_but_those_whose_names_were_erased(
    tab: CertificatesTab,
    issued: list[Certificate],
    ended: Story,
    shown: Shown,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    erase(tab, ended, issued[:1])
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_args: str(tmp_path / "out"))
    click(tab.switch.button("register"))
    settle()
    tab.register.table.selectAll()
    settle()
    click(tab.register.buttons["save"])
    settle()
    saved = sorted(path.stem for path in (tmp_path / "out").rglob("*.pdf"))
    assert len(saved) == len(issued) - 1
    assert not any(issued[0].serial in each for each in saved)
    told = f"{shown.notices[-1].title} {shown.notices[-1].text}"
    assert "23 files saved and checked. Left out: 1 certificate whose name was erased" in told


def test_where_all_names_were_erased_nothing_is_printed_and_the_tips_say_why(
    tab: CertificatesTab, ended: Story, shown: Shown
) -> None:
    given = certificates.issue(ended.work, ended.course, only=ended.enrolments[:2]).certificates
    tab.refresh()
    assert tab.print_again.isEnabled()
    erase(tab, ended, given)
    assert not tab.print_again.isEnabled()
    assert WHY in tab.print_again.toolTip()
    tab.press.print_serials([each.serial for each in given], ended.course)
    settle()
    assert shown.papers == []
    assert shown.notices[-1].title == "Left out: 2 certificates whose name was erased"
    click(tab.switch.button("register"))
    settle()
    tab.register.table.selectAll()
    settle()
    for name in ("print", "replace"):
        if tab.register.buttons[name].isVisible():
            assert not tab.register.buttons[name].isEnabled()
            assert WHY in tab.register.buttons[name].toolTip()
