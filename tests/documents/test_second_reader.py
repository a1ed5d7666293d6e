"""The code on a certificate is read by a reader that shares nothing with the one that made it: zbar."""

import subprocess
from pathlib import Path

import pypdfium2
import pytest

from tests.documents.samples import FACTS
from trainer_app.bundle.credential import check_signature, issue_credential
from trainer_app.bundle.keys import DeviceKeys
from trainer_app.documents.certificate import PrintItem, certificates_pdf
from trainer_app.documents.template import load_template
from trainer_app.system.resources import resource


@pytest.mark.parametrize("dpi", [300, 200])
def test_zbar_reads_the_signed_text(tmp_path: Path, dpi: int) -> None:
    keys = DeviceKeys.generate()
    shown = FACTS["tg"]
    text = issue_credential(shown, keys, "DSH")
    pdf = certificates_pdf([PrintItem(shown, text)], load_template(resource("certificates", "completion")))
    document = pypdfium2.PdfDocument(pdf)
    page = tmp_path / "page.png"
    document[0].render(scale=dpi / 72, grayscale=True).to_pil().save(page)
    document.close()
    command = ["zbarimg", "--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", str(page)]
    read = subprocess.run(command, capture_output=True, check=True, text=True).stdout.strip("\n")
    assert read == text
    assert check_signature(read, keys.signing_key)
