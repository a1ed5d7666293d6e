"""Signed sheets: comparing them with the marks, and their scans."""
