"""The check page in a real browser: the shared table, every bit, pictures, words, no network."""

import hashlib
import json
import shutil
import subprocess
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageFilter
from pypdf import PdfReader, PdfWriter

from tests.browser import Browser
from tests.credential_cases import (
    CONFIRMED,
    FILE,
    REPLACED,
    ROOT_SEED,
    VOID,
    badge,
    cases,
    check_lists,
    of,
    revoked,
    sealed,
    signed,
    strange_payloads,
    trust,
)
from tests.credential_folder import take_lists
from tests.documents.reading import picture
from tests.kit.writing import Room, write_course
from trainer_app.actions.attendance import attendance
from trainer_app.actions.base import identity
from trainer_app.actions.base.workplace import ZONE, Workplace
from trainer_app.actions.certificates import certificates, printing, verifying
from trainer_app.actions.evaluations import scores
from trainer_app.actions.exchange import importing, sending
from trainer_app.actions.exchange import trust as verifier
from trainer_app.actions.office import office
from trainer_app.bundle.trust import sign_check_lists
from trainer_app.cli.certificates import fact_lines
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.structs import replace
from trainer_app.domain.base.text_cleaning import visible_text
from trainer_app.domain.base.texts import LANGUAGES, resource, topic
from trainer_app.domain.evaluations.forms import Occasion
from trainer_app.system.clock import FixedClock, fixed_at

TABLE = [case for case in cases() if case.lists]
PHONE = (390, 844)


def make(day: str = "2018-11-01") -> bytes:
    """Return the page for the lists of the table."""
    return verifier.verifier_html(check_lists(day))


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    with Browser(tmp_path_factory.mktemp("browser")) as started:
        yield started


@pytest.fixture
def page(browser: Browser, tmp_path: Path) -> Browser:
    """Open the page with the lists of the table; `lists` in it are what it holds."""
    path = tmp_path / "check.html"
    path.write_bytes(make())
    browser.requests.clear()
    browser.complaints.clear()
    opened(browser, path)
    return browser


def opened(browser: Browser, path: Path) -> None:
    """Open a page in Tajik on a phone."""
    browser.show_as(*PHONE)
    browser.open(path)
    browser.run("document.querySelector('[data-language=tg]').click()")
    browser.run(
        "(async () => { const data = JSON.parse(document.getElementById('data').textContent);"
        "globalThis.lists = { ...(await credential.open(data.signed)), ...data.reading }; })()"
    )


def check(page: Browser, text: str, today: str, own_way: bool = False) -> Any:
    """Return what the page's own reading says of a text."""
    arguments = ", ".join(json.dumps(each) for each in (today, own_way))
    return page.run(f"credential.check({json.dumps(text)}, lists, {arguments})")


def show(page: Browser, text: str) -> str:
    """Type a text as a scanner does and return the result that is shown."""
    page.run("document.getElementById('answer').dataset.result = ''; document.getElementById('code').focus()")
    page.type_line(text)
    page.wait("document.getElementById('answer').dataset.result")
    return str(page.run("document.getElementById('answer').dataset.result"))


def choose(page: Browser, path: Path) -> str:
    """Choose a picture and return the result that is shown in the end."""
    page.run("document.getElementById('answer').dataset.result = ''; undefined")
    page.choose_file("#picture", path)
    page.wait("!['', 'reading'].includes(document.getElementById('answer').dataset.result)")
    return str(page.run("document.getElementById('answer').dataset.result"))


def without_badge(source: Path, target: Path) -> Path:
    """Write a PDF once more without the files that are attached to it."""
    writer = PdfWriter()
    for sheet in PdfReader(source).pages:
        del sheet["/AF"]
        writer.add_page(sheet)
    writer.write(target)
    return target


def office_digits(bureau: Workplace) -> str:
    """Return the digits as the office reads them from its own keys."""
    keys = identity.office_keys(bureau)
    assert keys is not None
    return keys.fingerprint


def words(language: str) -> dict[str, str]:
    return {code.removeprefix("check_page."): each[language] for code, each in topic("check_page").items()}


