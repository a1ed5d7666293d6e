"""Editing a design: each change is one, what is printed follows, what will not come out well is named."""

import msgspec
import pytest

from tests.documents.reading import pages
from tests.documents.samples import DESIGNS, FACTS, PICTURES, TG, code_text, design, in_two_languages
from trainer_app.documents.certificates import design_draft
from trainer_app.documents.certificates.certificate import PrintItem, certificates_pdf
from trainer_app.documents.certificates.template import Template, read_template
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.structs import replace
from trainer_app.domain.certificates import designs
from trainer_app.domain.certificates.certificates import CertificateFacts
from trainer_app.domain.certificates.designs import DesignDraft

LATEST = replace(TG, design="completion", signatories=TG.signatories[:2])


def _draft(name: str = "completion") -> DesignDraft:
    return DesignDraft(name, design(name).data, {})


def _template(draft: DesignDraft) -> Template:
    return read_template(draft.name, draft.data, draft.pictures)


def _part(draft: DesignDraft, part: str, facts: CertificateFacts = LATEST) -> designs.DesignPart:
    return next(each for each in design_draft.parts_of(_template(draft), facts) if each.id == part)


def _text(draft: DesignDraft, facts: CertificateFacts = LATEST) -> str:
    return pages(certificates_pdf([PrintItem(facts, code_text())], _template(draft), pictures=PICTURES))[0]


def test_a_part_is_moved_and_made_wider() -> None:
    draft = _draft()
    before = _part(draft, "title")
    moved = designs.move(draft, "title", 0.5, -5)
    after = _part(moved, "title")
    assert (after.x, after.y) == (before.x + 0.5, before.y - 5)
    assert _part(moved, "name") == _part(draft, "name")
    wide = designs.place(draft, "title", x=140, width=200)
    assert (_part(wide, "title").x, _part(wide, "title").y, _part(wide, "title").width) == (
        140,
        before.y,
        200,
    )
    assert _part(designs.place(draft, "code", width=45), "code").width == 45
    assert _part(designs.place(draft, "signatures", width=150), "signatures").width == 150


def test_nothing_leaves_the_page_over_its_left_or_upper_edge() -> None:
    moved = designs.move(_draft(), "logo-left", -500, -500)
    part = _part(moved, "logo-left", in_two_languages("en"))
    assert (part.x, part.y) == (0, 0)
    line = designs.move(_draft(), "between", -500, 0)
    assert _template(line)


def test_a_text_is_written_in_the_language_that_is_shown() -> None:
    draft = _draft()
    (text,) = _part(draft, "title").texts
    assert (text.tongue, text.text) == ("tg", "ШАҲОДАТНОМА")
    changed = designs.write(draft, "title", replace(text, text="ДИПЛОМ"))
    assert "ДИПЛОМ" in _text(changed)
    assert "СЕРТИФИКАТ" in _text(changed, replace(FACTS["ru"], design="completion"))
    tongues = {each.tongue for each in _part(draft, "certify", in_two_languages("en")).texts}
    assert tongues == {"tg+en"}


def test_a_part_is_taken_off_the_page_and_put_back() -> None:
    draft = _draft()
    off = designs.show(draft, "title", shown=False)
    assert "ШАҲОДАТНОМА" not in _text(off)
    assert _part(off, "title").hidden
    assert _text(designs.show(off, "title", shown=True)) == _text(draft)


def test_a_colour_of_the_palette_is_changed_everywhere() -> None:
    painted = designs.paint(_draft(), "main", "a1b2c3")
    assert designs.palette(painted)["main"] == "A1B2C3"
    assert _template(painted).colour("main") == "A1B2C3"


def test_a_picture_is_added_behind_the_texts_and_removed() -> None:
    content = next(iter(PICTURES.values()))
    grown, part = designs.add_picture(_draft(), content, "png")
    kinds = [each.kind for each in design_draft.parts_of(_template(grown), LATEST)]
    assert kinds.index("image") < kinds.index("paragraph")
    twice, other = designs.add_picture(grown, content, "png")
    assert other != part
    assert len(twice.pictures) == 1
    assert _part(designs.move(grown, part, 10, 10), part).kind == "image"
    assert part not in {
        each.id for each in design_draft.parts_of(_template(designs.remove(grown, part)), LATEST)
    }


