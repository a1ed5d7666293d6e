"""Lists that participants sign: names to be proof-read, certificates received."""

from collections.abc import Sequence

from trainer_app.documents.base.flow import Cell
from trainer_app.documents.base.lists_to_sign import ListColumn, ListToSign, list_to_sign_pdf
from trainer_app.documents.base.wording import Speech
from trainer_app.domain.courses.courses import CourseFacts
from trainer_app.domain.papers.course_papers import ProofLine, ReceiptLine

_PROOF = (
    ListColumn("list.number", 10, right=True),
    ListColumn("proof.name", 74, strong=True),
    ListColumn("proof.latin", 50),
    ListColumn("list.rank", 46),
    ListColumn("proof.correction", 53),
    ListColumn("list.signature", 34),
)
_RECEIPTS = (
    ListColumn("list.number", 10, right=True),
    ListColumn("list.name", 88, strong=True),
    ListColumn("list.rank", 42),
    ListColumn("receipt.serial", 52),
    ListColumn("receipt.day", 27),
    ListColumn("list.signature", 48),
)


def proof_list_pdf(facts: CourseFacts, lines: Sequence[ProofLine], language: str) -> bytes:
    """Return the list of names as they will be printed, with room to correct and to sign.

    Raises documents.nothing_to_print, paper.unknown_language.
    """
    speech = Speech(language)
    rows = [
        (Cell(str(line.number)), Cell(line.name), Cell(line.latin), speech.texts(line.rank)) for line in lines
    ]
    return list_to_sign_pdf(ListToSign("paper.title.proof", "proof.how", _PROOF, rows), facts, speech)


def receipt_list_pdf(facts: CourseFacts, lines: Sequence[ReceiptLine], language: str) -> bytes:
    """Return the list on which participants sign for their certificates, in the order of the lines.

    Raises documents.nothing_to_print, paper.unknown_language.
    """
    speech = Speech(language)
    rows = [
        (
            Cell(str(line.number)),
            Cell(line.name),
            speech.texts(line.rank),
            Cell(line.serial, speech.tongue.first(line.kind)),
        )
        for line in lines
    ]
    foot = speech.word("receipt.count", count=str(len(rows)))
    wanted = ListToSign("paper.title.receipts", "receipt.how", _RECEIPTS, rows, foot)
    return list_to_sign_pdf(wanted, facts, speech)
