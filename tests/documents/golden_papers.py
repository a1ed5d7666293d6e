"""Every paper of the program as it should look: kept as PDF, compared as drawn. One flag keeps new ones."""

import os
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

from PIL import Image, ImageChops

from tests.documents import question_samples
from tests.documents.course_samples import agenda, answer_sheets, course_report, facts
from tests.documents.list_samples import proof_lines, receipt_lines, taught
from tests.documents.reading import REWRITE, opened
from tests.documents.result_samples import results
from tests.documents.samples import (
    DESIGNS,
    FACTS,
    PICTURES,
    code_text,
    design,
    emblems,
    in_two_languages,
    name_cards,
    report,
    sheet,
    speak,
)
from trainer_app.documents.certificates.certificate import PrintItem, certificates_pdf
from trainer_app.documents.certificates.signed_lists import proof_list_pdf, receipt_list_pdf
from trainer_app.documents.evaluations.question_papers import marked_sheets_pdf, question_papers_pdf
from trainer_app.documents.evaluations.results_report import ResultsPaper, results_pdf
from trainer_app.documents.evaluations.trainer_sheets import key_sheet_pdf, rating_grid_pdf
from trainer_app.documents.office.course_report import course_report_pdf
from trainer_app.documents.office.report import report_pdf
from trainer_app.documents.papers.room_papers import (
    answer_sheets_pdf,
    badges_pdf,
    registration_pdf,
    table_cards_pdf,
)
from trainer_app.documents.papers.sign_in import agenda_flow, signin_pdf
from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.structs import replace
from trainer_app.domain.base.texts import LANGUAGES, Texts
from trainer_app.domain.evaluations.forms import Occasion
from trainer_app.domain.papers.course_papers import (
    PAPER_LANGUAGES,
    AnswerSheets,
    RegistrationForm,
    with_spare,
)

_FOLDER = Path(__file__).parent / "data" / "papers"
_DPI = 72
_SEEN = 40
"""Pixels that differ by less than this, out of 255, look the same."""

TOPIC = Texts(tg="Арзёбии хатар", ru="Оценка риска", en="Risk assessment")


def _day(language: str) -> bytes:
    return signin_pdf(replace(sheet(20), emblems=emblems()), language)


def _session(language: str) -> bytes:
    day = sheet(20, 1)
    alone = replace(day.sessions[0], topic=TOPIC)
    return signin_pdf(
        replace(day, code=replace(day.code, session=7), sessions=(alone,), emblems=emblems(False)), language
    )


def _answers(language: str) -> bytes:
    sheets = with_spare(answer_sheets(2), 20)
    return answer_sheets_pdf(AnswerSheets(facts(), Occasion.PRE, sheets, 20), language)


def _say(label: Label, language: str) -> str:
    return f"{label.code} ({language})"


def _back(language: str) -> bytes:
    return certificates_pdf([PrintItem(taught(language, 16), code_text())], design("completion"))


def _certificate(name: str) -> Callable[[str], bytes]:
    def draw(tongue: str) -> bytes:
        if tongue in SECONDS:
            item = PrintItem(in_two_languages(tongue.partition("+")[2]), code_text())
            return certificates_pdf([item], design(name), pictures=PICTURES)
        return certificates_pdf([PrintItem(FACTS[tongue], code_text())], design(name))

    return draw


PAPERS: Mapping[str, Callable[[str], bytes]] = {
    "signin": _day,
    "signin_session": _session,
    "badges": lambda language: badges_pdf(name_cards(2), language),
    "table_cards": lambda language: table_cards_pdf(name_cards(2), language),
    "registration": lambda language: registration_pdf(RegistrationForm(facts(), phone=True), language),
    "answers": _answers,
    "proof": lambda language: proof_list_pdf(facts(), proof_lines(16), language),
    "receipts": lambda language: receipt_list_pdf(facts(), receipt_lines(14), language),
    "agenda": lambda language: agenda_flow(agenda(2), language).finish(),
    "course_report": lambda language: course_report_pdf(course_report(6), language, _say),
    "results": lambda language: results_pdf(ResultsPaper(results(6), facts()), language, _say),
    "test": lambda language: question_papers_pdf(question_samples.of_test(), language),
    "test_compact": lambda language: question_papers_pdf(question_samples.of_test_compact(), language),
    "anonymous": lambda language: question_papers_pdf(question_samples.anonymous(1), language),
    "rating": lambda language: question_papers_pdf(question_samples.ratings(), language),
    "rating_grid": lambda language: rating_grid_pdf(question_samples.grid(), language),
    "marked_sheets": lambda language: marked_sheets_pdf(question_samples.sheets(), language),
    "key": lambda language: key_sheet_pdf(question_samples.key(3), language),
}
"""Papers of a course, in the languages of papers."""

OTHERS: Mapping[str, Callable[[str], bytes]] = {
    "report": lambda language: report_pdf(report(6), language, speak(language)),
    "certificate_back": _back,
    **{f"certificate_{name}": _certificate(name) for name in DESIGNS},
}
"""Papers that are in one language, or in the languages of their frozen text."""

SECONDS = ("tg+en", "tg+ru")
"""Certificates in two languages, with three logos, four who sign and their scanned signatures."""

EVERY = [
    *((f"certificate_{name}", tongue) for name in DESIGNS for tongue in SECONDS),
    *((name, language) for name in PAPERS for language in PAPER_LANGUAGES),
    *((name, language) for name in OTHERS for language in LANGUAGES),
]


@cache
def make(name: str, language: str) -> bytes:
    """Return a paper as it is made now: once, for all tests that look at it."""
    return {**PAPERS, **OTHERS}[name](language)


def kept(name: str, language: str) -> bytes:
    """Return the paper that was looked at and kept; with TRAINER_REWRITE_GOLDEN=1 keep this one instead."""
    path = _FOLDER / f"{name}_{language}.pdf"
    if os.environ.get(REWRITE) == "1":
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(make(name, language))
    return path.read_bytes()


def kept_names() -> set[str]:
    """Return the names of all papers that are kept."""
    return {path.stem for path in _FOLDER.glob("*.pdf")}


def drawn(pdf: bytes, dpi: int = _DPI) -> list[Image.Image]:
    """Return the pages as they look, in grey."""
    with opened(pdf) as document:
        return [page.render(scale=dpi / 72, grayscale=True).to_pil().convert("L") for page in document]


def differs(one: Image.Image, other: Image.Image) -> tuple[int, int, int, int] | None:
    """Return the box (pixels) in which two pages look different, None if they look the same."""
    if one.size != other.size:
        return (0, 0, *one.size)
    return ImageChops.difference(one, other).point(lambda level: 255 if level > _SEEN else 0).getbbox()
