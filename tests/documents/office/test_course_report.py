"""The course report on paper: every section, honest where something is missing, in one language or two."""

import pytest

from tests.documents.course_samples import LONGEST, course_report, empty_report
from tests.documents.papers_looked_at import check_paper
from tests.documents.reading import check_golden, pages, picture
from trainer_app.documents.base.graphics import FILLINGS, fill
from trainer_app.documents.base.paper import Paper
from trainer_app.documents.office.course_report import course_report_pdf
from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.structs import replace
from trainer_app.domain.certificates.certificates import CertificateKind
from trainer_app.domain.papers.course_papers import PAPER_LANGUAGES
from trainer_app.system.messages import label_text


def say(label: Label, language: str) -> str:
    """Say a label so that its language is seen."""
    shown = "" if "count" not in label.values else f" {label.values['count']}"
    if "whole" in label.values:
        return f"{label.values['whole']} %"
    return f"{label.code.rpartition('.')[2]}{shown} ({language})"


def flat(texts: list[str]) -> str:
    return " ".join("\n".join(texts).split())


def test_golden_text() -> None:
    texts = [
        text
        for language in PAPER_LANGUAGES
        for text in pages(course_report_pdf(course_report(6), language, say))
    ]
    check_golden("course_report", "\n\n--- page ---\n\n".join(texts) + "\n")


@pytest.mark.parametrize("language", PAPER_LANGUAGES)
def test_every_section_has_its_heading_in_the_language_of_the_paper(language: str) -> None:
    texts = check_paper(course_report_pdf(course_report(), language, say), struck=True)
    whole = flat(texts)
    headings = {
        "tg": ("Ҳисоботи курс", "Машғулиятҳо ва давомот", "Натиҷаи таълим", "Эзоҳҳо", "Замима: иштирокчиён"),
        "ru": ("Отчёт о курсе", "Занятия и посещаемость", "Результаты обучения", "Примечания", "Приложение"),
        "en": ("Course report", "Sessions and attendance", "Learning", "Notes", "Annex: participants"),
    }
    for code, wanted in headings.items():
        there = code in language.split("+")
        assert [heading in whole for heading in wanted] == [there] * len(wanted), code
    for number, text in enumerate(texts, start=1):
        assert f"{number} / {len(texts)}" in flat([text])
        assert "1.2.3" in text
        assert "19.10.2018" in text


def test_marks_of_a_newer_version_are_told_below_the_table() -> None:
    report = course_report()
    first = report.sessions[0]
    told = replace(first, heads=replace(first.heads, unknown=3))
    wanted = "Marks that only a newer version of the program can show, not in the table: 3."
    assert wanted not in flat(pages(course_report_pdf(report, "en", say)))
    changed = replace(report, sessions=(told, *report.sessions[1:]))
    assert wanted in flat(pages(course_report_pdf(changed, "en", say)))


def test_the_figures_stand_beside_their_names() -> None:
    whole = flat(pages(course_report_pdf(course_report(), "en", say)))
    assert "Participants 25 8 8 8" in whole
    assert "Person-hours 0.42 0.13 0.13 0.13" in whole, "25 minutes of which 8 each"
    assert "On the list: 25, of them walk-ins: 2, in somebody's place: 1. Replaced: 1. Withdrawn: 3." in whole
    assert "Held: 11 (16.5 hours). Cancelled: 1. Still to come: 0." in whole
    assert "Only people with both tests count: 23. Pre-test only: 1. Post-test only: 2." in whole
    assert "46.3 %" in whole
    assert "0.56" in whole
    assert "never_came 2 (en)" in whole, "who is left out is told"
    assert "by attending at least 80 % of the time" in whole
    assert "scoring at least 60 % in the post-test" in whole


def test_marks_of_a_session_are_numbers_in_words_order() -> None:
    whole = flat(pages(course_report_pdf(course_report(), "en", say)))
    assert whole.count("90 20 2 1 1 1") == 11
    assert "Cancelled: барқ набуд" in whole


def test_feedback_of_few_answers_is_not_shown() -> None:
    whole = flat(pages(course_report_pdf(course_report(), "en", say)))
    assert "Statement 1 24 4.5 83.3 % 4.2 %" in whole
    assert "Statement 6 3 – – –" in whole


def test_nothing_happened_yet_is_said_in_words() -> None:
    texts = check_paper(course_report_pdf(empty_report(), "en", say))
    whole = flat(texts)
    for words in (
        "No sessions are planned.",
        "Everybody who attended completes the course.",
        "Nobody has both tests, so nothing can be said about learning.",
        "No answers are recorded yet.",
        "All sessions are marked and no conflict is open.",
    ):
        assert words in whole
    assert "Annex" not in whole


@pytest.mark.parametrize("people", [1, 25, 500])
def test_everybody_stands_in_the_annex_once_under_repeated_heads(people: int) -> None:
    report = course_report(people)
    texts = check_paper(course_report_pdf(report, "tg+en", say), struck=True)
    serials = [person.serial for person in report.persons if person.serial]
    whole = flat(texts)
    assert [whole.count(serial) for serial in serials] == [1] * len(serials)
    annex = [text for text in texts if "Замима" in text]
    assert all("Certificate no." in text for text in annex)
    assert len(annex) >= people // 40


