"""Certificates as one PDF. Printed from the frozen facts alone, never from live data.

All that is the same on every page of a batch (frame, watermark, texts of the course) is drawn once, as a
form that the pages share; a page itself holds little more than name, serial and code.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from trainer_app.documents import fonts, qr
from trainer_app.documents.archiving import Attachment
from trainer_app.documents.certificate_back import Backs
from trainer_app.documents.drawing import Frozen, clear_behind, draw_element, is_backdrop
from trainer_app.documents.elements import (
    AnyElement,
    Date,
    Logos,
    QrCode,
    SessionList,
    Signatures,
    lines_of,
)
from trainer_app.documents.facts import CONDITIONS, DERIVED, values_of
from trainer_app.documents.paper import Paper
from trainer_app.documents.placing import applies, set_element
from trainer_app.documents.template import Template, suits
from trainer_app.domain.certificates import Facts
from trainer_app.domain.changes import Label, Progress, no_progress
from trainer_app.domain.errors import TrainerError
from trainer_app.domain.templates import design_of

Templates = Template | Mapping[str, Template]
"""One design for all, or each one that occurs by its ref (`domain.templates.design_of`)."""

BADGE_MEDIA = "application/vc+jwt"
"""Media type of the badge: a verifiable credential as a JWT."""

_NO_PICTURES: Frozen = MappingProxyType({})

_EVERY = 25
"""Pages between two reports of progress."""


@dataclass(frozen=True, slots=True)
class PrintItem:
    """One certificate to print: its facts, the text of its QR code, and its Open Badge ("" for none)."""

    facts: Facts
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
    `progress` is told "documents.certificates" and may raise `Cancelled`. Raises documents.picture_missing.
    """
    if not items:
        raise TrainerError("documents.nothing_to_print")
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


def warnings(facts: Facts, template: Templates) -> tuple[Label, ...]:
    """Name what will not look as designed: texts that break, get too small, or have unknown letters."""
    design = _design(facts, template)
    values = values_of(facts)
    labels: list[Label] = []
    for element in design.elements:
        if not applies(element, facts, values):
            continue
        labels += element_warnings(element, facts, design, values, facts.serial)
    return tuple(labels)


def element_warnings(
    element: AnyElement, facts: Facts, design: Template, values: Mapping[str, str], about: str
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
    model: Facts
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
            code = qr.encode(item.qr_text)
            paper.bits(element.x, element.y, element.size, code.modules, code.packed)
        if item.badge:
            paper.attach(_badge_file(item))
        paper.end_page()

    def _turn(self, paper: Paper) -> None:
        """Take paper of the design's size."""
        paper.width, paper.height = self.template.width, self.template.height

    def _draw(self, paper: Paper, elements: Sequence[AnyElement], facts: Facts) -> None:
        """Draw those elements that appear on a certificate."""
        values = values_of(facts)
        for element in elements:
            if applies(element, facts, values):
                draw_element(paper, element, facts, self.template, values, self.pictures)

    def _codes(self) -> list[QrCode]:
        """Return the codes that are drawn, normally one."""
        return [element for element in self.own if isinstance(element, QrCode) and not element.hidden]


_Group = tuple[int, str, str]


def badge_name(serial: str) -> str:
    """Return the file name of a certificate's badge."""
    return f"certificate-{serial}.jwt"


def _badge_file(item: PrintItem) -> Attachment:
    """Return what says the same as the page to programs, to travel inside the PDF."""
    facts = item.facts
    return Attachment(
        badge_name(facts.serial),
        item.badge.encode("ascii"),
        BADGE_MEDIA,
        f"Open Badge 3.0: {facts.serial}",
        facts.issued_on,
    )


def _design(facts: Facts, template: Templates) -> Template:
    """Return the design that a certificate was issued with."""
    if isinstance(template, Template):
        return template
    design = template.get(design_of(facts))
    if design is None:
        raise TrainerError("documents.template_missing", kind=facts.kind.value)
    return design


def _group(facts: Facts, template: Templates) -> _Group:
    design = _design(facts, template)
    return id(design), facts.language, facts.second_language


def _plan(items: Sequence[PrintItem], template: Templates, pictures: Frozen) -> dict[_Group, _Plan]:
    """Sort elements into shared and own, for each group of items."""
    groups: dict[_Group, list[Facts]] = {}
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


def _changing(facts: Sequence[Facts]) -> frozenset[str]:
    """Return the fields that are not the same on all; name and serial never count as the same."""
    names = Facts.__dataclass_fields__
    different = {name for name in names if len({getattr(one, name) for one in facts}) > 1}
    return frozenset(different | {"name", "latin", "serial", "qr"})


def _depends(element: AnyElement, template: Template, facts: Facts) -> frozenset[str]:
    """Return the fields an element is made from, on certificates in the languages of one."""
    if isinstance(element, QrCode):
        return frozenset({"qr"})
    names = {*element.needs, *element.lacks}
    if isinstance(element, Signatures):
        names |= {"signatories", "signatures"}
    if isinstance(element, Logos):
        names.add("logos")
    if isinstance(element, SessionList):
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
