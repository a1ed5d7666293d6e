"""The tools beside the program: what they promise for machines where nothing is prepared."""

import ast
import json
import os
import re
import subprocess
import sys
import threading
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.architecture.tree import ROOT, parse, tool
from tests.kit.running import SECONDS

environment = tool("environment")
sys.modules["environment"] = environment
borders = tool("borders")
sys.modules["borders"] = borders
node = tool("node")
sys.modules["node"] = node
dev = tool("dev")
FIRST_STEPS = ("borders.py", "dev.py", "environment.py", "node.py")
"""They run before anything is installed, under whatever `python3` is."""


def normal(name: str) -> str:
    """Return a package's name as registries compare it (PEP 503)."""
    return re.sub(r"[-_.]+", "-", name).lower()


@pytest.mark.parametrize("name", FIRST_STEPS)
def test_the_first_steps_need_only_python_3_11_and_its_library(name: str) -> None:
    module = parse(ROOT / "packaging" / name)
    ast.parse(module.text, feature_version=(3, 11))
    own = {Path(each).stem for each in FIRST_STEPS}
    taken = {imported.split(".")[0] for _, imported in module.imports()}
    assert taken <= sys.stdlib_module_names | own


def test_the_lock_holds_every_package_that_is_asked_for_with_hashes_and_names_no_host() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    lock = (ROOT / "packaging" / "requirements.lock").read_text(encoding="utf-8")
    asked = [*project["project"]["dependencies"], *project["dependency-groups"]["dev"]]
    blocks = lock.replace("\\\n", "").splitlines()
    locked = {normal(block.split("==")[0]) for block in blocks}
    names = {normal(re.match(r"[A-Za-z0-9._-]+", each)[0]) for each in asked}  # type: ignore[index]
    assert names - locked == set()
    form = r"[a-z0-9-]+==[0-9][^ ;]*( ; [^\\]+?)?( +--hash=sha256:[0-9a-f]{64})+"
    assert [block for block in blocks if not re.fullmatch(form, block)] == []
    assert "://" not in lock


def test_only_what_the_lock_has_the_hash_of_is_installed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """M9: nothing asked for hashes, and set-ups of packages ran code of their own."""
    asked: list[list[str]] = []

    def note(command: list[str], *, check: bool) -> subprocess.CompletedProcess[str]:
        asked.append(command)
        return subprocess.CompletedProcess(command, 0)

    monkeypatch.setattr(environment, "version_of", lambda _: sys.version_info[:2])
    monkeypatch.setattr(environment.subprocess, "run", note)
    environment.ensure_venv(tmp_path)
    packages, own = (command[command.index("install") :] for command in asked)
    assert {"--require-hashes", "--only-binary"} < set(packages)
    assert packages[packages.index("--only-binary") + 1] == ":all:"
    assert packages[-2:] == ["-r", str(environment.LOCK)]
    assert ("--no-deps" in own, own[-1]) == (True, str(ROOT))
    asked.clear()
    environment.ensure_venv(tmp_path)
    assert asked == [], "it was installed whole"


def test_one_package_of_the_lock_can_be_taken_alone() -> None:
    lock = "a==1 +    --hash=sha256:aa|b-c==2 ; os == 'nt' +    --hash=x +    --hash=y|b==3 +    --hash=z|"
    lock = lock.replace("+", "\\\n").replace("|", "\n")
    assert environment.locked("a", lock).split() == ["a==1", "\\", "--hash=sha256:aa"]
    assert environment.locked("b-c", lock).count("--hash") == 2
    assert environment.locked("b", lock).startswith("b==3")
    with pytest.raises(environment.Unprepared, match=r"dev\.py lock"):
        environment.locked("c", lock)


def test_packages_from_npm_are_locked_with_hashes_and_without_addresses() -> None:
    text = node.LOCK.read_text(encoding="utf-8")
    asked, lock = json.loads(node.PACKAGE.read_text(encoding="utf-8")), json.loads(text)
    root, packages = lock["packages"][""], {name: each for name, each in lock["packages"].items() if name}
    for kind in ("dependencies", "devDependencies"):
        assert root[kind] == asked[kind]
        for name, version in asked[kind].items():
            assert packages[f"node_modules/{name}"]["version"] == version
    assert len(packages) > 10
    assert all(each["integrity"].startswith("sha512-") for each in packages.values())
    assert all("resolved" not in each for each in packages.values())
    assert "://" not in text


