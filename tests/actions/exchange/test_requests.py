"""The office asks a laptop for something; the laptop shows it until it is done, and its answer comes back."""

from pathlib import Path

import pytest

from tests.kit.writing import write_course
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.courses import courses
from trainer_app.actions.exchange import importing, packs, requests, sending
from trainer_app.actions.office import office
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.exchange.laptops import OfficeRequestKind, OfficeRequestState
from trainer_app.store.exchange.transfers import all_lines
from trainer_app.system.messages import label_text


@pytest.fixture
def second(second_laptop: Workplace) -> Workplace:
    return second_laptop


def write_pack(bureau: Workplace, laptop: Workplace, stick: Path) -> tuple[str, ...]:
    """Take the laptop's next file in there; return the news in English."""
    pack = packs.export_pack(bureau, laptop.device_code, stick)
    return tuple(label_text(one, "en") for one in importing.import_files(laptop, [pack.file]).news)


def test_a_request_goes_and_its_answer_comes_back(joined: Workplace, bureau: Workplace, stick: Path) -> None:
    key = requests.ask(bureau, "k7", text="Занг занед,  ба ман").key or ""
    assert write_pack(bureau, joined, stick) == ("The office asks for 1 thing; see Today.",)
    (asked,) = requests.open_requests(joined)
    assert (asked.key, asked.kind, asked.text) == (key, OfficeRequestKind.OTHER, "Занг занед, ба ман")
    requests.answer(joined, key, "занг задам")
    assert requests.open_requests(joined) == []
    importing.import_files(bureau, [sending.export(joined, stick).file])
    (done,) = requests.list_requests(bureau)
    assert (done.state, done.answer, done.done_on) == (OfficeRequestState.DONE, "занг задам", bureau.today())


def test_it_is_for_one_laptop_only(
    joined: Workplace, second: Workplace, bureau: Workplace, stick: Path
) -> None:
    write_course(joined)
    importing.import_files(bureau, [sending.export(joined, stick).file])
    course = courses.list_courses(bureau)[0].course.key
    requests.ask(bureau, "K7", OfficeRequestKind.SCAN, course=course)
    for laptop in (joined, second):
        pack = packs.export_pack(bureau, laptop.device_code, stick, courses=[course])
        importing.import_files(laptop, [pack.file])
    assert [found.course_code for found in requests.list_requests(joined)] == ["DSH1"]
    assert requests.list_requests(second) == []
    assert not any(b'"errand"' in line for _, line in all_lines(second.database)), "not in its journal either"


def test_what_is_asked_no_more_is_gone_from_today(joined: Workplace, bureau: Workplace, stick: Path) -> None:
    key = requests.ask(bureau, "K7", OfficeRequestKind.CALL).key or ""
    write_pack(bureau, joined, stick)
    requests.withdraw(bureau, key)
    write_pack(bureau, joined, stick)
    assert requests.open_requests(joined) == []
    assert requests.get_request(joined, key).state is OfficeRequestState.WITHDRAWN


def test_an_answer_on_its_way_counts_even_if_it_was_withdrawn(
    joined: Workplace, bureau: Workplace, stick: Path
) -> None:
    key = requests.ask(bureau, "K7", OfficeRequestKind.CALL).key or ""
    write_pack(bureau, joined, stick)
    requests.answer(joined, key)
    requests.withdraw(bureau, key)
    importing.import_files(bureau, [sending.export(joined, stick).file])
    assert requests.get_request(bureau, key).state is OfficeRequestState.DONE
    with pytest.raises(TrainerError) as refused:
        requests.withdraw(bureau, key)
    assert refused.value.code == "errand.done_already"


@pytest.mark.parametrize("language", ["tg", "ru", "en"])
@pytest.mark.parametrize("kind", OfficeRequestKind)
def test_every_kind_says_what_is_wanted(
    bureau: Workplace, joined: Workplace, kind: OfficeRequestKind, language: str
) -> None:
    requests.ask(bureau, "K7", kind, "рӯзи дуюм")
    said = label_text(requests.words(requests.list_requests(bureau)[0]), language)
    assert said.endswith("рӯзи дуюм")
    assert (said == "рӯзи дуюм") == (kind is OfficeRequestKind.OTHER)


@pytest.mark.parametrize(
    ("device", "text", "code"),
    [
        ("K8", "x", "office.unknown_device"),
        ("A1", "x", "office.unknown_device"),
        ("K7", "  ", "errand.empty"),
        ("K7", "x" * 501, "errand.too_long"),
    ],
)
def test_what_cannot_be_asked(
    bureau: Workplace, joined: Workplace, device: str, text: str, code: str
) -> None:
    with pytest.raises(TrainerError) as refused:
        requests.ask(bureau, device, text=text)
    assert refused.value.code == code
    assert requests.list_requests(bureau) == []


def test_a_laptop_asks_for_nothing(joined: Workplace) -> None:
    with pytest.raises(TrainerError) as refused:
        requests.ask(joined, "K7", text="x")
    assert refused.value.code == "office.not_an_office"


def test_a_revoked_laptop_is_not_asked(bureau: Workplace, joined: Workplace) -> None:
    office.revoke(bureau, "K7")
    with pytest.raises(TrainerError) as refused:
        requests.ask(bureau, "K7", OfficeRequestKind.CALL)
    assert refused.value.code == "office.revoked_device"
