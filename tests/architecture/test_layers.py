"""Imports go down only. Each contract is kept, and can be broken: a check that cannot fail is none."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import grimp
import pytest

from tests.architecture.tree import ROOT, Module, modules, sample

# What each layer may take from outside the standard library.
OUTSIDE = {
    "": {"PySide6", "msgspec", "typer"},
    "native": set(),
    "domain": {"msgspec", "rapidfuzz", "zxcvbn"},
    "store": {"msgspec", "peewee", "playhouse", "psycopg", "sqlcipher3"},
    "bundle": {"base45", "cbor2", "cryptography", "cwt", "minisign", "msgspec", "pyrage"},
    "documents": {"PIL", "msgspec", "reportlab", "xlsxwriter", "zxingcpp"},
    "intake": {"PIL", "msgspec", "pypdfium2", "python_calamine", "zxingcpp"},
    "system": {"msgspec", "platformdirs"},
    "actions": {"msgspec"},
    "cli": {"click", "msgspec", "rich", "typer"},
    "ui": {"PySide6", "msgspec", "shiboken6"},
}
NETWORK = {
    "asyncio", "ftplib", "http", "imaplib", "poplib", "requests", "smtplib", "socket", "socketserver", "ssl",
    "telnetlib", "urllib.request", "urllib3", "webbrowser", "xmlrpc", "PySide6.QtNetwork",
}  # fmt: skip


def outside_problems(module: Module) -> list[str]:
    """Return the packages a module takes that its layer may not."""
    allowed = OUTSIDE[module.layer] | sys.stdlib_module_names | {"trainer_app"}
    tops = {(line, name.split(".")[0]) for line, name in module.imports()}
    return [f"{module.place}:{line} imports {name}" for line, name in sorted(tops) if name not in allowed]


def network_problems(module: Module) -> list[str]:
    """Return the network modules a module imports."""
    return [
        f"{module.place}:{line} imports {name}"
        for line, name in module.imports()
        if any(name == each or name.startswith(f"{each}.") for each in NETWORK)
    ]


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    """Run the contracts of pyproject.toml on the tree below a folder."""
    program = str(Path(sys.executable).with_name("lint-imports"))
    command = [program, "--no-cache", "--no-logo"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def test_every_contract_is_kept() -> None:
    found = lint_imports(ROOT)
    assert found.returncode == 0, found.stdout + found.stderr
    assert " 0 broken" in found.stdout


WRONG = (
    ("domain", "import trainer_app.system.clock", "Imports go down only"),
    ("store", "import trainer_app.bundle", "Imports go down only"),
    ("actions", "import trainer_app.ui", "Imports go down only"),
    ("cli", "import trainer_app.ui", "Imports go down only"),
    ("domain", "import trainer_app.native", "Imports go down only"),
    ("native", "import trainer_app.domain", "Imports go down only"),
    ("ui", "import trainer_app.native", "The operating system is called"),
    ("ui", "import trainer_app.store", "The window and the command line"),
    ("cli", "import trainer_app.documents", "The window and the command line"),
    ("actions", "import PySide6.QtCore", "Qt only in ui"),
    ("actions", "def late() -> None:\n    import peewee", "The database only in store"),
    ("system", "from reportlab import rl_config", "PDF and workbooks"),
    ("domain", "import cryptography", "Cryptography only in bundle"),
    ("actions", "import python_calamine", "Workbooks are read only in intake"),
    ("domain/base", "import trainer_app.domain.people", "Areas of domain and actions"),
    ("actions/courses", "import trainer_app.actions.certificates", "Areas of domain and actions"),
    ("store/people", "import trainer_app.store.office", "Areas of store and documents"),
    ("documents/base", "import trainer_app.documents.papers", "Areas of store and documents"),
    ("ui/widgets", "import trainer_app.ui.kit", "Floors of ui"),
    ("ui/kit", "import trainer_app.ui.courses", "Floors of ui"),
    ("ui/people", "import trainer_app.ui.office", "Floors of ui"),
    ("ui/today", "def late() -> None:\n    import trainer_app.ui.courses", "Floors of ui"),
    ("ui/attendance/grid", "import trainer_app.ui.attendance.session", "Sub-areas of a screen"),
)
"""Where a line stands, and the contract that it breaks."""


def what_it_imports(line: str) -> str:
    """Return the package outside the program, or the module in it, that a line imports."""
    name = line.replace("from ", "import ").split("import ")[1].split()[0]
    return name if name.startswith("trainer_app.") else name.split(".")[0]


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return what is said of an empty tree into which all the wrong lines were put, each in its own file."""
    folder = tmp_path_factory.mktemp("layers")
    shutil.copy(ROOT / "pyproject.toml", folder)
    for module in modules():
        if module.path.name == "__init__.py":
            target = folder / module.place
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text('"""A package."""\n', encoding="utf-8")
    (folder / "trainer_app" / "system" / "clock.py").write_text('"""A module."""\n', encoding="utf-8")
    kept = lint_imports(folder)
    assert kept.returncode == 0, kept.stdout + kept.stderr
    for number, (place, line, _) in enumerate(WRONG):
        target = folder / "trainer_app" / place / f"seeded{number}.py"
        target.write_text(f'"""Wrong."""\n\n{line}\n', encoding="utf-8")
    found = lint_imports(folder)
    assert found.returncode == 1, found.stdout + found.stderr
    return found.stdout


