"""Papers made of questions: numbered, large and clear, whole, short where they can be, in every language."""

import io
import re
import tracemalloc
from collections.abc import Sequence

import pytest
from pypdf import PdfReader

from tests.documents import question_samples as samples
from tests.documents.boxes import Spot, digits, letters, shapes
from tests.documents.course_samples import LONGEST
from tests.documents.papers_looked_at import check_paper
from tests.documents.reading import pages
from trainer_app.documents.evaluations.question_papers import papers_extent, question_papers_pdf
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.structs import replace
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.evaluations.forms import FormKind, Occasion
from trainer_app.domain.evaluations.questions import Option, Question, QuestionKind
from trainer_app.domain.papers.course_papers import PAPER_LANGUAGES, NamePlacement, QuestionPapers

every_language = pytest.mark.parametrize("language", PAPER_LANGUAGES)


def long_text(length: int) -> Texts:
    words = "Ҷабрдида дар ҳузури шоҳидон нишондод медиҳад ва қарорро мегирад "
    text = (words * (length // len(words) + 1))[:length].strip()
    return Texts(tg=text, ru=text, en=text.upper())


def long_question(length: int, options: int = 10, each: int = 60) -> Question:
    texts = [
        Texts.of_list(f"{number} {part}" for part in spoken(long_text(each)))
        for number in range(1, options + 1)
    ]
    made = tuple(Option(text, 10000 if number == 0 else 0) for number, text in enumerate(texts))
    return Question("long", QuestionKind.SINGLE, long_text(length), made)


def spoken(texts: Texts) -> tuple[str, str, str]:
    return texts["tg"], texts["ru"], texts["en"]


def large(page: Sequence[Spot]) -> str:
    """Return the digits of 5 mm and more on a page."""
    return "".join(spot.text for spot in page if spot.text.isdigit() and spot.bottom - spot.top > 4.5)


def flat(text: str) -> str:
    return " ".join(text.split())


@every_language
def test_twenty_questions_take_two_or_three_pages_with_the_number_on_each(language: str) -> None:
    pdf = question_papers_pdf(samples.of_test(), language)
    texts = check_paper(pdf)
    assert 2 <= len(texts) <= 3
    assert [large(page) for page in letters(pdf)] == ["1"] * len(texts)
    whole = flat(" ".join(texts))
    main = language[:2]
    for question in samples.twenty():
        assert flat(question.text.best(main)) in whole
        for option in question.options:
            assert flat(option.text.best(main)) in whole
    count = len(texts)
    said = {"tg": "саҳифаи {} аз {}", "ru": "страница {} из {}", "en": "page {} of {}"}[main]
    for page, text in enumerate(texts, start=1):
        assert said.format(page, count) in text


@every_language
@pytest.mark.parametrize("length", [1000, 4000])
def test_the_longest_questions_options_and_names_are_printed_whole(language: str, length: int) -> None:
    questions = tuple(replace(long_question(length, 10, 200), key=f"q{number}") for number in range(3))
    names = NamePlacement.KEPT if length == 1000 else NamePlacement.STRIP
    pile = samples.of_test(2, samples.quiz(questions=questions), names=names, longest=True)
    pdf = question_papers_pdf(replace(pile, duplex=False), language)
    texts = check_paper(pdf)
    whole = flat(" ".join(texts))
    assert LONGEST in whole
    body = whole.replace(" ", "")
    assert body.count(spoken(long_text(length))[0 if language != "en" else 2].replace(" ", "")[:300]) >= 6
    for number in range(1, 11):
        assert f"{number} {spoken(long_text(200))[0 if language != 'en' else 2][:40]}" in whole


@every_language
def test_anonymous_forms_name_nobody_and_stand_two_to_a_page_when_short(language: str) -> None:
    short = samples.full(FormKind.FEEDBACK, Texts(tg="Фикр", ru="Мнение", en="Opinion"), samples.STATEMENTS)
    texts = check_paper(question_papers_pdf(samples.anonymous(3, short), language))
    assert len(texts) == 2
    word = {"tg": "Беном", "ru": "Анонимно", "en": "Anonymous"}[language[:2]]
    assert flat(texts[0]).count(word) == 2
    for number in (4101, 4102, 4103):
        assert sum(str(number) in text for text in texts) == 1
    long = samples.full(FormKind.FOLLOW_UP, Texts(tg="Фикр"), (*samples.STATEMENTS, *([samples.OPEN] * 4)))
    texts = check_paper(question_papers_pdf(samples.anonymous(2, long), language))
    assert len(texts) >= 2


def test_an_anonymous_sheet_differs_from_the_next_one_by_its_number_alone() -> None:
    one, other = (
        pages(
            question_papers_pdf(
                replace(samples.anonymous(), papers=samples.anonymous(2).papers[at : at + 1]), "ru"
            )
        )
        for at in (0, 1)
    )
    assert [text.replace("4101", "4102") for text in one] == other


@every_language
def test_rating_sheets_name_the_participant_and_are_signed(language: str) -> None:
    texts = check_paper(question_papers_pdf(samples.ratings(3), language))
    assert len(texts) == 2
    for name in ("Азизов Фаррух Бахтиёрович", "Бобоҷонов Далер Қодирович"):
        assert name in "".join(texts)
    signature = {"tg": "Имзои тренер", "ru": "Подпись тренера", "en": "Trainer’s signature"}[language[:2]]
    assert sum(text.count(signature) for text in texts) == 3


def test_the_name_is_torn_off_unless_it_is_to_stay() -> None:
    strip, kept = (
        pages(question_papers_pdf(samples.of_test(1, names=names), "en"))[0]
        for names in (NamePlacement.STRIP, NamePlacement.KEPT)
    )
    assert "tear off" in strip
    assert "tear off" not in kept
    assert all("Азизов" in text for text in (strip, kept))
    spare = pages(question_papers_pdf(samples.of_test(0, spare=1), "en"))
    assert "Name" in spare[0], "a spare one leaves room for the name"
    assert "Азизов" not in " ".join(spare)


def test_nothing_is_printed_behind_the_strip() -> None:
    pdf = question_papers_pdf(samples.of_test(1), "tg+en")
    lowest = [max(spot.bottom for spot in page) for page in shapes(pdf)]
    assert lowest[1] < 297 - 14
    single = question_papers_pdf(replace(samples.of_test(1), duplex=False), "tg+en")
    assert len(pages(single)) <= len(pages(pdf))


@pytest.mark.parametrize("shuffled", [False, True])
def test_where_both_sides_are_printed_every_paper_begins_on_a_front(shuffled: bool) -> None:
    pile = samples.of_test(3, samples.quiz(shuffled=shuffled), spare=1)
    extent = papers_extent(pile, "tg+en")
    assert extent.each == 3
    texts = pages(question_papers_pdf(pile, "tg+en"))
    assert len(texts) == extent.all == 16
    assert [at for at, text in enumerate(texts) if "Pre-test" in text and "DSH-1 · 15" in text] == [
        0,
        4,
        8,
        12,
    ]
    assert [at for at, text in enumerate(texts) if not text.strip()] == [3, 7, 11, 15]
    assert len(pages(question_papers_pdf(replace(pile, duplex=False), "tg+en"))) == 12


def test_a_booklet_has_no_number_and_no_room_to_write() -> None:
    pile = samples.of_test(1)
    papers = replace(pile, booklet=True, papers=(replace(pile.papers[0], number=None, name=""),))
    text = " ".join(check_paper(question_papers_pdf(papers, "en")))
    assert "Question booklet" in text
    assert "No." not in text
    assert "Write nothing here" in text


def test_points_are_told_only_where_they_differ() -> None:
    same = question_papers_pdf(samples.of_test(), "ru")
    assert "балл" not in " ".join(pages(same)).replace("Баллы", "")
    points = (100, 200, 500, 150)
    questions = tuple(replace(each, points=point) for each, point in zip(samples.ASKED, points, strict=True))
    text = " ".join(pages(question_papers_pdf(samples.of_test(1, samples.quiz(questions=questions)), "ru")))
    assert [each in text for each in ("1 балл", "2 балла", "5 баллов", "1,5 балла")] == [True] * 4


def test_steps_of_a_scale_are_named_above_the_boxes_or_in_a_legend() -> None:
    short = pages(question_papers_pdf(samples.anonymous(1), "en"))[0]
    assert "1 – strongly" not in short
    names = tuple(
        Texts(en=f"a name of a step that takes {number} lines and more words than fit") for number in range(7)
    )
    long = samples.full(
        FormKind.FEEDBACK, Texts(en="Opinion"), (samples.scale("s", Texts(en="Statement"), names),)
    )
    text = flat(" ".join(check_paper(question_papers_pdf(samples.anonymous(1, long), "en"))))
    for number in range(7):
        assert f"{number + 1} – a name of a step that takes {number} lines" in text


@pytest.mark.parametrize("people", [1, 25, 500])
@pytest.mark.parametrize("shuffled", [False, True])
def test_everybody_gets_the_paper_with_their_number_and_name(people: int, shuffled: bool) -> None:
    questions = samples.ASKED
    pile = samples.of_test(people, samples.quiz(shuffled=shuffled, questions=questions), spare=2)
    pdf = question_papers_pdf(pile, "tg")
    read = digits(pdf)
    assert [large(page) for _, page in read] == [str(number) for number in range(1, people + 3)]
    for paper, (text, _) in zip(pile.papers, read, strict=True):
        assert f"№ {paper.number} · саҳифаи 1 аз 1" in text
        assert paper.name in text


@pytest.mark.parametrize("shuffled", [False, True])
def test_five_hundred_papers_are_small_in_memory(shuffled: bool) -> None:
    pile = samples.of_test(500, samples.quiz(shuffled=shuffled))
    tracemalloc.start()
    pdf = question_papers_pdf(pile, "tg+en")
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 60_000_000
    assert len(pdf) < (15_000_000 if shuffled else 3_000_000)


def test_papers_are_the_same_to_the_byte_and_pure_black() -> None:
    for pile in (samples.of_test(2), samples.anonymous(), samples.ratings()):
        pdf = question_papers_pdf(pile, "tg+en")
        assert pdf == question_papers_pdf(pile, "tg+en")
        inks = set()
        for page in PdfReader(io.BytesIO(pdf)).pages:
            contents = page.get_contents()
            assert contents is not None
            operators = contents.get_data().decode("latin-1")
            inks |= set(re.findall(r"([\d.]+ [\d.]+ [\d.]+) (?:rg|RG)", operators))
        assert inks == {"0 0 0"}


def test_what_cannot_be_printed_is_refused() -> None:
    with pytest.raises(TrainerError, match="documents.nothing_to_print"):
        question_papers_pdf(QuestionPapers(samples.quiz(), (), None, Occasion.PRE), "tg")
    with pytest.raises(TrainerError, match="paper.unknown_language"):
        question_papers_pdf(samples.of_test(), "de")
