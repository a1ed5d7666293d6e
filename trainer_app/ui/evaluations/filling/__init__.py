"""Filling in sheets on the laptop."""
