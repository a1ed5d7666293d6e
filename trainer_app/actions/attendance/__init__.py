"""Marking, scanning badges, comparing signed sheets, scans of sheets."""
