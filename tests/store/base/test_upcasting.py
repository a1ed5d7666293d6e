"""What an older version wrote is shown as the newer one calls it, from a file as from the own journal."""

import pytest

from tests.store.parts import Bench, assert_sound, lines_of, put, receive, row, waiting
from trainer_app.domain.base import schema
from trainer_app.domain.base.journal import Entry, decode_entry
from trainer_app.domain.base.schema import read_entry
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
