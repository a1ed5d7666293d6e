"""A newer laptop and an older office: what the office does not know goes on through it, byte for byte."""

from pathlib import Path

from tests.actions.conftest import CHEAP, PASSPHRASE, enrol, furnish
from trainer_app.actions import checking, merging, sending, workplace
from trainer_app.actions.workplace import Workplace
from trainer_app.domain.changes import Label
from trainer_app.domain.keys import new_key
from trainer_app.store.exchange import all_lines
from trainer_app.store.journal import Write
from trainer_app.system.folders import Folder


def strange_lines(work: Workplace) -> list[bytes]:
    """Return the lines that only a newer program understands."""
    return sorted(line for _, line in all_lines(work.database) if b"hologram" in line)


def test_unknown_fields_and_entities_pass_through_an_older_office(
    joined: Workplace, bureau: Workplace, stick: Path, tmp_path: Path
) -> None:
    room = furnish(joined)
    field = Write("course", room.course, {"hologram": "кабуд"})
    entity = Write("hologram", new_key(), {"course": room.course, "sides": 6, "sure": True})
    joined.journal.record(Label("test.step"), [field, entity])
    written = strange_lines(joined)
    assert len(written) == 2
    merging.import_files(bureau, [sending.export(joined, stick).file])
    assert strange_lines(bureau) == written
    assert checking.check(bureau).ok
    other = workplace.create(Folder(tmp_path / "other"), PASSPHRASE, clock=joined.clock, cost=CHEAP)
    enrol(bureau, other, "K8", stick, [room.course])
    assert strange_lines(other) == written
    assert checking.check(other).ok
    other.close()
