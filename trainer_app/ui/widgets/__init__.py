"""Parts that every screen is built from; each is small, named and speaks to a screen reader.

May import: ui.shell.tokens, theme, icons, fonts, translator, language; system, domain. Start reading at
`labels` and `card`, then `table`. `trainer_app.ui.widgets.gallery` shows them all in one window.
"""
