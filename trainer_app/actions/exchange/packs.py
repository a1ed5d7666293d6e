"""What an office gives to one laptop: its courses and no others, trust, revocations, receipts, the program.

With the file come the pictures and designs that certificates of these courses are printed with. By default
a laptop gets the courses that are its own: those it was given before, those it made. Names of people in
other courses stay at the office, until a person there chooses a course.

Updates of the program are signed by the publisher only. An office hands on the file that it was given,
unopened, to each of its laptops that runs something older; a laptop keeps what came until somebody takes it
(`actions/today/updates`).
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path

from msgspec import Struct, structs

from trainer_app import VERSION
from trainer_app.actions.attendance import attachments
from trainer_app.actions.base import identity, sync_status
from trainer_app.actions.base.rights import guarded
from trainer_app.actions.base.workplace import Role, Workplace
from trainer_app.actions.certificates import signatories
from trainer_app.actions.courses import projects
from trainer_app.actions.courses.teachers import courses_planned_for, courses_taught_by
from trainer_app.actions.exchange import archiving, incoming, outstanding, sending, travelling
from trainer_app.actions.exchange.losses import divergences
from trainer_app.actions.exchange.trust import give_courses, make_revocations, trust_of_office
from trainer_app.bundle import program_update
from trainer_app.bundle.layout import MAX_BLOBS, BundleContent, Header
from trainer_app.bundle.packing import write_bundle
from trainer_app.bundle.program_update import ProgramUpdate, UpdateManifest, version_key
from trainer_app.bundle.sealing import read_public_keys
from trainer_app.bundle.trust import Device
from trainer_app.domain.attendance.sheets import Content, choose_fitting
from trainer_app.domain.base.changes import Progress, no_progress
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.journal import decode_entry, is_made_by
from trainer_app.domain.base.patterns import regex
from trainer_app.domain.base.structs import replace
from trainer_app.domain.base.texts import Texts, resource
from trainer_app.domain.certificates.serials import tidy_code
from trainer_app.domain.courses.courses import FINISHED
from trainer_app.domain.exchange.laptops import (
    DIVERGENCES,
    PACK_COURSES,
    PROGRAM_VERSIONS,
    CourseDigest,
    DigestPart,
    Divergence,
)
from trainer_app.domain.exchange.sending import PackCourse, SentBundle
from trainer_app.store.courses.courses import get_course, get_project, list_courses
from trainer_app.store.exchange import transfers
from trainer_app.store.exchange.course_scope import Scopes
from trainer_app.store.exchange.integrity import CourseDigests, digests_of, vocabulary
from trainer_app.system import installed
from trainer_app.system.files import make_folder, remove_file, write_atomically
from trainer_app.system.installed import Installation


def write_digests(
    work: Workplace, courses_given: Sequence[str], told: Collection[str], scopes: Scopes | None = None
) -> tuple[CourseDigest, ...]:
    """Return the digests of courses for a pack, up to what this office holds without a gap.

    Of the replicas in `told` alone: who else writes at this office is nobody's business.
    """
    if not courses_given:
        return ()
    limits = {
        found.replica: transfers.last_contiguous(work.database, found.replica)
        for found in transfers.replica_ranges(work.database)
    }
    known = {replica: to for replica, to in limits.items() if to and replica in told}
    return digests_of(work.journal, courses_given, known, scopes)


def compare(work: Workplace, digests: Sequence[CourseDigest], clones: frozenset[str]) -> list[Divergence]:
    """Compare what a pack says of its courses with what is here, and remember where it differs.

    `clones` are replicas of which the office holds other entries than the ones here: that is told elsewhere.
    """
    if not digests:
        return divergences(work)
    limits: dict[str, int] = {}
    for digest in digests:
        limits |= {part.replica: part.to for part in digest.parts}
    keys = [digest.course for digest in digests]
    here = CourseDigests(work.journal, keys, limits)
    found = [one for one in divergences(work) if one.course not in keys and _is_here(work, one.course)]
    for digest in digests:
        differing = _differing(here.parts(digest.course), digest.parts, clones)
        if differing:
            found.append(_divergence(work, digest.course, differing))
        elif _shown_differs(here, digest) and not clones:
            found.append(Divergence(digest.course))
    work.store.change_setting(DIVERGENCES, found)
    return divergences(work)


def _differing(
    here: Sequence[DigestPart], there: Sequence[DigestPart], clones: frozenset[str]
) -> list[tuple[DigestPart, DigestPart]]:
    """Return the parts that differ, ours and theirs.

    Where more was erased here than there, this laptop let go of names by itself: then nothing can be said.
    """
    ours = {part.replica: part for part in here}
    return [
        (ours[part.replica], part)
        for part in there
        if part.replica not in clones
        and ours[part.replica].silent == part.silent
        and ours[part.replica].digest != part.digest
    ]


def _shown_differs(here: CourseDigests, digest: CourseDigest) -> bool:
    """Tell whether the very same changes show something else here: then one of the two programs is wrong."""
    comparable = digest.shown and digest.schema == vocabulary() and here.complete(digest.course)
    silent = {part.replica: part.silent for part in digest.parts}
    if not comparable or any(here.silent[replica] != count for replica, count in silent.items()):
        return False
    return here.shown([digest.course])[digest.course] != digest.shown


def _divergence(work: Workplace, course: str, parts: list[tuple[DigestPart, DigestPart]]) -> Divergence:
    codes = identity.known_replicas(work)
    own = dict.fromkeys(work.journal.replicas_of_desk(), identity.device_code(work))
    names = {**codes, **own}
    devices = dict.fromkeys(names.get(ours.replica, ours.replica[:6]) for ours, _ in parts)
    return Divergence(
        course,
        "",
        tuple(devices),
        sum(ours.count for ours, _ in parts),
        sum(theirs.count for _, theirs in parts),
    )


def _is_here(work: Workplace, course: str) -> bool:
    return get_course(work.database, course) is not None


def pack_courses(work: Workplace, device: str, scopes: Scopes | None = None) -> list[PackCourse]:
    """Return all courses, each with whether it is a laptop's own: what its next pack holds by default.

    Whoever asks for many laptops makes the `scopes` once: they take a walk through the whole journal.

    Those are the courses in whose teams it is, since it made them or was taken in: it may write about them.
    That somebody of its owner's name is assigned proposes a course, and no more: whoever may write about a
    person says how the person is called. Raises office.unknown_device.
    """
    found = _device_of(work, device)
    planned = courses_planned_for(work, found.name)
    own = _own(work, found, scopes or Scopes(work.database))
    return lines_of(work, own, courses_taught_by(work, found.name), planned)


@guarded
def export_pack(
    work: Workplace,
    device: str,
    folder: Path,
    *,
    courses: Collection[str] | None = None,
    everything: bool = False,
    progress: Progress = no_progress,
) -> SentBundle:
    """Write a pack for a laptop: courses with their people and logos, trust list, revocations, receipts.

    Without `courses` it carries the laptop's own ones; none if they are empty. It tells which courses are
    proposed and not in it. To a computer of the office that travels all goes that the office has and it has
    not confirmed yet, or `everything`. Raises office.unknown_device, office.revoked_device.
    """
    identity.office_keys(work)
    found = _device_of(work, device)
    if found.revoked_on:
        raise TrainerError("office.revoked_device", code=device)
    before, scopes = (work.journal.number, work.database.known_writes[1]), Scopes(work.database)
    lines_of_courses = pack_courses(work, found.code, scopes)
    if courses is None or found.role == "office":
        courses = [line.key for line in lines_of_courses if line.own]
    chosen = tuple(dict.fromkeys(courses))
    give_courses(work, [found], chosen, "sending.step.give")
    # What goes out can then be made anew here too, should this computer's database be lost.
    archiving.archive_own(work)
    if work.database.on_server or before != (work.journal.number, work.database.known_writes[1]):
        # What was given just now is new, or another program wrote meanwhile.
        scopes = Scopes(work.database)
    data, header, count = _written(work, found, scopes, chosen, everything, progress)
    sent = sending.save(work, folder, data, header, count, target=found.code, progress=progress)
    # Nor under another name is it proposed to its own writer, should the stick be the watched folder.
    incoming.remember(work, archiving.archive_name(data))
    _remember(work, found.code, chosen)
    left = (line.code for line in lines_of_courses if line.named and line.key not in chosen)
    return replace(sent, proposed=tuple(left))


def _written(
    work: Workplace, device: Device, scopes: Scopes, chosen: tuple[str, ...], whole: bool, progress: Progress
) -> tuple[bytes, Header, int]:
    """Return a pack's bytes, its header and how many entries are in it."""
    known = {} if whole else travelling.confirmed(work, device)
    lines = [line for _, line in _lines_for(work, scopes, device, chosen, known)]
    header = sending.make_header(work, "pack", 1, work.journal.number, chosen, device)
    # What others wrote elsewhere is no trainer's business, not even that they wrote.
    told = {decode_entry(line).r for line in lines} | {*_replicas_of(work, device.code)} | known.keys()
    header = structs.replace(header, seen={name: to for name, to in header.seen.items() if name in told})
    content = BundleContent(
        header,
        lines,
        blobs=_pictures(work, chosen, lines),
        trust=identity.signed_trust(work),
        revoked=make_revocations(work),
        receipts=sync_status.write_receipts(work, device.code, archiving.safe_imports(work)),
        held=_held(work, chosen),
        digests=write_digests(work, chosen, told, scopes),
        update=update_for(work, device.code),
    )
    targets = [device.receiving_key, trust_of_office(work).office.recovery]
    return write_bundle(content, identity.device_keys(work), targets, progress=progress), header, len(lines)


