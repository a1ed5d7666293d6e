"""The tables of all screens and of all tabs of a course, in the order of the work.

Each entry imports what it makes when it is opened for the first time, so that a start pays only for what is
seen, and so that no screen needs to know another: they ask for each other by name (`context.go`).
"""

from PySide6.QtCore import QCoreApplication

from trainer_app.actions.base.workplace import Role
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.screens import CourseTab, Screen, ScreenSpec, TabSpec


def _today(desk: AppContext) -> Screen:
    from trainer_app.ui.today.screen import TodayScreen

    return TodayScreen(desk)


def _people(desk: AppContext) -> Screen:
    from trainer_app.ui.people.screen import PeopleScreen

    return PeopleScreen(desk)


def _evaluations(desk: AppContext) -> Screen:
    from trainer_app.ui.evaluations.screen import EvaluationsScreen

    return EvaluationsScreen(desk)


def _certificates(desk: AppContext) -> Screen:
    from trainer_app.ui.certificates.screen import CertificatesScreen

    return CertificatesScreen(desk)


def _review(desk: AppContext) -> Screen:
    from trainer_app.ui.review.screen import ReviewScreen

    return ReviewScreen(desk)


def _office(desk: AppContext) -> Screen:
    from trainer_app.ui.office.screen import OfficeScreen

    return OfficeScreen(desk)


def _settings(desk: AppContext) -> Screen:
    from trainer_app.ui.settings.screen import SettingsScreen

    return SettingsScreen(desk)


def _overview_tab(desk: AppContext) -> CourseTab:
    from trainer_app.ui.courses.overview.tab import OverviewTab

    return OverviewTab(desk)


def _schedule_tab(desk: AppContext) -> CourseTab:
    from trainer_app.ui.courses.plan.tab import ScheduleTab

    return ScheduleTab(desk)


def _participants_tab(desk: AppContext) -> CourseTab:
    from trainer_app.ui.courses.participants.tab import ParticipantsTab

    return ParticipantsTab(desk)


def _attendance_tab(desk: AppContext) -> CourseTab:
    from trainer_app.ui.attendance.tab import AttendanceTab

    return AttendanceTab(desk)


def _tests_tab(desk: AppContext) -> CourseTab:
    from trainer_app.ui.evaluations.tests_tab import TestsTab

    return TestsTab(desk)


def _feedback_tab(desk: AppContext) -> CourseTab:
    from trainer_app.ui.evaluations.feedback_tab import FeedbackTab

    return FeedbackTab(desk)


def _certificates_tab(desk: AppContext) -> CourseTab:
    from trainer_app.ui.certificates.tab import CertificatesTab

    return CertificatesTab(desk)


def _print_tab(desk: AppContext) -> CourseTab:
    from trainer_app.ui.papers.print_tab import PrintTab

    return PrintTab(desk)


def _courses(desk: AppContext) -> Screen:
    from trainer_app.ui.courses.screen import CoursesScreen

    return CoursesScreen(desk, TABS)


def _sending(desk: AppContext) -> Screen:
    if desk.work.role is Role.OFFICE:
        from trainer_app.ui.office.laptops import OfficeSendScreen

        return OfficeSendScreen(desk)
    from trainer_app.ui.exchange.screen import SendScreen

    return SendScreen(desk)


SCREENS = (
    ScreenSpec("today", lambda: QCoreApplication.translate("Sidebar", "Today"), "today", _today),
    ScreenSpec("courses", lambda: QCoreApplication.translate("Sidebar", "Courses"), "courses", _courses),
    ScreenSpec("people", lambda: QCoreApplication.translate("Sidebar", "People"), "people", _people),
    ScreenSpec(
        "evaluations",
        lambda: QCoreApplication.translate("Sidebar", "Evaluations"),
        "evaluations",
        _evaluations,
        "results",
    ),
    ScreenSpec(
        "certificates",
        lambda: QCoreApplication.translate("Sidebar", "Certificates"),
        "certificates",
        _certificates,
        "results",
    ),
    ScreenSpec("sending", lambda: QCoreApplication.translate("Sidebar", "Send"), "send", _sending, "office"),
    ScreenSpec(
        "review", lambda: QCoreApplication.translate("Sidebar", "Review"), "review", _review, "office"
    ),
    ScreenSpec(
        "office",
        lambda: QCoreApplication.translate("Sidebar", "Office"),
        "office",
        _office,
        "office",
        (Role.OFFICE,),
    ),
    ScreenSpec(
        "settings", lambda: QCoreApplication.translate("Sidebar", "Settings"), "settings", _settings, "foot"
    ),
)
"""All entries of the rail, in their order; Ctrl+1 to Ctrl+9 open them."""

TABS = (
    TabSpec(
        "overview",
        lambda: QCoreApplication.translate("CourseTabs", "Overview"),
        _overview_tab,
    ),
    TabSpec(
        "schedule",
        lambda: QCoreApplication.translate("CourseTabs", "Schedule"),
        _schedule_tab,
        ("sessions",),
    ),
    TabSpec(
        "participants",
        lambda: QCoreApplication.translate("CourseTabs", "Participants"),
        _participants_tab,
    ),
    TabSpec(
        "attendance",
        lambda: QCoreApplication.translate("CourseTabs", "Attendance"),
        _attendance_tab,
    ),
    TabSpec(
        "tests",
        lambda: QCoreApplication.translate("CourseTabs", "Tests"),
        _tests_tab,
        ("evaluations",),
    ),
    TabSpec(
        "feedback",
        lambda: QCoreApplication.translate("CourseTabs", "Feedback"),
        _feedback_tab,
    ),
    TabSpec(
        "certificates",
        lambda: QCoreApplication.translate("CourseTabs", "Certificates"),
        _certificates_tab,
    ),
    TabSpec("print", lambda: QCoreApplication.translate("CourseTabs", "Print"), _print_tab),
)
"""All tabs in the order of the work."""
