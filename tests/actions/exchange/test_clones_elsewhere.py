"""A data folder put back or carried over is noticed on every system, where each keeps its files by itself.

Systems are pretended: their places are those that `platformdirs` names for them.
"""

import shutil
import sys
from contextlib import closing
from pathlib import Path

import platformdirs.windows
import pytest
from platformdirs.api import PlatformDirsABC
from platformdirs.macos import MacOS
from platformdirs.unix import Unix
from platformdirs.windows import Windows

from tests.kit.samples import PASSPHRASE
from tests.kit.world import Story, World
from trainer_app.actions.base import workplace
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.certificates import certificates
from trainer_app.actions.courses import courses
from trainer_app.actions.evaluations import scores
from trainer_app.domain.evaluations.forms import Occasion
from trainer_app.system import computer, folders
from trainer_app.system.clock import FixedClock
from trainer_app.system.files import Sidecar
from trainer_app.system.folders import DataFolder, default_root, state_root

SYSTEMS: dict[str, type[PlatformDirsABC]] = {"linux": Unix, "win32": Windows, "darwin": MacOS}


class Laptop:
    """One computer with one person's profile, where the program keeps its files in the usual places."""

    def __init__(self, home: Path, patch: pytest.MonkeyPatch, platform: str) -> None:
        self.home, self.machine = home, "first"
        home.mkdir()
        patch.setenv("HOME", str(home))
        patch.setattr(platformdirs.windows, "get_win_folder", lambda _name: str(home / "AppData" / "Local"))
        for name in ("TRAINER_DATA", "TRAINER_STATE", "XDG_DATA_HOME", "XDG_STATE_HOME"):
            patch.delenv(name, raising=False)
        patch.setattr(folders, "_PLATFORM", platform)
        patch.setattr(folders, "_PLACES", SYSTEMS[platform]("trainer-app", False))
        patch.setattr(computer, "machine_id", lambda: self.machine)
        self.folder = DataFolder(default_root())
        assert self.folder.root.is_relative_to(home)
        assert state_root().is_relative_to(home)

    def open(self, clock: FixedClock) -> Workplace:
        """Open the data folder of this computer's person."""
        return workplace.open_workplace(self.folder, PASSPHRASE, clock=clock)


@pytest.fixture(params=sorted(SYSTEMS))
def laptop(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Laptop:
    if sys.platform == "win32" and request.param != "win32":
        pytest.skip("Windows cannot pretend to be another system")
    return Laptop(tmp_path / "home", monkeypatch, request.param)


def let_all_pass(story: Story) -> None:
    """Give everybody the points for a certificate."""
    for enrolment in story.enrolments:
        scores.set_score(story.work, enrolment, Occasion.POST, 1500, 2000)


@pytest.fixture
def begun(laptop: Laptop, tmp_path: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch) -> Laptop:
    """Give a laptop whose course is over, opened here before."""
    with monkeypatch.context() as elsewhere:
        elsewhere.setenv("TRAINER_STATE", str(tmp_path / "state"))
        world = World(tmp_path).trainer().office().joined("K7").course(people=2).marked().do(let_all_pass)
        with world.open() as story:
            made = story.work.folder.root
    shutil.copytree(made, laptop.folder.root)
    laptop.open(clock).close()
    return laptop


def serials(work: Workplace) -> set[str]:
    """Issue what the course owes and return the numbers."""
    (line,) = courses.list_courses(work)
    return {one.serial for one in certificates.issue(work, line.course.key).certificates}


def test_state_lies_outside_of_the_data_wherever_the_system_keeps_them(laptop: Laptop) -> None:
    assert not laptop.folder.sidecar.is_relative_to(laptop.folder.root)
    inside = DataFolder(state_root().parent)
    assert not inside.sidecar.is_relative_to(inside.root), "also for a folder that holds all of the state"


def test_opening_again_on_the_same_laptop_changes_nothing(begun: Laptop, clock: FixedClock) -> None:
    with closing(begun.open(clock)) as work:
        replica = work.journal.replica
    with closing(begun.open(clock)) as again:
        assert not again.took_new_replica
        assert again.journal.replica == replica


def test_a_folder_put_back_from_a_copy_gives_no_number_twice(
    begun: Laptop, clock: FixedClock, tmp_path: Path
) -> None:
    shutil.copytree(begun.folder.root, tmp_path / "copy")
    given = []
    for _ in range(2):
        shutil.rmtree(begun.folder.root)
        shutil.copytree(tmp_path / "copy", begun.folder.root)
        with closing(begun.open(clock)) as work:
            given.append(serials(work))
    assert given[0]
    assert not given[0] & given[1]
    assert work.took_new_replica


def test_a_whole_profile_on_another_computer_gives_no_number_twice(
    begun: Laptop, clock: FixedClock, tmp_path: Path
) -> None:
    shutil.copytree(begun.home, tmp_path / "profile")
    with closing(begun.open(clock)) as work:
        assert not work.took_new_replica
        first = serials(work)
    shutil.rmtree(begun.home)
    shutil.copytree(tmp_path / "profile", begun.home)
    begun.machine = "second"
    with closing(begun.open(clock)) as work:
        assert work.took_new_replica
        second = serials(work)
    assert first
    assert not first & second
    with closing(begun.open(clock)) as work:
        assert not work.took_new_replica, "the second computer goes on as itself"


def test_what_an_earlier_program_kept_inside_of_the_data_proves_nothing_once(
    begun: Laptop, clock: FixedClock
) -> None:
    """Windows and macOS had it there; where it lay outside, it goes on to count."""
    with closing(begun.open(clock)) as work:
        replica, number = work.journal.replica, work.journal.number
    begun.folder.sidecar.unlink()
    former = begun.folder.former_sidecar
    former.parent.mkdir(parents=True, exist_ok=True)
    former.write_text(f"{replica} {number:016d}", encoding="ascii")
    inside = former.is_relative_to(begun.folder.root)
    with closing(begun.open(clock)) as work:
        assert work.took_new_replica is inside
    assert former.exists() is (former == begun.folder.sidecar)
    noted = Sidecar(begun.folder.sidecar).read()
    assert noted is not None
    assert noted.bound, "it names the computer from now on"
    begun.machine = "second"
    assert Sidecar(begun.folder.sidecar).read() is None


def test_the_earlier_note_of_a_folder_elsewhere_is_moved_and_counts(
    begun: Laptop, clock: FixedClock, tmp_path: Path
) -> None:
    begun.folder.root.rename(tmp_path / "elsewhere")
    begun.folder = DataFolder(tmp_path / "elsewhere")
    with closing(begun.open(clock)) as work:
        assert work.took_new_replica
    text = begun.folder.sidecar.read_text("ascii")
    begun.folder.sidecar.unlink()
    former = begun.folder.former_sidecar
    former.parent.mkdir(parents=True, exist_ok=True)
    former.write_text(" ".join(text.split()[:2]), encoding="ascii")
    with closing(begun.open(clock)) as work:
        assert not work.took_new_replica
    assert former.exists() is (former == begun.folder.sidecar)
