"""Makes the files of the conformance cases, once: `python -m tests.conformance.making`.

What a small story's laptops sent is kept with their keys. Odd and hostile files are made of it with the keys
of laptop K7: what a damaged stick, a forger or a faulty program could send. A folder that is there is never
touched: what a version wrote stays. What is expected of the state was written by the program, and is
compared with a second reader and with a recount by the tests; what is refused, and why, stands here.
"""

import json
import tempfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from tests import passphrases
from tests.conformance import keys, trainer_cli
from tests.conformance.forging import (
    Forge,
    carrying_badly,
    cloned,
    deleted,
    insider,
    large,
    odd_values,
    redacted,
    refused,
    silent,
    unchanging,
    written_again,
)
from tests.conformance.runner import CASES
from tests.conformance.story import live
from trainer_app.actions.base import identity, workplace
from trainer_app.actions.office import office
from trainer_app.bundle import sealing
from trainer_app.system.clock import fixed_at

READ_ON = fixed_at(date(2018, 11, 1), 12, workplace.ZONE, step=7)
GOLDEN = "../../bundle/data/v1"
NEWER = "../../data/newer"

HOSTILE: dict[str, tuple[str, tuple[str, ...]]] = {
    "hostile-seal": ("What is wrong with the seal", ("age-", "not-sealed", "plain-zip")),
    "hostile-archive": ("What is wrong with the ZIP inside", ("zip-",)),
    "hostile-signer": (
        "Signature, hashes, members and header that do not fit",
        (
            *("unknown-", "entries-", "member-", "signature-", "other-", "pack-", "code-", "header-"),
            *("line-of-another", "version-", "requires-", "too-", "note-"),
        ),
    ),
    "hostile-lines": ("Lines that are no entries, in files rightly signed", ("line-",)),
}
"""Cases of hostile files: what they are about, and how the names of their files begin."""


def good(made: Forge) -> dict[str, bytes]:
    """Return the files that are taken in, by name."""
    sent = made.story.sent
    return {
        **{name: sent[name] for name in ("k7", "k8", "k7-parted", "pack-k8", "pack-k8-erased")},
        # Whoever seals it for another one makes it no pack for that one.
        "pack-k7": sealing.seal(
            sealing.unseal(sent["pack-k7"], [made.signer.identity]),
            [identity.device_keys(made.story.k8).recipient],
        ),
        "k7-written-again": written_again(made),
        "k7-redacted": redacted(made, identity.device_keys(made.story.office)),
        "carrying-badly": carrying_badly(made),
        "k7-large": large(made),
        "k7-silent": silent(made),
        "odd-values": odd_values(made),
        "deleted": deleted(made),
        "unchanging": unchanging(made),
        "insider": insider(made),
        "cloned": cloned(made),
    }


