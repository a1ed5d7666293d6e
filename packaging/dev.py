"""The one tool for those who run, test and change this program: `python3 packaging/dev.py COMMAND`.

  run [--demo] [ARGS]   open the program (filled with sample data); without a screen, do it without a window
  test [PYTEST ARGS]    everything below `check` and all tests; with arguments only pytest with them
  check                 format, lint, types, layers, translations: seconds
  pictures --out DIR    every screen and paper as PNG; --help-pages: anew those that stand in the help
  proofs --out DIR      every paper and certificate in each language as PDF, with a sheet to sign off
  faults [--full]       power cuts, full disks, killed programs; --brief: fewer, as `test` does
  bench [--full]        ratios against named baselines; --growth: an office of ten million entries; --brief
  demo [--out DIR] [ARGS]   fill a new folder with the story, of such a size as `trainer-cli demo` is told
  build linux|deb|windows|update [--out DIR] [--twice]   what is handed out; LAYOUT.md draws it
  try linux|deb|windows|update   install what was built, run its self-test, take it away again
  try windows --tests [FOLDER|FILE ...]   the tests in Python for Windows, under Wine
  try windows --cuts N   the power goes N times while the program is installed; then it is installed again
  translate             bring new texts of the window into resources/i18n/*.ts
  lock                  pin the newest allowed packages, and those from npm, in the locks of packaging/

On a bare Debian 13 it needs nothing but python3: it makes .venv and, as root, installs what is missing.
"""

import argparse
import contextlib
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent import futures
from pathlib import Path

from environment import ROOT, Unprepared, ensure_venv, prepare_python, say, venv_program, version_of
from node import bring_libraries, lock_packages

BUILD = ROOT / "build"
_STORY = ("--office", "--trainers", "3", "--exchange")


def prepare(*, qt: bool = False, screen: bool = False, tools: bool = False) -> Path:
    """Bring what a command needs and return the interpreter to run it with. Raises `Unprepared`."""
    python = prepare_python(qt=qt, screen=screen, tools=tools)
    bring_libraries(python)
    return python


def call(command: "Sequence[str | Path]", environment: "Mapping[str, str] | None" = None) -> int:
    """Run a command from the top of the tree and return its exit code."""
    sys.stdout.flush()
    return subprocess.run([*map(str, command)], cwd=ROOT, env=environment, check=False).returncode


def has_screen(environment: "Mapping[str, str]", platform: str = sys.platform) -> bool:
    """Tell whether a window can be shown, or the person has chosen a Qt platform that needs none."""
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return platform != "linux" or any(environment.get(name) for name in names)


def fresh_folder(name: str) -> Path:
    """Return a name below build/ that nothing has yet."""
    number = 1
    while (BUILD / f"{name}-{number}").exists():
        number += 1
    return BUILD / f"{name}-{number}"


def make_demo(arguments: "Sequence[str]", folder: "Path | None" = None) -> "dict[str, object]":
    """Fill a new folder with the story and return what the command line says about it."""
    folder = folder or fresh_folder("demo")
    folder.parent.mkdir(parents=True, exist_ok=True)
    command = [str(venv_program("trainer-cli")), "demo", "--json", *arguments]
    environment = {**os.environ, "TRAINER_DATA": str(folder)}
    done = subprocess.run(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True, check=False)
    if done.returncode != 0:
        raise Unprepared(f"{done.stdout}\nThis failed: {' '.join(command)}")
    return dict(json.loads(done.stdout))


def tell_demo(told: "Mapping[str, object]") -> "list[str]":
    """Print where the folders of a demo lie; return the trainers' folders."""
    folders = told["folders"]
    assert isinstance(folders, dict)
    trainers = [str(folder) for folder in folders.get("trainers", [])]
    print("The folders of the story (sample data):")
    for place in (folders.get("office"), *trainers):
        if place:
            print(f"  {place}")
    print(f"Their passphrase: {told['passphrase']}")
    if told.get("recovery_key"):
        print(f"The office's recovery key, to try lost keys with: {told['recovery_key']}")
    results = told.get("results")
    if isinstance(results, list) and results:
        print("What the office hands on:")
        for path in results:
            print(f"  {path}")
    return trainers


