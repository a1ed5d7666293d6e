"""The machine: folders, resources, messages, preferences, clock, safe writing, logs.

May import: domain. Start reading at `folders`.
"""
