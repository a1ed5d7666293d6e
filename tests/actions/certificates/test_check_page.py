"""The check page believes only what a root of the office signed, and answers for each badge of a file."""

import hashlib
import json
import secrets
from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf import PdfWriter

from tests.actions.certificates.test_verifier import browser, choose, make, opened, page, show, words
from tests.browser import Browser
from tests.credential_cases import CONFIRMED, NEW, ROOT_SEED, VOID, badge, check_lists, revoked, signed, trust
from trainer_app.actions.exchange import trust as verifier
from trainer_app.bundle import sealing
from trainer_app.bundle.trust import SignedTrust, sign_check_lists
from trainer_app.domain.base.structs import replace
from trainer_app.domain.base.texts import LANGUAGES

__all__ = ["browser", "page"]


def digits(page: Browser) -> str:
    """Return the digits that the page shows."""
    return str(page.run("document.getElementById('digits').textContent"))


def without_void() -> SignedTrust:
    """Return lists from which a void certificate was taken, under the signature that they had."""
    document = json.loads(check_lists().data)
    document["certificates"] = []
    return replace(check_lists(), data=json.dumps(document).encode())


def with_a_key_added() -> SignedTrust:
    """Return lists with one more laptop, under the signature that they had."""
    document = json.loads(check_lists().data)
    document["issuers"].append({**document["issuers"][0], "code": "K1"})
    return replace(check_lists(), data=json.dumps(document).encode())


def by_a_stranger() -> SignedTrust:
    """Return the office's lists, signed by a key that is no root of it."""
    data = check_lists().data
    return SignedTrust(data, sealing.sign(data, secrets.token_bytes(32), sealing.Purpose.CHECK_LISTS))


def for_another_purpose() -> SignedTrust:
    """Return the office's lists, signed by its root as something else."""
    data = check_lists().data
    return SignedTrust(data, sealing.sign(data, ROOT_SEED, sealing.Purpose.TRUST))


def unsigned() -> SignedTrust:
    """Return lists without any signature."""
    return replace(check_lists(), signature=b"")


@pytest.mark.parametrize("own_way", [False, True], ids=["the browser's signatures", "the page's own"])
@pytest.mark.parametrize(
    "made", [without_void, with_a_key_added, by_a_stranger, for_another_purpose, unsigned]
)
def test_lists_that_no_root_signed_are_believed_in_nothing(
    browser: Browser, tmp_path: Path, made: Callable[[], SignedTrust], own_way: bool
) -> None:
    """M11: a page into whose data somebody put keys of his own said "valid"."""
    path = tmp_path / "forged.html"
    path.write_bytes(verifier.verifier_html(made()))
    browser.show_as(390, 844)
    browser.open(path)
    opens = browser.run(
        "credential.open(JSON.parse(document.getElementById('data').textContent).signed, "
        f"{json.dumps(own_way)}).then(() => 'opened', () => 'refused')"
    )
    assert opens == "refused"
    for text in (signed(CONFIRMED), signed(VOID), badge(CONFIRMED)):
        assert show(browser, text) == "lists"
    assert digits(browser) == ""
    assert browser.run("document.getElementById('answer').dataset.mood") == "bad"
    for language in LANGUAGES:
        browser.run(f"document.querySelector('[data-language={language}]').click()")
        seen = browser.run("document.getElementById('answer').innerText")
        assert words(language)["lists_title"] in seen
        assert browser.run("document.getElementById('old').innerText") == words(language)["lists_meaning"]
    assert browser.complaints == []


def test_lists_that_somebody_signed_for_himself_show_other_digits(browser: Browser, tmp_path: Path) -> None:
    """M11: the page reckons the digits from the very roots that it checks its lists by."""
    seed = secrets.token_bytes(32)
    office = replace(trust().office, roots=(sealing.public_key_of(seed),))
    lists = sign_check_lists(replace(trust(), office=office), revoked(), (), seed)
    path = tmp_path / "forged.html"
    path.write_bytes(verifier.verifier_html(lists))
    opened(browser, path)
    assert digits(browser) == words("tg")["digits"].format(digits=office.fingerprint)
    assert trust().office.fingerprint not in digits(browser)
    path.write_bytes(make())
    opened(browser, path)
    assert digits(browser) == words("tg")["digits"].format(digits=trust().office.fingerprint)