def npm_packages(folder: Path) -> Path:
    """Make a folder of npm's packages: the parts that the program takes along, and one that it does not."""
    for part in (*node.PARTS, "qr/dom.js"):
        (folder / part).parent.mkdir(parents=True, exist_ok=True)
        (folder / part).write_text(part, encoding="utf-8")
    return folder


def test_the_program_takes_its_parts_of_npm_s_packages_and_no_others(tmp_path: Path) -> None:
    modules, target = npm_packages(tmp_path / "node_modules"), tmp_path / "libraries"
    (target / "qr").mkdir(parents=True)
    (target / "qr" / "index.js").write_text("an older one", encoding="utf-8")
    (target / "qr" / "left.js").write_text("of another version", encoding="utf-8")
    for _ in range(2):
        node.put_together(modules, target)
        found = {path.relative_to(target).as_posix(): path for path in target.rglob("*") if path.is_file()}
        assert {name: path.read_text("utf-8") for name, path in found.items()} == {n: n for n in node.PARTS}
    kept = found["qr/index.js"].stat().st_mtime_ns
    node.put_together(modules, target)
    assert found["qr/index.js"].stat().st_mtime_ns == kept


def test_packages_from_npm_are_installed_once_and_again_when_their_lock_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    installed = []
    works = True

    def npm(_python: Path, arguments: tuple[str, ...], folder: Path) -> None:
        if not works:
            raise environment.Unprepared("no network")
        assert "--ignore-scripts" in arguments
        installed.append((folder / "package-lock.json").read_text(encoding="utf-8"))

    lock = tmp_path / "package-lock.json"
    lock.write_text("one", encoding="utf-8")
    monkeypatch.setattr(node, "LOCK", lock)
    monkeypatch.setattr(node, "npm", npm)
    for _ in range(2):
        assert node.ensure_packages(Path("python"), tmp_path) == tmp_path / "node" / "node_modules"
    assert installed == ["one"]
    lock.write_text("two", encoding="utf-8")
    works = False
    with pytest.raises(environment.Unprepared):
        node.ensure_packages(Path("python"), tmp_path)
    # What was there may be half replaced: it does not count as installed, whatever the lock says then.
    works = True
    lock.write_text("one", encoding="utf-8")
    node.ensure_packages(Path("python"), tmp_path)
    assert installed == ["one", "one"]


def test_the_data_of_this_copy_are_complete() -> None:
    modules = Path(sys.prefix) / "node" / "node_modules"
    for part in node.PARTS:
        assert (node.LIBRARIES / part).read_bytes() == (modules / part).read_bytes()


OWN_SCRIPTS = {
    *(f"resources/verifier/{name}.js" for name in ("attached", "hashing", "page", "reading")),
    *(f"tests/bundle/javascript/{name}.js" for name in ("absent", "page")),
    *(
        f"tests/conformance/{name}.mjs"
        for name in ("authority", "bundles", "counting", "merging", "reader", "sealed")
    ),
}


