"""Participants fill in a form on the laptop: full screen, large, and nothing else within reach.

Start at `page`. May import actions, domain, shell and widgets. Its words come from the core's messages, in
the language of whoever fills in, not in that of the window.
"""
