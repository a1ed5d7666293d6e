"""What a person sees: the only package with Qt.

May import: actions, system, domain. Start reading at `shell/window`.
"""
