"""Attached files: looking at them (viewer), the files of a sheet (sheet_files), a project's logos (logo_row).

May import actions, system, domain and ui.shell, ui.widgets. Start reading at `sheet_files`.
"""
