"""Keying in papers that point to participants: by number, answer by answer; the history of an answer.

Each answer is on the disk at once.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from msgspec import Struct

from trainer_app.actions.base.history import row_history
from trainer_app.actions.base.naming import Names
from trainer_app.actions.base.rights import guarded
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.courses.enrolments import names_on_list
from trainer_app.actions.evaluations import forms
from trainer_app.actions.evaluations.forms import get_sitting
from trainer_app.domain.base.changes import Changes, Label
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.journal import Value, derive_key
from trainer_app.domain.base.schema import DELETED, field_label
from trainer_app.domain.base.structs import replace
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.evaluations.forms import (
    TEST_OCCASIONS,
    FormKind,
    FullForm,
    KeyingDifference,
    NamedPaper,
    Sitting,
    attempt_of,
    compare_keying,
    printed_number,
)
from trainer_app.domain.evaluations.questions import (
    BLANK,
    Question,
    check_answer,
    chosen_options,
    option_marks,
    order_seed,
)
from trainer_app.domain.papers.course_papers import orders_of
from trainer_app.domain.review.contradictions import RowHistory
from trainer_app.store.base.drafts import Write
from trainer_app.store.courses import courses
from trainer_app.store.courses.courses import StoredEnrolment
from trainer_app.store.evaluations import papers


class PaperView(Struct, frozen=True):
    """A paper as it is keyed in: whose it is, what is there of it, how its options are printed.

    `orders` holds for each question the options' own numbers in the order of the paper.
    """

    sitting: Sitting
    form: FullForm
    paper: NamedPaper
    name: str
    list_number: int
    orders: Mapping[str, tuple[int, ...]]

    @property
    def answered(self) -> int:
        """How many questions were keyed in, blank ones too."""
        return sum(question.key in self.paper.answers for question in self.form.questions)


def list_papers(work: Workplace, sitting: str) -> list[PaperView]:
    """Return the papers of a sitting that were begun, by number. Raises sitting.unknown, form.unknown."""
    found = get_sitting(work, sitting)
    full = forms.get_form(work, found.form)
    listed = {item.enrolment.key: item for item in courses.list_enrolments(work.database, found.course)}
    names = names_on_list(work, found.course)
    return [
        _view(found, full, paper, item, names[item.enrolment.key])
        for paper in _papers_of(work, found)
        if (item := listed.get(paper.enrolment)) is not None
    ]


def open_paper(work: Workplace, sitting: str, number: int) -> PaperView:
    """Return the paper with a printed number: one that was begun, or a new one of whoever has it on the list.

    Opening writes nothing. Raises sitting.unknown, keying.unknown_number, keying.number_twice,
    keying.anonymous, keying.other_form.
    """
    found = get_sitting(work, sitting)
    full = _named_form(work, found)
    begun = {
        paper.enrolment: paper
        for paper in papers.find_papers(work.database, found.course, found.form, found.occasion, number)
    }
    list_number, attempt = attempt_of(number)
    everybody = courses.list_enrolments(work.database, found.course)
    item = _owner(work, number, begun, list_number, everybody)
    paper = begun.get(item.enrolment.key)
    if paper is not None:
        return _view(found, full, paper, item, _name(work, item))
    new = _new(found, full, item, attempt)
    held = _held(work, new)
    return _view(found, full, replace(held, number=number) if held else new, item, _name(work, item))


def open_paper_of(work: Workplace, sitting: str, enrolment: str, attempt: int = 1) -> PaperView:
    """Return a participant's paper, begun or new.

    Raises sitting.unknown, keying.unknown_participant, keying.other_form.
    """
    found = get_sitting(work, sitting)
    full = _named_form(work, found)
    item = courses.get_enrolment(work.database, enrolment)
    if item is None or item.enrolment.course != found.course:
        raise TrainerError("keying.unknown_participant")
    new = _new(found, full, item, attempt)
    return _view(found, full, _held(work, new) or new, item, _name(work, item))


@guarded
def assign_paper(work: Workplace, sitting: str, number: int, enrolment: str) -> Changes:
    """Say whose a spare paper with a number of its own is, before anything of it is keyed in.

    Raises keying.number_taken, keying.has_answers, keying.unknown_participant.
    """
    view = open_paper_of(work, sitting, enrolment)
    other = next((each for each in _papers_of(work, view.sitting) if each.number == number), None)
    if other is not None and other.key != view.paper.key:
        raise TrainerError("keying.number_taken", number=number)
    if view.paper.answers and view.paper.number != number:
        raise TrainerError("keying.has_answers", number=view.paper.number)
    label = Label("keying.step.assign", {"number": number, "name": view.name})
    return work.journal.record(label, _begin(work, view, {"number": number}), key=view.paper.key)


@guarded
def key_answer(
    work: Workplace, view: PaperView, question: str, answer: str | None, *, second: bool = False, by: str = ""
) -> Changes:
    """Record one answer as `domain.answers` writes it; None takes it away. `by` is who keys in.

    `second` is the entry of a second person, kept beside the first. Raises question.unknown,
    keying.same_person and what `check_answer` raises.
    """
    place, asked = _question(view, question)
    if second and by:
        check_second(by, view.paper.keyed_by)
    value = None if answer is None else check_answer(asked, answer)
    name = "second" if second else "value"
    fields: dict[str, Value] = {"paper": view.paper.key, "question": question, name: value}
    who: dict[str, Value] = {"checked_by" if second else "keyed_by": by} if by else {}
    writes = [
        *_begin(work, view, who),
        Write("answer", answer_key(view.paper.key, question), fields),
    ]
    code = "keying.step.clear" if value is None else f"keying.step.answer{'' if value else '_blank'}"
    label = Label(code, {**_says(view), "question": place, "answer": shown_answer(view, asked, value or "")})
    return work.journal.record(label, writes, key=view.paper.key)


@guarded
def begin_filling(work: Workplace, view: PaperView, label: Label, *, started: int, language: str) -> Changes:
    """Record that a participant begins to fill in the own paper on the laptop, at a wall time in ms."""
    more: dict[str, Value] = {"started": started, "language": language or None}
    return work.journal.record(label, _begin(work, view, more), key=view.paper.key)


@guarded
def leave_rest_blank(work: Workplace, view: PaperView, *, second: bool = False, by: str = "") -> Changes:
    """Say in one step that whatever is not keyed in yet was left blank on the paper; it is whole then.

    Raises keying.same_person.
    """
    held = view.paper.second if second else view.paper.answers
    rest = {question.key: BLANK for question in view.form.questions if question.key not in held}
    label = Label("keying.step.rest_blank", _says(view))
    return _key_several(work, view, label, rest, second=second, by=by)


@guarded
def key_paper(
    work: Workplace, view: PaperView, answers: Mapping[str, str], *, second: bool = False, by: str = ""
) -> Changes:
    """Record answers of a paper, by their questions' keys, in one step: it was read as a whole.

    Raises what `key_answer` raises, and then nothing was saved.
    """
    checked = {key: check_answer(_question(view, key)[1], answer) for key, answer in answers.items()}
    label = Label("keying.step.paper", {**_says(view), "count": len(checked)})
    return _key_several(work, view, label, checked, second=second, by=by)


def check_second(name: str, first: str) -> None:
    """Refuse a second entry by whoever made the first one. Raises keying.no_name, keying.same_person."""
    if not name.strip():
        raise TrainerError("keying.no_name")
    if first and _plain(name) == _plain(first):
        raise TrainerError("keying.same_person", name=first)


@guarded
def finish_paper(work: Workplace, view: PaperView, *, finished: bool = True) -> Changes:
    """Say that nothing more comes of a paper, so that it counts; or take that back."""
    code = "keying.step.finish" if finished else "keying.step.reopen"
    writes = _begin(work, view, {"finished": finished})
    return work.journal.record(Label(code, _says(view)), writes, key=view.paper.key)


@guarded
def delete_paper(work: Workplace, view: PaperView) -> Changes:
    """Take a paper away with all answers that were entered on it, in one step: it holds its form no more.

    Answers that were removed before go too: left behind, they would wait in Review for their paper. Points
    that were typed by hand before there was a paper count again.
    """
    keys = papers.answer_keys(work.database, view.paper.key)
    writes = [Write("answer", key, delete=True) for key in keys]
    if view.paper.points is None:
        writes.append(Write("paper", view.paper.key, delete=True))
    else:
        none: dict[str, Value] = dict.fromkeys(("form", "keyed_by", "checked_by", "finished"))
        writes.append(Write("paper", view.paper.key, none))
    return work.journal.record(Label("keying.step.delete_paper", _says(view)), writes, key=view.paper.key)


def is_begun(work: Workplace, view: PaperView) -> bool:
    """Tell whether anything of a paper is kept, be it without an answer; typed points are no paper."""
    held = papers.get_paper(work.database, view.paper.key)
    return bool(view.paper.answers) or (held is not None and (held.form is not None or held.points is None))


def differences(work: Workplace, sitting: str) -> list[KeyingDifference]:
    """Return where the second entries of a sitting's papers differ from the first, by number and question."""
    found = []
    for view in list_papers(work, sitting):
        paper = view.paper
        keys = [question.key for question in view.form.questions]
        first = {key: paper.answers[key] for key in keys if key in paper.answers}
        found += compare_keying(paper.key, paper.number, first, paper.second)
    return found


