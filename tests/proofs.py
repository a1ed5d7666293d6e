"""The proof set: every paper and certificate in each language, to be read and signed off before print.

`python -m tests.proofs --out DIR` fills a folder with the demo and writes into DIR a PDF for each paper and
language, `index.html` that lists them, and `sign-off.html`: a sheet for each language, signed by whoever
read it. The papers come from their registries, so that a new one is in the set by itself.
"""

import argparse
import html
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pypdfium2

from tests.documents import golden_papers, question_samples
from trainer_app.actions.base.workplace import Workplace, open_workplace
from trainer_app.actions.certificates import design_drafts, printing, templates
from trainer_app.actions.courses import courses
from trainer_app.actions.evaluations import forms, results
from trainer_app.actions.office import building, key_papers, reports
from trainer_app.actions.papers import question_papers
from trainer_app.actions.papers.papers import USUAL, FormPaper
from trainer_app.actions.today import demo
from trainer_app.bundle.keys import OfficeKeys
from trainer_app.documents.evaluations.question_papers import question_papers_pdf
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.structs import replace
from trainer_app.domain.base.texts import LANGUAGES, Texts
from trainer_app.domain.evaluations.forms import FormKind
from trainer_app.domain.office.backups import KeyPapers, PaperStep
from trainer_app.domain.papers.course_papers import PAPER_LANGUAGES, QuestionPaper
from trainer_app.system.folders import DataFolder

COURSE = "DUSHANBE"
_ANONYMOUS = (FormKind.FEEDBACK, FormKind.FOLLOW_UP)
_HEADS = {
    "tg": ("Варақаи тасдиқи матнҳо", "Файл", "Хонд (ному насаб, вазифа)", "Сана", "Ислоҳҳо", "Имзо"),
    "ru": (
        "Лист согласования текстов",
        "Файл",
        "Прочёл(ла): имя, должность",
        "Дата",
        "Исправления",
        "Подпись",
    ),
    "en": (
        "Sheet to sign off the texts",
        "File",
        "Read by: name, position",
        "Date",
        "Corrections",
        "Signature",
    ),
}
_STYLE = (
    "body{font:11pt sans-serif;margin:15mm}table{border-collapse:collapse;width:100%}"
    "th,td{border:1px solid #888;padding:2mm;text-align:left}section{break-after:page}"
)


@dataclass(frozen=True)
class Proof:
    """One paper in one language ("tg", "tg+en", …) as PDF; `why` says why it cannot be made, else ""."""

    name: str
    language: str
    pdf: bytes = b""
    why: str = ""

    @property
    def file(self) -> str:
        """The name of its file."""
        return f"{self.name}_{self.language}.pdf"

    @property
    def pages(self) -> int:
        """How many pages it has."""
        with pypdfium2.PdfDocument(self.pdf) as document:
            return len(document)


def proofs(work: Workplace, code: str = COURSE) -> Iterator[Proof]:
    """Make all papers of a course (its code), and what belongs to no course."""
    course = courses.find_course(work, code)
    for language in PAPER_LANGUAGES:
        for paper in reports.PAPERS:
            yield _proof(f"course-{paper.name}", language, paper.make, work, course, language, USUAL)
        yield from _forms(work, course, language)
        gathered = results.gather(work, course=course)
        yield _proof("results", language, _results, work, gathered, language, course)
        yield _proof("form-booklet", language, _booklet, language)
    for language in LANGUAGES:
        whole = building.report(work, course=course)
        yield _proof("report", language, reports.print_report, whole, language)
        yield _proof("trial-page", language, printing.trial_page, language)
        yield _proof("key-papers", language, key_papers.pdf, _keys(), language)
        yield _proof("certificate-back", language, golden_papers.make, "certificate_back", language)
    for design in templates.list_designs(work):
        draft = design_drafts.open_draft(work, design.ref)
        for tongue in design_drafts.LANGUAGE_KEYS:
            for whose in (design_drafts.SAMPLE, design_drafts.LONG):
                name = f"certificate-{design.ref.replace(':', '-')}-{whose}"
                yield _proof(name, tongue, _drawn, work, draft, tongue, whose)


def _forms(work: Workplace, course: str, language: str) -> Iterator[Proof]:
    """Make the papers of the forms of a course, and one paper of each standard form."""
    for printed in question_papers.printed_forms(work, course, language):
        sitting, occasion = printed.view.sitting.key, printed.occasion.value
        for paper in question_papers.FORM_PAPERS:
            fits = paper.kind is printed.view.form.form.kind
            if fits and question_papers.form_line(work, printed, paper).pages != 0:
                yield _proof(
                    f"form-{paper.name}-{occasion}", language, _of_form, work, paper, sitting, language
                )
    plain = question_papers.TESTS.plain
    if plain is not None:
        yield _proof("form-plain-sheets", language, plain.make, work, course, language, USUAL)
    for name in forms.STANDARD_FORM_NAMES:
        form = forms.ensure_standard_form(work, name)
        yield _proof(f"standard-{name}", language, question_papers.preview, work, form, language)


