"""Sizes and habits: what keeps the tree readable is measured, and the measures can fail."""

import ast
from collections import Counter, defaultdict
from pathlib import Path

import grimp

from tests.architecture.tree import ROOT, SOURCE, Module, modules, parse, sample

LONGEST = 700
MOST = 500
"""A module is a chapter: nine of ten are shorter than this, none is longer than `LONGEST`."""
SHORTEST = 60
"""Below this a module that only its own folder imports is a crumb of its neighbours."""
CRUMBS = {
    "trainer_app.ui.widgets.scrolling": "both `pages` and `overlays`, which are full chapters, scroll by it",
}
"""Crumbs that stay, each with its reason."""
FOLDER = 20
"""Modules that a folder shows at the most."""
AVERAGE = 345
"""Lines of a module, on the average: that of the program when its 905 fragments were folded to 394 chapters.
A reader's overview is lost with every split that none needed, however large the program grows."""
FUNCTION = 40
YOUNG = 20
"""Shares of fewer files than this say nothing."""


def code() -> list[Module]:
    """Return the modules that hold more than a docstring."""
    return [module for module in modules() if module.path.name != "__init__.py" or len(module.tree.body) > 1]


def beside_the_program() -> list[Module]:
    """Return the files beside the program."""
    return [parse(path) for name in ("tests", "packaging") for path in sorted((ROOT / name).rglob("*.py"))]


def lengths(found: list[Module]) -> list[int]:
    """Return the length of every function, in lines."""
    return [(each.end_lineno or 0) - each.lineno + 1 for module in found for each in module.functions()]


def share_above(values: list[int], limit: int) -> float:
    """Return the share of values above a limit."""
    return sum(value > limit for value in values) / len(values)


def test_no_file_is_longer_than_a_chapter() -> None:
    assert [
        f"{each.place}: {each.lines}" for each in [*modules(), *beside_the_program()] if each.lines > LONGEST
    ] == []


def test_most_modules_are_chapters_of_a_few_hundred_lines() -> None:
    sizes = [module.lines for module in code()]
    assert len(sizes) >= YOUNG
    assert share_above(sizes, MOST) <= 0.10


def test_a_folder_can_be_taken_in_at_a_glance() -> None:
    found = Counter(module.path.parent for module in modules() if module.path.name != "__init__.py")
    assert {folder.relative_to(ROOT).as_posix(): n for folder, n in found.items() if n > FOLDER} == {}
    assert sum(module.lines for module in modules()) / sum(found.values()) >= AVERAGE


def crumbs(lines: dict[str, int], importers: dict[str, set[str]]) -> list[str]:
    """Return the short modules that are imported, and only from their own folder."""

    def folder(name: str) -> str:
        return name.rpartition(".")[0]

    return sorted(
        name
        for name, count in lines.items()
        if count < SHORTEST and {folder(each) for each in importers.get(name, ())} == {folder(name)}
    )


def dotted(module: Module) -> str:
    """Return the name by which a module is imported."""
    name = ".".join(module.path.relative_to(SOURCE.parent).with_suffix("").parts)
    return name.removesuffix(".__init__")


def test_no_module_is_a_crumb_of_its_neighbour() -> None:
    graph = grimp.build_graph("trainer_app", cache_dir=None)
    lines = {dotted(each): each.lines for each in code()}
    importers: dict[str, set[str]] = defaultdict(set)
    for name in lines:
        importers[name] = set(graph.find_modules_that_directly_import(name))
    found = crumbs(lines, importers)
    assert [each for each in found if each not in CRUMBS] == []
    assert [each for each in CRUMBS if each not in found] == []


def reexports(module: Module) -> list[str]:
    """Return the names that a module hands on from others: a split that needs this is the wrong one."""
    found = []
    for node in module.nodes:
        if isinstance(node, ast.ImportFrom):
            same = [each.name for each in node.names if each.asname == each.name]
            found += [f"{module.place}:{node.lineno} {name}" for name in same]
        if isinstance(node, ast.Assign) and "__all__" in {getattr(each, "id", "") for each in node.targets}:
            found.append(f"{module.place}:{node.lineno} __all__")
    return found


def test_nothing_is_handed_on_from_another_module() -> None:
    assert [each for module in modules() for each in reexports(module)] == []


def classes(module: Module) -> list[str]:
    """Return the public classes at the top of a module."""
    found = [each.name for each in module.tree.body if isinstance(each, ast.ClassDef)]
    return [name for name in found if not name.startswith("_")]


def test_one_class_has_one_name() -> None:
    where = defaultdict(list)
    for module in modules():
        for name in classes(module):
            where[name].append(module)
    twice = {
        name: [each.place for each in found]
        for name, found in where.items()
        if len(found) > 1 and any(each.layer == "domain" for each in found)
    }
    assert twice == {}


def test_most_functions_are_short() -> None:
    sizes = lengths(code())
    assert len(sizes) >= YOUNG
    assert share_above(sizes, FUNCTION) <= 0.05


def undocumented(module: Module) -> list[str]:
    """Return the public things of a module without a docstring."""
    found = [] if ast.get_docstring(module.tree) else [module.place]
    spaces: list[tuple[str, ast.AST]] = [("", module.tree)]
    while spaces:
        prefix, space = spaces.pop()
        for node in ast.iter_child_nodes(space):
            if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
                continue
            if node.name.startswith("_"):
                continue
            # What overrides is documented where it was first said.
            marks = [each.id for each in node.decorator_list if isinstance(each, ast.Name)]
            if "override" not in marks and not ast.get_docstring(node):
                found.append(f"{module.place}:{node.lineno} {prefix}{node.name}")
            if isinstance(node, ast.ClassDef):
                spaces.append((f"{node.name}.", node))
    return found


