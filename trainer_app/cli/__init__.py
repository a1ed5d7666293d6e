"""The same actions without a window: `trainer-cli`.

May import: actions, system, domain. Start reading at `program`.
"""
