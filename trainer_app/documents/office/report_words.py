"""A report's figures in words: names of figures, splits and lines, and the donor's sentence and paragraph.

In the donor's words numbers of courses below ten are written out where the language's reports do so
(English, Russian); figures stay figures. Names of places are those of the list of places in the language,
of organisations as they were typed: what would have to be inflected stands in brackets or after a colon.
Whatever must be known before the sentence is quoted follows it.
"""

from collections.abc import Callable, Sequence

from msgspec import Struct

from trainer_app.documents.base.wording import decimal, format_days, with_article
from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.numbers import DASH, percent_text, points_text, round_half_away
from trainer_app.domain.base.texts import SOURCE, Texts, capital, fill, find_words, word
from trainer_app.domain.certificates.certificates import CertificateKind
from trainer_app.domain.courses.ranks import rank_name
from trainer_app.domain.office.counting import written_name
from trainer_app.domain.office.reports import Basis, CrossTable, Figure, Report, ReportRow, Split, Unit
from trainer_app.domain.people.places import place_texts

type Say = Callable[[Label], str]
"""Turns a label into words in the report's language."""


def basis_name(basis: Basis, language: str) -> str:
    """Return of what a report is counted, in a few words."""
    return word("report.as_approved" if basis is Basis.APPROVED else "report.as_of_today", language)


def figure_text(figure: Figure, language: str) -> str:
    """Return a figure's value as it is read: "16,5", "65,4 %", "–" where there is none."""
    if figure.shown is None:
        return DASH
    match figure.unit:
        case Unit.PERCENT:
            return percent_text(figure.value, language)
        case Unit.POINTS:
            return points_text(figure.value, language)
        case Unit.COUNT:
            return decimal(round_half_away(figure.shown), 0, language)
    return decimal(round_half_away(figure.shown * 100), 2, language, keep=figure.unit is Unit.GAIN)


def figure_name(code: str, language: str, speak: Say) -> str:
    """Return a figure's name: the short one of papers, or else that of its message."""
    known = find_words(f"figure.{code}")
    return known.best(language) if known else capital(speak(Label(f"counting.{code}")))


def line_name(split: Split, name: str, language: str, speak: Say) -> str:
    """Return the name of a line of a split: words for codes, typed text as it is."""
    if split.by == "sex" and find_words(f"line.{name}"):
        return word(f"line.{name}", language)
    if split.by == "rank" and name:
        return rank_name(name, language)
    return written_name(split.by, name, language) or word("report.not_stated", language)


def split_name(split: Split, language: str, speak: Say) -> str:
    """Return what a split is by."""
    known = find_words(f"by.{split.by}")
    return known.best(language) if known else capital(speak(Label(f"counting.by.{split.by}")))


def chart_title(table: CrossTable, language: str, speak: Say) -> str:
    """Return what a chart shows: "Participations: Month"."""
    figure = figure_name(table.codes[0], language, speak)
    return f"{figure}: {split_name(Split(table.rows, ()), language, speak).lower()}"


def result_text(row: ReportRow, language: str) -> str:
    """Return what came out for a participant: the serial, or the kind due and that none holds."""
    if row.serial or row.result is CertificateKind.NONE:
        return row.serial
    return word("result.not_issued", language).format(kind=word(f"result.{row.result.value}", language))


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
        # Somebody of whom the rank was erased is not said to be no police officer.
        least = "donor.among_officers_at_least" if report.about.rank_erased else "donor.among_officers"
        among.append(fill(least, language, {"count": officers}))
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
    towns = [place_texts(town)[language] for town in about.towns]
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
    """Return the same that stands beside the headline figures, and what else bears on the words."""
    basis = "report.as_approved" if report.basis is Basis.APPROVED else "report.as_of_today"
    first = (word(basis, language),) if report.approved else ()
    gone = report.about.rank_erased
    erased = (fill("donor.rank_erased", language, {"count": gone}),) if gone else ()
    bearing = (_note(note, language, say) for note in report.notes if note.code in _BEARING)
    return (*(f"{each}." for each in first), *erased, *map(say, report.open.labels), *bearing)


_BEARING = (
    "counting.note_running",
    "counting.note_ahead",
    "counting.note_unmarked",
    "counting.note_sex_unknown",
)
"""Notes of a report after which people who completed, hours or women may become more or fewer."""


def _note(note: Label, language: str, say: Say) -> str:
    if note.code == "counting.note_sex_unknown":
        # Nothing is shown apart here, as the report's own note says.
        return fill("donor.sex_unknown", language, {"count": note.values["count"]})
    return say(note)