def test_the_smallest_part_under_a_click_is_meant() -> None:
    parts = design_draft.parts_of(_template(_draft()), LATEST)
    assert designs.part_at(parts, 250, 165) == "code"
    assert designs.part_at(parts, 148, 58) == "title"
    assert designs.part_at(parts, 10, 100) == "frame"
    assert designs.part_at(parts, 1, 1) == ""


def test_a_mistake_is_kept_and_named_and_can_be_corrected() -> None:
    draft = _draft()
    (text,) = _part(draft, "title").texts
    wrong = designs.write(draft, "title", replace(text, text="{nobody}"))
    with pytest.raises(TrainerError) as caught:
        _template(wrong)
    assert (caught.value.values["element"], caught.value.values["field"]) == ("title", "text")
    assert _text(designs.write(wrong, "title", text)) == _text(draft)


@pytest.mark.parametrize("name", DESIGNS)
@pytest.mark.parametrize("second", ["", "en", "ru"])
def test_designs_that_ship_have_nothing_to_complain_of(name: str, second: str) -> None:
    facts = in_two_languages(second) if second else LATEST
    facts = replace(facts, signatories=facts.signatories[:2], signatures=())
    assert design_draft.problems(design(name), facts) == ()


def test_what_will_not_come_out_well_is_named() -> None:
    draft = designs.place(_draft(), "code", width=30)
    draft = designs.place(draft, "serial", y=208)
    (text,) = _part(draft, "certify-single", replace(LATEST, course_title_en="")).texts
    draft = designs.write(draft, "certify-single", replace(text, text="Бо ин ҳуҷҷат 王"))
    told = {each.code: each.values for each in design_draft.problems(_template(draft), LATEST)}
    assert told["documents.code_small"]["size"] == "30"
    assert told["documents.near_edge"]["element"] == "serial"
    assert told["documents.letters_missing"]["serial"] == "certify-single"
    hidden = designs.show(draft, "code", shown=False)
    codes = [each.code for each in design_draft.problems(_template(hidden), LATEST)]
    assert "documents.no_code" in codes


@pytest.mark.parametrize("name", DESIGNS)
def test_nothing_lies_where_printers_leave_the_paper_white(name: str) -> None:
    template = design(name)
    for second in ("en", "ru"):
        for part in design_draft.parts_of(template, in_two_languages(second)):
            left, top, width, height = part.box
            edges = left, top, template.width - left - width, template.height - top - height
            assert min(edges) > 4.2, part.id


def _over(draft: DesignDraft, facts: CertificateFacts = LATEST) -> list[tuple[str, str]]:
    found = design_draft.problems(_template(draft), facts)
    told = [each.values for each in found if each.code == "documents.picture_on_text"]
    return [(str(values["element"]), str(values["other"])) for values in told]


@pytest.mark.parametrize("name", list(DESIGNS))
@pytest.mark.parametrize("language", ["tg", "ru", "en"])
def test_no_design_that_ships_lays_a_picture_over_letters(name: str, language: str) -> None:
    assert _over(_draft(name), replace(FACTS[language], design=name)) == []


def test_a_picture_on_letters_is_told_and_a_background_is_not() -> None:
    draft, picture = designs.add_picture(_draft(), design_draft.sample_signature(), "png")
    title = _part(draft, "title")
    laid = designs.place(draft, picture, x=title.x - 20, y=title.y - 20)
    assert (picture, "title") in _over(laid)
    assert (picture, "title") not in _over(designs.place(laid, picture, x=5, y=5, width=15))
    raw = msgspec.json.decode(laid.data)
    behind = next(each for each in raw["elements"] if each["id"] == picture)
    behind.update(x=0, y=0, width=297, height=210)
    assert _over(replace(laid, data=msgspec.json.encode(raw))) == []
