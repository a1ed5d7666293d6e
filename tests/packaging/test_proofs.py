"""The proof set has every paper in every language, lists it, and asks for a signature for each."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from tests import proofs
from tests.kit import worlds
from trainer_app.actions.base.workplace import Workplace, open_workplace
from trainer_app.actions.office import reports
from trainer_app.actions.today import demo
from trainer_app.domain.base.texts import LANGUAGES
from trainer_app.domain.certificates.certificates import DesignKind
from trainer_app.domain.papers.course_papers import PAPER_LANGUAGES
from trainer_app.system.folders import DataFolder

DAY = date(2018, 10, 18)


@pytest.fixture(scope="module")
def work(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workplace]:
    folder = worlds.demo_in(tmp_path_factory.mktemp("demo") / "data").trainers[-1]
    opened = open_workplace(DataFolder(folder), demo.PASSPHRASE, clock=demo.clock_of_pictures())
    yield opened
    opened.close()


def test_every_paper_is_in_the_set_in_every_language(work: Workplace, tmp_path: Path) -> None:
    listed = proofs.write(proofs.proofs(work), tmp_path, DAY)
    assert [proof.file for proof in listed if not proof.pdf] == [], "all can be made"
    made = {(proof.name, proof.language) for proof in listed}
    assert len(made) == len(listed), "no file is written over"
    for language in PAPER_LANGUAGES:
        assert {(f"course-{paper.name}", language) for paper in reports.PAPERS} <= made
    for language in LANGUAGES:
        assert {(f"certificate-{kind.value}-sample", language) for kind in DesignKind} <= made
        assert ("key-papers", language) in made
    files = {path.name for path in tmp_path.glob("*.pdf")}
    assert files == {proof.file for proof in listed}
    index = (tmp_path / "index.html").read_text(encoding="utf-8")
    assert set(re.findall(r'href="([^"]+)"', index)) == files
    sheets = (tmp_path / "sign-off.html").read_text(encoding="utf-8")
    assert len(re.findall(r"<section", sheets)) == len(LANGUAGES)
    assert set(re.findall(r"<td>([^<]+\.pdf)", sheets)) == files, "each is signed for"
    assert all(proof.pages > 0 for proof in listed[:5])


def test_what_cannot_be_made_is_told(work: Workplace, tmp_path: Path) -> None:
    proof = proofs.Proof("course-lost", "tg", why="paper.shuffled")
    proofs.write([proof], tmp_path, DAY)
    index = (tmp_path / "index.html").read_text(encoding="utf-8")
    assert "not made: paper.shuffled" in index
    assert "course-lost" not in (tmp_path / "sign-off.html").read_text(encoding="utf-8")