@pytest.mark.parametrize("own_way", [False, True], ids=["the browser's signatures", "the page's own"])
def test_the_page_says_what_the_table_says(page: Browser, own_way: bool) -> None:
    held = json.loads(FILE.read_text("utf-8"))["cases"]
    for case in [each for each in held if each["lists"]]:
        said = check(page, case["text"], case["today"], own_way)
        if case["code"]:
            assert said == {"error": case["code"].removeprefix("credential.")}, case["name"]
            continue
        wanted = {
            "result": case["result"],
            "facts": case["facts"],
            "lists_of": "2018-11-01",
            "old": case["old"],
        }
        assert said == wanted, case["name"]


def test_the_newer_number_is_named(page: Browser, tmp_path: Path) -> None:
    newer = "DSH-2018-K7-00077-28"
    gone = tuple(
        replace(each, replaced_by=newer) if each.serial == REPLACED.serial else each
        for each in revoked().certificates
    )
    lists = sign_check_lists(trust(), replace(revoked(), certificates=gone), (), ROOT_SEED)
    path = tmp_path / "newer.html"
    path.write_bytes(verifier.verifier_html(lists))
    opened(page, path)
    assert show(page, signed(REPLACED)) == "replaced"
    shown = page.run("document.querySelector('#facts [data-fact=replaced_by]').textContent")
    assert shown == newer
    assert words("tg")["replaced_by"] in page.run("document.getElementById('facts').textContent")
    assert show(page, signed(VOID)) == "revoked"
    assert page.run("document.querySelector('#facts [data-fact=replaced_by]')") is None


