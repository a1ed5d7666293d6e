"""Says that an action refuses, by its code."""

import pytest

from trainer_app.domain.base.errors import TrainerError


def refused(code: str, action: object, *args: object, **values: object) -> TrainerError:
    """Call an action that must be refused with a code; return the error."""
    assert callable(action)
    with pytest.raises(TrainerError) as caught:
        action(*args, **values)
    assert caught.value.code == code
    return caught.value
