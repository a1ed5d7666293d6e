"""The participants of a course: the list, adding and changing, and taking in a nomination list.

May import: ui.shell, ui.widgets, ui.courses (tab, form_panel), ui.people (person_form, wording), actions,
system, domain. Start reading at `tab`, for the import at `importing`.
"""
