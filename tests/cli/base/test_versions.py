"""Files of a newer version on the command line: what waits is said, and a file that is refused is kept."""

from datetime import date
from pathlib import Path

from tests.cli.exchange.test_exchange import Run, call, stick
from tests.newer.seats import FILES, seat
from trainer_app.actions.base import workplace
from trainer_app.actions.base.workplace import Role
from trainer_app.cli.context import DONE, REFUSED
from trainer_app.system.clock import fixed_at

__all__ = ["call", "stick"]


def test_what_waits_for_the_update_is_said(call: Run, tmp_path: Path) -> None:
    clock = fixed_at(date(2018, 10, 17), 11, workplace.ZONE, step=1)
    seat(tmp_path / "older", clock, "A1", Role.OFFICE).close()
    code, said = call("older", "bundle", "inspect", str(FILES / "sync.tsync"))
    assert (code, said["app"], said["schema"]) == (DONE, "2.0.0", 2)
    code, said = call("older", "bundle", "import", "--rehearse", str(FILES / "sync.tsync"))
    assert said["files"][0]["newer"] == 6
    assert call("older", "check")[1]["newer"] == []
    code, said = call("older", "bundle", "import", str(FILES / "sync.tsync"))
    (file,) = said["files"]
    assert (code, file["result"], file["newer"]) == (DONE, "imported", 6)
    assert file["notes"][0].startswith("K7 uses a newer version of the program (2.0.0). 6 changes cannot")
    code, said = call("older", "check")
    assert (code, said["ok"]) == (DONE, True)
    assert said["newer"] == [{"device": "K7", "version": "2.0.0", "entries": 6}]


def test_a_file_that_must_not_be_half_understood_is_refused_and_kept(call: Run, tmp_path: Path) -> None:
    clock = fixed_at(date(2018, 10, 17), 11, workplace.ZONE, step=1)
    seat(tmp_path / "older", clock, "A1", Role.OFFICE).close()
    before = call("older", "check")[1]["digest"]
    for name in ("requires.tsync", "version-2.tsync"):
        code, said = call("older", "bundle", "import", str(FILES / name))
        (file,) = said["files"]
        assert (code, file["result"], file["code"]) == (REFUSED, "refused", "bundle.too_new")
        assert file["notes"] == ["The file waits in Review until the update."]
        assert said["error"]["code"] == "bundle.too_new"
    assert call("older", "check")[1]["digest"] == before
    kept = {path.read_bytes() for path in (tmp_path / "older").rglob("quarantine/*.tsync")}
    assert kept == {(FILES / name).read_bytes() for name in ("requires.tsync", "version-2.tsync")}
