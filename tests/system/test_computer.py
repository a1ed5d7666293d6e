"""What Windows says of a session: which messages mean that nobody sits here, and that they are heard."""

import ctypes
import sys

import pytest

from trainer_app.system import computer
from trainer_app.system.computer import is_absence, procedure

SESSION_CHANGE, POWER = 0x02B1, 0x0218


@pytest.mark.parametrize(
    ("message", "what", "absent"),
    [
        (SESSION_CHANGE, 0x7, True),  # locked
        (SESSION_CHANGE, 0x8, False),  # unlocked
        (SESSION_CHANGE, 0x2, True),  # another user is at the screen
        (SESSION_CHANGE, 0x1, False),
        (SESSION_CHANGE, 0x4, True),
        (SESSION_CHANGE, 0x6, True),
        (POWER, 0x4, True),  # falls asleep
        (POWER, 0x12, False),  # woke up
        (POWER, 0xA, False),  # the battery is low
        (0x0100, 0x7, False),  # a key
    ],
)
def test_what_says_that_nobody_sits_here(message: int, what: int, absent: bool) -> None:
    told: list[str] = []
    asked: list[tuple[object, ...]] = []

    def default(*values: object) -> int:
        asked.append(values)
        return 42

    assert is_absence(message, what) is absent
    assert procedure(lambda: told.append("left"), default)("window", message, what, 9) == 42
    assert told == ["left"] * absent
    assert asked == [("window", message, what, 9)], "Windows wants its own answer to all of them"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has such windows")
@pytest.mark.logs("the lock of the session is not heard")
def test_where_there_are_no_such_windows_it_is_noted_and_no_failure() -> None:
    computer.listen(lambda: None)
    computer.end_listening()


@pytest.mark.skipif(sys.platform != "win32", reason="only Windows sends these messages")
def test_messages_that_windows_sends_are_heard_until_the_end() -> None:
    told: list[str] = []
    computer.listen(lambda: told.append("left"))
    (window,) = computer._windows
    user = ctypes.WinDLL("user32")  # type: ignore[attr-defined,unused-ignore]
    user.SendMessageW.argtypes = (ctypes.c_void_p, ctypes.c_uint, ctypes.c_size_t, ctypes.c_ssize_t)
    user.SendMessageW(window.handle, SESSION_CHANGE, 0x8, 0)
    assert told == []
    user.SendMessageW(window.handle, SESSION_CHANGE, 0x7, 0)
    user.SendMessageW(window.handle, POWER, 0x4, 0)
    assert told == ["left"] * 2
    computer.listen(lambda: told.append("again"))
    computer.end_listening()
    computer.end_listening()
    assert told == ["left"] * 2
