"""What the tests of the architecture look at: the modules of the program and the tools beside it."""

import ast
import gc
import importlib.util
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from types import ModuleType

from trainer_app.domain.base.structs import gc_paused

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "trainer_app"


@dataclass(frozen=True)
class Module:
    """One file of the program: where it lies and its text."""

    path: Path
    text: str

    @cached_property
    def tree(self) -> ast.Module:
        """Its syntax tree."""
        return ast.parse(self.text)

    @cached_property
    def nodes(self) -> tuple[ast.AST, ...]:
        """All that is in its syntax tree."""
        return tuple(ast.walk(self.tree))

    @property
    def place(self) -> str:
        """The path from the top of the tree."""
        return self.path.relative_to(ROOT).as_posix()

    @property
    def layer(self) -> str:
        """The package below trainer_app it belongs to; "" for a file at its top."""
        parts = self.path.relative_to(SOURCE).parts
        return parts[0] if len(parts) > 1 else ""

    @property
    def lines(self) -> int:
        """How long it is."""
        return self.text.count("\n")

    def functions(self) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
        """Yield every function and method, nested ones too."""
        for node in self.nodes:
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield node

    def imports(self) -> Iterator[tuple[int, str]]:
        """Yield (line, name) of everything imported, wherever in the file it is."""
        for node in self.nodes:
            if isinstance(node, ast.Import):
                yield from ((node.lineno, alias.name) for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
                yield node.lineno, node.module
                yield from ((node.lineno, f"{node.module}.{alias.name}") for alias in node.names)


def parse(path: Path, text: str | None = None) -> Module:
    """Read one file, or take a text in its place."""
    text = path.read_text(encoding="utf-8") if text is None else text
    return Module(path, text)


@cache
def texts(source: Path = SOURCE) -> tuple[Module, ...]:
    """Return every module of the program for tests that look at its text alone: no tree is made."""
    return tuple(parse(path) for path in sorted(source.rglob("*.py")))


@cache
def modules(source: Path = SOURCE) -> tuple[Module, ...]:
    """Return every module of the program, read once for all tests.

    Their trees are 1.7 million objects that all stay: no later search for garbage goes through them.
    """
    with gc_paused():
        found = texts(source)
        for module in found:
            assert module.nodes
    gc.freeze()
    return found


def sample(text: str, place: str = "domain/sample.py") -> Module:
    """Return a module that is not there, to show that a rule can be broken."""
    return parse(SOURCE / place, text)


def tool(name: str) -> ModuleType:
    """Load packaging/<name>.py, whose folder is no package, under a name of its own."""
    path = ROOT / "packaging" / f"{name}.py"
    spec = importlib.util.spec_from_file_location(f"trainer_packaging_{name}", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module