def run(arguments: "list[str]") -> int:
    """Open the program; where no window can be shown, say so and do the journey without one."""
    if not has_screen(os.environ):
        prepare()
        say("This machine has no screen (DISPLAY and WAYLAND_DISPLAY are empty): the journey runs without.")
        tell_demo(make_demo(_STORY))
        return 0
    python = prepare(qt=True, screen="QT_QPA_PLATFORM" not in os.environ)
    environment = dict(os.environ)
    if "--demo" in arguments:
        arguments = [each for each in arguments if each != "--demo"]
        told = make_demo(_STORY)
        # The last trainer holds the last course of the story.
        environment["TRAINER_DATA"] = tell_demo(told)[-1]
        environment["TRAINER_PASSPHRASE"] = str(told["passphrase"])
    return call([python, "-m", "trainer_app", *arguments], environment)


def checks(python: Path) -> "dict[str, list[str | Path]]":
    """Return what `check` runs, by its names; what takes longest stands first."""
    return {
        "types": [python, "-m", "mypy"],
        "texts": [python, ROOT / "packaging" / "checks.py"],
        "layers": [venv_program("lint-imports")],
        "lint": [venv_program("ruff"), "check", "."],
        "format": [venv_program("ruff"), "format", "--check", "."],
    }


def can_build(python: Path) -> bool:
    """Tell whether the tree for Linux can be built here: it takes Debian's own Python along."""
    own = Path("/usr/bin/python3.13")
    return own.is_file() and shutil.which("dpkg-query") is not None and version_of(str(python)) == (3, 13)


def run_steps(
    steps: "Mapping[str, Sequence[str | Path]]",
    shown: "Sequence[str]" = (),
    last: "Callable[[], int] | None" = None,
) -> int:
    """Run commands, one for each processor at a time, and tell of each when it ends; return 1 if one failed.

    What a command says is kept to itself unless it failed, or is among those shown. `last` takes all
    processors, so it begins as soon as one has nothing to do, but not where a step has failed by then.
    """

    def run_step(name: str) -> "tuple[str, float, subprocess.CompletedProcess[str]]":
        begun = time.monotonic()
        command = [*map(str, steps[name])]
        pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
        done = subprocess.run(command, cwd=ROOT, text=True, check=False, **pipes)
        return name, time.monotonic() - begun, done

    failed, code, processors = [], 0, os.cpu_count() or 1
    with futures.ThreadPoolExecutor(processors) as pool:
        coming = [pool.submit(run_step, name) for name in steps]
        for number, future in enumerate(futures.as_completed(coming), 1):
            name, seconds, done = future.result()
            print(f"{'WRONG' if done.returncode else 'ok':5} {name} ({seconds:.1f} s)", flush=True)
            if done.returncode != 0:
                failed.append(name)
            if done.returncode != 0 or name in shown:
                print(done.stdout, flush=True)
            if last is not None and not failed and len(steps) - number < processors:
                code, last = last(), None
    if failed:
        print(f"check found something wrong in: {', '.join(failed)}")
    return 1 if failed or code else 0


def check(arguments: "list[str]") -> int:
    """Check format, lint, types, layers and translations; show all that is wrong, not only the first."""
    return run_steps(checks(prepare(qt=True)))


MEMORY, MEMORY_TOLD = Path("/dev/shm"), Path("/proc/meminfo")
_GIB = 1024**3
_ROOM_OF_FAULTS, _ROOM_OF_TESTS = 4 * _GIB, 16 * _GIB


def free_memory(place: Path) -> int:
    """Return how many bytes can lie in a folder that is memory; 0 where there is none or nothing is told."""
    told = re.search(r"^MemAvailable: +(\d+) kB$", MEMORY_TOLD.read_text("ascii"), re.MULTILINE)
    return min(shutil.disk_usage(place).free, int(told[1]) * 1024 if told else 0)


