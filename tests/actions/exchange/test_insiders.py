"""One enrolled laptop against the others: what it may not say changes nothing, and waits in Review.

K4 is a trainer's laptop without scruples. It writes whatever the format allows, signed with its own key.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec
import pytest

from tests.actions.refusing import refused
from tests.kit.world import Story, set_up
from tests.kit.writing import Room, enrol, mark_until_noon
from trainer_app.actions.attendance import attendance
from trainer_app.actions.base import identity, sync_status
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.certificates import certificates
from trainer_app.actions.courses import courses
from trainer_app.actions.exchange import dropping, importing, incoming, packs, requests, sending, trust
from trainer_app.actions.office import erasing, office
from trainer_app.actions.people import people
from trainer_app.actions.review import proposals, review
from trainer_app.bundle import sealing
from trainer_app.bundle.credential import issue_credential
from trainer_app.bundle.layout import BundleContent
from trainer_app.bundle.packing import Archive, write_bundle
from trainer_app.domain.attendance.marks import Mark
from trainer_app.domain.base.journal import Entry, derive_key, encode_entry, erase_line, made_key
from trainer_app.domain.base.structs import replace
from trainer_app.domain.certificates.certificates import CertificateState
from trainer_app.domain.certificates.serials import make_serial
from trainer_app.domain.exchange.laptops import OfficeRequestKind
from trainer_app.domain.exchange.sending import FileOutcome
from trainer_app.domain.review.contradictions import ReviewItem, ReviewKind
from trainer_app.store.exchange import transfers
from trainer_app.store.people import people as stored_people
from trainer_app.system.clock import FixedClock


@dataclass
class Insider:
    """K4: what it writes goes to the office in a file that it signs itself."""

    work: Workplace
    bureau: Workplace
    stick: Path

    @property
    def replica(self) -> str:
        return self.work.journal.replica

    def line(self, entity: str, key: str, fields: dict[str, Any], **more: Any) -> bytes:
        """Return an entry of K4's own, whatever it says."""
        number = more.pop("n", self.work.journal.number + 100)
        values = {"r": self.replica, "t": (self.work.clock.millis(), 0), "u": "nobody"}
        return encode_entry(Entry(**{**values, **more}, n=number, e=entity, k=key, s=fields))

    def file(self, lines: list[bytes], **header: Any) -> Path:
        """Return a file of K4's with these lines, signed rightly."""
        made = msgspec.structs.replace(sending.make_header(self.work, "sync", 1, 1), **header)
        trust = identity.trust_list(self.work)
        assert trust is not None
        keys = [trust.office.recipient, trust.office.recovery]
        data = write_bundle(BundleContent(made, lines), identity.device_keys(self.work), keys)
        path = self.stick / f"insider-{made.bundle}.tsync"
        path.write_bytes(data)
        return path

    def send(self, *lines: bytes, **header: Any) -> FileOutcome:
        """Let the office take such a file in."""
        (found,) = importing.import_files(self.bureau, [self.file([*lines], **header)]).files
        self.told = found.code
        return found.result

    def say(self, entity: str, key: str, fields: dict[str, Any], **more: Any) -> None:
        """Send one entry, which the office takes in."""
        assert self.send(self.line(entity, key, fields, **more)) is FileOutcome.IMPORTED


@dataclass
class Scene:
    """An office, K7 with a course of its own that the office knows, and K4 without any."""

    bureau: Workplace
    honest: Workplace
    insider: Insider
    room: Room
    stick: Path
    clock: FixedClock

    def shown(self) -> str:
        """Return the digest of all that the office shows."""
        return sync_status.digest(self.bureau)

    def waiting(self) -> list[ReviewItem]:
        """Return what the office has to decide."""
        return [item for item in review.list_items(self.bureau) if item.kind is ReviewKind.PROPOSAL]

    def heads(self, entity: str, key: str, field: str) -> list[str]:
        """Return the ids of what stands in a field at the office."""
        state = self.bureau.journal.projector.load([(entity, key)])[entity, key]
        return state.head_ids(field)


def meet(story: Story) -> None:
    """Let K4 join, and the office learn of the course of K7."""
    joined, bureau = story.works["trainer"], story.works["office"]
    assert story.room is not None
    mark_until_noon(joined, story.room)
    enrol(bureau, set_up(story, "k4", "K. Rahimov"), "K4", story.stick)
    importing.import_files(bureau, [sending.export(joined, story.stick).file])


