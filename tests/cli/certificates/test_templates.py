"""Designs of certificates on the command line."""

from pathlib import Path

from tests.cli.attendance.test_attachments import Cli, cli, course

__all__ = ["cli"]


def test_a_design_goes_out_comes_in_and_is_chosen(cli: Cli, tmp_path: Path) -> None:
    course(cli, "k1", "C1")
    path = tmp_path / "Ministry.tcert"
    assert cli("k1", "template", "export", "completion", "--out", path)[0] == 0
    code, taken = cli("k1", "template", "import", path)
    assert code == 0
    assert (taken["name"], taken["kind"], taken["archived"]) == ("Ministry", "completion", False)
    code, found = cli("k1", "template", "list")
    assert [row["name"] for row in found["designs"]] == ["completion", "attendance", "trainer", "Ministry"]
    code, chosen = cli("k1", "template", "choose", "Ministry", "--project", "P")
    assert (code, chosen["designs"]) == (
        0,
        {"completion": "Ministry", "attendance": "attendance", "trainer": "trainer"},
    )
    code, archived = cli("k1", "template", "archive", "Ministry")
    assert (code, archived) == (0, {"design": "Ministry", "archived": True})


def test_a_bad_design_is_refused_with_its_code(cli: Cli, tmp_path: Path) -> None:
    course(cli, "k1", "C1")
    (tmp_path / "bad.tcert").write_bytes(b"no design")
    code, refused = cli("k1", "template", "import", tmp_path / "bad.tcert")
    assert (code, refused["error"]["code"]) == (1, "template.no_file")
    folder = tmp_path / "Folder"
    folder.mkdir()
    (folder / "template.json").write_text('{"title": {"tg": "x"}, "elements": [{"id": "a", "kind": "qr"}]}')
    code, refused = cli("k1", "template", "import", folder)
    assert refused["error"]["code"] == "template.wrong"
    assert refused["error"]["details"]["element"] == "a"
    code, refused = cli("k1", "template", "archive", "completion")
    assert (code, refused["error"]["code"]) == (1, "template.unknown")
