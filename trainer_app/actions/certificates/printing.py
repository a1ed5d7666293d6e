"""Printing certificates: PDF with badges, warnings, proof list, lists to sign, print counts, trial page.

A reprint is counted and seen, not forbidden.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from msgspec import Struct

from trainer_app.actions.attendance.attendance import grid
from trainer_app.actions.base import identity
from trainer_app.actions.base.rights import guarded
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.certificates import eligibility, templates
from trainer_app.actions.certificates.certificates import find, in_name_order, register
from trainer_app.actions.certificates.eligibility import Batch
from trainer_app.actions.certificates.templates import FactsGatherer, gatherer
from trainer_app.actions.courses.courses import course_facts, get_course
from trainer_app.actions.courses.enrolments import list_enrolments
from trainer_app.actions.papers.papers import Chosen, CoursePaper, PaperLine, PrintedCourse, Stage
from trainer_app.actions.people.people import Correction, CorrectionKind, offered_corrections
from trainer_app.bundle.badge import issue_badge
from trainer_app.bundle.credential import read_credential
from trainer_app.documents.base import fonts
from trainer_app.documents.base.lists_to_sign import count_pages
from trainer_app.documents.certificates.certificate import PrintItem, certificates_pdf, warnings
from trainer_app.documents.certificates.signed_lists import proof_list_pdf, receipt_list_pdf
from trainer_app.documents.certificates.template import Template
from trainer_app.documents.certificates.trial_page import trial_page_pdf
from trainer_app.domain.base.changes import Changes, Label, Progress, no_progress
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.journal import Value
from trainer_app.domain.base.structs import replace
from trainer_app.domain.base.text_cleaning import has_strange_letters, is_all_latin, words_of
from trainer_app.domain.base.texts import DEFAULT, PaperName, Texts, resource, word, words
from trainer_app.domain.certificates.certificates import (
    BoardRow,
    Certificate,
    CertificateFacts,
    CertificateKind,
    CertificateState,
    PrintCount,
    PrintingKind,
    check_copies,
    count_printings,
    design_of,
)
from trainer_app.domain.certificates.serials import pdf_name, place_of, said_of_draft
from trainer_app.domain.courses.courses import SessionState
from trainer_app.domain.courses.ranks import RankForm, rank_name, read_rank
from trainer_app.domain.papers.course_papers import ProofLine, ReceiptLine
from trainer_app.domain.people.latin import LatinOrder
from trainer_app.domain.people.names import has_small_words, is_name_cut, lacks_letters
from trainer_app.domain.people.persons import lacks_latin
from trainer_app.store.base.drafts import Write
from trainer_app.store.certificates.certificates import get_certificate, list_certificates, list_printings
from trainer_app.system.files import PreparedFiles, make_folder, write_checked


@guarded
def note_printed(work: Workplace, certificates: Sequence[Certificate], copies: int = 1) -> Changes:
    """Count copies that went to a printer today; what was on paper before is a reprint.

    Raises certificate.nothing_chosen, certificate.bad_copies, and as `check_registered`.
    """
    before = printed(work)
    kinds = [
        PrintingKind.REPRINT if before.get(each.key, PrintCount()).copies else PrintingKind.PRINT
        for each in certificates
    ]
    return _note(work, "certificate.step.print", certificates, kinds, copies)


@guarded
def note_saved(work: Workplace, certificates: Sequence[Certificate]) -> Changes:
    """Count that certificates were saved as PDF. Raises as `note_printed`."""
    kinds = [PrintingKind.SAVE] * len(certificates)
    return _note(work, "certificate.step.save", certificates, kinds, 1)


def printed(work: Workplace) -> Mapping[str, PrintCount]:
    """Return what was printed of each certificate, by its key; those that never were are not in it."""
    return count_printings(list_printings(work.database))


def _note(
    work: Workplace,
    code: str,
    certificates: Sequence[Certificate],
    kinds: Sequence[PrintingKind],
    copies: int,
) -> Changes:
    if not certificates:
        raise TrainerError("certificate.nothing_chosen")
    check_registered(work, certificates)
    check_copies(copies)
    day = work.today().isoformat()
    writes = []
    for certificate, kind in zip(certificates, kinds, strict=True):
        fields: dict[str, Value] = {
            "certificate": certificate.key,
            "on": day,
            "copies": copies,
            "kind": kind.value,
        }
        writes.append(Write("printing", work.journal.make_key(certificate.key), fields))
    # The paper is in the world: undo passes over the count, and then refuses to take its numbers back.
    return work.journal.record(Label(code, {"count": len(writes)}), writes, note=True)


_TOLD = 3  # numbers in a refusal


def check_registered(work: Workplace, certificates: Sequence[Certificate]) -> None:
    """Refuse what is not in the register, as where its issue was undone while its paper was looked at.

    Such a paper would be signed, and known to nobody. Raises certificate.taken_back, and certificate.erased
    where the name was erased meanwhile.
    """
    gone = []
    for each in certificates:
        now = get_certificate(work.database, each.key)
        if now is None:
            gone.append(each.serial)
        elif now.erased:
            raise TrainerError("certificate.erased", serial=now.serial)
    if gone:
        told = [*gone[:_TOLD], *(["…"] if len(gone) > _TOLD else [])]
        raise TrainerError("certificate.taken_back", serials=", ".join(told))


def with_badges(work: Workplace, certificates: Sequence[Certificate]) -> list[Certificate]:
    """Return certificates with the badges that can be had here.

    One issued before there were badges gets its badge when it is printed, by the laptop that signed it: the
    same each time, so that it need not be kept. Elsewhere it stays without.
    """
    if all(found.badge for found in certificates):
        return list(certificates)
    keys, office = identity.device_keys(work), identity.office_code(work)
    completed = []
    for found in certificates:
        if not found.badge and found.credential:
            signed = read_credential(found.credential)
            if (signed.kid, signed.issuer) == (keys.key_id, office):
                found = replace(found, badge=issue_badge(found.facts, keys, office, found.credential))
        completed.append(found)
    return completed


def as_drawn(work: Workplace, batch: Sequence[Certificate], whole: bool) -> list[Certificate]:
    """Return certificates as they are drawn: with their badges, and with or without pictures not here."""
    found = with_badges(work, batch)
    return found if whole else templates.leave_out_lost_pictures(work, found)


@guarded
def export_badge(work: Workplace, serial: str, path: Path) -> Path:
    """Write a certificate's badge as a file for registers and wallets; returns where it lies.

    It holds a name and is not encrypted. Raises as `certificates.find` and `write_checked`,
    certificate.no_badge.
    """
    (found,) = with_badges(work, [find(work, serial)])
    if not found.badge:
        raise TrainerError("certificate.no_badge", serial=found.serial)
    return write_checked(path, found.badge.encode("ascii"))


@guarded
def proof_paper(work: Workplace, course: str, language: str = DEFAULT) -> bytes:
    """Return the list of names as they will be printed, by number on the list, with room to correct.

    `language` is one of `PAPER_LANGUAGES`. Raises course.unknown, paper.unknown_language,
    documents.nothing_to_print.
    """
    lines = [
        ProofLine(found.enrolment.number, found.person.name, found.person.latin, _rank(found.person.rank))
        for found in list_enrolments(work, course)
        if found.named
    ]
    fonts.use(resource("fonts"))
    return proof_list_pdf(course_facts(work, get_course(work, course)), lines, language)


@guarded
def receipt_paper(
    work: Workplace, course: str, language: str = DEFAULT, *, only: Sequence[str] | None = None
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
    numbers = numbers_on_list(work, course)
    lines = [_receipt(each, numbers.get(each.enrolment, 0)) for each in in_name_order(found)]
    return receipt_list_pdf(course_facts(work, get_course(work, course)), lines, language)


def _proof_line(_work: Workplace, course: PrintedCourse, _chosen: Chosen) -> PaperLine:
    people = course.people - course.erased
    words = Label("paper.line.proof", {"pages": count_pages(people)})
    return PaperLine(count_pages(people) if people else 0, words)


def _receipts_line(work: Workplace, course: PrintedCourse, _chosen: Chosen) -> PaperLine:
    issued = list_certificates(work.database, course.view.course.key)
    valid = sum(each.state is CertificateState.ISSUED for each in issued)
    if not valid:
        return PaperLine(0, Label("paper.line.no_receipts"))
    pages = count_pages(valid)
    return PaperLine(pages, Label("paper.line.receipts", {"pages": pages}))


PROOF = CoursePaper(
    name="proof",
    icon="pen",
    stage=Stage.AFTER,
    title="paper.title.proof",
    help="Write the list of names as certificates will print them, to be corrected and signed.",
    make=lambda work, course, language, _chosen: proof_paper(work, course, language),
    line=_proof_line,
)
RECEIPTS = CoursePaper(
    name="receipts",
    icon="receipt",
    stage=Stage.AFTER,
    title="paper.title.receipts",
    help="Write the list on which participants sign for their certificates.",
    make=lambda work, course, language, _chosen: receipt_paper(work, course, language),
    line=_receipts_line,
)
CERTIFICATE_PAPERS = (PROOF, RECEIPTS)


def numbers_on_list(work: Workplace, course: str) -> dict[str, int]:
    """Return enrolment -> number on the list of participants, by which everybody is called in every paper."""
    return {found.enrolment.key: found.enrolment.number for found in list_enrolments(work, course)}


def _receipt(certificate: Certificate, number: int) -> ReceiptLine:
    """Return a line as the certificate itself names the person: from its frozen text."""
    facts = certificate.facts
    rank = Texts.same(facts.rank).changed(en=facts.rank_en or facts.rank)
    return ReceiptLine(number, facts.name, certificate.serial, rank, words(f"kind.{certificate.kind.value}"))


def _rank(rank: str) -> Texts:
    return Texts.made(lambda language: rank_name(rank, language, RankForm.CERTIFICATE))


@guarded
def print_certificates(
    work: Workplace, certificates: Sequence[Certificate], progress: Progress = no_progress
) -> bytes:
    """Return one PDF of certificates in the order given, from their frozen text and designs.

    Raises template.not_here, documents.picture_missing where that is not on this computer,
    and as `check_registered`.
    """
    check_registered(work, certificates)
    fonts.use(resource("fonts"))
    items = [PrintItem(found.facts, found.credential, found.badge) for found in certificates]
    designs, pictures = templates.load_for(work, certificates), templates.pictures_for(work, certificates)
    return certificates_pdf(items, designs, progress, pictures)


@guarded
def save_certificates(
    work: Workplace, certificates: Sequence[Certificate], folder: Path, progress: Progress = no_progress
) -> list[Path]:
    """Write each certificate as a PDF of its own, named by its number, and return where they lie.

    All of them or none. Raises codes of the topic "files", and as `print_certificates`.
    """
    make_folder(folder)
    with PreparedFiles() as files:
        for index, found in enumerate(certificates):
            files.add(folder / pdf_name(found.serial), print_certificates(work, [found]))
            progress("documents.certificates", (index + 1) / len(certificates))
        return files.place()


def print_warnings(work: Workplace, certificates: Sequence[Certificate]) -> list[Label]:
    """Return what will not look as designed: names that break or get small. Raises template.not_here."""
    fonts.use(resource("fonts"))
    designs = templates.load_for(work, certificates)
    return [label for found in certificates for label in warnings(found.facts, designs)]


def trial_page(language: str = DEFAULT) -> bytes:
    """Return the page that shows what a printer does to sizes, edges, letters and codes."""
    fonts.use(resource("fonts"))
    return trial_page_pdf(language, resource("certificates", "completion"))


def trial_name(language: str) -> PaperName:
    """Return what that page is called."""
    return PaperName(word("trial_page.title", language), f"test-page-{language}.pdf")


class ProofRow(Struct, frozen=True):
    """One participant's name in print. `warnings` tell what about name and rank will not look as designed.

    `certificate` is the valid one, if there is one; `outdated` tells that it shows another name or rank
    than this person has now, so that it should be replaced. `checked` tells that somebody (`checked_by`) read
    the name as it stands now and said that it is right; `printed`, that this row gets a certificate;
    `prints_latin`, that the paper has the name in Latin letters too; `doubts`, what of the name is not whole
    or not written as names are; `turned`, its spelling with the part first that is first in the others'.
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
    prints_latin: bool = True
    doubts: tuple[Label, ...] = ()
    turned: str = ""
    order: LatinOrder = LatinOrder.GIVEN_FIRST

    @property
    def lacks_latin(self) -> bool:
        """Whether a spelling in Latin letters is still to be typed."""
        return lacks_latin(self.name, self.latin)


