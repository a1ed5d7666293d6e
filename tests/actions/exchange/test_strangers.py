"""Bundles of signers whom nobody knows: what is sealed for us is a stranger's all the same."""

import os
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tests.kit.samples import CHEAP, PASSPHRASE
from tests.kit.writing import write_course
from tests.system.test_child import children
from trainer_app.actions.base import identity
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.exchange import clearing, importing, incoming, sending
from trainer_app.actions.office import erasing, office, recovery
from trainer_app.actions.office.recovery import Attempt
from trainer_app.bundle import encodings, layout, packing, reader, sealing
from trainer_app.bundle.keys import DeviceKeys
from trainer_app.bundle.sealing import Purpose
from trainer_app.domain.base.errors import Cancelled
from trainer_app.domain.exchange.sending import FileOutcome, FileResult
from trainer_app.store.people import people
from trainer_app.system.child import Child, Limits

pytestmark = pytest.mark.child


def members_of(bureau: Workplace, entries: bytes = b"") -> dict[str, bytes]:
    """Return what a stranger packs for the office: all as it should be, but for who signed it."""
    header = sending.make_header(bureau, "sync", 1, 1)
    members = packing.bag_members(header, encodings.encode(header), {layout.ENTRIES: entries})
    members[layout.SIGNATURE] = DeviceKeys.generate().sign(members[layout.TAG_MANIFEST], Purpose.BUNDLE)
    return members


def taken(bureau: Workplace, path: Path, archive: bytes) -> FileResult:
    path.write_bytes(sealing.seal(archive, [identity.office_keys(bureau).recipient]))
    (result,) = importing.import_files(bureau, [path]).files
    assert children() == []
    return result


def spy(monkeypatch: pytest.MonkeyPatch, *names: str) -> list[str]:
    """Note which functions are called in this process."""
    called: list[str] = []
    for name in names:
        place, _, function = name.rpartition(".")
        module = {"reader": reader, "packing": packing}[place]
        own = getattr(module, function)

        def noted(*values: object, name: str = name, own: Callable[..., object] = own) -> object:
            called.append(name)
            return own(*values)

        monkeypatch.setattr(module, function, noted)
    return called


def test_nothing_of_a_strangers_file_is_unpacked_here(
    bureau: Workplace, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """H4, H5: it is unsealed here, with the key, and taken apart in a child, without one."""
    called = spy(monkeypatch, "reader._envelope_of", "packing._inflate", "packing.split_lines")
    result = taken(bureau, stick / "a.tsync", packing.pack(members_of(bureau)))
    assert (result.result, result.code) == (FileOutcome.QUARANTINED, "bundle.unknown_device")
    assert called == []


def test_a_known_signers_file_is_taken_in_as_ever(joined: Workplace, bureau: Workplace, stick: Path) -> None:
    write_course(joined)
    sent = sending.export(joined, stick)
    (result,) = importing.import_files(bureau, [sent.file]).files
    assert result.result is FileOutcome.IMPORTED
    assert importing.inspect(bureau, sent.file).device == "K7"


@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        (lambda archive: archive[:-1], "bundle.not_a_bundle"),
        (lambda archive: b"", "bundle.not_a_bundle"),
        (lambda archive: b"PK" * 10_000, "bundle.not_a_bundle"),
    ],
)
def test_what_is_sealed_and_no_bundle_is_refused(
    bureau: Workplace, stick: Path, spoil: Callable[[bytes], bytes], code: str
) -> None:
    result = taken(bureau, stick / "a.tsync", spoil(packing.pack(members_of(bureau))))
    assert (result.result, result.code) == (FileOutcome.REFUSED, code)


