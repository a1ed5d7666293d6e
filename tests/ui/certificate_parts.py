"""Parts for tests of certificates: the tab over a finished course, and what was shown as a paper."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.documents import reading
from tests.kit import worlds
from tests.kit.world import Story
from tests.ui.driving import show
from tests.ui.evaluation_parts import TAB_SIZE, open_tab
from trainer_app.actions.certificates import certificates
from trainer_app.domain.certificates.certificates import Certificate
from trainer_app.ui.certificates.tab import CertificatesTab
from trainer_app.ui.kit.context import AppContext, Notice, PrintablePdf

NBSP = "\N{NO-BREAK SPACE}"


@dataclass
class Shown:
    """What the window was asked to show."""

    papers: list[PrintablePdf] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    undo: list[str] = field(default_factory=list)

    def pages(self) -> list[str]:
        """Return the text of each page of the newest paper."""
        return reading.pages(self.papers[-1].data)


@pytest.fixture
def story(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Story]:
    """Open the finished course on its last day; other tests have one in the middle of its third day.

    Its certificates are issued if the test asks for `issued`: to sign 24 takes as long as a whole test.
    """
    world = worlds.finished(tmp_path).do(_let_a_day_pass)
    if "issued" in request.fixturenames:
        world.do(_issue_all)
    with world.open() as made:
        yield made


@pytest.fixture
def ended(story: Story) -> Story:
    return story


@pytest.fixture
def issued(ended: Story) -> list[Certificate]:
    """Return the certificates that the course has from the beginning."""
    return list(ended.notes["issued"])


def _let_a_day_pass(story: Story) -> None:
    story.clock.advance(days=1)


def _issue_all(story: Story) -> None:
    story.notes["issued"] = certificates.issue(story.work, story.course).certificates


@pytest.fixture
def shown(context: AppContext) -> Shown:
    made = Shown()
    context.paper_requested.connect(made.papers.append)
    context.noticed.connect(made.notices.append)
    context.undo_offered.connect(made.undo.append)
    return made


@pytest.fixture
def tab(qtbot: QtBot, context: AppContext, ended: Story, shown: Shown) -> Iterator[CertificatesTab]:
    made = CertificatesTab(context)
    head = QWidget()
    row = QHBoxLayout(head)
    for button in (made.print_again, made.issue):
        row.addWidget(button)
    host = QWidget()
    column = QVBoxLayout(host)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(head)
    column.addWidget(made, 1)
    host.resize(TAB_SIZE[0], TAB_SIZE[1] + head.sizeHint().height())
    qtbot.addWidget(host)
    show(host)
    open_tab(qtbot, made, ended.course)
    yield made
    host.hide()
