"""Erasing: names go, figures stay, and every field that stays keeps its value and its contradictions."""

import json
import random
from collections.abc import Mapping
from typing import Any

import msgspec
import pytest

from tests.domain.worlds import KEYS, erased, history_of
from trainer_app.domain.base import merging, schema
from trainer_app.domain.base.journal import Entry, decode_entry, encode_entry, entry_id
from trainer_app.domain.base.merging import RowKey, World
from trainer_app.domain.base.schema import DELETED
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.certificates.certificates import CertificateFacts, CertificateKind, Signatory
from trainer_app.domain.evaluations.questions import Accepted, Option, Question, QuestionKind
from trainer_app.domain.office.erasing import (
    BLURRED,
    Blurring,
    ErasurePlan,
    blur_answer,
    blur_facts,
    plan_words,
    rewrite_entries,
)
from trainer_app.system.messages import label_text

OFFICE = "f" * 32
RUNS = 1_000
NOBODY = Blurring(lambda key: None, lambda text: "id of " + text)


def rest(entity: str, fields: Mapping[str, Any], row: Mapping[str, Any]) -> dict[str, Any]:
    """Drop remarks and reasons, as erasing does, from rows of any kind."""
    del entity, row
    gone = ("remark", "reason", "topic", "second")
    return {name: value for name, value in fields.items() if name not in gone or value is None}


def erase(lines: list[bytes]) -> tuple[list[bytes], int]:
    """Return all lines after every row was erased, and how many lines went."""
    rows: dict[RowKey, dict[bytes, Entry]] = {}
    silent = {entry_id(line) for line in lines if decode_entry(line).erased}
    for line in lines:
        entry, own = decode_entry(line), entry_id(line)
        if own not in silent:
            rows.setdefault((entry.e, entry.k), {})[own] = entry
    found, number, gone = list(lines), 0, set[bytes]()
    for place, entries in rows.items():
        rewritten = rewrite_entries(place, entries, rest)
        gone |= rewritten.silenced
        for entry in rewritten.made:
            number += 1
            found.append(encode_entry(msgspec.structs.replace(entry, r=OFFICE, n=number)))
    found += [erased(line) for line in lines if entry_id(line) in gone]
    return found, len(gone)


def world_of(lines: list[bytes]) -> World:
    """Return what lines mean."""
    world = World()
    for line in lines:
        world.add(line)
    return world


def staying(world: World) -> dict[RowKey, Any]:
    """Return of each row what erasing must not change: values and contradictions, without remarks."""
    found = {}
    for place, outcome in world.state().items():
        row = rest(place[0], outcome.row or {}, {})
        # A blank is as good as nothing: the entry that emptied a remark may stay.
        shown = {name: value for name, value in row.items() if value is not None}
        for name in shown:
            times = [head.time for head in world.registers[place][name].heads.values()]
            if name in outcome.contradictions and times.count(max(times)) > 1:
                # Of two values of the very same time the id decides, and what is written anew has another.
                shown[name] = "either"
        # A row of which all goes says nothing any more, also not that it waits for a decision.
        if shown:
            names = [name for name in outcome.contradictions if rest("", {name: 1}, {})]
            found[place] = (json.dumps(shown, sort_keys=True), sorted(names))
    return found


def test_whatever_happened_before_only_what_is_personal_goes() -> None:
    """Laptops with wrong clocks, clones, deletes, decisions: what is counted stays exactly as it was."""
    erased_lines = 0
    for seed in range(RUNS):
        lines = history_of(random.Random(seed).randbytes(160)).everything()
        before = staying(world_of(lines))
        after_lines, gone = erase(lines)
        erased_lines += gone
        assert staying(world_of(after_lines)) == before, seed
        shuffled = random.Random(seed).sample([*after_lines, *after_lines], 2 * len(after_lines))
        assert world_of(shuffled).state() == world_of(after_lines).state(), seed
        assert erase(after_lines) == (after_lines, 0), seed
    assert erased_lines > 3 * RUNS