def test_an_answer_of_a_child_is_believed_in_nothing(
    joined: Workplace, bureau: Workplace, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A child that a file took over may say that a known laptop signed: here that is looked at once more."""
    write_course(joined)
    sent = sending.export(joined, stick)
    identities = [identity.office_keys(bureau).identity]
    true = reader.read_envelope(reader.unseal(sent.file.read_bytes(), identities))
    monkeypatch.setattr(Child, "run", lambda *_: true)
    result = taken(bureau, stick / "forged.tsync", packing.pack(members_of(bureau)))
    assert (result.result, result.code) == (FileOutcome.QUARANTINED, "bundle.unknown_device")


def test_a_strangers_file_that_kills_its_child_is_one_refused_file(
    joined: Workplace, bureau: Workplace, stick: Path
) -> None:
    """H5: whatever it needs, the next one is taken in."""
    write_course(joined)
    sent = sending.export(joined, stick)
    large = packing.pack({**members_of(bureau), f"data/blobs/{'0' * 64}": os.urandom(60_000_000)})
    bureau.child = Child(Limits(memory=80 * 1024 * 1024))
    result = taken(bureau, stick / "large.tsync", large)
    assert (result.result, result.code.partition(".")[0]) == (FileOutcome.REFUSED, "strange_file")
    bureau.child = Child()
    assert importing.import_files(bureau, [sent.file]).files[0].result is FileOutcome.IMPORTED


def test_stop_while_a_strangers_file_is_looked_at_takes_nothing_in(
    joined: Workplace, bureau: Workplace, stick: Path
) -> None:
    write_course(joined)
    sent = sending.export(joined, stick)

    def stop(code: str, fraction: float) -> None:
        if code == "strange_file.reading":
            raise Cancelled

    with pytest.raises(Cancelled):
        importing.import_files(bureau, [sent.file], progress=stop)
    assert importing.imports(bureau) == []
    assert children() == []


def line_feeds(megabytes: int) -> Mapping[str, bytes]:
    """Return entries that are nothing but ends of lines, as many as the bounds let pass."""
    line = b"x" * (packing.SHORTEST_LINE - 1) + b"\n"
    return {layout.ENTRIES: line * (megabytes * 1024 * 1024 // len(line))}


def test_a_file_set_aside_is_searched_in_a_child_and_does_not_stop_the_erasing(
    bureau: Workplace, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """H5: 250 MB of lines in some hundred kB took 2.3 GiB and eight minutes, at every start again."""
    write_course(bureau)
    person = people.list_people(bureau.database)[0].key
    for name, content in (("small", {}), ("large", line_feeds(240))):
        taken(bureau, stick / f"{name}.tsync", packing.pack({**members_of(bureau), **content}))
    assert len(incoming.list_set_aside(bureau)) == 2
    called = spy(monkeypatch, "packing.split_lines")
    erasing.erase_person(bureau, person, "asked")
    assert not clearing.is_pending(bureau)
    assert [found.file for found in incoming.list_set_aside(bureau)] == ["small.tsync"]
    assert clearing.removed_unread(bureau) == 1
    assert called == []
    assert children() == []


def test_a_child_that_does_not_start_removes_no_file(
    bureau: Workplace, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_course(bureau)
    person = people.list_people(bureau.database)[0].key
    taken(bureau, stick / "small.tsync", packing.pack(members_of(bureau)))
    monkeypatch.setattr("trainer_app.system.child.window_program", lambda: [str(stick / "gone")])
    erasing.erase_person(bureau, person, "asked")
    assert [found.file for found in incoming.list_set_aside(bureau)] == ["small.tsync"]


def test_a_request_is_told_from_a_spoiled_file_and_says_where_it_belongs(
    bureau: Workplace, joined: Workplace, stick: Path
) -> None:
    asked, _ = office.request(joined, stick / "K7-request.json")
    recovery.ask(Attempt(joined.folder, PASSPHRASE, joined.clock, CHEAP), "")
    lost = recovery.write_request(joined.folder, stick / "recovery-request.json")
    torn = stick / "torn-request.json"
    torn.write_bytes(asked.read_bytes()[:-9])
    report = importing.import_files(bureau, [asked, lost, torn])
    assert [(found.file, found.result, found.code) for found in report.files] == [
        ("K7-request.json", FileOutcome.REFUSED, "bundle.request"),
        ("recovery-request.json", FileOutcome.REFUSED, "bundle.recovery_request"),
        ("torn-request.json", FileOutcome.REFUSED, "bundle.not_a_bundle"),
    ]
    assert office.read_asking(bureau, asked).name == joined.user
