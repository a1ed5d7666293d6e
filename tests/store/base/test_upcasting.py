"""What an older version wrote is shown as the newer one calls it, from a file as from the own journal."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.store.parts import Bench, assert_sound, key_of, lines_of, put, receive, row, waiting
from trainer_app.domain.base import schema
from trainer_app.domain.base.journal import Entry, Value, decode_entry, told_apart
from trainer_app.domain.base.schema import read_entry
from trainer_app.domain.base.settings import SCHEMA_FINGERPRINT
from trainer_app.store.base import rows
from trainer_app.store.base.store import Store
from trainer_app.store.exchange.integrity import digest_of


def call_it_rank(entry: Entry) -> Entry:
    """Invented: what version 1 called "title", version 2 calls "rank"; what replaced it is named so too."""

    def renamed[T](members: dict[str, T]) -> dict[str, T]:
        return {"rank" if name == "title" else name: value for name, value in members.items()}

    if entry.e != "person":
        return schema.raise_version(entry)
    return schema.raise_version(entry, s=renamed(entry.s), w=renamed(entry.w))


def become_newer(monkeypatch: pytest.MonkeyPatch) -> None:
    """Turn this program into its next version."""
    monkeypatch.setattr(schema, "VERSION", 2)
    monkeypatch.setattr(rows, "VERSION", 2)
    monkeypatch.setattr(schema, "UPCASTERS", {1: call_it_rank})


def receive_as_now(store: Store, lines: list[bytes]) -> None:
    with store.journal.transaction():
        from trainer_app.store.exchange.receiving import Receiver

        Receiver(store.journal).receive(((line, read_entry(line)) for line in lines), arrival=1)


def test_the_own_journal_is_read_as_the_newer_version_calls_things(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = bench.create("own")
    put(old, "person", "one", family="A", title="major")
    put(old, "person", "one", title="colonel")
    written = lines_of(old)
    assert row(old, "person", "one") == {"family": "A"}
    old.close()
    become_newer(monkeypatch)
    new = bench.open("own")
    assert row(new, "person", "one") == {"family": "A", "rank": "colonel"}
    assert waiting(new, "person", "one") == set()
    assert lines_of(new) == written, "the lines stay as they were written"
    assert_sound(new)
    # A change now replaces what was written under the old name; taking it back brings that back.
    put(new, "person", "one", rank="general")
    assert decode_entry(lines_of(new)[-1]).v == 2
    assert row(new, "person", "one") == {"family": "A", "rank": "general"}
    assert waiting(new, "person", "one") == set()
    new.history.undo()
    assert row(new, "person", "one") == {"family": "A", "rank": "colonel"}
    assert_sound(new)


def test_a_file_of_the_older_version_gives_the_same_as_the_own_journal(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = bench.create("own")
    put(old, "person", "one", family="A", title="major")
    put(old, "person", "two", family="B")
    written = lines_of(old)
    receive(bench.create("other"), written, arrival=1)
    old.close()
    become_newer(monkeypatch)
    fresh = bench.create("fresh")
    receive_as_now(fresh, written)
    assert row(fresh, "person", "one") == {"family": "A", "rank": "major"}
    assert digest_of(fresh.journal) == digest_of(bench.open("own").journal)
    assert_sound(fresh)
    # The next import folds rows anew that are known: also then under the new name.
    newer = bench.open("other")
    put(newer, "person", "one", family="C")
    assert row(newer, "person", "one") == {"family": "C", "rank": "major"}
    assert_sound(newer)


WHY_OPEN, WHY_REOPENED = "варақа дар бойгонӣ", "як қайд нодуруст"


def close_approve_and_reopen(store: Store) -> None:
    """Write as builds did that kept both reasons in one field."""
    put(store, "course", "one", code="DSH1", state="closed", left_open_reason=WHY_OPEN)
    put(store, "course", "one", approved=True)
    put(store, "course", "one", approved=False, left_open_reason=WHY_REOPENED)


@pytest.fixture
def as_before(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    """Read and show as those builds did, within the block of the test that asks for it."""
    with monkeypatch.context() as changed:
        changed.setattr(schema, "told_apart", lambda entry: entry)
        yield changed


def test_why_an_approval_was_taken_back_is_told_from_why_a_course_was_left_open(
    bench: Bench, as_before: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    old = bench.create("own")
    close_approve_and_reopen(old)
    shown = {"code": "DSH1", "state": "closed", "approved": False}
    assert row(old, "course", "one") == {**shown, "left_open_reason": WHY_REOPENED}
    written = lines_of(old)
    # So the next program finds tables that are not its own.
    old.change_setting(SCHEMA_FINGERPRINT, "another")
    old.close()
    as_before.undo()
    new = bench.open("own")
    assert row(new, "course", "one") == {**shown, "reopened_reason": WHY_REOPENED}
    assert lines_of(new) == written, "the lines stay as they were written"
    assert_sound(new)
    # A file from then, here and in a file beside it: the same.
    other, file = bench.create("other"), Bench(tmp_path / "beside")
    file.folder.mkdir()
    beside = file.create("other")
    for store in (other, beside):
        receive_as_now(store, written)
        assert row(store, "course", "one") == {**shown, "reopened_reason": WHY_REOPENED}
        assert waiting(store, "course", "one") == set()
        assert_sound(store)
    assert digest_of(new.journal) == digest_of(other.journal) == digest_of(beside.journal)
    file.close()


def test_taking_back_what_an_older_build_reopened_brings_back_why_it_was_left_open(
    bench: Bench, as_before: pytest.MonkeyPatch
) -> None:
    old = bench.create("own")
    close_approve_and_reopen(old)
    old.change_setting(SCHEMA_FINGERPRINT, "another")
    old.close()
    as_before.undo()
    new = bench.open("own")
    new.history.undo()
    found = row(new, "course", "one")
    assert found is not None
    assert (found["approved"], found["left_open_reason"]) == (True, WHY_OPEN)
    assert waiting(new, "course", "one") == set()
    assert_sound(new)
    # Closed anew, both stand side by side.
    put(new, "course", "one", approved=False, reopened_reason=WHY_REOPENED)
    put(new, "course", "one", state="closed", left_open_reason=WHY_OPEN + " 2")
    reasons = {"left_open_reason": WHY_OPEN + " 2", "reopened_reason": WHY_REOPENED}
    assert row(new, "course", "one") == {"code": "DSH1", "state": "closed", "approved": False, **reasons}
    assert_sound(new)


@pytest.mark.parametrize(
    ("entity", "fields"),
    [
        ("course", {"approved": True, "left_open_reason": WHY_OPEN}),
        ("course", {"approved": False}),
        ("course", {"approved": False, "left_open_reason": None}),
        ("course", {"state": "closed", "left_open_reason": WHY_OPEN}),
        ("session", {"approved": False, "left_open_reason": WHY_OPEN}),
    ],
)
def test_nothing_else_is_read_as_a_taking_back(entity: str, fields: dict[str, Value]) -> None:
    entry = Entry(r="0" * 32, n=1, e=entity, k=key_of("one"), s=fields)
    assert told_apart(entry) is entry
