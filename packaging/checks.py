"""Checks what people read: translations of the window, words of the catalogue. `--update` brings texts in.

The texts of each folder below trainer_app/ui are extracted anew and compared with
resources/i18n/<folder>_<language>.ts; the codes in the source with resources/i18n/messages/*.json, both ways.
The languages are those of trainer_app/domain/base/texts.py.
Run by `dev.py check` and by tests/architecture; every function returns what is wrong, one line each.
"""

import ast
import gc
import importlib.util
import itertools
import json
import re
import string
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from trainer_app.domain.base.texts import LANGUAGES, PLURAL_FORMS, SOURCE  # noqa: E402

TRANSLATED = {code: PLURAL_FORMS[each.plural] for code, each in LANGUAGES.items() if code != SOURCE}
"""Languages that the window is translated into, with the number of plural forms in their files."""

_ELEMENT_TEXT = re.compile(r">([^<>]+)</(?:source|translation|numerusform)>")
_PLACEHOLDER = re.compile(r"%L?\d+|%L?n|\{[a-z_0-9]*\}|</?[a-z]+\b[^>]*>")
_CODE = re.compile(r"[a-z][a-z_0-9]*(\.[a-z_0-9]*[a-z0-9])+")
_FILES = "bak csv db html json md minisig ndjson ods part pdf png po py sha256 svg ts tsync txt xls xlsx"
"""Endings of file names, which look like codes."""
_TR = re.compile(r"\btr\(")
_MADE_CODE = re.compile(r"[a-z_0-9]+\\\.")
"""The beginning of a pattern that is that of a code: a topic and a dot."""
_STEM = re.compile(r"[a-z_0-9]+\.([a-z_0-9.]*[._])?")
"""A text that is the beginning of codes, and ends so that more must follow."""
_PAGE_TOPIC = "check_page"
_TAKES_CODE = frozenset({"TrainerError", "Label", "progress"})


@dataclass(frozen=True)
class Text:
    """One text of the window as it stands in a .ts file."""

    context: str
    source: str
    comment: str
    numerus: bool
    forms: tuple[str, ...] = ()
    state: str = ""

    @property
    def key(self) -> tuple[str, str, str, bool]:
        """What has to agree between source and translation."""
        return self.context, self.source, self.comment, self.numerus


def read_ts(path: Path) -> list[Text]:
    """Return the texts of a translation file."""
    texts = []
    for context in ElementTree.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            forms: tuple[str, ...] = ()
            state = ""
            if translation is not None:
                state = translation.get("type", "")
                plural = [form.text or "" for form in translation.iter("numerusform")]
                forms = tuple(plural or [translation.text or ""])
            texts.append(
                Text(
                    context.findtext("name", ""),
                    message.findtext("source", ""),
                    message.findtext("comment", ""),
                    message.get("numerus") == "yes",
                    forms,
                    state,
                )
            )
    return texts


