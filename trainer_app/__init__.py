"""Trainer App: records attendance and evaluations of courses, prints certificates, carries data in files."""