@pytest.fixture
def begins(request: pytest.FixtureRequest) -> Sequence[Callable[[Story], None]]:
    return (meet,) if "scene" in request.fixturenames else ()


@pytest.fixture
def scene(story: Story, joined: Workplace, bureau: Workplace, room: Room) -> Scene:
    insider = Insider(story.works["k4"], bureau, story.stick)
    return Scene(bureau, joined, insider, room, story.stick, story.clock)


def changes_nothing(scene: Scene, entity: str, key: str, fields: dict[str, Any], **more: Any) -> ReviewItem:
    """Let K4 say something; the office shows what it did, and one thing more waits there."""
    before, waited = scene.shown(), len(scene.waiting())
    scene.insider.say(entity, key, fields, **more)
    assert scene.shown() == before
    found = scene.waiting()
    assert len(found) == waited + 1
    assert found[-1].sides[1].device == "K4"
    assert review.count(scene.bureau) >= len(found)
    assert sync_status.check(scene.bureau).ok
    return found[-1]


# C1: authorship


def test_a_header_moves_nobody_s_replica(scene: Scene) -> None:
    """C1 a: K4 names K7's replica id in the header of its file."""
    assert scene.insider.send(replica=scene.honest.journal.replica) is FileOutcome.REFUSED
    assert scene.insider.told == "bundle.foreign_author"
    own = [line.key for line in packs.pack_courses(scene.bureau, "K4") if line.own]
    assert own == []


@pytest.mark.parametrize("who", ["", "honest"], ids=["own header", "K7's header"])
def test_silent_lines_of_others_are_refused(scene: Scene, who: str) -> None:
    """C1 b: K4 sends the silent form of K7's lines before K7's own file comes."""
    known = scene.honest.journal.number
    attendance.mark(scene.honest, scene.room.enrolments[1], scene.room.sessions[8], Mark.ABSENT)
    lines = transfers.lines_of(scene.honest.database, scene.honest.journal.replica, known)
    header = {"replica": scene.honest.journal.replica} if who else {}
    assert scene.insider.send(*(erase_line(line) for _, line in lines), **header) is FileOutcome.REFUSED
    assert scene.insider.told == "bundle.foreign_author"
    importing.import_files(scene.bureau, [sending.export(scene.honest, scene.stick).file])
    grid = attendance.grid(scene.bureau, scene.room.course)
    assert grid == attendance.grid(scene.honest, scene.room.course)
    cell = grid.rows[1].cells[8]
    assert cell is not None
    assert cell.mark is Mark.ABSENT
    importing.import_files(scene.honest, [packs.export_pack(scene.bureau, "K7", scene.stick).file])
    assert attendance.grid(scene.honest, scene.room.course) == grid, "K7 keeps it too"


def test_a_silent_line_of_its_own_is_parked_and_the_full_one_wins(scene: Scene) -> None:
    """C1 b: the place of an entry is not taken by its silent form, which no office made."""
    course = made_key(identity.device_keys(scene.insider.work).key_id.hex())
    full = scene.insider.line("course", course, {"code": "NEW"})
    assert scene.insider.send(erase_line(full)) is FileOutcome.IMPORTED
    importing.import_files(scene.honest, [packs.export_pack(scene.bureau, "K7", scene.stick).file])
    assert not any(line == erase_line(full) for _, line in transfers.all_lines(scene.honest.database))
    assert scene.insider.send(full) is FileOutcome.IMPORTED
    assert any(line == full for _, line in transfers.all_lines(scene.bureau.database))


@pytest.mark.parametrize("who", ["honest", "bureau"])
def test_nobody_writes_under_the_id_of_another(scene: Scene, who: str) -> None:
    """C1 c, d: K4 writes under the office's id, or K7's, with the next number."""
    journal = getattr(scene, who).journal
    line = scene.insider.line(
        "course", scene.room.course, {"town": "X"}, r=journal.replica, n=journal.number + 1
    )
    before = scene.shown()
    assert scene.insider.send(line) is FileOutcome.REFUSED
    assert scene.insider.told == "bundle.foreign_author"
    assert scene.shown() == before
    again = sending.export(scene.honest, scene.stick).file
    assert importing.import_files(scene.bureau, [again]).files[0].code == "", "no clone is told"


