"""Installs the Debian package, uses it as somebody who is not root, removes it: here or on a bare Debian."""

import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import override

import driver
import picture_story
import screens
import update_story
import updates
from acceptance import PATIENCE, WITH_DRIVER, Failed, bare_environment, left_behind, self_test
from debian import NAME, OFFICE
from environment import Unprepared, install_debian, is_root_on_debian, say
from publisher import secret_key

from trainer_app.actions.today import demo

_RELEASE = "trixie"
_NOBODY = "65534"
# How packages are fetched: from where, and whom to believe.
_AS_HERE = (
    "etc/apt/sources.list",
    "etc/apt/sources.list.d",
    "etc/apt/apt.conf.d",
    "etc/resolv.conf",
    "etc/ssl/certs/ca-certificates.crt",
)
# To ask what a double click does; every desktop has them.
_DESKTOP = ("shared-mime-info", "libglib2.0-bin", "desktop-file-utils")
_TYPES = {
    ".tsync": "application/vnd.trainer-app.bundle",
    ".tbackup": "application/vnd.trainer-app.backup",
    ".tupdate": "application/vnd.trainer-app.update",
}


_AS_NOBODY = ("setpriv", f"--reuid={_NOBODY}", f"--regid={_NOBODY}", "--clear-groups")


class Machine:
    """A Debian: this one, or another below a folder."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.before = [] if root == Path("/") else ["/usr/sbin/chroot", str(root)]

    def call(self, *command: str, wrong: bool = False) -> str:
        """Run a command as root and return what it said. Raises `Failed`, but for `wrong`."""
        environment = {
            "PATH": "/usr/sbin:/usr/bin:/sbin:/bin",
            "DEBIAN_FRONTEND": "noninteractive",
            "LANG": "C.UTF-8",
        }
        done = subprocess.run(
            [*self.before, *command], env=environment, capture_output=True, text=True, check=False
        )
        if done.returncode and not wrong:
            raise Failed(f"{done.stdout}{done.stderr}This failed: {' '.join(command)}")
        return done.stdout

    def place(self, path: str) -> Path:
        """Return where a path of this Debian lies."""
        return self.root / path.lstrip("/")


@contextmanager
def machine(*, chroot: bool) -> Iterator[Machine]:
    """Give the Debian to try a package on. Raises `Unprepared`."""
    if not is_root_on_debian():
        raise Unprepared("A Debian package is tried by root on Debian: it is installed and removed again.")
    if not chroot:
        here = Machine(Path("/"))
        if here.place(f"/usr/lib/{NAME}").exists():
            raise Unprepared(f"{NAME} is installed on this machine. Try it with --chroot.")
        yield here
        return
    if shutil.which("debootstrap") is None:
        install_debian(["debootstrap"], "A bare Debian")
    with tempfile.TemporaryDirectory(prefix="trainer-debian-") as name:
        root = Path(name, "root")
        say("making a bare Debian")
        options = ["--variant=minbase", "--include=ca-certificates", _RELEASE, str(root)]
        done = subprocess.run(["debootstrap", *options], capture_output=True, text=True, check=False)
        if done.returncode:
            raise Unprepared(f"{done.stdout[-2000:]}{done.stderr}debootstrap failed.")
        _as_here(root)
        subprocess.run(["mount", "-t", "proc", "proc", str(root / "proc")], check=True)
        try:
            yield Machine(root)
        finally:
            subprocess.run(["umount", str(root / "proc")], check=True)


def _as_here(root: Path) -> None:
    """Let a bare Debian fetch its packages as this machine does."""
    for place in _AS_HERE:
        source, target = Path("/", place), root / place
        if source.is_dir():
            shutil.copytree(source, target, symlinks=True, dirs_exist_ok=True)
        elif source.is_file():
            # What lies there may be a link to a file of this machine.
            target.unlink(missing_ok=True)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, target)


def try_package(where: Machine, package: Path, office: Path, pictures: Path | None = None) -> None:
    """Install a package, use it, remove it; keep pictures of its use in a folder. Raises `Failed`.

    Then also the one for an `office` with a server, beside it.
    """
    person = where.place(f"/tmp/trainer-try-{os.getpid()}")
    person.mkdir(parents=True)
    try:
        there = person / package.name
        shutil.copyfile(package, there)
        inside = f"/{there.relative_to(where.root)}"
        where.call("apt-get", "update", "-q", wrong=True)
        where.call("apt-get", "install", "-y", "--no-install-recommends", *_DESKTOP)
        try:
            _install(where, inside)
            print("installed")
            _use(where, person)
            _serve(where, person, office)
            _update(StoryOnDebian(where, person), where, inside)
            if pictures:
                with screens.screen() as display, screens.photographer(display, pictures) as taker:
                    picture_story.tell(Seat(where, _home(person, "seat"), display), taker)
        finally:
            # One after the other: apt does nothing at all where one of several names means nothing to it.
            for each in (OFFICE, NAME):
                where.call("apt-get", "purge", "-y", each, wrong=True)
        left = [each for each in _places(where) if each.exists() or each.is_symlink()]
        if left:
            raise Failed(f"The package left behind: {', '.join(map(str, left))}")
        print("removed, and nothing of the program is left")
    finally:
        shutil.rmtree(person)


def _serve(where: Machine, person: Path, office: Path) -> None:
    """Install what an office needs on its own server; it is found, and goes again. Raises `Failed`."""
    shutil.copyfile(office, person / office.name)
    _install(where, f"/{(person / office.name).relative_to(where.root)}")
    home = _home(person, "serving")
    inside = Path("/", home.relative_to(where.root))
    variables = {**bare_environment(inside), "TMPDIR": str(inside)}
    self_test([*where.before, *_AS_NOBODY, "trainer-cli"], variables, where.root, WITH_DRIVER)
    where.call("apt-get", "purge", "-y", OFFICE)
    if where.place(f"/usr/lib/{NAME}/{driver.PLACE}").exists():
        raise Failed(f"Without {OFFICE} its files are still there.")
    print(f"{OFFICE} was installed, found and removed")


def _install(where: Machine, inside: str) -> None:
    where.call("apt-get", "install", "-y", "--no-install-recommends", inside)


def _update(story: update_story.Story, where: Machine, inside: str) -> None:
    """Work, take updates, go back, remove, install again. Raises `Failed` where the data are others."""
    story.must("demo")
    update_story.tell(story)
    before = story.digest()
    where.call("apt-get", "purge", "-y", NAME)
    _install(where, inside)
    if story.digest() != before:
        raise Failed("After updates, removing and installing again, the data are others.")
    print("updated, removed, installed again: the data are the same")


def _home(person: Path, name: str) -> Path:
    """Make a home folder of nobody's."""
    home = person / name
    home.mkdir()
    os.chown(home, int(_NOBODY), int(_NOBODY))
    return home


