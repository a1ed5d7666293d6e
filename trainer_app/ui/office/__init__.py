"""Office: files that come in, the laptops and their keys, reports with the rows behind every figure.

May import: ui.shell, ui.widgets, ui.sending (digits, places to write to), actions, system, domain. Start
reading at `screen`. `reports.ReportPage` is also shown in the workspace of a course.
"""