def holders(work: Workplace, courses: Collection[str]) -> list[str]:
    """Return the codes of the laptops that were ever given one of some courses, in their order."""
    given = work.store.setting(PACK_COURSES).items()
    return sorted(device for device, keys in given if not set(keys).isdisjoint(courses))


def _lines_for(
    work: Workplace, scopes: Scopes, device: Device, courses: tuple[str, ...], known: Mapping[str, int]
) -> list[tuple[int, bytes]]:
    if device.role == "office":
        return transfers.lines_for_others(work.database, proposals=True, known=known)
    lines = transfers.lines_for_others(work.database)
    return scopes.lines_about(lines, courses, _replicas_of(work, device.code), device.code)


def _pictures(work: Workplace, courses: tuple[str, ...], lines: list[bytes]) -> list[bytes]:
    """Return what certificates of the courses are printed with, as much as there is room for.

    These are the logos and designs of their projects, what was issued with before, and scanned signatures:
    those of other courses stay at the office.
    """
    # Here and not above: designs bring along what draws them, and joining an office needs none of it.
    from trainer_app.actions.certificates import templates

    found: dict[str, Content] = {}
    for project in _projects_of(work, courses):
        found |= {one.ref: one for one in templates.chosen(work, project).values() if one.here and one.key}
        logos = projects.logo_files(work, project).values()
        signatures = signatories.signature_files(work, project=project)
        found |= {one.sha256: one for one in (*logos, *signatures) if one.here}
    for course in courses:
        signatures = signatories.signature_files(work, course=course)
        found |= {one.sha256: one for one in signatures if one.here}
    found |= {one.ref: one for one in signatories.issued_with(work, courses)}
    chosen, _ = choose_fitting([*found.values()], members=MAX_BLOBS, room=outstanding.room_beside(lines))
    return [attachments.read_content(work, one.sha256) for one in chosen]