@pytest.mark.parametrize("who", ["honest", "bureau"])
def test_the_list_of_imports_names_who_signed(scene: Scene, who: str) -> None:
    """C1 e: whatever replica K4's header names, what K4 signed is K4's and what K7 signed is K7's."""
    before = [one.device for one in importing.imports(scene.bureau)]
    course = made_key(identity.device_keys(scene.insider.work).key_id.hex())
    line = scene.insider.line("course", course, {"code": "OWN4"})
    assert scene.insider.send(line, replica=getattr(scene, who).journal.replica) is FileOutcome.REFUSED
    scene.insider.say("course", course, {"code": "OWN4"})
    attendance.mark(scene.honest, scene.room.enrolments[1], scene.room.sessions[8], Mark.ABSENT)
    importing.import_files(scene.bureau, [sending.export(scene.honest, scene.stick).file])
    assert [one.device for one in importing.imports(scene.bureau)] == ["K7", "K4", *before]


def test_a_pack_tells_nobody_else_s_receipts_and_ids(scene: Scene) -> None:
    """C1: replica ids, codes and counts of others are in no pack unless its courses need them."""
    pack = packs.export_pack(scene.bureau, "K4", scene.stick)
    work, replica = scene.insider.work, scene.honest.journal.replica
    archive = Archive(sealing.unseal(pack.file.read_bytes(), [identity.device_keys(work).identity]))
    assert [name for name in archive.names if replica.encode() in archive.read(name)] == []
    importing.import_files(work, [pack.file])
    assert replica not in identity.known_replicas(work)


# C2: authority


def test_a_mark_in_a_foreign_course_waits(scene: Scene) -> None:
    """C2: with the heads named, so that it would have replaced them without a word."""
    key = derive_key("attendance", scene.room.enrolments[0], scene.room.sessions[0])
    heads = scene.heads("attendance", key, "mark")
    fields = {"enrolment": scene.room.enrolments[0], "session": scene.room.sessions[0], "mark": "absent"}
    item = changes_nothing(scene, "attendance", key, fields, w={"mark": heads})
    assert [side.values["mark"] for side in item.sides] == ["present", "absent"]


def test_a_foreign_course_its_people_and_its_sessions_are_not_changed(scene: Scene) -> None:
    """C2."""
    table = attendance.grid(scene.bureau, scene.room.course)
    changes_nothing(scene, "course", scene.room.course, {"town": "Elsewhere"})
    changes_nothing(scene, "session", scene.room.sessions[0], {"_deleted": True})
    changes_nothing(scene, "person", table.rows[0].person, {"family": "Другой"})
    changes_nothing(scene, "enrolment", scene.room.enrolments[0], {"state": "withdrawn"})


def test_a_row_is_not_moved_to_where_its_author_may_write(scene: Scene) -> None:
    """C2: K4 says that K7's session, enrolment or mark belongs to a course of its own."""
    own = identity.device_keys(scene.insider.work).key_id.hex()
    mine = made_key(own)
    scene.insider.say("course", mine, {"code": "OWN4"})
    changes_nothing(scene, "session", scene.room.sessions[0], {"course": mine, "room": "X"}, n=200)
    person = attendance.grid(scene.bureau, scene.room.course).rows[0].person
    forged = {"course": mine, "person": person, "state": "withdrawn"}
    changes_nothing(scene, "enrolment", scene.room.enrolments[0], forged, n=201)


def test_the_office_s_own_rules_are_the_office_s(scene: Scene) -> None:
    """C2: retention, so that everything would be due for erasing, here and on every laptop."""
    rules = dropping.retention_rules(scene.bureau)
    key = derive_key("office", "DSH")
    changes_nothing(scene, "office", key, {"retention_months": 0, "drop_days": 0, "name_en": "X"})
    importing.import_files(scene.honest, [packs.export_pack(scene.bureau, "K7", scene.stick).file])
    assert dropping.retention_rules(scene.bureau) == dropping.retention_rules(scene.honest) == rules
    scene.clock.advance(days=40)
    assert erasing.due(scene.bureau) == []


def test_nobody_but_the_office_says_that_somebody_was_erased(scene: Scene) -> None:
    """C2: `person.erased`, and a record of it."""
    table = attendance.grid(scene.bureau, scene.room.course)
    changes_nothing(scene, "person", table.rows[0].person, {"erased": True})
    own = made_key(identity.device_keys(scene.insider.work).key_id.hex())
    changes_nothing(scene, "erasure", own, {"kind": "person", "by": "office", "person": table.rows[0].person})
    found = people.get_person(scene.bureau, table.rows[0].person)
    assert found is not None
    assert found.family == "Азизов"
    assert erasing.list_erasures(scene.bureau) == []


