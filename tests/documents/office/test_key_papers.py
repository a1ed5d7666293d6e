"""The office's key paper: whole keys as text and code, in every language, and nothing runs over anything."""

import io

import pypdfium2
import pytest

from trainer_app.bundle.keys import OfficeKeys
from trainer_app.documents.base import fonts
from trainer_app.documents.office.office_papers import COPIES, key_papers_pdf
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.texts import LANGUAGES, Texts, resource, word
from trainer_app.domain.office.backups import KeyPapers, PaperStep, grouped_key, is_key_ending
from trainer_app.intake.pictures import read_codes

KEYS, PAPER = OfficeKeys.generate()
LONG = "Дафтари барномаи омӯзиши кормандони милитсия дар самти пешгирии зӯроварӣ дар оила, шаҳри Душанбе"


def papers(*, recovery: bool = True, name: str = "Programme office") -> KeyPapers:
    return KeyPapers(
        PaperStep.INIT if recovery else PaperStep.ROOT,
        "DSH",
        Texts(tg=name),
        "2018-10-17",
        KEYS.fingerprint,
        PAPER.recovery if recovery else "",
        PAPER.standby,
    )


@pytest.fixture(autouse=True)
def _faces() -> None:
    fonts.use(resource("fonts"))


def pages(data: bytes) -> list[str]:
    with pypdfium2.PdfDocument(io.BytesIO(data)) as pdf:
        assert [page.get_size() for page in pdf] == [pytest.approx((595.28, 841.89), abs=0.1)] * COPIES
        return [page.get_textpage().get_text_bounded() for page in pdf]


@pytest.mark.parametrize("language", LANGUAGES)
def test_both_copies_hold_both_keys_and_speak_three_languages(language: str) -> None:
    for number, text in enumerate(pages(key_papers_pdf(papers(), language)), start=1):
        for key in (PAPER.recovery, PAPER.standby):
            assert all(group in text for group in grouped_key(key))
        assert KEYS.fingerprint in text
        for one in LANGUAGES:
            assert word("key_paper.recovery", one) in text
            assert word("key_paper.secret", one)[:12] in text
        assert word("key_paper.copy", language).format(number=number, count=COPIES) in text


def test_codes_are_read_back_as_the_whole_keys(tmp_path: object) -> None:
    from pathlib import Path

    path = Path(str(tmp_path)) / "paper.pdf"
    path.write_bytes(key_papers_pdf(papers(), "tg"))
    assert set(read_codes(path)) == {PAPER.recovery, PAPER.standby}


def test_a_key_that_stays_is_not_printed_and_told() -> None:
    text = pages(key_papers_pdf(papers(recovery=False), "en"))[0]
    assert "Unchanged" in text
    assert "AGE-SECRET-KEY" not in text
    assert all(group in text for group in grouped_key(PAPER.standby))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_explanation_ends_above_the_lines_to_sign(language: str) -> None:
    with pypdfium2.PdfDocument(io.BytesIO(key_papers_pdf(papers(name=LONG), language))) as pdf:
        page = pdf[0].get_textpage()
        ends = {}
        for code in ("what", "place"):
            said = word(f"key_paper.{code}", "en" if language != "en" else "ru").split()[-2]
            found = page.search(said)
            places = []
            while (hit := found.get_next()) is not None:
                places.append(min(page.get_charbox(at)[1] for at in range(hit[0], hit[0] + hit[1])))
            ends[code] = min(places)
        assert ends["what"] > ends["place"] + 10


def test_the_same_papers_give_the_same_bytes() -> None:
    assert key_papers_pdf(papers(), "ru") == key_papers_pdf(papers(), "ru")


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(TrainerError, match=r"paper\.unknown_language"):
        key_papers_pdf(papers(), "de")


def test_an_end_or_all_of_a_key_is_taken_and_nothing_shorter() -> None:
    key = PAPER.recovery
    assert is_key_ending(key[-6:].lower(), key)
    assert is_key_ending(f" {key[:30]} {key[30:]} ", key)
    assert not any(is_key_ending(typed, key) for typed in ("", key[-5:], key[-7:], key[:6]))
