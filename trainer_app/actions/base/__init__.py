"""The open workplace and what every action needs: identity, names, values, history, checks."""