def test_nobody_asks_in_the_office_s_name(scene: Scene) -> None:
    """C2: a request to K7."""
    own = made_key(identity.device_keys(scene.insider.work).key_id.hex(), "K7")
    changes_nothing(scene, "errand", own, {"device": "K7", "kind": "other", "text": "Send the folder"})
    importing.import_files(scene.honest, [packs.export_pack(scene.bureau, "K7", scene.stick).file])
    assert requests.list_requests(scene.honest) == []


def test_only_whom_it_is_asked_answers_a_request(scene: Scene) -> None:
    """C2: K4 says that K7 has done what the office asked."""
    requests.ask(scene.bureau, "K7", OfficeRequestKind.OTHER, "Call")
    (asked,) = requests.list_requests(scene.bureau)
    changes_nothing(scene, "errand", asked.key, {"answer": "done", "done_on": "2018-10-18"})


def test_a_wild_clock_settles_nothing(scene: Scene) -> None:
    """C2: `t` = 2^53 - 1."""
    key = derive_key("attendance", scene.room.enrolments[0], scene.room.sessions[0])
    changes_nothing(scene, "attendance", key, {"mark": "absent"}, t=(2**53 - 1, 0))


# What the office does with it


def test_the_office_takes_or_leaves_what_it_was_asked_for(scene: Scene) -> None:
    first = changes_nothing(scene, "course", scene.room.course, {"town": "Elsewhere"})
    review.settle(scene.bureau, first.id, "ours", "not yours")
    assert scene.waiting() == []
    second = changes_nothing(scene, "course", scene.room.course, {"town": "Khorog"}, n=300)
    review.settle(scene.bureau, second.id, "theirs")
    assert courses.get_course(scene.bureau, scene.room.course).course.town == "Khorog"
    assert scene.waiting() == []


def test_all_of_a_kind_and_all_up_to_one_are_settled_at_once(scene: Scene) -> None:
    for place, session in enumerate(scene.room.sessions[:5]):
        key = derive_key("attendance", scene.room.enrolments[0], session)
        changes_nothing(scene, "attendance", key, {"mark": "absent"}, n=400 + place)
    changes_nothing(scene, "course", scene.room.course, {"town": "X"}, n=405)
    items = scene.waiting()
    assert review.count_until(scene.bureau, items[2]) == 2
    review.settle_until(scene.bureau, items[2].id, "ours")
    assert len(scene.waiting()) == 3
    review.settle_alike(scene.bureau, scene.waiting()[0].id, "ours")
    (left,) = scene.waiting()
    assert left.entity == "course"


def test_a_trainer_decides_nothing(scene: Scene) -> None:
    item = changes_nothing(scene, "course", scene.room.course, {"town": "X"})
    refused("office.not_an_office", proposals.settle, scene.honest, item.id, taken=True)


# Certificates


def issued(scene: Scene) -> Any:
    """Return a certificate of K7's that the office knows."""
    for key in scene.room.sessions:
        attendance.mark_rest(scene.honest, key)
    certificates.issue(scene.honest, scene.room.course)
    importing.import_files(scene.bureau, [sending.export(scene.honest, scene.stick).file])
    return certificates.register(scene.bureau)[0]


def test_the_facts_of_a_foreign_certificate_stay(scene: Scene) -> None:
    """C2: dated 1970, and as a decision over the true head and one that does not exist."""
    found = issued(scene)
    facts = msgspec.json.encode(found.facts).decode().replace(found.facts.name, "Другой Человек")
    changes_nothing(scene, "certificate", found.key, {"facts": facts}, t=(0, 0))
    heads = scene.heads("certificate", found.key, "facts")
    fields = {"facts": facts}
    changes_nothing(scene, "certificate", found.key, fields, w={"facts": [*heads, "0" * 32]}, n=500)
    assert certificates.register(scene.bureau)[0].facts == found.facts


def test_nobody_voids_a_foreign_certificate(scene: Scene) -> None:
    """C2: `void` travels to the public check page."""
    found = issued(scene)
    item = changes_nothing(scene, "certificate", found.key, {"void": True, "reason": "x"})
    assert certificates.register(scene.bureau)[0].state is CertificateState.ISSUED
    assert trust.make_revocations(scene.bureau).certificates == ()
    review.settle(scene.bureau, item.id, "theirs")
    assert certificates.register(scene.bureau)[0].state is CertificateState.VOID