def _held(work: Workplace, courses: tuple[str, ...]) -> tuple[str, ...]:
    """Return which contents of these courses and their projects are safe here."""
    projects = _projects_of(work, courses)
    hashes = {
        one.sha256
        for one in attachments.list_attachments(work)
        if one.here and (one.course in courses or one.project in projects)
    }
    # Designs go to the office from every laptop, whichever course they were made for.
    return tuple(sorted(hashes | {design.ref for design in signatories.held(work)}))


def _projects_of(work: Workplace, courses: tuple[str, ...]) -> list[str]:
    found = (get_course(work.database, key) for key in courses)
    named = dict.fromkeys(course.project for course in found if course and course.project)
    # A course may name a project that has not come, or was never one.
    return [project for project in named if get_project(work.database, project) is not None]


def _device_of(work: Workplace, code: str) -> Device:
    found = trust_of_office(work).device(tidy_code(code))
    if found is None:
        raise TrainerError("office.unknown_device", code=code)
    return found


def _own(work: Workplace, device: Device, scopes: Scopes) -> set[str]:
    """Return the courses that a laptop made, or was given, here or by whoever is of their teams.

    A computer of the office that travels has them all.
    """
    author = device.key_id.hex()
    made = {course.key for course in list_courses(work.database) if is_made_by(course.key, author)}
    if device.role == "office":
        return {course.key for course in list_courses(work.database)}
    given = work.store.setting(PACK_COURSES).get(device.code, ())
    return made | {*given} | scopes.courses_of_team(device.code)