def lupdate(folder: Path, language: str, target: Path) -> None:
    """Extract the texts of a folder into a .ts file, keeping what it has. -extensions must come first."""
    # What `pyside6-lupdate` starts, after a Python of its own.
    found = importlib.util.find_spec("PySide6")
    assert found is not None
    program = Path(str(found.origin)).with_name("lupdate")
    options = ["-locations", "none", "-no-obsolete", "-source-language", SOURCE, "-target-language", language]
    command = [str(program), "-extensions", "py", str(folder), *options, "-ts", str(target)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0 or not target.is_file():
        raise RuntimeError(f"{' '.join(command)}\n{done.stdout}{done.stderr}")


def screens(ui: Path) -> list[Path]:
    """Return the folders of the window that hold code."""
    return sorted(each for each in ui.iterdir() if each.is_dir() and any(each.rglob("*.py")))


def translation_problems(ui: Path, i18n: Path) -> list[str]:
    """Return what is missing, unfinished, left over or damaged in the translations of the window."""
    problems = []
    expected = set()
    for screen in screens(ui):
        with tempfile.TemporaryDirectory() as scratch:
            fresh = Path(scratch) / "fresh.ts"
            lupdate(screen, next(iter(TRANSLATED)), fresh)
            wanted = read_ts(fresh)
        if not wanted:
            if any(_TR.search(path.read_text(encoding="utf-8")) for path in screen.rglob("*.py")):
                problems.append(f"{screen.name}: has tr() but no text was extracted")
            continue
        for language, forms in TRANSLATED.items():
            path = i18n / f"{screen.name}_{language}.ts"
            expected.add(path)
            found = read_ts(path) if path.is_file() else []
            problems += [f"{path.name}: {each}" for each in _compare(wanted, found, language, forms)]
            problems += [f"{path.name}: {each}" for each in _unsettled(path)]
    problems += [f"{path.name}: belongs to no screen" for path in i18n.glob("*.ts") if path not in expected]
    for path in sorted(ui.glob("*.py")):
        if any(True for _ in _calls(_parts(path.read_text(encoding="utf-8")), {"tr"})):
            problems.append(f"{path.name}: texts belong into a folder of a screen, where they are translated")
    return problems


def _compare(wanted: Iterable[Text], found: Iterable[Text], language: str, forms: int) -> Iterator[str]:
    known = {text.key: text for text in found}
    sources = {text.key for text in wanted}
    for key in sorted(sources - known.keys()):
        yield f"missing: {key[1]!r} ({key[0]})"
    for key, text in known.items():
        if key not in sources or text.state in ("obsolete", "vanished"):
            yield f"left over: {text.source!r} ({text.context})"
        elif text.state == "unfinished" or not all(form.strip() for form in text.forms):
            yield f"unfinished: {text.source!r} ({text.context})"
        else:
            yield from _damaged(text, language, forms)


def _damaged(text: Text, language: str, forms: int) -> Iterator[str]:
    if text.numerus and len(text.forms) != forms:
        yield f"{text.source!r}: {language} has {forms} plural forms, not {len(text.forms)}"
    for form in text.forms:
        if sorted(_PLACEHOLDER.findall(form)) != sorted(_PLACEHOLDER.findall(text.source)):
            yield f"{text.source!r}: placeholders differ in {form!r}"
        words, own = (re.findall(r"[a-z]{2,}", each) for each in (form, _PLACEHOLDER.sub("", form)))
        if form == text.source and len(words) > 1 and own:
            yield f"{text.source!r}: not translated"


def _unsettled(path: Path) -> Iterator[str]:
    """Return texts whose quotation marks lupdate would write otherwise, again and again."""
    said = path.read_text(encoding="utf-8") if path.is_file() else ""
    for text in _ELEMENT_TEXT.findall(said):
        if "'" in text or '"' in text:
            yield f"{text!r}: write &apos; and &quot;, or run dev.py translate"


def update(ui: Path, i18n: Path) -> None:
    """Bring new texts of the window into the translation files, unfinished; drop those that are gone."""
    for screen in screens(ui):
        for language in TRANSLATED:
            path = i18n / f"{screen.name}_{language}.ts"
            lupdate(screen, language, path)
            if not read_ts(path):
                path.unlink()  # a folder without texts has no file


def tr_problems(source: Path) -> list[str]:
    """Return every tr() whose text no translation reaches.

    One put together at run time is extracted and never found again; one inside an f-string is not extracted.
    """
    problems = []
    for path, parts in _modules(source):
        for call in _calls(parts, {"tr", "translate"}):
            # After the text and its comment stands the number of a plural, which may be reckoned; and
            # a painter's translate() reckons too.
            made = [each for each in call.args[:2] if isinstance(each, ast.JoinedStr) or _joined(each)]
            problems += [f"{path}:{each.lineno}: text of tr() is put together at run time" for each in made]
        for joined in (part for part in parts if isinstance(part, ast.JoinedStr)):
            for call in _calls(ast.walk(joined), {"tr", "translate"}):
                if any(isinstance(each, ast.Constant) and isinstance(each.value, str) for each in call.args):
                    problems.append(f"{path}:{call.lineno}: tr() inside an f-string is not extracted")
    return problems


def _joined(node: ast.expr) -> bool:
    """Tell whether a text is put together by +, %, or format()."""
    if isinstance(node, ast.BinOp):
        return any(isinstance(each, ast.Constant) and isinstance(each.value, str) for each in ast.walk(node))
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "format"


def message_problems(folder: Path, source: Path) -> list[str]:
    """Return what is wrong with the sentences of the core, and codes of the source that have no sentence."""
    problems = []
    known: set[str] = set()
    for path in sorted(folder.glob("*.json")):
        for code, sentences in json.loads(path.read_text(encoding="utf-8")).items():
            if code in known or code.split(".")[0] != path.stem:
                problems.append(f"{path.name}: {code} stands twice or belongs to another file")
            known.add(code)
            problems += [f"{path.name}: {code}: {each}" for each in _sentence_problems(sentences)]
    problems += [
        f"language.{each} is missing: what the language is called in the others"
        for each in LANGUAGES
        if "language" in {code.split(".")[0] for code in known} and f"language.{each}" not in known
    ]
    return problems + _source_problems(source, known)


def _source_problems(source: Path, known: set[str]) -> list[str]:
    """Return codes of the source that have no sentence."""
    problems = []
    topics = {code.split(".")[0] for code in known}
    for path, parts in _modules(source):
        for line, code in sorted(set(_codes(parts, topics))):
            if code.endswith("*") and not any(each.startswith(code[:-1]) for each in known):
                problems.append(f"{path}:{line}: no sentence begins with {code[:-1]}")
            elif not code.endswith("*") and code not in known:
                problems.append(f"{path}:{line}: no sentence for {code}")
    return problems


def _sentence_problems(sentences: dict[str, str]) -> Iterator[str]:
    if sorted(sentences) != sorted(LANGUAGES):
        yield f"languages are {sorted(sentences)}"
        return
    for language in LANGUAGES:
        if not sentences[language].strip():
            yield f"{language} is empty"
    names = {language: _names(sentences[language]) for language in LANGUAGES}
    if len(set(map(frozenset, names.values()))) != 1:
        yield f"placeholders differ: {names}"
    for one, other in itertools.combinations(LANGUAGES, 2):
        words = re.findall(r"[^\W\d_]{2,}", _PLACEHOLDER.sub("", sentences[one]))
        if sentences[one] == sentences[other] and len(words) > 3:
            yield f"{one} and {other} are the same"


def unused_problems(folder: Path, source: Path, page: Path) -> list[str]:
    """Return the sentences that nothing says: no code of the source, nor a name in the check page's script.

    A code that is put together counts by the pattern of its f-string, or by a text that ends in "." or "_".
    """
    said: set[str] = set()
    made: set[str] = set()
    for _, parts in _modules(source):
        for node in parts:
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                said.add(node.value)
            if isinstance(node, ast.JoinedStr):
                made.add(_pattern(node))
    patterns = [re.compile(each) for each in made if _MADE_CODE.match(each)]
    topics = {path.stem for path in folder.glob("*.json")}
    stems = tuple(each for each in said if _STEM.fullmatch(each) and each.partition(".")[0] in topics)
    script = " ".join(path.read_text(encoding="utf-8") for path in sorted(page.glob("page.*")))
    problems = []
    for path in sorted(folder.glob("*.json")):
        for code in json.loads(path.read_text(encoding="utf-8")):
            name = code.partition(".")[2]
            shown = path.stem == _PAGE_TOPIC and _page_says(name, script)
            if not (
                code in said or code.startswith(stems) or shown or any(p.fullmatch(code) for p in patterns)
            ):
                problems.append(f"{path.name}: nothing says {code}")
    return problems


def _pattern(node: ast.JoinedStr) -> str:
    """Return an f-string as a regular expression: anything may stand in its places."""
    parts = (re.escape(str(each.value)) if isinstance(each, ast.Constant) else ".*" for each in node.values)
    return "".join(parts)


def _page_says(name: str, script: str) -> bool:
    """Tell whether a name stands in the page or its script, also as one made there: `${name}_title`."""
    ends = re.findall(r"\$\{\w+\}(_\w+)`", script)
    begins = re.findall(r"`(\w+_)\$\{", script)
    return (
        bool(re.search(rf"\b{name}\b", script))
        or name.endswith(tuple(ends))
        or name.startswith(tuple(begins))
    )


def _names(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None}


def _codes(parts: Iterable[ast.AST], topics: set[str]) -> Iterator[tuple[int, str]]:
    """Yield (line, code) for every message code; a code put together at run time ends with a star."""
    for call in _calls(parts, _TAKES_CODE):
        first = call.args[0] if call.args else None
        if isinstance(first, ast.Constant) and isinstance(first.value, str) and "." in first.value:
            yield first.lineno, first.value
        if isinstance(first, ast.JoinedStr) and isinstance(first.values[0], ast.Constant):
            yield first.lineno, f"{first.values[0].value}*"
    for node in parts:
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and _CODE.fullmatch(node.value):
            topic, _, rest = node.value.partition(".")
            if topic in topics and rest.rpartition(".")[2] not in _FILES.split():
                yield node.lineno, node.value


def _calls(parts: Iterable[ast.AST], names: Iterable[str]) -> Iterator[ast.Call]:
    for node in parts:
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if name in names:
                yield node


def _modules(source: Path) -> Iterator[tuple[Path, tuple[ast.AST, ...]]]:
    for path in sorted(source.rglob("*.py")):
        yield path.relative_to(source.parent), _parts(path.read_text(encoding="utf-8"))


@cache
def _parts(text: str) -> tuple[ast.AST, ...]:
    """Return all calls, constants and f-strings of a module, read once for all checks."""
    kinds = (ast.Call, ast.Constant, ast.JoinedStr)
    return tuple(node for node in ast.walk(ast.parse(text)) if isinstance(node, kinds))


def main() -> int:
    """Print every problem; return 1 when there is one."""
    # The trees of all modules stay until the end: to search them for garbage again and again takes long.
    gc.disable()
    source, i18n = ROOT / "trainer_app", ROOT / "resources" / "i18n"
    if "--update" in sys.argv[1:]:
        update(source / "ui", i18n)
    problems = [
        *tr_problems(source),
        *message_problems(i18n / "messages", source),
        *unused_problems(i18n / "messages", source, ROOT / "resources" / "verifier"),
        *translation_problems(source / "ui", i18n),
    ]
    print("\n".join(problems) if problems else "every text is there in every language")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