def test_without_names_nobody_can_be_read_from_it() -> None:
    named, nameless = (
        flat(pages(course_report_pdf(course_report(names=names), "ru", say))) for names in (True, False)
    )
    assert "Гулмуродова" in named
    assert "Приложение" in nameless
    annex = nameless[nameless.index("Приложение") :]
    for hidden in ("Гулмуродова", "Исмоили Сомонӣ", "лейтенант", "Ному насаб", "Фамилия"):
        assert hidden not in annex, hidden
    assert "Имена не указаны; номер — из списка курса." in annex, "no office decided that"


@pytest.mark.parametrize(
    ("language", "voided", "rule"),
    [
        ("en", "100 % completed declared void", "Who completed is counted by the result."),
        ("ru", "100 % окончание аннулирован", "Окончившие считаются по результату."),
        ("tg", "100 % хатм кард беэътибор", "Хатмкардагон аз рӯйи натиҷа ҳисоб мешаванд."),
    ],
)
def test_a_void_certificate_is_told_and_changes_no_result(language: str, voided: str, rule: str) -> None:
    report = course_report(3, names=False)
    first = report.persons[0]
    spoiled = replace(first, share=10000, result=CertificateKind.COMPLETION, serial="", voided=True)
    none = replace(report.persons[1], result=CertificateKind.NONE, serial="")
    assert rule not in flat(pages(course_report_pdf(report, language, say)))
    whole = flat(pages(course_report_pdf(replace(report, persons=(spoiled, none)), language, say)))
    assert voided in whole
    assert rule in whole
    result = {"en": "no certificate", "ru": "без сертификата", "tg": "бе шаҳодатнома"}[language]
    assert f"90 % {result} –" in whole


@pytest.mark.parametrize("count", [1, 2, 5, 21])
def test_notes_with_a_number_read_well_whatever_the_number(count: int) -> None:
    gone = Label("counting.note_gone", {"count": count})
    assert label_text(gone, "ru").startswith(
        f"Участий тех, кто был на занятиях, но больше не в списке: {count}. Они учтены"
    )
    assert label_text(gone, "tg").startswith(
        f"Иштироки онҳое, ки омада буданд, вале дигар дар рӯйхат нестанд: {count}. Ин ба ҳисоб"
    )
    sex = Label("counting.note_sex_unknown", {"count": count})
    people = {1: "1 человек", 2: "2 человека", 5: "5 человек", 21: "21 человек"}[count]
    assert label_text(sex, "ru").startswith(f"Пол не указан: {people}. ")
    assert label_text(sex, "tg").startswith(f"Ҷинс нишон дода нашудааст: {count} нафар. ")


@pytest.mark.parametrize("language", PAPER_LANGUAGES)
def test_the_longest_texts_stay_whole_and_on_the_page(language: str) -> None:
    texts = check_paper(course_report_pdf(course_report(14, longest=LONGEST), language, say), struck=True)
    assert "Мирзоҷӯраевна" in flat(texts)


def test_same_bytes() -> None:
    first, second = (course_report_pdf(course_report(), "tg", say) for _ in range(2))
    assert first == second


def test_the_parts_of_a_bar_stay_apart_in_black_and_white() -> None:
    paper = Paper(100, 20, "en", "bars")
    for place, filling in enumerate(FILLINGS):
        fill(paper, 5 + place * 18, 5, 14, 8, filling)
    image = picture(paper.finish(), 300).point(lambda level: 255 if level > 127 else 0)
    scale = image.width / 100
    inks = []
    for place in range(len(FILLINGS)):
        box = (
            round((6 + place * 18) * scale),
            round(6 * scale),
            round((18 + place * 18) * scale),
            round(12 * scale),
        )
        part = image.crop(box)
        inks.append(sum(part.histogram()[:128]) / (part.width * part.height))
    solid, stripes, dots, cross, empty = inks
    assert solid > 0.95
    assert empty < 0.01
    assert 0.5 > cross > stripes * 1.4 > stripes > dots * 1.4 > dots > 0.02


@pytest.mark.parametrize("notes", [0, 1, 7])
def test_no_page_holds_the_signatures_alone(notes: int) -> None:
    """S3: page 3 of a course report held the two lines to sign on and nothing else."""
    told = tuple(Label(f"note.n{number}", {"count": number}) for number in range(notes))
    for sessions in range(12, 40, 2):
        report = course_report(names=False)
        lines = (*report.sessions, *report.sessions, *report.sessions, *report.sessions)[:sessions]
        texts = pages(course_report_pdf(replace(report, sessions=lines, notes=told), "en", say))
        (signed,) = [text for text in texts if "For the office" in text]
        assert (
            f"n{notes - 1} {notes - 1} (en)" in signed if notes else "no conflict is open" in flat([signed])
        )