@guarded
def settle_difference(work: Workplace, view: PaperView, question: str, answer: str) -> Changes:
    """Say what stands on the paper where two entries differ: both become that."""
    place, asked = _question(view, question)
    value = check_answer(asked, answer)
    label = Label(
        "keying.step.settle",
        {**_says(view), "question": place, "answer": shown_answer(view, asked, value)},
    )
    fields: dict[str, Value] = {"value": value, "second": value}
    return work.journal.record(label, [Write("answer", answer_key(view.paper.key, question), fields)])


def next_attempt(work: Workplace, sitting: str, enrolment: str) -> PaperView:
    """Return the paper of a re-sit: the attempt after the last one that was begun. Opening writes nothing."""
    found = get_sitting(work, sitting)
    begun = [
        paper.attempt
        for paper in papers.list_papers(work.database, found.course)
        if paper.enrolment == enrolment and paper.occasion is found.occasion
    ]
    return open_paper_of(work, sitting, enrolment, max(begun, default=0) + 1)


def paper_key(sitting: Sitting, kind: FormKind, enrolment: str, attempt: int) -> str:
    """Return the key of a participant's paper: two laptops that key in the same one meet in one row.

    Tests before and after the course have one paper for each attempt, whatever form is used.
    """
    parts = [enrolment, sitting.occasion.value]
    if kind is not FormKind.TEST or sitting.occasion not in TEST_OCCASIONS:
        parts.append(sitting.form)
    return derive_key("paper", *parts, *([str(attempt)] if attempt > 1 else []))


