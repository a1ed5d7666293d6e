"""Trainers who exchange their files directly: whom a file can be sealed for beside the office.

A co-trainer gets the courses that both teach and no others: names of people elsewhere stay here.
"""

from collections.abc import Collection

from trainer_app.actions import identity
from trainer_app.actions.assignments import courses_taught_by
from trainer_app.actions.workplace import Workplace
from trainer_app.domain.errors import TrainerError
from trainer_app.domain.sending import CoTrainer
from trainer_app.domain.serials import tidy_code
from trainer_app.store import courses as stored


def list_co_trainers(work: Workplace) -> list[CoTrainer]:
    """Return the other laptops of this office that can be sent to, by code; none without an office.

    They stand in the trust list that came with the newest pack; lost and stolen ones are left out.
    """
    trust = identity.trust_list(work)
    own = identity.device_keys(work).signing_key
    codes = {course.key: course.code for course in stored.list_courses(work.database)}
    return [
        CoTrainer(device.code, device.name, _codes(codes, courses_taught_by(work, device.name)))
        for device in sorted(trust.devices if trust else (), key=lambda device: device.code)
        if device.role == "trainer" and not device.revoked_on and device.signing_key != own
    ]


def keys_of(work: Workplace, codes: Collection[str]) -> list[str]:
    """Return the age recipients of these laptops. Raises sending.unknown_co_trainer."""
    trust = identity.trust_list(work)
    known = {one.code for one in list_co_trainers(work)}
    keys = []
    for code in dict.fromkeys(map(tidy_code, codes)):
        device = trust.device(code) if trust and code in known else None
        if device is None:
            raise TrainerError("sending.unknown_co_trainer", code=code)
        keys.append(device.receiving_key)
    return keys


def shared_courses(work: Workplace, codes: Collection[str]) -> tuple[str, ...]:
    """Return the courses that the owners of all these laptops teach. Raises sending.no_shared_course."""
    trust = identity.trust_list(work)
    devices = [trust.device(tidy_code(code)) for code in codes] if trust else []
    taught = [courses_taught_by(work, device.name) for device in devices if device]
    found = set.intersection(*taught) if taught else set()
    if not found:
        raise TrainerError("sending.no_shared_course", codes=", ".join(map(tidy_code, codes)))
    return tuple(sorted(found))


def _codes(known: dict[str, str], courses: Collection[str]) -> tuple[str, ...]:
    return tuple(sorted(known[course] for course in courses if course in known))