STATE: dict[str, tuple[str, str, tuple[str, ...], tuple[str, ...]]] = {
    "good-one-laptop": ("What one laptop sent", "story-office", ("k7",), ()),
    "good-two-laptops": (
        "Two laptops, one of which carries a file of the other; they contradict each other once. Two records "
        "of one person are joined",
        "story-office",
        ("k7", "k8"),
        (),
    ),
    "good-any-order": (
        "The same in another order, twice, and under another writing of the ZIP: the same state",
        "story-office",
        ("k8", "k7-written-again", "k8", "k7"),
        (),
    ),
    "good-parted": ("The join was taken back later", "story-office", ("k7", "k7-parted", "k8"), ()),
    "good-large": ("A file of more than one chunk of age", "story-office", ("k7", "k7-large"), ()),
    "good-pack": ("The office's pack, as laptop K8 reads it", "story-k8", ("pack-k8",), ()),
    "good-golden-sync": ("The golden file of version 1", "golden-office", (f"{GOLDEN}/sync",), ()),
    "good-golden-pack": ("The golden pack of version 1", "golden-k7", (f"{GOLDEN}/pack",), ()),
    "odd-erased": (
        "The office's next pack erases a person: silent lines take the place of full ones, figures stay",
        "story-k8",
        ("pack-k8", "pack-k8-erased"),
        (),
    ),
    "odd-erased-late": (
        "The same in the other order: a full line that comes after its silent one is passed over",
        "story-k8",
        ("pack-k8-erased", "pack-k8"),
        (),
    ),
    "odd-newer": (
        "A newer version wrote it: unknown kinds, fields, members and words are kept, not shown",
        "newer-office",
        (f"{NEWER}/sync", f"{NEWER}/more"),
        (),
    ),
    "odd-newer-pack": ("A newer office wrote it", "newer-k8", (f"{NEWER}/pack",), ()),
    "odd-too-new": (
        "A newer version wrote it and says that this one must not read it",
        "newer-office",
        (f"{NEWER}/requires", f"{NEWER}/version-2"),
        (),
    ),
    "odd-values": (
        "Unknown words, values of another kind, marks taken away, more minutes missed than there are",
        "story-office",
        ("k7", "k8", "odd-values"),
        (),
    ),
    "odd-deleted": (
        "One mark deleted by somebody who knew all of it, one by somebody who did not",
        "story-office",
        ("k7", "k8", "deleted"),
        (),
    ),
    "odd-cloned": ("One number given twice: two entries", "story-office", ("k7", "k8", "cloned"), ()),
    "odd-unchanging": (
        "What never changes was written over: a conflict",
        "story-office",
        ("k7", "k8", "unchanging"),
        (),
    ),
    "odd-redacted": (
        "The office erased somebody after it came; the rest counts as before",
        "story-office",
        ("k7-redacted", "k8"),
        (),
    ),
    "odd-silent": (
        "A laptop sends an entry without its content: it erases nothing, before or after the full one",
        "story-office",
        ("k7-silent", "k7", "k8", "k7-silent"),
        (),
    ),
    "odd-carried": (
        "What a file carries of others is no file, or of nobody known: passed over, and the rest is taken",
        "story-office",
        ("k7", "k8", "carrying-badly"),
        (),
    ),
    "odd-revoked": (
        "K7 was revoked, and nothing of it counts: nor what K8 carries of it, nor K8 in its course",
        "story-revoked",
        ("k7-parted", "k8"),
        ("proposals",),
    ),
    "hostile-for-another": (
        "The office's pack for laptop K7, sealed anew for laptop K8",
        "story-k8",
        ("pack-k7",),
        (),
    ),
    "odd-insider": (
        "K7 says what only the office may, and of a mark what does not fit its key: both change nothing",
        "story-office",
        ("k7", "k8", "insider"),
        ("proposals",),
    ),
}
"""Cases of files that are read: what they are about, keys, files, what a reader must be able to do."""


def main() -> None:
    """Write all files into a folder that must not exist."""
    CASES.mkdir()
    passphrases.remember()
    with tempfile.TemporaryDirectory() as scratch:
        story = live(Path(scratch))
        made = Forge(story)
        others = {"K7": story.k7, "K8": story.k8}
        documents = {
            "story-office": keys.keys_of(story.office, others),
            "story-k8": keys.keys_of(story.k8, {}),
            **keys.golden_keys(),
            **keys.newer_keys(),
        }
        office.revoke(story.office, "K7")
        office.trust_until(story.office, "K7", 0)
        documents["story-revoked"] = keys.keys_of(story.office, {})
        hostile = refused(made)
        files = {**good(made), **{name: data for name, (data, _) in hostile.items()}}
        story.close()
    (CASES / "keys").mkdir()
    for name, document in documents.items():
        (CASES / "keys" / f"{name}.json").write_bytes(keys.written(document))
    for name, data in files.items():
        (CASES / f"{name}.tsync").write_bytes(data)
    told = set[str]()
    for name, (says, begin) in HOSTILE.items():
        own = [each for each in hostile if each.startswith(begin) and each not in told]
        told.update(own)
        results = [{"result": "refused", "code": hostile[each][1]} for each in own]
        _write(name, says, "story-office", own, (), {"files": results})
    for name, (says, key, own_files, needs) in STATE.items():
        _write(name, says, key, own_files, needs, None)


def _write(
    name: str,
    says: str,
    key: str,
    files: Sequence[str],
    needs: Sequence[str],
    expected: dict[str, Any] | None,
) -> None:
    document: dict[str, Any] = {
        "says": says,
        "keys": f"keys/{key}.json",
        "files": [f"{each}.tsync" for each in files],
    }
    if needs:
        document["needs"] = [*needs]
    if expected is None:
        asked = ["read", str(CASES / document["keys"]), *(str(CASES / each) for each in document["files"])]
        expected = dict(trainer_cli.answer(asked, READ_ON))
    document["expected"] = expected
    (CASES / f"{name}.json").write_text(
        json.dumps(document, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n"
    )


if __name__ == "__main__":
    main()