def test_a_certificate_in_a_foreign_course_or_under_a_foreign_number_waits(scene: Scene) -> None:
    """H8: K4 issues for K7's participant, with K7's number or with its own."""
    found = issued(scene)
    own = identity.device_keys(scene.insider.work)
    enrolment = scene.room.enrolments[1]
    for place, serial in enumerate((found.serial, make_serial("DSH", 2018, "K4", 1))):
        facts = replace(found.facts, serial=serial)
        credential = issue_credential(facts, own, "DSH")
        fields = {
            "enrolment": enrolment,
            "kind": "completion",
            "serial": serial,
            "language": "tg",
            "facts": msgspec.json.encode(facts).decode(),
            "credential": credential,
            "issued_on": "2018-10-18",
        }
        key = made_key(own.key_id.hex(), enrolment)
        changes_nothing(scene, "certificate", key, fields, n=600 + place)


# Erasing


def test_what_was_only_asked_for_is_erased_with_the_person(scene: Scene) -> None:
    person = attendance.grid(scene.bureau, scene.room.course).rows[0].person
    changes_nothing(scene, "person", person, {"family": "Потаённый"})
    erasing.erase_person(scene.bureau, person, "asked for it")
    lines = b"".join(line for _, line in transfers.all_lines(scene.bureau.database))
    assert "Потаённый".encode() not in lines
    assert sync_status.check(scene.bureau).ok


def test_an_insider_gets_no_course_by_writing_about_it(scene: Scene) -> None:
    """C1 a: what K4 asks for in K7's course makes that none of its own."""
    changes_nothing(scene, "course", scene.room.course, {"town": "X"})
    assert not any(line.own for line in packs.pack_courses(scene.bureau, "K4"))
    pack = packs.export_pack(scene.bureau, "K4", scene.stick)
    importing.import_files(scene.insider.work, [pack.file])
    assert stored_people.list_people(scene.insider.work.database) == []


# A stolen laptop


def test_a_stolen_laptop_s_tail_is_looked_at_and_left(scene: Scene) -> None:
    first = sending.export(scene.honest, scene.stick).file
    importing.import_files(scene.bureau, [first])
    before = scene.shown()
    table = attendance.grid(scene.honest, scene.room.course)
    office.revoke(scene.bureau, "K7")
    assert scene.shown() == before, "what came until then counts"
    attendance.mark(scene.honest, table.rows[0].enrolment, scene.room.sessions[0], Mark.ABSENT)
    late = sending.export(scene.honest, scene.stick).file
    (found,) = importing.import_files(scene.bureau, [late]).files
    assert found.result is FileOutcome.QUARANTINED
    (found,) = importing.retry_quarantined(scene.bureau).files
    assert found.result is FileOutcome.QUARANTINED, "nobody chose to look at it"
    (waiting,) = incoming.list_set_aside(scene.bureau)
    (found,) = importing.retry_quarantined(scene.bureau, [waiting.path]).files
    assert found.result is FileOutcome.IMPORTED
    assert scene.shown() == before
    (item,) = scene.waiting()
    assert item.sides[1].values["mark"] == "absent"
    review.settle_until(scene.bureau, item.id, "ours", "stolen on the 17th")
    assert scene.waiting() == []
    assert sync_status.check(scene.bureau).ok


def test_what_it_wrote_before_it_was_revoked_can_be_left_too(scene: Scene) -> None:
    early = office.files_of(scene.bureau, "K7")[-1]
    before = scene.shown()
    table = attendance.grid(scene.honest, scene.room.course)
    attendance.mark(scene.honest, table.rows[0].enrolment, scene.room.sessions[0], Mark.ABSENT)
    importing.import_files(scene.bureau, [sending.export(scene.honest, scene.stick).file])
    after = scene.shown()
    assert after != before
    office.revoke(scene.bureau, "K7")
    office.trust_until(scene.bureau, "K7", early.number)
    assert scene.shown() == before
    assert len(scene.waiting()) == 1
    office.trust_until(scene.bureau, "K7")
    assert scene.shown() == after
    assert scene.waiting() == []
    office.trust_until(scene.bureau, "K7", 0)
    assert refused("course.unknown", attendance.grid, scene.bureau, scene.room.course)
    assert refused("import.unknown", office.trust_until, scene.bureau, "K7", 999)
    assert refused("office.unknown_device", office.trust_until, scene.bureau, "K4")
    assert sync_status.check(scene.bureau).ok
