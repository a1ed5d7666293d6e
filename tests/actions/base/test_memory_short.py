"""Who has too little memory free for the passphrase is told before it is tried, and when it fails."""

from pathlib import Path

import pytest

from tests.kit.samples import CHEAP
from trainer_app.actions.base.data_key import BESIDE, MemoryShort, memory_short
from trainer_app.actions.base.workplace import Workplace
from trainer_app.bundle import vault
from trainer_app.domain.base.errors import TrainerError
from trainer_app.system.folders import DataFolder


def test_what_is_free_must_do_for_the_passphrase_and_the_program(trainer: Workplace) -> None:
    needed = CHEAP.memory * 1024
    assert vault.memory_needed(trainer.folder.vault.read_bytes()) == needed
    assert memory_short(trainer.folder, needed + BESIDE) is None
    free = needed + BESIDE - 1
    assert memory_short(trainer.folder, free) == MemoryShort(needed + BESIDE, free)


def test_a_vault_that_cannot_be_read_is_told_elsewhere(tmp_path: Path) -> None:
    assert memory_short(DataFolder(tmp_path / "none"), 0) is None


def test_a_passphrase_for_which_there_is_no_memory_is_told_in_words(
    trainer: Workplace, monkeypatch: pytest.MonkeyPatch
) -> None:
    class NoRoom:
        """Argon2 on a computer whose memory is full."""

        def __init__(self, **_cost: object) -> None: ...

        def derive(self, _text: bytes) -> bytes:
            raise MemoryError

    monkeypatch.setattr("cryptography.hazmat.primitives.kdf.argon2.Argon2id", NoRoom)
    with pytest.raises(TrainerError) as refused:
        vault.unlock(trainer.folder.vault.read_bytes(), "never tried before in this run")
    assert refused.value.code == "vault.no_memory"
    assert refused.value.values == {"needed": CHEAP.memory // 1024}
    assert refused.value.__cause__ is not None
