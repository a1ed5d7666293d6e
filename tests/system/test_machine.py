"""Which computer this is, told by what each system says of itself; and its free memory."""

import ctypes
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from trainer_app.native import windows
from trainer_app.system import computer
from trainer_app.system.computer import free_memory, linux_id, mac_id, machine_id, machine_mark, windows_id


def test_linux_says_it_in_one_of_two_files(tmp_path: Path) -> None:
    systemd, dbus = tmp_path / "machine-id", tmp_path / "dbus"
    assert linux_id((systemd, dbus)) == ""
    dbus.write_text("0123456789abcdef0123456789abcdef\n", encoding="ascii")
    assert linux_id((systemd, dbus)) == "0123456789abcdef0123456789abcdef"
    for nothing in ("uninitialized\n", "\n"):
        systemd.write_text(nothing, encoding="ascii")
        assert linux_id((systemd, dbus)) == "0123456789abcdef0123456789abcdef"
    systemd.write_text("fedcba98\n", encoding="ascii")
    assert linux_id((systemd, dbus)) == "fedcba98"


class Registry:
    """Windows' registry with one value in it; `opened` tells what was asked for, and how."""

    KEY_READ, KEY_WOW64_64KEY, HKEY_LOCAL_MACHINE = 1, 256, "machine"

    def __init__(self, value: str | None) -> None:
        self.value = value
        self.opened: list[tuple[object, ...]] = []

    def OpenKey(self, *asked: object) -> "Registry":  # noqa: N802
        self.opened.append(asked)
        if self.value is None:
            raise FileNotFoundError(2, "no such key")
        return self

    def QueryValueEx(self, key: "Registry", name: str) -> tuple[str, int]:  # noqa: N802
        assert key.value is not None
        return (key.value if name == "MachineGuid" else "", 1)

    def __enter__(self) -> "Registry":
        return self

    def __exit__(self, *_how: object) -> None: ...


def test_windows_says_it_in_the_registry_of_64_bits() -> None:
    registry = Registry("6F9619FF-8B86-D011-B42D-00CF4FC964FF ")
    assert windows_id(registry) == "6f9619ff-8b86-d011-b42d-00cf4fc964ff"
    assert registry.opened == [("machine", r"SOFTWARE\Microsoft\Cryptography", 0, 257)]
    assert windows_id(Registry(None)) == ""


def test_macos_says_it_by_a_call() -> None:
    def told(answer: int) -> Any:
        def gethostuuid(found: "ctypes.Array[ctypes.c_ubyte]", _wait: object) -> int:
            found[:] = list(range(16))
            return answer

        return lambda: SimpleNamespace(gethostuuid=gethostuuid)

    assert mac_id(told(0)) == bytes(range(16)).hex()
    assert mac_id(told(-1)) == ""
    assert mac_id(SimpleNamespace) == ""


@pytest.mark.parametrize("platform", ["linux", "win32", "darwin"])
def test_each_system_is_asked_in_its_own_way(platform: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("linux", "win32", "darwin"):
        monkeypatch.setitem(computer._SOURCES, name, lambda name=name: f"of {name}")
    machine_id.cache_clear()
    try:
        assert machine_id(platform) == f"of {platform}"
        assert machine_id("haiku") == ""
    finally:
        machine_id.cache_clear()


def test_a_mark_differs_by_computer_and_by_whose_it_is_and_does_not_tell_the_number() -> None:
    marks = {
        machine_mark(replica, machine) for replica in ("a" * 32, "b" * 32) for machine in ("one", "two", "")
    }
    assert len(marks) == 6
    assert all(len(mark) == 16 and set(mark) <= set("0123456789abcdef") for mark in marks)
    assert machine_mark("a" * 32, "one") == machine_mark("a" * 32, "one")


def test_free_memory_is_what_linux_says_is_available(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(windows, "kernel", lambda: None)
    told = tmp_path / "meminfo"
    told.write_text("MemTotal:  4000000 kB\nMemFree:  10 kB\nMemAvailable:  300000 kB\n", encoding="ascii")
    assert free_memory(told) == 300_000 * 1024
    for odd in ("", "MemAvailable: much\n", "MemTotal: 1 kB\n"):
        told.write_text(odd, encoding="ascii")
        assert free_memory(told) is None
    assert free_memory(tmp_path / "none") is None
    monkeypatch.setattr(windows, "kernel", object)
    monkeypatch.setattr(windows, "free_memory", lambda kernel: 77)
    assert free_memory(told) == 77
