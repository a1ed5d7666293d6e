"""What papers can show is what the fonts have, no more and no less."""

import sys

import pytest

from trainer_app.documents.base import fonts
from trainer_app.domain.base.text_cleaning import ALPHABET, clean_text, unprintable_signs
from trainer_app.domain.base.texts import resource


def test_exactly_what_every_face_has_is_printed() -> None:
    fonts.use(resource("fonts"))
    faces = [set(fonts.face(name).face.charToGlyph) for name in fonts.FACES]
    both = set.intersection(*faces) - {0xFFFF}
    surrogates = range(0xD800, 0xE000)
    wrong = [
        hex(code)
        for code in range(0x20, sys.maxunicode + 1)
        if code not in surrogates and (code in both) is bool(unprintable_signs(chr(code)))
    ]
    assert wrong == []


@pytest.mark.parametrize(
    ("text", "signs"),
    [
        ("Раҳимов Некрӯз (Rahimov Nekruz), ШКД № 3 «Ҳуқуқ» – O'Brien", ""),
        (ALPHABET + ALPHABET.upper(), ""),
        ("Ñáñez Çelik Şahin Łukasz Žižek", ""),
        ("محمد", "محد"),
        ("Зарина 🌸🌸", "🌸"),
        ("王 Wang", "王"),
    ],
)
def test_other_writings_are_named_each_sign_once(text: str, signs: str) -> None:
    assert unprintable_signs(clean_text(text)) == signs
