"""Keying in papers: by number, one key per answer; second entries and their differences; who has none yet.

May import: ui.shell, ui.widgets, ui.courses.form_panel; actions, system, domain. Start reading at `run` (what
the keys do, without a widget), then `page`.
"""
