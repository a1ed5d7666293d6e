"""The tables of all screens and of all tabs of a course, in the order of the work.

Each entry imports what it makes when it is opened for the first time, so that a start pays only for what is
seen, and so that no screen needs to know another: they ask for each other by name (`context.go`).
"""

from PySide6.QtCore import QCoreApplication

from trainer_app.actions.base.workplace import Role
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.screens import CourseTab, Screen, ScreenSpec, TabSpec


def _today(context: AppContext) -> Screen:
    from trainer_app.ui.today.screen import TodayScreen

    made = TodayScreen(context)
    made.read_now()
    return made


def _people(context: AppContext) -> Screen:
    from trainer_app.ui.people.screen import PeopleScreen

    return PeopleScreen(context)


def _evaluations(context: AppContext) -> Screen:
    from trainer_app.ui.evaluations.screen import EvaluationsScreen

    return EvaluationsScreen(context)


def _certificates(context: AppContext) -> Screen:
    from trainer_app.ui.certificates.screen import CertificatesScreen

    return CertificatesScreen(context)


def _review(context: AppContext) -> Screen:
    from trainer_app.ui.review.screen import ReviewScreen

    return ReviewScreen(context)


def _office(context: AppContext) -> Screen:
    from trainer_app.ui.office.screen import OfficeScreen

    return OfficeScreen(context)


def _settings(context: AppContext) -> Screen:
    from trainer_app.ui.settings.screen import SettingsScreen

    return SettingsScreen(context)


def _overview_tab(context: AppContext) -> CourseTab:
    from trainer_app.ui.courses.overview.tab import OverviewTab

    return OverviewTab(context)


def _schedule_tab(context: AppContext) -> CourseTab:
    from trainer_app.ui.courses.plan.tab import ScheduleTab

    return ScheduleTab(context)


def _participants_tab(context: AppContext) -> CourseTab:
    from trainer_app.ui.courses.participants.tab import ParticipantsTab

    return ParticipantsTab(context)


def _attendance_tab(context: AppContext) -> CourseTab:
    from trainer_app.ui.attendance.tab import AttendanceTab

    return AttendanceTab(context)


def _tests_tab(context: AppContext) -> CourseTab:
    from trainer_app.ui.evaluations.tests_tab import TestsTab

    return TestsTab(context)


def _feedback_tab(context: AppContext) -> CourseTab:
    from trainer_app.ui.evaluations.feedback_tab import FeedbackTab

    return FeedbackTab(context)


def _certificates_tab(context: AppContext) -> CourseTab:
    from trainer_app.ui.certificates.tab import CertificatesTab

    return CertificatesTab(context)


def _print_tab(context: AppContext) -> CourseTab:
    from trainer_app.ui.papers.print_tab import PrintTab

    return PrintTab(context)


def _courses(context: AppContext) -> Screen:
    from trainer_app.ui.courses.screen import CoursesScreen

    return CoursesScreen(context, TABS)


def _sending(context: AppContext) -> Screen:
    if context.work.role is Role.OFFICE:
        from trainer_app.ui.office.laptops import OfficeSendScreen

        return OfficeSendScreen(context)
    from trainer_app.ui.exchange.screen import SendScreen

    return SendScreen(context)


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
        #: The name of the screen where conflicts are decided
        "review",
        lambda: QCoreApplication.translate("Sidebar", "Review"),
        "review",
        _review,
        "office",
    ),
    ScreenSpec(
        "office",
        lambda: QCoreApplication.translate("Sidebar", "Office"),
        "office",
        _office,
        "office",
        (Role.OFFICE,),
        travels=True,
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
