"""Two trainers of one course exchange files without a window: who teaches is said, sent, and settled."""

import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from trainer_app.cli.context import DONE, IN_REVIEW, PASSPHRASE, REFUSED, CliContext
from trainer_app.cli.program import run
from trainer_app.domain.exchange.laptops import KdfCost

type Run = Callable[..., tuple[int, dict[str, Any]]]

OWNERS = {"K7": "Дилбар Назарова", "K9": "Ф. Саидзода"}
COURSE = ("--title", "Course", "--town", "Dushanbe", "--from", "2018-10-15", "--to", "2018-10-15")
SEAT = ("--course", "DSH1", "--session", 1, "--number", 1)


@pytest.fixture
def call(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Return a way to run a command in the folder of the office, of K7, or of K9."""
    monkeypatch.setenv("TRAINER_STATE", str(tmp_path / "state"))
    monkeypatch.setenv(PASSPHRASE, "a passphrase of the tests")
    monkeypatch.delenv("TRAINER_USER", raising=False)

    def made(who: str, *arguments: object) -> tuple[int, dict[str, Any]]:
        session = CliContext(out=io.StringIO(), err=io.StringIO(), cost=KdfCost())
        words = [str(argument) for argument in arguments]
        code = run(["--data", str(tmp_path / who), "--json", "--lang", "en", *words], session)
        assert isinstance(session.out, io.StringIO)
        return code, dict(json.loads(session.out.getvalue()))

    return made


def enrol(call: Run, stick: Path, code: str, *named: str) -> None:
    """Take a laptop in, or take it in again."""
    request = call(code, "device", "request", "--out", stick / f"{code}.json", *named)[1]
    digits = ("--digits", request["fingerprint"])
    done, given = call(
        "office", "office", "enrol", request["file"], "--device", code, "--out", stick, *digits
    )
    assert done == DONE
    assert call(code, "device", "join", given["file"], "--digits", given["office_fingerprint"])[0] == DONE


@pytest.fixture
def pair(call: Run, tmp_path: Path) -> Run:
    """Two laptops of one office that know of each other, and a course with one person on the first."""
    call("office", "office", "init", "--name", "Office", "--code", "DSH")
    for code in OWNERS:
        enrol(call, tmp_path, code, "--name", OWNERS[code])
    give(call, tmp_path, "K7")
    made = (
        "course",
        "create",
        "--project",
        "P",
        "--code",
        "DSH1",
        *COURSE,
        "--sessions-per-day",
        2,
        "--no-lead",
    )
    assert call("K7", *made, "--no-lead")[0] == DONE
    listed = tmp_path / "list.csv"
    listed.write_text("№;Ном ва насаб\n1;Азизов Фаррух Бахтиёрович\n", encoding="utf-8")
    assert call("K7", "roster", "import", listed, "--course", "DSH1")[0] == DONE
    return call


def give(call: Run, stick: Path, code: str) -> None:
    """Bring a laptop the office's newest file."""
    file = call("office", "pack", "export", "--device", code, "--to", stick)[1]["file"]
    assert call(code, "bundle", "import", file)[0] == DONE


def trainers(call: Run, who: str, *options: str) -> list[tuple[str, str, list[str]]]:
    """Return who works at the course: name, role, laptops."""
    code, said = call(who, "course", "trainers", "DSH1", *options)
    assert code == DONE, said
    return [(one["name"], one["role"], one["laptops"]) for one in said["trainers"]]


def marks(call: Run, who: str) -> list[str | None]:
    return list(call(who, "attendance", "show", "--course", "DSH1")[1]["rows"][0]["marks"])


def test_two_trainers_of_one_course_exchange_files_and_the_office_counts_nothing_twice(
    pair: Run, tmp_path: Path
) -> None:
    to = ("bundle", "export", "--to", tmp_path)
    code, refused = pair("K7", *to, "--co-trainer", "K9")
    assert (code, refused["error"]["code"]) == (REFUSED, "sending.no_shared_course")
    assert "`course trainers`" in refused["error"]["message"]
    assert trainers(pair, "K7") == []
    assert trainers(pair, "K7", "--add", "k7", "--add", "K9") == [
        ("Назарова Дилбар", "trainer", ["K7"]),
        ("Саидзода Ф.", "trainer", ["K9"]),
    ]
    assert pair("K7", "device", "co-trainers")[1]["co_trainers"][0]["courses"] == ["DSH1"]
    given = pair("K7", *to, "--co-trainer", "K9")[1]["file"]
    assert pair("K9", "bundle", "import", given)[0] == DONE
    assert trainers(pair, "K9") == trainers(pair, "K7")
    assert pair("K7", "attendance", "mark", *SEAT, "--mark", "late", "--missed", 20)[0] == DONE
    assert pair("K9", "attendance", "mark", *SEAT, "--mark", "absent")[0] == DONE
    back = pair("K9", *to, "--co-trainer", "K7")[1]["file"]
    assert pair("K7", "bundle", "import", back)[0] == IN_REVIEW
    (item,) = pair("K7", "review", "list")[1]["items"]
    place = next(at for at, side in enumerate(item["sides"]) if side["device"] == "K9")
    assert pair("K7", "review", "settle", item["id"], "--take", f"#{place}")[1]["left"] == 0
    again = pair("K7", *to, "--co-trainer", "K9")[1]["file"]
    assert pair("K9", "bundle", "import", again)[0] == DONE
    assert marks(pair, "K7") == marks(pair, "K9") == ["absent", None]
    whole = [pair(code, *to)[1]["file"] for code in OWNERS]
    assert pair("office", "bundle", "import", *whole)[0] == DONE
    digest = pair("office", "check")[1]["digest"]
    said = pair("office", "bundle", "import", given, back, again)[1]
    assert [one["new_entries"] for one in said["files"]] == [0, 0, 0]
    assert pair("office", "check")[1]["digest"] == digest
    assert marks(pair, "office") == ["absent", None]


def test_the_trainer_of_a_laptop_leads_what_is_created_there(pair: Run) -> None:
    """S3: nobody did, and nobody signed the certificates."""
    made = ("course", "create", "--project", "P", "--code", "DSH2", *COURSE)
    assert pair("K7", *made)[0] == DONE
    (lead,) = pair("K7", "course", "trainers", "DSH2")[1]["trainers"]
    assert (lead["name"], lead["role"], lead["laptops"]) == ("Назарова Дилбар", "lead_trainer", ["K7"])
    assert pair("office", *made)[0] == DONE
    assert pair("office", "course", "trainers", "DSH2")[1]["trainers"] == []


def test_names_ids_and_roles(pair: Run) -> None:
    assert trainers(pair, "K7", "--add", "Саидзода Фаррух Каримович", "--role", "lead_trainer") == [
        ("Саидзода Фаррух Каримович", "lead_trainer", ["K9"])
    ]
    found = trainers(pair, "K7", "--add", "K9", "--add", "Саидзода Фирӯза")
    assert found == [
        ("Саидзода Фаррух Каримович", "trainer", ["K9"]),
        ("Саидзода Фирӯза", "trainer", ["K9"]),
    ], "a second call changes the role; somebody new is added"
    code, refused = pair("K7", "course", "trainers", "DSH1", "--add", "Азизов Фаррух", "--remove", "K9")
    assert (code, refused["error"]["code"]) == (REFUSED, "course.several_people")
    assert trainers(pair, "K7") == found, "one that is not understood leaves all as they were"
    people = pair("K7", "people", "search", "Саидзода")[1]["people"]
    key = next(one["id"] for one in people if "Фирӯза" in one["name"])
    assert trainers(pair, "K7", "--remove", key) == found[:1]
    assert trainers(pair, "K7", "--remove", "Саидзода") == []
    assert trainers(pair, "K7", "--add", "Азизов Ф.")[0][0] == "Азизов Фаррух Бахтиёрович"
    assert len(pair("K7", "people", "search", "Азизов")[1]["people"]) == 1, "nobody stands there twice"
    for option, who, expected in (
        ("--remove", "K9", "course.no_such_trainer"),
        ("--remove", "Раҳимова Зарина", "course.no_such_trainer"),
        ("--add", "K8", "office.unknown_device"),
        ("--add", " ", "person.no_name"),
    ):
        assert pair("K7", "course", "trainers", "DSH1", option, who)[1]["error"]["code"] == expected


def test_a_laptop_without_its_owners_name_is_enrolled_again_with_it(pair: Run, tmp_path: Path) -> None:
    enrol(pair, tmp_path, "K8", "--name", "Раҳимова")
    give(pair, tmp_path, "K7")
    code, refused = pair("K7", "course", "trainers", "DSH1", "--add", "K8")
    assert (code, refused["error"]["code"]) == (REFUSED, "course.laptop_nameless")
    assert "`device request --name`" in refused["error"]["message"]
    enrol(pair, tmp_path, "K8", "--name", "З. Раҳимова")
    give(pair, tmp_path, "K7")
    assert trainers(pair, "K7", "--add", "K8") == [("Раҳимова З.", "trainer", ["K8"])]


def test_people_read_it_in_their_language(pair: Run, tmp_path: Path) -> None:
    said = {}
    for language in ("en", "ru", "tg"):
        out = io.StringIO()
        session = CliContext(out=out, err=io.StringIO(), cost=KdfCost())
        words = ["--lang", language, "--data", str(tmp_path / "K7"), "course", "trainers", "DSH1"]
        assert run(words, session) == DONE
        assert run([*words, "--add", "K7", "--role", "observer"], session) == DONE
        assert run([*words, "--remove", "K7"], CliContext(out=io.StringIO(), err=io.StringIO())) == DONE
        said[language] = out.getvalue().splitlines()
    assert said["en"] == ["Nobody is assigned to course DSH1 yet.", "Назарова Дилбар  observer  K7"]
    assert said["ru"] == ["На курс DSH1 пока никто не назначен.", "Назарова Дилбар  наблюдатель  K7"]
    assert said["tg"] == ["Ба курси DSH1 ҳанӯз касе таъин нашудааст.", "Назарова Дилбар  нозир  K7"]
