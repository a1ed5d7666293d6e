"""Evaluations: test scores and feedback of a course (tabs of its workspace), and all courses at a glance.

May import: ui.shell, ui.widgets, ui.courses.tab; actions, system, domain. Start reading at `tests_tab`, then
`entry_view`: the table into which numbers are typed one after the other.
"""
