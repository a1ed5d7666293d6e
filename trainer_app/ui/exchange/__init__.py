"""Send: the steps to an office, what was sent, and joining an office."""
