"""Codes scanned under a Cyrillic keyboard layout come back as they were printed."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer_app.domain.scanning import looks_like_serial, repair_scanned

# What the keys of a US keyboard give under the Russian layout of Windows and X11, and where the standard
# Tajik layout differs: written down here from the layouts, not from the table under test.
RUSSIAN = dict(zip("QWERTYUIOP", "ЙЦУКЕНГШЩЗ", strict=True))
RUSSIAN |= dict(zip("ASDFGHJKL:", "ФЫВАПРОЛДЖ", strict=True))
RUSSIAN |= dict(zip("ZXCVBNM./$", "ЯЧСМИТЬю.;", strict=True))
TAJIK = RUSSIAN | {"W": "Қ", "O": "Ҳ", "S": "Ҷ", "M": "Ӣ", "-": "ғ", "+": "Ӯ"}
BASE45 = string.digits + string.ascii_uppercase + " $%*+-./:"


def typed(text: str, layout: dict[str, str]) -> str:
    return "".join(layout.get(sign, sign) for sign in text)


@pytest.mark.parametrize("layout", [RUSSIAN, TAJIK], ids=["russian", "tajik"])
@given(rest=st.text(BASE45, max_size=60))
def test_every_code_comes_back(layout: dict[str, str], rest: str) -> None:
    code = f"TRC1:{rest}"
    assert repair_scanned(typed(code, layout)) == code
    assert repair_scanned(code) == code


def test_a_scanner_without_capital_letters_is_understood() -> None:
    assert repair_scanned("екс1Жфы7") == "TRC1:AS7"


@pytest.mark.parametrize("text", ["", "Екатерина", "DSH-2018-K7-00042-98", "ЁЖ", "/home/a/ЕКС.pdf"])
def test_other_texts_stay_what_they_are(text: str) -> None:
    assert repair_scanned(text) == text


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("DSH-2018-K7-00042-98", True),
        ("dsh 2018 к7 00042 98", True),
        ("DSH-2018-K7-00042-97", True),
        ("TRC1:ABC", False),
        ("Гулмуродова", False),
        ("", False),
    ],
)
def test_a_serial_is_known_also_when_it_is_mistyped(text: str, meant: bool) -> None:
    assert looks_like_serial(text) is meant
