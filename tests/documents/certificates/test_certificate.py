"""Certificates: everything frozen is printed whole, the same to the byte, and the code is read."""

import pytest
from msgspec.structs import fields
from PIL import Image, ImageFilter

from tests.documents.boxes import letters
from tests.documents.list_samples import taught
from tests.documents.reading import check_golden, codes, faces, pages, picture, written
from tests.documents.samples import DESIGNS, EN, FACTS, RU, TAJIK, TG, code_text, design
from trainer_app.documents.base import fonts
from trainer_app.documents.base.paper import text_width
from trainer_app.documents.certificates.certificate import PrintItem, certificates_pdf, warnings
from trainer_app.documents.certificates.drawing import applies, set_element
from trainer_app.documents.certificates.elements import values_of
from trainer_app.domain.base.errors import Cancelled, TrainerError
from trainer_app.domain.base.structs import replace
from trainer_app.domain.base.texts import LANGUAGES
from trainer_app.domain.certificates.certificates import CertificateFacts, CertificateKind, Signatory
from trainer_app.system import messages

LONG = replace(
    TG,
    name="Абдураҳмонзода Шамсиддинзодаи Муҳаммадшариф Абдулқодирович Саидмуродзода",
    latin="Muhammadsharif Abdurahmonzoda Shamsiddinzodai Abdulqodirovich Saidmurodzoda",
    rank="полковники милитсия, сардори шуъбаи кофтукови ҷиноятии вилояти Суғд",
    course_title="Вокуниши кормандони мақомоти корҳои дохилӣ ба зӯроварӣ дар оила ва ҳимояи ҷабрдидагон",
    course_title_en="Response of Internal Affairs Officers to Domestic Violence and Protection of Victims",
    replaces="DSH-2018-K7-00041-11",
    signatories=TG.signatories * 2,
)


def _pdf(*facts: CertificateFacts, name: str = "completion") -> bytes:
    return certificates_pdf([PrintItem(each, code_text()) for each in facts], design(name))


@pytest.mark.parametrize("name", DESIGNS)
def test_golden_texts(name: str) -> None:
    alone = replace(RU, course_title_en="", replaces="DSH-2018-K7-00041-11")
    texts = pages(_pdf(TG, RU, EN, alone, name=name))
    check_golden(f"certificate_{name}", "\n\n--- page ---\n\n".join(texts) + "\n")


@pytest.mark.parametrize("name", DESIGNS)
def test_what_a_certificate_replaces_is_said_in_both_of_its_languages(name: str) -> None:
    old = "DSH-2018-K7-00041-11"
    tajik, russian, english = "Ба ивази шаҳодатномаи №", "Взамен сертификата №", "Replaces certificate No."
    russian_below = replace(TG, course_title_ru="Действия милиции", design="own", second="ru")
    expected = {
        (tajik, english): TG,
        (russian, english): RU,
        (tajik, russian): russian_below,
        (russian,): replace(RU, course_title_en=""),
    }
    for words, facts in expected.items():
        (text,) = pages(_pdf(replace(facts, replaces=old), name=name))
        said = " ".join(text.split())
        assert [each in said for each in (tajik, russian, english)] == [
            each in words for each in (tajik, russian, english)
        ]
        assert said.count(f"{words[0]} {old}") == 1


def test_hours_of_a_participant_are_said_to_be_those_of_the_course() -> None:
    said = ("курс: 16,5 соати таълимӣ", "курс: 24 учебных часа", "course of 24 training hours")
    for facts, words in zip((TG, RU, EN), said, strict=True):
        (text,) = pages(_pdf(replace(facts, course_title_en=""), name="attendance"))
        assert words in " ".join(text.split())
        (whole,) = pages(_pdf(replace(facts, course_title_en=""), name="completion"))
        assert words not in " ".join(whole.split()), "whoever completes had them"


@pytest.mark.parametrize("name", DESIGNS)
def test_a_certificate_is_worded_for_a_woman_a_man_or_neither(name: str) -> None:
    facts = [replace(RU, gender=gender) for gender in ("f", "m", "")]
    verbs = (
        ("приняла участие", "принял участие", "входит в число участников")
        if name == "attendance"
        else ("успешно завершила", "успешно завершил", "входит в число успешно")
    )
    texts = [" ".join(text.split()) for text in pages(_pdf(*facts, name=name))]
    for text, verb in zip(texts, verbs, strict=True):
        assert f" {verb} " in text
    assert "(" not in texts[-1], "nobody is a choice between two endings"
    tajik = [replace(TG, gender=gender, course_title_en="") for gender in ("f", "m", "")]
    assert len({" ".join(text.split()) for text in pages(_pdf(*tajik, name=name))}) == 1


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("count", "longest"), [(1, False), (16, False), (40, False), (24, True), (100, True)]
)
def test_every_session_stands_on_the_back(count: int, longest: bool, language: str) -> None:
    facts = taught(language, count, longest)
    pdf = _pdf(facts)
    front, back = (" ".join(page.split()) for page in written(pdf))
    assert facts.serial in front
    assert facts.serial in back
    assert facts.name in back
    for topic in {each.topic for each in facts.sessions}:
        wanted = sum(each.topic == topic for each in facts.sessions)
        assert back.replace(" ", "").count(topic.replace(" ", "")) == wanted
    for spot in letters(pdf)[1]:
        assert 0 < spot.left < spot.right < 297
        assert 0 < spot.top < spot.bottom < 210


