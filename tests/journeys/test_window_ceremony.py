"""Step 5 of the story, whole: names signed off, certificates issued, handed out, voided, replaced.

All of them are checked at the office after the bundle came.
"""

import json
from collections import Counter
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from tests.browser import Browser
from tests.documents.reading import pages
from tests.journeys.conftest import MakeSeat
from tests.journeys.test_window_exchange import enrol, send, take_in
from tests.journeys.test_window_first_start import begin
from tests.kit import worlds
from tests.kit.samples import NAMED, PASSPHRASE
from tests.kit.seat import Seat, october
from tests.kit.worlds import teach
from trainer_app.actions.certificates import certificates, printing, verifying
from trainer_app.actions.courses import courses
from trainer_app.domain.certificates.certificates import (
    Certificate,
    CertificateReceipt,
    CertificateState,
    CheckResult,
)

NO_SHOWS = (4, 9)
"""Places on the receipt list of those who do not come for their certificate, counted from 1."""
MISSPELT, RIGHT = "Азизов", "Азизӣ"


def register(seat: Seat) -> list[Certificate]:
    return certificates.register(seat.work, courses.find_course(seat.work, "DSH1"))


def save_paper(seat: Seat, target: Path) -> list[str]:
    """Save the paper that is shown and go back; return the text of its pages."""
    seat.desktop.choosers.answer(target)
    seat.click("paper_save")
    seat.press(Qt.Key.Key_Escape)
    return pages(target.read_bytes())


def sign_off(laptop: Seat, folder: Path) -> None:
    """Print the list of names, and check them down the list by keyboard."""
    laptop.click("certificates_view_names")
    laptop.click("names_paper")
    listed = " ".join(save_paper(laptop, folder / "proof.pdf"))
    laptop.see("names_table").setFocus()
    laptop.press(Qt.Key.Key_Home)
    for row in laptop.cells("names_table"):
        assert row[1] in " ".join(listed.split())
        laptop.press(Qt.Key.Key_Space)
    assert laptop.text("names_count") == f"{NAMED} of {NAMED} names for certificates checked"


def issue(laptop: Seat, folder: Path) -> list[Certificate]:
    """Issue for the whole course with the sessions on the back, and save the paper."""
    laptop.click("certificates_view_board")
    assert laptop.text("board_counts").startswith(f"{NAMED} of {NAMED} names for certificates checked")
    laptop.click("certificates_issue")
    assert laptop.text("issue_form_accept") == f"Issue {NAMED} certificates", "no name is left to be read"
    laptop.click("issue_back")
    laptop.click("issue_form_accept")
    printed = save_paper(laptop, folder / "all.pdf")
    issued = certificates.in_name_order(register(laptop))
    assert len(printed) == 2 * NAMED
    for place, found in enumerate(issued):
        assert found.serial in printed[2 * place]
        assert found.serial in printed[2 * place + 1]
    return issued


def hand_out(laptop: Seat, issued: list[Certificate], folder: Path) -> None:
    """Print the list to sign, tick it by keyboard, and declare void what nobody came for."""
    laptop.click("certificates_view_receipts")
    laptop.click("receipts_paper")
    listed = " ".join(save_paper(laptop, folder / "receipts.pdf"))
    assert all(found.serial in listed for found in issued)
    laptop.see("receipts_table").setFocus()
    laptop.press(Qt.Key.Key_Home)
    for place in range(1, NAMED + 1):
        laptop.press(Qt.Key.Key_Minus if place in NO_SHOWS else Qt.Key.Key_Space)
    assert laptop.text("receipts_count") == f"{NAMED - 2} of {NAMED} received"
    laptop.click("receipts_shown_not_received")
    assert [row[2] for row in laptop.cells("receipts_table")] == [issued[at - 1].serial for at in NO_SHOWS]
    laptop.click("receipts_void")
    laptop.type("ба маросим наомад")
    laptop.press(Qt.Key.Key_Return)
    gone = [found.serial for found in register(laptop) if found.state is CertificateState.VOID]
    assert gone == [issued[at - 1].serial for at in NO_SHOWS]


def correct(laptop: Seat, folder: Path) -> Certificate:
    """Replace a certificate whose name is misspelt; only the new one is printed."""
    laptop.click("certificates_view_register")
    laptop.select("course_register_table", MISSPELT)
    laptop.click("course_register_replace")
    laptop.fill("replace_fields_family", RIGHT)
    laptop.fill("replace_reason", "як ҳарф нодуруст")
    laptop.press(Qt.Key.Key_Return)
    printed = save_paper(laptop, folder / "new.pdf")
    new = next(found for found in register(laptop) if found.facts.replaces)
    assert len(printed) == 2, "it and its back"
    assert RIGHT in printed[0]
    assert new.serial in printed[0]
    return new