def test_an_earlier_answer_is_gone_whatever_comes_after_it(page: Browser) -> None:
    """M10: on the check page an older answer stayed after odd texts."""
    held = json.loads(FILE.read_text("utf-8"))["cases"]
    odd = [each for each in held if " for " in each["name"] and not each["facts"]]
    assert len(odd) > 60
    for case in odd[:: len(odd) // 24]:
        assert show(page, signed(CONFIRMED)) == "valid_confirmed"
        assert show(page, case["text"]) == (case["result"] or "unreadable"), case["name"]
        seen = page.run("document.getElementById('answer').textContent")
        assert CONFIRMED.name not in seen
        assert page.run("document.getElementById('facts').children.length") == 0
    assert page.complaints == []


@pytest.mark.parametrize(
    "broken",
    ["hashing.sha256 = () => { throw new Error('never') }", "crypto.subtle.importKey = () => { throw 5 }"],
)
def test_whatever_goes_wrong_while_it_looks_is_no_valid_answer(page: Browser, broken: str) -> None:
    assert show(page, signed(CONFIRMED)) == "valid_confirmed"
    page.run(f"{broken}; ed25519.verify = () => {{ throw new Error('never') }}; undefined")
    assert show(page, signed(CONFIRMED)) == "altered"
    assert CONFIRMED.name not in page.run("document.getElementById('answer').textContent")


def test_what_cannot_be_shown_is_no_valid_answer(page: Browser) -> None:
    page.run(
        "credential.check = async () => ({ result: 'valid_confirmed', "
        "facts: { name: 'Азизов', first_day: 5 } }); "
        "undefined"
    )
    assert show(page, "anything") == "altered"
    assert "Азизов" not in page.run("document.getElementById('answer').textContent")


@pytest.mark.parametrize("make_text", [signed, badge], ids=["code", "badge"])
def test_signs_that_nobody_sees_are_shown_as_the_program_shows_them(page: Browser, make_text: Any) -> None:
    name = "Азизов\u202e Фаррух\nвалид\x00\u200b\U000e0041!"
    assert show(page, make_text(of(70, name=name))) == "valid_unconfirmed"
    seen = page.run("document.querySelector('[data-fact=name]').textContent")
    assert seen == "Азизов[U+202E] Фаррух[U+000A]валид[U+0000][U+200B][U+E0041]!" == visible_text(name)
    assert f"Name: {seen}" in fact_lines({"name": name}, "en")


def test_the_earlier_answer_goes_before_the_next_text_is_looked_at(page: Browser) -> None:
    assert show(page, signed(CONFIRMED)) == "valid_confirmed"
    page.run("credential.check = () => new Promise(() => {}); document.querySelector('.primary').click()")
    assert page.run("document.getElementById('answer').hidden")
    assert CONFIRMED.name not in page.run("document.body.textContent")


def test_program_and_page_agree_on_codes_of_any_content(
    page: Browser, trainer: Workplace, room: Room, clock: FixedClock
) -> None:
    take_lists(trainer, room.enrolments[0])
    clock.now = fixed_at(date(2018, 11, 20), 12, ZONE).now
    texts = [sealed(each) for each in strange_payloads(600)]
    found = page.run(
        f"Promise.all({json.dumps(texts)}.map((text) => credential.check(text, lists, '2018-11-20')))"
    )
    said = [verifying.verify_text(trainer, text) for text in texts]
    assert [(each["result"], each["facts"]) for each in found] == [
        (one.result.value, one.facts) for one in said
    ]
    results = [one.result.value for one in said]
    assert results.count("altered") > 100
    assert results.count("valid_unconfirmed") > 100


def test_every_bit_changed_is_refused(page: Browser) -> None:
    text = json.loads(FILE.read_text("utf-8"))["every_bit"]
    counts = page.run(
        f"""(async () => {{
        const text = {json.dumps(text)}, raw = credential.fromBase45(text.slice(5)), said = {{}};
        const coded = (bytes) => {{
            let out = '';
            for (let at = 0; at < bytes.length; at += 2) {{
                const whole = at + 1 < bytes.length;
                let value = whole ? bytes[at] * 256 + bytes[at + 1] : bytes[at];
                for (let n = 0; n < (whole ? 3 : 2); n++, value = Math.floor(value / 45))
                    out += credential.ALPHABET[value % 45];
            }}
            return 'TRC1:' + out;
        }};
        if (coded(raw) !== text) return 'coded wrongly';
        for (let bit = 0; bit < raw.length * 8; bit++) {{
            const changed = raw.slice();
            changed[bit >> 3] ^= 1 << (bit & 7);
            const {{ result }} = await credential.check(coded(changed), lists, '2018-11-20');
            said[result] = (said[result] ?? 0) + 1;
        }}
        return said;
        }})()"""
    )
    # A changed name of the key is a key that nobody knows.
    assert set(counts) == {"altered", "unknown_issuer"}
    assert counts["unknown_issuer"] == 8 * 8
    assert sum(counts.values()) > 2_000


def test_every_result_is_shown_in_each_language_with_all_that_is_printed(page: Browser) -> None:
    shown = {case.result or case.code.removeprefix("credential."): case for case in TABLE}
    assert len(shown) == 9 + 2
    for name, case in shown.items():
        assert show(page, case.text) == name
        for language in LANGUAGES:
            page.run(f"document.querySelector('[data-language={language}]').click()")
            seen = page.run("document.getElementById('answer').innerText")
            for part in ("title", "meaning", "advice"):
                assert words(language)[f"{name}_{part}"] in seen
            for fact in ("name", "serial", "course_title", "organiser", "rank", "partner", "town", "latin"):
                assert str(case.facts.get(fact, "")) in seen
            if case.facts:
                assert words(language)[f"kind_{case.facts['kind']}"] in seen
                assert ("16.5" if language == "en" else "16,5") in seen
                assert "18.10.2018" in seen
            assert ("01.11.2018" in seen) is bool(case.result)
            assert page.run("document.documentElement.lang") == language
            assert page.run("document.documentElement.scrollWidth") <= PHONE[0]
    assert page.complaints == []


def test_a_text_is_checked_by_the_button_and_dropped_ones_too(page: Browser) -> None:
    text = json.dumps(signed(VOID))
    page.run(f"document.getElementById('code').value = {text}; document.querySelector('.primary').click()")
    page.wait("document.getElementById('answer').dataset.result === 'revoked'")
    page.run("document.getElementById('code').value = ''")
    page.run(
        "const data = new DataTransfer(); data.setData('text', " + json.dumps(signed(CONFIRMED)) + ");"
        "document.dispatchEvent(new DragEvent('drop', {dataTransfer: data, cancelable: true})); undefined"
    )
    page.wait("document.getElementById('answer').dataset.result === 'valid_confirmed'")


def test_the_code_is_found_in_photographs_of_the_paper(
    page: Browser, trainer: Workplace, room: Room, tmp_path: Path
) -> None:
    for session in room.sessions:
        attendance.mark_rest(trainer, session)
    issued = certificates.issue(trainer, room.course).certificates[:1]

    paper = picture(printing.print_certificates(trainer, issued), 200)
    photographs = {
        "plain.png": paper,
        "turned.jpg": paper.rotate(8, expand=True, fillcolor=210, resample=Image.Resampling.BICUBIC),
        "blurred.jpg": paper.filter(ImageFilter.GaussianBlur(1.2)),
        "large.jpg": paper.resize((paper.width * 2, paper.height * 2)),
    }
    for name, photograph in photographs.items():
        photograph.save(tmp_path / name, quality=60)
        # The lists of the table do not know this laptop; that its code was read is what counts.
        assert choose(page, tmp_path / name) == "unknown_issuer", name
        assert page.run("document.querySelector('[data-fact=serial]').textContent") == issued[0].serial
    Image.new("L", (300, 300), 255).save(tmp_path / "white.png")
    assert choose(page, tmp_path / "white.png") == "none_found"
    (tmp_path / "text.png").write_text("no picture")
    assert choose(page, tmp_path / "text.png") == "no_picture"


def test_an_open_badge_is_checked_as_a_file_and_inside_its_pdf(
    page: Browser, trainer: Workplace, room: Room, tmp_path: Path
) -> None:
    (tmp_path / "void.jwt").write_text(badge(VOID) + "\n")
    assert choose(page, tmp_path / "void.jwt") == "revoked"
    assert page.run("document.querySelector('[data-fact=serial]').textContent") == VOID.serial
    (tmp_path / "other.jwt").write_text("no badge")
    assert choose(page, tmp_path / "other.jwt") == "unreadable"
    for session in room.sessions:
        attendance.mark_rest(trainer, session)
    issued = certificates.issue(trainer, room.course).certificates
    for name, count in (("one", 1), ("all", 3)):
        path = tmp_path / f"{name}.pdf"
        path.write_bytes(printing.print_certificates(trainer, issued[:count]))
        assert choose(page, path) == "unknown_issuer"
        sheets = page.run("document.getElementById('sheets').textContent")
        assert sheets == words("tg")["sheets"]
    assert choose(page, tmp_path / "one.pdf") == "unknown_issuer"
    assert page.run("document.querySelector('[data-fact=serial]').textContent") == issued[0].serial
    repacked = tmp_path / "repacked.pdf"
    command = ["qpdf", "--object-streams=generate", "--linearize", tmp_path / "one.pdf", repacked]
    subprocess.run(command, check=True)
    assert choose(page, repacked) == "unknown_issuer"
    bare = without_badge(tmp_path / "one.pdf", tmp_path / "bare.pdf")
    assert choose(page, bare) == "no_badge"
    assert "PDF" in page.run("document.getElementById('verdict').textContent")


def test_every_letter_of_a_badge_changed_is_refused(page: Browser) -> None:
    token = badge(CONFIRMED)
    assert check(page, token, "2018-11-20")["result"] == "valid_confirmed"
    counts = page.run(
        f"""(async () => {{
        const token = {json.dumps(token)}, said = {{}};
        for (let at = 0; at < token.length; at += 3) {{
            const other = token[at] === 'A' ? 'B' : 'A';
            const changed = token.slice(0, at) + other + token.slice(at + 1);
            const {{ result, error }} = await credential.check(changed, lists, '2018-11-20');
            said[result ?? error] = (said[result ?? error] ?? 0) + 1;
        }}
        return said;
        }})()"""
    )
    # Without its first letters it is no badge at all, and with another method or curve none of ours.
    assert set(counts) == {"altered", "unreadable"}
    assert counts["unreadable"] < 20
    assert counts["altered"] > 1_000


def test_lists_that_are_too_old_are_told_before_anything_is_checked(browser: Browser, tmp_path: Path) -> None:
    today = date.fromisoformat(browser.run("new Date().toISOString().slice(0, 10)"))
    for day, told in ((today.replace(year=today.year - 1), True), (today, False)):
        path = tmp_path / f"{day}.html"
        path.write_bytes(make(day=day.isoformat()))
        opened(browser, path)
        assert browser.run("!document.getElementById('old').hidden") is told
        if told:
            assert f"{day:%d.%m.%Y}" in browser.run("document.getElementById('old').textContent")


def test_it_asks_the_network_for_nothing_and_could_not(page: Browser) -> None:
    show(page, signed(CONFIRMED))
    assert [address for address in page.requests if not address.startswith("file:")] == []
    assert len(page.requests) == 1
    for attempt in (
        "fetch('http://127.0.0.1:9/').then(() => 'sent', () => 'refused')",
        "new Promise((go) => { const image = new Image(); image.onload = () => go('sent');"
        " image.onerror = () => go('refused'); image.src = 'http://127.0.0.1:9/a.png'; })",
    ):
        assert page.run(attempt) == "refused"
    assert page.complaints
    assert all("Content Security Policy" in words for words in page.complaints)


def test_the_same_lists_make_the_same_page_and_it_holds_no_name() -> None:
    assert make() == make()
    page = make().decode()
    assert page.count("<script") == 2
    for name in (CONFIRMED.name, "Гулмуродова", CONFIRMED.latin):
        assert name not in page
    assert VOID.serial in page


def test_it_can_be_read_in_the_light_and_in_the_dark(page: Browser) -> None:
    show(page, signed(CONFIRMED))
    looks = []
    for dark in (False, True):
        page.show_as(*PHONE, dark=dark)
        looks.append(page.run("getComputedStyle(document.body).backgroundColor"))
    assert looks == ["rgb(243, 245, 248)", "rgb(18, 22, 28)"]


def test_the_office_s_own_page_knows_its_register(
    joined: Workplace, bureau: Workplace, stick: Path, browser: Browser
) -> None:
    room = write_course(joined)
    for session in room.sessions:
        attendance.mark_rest(joined, session)
    for enrolment in room.enrolments:
        scores.set_score(joined, enrolment, Occasion.POST, 1500, 2000)
    issued = certificates.issue(joined, room.course, only=frozenset(room.enrolments[:2])).certificates
    importing.import_files(bureau, [sending.export(joined, stick).file])
    certificates.void(bureau, issued[0].serial, "a no-show")
    late = certificates.issue(joined, room.course).certificates
    path, digest = verifier.export_verifier(bureau, stick / verifier.verifier_page_name(bureau))
    assert digest == hashlib.sha256(path.read_bytes()).hexdigest()
    assert path.name == "check-DSH-2018-10-17.html"
    opened(browser, path)
    results = [check(browser, found.credential, "2018-10-18")["result"] for found in (*issued, *late)]
    assert results == ["revoked", "valid_confirmed", "valid_unconfirmed"]
    assert browser.run("document.getElementById('office').textContent") == "Дафтари барнома"
    digits = verifier.trust_of_office(bureau).office.fingerprint
    assert office_digits(bureau) == digits
    assert len(digits.split()) == 6
    for language in LANGUAGES:
        browser.run(f"document.querySelector('[data-language={language}]').click()")
        shown = browser.run("document.getElementById('digits').innerText")
        assert shown == words(language)["digits"].format(digits=digits)
        assert words(language)["digits_about"] in browser.run("document.body.innerText")
    office.revoke(bureau, "K7")
    opened(browser, verifier.export_verifier(bureau, stick / "after.html")[0])
    assert check(browser, late[0].credential, "2018-10-18")["result"] == "key_revoked"


def test_only_an_office_writes_it(trainer: Workplace, tmp_path: Path) -> None:
    with pytest.raises(TrainerError, match="office.not_an_office"):
        verifier.export_verifier(trainer, tmp_path / "page.html")
    assert not (tmp_path / "page.html").exists()


def test_in_an_incomplete_copy_of_the_program_nothing_is_written(
    bureau: Workplace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    missing = shutil.ignore_patterns("libraries")
    shutil.copytree(resource("verifier"), tmp_path / "verifier", ignore=missing)
    monkeypatch.setattr(verifier, "resource", tmp_path.joinpath)
    with pytest.raises(TrainerError, match="documents.check_page_incomplete"):
        verifier.export_verifier(bureau, tmp_path / "page.html")
    assert not (tmp_path / "page.html").exists()
