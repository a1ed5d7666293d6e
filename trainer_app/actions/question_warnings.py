"""What will not be printed as wanted: texts missing in a language, signs that the font does not have."""

from collections.abc import Iterator, Sequence

from trainer_app.actions import forms
from trainer_app.actions.workplace import Workplace
from trainer_app.documents import fonts
from trainer_app.domain.changes import Label
from trainer_app.domain.forms import FullForm
from trainer_app.domain.paper_languages import read_paper_language
from trainer_app.domain.texts import Texts
from trainer_app.system.resources import resource

_MOST_PLACES = 8


def form_warnings(work: Workplace, form: str, language: str = "tg") -> list[Label]:
    """Return what to know before a form is printed in a language; nothing if all is well.

    Raises form.unknown, paper.unknown_language.
    """
    full = forms.get_form(work, form)
    tongue = read_paper_language(language)
    found = []
    if full.changed:
        found.append(Label("paper.form_changed", {"name": full.form.title}))
    for code, spoken in (("paper.texts_missing", tongue.main), ("paper.second_missing", tongue.second)):
        places = _missing(full, spoken) if spoken else []
        if places:
            name = Label(f"paper.language.{spoken}")
            found.append(Label(code, {"language": name, "places": _first(places)}))
    return [*found, *_strange(full, (tongue.main, tongue.second))]


def _missing(full: FullForm, language: str) -> list[Label]:
    """Return where texts are missing in a language."""
    numbers = {question.key: number for number, question in enumerate(full.questions, 1)}
    return [
        _place(numbers.get(each.question, 0), each.option)
        for each in full.missing((language,))
        if each.question in numbers or not each.question
    ]


def _strange(full: FullForm, languages: Sequence[str]) -> list[Label]:
    """Return which signs of a form cannot be printed."""
    fonts.use(resource("fonts"))
    signs: dict[str, None] = {}
    places = []
    for place, texts in _texts(full):
        said = "".join({texts.best(language) for language in languages if language})
        strange = fonts.missing_letters("".join(said.split()), fonts.SANS)
        if strange:
            signs.update(dict.fromkeys(strange))
            places.append(place)
    return [Label("paper.signs_missing", {"letters": " ".join(signs), "places": _first(places)})] * bool(
        places
    )


def _texts(full: FullForm) -> Iterator[tuple[Label, Texts]]:
    """Yield every text that a paper prints, with its place."""
    yield _place(0, 0), full.form.title
    yield _place(0, 0), full.form.intro
    for number, question in enumerate(full.questions, 1):
        yield _place(number, 0), question.text
        for option, each in enumerate(question.options, 1):
            yield _place(number, option), each.text


def _place(number: int, option: int) -> Label:
    if not number:
        return Label("paper.place.title")
    if not option:
        return Label("paper.place.question", {"number": number})
    return Label("paper.place.option", {"number": number, "option": option})


def _first(places: Sequence[Label]) -> list[Label]:
    """Return the first places, and how many more there are."""
    rest = len(places) - _MOST_PLACES
    more = [Label("paper.place.more", {"count": rest})] if rest > 0 else []
    return [*places[:_MOST_PLACES], *more]
