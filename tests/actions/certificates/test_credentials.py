"""Open Badges of certificates: kept when they are issued, made later by who can, written as files."""

import io
import json
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter

from tests.kit.writing import Room
from trainer_app.actions.base import identity
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.certificates import certificates, printing, verifying
from trainer_app.bundle.badge import check_badge, read_badge
from trainer_app.bundle.credential import issue_credential
from trainer_app.bundle.keys import DeviceKeys
from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.journal import MAX_LINE, Value, new_key
from trainer_app.domain.base.structs import replace
from trainer_app.domain.certificates import certificates as certificate
from trainer_app.domain.certificates.certificates import Certificate
from trainer_app.domain.certificates.serials import make_serial
from trainer_app.store.base.drafts import Write
from trainer_app.store.certificates.certificates import encode_facts, get_certificate


@pytest.fixture
def issued(all_issued: tuple[Certificate, ...]) -> tuple[Certificate, ...]:
    return all_issued


def key(work: Workplace) -> bytes:
    return identity.device_keys(work).signing_key


def test_a_long_file_is_checked_to_its_last_page_or_not_at_all(
    trainer: Workplace, issued: tuple[Certificate, ...], tmp_path: Path
) -> None:
    last = PdfReader(io.BytesIO(printing.print_certificates(trainer, issued[:1]))).pages[0]
    for blank, name in ((60, "long.pdf"), (500, "longer.pdf")):
        writer = PdfWriter()
        for _ in range(blank):
            writer.add_blank_page(72, 72)
        writer.add_page(last)
        writer.write(tmp_path / name)
    (check,) = verifying.verify_all(trainer, str(tmp_path / "long.pdf"))
    assert check.facts["serial"] == issued[0].serial
    with pytest.raises(TrainerError) as refused:
        verifying.verify_all(trainer, str(tmp_path / "longer.pdf"))
    assert refused.value.code == "codes.too_many_pages"
    assert refused.value.values == {"file": "longer.pdf", "pages": 501, "most": 500}


def test_each_certificate_keeps_the_badge_that_was_signed_with_it(
    trainer: Workplace, issued: tuple[Certificate, ...]
) -> None:
    for found in issued:
        stored = get_certificate(trainer.database, found.key)
        assert stored is not None
        assert stored.badge == found.badge
        assert check_badge(found.badge, key(trainer))
        badge = read_badge(found.badge)
        assert badge.credential == found.credential
        assert badge.facts["serial"] == found.serial
        assert badge.facts["name"] == found.facts.name


def test_an_entry_with_facts_code_and_badge_is_far_from_too_long(
    trainer: Workplace, issued: tuple[Certificate, ...]
) -> None:
    lines = [line for (line,) in trainer.database.select("SELECT line FROM entry") if b'"badge"' in line]
    assert len(lines) == len(issued)
    assert max(map(len, lines)) < MAX_LINE / 4


def test_one_from_before_badges_gets_the_same_one_each_time_by_who_signed_it(
    trainer: Workplace, issued: tuple[Certificate, ...]
) -> None:
    old = [replace(found, badge="") for found in issued]
    assert printing.with_badges(trainer, old) == list(issued)
    assert printing.with_badges(trainer, [*old[:1], *issued[1:]]) == list(issued)
    assert printing.with_badges(trainer, issued) == list(issued)


def test_another_laptop_leaves_it_without(
    trainer: Workplace, issued: tuple[Certificate, ...], bureau: Workplace
) -> None:
    old = [replace(found, badge="") for found in issued]
    assert printing.with_badges(bureau, old) == old
    with pytest.raises(TrainerError, match=r"certificate\.taken_back"):
        printing.print_certificates(bureau, printing.with_badges(bureau, old))


def test_the_file_is_written_checked_and_never_over_another(
    trainer: Workplace, issued: tuple[Certificate, ...], tmp_path: Path
) -> None:
    target = tmp_path / certificate.badge_name(issued[0].serial)
    path = printing.export_badge(trainer, issued[0].serial.lower(), target)
    assert path == target
    assert path.read_text() == issued[0].badge
    assert printing.export_badge(trainer, issued[0].serial, target) != path
    with pytest.raises(TrainerError, match="certificate.unknown"):
        printing.export_badge(trainer, "DSH-2018-K7-00042-98", tmp_path / "x.jwt")


def test_a_replacement_says_so_in_its_badge(trainer: Workplace, issued: tuple[Certificate, ...]) -> None:
    (new,) = certificates.replace(trainer, issued[0].serial, "misspelt").certificates
    assert json.loads(json.dumps(read_badge(new.badge).facts))["replaces"] == issued[0].serial


def test_one_that_another_laptop_issued_before_badges_says_who_can_write_it(
    trainer: Workplace, issued: tuple[Certificate, ...], room: Room, tmp_path: Path
) -> None:
    facts = replace(issued[0].facts, serial=make_serial("DSH", 2018, "K9", 7))
    fields: dict[str, Value] = {
        "enrolment": room.enrolments[0],
        "kind": facts.kind.value,
        "serial": facts.serial,
        "facts": encode_facts(facts),
        "credential": issue_credential(facts, DeviceKeys.generate(), "DSH"),
        "issued_on": facts.issued_on,
    }
    trainer.journal.record(Label("certificate.step.issue"), [Write("certificate", new_key(), fields)])
    with pytest.raises(TrainerError, match="certificate.no_badge"):
        printing.export_badge(trainer, facts.serial, tmp_path / "x.jwt")
    assert not (tmp_path / "x.jwt").exists()