def answer_key(paper: str, question: str) -> str:
    """Return the key of an answer."""
    return derive_key("answer", paper, question)


def shown_answer(view: PaperView, question: Question, answer: str) -> str:
    """Return an answer as it stands on this paper: letters for options in the order printed there."""
    return printed_answer(question, answer, view.orders.get(question.key, ()))


def printed_answer(question: Question, answer: str, order: Sequence[int]) -> str:
    """Return an answer with the letters (numbers of a scale) of a paper that prints options in an order."""
    if not order or not answer:
        return answer
    marks = option_marks(question)
    places = sorted(order.index(number) for number in chosen_options(answer) if number in order)
    return "".join(marks[place] for place in places)


def _key_several(
    work: Workplace, view: PaperView, label: Label, answers: Mapping[str, str], *, second: bool, by: str
) -> Changes:
    if second and by:
        check_second(by, view.paper.keyed_by)
    name = "second" if second else "value"
    who: dict[str, Value] = {"checked_by" if second else "keyed_by": by} if by else {}
    writes = _begin(work, view, who)
    for question, answer in answers.items():
        fields: dict[str, Value] = {"paper": view.paper.key, "question": question, name: answer}
        writes.append(Write("answer", answer_key(view.paper.key, question), fields))
    return work.journal.record(label, writes, key=view.paper.key)


def _papers_of(work: Workplace, sitting: Sitting) -> list[NamedPaper]:
    return [
        paper
        for paper in papers.list_papers(work.database, sitting.course)
        if (paper.form, paper.occasion) == (sitting.form, sitting.occasion)
    ]