def test_every_public_thing_says_what_it_is() -> None:
    assert [each for module in modules() for each in undocumented(module)] == []


def silent(module: Module) -> list[str]:
    """Return every `except` that catches everything and does not raise again, and every one that is empty."""
    found = []
    for node in module.nodes:
        if isinstance(node, ast.ExceptHandler):
            kinds = (
                {each.id for each in ast.walk(node.type) if isinstance(each, ast.Name)}
                if node.type
                else {"all"}
            )
            broad = bool(kinds & {"all", "Exception", "BaseException"})
            raises = any(isinstance(each, ast.Raise) for each in ast.walk(node))
            empty = all(isinstance(each, ast.Pass) for each in node.body)
            if (broad and not raises) or (empty and broad):
                found.append(f"{module.place}:{node.lineno}")
    return found


# Where everything is caught because it is told to the person: the boundary of a background job, say.
BOUNDARIES = {"trainer_app/ui/kit/devices.py", "trainer_app/ui/kit/jobs.py", "trainer_app/ui/shell/window.py"}


def test_nothing_is_caught_in_silence() -> None:
    found = [each for module in modules() for each in silent(module)]
    assert [each for each in found if each.split(":")[0] not in BOUNDARIES] == []


# Where another program is waited for: a virus scanner, a window that is open.
WAITING = {"trainer_app/native/disk.py"}


def habits(module: Module) -> list[str]:
    """Return calls and statements that the project does without."""
    found = []
    for node in module.nodes:
        name = ""
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        if name in {"processEvents", "sleep", "qWait", "msleep", "usleep", "terminate", "eval", "exec_"}:
            found.append(f"{module.place}:{node.lineno} {name}()")
        if isinstance(node, ast.Global):
            found.append(f"{module.place}:{node.lineno} global")
        if isinstance(node, ast.ImportFrom) and any(alias.name == "*" for alias in node.names):
            found.append(f"{module.place}:{node.lineno} star import")
        # Whoever reads a name finds it under that name.
        if isinstance(node, ast.Import | ast.ImportFrom) and any(alias.asname for alias in node.names):
            found.append(f"{module.place}:{node.lineno} import under another name")
    return found


def test_no_processevents_no_sleeps_no_globals_no_star_imports_no_second_names() -> None:
    found = [each for module in modules() for each in habits(module)]
    assert [each for each in found if each.split(":")[0] not in WAITING or "sleep()" not in each] == []


def test_every_package_says_its_purpose_what_it_may_import_and_where_to_start() -> None:
    packages = [each for each in (ROOT / "trainer_app").iterdir() if (each / "__init__.py").is_file()]
    assert len(packages) >= 9
    for package in packages:
        words = ast.get_docstring(parse(package / "__init__.py").tree) or ""
        assert "May import:" in words, package.name
        assert "Start reading at" in words, package.name


def test_the_measures_can_fail() -> None:
    text = "def long():\n" + "    x = 1\n" * 60
    assert lengths([sample(text)]) == [61]
    assert share_above([1, 50], 40) == 0.5
    assert crumbs({"a.b": 20}, {"a.b": {"a.c"}}) == ["a.b"]
    assert crumbs({"a.b": 20, "a.d": 90}, {"a.b": {"a.c", "a.d"}, "a.d": {"a.c"}}) == ["a.b"]
    assert crumbs({"a.b": 20, "a.e": 20}, {"a.b": {"a.c", "c.d"}}) == []
    assert reexports(sample("from a import b as b\n__all__ = ['b']")) != []
    assert not reexports(sample("from a import b as c\nfrom a import d"))
    assert classes(sample("class A: ...\nclass _B: ...")) == ["A"]
    assert len(undocumented(sample(text))) == 2
    assert undocumented(sample('"""A."""\nclass A:\n    """A."""\n    def b(self): ...\n')) != []
    assert not undocumented(sample('"""A."""\ndef _hidden(): ...\n'))
    assert silent(sample("try:\n    x = 1\nexcept Exception:\n    x = 2\n"))
    assert silent(sample("try:\n    x = 1\nexcept:\n    pass\n"))
    assert silent(sample("try:\n    x = 1\nexcept (ValueError, Exception) as e:\n    print(e)\n"))
    assert not silent(sample("try:\n    x = 1\nexcept BaseException:\n    x = 2\n    raise\n"))
    assert not silent(sample("try:\n    x = 1\nexcept KeyError:\n    x = 2\n"))
    for line in (
        "app.processEvents()",
        "time.sleep(1)",
        "def f():\n    global x\n    x = 1",
        "from a import *",
        "from a import b as c",
    ):
        assert habits(sample(line)), line


def test_the_top_level_holds_what_it_should() -> None:
    allowed = {
        "pyproject.toml",
        "trainer_app",
        "resources",
        "tests",
        "packaging",
        "README.md",
        "uv.lock",
        "build",
        "dist",
    }
    found = {path.name for path in Path(ROOT).iterdir() if not path.name.startswith((".", "__"))}
    assert {name for name in found - allowed if not name.endswith(".egg-info")} == set()