def _of_form(work: Workplace, paper: FormPaper, sitting: str, language: str) -> bytes:
    chosen = question_papers.plan_numbers(work, sitting) if paper.kind in _ANONYMOUS else USUAL
    return paper.make(work, sitting, language, chosen)


def _booklet(language: str) -> bytes:
    """Return the questions of a test whose options are not shuffled: only such a test has a booklet."""
    papers = replace(question_samples.of_test(), papers=(QuestionPaper(),), booklet=True)
    return question_papers_pdf(papers, language)


def _results(work: Workplace, gathered: results.Results, language: str, course: str) -> bytes:
    return results.print_results(work, gathered, language, course=course)


def _drawn(work: Workplace, draft: design_drafts.DesignDraft, tongue: str, whose: str) -> bytes:
    return design_drafts.preview(work, draft, tongue, whose).pdf


def _keys() -> KeyPapers:
    """Return papers with keys that were made for this alone: those of an office are on no proof."""
    keys, paper = OfficeKeys.generate()
    name = Texts(tg="Дафтари барнома", ru="Офис программы", en="Programme office")
    day = "2018-10-17"
    return KeyPapers(PaperStep.INIT, "DSH", name, day, keys.fingerprint, paper.recovery, paper.standby)


def _proof[**P](
    name: str, language: str, make: Callable[P, bytes], *args: P.args, **kwargs: P.kwargs
) -> Proof:
    try:
        return Proof(name, language, make(*args, **kwargs))
    except TrainerError as error:
        return Proof(name, language, why=error.code)


def write(found: Iterable[Proof], out: Path, day: date) -> list[Proof]:
    """Write the PDFs, the index and the sheets to sign off; return what is listed."""
    out.mkdir(parents=True, exist_ok=True)
    listed = list(found)
    for proof in listed:
        if proof.pdf:
            (out / proof.file).write_bytes(proof.pdf)
    (out / "index.html").write_text(_page("Proofs", _index(listed, day)), encoding="utf-8")
    (out / "sign-off.html").write_text(_page("Sign-off", _sheets(listed, day)), encoding="utf-8")
    return listed


def _page(title: str, body: str) -> str:
    head = f'<!doctype html><meta charset="utf-8"><title>{title}</title><style>{_STYLE}</style>'
    return f"{head}<body>{body}</body>\n"


def _index(listed: Sequence[Proof], day: date) -> str:
    rows = "".join(
        f'<tr><td><a href="{proof.file}">{html.escape(proof.file)}</a><td>{proof.language}<td>{proof.pages}'
        if proof.pdf
        else f"<tr><td>{html.escape(proof.file)}<td>{proof.language}<td>not made: {html.escape(proof.why)}"
        for proof in listed
    )
    return f"<h1>Proofs, {day.isoformat()}</h1><table><tr><th>File<th>Language<th>Pages{rows}</table>"


def _sheets(listed: Sequence[Proof], day: date) -> str:
    sheets = []
    for language, (title, *columns) in _HEADS.items():
        head = "".join(f"<th>{each}" for each in columns)
        blank = "<td>" * (len(columns) - 1)
        own = [proof for proof in listed if proof.pdf and proof.language.startswith(language)]
        rows = "".join(f"<tr><td>{html.escape(proof.file)}{blank}" for proof in own)
        sheets.append(
            f"<section lang={language}><h1>{title}</h1><p>{day.isoformat()}</p>"
            f"<table><tr>{head}{rows}</table></section>"
        )
    return "".join(sheets)


def main(arguments: list[str]) -> int:
    """Write the proof set; return the exit code: 1 where a paper cannot be made."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as scratch:
        folder = demo.fill(Path(scratch) / "data").trainers[-1]
        work = open_workplace(DataFolder(folder), demo.PASSPHRASE, clock=demo.clock_of_pictures())
        try:
            listed = write(proofs(work), options.out, work.today())
        finally:
            work.close()
    missing = [proof for proof in listed if not proof.pdf]
    for proof in missing:
        sys.stderr.write(f"not made: {proof.file}: {proof.why}\n")
    sys.stdout.write(f"{len(listed) - len(missing)} proofs in {options.out}\n")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
