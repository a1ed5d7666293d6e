"""The donor's sentence and paragraph: right forms in each language, from figures and typed names."""

from datetime import date
from fractions import Fraction

import pytest

from tests.documents.samples import speak
from trainer_app.documents.office.report_words import donor_words
from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.structs import replace
from trainer_app.domain.base.texts import LANGUAGES, Texts
from trainer_app.domain.office.reports import (
    ApprovedCourse,
    Basis,
    Completeness,
    Figure,
    Report,
    ReportAbout,
    Unit,
)

ABOUT = ReportAbout(
    towns=("Душанбе", "Хуҷанд", "Рашт"),
    titles=(Texts(tg="Вокуниш", ru="Реагирование", en="Response"),),
    organisers=(Texts(tg="Барнома", ru="Программа", en="Programme"),),
    donors=(Texts.same("Fund"),),
    partners=(Texts(tg="Вазорат", ru="Министерство", en="Ministry of Internal Affairs"),),
    first=date(2018, 10, 15),
    last=date(2018, 11, 9),
)


def told(people: int, women: int, officers: int, courses: int, **more: int | Fraction) -> Report:
    counts = {"unique_persons": people, "women": women, "courses": courses, **more}
    units = {"pre_mean": Unit.PERCENT, "post_mean": Unit.PERCENT, "gain_points": Unit.POINTS}
    units["person_hours"] = Unit.MINUTES
    figures = tuple(Figure(code, value, units.get(code, Unit.COUNT)) for code, value in counts.items())
    return Report(Texts(), figures, about=replace(ABOUT, officers=officers))


def sentence(report: Report, language: str) -> str:
    return donor_words(report, language, speak(language)).sentence


@pytest.mark.parametrize(
    ("report", "language", "said"),
    [
        (
            told(65, 24, 65, 3),
            "en",
            "65 police officers (among them 24 women) took part in three training courses on “Response” "
            "(Dushanbe, Khujand and Rasht; 15 October – 9 November 2018).",
        ),
        (
            told(65, 24, 65, 3),
            "ru",
            "65 сотрудников милиции (из них 24 женщины) приняли участие в трёх учебных курсах "
            "«Реагирование» (Душанбе, Худжанд и Рашт; 15 октября – 9 ноября 2018\xa0г.).",
        ),
        (
            told(65, 24, 65, 3),
            "tg",
            "65 корманди милитсия (аз ҷумла 24 зан) дар 3 курси омӯзишии «Вокуниш» иштирок карданд "
            "(Душанбе, Хуҷанд ва Рашт; 15 октябр – 9 ноябри соли 2018).",
        ),
        (told(1, 0, 1, 1), "en", "1 police officer took part in one training course on “Response” ("),
        (told(1, 0, 1, 1), "ru", "1 сотрудник милиции принял участие в одном учебном курсе «"),
        (told(1, 0, 1, 1), "tg", "1 корманди милитсия дар 1 курси омӯзишии «Вокуниш» иштирок кард ("),
        (
            told(21, 1, 21, 21),
            "ru",
            "21 сотрудник милиции (из них 1 женщина) принял участие в 21 учебном",
        ),
        (told(22, 11, 22, 12), "ru", "22 сотрудника милиции (из них 11 женщин) приняли участие в 12 учебных"),
        (told(30, 9, 28, 12), "en", "30 people (among them 28 police officers and 9 women) took part in 12 "),
        (
            told(32, 9, 22, 2),
            "ru",
            "32 человека (из них 22 сотрудника милиции и 9 женщин) приняли участие в ",
        ),
        (told(30, 9, 28, 2), "tg", "30 нафар (аз ҷумла 28 корманди милитсия ва 9 зан) дар 2 курси "),
    ],
)
def test_a_sentence_has_the_forms_of_its_numbers(report: Report, language: str, said: str) -> None:
    assert sentence(report, language).startswith(said)


def test_several_titles_are_left_out_and_places_that_are_not_known() -> None:
    report = told(5, 0, 0, 2)
    two = replace(ABOUT, titles=(*ABOUT.titles, Texts.same("Other")), towns=(), first=None, last=None)
    said = sentence(replace(report, about=two), "en")
    assert said == "5 people took part in two training courses."


