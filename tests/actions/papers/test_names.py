"""A paper says whether it holds names of people; who looks takes along only those that name nobody."""

import pytest

from tests.actions.refusing import refused
from tests.documents.reading import words
from tests.kit import writing
from tests.kit.samples import CHEAP, PASSPHRASE
from tests.kit.writing import Room
from trainer_app.actions.attendance import attendance
from trainer_app.actions.base import users, workplace
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.certificates import certificates
from trainer_app.actions.courses.enrolments import list_enrolments
from trainer_app.actions.evaluations import forms, results
from trainer_app.actions.office.reports import NAMES, papers_of
from trainer_app.actions.papers.papers import Chosen, CoursePaper, FormPaper, Stage, make_paper
from trainer_app.actions.papers.question_papers import FORM_PAPERS, plan_numbers
from trainer_app.domain.base.rights import UserRole
from trainer_app.domain.base.structs import replace
from trainer_app.domain.evaluations.forms import OCCASIONS, FormKind
from trainer_app.system.clock import FixedClock

READER = "ҳафт калимаи дигар барои хонандаи мо"
COURSE_PAPERS = [paper for stage in Stage for paper in papers_of(stage)]


@pytest.fixture
def over(bureau: Workplace, clock: FixedClock) -> Room:
    """Write a course with its forms and certificates; a reader is here."""
    found = writing.write_course(bureau)
    clock.advance(days=10)
    for session in found.sessions:
        attendance.mark_rest(bureau, session)
    for kind in FormKind:
        form = forms.ensure_standard_form(bureau, forms.list_standard_forms(bureau, kind)[0].standard.name)
        plain = replace(forms.get_form(bureau, form).form, shuffled=False)
        if kind is FormKind.TEST:
            forms.save_form(bureau, plain)
        forms.choose_form(bureau, found.course, form, OCCASIONS[kind][0])
    certificates.issue(bureau, found.course)
    users.add(bureau, "Б. Раҳимов", "Баҳром", UserRole.READER, READER, PASSPHRASE, cost=CHEAP)
    workplace.lock(bureau)
    workplace.unlock(bureau, READER)
    return found


def as_head(work: Workplace) -> Workplace:
    workplace.lock(work)
    workplace.unlock(work, PASSPHRASE)
    return work


def names_in(work: Workplace, course: str, made: bytes) -> list[str]:
    """Return the family names of a course that a PDF holds."""
    text = words(made).casefold()
    people = [each.person.family for each in list_enrolments(work, course)]
    return [name for name in people if name.casefold() in text]


@pytest.mark.parametrize("paper", COURSE_PAPERS, ids=lambda paper: paper.name)
def test_a_paper_of_a_course_is_made_for_a_reader_if_it_names_nobody(
    bureau: Workplace, over: Room, paper: CoursePaper
) -> None:
    if paper.named():
        refused("rights.no_names", make_paper, bureau, paper, over.course, "tg")
        as_head(bureau)
    made = make_paper(bureau, paper, over.course, "tg")
    assert bool(names_in(bureau, over.course, made)) is paper.named()


@pytest.mark.parametrize("paper", FORM_PAPERS, ids=lambda paper: paper.name)
def test_so_is_a_paper_of_a_form(bureau: Workplace, over: Room, paper: FormPaper) -> None:
    sitting = next(
        each.sitting.key
        for each in forms.list_sittings(bureau, over.course)
        if each.form.form.kind is paper.kind
    )
    chosen = plan_numbers(bureau, sitting)
    if paper.named():
        refused("rights.no_names", make_paper, bureau, paper, sitting, "tg", chosen)
        as_head(bureau)
    made = make_paper(bureau, paper, sitting, "tg", chosen)
    assert bool(names_in(bureau, over.course, made)) is paper.named()


def test_a_report_is_made_without_names(bureau: Workplace, over: Room) -> None:
    (report,) = (paper for paper in COURSE_PAPERS if paper.name == "report")
    with_names = Chosen({NAMES: True})
    refused("rights.no_names", make_paper, bureau, report, over.course, "tg", with_names)
    assert names_in(bureau, over.course, make_paper(bureau, report, over.course, "tg")) == []
    made = make_paper(as_head(bureau), report, over.course, "tg", with_names)
    assert names_in(bureau, over.course, made)


def test_results_are_saved_without_names_only(bureau: Workplace, over: Room) -> None:
    found = results.gather(bureau, course=over.course)
    assert results.print_results(bureau, found, "tg", course=over.course, names=False)
    refused("rights.no_names", results.print_results, bureau, found, "tg", course=over.course)
    refused("rights.no_names", results.write_results_csv, bureau, found, "tg")
    refused("rights.no_names", results.write_results_xlsx, bureau, found, "tg")
