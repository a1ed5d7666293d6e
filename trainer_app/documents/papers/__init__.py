"""Agenda, badges, table cards, sign-in sheets and blank forms."""
