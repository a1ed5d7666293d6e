"""Everyone: found while typing, one person's data, courses, certificates and history of changes.

May import: ui.shell, ui.widgets, ui.courses.form_panel, actions, system, domain. Start reading at `screen`;
`person_form` and `wording` are used by ui.participants too.
"""
