"""Marks, and the scans attached to sheets."""
