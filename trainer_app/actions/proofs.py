"""The proof list: names exactly as they will be printed, for the participants to read before that."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from trainer_app.actions import certificates, papers, signoff
from trainer_app.actions.attendance import grid
from trainer_app.actions.facts import Gatherer, gatherer
from trainer_app.actions.workplace import Workplace
from trainer_app.domain.certificates import BoardRow, Certificate, CertificateKind, Facts
from trainer_app.domain.changes import Label


@dataclass(frozen=True)
class ProofRow:
    """One participant's name in print. `warnings` tell what about name and rank will not look as designed.

    `certificate` is the valid one, if there is one; `outdated` tells that it shows another name or rank
    than this person has now, so that it should be replaced. `checked` tells that somebody (`checked_by`) read
    the name as it stands now and said that it is right; `printed`, that the rule gives a certificate.
    """

    enrolment: str
    person: str
    number: int
    name: str
    latin: str
    rank: str
    warnings: tuple[Label, ...] = ()
    certificate: Certificate | None = None
    outdated: bool = False
    checked: bool = False
    checked_by: str = ""
    printed: bool = True


def proof_list(work: Workplace, course: str, language: str = "tg") -> list[ProofRow]:
    """Return a course's names as its certificates will print them, by number on the list."""
    board = {row.enrolment: row for row in certificates.board(work, course)}
    gather = cache(lambda code: gatherer(work, course, code, work.today()))
    people = grid(work, course).rows
    drafts = [_draft(gather(language), board[person.enrolment], work) for person in people]
    checked = signoff.checked_names(work, course)
    told = _by_place(papers.print_warnings(work, drafts))
    rows = []
    for person, draft in zip(people, drafts, strict=True):
        facts, given = draft.facts, board[person.enrolment].certificate
        own = (facts.name, facts.latin, facts.rank, facts.rank_en)
        rows.append(
            ProofRow(
                enrolment=person.enrolment,
                person=person.person,
                number=person.number,
                name=facts.name,
                latin=facts.latin,
                rank=facts.rank,
                warnings=tuple(each for each in told.get(facts.serial, ()) if _about(each, own)),
                certificate=given,
                outdated=given is not None and _differs(gather(given.facts.language), given),
                checked=person.enrolment in checked,
                checked_by=checked.get(person.enrolment, ""),
                printed=board[person.enrolment].result is not CertificateKind.NONE,
            )
        )
    return rows


def draft_warnings(work: Workplace, drafts: Sequence[Certificate]) -> list[Label]:
    """Return what will not look as designed on certificates; what they all share is told once."""
    seen: set[object] = set()
    labels = []
    for label in papers.print_warnings(work, drafts):
        about = (label.code, label.values["text"])
        if about not in seen:
            seen.add(about)
            labels.append(label)
    return labels


def _draft(gather: Gatherer, row: BoardRow, work: Workplace) -> Certificate:
    kind = row.result if row.result is not CertificateKind.NONE else CertificateKind.COMPLETION
    facts = gather(row.enrolment, kind, certificates.place_of(row.number))
    return Certificate(row.enrolment, row.enrolment, kind, "", facts, "", work.today())


def _by_place(labels: Sequence[Label]) -> dict[str, list[Label]]:
    found: dict[str, list[Label]] = {}
    for label in labels:
        found.setdefault(str(label.values["serial"]), []).append(label)
    return found


def _about(label: Label, texts: Sequence[str]) -> bool:
    """Tell whether a warning is about one of some texts: the title of the course is not the person's."""
    said = str(label.values["text"]).casefold()
    return any(text and text.casefold() in said for text in texts)


def _differs(gather: Gatherer, certificate: Certificate) -> bool:
    now = gather(certificate.enrolment, certificate.kind, certificate.serial)
    return _as_printed(now) != _as_printed(certificate.facts)


def _as_printed(facts: Facts) -> tuple[str, str, str]:
    return facts.name, facts.latin, facts.rank
