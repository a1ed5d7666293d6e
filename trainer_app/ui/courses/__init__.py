"""The courses: their list, the forms, and the workspace of one course with its tabs.

May import: ui.shell, ui.widgets, ui.attendance, actions, system, domain. Start reading at `screen`,
or at `tab` to add a tab.
"""
