"""Units: the same one under two abbreviations."""

import pytest

from trainer_app.domain.people.name_similarity import same_unit, unit_words


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("ШКД н. Сино", "ОВД района Сино", True),
        ("ШКД н. Исмоили Сомонӣ", "ШКД ноҳияи И. Сомони", True),
        ("ШКД ш. Ваҳдат", "ОВД г. Вахдат", True),
        ("ШКД н. Сино", "ШКД н. Варзоб", False),
        ("ШКД", "ОВД", False),
        ("", "ШКД н. Сино", False),
    ],
)
def test_same_unit(left: str, right: str, same: bool) -> None:
    assert same_unit(left, right) is same
    assert same_unit(right, left) is same


def test_unit_words() -> None:
    assert unit_words("ШКД н. Сино") == {"sinu"}
