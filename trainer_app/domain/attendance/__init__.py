"""Marks, sign-in sheets, scanned badges, and comparing a signed sheet with the marks."""
