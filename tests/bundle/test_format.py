"""`FORMAT.md` holds what the code says: every entity and field, every member, every code of a refusal."""

import re
from collections.abc import Mapping

import msgspec
import pytest

from tests.bundle import format_tables
from tests.bundle.format_tables import BEGIN, DOCUMENT, END, WORDS
from trainer_app.actions.base import saying
from trainer_app.bundle.certificate_check import CheckResult
from trainer_app.bundle.layout import MAX_COURSES, MAX_KINDS, MAX_SEEN, Header
from trainer_app.bundle.sealing import Purpose
from trainer_app.domain.base.fields import FieldKind, MergePolicy, Writers
from trainer_app.domain.base.journal import MAX_REPLACED, Entry
from trainer_app.domain.base.schema import ENTITIES, VERSION, field_of
from trainer_app.domain.certificates.certificates import CertificateFacts
from trainer_app.domain.courses.ranks import RANKS, SERVICES
from trainer_app.domain.office.approvals import OpenMatter

TEXT = DOCUMENT.read_text("utf-8")


def chapter(heading: str) -> str:
    """Return what stands below a heading, up to the next one of any height."""
    found = re.search(rf"^#+ {re.escape(heading)}.*?\n(.*?)(?=^#+ |\Z)", TEXT, re.DOTALL | re.MULTILINE)
    assert found is not None, heading
    return found[1]


def first_cells(text: str) -> set[str]:
    """Return what stands in code in the first cells of tables."""
    cells = (line.split("|")[1] for line in text.splitlines() if line.startswith("| `"))
    return {name for cell in cells for name in re.findall("`([^`]+)`", cell)}


def written_names(struct: type[msgspec.Struct]) -> set[str]:
    """Return the members of a struct as they are written."""
    return {field.encode_name for field in msgspec.structs.fields(struct)}


def test_tables_are_those_of_the_program() -> None:
    assert format_tables.made_anew(TEXT) == TEXT, "python -m tests.bundle.format_tables"


def test_tables_hold_every_entity_and_every_field() -> None:
    made = TEXT.partition(BEGIN)[2].partition(END)[0]
    parts = re.split(r"^\*\*`(\w+)`\*\*", made, flags=re.MULTILINE)[1:]
    found = {name: first_cells(table) for name, table in zip(parts[::2], parts[1::2], strict=True)}
    assert [*found] == [*ENTITIES]
    for name, entity in ENTITIES.items():
        wanted = {
            each if not field.language or field.language == "tg" else f"_{field.language}"
            for each, field in entity.fields.items()
        }
        assert found[name] == wanted


def test_another_schema_gives_other_tables(monkeypatch: pytest.MonkeyPatch) -> None:
    fields = {**ENTITIES["team"].fields, "since": msgspec.structs.replace(ENTITIES["team"].fields["device"])}
    changed = {**ENTITIES, "team": msgspec.structs.replace(ENTITIES["team"], fields=fields)}
    monkeypatch.setattr(format_tables, "ENTITIES", changed)
    assert "| `since` | text |" in format_tables.tables()
    assert format_tables.made_anew(TEXT) != TEXT


def test_words_from_lists_are_those_that_the_program_knows() -> None:
    known: Mapping[tuple[str, str], tuple[str, ...]] = saying._OPTIONS
    told = {tuple(place.split(".")): {each.value for each in words} for place, words in WORDS.items()}
    for (entity, name), options in known.items():
        field = field_of(entity, name)
        if field is not None and field.kind is FieldKind.TEXT:
            assert told[entity, name] >= {*options}, (entity, name)
    assert all(field_of(entity, name) is not None for entity, name in told)


def test_every_member_of_an_entry_and_of_the_header_is_told() -> None:
    entry = first_cells(chapter("`data/entries.ndjson`"))
    assert entry == written_names(Entry) - {"x"}
    assert '"x":"..."' in chapter("`data/entries.ndjson`")
    assert first_cells(chapter("`bundle.json`")) == written_names(Header)


def test_words_within_texts_and_lists_are_told() -> None:
    told = {*re.findall("`([^`]+)`", chapter("Entities and fields"))}
    facts = {field.encode_name for field in msgspec.structs.fields(CertificateFacts)}
    assert facts - told == set()
    assert {*RANKS, *SERVICES[1:], *OpenMatter} - told == set()


def test_numbers_are_those_of_the_code() -> None:
    flat = " ".join(TEXT.split())
    assert f"at most {MAX_REPLACED} in all" in flat
    assert f"at most {MAX_SEEN:,} ids in `seen`, {MAX_KINDS:,} kinds in `counts` and {MAX_COURSES:,}" in flat
    assert f"in version {VERSION} of the vocabulary" in flat


def test_classes_of_writers_name_their_rows() -> None:
    """Those of a team are told together: a course and all rows below it."""
    lines = [line for line in chapter("Who may write what").splitlines() if line.startswith("| ")]
    rows = {line.split("|")[1].strip(): line for line in lines}
    for name, entity in ENTITIES.items():
        word = f"`{name}`" if entity.writers is not Writers.ISSUER else name
        assert entity.writers is Writers.TEAM or word in rows[entity.writers], name
    for name, entity in ENTITIES.items():
        for field, described in entity.fields.items():
            if described.writers in (Writers.ADDRESSEE, Writers.ANYBODY):
                assert re.search(rf"`({name}\.)?{field}`", rows[described.writers]), field


def test_purposes_policies_writers_and_results_are_told() -> None:
    flat = " ".join(TEXT.split())
    for words in (MergePolicy, Writers, CheckResult, Purpose):
        assert [each.value for each in words if each.value not in flat] == []


def test_it_can_be_read_without_our_source() -> None:
    """What it rests on is said in it: no chapter sends its reader to a module."""
    assert re.findall(r"[Dd]escribed in `[\w/]+\.py`", TEXT) == []