def test_backs_of_one_course_are_drawn_once() -> None:
    one, many = _pdf(taught("tg", 16)), _pdf(*[taught("tg", 16)] * 21)
    assert (len(many) - len(one)) / 20 < 0.5 * len(_pdf(taught("tg", 16)))
    assert many == _pdf(*[taught("tg", 16)] * 21)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", DESIGNS)
def test_everything_frozen_is_printed(name: str, language: str) -> None:
    facts = replace(FACTS[language], replaces="DSH-2018-K7-00041-11")
    text = " ".join(pages(_pdf(facts, name=name))[0].split())
    shown = {"organiser": facts.organiser.upper()}
    silent = {"kind", "language", "course_code", "course_kind", "first_day", "last_day", "issued_on", "hours"}
    silent |= {"signatories", "sessions", "second", "design", "logos", "signatures"}
    if language == "en":
        silent |= {field.name for field in fields(CertificateFacts) if field.name.endswith("_en")}
    for field in fields(CertificateFacts):
        if field.name not in silent:
            said = str(shown.get(field.name, getattr(facts, field.name)))
            assert " ".join(said.split()) in text, field.name
    for derived in ("days", "hours"):
        assert " ".join(values_of(facts)[derived].split()) in text
    for signatory in facts.signatories:
        assert signatory.name in text
        assert signatory.title in text


def test_tajik_letters_come_out_of_the_pdf_as_they_went_in() -> None:
    facts = replace(TG, name=f"Номи {TAJIK[:6]}", course_title=f"Курси {TAJIK}", town=TAJIK[6:])
    text = pages(_pdf(facts))[0]
    assert facts.name in text
    assert facts.course_title in text
    assert f"{facts.town}, 15–18 октябри соли 2018" in text


def test_the_english_second_text_comes_only_where_there_is_one() -> None:
    both, alone, english = pages(_pdf(TG, replace(TG, course_title_en=""), EN))
    assert "Issued on 18 October 2018" in both
    assert "«" in both
    assert "“" in both
    assert "Issued on" not in alone
    assert "“" not in alone
    assert "ДАР БОРАИ ХАТМИ КУРС" in alone
    assert "Санаи додан" not in english
    assert "Bahrom Jumaev" in english
    assert english.count("Bahrom Jumaev") == 1


def test_the_same_items_give_the_same_bytes() -> None:
    assert _pdf(TG, RU, EN) == _pdf(TG, RU, EN)
    assert _pdf(TG) != _pdf(replace(TG, name="Гулмуродова Зарина Ҳакимов"))


def test_only_our_fonts_are_used_and_all_are_embedded_in_part() -> None:
    found = faces(_pdf(TG, RU, EN))
    assert len(found) == 6
    assert all(found.values())
    assert all("+" in name for name in found)


def test_pages_come_in_the_order_of_the_items_and_share_the_design() -> None:
    many = [replace(TG, serial=f"DSH-2018-K7-{number:05}-98", name=f"Ном {number}") for number in range(40)]
    pdf = _pdf(*many)
    texts = pages(pdf)
    assert [f"Ном {number}" in text for number, text in enumerate(texts)] == [True] * 40
    assert [many[number].serial in text for number, text in enumerate(texts)] == [True] * 40
    grown = len(pdf) - len(_pdf(*many[:20]))
    assert grown / 20 < 2500


def test_what_differs_within_a_batch_is_printed_for_each() -> None:
    other = replace(
        TG, hours=800, rank="капитан", town="Ҳисор", signatories=(Signatory("Ҷ. Қодиров", "Раис"),)
    )
    first, second = pages(_pdf(TG, other))
    assert "16,5 соати таълимӣ" in first
    assert "8 соати таълимӣ" in second
    assert "16,5" not in second
    assert "лейтенанти" not in second
    assert "Ҳисор, 15" in second
    assert "Д. Назарова" not in second
    assert "Ҷ. Қодиров" in second


