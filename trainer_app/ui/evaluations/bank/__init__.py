"""The bank of questions and forms."""
