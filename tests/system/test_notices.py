"""What the program is made of: every part is named, with its licence and the text of it."""

from pathlib import Path

import pytest

from tests.architecture.tree import ROOT
from trainer_app import VERSION
from trainer_app.system import notices
from trainer_app.system.installed import Installation
from trainer_app.system.notices import Notice


def test_every_part_of_a_checkout_has_its_licence() -> None:
    own, *others = notices.notices()
    assert (own.name, own.version, own.licence) == ("Trainer App", VERSION, "GPL-3.0-or-later")
    assert own.text.lstrip().startswith("GNU GENERAL PUBLIC LICENSE")
    found = {part.name.lower(): part for part in others}
    assert {"peewee", "sqlcipher3", "pyrage", "reportlab", "noto sans", "cormorant"} <= found.keys()
    assert {"natural earth", "world-atlas"} <= found.keys()
    assert [part.name for part in others if not part.licence] == []
    # Qt's packages bring no text, but for Windows; a build adds the common one.
    assert {part.name for part in others if not part.text} <= {"PySide6_Essentials", "PySide6_Pdf"}
    assert [part.name for part in others] == sorted((part.name for part in others), key=str.casefold)


def test_a_built_program_reads_what_its_build_wrote(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "runtime").mkdir()
    monkeypatch.setattr(notices, "installation", lambda: Installation(tmp_path, tmp_path / "versions" / "1"))
    parts = (Notice("Qt", "6.12.0", "LGPL-3.0-only", "ГNU\n"), Notice("Python", "3.13.5", "PSF-2.0", "PSF"))
    notices.write(tmp_path / "runtime" / notices.FILE, parts)
    assert set(parts) < set(notices.notices())
    assert "Noto Sans" in {part.name for part in notices.notices()}
    driver = Notice("psycopg", "3.3", "LGPL-3.0-only", "GNU")
    (tmp_path / "runtime" / notices.OFFICE).mkdir()
    notices.write(tmp_path / "runtime" / notices.OFFICE / notices.FILE, (driver,))
    assert {*parts, driver} < set(notices.notices()), "an office with a server has more"
    for damaged in (b"", b"[1]"):
        (tmp_path / "runtime" / notices.FILE).write_bytes(damaged)
        assert notices.notices()[0].name == "Trainer App"


def test_without_the_outline_of_maps_nobody_is_named_for_it(monkeypatch: pytest.MonkeyPatch) -> None:
    assert {"Natural Earth", "world-atlas"} < {part.name for part in notices.data()}
    monkeypatch.setattr("trainer_app.domain.people.places.borders", lambda: None)
    assert [part.name for part in notices.data()] == ["GeoNames, OpenStreetMap"]


def test_a_package_that_is_not_there_has_no_notice() -> None:
    assert notices.of_package("no-such-package") is None


def test_the_licence_lies_at_the_top_of_the_tree() -> None:
    assert notices.own_notice().text == (ROOT / "resources" / "gpl-3.0.txt").read_text(encoding="utf-8")
