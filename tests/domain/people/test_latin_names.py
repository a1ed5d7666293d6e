"""Family and given name in Latin letters: the passport's spelling in either order, else a suggestion."""

import pytest

from trainer_app.domain.people.latin import split_latin


@pytest.mark.parametrize(
    ("latin", "family", "given", "wanted"),
    [
        ("Zarina Gulmurodova", "Гулмуродова", "Зарина", ("Gulmurodova", "Zarina")),
        ("GULMURODOVA ZARINA", "Гулмуродова", "Зарина", ("GULMURODOVA", "ZARINA")),
        ("Rakhmonov Jamshed Ismoilovich", "Раҳмонов", "Ҷамшед", ("Rakhmonov", "Jamshed Ismoilovich")),
        ("Ismoil Ismoilov", "Исмоилов", "Исмоил", ("Ismoilov", "Ismoil")),
        ("Yusufova Zebo", "Юсупова", "Зебо", ("Yusufova", "Zebo")),
        ("Lindqvist", "Линдквист", "", ("Lindqvist", "")),
        ("", "Ҷӯраев", "Исфандиёр", ("Jurayev", "Isfandiyor")),
        ("  ", "Ҷӯраев", "", ("Jurayev", "")),
        ("Ali Ali", "Али", "Али", ("Ali", "Ali")),
    ],
)
def test_family_and_given_name_are_told_apart(
    latin: str, family: str, given: str, wanted: tuple[str, str]
) -> None:
    assert split_latin(latin, family, given) == wanted