def updates_of(home: Path) -> Path:
    """Return where updates lie of somebody who may not write to the package."""
    return home / ".local" / "share" / f"{NAME}-program"


class StoryOnDebian(update_story.Story):
    """The package, used by somebody who may not write to its folder: updates lie with that person's files."""

    def __init__(self, where: Machine, person: Path) -> None:
        self._where = where
        home = _home(person, "updates")
        super().__init__(updates_of(home), person / "флешка")
        inside = self.spelled(home)
        self._environment = bare_environment(Path(inside)) | {
            "TMPDIR": inside,
            "TRAINER_PASSPHRASE": demo.PASSPHRASE,
        }

    @override
    def spelled(self, path: Path) -> str:
        return str(Path("/", path.relative_to(self._where.root)))

    @override
    def run(self, words: Sequence[str]) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [*self._where.before, *_AS_NOBODY, "trainer-cli", *words],
            env=self._environment,
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
        )

    @override
    def window(self) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            [*self._where.before, *_AS_NOBODY, "trainer-app"],
            env=self._environment,
            stderr=subprocess.DEVNULL,
        )

    @override
    def kill(self, running: subprocess.Popen[bytes]) -> None:
        running.kill()
        running.wait()


def _use(where: Machine, person: Path) -> None:
    """Run the self-test as nobody, and ask the desktop what it would do."""
    home = _home(person, "home")
    inside = Path("/", home.relative_to(where.root))
    variables = {**bare_environment(inside), "TMPDIR": str(inside)}
    self_test([*where.before, *_AS_NOBODY, "trainer-cli"], variables, where.root)
    left = left_behind(home)
    if left:
        raise Failed(f"The self-test left files behind: {left}")
    where.call("desktop-file-validate", f"/usr/share/applications/{NAME}.desktop")
    for ending, kind in _TYPES.items():
        file = person / f"Файли Ҷамшед{ending}"
        file.write_bytes(b"x")
        told = where.call("gio", "info", "-a", "standard::content-type", f"/{file.relative_to(where.root)}")
        opened = where.call("gio", "mime", kind)
        if kind not in told or f"{NAME}.desktop" not in opened:
            raise Failed(f"{ending} is not opened by the program:\n{told}{opened}")
    print("the menu's entry is valid, and all kinds of files are opened by the program")


