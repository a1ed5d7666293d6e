"""Invented names and sessions for the lists that are signed and for the back of a certificate."""

from datetime import date, timedelta

from tests.documents.course_samples import LONGEST, TOPICS
from tests.documents.samples import FACTS, NAMES
from trainer_app.domain.base.structs import replace
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.certificates.certificates import CertificateFacts, CertificateSession
from trainer_app.domain.papers.course_papers import ProofLine, ReceiptLine
from trainer_app.domain.people.latin import to_latin

RANKS = (
    Texts(tg="лейтенанти милитсия", ru="лейтенант милиции", en="Lieutenant of Militia"),
    Texts(
        tg="прапоршики калони хизмати дохилӣ",
        ru="старший прапорщик внутренней службы",
        en="Senior Warrant Officer",
    ),
    Texts(),
)
KINDS = (
    Texts(tg="оид ба хатми курс", ru="об окончании курса", en="of completion"),
    Texts(tg="оид ба иштирок", ru="об участии", en="of attendance"),
)


def proof_lines(count: int, longest: str = "") -> list[ProofLine]:
    """Return names to be proof-read; every third has no Latin spelling yet."""
    return [
        ProofLine(
            number,
            longest or NAMES[number % len(NAMES)],
            "" if number % 3 == 0 else to_latin(longest or NAMES[number % len(NAMES)]),
            RANKS[number % len(RANKS)],
        )
        for number in range(1, count + 1)
    ]


def receipt_lines(count: int, longest: str = "") -> list[ReceiptLine]:
    """Return certificates to be signed for."""
    return [
        ReceiptLine(
            number,
            longest or NAMES[number % len(NAMES)],
            f"DSH-2018-K7-{number:05d}-42",
            RANKS[number % len(RANKS)],
            KINDS[number % 5 == 0],
        )
        for number in range(1, count + 1)
    ]


def taught(language: str, count: int, longest: bool = False) -> CertificateFacts:
    """Return the facts of a certificate with so many sessions on its back, four a day."""
    sessions = tuple(
        CertificateSession(
            (date(2018, 10, 15) + timedelta(number // 4)).isoformat(),
            LONGEST * 2 if longest else TOPICS[number % len(TOPICS)].best(language),
            150 if number % 2 else 75,
        )
        for number in range(count)
    )
    return replace(FACTS[language], sessions=sessions, hours=sum(each.hours for each in sessions))
