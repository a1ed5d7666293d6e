"""Certificates as one PDF, with their backs. Printed from the frozen facts alone, never from live data.

All that is the same on every page of a batch (frame, watermark, texts of the course) is drawn once, as a form
that the pages share; a page itself holds little more than name, serial and code. The back tells what was
taught, day by day with its hours, as it was frozen at issue; it is the same for a whole course but for the
serial and the name.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from types import MappingProxyType

from msgspec import Struct

from trainer_app.documents.base import fonts, graphics
from trainer_app.documents.base.archival import EmbeddedFile
from trainer_app.documents.base.fitting import fit, wrap
from trainer_app.documents.base.paper import POINTS, Paper
from trainer_app.documents.base.wording import decimal, format_days, short_day
from trainer_app.documents.certificates.drawing import (
    Frozen,
    applies,
    clear_behind,
    draw_element,
    is_backdrop,
    set_element,
)
from trainer_app.documents.certificates.elements import (
    CONDITIONS,
    DERIVED,
    AnyElement,
    Date,
    Logos,
    QrCode,
    SessionBox,
    Signatures,
    lines_of,
    values_of,
)
from trainer_app.documents.certificates.template import Template, suits
from trainer_app.domain.base.changes import Label, Progress, no_progress
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.texts import LANGUAGES, word
from trainer_app.domain.certificates.certificates import (
    CertificateFacts,
    CertificateSession,
    badge_name,
    design_of,
)

_SIDE, _TOP, _FOOT = 26.0, 24.0, 20.0
_THIN, _THICK = 0.4, 0.9
_INK, _SECOND = "18202C", "465264"
_SIZES = (10.0, 9.0, 8.0, 7.0, 6.0, 5.0, 4.0, 3.0, 2.0)
_COLUMNS = (1, 2, 3)
_DAY, _HOURS, _BETWEEN = 24.0, 15.0, 10.0
_LEADING = 1.28


class Backs:
    """The backs of a batch of certificates."""

    def __init__(self) -> None:
        self._forms: dict[tuple[object, ...], str] = {}

    def draw(self, paper: Paper, facts: CertificateFacts) -> None:
        """Draw a back as the next page, of the size that the paper has now; nothing without sessions."""
        if not facts.sessions:
            return
        model = (facts.sessions, facts.language, facts.course_title, paper.width, paper.height)
        name = self._forms.get(model)
        if name is None:
            name = self._forms[model] = f"Back{len(self._forms) + 1}"
            paper.begin_form()
            _draw_shared(paper, facts)
            paper.end_form(name)
        paper.show_form(name)
        belongs = word("back.belongs", facts.language).format(serial=facts.serial)
        y = paper.height - _FOOT + 6
        paper.text(_SIDE, y, belongs, fonts.SANS, 8, _SECOND)
        room = paper.width - 2 * _SIDE - 110
        fitted = fit(facts.name, fonts.SANS, 8, room, min_size=5)
        paper.text(paper.width - _SIDE, y, fitted.lines[0], fonts.SANS, fitted.size, _SECOND, align="right")
        paper.end_page()


def _draw_shared(paper: Paper, facts: CertificateFacts) -> None:
    """Draw all that the backs of a course have in common."""
    middle, wide = paper.width / 2, paper.width - 2 * _SIDE
    paper.text(
        middle, _TOP, word("back.title", facts.language), fonts.SANS_SEMIBOLD, 11, _SECOND, align="centre"
    )
    title = fit(facts.course_title, fonts.SANS_BOLD, 15, wide, 11, max_lines=2)
    y = _TOP + 8
    for line in title.lines:
        paper.text(middle, y, line, fonts.SANS_BOLD, title.size, _INK, align="centre")
        y += 6.2
    first, last = date.fromisoformat(facts.first_day), date.fromisoformat(facts.last_day)
    about = " · ".join(part for part in (facts.town, format_days(first, last, facts.language)) if part)
    paper.text(middle, y, about, fonts.SANS, 9.5, _SECOND, align="centre")
    _draw_sessions(paper, facts, y + 6)


def _draw_sessions(paper: Paper, facts: CertificateFacts, top: float) -> None:
    """Draw the table in one column; in more of them and smaller where there is much of it."""
    room = paper.height - _FOOT - top - 8
    for columns in _COLUMNS:
        width = (paper.width - 2 * _SIDE - _BETWEEN * (columns - 1)) / columns
        # Two columns of readable letters rather than one of tiny ones.
        for size in _SIZES if columns == _COLUMNS[-1] else _SIZES[:4]:
            heights = [_height(each, width, size) for each in facts.sessions]
            parts = _divide(heights, columns, room - _row(size))
            if parts is not None:
                _draw_columns(paper, facts, top, width, size, parts)
                return
    # More than any course has: the table grows over the foot rather than lose a line.
    third = -(-len(facts.sessions) // _COLUMNS[-1])
    starts = range(0, len(facts.sessions), third)
    parts = [range(at, min(at + third, len(facts.sessions))) for at in starts]
    _draw_columns(paper, facts, top, width, _SIZES[-1], parts)


def _divide(heights: list[float], columns: int, room: float) -> list[range] | None:
    """Return which rows stand in which column, filled from the left and even; None if they do not fit."""
    total = sum(heights)
    if total > room * columns:
        return None
    target, start, filled = total / columns, 0, 0.0
    parts: list[range] = []
    for index, height in enumerate(heights):
        if len(parts) < columns - 1 and filled and filled + height / 2 > target:
            parts.append(range(start, index))
            start, filled = index, 0.0
        filled += height
    parts.append(range(start, len(heights)))
    fits = all(sum(heights[at] for at in part) <= room for part in parts)
    return parts if fits else None


def _draw_columns(
    paper: Paper, facts: CertificateFacts, top: float, width: float, size: float, parts: list[range]
) -> None:
    bottom = top
    for number, part in enumerate(parts):
        left = _SIDE + number * (width + _BETWEEN)
        y = _draw_head(paper, facts, left, top, width, size)
        before = ""
        for at in part:
            session = facts.sessions[at]
            y = _draw_row(paper, facts, session, left, y, width, size, again=session.day == before)
            before = session.day
        bottom = max(bottom, y)
    left = _SIDE + (len(parts) - 1) * (width + _BETWEEN)
    y = bottom + size * _LEADING / POINTS + 0.8
    paper.line(left, bottom, left + width, bottom, _THICK, _INK)
    paper.text(left + _DAY, y, word("back.total", facts.language), fonts.SANS_SEMIBOLD, size, _INK)
    total = decimal(sum(each.hours for each in facts.sessions), 2, facts.language)
    paper.text(left + width, y, total, fonts.SANS_SEMIBOLD, size, _INK, align="right")


def _draw_head(
    paper: Paper, facts: CertificateFacts, left: float, top: float, width: float, size: float
) -> float:
    """Draw the heads of the columns and return where the rows begin."""
    y = top + size * _LEADING / POINTS
    paper.text(left, y, word("back.day", facts.language), fonts.SANS_SEMIBOLD, size * 0.9, _SECOND)
    paper.text(left + _DAY, y, word("back.topic", facts.language), fonts.SANS_SEMIBOLD, size * 0.9, _SECOND)
    hours = word("back.hours", facts.language)
    paper.text(left + width, y, hours, fonts.SANS_SEMIBOLD, size * 0.9, _SECOND, align="right")
    paper.line(left, y + 1.4, left + width, y + 1.4, _THICK, _INK)
    return y + 1.4


def _draw_row(
    paper: Paper,
    facts: CertificateFacts,
    session: CertificateSession,
    left: float,
    top: float,
    width: float,
    size: float,
    *,
    again: bool,
) -> float:
    """Draw one session and return where the next begins; a day is written once."""
    y = top + size * 1.1 / POINTS + 0.4
    if top > 0 and not again:
        paper.line(left, top, left + width, top, _THIN, _SECOND)
    if not again:
        paper.text(left, y, short_day(date.fromisoformat(session.day)), fonts.SANS, size, _INK)
    hours = decimal(session.hours, 2, facts.language)
    paper.text(left + width, y, hours, fonts.SANS, size, _INK, align="right")
    for line in _topic(session, width, size):
        paper.text(left + _DAY, y, line, fonts.SANS, size, _INK)
        y += size * _LEADING / POINTS
    return top + _height(session, width, size)


def _topic(session: CertificateSession, width: float, size: float) -> tuple[str, ...]:
    return wrap(session.topic or "\N{EN DASH}", fonts.SANS, size, width - _DAY - _HOURS)


def _height(session: CertificateSession, width: float, size: float) -> float:
    return len(_topic(session, width, size)) * size * _LEADING / POINTS + 1.5


def _row(size: float) -> float:
    return 2 * (size * _LEADING / POINTS + 1.6)


Templates = Template | Mapping[str, Template]
"""One design for all, or each one that occurs by its ref (`domain.templates.design_of`)."""

BADGE_MEDIA = "application/vc+jwt"
"""Media type of the badge: a verifiable credential as a JWT."""

_NO_PICTURES: Frozen = MappingProxyType({})

_EVERY = 25
"""Pages between two reports of progress."""


class PrintItem(Struct, frozen=True):
    """One certificate to print: its facts, the text of its QR code, and its Open Badge ("" for none)."""

    facts: CertificateFacts
    qr_text: str
    badge: str = ""


def certificates_pdf(
    items: Sequence[PrintItem],
    template: Templates,
    progress: Progress = no_progress,
    pictures: Frozen = _NO_PICTURES,
) -> bytes:
    """Return one PDF with a page for each item, in their order, each followed by its back if it has one.

    Same items, same bytes. `pictures` are those that facts name by their SHA-256: logos, signatures.
    `progress` is told "documents.certificates" and may raise `Cancelled`. Raises documents.picture_missing,
    documents.language_unknown.
    """
    if not items:
        raise TrainerError("documents.nothing_to_print")
    for item in items:
        if not _is_known(item.facts):
            raise TrainerError("documents.language_unknown", **_languages_of(item.facts))
    first = items[0].facts
    paper = Paper(297, 210, first.language, _title(items, template), first.organiser)
    plans, backs = _plan(items, template, pictures), Backs()
    for plan in plans.values():
        plan.draw_shared(paper)
    for number, item in enumerate(items):
        if number % _EVERY == 0:
            progress("documents.certificates", number / len(items))
        plans[_group(item.facts, template)].draw_page(paper, item)
        if not _design(item.facts, template).lists_sessions:
            backs.draw(paper, item.facts)
    paper.keep_for_long(max(item.facts.issued_on for item in items))
    data = paper.finish()
    progress("documents.certificates", 1.0)
    return data


def _is_known(facts: CertificateFacts) -> bool:
    """Tell whether a certificate is in languages of this version: what was signed may say any."""
    return facts.language in LANGUAGES and facts.second_language in ("", *LANGUAGES)


def _languages_of(facts: CertificateFacts) -> dict[str, object]:
    """Return which certificate it is, and its languages as they were signed."""
    spoken = (facts.language, facts.second_language)
    return {"serial": facts.serial, "language": " + ".join(each for each in spoken if each)}


def warnings(facts: CertificateFacts, template: Templates) -> tuple[Label, ...]:
    """Name what will not look as designed: texts that break, get too small, or have unknown letters."""
    if not _is_known(facts):
        return (Label("documents.language_unknown", _languages_of(facts)),)
    return _warnings(facts, _design(facts, template))


# A course at a time: what is kept here has names.
@lru_cache(maxsize=200)
def _warnings(facts: CertificateFacts, design: Template) -> tuple[Label, ...]:
    """Set the texts of a certificate once as long as they are the same.

    The names of a course and the form of issuing ask about each of them after every change of one.
    """
    values = values_of(facts)
    labels: list[Label] = []
    for element in design.elements:
        if not applies(element, facts, values):
            continue
        labels += element_warnings(element, facts, design, values, facts.serial)
    return tuple(labels)


def element_warnings(
    element: AnyElement, facts: CertificateFacts, design: Template, values: Mapping[str, str], about: str
) -> list[Label]:
    """Name what will not look as designed in one element; `about` says whose or which it is."""
    labels: list[Label] = []
    for setting in set_element(element, facts, design, values)[0]:
        told = {"text": setting.text, "serial": about}
        strange = fonts.missing_letters(setting.text, setting.line.font)
        if strange:
            labels.append(Label("documents.letters_missing", {**told, "letters": strange}))
        if setting.fitted.crowded:
            size = f"{setting.fitted.size:.1f}"
            labels.append(Label("documents.text_too_small", {**told, "size": size}))
        elif setting.fitted.broken:
            labels.append(Label("documents.text_broken", told))
    return labels


@dataclass
class _Plan:
    """How a group of certificates (same design, language, second language) is drawn.

    `backdrop` and `name` are the forms that its pages share: the design's drawing, the group's texts.
    """

    backdrop: str
    name: str
    template: Template
    model: CertificateFacts
    shared: tuple[AnyElement, ...]
    own: tuple[AnyElement, ...]
    pictures: Frozen

    def draw_shared(self, paper: Paper) -> None:
        """Draw what all pages of the group have into forms."""
        self._turn(paper)
        if not paper.has_form(self.backdrop):
            paper.begin_form()
            for element in filter(is_backdrop, self.template.elements):
                if not element.hidden:
                    draw_element(paper, element, self.model, self.template, {}, {})
            paper.end_form(self.backdrop)
        paper.begin_form()
        self._draw(paper, self.shared, self.model)
        for element in self._codes():
            clear_behind(paper, element)
        paper.end_form(self.name)

    def draw_page(self, paper: Paper, item: PrintItem) -> None:
        """Draw one page."""
        self._turn(paper)
        paper.show_form(self.backdrop)
        paper.show_form(self.name)
        self._draw(paper, self.own, item.facts)
        for element in self._codes():
            code = graphics.encode_qr(item.qr_text)
            paper.bits(element.x, element.y, element.size, code.modules, code.packed)
        if item.badge:
            paper.attach(_badge_file(item))
        paper.end_page()

    def _turn(self, paper: Paper) -> None:
        """Take paper of the design's size."""
        paper.width, paper.height = self.template.width, self.template.height

    def _draw(self, paper: Paper, elements: Sequence[AnyElement], facts: CertificateFacts) -> None:
        """Draw those elements that appear on a certificate."""
        values = values_of(facts)
        for element in elements:
            if applies(element, facts, values):
                draw_element(paper, element, facts, self.template, values, self.pictures)

    def _codes(self) -> list[QrCode]:
        """Return the codes that are drawn, normally one."""
        return [element for element in self.own if isinstance(element, QrCode) and not element.hidden]


