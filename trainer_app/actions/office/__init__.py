"""Laptops and keys, reports, retention, erasing, copies, recovery."""
