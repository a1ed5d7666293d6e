"""The machine: folders, resources, messages, preferences, clock, safe writing, logs.

May import: domain, native. Start reading at `files`, `folders` and `child`.
"""
