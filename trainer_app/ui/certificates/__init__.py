"""Certificates: board, names before print and register of a course (a tab); all courses, and checking.

May import: ui.shell, ui.widgets, ui.courses (tab and forms), ui.people.latin_field; actions, system, domain.
Start reading at `tab` and `board_page`; `check_page` is the check of a certificate.
"""
