"""What an insider cannot do with keys, packs and recovery slots of others, and where a slot was exchanged."""

import json
import logging
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from tests.actions.refusing import refused
from tests.kit.samples import CHEAP, PASSPHRASE
from tests.kit.world import Story, computer, set_up
from tests.kit.writing import enrol
from trainer_app.actions.base import data_key, identity, sync_status, workplace
from trainer_app.actions.base.workplace import Role, Workplace
from trainer_app.actions.exchange import importing, packs, sending
from trainer_app.actions.office import office, recovery
from trainer_app.actions.office.recovery import Attempt
from trainer_app.bundle import sealing, vault
from trainer_app.bundle.layout import BundleContent
from trainer_app.bundle.packing import write_bundle
from trainer_app.bundle.recovery_request import read_answer
from trainer_app.bundle.sealing import identity_of
from trainer_app.bundle.vault import DataKey
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.exchange.sending import FileOutcome
from trainer_app.domain.office.backups import RecoveryAnswer, RecoveryCase
from trainer_app.store.exchange.transfers import all_lines

NEW = "another passphrase, remembered"


def laptop(folder: Path, name: str, bureau: Workplace) -> Workplace:
    return computer(folder / name, name, clock=bureau.clock)


@pytest.fixture
def paper() -> list[str]:
    """Keep the recovery key that stands on the office's paper."""
    return []


@pytest.fixture
def parts() -> tuple[str, ...]:
    return ("trainer",)


@pytest.fixture
def bureau(trainer: Workplace, paper: list[str], story: Story) -> Workplace:
    work = set_up(story, "office", role=Role.OFFICE)
    paper.append(office.init(work, Texts(en="Programme office"), "DSH").recovery_key)
    return work


@pytest.fixture
def liar(tmp_path: Path, bureau: Workplace, stick: Path) -> Iterator[Workplace]:
    """Enrol the laptop whose owner attacks the others, as K4."""
    work = laptop(tmp_path, "K4", bureau)
    enrol(bureau, work, "K4", stick)
    yield work
    work.close()


def blob_of(work: Workplace) -> bytes:
    """Return a laptop's recovery blob, as everybody finds it who has its folder or a backup of it."""
    return vault.recovery_blob(work.folder.vault.read_bytes())


def send_with(liar: Workplace, bureau: Workplace, stick: Path, **header: object) -> None:
    """Let a laptop send the office a file whose header says something else."""
    lines = [line for _, line in all_lines(liar.database)]
    told = msgspec.structs.replace(sending.make_header(liar, "sync", 1, len(lines)), **header)
    trust = identity.trust_list(bureau)
    assert trust is not None
    path = stick / f"forged-{len(list(stick.iterdir()))}.tsync"
    targets = [trust.office.recipient, trust.office.recovery]
    path.write_bytes(write_bundle(BundleContent(told, lines), identity.device_keys(liar), targets))
    importing.import_files(bureau, [path])


def request_with(work: Workplace, stick: Path, **change: str) -> Path:
    """Write a recovery request as its laptop would, with other words in it."""
    recovery.ask(Attempt(work.folder, NEW, work.clock, CHEAP), work.user)
    path = recovery.write_request(work.folder, stick / f"ask-{len(list(stick.iterdir()))}.json")
    path.write_text(json.dumps({**json.loads(path.read_text("utf-8")), **change}), "utf-8")
    return path


def answered(bureau: Workplace, asked: Path | RecoveryCase, paper: str) -> tuple[str, RecoveryAnswer | None]:
    """Return for whom the office answered, and what; or the code of its refusal."""
    try:
        case = recovery.read_case(bureau, asked) if isinstance(asked, Path) else asked
        return case.device, recovery.answer_case(bureau, case, paper)
    except TrainerError as problem:
        return problem.code, None


def base64_of(data: bytes) -> str:
    return str(msgspec.to_builtins(data))


def test_a_revoked_laptop_s_key_is_not_given_to_who_carries_its_blob(
    joined: Workplace, liar: Workplace, bureau: Workplace, paper: list[str], stick: Path
) -> None:
    """H2 (1): K4 has a copy of revoked K7's folder, sends its blob as his own, and asks for the key."""
    office.revoke(bureau, "K7")
    send_with(liar, bureau, stick, recovery=blob_of(joined))
    asked = request_with(joined, stick, label="K4", recovery=base64_of(blob_of(joined)))
    assert answered(bureau, asked, paper[0]) == ("recovery.revoked_device", None)
    # With the salt of his own data the request is his, and the blob in it is not.
    own = base64_of(liar.key.salt)
    asked = request_with(joined, stick, label="K4", salt=own)
    assert answered(bureau, asked, paper[0]) == ("recovery.bad_request", None)


