"""Figures and reports, retention, erasing, copies."""