def test_from_the_proof_list_to_the_check_at_the_office(
    make_seat: MakeSeat, stick: Path, tmp_path: Path
) -> None:
    office = make_seat("office", worlds.prepared_office, october(18, 8))
    office.start(PASSPHRASE)
    laptop = make_seat("laptop", None, october(18, 13))
    begin(laptop)
    enrol(office, laptop, stick)
    teach(laptop.work)
    laptop.front()
    laptop.open("courses")
    laptop.press(Qt.Key.Key_Return)
    laptop.open_tab("certificates")

    sign_off(laptop, tmp_path)
    issued = issue(laptop, tmp_path)
    hand_out(laptop, issued, tmp_path)
    new = correct(laptop, tmp_path)
    old = next(found for found in register(laptop) if found.state is CertificateState.REPLACED)
    assert old.facts.name.startswith(MISSPELT)
    assert (new.facts.replaces, old.replaced_by) == (old.serial, new.key)

    take_in(office, send(laptop, stick))
    there = register(office)
    assert len(there) == NAMED + 1
    assert Counter(found.state.value for found in there) == {"issued": NAMED - 2, "void": 2, "replaced": 1}
    assert Counter(found.received for found in there) == {
        CertificateReceipt.YES: NAMED - 2,
        CertificateReceipt.NO: 2,
        CertificateReceipt.OPEN: 1,
    }
    counted = printing.printed(office.work)
    assert {counted[found.key].saved for found in there} == {1}, "how often each left the laptop came along"
    (series,) = certificates.list_series(office.work)
    assert (series.given, len(series.void), len(series.replaced)) == (NAMED + 1, 2, 1)
    assert not series.missing, "every number is explained"

    checks = verifying.verify_all(office.work, str(tmp_path / "all.pdf"))
    assert Counter(check.result for check in checks) == {
        CheckResult.VALID_CONFIRMED: NAMED - 3,
        CheckResult.REVOKED: 2,
        CheckResult.REPLACED: 1,
    }
    assert [check.facts["serial"] for check in checks] == [found.serial for found in issued]
    look_at_the_office(office, issued, tmp_path)
    check_by_the_page(office, there, tmp_path)


def look_at_the_office(office: Seat, issued: list[Certificate], folder: Path) -> None:
    """Check papers in the office's window, and read the history of one that nobody came for."""
    office.front()
    office.open("certificates")
    office.click("certificates_screen_view_check")
    office.desktop.choosers.answer(folder / "new.pdf")
    office.click("check_choose")
    assert office.see("check_title", QLabel).text() == "Valid"
    office.fill("check_text", issued[NO_SHOWS[0] - 1].serial)
    office.press(Qt.Key.Key_Return)
    assert office.see("check_title", QLabel).text() == "Declared void"
    office.click("certificates_screen_view_register")
    office.select("register_table", issued[NO_SHOWS[1] - 1].serial)
    office.click("register_history")
    told = [office.text(f"certificate_history_{place}_what") for place in range(4)]
    assert told[0].startswith("Issued as ")
    assert told[1:] == ["Saved as PDF", "Not received", "Declared void: ба маросим наомад"]
    office.press(Qt.Key.Key_Escape)


def check_by_the_page(office: Seat, there: list[Certificate], folder: Path) -> None:
    """Save the check page in the office's window, and check every code and every badge by it in a browser."""
    office.click("certificates_screen_view_check")
    office.desktop.choosers.answer(folder / "check.html")
    office.click("check_save_page")
    with Browser(folder / "browser") as browser:
        browser.open(folder / "check.html")
        browser.run(
            "(async () => { const data = JSON.parse(document.getElementById('data').textContent);"
            "globalThis.lists = { ...(await credential.open(data.signed)), ...data.reading }; })()"
        )
        for text_of in (lambda found: found.credential, lambda found: found.badge):
            said = [
                browser.run(f"credential.check({json.dumps(text_of(found))}, lists, '2018-10-18')")
                for found in there
            ]
            assert [one["facts"]["name"] for one in said] == [found.facts.name for found in there]
            assert Counter(one["result"] for one in said) == {
                "valid_confirmed": NAMED - 2,
                "revoked": 2,
                "replaced": 1,
            }
