"""An enrolled laptop that writes whatever it likes, in files that it signs rightly."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from tests.kit.worlds import Exchange
from trainer_app.actions.base import identity
from trainer_app.actions.exchange import importing, sending
from trainer_app.bundle.layout import BundleContent
from trainer_app.bundle.packing import write_bundle
from trainer_app.domain.base.journal import Entry, encode_entry
from trainer_app.domain.exchange.sending import FileOutcome

Fields = dict[str, Any]


@dataclass
class Insider:
    """K9, who is of K7's team, or writes about courses that it never had."""

    exchange: Exchange
    number: int = 5000

    @property
    def name(self) -> str:
        return identity.device_keys(self.exchange.second).key_id.hex()

    def line(self, entity: str, key: str, fields: Fields, **more: Any) -> bytes:
        """Return an entry of K9's own, whatever it says."""
        self.number += 1
        work = self.exchange.second
        values = {"r": work.journal.replica, "t": (work.clock.millis(), 0), "u": "nobody", **more}
        return encode_entry(Entry(**{"n": self.number, **values}, e=entity, k=key, s=fields))

    def file(self, *lines: bytes, **header: Any) -> Path:
        """Return a file with these lines, signed rightly; its header may say other things."""
        work = self.exchange.second
        trust = identity.trust_list(work)
        assert trust is not None
        made = msgspec.structs.replace(sending.make_header(work, "sync", 1, 1), **header)
        keys = [trust.office.recipient, trust.office.recovery]
        path = self.exchange.stick / f"insider-{made.bundle}.tsync"
        path.write_bytes(write_bundle(BundleContent(made, list(lines)), identity.device_keys(work), keys))
        return path

    def say(self, entity: str, key: str, fields: Fields, **more: Any) -> None:
        """Let the office take in one entry."""
        (found,) = importing.import_files(
            self.exchange.office, [self.file(self.line(entity, key, fields, **more))]
        ).files
        assert found.result is FileOutcome.IMPORTED
