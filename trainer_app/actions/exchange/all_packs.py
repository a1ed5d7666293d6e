"""The files for all laptops of an office at once, each with the courses that are its own or planned for it.

Whose course is planned for a laptop is decided as at its enrolment: the office alone wrote who teaches there
and what the laptop's owner is called (`teachers.courses_planned_for`). A course of which anybody else wrote
that is only proposed, and goes by a tick in the laptop's own file (`packs.export_pack`).
"""

from collections import Counter
from collections.abc import Collection
from pathlib import Path

from msgspec import Struct

from trainer_app.actions.base import identity
from trainer_app.actions.base.rights import guarded
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.courses.teachers import courses_planned_for, courses_taught_by
from trainer_app.actions.exchange import ledger, packs
from trainer_app.actions.exchange.trust import trust_of_office
from trainer_app.domain.base.changes import Progress, no_progress, part_of
from trainer_app.domain.base.errors import Cancelled, TrainerError
from trainer_app.domain.certificates.serials import tidy_code
from trainer_app.domain.exchange.sending import PackCourse, SentBundle
from trainer_app.store.base.entry_history import creating_entry
from trainer_app.store.courses.courses import enrolments_of_person
from trainer_app.store.exchange import transfers
from trainer_app.store.exchange.course_scope import Scopes
from trainer_app.store.office.erasing import list_erasures


class PlannedPack(Struct, frozen=True):
    """What the next file of a laptop would hold. `planned` are courses that it has not had yet."""

    device: str
    name: str
    own: tuple[PackCourse, ...]
    planned: tuple[PackCourse, ...]


class WrittenPack(Struct, frozen=True):
    """What became of a laptop's file: the file, or why there is none. `courses` are codes."""

    device: str
    courses: tuple[str, ...]
    pack: SentBundle | None = None
    error: TrainerError | None = None


def erasures_due(work: Workplace) -> dict[str, int]:
    """Return of how many erasings each laptop was not told yet: what they took lies there until a file.

    Those that were ever given a course of what was erased, by their codes. A revoked one gets no file.
    """
    trust, database = identity.trust_list(work), work.database
    moments = database.remembered("moments of erasings", lambda: _read_moments(work), ("erasure",))
    if trust is None or not moments:
        return {}
    packs_at: dict[str, int] = {}
    for one in transfers.list_departures(work.database):
        if one.kind == "pack":
            packs_at[one.target] = max(packs_at.get(one.target, 0), one.at)
    laptops = {one.code for one in trust.devices if not one.at_office and not one.revoked_on}
    found = Counter[str]()
    for rows in (line.rows for line in ledger.lines(work)):
        at = moments.get(rows.erasing, 0)
        if at > min((packs_at.get(code, 0) for code in laptops), default=at):
            enrolled = (each for key in rows.people for each in enrolments_of_person(work.database, key))
            held = {*rows.courses, *(each.course for each in enrolled)}
            found += Counter(
                code for code in packs.holders(work, held) if code in laptops and packs_at.get(code, 0) < at
            )
    return dict(found)


def _read_moments(work: Workplace) -> dict[str, int]:
    """Return when each erasing was recorded, by its key: of the heads, for this is asked with each change."""
    found = (
        (each.key, creating_entry(work.journal, "erasure", each.key)) for each in list_erasures(work.database)
    )
    return {key: entry.at for key, entry in found if entry is not None}


def first_courses(work: Workplace, name: str) -> list[PackCourse]:
    """Return all courses before a laptop is enrolled: its own are those the office planned for its owner.

    There both the name and the assignment were written by the office alone. Where anybody else had a hand in
    them, the course is proposed.
    """
    return packs.lines_of(work, courses_planned_for(work, name), courses_taught_by(work, name))


def planned_packs(work: Workplace) -> list[PlannedPack]:
    """Return what would be written for each laptop that is not revoked, in the order of their codes."""
    found, scopes = [], Scopes(work.database)
    for device in sorted(trust_of_office(work).devices, key=lambda each: each.code):
        if device.at_office or device.revoked_on:
            continue
        lines = packs.pack_courses(work, device.code, scopes)
        found.append(
            PlannedPack(
                device.code,
                device.name,
                tuple(line for line in lines if line.own),
                tuple(line for line in lines if line.planned),
            )
        )
    return found


@guarded
def export_all(
    work: Workplace,
    folder: Path,
    devices: Collection[str] | None = None,
    *,
    planned: bool = True,
    progress: Progress = no_progress,
) -> list[WrittenPack]:
    """Write the files for all laptops, or for some, into a folder; each name says for whom it is.

    With `planned` each laptop also gets what the office planned for its trainer. One that cannot be written
    is told and the others go on. Raises office.unknown_device for a code that no laptop has, and what the
    first file raises when none at all was written.
    """
    identity.office_keys(work)
    wanted = None if devices is None else {tidy_code(code) for code in devices}
    found = planned_packs(work)
    for code in sorted((wanted or set()) - {one.device for one in found}):
        raise TrainerError("office.unknown_device", code=code)
    chosen = [one for one in found if wanted is None or one.device in wanted]
    if not chosen:
        raise TrainerError("sending.no_laptops")
    done = [
        _write(work, folder, one, planned=planned, progress=_share(progress, place, len(chosen)))
        for place, one in enumerate(chosen)
    ]
    first = next((one.error for one in done if one.error), None)
    if first is not None and not any(one.pack for one in done):
        raise first
    return done


def _share(progress: Progress, place: int, count: int) -> Progress:
    return part_of(progress, place / count, (place + 1) / count)


def _write(
    work: Workplace, folder: Path, one: PlannedPack, *, planned: bool, progress: Progress
) -> WrittenPack:
    courses = (*one.own, *(one.planned if planned else ()))
    codes = tuple(line.code for line in courses)
    keys = [line.key for line in courses]
    try:
        pack = packs.export_pack(work, one.device, folder, courses=keys, progress=progress)
    except Cancelled:
        raise
    except TrainerError as error:
        return WrittenPack(one.device, codes, error=error)
    return WrittenPack(one.device, codes, pack)
