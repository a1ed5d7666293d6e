"""Designs of certificates: the list, which one a project uses, who signs, and the editor.

Start at `list_page`; `editor` opens over it.
"""
