"""Proves that an installed program works: a database, a certificate, a bundle, each read back."""

from datetime import date
from pathlib import Path

from trainer_app.actions.attendance import attendance
from trainer_app.actions.base import checking, workplace
from trainer_app.actions.base.workplace import Role, Workplace
from trainer_app.actions.certificates import certificates, printing, verifying
from trainer_app.actions.courses import agendas, courses, enrolments
from trainer_app.actions.evaluations import scores
from trainer_app.actions.exchange import importing, sending
from trainer_app.actions.office import office
from trainer_app.domain.base.catalogue import words
from trainer_app.domain.base.changes import Progress, no_progress
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.courses.courses import CourseDraft
from trainer_app.domain.courses.planning import DayPlan
from trainer_app.domain.evaluations.forms import Occasion
from trainer_app.domain.exchange.sending import FileOutcome
from trainer_app.system.clock import fixed_at
from trainer_app.system.folders import DataFolder

_DAY = date(2018, 10, 15)
PASSPHRASE = "self-test only"
"""Of the two data folders that it makes, `trainer` and `office`."""


def run(folder: Path, progress: Progress = no_progress) -> tuple[str, ...]:
    """Go through everything once in an empty folder; return the steps. Raises selftest.failed."""
    clock = fixed_at(_DAY, 12, workplace.ZONE, step=1)
    progress("selftest.database", 0.0)
    trainer = workplace.create(DataFolder(folder / "trainer"), PASSPHRASE, user_name="self-test", clock=clock)
    desk = workplace.create(DataFolder(folder / "office"), PASSPHRASE, role=Role.OFFICE, clock=clock)
    try:
        _enrol(trainer, desk, folder)
        progress("selftest.certificate", 0.4)
        _certify(trainer, folder)
        progress("selftest.bundle", 0.7)
        sent = sending.export(trainer, folder)
        report = importing.import_files(desk, [sent.file])
        _expect(report.files[0].result is FileOutcome.IMPORTED, "bundle")
        _expect(checking.digest(desk) == checking.check(trainer).digest, "digest")
        _expect(checking.check(desk).ok, "check")
        progress("selftest.bundle", 1.0)
    finally:
        trainer.close()
        desk.close()
    return ("database", "certificate", "bundle")


def _enrol(trainer: Workplace, desk: Workplace, folder: Path) -> None:
    office.init(desk, Texts(en="Self-test"), "TST")
    asked, _ = office.request(trainer, folder / "request.treq")
    office.join(trainer, office.enrol(desk, asked, "K1", folder).pack.file)


def _certify(trainer: Workplace, folder: Path) -> None:
    draft = CourseDraft("TEST", words("selftest.course"), _DAY, _DAY)
    course = courses.create_course(trainer, draft).key or ""
    agendas.plan_sessions(trainer, course, DayPlan(per_day=2))
    enrolment = enrolments.add_walk_in(trainer, course, "Ҷӯраев Ғафур Ҳакимович", first_day=_DAY).key or ""
    for session in attendance.grid(trainer, course).sessions:
        attendance.mark_rest(trainer, session.key)
    scores.set_score(trainer, enrolment, Occasion.POST, 1800, 2000)
    issued = certificates.issue(trainer, course).certificates
    path = folder / "certificate.pdf"
    path.write_bytes(printing.print_certificates(trainer, issued))
    _expect(verifying.verify(trainer, str(path)).result.good, "certificate")


def _expect(fact: bool, step: str) -> None:
    if not fact:
        raise TrainerError("selftest.failed", step=step)
