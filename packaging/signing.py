"""What lies beside the packages that are handed out: the source, checksums, and signatures of both kinds.

Checksums are signed with minisign, so that an office can check a stick with a program that is not ours.
Windows' own signature (Authenticode) needs a certificate that is bought; the step is here, and is tried with
one that is self-made.
"""

import hashlib
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import layers
from environment import Unprepared, install_debian
from minisign import PublicKey, SecretKey, Signature
from publisher import OF_NOBODY, secret_key

SUMS = "SHA256SUMS"


@dataclass(frozen=True)
class Certificate:
    """What Windows' signatures are made with: two PEM files."""

    certificate: Path
    key: Path


def finish(out: Path, key: Path | None = None) -> list[Path]:
    """Lay the source, the checksums of all files and their signature into a folder; return these files."""
    source = out / f"trainer-app-{layers.version()}-source.zip"
    top = f"trainer-app-{layers.version()}/"
    layers.git("archive", "--format=zip", f"--prefix={top}", "-9", f"--output={source}", "HEAD")
    sums = out / SUMS
    own = (SUMS, f"{SUMS}.minisig", "trainer-app.pub")
    files = sorted(path for path in out.iterdir() if path.is_file() and path.name not in own)
    lines = [f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in files]
    sums.write_text("".join(lines), encoding="utf-8", newline="\n")
    return [source, sums, *sign(sums, secret_key(key), trial=key is None)]


def sign(path: Path, key: SecretKey, *, trial: bool = False) -> list[Path]:
    """Sign a file, check the signature, and lay the public key beside it; both tell of a `trial` key."""
    data = path.read_bytes()
    about = f"trainer-app {layers.version()} {layers.git('rev-parse', '--short=12', 'HEAD')}"
    if trial:
        about = f"{about} ({OF_NOBODY})"
    made = bytes(key.sign(data, trusted_comment=about))
    signature = path.with_name(f"{path.name}.minisig")
    signature.write_bytes(made if made.endswith(b"\n") else made + b"\n")
    public = path.with_name("trainer-app.pub")
    text = bytes(key.get_public_key())
    public.write_bytes(text.replace(b"minisign public key", OF_NOBODY.encode(), 1) if trial else text)
    PublicKey.from_file(public).verify(data, Signature.from_file(signature))
    return [signature, public]


def authenticode(path: Path, with_it: Certificate) -> None:
    """Sign a file of Windows in place. Raises `Unprepared`."""
    if shutil.which("osslsigncode") is None:
        install_debian(["osslsigncode"], "Signing for Windows")
    signed = path.with_name(f"{path.name}.signed")
    words = ["-n", "Trainer App", "-h", "sha256"]
    keys = ["-certs", str(with_it.certificate), "-key", str(with_it.key)]
    command = ["osslsigncode", "sign", *keys, *words, "-in", str(path), "-out", str(signed)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise Unprepared(f"{done.stdout}{done.stderr}{path.name} could not be signed.")
    signed.replace(path)


def is_authentic(path: Path, with_it: Certificate) -> bool:
    """Tell whether a file of Windows carries a whole signature of a certificate."""
    command = ["osslsigncode", "verify", "-CAfile", str(with_it.certificate), "-in", str(path)]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


def self_made(folder: Path) -> Certificate:
    """Make a certificate that nobody trusts, to try the step with."""
    made = Certificate(folder / "certificate.pem", folder / "key.pem")
    subject = ["-subj", "/CN=Trainer App trial", "-addext", "extendedKeyUsage=codeSigning"]
    kind = ["-x509", "-newkey", "rsa:3072", "-nodes", "-days", "30"]
    files = ["-out", str(made.certificate), "-keyout", str(made.key)]
    done = subprocess.run(["openssl", "req", *kind, *subject, *files], capture_output=True, check=False)
    if done.returncode != 0:
        raise Unprepared("openssl could not make a certificate.")
    return made
