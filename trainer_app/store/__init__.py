"""The database: the only package with peewee; returns domain objects, never rows.

May import: domain, native. Start reading at `base/database`, `base/files` and `base/journal`.
"""
