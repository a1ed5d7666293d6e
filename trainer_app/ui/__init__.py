"""What a person sees: the only package with Qt.

May import: actions, system, domain. Inside, style < widgets < kit < one folder for each area < shell, and
areas do not import each other. Start reading at `shell/window`, then `kit/context`.
"""