def lines_of(
    work: Workplace, own: set[str], named: set[str], planned: Collection[str] = ()
) -> list[PackCourse]:
    """Return all courses, each with whether it is a laptop's own, of its owner's name, and planned for it."""
    return [
        PackCourse(
            key=course.key,
            code=course.code,
            town=course.town,
            own=course.key in own,
            named=course.key in named - own,
            planned=course.key in named - own and course.key in planned and course.state not in FINISHED,
        )
        for course in list_courses(work.database)
    ]


def _replicas_of(work: Workplace, device: str) -> list[str]:
    return [replica for replica, code in identity.known_replicas(work).items() if code == device]


def _remember(work: Workplace, device: str, courses: Iterable[str]) -> None:
    given = work.store.setting(PACK_COURSES)
    given[device] = sorted({*given.get(device, ()), *courses})
    work.store.change_setting(PACK_COURSES, given)


_KEYS = "publisher_keys.txt"
_TRIAL = "# trial key"
"""How the file begins in what was built without a publisher's keys."""
_VERSION = regex(r"[0-9]{1,6}(\.[0-9]{1,6}){1,3}")


class UpdateOffer(Struct, frozen=True):
    """What an update would bring: its number, the day it was built (ISO), what is new; `now` runs here.

    `refused` is why it cannot be taken, None where it can.
    """

    number: str
    built: str
    news: Texts
    now: str
    refused: TrainerError | None = None

    @property
    def order(self) -> tuple[int, ...]:
        """What updates are ordered by: "0.10.0" comes after "0.9.1"."""
        return version_key(self.number)


def publisher_keys() -> list[bytes]:
    """Return the public keys whose updates this program takes; none in a program built without them."""
    path = resource(_KEYS)
    return read_public_keys(path.read_text("ascii")) if path.is_file() else []


def is_trial() -> bool:
    """Tell whether this program believes the trial key of the machine that built it: nobody's release."""
    path = resource(_KEYS)
    return path.is_file() and path.read_text("ascii").startswith(_TRIAL)


def read_update(path: Path) -> ProgramUpdate:
    """Read an update's file and check it whole.

    Raises import.unreadable, update.not_an_update, update.other_publisher, update.damaged,
    update.no_publisher, bundle.too_big, bundle.too_new.
    """
    return _checked(_update_bytes(path))


def _update_bytes(path: Path) -> bytes:
    try:
        if path.stat().st_size > program_update.MAX_SIZE:
            raise TrainerError("bundle.too_big")
        return path.read_bytes()
    except OSError as problem:
        raise TrainerError("import.unreadable", file=path.name) from problem


def _checked(data: bytes) -> ProgramUpdate:
    keys = publisher_keys()
    if not keys:
        raise TrainerError("update.no_publisher")
    return program_update.read_update(data, keys)


