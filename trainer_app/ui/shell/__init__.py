"""The window around all screens: theme, languages, icons, navigation, shortcuts, crash dialog.

May import: ui.widgets, ui.jobs, ui.changes, ui.undo, actions, system, domain. Start reading at
`desk` (what every screen is given), then `window`.
"""