_Group = tuple[int, str, str]


def _badge_file(item: PrintItem) -> EmbeddedFile:
    """Return what says the same as the page to programs, to travel inside the PDF."""
    facts = item.facts
    return EmbeddedFile(
        badge_name(facts.serial),
        item.badge.encode("ascii"),
        BADGE_MEDIA,
        f"Open Badge 3.0: {facts.serial}",
        facts.issued_on,
    )


def _design(facts: CertificateFacts, template: Templates) -> Template:
    """Return the design that a certificate was issued with."""
    if isinstance(template, Template):
        return template
    design = template.get(design_of(facts))
    if design is None:
        raise TrainerError("documents.template_missing", kind=facts.kind.value)
    return design


def _group(facts: CertificateFacts, template: Templates) -> _Group:
    design = _design(facts, template)
    return id(design), facts.language, facts.second_language


def _plan(items: Sequence[PrintItem], template: Templates, pictures: Frozen) -> dict[_Group, _Plan]:
    """Sort elements into shared and own, for each group of items."""
    groups: dict[_Group, list[CertificateFacts]] = {}
    for item in items:
        groups.setdefault(_group(item.facts, template), []).append(item.facts)
    plans: dict[_Group, _Plan] = {}
    for number, (group, facts) in enumerate(groups.items(), start=1):
        design = _design(facts[0], template)
        changing = _changing(facts)
        own: list[AnyElement] = []
        shared: list[AnyElement] = []
        for element in design.elements:
            if _depends(element, design, facts[0]) & changing:
                own.append(element)
            elif not is_backdrop(element):
                shared.append(element)
        backdrop = next(
            (plan.backdrop for plan in plans.values() if plan.template is design), f"Design{number}"
        )
        plans[group] = _Plan(
            backdrop, f"Texts{number}", design, facts[0], tuple(shared), tuple(own), pictures
        )
    return plans


