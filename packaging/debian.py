"""Builds the packages for Debian 13 and Ubuntu 24.04 or newer: the tree for Linux below /usr/lib/trainer-app.

What an office on its own server needs is a second one: its files lie in that tree once they are installed.
`dpkg-deb` alone makes it; nothing runs on the person's machine when it is installed but Debian's own triggers
(menus, file types, icons, pages of the manual).
"""

import gzip
import hashlib
import os
import re
import shutil
import subprocess
import tempfile
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path

import artwork
import driver
import layers
import linux
from environment import QT, ROOT, SCREEN, Unprepared, install_debian, say

NAME, OFFICE = "trainer-app", "trainer-app-office"
_PARTS = ROOT / "packaging" / "linux"
_LIBC = "libc6 (>= 2.38)"
_NEEDED = f"{_LIBC}, libstdc++6, libgcc-s1, libexpat1, libffi8, zlib1g"


def build(out: Path, *, quick: bool = False) -> list[Path]:
    """Build both packages and return them; `quick` packs them larger, in a tenth of the time."""
    if shutil.which("dpkg-deb") is None:
        raise Unprepared("A Debian package is built where dpkg-deb is: on Debian or Ubuntu.")
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=out) as name:
        packing = ["-Zgzip", "-z1"] if quick else ["-Zxz", "-z9"]
        return [_build_program(Path(name, "root"), out, packing), _build_office(Path(name), out, packing)]


def _build_program(root: Path, out: Path, packing: list[str]) -> Path:
    tree = linux.build(root / "usr" / "lib" / NAME, stripped=True)
    lay_documents(root, tree, NAME)
    lay_menus(root)
    _control(root, "control", ", ".join([_NEEDED, *sorted({*QT.values(), *SCREEN.values()})]))
    layers.give_dates(root)
    for program in ("trainer-app", "runtime/bin/python3.13"):
        (tree / program).chmod(0o755)
    return _pack(root, out / f"{NAME}_{layers.version()}_amd64.deb", packing)


def _build_office(work: Path, out: Path, packing: list[str]) -> Path:
    root = work / OFFICE
    folder = linux.build_driver(root / "usr" / "lib" / NAME / driver.PLACE, stripped=True)
    lay_documents(root, folder, OFFICE)
    overrides = root / "usr" / "share" / "lintian" / "overrides" / OFFICE
    overrides.parent.mkdir(parents=True)
    text = (_PARTS / "lintian-overrides").read_text(encoding="utf-8")
    overrides.write_text(text.replace(f"{NAME}:", f"{OFFICE}:"), encoding="utf-8")
    _control(root, "control-office", _LIBC)
    layers.give_dates(root)
    return _pack(root, out / f"{OFFICE}_{layers.version()}_amd64.deb", packing)


def _pack(root: Path, target: Path, packing: list[str]) -> Path:
    say(f"packing {target.name}")
    environment = {**os.environ, "SOURCE_DATE_EPOCH": str(layers.commit_time())}
    # One thread: what more of them make depends on how many there are.
    options = ["--threads-max=1", "--root-owner-group", *packing, "--build"]
    command = ["dpkg-deb", *options, str(root), str(target)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise Unprepared(f"{done.stdout}{done.stderr}This failed: {' '.join(command)}")
    return target


def lay_menus(root: Path) -> None:
    """Lay what menus, double clicks and the terminal need."""
    share = root / "usr" / "share"
    for source, place in (
        ("trainer-app.desktop", "applications/trainer-app.desktop"),
        ("trainer-app.xml", "mime/packages/trainer-app.xml"),
        ("lintian-overrides", f"lintian/overrides/{NAME}"),
    ):
        (share / place).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(_PARTS / source, share / place)
    artwork.hicolor(share, artwork.PROGRAM, "apps", NAME)
    artwork.hicolor(share, artwork.DOCUMENT, "mimetypes", "application-vnd.trainer-app.bundle")
    (root / "usr" / "bin").mkdir()
    for program in ("trainer-app", "trainer-cli"):
        (root / "usr" / "bin" / program).symlink_to(f"../lib/{NAME}/{program}")
        page = _filled((_PARTS / f"{program}.1").read_text(encoding="utf-8"))
        _zipped(share / "man" / "man1" / f"{program}.1.gz", page)


def lay_documents(root: Path, tree: Path, name: str) -> None:
    """Lay what people may read of a package: changes, licences, the list of parts."""
    folder = root / "usr" / "share" / "doc" / name
    folder.mkdir(parents=True)
    date = format_datetime(datetime.fromtimestamp(layers.commit_time(), UTC))
    changed = f"{name} ({layers.version()}) trixie; urgency=medium\n\n  * What is new stands in NEWS.gz.\n\n"
    _zipped(folder / "changelog.gz", f"{changed} -- Trainer App <trainer-app@example.org>  {date}\n")
    _zipped(folder / "NEWS.gz", (ROOT / "packaging" / "CHANGELOG.md").read_text(encoding="utf-8"))
    _zipped(folder / "NOTICES.gz", (tree / "NOTICES.txt").read_text(encoding="utf-8"))
    (tree / "NOTICES.txt").unlink()
    (tree / "sbom.json").rename(folder / "sbom.json")
    (folder / "copyright").write_text(
        "Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/\n"
        "Upstream-Name: Trainer App\n"
        "Comment: The parts that others made stand in NOTICES.gz and sbom.json, with their licences.\n\n"
        "Files: *\n"
        "Copyright: 2026 the authors of Trainer App\n"
        "License: GPL-3+\n"
        " On Debian systems the text lies in /usr/share/common-licenses/GPL-3.\n",
        encoding="utf-8",
    )


def _control(root: Path, source: str, needed: str) -> None:
    folder = root / "DEBIAN"
    folder.mkdir()
    files = sorted(path for path in (root / "usr").rglob("*") if path.is_file() and not path.is_symlink())
    size = sum(path.stat().st_size for path in files) // 1024
    text = _filled((_PARTS / source).read_text(encoding="utf-8"))
    text = text.replace("@SIZE@", str(size)).replace("@DEPENDS@", needed)
    (folder / "control").write_text(text, encoding="utf-8")
    sums = [f"{hashlib.md5(each.read_bytes()).hexdigest()}  {each.relative_to(root)}\n" for each in files]
    (folder / "md5sums").write_text("".join(sums), encoding="utf-8")


def _filled(text: str) -> str:
    date = datetime.fromtimestamp(layers.commit_time(), UTC).date().isoformat()
    return text.replace("@VERSION@", layers.version()).replace("@DATE@", date)


def _zipped(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(gzip.compress(text.encode(), 9, mtime=0))


def complaints(package: Path) -> list[str]:
    """Return what lintian has to say of a package beyond what `lintian-overrides` states."""
    if shutil.which("lintian") is None:
        install_debian(["lintian"], "Checking the package")
    command = [
        "lintian",
        "--allow-root",
        "--no-tag-display-limit",
        "--fail-on",
        "error,warning",
        str(package),
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    found = [line for line in done.stdout.splitlines() if re.match("[EW]: ", line)]
    if done.returncode and not found:
        raise Unprepared(f"{done.stdout}{done.stderr}This failed: {' '.join(command)}")
    return found
