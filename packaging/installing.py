"""Installs the Debian package, uses it as somebody who is not root, removes it: here or on a bare Debian."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from acceptance import Failed, bare_environment, self_test
from debian import NAME
from environment import Unprepared, install_debian, is_root_on_debian, say

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


def try_package(where: Machine, package: Path) -> None:
    """Install a package, use it, remove it. Raises `Failed`."""
    person = where.place(f"/tmp/trainer-try-{os.getpid()}")
    person.mkdir(parents=True)
    try:
        there = person / package.name
        shutil.copyfile(package, there)
        inside = f"/{there.relative_to(where.root)}"
        where.call("apt-get", "update", "-q", wrong=True)
        where.call("apt-get", "install", "-y", "--no-install-recommends", *_DESKTOP)
        try:
            where.call("apt-get", "install", "-y", "--no-install-recommends", inside)
            print("installed")
            _use(where, person)
        finally:
            where.call("apt-get", "purge", "-y", NAME, wrong=True)
        left = [each for each in _places(where) if each.exists() or each.is_symlink()]
        if left:
            raise Failed(f"The package left behind: {', '.join(map(str, left))}")
        print("removed, and nothing of the program is left")
    finally:
        shutil.rmtree(person)


def _use(where: Machine, person: Path) -> None:
    """Run the self-test as nobody, and ask the desktop what it would do."""
    home = person / "home"
    home.mkdir()
    os.chown(home, int(_NOBODY), int(_NOBODY))
    inside = Path("/", home.relative_to(where.root))
    variables = {**bare_environment(inside), "TMPDIR": str(inside)}
    as_nobody = ["setpriv", f"--reuid={_NOBODY}", f"--regid={_NOBODY}", "--clear-groups"]
    self_test([*where.before, *as_nobody, "trainer-cli"], variables, where.root)
    left = [path.name for path in home.rglob("*") if path.is_file()]
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


def _places(where: Machine) -> list[Path]:
    names = (f"lib/{NAME}", "bin/trainer-app", "bin/trainer-cli", f"share/applications/{NAME}.desktop")
    return [where.place(f"/usr/{name}") for name in names]