@pytest.mark.parametrize("number", range(len(WRONG)))
def test_every_contract_can_be_broken(told: str, number: int) -> None:
    place, line, contract = WRONG[number]
    summary, _, report = told.partition("Broken contracts")
    assert any(each.startswith(contract) and each.endswith("BROKEN") for each in summary.splitlines()), told
    # Below, each broken contract has a part with the imports that break it.
    parts = re.split(r"\n(?=[^\n]+\n-+\n)", report)
    (part,) = [each for each in parts if each.lstrip().startswith(contract)]
    name = place.replace("/", ".")
    assert f"trainer_app.{name}.seeded{number} -> {what_it_imports(line)} " in " ".join(part.split()), part


def test_every_layer_takes_only_its_own_packages() -> None:
    assert [problem for module in modules() for problem in outside_problems(module)] == []


def test_there_is_no_network_code() -> None:
    assert [problem for module in modules() for problem in network_problems(module)] == []


def test_the_rules_about_packages_can_be_broken() -> None:
    assert outside_problems(sample("import numpy"))
    assert outside_problems(sample("import reportlab.pdfgen", "store/sample.py"))
    assert not outside_problems(sample("import json, msgspec\nfrom trainer_app.domain.base import journal"))
    for line in (
        "import socket",
        "from urllib.request import urlopen",
        "from urllib import request",
        "import http.client",
    ):
        assert network_problems(sample(line)), line
    assert not network_problems(sample("from urllib.parse import quote"))


def cycles(edges: dict[str, set[str]]) -> list[list[str]]:
    """Return the groups of modules that import each other in a circle (strongly connected, Tarjan 1972)."""
    order: dict[str, int] = {}
    low: dict[str, int] = {}
    stack: list[str] = []
    found: list[list[str]] = []

    def visit(node: str) -> None:
        order[node] = low[node] = len(order)
        stack.append(node)
        for other in edges.get(node, set()):
            if other not in order:
                visit(other)
                low[node] = min(low[node], low[other])
            elif other in stack:
                low[node] = min(low[node], order[other])
        if low[node] == order[node]:
            group = [stack.pop()]
            while group[-1] != node:
                group.append(stack.pop())
            if len(group) > 1:
                found.append(sorted(group))

    for each in edges:
        if each not in order:
            visit(each)
    return found


def test_no_module_imports_itself_in_a_circle() -> None:
    graph = grimp.build_graph("trainer_app", cache_dir=None)
    edges = {each: set(graph.find_modules_directly_imported_by(each)) for each in graph.modules}
    assert len(edges) > 30
    assert cycles(edges) == []


def test_a_circle_would_be_found() -> None:
    assert cycles({"a": {"b"}, "b": {"c"}, "c": {"a"}, "d": {"a"}}) == [["a", "b", "c"]]
    assert cycles({"a": {"b", "c"}, "b": {"c"}, "c": set()}) == []