@contextlib.contextmanager
def folders_in_memory(room: int, place: Path = MEMORY) -> "Iterator[None]":
    """Let temporary folders lie in memory where there is room, in bytes: else much time is waited for a disk.

    What is proved in them needs no real one. All stay until the end: a test of the window may still look
    into the folder of the one before.
    """
    if not place.is_dir() or not MEMORY_TOLD.is_file() or free_memory(place) < room:
        yield
        return
    before = os.environ.get("TMPDIR")
    with tempfile.TemporaryDirectory(prefix="trainer-tests-", dir=place) as folder:
        # Servers of databases, which lie in there too, do not run as root.
        Path(folder).chmod(0o711)
        os.environ["TMPDIR"] = folder
        try:
            yield
        finally:
            del os.environ["TMPDIR"]
            if before is not None:
                os.environ["TMPDIR"] = before


def keep_compiled() -> None:
    """Let each process that a command starts find what another one compiled, whatever is usual here.

    Containers often forbid it. Then every worker rewrites all modules of tests, for half a minute, and each
    of the many children that the tests start compiles the program for as long as it then runs.
    """
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)


_ALLOCATOR = (
    "glibc.malloc.hugetlb=1:glibc.malloc.top_pad=33554432:"
    "glibc.malloc.trim_threshold=2000000000:glibc.malloc.mmap_threshold=1000000000"
)
"""Memory taken in large pages and kept: one process makes and drops millions of small things of Qt here."""


def call_with_large_pages(command: "Sequence[str | Path]") -> int:
    """Run a long command that may hold much memory, a twentieth quicker where the C library is glibc."""
    return call(command, {"GLIBC_TUNABLES": _ALLOCATOR} | os.environ)


def faults_in_brief() -> int:
    """Inject faults of every kind, of those that take long a quarter."""
    with folders_in_memory(_ROOM_OF_FAULTS):
        return faults(["--brief"])


def test(arguments: "list[str]") -> int:
    """Run every check and every test; pytest comes last, so that its closing line is the last one."""
    keep_compiled()
    python = prepare(qt=True, screen=True, tools=True)
    pytest = [python, "-m", "pytest"]
    if arguments:
        return call([*pytest, *arguments])
    # The longest first, so that none is left alone at the end. What is dear of bench and faults is done in
    # part: the whole of each has a command of its own.
    steps: dict[str, Sequence[str | Path]] = {"bench": [python, "-m", "tests.bench", "--brief"]}
    if can_build(python):
        steps["built for Linux"] = [python, ROOT / "packaging" / "trying.py", "linux"]
    else:
        say("The program for Linux is built on Debian 13 alone, with its Python 3.13: not tried here.")
    # Beside the longest, which one processor is left over by: else each worker of a fresh tree compiles all
    # tests by itself, and what is wrong in one is told minutes later.
    steps["tests found"] = [*pytest, "-q", "--collect-only"]
    code = run_steps(steps | checks(python), shown=["bench"], last=faults_in_brief)
    if code != 0:
        print("0 passed, 1 failed")
        return code
    workers = str(max(2, min(os.cpu_count() or 2, 8)))
    seed = str(int(time.time()))
    # A failure that comes of what ran before it is found again only in the same order.
    say(f"The tests run in a random order of their own: --randomly-seed={seed} gives it again.")
    with folders_in_memory(_ROOM_OF_TESTS):
        return call_with_large_pages(
            [*pytest, "-q", "-n", workers, "--dist", "worksteal", f"--randomly-seed={seed}"]
        )


def pictures(arguments: "list[str]") -> int:
    """Draw every screen and paper as PNG, or anew what the pages of the help show."""
    if arguments[:1] == ["--help-pages"]:
        return call([prepare(qt=True), "-m", "tests.help_pictures", *arguments[1:]])
    return call([prepare(qt=True), "-m", "tests.pictures", *arguments])


def proofs(arguments: "list[str]") -> int:
    """Write every paper and certificate in each language as PDF, with a sheet to sign off."""
    return call([prepare(qt=True), "-m", "tests.proofs", *arguments])


def faults(arguments: "list[str]") -> int:
    """Inject faults and count; fewer than the stated number is a failure."""
    keep_compiled()
    return call([prepare(qt=True), "-m", "tests.faults", *arguments])


