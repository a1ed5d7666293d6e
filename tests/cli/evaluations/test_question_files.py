"""`evaluation import`, `export`, `template` from outside: the document, the exit code, what is written."""

import io
import json
from pathlib import Path
from typing import Any

import pytest

from tests.kit.world import computer
from trainer_app.cli.context import DONE, PASSPHRASE, REFUSED, WRONG_USAGE, CliContext
from trainer_app.cli.program import run

SECRET = "a passphrase of the tests"
GIFT = "Что это?{=да ~нет}\n\nMatch{=a -> b =c -> d}\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TRAINER_STATE", str(tmp_path / "state"))
    monkeypatch.setenv(PASSPHRASE, SECRET)
    computer(tmp_path / "data", "D. Nazarova", passphrase=SECRET).close()
    (tmp_path / "law.txt").write_text(GIFT, encoding="utf-8")
    return tmp_path


def call(folder: Path, *arguments: object) -> tuple[int, dict[str, Any]]:
    session = CliContext(out=io.StringIO(), err=io.StringIO())
    code = run(["--data", str(folder / "data"), "--json", "evaluation", *map(str, arguments)], session)
    assert isinstance(session.out, io.StringIO)
    text = session.out.getvalue()
    return code, dict(json.loads(text)) if text else {}


def test_import_makes_a_form_and_tells_every_problem(folder: Path) -> None:
    code, looked = call(folder, "import", folder / "law.txt", "--kind", "test", "--check")
    assert (code, looked["imported"], looked["new"], looked["form"]) == (DONE, 0, 1, None)
    code, document = call(folder, "import", folder / "law.txt", "--kind", "test", "--title", "Закон")
    assert code == DONE
    counts = {name: document[name] for name in ("format", "found", "imported", "known", "refused")}
    assert counts == {"format": "gift", "found": 2, "imported": 1, "known": 0, "refused": 1}
    assert document["form"]
    (problem,) = document["problems"]
    assert (problem["row"], problem["code"], problem["severity"]) == (3, "question_file.matching", "refused")
    assert problem["message"]


def test_export_and_import_again(folder: Path) -> None:
    call(folder, "import", folder / "law.txt", "--kind", "feedback", "--title", "Закон")
    for format, ending in (("gift", "txt"), ("xlsform", "xlsx"), ("xlsx", "xlsx")):
        out = folder / f"{format}.{ending}"
        code, document = call(
            folder, "export", "--form", "закон", "--format", format, "--language", "ru", "--out", out
        )
        assert (code, document["written"], document["problems"]) == (DONE, 1, [])
        assert Path(document["file"]) == out
        code, again = call(folder, "import", out)
        assert (code, again["format"], again["imported"], again["known"]) == (DONE, format, 0, 1)


def test_refusals_and_wrong_usage(folder: Path) -> None:
    (folder / "bad.txt").write_text("Match{=a -> b =c -> d}", encoding="utf-8")
    code, document = call(folder, "import", folder / "bad.txt", "--kind", "test")
    assert (code, document["error"]["code"], document["refused"]) == (
        REFUSED,
        "question_file.nothing_to_take",
        1,
    )
    code, document = call(folder, "import", folder / "none.txt")
    assert (code, document["error"]["code"]) == (REFUSED, "table.missing")
    code, document = call(folder, "export", "--form", "x", "--out", folder / "a.xlsx")
    assert (code, document["error"]["code"]) == (REFUSED, "form.unknown")
    assert call(folder, "import", folder / "law.txt", "--language", "fr")[0] == WRONG_USAGE
    assert call(folder, "export", "--format", "aiken", "--out", folder / "a")[0] == WRONG_USAGE


def test_the_empty_table_and_words_for_people(folder: Path) -> None:
    code, document = call(folder, "template", "--language", "tg", "--out", folder / "t.xlsx")
    assert (code, Path(document["file"]).is_file()) == (DONE, True)
    session = CliContext(out=io.StringIO(), err=io.StringIO())
    assert (
        run(["--data", str(folder / "data"), "evaluation", "import", str(folder / "law.txt")], session)
        == DONE
    )
    assert isinstance(session.out, io.StringIO)
    assert session.out.getvalue().startswith("2 questions found: 1 new, 0 in the bank already, 1 refused.")
    assert "\n3: " in session.out.getvalue()
