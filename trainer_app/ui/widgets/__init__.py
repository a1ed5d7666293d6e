"""Parts that every screen is built from; each is small, named and speaks to a screen reader.

May import: ui.shell.tokens, theme, icons, fonts; system, domain. Start reading at `labels`, `card` and
`buttons`, then `forms` (rows), `models` and `table` (lists), `panel` and `sheet` (instead of dialogs).
"""