def proof_list(work: Workplace, course: str, language: str = DEFAULT) -> list[ProofRow]:
    """Return a course's names as its certificates will print them, by number on the list; no erased one."""
    board = {row.enrolment: row for row in eligibility.board(work, course)}
    gather = cache(lambda code: gatherer(work, course, code, work.today()))
    people = [each for each in grid(work, course).rows if not board[each.enrolment].erased]
    drafts = [_draft(gather(language), board[person.enrolment], work) for person in people]
    checked, spelled = eligibility.checked_names(work, course), eligibility.latin_names(work, course)
    told = _by_place(print_warnings(work, drafts))
    designs = templates.load_for(work, drafts)
    rows = []
    for person, draft in zip(people, drafts, strict=True):
        facts, ruled = draft.facts, board[person.enrolment]
        given, latin = ruled.certificate, _prints_latin(designs, facts)
        own = (facts.name, facts.latin, facts.rank, facts.rank_en)
        rows.append(
            ProofRow(
                enrolment=person.enrolment,
                person=person.person,
                number=person.number,
                name=facts.name,
                latin=facts.latin,
                rank=facts.rank,
                warnings=tuple(
                    said_of_draft(each) for each in told.get(facts.serial, ()) if _about(each, own)
                ),
                certificate=given,
                outdated=given is not None and _differs(gather(given.facts.language), given),
                checked=person.enrolment in checked,
                checked_by=checked.get(person.enrolment, ""),
                printed=ruled.result is not CertificateKind.NONE and not ruled.repeats,
                prints_latin=latin,
                doubts=name_doubts(facts),
                turned=spelled.turned.get(person.enrolment, "") if latin else "",
                order=spelled.order,
            )
        )
    return rows