def _owner(
    work: Workplace,
    number: int,
    begun: Mapping[str, NamedPaper],
    list_number: int,
    everybody: Sequence[StoredEnrolment],
) -> StoredEnrolment:
    """Return whose paper has a number: whose it was begun as, else who has it on the list.

    Where two people got it on two laptops, nobody but a person can say. Raises keying.unknown_number,
    keying.number_twice.
    """
    listed = [item for item in everybody if item.enrolment.number == list_number]
    owners = [item for item in everybody if item.enrolment.key in begun]
    if not owners or (len(owners) == 1 and owners[0] in listed):
        owners = listed
    if not owners:
        raise TrainerError("keying.unknown_number", number=number)
    if len(owners) > 1:
        raise TrainerError("keying.number_twice", number=number, names=[_name(work, each) for each in owners])
    return owners[0]


def _named_form(work: Workplace, sitting: Sitting) -> FullForm:
    full = forms.get_form(work, sitting.form)
    if full.form.anonymous:
        raise TrainerError("keying.anonymous")
    return full


def _name(work: Workplace, item: StoredEnrolment) -> str:
    return names_on_list(work, item.enrolment.course).get(item.enrolment.key, "")


def _new(sitting: Sitting, full: FullForm, item: StoredEnrolment, attempt: int) -> NamedPaper:
    own = item.enrolment
    return NamedPaper(
        key=paper_key(sitting, full.form.kind, own.key, attempt),
        enrolment=own.key,
        form=sitting.form,
        occasion=sitting.occasion,
        number=printed_number(own.number, attempt),
        attempt=attempt,
    )


def _held(work: Workplace, new: NamedPaper) -> NamedPaper | None:
    """Return what is stored of a paper. Raises keying.other_form where another form was keyed in on it."""
    held = papers.get_paper(work.database, new.key)
    if held is not None and held.answers and held.form != new.form:
        title = forms.get_form(work, held.form).form.title if held.form else Texts()
        raise TrainerError("keying.other_form", number=held.number, name=title)
    return held


def _view(sitting: Sitting, full: FullForm, paper: NamedPaper, item: StoredEnrolment, name: str) -> PaperView:
    seed = order_seed(sitting.course, sitting.form, sitting.occasion.value, paper.number)
    orders = orders_of(full, seed)
    shown = replace(paper, form=sitting.form)
    return PaperView(sitting, full, shown, name, item.enrolment.number, orders)


def _begin(work: Workplace, view: PaperView, more: Mapping[str, Value]) -> list[Write]:
    """Return what has to be written with anything of a paper: the form's freezing, the paper itself."""
    paper = view.paper
    fields: dict[str, Value] = {
        "course": view.sitting.course,
        "enrolment": paper.enrolment,
        "form": view.sitting.form,
        "occasion": paper.occasion.value,
        "attempt": paper.attempt,
        "number": paper.number,
        **more,
    }
    return [*forms.freeze(work, view.form), Write("paper", paper.key, fields)]


def _question(view: PaperView, key: str) -> tuple[int, Question]:
    """Return a question with its place on the paper, from 1. Raises question.unknown."""
    for number, question in enumerate(view.form.questions, 1):
        if question.key == key:
            return number, question
    raise TrainerError("question.unknown")


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())


def _says(view: PaperView) -> dict[str, object]:
    occasion = Label(f"evaluation.occasion.{view.sitting.occasion.value}")
    return {"number": view.paper.number, "occasion": occasion}


_TOLD = ("value", "second", DELETED)


def answer_history(work: Workplace, paper: str, question: str) -> RowHistory:
    """Return what was ever keyed in as the answer to a question of a paper; see `row_history`.

    Options are told by the letters of that paper. Sheets of nobody have no history.
    """
    key = answer_key(paper, question)

    def said(names: Names, values: Mapping[str, Any], known: Mapping[str, Any]) -> tuple[Label, ...]:
        if values.get(DELETED) is True:
            return (names.papers.say_answer(key, None),)
        if values.get(DELETED) is False:
            values = {**known, **values}
        found = []
        if "value" in values:
            found.append(names.papers.say_answer(key, values["value"]))
        if "second" in values and values["second"] != known.get("second"):
            words = names.papers.say_answer(key, values["second"])
            told = {"field": field_label("answer", "second"), "value": words}
            found.append(Label("review.value.field", told))
        return tuple(found)

    return row_history(work, "answer", key, _TOLD, said)
