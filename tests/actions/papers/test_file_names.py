"""What each paper is called as a file, all in one table: people find what they saved by these names."""

import re
from datetime import date
from pathlib import Path

from tests.architecture.tree import texts
from tests.documents.result_samples import results
from tests.documents.samples import TG
from tests.kit.writing import Room
from trainer_app.actions.base.help import booklet_name
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.certificates.printing import trial_name
from trainer_app.actions.courses.enrolments import list_enrolments
from trainer_app.actions.evaluations.results import results_name
from trainer_app.actions.office import subject_access
from trainer_app.actions.office.reports import PAPERS, report_name
from trainer_app.actions.papers.course_papers import PLAIN_SHEETS
from trainer_app.actions.papers.question_papers import FORM_PAPERS, preview_name
from trainer_app.actions.today.calls import calls_name
from trainer_app.domain.base.structs import replace
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.certificates.certificates import Certificate, CertificateKind
from trainer_app.domain.certificates.serials import certificates_name
from trainer_app.domain.office.backups import KeyPapers, PaperStep
from trainer_app.domain.office.reports import Basis, Report

OF_A_COURSE = {
    "agenda": "agenda",
    "badges": "badges",
    "cards": "table-cards",
    "sign-in": "sign-in",
    "registration": "registration",
    "proof": "proof",
    "receipts": "receipts",
    "report": "report",
    "tests": "tests",
    "sheets": "answers",
    "booklet": "booklet",
    "key": "key",
    "feedback": "feedback",
    "follow-up": "follow-up",
    "ratings": "ratings",
    "grid": "rating-grid",
    "answers": "answers",
}
"""By the name of its row: what stands between the code of the course and the language."""

ONE = Certificate("k", "e", CertificateKind.COMPLETION, TG.serial, TG, "", date(2018, 10, 18))
OTHER = replace(ONE, facts=replace(TG, course_code="ДВ/2"))
REPORT = Report(Texts(en="Both projects"), (), courses=("KLB-1", "DSH-1"), made_on=date(2018, 10, 17))
RESULTS = replace(results(), title=Texts(en="Pilot"), courses=("DSH-1",))

OF_NO_COURSE = {
    booklet_name("en"): ("Trainer: how to do it", "help-en.pdf"),
    trial_name("en"): ("Test page of the printer", "test-page-en.pdf"),
    calls_name("en"): ("Whom to telephone", "calls.pdf"),
    preview_name("tg", "en"): ("Sample of a form", "sample-tg.pdf"),
    certificates_name([ONE], "en"): (f"{TG.serial} · {TG.name}", "DSH-2018-K7-00042-98.pdf"),
    certificates_name([ONE, OTHER], "en"): ("Certificates: DSH-1, ДВ/2", "certificates-DSH-1-ДВ-2.pdf"),
    results_name(RESULTS, "en"): ("Pilot", "results-DSH-1-en.pdf"),
    results_name(replace(RESULTS, courses=()), "", "csv"): ("Pilot", "results-courses.csv"),
    report_name(REPORT, "en"): ("Both projects", "report-courses-2018-10-17.pdf"),
    report_name(replace(REPORT, courses=("KLB-1",), basis=Basis.APPROVED), "en", "xlsx"): (
        "Both projects",
        "report-KLB-1-approved-2018-10-17.xlsx",
    ),
}
"""Title and file of what is made of other things than one course."""


def test_each_paper_has_the_name_that_people_know() -> None:
    assert {paper.name: paper.file_name() for paper in (*PAPERS, *FORM_PAPERS, PLAIN_SHEETS)} == OF_A_COURSE
    for name, known in OF_NO_COURSE.items():
        assert name == known
    assert KeyPapers(PaperStep.INIT, "K7", Texts(), "2018-10-15", "").file == "K7-recovery-key.pdf"


def test_what_is_held_about_somebody_is_called_by_a_key(
    trainer: Workplace, room: Room, tmp_path: Path
) -> None:
    person = list_enrolments(trainer, room.course)[0].person.key
    saved = subject_access.write(trainer, person, tmp_path, "en")
    day = trainer.today().isoformat()
    assert (saved.pdf.name, saved.json.name) == (
        f"held-{person[-12:]}-{day}.pdf",
        f"held-{person[-12:]}-{day}.json",
    )


def test_neither_window_nor_command_line_names_a_paper_by_itself() -> None:
    named = {
        module.place
        for module in texts()
        if module.layer in {"ui", "cli"} and re.search(r'[\w}]\.pdf"', module.text)
    }
    assert named == {
        "trainer_app/ui/kit/papers.py",  # all papers of a course, by their entries
        "trainer_app/ui/widgets/pdf_view.py",  # where nothing is shown yet
    }
