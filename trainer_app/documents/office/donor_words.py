"""The donor's sentence and paragraph, out of the figures of a report, in each language of the program.

Numbers of courses below ten stand in words where the language's reports do so (English, Russian); figures
stay figures. Names of places and organisations are as they were typed: what would have to be inflected stands
in brackets or after a colon. Whatever must be known before the sentence is quoted follows it.
"""

from collections.abc import Sequence

from msgspec import Struct

from trainer_app.documents.base.wording import format_days, with_article
from trainer_app.documents.office.report_words import Say, figure_text
from trainer_app.domain.base.texts import LANGUAGES, SOURCE, Texts, fill, word
from trainer_app.domain.office.reports import Basis, Figure, Report
from trainer_app.domain.people.names import to_latin


class DonorWords(Struct, frozen=True):
    """What can be quoted, and what belongs under it."""

    sentence: str
    paragraph: str
    notes: tuple[str, ...] = ()

    @property
    def whole(self) -> str:
        """The paragraph with what belongs under it, as it is copied."""
        return "\n".join((self.paragraph, *self.notes))


def donor_words(report: Report, language: str, say: Say) -> DonorWords:
    """Return the words of a report; of one without participants a sentence that says so."""
    people = _count(report, "unique_persons")
    if not people:
        nobody = word("donor.nobody", language)
        return DonorWords(nobody, nobody, _notes(report, language, say))
    sentence = f"{_people(report, people, language)} {_attended(report, people, language)}."
    said = [
        sentence,
        _completed(report, people, language),
        _hours(report, language),
        _learnt(report, language),
        _roles(report, language),
    ]
    return DonorWords(sentence, " ".join(filter(None, said)), _notes(report, language, say))


def _count(report: Report, code: str) -> int:
    figure = report.figure(code)
    return int(figure.value) if figure is not None and figure.value is not None else 0


def _figure(report: Report, code: str) -> Figure:
    return report.figure(code) or Figure(code, None)


def _people(report: Report, people: int, language: str) -> str:
    """Return who came: "65 police officers (among them 24 women)"."""
    women, officers = _count(report, "women"), report.about.officers
    whole = "officers" if officers == people else "people"
    said = fill(f"donor.{whole}", language, {"count": people})
    among = []
    if 0 < officers < people:
        among.append(fill("donor.among_officers", language, {"count": officers}))
    if women:
        among.append(fill("donor.among_women", language, {"count": women}))
    return f"{said} ({fill('donor.among', language, {'who': _listed(among, language)})})" if among else said


def _attended(report: Report, people: int, language: str) -> str:
    """Return what they attended, where and when."""
    courses, about = _count(report, "courses"), report.about
    number = _number(courses, language)
    title = about.titles[0].best(language) if len(about.titles) == 1 else ""
    said = fill(
        "donor.attended_titled" if title else "donor.attended",
        language,
        {"people": people, "number": number, "courses": courses, "title": title},
    )
    towns = [to_latin(town) if LANGUAGES[language].latin else town for town in about.towns]
    days = format_days(about.first, about.last, language) if about.first and about.last else ""
    where = "; ".join(part for part in (_listed(towns, language), days) if part)
    return f"{said} ({where})" if where else said


def _completed(report: Report, people: int, language: str) -> str:
    done, issued = _count(report, "unique_completions"), _count(report, "certificates")
    said = fill("donor.completed", language, {"count": done, "people": people}) if done else ""
    given = fill("donor.certificates", language, {"count": issued}) if issued else ""
    return " ".join(filter(None, (said, given)))


def _hours(report: Report, language: str) -> str:
    hours, sessions = _figure(report, "person_hours"), _count(report, "sessions_held")
    if not hours.value or not sessions:
        return ""
    return fill("donor.hours", language, {"hours": figure_text(hours, language), "count": sessions})


def _learnt(report: Report, language: str) -> str:
    """Return how the tests came out, with the number of pairs; nothing where nobody sat both."""
    gain, pairs = _figure(report, "gain_points"), _count(report, "tests_matched")
    if gain.value is None or not pairs:
        return ""
    way = "rose" if gain.value > 0 else "fell" if gain.value < 0 else "stayed"
    told = {
        "before": figure_text(_figure(report, "pre_mean"), language),
        "after": figure_text(_figure(report, "post_mean"), language),
        "gain": figure_text(gain, language),
        "n": pairs,
    }
    return fill(f"donor.learnt.{way}", language, told)


def _roles(report: Report, language: str) -> str:
    """Return who organised, paid for and shared in the courses."""
    about, said = report.about, []
    for role, names in (
        ("organised", about.organisers),
        ("funded", about.donors),
        ("partner", about.partners),
    ):
        if names:
            listed = _listed([_organisation(name, language) for name in names], language)
            said.append(fill(f"donor.{role}", language, {"names": listed, "count": len(names)}))
    if not said:
        return ""
    courses = _count(report, "courses")
    parts = word("donor.roles_between", language).join(said[:-1])
    parts = word("donor.roles_last", language).join(filter(None, (parts, said[-1])))
    return fill("donor.roles", language, {"roles": parts, "count": courses})


def _organisation(name: Texts, language: str) -> str:
    text = name.best(language)
    return with_article(text) if language == SOURCE else text


def _number(count: int, language: str) -> str:
    """Return a number of courses in words, where it has one in this language."""
    known = word("donor.numbers", language).split()
    return known[count - 1] if 0 < count <= len(known) else str(count)


def _listed(parts: Sequence[str], language: str) -> str:
    """Return "a, b and c"."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} {word('donor.and', language)} {parts[-1]}"


def _notes(report: Report, language: str, say: Say) -> tuple[str, ...]:
    """Return the same that stands beside the headline figures."""
    basis = "report.as_approved" if report.basis is Basis.APPROVED else "report.as_of_today"
    first = (word(basis, language),) if report.approved else ()
    return (*(f"{each}." for each in first), *map(say, report.open.labels))
