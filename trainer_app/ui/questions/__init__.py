"""Pages that read and write files of questions; they fill the screen of evaluations until they are left.

May import: ui.shell, ui.widgets, ui.bank, ui.courses.two_lines, ui.participants.import_choose; actions,
system, domain. Start reading at `import_page`.
"""
