"""A certificate for an office's own server, which vouches for itself: who holds it knows the server by it.

No authority of the world gives one to a computer of an office's own network, and the tools that make one are
on few computers. So the program makes it: `server.crt`, which every computer of the office gets, and
`server.key`, which lies on the server alone. It is valid for ten years; after that connections are refused.
"""

import ipaddress
from datetime import UTC, date, datetime, time, timedelta

from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.patterns import regex

_YEARS = 10
_NAME = regex(r"(?=.{1,253}$)[A-Za-z0-9]([A-Za-z0-9-]{0,62}(\.(?=[A-Za-z0-9]))?)*")
"""What a computer may be called in a network."""


def make_certificate(name: str, today: date) -> tuple[bytes, bytes]:
    """Return a certificate of a server and its secret key, both PEM.

    `name` is what stands as the server in the address: the computer's name or number in the network. Raises
    server.bad_name.
    """
    # Here and not above: only who sets up a server needs it.
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
    from cryptography.x509.oid import NameOID

    number = _number(name)
    if number is None and not _NAME.fullmatch(name):
        raise TrainerError("server.bad_name")
    key = ec.generate_private_key(ec.SECP256R1())
    said = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name[:64])])
    # A day before: the server's clock may be behind.
    begins = datetime.combine(today - timedelta(days=1), time(), UTC)
    called: x509.GeneralName = x509.DNSName(name) if number is None else x509.IPAddress(number)
    made = (
        x509.CertificateBuilder()
        .subject_name(said)
        .issuer_name(said)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(begins)
        .not_valid_after(begins + timedelta(days=_YEARS * 365))
        .add_extension(x509.SubjectAlternativeName([called]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(key, hashes.SHA256())
    )
    secret = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    return made.public_bytes(Encoding.PEM), secret


def _number(name: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    """Return a computer's number in the network; None for a name."""
    try:
        return ipaddress.ip_address(name)
    except ValueError:
        return None