def look_at_update(path: Path) -> UpdateOffer:
    """Say what an update would bring, and whether it can be taken here. Raises as `read_update`."""
    manifest = read_update(path).manifest
    return UpdateOffer(
        manifest.number,
        manifest.built,
        manifest.news,
        VERSION,
        update_refusal(manifest, installed.installation()),
    )


@guarded
def hand_on(work: Workplace, path: Path) -> UpdateOffer:
    """At an office: let the packs from now on carry an update; return what it is.

    Raises as `read_update`, and update.not_newer for one that is older than what the packs carry.
    """
    # Read once: what is kept is what was checked, whatever becomes of the stick meanwhile.
    data = _update_bytes(path)
    update = _checked(data)
    carried = carried_update(work)
    if carried is not None and version_key(update.manifest.number) < version_key(carried.number):
        raise TrainerError("update.not_newer", number=update.manifest.number, now=carried.number)
    _keep(work, data)
    return look_at_update(work.folder.update)


@guarded
def stop_handing_on(work: Workplace) -> None:
    """Let packs carry no update any more."""
    remove_file(work.folder.update)


def carried_update(work: Workplace) -> UpdateOffer | None:
    """Return the update that lies here: of an office, what its packs carry; of a laptop, what a pack brought.

    None where there is none, or where it cannot be read any more.
    """
    try:
        return look_at_update(work.folder.update) if work.folder.update.is_file() else None
    except TrainerError:
        return None


def waiting_update(work: Workplace) -> UpdateOffer | None:
    """Return the update that lies here and can be taken."""
    found = carried_update(work)
    return found if found is not None and found.refused is None else None


def update_for(work: Workplace, device: str) -> bytes:
    """Return the update that a laptop's next pack carries; empty where it runs that version or newer."""
    found = carried_update(work)
    if found is None:
        return b""
    runs = work.store.setting(PROGRAM_VERSIONS).get(device, "")
    if runs and version_key(runs) >= version_key(found.number):
        return b""
    return work.folder.update.read_bytes()


def take_carried(work: Workplace, data: bytes) -> None:
    """On a laptop: keep the update that a pack brought, if it is the publisher's and newer than what runs.

    A pack brings the courses whatever its update is: what cannot be used is left, and changes nothing else.
    """
    if not data or work.role is Role.OFFICE:
        return
    try:
        number = _checked(data).manifest.number
    except TrainerError:
        return
    kept = carried_update(work)
    newest = max((VERSION, kept.number) if kept else (VERSION,), key=version_key)
    if version_key(number) > version_key(newest):
        _keep(work, data)


def note_program(work: Workplace, device: str, header: Header) -> None:
    """At an office: remember which version of the program a laptop's file was written by."""
    if work.role is not Role.OFFICE or not _VERSION.fullmatch(header.app):
        return
    known = work.store.setting(PROGRAM_VERSIONS)
    if known.get(device) != header.app:
        known[device] = header.app
        work.store.change_setting(PROGRAM_VERSIONS, known)


def forget_taken(work: Workplace) -> None:
    """On a laptop: let go of an update that runs by now."""
    found = carried_update(work) if work.role is not Role.OFFICE else None
    if found is not None and version_key(found.number) <= version_key(VERSION):
        remove_file(work.folder.update)


def _keep(work: Workplace, data: bytes) -> None:
    make_folder(work.folder.update.parent)
    write_atomically(work.folder.update, data)


def update_refusal(manifest: UpdateManifest, found: Installation | None) -> TrainerError | None:
    """Return why an update cannot be taken here; None where it can."""
    if found is None:
        return TrainerError("update.not_installed")
    newest = max(VERSION, installed.place_of(found).current or VERSION, key=version_key)
    if version_key(manifest.number) <= version_key(newest):
        return TrainerError("update.not_newer", number=manifest.number, now=newest)
    if manifest.needs_runtime != found.runtime_id:
        return TrainerError("update.other_runtime", number=manifest.number)
    return None