def test_a_salt_belongs_to_the_laptop_that_was_enrolled_with_it(
    joined: Workplace, liar: Workplace, bureau: Workplace, paper: list[str], stick: Path
) -> None:
    """H2: K4 says in a file of his that K7's data are his; the office's screen still says K7."""
    blob, salt = blob_of(joined), joined.key.salt
    send_with(liar, bureau, stick, recovery=blob, salt=salt)
    case = recovery.read_case(bureau, request_with(joined, stick, label="K4"))
    assert (case.device, case.label) == ("K7", "D. Nazarova")
    office.revoke(bureau, "K7")
    assert answered(bureau, case, paper[0]) == ("recovery.revoked_device", None)


def test_by_voice_nobody_gets_the_key_of_another(
    joined: Workplace, liar: Workplace, bureau: Workplace, paper: list[str], stick: Path
) -> None:
    """H2 (2): a header of K4 names K7's replica and brings K7's blob; then "this is K4" on the telephone."""
    send_with(liar, bureau, stick, recovery=blob_of(joined), replica=joined.journal.replica)
    send_with(liar, bureau, stick)
    asked = recovery.ask(Attempt(liar.folder, NEW, liar.clock, CHEAP), "")
    for code in ("K4", "K7"):
        case = recovery.hear_case(bureau, asked.spoken, code)
        who, answer = answered(bureau, case, paper[0])
        if answer is None:
            assert (code, who) == ("K7", "recovery.not_in_archive"), "K7 itself has sent nothing"
        else:
            assert (code, read_answer(answer.file, identity_of_request(liar))) == ("K4", liar.key)


def identity_of_request(work: Workplace) -> str:
    """Return the key that a laptop made for its request."""
    kept = json.loads(work.folder.recovery.read_text("utf-8"))["vault"]
    return identity_of(vault.unlock(kept.encode(), NEW).key)


def test_a_laptop_that_never_sent_a_file_is_known_and_a_stranger_is_not(
    joined: Workplace, bureau: Workplace, paper: list[str], stick: Path, tmp_path: Path
) -> None:
    """H2 (3): stolen and revoked before its first file, it was nobody's and was answered."""
    asked = request_with(joined, stick, label="")
    case = recovery.read_case(bureau, asked)
    assert (case.device, case.label) == ("K7", "D. Nazarova")
    assert answered(bureau, asked, paper[0])[1] is not None, "before it is lost it is helped"
    office.revoke(bureau, "K7")
    assert answered(bureau, asked, paper[0]) == ("recovery.revoked_device", None)
    stranger = laptop(tmp_path, "stranger", bureau)
    data_key.write_vault(
        stranger.folder,
        vault.add_recovery(stranger.folder.vault.read_bytes(), stranger.key, sealing.recipient_of(paper[0])),
    )
    asked = request_with(stranger, stick, label="D. Nazarova")
    assert answered(bureau, asked, paper[0]) == ("recovery.unknown_device", None)
    stranger.close()


def test_two_that_merely_say_so_own_nothing(
    joined: Workplace, liar: Workplace, bureau: Workplace, stick: Path
) -> None:
    """Data with a new salt are its laptop's, unless another says the same: the order does not count."""
    salt, blob = bytes(range(16)), blob_of(joined)
    send_with(joined, bureau, stick, salt=salt, recovery=blob)
    asked = request_with(joined, stick, salt=base64_of(salt))
    assert recovery.read_case(bureau, asked).device == "K7"
    send_with(liar, bureau, stick, salt=salt, recovery=blob)
    refused("recovery.unknown_device", recovery.read_case, bureau, asked)


def test_a_copy_of_a_data_folder_is_not_enrolled_as_another_laptop(
    joined: Workplace, bureau: Workplace, stick: Path, tmp_path: Path
) -> None:
    """Who opens the one would open the other; the office says so before it writes anything."""
    copy = laptop(tmp_path, "copy", bureau)
    object.__setattr__(copy, "key", DataKey(copy.key.key, joined.key.salt))
    trust = identity.trust_list(bureau)
    problem = refused("office.copied_folder", enrol, bureau, copy, "K8", stick)
    assert problem.values == {"device": "K7"}
    assert identity.trust_list(bureau) == trust
    copy.close()