class Seat:
    """A desktop on such a machine, at which somebody sits who is not root; `home` is that person's."""

    def __init__(self, where: Machine, home: Path, display: str) -> None:
        self.where, self.home = where, home
        self.place = updates_of(home)
        inside = self._inside(home)
        self.variables = bare_environment(inside) | {"TMPDIR": str(inside), "DISPLAY": display}
        self.variables["QT_QPA_PLATFORM"] = "xcb"
        self.stick = home
        self.running: list[subprocess.Popen[bytes]] = []

    def _inside(self, path: Path) -> Path:
        return Path("/", path.relative_to(self.where.root))

    def _command(self, *words: str) -> list[str]:
        return [*self.where.before, *_AS_NOBODY, *words]

    def start(self) -> None:
        """Start the program in Tajik and leave it running."""
        command = self._command("trainer-app", "--lang", "tg")
        self.running.append(subprocess.Popen(command, env=self.variables, stderr=subprocess.DEVNULL))

    def close(self) -> None:
        """Close it."""
        while self.running:
            running = self.running.pop()
            running.terminate()
            running.wait(PATIENCE)

    def fill(self) -> None:
        """Put the sample data of a trainer in its place, and the office's file and an update on a stick."""
        made = self.home / "sample"
        options = ["--json", "demo", "--office", "--trainers", "1", "--exchange"]
        told = {**self.variables, "TRAINER_DATA": str(self._inside(made))}
        done = subprocess.run(
            self._command("trainer-cli", *options), env=told, capture_output=True, text=True, check=False
        )
        if done.returncode:
            raise Failed(f"No sample data could be made:\n{done.stdout}{done.stderr}")
        said = json.loads(done.stdout)
        self.variables["TRAINER_DATA"] = said["folders"]["trainers"][0]
        self.variables["TRAINER_PASSPHRASE"] = said["passphrase"]
        self.stick = picture_story.on_stick(self.home, made / "stick")
        updates.build(self.stick, secret_key(None), picture_story.NEWER)

    def open(self, name: str) -> None:
        """Do what a double click on a file of the stick does."""
        command = self._command("gio", "open", str(self._inside(self.stick / name)))
        done = subprocess.run(command, env=self.variables, capture_output=True, text=True, check=False)
        if done.returncode:
            raise Failed(f"{name} was not opened:\n{done.stdout}{done.stderr}")


def _places(where: Machine) -> list[Path]:
    names = (f"lib/{NAME}", "bin/trainer-app", "bin/trainer-cli", f"share/applications/{NAME}.desktop")
    return [where.place(f"/usr/{name}") for name in names]