def bench(arguments: "list[str]") -> int:
    """Measure against baselines in the same run."""
    return call([prepare(qt=True), "-m", "tests.bench", *arguments])


def demo(arguments: "list[str]") -> int:
    """Fill a new folder with the story: one below build/, or that which `--out` names."""
    reader = argparse.ArgumentParser(prog="dev.py demo", add_help=False, allow_abbrev=False)
    reader.add_argument("--out", type=Path)
    options, others = reader.parse_known_args(arguments)
    prepare()
    tell_demo(make_demo(others or _STORY, options.out and options.out.absolute()))
    return 0


def build(arguments: "list[str]") -> int:
    """Build what is handed out."""
    return call([prepare(qt=True), ROOT / "packaging" / "build.py", *arguments])


def try_built(arguments: "list[str]") -> int:
    """Install what was built, run its self-test, take it away again."""
    return call([prepare(qt=True, screen=True), ROOT / "packaging" / "trying.py", *arguments])


def translate(arguments: "list[str]") -> int:
    """Bring new texts of the window into the translation files."""
    return call([prepare(qt=True), ROOT / "packaging" / "checks.py", "--update"])


def lock(arguments: "list[str]") -> int:
    """Pin the newest allowed packages, and what packaging/package.json asks for. Brings uv if need be."""
    # Without the packages from npm: they cannot be installed before their lock says what package.json does.
    python = prepare_python()
    options = ["--group", "dev", "--universal", "--python-version", "3.12", "--upgrade", "--quiet"]
    safe = ["--generate-hashes", "--only-binary", ":all:"]
    plain = ["--no-header", "--no-annotate", "--no-emit-index-url"]
    target = ["-o", "packaging/requirements.lock"]
    with uv_command(python) as (uv, environment):
        code = call([*uv, "pip", "compile", "pyproject.toml", *options, *safe, *plain, *target], environment)
    if code == 0:
        lock_packages(ensure_venv())
    return code


@contextlib.contextmanager
def uv_command(python: Path) -> "Iterator[tuple[list[str], dict[str, str]]]":
    """Give how uv is called and its environment: the machine's own, or one that is gone afterwards."""
    if shutil.which("uv"):
        yield ["uv"], dict(os.environ)
        return
    with tempfile.TemporaryDirectory() as folder:
        pip = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input"]
        if call([*pip, "--only-binary", ":all:", "--target", folder, "uv"]) != 0:
            raise Unprepared("uv is needed to lock packages and could not be installed.")
        yield [str(python), "-m", "uv"], {**os.environ, "PYTHONPATH": folder}


COMMANDS: "dict[str, Callable[[list[str]], int]]" = {
    each.__name__: each
    for each in (run, test, check, pictures, proofs, faults, bench, demo, build, translate, lock)
} | {"try": try_built}


_ASKING = ("-h", "--help")
_OPTIONS: "dict[str, tuple[str | Path, ...]]" = {
    "test": ("-m", "pytest"),
    "pictures": ("-m", "tests.pictures"),
    "proofs": ("-m", "tests.proofs"),
    "faults": ("-m", "tests.faults"),
    "bench": ("-m", "tests.bench"),
    "build": (ROOT / "packaging" / "build.py",),
    "try": (ROOT / "packaging" / "trying.py",),
}
"""Whose options are told by what they call."""


def tell_options(name: str) -> int:
    """Print what a command does, and its options where that needs nothing to be installed first."""
    print(__doc__)
    python = venv_program("python")
    if name in _OPTIONS and python.is_file():
        return call([python, *_OPTIONS[name], "--help"])
    return 0


def main(arguments: "list[str]") -> int:
    """Run one command; return its exit code, 2 for a wrong call. Asking for help starts nothing."""
    if not arguments or arguments[0] not in COMMANDS:
        print(__doc__)
        return 0 if arguments and arguments[0] in (*_ASKING, "help") else 2
    if not set(_ASKING).isdisjoint(arguments):
        return tell_options(arguments[0])
    try:
        return COMMANDS[arguments[0]](arguments[1:])
    except Unprepared as problem:
        say(str(problem))
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
