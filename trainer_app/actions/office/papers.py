"""All papers of a course: the entries of every area, in the order in which they are needed."""

from collections.abc import Mapping

from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.certificates.printing import CERTIFICATE_PAPERS
from trainer_app.actions.office.reports import COURSE_REPORT
from trainer_app.actions.papers.papers import COURSE_PAPERS
from trainer_app.actions.papers.registry import Paper, PaperLine, PrintedCourse, Stage

PAPERS: tuple[Paper, ...] = (*COURSE_PAPERS, *CERTIFICATE_PAPERS, COURSE_REPORT)


def papers_of(stage: Stage) -> tuple[Paper, ...]:
    """Return the papers that are needed at a stage of a course."""
    return tuple(paper for paper in PAPERS if paper.stage is stage)


def paper_lines(work: Workplace, course: PrintedCourse) -> Mapping[Paper, PaperLine]:
    """Return what is said of each paper of a course."""
    return {paper: paper.line(work, course) for paper in PAPERS}