_CYRILLIC = ("ru", "tg")


def name_doubts(facts: CertificateFacts) -> tuple[Label, ...]:
    """Return what about name and rank as printed is no slip of the paper but of whoever typed them."""
    found = []
    if lacks_letters(facts.name):
        found.append("certificate.name_initials")
    if is_name_cut(facts.name):
        found.append("certificate.name_cut_off")
    if has_small_words(facts.name):
        found.append("certificate.name_small")
    if len(words_of(facts.name)) == 1:
        found.append("certificate.name_one_word")
    if has_strange_letters(facts.name):
        found.append("certificate.name_letters")
    if facts.latin and lacks_letters(facts.latin, facts.name):
        found.append("certificate.latin_initials")
    if facts.language in _CYRILLIC and is_all_latin(facts.name):
        found.append("certificate.name_latin")
    if facts.rank and not read_rank(facts.rank):
        found.append("certificate.rank_unknown")
    values = {"name": facts.name, "latin": facts.latin, "rank": facts.rank}
    return tuple(Label(code, values) for code in found)


def draft_warnings(work: Workplace, drafts: Sequence[Certificate]) -> list[Label]:
    """Return what will not look as designed on certificates; what they all share is told once."""
    told: dict[object, Label] = {}
    for label in print_warnings(work, drafts):
        told.setdefault((label.code, label.values["text"]), said_of_draft(label))
    return list(told.values())