def test_a_pack_that_is_handed_on_is_refused(
    joined: Workplace, liar: Workplace, bureau: Workplace, stick: Path
) -> None:
    """M5: K4 seals his pack anew for K7, who took it for the office's own."""
    importing.import_files(joined, [packs.export_pack(bureau, "K7", stick).file])
    pack = packs.export_pack(bureau, "K4", stick).file.read_bytes()
    plain = sealing.unseal(pack, [identity.device_keys(liar).identity])
    path = stick / "handed-on.tsync"
    path.write_bytes(sealing.seal(plain, [identity.device_keys(joined).recipient]))
    before, seen = sync_status.check(joined).digest, len(importing.imports(joined))
    (result,) = importing.import_files(joined, [path]).files
    assert (result.result, result.code) == (FileOutcome.REFUSED, "bundle.for_another_laptop")
    assert result.values == {"device": "K4"}
    assert (sync_status.check(joined).digest, len(importing.imports(joined))) == (before, seen)
    assert importing.import_files(liar, [path]).files[0].code == "bundle.not_for_us"


def test_packs_of_the_office_to_itself_are_read_again(joined: Workplace, bureau: Workplace) -> None:
    from trainer_app.actions.office import rebuilding

    digest = sync_status.check(bureau).digest
    rebuilding.rebuild(bureau)
    assert sync_status.check(bureau).digest == digest


def exchange_slot(work: Workplace, paper: str) -> bytes:
    """Put rubbish into the slot, for the right recipient, and return the file."""
    content = vault.add_recovery(
        work.folder.vault.read_bytes(), DataKey.generate(), sealing.recipient_of(paper)
    )
    data_key.write_vault(work.folder, content)
    return content


@pytest.mark.logs("recovery slot")
@pytest.mark.parametrize("how", ["rubbish", "gone"])
def test_a_slot_that_was_exchanged_is_written_anew_and_told_once(
    joined: Workplace,
    bureau: Workplace,
    paper: list[str],
    caplog: pytest.LogCaptureFixture,
    how: str,
) -> None:
    """M7: rubbish for the right recipient was never noticed, and the paper no longer opened the laptop."""
    joined.close()
    if how == "rubbish":
        exchange_slot(joined, paper[0])
    else:
        data_key.write_vault(joined.folder, vault.drop_recovery(joined.folder.vault.read_bytes()))
    with caplog.at_level(logging.WARNING):
        again = workplace.open_workplace(joined.folder, PASSPHRASE, clock=joined.clock)
    assert vault.unlock_with_recovery(again.folder.vault.read_bytes(), paper[0]) == again.key
    assert again.folder.vault.read_bytes() == again.folder.vault_copy.read_bytes()
    assert again.mended_slot
    assert "recovery slot" in caplog.text
    assert again.key.key.hex() not in caplog.text
    again.close()
    once_more = workplace.open_workplace(joined.folder, PASSPHRASE, clock=joined.clock)
    assert not once_more.mended_slot
    once_more.close()


@pytest.mark.logs("recovery slot")
def test_a_slot_exchanged_while_it_was_locked_is_found_at_unlocking(
    joined: Workplace, bureau: Workplace, paper: list[str]
) -> None:
    """M7: the program stays open, locked, while somebody has the laptop for a minute."""
    workplace.lock(joined)
    exchange_slot(joined, paper[0])
    workplace.unlock(joined, PASSPHRASE)
    assert vault.unlock_with_recovery(joined.folder.vault.read_bytes(), paper[0]) == joined.key
    assert joined.mended_slot


def test_the_office_tries_the_blob_that_came_before_rubbish(
    joined: Workplace, bureau: Workplace, paper: list[str], stick: Path
) -> None:
    """M7: rubbish travelled in every header over the good blob, and P9 was lost."""
    send_with(joined, bureau, stick)
    rubbish = vault.recovery_blob(exchange_slot(joined, paper[0]))
    send_with(joined, bureau, stick, recovery=rubbish)
    asked = request_with(joined, stick)
    who, answer = answered(bureau, asked, paper[0])
    assert who == "K7"
    assert answer is not None
    joined.close()
    opened = recovery.take_answer(
        Attempt(joined.folder, NEW, joined.clock, CHEAP), recovery.write_answer(stick, answer)
    )
    assert opened.key.salt == joined.key.salt
    assert opened.key != joined.key, "with the new passphrase the data has a new key"
    opened.close()
