"""Parts that every screen is built from; each is named and speaks to a screen reader.

They know nothing of the program: no context, no actions. May import: style, domain. Start at `controls`.
"""
