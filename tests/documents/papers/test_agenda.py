"""The agenda on paper: every session, breaks as quiet lines, cancelled ones struck out with their reason."""

import pytest

from tests.documents.boxes import rules
from tests.documents.course_samples import LONGEST, agenda, facts
from tests.documents.papers_looked_at import check_paper
from tests.documents.reading import check_golden, pages
from trainer_app.documents.papers.sign_in import agenda_flow
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.structs import replace
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.courses.agenda_cells import Agenda
from trainer_app.domain.papers.course_papers import PAPER_LANGUAGES


def flat(text: str) -> str:
    return " ".join(text.split())


def test_golden_text() -> None:
    texts = [
        text for language in PAPER_LANGUAGES for text in pages(agenda_flow(agenda(2), language).finish())
    ]
    check_golden("agenda", "\n\n--- page ---\n\n".join(texts) + "\n")


@pytest.mark.parametrize("language", PAPER_LANGUAGES)
def test_every_session_and_break_is_on_it(language: str) -> None:
    texts = check_paper(agenda_flow(agenda(), language).finish(), struck=True)
    whole = flat("\n".join(texts))
    main = language[:2]
    for session in agenda().sessions:
        assert session.topic.best(main) in whole
    assert whole.count("09:00–10:30") == 4
    assert whole.count("12:30–14:00") == 4, "lunch has a line of its own"
    lunch = {"tg": "Хӯроки нисфирӯзӣ", "ru": "Обед", "en": "Lunch"}
    assert whole.count(lunch[main]) == 4
    assert "барқ набуд" in whole
    assert ("Interviewing the victim" in whole) == ("en" in language.split("+"))
    for number, text in enumerate(texts, start=1):
        assert f"{number} / {len(texts)}" in flat(text)
        assert "1.2.3" in text
        assert "19.10.2018" in text


def test_a_cancelled_session_is_struck_out() -> None:
    whole, without = agenda(2), agenda(1)
    assert len(lines_in_words(agenda_flow(whole, "en").finish())) == 2, "time and topic"
    assert lines_in_words(agenda_flow(without, "en").finish()) == []


def lines_in_words(pdf: bytes) -> list[float]:
    """Return the widths of short lines: those across a table or the head are wider."""
    return [
        each.right - each.left for page in rules(pdf) for each in page if 5 < each.right - each.left < 100
    ]


def test_a_day_stays_on_one_page_where_one_can_hold_it() -> None:
    texts = pages(agenda_flow(agenda(10), "tg+en").finish())
    assert len(texts) > 3
    for number in range(1, 11):
        holding = [text for text in texts if f"Рӯзи {number} ·" in text]
        assert len(holding) == 1
        assert holding[0].count(f"Day {number} ·") == 1


def test_a_day_longer_than_a_page_goes_on_under_its_name_and_heads() -> None:
    one = agenda(1)
    line = one.days[0].lines[0]
    long = replace(one, days=(replace(one.days[0], lines=(line,) * 90),))
    texts = check_paper(agenda_flow(long, "ru").finish())
    assert len(texts) >= 3
    assert ["продолжение" in text for text in texts] == [False, *[True] * (len(texts) - 1)]
    assert all("Тема" in text for text in texts)


@pytest.mark.parametrize("language", PAPER_LANGUAGES)
@pytest.mark.parametrize("room", ["", "Толори 2", LONGEST])
def test_the_longest_texts_stay_whole_and_on_the_page(language: str, room: str) -> None:
    whole = flat(
        "\n".join(
            check_paper(agenda_flow(agenda(longest=LONGEST, room=room), language).finish(), struck=True)
        )
    )
    assert whole.replace("- ", "-").count("Мирзоҷӯраевна") >= 12
    assert room.split()[0][:12] in whole if room else "Толор" not in whole


def test_what_is_missing_leaves_no_empty_column_and_no_empty_fact() -> None:
    bare = agenda(1)
    sessions = tuple(replace(each, trainers=(), topic=Texts()) for each in bare.sessions)
    day = replace(bare.days[0], lines=sessions)
    head = replace(facts(), donor=Texts(), teachers=(), project=Texts(), partner=Texts(), organiser=Texts())
    text = flat(check_paper(agenda_flow(Agenda(head, (day,)), "en").finish())[0])
    assert "Session 2" in text
    for word in ("Trainers", "Room", "Donor", "Project", "Partner"):
        assert word not in text


def test_the_same_bytes_and_the_pages_that_were_counted() -> None:
    for language in PAPER_LANGUAGES:
        pdf = agenda_flow(agenda(9), language).finish()
        assert pdf == agenda_flow(agenda(9), language).finish()
        assert len(pages(pdf)) == agenda_flow(agenda(9), language).page


def test_a_language_that_papers_do_not_have_is_refused() -> None:
    with pytest.raises(TrainerError, match="paper.unknown_language"):
        agenda_flow(agenda(1), "de").finish()