class MissingInPrint(Struct, frozen=True):
    """Drafts of one course of whom something is not known that their design prints, in the order given.

    `guesses` would say the sex of some of them, by their names; `spellings` are the Latin names proposed for
    those who lack one, by enrolment.
    """

    course: str
    sex: tuple[Certificate, ...] = ()
    rank: tuple[Certificate, ...] = ()
    latin: tuple[Certificate, ...] = ()
    guesses: tuple[Correction, ...] = ()
    spellings: Mapping[str, str] = {}


def missing_in_print(work: Workplace, course: str, drafts: Sequence[Certificate]) -> MissingInPrint:
    """Return what is not known of people whose certificates print it: sex, by the words, rank, Latin name."""
    designs = templates.load_for(work, drafts)
    sex, rank = [], []
    for each in drafts:
        facts, design = each.facts, designs[design_of(each.facts)]
        if not facts.gender and design.words_by_gender(facts.language, facts.second_language):
            sex.append(each)
        if not facts.rank and design.prints_rank(facts.language, facts.second_language):
            rank.append(each)
    enrolled = {each.enrolment for each in sex}
    guesses = tuple(
        each
        for each in (offered_corrections(work, course) if enrolled else ())
        if each.kind is CorrectionKind.SEX and each.enrolment in enrolled
    )
    latin = tuple(
        each
        for each in drafts
        if lacks_latin(each.facts.name, each.facts.latin) and _prints_latin(designs, each.facts)
    )
    suggested = eligibility.latin_names(work, course).suggested if latin else {}
    spellings = {key: suggested[key] for each in latin if (key := each.enrolment) in suggested}
    return MissingInPrint(course, tuple(sex), tuple(rank), latin, guesses, spellings)


def early_told(work: Workplace, batches: Sequence[Batch]) -> list[Label]:
    """Return a sentence for each course that is not over yet, by its days and by its last session."""
    told = []
    for batch in batches:
        view = get_course(work, batch.course)
        held = [each.day for each in view.sessions if each.state is not SessionState.CANCELLED]
        today, last = work.clock.today(view.course.zone), max([view.course.last_day, *held])
        if today < last:
            days = {"first": view.course.first_day, "last": last, "today": today}
            told.append(Label("certificate.early", {"code": view.course.code, **days}))
    return told


def _prints_latin(designs: Mapping[str, Template], facts: CertificateFacts) -> bool:
    return designs[design_of(facts)].prints_latin(facts.language, facts.second_language)


def _draft(gather: FactsGatherer, row: BoardRow, work: Workplace) -> Certificate:
    kind = row.result if row.result is not CertificateKind.NONE else CertificateKind.COMPLETION
    facts = gather(row.enrolment, kind, place_of(row.number))
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


def _differs(gather: FactsGatherer, certificate: Certificate) -> bool:
    now = gather(certificate.enrolment, certificate.kind, certificate.serial)
    return _as_printed(now) != _as_printed(certificate.facts)


def _as_printed(facts: CertificateFacts) -> tuple[str, str, str]:
    return facts.name, facts.latin, facts.rank
