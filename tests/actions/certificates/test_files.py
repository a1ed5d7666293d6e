"""Files with several certificates, badges inside PDFs, and rows that contradict what was signed."""

import subprocess
from pathlib import Path

from tests.kit.writing import Room
from trainer_app.actions.base import identity
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.certificates import certificates, printing, verifying
from trainer_app.bundle.badge import MAX_BADGE, issue_badge
from trainer_app.bundle.credential import issue_credential
from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.journal import Value, new_key
from trainer_app.domain.base.structs import replace
from trainer_app.domain.certificates.certificates import CheckResult
from trainer_app.domain.certificates.serials import ALONE, make_serial
from trainer_app.intake.pictures import read_attached
from trainer_app.store.base.drafts import Write
from trainer_app.store.certificates.certificates import encode_facts

SOMEBODYS = "eyJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJzb21lYm9keSJ9.AAAA"
"""A token that is no badge."""


def test_each_certificate_of_a_file_gets_an_answer_and_the_whole_is_as_good_as_the_worst(
    trainer: Workplace, ended: Room, tmp_path: Path
) -> None:
    """E1: of a PDF with several codes only the first was checked."""
    good, void, old = certificates.issue(trainer, ended.course).certificates
    pdf = tmp_path / "all.pdf"
    pdf.write_bytes(printing.print_certificates(trainer, (good, void, old)))
    certificates.void(trainer, void.serial, "spoiled")
    certificates.replace(trainer, old.serial, "misspelt")
    found = [check.result for check in verifying.verify_all(trainer, str(pdf))]
    assert found == [CheckResult.VALID_UNCONFIRMED, CheckResult.REVOKED, CheckResult.REPLACED]
    assert verifying.verify(trainer, str(pdf)).result is CheckResult.REVOKED


def test_a_badge_of_another_certificate_than_the_paper_shows_is_told(
    trainer: Workplace, ended: Room, tmp_path: Path
) -> None:
    """Badge and QR of two different certificates in one PDF."""
    first, second = certificates.issue(trainer, ended.course).certificates[:2]
    swapped = replace(first, badge=second.badge)
    path = tmp_path / "swapped.pdf"
    path.write_bytes(printing.print_certificates(trainer, [swapped]))
    paper, badge = verifying.verify_all(trainer, str(path))
    assert (paper.good, paper.facts["serial"]) == (True, first.serial)
    assert (badge.mismatch, badge.good, badge.facts["serial"]) == (True, False, second.serial)
    assert verifying.verify(trainer, str(path)) == badge


def test_a_badge_that_was_changed_spoils_a_paper_that_is_right(
    trainer: Workplace, ended: Room, tmp_path: Path
) -> None:
    found = certificates.issue(trainer, ended.course).certificates[0]
    spoiled = replace(found, badge=f"{found.badge[:-6]}AAAAAA")
    path = tmp_path / "spoiled.pdf"
    path.write_bytes(printing.print_certificates(trainer, [spoiled]))
    assert verifying.verify(trainer, str(path)).result is CheckResult.ALTERED
    path.write_bytes(printing.print_certificates(trainer, [replace(found, badge=SOMEBODYS)]))
    assert verifying.verify(trainer, str(path)).good


def test_badges_are_found_in_pages_taken_out_of_a_batch(
    trainer: Workplace, ended: Room, tmp_path: Path
) -> None:
    """E2: each page keeps its own badge, and it is read there."""
    issued = certificates.issue(trainer, ended.course).certificates
    pdf, part = tmp_path / "all.pdf", tmp_path / "part.pdf"
    pdf.write_bytes(printing.print_certificates(trainer, issued))
    for number, found in enumerate(issued):
        subprocess.run(["qpdf", pdf, "--pages", ".", str(number + 1), "--", part], check=True)
        assert read_attached(part, MAX_BADGE) == [found.badge]
        (check,) = verifying.verify_all(trainer, str(part))
        assert (check.good, check.facts["serial"]) == (True, found.serial)
    assert read_attached(pdf, MAX_BADGE) == [found.badge for found in issued]
    assert read_attached(pdf, min(len(found.badge) for found in issued) - 1) == []


def test_a_number_under_which_the_register_holds_another_certificate_is_told(
    trainer: Workplace, ended: Room
) -> None:
    found = certificates.issue(trainer, ended.course).certificates[0]
    serial = make_serial(ALONE, 2018, identity.device_code(trainer), 78)
    fields: dict[str, Value] = {
        "enrolment": ended.enrolments[0],
        "kind": found.kind.value,
        "serial": serial,
        "facts": encode_facts(found.facts),
        "credential": found.credential,
        "issued_on": found.facts.issued_on,
    }
    label = Label("certificate.step.issue", {"count": 1})
    trainer.journal.record(label, [Write("certificate", new_key(), fields)])
    assert verifying.verify(trainer, serial).result is CheckResult.CONTRADICTS
    assert verifying.verify(trainer, found.serial).result is CheckResult.VALID_UNCONFIRMED


def test_a_row_that_says_something_else_than_its_code_contradicts_the_register(
    trainer: Workplace, ended: Room
) -> None:
    """C1, H8: facts of an issued certificate were rewritten."""
    facts = certificates.issue(trainer, ended.course).certificates[0].facts
    facts = replace(facts, serial=make_serial(ALONE, 2018, identity.device_code(trainer), 77))
    credential = issue_credential(facts, identity.device_keys(trainer), ALONE)
    badge = issue_badge(facts, identity.device_keys(trainer), ALONE, credential)
    fields: dict[str, Value] = {
        "enrolment": ended.enrolments[0],
        "kind": facts.kind.value,
        "serial": facts.serial,
        "facts": encode_facts(replace(facts, name="Азизов Фаррух")),
        "credential": credential,
        "badge": badge,
        "issued_on": facts.issued_on,
    }
    label = Label("certificate.step.issue", {"count": 1})
    trainer.journal.record(label, [Write("certificate", new_key(), fields)])
    for text in (credential, badge, facts.serial):
        check = verifying.verify(trainer, text)
        assert (check.result, check.facts["name"]) == (CheckResult.CONTRADICTS, facts.name)