def test_the_lists_can_be_taken_out_of_the_page_and_hold_no_name_of_a_laptop() -> None:
    named = replace(trust(), devices=tuple(replace(each, name="Д. Назарова") for each in trust().devices))
    lists = sign_check_lists(named, revoked(), (), ROOT_SEED)
    root = sealing.public_key_of(ROOT_SEED)
    assert sealing.is_signed_by(lists.data, lists.signature, root, sealing.Purpose.CHECK_LISTS)
    assert "Назарова" in str(named)
    assert "Назарова" not in verifier.verifier_html(lists).decode()


def test_its_own_hash_is_the_one_that_others_have(page: Browser) -> None:
    texts = [bytes(range(256))[:length] * 3 for length in (0, 1, 42, 43, 85, 86, 127, 128, 129, 255, 256)]
    given = json.dumps([list(text) for text in texts])
    said = page.run(f"{given}.map((text) => [...hashing.blake2b(Uint8Array.from(text))])")
    assert said == [list(hashlib.blake2b(text).digest()) for text in texts]


def attached(path: Path, *badges: str) -> Path:
    """Write a PDF with some badges in it."""
    writer = PdfWriter()
    writer.add_blank_page(300, 200)
    for number, each in enumerate(badges):
        writer.add_attachment(f"{number}.jwt", each.encode())
    writer.write(path)
    return path


def test_each_badge_of_a_file_gets_an_answer_and_the_whole_is_as_good_as_the_worst(
    page: Browser, tmp_path: Path
) -> None:
    """E1: of several in one file none, or only the first, was checked."""
    path = attached(tmp_path / "mixed.pdf", badge(CONFIRMED), badge(VOID), badge(NEW))
    assert choose(page, path) == "revoked"
    assert page.run("document.getElementById('answer').dataset.mood") == "bad"
    each = "[...document.querySelectorAll('#each li')]"
    assert sorted(page.run(f"{each}.map((part) => part.dataset.result)")) == [
        "revoked",
        "valid_confirmed",
        "valid_confirmed",
    ]
    named = (
        f"{each}.map((part) => [part.dataset.result, part.querySelector('[data-fact=serial]').textContent])"
    )
    assert ["revoked", VOID.serial] in page.run(named)
    for language in LANGUAGES:
        page.run(f"document.querySelector('[data-language={language}]').click()")
        seen = page.run("document.getElementById('answer').innerText")
        assert words(language)["some_title"].format(good=2, count=3) in seen
        assert words(language)["sheets"] in seen
        assert seen.count(words(language)["valid_confirmed_title"]) == 2
        assert page.run("document.documentElement.scrollWidth") <= 390
    good = attached(tmp_path / "good.pdf", badge(CONFIRMED), badge(NEW))
    assert choose(page, good) == "valid_confirmed"
    page.run("document.querySelector('[data-language=tg]').click()")
    verdict = page.run("document.getElementById('verdict').textContent")
    assert verdict == words("tg")["all_title"].format(count=2)
    assert show(page, signed(CONFIRMED)) == "valid_confirmed"
    assert page.run("document.querySelectorAll('#each li').length") == 0
    assert page.run("document.getElementById('sheets').textContent") == ""


def test_of_several_files_each_gets_an_answer(page: Browser) -> None:
    texts = json.dumps([badge(CONFIRMED), "no badge", badge(VOID)])
    page.run(
        f"const data = new DataTransfer(), texts = {texts};"
        "texts.forEach((text, n) => data.items.add(new File([text], `${n}.jwt`)));"
        "document.dispatchEvent(new DragEvent('drop', {dataTransfer: data, cancelable: true})); undefined"
    )
    page.wait("document.querySelectorAll('#each li').length === 3")
    found = page.run("[...document.querySelectorAll('#each li')].map((part) => part.dataset.result)")
    assert found == ["valid_confirmed", "unreadable", "revoked"]
    assert page.run("document.getElementById('answer').dataset.result") == "unreadable"


def test_the_same_badge_twice_is_one_certificate(page: Browser, tmp_path: Path) -> None:
    assert choose(page, attached(tmp_path / "a.pdf", badge(CONFIRMED), badge(CONFIRMED))) == "valid_confirmed"
    assert page.run("document.querySelectorAll('#each li').length") == 0
