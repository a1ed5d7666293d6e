"""A template as one file: a ZIP of template.json and the pictures it shows.

Files come from anybody, so they are read in memory, within limits, and only under plain names; whatever
else lies in one is refused. Written, the same template gives the same bytes.
"""

import io
import zipfile
import zlib
from pathlib import Path

from trainer_app.documents.elements import Image
from trainer_app.documents.template import FILE, PICTURE, Template, read_template
from trainer_app.domain.errors import TrainerError

ENDING = ".tcert"
MOST_BYTES = 12 * 1024 * 1024
"""The file itself, and each of its pictures."""
MOST_IN_ALL = 32 * 1024 * 1024
"""All members together, unpacked."""
MOST_TEXT = 1024 * 1024
"""template.json, unpacked."""
MOST_MEMBERS = 33

_EPOCH = (1980, 1, 1, 0, 0, 0)
_UNIX_FILE = 0o100644
_ENCRYPTED = 1
_WAYS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


def write_template_file(template: Template) -> bytes:
    """Return a template as one file, with those pictures only that it shows."""
    shown = {element.file for element in template.elements if isinstance(element, Image)}
    members = {FILE: template.data, **{name: template.pictures[name] for name in sorted(shown)}}
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", allowZip64=False) as archive:
        for name, content in members.items():
            info = zipfile.ZipInfo(name, _EPOCH)
            info.create_system = 3
            info.external_attr = _UNIX_FILE << 16
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, content, compresslevel=6)
    return target.getvalue()


def read_template_file(name: str, data: bytes) -> Template:
    """Read a template from the bytes of its file.

    Raises template.file_too_big, template.no_file (no ZIP, or not of this shape), template.strange_member,
    template.wrong.
    """
    if len(data) > MOST_BYTES:
        raise _too_big(name)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _check_members(name, archive.infolist())
            members = {info.filename: _read(name, archive, info) for info in archive.infolist()}
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, ValueError, zlib.error) as error:
        raise TrainerError("template.no_file", template=name) from error
    return read_template(name, members.pop(FILE), members)


def read_path(path: Path) -> bytes:
    """Return what lies in a file. Raises template.file_too_big, template.unreadable."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise _too_big(path.name)
        return path.read_bytes()
    except OSError as error:
        raise TrainerError("template.unreadable", template=path.name) from error


def _check_members(name: str, members: list[zipfile.ZipInfo]) -> None:
    """Refuse a file by what its directory says, before anything is unpacked."""
    if len(members) > MOST_MEMBERS or sum(info.file_size for info in members) > MOST_IN_ALL:
        raise _too_big(name)
    seen: set[str] = set()
    for info in members:
        # Capitals count as the same: on Windows one would else lie over the other.
        known = info.filename.casefold() in seen
        plain = info.filename == FILE or PICTURE.fullmatch(info.filename) is not None
        if known or not plain or info.flag_bits & _ENCRYPTED or info.compress_type not in _WAYS:
            raise TrainerError("template.strange_member", template=name, member=info.filename[:60])
        seen.add(info.filename.casefold())
    if FILE not in seen:
        raise TrainerError("template.no_file", template=name)


def _read(name: str, archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    """Unpack a member, and never more of it than is allowed, whatever the directory said."""
    most = MOST_TEXT if info.filename == FILE else MOST_BYTES
    with archive.open(info) as member:
        content = member.read(most + 1)
    if len(content) > most:
        raise _too_big(name)
    return content


def _too_big(name: str) -> TrainerError:
    return TrainerError("template.file_too_big", template=name, most=MOST_BYTES // 1024 // 1024)
