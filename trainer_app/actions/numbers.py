"""The numbers of certificates, as this computer knows them: given, void, replaced, taken back, missing."""

from trainer_app.actions.workplace import Workplace
from trainer_app.domain.series import Series, count_series
from trainer_app.store import certificates


def list_series(work: Workplace) -> list[Series]:
    """Return every row of numbers, by laptop and year."""
    known = [(found.serial, found.state) for found in certificates.list_certificates(work.database)]
    return count_series(known, certificates.list_taken_back(work.database, work.journal))
