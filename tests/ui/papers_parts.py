"""Parts for tests of the Print tab: the tab, the papers it showed, their text."""

import pypdfium2

from tests.ui.courses_parts import tab_of
from trainer_app.ui.kit.context import PrintablePdf
from trainer_app.ui.papers.print_tab import PrintTab
from trainer_app.ui.shell.workspace import Workspace


def print_tab(workspace: Workspace, course: str) -> PrintTab:
    """Open the tab of a course."""
    return tab_of(workspace, PrintTab, course, "print")


def text_of(data: bytes) -> str:
    """Return everything that a PDF says."""
    document = pypdfium2.PdfDocument(data)
    return "\n".join(page.get_textpage().get_text_range() for page in document)


def page_count(data: bytes) -> int:
    """Return how many pages a PDF has."""
    return len(pypdfium2.PdfDocument(data))


def papers(workspace: Workspace) -> list[PrintablePdf]:
    """Return a list that every paper shown from now on is added to."""
    shown: list[PrintablePdf] = []
    workspace.context.paper_requested.connect(shown.append)
    return shown