def test_no_code_of_others_is_in_the_tree() -> None:
    """Fonts are no code: they stay, with their licences. What set-up brings is no part of the tree."""
    ignored = (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()
    assert f"/{node.LIBRARIES.relative_to(ROOT).as_posix()}/" in ignored
    assert f"/{borders.BORDERS.relative_to(ROOT).as_posix()}" in ignored
    files = [
        path.relative_to(ROOT)
        for name in ("trainer_app", "resources", "tests", "packaging", ".ci")
        for path in (ROOT / name).rglob("*")
        if path.is_file() and not path.is_relative_to(node.LIBRARIES)
    ]
    assert len(files) > 500
    scripts = {path.as_posix() for path in files if path.suffix in (".js", ".mjs", ".cjs", ".wasm", ".map")}
    assert scripts == OWN_SCRIPTS
    foreign = re.compile(r"vendor|third.?party|node_modules|site-packages", re.IGNORECASE)
    assert [path for path in files if any(map(foreign.fullmatch, path.parts[:-1]))] == []
    licences = re.compile(r"(licen[cs]es?|copying|sha256sums)\b.*", re.IGNORECASE)
    assert [path for path in files if licences.match(path.name)] == []
    assert [
        path for path in files if path.suffix in (".whl", ".tgz", ".gz", ".zip", ".so", ".dll", ".exe")
    ] == []


def interpreter(folder: Path, name: str, version: str) -> str:
    """Make a program that answers as an interpreter of a version would."""
    path = folder / name
    path.write_text(f"#!/bin/sh\necho {version}\n", encoding="ascii")
    path.chmod(0o755)
    return str(path)


def test_the_first_interpreter_that_fits_is_taken(tmp_path: Path) -> None:
    old = interpreter(tmp_path, "old", "3 11")
    new = interpreter(tmp_path, "new", "3 15")
    broken = interpreter(tmp_path, "broken", "not a version")
    good = interpreter(tmp_path, "good", "3 13")
    other = interpreter(tmp_path, "other", "3 12")
    assert environment.find_python([old, new, broken, str(tmp_path / "none"), good, other]) == good
    with pytest.raises(environment.Unprepared, match="apt-get install python3 python3-venv"):
        environment.find_python([old, new, broken])


def test_this_interpreter_is_among_the_candidates_and_fits() -> None:
    assert environment.candidates()[0] == sys.executable
    assert environment.version_of(sys.executable) == sys.version_info[:2]
    assert environment.fits(sys.version_info[:2])


def test_without_root_it_says_what_to_type(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    with pytest.raises(environment.Unprepared) as told:
        environment.install_debian(["qpdf", "age", "qpdf"], "Testing")
    assert "sudo apt-get install -y --no-install-recommends age qpdf" in str(told.value)
    environment.install_debian([], "Testing")


def test_libraries_that_are_there_are_not_asked_for() -> None:
    assert environment.missing_libraries({"libc.so.6": "libc6", "libnothing-here.so.9": "nothing"}) == [
        "nothing"
    ]


@pytest.mark.parametrize(
    ("variables", "platform", "shown"),
    [
        ({}, "linux", False),
        ({"DISPLAY": ""}, "linux", False),
        ({"DISPLAY": ":0"}, "linux", True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", True),
        ({"QT_QPA_PLATFORM": "offscreen"}, "linux", True),
        ({}, "win32", True),
        ({}, "darwin", True),
    ],
)
def test_a_machine_without_a_screen_is_recognised(
    variables: dict[str, str], platform: str, shown: bool
) -> None:
    assert dev.has_screen(variables, platform) is shown


def test_the_folders_of_a_demo_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    folders = {"office": "/d/office", "trainers": ["/d/t1", "/d/t2"]}
    told = {"folders": folders, "passphrase": "sample", "recovery_key": "AAAA-BBBB"}
    assert dev.tell_demo(told) == ["/d/t1", "/d/t2"]
    printed = capsys.readouterr().out
    assert all(each in printed for each in ("/d/office", "/d/t1", "/d/t2", "sample", "AAAA-BBBB"))


def test_a_demo_lies_where_it_is_told_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[tuple[list[str], str]] = []

    def note(command: list[str], env: dict[str, str], **_: object) -> subprocess.CompletedProcess[str]:
        made.append((command[2:], env["TRAINER_DATA"]))
        return subprocess.CompletedProcess(command, 0, '{"folders": {}, "passphrase": "sample"}')

    monkeypatch.setattr(dev, "prepare", lambda: None)
    monkeypatch.setattr(dev.subprocess, "run", note)
    monkeypatch.chdir(tmp_path)
    assert dev.main(["demo", "--out", "a/b", "--trainers", "1"]) == 0
    assert dev.main(["demo"]) == 0
    assert made[0] == (["--json", "--trainers", "1"], str(tmp_path / "a/b"))
    assert made[1][0] == ["--json", *dev._STORY]
    assert Path(made[1][1]).parent == dev.BUILD
    assert (tmp_path / "a").is_dir()


def test_asking_for_help_starts_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """No command begins, prepares this machine or calls anything but what prints its own options."""
    called: list[list[str]] = []
    for name in ("prepare", "prepare_python", "make_demo"):
        monkeypatch.setattr(dev, name, lambda *_, **__: pytest.fail("something was begun"))

    def note(command: list[str | Path]) -> int:
        called.append([str(each) for each in command])
        return 0

    monkeypatch.setattr(dev, "call", note)
    for name in dev.COMMANDS:
        for arguments in ([name, "--help"], [name, "-h"], [name, "--full", "--help"]):
            assert dev.main(arguments) == 0
    assert {command[-1] for command in called} == {"--help"}
    assert dev.main(["run", "--demo", "-h"]) == 0


def test_without_an_environment_help_is_what_stands_at_the_top(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(dev, "venv_program", lambda name: tmp_path / name)
    monkeypatch.setattr(dev, "call", lambda *_: pytest.fail("something was begun"))
    assert [dev.main([name, "--help"]) for name in dev.COMMANDS] == [0] * len(dev.COMMANDS)
    assert capsys.readouterr().out.count("faults [--full]") == len(dev.COMMANDS)


@pytest.mark.parametrize("name", dev.COMMANDS)
def test_every_command_tells_its_help_and_ends(name: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert dev.main([name, "--help"]) == 0
    said = capfd.readouterr().out
    assert f"\n  {name}" in said
    own = {"faults": "--jobs N", "bench": "--growth", "build": "--twice", "try": "--chroot"}
    assert own.get(name, "") in said


def test_every_command_stands_in_the_help() -> None:
    script = [sys.executable, str(ROOT / "packaging" / "dev.py")]
    helped = subprocess.run([*script, "--help"], capture_output=True, text=True, check=True)
    assert all(f"\n  {name}" in helped.stdout for name in dev.COMMANDS)
    for wrong in ([], ["tset"]):
        assert subprocess.run([*script, *wrong], capture_output=True, check=False).returncode == 2


def test_a_changed_lock_is_noticed_and_other_line_ends_are_not(tmp_path: Path) -> None:
    lock, same, other = tmp_path / "a", tmp_path / "b", tmp_path / "c"
    lock.write_bytes(b"x==1\ny==2\n")
    same.write_bytes(b"x==1\r\ny==2\r\n")
    other.write_bytes(b"x==1\ny==3\n")
    assert environment.fingerprint(lock) == environment.fingerprint(same) != environment.fingerprint(other)


def test_temporary_folders_lie_in_memory_where_there_is_plenty(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TMPDIR", "/before")
    told = tmp_path / "meminfo"
    monkeypatch.setattr(dev, "MEMORY_TOLD", told)

    def lies_in(place: Path, room: int) -> Path:
        with dev.folders_in_memory(room, place):
            folder = Path(os.environ["TMPDIR"])
            if folder != Path("/before"):
                (folder / "left").touch()
        assert os.environ["TMPDIR"] == "/before"
        assert not folder.exists()
        return folder.parent

    assert lies_in(tmp_path, 1) == Path("/"), "nothing tells how much memory there is"
    told.write_text("MemTotal:       90 kB\nMemAvailable:   50 kB\n", "ascii")
    assert lies_in(tmp_path / "no memory", 1) == Path("/")
    assert lies_in(tmp_path, 50 * 1024) == tmp_path
    assert lies_in(tmp_path, 50 * 1024 + 1) == Path("/"), "there is less memory"
    told.write_text(f"MemAvailable: {2**80} kB\n", "ascii")
    assert lies_in(tmp_path, 2**80) == Path("/"), "there is less room in the folder"


def test_steps_are_all_done_and_tell_what_is_wrong(capsys: pytest.CaptureFixture[str]) -> None:
    def saying(word: str, code: int = 0) -> list[str]:
        return [sys.executable, "-c", f"import sys; print('{word}'); sys.exit({code})"]

    right = {"quiet": saying("unasked"), "loud": saying("asked")}
    assert dev.run_steps(right, shown=["loud"]) == 0
    told = capsys.readouterr().out
    found = re.findall(r"^(ok|WRONG) +(\w+)", told, re.MULTILINE)
    assert sorted(found) == [("ok", "loud"), ("ok", "quiet")]
    assert ("asked" in told.splitlines(), "unasked" in told.splitlines()) == (True, False)
    assert (dev.run_steps(right, last=lambda: 0), dev.run_steps(right, last=lambda: 5)) == (0, 1)
    wrong = {"first": saying("one", 1), **right, "last": saying("two", 3)}
    capsys.readouterr()
    assert dev.run_steps(wrong) == 1
    told = capsys.readouterr().out
    assert {"one", "two"} <= set(told.splitlines())
    assert "asked" not in told.splitlines()
    assert set(told.splitlines()[-1].split(": ")[1].split(", ")) == {"first", "last"}


def test_what_takes_all_processors_begins_when_one_has_nothing_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    begun = threading.Event()

    def run(command: list[str], **_pipes: object) -> subprocess.CompletedProcess[str]:
        # The long one ends only once the last one has begun.
        code = int(command == ["wrong"] or (command == ["long"] and not begun.wait(SECONDS)))
        return subprocess.CompletedProcess(command, code, "")

    def last() -> int:
        begun.set()
        return 0

    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    monkeypatch.setattr(subprocess, "run", run)
    assert dev.run_steps({"long": ["long"], "short": ["short"]}, last=last) == 0
    assert dev.run_steps({"wrong": ["wrong"]}, last=lambda: pytest.fail("something is wrong already")) == 1


def test_the_texts_of_the_tree_itself_are_looked_at_before_the_tests() -> None:
    assert dev.checks(Path("python"))["texts"] == [Path("python"), ROOT / "packaging" / "checks.py"]


def test_the_one_command_checks_measures_and_injects_faults_before_the_tests(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    ran: list[str] = []
    codes = {"steps": 0, "faults": 0, "pytest": 0}

    def steps(commands: dict[str, list[object]], shown: list[str], last: Callable[[], int]) -> int:
        assert [*commands] == ["bench", "built for Linux", "tests found", *dev.checks(Path("python"))]
        assert commands["tests found"][-1] == "--collect-only", "the tests themselves come last"
        assert shown == ["bench"]
        ran.append("steps")
        return codes["steps"] or last()

    def call(command: list[object], environment: dict[str, str] | None = None) -> int:
        assert "PYTHONDONTWRITEBYTECODE" not in os.environ, "each process would compile everything anew"
        ran.append(str(command[2]).removeprefix("tests."))
        tuned = environment is not None and "glibc.malloc.hugetlb=1" in environment["GLIBC_TUNABLES"]
        assert tuned == (ran[-1] == "pytest")
        assert ("--brief" in command) == (ran[-1] == "faults")
        return codes[ran[-1]]

    monkeypatch.setattr(dev, "prepare", lambda **_what: Path("python"))
    monkeypatch.setattr(dev, "can_build", lambda _python: True)
    monkeypatch.setattr(dev, "run_steps", steps)
    monkeypatch.setattr(dev, "call", call)
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    monkeypatch.delenv("GLIBC_TUNABLES", raising=False)
    assert dev.main(["test"]) == 0
    assert ran == ["steps", "faults", "pytest"]
    for failing, left in (("steps", ["steps"]), ("faults", ["steps", "faults"])):
        ran.clear()
        codes.update(dict.fromkeys(codes, 0) | {failing: 1})
        assert dev.main(["test"]) == 1
        assert ran == left
        assert "0 passed, 1 failed" in capsys.readouterr().out


def test_ci_calls_the_one_command() -> None:
    script = ROOT / ".ci" / "run"
    assert os.access(script, os.X_OK)
    assert "python3 packaging/dev.py test" in script.read_text(encoding="utf-8")


def test_every_command_is_told_of() -> None:
    for command in dev.COMMANDS:
        assert re.search(rf"^  {command}\b", dev.__doc__ or "", re.MULTILINE), command
    assert {"pictures", "proofs"} <= dev.COMMANDS.keys()


def test_pictures_are_drawn_to_be_looked_at_or_anew_for_the_help(monkeypatch: pytest.MonkeyPatch) -> None:
    called: list[list[str]] = []
    monkeypatch.setattr(dev, "prepare", lambda **_options: "python")
    monkeypatch.setattr(dev, "call", lambda command: called.append(command) or 0)
    assert dev.main(["pictures", "--out", "there"]) == dev.main(["pictures", "--help-pages"]) == 0
    assert called == [
        ["python", "-m", "tests.pictures", "--out", "there"],
        ["python", "-m", "tests.help_pictures"],
    ]
