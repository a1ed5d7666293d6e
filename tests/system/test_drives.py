"""Shares are told from disks of this computer, on Windows and on Linux, also before the folder is made."""

from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from tests.native.test_windows import PretendedKernel
from trainer_app.domain.base.errors import TrainerError
from trainer_app.native import windows
from trainer_app.system import folders
from trainer_app.system.folders import (
    DataFolder,
    is_mounted_share,
    is_on_share,
    is_windows_share,
    refuse_share,
)

MOUNTS = r"""
22 1 254:0 / / rw,relatime - ext4 /dev/vda rw
23 22 0:22 / /home/office/Shared\040data rw shared:1 - cifs //server/data rw
24 22 0:23 / /mnt/nfs rw - nfs4 server:/export rw
25 24 0:24 / /mnt/nfs/own rw master:3 propagate_from:2 - ext4 /dev/sdb1 rw
26 22 0:25 / /run/user/1000/gvfs rw - fuse.gvfsd-fuse gvfsd-fuse rw
27 22 0:26 / /mnt/ssh rw - fuse.sshfs me@server: rw
28 22 0:27 / /media/stick rw - fuseblk /dev/sdc1 rw
29 22 0:28 / /media/ntfs rw - fuse.ntfs-3g /dev/sdd1 rw
30 22 0:29 / /mnt/c rw - 9p C:\134 rw
31 22 0:30 / /mnt/twice rw - ext4 /dev/sde1 rw
32 31 0:31 / /mnt/twice rw - smb3 //server/x rw
a line that means nothing
33 22 0:32 / /mnt/nf rw - ext4 /dev/sdf1 rw
"""


@pytest.mark.parametrize(
    ("path", "share"),
    [
        ("/home/office/data", False),
        ("/home/office/Shared data/trainer", True),
        ("/home/office/Shared", False),
        ("/mnt/nfs/trainer", True),
        ("/mnt/nfs", True),
        ("/mnt/nfs/own/trainer", False),
        ("/mnt/nf/trainer", False),
        ("/run/user/1000/gvfs/smb-share:server=a,share=b/trainer", True),
        ("/mnt/ssh/trainer", True),
        ("/media/stick/trainer", False),
        ("/media/ntfs/trainer", False),
        ("/mnt/c/Users/trainer", True),
        ("/mnt/twice/trainer", True),
    ],
)
def test_on_linux_the_innermost_mount_says_it(path: str, share: bool) -> None:
    assert is_mounted_share(PurePosixPath(path), MOUNTS) is share


def test_the_root_of_a_virtual_machine_is_its_own_disk() -> None:
    assert not is_mounted_share(PurePosixPath("/home/a"), "22 1 0:21 / / rw - 9p none rw\n")
    assert is_mounted_share(PurePosixPath("/home/a"), "22 1 0:21 / / rw - nfs server:/root rw\n")
    assert not is_mounted_share(PurePosixPath("/home/a"), "")


@pytest.mark.parametrize(
    ("path", "share"),
    [
        (r"C:\Users\trainer\data", False),
        (r"Z:\trainer", True),
        (r"z:\trainer", True),
        (r"\\server\share\trainer", True),
        ("//server/share/trainer", True),
        (r"\\?\UNC\server\share\trainer", True),
        (r"\\?\C:\trainer", False),
        (r"\\?\Z:\trainer", True),
        (r"relative\trainer", False),
    ],
)
def test_on_windows_the_name_or_the_drive_says_it(path: str, share: bool) -> None:
    def drive_type(root: str) -> int:
        return {"Z:\\": 4, "C:\\": 3}[root.upper()]

    assert is_windows_share(PureWindowsPath(path), drive_type) is share


def test_the_folder_of_the_tests_lies_on_this_computer(tmp_path: Path) -> None:
    assert not is_on_share(tmp_path / "to be made" / "data")
    refuse_share(tmp_path / "to be made" / "data")


def test_a_link_to_a_share_is_followed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    share, mounts = tmp_path / "share", tmp_path / "mounts"
    share.mkdir()
    mounts.write_text(
        f"22 1 254:0 / / rw - ext4 /dev/vda rw\n23 22 0:22 / {share.resolve()} rw - nfs s:/x rw\n"
    )
    (tmp_path / "data").symlink_to(share)
    monkeypatch.setattr(folders, "_MOUNTS", mounts)
    assert is_on_share(tmp_path / "data" / "inner")
    assert not is_on_share(tmp_path / "elsewhere")


def test_no_data_folder_is_made_on_a_share(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folders, "is_on_share", lambda _folder: True)
    folder = DataFolder(tmp_path / "data")
    with pytest.raises(TrainerError, match=r"workplace\.on_share"):
        folder.make()
    assert not folder.root.exists()


def test_sticks_are_found_without_touching_what_the_network_or_the_system_mounted() -> None:
    assert folders.mounted_sticks(MOUNTS) == ["/mnt/nfs/own", "/media/stick", "/media/ntfs", "/mnt/nf"]
    virtual = "34 22 0:33 / /run/media/a/x rw - tmpfs none rw\n"
    stick = "35 22 0:34 / /run/media/a/Ном\\040нав rw - vfat /dev/sdg rw\n"
    assert folders.mounted_sticks(virtual + stick) == ["/run/media/a/Ном нав"]


def test_on_windows_drives_are_told_by_letter_and_bus(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(windows, "kernel", PretendedKernel)
    assert folders.carried_roots() == ["E:\\", "F:\\", "G:\\"]


def test_where_nothing_is_told_the_windows_library_is_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(windows, "kernel", lambda: None)
    monkeypatch.setattr(folders, "_MOUNTS", tmp_path / "none")
    assert folders.carried_roots() is None