def test_the_paragraph_tells_results_learning_roles_and_what_must_be_known() -> None:
    report = told(
        65,
        24,
        65,
        3,
        unique_completions=48,
        certificates=53,
        person_hours=59010,
        sessions_held=24,
        pre_mean=Fraction(4680),
        post_mean=Fraction(7620),
        gain_points=Fraction(2940),
        tests_matched=59,
    )
    report = replace(report, open=Completeness(ended=3, contradictions=1))
    said = donor_words(report, "en", speak("en"))
    assert said.paragraph.startswith(said.sentence)
    assert said.paragraph.removeprefix(said.sentence) == (
        " 48 of the 65 completed a course. 53 certificates have been issued."
        " They received 983.5 person-hours of training in 24 sessions."
        " In the tests before and after the course the mean result rose from 46.8\xa0% to 76.2\xa0%"
        " (+29.4 percentage points, n = 59)."
        " The courses were organised by Programme, funded by Fund and held in partnership with the Ministry"
        " of Internal Affairs."
    )
    assert len(said.notes) == 2
    assert said.whole == "\n".join((said.paragraph, *said.notes))
    russian = donor_words(report, "ru", speak("ru")).paragraph
    assert "Курс окончили 48 участников из 65. Выдано 53 сертификата." in russian
    assert "проведено 24 занятия." in russian
    assert russian.endswith("Организатор: Программа; донор: Fund; партнёр: Министерство.")
    tajik = donor_words(report, "tg", speak("tg")).paragraph
    assert "Аз 65 нафар 48 нафар курсро хатм карданд. 53 шаҳодатнома дода шуд." in tajik


@pytest.mark.parametrize(
    ("language", "who", "note"),
    [
        ("en", "18 people (among them at least 17 police officers and 7 women) took", "The rank of 1 person"),
        (
            "ru",
            "18 человек (из них по меньшей мере 17 сотрудников милиции и 7 женщин) ",
            "Вместе с данными 1",
        ),
        ("tg", "18 нафар (аз ҷумла на камтар аз 17 корманди милитсия ва 7 зан) дар", "Бо маълумоти 1 нафар"),
    ],
)
def test_whose_rank_was_erased_is_not_made_a_civilian(language: str, who: str, note: str) -> None:
    report = told(18, 7, 17, 3)
    said = donor_words(replace(report, about=replace(report.about, rank_erased=1)), language, speak(language))
    assert said.sentence.startswith(who)
    assert said.notes[0].startswith(note)
    assert said.notes[0] in said.whole


@pytest.mark.parametrize(("gain", "word"), [(-300, "fell"), (0, "stayed at"), (300, "rose")])
def test_a_loss_is_said_as_a_loss(gain: int, word: str) -> None:
    before, after = Fraction(5000), Fraction(5000 + gain)
    report = told(5, 0, 5, 1, pre_mean=before, post_mean=after, gain_points=after - before, tests_matched=4)
    assert word in donor_words(report, "en", speak("en")).paragraph


@pytest.mark.parametrize("language", LANGUAGES)
def test_of_nobody_nothing_is_claimed(language: str) -> None:
    said = donor_words(told(0, 0, 0, 0), language, speak(language))
    assert said.sentence == said.paragraph
    assert not any(sign.isdigit() for sign in said.sentence)


def test_the_basis_is_told_where_courses_are_approved() -> None:
    approved = ApprovedCourse("DSH", 0, date(2018, 11, 20), "M.", "f")
    report = replace(told(5, 0, 5, 1), approved=(approved,), basis=Basis.APPROVED)
    assert donor_words(report, "en", speak("en")).notes == ("As approved by the office.",)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_notes_of_the_report_that_bear_on_the_words_are_carried(language: str) -> None:
    """A paragraph "with its notes" had none while the report said that completions may change."""
    running = Label("counting.note_running", {"count": 1, "courses": ("DSH2",)})
    unmarked = Label("counting.note_unmarked", {"count": 4})
    unknown = Label("counting.note_sex_unknown", {"count": 2})
    report = replace(
        told(5, 2, 5, 1, unique_completions=3),
        notes=(Label("counting.note_period"), running, unmarked, unknown),
    )
    say = speak(language)
    said = donor_words(report, language, say)
    assert said.notes[:2] == (say(running), say(unmarked))
    assert "DSH2" in said.whole
    assert len(said.notes) == 3
    assert "2" in said.notes[2]
