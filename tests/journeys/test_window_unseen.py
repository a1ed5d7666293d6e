"""A trainer who sees nothing takes the attendance: by keys alone, and by what a screen reader says of them.

What is pressed follows from what was heard (`tests/kit/reader.py`); that it was right is asked of the disk.
"""

from pathlib import Path

import pytest
from msgspec import Struct
from PySide6.QtCore import Qt

from tests.journeys.conftest import MakeSeat
from tests.kit import worlds
from tests.kit.reader import Reader
from tests.kit.samples import NAMED, PASSPHRASE
from tests.kit.seat import CTRL, SHIFT, Seat
from trainer_app.actions.attendance import attendance
from trainer_app.actions.courses import courses

_KEY = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
CAME_LATE, STAYED_AWAY, WAS_EXCUSED = "Азизов", "Бобоҷонов", "Сафаров"


class Heard(Struct, frozen=True):
    """What a language says where somebody listens for it."""

    passphrase: str
    wrong: str
    begin: str
    not_held: str
    unmarked: str
    present: str
    late: str
    absent: str
    excused: str
    rest: str
    undone: str
    locked: str
    refused: str
    saved: str
    folder: str
    send: str


LANGUAGES = {
    "en": Heard(
        passphrase="Passphrase, EditableText, Your data is locked",
        wrong="This passphrase does not open your data",
        begin="Mark session 1, Button",
        not_held="not held yet",
        unmarked="not marked",
        present="present",
        late="late 20",
        absent="absent",
        excused="excused",
        rest="the rest (23 people): present",
        undone="Undone: ",
        locked="session 1 locked",
        refused="Nothing was changed",
        saved="Saved and checked",
        folder="Folder on this computer",
        send="Send, Button",
    ),
    "ru": Heard(
        passphrase="Парольная фраза, EditableText, Данные заблокированы",
        wrong="Эта парольная фраза не подходит",
        begin="Отметьте занятие 1, Button",
        not_held="занятия ещё не было",
        unmarked="без отметки",
        present="присутствие",
        late="опоздание 20",
        absent="отсутствие",
        excused="по уважительной причине",
        rest="остальные (23 человека): присутствие",
        undone="Отменено: ",
        locked="занятие 1 заперто",
        refused="Ничего не изменено",
        saved="Сохранено и проверено",
        folder="Папка на этом компьютере",
        send="Отправить, Button",
    ),
    "tg": Heard(
        passphrase="Гузарвожа, EditableText, Маълумот қулф аст",
        wrong="Ин гузарвожа мувофиқ нест",
        begin="Машғулияти 1-ро қайд кунед, Button",
        not_held="машғулият ҳанӯз нашудааст",
        unmarked="бе қайд",
        present="ҳозир",
        late="дер омад 20",
        absent="ғоиб",
        excused="узрнок",
        rest="боқимонда (23 нафар): ҳозир",
        undone="Ботил шуд: ",
        locked="машғулияти 1 баста шуд",
        refused="Ҳеҷ чиз тағйир наёфт",
        saved="Сабт ва санҷида шуд",
        folder="Ҷузвдон дар ин компютер",
        send="Фиристодан, Button",
    ),
}


def kept(seat: Seat) -> dict[str, tuple[str | None, int]]:
    """Return the marks of the first session as they are on the disk, by family name."""
    table = attendance.grid(seat.work, courses.find_course(seat.work, "DSH1"))
    cells = {row.name.split()[0]: row.cells[0] for row in table.rows}
    return {
        name: (cell.mark.value if cell and cell.mark else None, cell.missed if cell else 0)
        for name, cell in cells.items()
    }


def unlock(seat: Seat, reader: Reader, heard: Heard) -> str:
    """Open the data, once with a wrong passphrase; return what is heard of the first screen."""
    seat.start()
    assert heard.passphrase in reader.listen()
    reader.type("wrong")
    assert heard.wrong in reader.press(_KEY.Key_Return), (
        "why it stays locked is read where the keyboard stays"
    )
    assert PASSPHRASE not in reader.type(PASSPHRASE)
    return reader.press(_KEY.Key_Return)


def call_the_roll(reader: Reader, first: str, heard: Heard) -> list[str]:
    """Go from name to name and mark the three who are not just present; return who was called."""
    called, said = [], first
    while said:
        name = said.split()[0]
        called.append(name)
        if name == CAME_LATE:
            assert f"{name}, " in reader.type("L")
            assert heard.late in reader.type("20"), "each key says what it did"
        elif name == STAYED_AWAY:
            assert heard.unmarked in said
            assert heard.absent in reader.type("A")
        said = reader.press(_KEY.Key_Down)
    return called


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_session_is_marked_put_right_and_sent_by_what_is_heard(
    make_seat: MakeSeat, monkeypatch: pytest.MonkeyPatch, stick: Path, language: str
) -> None:
    heard, seat = LANGUAGES[language], make_seat(begins=worlds.listed)
    reader = Reader(seat, monkeypatch)
    seat.desktop.language.choose(language)
    assert heard.begin in unlock(seat, reader, heard)

    first = reader.press(_KEY.Key_Return)
    assert heard.not_held in first
    assert "Cell" in first
    assert len(call_the_roll(reader, first, heard)) == NAMED, "nobody is passed over, and the end is heard"
    assert heard.rest in reader.press(_KEY.Key_P, CTRL | SHIFT), "how many it were"
    marks = dict.fromkeys(kept(seat), ("present", 0)) | {CAME_LATE: ("late", 20), STAYED_AWAY: ("absent", 0)}
    assert kept(seat) == marks

    put_right(reader, heard)
    assert kept(seat) == marks | {WAS_EXCUSED: ("excused", 0)}

    lock(reader, heard)
    send(seat, reader, heard, stick)
    assert list(stick.glob("*.tsync"))


def put_right(reader: Reader, heard: Heard) -> None:
    """Find somebody who was marked wrongly by name, undo a slip, and hear that it is right now."""
    assert "EditableText" in reader.type("/")
    assert WAS_EXCUSED in reader.type(WAS_EXCUSED[:5]), "who is found is said while the name is typed"
    assert heard.present in reader.press(_KEY.Key_Return)
    assert heard.absent in reader.type("A")
    assert heard.undone in reader.press(_KEY.Key_Z, CTRL)
    assert heard.excused in reader.type("E")
    assert heard.excused in reader.type("E"), "a key that changes nothing says what there is"


def lock(reader: Reader, heard: Heard) -> None:
    """Lock the session, and hear why a mark is refused then."""
    assert heard.locked in reader.press(_KEY.Key_K, CTRL | SHIFT)
    assert heard.refused in reader.type("P")


def send(seat: Seat, reader: Reader, heard: Heard, stick: Path) -> None:
    """Save the file for the office on a stick, and hear that it was."""
    assert "EditableText" in reader.press(_KEY.Key_6, CTRL)
    reader.type("five words nobody guesses soon")
    seat.desktop.choosers.answer(stick)
    reader.until(heard.folder, _KEY.Key_Tab)
    reader.press(_KEY.Key_Space)
    reader.until(heard.send, _KEY.Key_Tab)
    assert heard.saved in reader.press(_KEY.Key_Return)
