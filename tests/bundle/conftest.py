"""Parts shared by the tests of the bundle: costs that are quick, keys that are made once."""

import pytest

from trainer_app.bundle import vault
from trainer_app.bundle.sealing import MINIMUM_COST


@pytest.fixture(scope="session")
def locked() -> tuple[bytes, vault.DataKey]:
    """One vault at the lowest cost, opened by "чойники кабуд"; made once, for nobody changes bytes."""
    return vault.create_vault("чойники кабуд", MINIMUM_COST)