def test_why_somebody_decided_goes_and_the_decision_stays() -> None:
    """The reason is free words about a person, also where nothing else of the entry is."""
    place = ("attendance", KEYS[0])

    def written(replica: str, mark: str, replaces: tuple[bytes, ...] = (), why: str = "") -> bytes:
        heads = {"mark": [one.hex() for one in replaces]} if replaces else {}
        time = (1_000 + len(replaces), 0)
        return encode_entry(
            Entry(r=replica * 32, n=1, t=time, e=place[0], k=place[1], s={"mark": mark}, w=heads, y=why)
        )

    sides = [written("a", "late"), written("b", "absent")]
    decision = written("c", "late", tuple(entry_id(line) for line in sides), "Раҳимов was seen")
    lines = [*sides, decision]
    after, gone = erase(lines)
    assert gone == 1
    left = [line for line in after if line != decision]
    assert not any("Раҳимов".encode() in line for line in left)
    assert world_of(after).state() == world_of(lines).state()
    assert world_of([*sides, *left]).state() == world_of(lines).state(), "nothing is open again"
    assert erase(left) == (left, 0)


def question(kind: QuestionKind, *accepted: str) -> Question:
    """Return a question that accepts words or numbers."""
    return Question(KEYS[0], kind, Texts(en="?"), accepted=tuple(Accepted(each) for each in accepted))


@pytest.mark.parametrize(
    ("asked", "answer", "left"),
    [
        (question(QuestionKind.TEXT, "112"), "112", "112"),
        (question(QuestionKind.TEXT, "112"), "ask Rahimov", BLURRED),
        (question(QuestionKind.TEXT, "*police*"), "my friend in the police", "police"),
        (question(QuestionKind.TEXT, "*"), "I am Rahimov", BLURRED),
        (question(QuestionKind.TEXT), "I am Rahimov", BLURRED),
        (question(QuestionKind.TEXT), "", ""),
        (question(QuestionKind.NUMBER, "3..4"), "7", "7"),
        (None, "2", BLURRED),
    ],
)
def test_answers_are_worth_the_same_and_hold_no_free_words(
    asked: Question | None, answer: str, left: str
) -> None:
    assert blur_answer(asked, answer) == left
    assert blur_answer(asked, left) == left


def test_choices_stay() -> None:
    asked = Question(KEYS[0], QuestionKind.SINGLE, Texts(en="?"), options=(Option(Texts(en="A"), 10_000),))
    blurring = Blurring(lambda key: asked if key == KEYS[1] else None, str)
    fields = {"value": "1", "second": "1"}
    assert blurring.rest_of("answer", fields, {"question": KEYS[1]}) == fields
    assert blurring.rest_of("answer", fields, {}) == {"value": BLURRED, "second": BLURRED}


def test_a_certificate_keeps_its_number_and_what_was_taught() -> None:
    facts = CertificateFacts(
        *("DSH-2018-K7-00001-38", CertificateKind.COMPLETION, "tg", "Раҳимов Некрӯз", "RAHIMOV", "major"),
        *("Курс", "Course", "DSH1", "Душанбе", "Dushanbe", "2018-10-15", "2018-10-18", 2400),
        *("Ташкилот", "Organiser", "Шарик", "Partner", "2018-10-18"),
        signatories=(Signatory("М. Саидова", "Роҳбар"),),
    )
    text = msgspec.json.encode(facts).decode()
    fields = {
        "serial": facts.serial,
        "facts": text,
        "credential": "TRC1:",
        "badge": "ey",
        "reason": "Rahimov",
    }
    left = NOBODY.rest_of("certificate", fields, {})
    assert left.keys() == {"serial", "facts", "credential_id"}
    assert left["credential_id"] == "id of TRC1:"
    known = msgspec.json.decode(left["facts"], type=CertificateFacts)
    assert (known.serial, known.hours, known.course_code, known.name) == (facts.serial, 2400, "DSH1", "")
    assert not any(word in left["facts"] for word in ("Раҳимов", "RAHIMOV", "major", "Саидова"))
    assert blur_facts(left["facts"]) == left["facts"]


def test_of_a_person_only_what_is_counted_stays() -> None:
    fields = dict.fromkeys(schema.ENTITIES["person"].fields, "Раҳимов") | {DELETED: False, "phone": None}
    left = NOBODY.rest_of("person", fields, {})
    assert left.keys() == {"sex", "erased", "phone", DELETED}
    assert merging.same_value(left["phone"], None)


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("en", "7 files, the office's own included"),
        ("ru", "7 файлов, вместе с собственными файлами офиса"),
        ("tg", "7 файл, бо файлҳои худи идора"),
    ],
)
def test_the_files_of_the_archive_are_not_called_received(code: str, told: str) -> None:
    """Three were imported, and seven received files were told: the office's own lie there too."""
    said = label_text(plan_words(ErasurePlan("p", ("Somebody",), 1, archived=7)).goes[-1], code)
    assert told in said
