"""Our own program behind the contract of `README.md`: what it answers comes from its command line alone.

`python -m tests.conformance.trainer_cli read KEYS FILE...`. Only the keys are laid into a data folder
before that, since no command lets anybody choose keys.
"""

import base64
import io
import json
import os
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from tests.conformance.runner import SECTIONS
from tests.kit.samples import CHEAP
from trainer_app.actions.base import identity, workplace
from trainer_app.actions.base.workplace import Role
from trainer_app.bundle.keys import DeviceKeys, OfficeKeys
from trainer_app.bundle.trust import SignedTrust, introduce_trust
from trainer_app.cli import program
from trainer_app.cli.context import IN_REVIEW, PASSPHRASE, REFUSED, CliContext
from trainer_app.domain.base.settings import DEVICE_CODE, OFFICE_CODE, Setting
from trainer_app.system.clock import Clock, fixed_at
from trainer_app.system.folders import DataFolder

SECRET = "conformance files are read with this one"
LEARNING = (
    *("tests_matched", "tests_only_pre", "tests_only_post", "pre_mean", "post_mean"),
    *("gain_points", "hake_g", "mean_individual_g", "losses"),
)
_RESULTS = {"imported": "taken", "duplicate": "known", "refused": "refused", "quarantined": "refused"}
HIDDEN = "••••"
"""How what stands in the place of an erased name begins."""
_CONFLICTS = ("contradiction", "deleted", "immutable")

type Cli = Callable[..., dict[str, Any]]
"""Runs a command of the program and returns the document that it prints."""


def answer(arguments: Sequence[str], clock: Clock) -> Mapping[str, Any]:
    """Answer one question of the runner."""
    command, *rest = arguments
    if command == "capabilities":
        return {"name": "trainer-cli", "answers": [*SECTIONS]}
    keys, *files = rest
    with tempfile.TemporaryDirectory(prefix="conformance-") as scratch:
        folder = Path(scratch) / "data"
        lay_keys(folder, json.loads(Path(keys).read_text("utf-8")), clock)
        return _read(_cli(folder, clock), files)


def lay_keys(folder: Path, keys: Mapping[str, Any], clock: Clock) -> None:
    """Make the data folder of the computer whose keys these are."""
    signed = SignedTrust(keys["trust"].encode(), keys["trust_minisig"].encode())
    trust = introduce_trust(signed)
    office = keys["reader"] == "office"
    own = {name: keys[name] for name in ("signing_seed", "receiving")}
    device = DeviceKeys.from_json(json.dumps({**own, "format": "trainer-device-keys", "version": 1}))
    role = Role.OFFICE if office else Role.TRAINER
    work = workplace.create(
        DataFolder(folder), SECRET, role=role, user_name=keys["code"], clock=clock, cost=CHEAP
    )
    try:
        with work.journal.transaction():
            work.store.change_setting(Setting("device_keys", "", str), device.to_json())
            work.store.change_setting(OFFICE_CODE, trust.office.code)
            work.store.change_setting(DEVICE_CODE, keys["code"])
            if office:
                roots = trust.office.roots
                made = OfficeKeys(
                    keys["working"], base64.b64decode(keys["root_seed"]), roots[1], trust.office.recovery
                )
                identity.keep_office_keys(work, made)
            identity.keep_roots(work, trust)
            identity.keep_trust(work, signed, trust)
            work.journal.take_new_replica(device.key_id.hex())
    finally:
        work.close()


def _cli(folder: Path, clock: Clock) -> Cli:
    def run(*words: str) -> dict[str, Any]:
        session = CliContext(out=io.StringIO(), err=io.StringIO(), clock=clock, cost=CHEAP)
        os.environ[PASSPHRASE] = SECRET
        code = program.run(["--json", "--data", str(folder), *words], session)
        if code not in (0, REFUSED, IN_REVIEW):
            raise SystemExit(session.err.getvalue())
        found = json.loads(session.out.getvalue())
        assert isinstance(found, dict)
        return found

    return run


def _read(cli: Cli, files: Sequence[str]) -> dict[str, Any]:
    taken = [_file(each) for each in cli("bundle", "import", *files)["files"]]
    codes = [each["code"] for each in cli("course", "list")["courses"]]
    standing = {code: cli("course", "standing", code)["approved"] for code in codes}
    waiting = cli("review", "list", "--limit", "0")["items"]
    figures = {code: cli("report", "--course", code, "--format", "json")["figures"] for code in codes}
    figures["*"] = cli("report", "--format", "json")["figures"]
    grids = {code: cli("attendance", "show", "--course", code)["rows"] for code in codes}
    return {
        "files": taken,
        "names": {code: {str(row["number"]): _name(row["name"]) for row in grids[code]} for code in codes},
        "marks": {code: {str(row["number"]): row["marks"] for row in grids[code]} for code in codes},
        "board": {code: _board(cli("certificate", "board", "--course", code)) for code in codes},
        "figures": {code: _without(found, LEARNING) for code, found in figures.items()},
        "learning": {code: {name: found[name] for name in LEARNING} for code, found in figures.items()},
        "conflicts": sorted({_row(each["id"]) for each in waiting if each["kind"] in _CONFLICTS}),
        "approved": {code: found["fingerprint"] for code, found in standing.items() if found},
        "proposals": sum(each["kind"] == "proposal" for each in waiting),
    }


def _file(found: Mapping[str, Any]) -> dict[str, Any]:
    result = _RESULTS[found["result"]]
    if result == "refused":
        return {"result": result, "code": found["code"].rpartition(".")[2].upper()}
    return {"result": result, "new": found["new_entries"]}


def _name(shown: str) -> str | None:
    return None if shown.startswith(HIDDEN) else shown


def _board(board: Mapping[str, Any]) -> dict[str, Any]:
    return {str(row["number"]): {"share": row["share"], "result": row["result"]} for row in board["rows"]}


def _without(figures: Mapping[str, Any], names: Sequence[str]) -> dict[str, Any]:
    return {name: value for name, value in figures.items() if name not in names}


def _row(item: str) -> str:
    """Return "entity/key" of "entity/key/field"."""
    return "/".join(item.split("/")[:2])


if __name__ == "__main__":
    from datetime import date

    now = fixed_at(date(2018, 11, 1), 12, workplace.ZONE, step=7)
    sys.stdout.write(json.dumps(answer(sys.argv[1:], now)))
