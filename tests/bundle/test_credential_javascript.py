"""Promise P7: a third library, in JavaScript, verifies the code of a certificate.

@auth0/cose and cbor-x know nothing of this program; they run in the browser that tests use anyway.
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from string import Template

import pytest

from tests.browser import Browser
from tests.bundle.test_credential import FACTS, KEYS, cose, wrapped
from trainer_app.bundle.credential import check_signature
from trainer_app.bundle.keys import DeviceKeys

FOLDER = Path(__file__).parent / "javascript"
PACKAGES = Path(sys.prefix) / "node" / "node_modules"


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    file = tmp_path_factory.mktemp("page") / "page.html"
    text = Template((FOLDER / "page.html").read_text("utf-8"))
    file.write_text(text.substitute(packages=PACKAGES.as_uri(), here=FOLDER.as_uri()), encoding="utf-8")
    with Browser(tmp_path_factory.mktemp("browser"), modules=True) as browser:
        browser.open(file)
        browser.wait("globalThis.ready")
        yield browser


def test_it_verifies_and_reads_what_we_signed(page: Browser) -> None:
    said = page.run(f"verify('{cose().hex()}', '{KEYS.signing_key.hex()}')")
    assert said == {
        "verified": True,
        "algorithm": "EdDSA",
        "kid": KEYS.key_id.hex(),
        "issuer": "DSH",
        "serial": FACTS.serial,
        "latin": FACTS.latin,
    }


def test_it_refuses_another_key(page: Browser) -> None:
    other = DeviceKeys.generate().signing_key
    assert page.run(f"verify('{cose().hex()}', '{other.hex()}')")["verified"] is False


def test_it_refuses_every_bit_changed(page: Browser) -> None:
    """COSE signs all but the unprotected header, empty here; a change in that is refused by our reader."""
    raw = cose()
    unseen = page.run(f"unseen('{raw.hex()}', '{KEYS.signing_key.hex()}')")
    unprotected = raw.index(b"\xa0", raw.index(KEYS.key_id) + len(KEYS.key_id))
    assert {bit // 8 for bit in unseen} <= {unprotected}
    for bit in unseen:
        changed = bytearray(raw)
        changed[bit // 8] ^= 1 << bit % 8
        assert not check_signature(wrapped(bytes(changed)), KEYS.signing_key)


def test_it_finds_a_change_in_what_is_read(page: Browser) -> None:
    changed = cose().replace(FACTS.latin.encode(), b"X" + FACTS.latin.encode()[1:])
    said = page.run(f"verify('{changed.hex()}', '{KEYS.signing_key.hex()}')")
    assert (said["verified"], said["latin"]) == (False, "X" + FACTS.latin[1:])
