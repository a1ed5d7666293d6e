"""The two lists that participants sign: their names before certificates are printed, receipt afterwards."""

from collections.abc import Sequence

from trainer_app.actions.certificates import in_name_order, register
from trainer_app.actions.course_facts import course_facts
from trainer_app.actions.courses import get_course
from trainer_app.actions.enrolments import list_enrolments
from trainer_app.actions.workplace import Workplace
from trainer_app.documents import fonts
from trainer_app.documents.list_words import LIST_WORDS
from trainer_app.documents.signed_lists import proof_list_pdf, receipt_list_pdf
from trainer_app.domain.certificates import Certificate, CertificateState
from trainer_app.domain.errors import TrainerError
from trainer_app.domain.papers import ProofLine, ReceiptLine
from trainer_app.domain.ranks import RankForm, rank_name
from trainer_app.domain.texts import LANGUAGES, Texts
from trainer_app.system.resources import resource


def proof(work: Workplace, course: str, language: str = "tg") -> bytes:
    """Return the list of names as they will be printed, by number on the list, with room to correct.

    `language` is one of `PAPER_LANGUAGES`. Raises course.unknown, paper.unknown_language,
    documents.nothing_to_print.
    """
    lines = [
        ProofLine(found.enrolment.number, found.person.name, found.person.latin, _rank(found.person.rank))
        for found in list_enrolments(work, course)
        if found.expected
    ]
    fonts.use(resource("fonts"))
    return proof_list_pdf(course_facts(work, get_course(work, course)), lines, language)


def receipts(
    work: Workplace, course: str, language: str = "tg", *, only: Sequence[str] | None = None
) -> bytes:
    """Return the list on which the participants of a course sign for their certificates.

    Names stand in the order in which the certificates are printed. `only` (serials) limits it. What is void
    or replaced is not on it. Raises course.unknown, paper.unknown_language, certificate.none_to_receive.
    """
    found = [
        each for each in register(work, course) if each.state is CertificateState.ISSUED and not each.erased
    ]
    if only is not None:
        found = [each for each in found if each.serial in only]
    if not found:
        raise TrainerError("certificate.none_to_receive")
    fonts.use(resource("fonts"))
    lines = [_receipt(each) for each in in_name_order(found)]
    return receipt_list_pdf(course_facts(work, get_course(work, course)), lines, language)


def _receipt(certificate: Certificate) -> ReceiptLine:
    """Return a line as the certificate itself names the person: from its frozen text."""
    facts = certificate.facts
    rank = Texts(**{**dict.fromkeys(LANGUAGES, facts.rank), "en": facts.rank_en or facts.rank})
    return ReceiptLine(facts.name, certificate.serial, rank, LIST_WORDS[f"kind.{certificate.kind.value}"])


def _rank(rank: str) -> Texts:
    return Texts(**{language: rank_name(rank, language, RankForm.CERTIFICATE) for language in LANGUAGES})
