"""The certificate that the program makes for an office's server: for a name or a number, nothing else."""

import ipaddress
from datetime import UTC, date, datetime

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.serialization import load_pem_private_key

from trainer_app.bundle.server_certificate import make_certificate
from trainer_app.domain.base.errors import TrainerError

TODAY = date(2026, 3, 2)


@pytest.mark.parametrize("name", ["office-server", "server.office.tj", "s1", "192.168.1.10", "fd00::1"])
def test_it_speaks_for_the_name_that_stands_in_the_address(name: str) -> None:
    made, secret = make_certificate(name, TODAY)
    certificate = x509.load_pem_x509_certificate(made)
    names = certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    number = name[0].isdigit() or ":" in name
    kind = x509.IPAddress if number else x509.DNSName
    assert names.get_values_for_type(kind) == [ipaddress.ip_address(name) if number else name]
    assert certificate.public_key() == load_pem_private_key(secret, None).public_key()
    certificate.verify_directly_issued_by(certificate)
    assert certificate.not_valid_before_utc < datetime(2026, 3, 2, tzinfo=UTC)
    assert (
        datetime(2036, 2, 1, tzinfo=UTC) < certificate.not_valid_after_utc < datetime(2036, 3, 3, tzinfo=UTC)
    )


def test_no_two_have_one_key() -> None:
    assert make_certificate("s", TODAY)[1] != make_certificate("s", TODAY)[1]


@pytest.mark.parametrize(
    "name", ["", "no name", "*", "-s", "s..t", "s/CN=x", "сервер", "a" * 254, "s\n", "1.2.3.4.5:6"]
)
def test_what_is_no_name_in_a_network_is_refused(name: str) -> None:
    with pytest.raises(TrainerError) as refused:
        make_certificate(name, TODAY)
    assert refused.value.code == "server.bad_name"
