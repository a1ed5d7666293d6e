"""Office and laptop on the command line: requests, receipts, archive, watched folder, what was lost."""

import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.kit import samples
from tests.kit.writing import groups_at
from trainer_app.cli.context import DONE, IN_REVIEW, PASSPHRASE, REFUSED, CliContext
from trainer_app.cli.program import run
from trainer_app.domain.exchange.laptops import KdfCost

type Run = Callable[..., tuple[int, dict[str, Any]]]


@pytest.fixture
def call(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Return a way to run a command in the folder of an office, of K7, or of K9."""
    monkeypatch.setenv("TRAINER_STATE", str(tmp_path / "state"))
    monkeypatch.setenv(PASSPHRASE, samples.PASSPHRASE)

    def made(who: str, *arguments: str) -> tuple[int, dict[str, Any]]:
        session = CliContext(out=io.StringIO(), err=io.StringIO(), cost=KdfCost())
        code = run(["--data", str(tmp_path / who), "--json", "--lang", "en", *arguments], session)
        assert isinstance(session.out, io.StringIO)
        return code, dict(json.loads(session.out.getvalue()))

    return made


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


def course(call: Run, who: str, code: str) -> None:
    """Make a course of two days in a project of its own."""
    days = ("--from", "2018-10-15", "--to", "2018-10-16", "--sessions-per-day", "2")
    words = ("--project", f"P{code}", "--code", code, "--title", "Course", "--town", "Dushanbe")
    assert call(who, "course", "create", *words, *days)[0] == DONE


@pytest.fixture
def enrolled(call: Run, stick: Path) -> Run:
    """Two laptops of one office, and a course with one person on both."""
    call("office", "office", "init", "--name", "Office", "--code", "DSH")
    course(call, "office", "DSH1")
    for code in ("K7", "K9"):
        asked = call(code, "device", "request", "--out", str(stick / f"{code}.json"))[1]
        digits = ("--digits", asked["fingerprint"], "--course", "DSH1")
        enrol = ("enrol", asked["file"], "--device", code, "--out", str(stick), *digits)
        given = call("office", "office", *enrol)[1]
        joined = call(code, "device", "join", given["file"], "--digits", given["office_fingerprint"])
        assert joined[0] == DONE
    return call


def plain(folder: Path, *arguments: str) -> str:
    """Run a command as a person reads it; return what it writes."""
    session = CliContext(out=io.StringIO(), err=io.StringIO(), cost=KdfCost())
    run(["--data", str(folder), "--lang", "en", *arguments], session)
    assert isinstance(session.out, io.StringIO)
    return session.out.getvalue()


def give(call: Run, device: str, stick: Path) -> dict[str, Any]:
    """Write a pack and take it in; return what the laptop says."""
    file = call("office", "pack", "export", "--device", device, "--to", str(stick))[1]["file"]
    return call(device, "bundle", "import", file)[1]


def test_a_request_and_its_answer(enrolled: Run, stick: Path) -> None:
    code, refused = enrolled("office", "office", "ask", "--device", "K7")
    assert (code, refused["error"]["code"]) == (REFUSED, "errand.empty")
    asked = enrolled("office", "office", "ask", "--device", "k7", "--text", "call us", "--course", "DSH1")[1][
        "id"
    ]
    assert give(enrolled, "K7", stick)["news"] == ["The office asks for 1 thing; see Today."]
    (found,) = enrolled("K7", "device", "asked")[1]["errands"]
    assert (found["id"], found["words"], found["state"], found["course"]) == (
        asked,
        "call us",
        "open",
        "DSH1",
    )
    assert enrolled("K9", "device", "asked")[1]["errands"] == []
    enrolled("K7", "device", "answer", asked, "--text", "done it")
    sent = enrolled("K7", "bundle", "export", "--to", str(stick))[1]["file"]
    enrolled("office", "bundle", "import", sent)
    (done,) = enrolled("office", "office", "asked")[1]["errands"]
    assert (done["state"], done["answer"]) == ("done", "done it")


def test_nobody_joins_or_is_enrolled_by_a_file_alone(call: Run, stick: Path) -> None:
    """H3: which groups are asked for is told; the digits themselves are not on the laptop."""
    made = call("office", "office", "init", "--name", "Office", "--code", "DSH")[1]
    asked = call("K7", "device", "request", "--out", str(stick / "K7.json"))[1]
    enrol = ("office", "enrol", asked["file"], "--device", "K7", "--out", str(stick))
    for digits, code in (((), "office.digits_missing"), (("--digits", "1" * 30), "office.other_laptop")):
        done, refused = call("office", *enrol, *digits)
        assert (done, refused["error"]["code"]) == (REFUSED, code)
    given = call("office", *enrol, "--digits", asked["fingerprint"])[1]
    assert given["office_fingerprint"] == made["fingerprint"]
    done, refused = call("K7", "device", "join", given["file"])
    assert (done, refused["error"]["code"]) == (REFUSED, "office.digits_missing")
    places = refused["error"]["details"]
    done, refused = call("K7", "device", "join", "--digits", "2" * 10)
    assert refused["error"]["code"] == "office.wrong_digits"
    assert refused["error"]["details"]["left"] == 2
    assert call("K7", "device", "leave") == (DONE, {"left": True})
    done, refused = call("K7", "device", "join", "--digits", made["fingerprint"])
    assert (done, refused["error"]["code"]) == (REFUSED, "office.nothing_waits")
    call("K7", "device", "join", given["file"])
    groups = groups_at(made["fingerprint"], (places["first"], places["second"]))
    joined = call("K7", "device", "join", "--digits", " ".join(groups))
    assert joined[1]["device"] == "K7"


def test_on_a_terminal_the_groups_are_asked_for(
    call: Run, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = call("office", "office", "init", "--name", "Office", "--code", "DSH")[1]
    asked = call("K7", "device", "request", "--out", str(stick / "K7.json"))[1]

    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    def typed(words: str) -> None:
        monkeypatch.setattr("sys.stdin", Terminal(f"{words}\n"))

    typed(asked["fingerprint"])
    enrol = ("office", "enrol", asked["file"], "--device", "K7", "--out", str(stick))
    given = call("office", *enrol)[1]
    typed(made["fingerprint"])
    assert call("K7", "device", "join", given["file"])[1]["device"] == "K7"


def test_receipts_and_the_archive(enrolled: Run, stick: Path) -> None:
    course(enrolled, "K7", "OWN")
    made = enrolled("K7", "device", "standing")[1]
    assert made["unsent"] > 0
    own = enrolled("K7", "device", "standing", "--course", "OWN")[1]
    waiting = made["unsent"] - 1
    assert own == {"course": "OWN", "unsent": waiting, "sent": 0, "received": 0}, "all but the project"
    enrolled("office", "office", "archive", "safety", "--elsewhere")
    enrolled("office", "bundle", "import", enrolled("K7", "bundle", "export", "--to", str(stick))[1]["file"])
    give(enrolled, "K7", stick)
    assert enrolled("K7", "device", "standing")[1]["received"] == made["unsent"]
    copied = enrolled("office", "office", "archive", "copy", "--to", str(stick))[1]
    assert copied["files"] == copied["new"] > 0
    shown = enrolled("office", "office", "archive", "show")[1]
    assert (shown["missing"], shown["safe"]) == (0, "elsewhere")
    assert (shown["files_imported"], shown["files_own"]) == (1, shown["files"] - 1)
    assert shown["files_own"] > 0, "the laptops' enrolment at least"
    give(enrolled, "K7", stick)
    now = enrolled("K7", "device", "standing")[1]
    assert (now["safe"], now["received"], now["differing"], now["warnings"]) == (made["unsent"], 0, [], [])
    again = enrolled("K7", "bundle", "export", "--to", str(stick), "--everything")[1]
    assert again["from"] == 1
    assert again["entries"] >= made["unsent"]


class Terminal(io.StringIO):
    """A keyboard on which somebody answers."""

    def isatty(self) -> bool:
        return True


def test_the_database_is_made_anew(
    enrolled: Run, stick: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    course(enrolled, "K7", "OWN")
    enrolled("office", "bundle", "import", enrolled("K7", "bundle", "export", "--to", str(stick))[1]["file"])
    before = enrolled("office", "check")[1]
    code, tried = enrolled("office", "office", "rebuild")
    assert (code, tried["same"], tried["replaced"], tried["digest"]) == (DONE, True, False, before["digest"])
    with monkeypatch.context() as terminal:
        terminal.setattr("sys.stdin", Terminal("n\n"))
        code, asked = enrolled("office", "office", "rebuild", "--replace")
        assert (code, asked["error"]["code"]) == (REFUSED, "cli.declined")
        assert not list(tmp_path.glob("**/*.rebuilt"))
    code, done = enrolled("office", "office", "rebuild", "--replace")
    assert (code, done["replaced"]) == (DONE, True)
    assert Path(done["kept"]).exists()
    after = enrolled("office", "check")[1]
    assert (after["ok"], after["digest"], after["entries"]) == (True, before["digest"], before["entries"])
    code, refused = enrolled("office", "office", "rebuild", "--from", str(stick))
    assert (code, refused["error"]["code"]) == (REFUSED, "archive.no_order")


def test_a_watched_folder(enrolled: Run, stick: Path, tmp_path: Path) -> None:
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    enrolled("office", "office", "watch", "--folder", str(inbox))
    course(enrolled, "K7", "OWN")
    sent = enrolled("K7", "bundle", "export", "--to", str(inbox))[1]["file"]
    assert enrolled("office", "office", "incoming")[1]["files"] == [sent]
    enrolled("office", "bundle", "import", sent)
    assert enrolled("office", "office", "incoming")[1]["files"] == []


def place_of(number: int) -> tuple[str, ...]:
    return "--course", "DSH1", "--session", "1", "--number", str(number)


def test_what_was_lost_by_a_decision(enrolled: Run, stick: Path) -> None:
    people = stick / "list.csv"
    people.write_text("name,sex\nСаидова Малика,female\nАзизов Фаррух,male\n", "utf-8")
    enrolled("office", "roster", "import", str(people), "--course", "DSH1")
    for code in ("K7", "K9"):
        give(enrolled, code, stick)
    for code, mark in (("K7", "present"), ("K9", "absent")):
        for number in (1, 2):
            enrolled(code, "attendance", "mark", *place_of(number), "--mark", mark)
        sent = enrolled(code, "bundle", "export", "--to", str(stick))[1]["file"]
        code_of_import = enrolled("office", "bundle", "import", sent)[0]
    assert code_of_import == IN_REVIEW
    items = [one for one in enrolled("office", "review", "list")[1]["items"] if one["entity"] == "attendance"]
    assert len(items) == 2
    told = plain(stick.parent / "office", "review", "list").splitlines()
    sides = told[told.index(next(line for line in told if line.startswith(items[0]["id"]))) + 1 :][:2]
    assert sorted(line.split(" · ")[0].strip("* ") for line in sides) == ["absent", "present"]
    assert [line.strip().startswith("*") for line in sides].count(True) == 1, "what is shown now is marked"
    assert {"K7", "K9"} <= {part for line in sides for part in line.split(" · ")}
    place = next(at for at, side in enumerate(items[0]["sides"]) if side["device"] == "K7")
    because = ("--reason", "the sheet is signed")
    settle = ("review", "settle", items[0]["id"], "--take", f"#{place}", "--alike", *because)
    settled = enrolled("office", *settle)[1]
    assert settled["left"] == 0
    assert any("replaced" in told for told in give(enrolled, "K9", stick)["news"])
    lost = enrolled("K9", "review", "replaced")[1]["replaced"]
    assert [(one["own"]["words"], one["new"]["words"], one["settled"]) for one in lost] == [
        ("absent", "present", True)
    ] * 2
    assert {one["new"]["reason"] for one in lost} == {"the sheet is signed"}
    assert "the sheet is signed" in plain(stick.parent / "K9", "review", "replaced")
    mark = enrolled("K9", "attendance", "history", *place_of(1))[1]["changes"][0]
    assert (mark["reason"], mark["words"]) == ("the sheet is signed", ["present"])
    assert {side["words"] for side in mark["decided"]} == {"present", "absent"}
    assert enrolled("K9", "review", "acknowledge", lost[0]["id"])[1]["acknowledged"] == 1
    assert enrolled("K9", "review", "acknowledge", "all")[1]["acknowledged"] == 1
    assert enrolled("K9", "review", "replaced")[1]["replaced"] == []
    assert len(enrolled("K9", "review", "replaced", "--seen")[1]["replaced"]) == 2


def test_a_choice_that_is_none_is_refused_with_those_that_are(enrolled: Run, stick: Path) -> None:
    people = stick / "list.csv"
    people.write_text("name,sex\nСаидова Малика,female\n", "utf-8")
    enrolled("office", "roster", "import", str(people), "--course", "DSH1")
    for code in ("K7", "K9"):
        give(enrolled, code, stick)
    for code, mark, points in (("K7", "present", "16.5"), ("K9", "absent", "12")):
        enrolled(code, "attendance", "mark", *place_of(1), "--mark", mark)
        score = ("evaluation", "score", "--course", "DSH1", "--occasion", "post", "--number", "1")
        enrolled(code, *score, "--points", points)
        sent = enrolled(code, "bundle", "export", "--to", str(stick))[1]["file"]
        enrolled("office", "bundle", "import", sent)
    items = {one["entity"]: one for one in enrolled("office", "review", "list")[1]["items"]}
    ours = {
        entity: next(side["words"] for side in item["sides"] if side["shown"])
        for entity, item in items.items()
    }

    def told(entity: str, *options: str) -> str:
        settle = ("review", "settle", items[entity]["id"], "--take", "banana", *options)
        code, refused = enrolled("office", *settle)
        assert (code, refused["error"]["code"]) == (REFUSED, "review.bad_choice")
        return str(refused["error"]["message"])

    assert f"It can be: ours ({ours['attendance']}); theirs (" in told("attendance")
    assert "; #0 (" in told("attendance")
    assert told("attendance").endswith("; present; late; excused; absent; late 15.")
    assert told("attendance", "--alike").endswith(" (absent)."), "a third value is none for many"
    assert told("paper").endswith("; points such as 16.5 20.")
    for language, words in (("ru", "Можно указать: ours ("), ("tg", "Имконпазир аст: ours (")):
        assert words in told("attendance", "--lang", language)
    assert enrolled("office", "review", "list")[1]["items"], "nothing was decided"
    take = ("review", "settle", items["paper"]["id"], "--take", "16.5 20")
    assert enrolled("office", *take)[0] == DONE


def test_a_revoked_laptop_gets_no_file_and_is_enrolled_anew(enrolled: Run, stick: Path) -> None:
    enrolled("office", "office", "revoke", "K7")
    code, refused = enrolled("office", "pack", "export", "--device", "K7", "--to", str(stick))
    assert (code, refused["error"]["code"]) == (REFUSED, "office.revoked_device")
    assert "enrol it anew" in refused["error"]["message"]
    for language, words in (("ru", "зарегистрируйте его заново"), ("tg", "аз нав ба қайд гиред")):
        again = enrolled("office", "pack", "export", "--device", "K7", "--to", str(stick), "--lang", language)
        assert words in again[1]["error"]["message"]
    asked = enrolled("K7", "device", "request", "--out", str(stick / "again.json"))[1]
    digits = ("--digits", asked["fingerprint"], "--course", "DSH1")
    enrol = ("office", "enrol", asked["file"], "--device", "K7", "--out", str(stick), *digits)
    assert enrolled("office", *enrol)[0] == DONE
    give(enrolled, "K7", stick)


def test_issuing_says_first_who_is_not_decided(enrolled: Run, stick: Path) -> None:
    listed = stick / "list.csv"
    listed.write_text("name,sex\nСаидова Малика,female\nАзизов Фаррух,male\n", "utf-8")
    enrolled("office", "roster", "import", str(listed), "--course", "DSH1")
    for code in ("K7", "K9"):
        give(enrolled, code, stick)
    for code, mark in (("K7", "present"), ("K9", "late")):
        enrolled(code, "attendance", "mark", *place_of(2), "--mark", mark)
        enrolled(code, "attendance", "mark", *place_of(1), "--mark", "present")
        sent = enrolled(code, "bundle", "export", "--to", str(stick))[1]["file"]
        enrolled("office", "bundle", "import", sent)
    (item,) = [
        one for one in enrolled("office", "review", "list")[1]["items"] if one["entity"] == "attendance"
    ]
    to = ("certificate", "issue", "--course", "DSH1", "--out")
    code, issued = enrolled("office", *to, str(stick / "one.pdf"), "--only", "1")
    assert (code, issued["issued"], issued["undecided"]) == (DONE, 1, [])
    said = io.StringIO()
    session = CliContext(out=io.StringIO(), err=said, cost=KdfCost())
    asked = (
        "--data",
        str(stick.parent / "office"),
        "--lang",
        "en",
        *to,
        str(stick / "two.pdf"),
        "--only",
        "2",
    )
    assert run([*asked], session) == DONE, "it is a warning, no refusal"
    assert "1 person has a conflict that is not decided: No.\u00a02 " in said.getvalue()
    serial = [
        row["serial"] for row in enrolled("office", "certificate", "board", "--course", "DSH1")[1]["rows"]
    ]
    enrolled("office", "certificate", "void", serial[1], "--reason", "once more")
    code, issued = enrolled("office", *to, str(stick / "three.pdf"), "--only", "2")
    assert [(each["course"], each["number"]) for each in issued["undecided"]] == [("DSH1", 2)]
    assert issued["undecided_courses"] == []
    enrolled("office", "review", "settle", item["id"], "--take", "ours")
    serial = [
        row["serial"] for row in enrolled("office", "certificate", "board", "--course", "DSH1")[1]["rows"]
    ]
    enrolled("office", "certificate", "void", serial[1], "--reason", "once more")
    assert enrolled("office", *to, str(stick / "four.pdf"), "--only", "2")[1]["undecided"] == []


def test_a_course_of_a_trainer_with_the_owner_s_name_is_told_and_chosen_by_a_person(
    call: Run, stick: Path
) -> None:
    call("office", "office", "init", "--name", "Office", "--code", "DSH")
    asked = call("K7", "device", "request", "--out", str(stick / "a.json"), "--name", "Дилбар Назарова")[1]
    enrol = ("office", "enrol", asked["file"], "--device", "K7", "--out", str(stick))
    given = call("office", *enrol, "--digits", asked["fingerprint"])[1]
    call("K7", "device", "join", given["file"], "--digits", given["office_fingerprint"])
    for code in ("FIRST", "OTHER"):
        course(call, "office", code)
    assert call("office", "course", "trainers", "FIRST", "--add", "Назарова Дилбар")[0] == DONE
    export = ("pack", "export", "--device", "K7", "--to", str(stick))
    assert call("office", *export)[1]["not_included"] == ["FIRST"]
    assert "Not in this file: FIRST." in plain(stick.parent / "office", *export)
    give(call, "K7", stick)
    assert call("K7", "course", "list")[1]["courses"] == []
    chosen = call("office", *export, "--course", "FIRST")[1]
    assert chosen["not_included"] == []
    call("K7", "bundle", "import", chosen["file"])
    assert [line["code"] for line in call("K7", "course", "list")[1]["courses"]] == ["FIRST"]
    assert call("office", *export)[1]["not_included"] == []


def test_the_laptops_are_listed_with_what_came_from_each(enrolled: Run, stick: Path, tmp_path: Path) -> None:
    course(enrolled, "K7", "GRM1")
    sent = enrolled("K7", "bundle", "export", "--to", str(stick))[1]["file"]
    assert enrolled("office", "bundle", "import", sent)[0] == DONE
    code, document = enrolled("office", "office", "laptops")
    assert code == DONE
    lines = {each["code"]: each for each in document["laptops"]}
    assert list(lines) == ["A1", "K7", "K9"]
    assert (lines["A1"]["office"], lines["K7"]["office"]) == (True, False)
    assert lines["K7"]["last_file"] == Path(sent).name
    assert lines["K7"]["last_at"] > 0
    assert (lines["K9"]["entries"], lines["K9"]["last_file"], lines["K9"]["revoked_on"]) == (0, None, None)
    assert [each["silent"] for each in lines.values()] == [False] * 3
    assert enrolled("office", "office", "revoke", "K9")[0] == DONE
    revoked = {each["code"]: each for each in enrolled("office", "office", "laptops")[1]["laptops"]}["K9"]
    assert revoked["revoked_on"]
    said = plain(tmp_path / "office", "office", "laptops").splitlines()
    assert [line.split()[0] for line in said] == ["A1", "K7", "K9"]
    assert lines["K7"]["fingerprint"] in said[1]
