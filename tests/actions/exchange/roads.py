"""An office of two heads, the computer that the first one takes along, and the files between the two."""

from pathlib import Path

from tests.kit import writing
from tests.kit.desks import GIVEN, REASON, SECOND_HEAD, be
from tests.kit.samples import CHEAP, PASSPHRASE
from tests.kit.world import Story, computer, set_up
from tests.kit.writing import Room
from trainer_app.actions.attendance import attendance
from trainer_app.actions.base import sync_status, users
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.certificates import certificates
from trainer_app.actions.exchange import importing, packs, sending, travelling
from trainer_app.actions.office import approval
from trainer_app.actions.review import joint_decisions
from trainer_app.domain.base.joint import JointMatter
from trainer_app.domain.base.rights import UserRole
from trainer_app.domain.exchange.sending import FileOutcome

FIRST, SECOND = PASSPHRASE, SECOND_HEAD
THIRD = "ҳафт калимаи дигар барои корманди мо"
READER = "совсем другие пять слов для входа"


def hire(story: Story) -> None:
    """Let a second head, a data officer and a reader come; the first head is here."""
    bureau = story.works["office"]
    users.add(bureau, "З. Каримова", "Зарина", UserRole.HEAD, GIVEN, FIRST, cost=CHEAP)
    users.add(bureau, "Б. Раҳимов", "Баҳром", UserRole.OFFICER, THIRD, cost=CHEAP)
    users.add(bureau, "Ф. Саидзода", "Фаррух", UserRole.READER, READER, cost=CHEAP)
    users.change_passphrase(be(bureau, GIVEN), GIVEN, SECOND, cost=CHEAP)
    be(bureau, FIRST)


def take_along(story: Story) -> None:
    """Let the first head take a computer along, once the office has the course of K7."""
    desk = story.works["office"]
    bring(story.works["trainer"], desk, story.stick)
    writing.enrol(desk, set_up(story, "road", "M. S."), "K5", story.stick, whose=travelling.OWN)


def enrolled(
    desk: Workplace, folder: Path, stick: Path, code: str = "K5", whose: str = travelling.OWN
) -> Workplace:
    """Return a computer of the office that has just taken in its first file."""
    new = computer(folder, "M. S.", clock=desk.clock)
    writing.enrol(desk, new, code, stick, whose=whose)
    return new


def together(desk: Workplace, matter: JointMatter, *subjects: str) -> None:
    """Let the first head ask for it, and the second one confirm it; the first one is here afterwards."""
    asked = joint_decisions.decide(be(desk, FIRST), matter, subjects, REASON)
    joint_decisions.confirm(be(desk, SECOND), asked.key or "")
    be(desk, FIRST)


def bring(laptop: Workplace, desk: Workplace, stick: Path) -> None:
    """Take a laptop's file in at the office."""
    done = importing.import_files(desk, [sending.export(laptop, stick).file]).files[0]
    assert done.result is FileOutcome.IMPORTED, done


def take(desk: Workplace, laptop: Workplace, stick: Path) -> None:
    """Take a file of the office in on the road."""
    done = importing.import_files(laptop, [packs.export_pack(desk, laptop.device_code, stick).file]).files[0]
    assert done.result in (FileOutcome.IMPORTED, FileOutcome.DUPLICATE), done


def same(one: Workplace, other: Workplace) -> bool:
    return sync_status.digest(one) == sync_status.digest(other) and sync_status.check(one).ok


def over(desk: Workplace, road: Workplace, room: Room, stick: Path) -> None:
    """Let the course be over, and approved on the road."""
    desk.clock.advance(days=10)
    for session in room.sessions:
        attendance.mark_rest(road, session)
    certificates.issue(road, room.course)
    for act in (approval.close, approval.approve):
        act(road, room.course, REASON)
        bring(road, desk, stick)
