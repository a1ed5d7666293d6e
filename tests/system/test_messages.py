"""Messages: codes become sentences in three languages, and nothing a person meets is ever blank."""

import json
from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer_app.domain.base import texts
from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.texts import LANGUAGES, Texts, plural_form
from trainer_app.system.messages import label_text, text


class Mark(StrEnum):
    LATE = "late"


@pytest.fixture
def topic(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Make a small catalogue the program's own for one test."""
    sentences = {
        "days.left": {
            "en": "{count} {count:day|days} until {day}",
            "ru": "{count} {count:день|дня|дней} до {day}",
            "tg": "То {day} {count} рӯз монд",
        },
        "days.named": {"en": "{what} [{more}] {title}", "ru": "", "tg": "{what} [{more}] {title}"},
    }
    folder = tmp_path / "resources" / "i18n" / "messages"
    folder.mkdir(parents=True)
    (folder / "days.json").write_text(json.dumps(sentences), encoding="utf-8")
    monkeypatch.setattr(texts, "program_folder", lambda: tmp_path)
    texts.topic.cache_clear()
    yield
    texts.topic.cache_clear()


@pytest.mark.usefixtures("topic")
@pytest.mark.parametrize(
    ("language", "count", "expected"),
    [
        ("en", 1, "1 day until 03.10.2018"),
        ("en", 5, "5 days until 03.10.2018"),
        ("ru", 1, "1 день до 03.10.2018"),
        ("ru", 3, "3 дня до 03.10.2018"),
        ("ru", 12, "12 дней до 03.10.2018"),
        ("ru", 21, "21 день до 03.10.2018"),
        ("tg", 7, "То 03.10.2018 7 рӯз монд"),
    ],
)
def test_numbers_choose_their_form_and_dates_are_written_out(
    language: str, count: int, expected: str
) -> None:
    assert text("days.left", language, count=count, day=date(2018, 10, 3)) == expected


@pytest.mark.usefixtures("topic")
def test_labels_texts_enums_and_sequences_are_rendered() -> None:
    inner = Label("days.left", {"count": 2, "day": "then"})
    shown = text(
        "days.named", "en", what=inner, more=(Mark.LATE, 3, inner), title=Texts(tg="Дарс", en="Lesson")
    )
    assert shown == "2 days until then [late, 3, 2 days until then] Lesson"
    assert label_text(inner, "ru") == "2 дня до then"


@pytest.mark.usefixtures("topic")
def test_an_empty_sentence_gives_way_to_another_language() -> None:
    assert text("days.named", "ru", what="a", more="b", title="c") == "a [b] c"


@pytest.mark.logs("no message for courses.code_taken")
def test_an_unknown_code_is_readable_and_noted() -> None:
    assert text("courses.code_taken", "tg", wanted="GRM-1") == "code taken (wanted: GRM-1)"


@pytest.mark.usefixtures("topic")
@pytest.mark.logs("message days.left lacks the value day")
def test_a_missing_value_leaves_its_place_visible() -> None:
    assert text("days.left", "en", count=1) == "1 day until {day}"


@pytest.mark.usefixtures("topic")
def test_values_may_be_called_code_or_language_and_hold_braces() -> None:
    assert text("days.named", "en", what="{x}", more="%s", title="1", code=1, language=2) == "{x} [%s] 1"


@pytest.mark.usefixtures("topic")
@given(value=st.one_of(st.none(), st.text(), st.floats(), st.lists(st.integers()), st.dates()))
def test_no_value_breaks_a_sentence(value: object) -> None:
    for language in LANGUAGES:
        assert text("days.left", language, count=value, day=value)


@given(st.integers(0, 10**6))
def test_a_form_exists_for_every_number(number: int) -> None:
    for forms in (1, 2, 3):
        assert {plural_form(language, number, forms) for language in LANGUAGES} <= set(range(forms))


def test_russian_forms_are_those_of_the_language() -> None:
    forms = {number: plural_form("ru", number, 3) for number in (0, 1, 2, 4, 5, 11, 12, 14, 21, 22, 25, 111)}
    assert forms == {0: 2, 1: 0, 2: 1, 4: 1, 5: 2, 11: 2, 12: 2, 14: 2, 21: 0, 22: 1, 25: 2, 111: 2}


def test_errors_of_writing_are_told_in_every_language() -> None:
    codes = list(texts.topic("files"))
    assert len(codes) >= 10
    for code in codes:
        error = TrainerError(code, file="KD07.tsync", reason="EIO", better="KD07-2.tsync")
        told = {language: text(error.code, language, **error.values) for language in LANGUAGES}
        assert len(set(told.values())) == 3
        assert not any("{" in sentence for sentence in told.values())
    assert text("cancelled", "tg") != text("cancelled", "ru")