@pytest.mark.parametrize("dpi", [300, 200, 150, 100])
def test_the_code_is_read_from_paper(qapp: object, dpi: int) -> None:
    assert codes(picture(_pdf(LONG), dpi)) == [code_text()]


def test_the_code_is_read_turned_and_blurred(qapp: object) -> None:
    page = picture(_pdf(TG), 200)
    turned = page.rotate(2, fillcolor=255, resample=Image.Resampling.BICUBIC)
    assert codes(turned.filter(ImageFilter.GaussianBlur(0.7))) == [code_text()]


@pytest.mark.parametrize("name", DESIGNS)
@pytest.mark.parametrize("facts", [TG, RU, EN, LONG, replace(LONG, course_title_en="")])
def test_no_text_leaves_its_box(name: str, facts: CertificateFacts) -> None:
    template = design(name)
    values = values_of(facts)
    checked = 0
    for element in template.elements:
        if not applies(element, facts, values):
            continue
        for run in set_element(element, facts, template, values)[1]:
            width = text_width(run.text, run.font, run.size, run.tracking)
            assert width <= getattr(element, "width", 999) * 1.001, run.text
            assert run.x - width / 2 >= 18 if run.align == "centre" else run.x >= 18
            assert run.y < 192
            checked += 1
    assert checked > 10


def test_long_names_are_named_before_printing() -> None:
    template = design("completion")
    assert warnings(TG, template) == ()
    told = {label.code: label.values["text"] for label in warnings(LONG, template)}
    assert set(told) == {"documents.text_broken"}
    names = [label.values["text"] for label in warnings(LONG, template)]
    assert LONG.name in names
    tiny = warnings(replace(TG, name="Шамсиддинзода " * 14), template)
    assert [label.code for label in tiny] == ["documents.text_too_small"]
    assert float(str(tiny[0].values["size"])) < 22


def test_letters_that_cannot_be_printed_are_named() -> None:
    told = warnings(replace(TG, name="Зарина 王 Ҳ"), design("completion"))
    assert [(label.code, label.values["letters"]) for label in told] == [("documents.letters_missing", "王")]
    assert fonts.missing_letters(TAJIK, "Cormorant-Bold") == ""


def test_each_kind_gets_its_design() -> None:
    designs = {CertificateKind.COMPLETION: design("completion")}
    attended = replace(TG, kind=CertificateKind.ATTENDANCE)
    with pytest.raises(TrainerError) as caught:
        certificates_pdf([PrintItem(attended, "X")], designs)
    assert caught.value.code == "documents.template_missing"
    designs[CertificateKind.ATTENDANCE] = design("attendance")
    texts = pages(certificates_pdf([PrintItem(TG, "X"), PrintItem(attended, "X")], designs))
    assert ["ИШТИРОК" in text for text in texts] == [False, True]


@pytest.mark.parametrize(
    "signed", [{"language": "xx"}, {"language": "tg+en"}, {"language": ""}, {"design": "d", "second": "xx"}]
)
def test_a_certificate_in_no_known_language_is_named_and_not_printed(signed: dict[str, str]) -> None:
    """Whoever signs may write anything there: the office reads which certificate holds up the others."""
    facts = replace(TG, **signed)
    with pytest.raises(TrainerError) as found:
        _pdf(EN, facts)
    assert found.value.code == "documents.language_unknown"
    assert TG.serial in messages.text(found.value.code, "en", **found.value.values)
    assert [each.code for each in warnings(facts, design("completion"))] == [found.value.code]


def test_nothing_to_print_is_an_error() -> None:
    with pytest.raises(TrainerError) as caught:
        certificates_pdf([], design("completion"))
    assert caught.value.code == "documents.nothing_to_print"


def test_progress_is_told_and_can_stop_the_work() -> None:
    items = [PrintItem(TG, "X")] * 60
    told: list[float] = []

    def listen(code: str, fraction: float) -> None:
        assert code == "documents.certificates"
        told.append(fraction)

    certificates_pdf(items, design("completion"), listen)
    assert told == sorted(told)
    assert len(told) > 2
    assert told[-1] == 1.0

    def stop(code: str, fraction: float) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        certificates_pdf(items, design("completion"), stop)


@pytest.mark.parametrize("name", ["completion", "attendance", "trainer"])
@pytest.mark.parametrize("language", ["ru", "en"])
def test_a_title_with_quotes_is_quoted_with_other_marks(name: str, language: str) -> None:
    title = "Основы «семейного» права" if language == "ru" else 'Basics of "family" law'
    facts = replace(RU if language == "ru" else EN, course_title=title)
    said = " ".join(pages(_pdf(facts, name=name))[0].split())
    assert ("«Основы „семейного“ права»" if language == "ru" else "“Basics of ‘family’ law”") in said
