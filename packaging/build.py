"""Builds what is handed out: `dev.py build linux|deb|windows|update --out DIR`. `LAYOUT.md` draws it.

  linux     the tree alone, as CI tries it; `--office` with what an office on its own server needs
  deb       the packages for Debian 13 and Ubuntu 24.04 or newer: the program, and for such an office a second
  windows   the installer, which asks for that part, and the tree without it as a plain zip for a stick
  update    the program without what it runs in, signed: by stick, double-click or an office's packs

Beside a package lie its source, its list of parts, the checksums of all files and their signature (minisign:
`--key FILE`, or a trial key that is made when it is first needed, and says so).

`--twice` builds a second time elsewhere and compares bit by bit. `--quick` packs larger, in a tenth of the
time.
`--certificate PEM --certificate-key PEM` sign what is compiled here for Windows.
"""

import argparse
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import debian
import linux
import signing
import updates
import windows
from environment import ROOT, Unprepared, say
from layers import digest, fresh, git, has_commit
from publisher import check_release, secret_key

OUT = ROOT / "build" / "out"


def build_linux(out: Path, options: argparse.Namespace) -> list[Path]:
    """Build the tree for Linux."""
    return [linux.build(out / "linux", stripped=False, office=options.office)]


def build_deb(out: Path, options: argparse.Namespace) -> list[Path]:
    """Build the Debian packages and what lies beside them."""
    return [*debian.build(out, quick=options.quick), *signing.finish(out, options.key)]


def build_windows(out: Path, options: argparse.Namespace) -> list[Path]:
    """Build the installer and what lies beside it."""
    signer = None
    if options.certificate and options.certificate_key:
        signer = signing.Certificate(options.certificate.resolve(), options.certificate_key.resolve())
    made = windows.build(out, quick=options.quick, signer=signer)
    return [*made, *signing.finish(out, options.key)]


def build_update(out: Path, options: argparse.Namespace) -> list[Path]:
    """Build the update to this version, for every system."""
    return [updates.build(out, secret_key(options.key)), *signing.finish(out, options.key)]


TARGETS = {"linux": build_linux, "deb": build_deb, "windows": build_windows, "update": build_update}


def fresh_place(out: Path) -> Path:
    """Return the folder to build into, made if need be. What another target left there stays."""
    out.mkdir(parents=True, exist_ok=True)
    return out.resolve()


def differences(one: list[Path], other: list[Path]) -> list[str]:
    """Return the names of what two builds made differently.

    Checksums are of all files that lie together, also of another target, so they are not compared.
    """
    pairs = [pair for pair in zip(one, other, strict=True) if not pair[0].name.startswith(signing.SUMS)]
    return [left.name for left, right in pairs if _content(left) != _content(right)]


def _source() -> tuple[str, str]:
    """Return the commit that is built, and what is changed since."""
    if not has_commit():
        return "", ""
    changed = git("status", "--porcelain", "--", "trainer_app", "resources", "packaging")
    return git("rev-parse", "HEAD"), changed


def _content(path: Path) -> str | bytes:
    return digest(path) if path.is_dir() else path.read_bytes()


def main(arguments: Sequence[str] | None = None) -> int:
    """Build one target; return 1 if it could not be built, or two builds differ."""
    made = argparse.ArgumentParser(prog="dev.py build", description=__doc__)
    made.formatter_class = argparse.RawDescriptionHelpFormatter
    made.add_argument("target", choices=TARGETS)
    made.add_argument("--out", type=Path, default=OUT, metavar="DIR", help="where to (default: build/out)")
    made.add_argument("--twice", action="store_true", help="build again and compare")
    made.add_argument("--quick", action="store_true", help="pack larger, in a tenth of the time")
    made.add_argument("--office", action="store_true", help="linux: with the driver of a server")
    made.add_argument("--key", type=Path, metavar="FILE", help="minisign key for the checksums")
    made.add_argument("--certificate", type=Path, metavar="PEM", help="sign for Windows")
    made.add_argument("--certificate-key", type=Path, metavar="PEM", help="with this key")
    options = made.parse_args(arguments)
    source = commit, changed = _source()
    if changed or not commit:
        say("This tree holds changes that no commit has: good to try, not to hand out.")
    build = TARGETS[options.target]
    try:
        check_release(options.key)
        paths = build(fresh_place(options.out), options)
        differ = []
        if options.twice:
            with tempfile.TemporaryDirectory(dir=options.out.resolve()) as again:
                differ = differences(paths, build(fresh(Path(again, "again")), options))
    except Unprepared as problem:
        say(str(problem))
        return 1
    for path in paths:
        print(path)
    if differ and _source() != source:
        print("Somebody committed or changed something meanwhile: the two builds are of different sources.")
    elif differ:
        print(f"A second build differs: {', '.join(differ)}")
    elif options.twice:
        print("A second build is the same, bit by bit.")
    return 1 if differ else 0


if __name__ == "__main__":
    sys.exit(main())