def _changing(facts: Sequence[CertificateFacts]) -> frozenset[str]:
    """Return the fields that are not the same on all; name and serial never count as the same."""
    names = CertificateFacts.__struct_fields__
    different = {name for name in names if len({getattr(one, name) for one in facts}) > 1}
    return frozenset(different | {"name", "latin", "serial", "qr"})


def _depends(element: AnyElement, template: Template, facts: CertificateFacts) -> frozenset[str]:
    """Return the fields an element is made from, on certificates in the languages of one."""
    if isinstance(element, QrCode):
        return frozenset({"qr"})
    names = {*element.needs, *element.lacks}
    if isinstance(element, Signatures):
        names |= {"signatories", "signatures"}
    if isinstance(element, Logos):
        names.add("logos")
    if isinstance(element, SessionBox):
        names.add("sessions")
    if isinstance(element, Date):
        names.add(element.day)
    tongues = facts.language, facts.second_language
    if suits(element, *tongues):
        for line in lines_of(element):
            if suits(line, *tongues):
                names |= template.phrase(line, facts).names
    made_from = {**DERIVED, **CONDITIONS}
    return frozenset(field for name in names for field in made_from.get(name, (name,)))


def _title(items: Sequence[PrintItem], template: Templates) -> str:
    """Return the document's title: the design and the course, the serial as well when it is one page."""
    facts = items[0].facts
    design = _design(facts, template).title.best(facts.language)
    about = facts.serial if len(items) == 1 else facts.course_code
    return " – ".join(part for part in (design, facts.course_title, about) if part)
