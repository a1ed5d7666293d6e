"""Sign-off of names: checked before they are printed, by whoever read them with the participant."""

from collections.abc import Collection, Sequence

from trainer_app.actions.workplace import Workplace
from trainer_app.domain.certificates import BoardRow, CertificateKind
from trainer_app.domain.changes import Changes, Label
from trainer_app.domain.journal import Value
from trainer_app.domain.signoff import SignOff, name_in_print
from trainer_app.store import enrolments, people
from trainer_app.store.journal import Write


def checked_names(work: Workplace, course: str) -> dict[str, str]:
    """Return whose name was checked as it stands now, and by whom ("" if not known), by enrolment."""
    persons = people.find_people(work.database)
    return {
        item.enrolment.key: item.name_checked_by
        for item in enrolments.list_enrolments(work.database, course)
        if item.name_checked and item.name_checked == name_in_print(persons[item.enrolment.person])
    }


def check_names(work: Workplace, course: str, only: Collection[str], *, checked: bool = True) -> Changes:
    """Say that names of some enrolments are right as they will be printed, or take that back, as one step."""
    done = checked_names(work, course)
    persons = people.find_people(work.database)
    writes = []
    for item in enrolments.list_enrolments(work.database, course):
        key = item.enrolment.key
        if key not in only or (key in done) is checked:
            continue
        fields: dict[str, Value] = {"name_checked": None, "name_checked_by": None}
        if checked:
            text = name_in_print(persons[item.enrolment.person])
            fields = {"name_checked": text, "name_checked_by": work.journal.user or None}
        writes.append(Write("enrolment", key, fields))
    code = "certificate.step.check_names" if checked else "certificate.step.uncheck_names"
    return work.journal.record(Label(code, {"count": len(writes)}), writes)


def sign_off(work: Workplace, course: str, rows: Sequence[BoardRow]) -> SignOff:
    """Return how many of the names on a board that get a certificate are checked."""
    done = checked_names(work, course)
    printed = [row.enrolment for row in rows if row.result is not CertificateKind.NONE]
    return SignOff(sum(key in done for key in printed), len(printed))
