"""How many pages the papers of a course have, counted without making them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from trainer_app.actions.agendas import agenda_pages
from trainer_app.actions.blanks import usual_items
from trainer_app.actions.courses import get_course
from trainer_app.actions.enrolments import list_enrolments
from trainer_app.actions.workplace import Workplace
from trainer_app.documents import badges, signed_lists, table_cards
from trainer_app.domain.blanks import SPARE, pages_for, sheets_a_page
from trainer_app.domain.certificates import CertificateState
from trainer_app.domain.courses import Session, SessionState
from trainer_app.domain.evaluations import TEST_OCCASIONS, Occasion
from trainer_app.domain.sheets import count_pages
from trainer_app.store import certificates as stored

_SESSIONS_A_PAGE = 6
"""Columns to sign in that a page of a sign-in sheet has at the most."""
_REPORT_BODY, _SESSIONS, _PERSONS = 2, 20, 28
"""Pages of a report without sessions and people, and how many of these a page of it holds."""


@dataclass(frozen=True)
class PaperPages:
    """Pages of each paper. `people` are those expected; `report` is an estimate.

    `sheets` are by day, `session_sheets` by session (key); `items` are the questions of each test.
    `receipts` is 0 while nothing is issued.
    """

    people: int
    agenda: int
    badges: int
    cards: int
    report: int
    items: Mapping[Occasion, int]
    sheets: Mapping[date, int] = field(default_factory=dict)
    session_sheets: Mapping[str, int] = field(default_factory=dict)
    proof: int = 0
    receipts: int = 0

    def badges_of(self, count: int) -> int:
        """Return the pages of some people's badges."""
        return pages_for(count, badges.PLACES)

    def days(self, today: date) -> tuple[date, ...]:
        """Return the days that have a sheet: today or the next one first, then all others in their order."""
        first = self.next_day(today)
        return tuple(sorted(self.sheets, key=lambda day: (day != first, day)))

    def next_day(self, today: date) -> date | None:
        """Return today if it has a sheet, else the next day that has; None when the course is over."""
        return min((day for day in self.sheets if day >= today), default=None)

    def tests(self, items: int) -> int:
        """Return the pages of the answer sheets of a test with a number of questions."""
        return pages_for(self.people + SPARE, sheets_a_page(items))


def paper_pages(work: Workplace, course: str, language: str = "tg") -> PaperPages:
    """Return the pages of every paper of a course in a language. Raises course.unknown."""
    view = get_course(work, course)
    expected = [found for found in list_enrolments(work, course) if found.expected]
    to_sign = [each for each in view.sessions if each.state is not SessionState.CANCELLED]
    by_day: dict[date, list[Session]] = {}
    for session in to_sign:
        by_day.setdefault(session.day, []).append(session)
    names = {
        day: sum(found.from_day is None or found.from_day <= day for found in expected) for day in by_day
    }
    people = len(expected)
    valid = sum(
        each.state is CertificateState.ISSUED for each in stored.list_certificates(work.database, course)
    )
    return PaperPages(
        people=people,
        agenda=agenda_pages(work, course, language),
        badges=pages_for(people + badges.LEAST_SPARE, badges.PLACES),
        cards=pages_for(people, table_cards.PLACES),
        report=_REPORT_BODY + pages_for(len(view.sessions), _SESSIONS) + pages_for(people, _PERSONS),
        items={occasion: usual_items(work, course, occasion) for occasion in TEST_OCCASIONS},
        sheets={
            day: count_pages(names[day]) * pages_for(len(sessions), _SESSIONS_A_PAGE)
            for day, sessions in sorted(by_day.items())
        },
        proof=signed_lists.count_pages(people),
        receipts=signed_lists.count_pages(valid) if valid else 0,
        session_sheets={session.key: count_pages(names[session.day]) for session in to_sign},
    )
