"""What is written is read back unchanged: all kinds of questions, odd signs, three languages."""

import io
import zipfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.documents.drawn_questions import questions, texts
from trainer_app.documents.evaluations.question_files import write_gift, write_question_table, write_xlsform
from trainer_app.domain.base.structs import replace
from trainer_app.domain.base.texts import LANGUAGES, Texts
from trainer_app.domain.evaluations.forms import Form, FormKind
from trainer_app.domain.evaluations.question_files import FormDraft, QuestionFile, QuestionFormat, in_language
from trainer_app.domain.evaluations.questions import Option, Question, QuestionKind
from trainer_app.intake.question_files import read_question_file

_several = st.lists(questions(), min_size=1, max_size=4)
_often = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def read_back(folder: Path, name: str, data: bytes) -> QuestionFile:
    path = folder / name
    path.write_bytes(data)
    return read_question_file(path)


def one_language(question: Question, language: str) -> Question:
    """Return what of a question a file in one language can hold."""

    def only(found: Texts) -> Texts:
        return in_language(found[language], language)

    return replace(
        question,
        text=only(question.text),
        explanation=only(question.explanation),
        options=tuple(replace(each, text=only(each.text), note=only(each.note)) for each in question.options),
    )


@_often
@given(_several, st.sampled_from(tuple(LANGUAGES)))
def test_gift_comes_back_unchanged_in_its_language(
    tmp_path: Path, found: list[Question], language: str
) -> None:
    file = read_back(tmp_path, "a.txt", write_gift(found, language))
    assert file.format is QuestionFormat.GIFT
    assert list(file.questions) == [one_language(each, language) for each in found]
    assert file.language == language
    assert file.all_troubles == ()


@_often
@given(
    _several, texts(), texts(), st.sampled_from(FormKind), st.booleans(), st.sampled_from(tuple(LANGUAGES))
)
def test_our_table_comes_back_unchanged(
    tmp_path: Path,
    found: list[Question],
    title: Texts,
    intro: Texts,
    kind: FormKind,
    shuffled: bool,
    language: str,
) -> None:
    form = Form("", kind, title, intro=intro, shuffled=shuffled)
    file = read_back(tmp_path, "a.xlsx", write_question_table(found, form, language))
    assert file.format is QuestionFormat.TABLE
    assert list(file.questions) == found
    assert file.form == FormDraft(title, intro, kind, shuffled)
    assert file.language == ""
    assert file.all_troubles == ()


@_often
@given(_several, texts(), st.sampled_from(FormKind), st.booleans(), st.sampled_from(tuple(LANGUAGES)))
def test_xlsform_comes_back_unchanged(
    tmp_path: Path, found: list[Question], title: Texts, kind: FormKind, shuffled: bool, language: str
) -> None:
    form = Form("", kind, title, shuffled=shuffled)
    data = write_xlsform(found, form, title.best(language), "a_form", language)
    file = read_back(tmp_path, "a.xlsx", data)
    assert file.format is QuestionFormat.XLSFORM
    assert list(file.questions) == found
    assert file.form == FormDraft(title, Texts(), kind, shuffled)
    assert file.all_troubles == ()


def test_a_reference_of_an_xlsform_is_plain_text_there_and_comes_back(tmp_path: Path) -> None:
    said = Texts(en="What does ${name} mean?")
    options = (Option(Texts(en="a ${variable}"), 10_000), Option(Texts(en="nothing")))
    question = Question("", QuestionKind.SINGLE, said, options=options, points=100)
    data = write_xlsform([question], None, "About ${name}", "a_form", "en")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        cells = [name for name in archive.namelist() if name.startswith("xl/")]
        assert all(b"${" not in archive.read(name) for name in cells)
    file = read_back(tmp_path, "a.xlsx", data)
    (found,) = file.questions
    assert found.text == said
    assert [each.text for each in found.options] == [each.text for each in options]
    assert file.all_troubles == ()
